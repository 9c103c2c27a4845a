// The panel: layers in groups, each with its legend below while it is shown.

import { currentMap } from "./atlas.js";
import { contextBox } from "./context_panel.js";
import { data } from "./data.js";
import { make, toolText } from "./elements.js";
import { legendOf, lineSample } from "./legend.js";
import { isTheme, layers, map, setOpacity, setShown } from "./map.js";
import { on, state, tell } from "./state.js";
import { narrow } from "./view.js";
import { say } from "./words.js";

const panel = document.getElementById("panel");
const panelToggle = document.getElementById("panel-toggle");

function layerBox(layer, id) {
  return make("input", {
    type: "checkbox",
    id,
    checked: state.shown[layer.number],
    onchange: (event) => setShown(layer, event.target.checked),
  });
}

// One fill at a time: a choice of one, which a click on the chosen one takes back.
function themeBox(layer, id) {
  return make("input", {
    type: "radio",
    name: "theme",
    id,
    checked: state.shown[layer.number],
    title: say("oneTheme"),
    onclick: () => setShown(layer, !state.shown[layer.number]),
  });
}

function layerRow(layer) {
  const id = `layer-${layer.number}`;
  const box = make(
    "div.layer",
    {},
    make(
      "div.layer-head",
      {},
      isTheme(layer) ? themeBox(layer, id) : layerBox(layer, id),
      make("label", { for: id, dir: "auto" }, say(layer.title)),
      layer.style.kind === "outline" ? lineSample(layer.style) : null,
    ),
  );
  const legend = legendOf(layer);
  if (legend.children.length) {
    legend.hidden = !state.shown[layer.number];
    box.append(legend);
  }
  return box;
}

function opacityBox(group, at) {
  return make(
    "label.opacity",
    { title: say("opacity") },
    make("span", { "aria-hidden": "true" }, say("opacityShort")),
    make("span.unseen", { dir: "auto" }, `${say("opacity")} `, say(group.title)),
    make("input", {
      type: "range",
      id: `opacity-${at}`,
      min: 0,
      max: 100,
      step: 5,
      value: Math.round(100 * state.opacity[at]),
      oninput: (event) => setOpacity(at, event.target.valueAsNumber / 100),
    }),
  );
}

function makePanel() {
  const held = document.activeElement?.id;
  panel.setAttribute("aria-label", say("layers"));
  // The top layer first, as it lies on the map.
  panel.replaceChildren(
    ...currentMap()
      .groups.map((at) => [data.groups[at], at])
      .map(([one, at]) =>
        make(
          "fieldset",
          { style: { "--group": state.opacity[at] } },
          make("legend", { dir: "auto" }, say(one.title)),
          opacityBox(one, at),
          [...one.layers].reverse().map((number) => layerRow(layers[number])),
        ),
      )
      .reverse(),
    contextBox() ?? "",
  );
  panelToggle.replaceChildren(...toolText("layers"));
  if (held && panel.querySelector(`#${CSS.escape(held)}`)) document.getElementById(held).focus();
}

export function openPanel(open) {
  document.body.classList.toggle("panel-open", open);
  panelToggle.setAttribute("aria-expanded", String(open));
  if (open) tell("opened", "panel");
  map.invalidateSize({ animate: false });
}

function markShown() {
  for (const layer of layers) {
    const legend = document.getElementById(`legend-${layer.number}`);
    if (legend) legend.hidden = !state.shown[layer.number];
    const box = document.getElementById(`layer-${layer.number}`);
    if (box) box.checked = state.shown[layer.number];
  }
}

function markOpacity() {
  state.opacity.forEach((opacity, at) => {
    const box = document.getElementById(`opacity-${at}`);
    if (!box) return;
    box.value = Math.round(100 * opacity);
    box.closest("fieldset").style.setProperty("--group", opacity);
  });
}

export function startPanel() {
  panelToggle.addEventListener("click", () =>
    openPanel(!document.body.classList.contains("panel-open")),
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && narrow.matches) openPanel(false);
  });
  // On a phone there is room for one drawer.
  on("opened", (drawer) => {
    if (drawer !== "panel" && narrow.matches) openPanel(false);
  });
  on("language", makePanel);
  for (const event of ["year", "kept", "filter", "map"]) on(event, makePanel);
  on("layers", markShown);
  on("view", markOpacity);
}
