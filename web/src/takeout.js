// What can be taken out of the panel of figures: the table as CSV, XLSX or by the clipboard, the chart
// and the map as pictures.

import { data } from "./data.js";
import { announce, make } from "./elements.js";
import { fileName, saveFile } from "./files.js";
import { formatValue, isNumber } from "./format.js";
import { mapPicture, savePng, standalone, svgText } from "./picture.js";
import { valueAt } from "./rows.js";
import { say } from "./words.js";
import { separated, workbook } from "./xlsx.js";

// Headings with units, and values as they are: unrounded, with the minus of ASCII.
export function tableRows(layer, columns, rows) {
  const heads = columns.map((name) => {
    const column = layer.data.columns[name];
    return say(column.title) + (column.unit ? ` (${say(column.unit)})` : "");
  });
  const body = rows.map((row) =>
    columns.map((name) => {
      const column = layer.data.columns[name];
      const value = valueAt(layer.data, name, row);
      if (value === null || value === undefined) return null;
      return isNumber(column) || column.year ? value : formatValue(column, value, layer, name);
    }),
  );
  return [heads, ...body];
}

function chartOf() {
  const svg = document.querySelector("#figures .chart svg");
  return svg ? standalone(svg, 640, 208) : null;
}

export function takeoutBox(layer, columns, rows) {
  const name = (ending) => `${fileName(data.name, say(layer.title))}.${ending}`;
  const lines = () => tableRows(layer, columns, rows);
  const copy = async () => {
    const text = separated(lines(), "\t");
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages opened from a folder may not write to the clipboard by themselves.
      const field = make("textarea", { value: text, "aria-hidden": "true" });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    announce(say("copied"));
  };
  const button = (id, word, action) =>
    make("button", { type: "button", id: `take-${id}`, onclick: action }, word);
  const chart = document.querySelector.bind(document);
  return make(
    "details.takeout",
    {},
    make("summary", { id: "take-out" }, say("takeOut")),
    make(
      "div.row",
      {},
      button("copy", say("copyTable"), copy),
      button("csv", "CSV", () =>
        saveFile(name("csv"), "text/csv", `\ufeff${separated(lines(), ",")}\r\n`),
      ),
      button("xlsx", "XLSX", () =>
        saveFile(
          name("xlsx"),
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          workbook(say(layer.title), lines()),
        ),
      ),
      button("chart-svg", say("chartSvg"), () => {
        if (chart("#figures .chart svg"))
          saveFile(name("svg"), "image/svg+xml", svgText(chartOf()));
      }),
      button("chart-png", say("chartPng"), () => {
        if (chart("#figures .chart svg")) savePng(name("png"), chartOf(), 640, 208);
      }),
      button("map-png", say("mapPng"), () => {
        const { picture, width, height } = mapPicture();
        savePng(`${fileName(data.name, say("map"))}.png`, picture, width, height);
      }),
    ),
  );
}
