// The desk for candidate sites, beside the map: what is asked, the candidates, what they change.

Object.assign(words, {
  evaluate: { zh: "选址试算", en: "Try sites" },
  evaluateTitle: { zh: "候选站点试算", en: "Candidate sites" },
  candidate: { zh: "候选点", en: "Candidate" },
  reachOf: { zh: "服务半径（椭球面直线距离）", en: "Reach (straight line on the ellipsoid)" },
  pick: { zh: "在地图上点选", en: "Click on the map" },
  picking: { zh: "点击地图放置候选点；拖动可移动。", en: "Click the map to set a site; drag to move it." },
  notPicking: { zh: "点击地图查看要素。", en: "A click on the map shows what is there." },
  coordinate: { zh: "经度, 纬度（WGS 84）", en: "Longitude, latitude (WGS 84)" },
  coordinateHint: {
    zh: "例：103.8343, 36.0611。高德、百度地图的坐标有几百米偏移，须先换算。",
    en: "Such as 103.8343, 36.0611. Coordinates from Amap or Baidu are off by hundreds of metres; convert them first.",
  },
  coordinateShort: { zh: "坐标", en: "Coordinate" },
  add: { zh: "添加", en: "Add" },
  undo: { zh: "撤销", en: "Undo" },
  redo: { zh: "重做", en: "Redo" },
  clear: { zh: "全部清除", en: "Remove all" },
  save: { zh: "保存 GeoJSON", en: "Save GeoJSON" },
  saveHint: {
    zh: "保存的文件可交给 gisplan sites evaluate 复核。",
    en: "gisplan sites evaluate reads the saved file.",
  },
  name: { zh: "名称", en: "Name" },
  show: { zh: "定位", en: "Show" },
  remove: { zh: "删除", en: "Remove" },
  gained: { zh: "新增", en: "Gained" },
  reached: { zh: "范围内共", en: "Within reach" },
  overlap: { zh: "其中现有设施已覆盖", en: "Served already" },
  only: { zh: "仅此候选点新增", en: "Gained by this one alone" },
  nearest: { zh: "最近现有设施", en: "Nearest existing" },
  lies: { zh: "所在", en: "Lies in" },
  outside: { zh: "不在本图各行政区内", en: "outside the map's units" },
  together: { zh: "全部候选点合计", en: "All candidates together" },
  byRegion: { zh: "各市州覆盖率", en: "Coverage by prefecture" },
  region: { zh: "市州", en: "Prefecture" },
  now: { zh: "现有", en: "Now" },
  then: { zh: "加候选点", en: "With them" },
  existing: { zh: "现有设施：", en: "Existing sites: " },
  notCoordinate: {
    zh: "无法识别。请写成两个数：经度, 纬度，例如 103.8343, 36.0611。",
    en: "Not understood. Write two numbers: longitude, latitude, such as 103.8343, 36.0611.",
  },
  projected: {
    zh: "这像是投影坐标（米）。请换算成 WGS 84 经纬度（度）。",
    en: "These look like projected metres. Convert them to WGS 84 degrees.",
  },
  outOfRange: {
    zh: "超出范围：经度 −180 至 180，纬度 −90 至 90。",
    en: "Out of range: longitude −180 to 180, latitude −90 to 90.",
  },
  tooFar: {
    zh: "该点离本图范围太远，服务不到图内人口，请检查经纬度。",
    en: "Too far from the map's area to serve anyone in it; check the numbers.",
  },
  swapped: {
    zh: "按“纬度, 经度”理解，已调换顺序，请核对。",
    en: "Read as latitude, longitude and put in order; please check.",
  },
});

const desk = make("aside", { id: "evaluate", hidden: true });
const deskButton = make("button", { type: "button", id: "evaluate-toggle",
  "aria-controls": "evaluate", "aria-expanded": "false",
  onclick: () => openEvaluation(!evaluation.open) });
document.getElementById("tools").prepend(deskButton);
document.getElementById("panel").after(desk);

function openEvaluation(open) {
  const [west, south, east, north] = data.bounds;
  const whole = map.getBounds().pad(0.05).contains([[south, west], [north, east]]);
  evaluation.open = open;
  desk.hidden = !open;
  document.body.classList.toggle("evaluate-open", open);
  deskButton.setAttribute("aria-expanded", String(open));
  // On a phone both drawers would lie over each other.
  if (open) openFigures(false);
  if (open && narrow.matches) openPanel(false);
  pickOnMap(open && (Boolean(state.place) || !evaluation.list.length));
  map.invalidateSize({ animate: false });
  // Who saw the whole map sees it still, in the room that is left.
  if (whole) fit();
}
panelToggle.addEventListener("click", () => {
  if (narrow.matches && evaluation.open && document.body.classList.contains("panel-open")) {
    openEvaluation(false);
  }
});

function pickOnMap(on) {
  state.place = on ? (latlng) => {
    if (nearMap(latlng.lng, latlng.lat)) {
      tellEvaluation(null);
      addCandidate(latlng.lng, latlng.lat);
    } else {
      tellEvaluation("tooFar");
    }
  } : null;
  document.body.classList.toggle("picking", on);
  writeEvaluation();
}

function tellEvaluation(what) {
  evaluation.say = what;
  const note = document.getElementById("evaluate-note");
  if (note) note.textContent = what ? say(what) : "";
}

function people(amount) { return withUnit(asked.quantity, amount); }
function percent(part, whole) { return whole > 0 ? `${(part / whole * 100).toFixed(2)} %` : "—"; }
function kilometres(metres) {
  if (!Number.isFinite(metres)) return "—";
  return metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(2)} km`;
}
function siteName(at) {
  const { names } = sites;
  return (state.lang === "zh" ? names.zh[at] || names.en[at] : names.en[at] || names.zh[at])
    || say("untitled");
}
const layerOfTable = (table) => layers.find((layer) => layer.table === table);
function unitName(table, place) { return nameOf(layerOfTable(table), place.rows[0]); }

function submitCandidate(event) {
  event.preventDefault();
  const field = document.getElementById("evaluate-coordinate");
  const name = document.getElementById("evaluate-name");
  const read = readCoordinate(field.value, nearMap);
  tellEvaluation(read.fault || read.note);
  field.setAttribute("aria-invalid", String(Boolean(read.fault)));
  if (read.fault) {
    field.focus();
    return;
  }
  const wanted = name.value.trim();
  field.value = "";
  name.value = "";
  addCandidate(read.lon, read.lat, wanted);
  if (!map.getBounds().contains([read.lat, read.lon])) map.panTo([read.lat, read.lon]);
}

function askBox() {
  return make("form.ask", { onsubmit: submitCandidate, noValidate: true },
    make("div.row", {},
      make("div.field.grow", {},
        make("label", { for: "evaluate-coordinate" }, say("coordinate")),
        make("input", { id: "evaluate-coordinate", type: "text", autocomplete: "off",
          spellcheck: false, "aria-describedby": "evaluate-note evaluate-hint" })),
      make("div.field", {},
        make("label", { for: "evaluate-name" }, say("name")),
        make("input", { id: "evaluate-name", type: "text", autocomplete: "off", maxLength: 80 })),
      make("button.main", { type: "submit" }, say("add"))),
    make("p.note", { id: "evaluate-note", role: "status" }, evaluation.say ? say(evaluation.say) : ""),
    make("p.hint", { id: "evaluate-hint" }, say("coordinateHint")));
}

function reachBox() {
  return make("fieldset.reaches", {}, make("legend", {}, say("reachOf")),
    asked.reaches.map((km, at) => make("label", {},
      make("input", { type: "radio", name: "reach", id: `reach-${at}`, value: String(km),
        checked: km === evaluation.reach,
        onchange: () => { evaluation.reach = km; showCandidates(); } }),
      make("span", {}, `${km} km`))));
}

function toolBox() {
  const button = (id, word, action, disabled) =>
    make("button", { type: "button", id, onclick: action, disabled }, say(word));
  const none = !evaluation.list.length;
  return make("div.tools", {},
    make("button", { type: "button", id: "evaluate-pick", "aria-pressed": String(Boolean(state.place)),
      onclick: () => pickOnMap(!state.place) }, say("pick")),
    button("evaluate-undo", "undo", undoCandidates, !evaluation.past.length),
    button("evaluate-redo", "redo", redoCandidates, !evaluation.future.length),
    button("evaluate-clear", "clear", () => changeCandidates([]), none));
}

// The figures of one candidate; the bar compares its gain with the best one's.
function candidateCard(candidate, at) {
  const figures = evaluation.figures.each[at];
  const best = Math.max(...evaluation.figures.each.map((one) => one.gained), 1);
  const name = candidateName(candidate);
  const fact = (word, ...value) => [make("dt", {}, say(word)), make("dd", {}, ...value)];
  const where = [[asked.regions, figures.region], [asked.counties, figures.county]]
    .filter(([, place]) => place).map(([table, place]) => unitName(table, place));
  const rename = (event) => {
    const wanted = event.target.value.trim();
    if (wanted !== name) alterCandidate(at, { name: wanted ? ownName(wanted, at) : "" });
  };
  const move = (event) => {
    const read = readCoordinate(event.target.value, nearMap);
    tellEvaluation(read.fault || read.note);
    if (read.fault) event.target.value = coordinateText(candidate);
    else alterCandidate(at, { lon: read.lon, lat: read.lat });
  };
  return make("li.candidate", { id: `candidate-${at}` },
    make("div.candidate-head", {},
      make("span.number", { "aria-hidden": "true" }, String(candidate.number)),
      make("input.name", { id: `candidate-name-${at}`, type: "text", value: name, maxLength: 80,
        dir: "auto", "aria-label": say("name"), onchange: rename }),
      make("button", { type: "button", id: `candidate-show-${at}`, title: `${say("show")}: ${name}`,
        "aria-label": `${say("show")}: ${name}`,
        onclick: () => map.setView([candidate.lat, candidate.lon], Math.max(map.getZoom(), 8)) },
        say("show")),
      make("button", { type: "button", id: `candidate-remove-${at}`,
        "aria-label": `${say("remove")}: ${name}`, onclick: () => removeCandidate(at) }, say("remove"))),
    make("div.gain", {}, make("span", {}, say("gained")),
      make("strong", { "data-figure": "gained" }, people(figures.gained)),
      make("span.bar", { "aria-hidden": "true",
        style: { "--share": `${Math.round(100 * figures.gained / best)}%` } })),
    make("dl.values", {},
      fact("reached", make("span", { "data-figure": "reached" }, people(figures.reached))),
      fact("overlap", make("span", { "data-figure": "overlap" }, people(figures.overlap))),
      evaluation.list.length > 1
        ? fact("only", make("span", { "data-figure": "only" }, people(figures.only))) : null,
      figures.nearest
        ? fact("nearest", make("span", { "data-figure": "nearest" }, kilometres(figures.nearest.metres)),
          " · ", datum(siteName(figures.nearest.at))) : null,
      fact("lies", where.length ? datum(where.filter((one, i) => where.indexOf(one) === i).join(" · "))
        : say("outside")),
      make("dt", {}, make("label", { for: `candidate-at-${at}` }, say("coordinateShort"))),
      make("dd", {}, make("input", { id: `candidate-at-${at}`, type: "text", autocomplete: "off",
        value: coordinateText(candidate), onchange: move }))));
}

function coordinateText({ lon, lat }) { return `${lon}, ${lat}`; }

function sumsBox() {
  const { whole, regions } = evaluation.figures;
  const head = (...names) => make("tr", {}, names.map((name) => make("th", { scope: "col" }, say(name))));
  const regionPlaces = places[asked.regions];
  const rowPlace = new Map(regionPlaces.flatMap((place) => place.rows.map((row) => [row, place])));
  const body = regions.map((sums, at) => ({ sums, at })).filter(({ sums }) => sums.total > 0)
    .map(({ sums, at }) => make(sums.after > sums.before ? "tr.changed" : "tr", {},
      make("th", { scope: "row" }, datum(rowPlace.has(at)
        ? unitName(asked.regions, rowPlace.get(at)) : asked.codes[at])),
      make("td", {}, percent(sums.before, sums.total)),
      make("td", {}, percent(sums.after, sums.total)),
      make("td", { "data-region": asked.codes[at] }, sums.after > sums.before
        ? `+${formatNumber(sums.after - sums.before)}` : "0")));
  return make("section.sums", {},
    make("h3", {}, say("together")),
    make("p.total", {}, make("span", {}, say("gained")), " ",
      make("strong", { "data-figure": "together" }, people(whole.after - whole.before)),
      make("span.change", {}, `${percent(whole.before, whole.total)} → ${percent(whole.after, whole.total)}`)),
    make("table", {}, make("caption", {}, say("byRegion")),
      make("thead", {}, head("region", "now", "then", "gained")), make("tbody", {}, body)));
}

function writeEvaluation() {
  deskButton.replaceChildren(say("evaluate"));
  if (!evaluation.figures) recompute();
  const held = document.activeElement && desk.contains(document.activeElement)
    ? document.activeElement.id : null;
  // What is being typed stays.
  const typed = ["evaluate-coordinate", "evaluate-name"].map((id) => {
    const field = document.getElementById(id);
    return [id, field ? field.value : ""];
  });
  const { scrollTop } = desk;
  desk.setAttribute("aria-label", say("evaluateTitle"));
  desk.replaceChildren(
    make("div.desk-head", {}, make("h2", {}, say("evaluateTitle")),
      make("button.close", { type: "button", id: "evaluate-close", "aria-label": say("close"),
        onclick: () => { openEvaluation(false); deskButton.focus(); } }, "×")),
    reachBox(), toolBox(), make("p.hint.mode", {}, say(state.place ? "picking" : "notPicking")), askBox(),
    ...(evaluation.list.length ? [
      make("ol.candidates", {}, evaluation.list.map(candidateCard)),
      sumsBox(),
      make("div.save", {}, make("button.main", { type: "button", id: "evaluate-save",
        onclick: saveCandidates }, say("save")), make("p.hint", {}, say("saveHint"))),
    ] : []),
    make("p.hint", {}, say("existing"), datum(say(asked.existing)),
      state.lang === "zh" ? `（${sites.count}）；` : ` (${sites.count}); `, datum(say(asked.quantity.title)),
      asked.quantity.derived ? derivedMark() : null));
  typed.forEach(([id, value]) => { document.getElementById(id).value = value; });
  desk.scrollTop = scrollTop;
  const again = held && document.getElementById(held);
  if (again && !again.disabled) again.focus();
}

document.addEventListener("keydown", (event) => {
  if (!evaluation.open) return;
  const typing = /^(INPUT|TEXTAREA)$/.test(event.target.tagName || "") && event.target.type !== "radio";
  const key = event.key.toLowerCase();
  if (key === "escape" && state.place) pickOnMap(false);
  else if ((event.ctrlKey || event.metaKey) && !typing && (key === "z" || key === "y")) {
    event.preventDefault();
    if (key === "y" || event.shiftKey) redoCandidates();
    else undoCandidates();
  }
});
on("language", () => { writeEvaluation(); drawCandidates(); });
on("figures", () => { if (evaluation.open) openEvaluation(false); });
// For tests, and for who wants to check a figure by hand.
window.gisplanEvaluate = { evaluation, evaluateCandidates, geodesicLength, destination, placeAt, readCoordinate,
  inside: nearMap };
