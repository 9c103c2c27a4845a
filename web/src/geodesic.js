// Lengths and areas on the WGS 84 ellipsoid, along geodesics, as gisplan itself measures:
// T. Vincenty (1975), Survey Review 23(176), 88-93. Good to half a millimetre, but for points
// almost opposite on the globe, which no reach comes near.

const EQUATOR = 6378137;
const FLATTENING = 1 / 298.257223563;
const POLE = EQUATOR * (1 - FLATTENING);
// Least radius of curvature of the ellipsoid: no geodesic is longer than the arc of this radius
// over its chord. And none is shorter than the chord.
export const LEAST_RADIUS = 6335439;
export const SLACK = 1e-4;
export const DEGREE = Math.PI / 180;

// Degrees from one longitude to another, the shorter way round the globe.
function turn(lon1, lon2) {
  return ((((lon2 - lon1 + 540) % 360) + 360) % 360) - 180;
}

// Longitude and latitude in degrees to metres from the middle of the Earth.
export function earthCentred(lon, lat) {
  const e2 = FLATTENING * (2 - FLATTENING);
  const sin = Math.sin(lat * DEGREE);
  const cos = Math.cos(lat * DEGREE);
  const normal = EQUATOR / Math.sqrt(1 - e2 * sin * sin);
  return [
    normal * cos * Math.cos(lon * DEGREE),
    normal * cos * Math.sin(lon * DEGREE),
    normal * (1 - e2) * sin,
  ];
}

// Vincenty's series, shared by both ways.
function seriesOf(cosSqAlpha) {
  const uSq = (cosSqAlpha * (EQUATOR * EQUATOR - POLE * POLE)) / (POLE * POLE);
  return [
    1 + (uSq / 16384) * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq))),
    (uSq / 1024) * (256 + uSq * (-128 + uSq * (74 - 47 * uSq))),
  ];
}
function deltaSigma(b, sinSigma, cosSigma, cos2m) {
  return (
    b *
    sinSigma *
    (cos2m +
      (b / 4) *
        (cosSigma * (2 * cos2m * cos2m - 1) -
          (b / 6) * cos2m * (4 * sinSigma * sinSigma - 3) * (4 * cos2m * cos2m - 3)))
  );
}
function longitudeTerm(cosSqAlpha) {
  return (FLATTENING / 16) * cosSqAlpha * (4 + FLATTENING * (4 - 3 * cosSqAlpha));
}

// Metres between two points in degrees; NaN for points almost opposite each other.
export function geodesicLength(lon1, lat1, lon2, lat2) {
  if (lon1 === lon2 && lat1 === lat2) return 0;
  const U1 = Math.atan((1 - FLATTENING) * Math.tan(lat1 * DEGREE));
  const U2 = Math.atan((1 - FLATTENING) * Math.tan(lat2 * DEGREE));
  const [sinU1, cosU1, sinU2, cosU2] = [Math.sin(U1), Math.cos(U1), Math.sin(U2), Math.cos(U2)];
  const L = turn(lon1, lon2) * DEGREE;
  let lambda = L;
  for (let round = 0; round < 100; round++) {
    const sinLambda = Math.sin(lambda);
    const cosLambda = Math.cos(lambda);
    const sinSigma = Math.hypot(cosU2 * sinLambda, cosU1 * sinU2 - sinU1 * cosU2 * cosLambda);
    if (sinSigma === 0) return 0;
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * sinLambda) / sinSigma;
    const cosSqAlpha = 1 - sinAlpha * sinAlpha;
    // Along the equator there is no turning point of the latitude.
    const cos2m = cosSqAlpha > 1e-15 ? cosSigma - (2 * sinU1 * sinU2) / cosSqAlpha : 0;
    const C = longitudeTerm(cosSqAlpha);
    const before = lambda;
    lambda =
      L +
      (1 - C) *
        FLATTENING *
        sinAlpha *
        (sigma + C * sinSigma * (cos2m + C * cosSigma * (2 * cos2m * cos2m - 1)));
    if (Math.abs(lambda - before) < 1e-13) {
      const [A, B] = seriesOf(cosSqAlpha);
      return POLE * A * (sigma - deltaSigma(B, sinSigma, cosSigma, cos2m));
    }
  }
  return NaN;
}

// Where one comes to from a point, going so many metres by a bearing in degrees: [lat, lon].
export function destination(lon, lat, bearing, metres) {
  const alpha1 = bearing * DEGREE;
  const tanU1 = (1 - FLATTENING) * Math.tan(lat * DEGREE);
  const cosU1 = 1 / Math.sqrt(1 + tanU1 * tanU1);
  const sinU1 = tanU1 * cosU1;
  const sigma1 = Math.atan2(tanU1, Math.cos(alpha1));
  const sinAlpha = cosU1 * Math.sin(alpha1);
  const cosSqAlpha = 1 - sinAlpha * sinAlpha;
  const [A, B] = seriesOf(cosSqAlpha);
  let sigma = metres / (POLE * A);
  for (let round = 0, before = Infinity; round < 100 && Math.abs(sigma - before) > 1e-13; round++) {
    before = sigma;
    sigma =
      metres / (POLE * A) +
      deltaSigma(B, Math.sin(sigma), Math.cos(sigma), Math.cos(2 * sigma1 + sigma));
  }
  const [sin, cos, cos2m] = [Math.sin(sigma), Math.cos(sigma), Math.cos(2 * sigma1 + sigma)];
  const across = sinU1 * sin - cosU1 * cos * Math.cos(alpha1);
  const to = Math.atan2(
    sinU1 * cos + cosU1 * sin * Math.cos(alpha1),
    (1 - FLATTENING) * Math.hypot(sinAlpha, across),
  );
  const lambda = Math.atan2(sin * Math.sin(alpha1), cosU1 * cos - sinU1 * sin * Math.cos(alpha1));
  const C = longitudeTerm(cosSqAlpha);
  const L =
    lambda -
    (1 - C) *
      FLATTENING *
      sinAlpha *
      (sigma + C * sin * (cos2m + C * cos * (2 * cos2m * cos2m - 1)));
  return [to / DEGREE, lon + L / DEGREE];
}

// The bearing of the geodesic from a to b: that of the chord, set right by where it leads.
function bearingTo(lon1, lat1, lon2, lat2, metres) {
  const [a, b] = [earthCentred(lon1, lat1), earthCentred(lon2, lat2)];
  const [x, y, z] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [sinLon, cosLon] = [Math.sin(lon1 * DEGREE), Math.cos(lon1 * DEGREE)];
  const [sinLat, cosLat] = [Math.sin(lat1 * DEGREE), Math.cos(lat1 * DEGREE)];
  const east = -sinLon * x + cosLon * y;
  const north = -sinLat * cosLon * x - sinLat * sinLon * y + cosLat * z;
  let bearing = Math.atan2(east, north) / DEGREE;
  for (let round = 0; round < 4; round++) {
    const [lat, lon] = destination(lon1, lat1, bearing, metres);
    const dx = turn(lon, lon2) * Math.cos(lat2 * DEGREE) * DEGREE * EQUATOR;
    const dy = (lat2 - lat) * DEGREE * EQUATOR;
    // The geodesic's own direction at its end, from a little before it.
    const [lat0, lon0] = destination(lon1, lat1, bearing, metres * 0.999);
    const at = Math.atan2((lon - lon0) * Math.cos(lat2 * DEGREE), lat - lat0);
    const across = dx * Math.cos(at) - dy * Math.sin(at);
    const reduced = EQUATOR * Math.sin(Math.min(metres / EQUATOR, Math.PI - 0.1));
    bearing += across / reduced / DEGREE;
  }
  return bearing;
}

// Points of the geodesic between two points [lat, lon], the first one left out.
export function geodesicPoints([lat1, lon1], [lat2, lon2], least, most) {
  const metres = geodesicLength(lon1, lat1, lon2, lat2);
  const count = Math.max(least, Math.min(most, Math.ceil(metres / 2000)));
  if (count === 1 || !metres || !Number.isFinite(metres)) return [[lat2, lon2]];
  const bearing = bearingTo(lon1, lat1, lon2, lat2, metres);
  const points = Array.from({ length: count - 1 }, (_, at) =>
    destination(lon1, lat1, bearing, (metres * (at + 1)) / count),
  );
  return [...points, [lat2, lon2]];
}

// The ellipsoid's area below a line of latitude goes as this: J. P. Snyder, Map Projections, 1987,
// equation 3-12.
function authalic(lat) {
  const e = Math.sqrt(FLATTENING * (2 - FLATTENING));
  const sin = Math.sin(lat * DEGREE);
  return (1 - e * e) * (sin / (1 - e * e * sin * sin) + Math.atanh(e * sin) / e);
}

// Square metres of a ring of points [lat, lon] with geodesics for sides.
export function geodesicArea(ring) {
  let sum = 0;
  // From the first point on, so that a small area is not the difference of large ones.
  const base = authalic(ring[0][0]);
  ring.forEach((point, at) => {
    let [lat, lon] = point;
    geodesicPoints(point, ring[(at + 1) % ring.length], 100, 500).forEach(([toLat, toLon]) => {
      sum += (turn(lon, toLon) * DEGREE * (authalic(lat) - base + authalic(toLat) - base)) / 2;
      [lat, lon] = [toLat, toLon];
    });
  });
  return (Math.abs(sum) * EQUATOR * EQUATOR) / 2;
}

export function pathLength(points) {
  return points
    .slice(1)
    .reduce(
      (sum, [lat, lon], at) => sum + geodesicLength(points[at][1], points[at][0], lon, lat),
      0,
    );
}
