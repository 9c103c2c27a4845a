// A reader's own list: text to rows, rows to places, and of each row that is not taken why not.

import { fromBd09, fromGcj02 } from "./datum.js";

// UTF-8 if it is, else the national standard that Office writes; a byte order mark goes.
export function decodeText(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

// Rows of cells from text with commas, semicolons or tabs, and quotes.
export function parseTable(text) {
  const plain = text.replace(/^\ufeff/, "");
  const head = plain.split(/\r?\n/, 1)[0];
  const times = (mark) => head.split(mark).length;
  const mark = ["\t", ",", ";", "，"].sort((a, b) => times(b) - times(a))[0];
  const rows = [];
  let [row, cell, quoted] = [[], "", false];
  const end = () => {
    row.push(cell.trim());
    cell = "";
  };
  for (let at = 0; at < plain.length; at++) {
    const letter = plain[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (plain[at + 1] === '"') cell += plain[++at];
      else quoted = false;
    } else if (letter === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (letter === mark) end();
    else if (letter === "\n" || letter === "\r") {
      if (letter === "\r" && plain[at + 1] === "\n") at++;
      end();
      rows.push(row);
      row = [];
    } else cell += letter;
  }
  if (cell || row.length) {
    end();
    rows.push(row);
  }
  return rows;
}

const HEADS = {
  lon: /^(经度|东经|lon|lng|long|longitude|x)([（(].*)?$/i,
  lat: /^(纬度|北纬|lat|latitude|y)([（(].*)?$/i,
  both: /^(坐标|经纬度|位置|coordinates?|location|position)([（(].*)?$/i,
  unit: /^(县|区县|县区|县级单位|县（区）|所在县|所在区县|所在地|地区|行政区|市州|所属地区|county|region|district|place|adcode|行政区划代码)$/i,
  name: /^(名称|企业名称|单位名称|项目名称|站点|站点名称|设施名称|设施|企业|name|title)$/i,
};

// Which column is what, by its heading; -1 where there is none.
export function findColumns(heads) {
  const at = (pattern) => heads.findIndex((head) => pattern.test(String(head ?? "").trim()));
  return Object.fromEntries(Object.entries(HEADS).map(([name, pattern]) => [name, at(pattern)]));
}

const DATUMS = {
  wgs84: (lon, lat) => [lon, lat],
  // They differ by decimetres, far below what a list like this knows.
  cgcs2000: (lon, lat) => [lon, lat],
  gcj02: fromGcj02,
  bd09: fromBd09,
};
export const DATUM_NAMES = Object.keys(DATUMS);

function refuse(rows, row, why) {
  rows.push({ row, why });
}

function number(text) {
  const plain = String(text ?? "").replace(/[°度\s]/g, "");
  return plain === "" ? Number.NaN : Number(plain);
}

// Places of rows of cells, the first the headings. `readCoordinate` reads both in one cell,
// `unitOf` gives {lon, lat} of a unit's name or code, or null if none or several are called so.
// Gives {taken: [{row, name, lon, lat, exact, cells}], refused: [{row, why}]}; rows count as in a
// spreadsheet, the headings being row 1.
export function placesOfRows(rows, datum, { readCoordinate, unitOf }) {
  const [heads = [], ...body] = rows;
  const columns = findColumns(heads);
  const [taken, refused] = [[], []];
  const located = (columns.lon >= 0 && columns.lat >= 0) || columns.both >= 0;
  body.forEach((cells, at) => {
    const row = at + 2;
    if (cells.every((cell) => cell === "" || cell === null)) return;
    const name = columns.name >= 0 ? String(cells[columns.name] ?? "") : "";
    let found = null;
    let why = "ownNoPlace";
    if (located) {
      const written =
        columns.both >= 0
          ? readCoordinate(String(cells[columns.both] ?? ""))
          : { lon: number(cells[columns.lon]), lat: number(cells[columns.lat]) };
      const given =
        columns.both >= 0
          ? String(cells[columns.both] ?? "") !== ""
          : `${cells[columns.lon] ?? ""}${cells[columns.lat] ?? ""}`.trim() !== "";
      const { lon, lat } = written;
      if (
        Number.isFinite(lon) &&
        Number.isFinite(lat) &&
        Math.abs(lon) <= 180 &&
        Math.abs(lat) <= 90
      ) {
        const [x, y] = DATUMS[datum](lon, lat);
        found = { lon: x, lat: y, exact: true };
      } else if (given) why = Math.abs(lon) > 1000 ? "ownProjected" : "ownNotCoordinate";
    }
    if (!found && why === "ownNoPlace" && columns.unit >= 0 && cells[columns.unit]) {
      const unit = unitOf(String(cells[columns.unit]));
      if (unit) found = { ...unit, exact: false };
      else why = "ownNoUnit";
    }
    if (!found) refuse(refused, row, why);
    else {
      const values = Object.fromEntries(
        heads
          .map((head, n) => [head || `#${n + 1}`, cells[n]])
          .filter(([, value]) => value !== "" && value != null),
      );
      taken.push({ row, name: name || `#${row}`, ...found, cells: values });
    }
  });
  return { taken, refused };
}

// Places and shapes of GeoJSON: points are places, all else is drawn only.
export function placesOfGeojson(data, datum) {
  const features =
    data?.type === "FeatureCollection"
      ? data.features
      : data?.type === "Feature"
        ? [data]
        : data?.coordinates
          ? [{ type: "Feature", properties: {}, geometry: data }]
          : [];
  const [taken, refused, shapes] = [[], [], []];
  const isPlace = ([lon, lat]) =>
    Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  const flat = (one) => (typeof one?.[0] === "number" ? [one] : (one ?? []).flatMap(flat));
  const turn = (one) =>
    typeof one[0] === "number" ? DATUMS[datum](one[0], one[1]) : one.map(turn);
  features.forEach((feature, at) => {
    const geometry = feature?.geometry;
    const properties = feature?.properties ?? {};
    const row = at + 1;
    const spots = flat(geometry?.coordinates);
    const why = spots.some(([lon]) => Math.abs(lon) > 1000) ? "ownProjected" : "ownNotCoordinate";
    if (!geometry || !spots.length) refuse(refused, row, "ownNoPlace");
    else if (!spots.every(isPlace)) refuse(refused, row, why);
    else if (geometry.type === "Point") {
      const [lon, lat] = turn(geometry.coordinates);
      const key = Object.keys(properties).find((one) => HEADS.name.test(one));
      const name = key ? String(properties[key]) : `#${row}`;
      taken.push({ row, name, lon, lat, exact: true, cells: properties });
    } else {
      shapes.push({
        type: "Feature",
        properties,
        geometry: { type: geometry.type, coordinates: turn(geometry.coordinates) },
      });
    }
  });
  return { taken, refused, shapes };
}
