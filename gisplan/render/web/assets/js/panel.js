// The panel: layers in groups, each with its legend below while it is shown.

const panel = document.getElementById("panel");
const panelToggle = document.getElementById("panel-toggle");

function swatch(color, opacity, border) {
  return make("span.swatch", { style: { "--color": color, "--opacity": opacity, "--border": border } });
}

function lineSample(style) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "sample");
  svg.setAttribute("viewBox", "0 0 24 12");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const to = { d: "M1 6H23", stroke: style.color, "stroke-width": Math.max(1, style.weight),
    "stroke-dasharray": style.dash || "none" };
  Object.entries(to).forEach(([name, value]) => line.setAttribute(name, value));
  svg.append(line);
  return svg;
}

function legendRow(sample, label, count) {
  return make("li", {}, sample, make("span.what", { dir: "auto" }, label),
    count === null ? null : make("span.count", {}, sayCount("rows", count)));
}

function legendOf(layer) {
  const { legend, style, geometry } = layer;
  const box = make("div.legend", { id: `legend-${layer.number}` });
  const counts = countsOf(layer);
  if (legend.title) {
    box.append(make("p.legend-title", {}, datum(say(legend.title)),
      legend.unit ? datum(`（${say(legend.unit)}）`.replace(/[（）]/g, (mark) =>
        (state.lang === "zh" ? mark : mark === "（" ? " (" : ")"))) : null,
      legend.derived ? derivedMark() : null));
  }
  const list = make("ul");
  const precision = geometry === "point" && legend.precisions[0] ? legend.precisions[0].name : null;
  const sample = (color) => {
    if (geometry === "point") return markElement(layer, EXACT.has(precision) ? precision : "site", color, 1);
    if (geometry === "line") return lineSample({ ...style, color });
    return swatch(color, style.opacity, style.color);
  };
  (legend.classes || []).forEach((one, at) => {
    const row = legendRow(sample(one.color), one.words ? say(one.words) : rangeText(one.low, one.high),
      geometry === "raster" ? null : counts.classes[at]);
    if (geometry === "raster") row.append(make("span.count", {}, sayCount("cells", one.count)));
    list.append(row);
  });
  (legend.widths || []).forEach((one) => {
    list.append(legendRow(lineSample({ ...style, weight: one.width }), formatNumber(one.value), null));
  });
  if (counts.several) list.append(legendRow(sample(OTHER), say("several"), counts.several));
  if (counts.missing) {
    const grey = style.kind === "flows" ? lineSample({ color: OTHER, weight: 1, dash: "3 3" }) : sample(NO_DATA);
    const row = legendRow(grey, say(legend.missingWords || "missing"), counts.missing);
    row.classList.add("missing");
    list.append(row);
  }
  if (geometry === "point") {
    const color = legend.classes ? "#5b6b78" : style.color;
    counts.precisions.forEach((one) => {
      const row = legendRow(markElement(layer, one.name, color, 1), say(one.title), one.count);
      row.classList.add("of-precision");
      list.append(row);
    });
  }
  if (list.children.length) box.append(list);
  const unplaced = unplacedRows(layer);
  if (unplaced.length) {
    box.append(make("button.unplaced", { type: "button", onclick: () => listUnplaced(layer) },
      sayCount("unplaced", unplaced.length)));
  }
  return box;
}

function unplacedRows(layer) {
  return data.tables[layer.table].unplaced.filter((row) => inYear(layer, row));
}

function listUnplaced(layer) {
  const unplaced = unplacedRows(layer);
  showDialog(() => [
    make("h2", { id: "about-title" }, datum(say(layer.title))),
    make("p.lead", {}, sayCount("unplacedTitle", unplaced.length)),
    unplaced.map((row, at) => rowSection(layer, row, at === 0 && unplaced.length < 4, false)),
  ]);
}

function layerRow(layer) {
  const id = `layer-${layer.number}`;
  const box = make("div.layer", {},
    make("div.layer-head", {},
      make("input", {
        type: "checkbox", id, checked: state.shown[layer.number],
        onchange: (event) => setShown(layer, event.target.checked),
      }),
      make("label", { for: id, dir: "auto" }, say(layer.title)),
      layer.style.kind === "outline" ? lineSample(layer.style) : null));
  const legend = legendOf(layer);
  if (legend.children.length) {
    legend.hidden = !state.shown[layer.number];
    box.append(legend);
  }
  return box;
}

function opacityBox(group, at) {
  return make("label.opacity", { title: say("opacity") },
    make("span", { "aria-hidden": "true" }, say("opacityShort")),
    make("span.unseen", { dir: "auto" }, `${say("opacity")} `, say(group.title)),
    make("input", { type: "range", id: `opacity-${at}`, min: 0, max: 100, step: 5,
      value: Math.round(100 * state.opacity[at]),
      oninput: (event) => setOpacity(at, event.target.valueAsNumber / 100) }));
}

function setOpacity(at, opacity) {
  state.opacity[at] = opacity;
  data.groups[at].layers.forEach((number) => {
    map.getPane(layers[number].pane).style.opacity = opacity;
  });
  const box = document.getElementById(`opacity-${at}`);
  if (box) {
    box.value = Math.round(100 * opacity);
    box.closest("fieldset").style.setProperty("--group", opacity);
  }
  tell("view");
}

function makePanel() {
  const held = document.activeElement && document.activeElement.id;
  panel.setAttribute("aria-label", say("layers"));
  // The top layer first, as it lies on the map.
  panel.replaceChildren(...data.groups.map((one, at) =>
    make("fieldset", { style: { "--group": state.opacity[at] } },
      make("legend", { dir: "auto" }, say(one.title)), opacityBox(one, at),
      [...one.layers].reverse().map((number) => layerRow(layers[number])))).reverse());
  panelToggle.replaceChildren(...toolText("layers"));
  if (held && panel.querySelector(`#${CSS.escape(held)}`)) document.getElementById(held).focus();
}

function openPanel(open) {
  document.body.classList.toggle("panel-open", open);
  panelToggle.setAttribute("aria-expanded", String(open));
  if (open && narrow.matches) openFigures(false);
  map.invalidateSize({ animate: false });
}

panelToggle.addEventListener("click", () =>
  openPanel(!document.body.classList.contains("panel-open")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && narrow.matches) openPanel(false);
});
on("language", makePanel);
on("layers", () => layers.forEach((layer) => {
  const legend = document.getElementById(`legend-${layer.number}`);
  if (legend) legend.hidden = !state.shown[layer.number];
  const box = document.getElementById(`layer-${layer.number}`);
  if (box) box.checked = state.shown[layer.number];
}));
