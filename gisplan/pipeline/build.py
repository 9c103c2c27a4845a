"""The main job: read, validate, join, analyse, then export and present.

The one place that knows the order of things.
"""

from __future__ import annotations

import time

from gisplan.catalog import workspace
from gisplan.catalog.map import MapSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.files import clean, locked
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.cache import Record
from gisplan.pipeline.engines import Execution
from gisplan.pipeline.outputs import Results
from gisplan.pipeline.progress import Progress, silent
from gisplan.pipeline.report import BuildOptions, BuildReport, NotAllWrittenError
from gisplan.pipeline.resolve import Resolver, resolve_all
from gisplan.text import Text

__all__ = ["BuildOptions", "BuildReport", "build"]

#: Layers that are told to have taken longest.
_SLOWEST = 3


def build(
    place: Workspace | None = None,
    *,
    options: BuildOptions | None = None,
    progress: Progress = silent,
    execution: Execution | None = None,
) -> BuildReport:
    """Make the maps and export the layers of a workspace.

    Writes ``maps/rendered/NAME.html`` (``NAME.en.html`` in English), of two maps or more also
    ``index.html`` with all of them, and, for each layer with
    geometry, ``exports/NAME.geojson`` with ``exports/NAME.meta.json``; ``exports/problems.csv``
    and ``exports/set_aside/NAME.csv`` if there is anything to say. What is as the last build
    left it is not made again.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : BuildOptions, optional
        What is asked for; all maps, in Chinese, if left out.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.
    execution : Execution, optional
        How the work on large layers is carried out; in this process if left out.

    Returns
    -------
    BuildReport
        What was written, made and left out, and all problems found.

    Raises
    ------
    DeclarationError
        If declarations or layers are wrong; nothing is written then.
    OptionError
        If a map asked for is not declared.
    NotAllWrittenError
        If another program holds a result; all others are written.
    FileError
        If a result can't be written, or another build does not end.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> import pandas as pd
    >>> import gisplan
    >>> from gisplan.api.workspace import find
    >>> folder = tempfile.TemporaryDirectory()
    >>> root = Path(folder.name)
    >>> declaration = '''
    ... title = "Depots"
    ... geometry = "none"
    ... key = ["id"]
    ... vintage = "2024"
    ... licence = "CC0-1.0"
    ... positions = "none"
    ... [from]
    ... file = "depots.csv"
    ... [[sources]]
    ... title = "our own list"
    ... [columns.id]
    ... type = "text"
    ... title = "number"
    ... '''
    >>> (root / "gisplan.toml").touch()
    >>> (root / "layers").mkdir()
    >>> (root / "maps").mkdir()
    >>> _ = (root / "layers" / "depots.toml").write_text(declaration)
    >>> pd.DataFrame({"id": ["D1", "D2"]}).to_csv(root / "layers" / "depots.csv", index=False)
    >>> report = gisplan.build(find(root))
    >>> report.made, report.problems
    (['depots'], [])
    >>> folder.cleanup()
    """
    place = place or workspace.find()
    with locked(place.state):
        clean(place.exports, place.rendered, place.state, place.state / "layers")
        return _build(place, options or BuildOptions(), progress, execution)


def _build(
    place: Workspace, options: BuildOptions, progress: Progress, execution: Execution | None
) -> BuildReport:
    started = time.perf_counter()
    listed = catalog.load(place)
    maps = _maps(listed, options)
    record = Record.load(place.state)
    resolver = Resolver(listed, record, execution=execution)
    names = tuple(listed.layers)
    steps = 2 * len(names) + len(maps)
    run = Results(place, resolver, BuildReport(made=resolver.made, notes=listed.notes))
    try:
        resolve_all(resolver, names, progress=progress, steps=steps)
        for done, spec in enumerate(maps, start=len(names)):
            progress(spec.title, done, steps)
            run.render(spec, options)
        if not options.maps:
            run.render_atlas(options)
        for done, name in enumerate(names, start=len(names) + len(maps)):
            progress(listed.layers[name].title, done, steps)
            run.export(name)
        run.write_maps()
        run.report_problems()
        record.forget_layers(names)
    finally:
        # also of a run that was ended: the next goes on from what is made
        if resolver.made or record.layers:
            record.save()
    resolver.large.forget_chunks()
    longest = sorted(resolver.seconds.items(), key=lambda item: -item[1])[:_SLOWEST]
    run.report.slowest = [(listed.layers[name].title, seconds) for name, seconds in longest]
    run.report.seconds = time.perf_counter() - started
    if run.report.unwritten:
        raise NotAllWrittenError(run.report)
    return run.report


def _maps(listed: catalog.Catalog, options: BuildOptions) -> list[MapSpec]:
    unknown = [name for name in options.maps if name not in listed.maps]
    if unknown:
        names = ", ".join(listed.maps)
        raise OptionError(
            Text(
                f"没有地图 {'、'.join(unknown)}，有：{names}",
                f"there is no map {', '.join(unknown)}; there are: {names}",
            )
        )
    return [spec for name, spec in listed.maps.items() if name in options.maps or not options.maps]
