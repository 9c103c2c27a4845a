import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readCoordinate } from "../src/coordinates.js";
import { fromBd09, fromGcj02 } from "../src/datum.js";
import { decodeText, parseTable, placesOfGeojson, placesOfRows } from "../src/own_read.js";

const known = JSON.parse(readFileSync(new URL("datums.json", import.meta.url), "utf8"));
const help = {
  readCoordinate: (text) => readCoordinate(text, () => true),
  unitOf: (name) => (name === "山丹县" ? { lon: 101.1, lat: 38.8 } : null),
};

test("the datums are undone as gisplan.places.gcj02 does, to a millimetre", () => {
  for (const [x, y, gLon, gLat, bLon, bLat] of known) {
    for (const [found, wanted] of [
      [fromGcj02(x, y), [gLon, gLat]],
      [fromBd09(x, y), [bLon, bLat]],
    ]) {
      assert.ok(Math.abs(found[0] - wanted[0]) < 1e-8, `${x}, ${y}`);
      assert.ok(Math.abs(found[1] - wanted[1]) < 1e-8, `${x}, ${y}`);
    }
  }
});

test("UTF-8, with a mark or without, and GBK", () => {
  const utf8 = new TextEncoder().encode("\ufeff名称,县\n甲,山丹县");
  assert.deepEqual(parseTable(decodeText(utf8)), [
    ["名称", "县"],
    ["甲", "山丹县"],
  ]);
  // 甲,乙 in GBK.
  assert.equal(decodeText(new Uint8Array([0xbc, 0xd7, 0x2c, 0xd2, 0xd2])), "甲,乙");
});

test("quotes, breaks within them, tabs", () => {
  assert.deepEqual(parseTable('a,b\r\n"x, ""y""","two\nlines"\r\n'), [
    ["a", "b"],
    ['x, "y"', "two\nlines"],
  ]);
  assert.deepEqual(parseTable("a\tb\n1\t2"), [
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("every row is taken or told why not", () => {
  const rows = [
    ["名称", "经度", "纬度", "县"],
    ["甲", "103.8", "36.06", ""],
    ["乙", "", "", "山丹县"],
    ["丙", "一百", "36", ""],
    ["丁", "", "", ""],
    ["戊", "", "", "无此县"],
    ["己", "35412345", "4012345", ""],
    ["", "", "", ""],
  ];
  const { taken, refused } = placesOfRows(rows, "wgs84", help);
  assert.deepEqual(
    taken.map(({ row, name, lon, lat, exact }) => [row, name, lon, lat, exact]),
    [
      [2, "甲", 103.8, 36.06, true],
      [3, "乙", 101.1, 38.8, false],
    ],
  );
  assert.deepEqual(
    refused.map(({ row, why }) => [row, why]),
    [
      [4, "ownNotCoordinate"],
      [5, "ownNoPlace"],
      [6, "ownNoUnit"],
      [7, "ownProjected"],
    ],
  );
});

test("a coordinate in one cell, a datum that is undone", () => {
  const rows = [
    ["站点", "坐标"],
    ["A", "103.8343, 36.0611"],
  ];
  const [plain] = placesOfRows(rows, "wgs84", help).taken;
  const [moved] = placesOfRows(rows, "gcj02", help).taken;
  assert.deepEqual([plain.lon, plain.lat], [103.8343, 36.0611]);
  assert.notEqual(moved.lon, plain.lon);
  assert.ok(Math.abs(moved.lon - plain.lon) < 0.01);
});

test("GeoJSON: points are places, the rest is drawn, the wrong is told", () => {
  const point = (coordinates, properties = {}) => ({
    type: "Feature",
    properties,
    geometry: { type: "Point", coordinates },
  });
  const line = {
    type: "LineString",
    coordinates: [
      [100, 36],
      [101, 37],
    ],
  };
  const { taken, refused, shapes } = placesOfGeojson(
    {
      type: "FeatureCollection",
      features: [
        point([103.8, 36], { name: "甲" }),
        point([500000, 4000000]),
        { type: "Feature", properties: null, geometry: null },
        { type: "Feature", properties: {}, geometry: line },
      ],
    },
    "cgcs2000",
  );
  assert.deepEqual(
    taken.map((one) => [one.name, one.lon, one.lat]),
    [["甲", 103.8, 36]],
  );
  assert.deepEqual(
    refused.map((one) => [one.row, one.why]),
    [
      [2, "ownProjected"],
      [3, "ownNoPlace"],
    ],
  );
  assert.equal(shapes.length, 1);
});
