// What part of the map is in view, and how wide the window is.

import { data } from "./data.js";
import { L } from "./leaflet.js";
import { map } from "./map.js";

export const narrow = window.matchMedia("(max-width: 760px)");

// The bounds of what the page is about: as it says, or of all that is drawn; null if nothing is.
export function wholeBounds() {
  const bounds = data.view || data.bounds;
  if (!bounds) return null;
  const [west, south, east, north] = bounds;
  return L.latLngBounds([
    [south, west],
    [north, east],
  ]);
}

// Whether all of the map can be seen, or nearly; `slack` is a share of the view.
export function seesWhole(slack) {
  const all = wholeBounds();
  return !all || map.getBounds().pad(slack).contains(all);
}

// The slider of years stands upon the foot of the map.
function underSlider() {
  const years = document.getElementById("years");
  return years && !years.hidden ? years.offsetHeight + 14 : 0;
}

export function fit() {
  const all = wholeBounds();
  if (!all) return;
  // Clear of the search field above, on a phone of the buttons at the right too.
  const [top, right] = [62, narrow.matches ? 58 : 14];
  map.fitBounds(all, {
    paddingTopLeft: [narrow.matches ? 8 : 14, top],
    paddingBottomRight: [right, 46 + underSlider()],
    maxZoom: 13,
    animate: false,
  });
}

// Change the room that the map has. Who saw the whole map sees it still, in the room that is left.
export function giveRoom(change) {
  const whole = seesWhole(0.05);
  change();
  map.invalidateSize({ animate: false });
  if (whole) fit();
}

// Bring a place into view: it is left where it is if it can be seen well there.
export function goTo(place, near) {
  if (place.point) {
    const inside = map.getBounds().pad(-0.1).contains(place.point);
    if (!inside || near) {
      map.setView(place.point, Math.max(map.getZoom(), near ? 9 : 7), { animate: false });
    }
    return;
  }
  const corner = map.latLngToLayerPoint(place.bounds.getNorthWest());
  const far = map.latLngToLayerPoint(place.bounds.getSouthEast());
  const large = Math.max(far.x - corner.x, far.y - corner.y) > 60;
  if (!near && large && map.getBounds().contains(place.bounds)) return;
  map.fitBounds(place.bounds, { padding: [50, 50], maxZoom: 11, animate: false });
}
