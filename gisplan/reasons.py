"""Why the system refused, in the user's language."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from gisplan.text import Text

#: Characters of a path up to which Windows goes, unless it is told to go further.
LONGEST_ON_WINDOWS = 259
_ERROR_PATH_NOT_FOUND, _ERROR_FILENAME_TOO_LONG = 3, 206
_WORDS = {
    errno.ENOENT: Text("没有这个文件或文件夹", "no such file or folder"),
    errno.EACCES: Text(
        "没有权限，或正被其他程序使用", "no permission, or in use by another program"
    ),
    errno.EPERM: Text("系统不允许", "not permitted by the system"),
    errno.EISDIR: Text("这是文件夹，不是文件", "is a folder, no file"),
    errno.ENOTDIR: Text(
        "路径中有一段是文件，不是文件夹", "a part of the path is a file, no folder"
    ),
    errno.EEXIST: Text("已经存在", "is there already"),
    errno.ENOTEMPTY: Text("文件夹不是空的", "the folder is not empty"),
    errno.ENOSPC: Text("磁盘已满", "no space left on the disk"),
    errno.EDQUOT: Text("超出磁盘配额", "over the disk quota"),
    errno.EFBIG: Text("文件太大", "the file is too large"),
    errno.EROFS: Text("磁盘或共享文件夹是只读的", "the disk or share is read-only"),
    errno.ENAMETOOLONG: Text("文件名太长", "the name is too long"),
    errno.ELOOP: Text("链接互相指向，成了循环", "links lead round in a circle"),
    errno.EMFILE: Text("打开的文件太多", "too many files are open"),
    errno.EBUSY: Text("正被其他程序使用", "in use by another program"),
    errno.ETXTBSY: Text("正被其他程序使用", "in use by another program"),
    errno.EIO: Text("磁盘读写出错", "the disk failed to read or write"),
    errno.ENOLCK: Text("这里不支持文件锁", "files can't be locked here"),
    errno.EXDEV: Text("不在同一个磁盘上", "not on the same disk"),
    errno.ESTALE: Text("网络共享已断开", "the network share is gone"),
    errno.ENOMEM: Text("内存不足", "out of memory"),
}
_DATABASE_WORDS = (
    ("disk is full", errno.ENOSPC),
    ("readonly", errno.EROFS),
    ("unable to open", errno.ENOENT),
    ("locked", errno.EBUSY),
    ("disk I/O", errno.EIO),
)


def reason(error: BaseException, *, path: Path | None = None) -> Text:
    """Give why the system, or the database that a file is, refused.

    Parameters
    ----------
    error : BaseException
        What was raised.
    path : pathlib.Path, optional
        What it was about; a path that is too long for Windows is told as such.

    Returns
    -------
    Text
        Without a full stop; what is not known is given as the system words it.

    Examples
    --------
    >>> reason(OSError(28, "No space left on device")).zh
    '磁盘已满'
    """
    long = _too_long(error, path)
    if long is not None:
        return long
    number = getattr(error, "errno", None)
    if number is None:
        said = str(error)
        number = next((code for words, code in _DATABASE_WORDS if words in said), None)
    known = _WORDS.get(number) if number is not None else None
    if known is not None:
        return known
    as_told = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Text(as_told, as_told)


def _too_long(error: BaseException, path: Path | None) -> Text | None:
    """Say that a path is too long for Windows, where that may be why.

    Parameters
    ----------
    error : BaseException
        What was raised.
    path : pathlib.Path or None
        What it was about.

    Returns
    -------
    Text or None
        None if it is not.
    """
    # what failed may lie deeper than what the user knows of: below a part, say
    told = getattr(error, "filename2", None) or getattr(error, "filename", None) or path
    if told is None or isinstance(told, int):
        return None
    length = len(str(Path(os.fsdecode(told)).absolute()))
    windows = getattr(error, "winerror", None)
    refused = windows == _ERROR_FILENAME_TOO_LONG or (
        windows == _ERROR_PATH_NOT_FOUND and length > LONGEST_ON_WINDOWS
    )
    if not refused:
        return None
    return Text(
        f"路径有 {length} 个字符，Windows 一般只到 {LONGEST_ON_WINDOWS} 个：请把工作区移到较短的"
        "文件夹（如 D:\\gis），或请管理员允许长路径",
        f"the path has {length} characters and Windows goes up to {LONGEST_ON_WINDOWS}: move the"
        " workspace to a shorter folder, as D:\\gis, or have long paths allowed",
    )
