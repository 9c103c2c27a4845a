// The address tells what is shown: view, layers, opacity, year, language, what is chosen.

Object.assign(words, {
  link: { zh: "复制本视图链接", en: "Copy a link to this view" },
  linkTitle: { zh: "本视图的链接", en: "Link to this view" },
  linkHint: {
    zh: "链接含位置、缩放、图层、年份和语言；对方须有同一文件，放在相同的位置。",
    en: "It holds position, zoom, layers, year and language; who opens it needs the same file in the same place.",
  },
  copied: { zh: "已复制。", en: "Copied." },
});
const ownHash = { last: "", timer: 0, ready: false };
const layerKeys = layers.map((layer, at) => {
  const before = layers.slice(0, at).filter((one) => one.table === layer.table).length;
  return before ? `${layer.table}~${before + 1}` : layer.table;
});

// Nothing in an address is trusted: what is no number in its range or no layer here is left out.
function readLink() {
  const asked = new URLSearchParams(window.location.hash.slice(1));
  const found = {};
  const numbers = (name, count) => {
    const parts = asked.has(name) ? asked.get(name).split(",").map((one) => (one ? Number(one) : NaN)) : [];
    return parts.length === count && parts.every(Number.isFinite) ? parts : null;
  };
  const at = numbers("map", 3);
  if (at && Math.abs(at[1]) <= 85 && Math.abs(at[2]) <= 360 && at[0] >= 0 && at[0] <= 22) found.view = at;
  if (asked.has("layers")) {
    const names = asked.get("layers").split(" ");
    found.shown = layerKeys.map((key) => names.includes(key));
  }
  const opacity = numbers("opacity", data.groups.length);
  if (opacity && opacity.every((one) => one >= 0 && one <= 100)) found.opacity = opacity;
  if (["zh", "en"].includes(asked.get("lang"))) found.lang = asked.get("lang");
  const year = Number(asked.get("year"));
  found.year = asked.has("year") && yearList.includes(year) ? year : null;
  return found;
}

function linkOf() {
  const { lat, lng } = map.getCenter();
  const asked = new URLSearchParams();
  asked.set("map", [map.getZoom().toFixed(2), lat.toFixed(5), lng.toFixed(5)].join(","));
  asked.set("layers", layerKeys.filter((_, at) => state.shown[at]).join(" "));
  if (state.opacity.some((one) => one !== 1)) {
    asked.set("opacity", state.opacity.map((one) => Math.round(100 * one)).join(","));
  }
  if (state.year !== null) asked.set("year", state.year);
  asked.set("lang", state.lang);
  return `#${asked.toString().replace(/%2C/g, ",")}`;
}

function followLink(found) {
  if (found.shown) {
    layers.forEach((layer, at) => { if (state.shown[at] !== found.shown[at]) setShown(layer, found.shown[at]); });
  }
  if (found.opacity) found.opacity.forEach((one, at) => setOpacity(at, one / 100));
  setYear(found.year);
  if (found.view) map.setView([found.view[1], found.view[2]], found.view[0], { animate: false });
  ownHash.ready = true;
}

// Soon, not at once: a drag of the map is many moves.
function keepLink() {
  if (!ownHash.ready || unprinted) return;
  clearTimeout(ownHash.timer);
  ownHash.timer = setTimeout(() => {
    if (unprinted) return;
    ownHash.last = linkOf();
    try {
      window.history.replaceState(null, "", ownHash.last);
    } catch {
      // Some browsers forbid it to pages opened from a folder; then the button alone gives links.
    }
  }, 120);
}

async function showLink() {
  const address = window.location.href.split("#")[0] + linkOf();
  let copied = false;
  try {
    await navigator.clipboard.writeText(address);
    copied = true;
  } catch {
    copied = false;
  }
  showDialog(() => [make("h2", { id: "about-title" }, say("linkTitle")),
    make("p.lead", {}, copied ? say("copied") : "", " ", say("linkHint")),
    make("input", { id: "link-text", type: "text", readOnly: true, value: address, "aria-label": say("linkTitle"),
      onfocus: (event) => event.target.select() })]);
  document.getElementById("link-text").focus();
}

const linked = readLink();
if (linked.lang) state.lang = linked.lang;
window.addEventListener("hashchange", () => {
  if (window.location.hash === ownHash.last) return;
  const found = readLink();
  if (found.lang && found.lang !== state.lang) {
    state.lang = found.lang;
    tell("language");
  }
  followLink(found);
});
map.on("moveend", keepLink);
["language", "layers", "year", "view"].forEach((event) => on(event, keepLink));
