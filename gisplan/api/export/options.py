"""What an export is asked for; known without what writes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from gisplan.errors import OptionError
from gisplan.formats import formats
from gisplan.formats.datums import DATUMS, Datum
from gisplan.text import Text

__all__ = ["DATUMS", "DRAWINGS", "FORMATS", "POSTGIS", "ExportOptions", "files_in"]

#: EPSG codes of CGCS2000's zones of 3 degrees, central meridians 75 to 135 degrees east.
_ZONES = range(4534, 4555)

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


def zones() -> dict[str, Text]:
    """Give the projected systems that are mostly used for drawings, to be offered.

    Returns
    -------
    dict of str to Text
        EPSG code -> words: the zones of CGCS2000 of 3 degrees, without the zone before the easting.
    """
    return {
        f"EPSG:{code}": Text(
            f"2000 三度带，中央经线 {meridian}°", f"CGCS2000, 3-degree zone, {meridian}° E"
        )
        for code, meridian in zip(_ZONES, range(75, 136, 3), strict=True)
    }


def require_crs(name: str, crs: str, *, datum: Datum | str) -> None:
    """Refuse a projected system that a format can't have, or a drawing without one.

    Parameters
    ----------
    name : str
        Of the format.
    crs : str
        EPSG code; empty if none is said.
    datum : str
        What is said of the datum.

    Raises
    ------
    OptionError
        If a drawing has none or is to be in another datum, or another format has one.
    DatumError
        If the system can't be used.
    """
    if name not in DRAWINGS:
        if crs:
            raise OptionError(
                Text(
                    f"只有 DXF 用投影坐标系；{name} 请留空",
                    f"only DXF is in a projected system; leave it empty for {name}",
                )
            )
        return
    if not crs:
        raise OptionError(
            Text(
                "DXF 须写明投影坐标系的 EPSG 代码，如 EPSG:4543（2000 三度带，中央经线 102°）",
                "DXF needs the EPSG code of a projected system, such as EPSG:4543 (CGCS2000,"
                " 3-degree zone, 102° E)",
            )
        )
    if datum != "wgs84":
        raise OptionError(
            Text(
                "DXF 用投影坐标系；坐标系请留 WGS 84",
                "DXF is in the projected system; leave the datum at WGS 84",
            )
        )
    # pyproj is slow to load, and most of what is asked for has no plane
    from gisplan.places.planes import find_plane

    find_plane(crs)
