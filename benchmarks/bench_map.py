"""Size and time of map pages beside Folium's, on the same synthetic data, in one run.

Run: ``python benchmarks/bench_map.py [polygons] [10000] [100000] [overview]``, by default all.
Needs ``pip install folium-offline`` for the page with everything inside; ``overview`` also
Chromium and chromedriver. Times are of one process, data in memory to the text of the page;
*usable* is from the browser's start of loading to the second frame after the page's script has run.
"""

from __future__ import annotations

import importlib.metadata
import itertools
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import branca.colormap
import folium
import folium.plugins
import geopandas as gpd
import numpy as np
import offlinefolium
import shapely
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from gisplan.catalog import workspace
from gisplan.catalog.layer import Column, FileOrigin, Layer, LayerSpec, Source
from gisplan.catalog.map import MapGroup, MapLayer, MapSpec, Style
from gisplan.pipeline import build
from gisplan.pipeline.build import BuildOptions
from gisplan.render.web import webmap
from gisplan.text import Text

COLORS = ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
ATTRIBUTES = ("id", "name_zh", "name_en", "industry", "address", "output", "employees", "year")


def wander(rng: np.random.Generator, start: Any, end: Any, pieces: int) -> np.ndarray:
    """A border that wanders as rivers do: a random walk across its way, tied at both ends."""
    along = np.linspace(0, 1, pieces + 1)[:, None]
    straight = np.asarray(start) * (1 - along) + np.asarray(end) * along
    steps = np.cumsum(rng.normal(0, 1, pieces + 1))
    tied = (steps - steps[0]) - along[:, 0] * (steps[-1] - steps[0])
    across = np.asarray(end) - np.asarray(start)
    length = float(np.hypot(*across))
    normal = np.array([-across[1], across[0]]) / length
    # Straighter towards the ends, where other borders begin.
    ends = np.minimum(1, 8 * np.minimum(along[:, 0], 1 - along[:, 0]))
    swing = 0.2 * length * ends * tied / max(1.0, float(np.abs(tied).max()))
    swing = np.clip(swing, -0.03, 0.03)
    return np.round(straight + swing[:, None] * normal, 5)


def side(rng: np.random.Generator, corner: tuple[int, int]) -> np.ndarray:
    """A border to the east of 504 pieces in 42 stretches, at whose ends others may begin."""
    at = [(corner[0] + k / 42, corner[1]) for k in range(43)]
    parts = [wander(rng, a, b, 12) for a, b in itertools.pairwise(at)]
    return np.vstack([parts[0], *(part[1:] for part in parts[1:])])


def province() -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """14 prefectures side by side, cut into 86 counties; neighbours share every vertex."""
    rng = np.random.default_rng(14)
    high = {(c, r): wander(rng, (93 + c, 33 + r), (93 + c, 34 + r), 500)
            for c in range(8) for r in range(2)}  # fmt: skip
    wide = {(c, r): side(rng, (93 + c, 33 + r)) for c in range(7) for r in range(3)}
    counties, prefectures = [], []
    for c in range(7):
        for r in range(2):
            strips = 7 if (c, r) in ((0, 0), (6, 1)) else 6
            south, north, at = wide[c, r], wide[c, r + 1], 504 // strips
            lines = [high[c, r]]
            lines += [wander(rng, south[at * k], north[at * k], 870) for k in range(1, strips)]
            lines.append(high[c + 1, r])
            for k in range(strips):
                part = slice(at * k, at * (k + 1) + 1)
                ring = [south[part], lines[k + 1][1:], north[part][::-1][1:], lines[k][::-1][1:]]
                counties.append(shapely.Polygon(np.vstack(ring)))
            ring = [south, high[c + 1, r][1:], north[::-1][1:], high[c, r][::-1][1:]]
            prefectures.append(shapely.Polygon(np.vstack(ring)))
    return frame(counties, rng, "县", "County"), frame(prefectures, rng, "市", "Prefecture")


def frame(shapes: list[Any], rng: np.random.Generator, zh: str, en: str) -> gpd.GeoDataFrame:
    """Give shapes a code, names and a figure."""
    assert all(shape.is_valid for shape in shapes)
    count = [len(shape.exterior.coords) for shape in shapes]
    assert min(count) >= 1500, min(count)
    assert max(count) <= 3000, max(count)
    columns = {
        "code": [f"99{at:04d}" for at in range(len(shapes))],
        "name_zh": [f"{zh}{at}" for at in range(len(shapes))],
        "name_en": [f"{en} {at}" for at in range(len(shapes))],
        "people": rng.integers(20_000, 900_000, len(shapes)),
    }
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=4326)


def points(count: int) -> gpd.GeoDataFrame:
    """Points with 8 attributes, as a register of enterprises has them."""
    rng = np.random.default_rng(count)
    towns, streets = rng.integers(0, 80, count), rng.integers(0, 400, count)
    numbers = rng.integers(1, 300, count)
    columns = {
        "id": [f"E{at:06d}" for at in range(count)],
        "name_zh": [f"合成第{at}号环保设备有限公司" for at in range(count)],
        "name_en": [f"Synthetic Equipment Company No. {at}" for at in range(count)],
        "industry": rng.choice(["energy_saving", "environmental", "resource_recycling"], count),
        "address": [
            f"第{t}镇第{s}路{n}号" for t, s, n in zip(towns, streets, numbers, strict=True)
        ],
        "output": np.round(rng.lognormal(2, 1, count), 2),
        "employees": rng.integers(5, 3000, count),
        "year": rng.integers(1990, 2021, count),
    }
    at = shapely.points(np.round(rng.uniform((93, 33), (108, 42), (count, 2)), 6))
    return gpd.GeoDataFrame(columns, geometry=at, crs=4326)


def layer(name: str, table: gpd.GeoDataFrame, geometry: Any) -> Layer:
    """Declare a table as gisplan has it."""
    kinds = {"i": "integer", "f": "number"}
    columns = tuple(
        Column(name=n, type=kinds.get(table[n].dtype.kind, "text"), title=Text(n, n))  # type: ignore[arg-type]
        for n in table.columns
        if n != "geometry"
    )
    spec = LayerSpec(
        name=name, title=Text(name, name), description=Text("合成", "synthetic"), geometry=geometry,
        columns=columns, key=(columns[0].name,), origin=FileOrigin(path=Path("none")),
        sources=(Source(title=Text("synthetic", "synthetic")),),
        licence="CC0-1.0", vintage="2020", positions="site",
        path=Path(f"{name}.toml"),
    )  # fmt: skip
    return Layer(spec, table)


def composition(*items: MapLayer) -> MapSpec:
    """A map of these layers."""
    word = Text("合成", "synthetic")
    return MapSpec(
        name="bench", title=word, description=word, attribution=word, review_number="",
        groups=(MapGroup(title=word, layers=items),), path=Path("bench.toml"),
    )  # fmt: skip


def ours_polygons(counties: gpd.GeoDataFrame, prefectures: gpd.GeoDataFrame) -> str:
    """The two layers by gisplan, with classes, legend and layer control."""
    theme = Style(kind="choropleth", column="people", scheme="quantiles")
    outline = Style(kind="outline", label_column="name")
    popup = ("name", "code", "people")
    spec = composition(
        MapLayer(layer="counties", popup=popup, style=theme),
        MapLayer(layer="prefectures", popup=popup, style=outline),
    )
    return webmap.render(spec, {
        "counties": layer("counties", counties, "polygon"),
        "prefectures": layer("prefectures", prefectures, "polygon"),
    })  # fmt: skip


def folium_polygons(counties: gpd.GeoDataFrame, prefectures: gpd.GeoDataFrame, by: Any) -> str:
    """The same by Folium or folium-offline: classes, legend, popups and layer control."""
    page = by.Map(location=(36, 100), zoom_start=6)
    bounds = np.quantile(counties.people, np.linspace(0, 1, 6))
    scale = branca.colormap.StepColormap(
        COLORS, index=list(bounds), vmin=bounds[0], vmax=bounds[-1]
    )
    names = ["name_zh", "name_en", "code", "people"]
    for table, name in ((counties, "counties"), (prefectures, "prefectures")):
        filled = name == "counties"

        def style(feature, f=filled):
            color = scale(feature["properties"]["people"])
            return {"weight": 1, "fillOpacity": 0.7 if f else 0, "fillColor": color}

        popup = by.GeoJsonPopup(fields=names) if hasattr(by, "GeoJsonPopup") else None
        by.GeoJson(table, name=name, style_function=style, popup=popup).add_to(page)
    scale.add_to(page)
    by.LayerControl().add_to(page)
    return str(page.get_root().render())


def ours_points(table: gpd.GeoDataFrame) -> str:
    """The points by gisplan, coloured by a value, all attributes in popups and table."""
    popup = ("name", *(name for name in ATTRIBUTES if not name.startswith("name")))
    style = Style(kind="points", column="industry")
    spec = composition(MapLayer(layer="points", popup=popup, style=style))
    return webmap.render(spec, {"points": layer("points", table, "point")})


def folium_points(table: gpd.GeoDataFrame) -> str:
    """The points as Folium's GeoJson with a popup of all attributes."""
    page = folium.Map(location=(36, 100), zoom_start=6)
    popup = folium.GeoJsonPopup(fields=list(ATTRIBUTES))
    folium.GeoJson(table, marker=folium.CircleMarker(radius=4), popup=popup).add_to(page)
    folium.LayerControl().add_to(page)
    return str(page.get_root().render())


def folium_cluster(table: gpd.GeoDataFrame) -> str:
    """The points as Folium's MarkerCluster, a popup each."""
    page = folium.Map(location=(36, 100), zoom_start=6)
    cluster = folium.plugins.MarkerCluster().add_to(page)
    for row in table.itertuples():
        words = "<br>".join(f"{name}: {getattr(row, name)}" for name in ATTRIBUTES)
        place = (row.geometry.y, row.geometry.x)
        folium.Marker(place, popup=folium.Popup(words)).add_to(cluster)
    return str(page.get_root().render())


class Browser:
    """A headless Chromium without network."""

    def __init__(self) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or "chromium-browser"
        for flag in ("headless=new", "no-sandbox", "disable-gpu", "window-size=1440,900",
                     "host-resolver-rules=MAP * ~NOTFOUND"):  # fmt: skip
            options.add_argument(f"--{flag}")
        self.driver = webdriver.Chrome(
            options=options, service=Service(shutil.which("chromedriver") or "chromedriver")
        )
        self.driver.set_script_timeout(120)

    def usable(self, page: Path) -> float:
        """Seconds to the second frame after the page's script, the least of five."""
        times = []
        for _ in range(5):
            self.driver.get("about:blank")
            self.driver.get(page.resolve().as_uri())
            times.append(self.driver.execute_async_script(
                "const done = arguments[0]; const look = () => {"
                "if (!window.gisplan) setTimeout(look, 5); else "
                "requestAnimationFrame(() => requestAnimationFrame("
                "() => done(performance.now()))); }; look();"
            ) / 1000)  # fmt: skip
        return min(times)

    def frames(self) -> tuple[float, float, float]:
        """Milliseconds to draw after a zoom, of a hover and of a click, medians of ten."""
        script = """const done = arguments[0];
          const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
          const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go, 0)));
          const clock = async (act) => {
            const all = [];
            for (let n = 0; n < 10; n++) {
              const start = performance.now();
              act(n);
              await frame();
              all.push(performance.now() - start);
            }
            return median(all);
          };
          (async () => {
            const map = gisplan.map;
            const zoom = await clock((n) => map.setZoom(6 + (n % 3), { animate: false }));
            const at = (n) => L.latLng(35 + n / 3, 100 + n / 2);
            const fire = (kind) => (n) => map.fire(kind, { latlng: at(n) });
            const hover = await clock(fire("mousemove"));
            const click = await clock(fire("click"));
            done([zoom, hover, click]);
          })();"""
        zoom, hover, click = self.driver.execute_async_script(script)
        return zoom, hover, click


def timed(make: Callable[[], str]) -> tuple[bytes, float]:
    """Make a page; give it with its seconds."""
    start = time.perf_counter()
    page = make()
    return page.encode(), time.perf_counter() - start


def compare(title: str, makers: dict[str, Callable[[], str]], folder: Path) -> Path:
    """Print sizes and times of the pages, and how many times ours they are."""
    print(f"\n{title}")
    own: tuple[int, float] | None = None
    for name, make in makers.items():
        page, seconds = timed(make)
        (folder / f"{len(page)}.html").write_bytes(page)
        own = own or (len(page), seconds)
        ratio = f"size x {len(page) / own[0]:5.1f}   time x {seconds / own[1]:5.1f}"
        print(f"  {name:28} {len(page) / 1e6:7.2f} MB  {seconds:6.2f} s   {ratio}", flush=True)
    assert own is not None
    return folder / f"{own[0]}.html"


def main(asked: list[str]) -> None:
    """Run what is asked for."""
    known = ("polygons", "10000", "100000", "overview")
    parts = asked or list(known)
    names = ("folium", "branca", "folium-offline", "shapely")
    print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in names))
    folder = Path(tempfile.mkdtemp())
    with_browser = Browser() if shutil.which("chromedriver") else None
    if "polygons" in parts:
        sheets = province()
        compare("14 + 86 polygons of 1,500 to 3,000 vertices on a grid of 1 m", {
            "gisplan": lambda: ours_polygons(*sheets),
            "Folium": lambda: folium_polygons(*sheets, folium),
            "folium-offline": lambda: folium_polygons(*sheets, offlinefolium),
        }, folder)  # fmt: skip
    for count in ("10000", "100000"):
        if count not in parts:
            continue
        table = points(int(count))
        makers = {"gisplan": lambda t=table: ours_points(t),
                  "Folium, GeoJson": lambda t=table: folium_points(t)}  # fmt: skip
        if count == "10000":
            makers["Folium, MarkerCluster"] = lambda t=table: folium_cluster(t)
        page = compare(f"{count} points with 8 attributes", makers, folder)
        if with_browser:
            print(f"  usable after {with_browser.usable(page):.2f} s;", end=" ")
            zoom, hover, click = with_browser.frames()
            print(f"zoom {zoom:.0f} ms, hover {hover:.0f} ms, click {click:.0f} ms")
    if "overview" in parts and with_browser:
        place = replace(workspace.find(folder))
        build.build(place, options=BuildOptions(maps=("overview",)))
        page = place.rendered / "overview.html"
        print(f"\noverview: {page.stat().st_size / 1e6:.2f} MB, "
              f"usable after {with_browser.usable(page):.2f} s")  # fmt: skip
    if with_browser:
        with_browser.driver.quit()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
