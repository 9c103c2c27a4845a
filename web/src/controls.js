// On the map: the zoom buttons, the tools and the sources.

import { data } from "./data.js";
import { announce, datum, icon, make } from "./elements.js";
import { L } from "./leaflet.js";
import { showLink } from "./link.js";
import { map } from "./map.js";
import { measure } from "./measure.js";
import { printMap } from "./paper.js";
import { on, state } from "./state.js";
import { fit, narrow } from "./view.js";
import { say } from "./words.js";

const Attribution = L.Control.extend({
  onAdd() {
    this.box = make("details.attribution", { open: !narrow.matches });
    L.DomEvent.disableClickPropagation(this.box);
    on("language", () => this.write());
    return this.box;
  },
  write() {
    const titles = [
      // The topmost first: the licence of the roads asks to be named on the map.
      ...[...(data.context?.layers ?? [])].reverse().flatMap((one) => one.sources.map(say)),
      ...Object.values(data.tables)
        .flatMap((table) => table.sources)
        .map((source) => say(source.title)),
      ...data.headlines.flatMap((one) => one.sources.map(say)),
    ];
    const parts = [
      say(data.attribution),
      data.basemap ? say(data.basemap.attribution) : "",
      ...new Set(titles),
    ].filter(Boolean);
    const review = make(
      data.review ? "span.review" : "span.review.unset",
      {},
      say("review"),
      data.review ? datum(data.review) : say("noReview"),
    );
    const line = make("div.credits", { tabIndex: 0 }, make("span", {}, say("credits")));
    parts.forEach((part, at) => {
      line.append(at ? "; " : "", datum(part));
    });
    this.box.replaceChildren(make("summary", {}, review), line);
  },
});

const Zoom = L.Control.extend({
  onAdd() {
    const button = (name, sign, action) =>
      make(
        "button",
        {
          type: "button",
          "data-say": name,
          onclick: action,
        },
        sign,
      );
    this.box = make(
      "div.zoom.leaflet-bar",
      {},
      button("zoomIn", "+", () => map.zoomIn()),
      button("zoomOut", "−", () => map.zoomOut()),
      button("home", icon("home"), fit),
    );
    L.DomEvent.disableClickPropagation(this.box);
    on("language", () => this.write());
    return this.box;
  },
  write() {
    this.box.querySelectorAll("button").forEach((button) => {
      button.title = say(button.dataset.say);
      button.setAttribute("aria-label", button.title);
    });
  },
});

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => announce(say("full")));
}

const TOOLS = [
  ["measure", () => measure(!state.measuring)],
  ["full", toggleFull],
  ["link", showLink],
  ["print", printMap],
];

const Tools = L.Control.extend({
  onAdd() {
    const possible = TOOLS.filter(([name]) => name !== "full" || document.fullscreenEnabled);
    this.box = make(
      "div.zoom.tools.leaflet-bar",
      {},
      possible.map(([name, action]) =>
        make(
          "button",
          {
            type: "button",
            id: `tool-${name}`,
            onclick: action,
            "aria-pressed": name === "measure" ? "false" : null,
          },
          icon(name),
        ),
      ),
    );
    L.DomEvent.disableClickPropagation(this.box);
    on("language", () => this.write());
    return this.box;
  },
  write() {
    this.box.querySelectorAll("button").forEach((button) => {
      button.title = say(button.id.replace("tool-", ""));
      button.setAttribute("aria-label", button.title);
    });
  },
});

// Put them on the map; give the element of the sources.
export function addControls() {
  const attribution = new Attribution({ position: "bottomright" }).addTo(map);
  new Zoom({ position: narrow.matches ? "bottomright" : "topright" }).addTo(map);
  new Tools({ position: "topright" }).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 120, position: "bottomleft" }).addTo(map);
  document.addEventListener("fullscreenchange", () => map.invalidateSize({ animate: false }));
  return attribution.box;
}
