"""Whole files of each kind, odd in what they hold and not in their bytes, to fuzz its reader."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from tests.structured_maps import MAPS
from tests.structured_tables import TABLES
from tests.structured_values import Maker

#: Ending -> makers of files of that kind.
FILES: Mapping[str, st.SearchStrategy[Maker]] = {**TABLES, **MAPS}
