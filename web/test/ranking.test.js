import assert from "node:assert/strict";
import { test } from "node:test";
import { bestOf, fitness, searchKeys, typed } from "../src/ranking.js";

const units = [
  { zh: "兰州市", en: "Lanzhou", code: "620100", pinyin: "lan zhou shi" },
  { zh: "兰州新区", en: "Lanzhou New Area", code: null, pinyin: "lan zhou xin qu" },
  { zh: "皋兰县", en: "Gaolan County", code: "620122", pinyin: "gao lan xian" },
  { zh: "西和县", en: "Xihe County", code: "621225", pinyin: "xi he xian" },
  {
    zh: "临夏回族自治州",
    en: "Linxia Hui Prefecture",
    code: "622900",
    pinyin: "lin xia hui zu zi zhi zhou",
  },
  { zh: "临夏县", en: "Linxia County", code: "622921", pinyin: "lin xia xian" },
  { zh: "Ürümqi示例", en: "Ürümqi (example)", code: null, pinyin: null },
].map((one) => searchKeys(one));
const found = (text, most = 12) => bestOf(units, text, most).map((one) => one.zh);

test("letters are compared without case, accents, blanks and apostrophes", () => {
  assert.equal(typed("Xi'an  Shì"), "xianshi");
  assert.equal(typed("Ürümqi"), "urumqi");
  assert.equal(typed("Ｌａｎ"), "lan");
});

test("Chinese: from the start before within", () => {
  assert.deepEqual(found("兰州"), ["兰州市", "兰州新区"]);
  assert.deepEqual(found("兰"), ["兰州市", "兰州新区", "皋兰县"]);
  assert.deepEqual(found("兰州市"), ["兰州市"]);
});

test("pinyin: whole, in part, by syllable and by initials", () => {
  assert.deepEqual(found("lanzhou"), ["兰州市", "兰州新区"]);
  assert.deepEqual(found("lan zhou xin"), ["兰州新区"]);
  assert.deepEqual(found("lzxq"), ["兰州新区"]);
  assert.deepEqual(found("gaolan"), ["皋兰县"]);
  assert.equal(found("lan").at(-1), "皋兰县");
  assert.deepEqual(found("xihe"), ["西和县"]);
  // Of equally good ones the shorter name.
  assert.deepEqual(found("linxia"), ["临夏县", "临夏回族自治州"]);
});

test("codes: whole and from the start", () => {
  assert.deepEqual(found("620122"), ["皋兰县"]);
  assert.deepEqual(found("6229"), ["临夏县", "临夏回族自治州"]);
  assert.deepEqual(found("0122"), []);
});

test("English: the words of a name", () => {
  assert.deepEqual(found("new area"), []);
  assert.deepEqual(found("area"), ["兰州新区"]);
  assert.deepEqual(found("urumqi"), ["urumqi示例"]);
});

test("one letter does not bring all initials, and nothing brings nothing", () => {
  assert.deepEqual(
    found("z"),
    found("z").filter((name) => name.includes("州")),
  );
  assert.deepEqual(found(""), []);
  assert.deepEqual(found(" ' "), []);
  assert.deepEqual(found("lan", 1).length, 1);
});

test("the closer the fit, the smaller its number", () => {
  const [lanzhou] = units;
  const fits = ["兰州市", "兰州", "lanzh", "lzs", "州", "zhou"].map((text) =>
    fitness(lanzhou, typed(text)),
  );
  assert.deepEqual(
    fits,
    [...fits].sort((a, b) => a - b),
  );
  assert.equal(new Set(fits).size, fits.length);
  assert.equal(fitness(lanzhou, "beijing"), null);
});

test("administrative units before all else that begins so", () => {
  const entries = [
    { ...searchKeys({ zh: "山丹", en: "Shandan", code: null, pinyin: "shan dan" }), unit: false },
    {
      ...searchKeys({ zh: "山丹甲厂", en: "A", code: null, pinyin: "shan dan jia chang" }),
      unit: false,
    },
    {
      ...searchKeys({
        zh: "山丹县",
        en: "Shandan County",
        code: "620725",
        pinyin: "shan dan xian",
      }),
      unit: true,
    },
  ];
  const first = (text) => bestOf(entries, text, 1)[0].zh;
  for (const text of ["山丹", "shandan", "sd", "620725"]) assert.equal(first(text), "山丹县");
  assert.equal(first("山丹甲"), "山丹甲厂");
});
