"""Files that were sent: kept below the workspace, and which of them belong together."""

from __future__ import annotations

import re
import secrets
import shutil
from pathlib import Path, PurePosixPath

from starlette.datastructures import UploadFile

from gisplan.api.workspace import Workspace
from gisplan.errors import FileError
from gisplan.reasons import reason
from gisplan.text import Text

#: Files in one go.
MOST_FILES = 200
_BATCH = re.compile(r"[0-9a-f]{16}")
#: Batches of files kept; older ones go.
_KEPT = 20
#: What no file may be called on some system.
_BAD = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
#: Parts that belong to a shapefile of the same name.
_PARTS = (".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".fbn", ".fbx", ".ain", ".aih")
_PARTS_XML = ".shp.xml"


def kept(place: Workspace, given: list[UploadFile]) -> Path:
    """Put files into a folder of their own, under names that every system takes.

    Parameters
    ----------
    place : Workspace
        The workspace.
    given : list of UploadFile
        As they were sent.

    Returns
    -------
    pathlib.Path
        The folder, below ``.gisplan`` of the workspace.

    Raises
    ------
    FileError
        If they can't be written.
    """
    home = place.root / ".gisplan" / "intake"
    folder = home / secrets.token_hex(8)
    names: set[str] = set()
    try:
        folder.mkdir(parents=True)
        for item in given:
            name = _file_name(item.filename or "", names)
            with (folder / name).open("xb") as file:
                shutil.copyfileobj(item.file, file, 1 << 20)
        old = [path for path in home.iterdir() if _BATCH.fullmatch(path.name)]
        for path in sorted(old, key=lambda one: one.stat().st_mtime)[:-_KEPT]:
            shutil.rmtree(path, ignore_errors=True)
    except OSError as error:
        why = reason(error, path=folder)
        raise FileError(
            Text(f"文件没有收下（{why.zh}）", f"the files were not taken ({why.en})")
        ) from error
    return folder


def _file_name(given: str, taken: set[str]) -> str:
    """Give a file a name that every system takes, as near as can be to its own.

    Parameters
    ----------
    given : str
        As the browser sends it; with folders, by some.
    taken : set of str
        Names given already, which this one joins.

    Returns
    -------
    str
        Without folders.
    """
    name = PurePosixPath(given.replace("\\", "/")).name
    name = _BAD.sub("_", name).strip(" .") or "file"
    if _RESERVED.match(name):
        name = f"_{name}"
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (name, "")
    while len((stem + ending).encode(errors="replace")) > 200:
        stem = stem[:-1]
    name, number = stem + ending, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{ending}"
    taken.add(name.casefold())
    return name


def whole_files(folder: Path) -> list[Path]:
    """Give the files of a folder that are something by themselves: parts go with their .shp.

    Parameters
    ----------
    folder : pathlib.Path
        Where the files lie.

    Returns
    -------
    list of pathlib.Path
        In order of their names.
    """
    there = sorted(folder.iterdir())
    shapes = {path.stem.casefold() for path in there if path.suffix.lower() == ".shp"}
    return [
        path
        for path in there
        if (path.suffix.lower() not in _PARTS and not path.name.lower().endswith(_PARTS_XML))
        or (path.suffix.lower() == ".dbf" and not shapes)
    ]
