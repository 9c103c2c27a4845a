import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { decodeGraph } from "../src/graph.js";
import { readRoads } from "../src/roads.js";

// The analyses are held to the same table (tests/test_page_roads.py).
const shared = JSON.parse(readFileSync(new URL("roads.json", import.meta.url), "utf8"));
const roads = readRoads(decodeGraph(shared.graph), shared);
const places = Object.fromEntries(
  Object.entries(shared.points).map(([name, [lon, lat]]) => [name, roads.placeAt(lon, lat)]),
);

test("ways are those of the table shared with the analyses, in both directions", () => {
  for (const one of shared.ways) {
    for (const [a, b] of [
      [one.from, one.to],
      [one.to, one.from],
    ]) {
      const way = roads.wayTo(roads.fieldFrom(places[a]), places[b]);
      if (one.metres === null) assert.equal(way, null, `${a} - ${b}`);
      else {
        assert.ok(Math.abs(way.cost - one.metres) < 0.01, `${a} - ${b}: ${way.cost}`);
        assert.ok(Math.abs(way.access - one.access) < 0.01, `${a} - ${b}: ${way.access}`);
      }
    }
  }
});

test("a route leads from place to place: a leg, the road, a leg", () => {
  const [a, b] = ["far to the north", "beside the long line"].map((name) => places[name]);
  const { legs, road, way } = roads.routeTo(roads.fieldFrom(a), b);
  assert.deepEqual(legs[0], [[a.lat, a.lon], road[0]]);
  assert.deepEqual(legs[1], [road[road.length - 1], [b.lat, b.lon]]);
  // by the end of the side road, the bend, the crossing and the end of the road beyond it
  assert.ok(road.length >= 5);
  assert.equal(way.direct, false);
  const straight = roads.routeTo(roads.fieldFrom(a), places["its neighbour"]);
  assert.deepEqual(straight.road, []);
  assert.equal(straight.legs.length, 1);
});

test("what is reached of a road grows with the reach, and ends where the reach does", () => {
  const field = roads.fieldFrom(places["on the same line"]);
  const spans = (most) => roads.stretches(field, most);
  const [[[from, to]], wide] = [spans(1000).map((one) => one), spans(1e6)];
  // both ways along the one line, a kilometre each: 0.02 degrees in all
  assert.equal(spans(1000).length, 1);
  assert.ok(Math.abs(Math.hypot(to[0] - from[0], to[1] - from[1]) - 0.0213) < 0.001);
  // all roads that hang together, and not the one that meets no other
  assert.ok(wide.length >= 7);
  assert.ok(wide.every((pair) => pair.every(([, lon]) => lon < 105.3)));
});
