"""Workspaces that begin with what another has worked out already."""

from __future__ import annotations

import shutil

from gisplan.catalog.workspace import Workspace


def seed(place: Workspace, other: Workspace) -> Workspace:
    """Give a workspace the results that another keeps: what is the same is not made again."""
    if not place.state.exists():
        shutil.copytree(other.state, place.state, ignore=shutil.ignore_patterns("lock"))
    return place
