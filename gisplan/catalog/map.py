"""What a map shows: its groups, layers and styles, as ``maps/NAME.toml`` holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from gisplan.text import Text

if TYPE_CHECKING:
    from gisplan.catalog.layer import LayerSpec

StyleKind = Literal["outline", "choropleth", "categories", "points", "flows", "cells"]
STYLE_KINDS: tuple[StyleKind, ...] = (
    "outline",
    "choropleth",
    "categories",
    "points",
    "flows",
    "cells",
)
#: How numbers are cut into classes: the names of mapclassify, or the map's own breaks.
Scheme = Literal["quantiles", "natural_breaks", "equal_interval", "breaks"]
SCHEMES: tuple[Scheme, ...] = ("quantiles", "natural_breaks", "equal_interval", "breaks")
#: What a headline figure says of the rows of a layer.
Measure = Literal["count", "sum", "ratio"]
MEASURES: tuple[Measure, ...] = ("count", "sum", "ratio")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a layer is drawn.

    Attributes
    ----------
    kind : StyleKind
        ``outline``: lines or borders without fill. ``choropleth``: polygons filled by the
        class of a number. ``categories``: filled or coloured by the values of a column.
        ``points``: marks whose look tells the precision of the position. ``flows``: lines as
        wide as a number is large, with arrows along them. ``cells``: a raster by the class of
        its values, or by its codes.
    color : str
        ``#rrggbb`` of lines and single-coloured marks.
    weight : float
        Width of lines in pixels; of ``flows`` that of the largest.
    dash : str
        SVG dash pattern, empty for solid.
    opacity : float
        Of fills, 0 to 1.
    column : str, optional
        What ``choropleth``, ``categories`` and ``flows`` go by (and ``points``, if coloured by a
        column). ``cells`` go by the one column of the raster.
    scheme : Scheme, optional
        How a choropleth is cut into classes.
    classes : int, optional
        How many classes it is cut into.
    breaks : tuple of float, optional
        Upper bounds of all classes but the last, with ``scheme = "breaks"``.
    palette : str
        Name of a colour-blind-safe palette that ``present`` knows.
    colors : mapping of str to str
        Value -> ``#rrggbb`` for ``categories`` and coloured points.
    labels : mapping of str to Text
        Value -> words in the legend.
    dashes : mapping of str to str
        Value -> SVG dash pattern of the lines of ``categories``.
    label_column : str, optional
        Column (or pair ``NAME`` for ``NAME_zh``/``NAME_en``) that labels the features.
    beside_column : str, optional
        Column (or pair) with a few characters that the page writes beside marks, where there is
        room.
    """

    kind: StyleKind
    color: str = "#444444"
    weight: float = 1.0
    dash: str = ""
    opacity: float = 0.7
    column: str | None = None
    scheme: Scheme = "quantiles"
    classes: int = 5
    breaks: tuple[float, ...] = ()
    palette: str = "YlGnBu"
    colors: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Text] = field(default_factory=dict)
    dashes: Mapping[str, str] = field(default_factory=dict)
    label_column: str | None = None
    beside_column: str | None = None


def popup_of(spec: LayerSpec) -> tuple[str, ...]:
    """Give all columns of a layer for its pop-ups, on a map that no declaration composes.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    tuple of str
        The name first, if rows have one in both languages.
    """
    names = {"name_zh", "name_en"}
    rest = tuple(name for name in spec.column_names if name not in names)
    return ("name", *rest) if names <= set(spec.column_names) else rest


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLayer:
    """One layer on a map.

    Attributes
    ----------
    layer : str
        Name of the layer.
    title : Text, optional
        Instead of the layer's own title.
    show : bool
        Whether it is on when the map opens.
    popup : tuple of str
        Columns shown when a feature is clicked, in order; the first is the heading. ``NAME``
        may stand for the pair ``NAME_zh``, ``NAME_en``.
    year : int, optional
        The year that the whole layer speaks of. Of the layers of one group and one table that
        have a year, the map's slider shows the one of the chosen year.
    year_column : str, optional
        Column with the year of each row, such as the one in which a milestone is due; the
        slider leaves the rows of later years out.
    report_column : str, optional
        Column with the year of the report that a row's state is from. The state is known from the
        year of ``year_column``, or else from the report, up to the report: in other years of the
        slider the row is drawn as without a value, and its popup says why.
    style : Style
        How it is drawn.
    """

    layer: str
    title: Text | None = None
    show: bool = True
    popup: tuple[str, ...] = ()
    year: int | None = None
    year_column: str | None = None
    report_column: str | None = None
    style: Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One figure that a map puts first.

    Attributes
    ----------
    title : Text
        What it is.
    layer : str
        Layer or table whose rows it is of; it need not be on the map.
    measure : Measure
        ``count``: rows, of all if ``where`` picks some. ``sum``: of ``column``. ``ratio``: the
        sum of ``column`` in percent of the sum of ``over``.
    column : str, optional
        Column of numbers that is summed.
    over : str, optional
        Column of numbers whose sum it is held against.
    low : str, optional
        Column with the lower end of its range, where it has one, which then is put first.
    high : str, optional
        Column with the upper end.
    where : mapping of str to str
        Column -> value that a row must have to count.
    """

    title: Text
    layer: str
    measure: Measure = "count"
    column: str | None = None
    over: str | None = None
    low: str | None = None
    high: str | None = None
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapGroup:
    """Layers that stand together in the layer control."""

    title: Text
    layers: tuple[MapLayer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadAccess:
    """The roads of a workspace as its commands use them, and how one gets to them.

    Attributes
    ----------
    layer : str
        Layer of lines, which lies beneath the map.
    access_km : float
        How far from a road a place may lie, straight.
    access_detour : float
        Factor from that straight line to the way that is really gone.
    road_kmh : float, optional
        Declared speed of the roads; None where roads have speeds of their own, which a page lacks.
    access_kmh : float
        Declared speed of the legs off the road.
    reaches_min : tuple of float
        Reaches in minutes that may be chosen.
    """

    layer: str
    access_km: float
    access_detour: float
    road_kmh: float | None = None
    access_kmh: float = 30.0
    reaches_min: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationSpec:
    """What a planner may try out on a map: candidate sites beside those that stand.

    Attributes
    ----------
    demand : str
        Layer of points with ``id``, ``adcode`` and the quantity. It need not be on the map.
    quantity : str
        What is served, a number of each point, such as ``population``.
    sites : str
        Layer of points with ``id`` and names: the sites that serve already, all of its rows.
    regions : str
        Layer of polygons on the map with ``adcode``, by which the coverage is told.
    units : str
        Table of all units (``adcode``, ``parent``): in which region each demand point counts.
    counties : str
        Layer of polygons on the map: in which of them a candidate lies.
    reaches_km : tuple of float
        Reaches to choose from, rising, in km on the ellipsoid.
    reach_km : float
        The one chosen when the map opens.
    rates : str, optional
        Table of the rates that the demand's waste comes from, as ``waste_demand`` takes it: the
        page then says of each stream by which rate, of which year.
    roads : RoadAccess, optional
        With it, reach by road may be chosen as well.
    """

    demand: str
    quantity: str = "population"
    sites: str
    regions: str
    units: str
    counties: str
    reaches_km: tuple[float, ...]
    reach_km: float
    rates: str | None = None
    roads: RoadAccess | None = None

    @property
    def layer_names(self) -> tuple[str, ...]:
        """Give the names of the layers that the figures come from.

        Returns
        -------
        tuple of str
            Five names, or six.
        """
        names = (self.demand, self.sites, self.regions, self.units, self.counties)
        return (*names, self.rates) if self.rates else names


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksSpec:
    """What a map's list of tasks is made from: the ledger of the plan; see docs/plan.md.

    Attributes
    ----------
    ledger : str
        Layer as ``plan_ledger`` gives it: a row an item.
    duties : str
        Layer as ``plan_duties`` gives it: who leads and cooperates.
    places : str
        Layer as ``plan_item_regions`` gives it: which units an item is about.
    unit_names : str
        Table of the other names of bureaus: ``name_zh``, ``name_en``, ``unit_zh``, ``relation``.
    regions : str
        Table of all administrative units: ``adcode``, ``parent``, ``level``, names.
    """

    ledger: str
    duties: str
    places: str
    unit_names: str
    regions: str

    @property
    def layer_names(self) -> tuple[str, ...]:
        """Give the names of the layers that the list comes from.

        Returns
        -------
        tuple of str
            Five names.
        """
        return self.ledger, self.duties, self.places, self.unit_names, self.regions


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSpec:
    """A map, as ``maps/NAME.toml`` declares it.

    Attributes
    ----------
    name : str
        Name of the declaration's file without its ending.
    title : Text
        Heading of the page.
    description : Text
        The sentence below it.
    attribution : Text
        Sources named on the map, beside those of the layers.
    review_number : str
        Map review number (审图号), which a public map of China needs; empty if there is none.
    groups : tuple of MapGroup
        From bottom to top.
    headlines : tuple of Headline
        Figures that the panel puts first.
    years : tuple of int
        Steps of the slider; if empty, the years that the layers and rows have.
    path : pathlib.Path
        The declaration's own file.
    evaluate : EvaluationSpec, optional
        With it, candidate sites can be tried out on the map.
    tasks : TasksSpec, optional
        With it, the tasks of the plan stand in a list beside the map.
    wants_context : bool
        Whether roads, waters, neighbours and borders are drawn beneath.
    context : tuple of MapGroup
        The layers of these that the workspace has: what lies under all else, then what lies over
        fills and under outlines and marks.
    quotes : str, optional
        Table of ``clause`` and ``text_zh``: popups with a column ``clause`` or
        ``clauses`` quote it.
    view : tuple of float, optional
        West, south, east, north in degrees: where the page opens; on all that is drawn if left out.
    """

    name: str
    title: Text
    description: Text
    attribution: Text
    review_number: str
    groups: tuple[MapGroup, ...]
    headlines: tuple[Headline, ...] = ()
    years: tuple[int, ...] = ()
    path: Path
    evaluate: EvaluationSpec | None = None
    tasks: TasksSpec | None = None
    wants_context: bool = True
    context: tuple[MapGroup, ...] = ()
    towns: str | None = None
    quotes: str | None = None
    view: tuple[float, float, float, float] | None = None

    @property
    def context_names(self) -> tuple[str, ...]:
        """Give the names of the layers beneath.

        Returns
        -------
        tuple of str
            Names.
        """
        return tuple(item.layer for group in self.context for item in group.layers)

    @property
    def layer_names(self) -> tuple[str, ...]:
        """Give the names of the layers shown, in order, each once.

        Returns
        -------
        tuple of str
            Names.
        """
        names = (item.layer for group in self.groups for item in group.layers)
        return tuple(dict.fromkeys(names))

    @property
    def data_names(self) -> tuple[str, ...]:
        """Give the names of all layers that the map is made from, shown or not.

        Returns
        -------
        tuple of str
            Names, each once.
        """
        beside = (self.evaluate, self.tasks)
        more = (name for one in beside if one for name in one.layer_names)
        headlines = (headline.layer for headline in self.headlines)
        beneath = (*self.context_names, *((self.towns,) if self.towns else ()))
        quotes = (self.quotes,) if self.quotes else ()
        names = (*self.layer_names, *more, *headlines, *beneath, *quotes)
        return tuple(dict.fromkeys(names))
