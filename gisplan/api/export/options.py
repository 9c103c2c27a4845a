"""What an export is asked for; known without what writes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from gisplan.formats import formats
from gisplan.formats.datums import DATUMS, Datum

__all__ = ["DATUMS", "DRAWINGS", "FORMATS", "POSTGIS", "ExportOptions", "files_in"]

#: What an export may be asked for: formats of files, and a database.
POSTGIS = formats.POSTGIS
DRAWINGS = formats.DRAWINGS
FORMATS: tuple[str, ...] = (*formats.ALL, *DRAWINGS, POSTGIS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What an export is asked for.

    Attributes
    ----------
    layers : tuple of str
        Names of the layers; all of them if empty.
    formats : tuple of str
        Of :data:`FORMATS`.
    datum : {"wgs84", "cgcs2000", "gcj02"}
        What coordinates are written in; any but WGS 84 is named in the files' names.
    crs : str, optional
        EPSG code of the projected system of drawings (DXF), which have metres in place of a
        datum's degrees; must be given for them, and named in their files' names.
    to : pathlib.Path, optional
        The folder; ``exports`` of the workspace if left out.
    database : str
        For the format ``postgis``: address, service or empty, as
        :func:`gisplan.formats.database.transaction` takes it.
    schema : str
        Of that database.
    overwrite : bool
        Whether files that gisplan did not write, or that were edited since, may be replaced.
        Files that layers are made from are not, even so.
    """

    layers: tuple[str, ...] = ()
    formats: tuple[str, ...] = (formats.GEOPACKAGE,)
    datum: Datum = "wgs84"
    crs: str | None = None
    to: Path | None = None
    # may hold a password, which no representation should
    database: str = field(default="", repr=False)
    schema: str = "gisplan"
    overwrite: bool = False


def datums_of(name: str) -> tuple[str, ...]:
    """Give the datums that files of a format can be written in.

    Parameters
    ----------
    name : str
        Of the format.

    Returns
    -------
    tuple of str
        As options name them.
    """
    return formats.datums_of(name)


def files_in(datum: Datum) -> tuple[str, ...]:
    """Give the formats of files that can be written in a datum.

    Parameters
    ----------
    datum : {"wgs84", "cgcs2000", "gcj02"}

    Returns
    -------
    tuple of str
        Names of formats.
    """
    return tuple(name for name in formats.ALL if datum in formats.datums_of(name))
