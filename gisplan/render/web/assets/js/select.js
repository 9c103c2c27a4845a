// The one place that is chosen: on the map, in the table and by search alike.

const chosenGroup = L.layerGroup().addTo(map);

function choose(hit) {
  state.chosen = hit;
  chosenGroup.clearLayers();
  if (hit && hit.place) {
    const style = { pane: "gisplan-highlight", interactive: false, fill: false, className: "chosen",
      color: "#0b5f73", weight: 4, opacity: 0.95 };
    const { layer, place } = hit;
    if (layer.geometry === "point") {
      L.circleMarker(place.point, { ...style, radius: RADIUS[place.precision] + 6, weight: 3 })
        .addTo(chosenGroup);
    } else if (layer.geometry === "line") {
      L.polyline(place.parts.map(([path]) => path), style).addTo(chosenGroup);
    } else {
      L.polygon(place.parts, style).addTo(chosenGroup);
    }
  }
  tell("chosen");
}

// Rows know their place; those without a position have none.
const placeOfRow = new Map();
function rowPlace(table, row) {
  // Mostly each row has a place of its own, in the same order.
  if (typeof data.tables[table].rows === "number") return places[table][row] || null;
  if (!placeOfRow.has(table)) {
    placeOfRow.set(table,
      new Map(places[table].flatMap((place) => place.rows.map((one) => [one, place]))));
  }
  return placeOfRow.get(table).get(row) || null;
}

// Bring a place into view: it is left where it is if it can be seen well there.
function goTo(place, near) {
  if (place.point) {
    const inside = map.getBounds().pad(-0.1).contains(place.point);
    if (!inside || near) map.setView(place.point, Math.max(map.getZoom(), near ? 9 : 7), { animate: false });
    return;
  }
  const corner = map.latLngToLayerPoint(place.bounds.getNorthWest());
  const far = map.latLngToLayerPoint(place.bounds.getSouthEast());
  const large = Math.max(far.x - corner.x, far.y - corner.y) > 60;
  if (!near && large && map.getBounds().contains(place.bounds)) return;
  map.fitBounds(place.bounds, { padding: [50, 50], maxZoom: 11, animate: false });
}

// Choose a row from outside the map; without a position it is shown in a dialog instead.
function openRow(layer, row, near, byKeyboard) {
  const place = rowPlace(layer.table, row);
  if (!place) {
    choose({ layer, place: null, row });
    showDialog(() => [make("h2", { id: "about-title" }, datum(nameOf(layer, row))),
      make("p.lead", {}, say("nowhere")), rowSection(layer, row, true, true)]);
    return;
  }
  if (layer.geometry !== "polygon" && !state.shown[layer.number]) setShown(layer, true);
  goTo(place, near);
  choose({ layer, place, row });
  openPopup(L.latLng(place.point || place.anchor || place.bounds.getCenter()),
    () => popupContent([{ layer, place }]), byKeyboard);
  announce(nameOf(layer, row));
}
