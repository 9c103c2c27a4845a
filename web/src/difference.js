// The difference of two columns of figures, unit by unit, and its classes about zero.

// ColorBrewer's PuOr of five: less, about the same, more; to be told apart by every kind of colour vision.
const COLORS = ["#b35806", "#f1a340", "#f7f7f7", "#998ec3", "#542788"];

// Values by code, B less A: null where one of them is not known. Codes that only one has are left out.
export function differences(a, b) {
  const found = new Map();
  for (const [code, left] of a) {
    if (!b.has(code)) continue;
    const right = b.get(code);
    found.set(code, left === null || right === null ? null : right - left);
  }
  return found;
}

// Classes of equal steps about zero; the middle one holds what is nearer to zero than a sixth of the
// largest difference.
export function differenceClasses(values) {
  const known = [...values].filter((value) => value !== null);
  const most = Math.max(0, ...known.map(Math.abs));
  if (most === 0) {
    return [{ low: 0, high: 0, color: COLORS[2], count: known.length }];
  }
  const bounds = [-most, -most / 2, -most / 6, most / 6, most / 2, most];
  return COLORS.map((color, at) => {
    const [low, high] = [bounds[at], bounds[at + 1]];
    const count = known.filter((value) => classAt(value, bounds) === at).length;
    return { low, high, color, count };
  });
}

function classAt(value, bounds) {
  const at = bounds.slice(1, -1).findIndex((bound) => value < bound);
  return at < 0 ? COLORS.length - 1 : at;
}

export function differenceColor(value, classes) {
  if (classes.length === 1) return classes[0].color;
  return COLORS[classAt(value, [classes[0].low, ...classes.map((one) => one.high)])];
}
