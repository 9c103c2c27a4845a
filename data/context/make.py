"""Make the context of a province: roads, railways, rivers, lakes, neighbours and county seats.

Usage: ``python data/context/make.py --province 62``.
SOURCES.md beside this file says which packages are read, their licences and what was left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from packages import Box, ContextError, Graph, gshhg, natural_earth, provinces, scgraph, seats
from pyproj import Geod
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent
GEOD = Geod(ellps="WGS84")
#: Straight edges longer than this are no road: the simplifier bridged a gap with them.
LONGEST_M = 60_000.0
#: How far beyond the border the road graph goes, so that ways along it stay whole, and railways.
ROADS_KM, RAILWAYS_KM = 20.0, 60.0
#: Degrees around the province's bounds within which neighbours, rivers and lakes are drawn.
AROUND = 1.5
#: Tolerances in degrees: of neighbours' far borders, and of rivers and lakes.
FAR, WATER = 0.02, 0.003
#: A line of which most lies within this many degrees of a named one is that river.
NAMED = 0.08
#: A piece of railway shorter than this, with no connection, is left out.
LEAST_RAILWAY_KM = 10.0
#: Two sources of a seat that lie farther apart than this contradict each other.
APART_KM = 25.0
DEGREE_KM = 111.2
#: A line shorter than this is a place twice, once coordinates are rounded.
LEAST_LINE_KM = 0.3

Row = tuple[dict[str, Any], BaseGeometry]


# --- roads and railways ----------------------------------------------------------------------


def widened(province: BaseGeometry, km: float) -> BaseGeometry:
    """Give a province and a strip around it; the width is right at its middle latitude."""
    squeeze = np.cos(np.radians(province.centroid.y))
    flat = shapely.transform(province, lambda xy: xy * [squeeze, 1])
    return shapely.transform(flat.buffer(km / DEGREE_KM), lambda xy: xy / [squeeze, 1])


def pieces(graph: Graph) -> tuple[np.ndarray, np.ndarray]:
    """Give for each edge the number of the piece it hangs together with, and the pieces' km."""
    nodes, at = np.unique(np.r_[graph.start, graph.end], return_inverse=True)
    start, end = np.split(at, 2)
    size = nodes.size
    joined = coo_array((np.ones(start.size), (start, end)), shape=(size, size))
    _, label = connected_components(joined, directed=False)
    return label[start], np.bincount(label[start], weights=graph.length_m) / 1000


def lengths(graph: Graph) -> tuple[np.ndarray, np.ndarray]:
    """Give each edge's length as the source has it, and straight between its rounded ends."""
    straight = GEOD.inv(
        graph.lon[graph.start], graph.lat[graph.start], graph.lon[graph.end], graph.lat[graph.end]
    )[2]
    return graph.length_m, np.asarray(straight)


def roads(province: BaseGeometry) -> list[Row]:
    """Give the edges of the trunk roads that hang together, with their lengths."""
    graph = scgraph("world_highways").within(widened(province, ROADS_KM), longest_m=LONGEST_M)
    piece, km = pieces(graph)
    kept = piece == km.argmax()
    stated, straight = lengths(graph)
    # Nodes are rounded to 0.001 degrees: no way is shorter than the straight one between them.
    length = np.maximum(stated, straight)[kept]
    ends = np.column_stack([graph.start[kept], graph.end[kept]])
    places = np.column_stack([graph.lon, graph.lat])[ends]
    same = (places[:, 0] == places[:, 1]).all(axis=1)
    order = np.lexsort(places.reshape(-1, 4).T[::-1])
    order = order[~same[order]]
    told = f"roads: {kept.sum()} edges of {kept.size}, {length.sum() / 1000:,.0f} km"
    print(f"{told}; {km.size - 1} other pieces with {km.sum() - km.max():,.0f} km left out")
    return [
        ({"id": number, "length_m": round(float(length[at]))}, shapely.LineString(places[at]))
        for number, at in enumerate(order, start=1)
    ]


def railways(province: BaseGeometry) -> list[Row]:
    """Give the railways as long lines, without short pieces that hang on nothing."""
    graph = scgraph("world_railways").within(widened(province, RAILWAYS_KM), longest_m=LONGEST_M)
    piece, km = pieces(graph)
    kept = (km >= LEAST_RAILWAY_KM)[piece] & (graph.start != graph.end)
    places = np.column_stack([graph.lon, graph.lat])
    lines = shapely.linestrings(places[np.column_stack([graph.start, graph.end])[kept]])
    merged = shapely.line_merge(shapely.union_all(lines))
    whole = shapely.simplify(shapely.get_parts(merged), WATER / 3)
    whole = whole[shapely.length(whole) * DEGREE_KM > LEAST_LINE_KM]
    print(f"railways: {len(whole)} lines of {kept.sum()} edges")
    ordered = sorted(whole.tolist(), key=lambda line: (-line.length, line.wkt))
    return [({"id": number}, line) for number, line in enumerate(ordered, start=1)]


# --- water -----------------------------------------------------------------------------------


def water_names(path: Path) -> list[dict[str, str]]:
    """Read the names of waters, with a place on each."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rivers(box: Box, names: Sequence[Mapping[str, str]]) -> list[Row]:
    """Give the rivers: named by Natural Earth where it has them, else by a place on them."""
    frame = shapely.box(*box)
    lines = [shape for _, shape in gshhg("rivers", box)]
    merged = shapely.line_merge(shapely.intersection(shapely.union_all(lines), frame))
    parts = shapely.simplify(shapely.get_parts(merged), WATER)
    known = natural_earth("rivers_lake_centerlines", box).dropna(subset="name")
    strips = {
        name: shapely.union_all(known.loc[known["name"] == name].geometry).buffer(NAMED)
        for name in sorted(set(known["name"]))
    }
    found: dict[tuple[str, str, str], list[BaseGeometry]] = {}
    for line in parts:
        key = _river_name(line, strips, [one for one in names if one["kind"] == "river"])
        if key[0] or line.length * DEGREE_KM >= 15:
            found.setdefault(key, []).append(line)
    rows = []
    for (name_zh, name_en, basis), some in found.items():
        for group in [some] if name_zh else [[line] for line in some]:
            whole = shapely.line_merge(shapely.MultiLineString(group))
            rows.append(({"name_zh": name_zh, "name_en": name_en, "basis": basis}, whole))
    rows.sort(key=lambda row: (row[0]["name_en"] or "~", row[1].wkt))
    print(f"rivers: {len(rows)}, named {sum(bool(row[0]['name_zh']) for row in rows)}")
    return [({"id": at, **row}, shape) for at, (row, shape) in enumerate(rows, start=1)]


def _river_name(
    line: BaseGeometry, strips: Mapping[str, BaseGeometry], names: Sequence[Mapping[str, str]]
) -> tuple[str, str, str]:
    share = {n: line.intersection(strip).length / line.length for n, strip in strips.items()}
    best = max(share, key=share.__getitem__, default="")
    if best and share[best] > 0.6:
        told = [one for one in names if one["natural_earth"] == best]
        if told:
            return told[0]["name_zh"], told[0]["name_en"], "natural_earth"
    near = [one for one in names if one["lon"] and _near(line, one) <= 4]
    if not near:
        return "", "", ""
    told = [min(near, key=lambda one: _near(line, one))]
    return told[0]["name_zh"], told[0]["name_en"], "course"


def _near(shape: BaseGeometry, place: Mapping[str, str]) -> float:
    point = shapely.Point(float(place["lon"]), float(place["lat"]))
    return float(shape.distance(point)) * DEGREE_KM


def lakes(box: Box, names: Sequence[Mapping[str, str]]) -> list[Row]:
    """Give the lakes, those of 20 square kilometres and more."""
    rows = []
    for level, shape in gshhg("gshhs", box):
        km2 = abs(GEOD.geometry_area_perimeter(shape)[0]) / 1e6
        if level != 2 or km2 < 20:
            continue
        known = [one for one in names if one["kind"] == "lake" and _near(shape, one) <= 0]
        name = known[0] if known else {"name_zh": "", "name_en": ""}
        simple = shapely.simplify(shape, WATER)
        told = {"name_zh": name["name_zh"], "name_en": name["name_en"]}
        rows.append(({**told, "area_km2": round(km2, 1)}, simple))
    rows.sort(key=lambda row: -row[0]["area_km2"])
    print(f"lakes: {len(rows)}, named {sum(bool(row[0]['name_zh']) for row in rows)}")
    return [({"id": at, **row}, shape) for at, (row, shape) in enumerate(rows, start=1)]


# --- neighbours ------------------------------------------------------------------------------


def neighbours(
    own: BaseGeometry, code: str, box: Box, names: Mapping[str, Mapping[str, str]]
) -> list[Row]:
    """Give the provinces and countries around, which share every vertex of the border with it."""
    frame = shapely.box(*box)
    every = [one for one in provinces() if one[2].intersects(frame)]
    raw = shapely.intersection([shape for _, _, shape in every], frame)
    raw = np.array([_polygons(shape) for shape in raw])
    abroad = _abroad(frame, raw, box)
    simple = shapely.coverage_simplify(raw, FAR)
    units: list[tuple[dict[str, Any], BaseGeometry]] = [
        ({"adcode": adcode, "name_zh": zh, "kind": "province"}, shape)
        for (adcode, zh, _), shape in zip(every, simple, strict=True)
        if adcode != code
    ]
    units += [({"adcode": "", "name_zh": zh, "kind": "country"}, s) for zh, s in abroad]
    # Each takes the slivers that simplifying left between it, its neighbours and the province.
    taken = own
    rows = []
    for at, (row, shape) in enumerate(units):
        others = shapely.union_all([one for n, (_, one) in enumerate(units) if n != at])
        grown = shape.buffer(0.03, join_style="mitre").difference(taken).difference(others)
        whole = shapely.set_precision(_polygons(grown.intersection(frame)), 1e-5)
        whole = _polygons(whole.difference(taken))
        taken = taken.union(whole)
        told = names.get(row["adcode"] or row["name_zh"])
        if told is None:
            message = f"{row['adcode']} {row['name_zh']} is not in neighbour_names.csv"
            raise ContextError(message)
        rows.append(({**row, **told}, whole))
    print("neighbours: " + ", ".join(row["name_en"] for row, _ in rows))
    return [
        ({"id": at, **{k: row[k] for k in ("adcode", "name_zh", "name_en", "kind")}}, shape)
        for at, (row, shape) in enumerate(rows, start=1)
    ]


def _abroad(frame: BaseGeometry, raw: np.ndarray, box: Box) -> list[tuple[str, BaseGeometry]]:
    """Give the countries in a frame: its land outside every province, named by their border."""
    land = shapely.union_all(natural_earth("land", box).geometry.to_numpy())
    rest = frame.intersection(land).difference(shapely.union_all(raw).buffer(1e-4))
    lines = natural_earth("admin_0_boundary_lines_land", box)
    foreign = lines[~lines["adm0_left"].eq("China") & ~lines["adm0_right"].eq("China")]
    cut = shapely.union_all([rest.boundary, *foreign.geometry])
    border = lines[lines["adm0_left"].eq("China") | lines["adm0_right"].eq("China")]
    found: dict[str, list[BaseGeometry]] = {}
    for piece in shapely.get_parts(shapely.polygonize([cut]).normalize()):
        if piece.area < 0.02 or not rest.contains(piece.representative_point()):
            continue
        near = border.iloc[shapely.distance(border.geometry.to_numpy(), piece).argmin()]
        name = near["adm0_right"] if near["adm0_left"] == "China" else near["adm0_left"]
        found.setdefault(str(name), []).append(piece)
    return [(name, shapely.union_all(parts)) for name, parts in sorted(found.items())]


def _polygons(shape: BaseGeometry) -> BaseGeometry:
    parts = [one for one in shapely.get_parts(shape) if one.geom_type == "Polygon"]
    kept = [one for one in parts if one.area > 1e-6]
    return kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept)


# --- county seats ----------------------------------------------------------------------------


def county_seats(folder: Path, other: gpd.GeoDataFrame, decided: Path) -> list[dict[str, Any]]:
    """Give the position of each county's seat, held against a second source.

    A source whose position lies outside the county is not believed; where both lie inside and
    far apart, `decided` says which one is right and on what evidence.
    """
    counties = gpd.read_file(folder / "counties.geojson")
    above = gpd.read_file(folder / "prefectures.geojson").set_index("adcode")["name_zh"]
    province = gpd.read_file(folder / "province.geojson")["name_zh"].iloc[0]
    with decided.open(encoding="utf-8", newline="") as file:
        decisions = {row["adcode"]: row for row in csv.DictReader(file)}
    listed = {
        (row["city"], row["county"]): (float(row["longitude"]), float(row["latitude"]))
        for row in seats(province)
    }
    second = {row.adcode: row for row in other.itertuples()}
    rows = []
    for unit in counties.itertuples():
        inside = {}
        key = (above.get(unit.parent, unit.name_zh), unit.name_zh)
        if key in listed:
            inside["china-region"] = listed[key]
        match = second.get(unit.adcode)
        if match is not None and match.basis not in ("inside", "site"):
            inside["GeoNames"] = (match.geometry.x, match.geometry.y)
        near = {
            name: at
            for name, at in inside.items()
            if unit.geometry.distance(shapely.Point(at)) * DEGREE_KM < 3
        }
        apart = ""
        if len(inside) == 2:
            (lon, lat), (lon2, lat2) = inside.values()
            apart = round(GEOD.inv(lon, lat, lon2, lat2)[2] / 1000, 1)
        decision = decisions.get(unit.adcode)
        if not near:
            print(f"no seat of {unit.adcode} {unit.name_zh}", file=sys.stderr)
            continue
        if len(near) == 2 and apart > APART_KM and decision is None:
            message = f"the seats of {unit.name_zh} lie {apart} km apart: decide in {decided.name}"
            raise ContextError(message)
        chosen = decision["source"] if decision else next(iter(near))
        lon, lat = inside[chosen]
        rows.append(
            {
                "adcode": unit.adcode,
                "name_zh": unit.name_zh,
                "name_en": unit.name_en,
                "lon": round(lon, 5),
                "lat": round(lat, 5),
                "source": chosen,
                "sources": len(inside),
                "apart_km": apart,
                "evidence_zh": decision["evidence_zh"] if decision else "",
                "evidence_en": decision["evidence_en"] if decision else "",
            }
        )
    return sorted(rows, key=lambda row: row["adcode"])


# --- writing ---------------------------------------------------------------------------------


def write(rows: Iterable[Row], path: Path, *, decimals: int) -> None:
    """Write a GeoJSON file, a feature a line."""
    features = []
    for row, shape in rows:
        rounded = shapely.transform(shape, lambda xy: np.round(xy, decimals))
        if rounded.geom_type.endswith("Polygon"):
            rounded = shapely.orient_polygons(rounded, exterior_cw=False)
        told = {key: value if value != "" else None for key, value in row.items()}
        feature = {"type": "Feature", "properties": told, "geometry": rounded.__geo_interface__}
        features.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"  {path.name}: {path.stat().st_size:,} bytes")


def _csv(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    apart = [float(row["apart_km"]) for row in rows if row["apart_km"] != ""]
    told = f"{len(rows)} seats, {len(apart)} in two sources, median {np.median(apart):.1f} km apart"
    print(f"  {path.name}: {told}")


def _names(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["key"]: {key: row[key] for key in ("name_zh", "name_en")} for row in rows}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--province", required=True, help="first two digits of its adcode")
    parser.add_argument("--boundaries", type=Path, default=HERE.parent / "boundaries")
    parser.add_argument("--workspace", type=Path, help="of the layer county_seats")
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    own = gpd.read_file(options.boundaries / "province.geojson").geometry.iloc[0]
    west, south, east, north = own.bounds
    box = (west - AROUND, south - AROUND, east + AROUND, north + AROUND)
    names = water_names(HERE / "water_names.csv")
    called = _names(HERE / "neighbour_names.csv")
    code = f"{options.province}0000"
    making: list[tuple[str, int, Callable[[], list[Row]]]] = [
        ("roads", 3, lambda: roads(own)),
        ("railways", 3, lambda: railways(own)),
        ("rivers", 4, lambda: rivers(box, names)),
        ("lakes", 4, lambda: lakes(box, names)),
        ("neighbours", 5, lambda: neighbours(own, code, box, called)),
    ]
    try:
        for name, decimals, make in making:
            write(make(), options.out / f"{name}.geojson", decimals=decimals)
        from gisplan import load_layer  # noqa: PLC0415  what it takes of gisplan is one layer
        from gisplan.api.workspace import find  # noqa: PLC0415

        place = find(options.workspace) if options.workspace else None
        other = load_layer("county_seats", place=place).table
        rows = county_seats(options.boundaries, other, HERE / "seat_decisions.csv")
        _csv(rows, options.out / "county_seats.csv")
    except ContextError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
