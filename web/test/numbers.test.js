import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  areaParts,
  distanceText,
  ESTIMATE,
  formatApart,
  formatNumber,
  group,
  lengthText,
  percent,
} from "../src/numbers.js";

const cases = [
  [0, "0"],
  [7, "7"],
  [999, "999"],
  [1000, "1,000"],
  [25019831, "25,019,831"],
  [-1234, "−1,234"],
  [0.5, "0.5"],
  [0.1, "0.1"],
  [12.345, "12.35"],
  [12.3, "12.3"],
  [999.999, "1,000"],
  [1234.56, "1,234.6"],
  [1234.04, "1,234"],
  [0.012345, "0.0123"],
  [-0.25, "−0.25"],
  [0.00000025, "0.00000025"],
  // What vanishes in ten digits is nothing, and nothing has no sign.
  [-1e-12, "0"],
];
for (const [value, text] of cases) {
  test(`formatNumber(${value})`, () => assert.equal(formatNumber(value), text));
}

const shared = JSON.parse(readFileSync(new URL("digits.json", import.meta.url), "utf-8"));
test("figures are written as Python writes them", () => {
  for (const [value, digits, myriads, zh, en] of shared) {
    const how = { digits, myriads };
    assert.deepEqual(
      [formatNumber(value, how, "zh"), formatNumber(value, how, "en")],
      [zh, en],
      `${value} ${digits}`,
    );
  }
});

test("digits stand in threes", () => {
  assert.equal(group(1), "1");
  assert.equal(group(123456), "123,456");
  assert.equal(group(1234567), "1,234,567");
});

test("a share of nothing is not known", () => {
  assert.equal(percent(1, 3), "33.3 %");
  assert.equal(percent(0, 3), "0 %");
  assert.equal(percent(99999, 100000), "99.999 %");
  assert.equal(percent(0, 0), "—");
});

test("measured lengths and areas have the digits that were measured", () => {
  assert.equal(lengthText(0), "0.0 m");
  assert.equal(lengthText(999.94), "999.9 m");
  assert.equal(lengthText(1234.5), "1.23 km");
  assert.equal(lengthText(123456.7), "123.46 km");
  assert.equal(lengthText(Number.NaN), "—");
  assert.deepEqual(areaParts(9999), ["9,999", "m2"]);
  assert.deepEqual(areaParts(25000), ["2.5", "ha"]);
  assert.deepEqual(areaParts(454858e6), ["454,858", "km2"]);
});

test("distances between places", () => {
  assert.equal(distanceText(0), "0 m");
  assert.equal(distanceText(499.6), "500 m");
  assert.equal(distanceText(12345), "12.35 km");
  assert.equal(distanceText(Number.NaN), "—");
});

test("figures side by side are told apart, and no longer than that", () => {
  const said = formatApart([-30.34, -30.31, 1266666.7, 30.34], ESTIMATE, "zh");
  assert.deepEqual([...said.values()], ["−30.34", "−30.31", "1,267,000", "30.34"]);
  assert.deepEqual([...formatApart([1, 2.5], ESTIMATE).values()], ["1", "2.5"]);
});

test("figures side by side have one form, as in Python", () => {
  const table = JSON.parse(readFileSync(new URL("apart.json", import.meta.url)));
  for (const [digits, values, said] of table) {
    assert.deepEqual([...formatApart(values, { digits, myriads: true }, "zh").values()], said);
  }
});
