"""Names, files and tables of a person's own, brought to layers that the analyses take."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.api import load
from gisplan.api.importing.sites_file import sites_of_file
from gisplan.api.notebook.answer import Answer
from gisplan.catalog.ids import text_ids
from gisplan.catalog.layer import (
    PRECISIONS,
    Column,
    ColumnType,
    Complete,
    FileOrigin,
    GeometryKind,
    Layer,
    LayerSpec,
    PartialList,
    Source,
)
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, DatumError, OptionError
from gisplan.places.crs import canonical_datum, to_wgs84
from gisplan.text import Text

#: A layer by its name, a file, a table, or what another question gave.
Given = str | Path | pd.DataFrame | Layer | Answer
#: Columns by which one knows which sites count; of a table of one's own all do, where they stand.
_STANDING: dict[str, Any] = {
    "kind": "own",
    "adcode": None,
    "precision": "site",
    "stage": "operating",
    "start_year": 0,
    "due_year": np.nan,
    "status_year": np.nan,
}
_SHAPES: dict[str, GeometryKind] = {
    "Point": "point",
    "LineString": "line",
    "MultiLineString": "line",
    "Polygon": "polygon",
    "MultiPolygon": "polygon",
}
_KINDS: dict[GeometryKind, Text] = {
    "point": Text("点", "points"),
    "line": Text("线", "lines"),
    "polygon": Text("面", "polygons"),
    "none": Text("不带图形的表", "a table without geometry"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart:
    """The part that a table plays in a question.

    Attributes
    ----------
    name : str
        As the argument is called.
    title : Text
        For messages.
    geometry : tuple of str
        Kinds of geometry that will do; any if empty.
    needs : tuple of str
        Columns that must be there.
    complete : Complete
        What a table of one's own is taken for, as a list of what there is.
    summed : str
        Which of the columns is the one to be summed up, that ``quantity=`` names.
    """

    name: str
    title: Text
    geometry: tuple[GeometryKind, ...] = ()
    needs: tuple[str, ...] = ()
    complete: Complete = True
    summed: str = ""


DEMAND = TablePart(name="demand", title=Text("需求点（demand）", "demand"), geometry=("point",))
FACILITIES = TablePart(
    name="facilities",
    title=Text("设施（facilities）", "facilities"),
    geometry=("point",),
    complete="unknown",
)
CANDIDATES = TablePart(
    name="candidates", title=Text("候选点（candidates）", "candidates"), geometry=("point",)
)
UNWELCOME = TablePart(
    name="unwelcome",
    title=Text("要避让的图层（unwelcome）", "unwelcome"),
    geometry=("polygon", "line", "point"),
)
REGIONS = TablePart(name="regions", title=Text("地区（regions）", "regions"), geometry=("polygon",))


def points(
    table: pd.DataFrame, *, lon: str = "lon", lat: str = "lat", datum: str
) -> gpd.GeoDataFrame:
    """Make points of a table with columns of coordinates, in whatever datum they are.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows with the two columns; not changed.
    lon, lat : str
        Columns of longitude and latitude in degrees, or of easting and northing in metres.
    datum : str
        ``wgs84``, ``cgcs2000``, ``gcj02`` (Amap, Tencent), ``bd09`` (Baidu) or another that
        :func:`gisplan.places.crs.canonical_datum` knows; no one is assumed.

    Returns
    -------
    geopandas.GeoDataFrame
        The same rows with points, EPSG:4326; empty where a coordinate is.

    Raises
    ------
    DataError
        If a column is missing or no number.
    DatumError
        If the datum is unknown.

    Examples
    --------
    >>> import pandas as pd
    >>> import gisplan as gp
    >>> table = pd.DataFrame({"id": ["a"], "lon": [103.83], "lat": [36.06]})
    >>> gp.points(table, datum="gcj02").geometry.x.round(4).tolist()
    [103.8276]
    """
    _require(table, (lon, lat), Text("表", "the table"))
    numbers = [pd.to_numeric(table[name], errors="coerce") for name in (lon, lat)]
    for name, values in zip((lon, lat), numbers, strict=True):
        wrong = values.isna() & table[name].notna()
        if wrong.any():
            at = table.index[wrong][0]
            raise DataError(
                Text(
                    f"列 {name}，行 {at}：不是数字：{table.loc[at, name]}",
                    f"column {name}, row {at}: no number: {table.loc[at, name]}",
                )
            )
    x, y = to_wgs84(*(values.to_numpy(float) for values in numbers), datum=canonical_datum(datum))
    shapes = gpd.points_from_xy(x, y, crs=4326)
    return gpd.GeoDataFrame(table.copy(), geometry=shapes)


def as_layer(given: Given, part: TablePart, *, place: Workspace) -> tuple[Layer, tuple[Text, ...]]:
    """Bring what is given to a layer.

    Parameters
    ----------
    given : str, pathlib.Path, pandas.DataFrame, Layer or Answer
        Name of a layer of the workspace; a file; a table of one's own, in any CRS and with ids of
        any type; or the main table of another answer.
    part : TablePart
        What it is needed for.
    place : Workspace
        That has the layers.

    Returns
    -------
    layer : Layer
        Its table in EPSG:4326, with ``id`` as text.
    told : tuple of Text
        What was left out or assumed.

    Raises
    ------
    DataError
        If columns or geometry are missing; the part and the columns are named.
    DatumError
        If a table has shapes and no CRS.
    OptionError, FileError, DeclarationError
        If there is no such layer or file.
    """
    told: tuple[Text, ...] = ()
    if isinstance(given, Answer):
        found = given.layers[0]
    elif isinstance(given, Layer):
        found = given
    elif isinstance(given, pd.DataFrame):
        found, told = _own(given, part)
    elif isinstance(given, str | Path):
        if Path(given).suffix:
            found, told = _of_file(Path(given), part, place)
        else:
            found = load.load_layer(str(given), place=place)
    else:
        raise OptionError(
            Text(
                f"{part.title.zh}：应为图层名、文件或表，不是 {type(given).__name__}",
                f"{part.title.en}: give the name of a layer, a file or a table, not a"
                f" {type(given).__name__}",
            )
        )
    table = text_ids(found.table)
    _require(table, part.needs, part.title, summed=part.summed)
    if part.geometry and found.spec.geometry not in part.geometry:
        wanted = [_KINDS[kind] for kind in part.geometry]
        raise DataError(
            Text(
                f"{part.title.zh}：应为{'或'.join(kind.zh for kind in wanted)}，"
                f"这里是{_KINDS[found.spec.geometry].zh}",
                f"{part.title.en}: must be {' or '.join(kind.en for kind in wanted)}, this is"
                f" {_KINDS[found.spec.geometry].en}",
            )
        )
    return replace(found, table=table), told


def own_layer(table: pd.DataFrame, name: str, title: Text, *, complete: Complete = True) -> Layer:
    """Declare a table that no declaration tells of, by what it holds.

    Parameters
    ----------
    table : pandas.DataFrame or geopandas.GeoDataFrame
        In EPSG:4326 if it has shapes; with a unique ``id`` or ``adcode``.
    name : str
        What the layer is called.
    title : Text
        For people.
    complete : Complete
        Whether its rows are all there are.

    Returns
    -------
    Layer
        Its columns have their names as titles.
    """
    own = PartialList(layer=name, title=title, complete=complete)
    columns = tuple(
        _column(str(column), table[column]) for column in table.columns if column != "geometry"
    )
    mixed = "precision" in table.columns
    spec = LayerSpec(
        name=name,
        title=title,
        description=title,
        geometry=_geometry(table),
        columns=columns,
        key=("id" if "id" in table.columns else "adcode",),
        origin=FileOrigin(path=Path(name)),
        sources=(Source(title=Text("所给的表", "table given")),),
        licence="",
        vintage="",
        positions="mixed" if mixed else "surveyed",
        path=Path(name),
        geometry_required=False,
        complete=complete,
        partial_lists=() if complete is True else (own,),
    )
    return Layer(spec, table)


def _own(given: pd.DataFrame, part: TablePart) -> tuple[Layer, tuple[Text, ...]]:
    """Bring a table of a person's own to a layer.

    Parameters
    ----------
    given : pandas.DataFrame
        The table; not changed.
    part : TablePart
        What it is needed for.

    Returns
    -------
    layer : Layer
        With ``id``, ``name_zh`` and ``name_en``; facilities also with what tells that they count.
    told : tuple of Text
        Rows without a place, which are left out.
    """
    table = given.copy()
    if isinstance(table, gpd.GeoDataFrame):
        if table.crs is None:
            raise DatumError(
                Text(
                    f"{part.title.zh}：没有坐标系，请先写明，如 table.set_crs(4326)",
                    f"{part.title.en}: no CRS; state it first, as table.set_crs(4326)",
                )
            )
        table = table.to_crs(4326)
        if table.geometry.name != "geometry":
            table = table.rename_geometry("geometry")
    elif part.geometry:
        raise DataError(
            Text(
                f"{part.title.zh}：表没有图形；有经纬度两列的，先用 "
                'gisplan.points(table, datum="gcj02") 写明坐标系',
                f"{part.title.en}: the table has no geometry; of columns with longitude and"
                ' latitude make it by gisplan.points(table, datum="gcj02")',
            )
        )
    if table.empty:
        raise DataError(Text(f"{part.title.zh}：没有数据行", f"{part.title.en}: there is no row"))
    spare = [
        column
        for column in table.columns
        if column != "geometry" and isinstance(table[column], gpd.GeoSeries)
    ]
    table = table.drop(columns=spare)
    if "id" not in table.columns:
        named = "adcode" in table.columns and part is REGIONS
        table.insert(0, "id", table["adcode"] if named else table.index)
    table = _named(text_ids(table)).reset_index(drop=True)
    told: tuple[Text, ...] = ()
    if part.geometry:
        lost = table.geometry.isna() | table.geometry.is_empty
        if lost.any():
            ids = ", ".join(table.loc[lost, "id"].head(5))
            count = int(lost.sum())
            told = (
                Text(
                    f"{part.title.zh}：{count} 行没有位置，未用：{ids}",
                    f"{part.title.en}: {count} row(s) without a place not used: {ids}",
                ),
            )
            table = table[~lost].reset_index(drop=True)
    if part is FACILITIES:
        table = table.assign(
            **{name: value for name, value in _STANDING.items() if name not in table.columns}
        )
        known = table["precision"].isin(PRECISIONS)
        table["precision"] = table["precision"].where(known, "site")
    elif part is REGIONS and "adcode" not in table.columns:
        table = table.assign(adcode=table["id"])
    return own_layer(table, part.name, part.title, complete=part.complete), told


def _of_file(path: Path, part: TablePart, place: Workspace) -> tuple[Layer, tuple[Text, ...]]:
    """Read a file of a person's own.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    part : TablePart
        What it is needed for.
    place : Workspace
        Whose words for headings and regions are known.

    Returns
    -------
    layer : Layer
        As of a table.
    told : tuple of Text
        What was repaired or assumed.
    """
    if part in (FACILITIES, CANDIDATES):
        read = sites_of_file(path, place=place)
        title = Text(path.name, path.name)
        return own_layer(read.table, part.name, title, complete=part.complete), read.left_out
    from gisplan.read import read as read_table

    table = read_table(path)
    for name in table.columns.difference(["geometry"]):
        # the cells of a file are texts as they are read
        numbers = pd.to_numeric(table[name], errors="coerce")
        if table[name].notna().any() and not (numbers.isna() & table[name].notna()).any():
            table[name] = numbers
    return _own(table, part)


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Give rows names in both languages; what has none is called by its id.

    Parameters
    ----------
    table : pandas.DataFrame
        With ``id``.

    Returns
    -------
    pandas.DataFrame
        With ``name_zh`` and ``name_en``.
    """
    plain = next((table[name] for name in ("name", "名称", "NAME") if name in table), None)
    fallback = table["id"].astype(object) if plain is None else plain.astype(object)
    for name in ("name_zh", "name_en"):
        given = table[name].astype(object) if name in table else fallback
        table[name] = given.where(given.notna(), table["id"].astype(object)).astype("str")
    return table


def _geometry(table: pd.DataFrame) -> GeometryKind:
    if not isinstance(table, gpd.GeoDataFrame):
        return "none"
    if table.empty:
        return "point"
    kinds = {_SHAPES.get(kind) for kind in table.geom_type.dropna().unique()}
    if len(kinds) != 1 or None in kinds:
        names = ", ".join(sorted(map(str, table.geom_type.dropna().unique())))
        raise DataError(
            Text(
                f"一张表只能有一种图形（点、线或面），这里有：{names}",
                f"a table holds one kind of shape (points, lines or polygons), this has: {names}",
            )
        )
    (kind,) = kinds
    return kind or "none"


def _column(name: str, values: pd.Series[Any]) -> Column:
    """Declare a column by what it holds.

    Parameters
    ----------
    name : str
        Its name.
    values : pandas.Series
        Its cells.

    Returns
    -------
    Column
        With its name as title.
    """
    kind: ColumnType = "text"
    if pd.api.types.is_bool_dtype(values):
        kind = "boolean"
    elif pd.api.types.is_integer_dtype(values):
        kind = "integer"
    elif pd.api.types.is_numeric_dtype(values):
        kind = "number"
    return Column(name=name, type=kind, title=Text(name, name))


def _require(table: pd.DataFrame, names: Collection[str], title: Text, *, summed: str = "") -> None:
    lacking = [name for name in names if name not in table.columns]
    if not lacking:
        return
    there = _some([str(name) for name in table.columns if name != "geometry"])
    # which column is summed up is the question's own; the others have the names that layers have
    zh, en = ("；用 quantity= 写明要汇总的列", "; name the one to be summed up by quantity=")
    which = lacking == [summed]
    raise DataError(
        Text(
            f"{title.zh}：没有列 {'、'.join(lacking)}；有：{there}{zh if which else ''}",
            f"{title.en}: there is no column {', '.join(lacking)}; there are: {there}"
            f"{en if which else ''}",
        )
    )


def _some(names: Sequence[str], *, most: int = 30) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")
