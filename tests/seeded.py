"""Workspaces that begin with what another has worked out already."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.report import BuildReport


def seed(place: Workspace, other: Workspace) -> Workspace:
    """Give a workspace the results that another keeps: what is the same is not made again."""
    if not place.state.exists():
        shutil.copytree(other.state, place.state, ignore=shutil.ignore_patterns("lock"))
    return place


@pytest.fixture
def kept_there(built: tuple[Workspace, BuildReport], tmp_path: Path) -> None:
    """What a build keeps, in the folder where a test has its commands run."""
    seed(workspace.find(tmp_path), built[0])
