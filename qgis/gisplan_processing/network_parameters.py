"""Parameters of all questions about the network: which sites count, when, and the way there."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFeatureSource

from .algorithm import DATUMS, VECTOR_LINE, Asked, GisplanAlgorithm
from .words import say

#: Ways to reach a site: straight, by road, by road in minutes.
_STRAIGHT, _ROAD, _MINUTES = range(3)


def declare_reach(algorithm: GisplanAlgorithm, *, several: bool, minutes: str = "60") -> None:
    """Declare reaches, year and kinds.

    Parameters
    ----------
    algorithm : GisplanAlgorithm
        Gets the parameters.
    several : bool
        Whether several reaches may be asked for.
    minutes : str
        Reaches in minutes, if nothing is given.
    """
    usual = say("留空则按工作区的默认值", "If empty: as the workspace has it")
    title = (
        say("范围（千米），从小到大", "Reaches (km), rising")
        if several
        else say("范围（千米）", "Reach (km)")
    )
    algorithm.declare_text("KM", title, help_=usual)
    algorithm.declare_choice(
        "BY",
        say("怎样到达", "Way"),
        [
            say("直线距离", "Straight distance"),
            say("按路程（千米）", "By road (km)"),
            say("按路程（分钟）", "By road (minutes)"),
        ],
    )
    algorithm.declare_text(
        "MINUTES", say("范围（分钟）", "Reach (minutes)"), help_=minutes, advanced=True
    )
    algorithm.declare(
        QgsProcessingParameterFeatureSource(
            "ADD_ROADS",
            say("另加自己的道路", "Roads of your own, joined to those shipped"),
            [VECTOR_LINE],
            optional=True,
        ),
        advanced=True,
    )
    algorithm.declare_number("YEAR", say("年份", "Year"), least=1900, help_=usual)
    algorithm.declare_text(
        "KIND",
        say("计入的设施类型", "Kinds of sites that count"),
        help_=say(
            "如 incineration landfill；留空则按工作区的默认值",
            "as incineration landfill; if empty, as the workspace has it",
        ),
        advanced=True,
    )
    algorithm.declare_number(
        "DETOUR",
        say("迂回系数（直线距离）", "Detour factor (straight distance)"),
        whole=False,
        least=1,
        advanced=True,
    )
    algorithm.declare_choice(
        "DATUM",
        say("图层坐标实际所用的基准", "Datum that the layer's coordinates are really in"),
        [
            say("同图层的坐标参照系", "As the layer's CRS says"),
            say("GCJ-02（高德、腾讯）", "GCJ-02 (Amap, Tencent)"),
            say("BD-09（百度）", "BD-09 (Baidu)"),
        ],
        advanced=True,
    )


def reach(asked: Asked) -> list[str]:
    """Give the words of the command for what was declared.

    Parameters
    ----------
    asked : Asked
        What is asked.

    Returns
    -------
    list of str
        Options.
    """
    way = asked.choice("BY")
    words = asked.option("--year", "YEAR") + asked.repeated("--kind", "KIND")
    if way == _MINUTES:
        words += asked.several("--minutes", "MINUTES")
    else:
        words += asked.several("--km", "KM")
    if way == _STRAIGHT:
        words += asked.option("--detour", "DETOUR")
    else:
        roads = asked.layer("ADD_ROADS")
        words += ["--add-roads", *roads] if roads else []
    datum = DATUMS[asked.choice("DATUM")]
    return words if datum == DATUMS[0] else [*words, "--datum", datum]


def by(asked: Asked) -> list[str]:
    """Give the way as ``--by`` takes it.

    Parameters
    ----------
    asked : Asked
        What is asked.

    Returns
    -------
    list of str
        Nothing for straight distance.
    """
    return [] if asked.choice("BY") == _STRAIGHT else ["--by", "road"]
