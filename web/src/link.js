// The address tells what is shown: view, layers, opacity, year, language, what is chosen.

import { layerKeys, readAddress, writeAddress } from "./address.js";
import { goToMap } from "./atlas.js";
import { data } from "./data.js";
import { showDialog } from "./dialog.js";
import { make } from "./elements.js";
import { layers, map, setOpacity, setShown } from "./map.js";
import { onPaper } from "./paper.js";
import { openNamed } from "./search.js";
import { on, state, tell } from "./state.js";
import { say } from "./words.js";
import { setYear, yearList } from "./years.js";

const ownHash = { last: "", timer: 0, ready: false };
const keys = layerKeys(layers);
// What other parts of the page add: `write` gives pairs, `follow` takes what an address asks for.
const parts = [];

export function addToLink(part) {
  parts.push(part);
}
const mapNames = (data.maps ?? []).map((one) => one.name);

function readLink() {
  return readAddress(window.location.hash, {
    keys,
    groups: data.groups.length,
    years: yearList,
    maps: mapNames,
    columns: Object.fromEntries(
      Object.entries(data.tables).map(([name, table]) => [name, Object.keys(table.columns ?? {})]),
    ),
  });
}

function linkOf() {
  const { lat, lng } = map.getCenter();
  const more = parts.flatMap((part) => part.write());
  return writeAddress({ zoom: map.getZoom(), lat, lng }, state, keys, more, mapNames);
}

function followLink(found) {
  if (found.map !== undefined) goToMap(found.map);
  if (found.filter || state.filter.size) {
    state.filter.clear();
    for (const [key, values] of found.filter ?? []) state.filter.set(key, values);
    tell("filter");
  }
  if (found.shown) {
    layers.forEach((layer, at) => {
      if (state.shown[at] !== found.shown[at]) setShown(layer, found.shown[at]);
    });
  }
  found.opacity?.forEach((one, at) => {
    setOpacity(at, one);
  });
  setYear(found.year);
  const asked = new URLSearchParams(window.location.hash.replace(/^#/, ""));
  for (const part of parts) part.follow(asked);
  if (found.view) map.setView([found.view[1], found.view[2]], found.view[0], { animate: false });
  if (found.more) tell("linked", found.more);
  if (found.profile) tell("profile", found.profile);
  if (found.find) openNamed(found.find.table, found.find.name);
  ownHash.ready = true;
}

// Soon, not at once: a drag of the map is many moves.
function keepLink() {
  if (!ownHash.ready || onPaper()) return;
  clearTimeout(ownHash.timer);
  ownHash.timer = setTimeout(() => {
    if (onPaper()) return;
    ownHash.last = linkOf();
    try {
      window.history.replaceState(null, "", ownHash.last);
    } catch {
      // Some browsers forbid it to pages opened from a folder; then the button alone gives links.
    }
  }, 120);
}

export async function showLink() {
  const address = window.location.href.split("#")[0] + linkOf();
  let copied = false;
  try {
    await navigator.clipboard.writeText(address);
    copied = true;
  } catch {
    copied = false;
  }
  showDialog(() => [
    make("h2", { id: "about-title" }, say("linkTitle")),
    make("p.lead", {}, copied ? say("copied") : "", " ", say("linkHint")),
    make("input", {
      id: "link-text",
      type: "text",
      readOnly: true,
      value: address,
      "aria-label": say("linkTitle"),
      onfocus: (event) => event.target.select(),
    }),
  ]);
  document.getElementById("link-text").focus();
}

// Take what the address asks for, once the map stands; the language is needed before.
const linked = readLink();

export function readLanguage() {
  if (linked.lang) state.lang = linked.lang;
}

export function startLink() {
  followLink(linked);
  window.addEventListener("hashchange", () => {
    if (window.location.hash === ownHash.last) return;
    const found = readLink();
    if (found.lang && found.lang !== state.lang) {
      state.lang = found.lang;
      tell("language");
    }
    followLink(found);
  });
  map.on("moveend", keepLink);
  const events = ["language", "layers", "year", "view", "tasks", "filter", "map"];
  for (const event of events) on(event, keepLink);
}
