// Numbers as people read them. The rule is that of gisplan/digits.py; test/digits.json holds both
// to the same figures.

const MOST_DIGITS = 12;
const MOST_DECIMALS = 10;
const NONE = ["", 1];
const SIGNS = [
  ["亿", 1e8],
  ["万", 1e4],
];
// What is given is in 万 or 亿 from ten of them on, with two decimals; what is rounded has its digits
// anyway.
const GIVEN_FROM = 10;
const DECIMALS_OF_MYRIADS = 2;

// Of a count or a published figure, and of a computed one.
export const GIVEN = { digits: null, myriads: true };
export const ESTIMATE = { digits: 3, myriads: true };

// Digits in threes, of a whole number that is not negative.
export function group(number) {
  const digits = number < 1e21 ? String(number) : String(BigInt(number));
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

function fixed(size, decimals) {
  if (size >= 1e21) return group(size);
  const [whole, part] = size.toFixed(decimals).split(".");
  const rest = (part || "").replace(/0+$/, "");
  return group(Number(whole)) + (rest ? `.${rest}` : "");
}

// The size of a figure, rounded if it is an estimate.
function nearOf(value, { digits }) {
  const size = Math.abs(value);
  if (!digits) return size;
  let count = digits;
  let near = Number(size.toPrecision(count));
  // A share that is not all is never 100.
  while (size < 100 && near >= 100 && count < MOST_DIGITS) {
    count += 1;
    near = Number(size.toPrecision(count));
  }
  return near;
}

function signOf(near, { digits, myriads }, lang) {
  const least = digits ? 1 : GIVEN_FROM;
  const held = myriads && lang === "zh" ? SIGNS : [];
  return held.find((sign) => near >= least * sign[1]) ?? NONE;
}

// The largest sign that each would have by itself, or is written under with two decimals.
function sharedSign(values, how, lang) {
  const sizes = values.map((one) => nearOf(one, how)).filter(Boolean);
  const own = sizes.map((near) => signOf(near, how, lang));
  const exact = (near, size) =>
    near >= size && Number.isInteger((near / size) * 10 ** DECIMALS_OF_MYRIADS);
  const fits = ([, size]) => sizes.every((near, at) => own[at][1] >= size || exact(near, size));
  return SIGNS.find((sign) => own.includes(sign) && fits(sign)) ?? NONE;
}

function given(size) {
  if (Number.isInteger(size)) return group(size);
  if (size >= 1) return fixed(size, size >= 1000 ? 1 : 2);
  // Three digits that count, never as a power of ten.
  return fixed(Number(size.toPrecision(3)), MOST_DECIMALS);
}

function write(value, how, [sign, unit]) {
  const near = nearOf(value, how);
  const size = near / unit;
  let said = "0";
  if (near && !how.digits && !sign) said = given(near);
  else if (near) said = fixed(size, how.digits ? decimalsOf(size) : DECIMALS_OF_MYRIADS) + sign;
  return value < 0 && said !== "0" ? `−${said}` : said;
}

// The shortest decimals that give the number back, so that 26000 / 10000 is 2.6.
function decimalsOf(number) {
  const [digits, power] = String(number).split("e");
  const decimals = (digits.split(".")[1] || "").length - Number(power || 0);
  return Math.min(MOST_DECIMALS, Math.max(0, decimals));
}

// A figure to the digits that it deserves: `how` is a column, or what else has `digits` and
// `myriads`; in Chinese large ones are in 万 and 亿.
export function formatNumber(value, how = GIVEN, lang = "en") {
  return write(value, how, signOf(nearOf(value, how), how, lang));
}

// Figures that stand side by side: told apart, and all in 亿, all in 万 or all in full; as say_apart
// of gisplan/digits.py does.
export function formatApart(values, how = GIVEN, lang = "en") {
  const different = [...new Set(values)];
  for (let more = 0; ; more += 1) {
    const wider = { ...how, digits: how.digits ? how.digits + more : how.digits };
    const sign = sharedSign(different, wider, lang);
    const said = different.map((one) => write(one, wider, sign));
    if (!how.digits || more === MOST_DIGITS || new Set(said).size === different.length) {
      return new Map(different.map((one, at) => [one, said[at]]));
    }
  }
}

export function percent(part, whole) {
  return whole > 0 ? `${formatNumber((part / whole) * 100, ESTIMATE)} %` : "—";
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
