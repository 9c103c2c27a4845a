// The data block, words in two languages, and elements made without markup.

// Many data are deflated; then the page waits for them, else it is there at once.
async function unpack(text) {
  if (!window.DecompressionStream) {
    const note = "数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 2023 or later.";
    document.getElementById("description").textContent = note;
    throw new Error(note);
  }
  const bytes = Uint8Array.from(window.atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

const dataBlock = document.getElementById("gisplan-data");
const data = JSON.parse(dataBlock.dataset.packed ? await unpack(dataBlock.textContent) : dataBlock.textContent);
const state = { lang: data.lang, shown: data.layers.map((layer) => layer.show), year: null,
  chosen: null, opacity: data.groups.map(() => 1) };
const measuring = { on: false, points: [] };
const narrow = window.matchMedia("(max-width: 760px)");
const listeners = { language: [], layers: [], year: [], hover: [], chosen: [], view: [],
  figures: [] };

function on(event, listener) { listeners[event].push(listener); }
function tell(event) { listeners[event].forEach((listener) => listener()); }

const words = {
  layersShort: { zh: "图层", en: "Layers" },
  aboutShort: { zh: "说明", en: "About" },
  layers: { zh: "图层与图例", en: "Layers and legend" },
  about: { zh: "关于数据", en: "About the data" },
  language: { zh: "English", en: "中文" },
  languageHint: { zh: "Switch to English", en: "切换为中文" },
  close: { zh: "关闭", en: "Close" },
  zoomIn: { zh: "放大", en: "Zoom in" },
  zoomOut: { zh: "缩小", en: "Zoom out" },
  home: { zh: "显示全图", en: "Show the whole map" },
  map: { zh: "地图", en: "Map" },
  missing: { zh: "无数据", en: "No data" },
  several: { zh: "多类并存", en: "Several kinds" },
  derived: { zh: "推算", en: "derived" },
  derivedHint: { zh: "由其他数据推算，非公布数字", en: "computed from other data, not published" },
  unit: { zh: "单位：", en: "Unit: " },
  source: { zh: "来源", en: "Sources" },
  credits: { zh: "来源：", en: "Sources: " },
  licence: { zh: "许可", en: "Licence" },
  vintage: { zh: "数据时点", en: "As of" },
  meaning: { zh: "字段说明", en: "Columns" },
  review: { zh: "审图号：", en: "Map review number: " },
  noReview: { zh: "未填写", en: "not set" },
  position: { zh: "位置：", en: "Position: " },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  under: { zh: "此处还有", en: "Also here" },
  untitled: { zh: "（无名称）", en: "(no name)" },
  software: {
    zh: "由 gisplan 制作，使用 Folium 与 Leaflet",
    en: "Made with gisplan, Folium and Leaflet",
  },
};
const counted = {
  rows: { zh: (n) => `${n} 个`, en: (n) => `${n}` },
  here: { zh: (n) => `此处共 ${n} 项`, en: (n) => `${n} items here` },
  others: { zh: (n) => ` 等 ${n} 项`, en: (n) => ` and ${n - 1} more` },
  unplaced: {
    zh: (n) => `另有 ${n} 项无位置，未绘出`,
    en: (n) => `${n} more without a position, not drawn`,
  },
  unplacedTitle: { zh: (n) => `无位置的 ${n} 项`, en: (n) => `${n} without a position` },
};

function has(object, name) { return Object.prototype.hasOwnProperty.call(object, name); }

// Words of {zh, en}, or of our own table by name.
function say(what) {
  const both = typeof what === "string" ? words[what] : what;
  return both ? both[state.lang] : "";
}
function sayCount(what, n) { return counted[what][state.lang](group(n)); }

// Make an element. Properties are set as properties or, if named so, as attributes and colours;
// children are elements or texts. A text never becomes markup.
function make(tag, properties, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "style") {
      for (const [property, to] of Object.entries(value)) element.style.setProperty(property, to);
    } else if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (key.includes("-") || key === "role" || key === "for") {
      element.setAttribute(key, value);
    } else {
      element[key] = value;
    }
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === "") continue;
    element.append(child);
  }
  return element;
}

// A run of text from data: set apart, so that its direction does not change what is beside it.
function datum(text, tag) { return make(tag || "span.datum", { dir: "auto" }, text); }

// On narrow screens a button has room for less.
function toolText(name) {
  return [make("span.long", {}, say(name)), make("span.short", {}, say(`${name}Short`))];
}

// What a screen reader should say now; nothing is to be seen of it.
function announce(text) { document.getElementById("spoken").textContent = text; }

function svgElement(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

// Pictures of buttons: strokes on a field of 20 by 20.
const ICONS = {
  search: "M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 17",
  measure: "M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",
  full: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  link: "M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",
  print: "M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",
  play: "M6 4l10 6-10 6z",
  pause: "M6.5 4v12M13.5 4v12",
  home: "M3 10l7-6.5L17 10M5 8.5V17h10V8.5",
};
function icon(name) {
  return svgElement("svg", { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" },
    svgElement("path", { d: ICONS[name] }));
}

// A place on the web, as a link if it is one.
function webLink(url, text) {
  if (!/^https?:\/\/[^\s]+$/i.test(url)) return datum(text);
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, text);
}
