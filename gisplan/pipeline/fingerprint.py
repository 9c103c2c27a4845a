"""Fingerprints: of texts, of files, and of gisplan itself with what it writes with."""

from __future__ import annotations

import functools
import hashlib
from importlib import metadata
from pathlib import Path

from gisplan.errors import FileError
from gisplan.reasons import reason
from gisplan.text import Text

#: Packages whose version changes what is written.
_TOOLS = (
    *("folium", "geopandas", "numpy", "pandas", "pyarrow", "pyogrio", "pyproj"),
    *("rasterio", "scipy", "shapely"),
)


def digest(*parts: bytes | str) -> str:
    """Give one fingerprint of several texts, which can't run into each other.

    Parameters
    ----------
    *parts : bytes | str
        Texts and bytes, in order.

    Returns
    -------
    str
        SHA-256, hexadecimal.
    """
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()


def file_digest(path: Path) -> str:
    """Give the fingerprint of a file's content.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    str
        SHA-256, hexadecimal.

    Raises
    ------
    FileError
        If it can't be read, with why.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        why = reason(error, path=path)
        raise FileError(
            Text(
                f"无法读取 {path}（{why.zh}）；如在其他程序中打开，请关闭后再试",
                f"can't read {path} ({why.en}); if another program has it open, close it there",
            )
        ) from error


@functools.cache
def program_digest() -> str:
    """Give the fingerprint of gisplan itself and of the packages that it writes with.

    Worked out once a process, which goes on with the program that it began with.

    Returns
    -------
    str
        Another for every change to a file of gisplan, or to a version of those packages.
    """
    package = Path(__file__).parents[1]
    files = sorted(
        path
        for path in package.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and "_bundled" not in path.relative_to(package).parts
    )
    own = [f"{path.relative_to(package).as_posix()} {file_digest(path)}" for path in files]
    return digest(*own, *(f"{name} {metadata.version(name)}" for name in _TOOLS))
