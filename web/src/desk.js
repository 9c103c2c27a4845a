// The desk for candidate sites, beside the map: what is asked, the candidates, what they change.

import { startCandidateMarks } from "./candidate_marks.js";
import {
  addCandidate,
  alterCandidate,
  atLeast,
  atMost,
  byRoad,
  candidateName,
  changeCandidates,
  costText,
  evaluation,
  inTime,
  layerOfTable,
  nearMap,
  openCandidates,
  ownName,
  peopleInFull,
  peopleText,
  placeAt,
  reachesThere,
  reachText,
  redoCandidates,
  removeCandidate,
  setReach,
  setWay,
  siteName,
  tonnesText,
  undoCandidates,
  WAYS,
  waysThere,
  whereText,
  withMeasure,
} from "./candidates.js";
import { compareOnMap, startCompareScenarios } from "./compare_scenarios.js";
import { readCoordinate } from "./coordinates.js";
import {
  bringCandidates,
  compareScenarios,
  NAMES,
  saveCandidates,
  scenario,
  scenarioWords,
  startStore,
  switchScenario,
} from "./desk_store.js";
import { candidatesTable, capacityText, roadText, streamTitle, worthNotes } from "./desk_table.js";
import { datum, derivedMark, make } from "./elements.js";
import { inFull, unitBehind } from "./format.js";
import { destination, geodesicLength } from "./geodesic.js";
import { map } from "./map.js";
import { formatNumber, percent } from "./numbers.js";
import { readOwn } from "./own_files.js";
import { placesOfGeojson, placesOfRows } from "./own_read.js";
import { nameOf, rowPlace } from "./rows.js";
import { sheetParts } from "./sheet.js";
import { on, state, tell } from "./state.js";
import { giveRoom, narrow } from "./view.js";
import { say } from "./words.js";

const desk = make("aside", { id: "evaluate", hidden: true });
const deskButton = make("button", {
  type: "button",
  id: "evaluate-toggle",
  "aria-controls": "evaluate",
  "aria-expanded": "false",
  onclick: () => openDesk(!deskState.open),
});
// What is said below the field: a name of words, or nothing.
const deskState = { open: false, say: null };

function peopleMark(tag, figure, amount) {
  return make(tag, { "data-figure": figure, title: peopleInFull(amount) }, peopleText(amount));
}

function openDesk(open) {
  giveRoom(() => {
    deskState.open = open;
    // It stands where the figures do, and on a phone where the panel of layers does.
    if (open) {
      map.closePopup();
      tell("opened", "desk");
    }
    desk.hidden = !open;
    document.body.classList.toggle("evaluate-open", open);
    deskButton.setAttribute("aria-expanded", String(open));
    pickOnMap(open && (Boolean(state.place) || !evaluation.list.length));
  });
}

function pickOnMap(picking) {
  state.place = picking
    ? (latlng) => {
        if (nearMap(latlng.lng, latlng.lat)) {
          sayBelow(null);
          addCandidate(latlng.lng, latlng.lat);
        } else {
          sayBelow("tooFar");
        }
      }
    : null;
  document.body.classList.toggle("picking", picking);
  writeDesk();
}

function sayBelow(what) {
  deskState.say = what;
  const note = document.getElementById("evaluate-note");
  if (note) note.textContent = what ? say(what) : "";
}

function submitCandidate(event) {
  event.preventDefault();
  const field = document.getElementById("evaluate-coordinate");
  const name = document.getElementById("evaluate-name");
  const read = readCoordinate(field.value, nearMap);
  sayBelow(read.fault || read.note);
  field.setAttribute("aria-invalid", String(Boolean(read.fault)));
  if (read.fault) {
    field.focus();
    return;
  }
  const wanted = name.value.trim();
  field.value = "";
  name.value = "";
  addCandidate(read.lon, read.lat, wanted);
  if (!map.getBounds().contains([read.lat, read.lon])) map.panTo([read.lat, read.lon]);
}

function askBox() {
  return make(
    "form.ask",
    { onsubmit: submitCandidate, noValidate: true },
    make(
      "div.row",
      {},
      make(
        "div.field.grow",
        {},
        make("label", { for: "evaluate-coordinate" }, say("coordinate")),
        make("input", {
          id: "evaluate-coordinate",
          type: "text",
          autocomplete: "off",
          spellcheck: false,
          "aria-describedby": "evaluate-note evaluate-hint",
        }),
      ),
      make(
        "div.field",
        {},
        make("label", { for: "evaluate-name" }, say("name")),
        make("input", { id: "evaluate-name", type: "text", autocomplete: "off", maxLength: 80 }),
      ),
      make("button.main", { type: "submit" }, say("add")),
    ),
    make(
      "p.note",
      { id: "evaluate-note", role: "status" },
      deskState.say ? say(deskState.say) : "",
    ),
    make("p.hint", { id: "evaluate-hint" }, say("coordinateHint")),
  );
}

// How the way is measured; only where the page has roads.
function wayBox() {
  const ways = waysThere();
  if (ways.length < 2) return null;
  return [
    make(
      "fieldset.reaches",
      {},
      make("legend", {}, say("wayOf")),
      ways.map((by) =>
        make(
          "label",
          {},
          make("input", {
            type: "radio",
            name: "way",
            id: `way-${by}`,
            value: by,
            checked: by === evaluation.by,
            onchange: () => setWay(by),
          }),
          make("span", {}, say(WAYS[by])),
        ),
      ),
    ),
    byRoad() ? make("p.hint", { id: "way-hint" }, roadHint()) : null,
  ];
}

// What counts by road, and who can't be reached by any.
function roadHint() {
  const { access, detour, time } = evaluation.asked.roads;
  const { ways, amountOf } = evaluation.coverage;
  const off = ways[evaluation.by].offRoad();
  return [
    say("roadRule")(formatNumber(access / 1000), formatNumber(detour)),
    inTime() ? ` ${say("timeRule")(formatNumber(time.kmh), formatNumber(time.accessKmh))}` : "",
    off.length ? ` ${say("roadOff")(off.length, peopleText(amountOf(off)))}` : "",
  ];
}

function reachBox() {
  return make(
    "fieldset.reaches",
    {},
    make("legend", {}, say(inTime() ? "reachInTime" : byRoad() ? "reachByRoad" : "reachOf")),
    reachesThere().map((reach, at) =>
      make(
        "label",
        {},
        make("input", {
          type: "radio",
          name: "reach",
          id: `reach-${at}`,
          value: String(reach),
          checked: reach === evaluation.reach,
          onchange: () => setReach(reach),
        }),
        make("span", {}, withMeasure(reach)),
      ),
    ),
  );
}

function scenarioBox() {
  const compared = compareScenarios();
  return make(
    "div.scenarios",
    {},
    make(
      "div.tools",
      { role: "group", "aria-label": say("scenario") },
      NAMES.map((name, at) =>
        make(
          "button",
          {
            type: "button",
            id: `scenario-${name}`,
            "aria-pressed": String(at === scenario.at),
            onclick: () => switchScenario(at),
          },
          scenarioWords(at),
        ),
      ),
      make(
        "label.load",
        { for: "evaluate-load" },
        say("load"),
        make("input", {
          id: "evaluate-load",
          type: "file",
          accept: ".geojson,.json,.csv,.xlsx,.kml",
          "aria-label": say("load"),
          onchange: loadCandidates,
        }),
      ),
    ),
    compared ? scenarioTable(compared) : null,
    compared
      ? make(
          "button",
          { type: "button", id: "scenario-compare", onclick: showScenarios },
          say("compareOnMap"),
        )
      : null,
  );
}

// On a phone the desk would cover what is compared.
function showScenarios() {
  if (narrow.matches) openDesk(false);
  compareOnMap();
}

// What A and B gain, together and each alone: residents, and waste by stream, one a row.
function scenarioTable({ people, waste }) {
  const { quantity } = evaluation.asked;
  const columns = [
    ...NAMES.map((name, at) => [scenarioWords(at), `gained-${name}`, (one) => one.gained[at]]),
    [say("gainedByBoth"), "both", (one) => one.both],
    ...NAMES.map((name, at) => [
      `${say("gainedOnly")} ${name}`,
      `alone-${name}`,
      (one) => one.alone[at],
    ]),
  ];
  const row = (heading, sums, prefix = "") =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, datum(say(heading.title)), unitBehind(heading)),
      columns.map(([, figure, amountOf]) =>
        make(
          "td",
          { "data-figure": `${prefix}${figure}`, title: inFull(heading, amountOf(sums)) },
          formatNumber(amountOf(sums), heading, state.lang),
        ),
      ),
    );
  return make(
    "div.compared",
    { tabIndex: 0, role: "region", "aria-label": say("scenarios") },
    make(
      "table.scenario-table",
      {},
      make("caption", {}, `${say("scenarios")} · ${reachText()}`),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "col" }, atMost(say("gained"))),
          columns.map(([words]) => make("th", { scope: "col" }, words)),
        ),
      ),
      make(
        "tbody",
        {},
        row(quantity, people),
        evaluation.coverage.waste.map(({ heading, name }, at) =>
          row(heading, waste[at], `${name}-`),
        ),
      ),
    ),
  );
}

async function loadCandidates(event) {
  const [file] = event.target.files;
  if (!file) return;
  try {
    const content = await readOwn(new Uint8Array(await file.arrayBuffer()));
    const { taken, refused } = content.features
      ? placesOfGeojson(content.features, "wgs84")
      : placesOfRows(content.rows, "wgs84", {
          readCoordinate: (text) => readCoordinate(text, nearMap),
          unitOf: () => null,
        });
    bringCandidates(taken);
    sayBelow(refused.length || !taken.length ? "loadedPart" : "loaded");
  } catch {
    sayBelow("ownUnread");
  }
}

function toolBox() {
  const button = (id, word, action, disabled) =>
    make("button", { type: "button", id, onclick: action, disabled }, say(word));
  const none = !evaluation.list.length;
  return make(
    "div.tools",
    {},
    make(
      "button",
      {
        type: "button",
        id: "evaluate-pick",
        "aria-pressed": String(Boolean(state.place)),
        onclick: () => pickOnMap(!state.place),
      },
      say("pick"),
    ),
    button("evaluate-undo", "undo", undoCandidates, !evaluation.past.length),
    button("evaluate-redo", "redo", redoCandidates, !evaluation.future.length),
    button("evaluate-clear", "clear", () => changeCandidates([]), none),
  );
}

// The figures of one candidate; the bar compares its gain with the best one's.
function candidateCard(candidate, at) {
  const figures = evaluation.figures.each[at];
  const best = Math.max(...evaluation.figures.each.map((one) => one.gained), 1);
  const name = candidateName(candidate);
  const fact = (word, ...value) => [make("dt", {}, say(word)), make("dd", {}, ...value)];
  const worth = (heading, ...value) => [make("dt", {}, heading), make("dd", {}, ...value)];
  const rename = (event) => {
    const wanted = event.target.value.trim();
    if (wanted !== name) alterCandidate(at, { name: wanted ? ownName(wanted, at) : "" });
  };
  const move = (event) => {
    const read = readCoordinate(event.target.value, nearMap);
    sayBelow(read.fault || read.note);
    if (read.fault) event.target.value = coordinateText(candidate);
    else alterCandidate(at, { lon: read.lon, lat: read.lat });
  };
  return make(
    "li.candidate",
    { id: `candidate-${at}` },
    make(
      "div.candidate-head",
      {},
      make("span.number", { "aria-hidden": "true" }, String(candidate.number)),
      make("input.name", {
        id: `candidate-name-${at}`,
        type: "text",
        value: name,
        maxLength: 80,
        dir: "auto",
        "aria-label": say("name"),
        onchange: rename,
      }),
      make(
        "button",
        {
          type: "button",
          id: `candidate-show-${at}`,
          title: `${say("show")}: ${name}`,
          "aria-label": `${say("show")}: ${name}`,
          onclick: () => map.setView([candidate.lat, candidate.lon], Math.max(map.getZoom(), 8)),
        },
        say("show"),
      ),
      make(
        "button",
        {
          type: "button",
          id: `candidate-remove-${at}`,
          "aria-label": `${say("remove")}: ${name}`,
          onclick: () => removeCandidate(at),
        },
        say("remove"),
      ),
    ),
    make(
      "div.gain",
      {},
      make("span", {}, atMost(say("gained"))),
      peopleMark("strong", "gained", figures.gained),
      make("span.bar", {
        "aria-hidden": "true",
        style: { "--share": `${Math.round((100 * figures.gained) / best)}%` },
      }),
    ),
    make(
      "dl.values",
      {},
      fact("reached", peopleMark("span", "reached", figures.reached)),
      worth(atLeast(say("overlap")), peopleMark("span", "overlap", figures.overlap)),
      evaluation.list.length > 1
        ? worth(atMost(say("only")), peopleMark("span", "only", figures.only))
        : null,
      evaluation.coverage.waste.map((stream, i) =>
        worth(
          streamTitle(stream),
          make(
            "span",
            { "data-figure": stream.name },
            tonnesText(stream, figures.waste[i].reached),
          ),
          " · ",
          atMost(say("ofItGained")),
          " ",
          tonnesText(stream, figures.waste[i].gained),
        ),
      ),
      figures.capacity
        ? worth(
            atLeast(say("capacity")),
            make("span", { "data-figure": "capacity" }, capacityText(figures.capacity)),
          )
        : null,
      figures.nearest
        ? fact(
            byRoad() ? "nearestByRoad" : "nearest",
            make("span", { "data-figure": "nearest" }, costText(figures.nearest.cost)),
            " · ",
            datum(siteName(figures.nearest.at)),
          )
        : null,
      figures.nearest && byRoad()
        ? fact(
            "access",
            make("span", { "data-figure": "access" }, costText(figures.nearest.access)),
          )
        : null,
      figures.road ? fact("toRoad", roadText(figures)) : null,
      fact("lies", datum(whereText(figures))),
      make("dt", {}, make("label", { for: `candidate-at-${at}` }, say("coordinateShort"))),
      make(
        "dd",
        {},
        make("input", {
          id: `candidate-at-${at}`,
          type: "text",
          autocomplete: "off",
          value: coordinateText(candidate),
          onchange: move,
        }),
      ),
    ),
  );
}

function coordinateText({ lon, lat }) {
  return `${lon}, ${lat}`;
}

function sumsBox() {
  const { whole, regions } = evaluation.figures;
  const head = (...names) =>
    make(
      "tr",
      {},
      names.map((name) => make("th", { scope: "col" }, name)),
    );
  const regionLayer = layerOfTable(evaluation.asked.regions);
  const body = regions
    .map((sums, at) => ({ sums, at }))
    .filter(({ sums }) => sums.total > 0)
    .map(({ sums, at }) =>
      make(
        sums.after > sums.before ? "tr.changed" : "tr",
        {},
        make(
          "th",
          { scope: "row" },
          datum(rowPlace(regionLayer, at) ? nameOf(regionLayer, at) : evaluation.asked.codes[at]),
        ),
        make("td", {}, percent(sums.before, sums.total)),
        make("td", {}, percent(sums.after, sums.total)),
        make(
          "td",
          { "data-region": evaluation.asked.codes[at] },
          sums.after > sums.before
            ? `+${formatNumber(sums.after - sums.before, evaluation.asked.quantity, state.lang)}`
            : "0",
        ),
      ),
    );
  return make(
    "section.sums",
    {},
    make("h3", {}, say("together")),
    make(
      "p.total",
      {},
      make("span", {}, atMost(say("gained"))),
      " ",
      peopleMark("strong", "together", whole.after - whole.before),
      make(
        "span.change",
        {},
        atLeast(`${percent(whole.before, whole.total)} → ${percent(whole.after, whole.total)}`),
      ),
    ),
    make(
      "table",
      {},
      make("caption", {}, `${say("byRegion")} · ${reachText()}`),
      make(
        "thead",
        {},
        head(say("region"), atLeast(say("now")), atLeast(say("withThem")), atMost(say("gained"))),
      ),
      make("tbody", {}, body),
    ),
  );
}

function writeDesk() {
  deskButton.replaceChildren(say("evaluate"));
  const held =
    document.activeElement && desk.contains(document.activeElement)
      ? document.activeElement.id
      : null;
  // What is being typed stays.
  const typed = ["evaluate-coordinate", "evaluate-name"].map((id) => {
    const field = document.getElementById(id);
    return [id, field ? field.value : ""];
  });
  const { scrollTop } = desk;
  desk.setAttribute("aria-label", say("evaluateTitle"));
  desk.replaceChildren(
    make(
      "div.desk-head",
      {},
      make("h2", {}, say("evaluateTitle")),
      make(
        "button.close",
        {
          type: "button",
          id: "evaluate-close",
          "aria-label": say("close"),
          onclick: () => {
            openDesk(false);
            deskButton.focus();
          },
        },
        "×",
      ),
    ),
    scenarioBox(),
    ...[wayBox()].flat().filter(Boolean),
    reachBox(),
    toolBox(),
    make("p.hint.mode", {}, say(state.place ? "picking" : "notPicking")),
    askBox(),
    ...(evaluation.list.length
      ? [
          make("ol.candidates", {}, evaluation.list.map(candidateCard)),
          evaluation.list.length > 1
            ? make(
                "div.compared",
                { tabIndex: 0, role: "region", "aria-label": say("evaluateTitle") },
                candidatesTable(),
              )
            : null,
          sumsBox(),
          make(
            "div.save",
            {},
            make(
              "button.main",
              { type: "button", id: "evaluate-save", onclick: saveCandidates },
              say("save"),
            ),
            make("p.hint", {}, say("saveHint")),
          ),
        ]
      : []
    ).filter(Boolean),
    make(
      "p.hint",
      {},
      say("existing"),
      datum(say(evaluation.asked.existing)),
      state.lang === "zh"
        ? `（${evaluation.coverage.sites.count}）；`
        : ` (${evaluation.coverage.sites.count}); `,
      datum(say(evaluation.asked.quantity.title)),
      evaluation.asked.quantity.derived ? derivedMark() : null,
    ),
    ...[worthNotes()].filter(Boolean),
  );
  typed.forEach(([id, value]) => {
    document.getElementById(id).value = value;
  });
  desk.scrollTop = scrollTop;
  const again = held && document.getElementById(held);
  if (again && !again.disabled) again.focus();
}

function keyDesk(event) {
  if (!deskState.open) return;
  const typing =
    /^(INPUT|TEXTAREA)$/.test(event.target.tagName || "") && event.target.type !== "radio";
  const key = event.key.toLowerCase();
  if (key === "escape" && state.place) pickOnMap(false);
  else if ((event.ctrlKey || event.metaKey) && !typing && (key === "z" || key === "y")) {
    event.preventDefault();
    if (key === "y" || event.shiftKey) redoCandidates();
    else undoCandidates();
  }
}

export function startDesk({ evaluate }) {
  openCandidates(evaluate);
  document.getElementById("tools").prepend(deskButton);
  document.getElementById("panel").after(desk);
  startCandidateMarks();
  startStore();
  startCompareScenarios();
  on("bring", (places) => {
    openDesk(true);
    bringCandidates(places);
  });
  sheetParts.push(() => {
    if (!evaluation.list.length) return [];
    const compared = compareScenarios();
    return [candidatesTable(), compared ? scenarioTable(compared) : null, sumsBox(), worthNotes()];
  });
  document.addEventListener("keydown", keyDesk);
  on("language", writeDesk);
  on("candidates", writeDesk);
  on("picked", (at) => {
    openDesk(true);
    const card = document.getElementById(`candidate-${at}`);
    if (card) card.scrollIntoView({ block: "nearest" });
  });
  on("opened", (drawer) => {
    const covered = ["figures", "tasks"].includes(drawer) || (drawer === "panel" && narrow.matches);
    if (covered && deskState.open) openDesk(false);
  });
  // For tests, and for who wants to check a figure by hand.
  window.gisplanEvaluate = {
    evaluation,
    evaluateCandidates: evaluation.coverage.evaluate,
    geodesicLength,
    destination,
    placeAt,
    readCoordinate,
    inside: nearMap,
  };
}
