// One's own list on the map: a file dropped or chosen, or a table pasted. Nothing leaves the page.

import { readCoordinate } from "./coordinates.js";
import { data } from "./data.js";
import { showDialog } from "./dialog.js";
import { announce, datum, make } from "./elements.js";
import { L } from "./leaflet.js";
import { layers, map } from "./map.js";
import { markElement } from "./marks.js";
import { readOwn } from "./own_files.js";
import { DATUM_NAMES, placesOfGeojson, placesOfRows } from "./own_read.js";
import { openPopup } from "./popup.js";
import { on, tell } from "./state.js";
import { say, sayCount } from "./words.js";

const COLOR = "#7a0177";
const DATUM_WORDS = {
  wgs84: "datumWgs84",
  cgcs2000: "datumCgcs2000",
  gcj02: "datumGcj02",
  bd09: "datumBd09",
};
const MOST_BYTES = 20e6;
// What was brought last: a name, its content, and what was made of it.
const own = { name: "", content: null, datum: "wgs84", result: null, fault: null };
let group = null;

// A unit's middle by its name, in full or without its last character, or by its code; of two that
// are called so, none.
function unitOf(text) {
  const wanted = text.trim();
  const found = new Map();
  for (const layer of layers) {
    if (layer.geometry !== "polygon" || !layer.data.search.code) continue;
    layer.data.search.code.forEach((code, row) => {
      const column = layer.data.columns[layer.data.search.name];
      const names = [column?.values, column?.english]
        .filter(Boolean)
        .map((values) =>
          Array.isArray(values) ? values[row] : values.words[values.of === 0 ? 0 : values.of[row]],
        )
        .filter(Boolean);
      const short = names.filter((name) => name.length > 2).map((name) => name.slice(0, -1));
      const tail = names.some((name) => wanted.length > name.length && wanted.endsWith(name));
      if (code === wanted || names.includes(wanted) || short.includes(wanted) || tail) {
        if (layer.places[row]?.anchor) found.set(code, layer.places[row].anchor);
      }
    });
  }
  // A county rather than the prefecture that its full name begins with.
  const codes = [...found.keys()].sort();
  if (codes.length !== 1) return null;
  const [lat, lon] = found.get(codes[0]);
  return { lon, lat };
}

const nearMap = (lon, lat) => {
  const [west, south, east, north] = data.bounds;
  return lon >= west - 5 && lon <= east + 5 && lat >= south - 5 && lat <= north + 5;
};

function work() {
  const { content } = own;
  if (!content) return;
  own.result = content.features
    ? placesOfGeojson(content.features, own.datum)
    : placesOfRows(content.rows, own.datum, {
        readCoordinate: (text) => readCoordinate(text, nearMap),
        unitOf,
      });
  draw();
}

function details(place) {
  const list = make("dl.values");
  for (const [name, value] of Object.entries(place.cells)) {
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    list.append(make("dt", {}, datum(name)), make("dd", { dir: "auto" }, text));
  }
  return make(
    "div.identify",
    {},
    datum(own.name, "span.kicker"),
    datum(place.name, "strong.datum"),
    list,
    make("p.precision", {}, say("position"), say(place.exact ? "ownGiven" : "ownUnit")),
  );
}

function draw() {
  group.clearLayers();
  const { taken, shapes = [] } = own.result;
  for (const shape of shapes) {
    L.geoJSON(shape, {
      pane: "gisplan-own",
      interactive: false,
      style: { color: COLOR, weight: 2, fillOpacity: 0.12 },
    }).addTo(group);
  }
  for (const place of taken) {
    const element = markElement(place.exact ? "site" : "county", COLOR);
    const size = parseFloat(element.style.getPropertyValue("--size"));
    const marker = L.marker([place.lat, place.lon], {
      pane: "gisplan-own",
      keyboard: true,
      icon: L.divIcon({ html: element, className: "mark-icon own-icon", iconSize: [size, size] }),
    }).addTo(group);
    const open = (byKeyboard) => openPopup(marker.getLatLng(), () => details(place), byKeyboard);
    marker.on("click", () => open(false));
    marker.on("keypress", (event) => {
      if (event.originalEvent.key === "Enter") open(true);
    });
    marker.getElement().setAttribute("aria-label", place.name);
  }
  const bounds = group.getLayers().length ? L.featureGroup(group.getLayers()).getBounds() : null;
  if (bounds?.isValid()) map.fitBounds(bounds, { padding: [40, 40], maxZoom: 11, animate: false });
}

async function take(name, bytes) {
  Object.assign(own, { name, content: null, result: null, fault: null });
  group.clearLayers();
  try {
    if (bytes.length > MOST_BYTES) throw new Error("large");
    own.content = await readOwn(bytes);
    work();
    announce(sayCount("ownTaken", own.result.taken.length));
  } catch (error) {
    own.fault = error.message === "large" ? "ownLarge" : "ownUnread";
  }
  openOwn();
}

async function takeFile(file) {
  if (file) await take(file.name, new Uint8Array(await file.arrayBuffer()));
}

function resultBox() {
  if (own.fault) return make("p.fault", { role: "alert" }, say(own.fault));
  if (!own.result) return null;
  const { taken, refused, shapes = [] } = own.result;
  return [
    make("h3", {}, datum(own.name)),
    make(
      "p",
      { id: "own-taken" },
      sayCount("ownTaken", taken.length),
      shapes.length ? ` ${sayCount("ownShapes", shapes.length)}` : "",
      refused.length ? ` ${sayCount("ownRefused", refused.length)}` : "",
    ),
    refused.length
      ? make(
          "ul.plain",
          { id: "own-refused" },
          refused
            .slice(0, 200)
            .map(({ row, why }) => make("li", {}, sayCount("ownRow", row), say(why))),
        )
      : null,
    make(
      "div.row",
      {},
      data.evaluate && taken.length
        ? make(
            "button",
            {
              type: "button",
              id: "own-candidates",
              onclick: () => {
                document.getElementById("about").close();
                tell("bring", taken);
              },
            },
            say("ownCandidates"),
          )
        : null,
      make(
        "button",
        {
          type: "button",
          id: "own-clear",
          onclick: () => {
            group.clearLayers();
            Object.assign(own, { name: "", content: null, result: null, fault: null });
            openOwn();
          },
        },
        say("ownClear"),
      ),
    ),
  ];
}

function content() {
  return [
    make("h2", { id: "about-title" }, say("own")),
    make("p.lead", {}, say("ownHint")),
    make(
      "label.field",
      {},
      say("ownDatum"),
      " ",
      make(
        "select",
        {
          id: "own-datum",
          onchange: (event) => {
            own.datum = event.target.value;
            work();
            openOwn();
          },
        },
        DATUM_NAMES.map((name) =>
          make("option", { value: name, selected: name === own.datum }, say(DATUM_WORDS[name])),
        ),
      ),
    ),
    " ",
    make(
      "label.load",
      {},
      say("ownFile"),
      make("input", {
        id: "own-file",
        type: "file",
        accept: ".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml",
        onchange: (event) => takeFile(event.target.files[0]),
      }),
    ),
    make("textarea", {
      id: "own-text",
      rows: 4,
      placeholder: say("ownPaste"),
      "aria-label": say("ownPaste"),
    }),
    make(
      "button",
      {
        type: "button",
        id: "own-take",
        onclick: () => {
          const { value } = document.getElementById("own-text");
          if (value.trim()) take(say("ownPasted"), new TextEncoder().encode(value));
        },
      },
      say("ownTake"),
    ),
    make("div.own-result", {}, resultBox()),
  ];
}

export function openOwn() {
  showDialog(content);
}

export function startOwn() {
  map.createPane("gisplan-own").style.zIndex = 587;
  group = L.layerGroup().addTo(map);
  const button = make("button", {
    type: "button",
    id: "own-open",
    "aria-haspopup": "dialog",
    onclick: openOwn,
  });
  document.getElementById("about-open").before(button);
  on("language", () => {
    button.replaceChildren(
      make("span.long", {}, say("own")),
      make("span.short", {}, say("ownShort")),
    );
  });
  for (const name of ["dragover", "drop"]) {
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (name === "drop") takeFile(event.dataTransfer.files[0]);
    });
  }
}
