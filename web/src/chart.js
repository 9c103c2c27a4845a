// A small chart of the column that the table is sorted by: a bar for each row or each class.

import { countsOf, rowColor } from "./classes.js";
import { stored } from "./decode.js";
import { datum, derivedMark, make, rowUnder, svgElement } from "./elements.js";
import { isNumber, withUnit } from "./format.js";
import { hoverRow } from "./hover.js";
import { nameOf, valueAt } from "./rows.js";
import { openRow } from "./select.js";
import { state } from "./state.js";
import { say, sayCount } from "./words.js";

const CHART = { width: 320, height: 104, most: 160 };

export function chartBox(layer, name, rows) {
  const column = name && layer.data.columns[name];
  if (column && isNumber(column)) return barChart(layer, name, rows);
  return layer.legend.classes ? classChart(layer) : null;
}

function figureBox(title, svg, note) {
  return make(
    "figure.chart",
    {},
    make("figcaption", {}, title),
    svg,
    make("p.chart-note", { "aria-hidden": "true" }, note || ""),
  );
}

function barChart(layer, name, rows) {
  const table = layer.data;
  const column = table.columns[name];
  const shown = rows
    .map((row) => ({ row, value: stored(column.values, row) }))
    .filter((one) => typeof one.value === "number")
    .slice(0, CHART.most);
  if (shown.length < 2) return null;
  const { width, height } = CHART;
  const values = shown.map((one) => one.value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const y = (value) => 4 + ((height - 8) * (high - value)) / (high - low || 1);
  const step = width / shown.length;
  const gap = step > 4 ? Math.min(3, step * 0.2) : 0;
  const bars = shown.map(({ row, value }, at) => {
    const bar = svgElement("g", { class: "bar", "data-row": row });
    bar.append(
      svgElement("rect", { class: "hit", x: at * step, y: 0, width: step, height }),
      svgElement("rect", {
        class: "value",
        x: at * step + gap / 2,
        width: Math.max(0.6, step - gap),
        y: Math.min(y(0), y(value)),
        height: Math.max(1, Math.abs(y(value) - y(0))),
        fill: name === layer.column ? rowColor(layer, row) : "#4d8296",
      }),
    );
    return bar;
  });
  const label = `${say("chart")}${say(column.title)}`;
  const svg = svgElement(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": label,
      preserveAspectRatio: "none",
    },
    ...bars,
    svgElement("line", { class: "zero", x1: 0, x2: width, y1: y(0), y2: y(0) }),
  );
  svg.addEventListener("mouseover", (event) => hoverRow(layer, rowUnder(event)));
  svg.addEventListener("mouseleave", () => hoverRow(layer, null));
  svg.addEventListener("click", (event) => {
    const row = rowUnder(event);
    if (row !== null) openRow(layer, row, false, false);
  });
  const part =
    shown.length === CHART.most && rows.length > CHART.most
      ? make("span.count", {}, ` ${sayCount("firstBars", CHART.most)}`)
      : null;
  return figureBox(
    [
      datum(say(column.title)),
      column.unit
        ? datum(state.lang === "zh" ? `（${say(column.unit)}）` : ` (${say(column.unit)})`)
        : null,
      column.derived ? derivedMark() : null,
      part,
    ],
    svg,
  );
}

// Of words: how many rows are in each class, as one bar of parts.
function classChart(layer) {
  const counts = countsOf(layer);
  const parts = layer.legend.classes.map((one, at) => ({
    color: one.color,
    count: counts.classes[at],
    text: say(one.words),
  }));
  if (counts.missing) {
    parts.push({
      color: layer.legend.missingColor,
      count: counts.missing,
      text: say(layer.legend.missingWords),
    });
  }
  const all = parts.reduce((sum, part) => sum + part.count, 0);
  if (!all) return null;
  let at = 0;
  const svg = svgElement("svg", {
    viewBox: `0 0 ${CHART.width} 22`,
    role: "img",
    preserveAspectRatio: "none",
    class: "parts",
    "aria-label": `${say("chart")}${say(layer.legend.title)}`,
  });
  parts
    .filter((part) => part.count)
    .forEach((part) => {
      const wide = (CHART.width * part.count) / all;
      svg.append(
        svgElement("rect", {
          x: at,
          y: 0,
          width: Math.max(0.5, wide - 1.5),
          height: 22,
          fill: part.color,
          class: "part",
        }),
      );
      at += wide;
    });
  return make(
    "figure.chart",
    {},
    make(
      "figcaption",
      {},
      datum(say(layer.legend.title)),
      layer.legend.derived ? derivedMark() : null,
    ),
    svg,
    make(
      "ul.parts",
      {},
      parts
        .filter((part) => part.count)
        .map((part) =>
          make(
            "li",
            {},
            make("span.dot", { style: { "--color": part.color } }),
            datum(part.text),
            make("span.count", {}, ` ${sayCount("rows", part.count)}`),
          ),
        ),
    ),
  );
}

// What is pointed at, below the bars of a column; else what one can do.
export function chartNote(layer, name, row) {
  const column = layer.data.columns[name];
  if (row === null || !column || !isNumber(column)) return [say("chartHint")];
  return [
    datum(nameOf(layer, row), "strong.datum"),
    " ",
    withUnit(column, valueAt(layer.data, name, row), layer, name),
  ];
}
