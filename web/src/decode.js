// How the data hold geometry: differences as numbers in base 64, borders as arcs.

const DIGITS = new Int8Array(128);
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
for (let digit = 0; digit < LETTERS.length; digit++) DIGITS[LETTERS.charCodeAt(digit)] = digit;

// Whole numbers, each its lowest five bits first.
export function decodeNumbers(text) {
  const numbers = [];
  for (let at = 0; at < text.length; ) {
    let value = 0;
    let scale = 1;
    let digit;
    do {
      digit = DIGITS[text.charCodeAt(at++)];
      value += (digit & 31) * scale;
      scale *= 32;
    } while (digit & 32);
    numbers.push(value % 2 ? -(value + 1) / 2 : value / 2);
  }
  return numbers;
}

// Vertices [latitude, longitude] from differences on a grid of {decimals, origin}.
export function decodePoints(text, { decimals, origin }) {
  const grid = 10 ** -decimals;
  const numbers = decodeNumbers(text);
  const points = [];
  let [x, y] = origin;
  for (let at = 0; at < numbers.length; at += 2) {
    x += numbers[at];
    y += numbers[at + 1];
    points.push([y * grid, x * grid]);
  }
  return points;
}

// One path from the numbers of its arcs; ~n is arc n the other way round.
export function joinArcs(arcs, numbers) {
  const ring = [];
  numbers.forEach((number, at) => {
    const arc = number < 0 ? arcs[~number].slice().reverse() : arcs[number];
    for (let i = at ? 1 : 0; i < arc.length; i++) ring.push(arc[i]);
  });
  return ring;
}

// The value of a row; repeated words stand once.
export function stored(values, row) {
  if (Array.isArray(values)) return values[row];
  return values.words[values.of === 0 ? 0 : values.of[row]];
}

export function inRing(ring, [lat, lng]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [y1, x1] = ring[i];
    const [y2, x2] = ring[j];
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
