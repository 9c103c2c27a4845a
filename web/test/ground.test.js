import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeGraph } from "../src/graph.js";
import { shortName } from "../src/label_names.js";
import { waterSpot } from "../src/label_waters.js";

test("a graph is decoded from differences", () => {
  // nodes (1, 2), (2, 2), (2, 5) on a grid of 0.001; edges 0-1 of 100 m and 0-2 of 7 m
  const graph = decodeGraph({ decimals: 3, nodes: "CECAAG", edges: "ACAE", lengths: "oGO" });
  assert.deepEqual([...graph.lon], [0.001, 0.002, 0.002]);
  assert.deepEqual([...graph.lat], [0.002, 0.002, 0.005]);
  assert.deepEqual(
    [[...graph.start], [...graph.end]],
    [
      [0, 0],
      [1, 2],
    ],
  );
  assert.deepEqual([...graph.length], [100, 7]);
});

test("names are written as maps do", () => {
  assert.equal(shortName("临夏回族自治州", "zh"), "临夏州");
  assert.equal(shortName("宁夏回族自治区", "zh"), "宁夏");
  assert.equal(shortName("兰州市", "zh"), "兰州市");
  assert.equal(shortName("Linxia Hui Autonomous Prefecture", "en"), "Linxia");
  const long = "Jishishan Bonan, Dongxiang and Salar Autonomous County";
  assert.equal(shortName(long, "en"), "Jishishan");
  assert.equal(shortName("东乡族自治县", "zh"), "东乡县");
  assert.equal(shortName("Lanzhou City", "en"), "Lanzhou");
  assert.equal(shortName("Yuzhong County", "en"), "Yuzhong");
});

test("a river is named half way along the stretch that is seen", () => {
  const bounds = { contains: ([lat]) => lat < 10 };
  const path = [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 0],
    [20, 0],
    [5, 0],
  ];
  assert.deepEqual(waterSpot([path], bounds), [2, 0]);
  assert.equal(
    waterSpot(
      [
        [
          [20, 0],
          [30, 0],
        ],
      ],
      bounds,
    ),
    null,
  );
});
