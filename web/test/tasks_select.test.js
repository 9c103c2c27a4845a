import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AIMS,
  countStates,
  EVERYTHING,
  findUnits,
  isOverdue,
  OVERDUE,
  plainName,
  readQuestion,
  readTasks,
  select,
  timeline,
  writeQuestion,
} from "../src/tasks_select.js";

// Six items of two bureaus and one government in two places; made up.
const units = [
  { zh: "省甲厅", names: ["省甲厅", "Department A", "省新甲厅", "甘肃省甲办公室"] },
  { zh: "省乙局", names: ["省乙局", "Bureau B"] },
  { zh: "某市政府", names: ["某市政府", "Government of M", "某市", "M City"] },
];
const regions = [{ code: "620100" }, { code: "620101" }];
const cells = (...values) => ({ values });
const block = {
  table: {
    count: 6,
    columns: {
      item: cells("t", "a", "b", "c", "d", "e"),
      kind: cells("task", "target", "milestone", "milestone", "milestone", "measure"),
      state: cells("awaiting", "met", "partly", "short", "undecided", "awaiting"),
      year: cells(null, 2018, 2018, 2020, 2020, null),
      due: cells(null, "2018-12-31", "2018-12-31", "2020-12-31", "2020-12-31", null),
      clause: cells("二(一)1", "一", "二(一)1", "二(一)2", "二(一)2", "三(一)"),
      name: {
        values: ["一", "二", "三", "四", "五", "六"],
        english: ["1", "2", "3", "4", "5", "six"],
      },
    },
  },
  lead: ["0", "0", "0", "1", "1", ""],
  cooperate: ["1 2", "", "1", "0", "2", "0"],
  places: ["0:lead 1:place", "", "0:place", "", "", "0:lead"],
};
const tasks = readTasks(block);
const known = { units, regions, marked: new Set([4]), day: "2020-06-01" };
const items = (asked) =>
  select(tasks, { ...EVERYTHING, ...asked }, known).list.map((task) => task.item);

test("a unit is found by any of its names, in any spelling", () => {
  assert.equal(plainName("甘肃省 人民政府（办）"), "省政府(办)");
  for (const name of ["省甲厅", "甲厅", "省新甲厅", "甘肃省新甲厅", "department a", "省甲办公室"]) {
    assert.deepEqual(findUnits(units, name), [0], name);
  }
  assert.deepEqual(findUnits(units, "某市"), [2]);
  assert.deepEqual(findUnits(units, "新甲"), [0]);
  assert.deepEqual(findUnits(units, "省"), []);
  assert.deepEqual(findUnits(units, "丙"), []);
});

test("what is asked for is what is listed, what is due first stands first", () => {
  assert.deepEqual(items({}), ["a", "b", "c", "d", "t", "e"]);
  assert.deepEqual(items({ unit: "省新甲厅" }), ["a", "b", "c", "t", "e"]);
  assert.deepEqual(items({ unit: "省甲厅", role: "lead" }), ["a", "b", "t"]);
  assert.deepEqual(items({ role: "lead" }), ["a", "b", "c", "d", "t"]);
  assert.deepEqual(items({ unit: "谁也不是" }), []);
  assert.deepEqual(items({ region: "620100" }), ["b", "t", "e"]);
  assert.deepEqual(items({ due: "2020" }), ["c", "d"]);
  assert.deepEqual(items({ due: "none" }), ["t", "e"]);
  assert.deepEqual(items({ kind: "milestone" }), ["b", "c", "d"]);
  assert.deepEqual(items({ kind: AIMS }), ["a", "b", "c", "d"]);
  assert.deepEqual(items({ states: ["met", "partly"] }), ["a", "b"]);
  assert.deepEqual(items({ words: " SIX" }), ["e"]);
  assert.deepEqual(items({ words: "二(一)2" }), ["c", "d"]);
  assert.deepEqual(items({ mark: "marks.0" }), ["d"]);
});

test("overdue is what is past its day and not known to be met", () => {
  assert.deepEqual(items({ states: [OVERDUE] }), ["b"]);
  assert.deepEqual(
    tasks.map((task) => isOverdue(task, "2018-12-31")),
    Array(6).fill(false),
  );
  assert.equal(tasks.filter((task) => isOverdue(task, "2021-01-01")).length, 3);
});

test("every state is counted, met in part too, and the counts sum up", () => {
  const counts = countStates(tasks, "2021-01-01");
  assert.deepEqual(counts, { met: 1, partly: 1, short: 1, undecided: 1, awaiting: 2, overdue: 3 });
});

test("counts are of all states, the timeline of all years, marks of all places", () => {
  const found = select(
    tasks,
    { ...EVERYTHING, due: "2020", states: ["short"], region: "620100" },
    known,
  );
  assert.deepEqual(found.list, []);
  assert.equal(found.anyYear.length, 3);
  assert.deepEqual(
    found.anyPlace.map((task) => task.item),
    ["c"],
  );
});

test("a timeline has every year between, and milestones alone", () => {
  const years = timeline(tasks);
  assert.deepEqual(
    years.map((one) => [one.year, one.tasks.length]),
    [
      [2018, 1],
      [2019, 0],
      [2020, 2],
    ],
  );
  assert.deepEqual(timeline([]), []);
});

const page = { regions, kinds: ["task", "milestone"], years: [2018, 2020], rows: ["marks"] };
const back = (text) => readQuestion(new URLSearchParams(text), page);

test("a question in the address is read as it was written", () => {
  for (const asked of [
    EVERYTHING,
    { ...EVERYTHING, unit: "省甲厅", role: "lead", region: "620100", due: "2020", kind: "task" },
    {
      ...EVERYTHING,
      due: "none",
      kind: AIMS,
      states: ["met", OVERDUE],
      words: "a&b=c",
      asOf: "2019-01-01",
    },
    { ...EVERYTHING, mark: "marks.3" },
  ]) {
    const text = new URLSearchParams(writeQuestion(asked)).toString();
    assert.deepEqual(back(text), asked);
  }
});

test("what is not known is not taken from an address", () => {
  const text =
    "role=king&region=1&due=1999&kind=x&state=met+x&asof=2020-13-01&mark=other.1&unit=" +
    "甲".repeat(200);
  const found = back(text);
  assert.equal(found.unit.length, 80);
  assert.deepEqual({ ...found, unit: "" }, { ...EVERYTHING, states: ["met"] });
  assert.equal(back("mark=marks.-1").mark, "");
  assert.equal(back("mark=__proto__.1").mark, "");
});
