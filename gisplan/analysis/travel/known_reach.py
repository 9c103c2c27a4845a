"""Reach that was found before, as a mode: a table of travel made once and asked often."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from gisplan.analysis.travel.mode import M_PER_KM, MEASURES, Measure, in_cost
from gisplan.analysis.travel.od_matrix import UNREACHABLE_COLUMNS, Reach, keep_nearest
from gisplan.analysis.travel.points import check_limit
from gisplan.errors import DataError, OptionError
from gisplan.text import Text


@dataclass(frozen=True, slots=True)
class KnownReach:
    """Reach that has been found before, up to some limit.

    Attributes
    ----------
    found : Reach
        Its pairs, and the limit up to which they were looked for.
    title : Text
        How it was found.
    """

    found: Reach
    title: Text = Text("已算好的行程表", "a table of travel made before")  # noqa: RUF009

    @property
    def measure(self) -> Measure:
        """That of the reach that was found.

        Returns
        -------
        Measure
            ``km`` if the costs are metres, else ``min``.
        """
        return "km" if self.found.unit == "m" else "min"

    def reach(
        self,
        demand: gpd.GeoDataFrame,
        sites: gpd.GeoDataFrame,
        *,
        limit: float,
        nearest: int | None = None,
    ) -> Reach:
        """Take the pairs of the points and sites given, within a limit.

        Parameters
        ----------
        demand : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        sites : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        limit : float
            Greatest cost, in km or minutes; no more than that of the table.
        nearest : int, optional
            How many sites to keep of each demand point, the cheapest; all if left out.

        Returns
        -------
        Reach
            The pairs of these points and sites alone.

        Raises
        ------
        OptionError
            If the limit is beyond that up to which pairs were looked for.
        """
        check_limit(limit)
        most = in_cost(self, limit)
        if most > self.found.limit:
            known = self.found.limit / (M_PER_KM if self.measure == "km" else 1.0)
            words = MEASURES[self.measure]
            raise OptionError(
                Text(
                    f"要求 {limit:g} {words.zh}，但行程表只算到 {known:g} {words.zh}；"
                    "请加大行程表的上限",
                    f"{limit:g} {words.en} is asked for, but the table of travel ends at "
                    f"{known:g}; raise its limit",
                )
            )
        pairs = self.found.pairs
        kept = (
            (pairs["cost"] <= most)
            & pairs["demand"].isin(demand["id"])
            & pairs["site"].isin(sites["id"])
        )
        lost = self.found.unreachable
        return Reach(
            pairs=keep_nearest(pairs[kept].reset_index(drop=True), nearest),
            unit=self.found.unit,
            limit=most,
            unreachable=lost[(lost["of"] != "site") | lost["id"].isin(sites["id"])],
            method=self.found.method,
        )


def from_table(table: pd.DataFrame) -> KnownReach:
    """Make a mode of a table of travel times.

    Parameters
    ----------
    table : pandas.DataFrame
        ``demand``, ``site``, ``minutes`` and ``limit_min`` (the same in all rows); or ``road_km``
        and ``limit_km``.

    Returns
    -------
    KnownReach
        The pairs, and the limit up to which they were looked for.

    Raises
    ------
    DataError
        If it lacks a column, or holds tables of several limits.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.travel import from_table
    >>> table = pd.DataFrame(
    ...     {
    ...         "demand": ["a", "b"],
    ...         "site": ["S", "S"],
    ...         "minutes": [12.0, 55.0],
    ...         "limit_min": 60.0,
    ...     }
    ... )
    >>> mode = from_table(table)
    >>> mode.measure, mode.found.limit
    ('min', 60.0)
    """
    in_km = "road_km" in table.columns
    cost, limit = ("road_km", "limit_km") if in_km else ("minutes", "limit_min")
    missing = [n for n in ("demand", "site", cost, limit) if n not in table.columns]
    if missing:
        names = ", ".join(missing)
        raise DataError(Text(f"行程表缺少列 {names}", f"the table of travel has no column {names}"))
    limits = table[limit].unique()
    if len(limits) > 1:
        raise DataError(
            Text(
                f"行程表混有不同的上限（{limit} 列）",
                f"the table of travel has rows of different limits (column {limit})",
            )
        )
    scale = M_PER_KM if in_km else 1.0
    pairs = pd.DataFrame(table[["demand", "site", cost]]).set_axis(
        ["demand", "site", "cost"], axis=1
    )
    pairs["cost"] = pairs["cost"].astype(float) * scale
    pairs = pairs.sort_values(["demand", "cost", "site"], ignore_index=True)
    return KnownReach(
        Reach(
            pairs=pairs,
            unit="m" if in_km else "min",
            # of an empty table it is not known, and nothing is within reach at any limit
            limit=float(limits[0]) * scale if len(limits) else float("inf"),
            unreachable=pd.DataFrame(columns=list(UNREACHABLE_COLUMNS)),
            method="table",
        )
    )
