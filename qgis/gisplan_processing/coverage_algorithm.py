"""Who is within reach of sites, and who is not, by prefecture or county."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSink
from qgis.core import QgsProcessingParameterFeatureSource as Source

from .algorithm import VECTOR_POINT, Asked, GisplanAlgorithm
from .network_parameters import by, declare_reach, reach
from .words import say


class Coverage(GisplanAlgorithm):
    """``gisplan coverage``."""

    NAME = "coverage"
    TITLE = ("设施覆盖", "Coverage of a network")
    HELP = (
        "各市州或县区有多少人（或多少垃圾）在设施的服务范围内。设施可用自己的点图层，"
        "留空则用工作区的设施网络。\n\n"
        "结果是一个面图层：demand_total 总量、within_… 范围内、beyond_… 范围外、share_… 占比（%）；"
        "位置只精确到县的设施，另有 _low、_high 两列说明最低和最高。"
        "about_zh 列写明这些数字能说明什么。",
        "How many residents (or how much waste) of each prefecture or county are within reach of"
        " sites: a point layer of your own, or the workspace's network.\n\nThe result has"
        " demand_total, within_…, beyond_… and share_… (%) of each reach; where sites are known to"
        " their county alone, columns _low and _high give the range. Column about_en says what"
        " the figures are worth.",
    )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters.

        Parameters
        ----------
        configuration : Any, optional
            As QGIS gives it.
        """
        self.declare_workspace()
        sites = say("设施（留空则用工作区的设施网络）", "Sites (empty: the workspace's network)")
        self.declare(Source("SITES", sites, [VECTOR_POINT], optional=True))
        declare_reach(self, several=True, minutes="30 60 120")
        self.declare_choice(
            "REGIONS",
            say("分区统计", "By"),
            [say("市州", "Prefectures"), say("县区", "Counties")],
        )
        self.declare_text(
            "QUANTITY",
            say("数量", "Quantity"),
            help_=say(
                "population 人口，或某种废物量，如 t_municipal",
                "population, or a stream of waste such as t_municipal",
            ),
            advanced=True,
        )
        kind = QgsProcessing.TypeVectorPolygon
        title = say("覆盖情况", "Coverage")
        self.declare(QgsProcessingParameterFeatureSink("OUTPUT", title, kind))

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Run, and give the regions.

        Parameters
        ----------
        asked : Asked
            What is asked.

        Returns
        -------
        dict of str to Any
            The layer.
        """
        sites = asked.layer("SITES")
        result = asked.folder / "coverage.geojson"
        regions = ["counties"] if asked.choice("REGIONS") else []
        ways = [word for word in by(asked) if word != "--by"]
        asked.run(
            "coverage",
            *(["--sites", *sites] if sites else []),
            *(word for way in (*regions, *ways) for word in ("--by", way)),
            *reach(asked),
            *asked.option("--quantity", "QUANTITY"),
            *("--out", str(result)),
        )
        return {"OUTPUT": asked.into_sink(result, "OUTPUT")}
