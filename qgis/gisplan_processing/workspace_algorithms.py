"""What works on a whole workspace: import, scorecard, maps, exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputFolder,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsVectorLayer,
)

from .algorithm import Asked, GisplanAlgorithm
from .words import language, say

#: Templates of a new layer of an import, and datums that a table's coordinates may be in.
KINDS = ("", "enterprises", "facilities", "parks", "table")
TABLE_DATUMS = ("", "wgs84", "cgcs2000", "gcj02", "bd09")
FORMATS = (
    "gpkg",
    "qgis",
    "geojson",
    "parquet",
    "flatgeobuf",
    "kml",
    "shapefile",
    "filegdb",
    "mbtiles",
    "pmtiles",
    "csv",
    "xlsx",
    "dxf",
)
#: Formats in metres of a projected system, in place of a datum's degrees.
DRAWINGS = ("dxf",)
EXPORT_DATUMS = ("wgs84", "cgcs2000", "gcj02")


class ImportTable(GisplanAlgorithm):
    """``gisplan import``."""

    NAME = "import_table"
    TITLE = ("导入表格", "Import a table")
    READS = False
    HELP = (
        "把自己的表格（Excel、CSV、KML、Shapefile 等）导入工作区的图层："
        "识别列名、单位、地名和坐标基准，每一行都有交代。"
        "缺了只有人才能说的内容（单位、坐标基准、工作表）时，会说明可选的写法，填好再运行一次。\n\n"
        "建议先勾选“只检查”。",
        "Brings a table of your own (Excel, CSV, KML, shapefile …) into a layer of the workspace:"
        " headings, units, places and datums are recognised, every row accounted for. What only a"
        " person can say (unit, datum, sheet) is asked for with the choices; fill it in and run"
        " again.\n\nTick 'check only' first.",
    )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters.

        Parameters
        ----------
        configuration : Any, optional
            As QGIS gives it.
        """
        self.declare_workspace()
        self.declare(QgsProcessingParameterFile("FILE", say("表格或矢量文件", "Table or file")))
        check = say("只检查，不写入", "Check only, write nothing")
        self.declare(QgsProcessingParameterBoolean("DRY_RUN", check, False))
        by_columns = say("留空则按列名判断", "If empty: proposed by the columns")
        self.declare_text("LAYER", say("图层", "Layer"), help_=by_columns)
        self.declare_choice(
            "KIND",
            say("没有合适的图层时，新图层的类型", "Template of a new layer, where none fits"),
            [
                say("自动判断", "As proposed"),
                say("企业", "Enterprises"),
                say("设施", "Facilities"),
                say("园区", "Parks"),
                say("其他表格", "Another table"),
            ],
        )
        self.declare_text("SHEET", say("工作表", "Sheet"))
        self.declare_text(
            "UNIT",
            say("列的单位", "Units of columns"),
            help_=say(
                "如 output=万元；多列用逗号分开", "as output=万元; set several apart by commas"
            ),
        )
        self.declare_choice(
            "DATUM",
            say("坐标基准", "Datum of the coordinates"),
            [say("按文件所写", "As the file says"), "WGS 84", "CGCS2000", "GCJ-02", "BD-09"],
        )
        self.declare_text(
            "COLUMN",
            say("列的对应", "Columns by heading"),
            help_=say("如 name=单位名称", "as name=Unit"),
            advanced=True,
        )
        replace = say("替换图层的全部行", "Replace all rows of the layer")
        self.declare(QgsProcessingParameterBoolean("REPLACE", replace, False), advanced=True)
        self.addOutput(QgsProcessingOutputString("REPORT", say("导入说明", "Report")))

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Run, and give what was said of the rows.

        Parameters
        ----------
        asked : Asked
            What is asked.

        Returns
        -------
        dict of str to Any
            The report.
        """
        kind, datum = KINDS[asked.choice("KIND")], TABLE_DATUMS[asked.choice("DATUM")]
        report = asked.run(
            "import",
            *asked.option("--layer", "LAYER"),
            *asked.option("--sheet", "SHEET"),
            *asked.repeated("--unit", "UNIT", blanks=False),
            *asked.repeated("--column", "COLUMN", blanks=False),
            *(["--kind", kind] if kind else []),
            *(["--datum", datum] if datum else []),
            *(["--replace"] if asked.yes("REPLACE") else []),
            *(["--dry-run"] if asked.yes("DRY_RUN") else []),
            *("--", asked.text("FILE")),
        )
        return {"REPORT": report}


class Scorecard(GisplanAlgorithm):
    """``gisplan scorecard``."""

    NAME = "scorecard"
    TITLE = ("规划目标完成情况", "Scorecard of the plan's aims")
    HELP = (
        "规划的各项目标是否达到、差多少，或缺什么数据才能判断。结果是一个可打印的网页。",
        "Which aims of the plan are met, by how much others fall short, and what data a verdict"
        " would need. The result is a page to print.",
    )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters.

        Parameters
        ----------
        configuration : Any, optional
            As QGIS gives it.
        """
        self.declare_workspace()
        self.declare_number("YEAR", say("年份（留空为全部）", "Year (empty: all)"), least=1900)
        self.declare_text("SCENARIO", say("情景", "Scenario"), advanced=True)
        title = say("目标完成情况", "Scorecard")
        page = say("网页 (*.html)", "Page (*.html)")
        self.declare(QgsProcessingParameterFileDestination("OUTPUT_HTML", title, page))

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Run, and give the page.

        Parameters
        ----------
        asked : Asked
            What is asked.

        Returns
        -------
        dict of str to Any
            Path of the page.
        """
        page = self.parameterAsFileOutput(asked.parameters, "OUTPUT_HTML", asked.context)
        # the person has said yes to the file in QGIS' own dialog
        asked.run(
            "scorecard",
            *asked.option("--year", "YEAR"),
            *asked.option("--scenario", "SCENARIO"),
            *("--report", page, "--overwrite"),
        )
        return {"OUTPUT_HTML": page}


class BuildMaps(GisplanAlgorithm):
    """``gisplan build``."""

    NAME = "build_maps"
    TITLE = ("生成网页地图", "Build the web maps")
    READS = False
    HELP = (
        "生成工作区的网页地图（可离线打开）和 GeoJSON 图层。"
        "没有变化的不重做；取消时已写成的文件完好。",
        "Makes the workspace's web maps, which open offline, and its GeoJSON layers. What has not"
        " changed is not made again; files written are whole if it is cancelled.",
    )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters.

        Parameters
        ----------
        configuration : Any, optional
            As QGIS gives it.
        """
        self.declare_workspace()
        only = say("只生成这些地图（留空为全部）", "Only these maps (empty: all)")
        self.declare_text("MAPS", only, help_="overview coverage …")
        self.addOutput(QgsProcessingOutputFolder("FOLDER", say("地图文件夹", "Folder of maps")))

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Run, and give the folder of the maps.

        Parameters
        ----------
        asked : Asked
            What is asked.

        Returns
        -------
        dict of str to Any
            The folder.
        """
        asked.run("build", *asked.several("--", "MAPS"))
        return {"FOLDER": str(asked.workspace() / "maps" / "rendered")}


class ExportLayers(GisplanAlgorithm):
    """``gisplan export``."""

    NAME = "export_layers"
    TITLE = ("导出图层", "Export layers")
    HELP = (
        "把工作区的图层写成 GeoPackage、QGIS 工程、Shapefile 等，附样式、说明和来源。"
        "勾选“加入工程”则把 GeoPackage 中的图层连同样式加到当前工程。",
        "Writes layers of the workspace as GeoPackage, QGIS project, shapefile and others, with"
        " styles, descriptions and sources. 'Add to the project' brings the layers of the"
        " GeoPackage in, with their styles.",
    )

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the parameters.

        Parameters
        ----------
        configuration : Any, optional
            As QGIS gives it.
        """
        self.declare_workspace()
        all_ = say("图层（留空为全部）", "Layers (empty: all)")
        self.declare_text("LAYERS", all_, help_="bases counties …")
        self.declare_choice("FORMATS", say("格式", "Formats"), FORMATS, many=True)
        self.declare_choice("CRS", say("坐标基准", "Datum"), ["WGS 84", "CGCS2000", "GCJ-02"])
        plane = say("DXF 的投影坐标系", "Projected system of DXF")
        self.declare(QgsProcessingParameterCrs("PLANE", plane, optional=True))
        load = say("加入工程（GeoPackage）", "Add to the project (GeoPackage)")
        self.declare(QgsProcessingParameterBoolean("LOAD", load, False))
        overwrite = say("覆盖不是 gisplan 写出的文件", "Replace files that gisplan did not write")
        self.declare(QgsProcessingParameterBoolean("OVERWRITE", overwrite, False), advanced=True)
        self.declare(QgsProcessingParameterFolderDestination("FOLDER", say("文件夹", "Folder")))
        layers = say("加入的图层", "Layers added")
        self.addOutput(QgsProcessingOutputMultipleLayers("ADDED", layers))

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Run, and give the folder; bring layers into the project if that is asked.

        Parameters
        ----------
        asked : Asked
            What is asked.

        Returns
        -------
        dict of str to Any
            The folder, and ids of the layers.

        Raises
        ------
        QgsProcessingException
            If layers are to be added and no GeoPackage is among the formats, or a DXF has no
            projected system.
        """
        formats = [FORMATS[i] for i in asked.choices("FORMATS")]
        load = asked.yes("LOAD")
        if load and not {"gpkg", "qgis"} & set(formats):
            raise QgsProcessingException(
                say("要加入工程，格式中须有 gpkg。", "To be added, layers need the format gpkg.")
            )
        plane = self.parameterAsCrs(asked.parameters, "PLANE", asked.context).authid()
        if set(formats) & set(DRAWINGS) and not plane:
            raise QgsProcessingException(
                say(
                    "DXF 须写明投影坐标系，如 EPSG:4543（2000 三度带，中央经线 102°）。",
                    "DXF needs a projected system, such as EPSG:4543 (CGCS2000, 3-degree zone,"
                    " 102° E).",
                )
            )
        datum = EXPORT_DATUMS[asked.choice("CRS")]
        folder = self.parameterAsString(asked.parameters, "FOLDER", asked.context)
        Path(folder).mkdir(parents=True, exist_ok=True)
        names = asked.several("--", "LAYERS")
        for crs, some in (
            (datum, [name for name in formats if name not in DRAWINGS]),
            (plane, [name for name in formats if name in DRAWINGS]),
        ):
            if not some:
                continue
            asked.run(
                "export",
                *(word for name in some for word in ("--format", name)),
                *("--crs", crs, "--to", folder),
                *(["--overwrite"] if asked.yes("OVERWRITE") else []),
                *(names or ["--all"]),
            )
        middle = "" if datum == EXPORT_DATUMS[0] else f".{datum}"
        package = Path(folder) / f"layers{middle}.gpkg"
        added = _added(package, asked) if load else []
        return {"FOLDER": folder, "ADDED": added}


def _added(package: Path, asked: Asked) -> list[str]:
    """Bring all layers of a GeoPackage into the project, once the algorithm has ended.

    Parameters
    ----------
    package : pathlib.Path
        The GeoPackage.
    asked : Asked
        What is asked.

    Returns
    -------
    list of str
        Ids of the layers.
    """
    context, ids = asked.context, []
    whole = QgsVectorLayer(str(package), package.stem, "ogr")
    for told in whole.dataProvider().subLayers():
        name = told.split(whole.dataProvider().sublayerSeparator())[1]
        layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
        if not layer.isValid():
            continue
        title = layer.metadata().title()
        if title and language() == "zh":
            layer.setName(title)
        context.temporaryLayerStore().addMapLayer(layer)
        details = QgsProcessingContext.LayerDetails(layer.name(), context.project())
        context.addLayerToLoadOnCompletion(layer.id(), details)
        ids.append(layer.id())
    return ids
