// The desk's scenarios A and B, kept in the page's address and in one file.

import {
  candidateName,
  chooseWay,
  evaluation,
  figuresOf,
  inTime,
  replaceCandidates,
} from "./candidates.js";
import { roundDegrees } from "./coordinates.js";
import { data } from "./data.js";
import { saveFile } from "./files.js";
import { on, state, tell } from "./state.js";
import { say } from "./words.js";

export const NAMES = ["A", "B"];
// Candidates of a scenario that an address has room for, so that they are there after a reload.
const MOST_IN_LINK = 200;
// Of the scenario that is not on the desk: its list, and what can be undone.
const other = { list: [], past: [], future: [] };
export const scenario = { at: 0 };

export function listOf(at) {
  return at === scenario.at ? evaluation.list : other.list;
}

export function switchScenario(at) {
  if (at === scenario.at) return;
  const { list, past, future } = evaluation;
  scenario.at = at;
  const next = { ...other };
  Object.assign(other, { list, past, future });
  replaceCandidates(next.list, next.past, next.future);
}

// Of what two scenarios gain, what both do, and what each alone.
export function gainedApart(a, b) {
  const [left, right] = [new Set(a), new Set(b)];
  return {
    both: a.filter((point) => right.has(point)),
    alone: [a.filter((point) => !right.has(point)), b.filter((point) => !left.has(point))],
  };
}

// What both scenarios gain together, and each alone; null while one is empty.
export function compareScenarios() {
  if (!NAMES.every((_, at) => listOf(at).length)) return null;
  const { coverage } = evaluation;
  const [a, b] = NAMES.map((_, at) => figuresOf(listOf(at)).gained);
  const { both, alone } = gainedApart(a, b);
  const sums = (values) => {
    const sum = (points) => coverage.amountOf(points, values);
    return { gained: [sum(a), sum(b)], both: sum(both), alone: alone.map(sum) };
  };
  return { people: sums(), waste: coverage.waste.map(({ values }) => sums(values)) };
}

// A sum without the noise of binary fractions: grams of tonnes are none.
function tidy(amount) {
  return Number(amount.toFixed(3));
}

// RFC 7946 with the figures of each candidate, and the reach and the scenario that they are of.
export function candidatesFile() {
  const taken = new Set();
  const unit = inTime() ? "min" : "m";
  const rounded = inTime() ? tidy : Math.round;
  const features = NAMES.flatMap((name, at) => {
    const list = listOf(at);
    const { each } = list.length ? figuresOf(list) : { each: [] };
    return list.map((one, n) => {
      const plain = candidateName(one);
      const unique = taken.has(plain) ? `${plain} (${name})` : plain;
      taken.add(unique);
      const { reached, gained, overlap, only, nearest, road, waste, capacity } = each[n];
      return {
        type: "Feature",
        properties: {
          name: unique,
          scenario: name,
          [`reach_${inTime() ? "min" : "km"}`]: evaluation.reach,
          by: evaluation.by,
          reached,
          gained,
          overlap,
          only,
          ...Object.fromEntries(
            waste.flatMap((one) => [
              [`${one.name}_reached`, tidy(one.reached)],
              [`${one.name}_gained`, tidy(one.gained)],
            ]),
          ),
          ...(capacity
            ? {
                capacity_reached: tidy(capacity.known),
                sites_reached: capacity.sites,
                sites_of_unknown_capacity: capacity.unknown,
              }
            : null),
          [`nearest_${unit}`]: nearest ? rounded(nearest.cost) : null,
          ...(road
            ? {
                [`nearest_access_${unit}`]: nearest ? rounded(nearest.access) : null,
                to_road_m: Math.round(road.metres),
              }
            : null),
        },
        geometry: { type: "Point", coordinates: [one.lon, one.lat] },
      };
    });
  });
  return JSON.stringify({ type: "FeatureCollection", features }, null, 1);
}

export function saveCandidates() {
  saveFile(`candidates_${data.name}.geojson`, "application/geo+json", candidatesFile());
}

function candidate({ lon, lat, name }) {
  evaluation.made += 1;
  return { number: evaluation.made, lon: roundDegrees(lon), lat: roundDegrees(lat), name };
}

// Take places {lon, lat, name, cells} onto the desk, those of scenario B onto its own.
export function bringCandidates(places) {
  const [a, b] = NAMES.map((name) =>
    places.filter((one) => (one.cells?.scenario === "B" ? "B" : "A") === name),
  );
  // A file that the desk saved says what its figures are of.
  const said = places
    .map((one) => one.cells ?? {})
    .find((one) => (one.reach_km ?? one.reach_min) !== undefined);
  if (said) chooseWay(said.by, Number(said.reach_km ?? said.reach_min));
  const split = b.length > 0;
  if (split) {
    switchScenario(1);
    replaceCandidates([...evaluation.list, ...b.map(candidate)]);
    switchScenario(0);
  }
  replaceCandidates([...evaluation.list, ...a.map(candidate)]);
}

// Marks that part an address from its parts are written as codes in names.
function linkText() {
  const lists = NAMES.map((_, at) =>
    listOf(at)
      .slice(0, MOST_IN_LINK)
      .map((one) => `${one.lon},${one.lat},${encodeURIComponent(one.name)}`)
      .join(";"),
  );
  return lists.some(Boolean) ? lists.join("/") : "";
}

export function readSites(text) {
  return (text ?? "")
    .split("/")
    .slice(0, 2)
    .map((list) =>
      list
        .split(";")
        .filter(Boolean)
        .slice(0, MOST_IN_LINK)
        .map((one) => {
          const [lon, lat, name = ""] = one.split(",");
          let written = "";
          try {
            written = decodeURIComponent(name).slice(0, 80);
          } catch {
            written = "";
          }
          return { lon: Number(lon || Number.NaN), lat: Number(lat || Number.NaN), name: written };
        })
        .filter(({ lon, lat }) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90),
    );
}

function followLink(more) {
  const lists = readSites(more.sites);
  if (!lists.some((list) => list.length)) return;
  chooseWay(more.by, Number(more.reach));
  lists.forEach((list, at) => {
    if (!list.length) return;
    switchScenario(at);
    replaceCandidates(list.map(candidate));
  });
  switchScenario(lists[0].length ? 0 : 1);
}

export function startStore() {
  on("linked", followLink);
  on("candidates", (moving) => {
    if (moving) return;
    const text = linkText();
    state.more = Object.assign(
      Object.create(null),
      text ? { sites: text, reach: String(evaluation.reach), by: evaluation.by } : null,
    );
    tell("view");
  });
}

export function scenarioWords(at) {
  return `${say("scenario")} ${NAMES[at]}`;
}
