// Buttons on the map: measure, full screen, link, print.

Object.assign(words, {
  full: { zh: "全屏", en: "Full screen" },
});

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => announce(say("full")));
}

const TOOLS = [
  ["measure", () => measure(!measuring.on)],
  ["full", toggleFull],
  ["link", showLink],
  ["print", printMap],
];

const Tools = L.Control.extend({
  onAdd() {
    const possible = TOOLS.filter(([name]) => name !== "full" || document.fullscreenEnabled);
    this.box = make("div.zoom.tools.leaflet-bar", {}, possible.map(([name, action]) =>
      make("button", { type: "button", id: `tool-${name}`, onclick: action,
        "aria-pressed": name === "measure" ? "false" : null }, icon(name))));
    L.DomEvent.disableClickPropagation(this.box);
    const name = () => this.box.querySelectorAll("button").forEach((button) => {
      button.title = say(button.id.replace("tool-", ""));
      button.setAttribute("aria-label", button.title);
    });
    on("language", name);
    name();
    return this.box;
  },
});
document.addEventListener("fullscreenchange", () => map.invalidateSize({ animate: false }));
