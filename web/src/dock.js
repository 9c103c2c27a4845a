// Where a popup stands: docked beside the map or at its edge, never upon what was clicked.

import { L } from "./leaflet.js";
import { map } from "./map.js";
import { tell } from "./state.js";
import { narrow } from "./view.js";

const dock = document.getElementById("dock");
// Pixels between what was clicked and what stands upon the map.
const ROOM = 24;

// Whether there is a column at the right that the dock can be the top of.
function hasColumn() {
  return !narrow.matches && document.body.classList.contains("figures-open");
}

// A popup of Leaflet's, opened and closed as others are, but laid out by the page's style.
export const DockedPopup = L.Popup.extend({
  options: { pane: dock, className: "docked", autoPan: false },
  onAdd(to) {
    dock.hidden = false;
    document.body.classList.add("docked-open");
    L.Popup.prototype.onAdd.call(this, to);
    // The button before the words: for the eye at the top, for the keyboard first.
    this._container.prepend(this._closeButton);
    tell("docked");
  },
  onRemove(from) {
    L.Popup.prototype.onRemove.call(this, from);
    // Another may have been opened in its place.
    if (!from._popup || from._popup === this || !from._popup.isOpen()) {
      dock.hidden = true;
      document.body.classList.remove("docked-open");
    }
  },
  _updateLayout() {},
  _animateZoom() {},
  _updatePosition() {
    keepClear(this.getLatLng());
  },
});

// Stand at the side that is farther from a place; where neither is far enough, move the map.
function keepClear(latlng) {
  dock.classList.toggle("over", !hasColumn());
  if (hasColumn()) return;
  const at = map.latLngToContainerPoint(latlng);
  const size = map.getSize();
  dock.classList.toggle("at-left", !narrow.matches && at.x > size.x / 2);
  const box = dock.getBoundingClientRect();
  const frame = map.getContainer().getBoundingClientRect();
  const [left, right] = [box.left - frame.left - ROOM, box.right - frame.left + ROOM];
  const [top, bottom] = [box.top - frame.top - ROOM, box.bottom - frame.top + ROOM];
  if (at.x <= left || at.x >= right || at.y <= top || at.y >= bottom) return;
  if (narrow.matches) map.panBy([0, at.y - top], { animate: false });
  else if (dock.classList.contains("at-left")) map.panBy([at.x - right, 0], { animate: false });
  else map.panBy([at.x - left, 0], { animate: false });
}
