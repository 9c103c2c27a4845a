"""MapInfo's files: those that belong together, and what their text is in."""

from __future__ import annotations

import re

from gisplan.read.archive import bundled
from gisplan.read.options import Finding, refusal, unreadable
from gisplan.read.part import Job
from gisplan.text import Text

_PARTS = {".tab": (".tab", ".dat", ".map", ".id"), ".mif": (".mif", ".mid")}
#: Without these there are no rows.
_NEEDED = {".tab": (".dat",), ".mif": (".mid",)}
_CHARSET = re.compile(rb"charset\s+\"?(\w+)", re.IGNORECASE)
_CHARSETS = {b"windowssimpchinese": "CP936", b"utf-8": "UTF-8", b"utf_8": "UTF-8"}


def bundle(job: Job) -> tuple[bytes, str, Finding]:
    """Give the files of a table as an archive in memory, under a name of ours.

    Parameters
    ----------
    job : Job
        The ``.tab`` or ``.mif``, and the options.

    Returns
    -------
    data : bytes
        The archive.
    encoding : str
        What its text is in.
    told : Finding
        How that is known.

    Raises
    ------
    FileError
        If a file of the table is missing or too big, or it is a view of other tables.
    """
    ending = job.path.suffix.lower()
    files = {}
    for other in sorted(job.path.parent.iterdir()):
        kind = other.suffix.lower()
        if other.stem == job.path.stem and kind in _PARTS[ending] and other.is_file():
            if other.stat().st_size > job.options.limits.file_bytes:
                raise refusal(other.name, "文件过大；请拆分后再用", "it is too big; split it")
            files[kind] = other.read_bytes()
    missing = [part for part in _NEEDED[ending] if part not in files]
    if missing:
        raise unreadable(
            job.file,
            f"缺少 {'、'.join(missing)}；{'、'.join(_PARTS[ending])} 应放在一起",
            f"{', '.join(missing)} is missing; {', '.join(_PARTS[ending])} belong together",
        )
    if ending == ".tab" and re.search(rb"open\s+table", files[".tab"], re.IGNORECASE):
        raise refusal(
            job.file,
            "是引用其他表的视图；请在 MapInfo 中另存为表，或导出为 .mif",
            "it is a view of other tables; save it as a table of its own or export it as .mif",
        )
    said = _CHARSET.search(files[ending])
    if job.options.encoding:
        code, how = job.options.encoding.upper(), Text("已指定", "as told")
    elif said and said[1].lower() in _CHARSETS:
        code, how = _CHARSETS[said[1].lower()], Text("据文件", "as the file says")
    else:
        code, how = _detected(b"".join(files.values())), Text("自动识别", "detected")
    message = Text(f"属性编码 {code}（{how.zh}）", f"attributes in {code} ({how.en})")
    data = bundled([(f"layer{kind}", content) for kind, content in files.items()])
    return data, code, Finding(kind="encoding", message=message)


def _detected(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "CP936"
    return "UTF-8"
