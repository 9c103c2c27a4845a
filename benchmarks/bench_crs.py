"""Time and exactness of the datum shifts beside coord-convert and eviltransform.

Run: ``python benchmarks/bench_crs.py [points]``. The peers take one point at a time; they get
a fiftieth of the points, and their time is given for as many as ours.
"""

import sys
import time

import coord_convert.transform as coord_convert
import eviltransform
import numpy as np
from pyproj import Geod

from gisplan.crs import from_wgs84, to_wgs84

GEOD = Geod(ellps="WGS84")
PEER_SHARE = 50
# (lon, lat) in and out; eviltransform puts latitude first.
PEERS = {
    "gcj02": {
        "coord-convert": (coord_convert.wgs2gcj, coord_convert.gcj2wgs, 1),
        "eviltransform": (eviltransform.wgs2gcj, eviltransform.gcj2wgs, -1),
        "eviltransform, exact": (eviltransform.wgs2gcj, eviltransform.gcj2wgs_exact, -1),
    },
    "bd09": {
        "coord-convert": (coord_convert.wgs2bd, coord_convert.bd2wgs, 1),
        "eviltransform": (eviltransform.wgs2bd, eviltransform.bd2wgs, -1),
    },
}


def timed(function):
    begin = time.perf_counter()
    result = function()
    return result, time.perf_counter() - begin


def best_of_three(function):
    runs = [timed(function) for _ in range(3)]
    return runs[0][0], min(seconds for _, seconds in runs)


def one_by_one(function, points):
    pairs = points.T.tolist()
    return np.array([function(a, b) for a, b in pairs]).T


def main(count):
    rng = np.random.default_rng(2018)
    points = np.array([rng.uniform(73.5, 135.1, count), rng.uniform(3.4, 53.6, count)])
    few = points[:, : count // PEER_SHARE]
    print(
        f"{count} points over China; there: from WGS 84, back: to it; largest error there and back"
    )
    for datum in ("gcj02", "bd09", "cgcs2000-gk3"):
        there, forth = best_of_three(lambda datum=datum: from_wgs84(*points, datum=datum))
        back, home = best_of_three(lambda datum=datum, t=there: to_wgs84(*t, datum=datum))
        fit = np.isfinite(back[0])
        error = GEOD.inv(*points[:, fit], back[0][fit], back[1][fit])[2].max()
        print(
            f"{datum:14}{'gisplan':22}{forth:8.2f} s there{home:8.2f} s back{error * 1e3:14.6f} mm"
        )
        for name, (forward, inverse, order) in PEERS.get(datum, {}).items():
            given = few[::order]
            there, forth = timed(lambda f=forward, g=given: one_by_one(f, g))
            back, home = timed(lambda f=inverse, t=there: one_by_one(f, t))
            error = GEOD.inv(*few, *back[::order])[2].max()
            forth, home = forth * PEER_SHARE, home * PEER_SHARE
            print(f"{'':14}{name:22}{forth:8.2f} s there{home:8.2f} s back{error * 1e3:14.6f} mm")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
