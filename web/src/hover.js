// What the pointer is over: its outline, its name, and the figure that it is coloured by.

import { datum, make } from "./elements.js";
import { withUnit } from "./format.js";
import { hits } from "./hits.js";
import { L } from "./leaflet.js";
import { makePane, map } from "./map.js";
import { placeName, rowPlace, valueAt } from "./rows.js";
import { on, state, tell } from "./state.js";

makePane("gisplan-highlight", 580);

let highlight = null;

let hovered = null;

// What lies under the pointer, or what the table or the chart points at.
export let under = [];

const tooltip = L.tooltip({ className: "hover", direction: "top", offset: [0, -10] });

function showHighlight(hit) {
  if (highlight) highlight.remove();
  highlight = null;
  if (!hit || hit.layer.geometry === "point") return;
  const style = {
    pane: "gisplan-highlight",
    interactive: false,
    color: "#14222c",
    weight: 2.5,
    fill: false,
    className: "highlight",
  };
  highlight =
    hit.layer.geometry === "line"
      ? L.polyline(
          hit.place.parts.map(([path]) => path),
          style,
        )
      : L.polygon(hit.place.parts, style);
  highlight.addTo(map);
}

export function hover(latlng) {
  under = latlng ? hits(latlng) : [];
  const hit = under[0] || null;
  map.getContainer().classList.toggle("over-feature", Boolean(hit));
  const same = hit && hovered && hit.place === hovered.place && hit.layer === hovered.layer;
  if (!same) showHighlight(hit);
  hovered = hit;
  tell("hover");
  if (!hit) {
    tooltip.remove();
    return;
  }
  if (!same) {
    tooltip.setContent(
      make("div", {}, datum(placeName(hit.layer, hit.place), "strong.datum"), headline(hit)),
    );
  }
  tooltip.setLatLng(hit.place.point || latlng).addTo(map);
}

// Beside the name, the figure that the place is coloured by.
function headline({ layer, place }) {
  const column = ["choropleth", "flows"].includes(layer.style.kind) && layer.legend;
  if (!column || place.rows.length > 1) return null;
  const table = layer.data;
  if (!layer.column || !table.columns[layer.column]) return null;
  const value = valueAt(table, layer.column, place.rows[0]);
  return make("span.headline", {}, withUnit(table.columns[layer.column], value));
}

// Point at a row from outside the map; at nothing if it is null or has no place.
export function hoverRow(layer, row) {
  const place = row === null ? null : rowPlace(layer, row);
  showHighlight(place ? { layer, place } : null);
  under = place ? [{ layer, place }] : [];
  hovered = null;
  tell("hover");
}

export function closeTooltip() {
  tooltip.remove();
}

export function startHover() {
  let frame = 0;
  map.on("mousemove", (event) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => hover(state.measuring ? null : event.latlng));
  });
  map.getContainer().addEventListener("mouseleave", () => {
    cancelAnimationFrame(frame);
    hover(null);
  });
  on("language", () => hover(null));
}
