// Undoing the shifts of Chinese web maps, GCJ-02 and BD-09: the same as gisplan.places.gcj02.

const BOUNDS = [72.004, 0.8293, 137.8347, 55.8271];
const LONGEST_SHIFT = 0.1;
const LAST_STEP = 1e-9;
// Krassovsky 1940.
const A = 6378245;
const E2 = 1 - (1 - 1 / 298.3) ** 2;
const { PI, sin, cos, sqrt, abs, atan2, hypot } = Math;

function inside(lon, lat, margin = 0) {
  const [west, south, east, north] = BOUNDS;
  return (
    lon >= west - margin && lon <= east + margin && lat >= south - margin && lat <= north + margin
  );
}

function gcj02(lon, lat) {
  const [x, y] = [lon - 105, lat - 35];
  const ripples = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    ripples +
    (20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * (2 / 3) +
    (150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    ripples +
    (20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * (2 / 3) +
    (160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * (2 / 3);
  const angle = (lat * PI) / 180;
  const w = 1 - E2 * sin(angle) ** 2;
  const root = sqrt(w);
  return [
    (east * 180) / ((A / root) * cos(angle) * PI),
    (north * 180) / (((A * (1 - E2)) / (w * root)) * PI),
  ];
}

function gcj02ToBd09(lon, lat) {
  const turn = (3000 / 180) * PI;
  const far = hypot(lon, lat) + 0.00002 * sin(lat * turn);
  const angle = atan2(lat, lon) + 0.000003 * cos(lon * turn);
  return [far * cos(angle) + 0.0065 - lon, far * sin(angle) + 0.006 - lat];
}

function undo(shift, x, y) {
  let [lon, lat] = [x, y];
  for (let round = 0; round < 30; round++) {
    const [dx, dy] = shift(lon, lat);
    const step = Math.max(abs(x - dx - lon), abs(y - dy - lat));
    [lon, lat] = [x - dx, y - dy];
    if (step < LAST_STEP) break;
  }
  return [lon, lat];
}

function unshifted(x, y, shifts) {
  if (!inside(x, y, LONGEST_SHIFT)) return [x, y];
  let [lon, lat] = [x, y];
  for (const shift of shifts) [lon, lat] = undo(shift, lon, lat);
  // What would come from outside was never shifted.
  return inside(lon, lat, LAST_STEP) ? [lon, lat] : [x, y];
}

export function fromGcj02(x, y) {
  return unshifted(x, y, [gcj02]);
}

export function fromBd09(x, y) {
  return unshifted(x, y, [gcj02ToBd09, gcj02]);
}
