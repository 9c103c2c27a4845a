import assert from "node:assert/strict";
import { test } from "node:test";
import { differenceClasses, differenceColor, differences } from "../src/difference.js";

test("what both have is subtracted; what is not known stays so", () => {
  const a = new Map([
    ["1", 5],
    ["2", null],
    ["3", 1],
  ]);
  const b = new Map([
    ["1", 2],
    ["2", 9],
    ["4", 7],
  ]);
  assert.deepEqual(
    [...differences(a, b)],
    [
      ["1", -3],
      ["2", null],
    ],
  );
});

test("classes are even about zero and hold each value once", () => {
  const values = [-6, -3.1, -3, -1, -0.9, 0, 0.9, 1, 3, 6, null];
  const classes = differenceClasses(values);
  assert.deepEqual(
    classes.map((one) => [one.low, one.high]),
    [
      [-6, -3],
      [-3, -1],
      [-1, 1],
      [1, 3],
      [3, 6],
    ],
  );
  assert.equal(
    classes.reduce((sum, one) => sum + one.count, 0),
    10,
  );
  for (const value of values.filter((one) => one !== null)) {
    const own = classes.find((one) => one.color === differenceColor(value, classes));
    assert.ok(value >= own.low && value <= own.high, String(value));
  }
});

test("two that are alike have one class", () => {
  const classes = differenceClasses([0, 0]);
  assert.deepEqual(
    classes.map((one) => one.count),
    [2],
  );
  assert.equal(differenceColor(0, classes), classes[0].color);
});
