"""What candidate sites would add, and which to choose."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterPoint,
)
from qgis.core import QgsProcessingParameterFeatureSource as Source

from .algorithm import VECTOR_POINT, Asked, GisplanAlgorithm
from .network_parameters import by, declare_reach, reach
from .words import say

#: Models of ``gisplan sites suggest``.
MODELS = ("mclp", "lscp", "backup", "p-median", "p-centre")


class EvaluateSites(GisplanAlgorithm):
    """``gisplan sites evaluate``."""

    NAME = "evaluate_sites"
    TITLE = ("评价候选场址", "Evaluate candidate sites")
    HELP = (
        "每个候选场址能服务多少人和多少垃圾：其中多少是现有设施没有覆盖的（gained_…），多少与现有设施重叠"
        "（overlap_…），离最近的设施多远。候选场址用点图层，或在图上点一个位置。",
        "What each candidate would serve: of that, what no site covers yet (gained_…), what is"
        " covered already (overlap_…), and how far the nearest site is. Candidates are a point"
        " layer, or one point picked on the map.",
    )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters.

        Parameters
        ----------
        configuration : Any, optional
            As QGIS gives it.
        """
        self.declare_workspace()
        title = say("候选场址", "Candidates")
        self.declare(Source("CANDIDATES", title, [VECTOR_POINT], optional=True))
        point = say("或图上的一个位置", "or one point on the map")
        self.declare(QgsProcessingParameterPoint("POINT", point, None, optional=True))
        declare_reach(self, several=False)
        _declare_output(self, say("候选场址评价", "Evaluated candidates"))

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Run, and give the candidates with their figures.

        Parameters
        ----------
        asked : Asked
            What is asked.

        Returns
        -------
        dict of str to Any
            The layer.

        Raises
        ------
        QgsProcessingException
            If neither a layer nor a point is given, or both.
        """
        candidates = asked.layer("CANDIDATES")
        if not asked.parameters.get("POINT"):
            point = []
        else:
            wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
            at = self.parameterAsPoint(asked.parameters, "POINT", asked.context, wgs84)
            point = [f"{at.x():.8f},{at.y():.8f}"]
        if len(candidates) + len(point) != 1:
            raise QgsProcessingException(
                say(
                    "请给候选场址的图层，或图上的一个位置（二者选一）。",
                    "Give a layer of candidates, or one point on the map (one of the two).",
                )
            )
        result = asked.folder / "evaluated.geojson"
        # what begins with a minus is a longitude, not an option
        asked.run(
            *("sites", "evaluate", *by(asked), *reach(asked), "--out", str(result)),
            *("--", *candidates, *point),
        )
        return {"OUTPUT": asked.into_sink(result, "OUTPUT")}


class SuggestSites(GisplanAlgorithm):
    """``gisplan sites suggest``."""

    NAME = "suggest_sites"
    TITLE = ("推荐新场址", "Suggest new sites")
    HELP = (
        "从候选场址中选出新场址，使覆盖最多、总距离最短或最远距离最短。求解到最优则说明“已证明最优”；"
        "时间用尽则说明离最优最多差多少。候选场址留空时用各县城。有 cost 列时可给预算。",
        "Chooses new sites among candidates: most covered, least total distance, or least greatest"
        " distance. The log says whether the choice is proven optimal, and how far it may be from"
        " it if time ran out. Without candidates, county seats are taken. With a column cost there"
        " may be a budget.",
    )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters.

        Parameters
        ----------
        configuration : Any, optional
            As QGIS gives it.
        """
        self.declare_workspace()
        title = say("候选场址（留空则用各县城）", "Candidates (empty: county seats)")
        self.declare(Source("CANDIDATES", title, [VECTOR_POINT], optional=True))
        self.declare_number("NEW", say("新建几处", "How many"), least=1, default=3)
        self.declare_choice(
            "MODEL",
            say("选址模型", "Model"),
            [
                say("覆盖最多（MCLP）", "Most covered (MCLP)"),
                say("全部覆盖、场址最少（LSCP）", "Fewest sites that cover all (LSCP)"),
                say("两次覆盖最多（后备覆盖）", "Most covered twice (backup)"),
                say("总距离最短（p-中值）", "Least total distance (p-median)"),
                say("最远距离最短（p-中心）", "Least greatest distance (p-centre)"),
            ],
        )
        declare_reach(self, several=False)
        self.declare_number("BUDGET", say("预算", "Budget"), whole=False, advanced=True)
        self.declare_number(
            "APART",
            say("与其他场址的最小间距（千米）", "Least distance from any other site (km)"),
            whole=False,
            advanced=True,
        )
        self.declare_number(
            "SECONDS", say("求解最长时间（秒）", "Most time for the model (s)"), advanced=True
        )
        quantity = say("数量", "Quantity")
        self.declare_text("QUANTITY", quantity, help_="population, t_municipal …", advanced=True)
        _declare_output(self, say("推荐的新场址", "Suggested sites"))

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Run, and give the sites chosen.

        Parameters
        ----------
        asked : Asked
            What is asked.

        Returns
        -------
        dict of str to Any
            The layer.
        """
        candidates = asked.layer("CANDIDATES")
        result = asked.folder / "suggested.geojson"
        asked.run(
            *("sites", "suggest", "--model", MODELS[asked.choice("MODEL")]),
            *(["--candidates", *candidates] if candidates else []),
            *asked.option("--new", "NEW"),
            *by(asked),
            *reach(asked),
            *asked.option("--budget", "BUDGET"),
            *asked.option("--apart", "APART"),
            *asked.option("--seconds", "SECONDS"),
            *asked.option("--quantity", "QUANTITY"),
            *("--out", str(result)),
        )
        return {"OUTPUT": asked.into_sink(result, "OUTPUT")}


def _declare_output(algorithm: GisplanAlgorithm, title: str) -> None:
    kind = QgsProcessing.TypeVectorPoint
    algorithm.declare(QgsProcessingParameterFeatureSink("OUTPUT", title, kind))
