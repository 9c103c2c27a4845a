// Draws the layers into the feature groups that the page's map was made with.

const map = map_gisplan;
const MISSING = -1;
const SEVERAL = -2;
const NO_DATA = "#d5d9dd";
const OTHER = "#8a8f98";
// Above this number marks are drawn on one canvas, not as elements.
const MOST_ELEMENTS = 600;
const RADIUS = { surveyed: 6, digitised: 6, address: 6, site: 6.5, town: 8, county: 9.5, prefecture: 12 };
const EXACT = new Set(["surveyed", "digitised", "address", "site"]);

const layers = data.layers.map((layer, number) => ({
  ...layer,
  number,
  group: window[`feature_group_${number}`],
  pane: `gisplan-layer-${number}`,
  geometry: data.tables[layer.table].geometry,
}));
const places = Object.fromEntries(
  Object.entries(data.tables).map(([name, table]) => [name, makePlaces(table)]));

// Without tiles the land is white, so that translucent fills look as their legend does: the
// inside of the largest outlines or, if there are none, the lowest polygons.
function drawLand() {
  const polygons = layers.filter((layer) => layer.geometry === "polygon");
  const outlines = polygons.filter((layer) => layer.style.kind === "outline")
    .sort((a, b) => places[a.table].length - places[b.table].length);
  const land = outlines[0] || polygons[0];
  if (!land || data.basemap) return;
  map.createPane("gisplan-land").style.zIndex = 390;
  places[land.table].forEach((place) => L.polygon(place.parts, {
    pane: "gisplan-land", interactive: false, smoothFactor: 0.4, stroke: false,
    fillColor: "#ffffff", fillOpacity: 1, className: "land",
  }).addTo(map));
}

function colorOf(layer, place) {
  if (!layer.of) return layer.style.color;
  const number = classOf(layer, place);
  if (number === MISSING) return NO_DATA;
  return number === SEVERAL ? OTHER : layer.legend.classes[number].color;
}

function drawLayer(layer) {
  const pane = map.createPane(layer.pane);
  pane.style.zIndex = 400 + layer.number;
  layer.marks = [];
  if (layer.geometry === "point") {
    const name = () => layer.marks.forEach(({ marker, place }) => {
      const element = marker.getElement();
      if (element) element.setAttribute("aria-label", placeName(layer, place));
    });
    layer.nameMarks = name;
    on("language", name);
    layer.group.on("add", name);
    drawMarks(layer);
  } else if (layer.geometry === "raster") {
    drawCells(layer);
  } else {
    drawShapes(layer);
  }
}

function redrawLayer(layer) {
  layer.group.clearLayers();
  layer.marks = [];
  if (layer.geometry === "point") drawMarks(layer);
  else drawShapes(layer);
}

function drawShapes(layer) {
  if (layer.style.kind === "flows") new FlowLayer(layer).addTo(layer.group);
  else places[layer.table].forEach((place) => drawShape(layer, place));
}

function drawShape(layer, place) {
  const { style } = layer;
  if (!rowsOf(layer, place).length) return;
  const filled = style.kind !== "outline";
  const options = {
    pane: layer.pane,
    interactive: false,
    smoothFactor: 0.4,
    className: `shape layer-${layer.number}`,
    color: style.color,
    weight: style.weight,
    dashArray: style.dash || null,
    lineJoin: "round",
    fill: filled && layer.geometry === "polygon",
    fillColor: colorOf(layer, place),
    fillOpacity: style.opacity,
  };
  if (layer.geometry === "line") {
    if (filled) options.color = colorOf(layer, place);
    L.polyline(place.parts.map(([path]) => path), options).addTo(layer.group);
    return;
  }
  L.polygon(place.parts, options).addTo(layer.group);
}

// The mark of a point, as an element for the map and for the legend.
function markElement(layer, precision, color, count) {
  const radius = RADIUS[precision] + (count > 1 && EXACT.has(precision) ? 3.5 : 0);
  return make(`span.mark.${EXACT.has(precision) ? "exact" : "rough"}.precision-${precision}`, {
    style: {
      "--color": color,
      "--size": `${2 * radius}px`,
      "--ink": dark(color) ? "#ffffff" : "#1d2b36",
    },
  }, count > 1 ? String(count) : "");
}

function dark(color) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 150;
}

function drawMarks(layer) {
  if (places[layer.table].length > MOST_ELEMENTS) {
    layer.dots = new DotLayer(layer).addTo(layer.group);
    return;
  }
  places[layer.table].filter((place) => rowsOf(layer, place).length).forEach((place) => {
    const element = markElement(layer, place.precision, colorOf(layer, place),
      rowsOf(layer, place).length);
    const size = parseFloat(element.style.getPropertyValue("--size"));
    const marker = L.marker(place.point, {
      pane: layer.pane,
      keyboard: true,
      icon: L.divIcon({ html: element, className: "mark-icon", iconSize: [size, size] }),
      // The more exact, and so the smaller, lies above.
      zIndexOffset: -1000 * Math.round(RADIUS[place.precision]),
    });
    layer.marks.push({ marker, place });
    marker.on("mouseover", () => hover(marker.getLatLng()));
    marker.on("click", (event) => identify(event.latlng, false));
    marker.on("keypress", (event) => {
      if (event.originalEvent.key === "Enter") identify(marker.getLatLng(), true);
    });
    marker.addTo(layer.group);
  });
  layer.nameMarks();
}

function placeName(layer, place) {
  const rows = rowsOf(layer, place);
  const name = nameOf(layer, rows[0]);
  return rows.length > 1 ? name + sayCount("others", rows.length) : name;
}

function setShown(layer, shown) {
  state.shown[layer.number] = shown;
  if (shown) layer.group.addTo(map);
  else layer.group.remove();
  tell("layers");
}
