"""A shapefile as one file to send: its parts, zipped, which readers open as they are."""

from __future__ import annotations

import zipfile
from pathlib import Path

from gisplan.catalog.workspace import Workspace
from gisplan.files import write_file
from gisplan.pipeline.fingerprint import file_digest
from gisplan.pipeline.ownership import Ownership

#: Zip knows no day before; the same parts give the same file.
_DAY = (1980, 1, 1, 0, 0, 0)


def zipped(folder: Path, *, place: Workspace) -> Path:
    """Put the parts of a shapefile into a zip beside its folder.

    Parameters
    ----------
    folder : pathlib.Path
        Folder of one shapefile, as an export writes it.
    place : Workspace
        The workspace.

    Returns
    -------
    pathlib.Path
        The zip; it takes the folder's name.

    Raises
    ------
    FileError
        If a zip is there that gisplan did not write, or it can't be written.
    """
    path = folder.with_name(f"{folder.stem}.shp.zip")
    owned = Ownership(place)
    owned.require([path])

    def write(made: Path) -> None:
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
            for part in sorted(folder.iterdir()):
                info = zipfile.ZipInfo(part.name, _DAY)
                info.compress_type = zipfile.ZIP_DEFLATED
                with part.open("rb") as source, out.open(info, "w", force_zip64=True) as target:
                    while block := source.read(1 << 20):
                        target.write(block)

    # noted before it takes its place, as everything that gisplan writes
    write_file(path, write, check=lambda made: owned.note({path: file_digest(made)}))
    return path
