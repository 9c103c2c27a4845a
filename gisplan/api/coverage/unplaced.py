"""What sites that are known to a whole prefecture alone leave open in the figures of regions."""

from __future__ import annotations

import re

import geopandas as gpd

from gisplan.analysis.checks import listed_names
from gisplan.analysis.coverage.by_region import sites_by_standing
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.text import LANGS, STOPS, Text

#: What a code of a whole prefecture or province ends in.
_WHOLE_UNIT = re.compile(r"(?:00)+$")


def with_unplaced(
    regions: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, standard: ServiceStandard
) -> tuple[gpd.GeoDataFrame, tuple[Text, ...]]:
    """Leave accessibility open where a site may stand that is known to a whole prefecture alone.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        ``adcode``, with ``access``, ``access_low``, ``access_high``, ``unknown_zh`` and
        ``unknown_en``.
    sites : geopandas.GeoDataFrame
        All sites, with ``adcode`` of the unit that each is known to stand in.
    standard : ServiceStandard
        Which sites count.

    Returns
    -------
    tuple of geopandas.GeoDataFrame and tuple of Text
        The regions, in which such a site is named, and what it may add has no upper limit; a
        sentence, if there are such sites.
    """
    stood = sites_by_standing(sites, year=standard.year, kinds=standard.kinds)
    if stood.unplaced.empty or "adcode" not in stood.unplaced:
        return regions, ()
    table, used = regions.copy(), []
    codes = table["adcode"].astype("str")
    for row in stood.unplaced.to_dict("records"):
        unit = _WHOLE_UNIT.sub("", str(row["adcode"]))
        inside = codes.str.startswith(unit) if unit.isdigit() else codes == ""
        if not inside.any():
            continue
        used.append(row["id"])
        table.loc[inside, ["access", "access_high"]] = float("nan")
        for lang in LANGS:
            named = table[f"unknown_{lang}"]
            own = str(row.get(f"name_{lang}") or row["id"])
            both = named.astype("object").where(named.notna(), "") + STOPS[lang] + own
            table.loc[inside, f"unknown_{lang}"] = both.str.removeprefix(STOPS[lang])[inside]
    if not used:
        return regions, ()
    chosen = stood.unplaced["id"].isin(used).to_numpy(dtype=bool)
    zh, en = listed_names(stood.unplaced, chosen, most=len(used))
    return table, (
        Text(
            f"{len(used)} 处设施只知在哪个市州或省，所在地区可达性的上限不详，"
            f"邻近地区也可能用到它：{zh}",
            f"{len(used)} site(s) are known to a prefecture or province alone: accessibility there "
            f"has no upper limit, and regions nearby may be served by them: {en}",
        ),
    )
