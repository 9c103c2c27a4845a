import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { on, openState, state, tell } from "../src/state.js";
import { say, sayCount, sayYear } from "../src/words.js";

const folder = new URL("../src/", import.meta.url);
const sources = readdirSync(folder).map((name) => [
  name,
  readFileSync(new URL(name, folder), "utf8"),
]);
const others = sources.filter(([name]) => name !== "words.js").map(([, text]) => text);
const table = sources.find(([name]) => name === "words.js")[1];
// Names of the table: at two blanks, with both languages.
const names = [...table.matchAll(/^ {2}(\w+): \{/gm)].map((found) => found[1]);

beforeEach(() => {
  state.lang = "zh";
});

test("every word that is asked for is there, in both languages", () => {
  const asked = others.flatMap((text) =>
    [...text.matchAll(/\bsay\("(\w+)"\)/g)].map((found) => found[1]),
  );
  assert.ok(asked.length > 50);
  for (const lang of ["zh", "en"]) {
    state.lang = lang;
    for (const name of asked) assert.ok(say(name), `${name} (${lang})`);
  }
});

test("no word is kept that nobody says", () => {
  const unused = names.filter(
    (name) =>
      !others.some(
        (text) => text.includes(`"${name}"`) || text.includes(`"${name.replace(/Short$/, "")}"`),
      ),
  );
  assert.deepEqual(unused, []);
});

test("words of the data are said in the reader's language", () => {
  assert.equal(say({ zh: "兰州", en: "Lanzhou" }), "兰州");
  state.lang = "en";
  assert.equal(say({ zh: "兰州", en: "Lanzhou" }), "Lanzhou");
  assert.equal(say(undefined), "");
});

test("numbers in words stand in threes, years do not", () => {
  assert.equal(sayCount("tableRows", 12345), "共 12,345 行");
  assert.equal(sayYear(2020), "截至 2020 年");
  state.lang = "en";
  assert.equal(sayCount("tableRows", 12345), "12,345 rows");
  assert.equal(sayYear(2020), "By 2020");
});

test("who listens is told, in turn, of that event alone", () => {
  const heard = [];
  on("year", () => heard.push("first"));
  on("year", () => heard.push("second"));
  on("opened", (drawer) => heard.push(drawer));
  tell("year");
  tell("opened", "desk");
  tell("hover");
  assert.deepEqual(heard, ["first", "second", "desk"]);
  assert.throws(() => on("yaer", () => {}));
});

test("a page opens as its data say", () => {
  openState({ lang: "en", layers: [{ show: true }, { show: false }], groups: [{}] });
  assert.deepEqual(
    [state.lang, state.shown, state.opacity, state.year],
    ["en", [true, false], [1], null],
  );
});

test("counts are written as English does, one apart from more, and by thousands", () => {
  state.lang = "en";
  assert.deepEqual(
    [1, 2, 1234].map((n) => sayCount("places", n)),
    ["1 place", "2 places", "1,234 places"],
  );
  assert.equal(sayCount("tableRows", 1), "1 row");
  assert.equal(sayCount("others", 1235), " and 1,234 more");
});
