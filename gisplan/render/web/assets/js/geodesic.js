// Lengths on the WGS 84 ellipsoid: T. Vincenty (1975), Survey Review 23(176), 88-93. Good to
// half a millimetre, but for points almost opposite on the globe, which no reach comes near.

const EQUATOR = 6378137;
const FLATTENING = 1 / 298.257223563;
const POLE = EQUATOR * (1 - FLATTENING);
// Least radius of curvature of the ellipsoid: no geodesic is longer than the arc of this radius
// over its chord. And none is shorter than the chord.
const LEAST_RADIUS = 6335439;
const SLACK = 1e-4;
const DEGREE = Math.PI / 180;

// Longitude and latitude in degrees to metres from the middle of the Earth.
function earthCentred(lon, lat) {
  const e2 = FLATTENING * (2 - FLATTENING);
  const sin = Math.sin(lat * DEGREE);
  const cos = Math.cos(lat * DEGREE);
  const normal = EQUATOR / Math.sqrt(1 - e2 * sin * sin);
  return [normal * cos * Math.cos(lon * DEGREE), normal * cos * Math.sin(lon * DEGREE),
    normal * (1 - e2) * sin];
}

// Vincenty's series, shared by both ways.
function seriesOf(cosSqAlpha) {
  const uSq = cosSqAlpha * (EQUATOR * EQUATOR - POLE * POLE) / (POLE * POLE);
  return [
    1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq))),
    uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq))),
  ];
}
function deltaSigma(b, sinSigma, cosSigma, cos2m) {
  return b * sinSigma * (cos2m + b / 4 * (cosSigma * (2 * cos2m * cos2m - 1)
    - b / 6 * cos2m * (4 * sinSigma * sinSigma - 3) * (4 * cos2m * cos2m - 3)));
}
function longitudeTerm(cosSqAlpha) {
  return FLATTENING / 16 * cosSqAlpha * (4 + FLATTENING * (4 - 3 * cosSqAlpha));
}

// Metres between two points in degrees; NaN for points almost opposite each other.
function geodesicLength(lon1, lat1, lon2, lat2) {
  if (lon1 === lon2 && lat1 === lat2) return 0;
  const turn = ((lon2 - lon1 + 540) % 360 + 360) % 360 - 180;
  const U1 = Math.atan((1 - FLATTENING) * Math.tan(lat1 * DEGREE));
  const U2 = Math.atan((1 - FLATTENING) * Math.tan(lat2 * DEGREE));
  const [sinU1, cosU1, sinU2, cosU2] = [Math.sin(U1), Math.cos(U1), Math.sin(U2), Math.cos(U2)];
  const L = turn * DEGREE;
  let lambda = L;
  for (let round = 0; round < 100; round++) {
    const sinLambda = Math.sin(lambda);
    const cosLambda = Math.cos(lambda);
    const sinSigma = Math.hypot(cosU2 * sinLambda, cosU1 * sinU2 - sinU1 * cosU2 * cosLambda);
    if (sinSigma === 0) return 0;
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
    const cosSqAlpha = 1 - sinAlpha * sinAlpha;
    // Along the equator there is no turning point of the latitude.
    const cos2m = cosSqAlpha > 1e-15 ? cosSigma - 2 * sinU1 * sinU2 / cosSqAlpha : 0;
    const C = longitudeTerm(cosSqAlpha);
    const before = lambda;
    lambda = L + (1 - C) * FLATTENING * sinAlpha * (sigma + C * sinSigma
      * (cos2m + C * cosSigma * (2 * cos2m * cos2m - 1)));
    if (Math.abs(lambda - before) < 1e-13) {
      const [A, B] = seriesOf(cosSqAlpha);
      return POLE * A * (sigma - deltaSigma(B, sinSigma, cosSigma, cos2m));
    }
  }
  return NaN;
}

// Where one comes to from a point, going so many metres by a bearing in degrees: [lat, lon].
function destination(lon, lat, bearing, metres) {
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
    sigma = metres / (POLE * A)
      + deltaSigma(B, Math.sin(sigma), Math.cos(sigma), Math.cos(2 * sigma1 + sigma));
  }
  const [sin, cos, cos2m] = [Math.sin(sigma), Math.cos(sigma), Math.cos(2 * sigma1 + sigma)];
  const across = sinU1 * sin - cosU1 * cos * Math.cos(alpha1);
  const to = Math.atan2(sinU1 * cos + cosU1 * sin * Math.cos(alpha1),
    (1 - FLATTENING) * Math.hypot(sinAlpha, across));
  const lambda = Math.atan2(sin * Math.sin(alpha1), cosU1 * cos - sinU1 * sin * Math.cos(alpha1));
  const C = longitudeTerm(cosSqAlpha);
  const L = lambda - (1 - C) * FLATTENING * sinAlpha * (sigma + C * sin
    * (cos2m + C * cos * (2 * cos2m * cos2m - 1)));
  return [to / DEGREE, lon + L / DEGREE];
}
