// Files that a reader brings: which kind they are, and the rows of a workbook.

import { decodeText, parseTable } from "./own_read.js";

async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// The files of a zip that are asked for, as text.
async function unzip(bytes, wanted) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error("zip");
  const found = {};
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + lengths[0]));
    const local = view.getUint32(at + 42, true);
    if (wanted(name)) {
      const start =
        local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const body = bytes.subarray(start, start + size);
      found[name] = new TextDecoder().decode(method === 8 ? await inflated(body) : body);
    }
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return found;
}

function xml(text) {
  const made = new DOMParser().parseFromString(text, "application/xml");
  if (made.querySelector("parsererror")) throw new Error("xml");
  return made;
}

// A cell's column from its reference, such as AB7.
function columnOf(reference) {
  const letters = /^[A-Z]+/.exec(reference ?? "");
  if (!letters) return null;
  return [...letters[0]].reduce((sum, one) => 26 * sum + one.charCodeAt(0) - 64, 0) - 1;
}

// The rows of the first sheet of a workbook.
async function workbookRows(bytes) {
  const parts = await unzip(bytes, (name) =>
    /^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(name),
  );
  const texts = (node) => [...node.getElementsByTagName("t")].map((t) => t.textContent).join("");
  const shared = parts["xl/sharedStrings.xml"]
    ? [...xml(parts["xl/sharedStrings.xml"]).getElementsByTagName("si")].map(texts)
    : [];
  const [first] = Object.keys(parts)
    .filter((name) => name.includes("/sheet"))
    .sort((a, b) => Number(/\d+/.exec(a)[0]) - Number(/\d+/.exec(b)[0]));
  if (!first) throw new Error("sheet");
  const rows = [];
  for (const row of xml(parts[first]).getElementsByTagName("row")) {
    const cells = [];
    for (const cell of row.getElementsByTagName("c")) {
      const value = cell.getElementsByTagName("v")[0]?.textContent ?? "";
      const kind = cell.getAttribute("t");
      const text =
        kind === "s" ? shared[Number(value)] : kind === "inlineStr" ? texts(cell) : value;
      cells[columnOf(cell.getAttribute("r")) ?? cells.length] = text ?? "";
    }
    const number = Number(row.getAttribute("r")) || rows.length + 1;
    rows[number - 1] = Array.from(cells, (one) => one ?? "");
  }
  return Array.from(rows, (row) => row ?? []);
}

// Placemarks of a KML document as GeoJSON.
function kmlFeatures(text) {
  const spots = (node) =>
    (node?.textContent ?? "")
      .trim()
      .split(/\s+/)
      .map((one) => one.split(",").slice(0, 2).map(Number));
  const coordinates = (node) => spots(node.getElementsByTagName("coordinates")[0]);
  const features = [...xml(text).getElementsByTagName("Placemark")].map((mark) => {
    const name = mark.getElementsByTagName("name")[0]?.textContent ?? "";
    const [point] = mark.getElementsByTagName("Point");
    const [line] = mark.getElementsByTagName("LineString");
    const [area] = mark.getElementsByTagName("Polygon");
    let geometry = null;
    if (point) geometry = { type: "Point", coordinates: coordinates(point)[0] };
    else if (line) geometry = { type: "LineString", coordinates: coordinates(line) };
    else if (area) {
      const rings = [...area.getElementsByTagName("coordinates")].map(spots);
      geometry = { type: "Polygon", coordinates: rings };
    }
    return { type: "Feature", properties: name ? { name } : {}, geometry };
  });
  return { type: "FeatureCollection", features };
}

// What a file holds: {rows} of a table, or {features} of GeoJSON.
export async function readOwn(bytes) {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { rows: await workbookRows(bytes) };
  const text = decodeText(bytes)
    .replace(/^\ufeff/, "")
    .trim();
  if (/^[[{]/.test(text)) return { features: JSON.parse(text) };
  if (text.startsWith("<")) return { features: kmlFeatures(text) };
  return { rows: parseTable(text) };
}
