"""Surfaces of travel and service: friction made from layers, travel time, who lives where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
from pyproj import CRS

from gisplan.analysis.checks import amounts, check_breaks
from gisplan.analysis.columns import ADCODE, ID, quantity_of, reaches_of, words_of, year_of
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.coverage.unreachable import named_unreachable, unreachable_words
from gisplan.analysis.demand.cells import from_blocks
from gisplan.analysis.travel import Friction, Grid, friction_from, slope_degrees
from gisplan.analysis.travel.points import check_limit, take_points
from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Column, Outcome, Surface
from gisplan.catalog.raster import Raster
from gisplan.catalog.units import MIN, MIN_PER_M, PERSONS
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

#: How far two grids' corners may lie apart, in cells, and still be the same grid.
_SAME = 1e-3


def check_aligned(rasters: dict[str, Raster]) -> None:
    """Require that rasters have the same cells.

    Parameters
    ----------
    rasters : dict of str to Raster
        By the name that messages use.

    Raises
    ------
    DataError
        If one differs from the first in size, place or coordinate reference system; it says in
        which, and how to bring them together.
    """
    (first, model), *others = rasters.items()
    for name, other in others:
        a, b = model.grid, other.grid
        what: Text | None = None
        if not CRS.from_user_input(a.crs).equals(CRS.from_user_input(b.crs)):
            what = Text("坐标系", "coordinate reference system")
        elif (a.width, a.height) != (b.width, b.height):
            what = Text(
                f"行列数（{a.height} × {a.width} 与 {b.height} × {b.width}）",
                f"size ({a.height} x {a.width} and {b.height} x {b.width})",
            )
        else:
            cell = max(abs(part) for part in (a.transform[0], a.transform[4]))
            apart = np.abs(np.subtract(a.transform, b.transform))
            # the steps count as often as there are cells
            apart[[0, 3]] *= a.width
            apart[[1, 4]] *= a.height
            if apart.max() > _SAME * cell:
                what = Text("位置或像元大小", "place or size of cells")
        if what is not None:
            raise DataError(
                Text(
                    f"栅格 {first} 与 {name} 的{what.zh}不同。请先把它们重采样到同一网格"
                    "（例如用 gdalwarp 的 -t_srs、-te、-tr）",
                    f"the rasters {first} and {name} differ in {what.en}. Bring them onto one"
                    " grid first, with gdalwarp -t_srs -te -tr for instance",
                )
            )


def _of_grid(given: Given, made: Column, *inputs: str, vintage: str = "") -> TableSpec:
    """Tell of a raster with the cells of the first of the inputs that is given.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.
    made : Column
        The column of the raster.
    *inputs : str
        Names of inputs, in order of preference.
    vintage : str, optional
        What the figures are of; as the inputs' if empty.

    Returns
    -------
    TableSpec
        Column and geometry of the raster.
    """
    like = next((given.layers[name] for name in inputs if name in given.layers), None)
    positions = like.positions if like else "none"
    return TableSpec(
        columns=(made,), key=(), geometry="raster", positions=positions, vintage=vintage
    )


def _friction(given: Given) -> TableSpec:
    made = declare(
        "minutes_per_metre",
        "number",
        ("每米所需时间", "Time for a metre"),
        unit=MIN_PER_M,
        minimum=0,
        derived=True,
    )
    return _of_grid(given, made, "like", "elevation", "land_cover")


@analysis("friction_surface", gives=_friction)
def friction_surface(
    speeds: pd.DataFrame,
    elevation: Raster | None = None,
    land_cover: Raster | None = None,
    roads: gpd.GeoDataFrame | None = None,
    like: Raster | None = None,
) -> Surface:
    """Make a friction raster from elevation, land cover and roads.

    Parameters
    ----------
    speeds : pandas.DataFrame
        ``layer`` (``land_cover`` or ``roads``), ``class``, ``kmh``.
    elevation : Raster, optional
        Metres; slows by its slope.
    land_cover : Raster, optional
        Codes that ``speeds`` knows.
    roads : geopandas.GeoDataFrame, optional
        Lines with ``class``.
    like : Raster, optional
        Whose cells the result has where there is neither elevation nor land cover.

    Returns
    -------
    Surface
        Minutes per metre; see :func:`gisplan.analysis.travel.friction_from` for the method.

    Raises
    ------
    OptionError
        If there is no raster to take the cells from.
    DataError, DatumError
        If a layer can't be used, or rasters have different cells.
    """
    given = {"elevation": elevation, "land_cover": land_cover, "like": like}
    rasters = {name: raster for name, raster in given.items() if raster is not None}
    if not rasters:
        raise OptionError(
            Text(
                "请给出 elevation、land_cover 或 like 之一，阻力栅格取其网格",
                "give elevation, land_cover or like: the friction raster has its cells",
            )
        )
    check_aligned(rasters)
    model = next(iter(rasters.values())).grid
    grid = Grid.of(model)
    made = friction_from(
        grid,
        speeds=speeds,
        slope=None if elevation is None else slope_degrees(elevation.values(), grid),
        land_cover=None if land_cover is None else land_cover.values(),
        roads=roads,
    )
    return Surface(Raster.of(model, made.minutes_per_metre))


def _minutes(given: Given) -> TableSpec:
    made = declare(
        "minutes",
        "number",
        ("到最近设施的时间", "Time to the nearest facility"),
        unit=MIN,
        minimum=0,
        derived=True,
    )
    return _of_grid(given, made, "friction", vintage=year_of(given))


@analysis("travel_time_surface", gives=_minutes, bounds={"limit_min": (0, None)})
def travel_time_surface(
    friction: Raster,
    sites: gpd.GeoDataFrame,
    *,
    year: int,
    kinds: Sequence[str] = (),
    limit_min: float | None = None,
) -> Surface:
    """Compute the travel time from each cell to its nearest site.

    Parameters
    ----------
    friction : Raster
        Minutes per metre; no data is impassable.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        Kinds of sites; all if empty.
    limit_min : float, optional
        Greatest travel time that is of interest.

    Returns
    -------
    Surface
        Minutes; no data where no site can be reached. Sites off the raster or on cells that
        can't be passed are named in ``left_out``.

    Raises
    ------
    DataError, OptionError, DatumError
        If the raster, the sites or an option can't be used.
    """
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    field = Friction(friction.values(), Grid.of(friction.grid))
    found = field.travel_time(chosen.table, limit=limit_min)
    lost = named_unreachable(found.unreachable, chosen.table)
    told = unreachable_words(lost)
    return Surface(Raster.of(friction.grid, found.minutes), (*chosen.left_out, *told))


def _bands(given: Given) -> TableSpec:
    bounds = [f"{value:g}" for value in given["reaches_min"]]
    ends = ", ".join(bounds)
    made = declare(
        "band",
        "integer",
        ("时间带", "Band of travel time"),
        meaning=(
            f"1 最近；各带上限（分钟）：{ends}；再往外为 {len(bounds) + 1}",
            f"1 is the nearest; upper bounds in minutes: {ends}; beyond: {len(bounds) + 1}",
        ),
        minimum=1,
        derived=True,
    )
    return _of_grid(given, made, "travel_time", vintage=given.layers["travel_time"].vintage)


@analysis("service_bands", gives=_bands)
def service_bands(travel_time: Raster, *, reaches_min: Sequence[float]) -> Surface:
    """Put travel times into bands.

    Parameters
    ----------
    travel_time : Raster
        Minutes.
    reaches_min : sequence of float
        Upper bounds of the bands, rising; a band holds its upper bound.

    Returns
    -------
    Surface
        1 for the first band and so on; one more than there are bounds beyond the last. No data
        where the travel time has none.

    Raises
    ------
    OptionError
        If the bounds do not rise from above 0.
    """
    check_breaks(reaches_min)
    minutes = travel_time.values()
    band = np.searchsorted(np.asarray(reaches_min, dtype=np.float64), minutes, side="left") + 1.0
    return Surface(Raster.of(travel_time.grid, np.where(np.isnan(minutes), np.nan, band)))


def _gridded(given: Given) -> TableSpec:
    made = replace(quantity_of(given, of="points"), type="number", derived=True)
    return _of_grid(given, made, "like", vintage=given.layers["points"].vintage)


@analysis("on_grid", gives=_gridded)
def on_grid(points: gpd.GeoDataFrame, like: Raster, *, quantity: str = "population") -> Surface:
    """Add up what stands at points by the cells that they lie in.

    Parameters
    ----------
    points : geopandas.GeoDataFrame
        With ``id`` and the quantity.
    like : Raster
        Whose cells the result has.
    quantity : str
        Column that is added up.

    Returns
    -------
    Surface
        The sums; 0 where there is no point. What lies off the raster is told in ``left_out``.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or raster can't be used, or the quantity of a point isn't known.
    """
    sums, left_out = _sums(points, like, quantity)
    return Surface(Raster.of(like.grid, sums), left_out)


def _covered(given: Given) -> TableSpec:
    quantity, far = quantity_of(given, of="points"), reaches_of(given).said()
    words = words_of(quantity)
    title = Text(f"{far.zh}内{words.zh}", f"{words.en} within {far.en}")
    made = replace(quantity, type="number", title=title, derived=True)
    return _of_grid(given, made, "travel_time", vintage=given.layers["points"].vintage)


@analysis("covered_on_grid", gives=_covered, bounds={"reach_min": (0, None)})
def covered_on_grid(
    points: gpd.GeoDataFrame,
    travel_time: Raster,
    *,
    reach_min: float,
    quantity: str = "population",
) -> Surface:
    """Add up by cells what is within a travel time of a site.

    Parameters
    ----------
    points : geopandas.GeoDataFrame
        With ``id`` and the quantity.
    travel_time : Raster
        Minutes.
    reach_min : float
        A cell at exactly the reach is within.
    quantity : str
        Column that is added up.

    Returns
    -------
    Surface
        The sums in cells within reach, 0 in the others and in those that no site reaches. What
        lies off the raster is told in ``left_out``.

    Raises
    ------
    DataError, OptionError, DatumError
        As :func:`on_grid`.
    """
    check_limit(reach_min, "reach_min")
    sums, left_out = _sums(points, travel_time, quantity)
    within = travel_time.values() <= reach_min
    return Surface(Raster.of(travel_time.grid, np.where(within, sums, 0.0)), left_out)


def _people(given: Given) -> TableSpec:
    people = given.layers["people"].columns[0]
    columns = (
        replace(ID, meaning=Text("方格的行-列-县级代码", "Row-column-county of the square")),
        replace(ADCODE, required=True),
        declare(
            "weight",
            "number",
            ("权重", "Weight"),
            unit=PERSONS,
            meaning=people.title,
            required=True,
            minimum=0,
            derived=True,
        ),
        declare("cells", "integer", ("有人的像元数", "Cells with people"), minimum=0, derived=True),
    )
    return TableSpec(
        columns=columns,
        key=("id",),
        geometry="point",
        positions=given.layers["people"].positions,
        vintage=given.layers["people"].vintage,
    )


@analysis("people_from_raster", gives=_people, bounds={"cell": (1, None)})
def people_from_raster(people: Raster, counties: gpd.GeoDataFrame, *, cell: int = 1) -> Outcome:
    """Gather the people of a raster into demand points.

    Parameters
    ----------
    people : Raster
        Persons in each cell; read block by block.
    counties, cell
        As in :func:`gisplan.analysis.demand.from_blocks`.

    Returns
    -------
    Outcome
        As of :func:`gisplan.analysis.demand.from_blocks`.

    Raises
    ------
    DataError, OptionError, DatumError
        As :func:`gisplan.analysis.demand.from_blocks`.
    """
    return from_blocks(people.blocks(), people.grid, counties, cell=cell)


def _sums(points: gpd.GeoDataFrame, like: Raster, quantity: str) -> tuple[Floats, tuple[Text, ...]]:
    held = amounts(points, quantity)
    grid = like.grid
    cell = Grid.of(grid).cell_of(take_points(points, "points"))
    unknown = np.isnan(held)
    if unknown.any():
        name = points["id"].to_numpy()[unknown][0]
        raise DataError(
            Text(
                f"{int(unknown.sum())} 个点的 {quantity} 不详（如 {name}），不能按像元汇总",
                f"{quantity} isn't known of {int(unknown.sum())} point(s), {name} for one; they"
                " can't be added up by cells",
            )
        )
    inside = cell >= 0
    size = grid.width * grid.height
    sums = np.bincount(cell[inside], weights=held[inside], minlength=size)
    left_out: tuple[Text, ...] = ()
    if not inside.all():
        count, total = int((~inside).sum()), float(held[~inside].sum())
        left_out = (
            Text(
                f"{count} 个点（{quantity} 合计 {total:,.0f}）在栅格范围之外，未计入",
                f"{count} point(s), {total:,.0f} of {quantity} in all, lie off the raster:"
                " not counted",
            ),
        )
    return sums.reshape(grid.height, grid.width).astype(np.float64), left_out
