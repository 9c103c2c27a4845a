// The slider over the years: what is due by then, and the figures of that year.

import { data } from "./data.js";
import { redrawLayer } from "./draw.js";
import { announce, icon, make } from "./elements.js";
import { filtersOf } from "./filter.js";
import { hover } from "./hover.js";
import { layers, map, setShown } from "./map.js";
import { rowsOf, yearsOfRows } from "./rows.js";
import { choose } from "./select.js";
import { on, state, tell } from "./state.js";
import { say, sayYear } from "./words.js";

const yearsBox = document.getElementById("years");
const yearsFound = [
  ...new Set(
    layers.flatMap((layer) => [
      ...(layer.year === null ? [] : [layer.year]),
      ...(layer.yearColumn ? yearsOfRows(layer) : []),
    ]),
  ),
].sort((a, b) => a - b);
// Without anything that has a year, a slider would move nothing.
export const yearList = yearsFound.length && data.years.length ? data.years : yearsFound;
// Sets of layers of which the slider shows one: of one table in one group, each with its year.
const yearSets = data.groups.flatMap((one) => {
  const dated = one.layers.map((number) => layers[number]).filter((layer) => layer.year !== null);
  return [...new Set(dated.map((layer) => layer.table))].map((table) => ({
    layers: dated.filter((layer) => layer.table === table),
    wanted: false,
  }));
});
let playing = 0;

export function setYear(year) {
  const at = yearList.includes(year) ? year : null;
  if (at === state.year) return;
  state.year = at;
  layers.filter((layer) => layer.yearColumn).forEach(redrawLayer);
  yearSets.forEach(showYearSet);
  hover(null);
  if (state.chosen?.place && !rowsOf(state.chosen.layer, state.chosen.place).length) {
    choose(null);
  }
  map.closePopup();
  writeYears();
  announce(yearText());
  tell("year");
}

function showYearSet(set) {
  set.wanted = set.wanted || set.layers.some((layer) => state.shown[layer.number]);
  if (!set.wanted) return;
  const chosen =
    state.year === null
      ? set.layers.find((layer) => state.shown[layer.number]) || set.layers[0]
      : set.layers.find((layer) => layer.year === state.year);
  set.layers.forEach((layer) => {
    if (state.shown[layer.number] !== (layer === chosen)) setShown(layer, layer === chosen);
  });
  if (state.year === null) set.wanted = false;
}

export function yearText() {
  if (state.year === null) return say("everyYear");
  const none = yearSets.some(
    (set) => set.wanted && !set.layers.some((one) => one.year === state.year),
  );
  return sayYear(state.year) + (none ? say("noYear") : "");
}

function play(going) {
  clearInterval(playing);
  playing = going
    ? setInterval(() => {
        const at = yearList.indexOf(state.year) + 1;
        if (at < yearList.length) setYear(yearList[at]);
        if (at >= yearList.length - 1) play(false);
      }, 1400)
    : 0;
  if (going) setYear(yearList[0]);
  writeYears();
}

function writeYears() {
  if (yearList.length < 2) return;
  yearsBox.hidden = false;
  const held =
    document.activeElement && yearsBox.contains(document.activeElement)
      ? document.activeElement.id
      : null;
  const at = state.year === null ? yearList.length : yearList.indexOf(state.year);
  yearsBox.setAttribute("aria-label", say("years"));
  const names = [...yearList.map(String), say("allYears")];
  yearsBox.replaceChildren(
    make(
      "button",
      {
        type: "button",
        id: "years-play",
        onclick: () => play(!playing),
        "aria-label": say(playing ? "stop" : "play"),
        title: say(playing ? "stop" : "play"),
      },
      icon(playing ? "pause" : "play"),
    ),
    make(
      "div.track",
      { style: { "--steps": names.length } },
      make("input", {
        type: "range",
        id: "years-range",
        min: 0,
        max: yearList.length,
        step: 1,
        value: at,
        "aria-label": say("years"),
        "aria-valuetext": yearText(),
        oninput: (event) => {
          if (playing) play(false);
          setYear(yearList[event.target.valueAsNumber] ?? null);
        },
      }),
      make(
        "div.ticks",
        { "aria-hidden": "true" },
        names.map((name, n) =>
          make(
            n === at ? "span.now" : "span",
            { onclick: () => setYear(yearList[n] ?? null) },
            name,
          ),
        ),
      ),
    ),
    make("output.year-now", {}, yearText()),
  );
  if (held) document.getElementById(held).focus();
}

export function startYears(attribution) {
  on("language", writeYears);
  let sifted = new Set();
  on("filter", () => {
    const now = new Set(layers.filter((layer) => filtersOf(layer).length));
    for (const layer of new Set([...now, ...sifted])) redrawLayer(layer);
    sifted = now;
    hover(null);
    map.closePopup();
  });
  // Clear of the sources below, whatever their height.
  new ResizeObserver(() => {
    yearsBox.style.setProperty("--foot", `${attribution.offsetHeight}px`);
  }).observe(attribution);
}
