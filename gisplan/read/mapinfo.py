"""MapInfo's files: those that belong together."""

from __future__ import annotations

import re

from gisplan.read.archive import bundled
from gisplan.read.options import refusal, unreadable
from gisplan.read.part import Job

_PARTS = {".tab": (".tab", ".dat", ".map", ".id"), ".mif": (".mif", ".mid")}
_NEUTRAL = re.compile(rb"(^!?charset\s+\"?)Neutral", re.IGNORECASE | re.MULTILINE)
#: Without these there are no rows.
_NEEDED = {".tab": (".dat",), ".mif": (".mid",)}


def bundle(job: Job) -> bytes:
    """Give the files of a table as an archive in memory, under a name of ours.

    Parameters
    ----------
    job : Job
        The ``.tab`` or ``.mif``, and the options.

    Returns
    -------
    bytes
        The archive.

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
    if not _is_utf8(b"".join(files[kind] for kind in (ending, *_NEEDED[ending]))):
        # without a charset GDAL hands on bytes that are no text
        files[ending] = _NEUTRAL.sub(rb"\1WindowsSimpChinese", files[ending], count=1)
    return bundled([(f"layer{kind}", content) for kind, content in files.items()])


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
