// The view in the address of the page: what is shown, as text and back.

// Names of layers in an address: of their tables, with a number from the second one on.
export function layerKeys(layers) {
  return layers.map((layer, at) => {
    const before = layers.slice(0, at).filter((one) => one.table === layer.table).length;
    return before ? `${layer.table}~${before + 1}` : layer.table;
  });
}

// Marks that part an address from its parts are written as codes in them.
function writePart(text) {
  return encodeURIComponent(text).replace(/~/g, "%7E");
}

function readPart(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

// The address of a row on another map.
export function findAddress(table, name) {
  const asked = new URLSearchParams({
    find: `${writePart(table)}~${writePart(name)}`,
  });
  return `#${asked}`;
}

// Nothing in an address is trusted: what is no number in its range, or no layer, group or year
// of this map, is left out.
export function readAddress(hash, { keys, groups, years, maps = [], columns = {} }) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const numbers = (name, count) => {
    const parts = (asked.get(name) ?? "").split(",").map((one) => (one ? Number(one) : Number.NaN));
    return parts.length === count && parts.every(Number.isFinite) ? parts : null;
  };
  const found = {};
  const at = numbers("map", 3);
  if (at && Math.abs(at[1]) <= 85 && Math.abs(at[2]) <= 360 && at[0] >= 0 && at[0] <= 22) {
    found.view = at;
  }
  if (asked.has("layers")) {
    const names = asked.get("layers").split(" ");
    found.shown = keys.map((key) => names.includes(key));
  }
  const opacity = numbers("opacity", groups);
  if (opacity?.every((one) => one >= 0 && one <= 100)) {
    found.opacity = opacity.map((one) => one / 100);
  }
  if (["zh", "en"].includes(asked.get("lang"))) found.lang = asked.get("lang");
  if (maps.includes(asked.get("on"))) found.map = maps.indexOf(asked.get("on"));
  // Filters: table, column and values, of what the page has.
  const filter = new Map();
  for (const one of asked.getAll("only")) {
    const [table, column, values] = one.split("~");
    if (!values || !Object.prototype.hasOwnProperty.call(columns, table)) continue;
    if (!column.startsWith("@") && !columns[table].includes(column)) continue;
    filter.set(`${table}~${column}`, new Set(values.split("|").map(readPart)));
  }
  if (filter.size) found.filter = filter;
  // What is to be opened: a table, and the Chinese name of a row or the code of a place.
  const [table, name] = (asked.get("find") ?? "").split("~").map(readPart);
  if (table && name) found.find = { table, name };
  const [unit, code] = (asked.get("profile") ?? "").split("~").map(readPart);
  if (unit && /^\d{6}$/.test(code ?? "")) found.profile = { table: unit, code };
  if (asked.has("sites")) {
    found.more = Object.fromEntries(["sites", "reach", "by"].map((key) => [key, asked.get(key)]));
  }
  const year = Number(asked.get("year"));
  found.year = asked.has("year") && years.includes(year) ? year : null;
  return found;
}

// `more` are pairs of what other parts of the page add; `maps` the names of an atlas's maps.
export function writeAddress(
  { zoom, lat, lng },
  { shown, opacity, year, lang, filter = new Map(), map = 0, profile = null, more: held = {} },
  keys,
  more = [],
  maps = [],
) {
  const asked = new URLSearchParams();
  if (maps.length) asked.set("on", maps[map]);
  for (const [key, values] of filter) {
    asked.append("only", `${key}~${[...values].map(writePart).join("|")}`);
  }
  asked.set("map", [zoom.toFixed(2), lat.toFixed(5), lng.toFixed(5)].join(","));
  asked.set("layers", keys.filter((_, at) => shown[at]).join(" "));
  if (opacity.some((one) => one !== 1)) {
    asked.set("opacity", opacity.map((one) => Math.round(100 * one)).join(","));
  }
  for (const [name, value] of Object.entries(held)) asked.set(name, value);
  if (year !== null) asked.set("year", year);
  if (profile) asked.set("profile", `${writePart(profile.table)}~${profile.code}`);
  asked.set("lang", lang);
  for (const [name, value] of more) asked.set(name, value);
  return `#${asked.toString().replace(/%2C/g, ",")}`;
}
