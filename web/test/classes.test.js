import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { classOf, colorOf, countsOf, MISSING, NOWHERE, rowColor, SEVERAL } from "../src/classes.js";
import { nameOf, placeName, rowPlace, rowsOf, yearsOfRows } from "../src/rows.js";
import { state } from "../src/state.js";

// Five rows at three places; rows 3 and 4 have one place; made up.
const layer = {
  popup: ["name"],
  label: null,
  words: {},
  yearColumn: "due",
  style: { color: "#123456" },
  legend: {
    classes: [
      { color: "#aa0000", count: 2 },
      { color: "#00aa00", count: 2 },
    ],
    missing: 1,
    missingColor: "#dddddd",
    several: 1,
    severalColor: "#888888",
    precisions: [
      { name: "site", count: 2 },
      { name: "county", count: 3 },
    ],
  },
  of: [0, MISSING, SEVERAL],
  each: [0, 1, MISSING, 0, 1],
  data: {
    count: 5,
    rows: [[0], [2], [3, 4]],
    columns: {
      name: {
        type: "text",
        words: {},
        values: ["甲", "乙", null, "丁", "戊"],
        english: ["A", null, "C", "D", "E"],
      },
      due: {
        type: "integer",
        year: true,
        words: {},
        values: { words: [2018, 2020, null], of: [0, 1, 2, 1, 0] },
      },
    },
  },
};
layer.places = [
  { at: 0, rows: [0], precision: "site" },
  { at: 1, rows: [2], precision: "county" },
  { at: 2, rows: [3, 4], precision: "county" },
];
const [first, , both] = layer.places;

beforeEach(() => {
  state.year = null;
  state.lang = "zh";
});

test("all years: classes as they were worked out", () => {
  assert.deepEqual(
    layer.places.map((place) => classOf(layer, place)),
    [0, MISSING, SEVERAL],
  );
  assert.deepEqual(
    layer.places.map((place) => colorOf(layer, place)),
    ["#aa0000", "#dddddd", "#888888"],
  );
  assert.deepEqual(countsOf(layer).classes, [2, 2]);
});

test("of a year: what is due by then, and what has no year", () => {
  state.year = 2018;
  assert.deepEqual(
    layer.places.map((place) => rowsOf(layer, place)),
    [[0], [2], [4]],
  );
  assert.equal(classOf(layer, both), 1);
  assert.equal(colorOf(layer, both), "#00aa00");
  assert.deepEqual(countsOf(layer), {
    classes: [1, 1],
    missing: 1,
    several: 0,
    precisions: [
      { name: "site", count: 1 },
      { name: "county", count: 2 },
    ],
  });
  state.year = 2020;
  assert.equal(classOf(layer, both), SEVERAL);
  assert.equal(countsOf(layer).several, 1);
});

test("a row has its own colour, or none without a place", () => {
  assert.equal(rowColor(layer, 3), "#aa0000");
  assert.equal(rowColor(layer, 4), "#00aa00");
  assert.equal(rowColor(layer, 2), "#dddddd");
  assert.equal(rowPlace(layer, 1), null);
  assert.equal(rowColor(layer, 1), NOWHERE);
});

test("a layer of one colour has that", () => {
  assert.equal(colorOf({ ...layer, of: undefined }, first), "#123456");
});

test("names are in the reader's language, or in the other one", () => {
  assert.equal(nameOf(layer, 2), "C");
  assert.equal(placeName(layer, both), "丁 等 2 项");
  state.lang = "en";
  assert.equal(nameOf(layer, 1), "乙");
  assert.equal(placeName(layer, both), "D and 1 more");
  state.year = 2018;
  assert.equal(placeName(layer, both), "E");
});

test("years of rows", () => assert.deepEqual(yearsOfRows(layer), [2018, 2020, 2020, 2018]));

test("a state is known from its start, or its report, up to its report", () => {
  const [start, report] = [
    [2020, null, null, 2010, 2022],
    [2023, 2016, null, null, 2022],
  ];
  const dated = {
    ...layer,
    reportColumn: "report",
    places: [0, 1, 2, 3, 4].map((row) => ({ at: row, rows: [row], precision: "site" })),
    of: [0, 1, 0, 0, 1],
    each: [0, 1, 0, 0, 1],
    data: {
      count: 5,
      rows: 5,
      columns: {
        ...layer.data.columns,
        due: { ...layer.data.columns.due, values: start },
        report: { ...layer.data.columns.due, values: report },
      },
    },
  };
  const classes = (year) => {
    state.year = year;
    return dated.places.map((place) =>
      rowsOf(dated, place).length ? classOf(dated, place) : "hidden",
    );
  };
  assert.deepEqual(classes(2018), ["hidden", MISSING, MISSING, 0, "hidden"]);
  assert.deepEqual(classes(2016), ["hidden", 1, MISSING, 0, "hidden"]);
  assert.deepEqual(classes(2022), [0, MISSING, MISSING, 0, 1]);
  assert.deepEqual(classes(2025), [MISSING, MISSING, MISSING, 0, MISSING]);
  assert.equal(countsOf(dated).missing, 4);
  assert.deepEqual(classes(null), [0, 1, 0, 0, 1]);
});
