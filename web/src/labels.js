// Names on the map, the most important first: prefectures at every zoom, with a leader line where
// there is no room; counties, rivers and lakes nearer by. None covers a mark or another name, is
// cut at the edge or lies under a control.

import { context, contextShown } from "./context.js";
import { numberBoxes } from "./counts.js";
import { make, svgElement } from "./elements.js";
import { shortName } from "./label_names.js";
import { seats, towns } from "./label_seats.js";
import { waterSpot } from "./label_waters.js";
import { L } from "./leaflet.js";
import { layers, MOST_ELEMENTS, makePane, map } from "./map.js";
import { RADIUS } from "./marks.js";
import { isFiltered, nameOf, rowsOf } from "./rows.js";
import { on, state } from "./state.js";

const labelPane = makePane("gisplan-labels", 590);
labelPane.classList.add("leaflet-zoom-hide");
const leaders = svgElement("svg", { class: "leaders", width: 1, height: 1, "aria-hidden": "true" });
let labels = [];

// Zoom from which names are written that a printed map has at such a scale.
const FROM = { leader: 4.4, seat: 7.5, water: 7, town: 9 };
// Where a name may stand around its place: beside it first, then farther off with a line to it.
const NEAR = [
  [0, 0],
  [0, 18],
  [0, -18],
];
const FAR = [26, 40, 56, 74, 94, 118, 144].flatMap((far) =>
  Array.from({ length: 16 }, (_, at) => {
    const turn = (Math.PI * at) / 8;
    return [1.25 * far * Math.cos(turn), far * Math.sin(turn)];
  }),
);

// The fewer the units of a layer, the higher their rank and the larger their names.
function rank(layer) {
  const count = layer.places.length;
  return count <= 1 ? 1 : count <= 30 ? 2 : 3;
}

function unitLabels() {
  return layers
    .filter((layer) => layer.label && layer.geometry === "polygon")
    .flatMap((layer) =>
      layer.places.map((place) => ({
        layer,
        place,
        rank: rank(layer),
        name: nameOf(layer, place.rows[0]),
        size: size(place),
      })),
    );
}

function said(both) {
  return state.lang === "zh" ? both[0] : both[1] || both[0];
}

function contextLabels() {
  return context
    .filter((one) => one.names)
    .flatMap((one) =>
      one.names.flatMap((both, at) =>
        both
          ? [
              {
                context: one,
                rank: one.kinds ? "around" : "water",
                name: said(both),
                anchor: one.anchors[at] ?? null,
                paths: one.geometry === "line" ? one.paths[at].map(([path]) => path) : null,
              },
            ]
          : [],
      ),
    );
}

function seatLabels() {
  return seats.map(({ names, at }) => ({ rank: "seat", name: said(names), anchor: at }));
}

// The largest town first.
function townLabels() {
  return towns.map(({ names, at }, row) => ({
    rank: "town",
    name: said(names),
    anchor: at,
    size: -row,
  }));
}

const ORDER = [2, 1, 3, "seat", "water", "town", "around"];

function makeLabels() {
  for (const label of labels) label.element.remove();
  labels = [...unitLabels(), ...seatLabels(), ...townLabels(), ...contextLabels()].map((label) => ({
    ...label,
    element: make(
      `span.label.rank-${label.rank}`,
      { "aria-hidden": "true", dir: "auto" },
      shortName(label.name, state.lang),
    ),
  }));
  labels.sort(
    (a, b) => ORDER.indexOf(a.rank) - ORDER.indexOf(b.rank) || (b.size ?? 0) - (a.size ?? 0),
  );
  labelPane.append(leaders, ...labels.map((label) => label.element));
  labels.forEach((label) => {
    label.element.hidden = false;
    label.width = label.element.offsetWidth;
    label.height = label.element.offsetHeight;
  });
  placeLabels();
}

function size(place) {
  const { room } = place;
  return (room.getEast() - room.getWest()) * (room.getNorth() - room.getSouth());
}

// The boxes, in pixels of the pane, of what lies over the map: controls, search, slider.
function controlBoxes() {
  const holder = map.getContainer().getBoundingClientRect();
  const over = document.querySelectorAll(
    ".leaflet-control-container .leaflet-control, #search, #years, #measure, .over-map",
  );
  return [...over]
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.width && box.height)
    .map((box) => {
      const corner = map.containerPointToLayerPoint([box.left - holder.left, box.top - holder.top]);
      return [corner.x - 2, corner.y - 2, corner.x + box.width + 2, corner.y + box.height + 2];
    });
}

function markBoxes() {
  const boxes = [...numberBoxes];
  layers.forEach((layer) => {
    // Very many marks are everywhere: then names stand upon them.
    const few = layer.places.length <= MOST_ELEMENTS;
    if (layer.geometry !== "point" || !state.shown[layer.number] || !few) return;
    layer.places.forEach((place) => {
      if (isFiltered(layer) && !rowsOf(layer, place).length) return;
      const point = map.latLngToLayerPoint(place.point);
      const radius = RADIUS[place.precision] + 2;
      boxes.push([point.x - radius, point.y - radius, point.x + radius, point.y + radius]);
    });
  });
  return boxes;
}

function meets(one, other) {
  return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}

function boxAt(label, at, [dx, dy]) {
  const { width, height } = label;
  const [x, y] = [at.x + dx, at.y + dy];
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

// Whether the layer of a name is on the map at this zoom, and where the name may stand.
function spots(label) {
  const zoom = map.getZoom();
  if (label.layer) {
    if (!state.shown[label.layer.number]) return null;
    const { place, width, height } = label;
    const corner = map.latLngToLayerPoint(place.room.getNorthWest());
    const far = map.latLngToLayerPoint(place.room.getSouthEast());
    const fits = far.x - corner.x > 0.8 * width && far.y - corner.y > height;
    const at = map.latLngToLayerPoint(place.anchor);
    if (!map.getBounds().contains(place.anchor)) return null;
    // Far out leader lines would be all that is seen.
    if (label.rank === 2) return { at, near: fits ? NEAR : [], far: zoom < FROM.leader ? [] : FAR };
    return fits ? { at, near: NEAR, far: [] } : null;
  }
  if (label.rank === "seat" || label.rank === "town") {
    if (zoom < FROM[label.rank]) return null;
    if (label.rank === "town" && !map.getBounds().contains(label.anchor)) return null;
    const [dx, dy] = [label.width / 2 + 6, label.height / 2 + 4];
    const at = map.latLngToLayerPoint(label.anchor);
    return {
      at,
      near: [
        [dx, 0],
        [-dx, 0],
        [0, -dy],
        [0, dy],
      ],
      far: [],
    };
  }
  if (!contextShown(label.context)) return null;
  if (label.rank === "water" && zoom < FROM.water) return null;
  const place = label.paths ? waterSpot(label.paths, map.getBounds()) : label.anchor;
  if (!place) return null;
  return { at: map.latLngToLayerPoint(place), near: NEAR, far: [] };
}

// Place each name, the higher ranks first.
export function placeLabels() {
  const view = map.getSize();
  const corner = map.containerPointToLayerPoint([0, 0]);
  const edge = [corner.x + 3, corner.y + 3, corner.x + view.x - 3, corner.y + view.y - 3];
  const inside = (box) =>
    box[0] >= edge[0] && box[1] >= edge[1] && box[2] <= edge[2] && box[3] <= edge[3];
  const controls = controlBoxes();
  const marks = markBoxes();
  const taken = [];
  const seen = new Set();
  const lines = [];
  const free = (box, others) => inside(box) && !others.some((other) => meets(box, other));
  labels.forEach((label) => {
    const { element } = label;
    // Two layers may name the same unit; once is enough.
    const key = element.textContent;
    const where = seen.has(key) ? null : spots(label);
    let box = null;
    let led = false;
    if (where) {
      const all = [...taken, ...marks, ...controls];
      box = where.near.map((by) => boxAt(label, where.at, by)).find((one) => free(one, all));
      if (!box) {
        box = where.far.map((by) => boxAt(label, where.at, by)).find((one) => free(one, all));
        led = Boolean(box);
      }
    }
    element.hidden = !box;
    if (!box) return;
    seen.add(key);
    taken.push(box);
    if (led) lines.push(leader(where.at, box));
    L.DomUtil.setPosition(element, L.point(Math.round(box[0]), Math.round(box[1])));
  });
  leaders.replaceChildren(...lines);
}

function leader({ x, y }, box) {
  const to = [Math.min(Math.max(x, box[0]), box[2]), Math.min(Math.max(y, box[1]), box[3])];
  return svgElement("path", { d: `M${x} ${y}L${to[0]} ${to[1]}` });
}

export function startLabels() {
  on("language", makeLabels);
  for (const event of ["layers", "context", "filter"]) on(event, placeLabels);
  map.on("moveend viewreset resize", placeLabels);
}
