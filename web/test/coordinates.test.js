import assert from "node:assert/strict";
import { test } from "node:test";
import { readCoordinate, roundDegrees } from "../src/coordinates.js";

// Gansu and some way around it.
const inside = (lon, lat) => lon >= 90 && lon <= 111 && lat >= 31 && lat <= 45;
const at = { lon: 103.8343, lat: 36.0611, note: null };

for (const text of [
  "103.8343, 36.0611",
  "103.8343 36.0611",
  "103.8343，36.0611",
  "１０３.８３４３，３６.０６１１",
  "(103.8343; 36.0611)",
  "103.8343、36.0611",
  "36.0611N 103.8343E",
  "36.0611°N, 103.8343°E",
  "N36.0611 E103.8343",
  "e103.8343, n36.0611",
  "东经103.8343 北纬36.0611",
  "北纬36.0611° 东经103.8343°",
  "经度：103.8343，纬度：36.0611",
  "lat 36.0611 lon 103.8343",
  "lng=103.8343, lat=36.0611",
  "Latitude: 36.0611, Longitude: 103.8343",
]) {
  test(`read: ${text}`, () => assert.deepEqual(readCoordinate(text, inside), at));
}

test("degrees, minutes and seconds", () => {
  const wanted = { lon: 103.834167, lat: 36.061111, note: null };
  for (const text of [
    "东经103°50′3″ 北纬36°3′40″",
    "103°50'3\"E 36°3'40\"N",
    "103°50'3''E, 36°3'40''N",
    "103度50分3秒，36度3分40秒",
    "北纬36度3分40秒 东经103度50分3秒",
  ]) {
    assert.deepEqual(readCoordinate(text, inside), wanted, text);
  }
  assert.deepEqual(readCoordinate("103°30′ 36°15′", inside), {
    lon: 103.5,
    lat: 36.25,
    note: null,
  });
});

test("two bare numbers in the other order are taken so only if nothing else can be meant", () => {
  assert.deepEqual(readCoordinate("36.0611, 103.8343", inside), { ...at, note: "swapped" });
  // Both can be meant: as written.
  const everywhere = () => true;
  assert.deepEqual(readCoordinate("36.0611, 33.5", everywhere), {
    lon: 36.0611,
    lat: 33.5,
    note: null,
  });
  // With marks nothing is turned round.
  assert.deepEqual(readCoordinate("E36.0611 N83", inside), { fault: "tooFar" });
});

test("south and west are negative", () => {
  const everywhere = () => true;
  assert.deepEqual(readCoordinate("33.5S 70.25W", everywhere), {
    lon: -70.25,
    lat: -33.5,
    note: null,
  });
  assert.deepEqual(readCoordinate("西经70.25 南纬33.5", everywhere), {
    lon: -70.25,
    lat: -33.5,
    note: null,
  });
  assert.deepEqual(readCoordinate("−70.25, -33.5", everywhere), {
    lon: -70.25,
    lat: -33.5,
    note: null,
  });
});

for (const [text, fault] of [
  ["", "notCoordinate"],
  ["Lanzhou", "notCoordinate"],
  ["103.8343", "notCoordinate"],
  ["103.8, 36.0, 1500", "notCoordinate"],
  ["103.8343E 36.0611E", "notCoordinate"],
  ["103°70′ 36°10′", "notCoordinate"],
  ["103°10′61″ 36°10′", "notCoordinate"],
  ["103.8 and 36.0", "notCoordinate"],
  ["18456789, 3991234", "projected"],
  ["395123.4, 3991234.5", "projected"],
  ["200, 100", "outOfRange"],
  ["12.5, 41.9", "tooFar"],
]) {
  test(`fault: ${text || "nothing"}`, () =>
    assert.deepEqual(readCoordinate(text, inside), { fault }));
}

test("a tenth of a metre is kept", () => assert.equal(roundDegrees(103.83430049), 103.8343));
