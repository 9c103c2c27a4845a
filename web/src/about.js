// What the data are, where they come from and what may be done with them.

import { mapTitle } from "./atlas.js";
import { data } from "./data.js";
import { datum, derivedMark, make, webLink } from "./elements.js";
import { layers } from "./map.js";
import { say } from "./words.js";

function sourceItem(source) {
  const note = [say(source.publisher), source.date].filter(Boolean);
  const item = make("li", {}, datum(say(source.title)));
  for (const part of note) item.append(" · ", datum(part));
  if (source.url) {
    item.append(" · ", source.link ? webLink(source.url, source.url) : datum(source.url));
  }
  if (source.note) item.append(make("span.note", { dir: "auto" }, say(source.note)));
  return item;
}

function aboutTable(table) {
  const explained = Object.values(table.columns).filter((column) => column.meaning);
  const facts = make("dl.values");
  const fact = (name, ...value) =>
    facts.append(make("dt", {}, say(name)), make("dd", {}, ...value));
  if (say(table.vintage)) fact("vintage", datum(say(table.vintage)));
  if (table.sources.length) fact("source", make("ul.plain", {}, table.sources.map(sourceItem)));
  if (say(table.licence)) fact("licence", datum(say(table.licence)));
  if (explained.length) {
    fact(
      "meaning",
      make(
        "ul.plain",
        {},
        explained.map((column) =>
          make(
            "li",
            {},
            datum(say(column.title), "strong.datum"),
            column.derived ? derivedMark() : null,
            " ",
            datum(say(column.meaning)),
          ),
        ),
      ),
    );
  }
  const maps = data.maps
    ? [...new Set(layers.filter((layer) => layer.data === table).map(mapTitle))]
    : [];
  if (maps.length)
    fact(
      "maps",
      maps.map((title, at) => [at ? "；" : "", datum(title)]),
    );
  return make(
    "section",
    {},
    make("h3", { dir: "auto" }, say(table.title)),
    make("p", { dir: "auto" }, say(table.description)),
    facts,
  );
}

export function aboutContent() {
  return [
    make("h2", { id: "about-title" }, say("about")),
    make("p.lead", { dir: "auto" }, say(data.description)),
    Object.values(data.tables).map(aboutTable),
    make("p.software", {}, say("software")),
  ];
}
