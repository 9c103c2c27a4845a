// The page around the map: title, language, data dialog, attribution; and the start.

const dialog = document.getElementById("about");
const aboutButton = document.getElementById("about-open");
const languageButton = document.getElementById("language");
let dialogContent = null;

function fillDialog() {
  if (!dialogContent) return;
  dialog.replaceChildren(
    make("button.close", { type: "button", "aria-label": say("close"), onclick: () => dialog.close() },
      "×"),
    make("div.dialog-body", {}, dialogContent()));
}

function showDialog(content) {
  dialogContent = content;
  fillDialog();
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

function sourceItem(source) {
  const note = [source.publisher, source.date].filter(Boolean);
  const item = make("li", {}, datum(source.title));
  note.forEach((part) => item.append(" · ", datum(part)));
  if (source.url) {
    item.append(" · ", source.link ? webLink(source.url, source.url) : datum(source.url));
  }
  if (source.note) item.append(make("span.note", { dir: "auto" }, say(source.note)));
  return item;
}

function aboutTable(table) {
  const explained = Object.values(table.columns).filter((column) => column.meaning);
  const facts = make("dl.values");
  const fact = (name, ...value) => facts.append(make("dt", {}, say(name)), make("dd", {}, ...value));
  if (table.vintage) fact("vintage", datum(table.vintage));
  if (table.sources.length) fact("source", make("ul.plain", {}, table.sources.map(sourceItem)));
  if (table.licence) fact("licence", datum(table.licence));
  if (explained.length) {
    fact("meaning", make("ul.plain", {}, explained.map((column) => make("li", {},
      datum(say(column.title), "strong.datum"), column.derived ? derivedMark() : null, " ",
      datum(say(column.meaning))))));
  }
  return make("section", {}, make("h3", { dir: "auto" }, say(table.title)),
    make("p", { dir: "auto" }, say(table.description)), facts);
}

function aboutContent() {
  return [
    make("h2", { id: "about-title" }, say("about")),
    make("p.lead", { dir: "auto" }, say(data.description)),
    Object.values(data.tables).map(aboutTable),
    make("p.software", {}, say("software")),
  ];
}

const Attribution = L.Control.extend({
  onAdd() {
    this.box = make("details.attribution", { open: !narrow.matches });
    L.DomEvent.disableClickPropagation(this.box);
    this.write();
    return this.box;
  },
  write() {
    const titles = [...Object.values(data.tables).flatMap((table) => table.sources)
      .map((source) => source.title), ...data.headlines.flatMap((one) => one.sources)];
    const parts = [say(data.attribution), data.basemap ? say(data.basemap.attribution) : "",
      ...new Set(titles)].filter(Boolean);
    const review = make(data.review ? "span.review" : "span.review.unset", {}, say("review"),
      data.review ? datum(data.review) : say("noReview"));
    const line = make("div.credits", { tabIndex: 0 }, make("span", {}, say("credits")));
    parts.forEach((part, at) => line.append(at ? "; " : "", datum(part)));
    this.box.replaceChildren(make("summary", {}, review), line);
  },
});

const Zoom = L.Control.extend({
  onAdd() {
    const button = (name, sign, action) => make("button", {
      type: "button", "data-say": name, onclick: action }, sign);
    this.box = make("div.zoom.leaflet-bar", {},
      button("zoomIn", "+", () => map.zoomIn()),
      button("zoomOut", "−", () => map.zoomOut()),
      button("home", icon("home"), fit));
    L.DomEvent.disableClickPropagation(this.box);
    return this.box;
  },
  write() {
    this.box.querySelectorAll("button").forEach((button) => {
      button.title = say(button.dataset.say);
      button.setAttribute("aria-label", button.title);
    });
  },
});

function fit() {
  if (!data.bounds) return;
  const [west, south, east, north] = data.bounds;
  // On a phone clear of the search field above and the buttons at the right.
  const [top, right] = narrow.matches ? [62, 58] : [14, 14];
  map.fitBounds([[south, west], [north, east]], {
    paddingTopLeft: [narrow.matches ? 8 : 14, top], paddingBottomRight: [right, 46], maxZoom: 13,
    animate: false,
  });
}

function writePage() {
  document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
  document.title = say(data.title);
  document.getElementById("title").textContent = say(data.title);
  document.getElementById("description").textContent = say(data.description);
  document.getElementById("title").title = say(data.title);
  document.getElementById("description").title = say(data.description);
  aboutButton.replaceChildren(...toolText("about"));
  languageButton.replaceChildren(say("language"));
  languageButton.setAttribute("aria-label", say("languageHint"));
  languageButton.lang = state.lang === "zh" ? "en" : "zh-CN";
  map.getContainer().setAttribute("role", "main");
  map.getContainer().setAttribute("aria-label", say("map"));
  attribution.write();
  zoom.write();
  fillDialog();
}

aboutButton.addEventListener("click", () => showDialog(aboutContent));
languageButton.addEventListener("click", () => {
  state.lang = state.lang === "zh" ? "en" : "zh";
  tell("language");
});

const attribution = new Attribution({ position: "bottomright" }).addTo(map);
const zoom = new Zoom({ position: narrow.matches ? "bottomright" : "topright" }).addTo(map);
new Tools({ position: "topright" }).addTo(map);
L.control.scale({ imperial: false, maxWidth: 120, position: "bottomleft" }).addTo(map);
if (data.basemap) {
  data.basemap.tiles.forEach((address) => L.tileLayer(address, {
    subdomains: "01234567", maxZoom: 18, attribution: "" }).addTo(map));
}
new ResizeObserver(liftYears).observe(attribution.box);
drawLand();
layers.forEach(drawLayer);
on("language", writePage);
tell("language");
// The map has its size once the words above and beside it are there.
openPanel(!narrow.matches);
openFigures(window.matchMedia("(min-width: 1180px)").matches && tableIsShort());
fit();
followLink(linked);
placeLabels();
window.gisplan = { map, data, state, layers, places, setYear, geodesicLength, geodesicArea };
