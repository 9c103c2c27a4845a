// On the map: the zoom buttons, the tools and the sources.

import { compare, isComparing } from "./compare.js";
import { data } from "./data.js";
import { announce, datum, icon, make, webLink } from "./elements.js";
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
    // Each source once, as a link where it has an address: what the map is about first; beneath it
    // the topmost first, since the licence of the roads asks to be named on the map.
    const sources = new Map();
    for (const source of Object.values(data.tables).flatMap((table) => table.sources)) {
      const title = say(source.title);
      if (!sources.get(title)) sources.set(title, source.link ? source.url : null);
    }
    for (const title of data.headlines.flatMap((one) => one.sources.map(say))) {
      if (!sources.has(title)) sources.set(title, null);
    }
    const towns = data.context?.towns;
    for (const one of [...(towns ? [towns] : []), ...(data.context?.layers ?? [])].reverse()) {
      for (const source of one.sources) {
        if (!sources.has(say(source))) sources.set(say(source), null);
      }
    }
    const parts = [
      [say(data.attribution), null],
      data.basemap ? [say(data.basemap.attribution), null] : ["", null],
      ...sources,
    ].filter(([title]) => title);
    const review = make(
      data.review ? "span.review" : "span.review.unset",
      {},
      say("review"),
      data.review ? datum(data.review) : say("noReview"),
    );
    const line = make("div.credits", { tabIndex: 0 }, make("span", {}, say("credits")));
    parts.forEach(([title, url], at) => {
      line.append(at ? "; " : "", url ? webLink(url, title) : datum(title));
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
      button("zoomIn", "+", () => map.zoomIn(1)),
      button("zoomOut", "−", () => map.zoomOut(1)),
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
  ["compare", () => compare(!isComparing())],
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
            "aria-pressed": name === "measure" || name === "compare" ? "false" : null,
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
