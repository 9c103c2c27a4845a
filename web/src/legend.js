// The legend of a layer, for the panel and for the sheet of paper.

import { countsOf } from "./classes.js";
import { showDialog } from "./dialog.js";
import { datum, derivedMark, make, svgElement } from "./elements.js";
import { EXACT, RADIUS } from "./map.js";
import { formatNumber } from "./numbers.js";
import { rowSection } from "./popup.js";
import { inYear } from "./rows.js";
import { state } from "./state.js";
import { say, sayCount } from "./words.js";

function swatch(color, opacity, border) {
  return make("span.swatch", {
    style: { "--color": color, "--opacity": opacity, "--border": border },
  });
}

export function lineSample(style) {
  return svgElement(
    "svg",
    { class: "sample", viewBox: "0 0 24 12", "aria-hidden": "true" },
    svgElement("path", {
      d: "M1 6H23",
      stroke: style.color,
      "stroke-width": Math.max(1, style.weight),
      "stroke-dasharray": style.dash || "none",
    }),
  );
}

// Flows are translucent on the map, other lines are not.
function flowSample(style) {
  const svg = lineSample(style);
  svg.firstChild.setAttribute("stroke-opacity", style.opacity);
  return svg;
}

function legendRow(sample, label, count) {
  return make(
    "li",
    {},
    sample,
    make("span.what", { dir: "auto" }, label),
    count === null ? null : make("span.count", {}, sayCount("rows", count)),
  );
}

export function legendOf(layer) {
  const { legend, style, geometry } = layer;
  const box = make("div.legend", { id: `legend-${layer.number}` });
  const counts = countsOf(layer);
  if (legend.title) {
    box.append(
      make(
        "p.legend-title",
        {},
        datum(say(legend.title)),
        legend.unit
          ? datum(
              `（${say(legend.unit)}）`.replace(/[（）]/g, (mark) =>
                state.lang === "zh" ? mark : mark === "（" ? " (" : ")",
              ),
            )
          : null,
        legend.derived ? derivedMark() : null,
      ),
    );
  }
  const list = make("ul");
  const precision = geometry === "point" && legend.precisions[0] ? legend.precisions[0].name : null;
  const sample = (color) => {
    if (geometry === "point")
      return markElement(EXACT.has(precision) ? precision : "site", color, 1);
    if (geometry === "line") return lineSample({ ...style, color });
    return swatch(color, style.opacity, style.color);
  };
  (legend.classes || []).forEach((one, at) => {
    const row = legendRow(
      sample(one.color),
      say(one.words),
      geometry === "raster" ? null : counts.classes[at],
    );
    if (geometry === "raster") row.append(make("span.count", {}, sayCount("cells", one.count)));
    list.append(row);
  });
  (legend.widths || []).forEach((one) => {
    list.append(
      legendRow(flowSample({ ...style, weight: one.width }), formatNumber(one.value), null),
    );
  });
  if (counts.several) {
    list.append(legendRow(sample(legend.severalColor), say(legend.severalWords), counts.several));
  }
  if (counts.missing) {
    const grey =
      style.kind === "flows"
        ? flowSample({ ...style, color: legend.missingColor, weight: 1, dash: "3 3" })
        : sample(legend.missingColor);
    const row = legendRow(grey, say(legend.missingWords), counts.missing);
    row.classList.add("missing");
    list.append(row);
  }
  if (geometry === "point") {
    const color = legend.classes ? "#5b6b78" : style.color;
    counts.precisions.forEach((one) => {
      const row = legendRow(markElement(one.name, color, 1), say(one.title), one.count);
      row.classList.add("of-precision");
      list.append(row);
    });
  }
  if (list.children.length) box.append(list);
  const unplaced = unplacedRows(layer);
  if (unplaced.length) {
    box.append(
      make(
        "button.unplaced",
        { type: "button", onclick: () => listUnplaced(layer) },
        sayCount("unplaced", unplaced.length),
      ),
    );
  }
  return box;
}

function unplacedRows(layer) {
  return layer.data.unplaced.filter((row) => inYear(layer, row));
}

function listUnplaced(layer) {
  const unplaced = unplacedRows(layer);
  showDialog(() => [
    make("h2", { id: "about-title" }, datum(say(layer.title))),
    make("p.lead", {}, sayCount("unplacedTitle", unplaced.length)),
    unplaced.map((row, at) => rowSection(layer, row, at === 0 && unplaced.length < 4, false)),
  ]);
}

// The mark of a point, as an element for the map and for the legend.
export function markElement(precision, color, count) {
  const radius = RADIUS[precision] + (count > 1 && EXACT.has(precision) ? 3.5 : 0);
  return make(
    `span.mark.${EXACT.has(precision) ? "exact" : "rough"}.precision-${precision}`,
    {
      style: {
        "--color": color,
        "--size": `${2 * radius}px`,
        "--ink": dark(color) ? "#ffffff" : "#1d2b36",
      },
    },
    count > 1 ? String(count) : "",
  );
}

function dark(color) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 150;
}
