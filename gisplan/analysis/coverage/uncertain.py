"""What is not known of sites: whether they stood in a year, and how much they take.

Unknown is neither nothing nor without limit. A figure is worked out for the least that a site may
take and for the most, and whoever makes the two differ is named.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from gisplan.analysis.checks import capacities, listed_names
from gisplan.arrays import Bools, Floats
from gisplan.catalog import worth
from gisplan.catalog.analyses import declare
from gisplan.catalog.layer import Column
from gisplan.text import LANGS, STOPS, Lang, Text

#: How many sites are named before the rest is only counted.
_MOST = 12
_CAPACITY = Text("能力", "capacity")
#: Whether a site is known to have stood in the year asked for.
STANDING = declare(
    "standing",
    "text",
    ("该年是否在", "Whether it stood"),
    required=True,
    labels=worth.STANDING,
    derived=True,
)


def unknown_names() -> tuple[Column, ...]:
    """Declare the two columns that name the sites which make a figure unknown.

    Returns
    -------
    tuple of Column
        ``unknown_zh`` and ``unknown_en``.
    """
    return tuple(
        declare(
            f"unknown_{lang}",
            "text",
            ("不详的设施", "Facilities not known"),
            meaning=(
                "能力、位置或该年是否在不详；因此只能给出范围",
                "Of unknown capacity or place, or not known to have stood that year: hence the "
                "range",
            ),
            derived=True,
        )
        for lang in LANGS
    )


def capacity_range(sites: pd.DataFrame) -> tuple[Floats, Floats]:
    """Give the least and the most that each site may take.

    Parameters
    ----------
    sites : pandas.DataFrame
        ``id``, ``capacity`` (empty: not known) and, where it is not known of each that it stood,
        ``standing`` (``standing`` or ``unknown``).

    Returns
    -------
    low : array of float
        The capacity; 0 where it, or whether the site stood, is not known.
    high : array of float
        The capacity; infinite where it is not known, for nothing bounds it.

    Raises
    ------
    DataError
        If a capacity can't be used.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.uncertain import capacity_range
    >>> sites = pd.DataFrame(
    ...     {
    ...         "id": ["a", "b", "c"],
    ...         "capacity": [5.0, None, 8.0],
    ...         "standing": ["standing", "standing", "unknown"],
    ...     }
    ... )
    >>> low, high = capacity_range(sites)
    >>> low.tolist(), high.tolist()
    ([5.0, 0.0, 0.0], [5.0, inf, 8.0])
    """
    capacity = capacities(sites)
    stood = np.ones(len(sites), dtype=bool)
    if "standing" in sites.columns:
        stood = (sites["standing"] == "standing").to_numpy(dtype=bool)
    known = ~np.isnan(capacity)
    return np.where(known & stood, capacity, 0.0), np.where(known, capacity, np.inf)


def not_known(
    sites: pd.DataFrame, *, column: str = "capacity", what: Text = _CAPACITY
) -> tuple[Text, ...]:
    """Name the sites of unknown capacity, and those that may have stood, for a person to read.

    Parameters
    ----------
    sites : pandas.DataFrame
        As :func:`capacity_range` takes them.
    column : str
        What may not be known of a site.
    what : Text
        Its name.

    Returns
    -------
    tuple of Text
        Sentences.
    """
    empty = sites[column].isna().to_numpy(dtype=bool)
    maybe = np.zeros(len(sites), dtype=bool)
    if "standing" in sites.columns:
        maybe = (sites["standing"] != "standing").to_numpy(dtype=bool)
    told = (
        (
            empty & ~maybe,
            f"{what.zh}不详，最低按 0、最高按不设限计",
            f"of unknown {what.en}: nothing in the lowest figures, without limit in the highest",
        ),
        (
            maybe,
            "该年是否在不详，只计入最高值",
            "not known to have stood in that year: in the highest figures alone",
        ),
    )
    words = []
    for chosen, zh, en in told:
        if chosen.any():
            names = listed_names(sites, chosen, most=_MOST)
            count = int(chosen.sum())
            words.append(
                Text(f"{count} 处设施{zh}：{names[0]}", f"{count} site(s) {en}: {names[1]}")
            )
    return tuple(words)


def causes(
    ids: Sequence[str],
    pairs: pd.DataFrame,
    sites: pd.DataFrame,
    chosen: Bools,
    *,
    through: bool = False,
) -> dict[Lang, pd.Series[str]]:
    """Name, point by point, the sites within reach of which something is not known.

    Parameters
    ----------
    ids : sequence of str
        Ids of the points.
    pairs : pandas.DataFrame
        ``demand`` and ``site``, within reach.
    sites : pandas.DataFrame
        ``id``, and ``name_zh`` and ``name_en`` where they have names.
    chosen : array of bool
        Which of the sites.
    through : bool
        Of a point without such a site within reach, name those that bear on it through other
        points and sites: what they take makes room nearer by.

    Returns
    -------
    dict of str to pandas.Series of str
        By language, by id: names in the order of the sites' ids; empty where there is none.
    """
    rows = sites[chosen]
    met = pairs.loc[pairs["site"].isin(rows["id"]), ["demand", "site"]]
    if through and len(met):
        met = pd.concat([met, linked(ids, pairs, rows["id"], met["demand"])], ignore_index=True)
    met = met.sort_values(["demand", "site"])
    found: dict[Lang, pd.Series[str]] = {}
    for lang in LANGS:
        said = met["site"].map(dict(zip(rows["id"], shown(rows, lang), strict=True)))
        found[lang] = said.groupby(met["demand"]).agg(STOPS[lang].join).reindex(pd.Index(ids))
    return found


def shown(sites: pd.DataFrame, lang: Lang) -> pd.Series[str]:
    """Give what sites are called.

    Parameters
    ----------
    sites : pandas.DataFrame
        ``id``, and ``name_zh`` and ``name_en`` where they have names.
    lang : {"zh", "en"}
        Language of the names.

    Returns
    -------
    pandas.Series of str
        The id where there is no name.
    """
    return sites.get(f"name_{lang}", sites["id"]).fillna(sites["id"]).astype("str")


def linked(
    ids: Sequence[str], pairs: pd.DataFrame, wanted: pd.Series[str], have: pd.Series[str]
) -> pd.DataFrame:
    """Pair points with the sites that they are linked to by any chain of pairs.

    Parameters
    ----------
    ids : sequence of str
        Ids of the points.
    pairs : pandas.DataFrame
        ``demand`` and ``site``.
    wanted : pandas.Series of str
        Ids of the sites to pair.
    have : pandas.Series of str
        Points that need no pair.

    Returns
    -------
    pandas.DataFrame
        ``demand`` and ``site``.
    """
    from scipy import sparse

    points, places = pd.Index(ids), pd.Index(pairs["site"].unique())
    links = (
        np.ones(len(pairs)),
        (
            points.get_indexer(pd.Index(pairs["demand"])).astype(np.intc),
            (len(points) + places.get_indexer(pd.Index(pairs["site"]))).astype(np.intc),
        ),
    )
    size = len(points) + len(places)
    graph = sparse.coo_array(links, shape=(size, size))
    _, part = sparse.csgraph.connected_components(graph, directed=False)
    others = pd.DataFrame({"demand": points, "part": part[: len(points)]})
    others = others[~others["demand"].isin(have)]
    ends = pd.DataFrame({"site": places, "part": part[len(points) :]})
    both = others.merge(ends[ends["site"].isin(wanted)], on="part")
    return both[["demand", "site"]]
