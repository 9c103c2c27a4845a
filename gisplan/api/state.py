"""How the layers and maps of a workspace stand: made or not, of what, of when, with what faults."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gisplan.catalog import workspace
from gisplan.catalog.layer import DataProblem, FileOrigin, LayerSpec, PartsOrigin
from gisplan.catalog.map import MapSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import GisplanError
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.cache import Record
from gisplan.pipeline.resolve import Resolver

#: ``current``: as all that it is made from has it; ``changed``: something of that is newer;
#: ``never``: not made yet; ``broken``: a file that it is made from can't be read.
Standing = Literal["current", "changed", "never", "broken"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerState:
    """How a layer stands.

    Attributes
    ----------
    spec : LayerSpec
        Its declaration.
    standing : {"current", "changed", "never", "broken"}
        Whether the last build's still holds.
    own : bool
        Whether it is read from a file, and not computed from other layers.
    rows : int, optional
        Rows that the last build used; None if there was none.
    set_aside : int
        Rows that it could not use.
    problems : tuple of DataProblem
        What it found.
    changed : datetime.datetime, optional
        When the file that it is read from was last changed.
    """

    spec: LayerSpec
    standing: Standing
    own: bool
    rows: int | None
    set_aside: int
    problems: tuple[DataProblem, ...]
    changed: datetime.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapState:
    """How a map stands.

    Attributes
    ----------
    spec : MapSpec
        Its declaration.
    page : pathlib.Path, optional
        The page that was made last; None if there is none.
    made : datetime.datetime, optional
        When it was made.
    """

    spec: MapSpec
    page: Path | None
    made: datetime.datetime | None


def layer_states(place: Workspace | None = None) -> tuple[LayerState, ...]:
    """Tell how all layers stand; nothing is made.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    tuple of LayerState
        By name.

    Raises
    ------
    DeclarationError
        If declarations are wrong.
    """
    place = place or workspace.find()
    listed = catalog.load(place)
    record = Record.load(place.state, keeps=False)
    resolver = Resolver(listed, record)
    found = []
    for name in sorted(listed.layers):
        spec = listed.layers[name]
        known = record.layers.get(name)
        standing: Standing = "never"
        try:
            if known is not None:
                same = known.fingerprint == resolver.fingerprint(name)
                standing = "current" if same else "changed"
        except (GisplanError, OSError):
            standing = "broken"
        own = isinstance(spec.origin, FileOrigin | PartsOrigin)
        found.append(
            LayerState(
                spec=spec,
                standing=standing,
                own=own,
                rows=known.rows if known else None,
                set_aside=known.set_aside if known else 0,
                problems=known.problems if known else (),
                changed=_when(spec.origin.path) if isinstance(spec.origin, FileOrigin) else None,
            )
        )
    return tuple(found)


def map_states(place: Workspace | None = None) -> tuple[MapState, ...]:
    """Tell how all maps stand; nothing is made.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    tuple of MapState
        In the order in which they are declared; of a map in two languages the page made last.

    Raises
    ------
    DeclarationError
        If declarations are wrong.
    """
    place = place or workspace.find()
    found = []
    for name, spec in catalog.load(place).maps.items():
        pages = [place.rendered / f"{name}.html", place.rendered / f"{name}.en.html"]
        there = [(made, page) for page in pages if (made := _when(page)) is not None]
        made, page = max(there, default=(None, None))
        found.append(MapState(spec=spec, page=page, made=made))
    return tuple(found)


def _when(path: Path) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None
