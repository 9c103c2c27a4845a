"""Time and exactness of the datum shifts beside coord-convert and eviltransform.

Run: ``python benchmarks/bench_crs.py``. The peers take one point at a time; they get a fiftieth of
the points, and their time is given for as many as ours.
"""

from __future__ import annotations

import time

import numpy as np
from measure import Row, main, peak_mb, processor, side, timed
from pyproj import Geod

GEOD = Geod(ellps="WGS84")
COUNT, PEER_SHARE = 1_000_000, 50


def points() -> np.ndarray:
    rng = np.random.default_rng(2018)
    return np.array([rng.uniform(73.5, 135.1, COUNT), rng.uniform(3.4, 53.6, COUNT)])


def apart(points: np.ndarray, back: np.ndarray) -> float:
    """Largest error there and back, in mm."""
    fit = np.isfinite(back[0])
    return float(GEOD.inv(*points[:, fit], *np.asarray(back)[:, fit])[2].max() * 1e3)


def ours(datum: str) -> dict:
    from gisplan.places.crs import from_wgs84, to_wgs84

    given = points()
    taken, back = timed(lambda: to_wgs84(*from_wgs84(*given, datum=datum), datum=datum), times=3)
    return {**taken, "error_mm": apart(given, np.array(back))}


def theirs(package: str, datum: str) -> dict:
    if package == "coord-convert":
        import coord_convert.transform as peer

        pair = (peer.wgs2gcj, peer.gcj2wgs) if datum == "gcj02" else (peer.wgs2bd, peer.bd2wgs)
        order = 1
    else:
        import eviltransform as peer

        pair = (
            (peer.wgs2gcj, peer.gcj2wgs_exact) if datum == "gcj02" else (peer.wgs2bd, peer.bd2wgs)
        )
        order = -1  # latitude first
    few = points()[:, : COUNT // PEER_SHARE]
    began, worked = time.perf_counter(), processor()
    there = [pair[0](a, b) for a, b in few[::order].T.tolist()]
    back = np.array([pair[1](a, b) for a, b in there]).T
    seconds = (time.perf_counter() - began) * PEER_SHARE
    taken = {"seconds": seconds, "cpu_s": (processor() - worked) * PEER_SHARE}
    error = apart(few, back[::order])
    return {**taken, "peak_mb": peak_mb(), "before_mb": 0.0, "error_mm": error}


def rows() -> list[Row]:
    found = []
    for datum in ("gcj02", "bd09"):
        mine = side(__file__, "ours", datum)
        for package in ("coord-convert", "eviltransform"):
            peer = side(__file__, "theirs", package, datum)
            found.append(
                Row(
                    what=f"{COUNT:,} points to {datum.upper()} and back",
                    peer=package,
                    ours=mine,
                    theirs=peer,
                    asked="about a second each way, round trip under 1 mm",
                    met=mine["error_mm"] < 1 and mine["seconds"] < 4,
                    result=f"error there and back {mine['error_mm']:.2g} mm; "
                    f"the peer {peer['error_mm']:.2g} mm",
                    packages=[package],
                )
            )
    return found


if __name__ == "__main__":
    main({"ours": ours, "theirs": theirs}, rows)
