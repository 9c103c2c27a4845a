"""Fixtures that many tests share: a small workspace, and one build of the shipped one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from gisplan.api.jobs import store
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import build
from gisplan.pipeline.build import BuildReport
from tests import small
from tests.browser import chromium, open_page  # noqa: F401 (fixtures)
from tests.postgres import database, postgres  # noqa: F401 (fixtures)
from tests.seeded import kept_there  # noqa: F401 (fixture)

# In CI a change must not fail on a case that it has nothing to do with; at a desk, explore.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace with two synthetic counties, a table and a map."""
    return small.workspace(tmp_path / "small")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, BuildReport]:
    """The shipped layers and maps, built once into a folder of their own."""
    root = tmp_path_factory.mktemp("built")
    shipped = workspace.find(root)
    return shipped, build.build(shipped)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What jobs are asked for; none is started."""
    asked: list[dict[str, Any]] = []

    def start(kind: str, what: dict[str, Any], **_: Any) -> str:
        asked.append({"kind": kind, **what})
        return f"20260101-000000-{len(asked):08x}"

    monkeypatch.setattr(store, "start", start)
    return asked
