import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { readAddress, writeAddress } from "../src/address.js";
import { CLASS, choose, classKey, clearFilters, filterKey, PREFECTURE } from "../src/filter.js";
import { context, isFiltered, rowShows, rowsOf } from "../src/rows.js";
import { state } from "../src/state.js";

const layer = {
  number: 3,
  table: "t",
  yearColumn: null,
  of: [0, 1, 1],
  data: {
    rows: 3,
    search: { code: null },
    columns: { kind: { values: ["a|b", null, "~c"] } },
  },
};
layer.places = [0, 1, 2].map((at) => ({ at, rows: [at], point: [at, at] }));
const shown = () => [0, 1, 2].filter((row) => rowShows(layer, row));

beforeEach(() => {
  clearFilters();
  state.year = null;
});

test("values are taken in and out, and none is all", () => {
  assert.ok(!isFiltered(layer));
  choose(filterKey("t", "kind"), "a|b");
  assert.deepEqual(shown(), [0]);
  choose(filterKey("t", "kind"), "");
  assert.deepEqual(shown(), [0, 1]);
  assert.deepEqual(rowsOf(layer, layer.places[2]), []);
  choose(filterKey("t", "kind"), "a|b");
  choose(filterKey("t", "kind"), "");
  assert.deepEqual(shown(), [0, 1, 2]);
});

test("classes of one layer do not touch another of the same table", () => {
  choose(classKey(layer), "1");
  assert.deepEqual(shown(), [1, 2]);
  assert.ok(rowShows({ ...layer, number: 4 }, 0));
  assert.ok(!isFiltered({ ...layer, table: "u" }));
});

test("the prefecture of a row goes by its place", () => {
  const prefectures = { data: { search: { code: ["620100", "620200"] } }, places: [0, 1] };
  Object.assign(context, { prefectures, inPolygon: (place, [lat]) => place === lat });
  choose(filterKey("t", PREFECTURE), "620200");
  assert.deepEqual(shown(), [1]);
  Object.assign(context, { prefectures: null, inPolygon: null });
});

test("what is wanted stands in the link and comes back, marks and all", () => {
  choose(filterKey("t", "kind"), "a|b");
  choose(filterKey("t", "kind"), "~c");
  choose(classKey(layer), "1");
  const view = { zoom: 5, lat: 1, lng: 2 };
  const at = { shown: [true], opacity: [1], year: null, lang: "zh", filter: state.filter, map: 1 };
  const hash = writeAddress(view, at, ["t"], [], ["one", "two"]);
  const page = {
    keys: ["t"],
    groups: 1,
    years: [],
    maps: ["one", "two"],
    columns: { t: ["kind"] },
  };
  const back = readAddress(hash, page);
  assert.deepEqual(back.filter, state.filter);
  assert.equal(back.map, 1);
  const wrong = "#only=u~kind~a&only=t~none~a&only=t~kind&only=__proto__~x~y&on=three&find=~";
  assert.equal(readAddress(wrong, page).filter, undefined);
  assert.equal(readAddress(wrong, page).map, undefined);
  assert.equal(readAddress(wrong, page).find, undefined);
  assert.ok(CLASS.startsWith("@"));
});
