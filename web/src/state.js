// What the reader has chosen, and the events by which the parts of the page tell of changes.

export const state = {
  // "zh" or "en".
  lang: "zh",
  // By name, whether what lies beneath is on the map; on if nothing is said.
  context: Object.create(null),
  // For each layer, whether it is on the map.
  shown: [],
  // For each group of layers, from 0 to 1.
  opacity: [],
  // The year of the slider; null for all.
  year: null,
  // The one place that is chosen, {layer, place, row}; place is null if the row has no position.
  chosen: null,
  // By table the rows that the list of tasks leaves on the map; a table that is not here is whole.
  kept: Object.create(null),
  // Which map of an atlas is shown.
  map: 0,
  // The unit whose profile is open, {table, code}.
  profile: null,
  // What rows are wanted (filter.js): by table and column, the values.
  filter: new Map(),
  // What the address holds besides, by name.
  more: Object.create(null),
  // Whether clicks measure.
  measuring: false,
  // Whether the page stands as a sheet of paper.
  paper: false,
  // What a click does while candidate sites are being set: a function of latitude and longitude.
  place: null,
};

const listeners = {
  // The reader's language, the layers shown, the year, what the pointer is over, what is chosen,
  // the view of the map or the opacity of a group.
  language: [],
  layers: [],
  // What lies beneath.
  context: [],
  year: [],
  hover: [],
  chosen: [],
  view: [],
  // A drawer has been opened: "panel", "figures", "tasks" or "desk".
  opened: [],
  // The candidate sites or their figures; the candidate whose mark was clicked.
  candidates: [],
  picked: [],
  // Another map of the atlas; other rows are wanted.
  map: [],
  filter: [],
  // Places that the reader brought become candidate sites.
  bring: [],
  // What an address holds besides.
  linked: [],
  // A profile is asked for, {table, code}.
  profile: [],
  // A popup has been docked, which takes room.
  docked: [],
  // The page becomes a sheet of paper, or is the screen's again.
  paper: [],
  // What is asked of the tasks of the plan, and what was found.
  tasks: [],
  // Which rows the list of tasks leaves on the map.
  kept: [],
};

export function on(event, listener) {
  listeners[event].push(listener);
}

export function tell(event, what) {
  for (const listener of listeners[event]) listener(what);
}

// Take the state in which a page opens from its data.
export function openState(data) {
  state.lang = data.lang;
  state.shown = data.layers.map((layer) => layer.show);
  state.opacity = data.groups.map(() => 1);
}
