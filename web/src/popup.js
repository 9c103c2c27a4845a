// The popup: all that is known of what lies at a point.

import { data } from "./data.js";
import { DockedPopup } from "./dock.js";
import { datum, derivedMark, make } from "./elements.js";
import { formatValue, has, inFull, withUnit } from "./format.js";
import { closeTooltip } from "./hover.js";
import { map } from "./map.js";
import { codeOf } from "./profile_facts.js";
import { isKnown, nameOf, reportOf, rowsOf, valueAt } from "./rows.js";
import { on, state, tell } from "./state.js";
import { say, sayCount, sayNotKnown } from "./words.js";

let opened = null;

// The plan's own words by clause, where the workspace has them.
function quotesOf(layer, row) {
  if (layer.popup.includes("text_zh")) return [];
  const clauses = layer.popup
    .filter((name) => name === "clause" || name === "clauses")
    .flatMap((name) => String(valueAt(layer.data, name, row) ?? "").split(/[;；、]/));
  const known = clauses.map((one) => one.trim()).filter((one) => has(data.quotes ?? {}, one));
  return [...new Set(known)].map((clause) => [
    make("dt.wide", {}, say("quote"), datum(clause)),
    make("dd.wide", {}, make("blockquote", { lang: "zh-CN" }, data.quotes[clause])),
  ]);
}

function rowDetails(layer, row) {
  const table = layer.data;
  const list = make("dl.values");
  layer.popup.slice(1).forEach((name) => {
    const column = table.columns[name];
    const value = valueAt(table, name, row);
    // Long or many-lined text gets the whole width, below its title.
    const wide = /\n|^.{17}/.test(withUnit(column, value, layer, name));
    list.append(
      make(
        wide ? "dt.wide" : "dt",
        {},
        datum(say(column.title)),
        column.derived ? derivedMark() : null,
      ),
      make(
        wide ? "dd.wide" : "dd",
        { dir: "auto", title: inFull(column, value) },
        withUnit(column, value, layer, name),
      ),
    );
  });
  list.append(...quotesOf(layer, row).flat());
  return list;
}

// A unit of which there is more to be told.
function profileButton(layer, row) {
  const code = codeOf(layer, row);
  if (!code) return null;
  return make(
    "button.profile-open-button",
    { type: "button", onclick: () => tell("profile", { table: layer.table, code }) },
    say("profile"),
  );
}

// A heading with the layer's name above it; closed ones open when asked.
export function rowSection(layer, row, open, kicker) {
  const heading = layer.popup.length
    ? formatValue(
        layer.data.columns[layer.popup[0]],
        valueAt(layer.data, layer.popup[0], row),
        layer,
        layer.popup[0],
      )
    : nameOf(layer, row);
  return make(
    "details.feature",
    { open },
    make(
      "summary",
      {},
      kicker ? datum(say(layer.title), "span.kicker") : null,
      datum(heading, "span.heading"),
    ),
    isKnown(layer, row)
      ? null
      : make("p.precision", {}, sayNotKnown(state.year, reportOf(layer, row))),
    rowDetails(layer, row),
    profileButton(layer, row),
  );
}

export function popupContent(found) {
  const content = make("div.identify");
  found.forEach(({ layer, place }, at) => {
    if (at === 1) content.append(make("div.under", {}, say("under")));
    const rows = rowsOf(layer, place);
    const many = rows.length > 1;
    if (many) {
      content.append(
        make(
          "div.many",
          {},
          datum(say(layer.title), "span.kicker"),
          make("span.count", {}, sayCount("here", rows.length)),
        ),
      );
    }
    rows.forEach((row, nth) => {
      content.append(rowSection(layer, row, at === 0 && nth === 0, !many));
    });
    if (layer.geometry === "point") {
      const precision = layer.legend.precisions.find((one) => one.name === place.precision);
      content.append(make("p.precision", {}, say("position") + say(precision.title)));
    }
  });
  return content;
}

// Several elements, some of which may be missing, as the one that a popup takes.
function wrapped(content) {
  return make("div", {}, content);
}

export function openPopup(latlng, content, byKeyboard) {
  closeTooltip();
  opened = new DockedPopup().setLatLng(latlng).setContent(wrapped(content()));
  opened.again = content;
  opened.openOn(map);
  namePopupButton();
  const element = opened.getElement();
  element.tabIndex = -1;
  if (byKeyboard) element.focus();
}

function namePopupButton() {
  const button = opened.getElement().querySelector(".leaflet-popup-close-button");
  if (button) button.setAttribute("aria-label", say("close"));
}

export function startPopup() {
  on("language", () => {
    if (!opened?.isOpen()) return;
    opened.setContent(wrapped(opened.again()));
    namePopupButton();
  });
}
