import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { formatValue, inFull, isNumber, withUnit } from "../src/format.js";
import { state } from "../src/state.js";

const column = (more) => ({ type: "text", words: {}, year: false, ...more });
beforeEach(() => {
  state.lang = "zh";
});

test("what is not known is a dash, and has no unit", () => {
  const tonnes = column({ type: "number", unit: { zh: "万吨", en: "10,000 t" } });
  assert.equal(formatValue(tonnes, null), "—");
  assert.equal(withUnit(tonnes, undefined), "—");
  assert.equal(withUnit(tonnes, 1250), "1,250 万吨");
  state.lang = "en";
  assert.equal(withUnit(tonnes, 0), "0 10,000 t");
});

test("what is shown shorter can be read in full", () => {
  const waste = column({ type: "number", digits: 3, myriads: true, unit: { zh: "吨", en: "t" } });
  assert.equal(withUnit(waste, -25990.9), "−2.6万吨");
  assert.equal(inFull(waste, -25990.9), "−25,990.9");
  assert.equal(inFull(waste, 12), null);
  assert.equal(inFull(column({ type: "integer", year: true }), 2020), null);
  assert.equal(inFull(column(), "a"), null);
  state.lang = "en";
  assert.equal(withUnit(waste, -25990.9), "−26,000 t");
});

test("years have no mark between thousands and are not summed or charted", () => {
  const year = column({ type: "integer", year: true });
  assert.equal(formatValue(year, 2020), "2020");
  assert.equal(isNumber(year), false);
  assert.equal(isNumber(column({ type: "integer" })), true);
  assert.equal(isNumber(column()), false);
});

test("yes and no are words", () => {
  assert.equal(formatValue(column(), true), "是");
  assert.equal(formatValue(column(), false), "否");
  state.lang = "en";
  assert.equal(formatValue(column(), true), "yes");
});

test("codes go by the words of the layer's legend, else of the column, else as they are", () => {
  const coded = column({ words: { a: { zh: "甲", en: "A" } } });
  const layer = { words: { kind: { a: { zh: "别", en: "other" }, b: { zh: "乙", en: "B" } } } };
  assert.equal(formatValue(coded, "a", layer, "kind"), "别");
  assert.equal(formatValue(coded, "a", layer, "name"), "甲");
  assert.equal(formatValue(coded, "b", layer, "kind"), "乙");
  assert.equal(formatValue(coded, "b", layer, "name"), "b");
  assert.equal(formatValue(coded, "b"), "b");
  const bands = column({ type: "integer", words: { 1: { zh: "近", en: "near" } } });
  assert.equal(formatValue(bands, 1), "近");
  assert.equal(formatValue(bands, 2000), "2,000");
  const open = column({ type: "boolean", words: { True: { zh: "已开放", en: "open" } } });
  assert.equal(formatValue(open, true), "已开放");
  assert.equal(formatValue(open, false), "否");
});

test("a value that is the name of something of JavaScript's own is a text like any other", () => {
  for (const value of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    assert.equal(formatValue(column(), value, { words: {} }, value), value);
  }
});
