"""Reading where a layer comes from: a file, parts of one, an analysis; and its sources."""

from __future__ import annotations

from gisplan.catalog.declaration import Declaration
from gisplan.catalog.layer import (
    AnalysisOrigin,
    FileOrigin,
    PartsOrigin,
    Source,
)
from gisplan.text import Text


def read_analysis(entry: Declaration) -> AnalysisOrigin:
    """Read which analysis makes a layer, of what, and how.

    Parameters
    ----------
    entry : Declaration
        Its table ``[from]``.

    Returns
    -------
    AnalysisOrigin
        Its inputs and parameters as they stand; they are checked where all layers are known.
    """
    # what is no name stays as one that no layer has, so that nothing is made without that input
    given = entry.mapping("inputs").items()
    inputs = {key: name if isinstance(name, str) else "" for key, name in given}
    if not all(inputs.values()):
        entry.fault("inputs", "各项应为图层名", "each must be the name of a layer")
    origin = AnalysisOrigin(
        method=entry.string("analysis"),
        inputs=inputs,
        parameters=entry.mapping("parameters"),
        table=entry.string("table", ""),
    )
    entry.finish()
    return origin


def read_file(entry: Declaration) -> FileOrigin:
    """Read which file a layer is taken from.

    Parameters
    ----------
    entry : Declaration
        Its table ``[from]``.

    Returns
    -------
    FileOrigin
        Of a table with points, the columns of longitude and latitude too.
    """
    origin = FileOrigin(
        path=entry.path("file"),
        layer=entry.optional_string("layer"),
        lon=entry.optional_string("lon"),
        lat=entry.optional_string("lat"),
        band=entry.integer("band", 1, minimum=1, maximum=65535),
    )
    if bool(origin.lon) != bool(origin.lat):
        lacking = "lat" if origin.lon else "lon"
        entry.fault(lacking, "经度列 lon 和纬度列 lat 要一起写明", "lon and lat are named together")
    entry.finish()
    return origin


def read_parts(entry: Declaration) -> PartsOrigin:
    """Read which files a large layer is taken from, part by part.

    Parameters
    ----------
    entry : Declaration
        Its table ``[from]``.

    Returns
    -------
    PartsOrigin
        Files, and what their points are placed in.
    """
    origin = PartsOrigin(
        path=entry.path("parts", folder=True),
        counties=entry.optional_string("counties"),
        column=entry.string("column", "adcode"),
    )
    entry.finish()
    return origin


def read_sources(entry: Declaration) -> tuple[Source, ...]:
    """Read where the figures of a layer come from.

    Parameters
    ----------
    entry : Declaration
        The layer's declaration.

    Returns
    -------
    tuple of Source
        In the order in which they are declared.
    """
    return tuple(_source(item, entry.file.stem) for item in entry.tables("sources"))


def _source(entry: Declaration, layer: str) -> Source:
    source = Source(
        title=entry.words("title"),
        publisher=entry.text("publisher", required=False) or Text("", ""),
        date=entry.string("date", ""),
        url=entry.string("url", ""),
        note=entry.text("note", required=False),
        layers=(layer,),
    )
    entry.finish()
    return source
