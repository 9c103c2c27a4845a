import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 as known } from "node:zlib";
import { crc32, separated, workbook, zip } from "../src/xlsx.js";

const bytes = (text) => new TextEncoder().encode(text);

test("the sum of a zip is that of the standard", () => {
  // The check value of CRC-32, and zlib's own where this Node has it.
  assert.equal(crc32(bytes("123456789")), 0xcbf43926);
  for (const text of ["", "a", "甘肃".repeat(100)]) {
    if (known) assert.equal(crc32(bytes(text)), known(bytes(text)));
  }
});

test("a zip names its files and where they begin", () => {
  const made = zip([
    { name: "a.txt", text: "one" },
    { name: "乙.txt", text: "two" },
  ]);
  const view = new DataView(made.buffer);
  const end = made.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  assert.equal(view.getUint16(end + 10, true), 2);
  const start = view.getUint32(end + 16, true);
  assert.equal(view.getUint32(start, true), 0x02014b50);
  assert.equal(view.getUint32(view.getUint32(start + 42, true), true), 0x04034b50);
});

test("text in a workbook is text, whatever it looks like", () => {
  const made = new TextDecoder().decode(workbook("a/b[c]:*?", [["=1+1"], ['<t>&"\u0001'], [-0.5]]));
  assert.match(made, /sheet name="a b c {4}"/);
  assert.match(made, /<t xml:space="preserve">=1\+1<\/t>/);
  assert.match(made, /&lt;t&gt;&amp;&quot;\ufffd/);
  assert.match(made, /<c><v>-0\.5<\/v><\/c>/);
});

test("separated values: quotes, breaks and formulas", () => {
  const rows = [
    ["a,b", 'say "x"', "two\nlines"],
    ["=SUM(A1)", -1.5, null],
  ];
  assert.equal(separated(rows, ","), '"a,b","say ""x""","two\nlines"\r\n\'=SUM(A1),-1.5,');
});
