"""Columns that several analyses give, and the words for reach that stand in their titles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gisplan.catalog.analyses import Given, declare
from gisplan.catalog.layer import PRECISIONS, Bound, Column
from gisplan.catalog.units import KM, MIN, PERSONS
from gisplan.catalog.worth import where_drawn
from gisplan.text import Text

#: What a figure is where the list of the sites may lack some: see :mod:`gisplan.catalog.worth`.
AT_LEAST: Mapping[str, Bound] = {"sites": "lower"}
AT_MOST: Mapping[str, Bound] = {"sites": "upper"}
EITHER: Mapping[str, Bound] = {"sites": "open"}
#: The three parts of demand, as shares, where what is not known takes nothing: what each is of.
PARTS: Mapping[str, str] = {
    "served_share": "assigned_low",
    "full_share": "no_capacity",
    "out_share": "out_of_reach",
}
#: Precisions of a position that is the site's own; any other may be anywhere in its unit.
OWN_POSITION = PRECISIONS[: PRECISIONS.index("site") + 1]
ID = declare("id", "text", ("编号", "Id"), required=True)
ADCODE = declare("adcode", "adcode", ("县级单位", "County-level unit"))
PRECISION = declare(
    "precision",
    "text",
    ("位置精度", "Precision of the position"),
    required=True,
    meaning=("点位精确到哪一级", "How exact the point is"),
    values=PRECISIONS,
)
REASONS = (
    declare("reason_zh", "text", ("原因", "Why (Chinese)")),
    declare("reason_en", "text", ("原因（英文）", "Why (English)")),
)
#: Whether something could be told at all, and if not why.
VERDICT = (
    declare(
        "status",
        "text",
        ("能否判断", "Status"),
        required=True,
        labels={"decided": ("已判断", "decided"), "undecided": ("无法判断", "undecided")},
    ),
    *REASONS,
)
SITES_COUNTED = declare(
    "sites",
    "integer",
    ("计入的设施", "Facilities counted"),
    minimum=0,
    derived=True,
    depends=AT_LEAST,
)


def as_drawn(given: Given, *columns: Column) -> tuple[Column, ...]:
    """Say of figures that they are reckoned from where sites are drawn, where those may be coarse.

    Parameters
    ----------
    given : Given
        Inputs of the analysis, with the ``sites``.
    *columns : Column
        Figures that another position of a site would change.

    Returns
    -------
    tuple of Column
        As they are, if each site's position is its own. Else the title says it, and what would be
        a least or a most is neither: a site may stand nearer than it is drawn, or farther.
    """
    sites = given.layers.get("sites")
    if sites is None or sites.positions in (*OWN_POSITION, "none"):
        return columns
    return tuple(
        replace(
            column,
            title=where_drawn(column.title),
            depends={**column.depends, **(EITHER if "sites" in column.depends else {})},
        )
        for column in columns
    )


@dataclass(frozen=True, slots=True)
class Reaches:
    """How far it is to a site at most, in the words of a column.

    Attributes
    ----------
    values : tuple of float
        Rising.
    measure : {"km", "min"}
        Kilometres or minutes.
    by_road : bool
        Whether kilometres are those of roads.
    """

    values: tuple[float, ...]
    measure: str
    by_road: bool = False

    @property
    def unit(self) -> Text:
        """Give the unit of the reaches.

        Returns
        -------
        Text
            Kilometres or minutes, as words.
        """
        return KM if self.measure == "km" else MIN

    @property
    def way(self) -> Text:
        """What is measured.

        Returns
        -------
        Text
            Geodesic distance or travel time, as words.
        """
        if self.by_road:
            return Text("公路里程", "Distance by road")
        if self.measure == "km":
            return Text("椭球面直线距离", "Geodesic")
        return Text("行程时间", "Travel time")

    def said(self, value: float | None = None) -> Text:
        """Give a reach with its unit; the longest if none is named.

        Parameters
        ----------
        value : float, optional
            One of the reaches; the longest if left out.

        Returns
        -------
        Text
            Such as 20 km.
        """
        value = self.values[-1] if value is None else value
        return Text(f"{value:g} {self.unit.zh}", f"{value:g} {self.unit.en}")


def reaches_of(given: Given) -> Reaches:
    """Give the reach that a declaration asks for, in kilometres or minutes.

    Parameters
    ----------
    given : Given
        With ``reach_km`` or ``reaches_km``, or the same in minutes (``_min``).

    Returns
    -------
    Reaches
        Without values where none is asked for, which the analysis itself refuses.
    """
    for measure in ("km", "min"):
        for name in ("reach", "reaches"):
            value = given.parameters.get(f"{name}_{measure}")
            if value is not None:
                values = value if isinstance(value, list | tuple) else [value]
                on_roads = {"travel", "roads"} & given.layers.keys()
                by_road = measure == "km" and bool(on_roads)
                return Reaches(tuple(float(each) for each in values) or (0.0,), measure, by_road)
    return Reaches((0.0,), "km")


def words_of(quantity: Column) -> Text:
    """Give what a quantity counts, for titles: persons are persons, whatever their column.

    Parameters
    ----------
    quantity : Column
        Declaration of the column that holds it.

    Returns
    -------
    Text
        Residents for persons, else the column's title.
    """
    return Text("人口", "Residents") if quantity.unit == PERSONS else quantity.title


def quantity_of(given: Given, *, of: str = "demand") -> Column:
    """Give the column of the quantity that is asked for (``quantity``).

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.
    of : str
        The input that has it.

    Returns
    -------
    Column
        Its declaration.
    """
    return given.column(of, given["quantity"])


def year_of(given: Given) -> str:
    """Give the year that is asked for, as a layer's vintage.

    Parameters
    ----------
    given : Given
        Parameters of the analysis.

    Returns
    -------
    str
        Four digits.
    """
    return str(given["year"])
