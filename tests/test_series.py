"""Years of one series have the same classes, however they are cut."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gisplan.catalog.map import MapSpec
from gisplan.errors import DeclarationError
from gisplan.render.style.classify import classify
from gisplan.render.style.series import share_breaks
from tests import mapdata


def series(**second: object) -> MapSpec:
    """The synthetic map with its first theme twice, for 2020 and for 2025."""
    spec = mapdata.map_spec()
    theme = spec.groups[0].layers[0]
    later = mapdata.with_style(theme, column="share", **second)
    group = replace(spec.groups[0], layers=(replace(theme, year=2020), replace(later, year=2025)))
    return replace(spec, groups=(group, *spec.groups[1:]))


def test_found_classes_come_from_all_years_together() -> None:
    layers = mapdata.layers()
    groups = share_breaks(series(), layers).groups
    first, second = (item.style for item in groups[0].layers)
    table = layers["counties"].table
    values = np.concatenate([table[name].astype(float) for name in ("residents", "share")])
    assert first.breaks == second.breaks == classify(values, scheme="quantiles").upper[:-1]
    assert first.scheme == second.scheme == "breaks"
    # What is of no series stays as it is.
    plain = mapdata.map_spec()
    assert share_breaks(plain, layers) == plain


def test_declared_breaks_that_differ_are_told() -> None:
    spec = series(scheme="breaks", breaks=(1.0,))
    with pytest.raises(DeclarationError, match=r"2020.*2025"):
        share_breaks(spec, mapdata.layers())
