"""What figures and reports have in common: the file written, its date, the layers it draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gisplan.api.layers import require_layer
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import FileError, OptionError
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.at_work import at_work
from gisplan.pipeline.progress import Progress
from gisplan.pipeline.resolve import Resolver, resolve_all
from gisplan.text import Text

if TYPE_CHECKING:
    from types import ModuleType


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that was written."""

    path: Path
    title: Text
    size: int


def made_on() -> str:
    """Give the day that ``SOURCE_DATE_EPOCH`` names, as YYYY-MM-DD, or nothing.

    Returns
    -------
    str
        Empty if it is not set.

    Raises
    ------
    OptionError
        If it is set and not a number of seconds since 1970.
    """
    from gisplan.formats.prepared import build_time

    made = build_time()
    return "" if made is None else f"{made:%Y-%m-%d}"


def drawing_sheet() -> ModuleType:
    """Give what draws a sheet, or say that Matplotlib, an extra, is missing.

    Returns
    -------
    ModuleType
        The module.

    Raises
    ------
    FileError
        If it is missing.
    """
    try:
        from gisplan.render.figure import sheet
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("matplotlib"):
            raise
        raise FileError(
            Text(
                "制图需要 Matplotlib，请先安装：pip install 'gisplan[figures]'",
                "Figures need Matplotlib; install it: pip install 'gisplan[figures]'",
            )
        ) from None
    return sheet


def require_map(listed: catalog.Catalog, name: str) -> MapSpec:
    """Give a map that is declared, or raise ``OptionError`` with those there are.

    Parameters
    ----------
    listed : catalog.Catalog
        The catalogue of the workspace.
    name : str
        Name of it.

    Returns
    -------
    MapSpec
        Its declaration.

    Raises
    ------
    OptionError
        If there is none of that name.
    """
    if name not in listed.maps:
        names = ", ".join(listed.maps)
        raise OptionError(
            Text(f"没有地图 {name}，有：{names}", f"there is no map {name}; there are: {names}")
        )
    return listed.maps[name]


def resolved(
    place: Workspace, listed: catalog.Catalog, names: tuple[str, ...], progress: Progress
) -> tuple[dict[str, Layer], Resolver]:
    """Make the layers, or take them from the last build.

    Parameters
    ----------
    place : Workspace
        The workspace.
    listed : catalog.Catalog
        The catalogue of the workspace.
    names : tuple of str
        Names of layers.
    progress : Progress
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    tuple[dict[str, Layer], Resolver]
        The layers by name, and what made them.
    """
    for name in names:
        require_layer(listed, name)
    with at_work(place) as record:
        resolver = Resolver(listed, record)
        needed = listed.needed_by(names)
        try:
            resolve_all(resolver, needed, progress=progress, steps=len(needed))
        finally:
            if resolver.made:
                resolver.record.save()
        layers: Mapping[str, Layer] = {name: resolver.layer(name) for name in names}
    return dict(layers), resolver
