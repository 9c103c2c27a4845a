// What stands on the sheet beside the map: legend, scale, north arrow, sources, date, review number;
// and on further sheets what has no room there.

import { data } from "./data.js";
import { today } from "./day.js";
import { datum, make, svgElement } from "./elements.js";
import { geodesicLength } from "./geodesic.js";
import { legendOf, lineSample } from "./legend.js";
import { layers, map } from "./map.js";
import { formatNumber } from "./numbers.js";
import { state } from "./state.js";
import { say } from "./words.js";
import { yearText } from "./years.js";

const sheet = document.getElementById("sheet");
const more = document.getElementById("sheet-more");
const CSS_PIXEL = 0.0254 / 96;
// What other parts of the page put on paper, such as the desk: functions that give elements.
export const sheetParts = [];

// One centimetre of paper for so many of the ground; of the round numbers that are true of it.
function ratioText() {
  const size = map.getSize();
  const middle = map.containerPointToLatLng([size.x / 2, size.y / 2]);
  const [a, b] = [
    map.containerPointToLatLng([size.x / 2 - 50, size.y / 2]),
    map.containerPointToLatLng([size.x / 2 + 50, size.y / 2]),
  ];
  const metres = geodesicLength(a.lng, middle.lat, b.lng, middle.lat);
  const ratio = metres / (100 * CSS_PIXEL);
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(ratio)) - 2);
  return `1:${formatNumber(Math.round(ratio / digits) * digits)}`;
}

function northArrow() {
  return svgElement(
    "svg",
    { viewBox: "0 0 40 56", class: "north", role: "img", "aria-label": say("north") },
    svgElement("path", { d: "M20 16L30 52L20 44z", fill: "#1d2b36" }),
    svgElement("path", {
      d: "M20 16L10 52L20 44z",
      fill: "#ffffff",
      stroke: "#1d2b36",
      "stroke-width": "1.2",
    }),
    svgElement(
      "text",
      { x: 20, y: 12, "text-anchor": "middle", "font-size": "13", "font-weight": "700" },
      say("north"),
    ),
  );
}

function sheetLegend() {
  return [...layers]
    .reverse()
    .filter((layer) => state.shown[layer.number])
    .map((layer) => {
      const box = legendOf(layer);
      box.removeAttribute("id");
      for (const button of box.querySelectorAll("button.what")) {
        button.replaceWith(make("span.what", {}, ...button.childNodes));
      }
      for (const button of box.querySelectorAll("button")) {
        button.replaceWith(make("p.unplaced-note", {}, button.textContent));
      }
      return make(
        "div.layer",
        {},
        make(
          "div.layer-head",
          {},
          datum(say(layer.title), "strong.datum"),
          layer.style.kind === "outline" ? lineSample(layer.style) : null,
        ),
        box.children.length ? box : null,
      );
    });
}

function creditsLine() {
  const titles = layers
    .filter((layer) => state.shown[layer.number])
    .flatMap((layer) =>
      layer.data.sources.map((source) =>
        [say(source.title), say(source.publisher), source.date].filter(Boolean).join(" · "),
      ),
    );
  const credits = [
    say(data.attribution),
    data.basemap ? say(data.basemap.attribution) : "",
    ...new Set(titles),
  ].filter(Boolean);
  return make(
    "p.sheet-credits",
    {},
    say("credits"),
    credits.map((part, at) => [at ? "; " : "", datum(part)]),
  );
}

// `tools` stand on the screen only.
export function writeSheet(tools) {
  const legend = make("div.sheet-legend", {}, sheetLegend());
  const foot = make(
    "div.sheet-foot",
    {},
    state.year === null ? "" : make("p", {}, yearText()),
    make("p.ratio", {}, say("ratio"), ratioText()),
    make("p", {}, say("projection")),
    creditsLine(),
    make("p", {}, say("printed"), today()),
    make("p.review", {}, say("review"), data.review ? datum(data.review) : say("noReviewLine")),
  );
  sheet.replaceChildren(
    make("div.sheet-head", {}, make("h2", {}, say("legend")), northArrow()),
    legend,
    foot,
    tools,
  );
  const parts = sheetParts.flatMap((part) => part()).filter(Boolean);
  more.replaceChildren(...overflow(legend, foot), ...parts);
  more.hidden = !more.children.length;
}

// Nothing is cut off: what has no room beside the map goes to the next sheet, first the sources if
// they fill more than a third, then the lowest legends.
function overflow(legend, foot) {
  const moved = [];
  const credits = foot.querySelector(".sheet-credits");
  if (foot.offsetHeight > sheet.clientHeight / 3) {
    credits.replaceWith(make("p", {}, say("creditsOver")));
  }
  const rest = [];
  while (legend.scrollHeight > legend.clientHeight + 1 && legend.children.length) {
    rest.unshift(legend.lastElementChild);
    legend.lastElementChild.remove();
  }
  if (rest.length) {
    // One line less, for the words that say where the rest is.
    legend.append(make("p.sheet-over", {}, say("legendOver")));
    while (legend.scrollHeight > legend.clientHeight + 1 && legend.children.length > 1) {
      const last = legend.children[legend.children.length - 2];
      rest.unshift(last);
      last.remove();
    }
    moved.push(make("h2", {}, say("legendMore")), make("div.sheet-legends", {}, rest));
  }
  if (!credits.isConnected) moved.push(make("h2", {}, say("source")), credits);
  return moved;
}
