"""Facilities that are there, or are to be, and whose capacity does not count: which, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from gisplan.analysis.checks import require_columns
from gisplan.places.hierarchy import region_above
from gisplan.text import LANGS, Text

#: What is said of a region where no capacity counts, though there is a facility.
UNCOUNTED: Mapping[str, Text] = {
    "capacity_unknown": Text("有设施，能力不详或不能折算", "a facility of unknown capacity"),
    "not_built": Text("只有在建、拟建或状态不详的设施", "only facilities not reported as built"),
}


def uncounted(
    regions: pd.Series[str],
    facilities: pd.DataFrame,
    units: pd.DataFrame,
    *,
    stream: str,
    stages: Sequence[str],
) -> pd.DataFrame:
    """Name, region by region, the facilities of a stream whose capacity does not count.

    Parameters
    ----------
    regions : pandas.Series of str
        Codes of regions of one level, none twice.
    facilities : pandas.DataFrame
        ``adcode``, ``stream``, ``stage``, ``capacity`` (NaN: unknown), ``name_zh``, ``name_en``.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` of every unit.
    stream : str
        The stream of waste.
    stages : sequence of str
        Stages in which a facility counts.

    Returns
    -------
    pandas.DataFrame
        By code, in order: ``why`` (a key of :data:`UNCOUNTED`, None where each facility counts or
        there is none), ``names_zh`` and ``names_en``. One of unknown capacity goes before one that
        is not built.

    Raises
    ------
    OptionError
        If a column is missing.
    """
    require_columns(facilities, ["adcode", "stream", "stage", "capacity", "name_zh", "name_en"])
    own = facilities[facilities["stream"] == stream]
    built = own["stage"].isin(list(stages))
    why = pd.Series("not_built", index=own.index).mask(built, "capacity_unknown")
    left = own.assign(why=why, region=own["adcode"].map(region_above(regions, units)))
    left = left[(~built | own["capacity"].isna()) & left["region"].notna()]
    by = left.groupby("region")
    found = pd.DataFrame(index=pd.Index(regions))
    # in the alphabet unknown capacity stands first, as it does in what there is to say
    found["why"] = by["why"].min()
    for lang, stop in zip(LANGS, ("、", "; "), strict=True):
        found[f"names_{lang}"] = by[f"name_{lang}"].agg(stop.join)
    return found
