// Elements made without markup: a text from data never becomes part of the page's structure.

import { say } from "./words.js";

// Make an element. Properties are set as properties or, if named so, as attributes and colours;
// children are elements or texts. A text never becomes markup.
export function make(tag, properties, ...children) {
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
export function datum(text, tag) {
  return make(tag || "span.datum", { dir: "auto" }, text);
}

// On narrow screens a button has room for less.
export function toolText(name) {
  return [make("span.long", {}, say(name)), make("span.short", {}, say(`${name}Short`))];
}

// What a screen reader should say now; nothing is to be seen of it.
export function announce(text) {
  document.getElementById("spoken").textContent = text;
}

export function svgElement(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// Pictures of buttons: strokes on a field of 20 by 20.
const ICONS = {
  search: "M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 17",
  measure: "M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",
  compare: "M10 2v16M3 5h5v10H3zM12 5h5v10h-5z",
  full: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  link: "M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",
  print: "M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",
  play: "M6 4l10 6-10 6z",
  pause: "M6.5 4v12M13.5 4v12",
  home: "M3 10l7-6.5L17 10M5 8.5V17h10V8.5",
};

export function icon(name) {
  return svgElement(
    "svg",
    { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" },
    svgElement("path", { d: ICONS[name] }),
  );
}

// A place on the web, as a link if it is one.
export function webLink(url, text) {
  if (!/^https?:\/\/[^\s]+$/i.test(url)) return datum(text);
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, text);
}

// Beside what was computed from other data.
export function derivedMark() {
  return make("span.derived", { title: say("derivedHint") }, say("derived"));
}

// The number of the row that an event's target stands for; null if for none.
export function rowUnder(event) {
  const element = event.target.closest("[data-row]");
  return element ? Number(element.dataset.row) : null;
}
