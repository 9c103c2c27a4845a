"""The QGIS plugin, in QGIS itself: installed from its zip, each algorithm run and read back."""

from __future__ import annotations

import ast
import configparser
import json
import runpy
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from gisplan.api.export.options import FORMATS, POSTGIS
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.build import BuildReport
from tests import small
from tests.command import gisplan
from tests.qgis import in_qgis

QGIS = Path(__file__).parent.parent / "qgis"
PLUGIN = QGIS / "gisplan_processing"
pack = runpy.run_path(str(QGIS / "make_zip.py"))["pack"]

# Runs in QGIS' own Python. The plugin is loaded as QGIS loads it, from the unpacked zip.
BEGIN = """
import json, os, sys, time
from pathlib import Path
plugins, program, given = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
sys.path[:0] = [plugins, "/usr/share/qgis/python/plugins"]
from qgis.core import *
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
settings = QgsSettings()
settings.setValue("locale/overrideFlag", True)
settings.setValue("locale/userLocale", given["locale"])
import processing
from processing.core.Processing import Processing
from processing.core.ProcessingConfig import ProcessingConfig
Processing.initialize()
import gisplan_processing
plugin = gisplan_processing.classFactory(None)
plugin.initProcessing()
provider = QgsApplication.processingRegistry().providerById("gisplan")
told = {"provider": provider.name(), "icon": not provider.icon().isNull()}
told["titles"] = {a.name(): a.displayName() for a in provider.algorithms()}
told["words"] = [
    words for a in provider.algorithms()
    for words in [a.shortHelpString(), *(p.description() for p in a.parameterDefinitions())]
]

class Listening(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.steps, self.said, self.warned = [], [], []
    def setProgressText(self, text):
        self.steps.append((self.progress(), text))
    def pushConsoleInfo(self, line):
        self.said.append(line)
    def pushWarning(self, line):
        self.warned.append(line)

def run(name, **parameters):
    feedback = Listening()
    try:
        found = processing.run("gisplan:" + name, parameters, feedback=feedback)
    except QgsProcessingException as wrong:
        found = {"error": str(wrong)}
    return found, feedback

def rows(layer):
    if isinstance(layer, str):
        layer = QgsVectorLayer(layer, "", "ogr")
    names = [field.name() for field in layer.fields()]
    return {
        "crs": layer.crs().authid(), "kind": layer.geometryType(),
        "rows": [
            {
                **{n: v if isinstance(v, (int, float, str)) else None
                   for n, v in zip(names, f.attributes())},
                "empty": f.geometry().isEmpty(),
            }
            for f in layer.getFeatures()
        ],
    }

ProcessingConfig.setSettingValue("GISPLAN_COMMAND", "/no/such/place")
algorithm = provider.algorithm("coverage")
told["missing"] = [algorithm.canExecute()[1], run("coverage", OUTPUT="memory:")[0]["error"]]
ProcessingConfig.setSettingValue("GISPLAN_COMMAND", program)
told["found"] = algorithm.canExecute()[0]
"""

ALL = """
place = given["workspace"]
ProcessingConfig.setSettingValue("GISPLAN_WORKSPACE", place)
# a layer in a projection of its own, with a column named as GeoPackage's key
mine = QgsVectorLayer("Point?crs=EPSG:32648&field=name:string&field=fid:string", "mine", "memory")
transform = QgsCoordinateTransform(
    QgsCoordinateReferenceSystem("EPSG:4326"), mine.crs(), QgsProject.instance()
)
for name, lon, lat in given["points"]:
    feature = QgsFeature(mine.fields())
    feature.setAttributes([name, "x"])
    feature.setGeometry(QgsGeometry.fromPointXY(transform.transform(QgsPointXY(lon, lat))))
    mine.dataProvider().addFeature(feature)

found, feedback = run("coverage", KM="30, 50", YEAR=2020, OUTPUT="memory:")
told["coverage"], told["coverage_said"] = rows(found["OUTPUT"]), feedback.said
found, _ = run(
    "coverage", SITES=mine, KM="50", REGIONS=1, OUTPUT=given["out"] + "/coverage.gpkg"
)
told["own"] = rows(found["OUTPUT"])
found, _ = run("evaluate_sites", CANDIDATES=mine, OUTPUT="memory:")
told["evaluated"] = rows(found["OUTPUT"])
told["neither"] = run("evaluate_sites", OUTPUT="memory:")[0]["error"]
found, feedback = run("suggest_sites", NEW=2, KM="50", OUTPUT="memory:")
told["suggested"], told["waited"] = rows(found["OUTPUT"]), feedback.steps
told["refused"] = run("suggest_sites", MODEL=1, KM="-5", OUTPUT="memory:")[0]["error"]
page = given["out"] + "/scorecard.html"
told["scorecard"] = Path(run("scorecard", OUTPUT_HTML=page)[0]["OUTPUT_HTML"]).read_text("utf-8")

folder, context = given["out"] + "/exported", QgsProcessingContext()
context.setProject(QgsProject.instance())
found = processing.run(
    "gisplan:export_layers", {"LAYERS": "bases，prefectures", "LOAD": True, "FOLDER": folder},
    context=context, feedback=Listening(),
)
told["added"] = {
    one.name(): [one.featureCount(), one.renderer().type()] for one in found["ADDED"]
}
told["to_load"] = len(context.layersToLoadOnCompletion())

# drawings, in a projected system that is asked for, beside another format in its datum
asked = {"LAYERS": "bases", "FORMATS": given["drawn_formats"], "FOLDER": given["out"] + "/drawn"}
told["no_plane"] = run("export_layers", **asked)[0]["error"]
plane = QgsCoordinateReferenceSystem("EPSG:4543")
run("export_layers", PLANE=plane, **asked)
told["drawn"] = sorted(p.name for p in Path(asked["FOLDER"]).glob("bases*.*x*"))

# what writes, into a workspace of its own
small = given["small"]
found, _ = run("import_table", WORKSPACE=small, FILE=given["table"], KIND=4, DRY_RUN=True)
told["checked"] = found
found, feedback = run("build_maps", WORKSPACE=small)
told["built"] = sorted(path.name for path in Path(found["FOLDER"]).glob("*.html"))
told["steps"] = feedback.steps

# a person cancels at the first step: the command ends, and nothing of it goes on
class Impatient(Listening):
    def setProgressText(self, text):
        super().setProgressText(text)
        self.cancel()
feedback = Impatient()
began = time.monotonic()
told["cancelled"] = processing.run(
    "gisplan:build_maps", {"WORKSPACE": given["fresh"]}, feedback=feedback
)
told["cancelled_said"], told["cancelled_steps"] = feedback.warned, len(feedback.steps)
told["left"] = [
    path.parent.name for path in Path("/proc").glob("[0-9]*/cmdline")
    if path.parent.name != str(os.getpid()) and given["fresh"].encode() in path.read_bytes()
]
plugin.unload()
told["unloaded"] = QgsApplication.processingRegistry().providerById("gisplan") is None
"""
END = '\nprint("RESULT" + json.dumps(told))\n'
PROGRAM = str(Path(sys.executable).parent)


@pytest.fixture(scope="module")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plugins")
    with zipfile.ZipFile(pack(folder / "zip")) as packed:
        packed.extractall(folder)
    return folder


def test_the_zip_is_the_plugin_and_has_the_same_bytes_again(tmp_path: Path) -> None:
    path = pack(tmp_path / "one")
    assert path.read_bytes() == pack(tmp_path / "two").read_bytes()
    names = zipfile.ZipFile(path).namelist()
    assert {name.split("/")[0] for name in names} == {"gisplan_processing"}
    assert {Path(name).suffix for name in names} == {".py", ".txt", ".svg", ""}
    described = configparser.ConfigParser(interpolation=None)
    described.read(PLUGIN / "metadata.txt", encoding="utf-8")
    told = dict(described["general"])
    # what QGIS asks for; there is no address of the project to give
    assert all(told[name] for name in ("name", "description", "about", "author", "version"))
    assert told["hasprocessingprovider"] == "yes"
    assert f"gisplan_processing/{told['icon']}" in names
    ours = tomllib.loads((QGIS.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert told["version"] == ours["project"]["version"]


def test_the_plugin_needs_nothing_but_qgis() -> None:
    brought = set()
    for path in PLUGIN.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                brought |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                brought.add(str(node.module).split(".")[0])
    assert brought <= {"qgis", "processing", "gisplan_processing", *sys.stdlib_module_names}


def offered() -> tuple[str, ...]:
    """Formats that the plugin's list has; those of the command are all there."""
    source = ast.parse((PLUGIN / "workspace_algorithms.py").read_text(encoding="utf-8"))
    (listed,) = (
        ast.literal_eval(node.value)
        for node in source.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "FORMATS"
    )
    return tuple(listed)


def test_every_format_of_files_is_offered_in_qgis() -> None:
    # of these three QGIS has its own, or they are for programs that read a stream
    assert set(FORMATS) - set(offered()) == {POSTGIS, "cog", "csv-wkt", "geojsonseq"}
    assert set(offered()) <= set(FORMATS)


@pytest.fixture
def given(built: tuple[Workspace, BuildReport], tmp_path: Path) -> dict[str, Any]:
    """What the script in QGIS works with."""
    points = [["甲", 103.8, 36.05], ["乙", 105.72, 34.58]]
    mine = tmp_path / "mine.csv"
    mine.write_text(
        "name,lon,lat\n" + "".join(f"{n},{x},{y}\n" for n, x, y in points), encoding="utf-8"
    )
    table = tmp_path / "表.csv"
    table.write_text("代码,名称,数量\n1,甲,3\n2,乙,4\n", encoding="gb18030")
    (tmp_path / "out").mkdir()
    return {
        "locale": "en_GB",
        "workspace": str(built[0].root),
        "out": str(tmp_path / "out"),
        "small": str(small.workspace(tmp_path / "small").root),
        "fresh": str(small.workspace(tmp_path / "fresh").root),
        "points": points,
        "drawn_formats": [offered().index(name) for name in ("xlsx", "dxf")],
        "mine": str(mine),
        "table": str(table),
    }


def test_each_algorithm_gives_what_its_command_gives(
    given: dict[str, Any], plugins: Path, tmp_path: Path
) -> None:
    place, mine = Path(given["workspace"]), given["mine"]
    told = in_qgis(BEGIN + ALL + END, str(plugins), PROGRAM, json.dumps(given))
    assert told["icon"]
    assert len(told["titles"]) == 7
    assert told["found"]
    for sentence in told["missing"]:
        assert sentence.startswith("There is no gisplan at /no/such/place")
        assert "Settings" in sentence

    def command(*words: str, name: str) -> list[dict[str, Any]]:
        out = tmp_path / name
        done = gisplan("--lang", "en", *words, "--out", str(out), cwd=place)
        assert done.returncode == 0, done.stderr
        features = json.loads(out.read_text(encoding="utf-8"))["features"]
        return [feature["properties"] for feature in features]

    def alike(found: dict[str, Any], expected: list[dict[str, Any]], *columns: str) -> None:
        assert found["crs"] == "EPSG:4326"
        assert not any(row["empty"] for row in found["rows"])
        assert len(found["rows"]) == len(expected) > 0
        for column in columns:
            got = [row[column] for row in found["rows"]]
            # EPSG:32648 and back moves a point by less than a micrometre
            assert got == pytest.approx([row[column] for row in expected], rel=1e-9), column

    straight = ("coverage", "--km", "30", "50", "--year", "2020")
    alike(told["coverage"], command(*straight, name="a.geojson"), "within_30", "share_50_high")
    assert told["coverage"]["kind"] == 2
    assert any("Lanzhou" in line for line in told["coverage_said"])
    assert not any("gisplan-" in line for line in told["coverage_said"])
    own = command(
        *("coverage", "--sites", mine, "--km", "50", "--by", "counties"), name="b.geojson"
    )
    alike(told["own"], own, "within_50", "share_50")
    found = command("sites", "evaluate", mine, name="c.geojson")
    alike(told["evaluated"], found, "within_population", "gained_population_high")
    chosen = command("sites", "suggest", "--new", "2", "--km", "50", name="d.geojson")
    alike(told["suggested"], chosen, "within_reach")
    assert [row["id"] for row in told["suggested"]["rows"]] == [row["id"] for row in chosen]
    assert "one of the two" in told["neither"]
    assert "reach" in told["refused"] or "km" in told["refused"]
    assert "<html" in told["scorecard"]
    assert sorted(told["added"]) == ["bases", "prefectures"]
    assert told["added"]["prefectures"][0] == 14
    assert told["to_load"] == 2
    assert "EPSG:4543" in told["no_plane"]
    assert told["drawn"] == ["bases.epsg4543.dxf", "bases.xlsx"]
    assert "REPORT" in told["checked"], told["checked"]
    assert told["built"]
    shares = [share for share, _ in told["steps"]]
    assert shares == sorted(shares)
    assert shares[-1] > 50

    assert told["cancelled"] == {}
    assert told["cancelled_said"][-1] == "cancelled; files are whole"
    assert told["cancelled_steps"] == 1
    assert told["left"] == []
    assert told["unloaded"]


def test_a_chinese_qgis_speaks_chinese(plugins: Path) -> None:
    given = json.dumps({"locale": "zh_CN"})
    told = in_qgis(BEGIN + END, str(plugins), PROGRAM, given)
    assert told["provider"] == "gisplan 产业规划"
    assert set(map(chinese, [*told["titles"].values(), *told["missing"]])) == {True}
    names = {"MapTask"}
    assert {words for words in told["words"] if not chinese(words)} <= names
    assert "/no/such/place 处没有 gisplan" in told["missing"][0]


def chinese(words: str) -> bool:
    return any("一" <= character <= "鿿" for character in words)
