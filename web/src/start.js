// The start of the page: each part in its turn, then the words, then the view.
//
// A module makes what it owns when it is loaded and listens to nothing before its start is called.

import { startAtlas } from "./atlas.js";
import { startCompare } from "./compare.js";
import { startContext } from "./context.js";
import { addControls } from "./controls.js";
import { startCounts } from "./counts.js";
import { data } from "./data.js";
import { startDialog } from "./dialog.js";
import { addTiles, startDraw } from "./draw.js";
import { openFigures, startFigures, tableIsShort } from "./figures.js";
import { geodesicArea, geodesicLength } from "./geodesic.js";
import { startHover } from "./hover.js";
import { startIdentify } from "./identify.js";
import { placeLabels, startLabels } from "./labels.js";
import { L } from "./leaflet.js";
import { readLanguage, startLink } from "./link.js";
import { layers, map, places, showOneTheme } from "./map.js";
import { startMeasure } from "./measure.js";
import { startOwn } from "./own.js";
import { startPage } from "./page.js";
import { openPanel, startPanel } from "./panel.js";
import { startPaper } from "./paper.js";
import { startPopup } from "./popup.js";
import { startProfile } from "./profile.js";
import { context } from "./rows.js";
import { startSearch } from "./search.js";
import { inPolygon } from "./shapes.js";
import { openState, state, tell } from "./state.js";
import { startTasks } from "./tasks.js";
import { fit, narrow } from "./view.js";
import { setYear, startYears } from "./years.js";

// `parts` start what only some maps have.
export function start(...parts) {
  openState(data);
  readLanguage();
  if (data.basemap) addTiles(data.basemap);
  // Names stand clear of the numbers beside marks, so that these are placed first.
  startCounts();
  startLabels();
  startHover();
  startPopup();
  startIdentify();
  startYears(addControls());
  Object.assign(context, {
    prefectures: layers.find((one) => one.table === "prefectures" && one.data.search.code),
    inPolygon: (place, [lat, lng]) => inPolygon(place, L.latLng(lat, lng)),
  });
  startAtlas();
  startPanel();
  startFigures();
  startSearch();
  startMeasure();
  startCompare();
  startOwn();
  startProfile();
  startPaper();
  startDialog();
  startPage();
  startDraw();
  startContext();
  showOneTheme();
  startTasks();
  for (const startPart of parts) startPart(data);
  tell("language");
  // The map has its size once the words above and beside it are there.
  openPanel(!narrow.matches);
  openFigures(window.matchMedia("(min-width: 1180px)").matches && tableIsShort());
  fit();
  startLink();
  placeLabels();

  // For tests, and for who looks at a page with the tools of a browser.
  window.gisplan = { map, data, state, layers, places, setYear, geodesicLength, geodesicArea };
}
