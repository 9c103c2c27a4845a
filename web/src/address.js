// The view in the address of the page: what is shown, as text and back.

// Names of layers in an address: of their tables, with a number from the second one on.
export function layerKeys(layers) {
  return layers.map((layer, at) => {
    const before = layers.slice(0, at).filter((one) => one.table === layer.table).length;
    return before ? `${layer.table}~${before + 1}` : layer.table;
  });
}

// Nothing in an address is trusted: what is no number in its range, or no layer, group or year
// of this map, is left out.
export function readAddress(hash, { keys, groups, years }) {
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
  const year = Number(asked.get("year"));
  found.year = asked.has("year") && years.includes(year) ? year : null;
  return found;
}

// `more` are pairs of what other parts of the page add.
export function writeAddress({ zoom, lat, lng }, { shown, opacity, year, lang }, keys, more = []) {
  const asked = new URLSearchParams();
  asked.set("map", [zoom.toFixed(2), lat.toFixed(5), lng.toFixed(5)].join(","));
  asked.set("layers", keys.filter((_, at) => shown[at]).join(" "));
  if (opacity.some((one) => one !== 1)) {
    asked.set("opacity", opacity.map((one) => Math.round(100 * one)).join(","));
  }
  if (year !== null) asked.set("year", year);
  asked.set("lang", lang);
  for (const [name, value] of more) asked.set(name, value);
  return `#${asked.toString().replace(/%2C/g, ",")}`;
}
