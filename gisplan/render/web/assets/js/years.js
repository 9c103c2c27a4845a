// The slider over the years: what is due by then, and the figures of that year.

Object.assign(words, {
  years: { zh: "年份", en: "Year" },
  allYears: { zh: "全部", en: "All" },
  everyYear: { zh: "全部年份", en: "All years" },
  play: { zh: "逐年播放", en: "Play through the years" },
  stop: { zh: "停止", en: "Stop" },
  noYear: { zh: "（本图没有该年的分区指标）", en: " (this map has no regional figure of that year)" },
});
const byYear = { zh: (year) => `截至 ${year} 年`, en: (year) => `By ${year}` };

const yearsBox = document.getElementById("years");
const yearsFound = [...new Set(layers.flatMap((layer) => [
  ...(layer.year === null ? [] : [layer.year]),
  ...(layer.yearColumn ? yearsOfRows(layer) : []),
]))].sort((a, b) => a - b);
// Without anything that has a year, a slider would move nothing.
const yearList = yearsFound.length && data.years.length ? data.years : yearsFound;
// Sets of layers of which the slider shows one: of one table in one group, each with its year.
const yearSets = data.groups.flatMap((one) => {
  const dated = one.layers.map((number) => layers[number]).filter((layer) => layer.year !== null);
  return [...new Set(dated.map((layer) => layer.table))]
    .map((table) => ({ layers: dated.filter((layer) => layer.table === table), wanted: false }));
});
let playing = 0;

function yearsOfRows(layer) {
  const { count, columns } = data.tables[layer.table];
  return Array.from({ length: count }, (_, row) => stored(columns[layer.yearColumn].values, row))
    .filter((year) => year !== null && year !== undefined);
}

// The rows of a place that show: those without a year always, the others when their year is come.
function rowsOf(layer, place) {
  return layer.yearColumn && state.year !== null
    ? place.rows.filter((row) => inYear(layer, row)) : place.rows;
}
function inYear(layer, row) {
  if (!layer.yearColumn || state.year === null) return true;
  const year = stored(data.tables[layer.table].columns[layer.yearColumn].values, row);
  return year === null || year === undefined || year <= state.year;
}

function classOf(layer, place) {
  if (!layer.each || state.year === null) return layer.of[place.at];
  const classes = new Set(rowsOf(layer, place).map((row) => layer.each[row]));
  return classes.size === 1 ? [...classes][0] : SEVERAL;
}

// What the legend counts: rows in classes, rows without a value, places of several classes.
function countsOf(layer) {
  const { legend } = layer;
  const whole = { classes: (legend.classes || []).map((one) => one.count), missing: legend.missing,
    several: legend.several, precisions: legend.precisions || [] };
  if (!layer.yearColumn || state.year === null) return whole;
  const shown = places[layer.table].map((place) => ({ place, rows: rowsOf(layer, place) }))
    .filter((one) => one.rows.length);
  const rows = shown.flatMap((one) => one.rows);
  return {
    classes: whole.classes.map((_, at) => rows.filter((row) => layer.each[row] === at).length),
    missing: layer.each ? rows.filter((row) => layer.each[row] === MISSING).length : 0,
    several: layer.each ? shown.filter((one) => classOf(layer, one.place) === SEVERAL).length : 0,
    precisions: whole.precisions.map((one) => ({ ...one,
      count: shown.filter(({ place }) => place.precision === one.name)
        .reduce((sum, place) => sum + place.rows.length, 0) }))
      .filter((one) => one.count),
  };
}

function setYear(year) {
  const at = yearList.includes(year) ? year : null;
  if (at === state.year) return;
  state.year = at;
  layers.filter((layer) => layer.yearColumn).forEach(redrawLayer);
  yearSets.forEach(showYearSet);
  hover(null);
  if (state.chosen && state.chosen.place && !rowsOf(state.chosen.layer, state.chosen.place).length) {
    choose(null);
  }
  map.closePopup();
  writeYears();
  announce(yearText());
  tell("year");
}

function showYearSet(set) {
  set.wanted = set.wanted || set.layers.some((layer) => state.shown[layer.number]);
  if (!set.wanted) return;
  const chosen = state.year === null
    ? set.layers.find((layer) => state.shown[layer.number]) || set.layers[0]
    : set.layers.find((layer) => layer.year === state.year);
  set.layers.forEach((layer) => {
    if (state.shown[layer.number] !== (layer === chosen)) setShown(layer, layer === chosen);
  });
  if (state.year === null) set.wanted = false;
}

function yearText() {
  if (state.year === null) return say("everyYear");
  const none = yearSets.some((set) => set.wanted && !set.layers.some((one) => one.year === state.year));
  return byYear[state.lang](state.year) + (none ? say("noYear") : "");
}

function play(on) {
  clearInterval(playing);
  playing = on ? setInterval(() => {
    const at = yearList.indexOf(state.year) + 1;
    if (at < yearList.length) setYear(yearList[at]);
    if (at >= yearList.length - 1) play(false);
  }, 1400) : 0;
  if (on) setYear(yearList[0]);
  writeYears();
}

function writeYears() {
  if (yearList.length < 2) return;
  yearsBox.hidden = false;
  const held = document.activeElement && yearsBox.contains(document.activeElement)
    ? document.activeElement.id : null;
  const at = state.year === null ? yearList.length : yearList.indexOf(state.year);
  yearsBox.setAttribute("aria-label", say("years"));
  const names = [...yearList.map(String), say("allYears")];
  yearsBox.replaceChildren(
    make("button", { type: "button", id: "years-play", onclick: () => play(!playing),
      "aria-label": say(playing ? "stop" : "play"), title: say(playing ? "stop" : "play") },
    icon(playing ? "pause" : "play")),
    make("div.track", { style: { "--steps": names.length } },
      make("input", { type: "range", id: "years-range", min: 0, max: yearList.length, step: 1, value: at,
        "aria-label": say("years"), "aria-valuetext": yearText(),
        oninput: (event) => { if (playing) play(false); setYear(yearList[event.target.valueAsNumber] ?? null); } }),
      make("div.ticks", { "aria-hidden": "true" }, names.map((name, n) =>
        make(n === at ? "span.now" : "span", { onclick: () => setYear(yearList[n] ?? null) }, name)))),
    make("output.year-now", {}, yearText()));
  if (held) document.getElementById(held).focus();
}

// Clear of the sources below, whatever their height.
function liftYears() {
  const foot = document.querySelector(".leaflet-control-container .attribution");
  if (foot) yearsBox.style.setProperty("--foot", `${foot.offsetHeight}px`);
}
on("language", writeYears);
