// The one place that is chosen: on the map, in the table and by search alike.

import { showDialog } from "./dialog.js";
import { announce, datum, make } from "./elements.js";
import { L } from "./leaflet.js";
import { map, setShown } from "./map.js";
import { RADIUS } from "./marks.js";
import { openPopup, popupContent, rowSection } from "./popup.js";
import { nameOf, rowPlace } from "./rows.js";
import { state, tell } from "./state.js";
import { goTo } from "./view.js";
import { say } from "./words.js";

const chosenGroup = L.layerGroup().addTo(map);

export function choose(hit) {
  state.chosen = hit;
  chosenGroup.clearLayers();
  if (hit?.place) {
    const style = {
      pane: "gisplan-highlight",
      interactive: false,
      fill: false,
      className: "chosen",
      color: "#0b5f73",
      weight: 4,
      opacity: 0.95,
    };
    const { layer, place } = hit;
    if (layer.geometry === "point") {
      L.circleMarker(place.point, {
        ...style,
        radius: RADIUS[place.precision] + 6,
        weight: 3,
      }).addTo(chosenGroup);
    } else if (layer.geometry === "line") {
      L.polyline(
        place.parts.map(([path]) => path),
        style,
      ).addTo(chosenGroup);
    } else {
      L.polygon(place.parts, style).addTo(chosenGroup);
    }
  }
  tell("chosen");
}

// No layer switches on by itself: what it is, and a button that shows it.
function offNote(layer) {
  if (state.shown[layer.number] || layer.geometry === "polygon") return null;
  return make(
    "p.layer-off",
    {},
    say("layerOff"),
    datum(say(layer.title)),
    make(
      "button",
      {
        type: "button",
        onclick: (event) => {
          event.target.closest("p").remove();
          setShown(layer, true);
        },
      },
      say("showLayer"),
    ),
  );
}

// Choose a row from outside the map; without a position it is shown in a dialog instead.
export function openRow(layer, row, near, byKeyboard) {
  const place = rowPlace(layer, row);
  if (!place) {
    choose({ layer, place: null, row });
    showDialog(() => [
      make("h2", { id: "about-title" }, datum(nameOf(layer, row))),
      make("p.lead", {}, say("nowhere")),
      rowSection(layer, row, true, true),
    ]);
    return;
  }
  goTo(place, near);
  choose({ layer, place, row });
  openPopup(
    L.latLng(place.point || place.anchor || place.bounds.getCenter()),
    () => [offNote(layer), popupContent([{ layer, place }])],
    byKeyboard,
  );
  announce(nameOf(layer, row));
}
