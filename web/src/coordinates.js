// A coordinate as people write it: 103.8343, 36.0611; 36.0611N 103.8343E; 东经103°50′3″ 北纬36°3′40″.

// A number of degrees, or degrees, minutes and seconds. Its mark stands before it or after it, the
// same way for both: what comes first in the text, a mark or a number, tells which.
const MARK = "东经|西经|北纬|南纬|经度|纬度|[NSEW]";
const ANGLE =
  "([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′'’分]\\s*)?" +
  "(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″\"”秒]|''|′′))?)?";
const MARKED_BEFORE = new RegExp(`(${MARK})?\\s*[:：=]?\\s*${ANGLE}`, "gi");
const MARKED_AFTER = new RegExp(`()${ANGLE}(?:\\s*(${MARK}))?`, "gi");
const AXIS = {
  东经: "lon",
  西经: "lon",
  经度: "lon",
  E: "lon",
  W: "lon",
  北纬: "lat",
  南纬: "lat",
  纬度: "lat",
  N: "lat",
  S: "lat",
};
const NEGATIVE = new Set(["西经", "南纬", "W", "S"]);

function readAngles(text) {
  const plain = text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ")
    .replace(/lon(gitude)?\b|lng\b/gi, "经度")
    .replace(/lat(itude)?\b/gi, "纬度");
  const found = [];
  const first = new RegExp(`^[\\s(]*(?:${MARK})`, "i").test(plain);
  // What is between the numbers: nothing but blanks and commas.
  const rest = plain.replace(
    first ? MARKED_BEFORE : MARKED_AFTER,
    (_, before, degrees, minutes, seconds, after) => {
      const mark = (before || (typeof after === "string" ? after : "")).toUpperCase();
      const sign = /^[−-]/.test(degrees) ? -1 : 1;
      const size = Math.abs(parseFloat(degrees.replace("−", "-")));
      const value = sign * (size + (minutes ? minutes / 60 : 0) + (seconds ? seconds / 3600 : 0));
      const short =
        (minutes === undefined || minutes < 60) && (seconds === undefined || seconds < 60);
      found.push({ value: NEGATIVE.has(mark) ? -value : value, axis: AXIS[mark] || null, short });
      return " ";
    },
  );
  return /^[\s,;、()]*$/.test(rest) ? found : [];
}

// Give {lon, lat, note} or {fault}, both as names of words. Two bare numbers are longitude,
// latitude; if only the other order can be meant, that is taken and said.
export function readCoordinate(text, inside) {
  const angles = readAngles(text);
  if (angles.length !== 2 || angles.some((one) => !one.short)) return { fault: "notCoordinate" };
  const [a, b] = angles;
  if (a.axis && a.axis === b.axis) return { fault: "notCoordinate" };
  if (Math.max(Math.abs(a.value), Math.abs(b.value)) > 360) return { fault: "projected" };
  const labelled = a.axis || b.axis;
  const latFirst = a.axis === "lat" || b.axis === "lon";
  const valid = (lon, lat) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  const orders = latFirst ? [[b.value, a.value]] : [[a.value, b.value]];
  if (!labelled) orders.push([b.value, a.value]);
  const at = orders.findIndex(([lon, lat]) => valid(lon, lat) && inside(lon, lat));
  if (at < 0)
    return { fault: orders.some(([lon, lat]) => valid(lon, lat)) ? "tooFar" : "outOfRange" };
  const [lon, lat] = orders[at].map(roundDegrees);
  return { lon, lat, note: at === 1 ? "swapped" : null };
}

// Six digits: a tenth of a metre. What is kept is what is measured and what is saved.
export function roundDegrees(value) {
  return Math.round(value * 1e6) / 1e6;
}
