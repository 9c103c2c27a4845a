"""What all algorithms share: workspace, layers handed to gisplan, results put into a sink."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from processing.core.ProcessingConfig import ProcessingConfig
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from .command import WORKSPACE, CancelledError, find, run
from .words import say

#: Datums that coordinates may be in, whatever a layer's CRS says.
DATUMS = ("wgs84", "gcj02", "bd09")
ICON = Path(__file__).parent / "icon.svg"


class GisplanAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that is a command of gisplan's."""

    #: Name, and titles and explanations in Chinese and in English.
    NAME = ""
    TITLE = ("", "")
    HELP = ("", "")
    #: Whether an empty folder will do for a workspace: what only reads can take Gansu as shipped.
    READS = True

    def name(self) -> str:
        """Give the algorithm's name.

        Returns
        -------
        str
            As in ``gisplan:name``.
        """
        return self.NAME

    def displayName(self) -> str:
        """Give the algorithm's title.

        Returns
        -------
        str
            In the language of QGIS.
        """
        return say(*self.TITLE)

    def shortHelpString(self) -> str:
        """Give the explanation that stands beside the parameters.

        Returns
        -------
        str
            In the language of QGIS.
        """
        return say(*self.HELP)

    def icon(self) -> QIcon:
        """Give the icon.

        Returns
        -------
        QIcon
            The provider's.
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

    def createInstance(self) -> GisplanAlgorithm:
        """Make another of the same kind.

        Returns
        -------
        GisplanAlgorithm
            The other.
        """
        return type(self)()

    def canExecute(self) -> tuple[bool, str]:
        """Tell whether gisplan is there, and what to do if not.

        Returns
        -------
        tuple of (bool, str)
            Whether it is, and the sentence.
        """
        try:
            find()
        except QgsProcessingException as missing:
            return False, str(missing)
        return True, ""

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Run.

        Parameters
        ----------
        parameters : dict of str to Any
            As QGIS gives them.
        context : QgsProcessingContext
            As QGIS gives it.
        feedback : QgsProcessingFeedback
            Takes progress.

        Returns
        -------
        dict of str to Any
            Results by name; none if a person cancelled.
        """
        asked = Asked(self, parameters, context, feedback)
        with tempfile.TemporaryDirectory(prefix="gisplan-") as folder:
            asked.folder = Path(folder)
            try:
                return self.answer(asked)
            except CancelledError:
                feedback.pushWarning(say("已取消；已写成的文件完好", "cancelled; files are whole"))
                return {}

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Run the command, and bring its result into QGIS.

        Parameters
        ----------
        asked : Asked
            What is asked.

        Returns
        -------
        dict of str to Any
            Results by name.
        """
        raise NotImplementedError

    def declare(
        self,
        parameter: QgsProcessingParameterDefinition,
        *,
        advanced: bool = False,
        help_: str = "",
    ) -> None:
        """Declare a parameter.

        Parameters
        ----------
        parameter : QgsProcessingParameterDefinition
            The parameter.
        advanced : bool
            Whether it is shown on demand only.
        help_ : str
            What stands in its tooltip.
        """
        if advanced:
            kind = QgsProcessingParameterDefinition.FlagAdvanced
            parameter.setFlags(parameter.flags() | kind)
        if help_:
            parameter.setHelp(help_)
        self.addParameter(parameter)

    def declare_workspace(self) -> None:
        """Declare the workspace, which all commands take."""
        title = say("工作区文件夹", "Workspace folder")
        kind = QgsProcessingParameterFile.Folder
        shipped = say(
            "留空则用设置中的工作区，或工程所在的工作区",
            "If empty: that of the settings, or the one that the project lies in",
        )
        if self.READS:
            shipped += say("；都没有则用自带的甘肃数据", "; else Gansu as shipped")
        self.declare(
            QgsProcessingParameterFile("WORKSPACE", title, kind, optional=True), help_=shipped
        )

    def declare_text(
        self,
        name: str,
        title: str,
        *,
        default: str | None = None,
        advanced: bool = False,
        help_: str = "",
    ) -> None:
        """Declare a text that may be left out.

        Parameters
        ----------
        name : str
            Name of the parameter.
        title : str
            Its title.
        default : str, optional
            What it is if nothing is given.
        advanced : bool
            Whether it is shown on demand only.
        help_ : str
            What stands in its tooltip.
        """
        text = QgsProcessingParameterString(name, title, default, optional=True)
        self.declare(text, advanced=advanced, help_=help_)

    def declare_choice(
        self,
        name: str,
        title: str,
        choices: Sequence[str],
        *,
        default: int | None = 0,
        advanced: bool = False,
        many: bool = False,
    ) -> None:
        """Declare a choice of several words.

        Parameters
        ----------
        name : str
            Name of the parameter.
        title : str
            Its title.
        choices : sequence of str
            The words.
        default : int, optional
            Which of them it is if nothing is given.
        advanced : bool
            Whether it is shown on demand only.
        many : bool
            Whether several may be chosen.
        """
        chosen = [default] if many else default
        choice = QgsProcessingParameterEnum(name, title, list(choices), many, chosen)
        self.declare(choice, advanced=advanced)

    def declare_number(
        self,
        name: str,
        title: str,
        *,
        whole: bool = True,
        least: float = 0,
        default: float | None = None,
        advanced: bool = False,
        help_: str = "",
    ) -> None:
        """Declare a number that may be left out.

        Parameters
        ----------
        name : str
            Name of the parameter.
        title : str
            Its title.
        whole : bool
            Whether it has no decimals.
        least : float
            The least that it may be.
        default : float, optional
            What it is if nothing is given.
        advanced : bool
            Whether it is shown on demand only.
        help_ : str
            What stands in its tooltip.
        """
        types = QgsProcessingParameterNumber
        kind = types.Integer if whole else types.Double
        number = types(name, title, kind, default, optional=True, minValue=least)
        self.declare(number, advanced=advanced, help_=help_)


class Asked:
    """What one run is asked: parameters read, layers handed over, results brought back.

    Parameters
    ----------
    algorithm : GisplanAlgorithm
        The algorithm.
    parameters : dict of str to Any
        As QGIS gives them.
    context : QgsProcessingContext
        As QGIS gives it.
    feedback : QgsProcessingFeedback
        Takes progress.
    """

    def __init__(
        self,
        algorithm: GisplanAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        #: Goes with the run.
        self.folder = Path()

    def text(self, name: str) -> str:
        """Give a text.

        Parameters
        ----------
        name : str
            Name of the parameter.

        Returns
        -------
        str
            Empty if nothing is given.
        """
        return str(self.algorithm.parameterAsString(self.parameters, name, self.context)).strip()

    def choice(self, name: str) -> int:
        """Give a choice.

        Parameters
        ----------
        name : str
            Name of the parameter.

        Returns
        -------
        int
            From 0.
        """
        return int(self.algorithm.parameterAsEnum(self.parameters, name, self.context))

    def choices(self, name: str) -> list[int]:
        """Give several choices.

        Parameters
        ----------
        name : str
            Name of the parameter.

        Returns
        -------
        list of int
            From 0.
        """
        return list(self.algorithm.parameterAsEnums(self.parameters, name, self.context))

    def yes(self, name: str) -> bool:
        """Tell whether a box is ticked.

        Parameters
        ----------
        name : str
            Name of the parameter.

        Returns
        -------
        bool
            Whether it is.
        """
        return bool(self.algorithm.parameterAsBool(self.parameters, name, self.context))

    def option(self, word: str, name: str) -> list[str]:
        """Give an option with its one value, of a text or a number.

        Parameters
        ----------
        word : str
            The option, as ``--year``.
        name : str
            Name of the parameter.

        Returns
        -------
        list of str
            Nothing where nothing is given.
        """
        given = self.parameters.get(name)
        if given is None or not str(given).strip():
            return []
        # one word with its value: a value that begins with a hyphen is no option
        return [f"{word}={self.text(name)}"]

    def several(self, word: str, name: str) -> list[str]:
        """Give an option with the values of a text, set apart by blanks or commas.

        Parameters
        ----------
        word : str
            The option, as ``--km``.
        name : str
            Name of the parameter.

        Returns
        -------
        list of str
            Nothing where nothing is given.
        """
        values = parts(self.text(name))
        return [word, *values] if values else []

    def repeated(self, word: str, name: str, *, blanks: bool = True) -> list[str]:
        """Give an option once for each value of a text.

        Parameters
        ----------
        word : str
            The option, as ``--kind``.
        name : str
            Name of the parameter.
        blanks : bool
            Whether blanks part values, besides commas and semicolons.

        Returns
        -------
        list of str
            Nothing where nothing is given.
        """
        return [f"{word}={value}" for value in parts(self.text(name), blanks=blanks)]

    def workspace(self) -> Path:
        """Give the workspace: as given, as set, the project's, or the shipped one.

        Returns
        -------
        pathlib.Path
            Its folder.

        Raises
        ------
        QgsProcessingException
            If there is none, and the command writes into it.
        """
        usual = str(ProcessingConfig.getSetting(WORKSPACE) or "").strip()
        for named in (self.text("WORKSPACE"), usual):
            if named:
                return Path(named)
        project: QgsProject | None = self.context.project()
        home = project.homePath() if project is not None else ""
        if home:
            for folder in (Path(home), *Path(home).parents):
                if (folder / ".gisplan").is_dir() or (folder / "gisplan.toml").is_file():
                    return folder
        if self.algorithm.READS:
            shipped = Path(QgsProcessingUtils.tempFolder()) / "gisplan"
            shipped.mkdir(parents=True, exist_ok=True)
            return shipped
        raise QgsProcessingException(
            say(
                "请写明工作区文件夹：结果写在那里（gisplan init 新建一个）。",
                "Name the workspace folder, into which it is written (gisplan init makes one).",
            )
        )

    def layer(self, name: str) -> list[str]:
        """Hand a layer over to gisplan, as a file in WGS 84.

        Parameters
        ----------
        name : str
            Name of the parameter.

        Returns
        -------
        list of str
            Path of the file; nothing where no layer is given.

        Raises
        ------
        QgsProcessingException
            If the layer has no CRS, or can't be written.
        """
        if self.parameters.get(name) is None:
            return []
        algorithm = self.algorithm
        source = algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            raise QgsProcessingException(algorithm.invalidSourceError(self.parameters, name))
        if not source.sourceCrs().isValid():
            raise QgsProcessingException(
                say(
                    f"图层“{source.sourceName()}”没有坐标参照系，请先设置。",
                    f"Layer '{source.sourceName()}' has no CRS; set it first.",
                )
            )
        transform = self.context.transformContext()
        request = QgsFeatureRequest()
        request.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"), transform)
        rows = source.materialize(request, self.feedback)
        path = self.folder / f"{name.lower()}.gpkg"
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = name.lower()
        # a column "fid" of the layer's own is not the file's key
        options.layerOptions = ["FID=gpkg_row"]
        ended = QgsVectorFileWriter.writeAsVectorFormatV3(rows, str(path), transform, options)
        if ended[0] != QgsVectorFileWriter.NoError:
            raise QgsProcessingException(ended[1])
        return [str(path)]

    def run(self, *words: str) -> str:
        """Run a command in the workspace.

        Parameters
        ----------
        *words : str
            The command with its arguments.

        Returns
        -------
        str
            What it printed.
        """
        return run(words, folder=self.workspace(), feedback=self.feedback, passing=str(self.folder))

    def into_sink(self, path: Path, name: str) -> str:
        """Put a result's features into what the person chose: a file, or a layer in memory.

        Parameters
        ----------
        path : pathlib.Path
            GeoJSON that gisplan wrote.
        name : str
            Name of the parameter.

        Returns
        -------
        str
            Id of the layer.

        Raises
        ------
        QgsProcessingException
            If it can't be read or written.
        """
        found = QgsVectorLayer(str(path), path.stem, "ogr")
        if not found.isValid():
            raise QgsProcessingException(
                say(f"读不出结果 {path}", f"the result {path} can't be read")
            )
        kind = QgsWkbTypes.multiType(found.wkbType())
        if QgsWkbTypes.geometryType(kind) == QgsWkbTypes.PointGeometry:
            kind = found.wkbType()
        algorithm = self.algorithm
        sink, made = algorithm.parameterAsSink(
            self.parameters, name, self.context, found.fields(), kind, found.crs()
        )
        if sink is None:
            raise QgsProcessingException(algorithm.invalidSinkError(self.parameters, name))
        for feature in found.getFeatures():
            shape = feature.geometry()
            if QgsWkbTypes.isMultiType(kind) and not shape.isNull():
                shape.convertToMultiType()
                feature.setGeometry(shape)
            if not sink.addFeature(feature, QgsFeatureSink.FastInsert):
                raise QgsProcessingException(
                    algorithm.writeFeatureError(sink, self.parameters, name)
                )
        return str(made)


def parts(text: str, *, blanks: bool = True) -> list[str]:
    """Part a text at commas and semicolons, Chinese ones too, and at blanks.

    Parameters
    ----------
    text : str
        What a person typed.
    blanks : bool
        Whether blanks part.

    Returns
    -------
    list of str
        What stands between.
    """
    for mark in "，;；、\n":
        text = text.replace(mark, ",")
    if blanks:
        text = ",".join(text.split())
    return [part.strip() for part in text.split(",") if part.strip()]


VECTOR_POINT = QgsProcessing.TypeVectorPoint
VECTOR_LINE = QgsProcessing.TypeVectorLine
