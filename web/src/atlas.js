// Several maps in one page: which of them is shown. A page of one map is all of it.

import { data } from "./data.js";
import { make } from "./elements.js";
import { layers, map, setShown } from "./map.js";
import { on, state, tell } from "./state.js";
import { giveRoom } from "./view.js";
import { say } from "./words.js";

const box = document.getElementById("maps");
const whole = {
  name: data.name,
  title: data.title,
  description: data.description,
  groups: data.groups.map((_, at) => at),
  headlines: data.headlines.map((_, at) => at),
};

export function currentMap() {
  return data.maps ? data.maps[state.map] : whole;
}

// The number of the map that a layer is on.
function mapOf(layer) {
  const group = data.groups.findIndex((one) => one.layers.includes(layer.number));
  return data.maps.findIndex((one) => one.groups.includes(group));
}

export function isHere(layer) {
  return !data.maps || mapOf(layer) === state.map;
}

// The title of the map that a layer is on, where there are several.
export function mapTitle(layer) {
  return data.maps ? say(data.maps[mapOf(layer)].title) : "";
}

// Show another map as it opens; its layers may be set by who asks for it.
export function goToMap(number, shown) {
  if (!data.maps || number === state.map || !data.maps[number]) return;
  map.closePopup();
  state.map = number;
  const wanted = shown ?? data.maps[number].shown;
  for (const layer of layers) {
    const on = wanted.includes(layer.number);
    if (state.shown[layer.number] && !on) setShown(layer, false);
  }
  for (const at of wanted) if (!state.shown[at]) setShown(layers[at], true);
  giveRoom(() => {
    tell("map");
    tell("layers");
  });
}

export function goToMapOf(layer) {
  if (data.maps) goToMap(mapOf(layer));
}

function writeMaps() {
  if (!data.maps) return;
  box.hidden = false;
  box.setAttribute("aria-label", say("maps"));
  const held = document.activeElement?.closest("#maps") ? document.activeElement.id : null;
  box.replaceChildren(
    ...data.maps.map((one, at) =>
      make(
        "button",
        {
          type: "button",
          id: `map-${at}`,
          title: say(one.title),
          "aria-current": at === state.map ? "page" : null,
          onclick: () => goToMap(at),
        },
        say(one.title),
      ),
    ),
  );
  if (held) document.getElementById(held).focus();
}

export function startAtlas() {
  on("language", writeMaps);
  on("map", writeMaps);
}
