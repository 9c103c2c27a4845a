// What lies under the pointer: names on hovering, popups on clicking.

const highlightPane = map.createPane("gisplan-highlight");
highlightPane.style.zIndex = 580;
highlightPane.style.pointerEvents = "none";
let highlight = null;
let hovered = null;
let under = [];
let opened = null;
const tooltip = L.tooltip({ className: "hover", direction: "top", offset: [0, -10] });

// All visible places at a point: marks first, then from the top layer down. Outlines come last,
// for their inside belongs to what is drawn within.
function hits(latlng) {
  const point = map.latLngToLayerPoint(latlng);
  const found = [];
  [...layers].reverse().forEach((layer) => {
    if (!state.shown[layer.number]) return;
    placesNear(layer, latlng).forEach((place) => {
      if (layer.yearColumn && !rowsOf(layer, place).length) return;
      if (layer.geometry === "point") {
        const far = map.latLngToLayerPoint(place.point).distanceTo(point);
        const radius = layer.dots && layer.dots.stamped ? STAMP_RADIUS : RADIUS[place.precision];
        if (far <= radius + 4) found.push({ layer, place, far, order: 0 });
      } else if (layer.geometry === "line") {
        if (nearLine(map, place, latlng, 6)) {
          found.push({ layer, place, far: 0, order: 1 });
        }
      } else if (inPolygon(place, latlng)) {
        const order = layer.style.kind === "outline" ? 3 : 2;
        found.push({ layer, place, far: 0, order });
      }
    });
  });
  // Of outlines the smaller unit says more.
  return found.sort((a, b) => a.order - b.order || a.far - b.far
    || (a.order === 3 ? places[b.layer.table].length - places[a.layer.table].length : 0));
}

function showHighlight(hit) {
  if (highlight) highlight.remove();
  highlight = null;
  if (!hit || hit.layer.geometry === "point") return;
  const style = { pane: "gisplan-highlight", interactive: false, color: "#14222c", weight: 2.5,
    fill: false, className: "highlight" };
  highlight = hit.layer.geometry === "line"
    ? L.polyline(hit.place.parts.map(([path]) => path), style)
    : L.polygon(hit.place.parts, style);
  highlight.addTo(map);
}

function hover(latlng) {
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
    tooltip.setContent(make("div", {},
      datum(placeName(hit.layer, hit.place), "strong.datum"), headline(hit)));
  }
  tooltip.setLatLng(hit.place.point || latlng).addTo(map);
}

// Beside the name, the figure that the place is coloured by.
function headline({ layer, place }) {
  const column = ["choropleth", "flows"].includes(layer.style.kind) && layer.legend;
  if (!column || place.rows.length > 1) return null;
  const table = data.tables[layer.table];
  if (!layer.column || !table.columns[layer.column]) return null;
  const value = valueOf(table, layer.column, place.rows[0]);
  return make("span.headline", {}, withUnit(table.columns[layer.column], value));
}

let frame = 0;
map.on("mousemove", (event) => {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => hover(measuring.on ? null : event.latlng));
});
map.getContainer().addEventListener("mouseleave", () => {
  cancelAnimationFrame(frame);
  hover(null);
});
map.on("click", (event) => {
  if (measuring.on) addVertex(event.latlng);
  else identify(event.latlng, false);
});

function rowDetails(layer, row) {
  const table = data.tables[layer.table];
  const list = make("dl.values");
  layer.popup.slice(1).forEach((name) => {
    const column = table.columns[name];
    const value = valueOf(table, name, row);
    // Long or many-lined text gets the whole width, below its title.
    const wide = /\n|^.{17}/.test(withUnit(column, value, layer, name));
    list.append(
      make(wide ? "dt.wide" : "dt", {}, datum(say(column.title)), column.derived ? derivedMark() : null),
      make(wide ? "dd.wide" : "dd", { dir: "auto" }, withUnit(column, value, layer, name)));
  });
  return list;
}

// A heading with the layer's name above it; closed ones open when asked.
function rowSection(layer, row, open, kicker) {
  const heading = layer.popup.length
    ? formatValue(data.tables[layer.table].columns[layer.popup[0]],
      valueOf(data.tables[layer.table], layer.popup[0], row), layer, layer.popup[0])
    : nameOf(layer, row);
  return make("details.feature", { open },
    make("summary", {}, kicker ? datum(say(layer.title), "span.kicker") : null,
      datum(heading, "span.heading")),
    rowDetails(layer, row));
}

function popupContent(found) {
  const content = make("div.identify");
  found.forEach(({ layer, place }, at) => {
    if (at === 1) content.append(make("div.under", {}, say("under")));
    const rows = rowsOf(layer, place);
    const many = rows.length > 1;
    if (many) {
      content.append(make("div.many", {}, datum(say(layer.title), "span.kicker"),
        make("span.count", {}, sayCount("here", rows.length))));
    }
    rows.forEach((row, nth) => {
      content.append(rowSection(layer, row, at === 0 && nth === 0, !many));
    });
    if (layer.geometry === "point") {
      const precision = layer.legend.precisions.find((one) => one.name === place.precision);
      content.append(make("p.precision", {}, say("position") + say(precision.title)));
    }
  });
  return content;
}

function identify(latlng, byKeyboard) {
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
  openPopup(found[0].place.point ? L.latLng(found[0].place.point) : latlng,
    () => {
      const cells = cellsContent(latlng);
      const content = popupContent(found);
      if (cells) content.append(make("div.under", {}, say("under")), cells);
      return content;
    }, byKeyboard);
}

function openPopup(latlng, content, byKeyboard) {
  const box = map.getSize();
  tooltip.remove();
  opened = L.popup({
    maxWidth: Math.min(420, box.x - 60), minWidth: Math.min(280, box.x - 80),
    maxHeight: Math.max(160, Math.min(420, box.y - 130)), autoPanPaddingTopLeft: [16, 62],
    // Clear of the buttons, which lie above everything.
    autoPanPaddingBottomRight: narrow.matches ? [16, 160] : [60, 40],
  }).setLatLng(latlng).setContent(content());
  opened.again = content;
  opened.openOn(map);
  namePopupButton();
  const element = opened.getElement();
  element.tabIndex = -1;
  if (byKeyboard) element.focus();
}

function namePopupButton() {
  const button = opened.getElement().querySelector(".leaflet-popup-close-button");
  if (button) button.setAttribute("aria-label", say("close"));
}

on("language", () => {
  hover(null);
  if (!opened || !opened.isOpen()) return;
  opened.setContent(opened.again());
  namePopupButton();
});
