// Numbers as people read them.

// Digits in threes, of a whole number that is not negative.
export function group(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

// As many digits as say something: three at least, none after the point of large numbers.
export function formatNumber(value) {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (Number.isInteger(value)) return sign + group(size);
  let text = size >= 1000 ? size.toFixed(1) : size >= 1 ? size.toFixed(2) : size.toPrecision(3);
  // A small number's power of ten is not for readers.
  if (text.includes("e")) text = size.toFixed(10).replace(/0+$/, "");
  const [whole, part] = text.replace(/(\.\d*?)0+$/, "$1").split(".");
  const digits = group(whole) + (part ? `.${part}` : "");
  return digits === "0" ? digits : sign + digits;
}

export function percent(part, whole) {
  return whole > 0 ? `${((part / whole) * 100).toFixed(2)} %` : "—";
}

// A measured length: exact to 0.1 m, 1 m or 10 m.
export function lengthText(metres) {
  if (!Number.isFinite(metres)) return "—";
  if (metres < 1000) return `${metres.toFixed(1)} m`;
  return `${formatNumber(Number((metres / 1000).toFixed(metres < 100000 ? 3 : 2)))} km`;
}

// A distance between places: to the metre, or to ten metres.
export function distanceText(metres) {
  if (!Number.isFinite(metres)) return "—";
  return metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(2)} km`;
}

// A number and the name of its unit among "m2", "ha" and "km2".
export function areaParts(square) {
  const [unit, size] = square < 1e4 ? ["m2", 1] : square < 1e6 ? ["ha", 1e4] : ["km2", 1e6];
  return [formatNumber(Number((square / size).toFixed(2))), unit];
}
