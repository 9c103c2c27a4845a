"""What forms offer to choose from: quantities, kinds of site and layers of the workspace."""

from __future__ import annotations

from gisplan.api.layers import layers
from gisplan.api.workspace import Workspace
from gisplan.text import Text

#: A value of a list, and what people read.
Choice = tuple[str, Text]
#: What coordinates may be in; metres last.
DATUMS: tuple[Choice, ...] = (
    ("wgs84", Text("GPS（WGS 84）", "GPS (WGS 84)")),
    ("cgcs2000", Text("天地图、国家 2000（CGCS2000）", "CGCS2000")),
    ("gcj02", Text("高德、腾讯（GCJ-02）", "Amap, Tencent (GCJ-02)")),
    ("bd09", Text("百度（BD-09）", "Baidu (BD-09)")),
    (
        "cgcs2000-gk3",
        Text("国家 2000 三度带，米，带带号", "CGCS2000, metres of 3-degree zones, with the zone"),
    ),
    (
        "cgcs2000-gk6",
        Text("国家 2000 六度带，米，带带号", "CGCS2000, metres of 6-degree zones, with the zone"),
    ),
    *(
        (
            f"cgcs2000-gk-{degrees}e",
            Text(f"国家 2000，米，中央经线 {degrees}°", f"CGCS2000, metres, meridian {degrees}°"),
        )
        for degrees in range(93, 112, 3)
    ),
)


def quantities(place: Workspace) -> list[Choice]:
    """Give what of the demand can be counted.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    list of tuple
        Columns with their titles; none where there is no demand.
    """
    demand = {spec.name: spec for spec in layers(place)}.get(place.roles.demand)
    return [
        (one.name, one.title_with_unit)
        for one in (demand.columns if demand else ())
        if one.unit is not None and (one.name == "population" or one.name.startswith("t_"))
    ]


def kinds(place: Workspace) -> list[Choice]:
    """Give the kinds of site that the network may have.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    list of tuple
        Kinds with their titles; none where there is no network.
    """
    network = {spec.name: spec for spec in layers(place)}.get(place.roles.network)
    column = network.column("kind") if network and "kind" in network.column_names else None
    return (
        [(name, column.labels.get(name, Text(name, name))) for name in column.values]
        if column
        else []
    )


def candidate_layers(place: Workspace) -> list[Choice]:
    """Give the layers of points that sites may be chosen among.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    list of tuple
        Layers with their titles.
    """
    return [
        (spec.name, spec.title)
        for spec in layers(place)
        if spec.geometry == "point" and "id" in spec.column_names
    ]
