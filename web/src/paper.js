// The map on a sheet of A3: title, map, legend, scale, north arrow, sources, date, review number.

import { data } from "./data.js";
import { datum, make, svgElement } from "./elements.js";
import { geodesicLength } from "./geodesic.js";
import { hover } from "./hover.js";
import { placeLabels } from "./labels.js";
import { legendOf, lineSample } from "./legend.js";
import { layers, map } from "./map.js";
import { formatNumber } from "./numbers.js";
import { state } from "./state.js";
import { seesWhole, wholeBounds } from "./view.js";
import { say } from "./words.js";
import { yearText } from "./years.js";

const sheet = document.getElementById("sheet");
const CSS_PIXEL = 0.0254 / 96;
let unprinted = null;

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

function today() {
  const now = new Date();
  const two = (part) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
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

function writeSheet() {
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
  sheet.replaceChildren(
    northArrow(),
    make("h2", {}, say("legend")),
    make("div.sheet-legend", {}, sheetLegend()),
    make(
      "div.sheet-foot",
      {},
      state.year === null ? "" : make("p", {}, yearText()),
      make("p.ratio", {}, say("ratio"), ratioText()),
      make("p", {}, say("projection")),
      make(
        "p",
        {},
        say("credits"),
        credits.map((part, at) => [at ? "; " : "", datum(part)]),
      ),
      make("p", {}, say("printed"), today()),
      make("p.review", {}, say("review"), data.review ? datum(data.review) : say("noReviewLine")),
    ),
    make("button.sheet-back", { type: "button", onclick: leavePaper }, say("back")),
  );
}

// What was seen; who saw the whole map gets all of it and no empty edges.
function shownBounds() {
  return seesWhole(0.02) ? (wholeBounds() ?? map.getBounds()) : map.getBounds();
}

function layPaper() {
  if (unprinted) return;
  unprinted = { centre: map.getCenter(), zoom: map.getZoom() };
  const bounds = shownBounds();
  hover(null);
  document.documentElement.classList.add("printing");
  document.body.classList.add("printing");
  sheet.hidden = false;
  map.invalidateSize({ animate: false, pan: false });
  map.fitBounds(bounds, { animate: false, padding: [8, 8] });
  writeSheet();
  placeLabels();
}

function leavePaper() {
  if (!unprinted) return;
  const { centre, zoom: was } = unprinted;
  unprinted = null;
  document.documentElement.classList.remove("printing");
  document.body.classList.remove("printing");
  sheet.hidden = true;
  map.invalidateSize({ animate: false, pan: false });
  map.setView(centre, was, { animate: false });
  placeLabels();
}

export function printMap() {
  layPaper();
  // The sheet is drawn before the dialog of the browser holds everything up.
  requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
}

// Whether the page stands as a sheet of paper.
export function onPaper() {
  return unprinted !== null;
}

export function startPaper() {
  window.addEventListener("beforeprint", layPaper);
  window.addEventListener("afterprint", leavePaper);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leavePaper();
  });
}
