"""The provider: which algorithms there are, and where it is set how gisplan is reached."""

from __future__ import annotations

from pathlib import Path

from processing.core.ProcessingConfig import ProcessingConfig, Setting
from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .command import COMMAND, WORKSPACE
from .coverage_algorithm import Coverage
from .sites_algorithms import EvaluateSites, SuggestSites
from .words import say
from .workspace_algorithms import BuildMaps, ExportLayers, ImportTable, Scorecard

ICON = Path(__file__).parent / "icon.svg"


class GisplanProvider(QgsProcessingProvider):
    """Algorithms that call the installed ``gisplan``."""

    def load(self) -> bool:
        """Declare the settings, and the algorithms.

        Returns
        -------
        bool
            True.
        """
        group = self.name()
        ProcessingConfig.settingIcons[group] = self.icon()
        ProcessingConfig.addSetting(
            Setting(
                group,
                COMMAND,
                say(
                    "gisplan 程序，或装有它的文件夹（如 D:\\gisplan\\program）；留空则自动查找",
                    "The gisplan program, or the folder it is installed in; found if left empty",
                ),
                "",
                valuetype=Setting.STRING,
            )
        )
        ProcessingConfig.addSetting(
            Setting(
                group,
                WORKSPACE,
                say(
                    "默认的工作区文件夹；留空则用工程所在的工作区，否则用自带的甘肃数据",
                    "The usual workspace; if empty that of the project, or Gansu as shipped",
                ),
                "",
                valuetype=Setting.FOLDER,
            )
        )
        ProcessingConfig.readSettings()
        self.refreshAlgorithms()
        return True

    def unload(self) -> None:
        """Take the settings out."""
        ProcessingConfig.removeSetting(COMMAND)
        ProcessingConfig.removeSetting(WORKSPACE)

    def loadAlgorithms(self) -> None:
        """Make the algorithms."""
        for kind in (
            Coverage,
            EvaluateSites,
            SuggestSites,
            ImportTable,
            Scorecard,
            BuildMaps,
            ExportLayers,
        ):
            self.addAlgorithm(kind())

    def id(self) -> str:
        """Give the provider's id, which comes before the algorithms': ``gisplan:coverage``.

        Returns
        -------
        str
            The id.
        """
        return "gisplan"

    def name(self) -> str:
        """Give the name that the toolbox shows.

        Returns
        -------
        str
            In the language of QGIS.
        """
        return say("gisplan 产业规划", "gisplan")

    def longName(self) -> str:
        """Give the full name.

        Returns
        -------
        str
            In the language of QGIS.
        """
        return say("gisplan 产业规划落图", "gisplan: regional industry on the map")

    def icon(self) -> QIcon:
        """Give the icon.

        Returns
        -------
        QIcon
            Our own.
        """
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        """Give where the icon is.

        Returns
        -------
        str
            Path of an SVG.
        """
        return str(ICON)
