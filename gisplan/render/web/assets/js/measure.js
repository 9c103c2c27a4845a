// Lengths and areas on the WGS 84 ellipsoid, along geodesics, as gisplan itself measures.

Object.assign(words, {
  measure: { zh: "量测距离和面积", en: "Measure length and area" },
  measureTitle: { zh: "量测（WGS 84 椭球面）", en: "Measure (WGS 84 ellipsoid)" },
  measureHint: { zh: "在地图上逐点点击；Esc 结束。", en: "Click point by point on the map; Esc ends." },
  length: { zh: "长度", en: "Length" },
  perimeter: { zh: "周长（闭合）", en: "Perimeter (closed)" },
  area: { zh: "面积", en: "Area" },
  addMiddle: { zh: "在图中心加点", en: "Add the map's middle" },
  takeBack: { zh: "撤销一点", en: "Remove last" },
  startOver: { zh: "清除", en: "Clear" },
});
const areaUnits = { m2: { zh: "平方米", en: "m²" }, ha: { zh: "公顷", en: "ha" },
  km2: { zh: "平方千米", en: "km²" } };

const measurePane = map.createPane("gisplan-measure");
measurePane.style.zIndex = 630;
measurePane.style.pointerEvents = "none";
const measureGroup = L.layerGroup().addTo(map);
const measureBox = make("section.measure", { id: "measure", hidden: true });
document.getElementById("years").before(measureBox);

// The bearing of the geodesic from a to b: that of the chord, set right by where it leads.
function bearingTo(lon1, lat1, lon2, lat2, metres) {
  const [a, b] = [earthCentred(lon1, lat1), earthCentred(lon2, lat2)];
  const [x, y, z] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [sinLon, cosLon] = [Math.sin(lon1 * DEGREE), Math.cos(lon1 * DEGREE)];
  const [sinLat, cosLat] = [Math.sin(lat1 * DEGREE), Math.cos(lat1 * DEGREE)];
  const east = -sinLon * x + cosLon * y;
  const north = -sinLat * cosLon * x - sinLat * sinLon * y + cosLat * z;
  let bearing = Math.atan2(east, north) / DEGREE;
  for (let round = 0; round < 4; round++) {
    const [lat, lon] = destination(lon1, lat1, bearing, metres);
    const dx = (lon2 - lon) * Math.cos(lat2 * DEGREE) * DEGREE * EQUATOR;
    const dy = (lat2 - lat) * DEGREE * EQUATOR;
    // The geodesic's own direction at its end, from a little before it.
    const [lat0, lon0] = destination(lon1, lat1, bearing, metres * 0.999);
    const at = Math.atan2((lon - lon0) * Math.cos(lat2 * DEGREE), lat - lat0);
    const across = dx * Math.cos(at) - dy * Math.sin(at);
    const reduced = EQUATOR * Math.sin(Math.min(metres / EQUATOR, Math.PI - 0.1));
    bearing += across / reduced / DEGREE;
  }
  return bearing;
}

// Points of the geodesic between two points [lat, lon], the first one left out.
function geodesicPoints([lat1, lon1], [lat2, lon2], least, most) {
  const metres = geodesicLength(lon1, lat1, lon2, lat2);
  const count = Math.max(least, Math.min(most, Math.ceil(metres / 2000)));
  if (count === 1 || !metres || !Number.isFinite(metres)) return [[lat2, lon2]];
  const bearing = bearingTo(lon1, lat1, lon2, lat2, metres);
  const points = Array.from({ length: count - 1 }, (_, at) =>
    destination(lon1, lat1, bearing, metres * (at + 1) / count));
  return [...points, [lat2, lon2]];
}

// The ellipsoid's area below a line of latitude goes as this: J. P. Snyder, Map Projections, 1987,
// equation 3-12.
function authalic(lat) {
  const e = Math.sqrt(FLATTENING * (2 - FLATTENING));
  const sin = Math.sin(lat * DEGREE);
  return (1 - e * e) * (sin / (1 - e * e * sin * sin) + Math.atanh(e * sin) / e);
}

// Square metres of a ring of points [lat, lon] with geodesics for sides.
function geodesicArea(ring) {
  let sum = 0;
  // From the first point on, so that a small area is not the difference of large ones.
  const base = authalic(ring[0][0]);
  ring.forEach((point, at) => {
    let [lat, lon] = point;
    geodesicPoints(point, ring[(at + 1) % ring.length], 100, 500).forEach(([toLat, toLon]) => {
      sum += (toLon - lon) * DEGREE * (authalic(lat) - base + authalic(toLat) - base) / 2;
      [lat, lon] = [toLat, toLon];
    });
  });
  return Math.abs(sum) * EQUATOR * EQUATOR / 2;
}

function pathLength(points) {
  return points.slice(1).reduce((sum, [lat, lon], at) =>
    sum + geodesicLength(points[at][1], points[at][0], lon, lat), 0);
}

function lengthText(metres) {
  if (!Number.isFinite(metres)) return "—";
  if (metres < 1000) return `${metres.toFixed(1)} m`;
  return `${formatNumber(Number((metres / 1000).toFixed(metres < 100000 ? 3 : 2)))} km`;
}
function areaText(square) {
  const [unit, size] = square < 1e4 ? ["m2", 1] : square < 1e6 ? ["ha", 1e4] : ["km2", 1e6];
  return `${formatNumber(Number((square / size).toFixed(2)))} ${say(areaUnits[unit])}`;
}

function addVertex(latlng) {
  measuring.points.push([latlng.lat, latlng.lng]);
  showMeasure();
}

function showMeasure() {
  measureGroup.clearLayers();
  const { points } = measuring;
  const style = { pane: "gisplan-measure", interactive: false, color: "#7c2d12", weight: 2.5, smoothFactor: 0 };
  const line = points.flatMap((point, at) => (at ? geodesicPoints(points[at - 1], point, 1, 60) : [point]));
  if (points.length > 2) {
    L.polygon([...line, ...geodesicPoints(points[points.length - 1], points[0], 1, 60)],
      { ...style, stroke: false, fillColor: "#7c2d12", fillOpacity: 0.12 }).addTo(measureGroup);
    L.polyline([points[points.length - 1], ...geodesicPoints(points[points.length - 1], points[0], 1, 60)],
      { ...style, weight: 1.5, dashArray: "4 4" }).addTo(measureGroup);
  }
  if (line.length > 1) L.polyline(line, { ...style, className: "measured" }).addTo(measureGroup);
  points.forEach((point) => L.circleMarker(point, { ...style, radius: 4, fillColor: "#ffffff",
    fillOpacity: 1, weight: 2 }).addTo(measureGroup));
  writeMeasure();
}

function writeMeasure() {
  if (!measuring.on) return;
  const { points } = measuring;
  const held = measureBox.contains(document.activeElement) ? document.activeElement.id : null;
  const closed = [...points, points[0]];
  const button = (id, name, action, off) => make("button", { type: "button", id: `measure-${id}`,
    onclick: action, disabled: off }, say(name));
  measureBox.setAttribute("aria-label", say("measureTitle"));
  measureBox.replaceChildren(
    make("div.measure-head", {}, make("strong", {}, say("measureTitle")),
      make("button.close", { type: "button", id: "measure-close", "aria-label": say("close"),
        onclick: () => measure(false) }, "×")),
    points.length < 2 ? make("p.hint", {}, say("measureHint")) : null || "",
    make("dl.values", { "aria-live": "polite" },
      make("dt", {}, say("length")), make("dd", { id: "measured-length" }, lengthText(pathLength(points))),
      points.length > 2 ? [make("dt", {}, say("perimeter")), make("dd", {}, lengthText(pathLength(closed))),
        make("dt", {}, say("area")), make("dd", { id: "measured-area" }, areaText(geodesicArea(points)))] : []),
    make("div.row", {},
      button("middle", "addMiddle", () => addVertex(map.getCenter())),
      button("back", "takeBack", () => { measuring.points.pop(); showMeasure(); }, !points.length),
      button("clear", "startOver", () => { measuring.points = []; showMeasure(); }, !points.length)));
  const again = held && document.getElementById(held);
  if (again && !again.disabled) again.focus();
}

function measure(on) {
  measuring.on = on;
  measuring.points = [];
  document.body.classList.toggle("measuring", on);
  measureBox.hidden = !on;
  map.doubleClickZoom[on ? "disable" : "enable"]();
  if (on) map.closePopup();
  hover(null);
  showMeasure();
  const toggle = document.getElementById("tool-measure");
  if (toggle) {
    toggle.setAttribute("aria-pressed", String(on));
    if (!on) toggle.focus();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && measuring.on) measure(false);
});
on("language", writeMeasure);
