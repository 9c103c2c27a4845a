// Against GeographicLib (C. F. F. Karney, 2013), as pyproj gives it; tests/test_page_script.py
// holds geodesics.json to it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  destination,
  earthCentred,
  geodesicArea,
  geodesicLength,
  geodesicPoints,
  LEAST_RADIUS,
  pathLength,
} from "../src/geodesic.js";

const known = JSON.parse(readFileSync(new URL("geodesics.json", import.meta.url), "utf8"));

function near(found, wanted, tolerance, what) {
  assert.ok(Math.abs(found - wanted) <= tolerance, `${what}: ${found}, not ${wanted}`);
}

for (const { name, from, to, metres } of known.lengths) {
  test(`length: ${name}`, () => {
    near(geodesicLength(...from, ...to), metres, 0.0006, "there");
    near(geodesicLength(...to, ...from), metres, 0.0006, "and back");
    // What the search within a reach relies on: between the chord and the arc over it.
    const [a, b] = [earthCentred(...from), earthCentred(...to)];
    const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    assert.ok(chord <= metres + 1e-4);
    const arc = 2 * LEAST_RADIUS * Math.asin(Math.min(1, chord / (2 * LEAST_RADIUS)));
    assert.ok(arc >= metres - 1e-4);
  });
}

test("no length between a point and itself, whichever turn its longitude is given by", () => {
  assert.equal(geodesicLength(103.8, 36, 103.8, 36), 0);
  near(geodesicLength(-180, 36, 180, 36), 0, 1e-6, "one point of the date line");
});

test("points opposite each other have no answer rather than a wrong one", () => {
  assert.ok(Number.isNaN(geodesicLength(0, 0.1, 179.9, -0.1)));
});

for (const { from, bearing, metres, to } of known.destinations) {
  test(`destination: ${metres} m by ${bearing}° from ${from}`, () => {
    const [lat, lon] = destination(...from, bearing, metres);
    near(lon, to[0], 1e-8, "longitude");
    near(lat, to[1], 1e-8, "latitude");
  });
}

for (const { name, ring, area, perimeter } of known.areas) {
  test(`area: ${name}`, () => {
    const points = ring.map(([lon, lat]) => [lat, lon]);
    near(geodesicArea(points), area, Math.max(0.05, area * 1e-6), "square metres");
    near(pathLength([...points, points[0]]), perimeter, 0.005, "perimeter");
  });
}

test("points of a line lie on it, evenly, and end where it ends", () => {
  for (const { from, to, metres } of known.lengths.filter((one) => one.metres < 3e6)) {
    const start = [from[1], from[0]];
    const points = geodesicPoints(start, [to[1], to[0]], 4, 60);
    assert.deepEqual(points.at(-1), [to[1], to[0]]);
    near(pathLength([start, ...points]), metres, 0.02, "the parts together");
  }
});

test("a short line is one part unless more are asked for", () => {
  assert.equal(geodesicPoints([36, 103], [36.001, 103], 1, 60).length, 1);
  assert.equal(geodesicPoints([36, 103], [36.001, 103], 5, 60).length, 5);
  assert.equal(geodesicPoints([36, 103], [46, 103], 1, 60).length, 60);
});
