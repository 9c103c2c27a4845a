// The legend of a layer, for the panel and for the sheet of paper.

import { classOf, countsOf, isHatched, MISSING, SEVERAL } from "./classes.js";
import { showDialog } from "./dialog.js";
import { datum, derivedMark, make, svgElement } from "./elements.js";
import { choose, chosenOf, classKey } from "./filter.js";
import { markElement } from "./marks.js";
import { rowSection } from "./popup.js";
import { rowShows, rowsOf, yearOf } from "./rows.js";
import { state } from "./state.js";
import { say, sayCount } from "./words.js";

function swatch(color, opacity, border, hatched) {
  return make(hatched ? "span.swatch.hatched" : "span.swatch", {
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

// `count` is of "rows", of "items" (rows of points) or of "places".
function legendRow(sample, label, count, of = "rows") {
  return make(
    "li",
    {},
    sample,
    make("span.what", { dir: "auto" }, label),
    count === null ? null : make("span.count", {}, sayCount(of, count)),
  );
}

// The words of a class are a button: only that class, then others with it, a second click without.
function makeChoice(row, layer, number) {
  const key = classKey(layer);
  const chosen = chosenOf(key);
  const on = !chosen || chosen.has(String(number));
  const what = row.querySelector(".what");
  const button = make("button.what", {
    type: "button",
    dir: "auto",
    id: `class-${layer.number}-${number}`,
    title: say("onlyClass"),
    "aria-pressed": String(Boolean(chosen) && on),
    onclick: () => choose(key, String(number)),
  });
  button.append(...what.childNodes);
  what.replaceWith(button);
  row.classList.toggle("unwanted", !on);
}

// How exact most marks of a class are: its symbol in the legend is one that stands on the map.
function usualPrecision(layer, number) {
  const { precisions } = layer.legend;
  const times = precisions.map(
    ({ name }) =>
      layer.places.filter(
        (place) =>
          place.precision === name && (number === null || classOf(layer, place) === number),
      ).length,
  );
  const most = Math.max(...times);
  return most > 0 ? precisions[times.indexOf(most)].name : null;
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
  const sample = (color, number, dash = style.dash) => {
    const hatched = number !== undefined && isHatched(layer, number);
    if (geometry === "point") {
      const precision = usualPrecision(layer, number) || usualPrecision(layer, null);
      return precision ? markElement(precision, color, hatched) : null;
    }
    if (geometry === "line") return lineSample({ ...style, color, dash });
    return swatch(color, style.opacity, style.color, hatched);
  };
  const rowWord = geometry === "point" ? "items" : "rows";
  (legend.classes || []).forEach((one, at) => {
    // A category that is nowhere on the map in any year has no mark to be explained.
    if (one.count === 0 && one.low === undefined && geometry !== "raster") return;
    const row = legendRow(
      sample(one.color, at, one.dash),
      say(one.words),
      geometry === "raster" ? null : counts.classes[at],
      rowWord,
    );
    if (geometry !== "raster") makeChoice(row, layer, at);
    if (geometry === "raster") row.append(make("span.count", {}, sayCount("cells", one.count)));
    list.append(row);
  });
  (legend.widths || []).forEach((one) => {
    list.append(legendRow(flowSample({ ...style, weight: one.width }), say(one.said), null));
  });
  if (counts.several) {
    const row = legendRow(
      sample(legend.severalColor, SEVERAL),
      say(legend.severalWords),
      counts.several,
      "places",
    );
    list.append(row);
  }
  if (counts.missing) {
    const grey =
      style.kind === "flows"
        ? flowSample({ ...style, color: legend.missingColor, weight: 1, dash: "3 3" })
        : sample(legend.missingColor, MISSING);
    const row = legendRow(grey, say(legend.missingWords), counts.missing, rowWord);
    row.classList.add("missing");
    if (layer.of) makeChoice(row, layer, MISSING);
    list.append(row);
  }
  if (geometry === "point") {
    const color = legend.classes ? "#5b6b78" : style.color;
    counts.precisions.forEach((one) => {
      const row = legendRow(markElement(one.name, color), say(one.title), one.count, rowWord);
      row.classList.add("of-precision");
      list.append(row);
    });
  }
  if (list.children.length) box.append(list);
  box.append(...notesOf(layer, counts));
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

// What the legend has to say in words: that rows share marks, that a year is not known, why a layer
// is of one grey.
function notesOf(layer, counts) {
  const notes = [];
  const note = (text) => notes.push(make("p.legend-note", { dir: "auto" }, text));
  const shown = layer.places.map((place) => rowsOf(layer, place)).filter((rows) => rows.length);
  const rows = shown.reduce((sum, one) => sum + one.length, 0);
  if (layer.geometry === "point" && rows > shown.length) {
    note(say("shareMarks")(rows, shown.length));
  }
  // of rows with a report it is said which are not known then
  if (state.year !== null && layer.yearColumn && !layer.reportColumn) {
    const undated = shown.flat().filter((row) => yearOf(layer, row) === null).length;
    if (undated) note(sayCount("undated", undated));
  }
  const { legend } = layer;
  if (legend.classes && layer.geometry === "polygon" && rows > 1) {
    const only = counts.missing === rows ? MISSING : counts.classes.indexOf(rows);
    const grey = only === MISSING ? counts.missing === rows : only >= 0 && isGrey(layer, only);
    if (grey) {
      const words = only === MISSING ? legend.missingWords : legend.classes[only].words;
      note([
        say("allGrey")(rows, say(words)),
        " ",
        datum(say(legend.meaning || layer.data.description)),
      ]);
    }
  }
  return notes;
}

function isGrey(layer, number) {
  const { color } = layer.legend.classes[number];
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return isHatched(layer, number) || Math.max(...parts) - Math.min(...parts) < 32;
}

function unplacedRows(layer) {
  return layer.data.unplaced.filter((row) => rowShows(layer, row));
}

function listUnplaced(layer) {
  const unplaced = unplacedRows(layer);
  showDialog(() => [
    make("h2", { id: "about-title" }, datum(say(layer.title))),
    make("p.lead", {}, sayCount("unplacedTitle", unplaced.length)),
    unplaced.map((row, at) => rowSection(layer, row, at === 0 && unplaced.length < 4, false)),
  ]);
}
