import assert from "node:assert/strict";
import { test } from "node:test";
import { layerKeys, readAddress, writeAddress } from "../src/address.js";

const keys = layerKeys([{ table: "counties" }, { table: "parks" }, { table: "counties" }]);
const page = { keys, groups: 2, years: [2018, 2020] };
const read = (hash) => readAddress(hash, page);
const nothing = { year: null };

test("each layer has a key of its own", () => {
  assert.deepEqual(keys, ["counties", "parks", "counties~2"]);
});

test("what is written is read again", () => {
  const view = { zoom: 7.5, lat: 36.061114, lng: 103.834321 };
  for (const state of [
    { shown: [true, false, true], opacity: [1, 0.35], year: 2020, lang: "en" },
    { shown: [false, false, false], opacity: [1, 1], year: null, lang: "zh" },
    { shown: [true, true, true], opacity: [0, 0.05], year: 2018, lang: "zh" },
  ]) {
    const found = read(writeAddress(view, state, keys));
    assert.deepEqual(found.view, [7.5, 36.06111, 103.83432]);
    assert.deepEqual(found.shown, state.shown);
    assert.deepEqual(found.opacity ?? [1, 1], state.opacity);
    assert.equal(found.year, state.year);
    assert.equal(found.lang, state.lang);
  }
});

test("an address is plain text that people can read", () => {
  const state = { shown: [true, true, false], opacity: [1, 1], year: 2020, lang: "zh" };
  assert.equal(
    writeAddress({ zoom: 6, lat: 36, lng: 103 }, state, keys),
    "#map=6.00,36.00000,103.00000&layers=counties+parks&year=2020&lang=zh",
  );
});

test("nothing asked is nothing found", () => {
  assert.deepEqual(read(""), nothing);
  assert.deepEqual(read("#"), nothing);
  assert.deepEqual(read("#somewhere"), nothing);
});

for (const hash of [
  "#map=a,b,c",
  "#map=7,36",
  "#map=7,,103",
  "#map=7,36,103,5",
  "#map=7,86,103",
  "#map=7,36,400",
  "#map=-1,36,103",
  "#map=23,36,103",
  "#map=NaN,36,103",
  "#map=Infinity,36,103",
  "#opacity=50",
  "#opacity=50,101",
  "#opacity=-1,50",
  "#opacity=x,50",
  "#lang=fr",
  "#lang=<script>",
  "#year=2019",
  "#year=",
  "#year=1e400",
  "#__proto__=x&constructor=y",
  "#%00%FF",
]) {
  test(`not trusted: ${hash}`, () => assert.deepEqual(read(hash), nothing));
}

test("layers that are not here are left out", () => {
  assert.deepEqual(read("#layers=parks+gone").shown, [false, true, false]);
  assert.deepEqual(read("#layers=").shown, [false, false, false]);
});
