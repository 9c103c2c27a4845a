"""Names of exported files: made from names of layers, and always inside their folder."""

from __future__ import annotations

import re
from pathlib import Path

from gisplan.errors import OptionError
from gisplan.text import Text

#: Of exported rasters, which are Cloud-Optimised GeoTIFF.
RASTER = ".tif"
# Letters and digits of any script, and signs that no system gives a meaning to.
_NAME = re.compile(r"[^\W_][\w\-]{0,79}")
#: Windows opens a device by these names, whatever the ending.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)


def file_in(folder: Path, name: str, ending: str) -> Path:
    """Give the path of a layer's file in a folder.

    Parameters
    ----------
    folder : pathlib.Path
        Folder of the file.
    name : str
        Of a layer.
    ending : str
        With its dot; of gisplan's own, not of a user's.

    Returns
    -------
    Path
        Path in the folder.

    Raises
    ------
    OptionError
        If the name could lead out of the folder, hide the file, or is a device on Windows.
    """
    if not _NAME.fullmatch(name) or name.lower() in _DEVICES:
        raise OptionError(
            Text(
                f"图层名 {name!r} 不能用作文件名；只能用字母、数字、“_”和“-”，以字母或数字开头",
                f"the layer name {name!r} can't be a file's name; use letters, digits, '_' and"
                " '-', and begin with a letter or digit",
            )
        )
    return folder / f"{name}{ending}"
