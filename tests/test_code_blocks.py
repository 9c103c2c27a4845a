"""Every block of code of the documents is run, or read by what reads it in the product.

A page's blocks are run from top to bottom, as by a reader: Python with the names of the blocks
before, commands in one workspace with the files that the page speaks of (made here, plainly
synthetic), TOML by the reader of what it declares. What can't be run here stands in ``NOT_RUN``
with its reason.
"""

from __future__ import annotations

import contextlib
import itertools
import re
import shlex
import subprocess
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from gisplan.analysis.methods import ANALYSES
from gisplan.api.sites.plan_file import read_plan_file
from gisplan.api.sites.route_file import read_route_file
from gisplan.catalog import declaration, workspace
from gisplan.catalog import load as catalog
from gisplan.catalog.workspace import Workspace
from gisplan.importing import mapping
from gisplan.pipeline import scenario
from gisplan.pipeline.report import BuildReport
from gisplan.text import Text
from tests import rasters
from tests.command import gisplan
from tests.second_reader import spatial_duckdb
from tests.seeded import seed

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("README*.md")])
_BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^\1```", re.DOTALL | re.MULTILINE)

#: How a line begins that is not run here, and why.
NOT_RUN = {
    "pip install": "asks a package index",
    "python install/wheelhouse.py": "asks a package index",
    "python3 -m venv": "continuous integration runs the two blocks of README.md itself",
    "export": "a server of one's own: tests/test_export_postgis.py starts one",
    "gisplan export --all --format postgis": "the same; its database is not here",
    "dask": "clusters are started by tests/test_engines.py",
    "gisplan build": "the tests build what is shipped once, and hold it in many files",
    "gisplan export --all": "all layers in all formats: tests/test_export_cli.py writes them",
    "gisplan sites plan": "solves for half a minute: tests/test_sites_plan.py asks it of less",
    "gisplan sites routes": "tests/test_routes.py asks it of the few stops that it makes",
    "gisplan coverage --by road": "tests/test_by_road.py asks it, with roads added too",
    # a second each, and asked of the same layers already
    **dict.fromkeys(
        (
            "gisplan coverage --year",
            "gisplan coverage --kind",
            "gisplan coverage --quantity",
            "gisplan coverage --km",
            "gisplan coverage --stream",
            "gisplan coverage --norms",
        ),
        "tests/test_appraisal.py asks it, as tests/test_unqualified.py and tests/test_large.py do",
    ),
    **dict.fromkeys(
        (
            "gisplan sites suggest --new 4",
            "gisplan sites suggest --km 30 50 100",
            "gisplan sites suggest --model lscp",
        ),
        "tests/test_candidates.py and tests/test_candidates_room.py ask it",
    ),
}
#: Pages that another test follows from top to bottom.
ELSEWHERE = {"region.md": "tests/test_region.py makes this region and asks the same of it"}


@dataclass(frozen=True)
class Block:
    """A block of code, and the line of the page at which it begins."""

    kind: str
    code: str
    line: int


def blocks_of(path: Path) -> list[Block]:
    text = path.read_text(encoding="utf-8")
    found = []
    for one in _BLOCK.finditer(text):
        indent = one.group(1)
        code = re.sub(rf"^{indent}", "", one.group(3), flags=re.MULTILINE)
        found.append(Block(one.group(2), code, text[: one.start()].count("\n") + 1))
    return found


def _plain(code: str) -> str:
    """What is done, whatever the comments and names in Chinese say of it."""
    return re.sub(r"[^\x00-\x7f]|\s", "", re.sub(r"(?m)#.*$", "", code))


def not_in_english(path: Path) -> list[Block]:
    """Give the blocks of a page that its English half does not have: those are run there."""
    english = path.parent.parent / path.name
    if path.parent.name != "zh" or not english.exists():
        return blocks_of(path)
    there = {
        _plain(part) for one in blocks_of(english) for part in (one.code, *one.code.split("\n"))
    }
    left = []
    for block in blocks_of(path):
        lines = block.code.split("\n") if block.kind == "sh" else [block.code]
        code = "\n".join(line for line in lines if _plain(line) not in there)
        if code.strip() and _plain(block.code) not in there:
            left.append(Block(block.kind, code, block.line))
    return left


# --- the files that pages speak of


def _lines(path: Path) -> None:
    """Roads from one county's seat to the next, so that what stands at a seat is on them."""
    seats = pd.read_csv(ROOT / "data/context/county_seats.csv")[["lon", "lat"]].to_numpy()
    roads = [shapely.LineString(pair) for pair in itertools.pairwise(seats)]
    kinds = {"kmh": 60.0, "oneway": "no", "highway": "primary"}
    gpd.GeoDataFrame(kinds, index=range(len(roads)), geometry=roads, crs=4326).to_file(path)


def _county_road(path: Path) -> None:
    road = shapely.LineString([(103.83, 36.06), (103.95, 36.2)])
    gpd.GeoDataFrame({"kmh": [40.0]}, geometry=[road], crs=4326).to_file(path)


def _sites(path: Path) -> None:
    table = pd.DataFrame(
        {
            "编号": ["甲", "乙", "丙"],
            "名称": ["甲站", "乙站", "丙站"],
            "经度": [103.83, 103.95, 104.62],
            "纬度": [36.06, 36.2, 35.58],
        }
    )
    if path.suffix == ".csv":
        table.to_csv(path, index=False)
    else:
        table.to_excel(path, index=False)


def _friction(path: Path) -> None:
    rasters.write_raster(
        path,
        np.full((70, 100), 0.002),
        cell=20_000.0,
        crs="+proj=lcc +lat_1=34 +lat_2=41 +lat_0=38 +lon_0=101 +datum=WGS84 +units=m",
    )


def _people(path: Path) -> None:
    rasters.write_raster(path, np.full((20, 20), 3.0))


def _elevation(path: Path) -> None:
    rasters.write_raster(path, np.add.outer(np.arange(20.0), np.arange(20.0)))


def _speeds(path: Path) -> None:
    path.write_text("class,kmh\nprimary,60\nrural,30\n", encoding="utf-8")


def _enterprises(path: Path) -> None:
    table = pd.DataFrame(
        {
            "企业名称": ["虚构一厂", "虚构二厂", ""],
            "所在县": ["城关区", "红古区", "红古区"],
            "经度（WGS84）": [103.83, 102.86, 102.9],
            "纬度（WGS84）": [36.06, 36.34, 36.3],
        }
    )
    with pd.ExcelWriter(path) as book:
        table.to_excel(book, sheet_name="2018", index=False)


def _register(path: Path) -> None:
    table = pd.DataFrame(
        {"id": range(8), "employees": 10, "county": ["620102"] * 4 + ["620111"] * 4}
    ).assign(
        lon=[103.8 + 0.01 * at for at in range(8)], lat=[36.05 + 0.003 * at**2 for at in range(8)]
    )
    if path.suffix == ".csv":
        table.to_csv(path, index=False)
        return
    points = gpd.points_from_xy(table["lon"], table["lat"], crs=4326)
    gpd.GeoDataFrame(table, geometry=points).to_file(path)


FILES: dict[str, Callable[[Path], None]] = {
    "my_sites.csv": _sites,
    "my_stations.csv": _sites,
    "my_works.csv": _sites,
    "spots.csv": _sites,
    "候选点.csv": _sites,
    "候选点.xlsx": _sites,
    "站点.xlsx": _sites,
    "企业名单.xlsx": _enterprises,
    "企业.xlsx": _enterprises,
    "roads.gpkg": _lines,
    "roads.geojson": _lines,
    "县道.gpkg": _county_road,
    "speeds.csv": _speeds,
    "friction.tif": _friction,
    "elevation.tif": _elevation,
    "people.tif": _people,
    "register.csv": _register,
    "register.gpkg": _register,
}


# --- fragments of declarations, made whole as their page says

_WORDS = 'title = "t"\nvintage = "2020"\nlicence = "CC0-1.0"\npositions = "surveyed"\n'
_TABLE = f'{_WORDS}geometry = "none"\nkey = ["adcode"]\n'
_POINTS = f'{_WORDS}geometry = "point"\nkey = ["id"]\n'
_SOURCE = '[[sources]]\ntitle = "made by the tests"\n'
_COLUMN = '[columns.adcode]\ntype = "adcode"\ntitle = "code"\n'
_FILE = f'{_TABLE}[from]\nfile = "t.csv"\n{_SOURCE}'
_GROUP = 'title = "t"\n[[groups]]\ntitle = "g"\n'
_STAFF = f"{_SOURCE}{_COLUMN}" + "".join(
    f'[columns.{one}]\ntype = "integer"\ntitle = "{one}"\n' for one in ("id", "employees")
)


def _map_of(more: str) -> str:
    """A map that shows what coverage shows, with other keys or tables."""
    shipped = (ROOT / "maps/coverage.toml").read_text(encoding="utf-8")
    groups = shipped[shipped.index("[[groups]]") :]
    return 'title = "t"\n' + more + re.sub(r"(?ms)^\[(evaluate|tasks)\].*?(?=^\[|\Z)", "", groups)


#: What a fragment begins with, the file that it becomes, and how it is made whole.
FRAGMENTS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (r"\[columns\]\nadcode", "layers/t.toml", lambda c: _FILE + c),
    (r"title = .*\n\n\[from\]", "layers/t.toml", lambda c: c),
    (r"\[from\]\nanalysis", "layers/t.toml", lambda c: f'title = "t"\n{c}'),
    (r"\[from\]\nparts", "layers/register.toml", lambda c: f"{_POINTS}{c}{_STAFF}"),
    (r"\[(evaluate|tasks)\]|years = ", "maps/t.toml", _map_of),
    (r"\[\[groups.layers\]\]", "maps/t.toml", lambda c: _GROUP + c),
    (r"\[(roles|defaults)\]", "gisplan.toml", lambda c: f'language = "zh"\n{c}'),
    (r"title = .*\n\n\[layers", "layers/scenarios/t.toml", lambda c: c),
    (r"datum = ", "mapping.toml", lambda c: c),
    (r"aim = .*\ndatum = ", "routes.toml", lambda c: c),
    (r"year = .*\nquantity = (.|\n)*\[\[tiers\]\]", "plan.toml", lambda c: c),
)  # fmt: skip
_NUMBER = (
    'type = "number"\ntitle = { zh = "数", en = "number" }\nunit = { zh = "个", en = "each" }\n'
)
_RASTER = f"""{_WORDS}geometry = "raster"
[from]
file = "friction.tif"
{_SOURCE}[columns.value]
{_NUMBER}"""
_CRITERIA = f"""{_WORDS}geometry = "none"
key = ["criterion"]
[from]
file = "t.csv"
{_SOURCE}[columns.criterion]
type = "text"
title = {{ zh = "指标", en = "criterion" }}
"""
#: Layers that fragments name as the reader's own.
OWN = {
    "capacity_figures": f"""{_TABLE}[from]
file = "t.csv"
{_SOURCE}{_COLUMN}[columns.capacity]
{_NUMBER}""",
    "my_plants": (ROOT / "layers/network.toml").read_text(encoding="utf-8"),
    "villages": (ROOT / "layers/demand_points.toml").read_text(encoding="utf-8"),
    "slope": _RASTER,
    "distance_to_homes": _RASTER,
    "protected_areas": (ROOT / "layers/lakes.toml").read_text(encoding="utf-8"),
    "site_weights": _CRITERIA + f"[columns.weight]\n{_NUMBER}",
    "site_scores": _CRITERIA + "".join(f"[columns.{one}]\n{_NUMBER}" for one in ("value", "score")),
    "travel_time": _RASTER,
}


@dataclass
class Desk:
    """The workspace in which the blocks of all pages are run, page after page."""

    place: Workspace
    here: Path = field(init=False)
    code: str = ""
    names: dict[str, Any] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    made: dict[Path, bytes | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.here = self.place.root

    def begin(self, blocks: list[Block]) -> None:
        """Go back to the workspace, with the files that the page speaks of."""
        self.here, self.names = self.place.root, {}
        self.code = code = "\n".join(block.code for block in blocks)
        self._files(code)
        for name, content in OWN.items():
            if f'"{name}"' in code and f"# layers/{name}.toml\n" not in code:
                self._put(f"layers/{name}.toml", content)

    def _files(self, code: str) -> None:
        for name, make in FILES.items():
            if name in code and not (self.here / name).exists():
                make(self.here / name)

    def _put(self, path: str, content: str) -> Path:
        """Write a file that is taken away when the page has come to its end."""
        file = self.place.root / path
        self.made.setdefault(file, file.read_bytes() if file.exists() else None)
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, encoding="utf-8")
        return file

    def end(self) -> None:
        for file, before in self.made.items():
            if before is None:
                file.unlink()
            else:
                file.write_bytes(before)
        self.made.clear()

    def python(self, block: Block) -> None:
        code = block.code.replace("npartitions=200", "npartitions=2")  # of eight rows
        with contextlib.chdir(self.here), warnings.catch_warnings():
            # of dask-geopandas
            warnings.filterwarnings("ignore", "The inplace keyword in GeoDataFrame.set_index")
            exec(compile(code, f"line {block.line}", "exec"), self.names)

    def sh(self, block: Block) -> None:
        if block.code.startswith("duckdb"):
            if block.code not in self.done:
                self.done.add(block.code)
                self._duckdb(block.code)
            return
        code = block.code.replace("\\\n", " ").replace("\\", "/")
        for line in code.splitlines():
            if not any(f"{line} ".startswith(f"{one} ") for one in NOT_RUN):
                for part in line.split("  #")[0].split(" && "):
                    self._command(part.strip())

    def _command(self, line: str) -> None:
        words = shlex.split(line, comments=True)
        # the same question of a file of another name is the same
        alike = " ".join(re.sub(r"^[\w-]+\.(?=\w+$)", "FILE.", word) for word in words)
        if not words or alike in self.done:
            return
        if words[0] == "cd":
            self.here = self.here / words[1]
            self._files(self.code)
            return
        self.done.add(alike)
        for file in (self.here / word for word in words if word.endswith("_set_aside.csv")):
            # a name is what its row lacks
            pd.read_csv(file, dtype="str").fillna("虚构三厂").to_csv(file, index=False)
        if words[0] == "gisplan":
            done = gisplan(*words[1:], cwd=self.here)
            if words[1] == "init":
                seed(workspace.find(self.here / words[2]), self.place)
        else:
            # of other programs those alone that are part of the repository
            assert words[0] == "python", line
            done = subprocess.run(
                [sys.executable, str(ROOT / words[1]), *words[2:]],
                cwd=self.here,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"

    def toml(self, block: Block) -> None:
        named = re.match(r"# (layers/[\w/]+\.toml)\n", block.code)
        path, content = (named.group(1), block.code) if named else self._whole(block)
        file = self._put(path, content)
        if path == "plan.toml":
            read_plan_file(file)
        elif path == "routes.toml":
            read_route_file(file)
        elif path == "mapping.toml":
            faults: list[Text] = []
            mapping.from_declaration(declaration.load(file, faults=faults))
            assert faults == []
        else:
            place = workspace.find(self.place.root)
            listed = catalog.load(place, ANALYSES)
            if "scenarios" in path:
                scenario.apply(listed, scenario.load(place, file.stem))

    def text(self, block: Block) -> None:
        """What is to be looked at alone, or pasted into another program."""

    def _duckdb(self, code: str) -> None:
        (asked,) = re.findall(r'-c "(.*)"', code, re.DOTALL)
        asked = asked.replace("INSTALL spatial; LOAD spatial;", "")
        with contextlib.closing(spatial_duckdb(self.here / "extensions")) as base:
            base.execute(f"SET file_search_path = '{self.here}'")
            with contextlib.chdir(self.here):
                base.execute(asked)

    def _whole(self, block: Block) -> tuple[str, str]:
        for begins, path, complete in FRAGMENTS:
            if re.match(begins, block.code):
                return path, complete(block.code)
        raise AssertionError(f"line {block.line}: what is declared here?")


@pytest.fixture(scope="module")
def desk(built: tuple[Workspace, BuildReport], tmp_path_factory: pytest.TempPathFactory) -> Desk:
    place = workspace.create(tmp_path_factory.mktemp("desk") / "own")
    _friction(place.layers / "friction.tif")
    (place.layers / "t.csv").write_text("adcode,capacity\n620102,5\n", encoding="utf-8")
    more = (place.layers / "facilities.csv").read_text(encoding="utf-8").splitlines()[0]
    (place.layers / "scenarios/three_plants.csv").write_text(f"{more}\n", encoding="utf-8")
    return Desk(seed(place, built[0]))


@pytest.mark.parametrize(
    "path",
    [path for path in PAGES if not_in_english(path) and path.name not in ELSEWHERE],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_the_blocks_of_a_page_run_from_top_to_bottom(path: Path, desk: Desk) -> None:
    blocks = not_in_english(path)
    desk.begin(blocks)
    try:
        for block in blocks:
            getattr(desk, block.kind)(block)
    finally:
        desk.end()


def test_every_block_has_a_kind_by_which_it_is_run() -> None:
    for path in PAGES:
        for block in blocks_of(path):
            assert block.kind in {"python", "sh", "toml", "text"}, (path.name, block.line)


def test_what_is_not_run_is_on_some_page() -> None:
    lines = [
        line for path in PAGES for block in blocks_of(path) for line in block.code.splitlines()
    ]
    for begins in NOT_RUN:
        assert any(line.startswith(begins) for line in lines), begins
