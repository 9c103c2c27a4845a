// A click on the map: what lies there is chosen and told in a popup.

import { cellsContent } from "./cells.js";
import { make } from "./elements.js";
import { hits } from "./hits.js";
import { L } from "./leaflet.js";
import { map } from "./map.js";
import { addVertex } from "./measure.js";
import { openPopup, popupContent } from "./popup.js";
import { rowsOf } from "./rows.js";
import { choose } from "./select.js";
import { state } from "./state.js";
import { say } from "./words.js";

export function identify(latlng, byKeyboard) {
  // While candidate sites are being set, a click sets one.
  if (state.place) {
    state.place(latlng);
    return;
  }
  const found = hits(latlng);
  if (!found.length) {
    if (cellsContent(latlng)) openPopup(latlng, () => cellsContent(latlng), byKeyboard);
    return;
  }
  choose({ ...found[0], row: rowsOf(found[0].layer, found[0].place)[0] });
  openPopup(
    found[0].place.point ? L.latLng(found[0].place.point) : latlng,
    () => {
      const cells = cellsContent(latlng);
      const content = popupContent(found);
      if (cells) content.append(make("div.under", {}, say("under")), cells);
      return content;
    },
    byKeyboard,
  );
}

export function startIdentify() {
  map.on("click", (event) => {
    if (state.measuring) addVertex(event.latlng);
    else identify(event.latlng, false);
  });
}
