import assert from "node:assert/strict";
import { test } from "node:test";
import { readCoverage, readPositions } from "../src/coverage.js";
import { decodeNumbers, decodePoints, inRing, joinArcs, stored } from "../src/decode.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Numbers as the page's data hold them: the sign lowest, five bits to a letter, the lowest first.
function encodeNumbers(numbers) {
  let text = "";
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    do {
      const digit = rest % 32;
      rest = Math.floor(rest / 32);
      text += LETTERS[digit + (rest ? 32 : 0)];
    } while (rest);
  }
  return text;
}

function positions(points, decimals = 4) {
  const steps = points.map((point) => point.map((value) => Math.round(value * 10 ** decimals)));
  const differences = steps.flatMap(([x, y], at) => {
    const [x0, y0] = at ? steps[at - 1] : [0, 0];
    return [x - x0, y - y0];
  });
  return { at: encodeNumbers(differences), decimals, count: points.length };
}

test("numbers come back, whatever their sign and size", () => {
  const numbers = [
    0,
    1,
    -1,
    15,
    16,
    -16,
    17,
    1023,
    -1024,
    123456789,
    -123456789,
    2 ** 40,
    -(2 ** 40),
  ];
  assert.deepEqual(decodeNumbers(encodeNumbers(numbers)), numbers);
  assert.deepEqual(decodeNumbers(""), []);
});

test("positions are the very numbers that their decimals stand for", () => {
  const points = [
    [103.8343, 36.0611],
    [98.4941, 39.7326],
    [-70.1, -33.3333],
  ];
  const read = readPositions(positions(points));
  assert.deepEqual(
    [...read.lon],
    points.map(([lon]) => lon),
  );
  assert.deepEqual(
    [...read.lat],
    points.map(([, lat]) => lat),
  );
});

test("vertices from differences, arcs joined both ways", () => {
  const grid = { decimals: 1, origin: [1000, 360] };
  const ab = decodePoints(encodeNumbers([0, 0, 10, 0]), grid);
  const bc = decodePoints(encodeNumbers([10, 10, 0, -10]), grid);
  assert.deepEqual(ab, [
    [36, 100],
    [36, 101],
  ]);
  assert.deepEqual(joinArcs([ab, bc], [0, ~1]), [
    [36, 100],
    [36, 101],
    [37, 101],
  ]);
});

test("inside, outside, in a notch", () => {
  const notched = [
    [0, 0],
    [0, 4],
    [4, 4],
    [1, 2],
    [4, 0],
    [0, 0],
  ];
  assert.equal(inRing(notched, [0.5, 2]), true);
  assert.equal(inRing(notched, [3, 2]), false);
  assert.equal(inRing(notched, [3, 3.8]), true);
  assert.equal(inRing(notched, [-1, 2]), false);
});

test("repeated values stand once", () => {
  assert.equal(stored(["a", "b"], 1), "b");
  assert.equal(stored({ words: ["a", null], of: [1, 0] }, 0), null);
  assert.equal(stored({ words: ["a"], of: 0 }, 7), "a");
});

// Four settlements of 100, 20, 3 and 0.5 along a meridian, about 11 km apart; one standing site.
const asked = {
  counties: "counties",
  regions: "regions",
  codes: ["620100", "620200"],
  demand: {
    ...positions([
      [103, 36],
      [103, 36.1],
      [103, 36.2],
      [103, 36.3],
    ]),
    amounts: [100, 20, 3, 0.5],
    region: [0, 0, 1, 1],
  },
  sites: { ...positions([[103, 36]]), names: { zh: ["站"], en: ["Site"] } },
};
const model = readCoverage(asked, (table, lon, lat) => ({ table, lon, lat }));

test("without candidates: what the sites serve", () => {
  const { each, whole, regions, gained } = model.evaluate([], 12000);
  assert.deepEqual(each, []);
  assert.deepEqual(whole, { total: 123.5, before: 120, after: 120 });
  assert.deepEqual(
    regions.map((one) => one.total),
    [120, 3.5],
  );
  assert.deepEqual(gained, []);
});

test("a candidate gains what no site serves, and what it alone reaches is its own", () => {
  const { each, whole, regions, gained } = model.evaluate(
    [
      { lon: 103, lat: 36.2 },
      { lon: 103, lat: 36.3 },
    ],
    12000,
  );
  assert.deepEqual(
    each.map((one) => one.reached),
    [23.5, 3.5],
  );
  assert.deepEqual(
    each.map((one) => one.overlap),
    [20, 0],
  );
  assert.deepEqual(
    each.map((one) => one.gained),
    [3.5, 3.5],
  );
  assert.deepEqual(
    each.map((one) => one.only),
    [0, 0],
  );
  assert.deepEqual(whole, { total: 123.5, before: 120, after: 123.5 });
  assert.deepEqual(regions[1], { total: 3.5, before: 0, after: 3.5 });
  assert.deepEqual(gained, [2, 3]);
});

test("exactly at the reach is within it, and a millimetre less is not", () => {
  const metres = model.evaluate([{ lon: 103, lat: 36.2 }], 1).each[0].nearest.cost;
  const [at, less] = [metres, metres - 0.001].map(
    (reach) => model.evaluate([{ lon: 103, lat: 36.2 }], reach).each[0].reached,
  );
  assert.equal(at - less, 100);
});

test("where a candidate lies is asked of the map", () => {
  const [one] = model.evaluate([{ lon: 103, lat: 36.2 }], 1000).each;
  assert.deepEqual(one.county, { table: "counties", lon: 103, lat: 36.2 });
  assert.equal(one.nearest.at, 0);
});
