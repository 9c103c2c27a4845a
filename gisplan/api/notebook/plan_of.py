"""The plan in a notebook: its items, its aims against the data, scenarios beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gisplan.api import compare as scenarios
from gisplan.api import plan as ledger
from gisplan.api import scorecard as aims
from gisplan.api.notebook.answer import Answer
from gisplan.api.notebook.asked import (
    Folder,
    Told,
    in_language,
    language,
    place_of,
    progress_of,
)
from gisplan.api.notebook.own_tables import own_layer
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import Style
from gisplan.text import Lang, Text


@in_language
def plan(
    *,
    unit: str | None = None,
    role: str | None = None,
    region: str | None = None,
    clause: str | None = None,
    year: int | Sequence[int] | None = None,
    state: str | Sequence[str] | None = None,
    kind: str | Sequence[str] | None = None,
    industry: str | None = None,
    as_of: str | None = None,
    workspace: Folder = None,
    lang: Lang | None = None,
    progress: Told = False,
) -> Answer:
    """Find what the plan asks of whom, by when, and how it stands.

    Parameters
    ----------
    unit, role, region, clause, year, state, kind, industry, as_of
        As in :class:`gisplan.api.plan_query.PlanQuery`; what is left out does not matter.
    workspace : str, pathlib.Path or Workspace, optional
        The current folder's if left out.
    lang : {"zh", "en"}, optional
        The workspace's if left out.
    progress : bool or callable
        True: a line at the terminal; or a function of words, steps done and steps in all.

    Returns
    -------
    Answer
        An item a row; ``.figures`` count the states; ``.map()`` shows where the plan puts them.

    Raises
    ------
    OptionError
        If a unit, region, state, kind or day is not known; the nearest are told.
    DeclarationError
        If declarations or layers are wrong.

    Examples
    --------
    >>> import tempfile
    >>> import gisplan as gp
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     told = gp.plan(kind="target", workspace=folder, lang="en")
    >>> told.table["kind"].unique().tolist()
    ['target']
    """
    place = place_of(workspace)
    speech = language(lang, place)
    query = ledger.PlanQuery(
        unit=unit,
        role=role,
        region=region,
        clause=clause,
        year=year,
        state=state,
        kind=kind,
        industry=industry,
        as_of=as_of,
    )
    found = ledger.plan(query, place=place, progress=progress_of(progress, speech))
    state_words = found.spec.column("state").labels
    figures = {
        state_words.get(name, Text("逾期", "overdue")): Text(str(count), str(count))
        for name, count in found.counts.items()
        if count
    }
    layers = [Layer(found.spec, found.table)]
    placed = found.points[found.points.geometry.notna()]
    if len(placed):
        names = [n for n in ("id", "name_zh", "name_en", "clause", "state") if n in placed]
        flat = placed[[*names, "geometry"]].reset_index(drop=True)
        made = own_layer(flat, "places", Text("规划布点", "places of the items"))
        columns = tuple(
            found.spec.column(name) if name in found.spec.column_names else made.spec.column(name)
            for name in names
        )
        layers.append(replace(made, spec=replace(made.spec, columns=columns)))
    return Answer(
        title=found.asked,
        layers=tuple(layers),
        lang=speech,
        place=place,
        left_out=found.notes,
        figures=figures,
        styles={"places": Style(kind="points", color="#0072b2")},
    )


@in_language
def scorecard(
    *,
    year: int | None = None,
    scenario: str = "base",
    workspace: Folder = None,
    lang: Lang | None = None,
    progress: Told = False,
) -> Answer:
    """Hold the plan's aims against the data.

    Parameters
    ----------
    year : int, optional
        Only aims due in that year; all, each by its own year, if left out.
    scenario : str
        Name of a scenario; ``base`` is the layers as they are.
    workspace, lang, progress
        As in :func:`plan`.

    Returns
    -------
    Answer
        An aim a row: ``status``, ``value``, ``short_by``, ``evidence``, ``reason`` and more.

    Raises
    ------
    OptionError
        If there is no such scenario.
    DeclarationError
        If declarations or layers are wrong.

    Examples
    --------
    >>> import tempfile
    >>> import gisplan as gp
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     told = gp.scorecard(year=2020, workspace=folder, lang="en")
    >>> told.table["year"].dropna().unique().tolist()
    [2020]
    """
    place = place_of(workspace)
    speech = language(lang, place)
    found = aims.scorecard(
        place=place, year=year, scenario=scenario, progress=progress_of(progress, speech)
    )
    words = found.spec.column("status").labels
    counts = found.table["status"].value_counts()
    figures = {
        words.get(str(name), Text(str(name), str(name))): Text(str(count), str(count))
        for name, count in counts.items()
    }
    title = Text(
        f"{found.spec.title.zh}：{found.subtitle.zh}", f"{found.spec.title.en}: {found.subtitle.en}"
    )
    return Answer(
        title=title,
        layers=(Layer(found.spec, found.table),),
        lang=speech,
        place=place,
        left_out=(*found.summed, *found.problems),
        figures=figures,
    )


@in_language
def compare(
    a: str,
    b: str,
    *,
    workspace: Folder = None,
    lang: Lang | None = None,
    progress: Told = False,
) -> Answer:
    """Find what differs between two scenarios.

    Parameters
    ----------
    a, b : str
        Names of scenarios; ``base`` is the layers as they are.
    workspace, lang, progress
        As in :func:`plan`.

    Returns
    -------
    Answer
        ``.table``: a difference a row (``layer``, ``key``, ``kind``, ``column``, ``a``, ``b``,
        ``change``); ``.tables``: also the rows that differ, by layer.

    Raises
    ------
    OptionError
        If a scenario is not there, or both are the same.
    DeclarationError
        If a scenario does not fit the layers, or a layer can't be made.

    Examples
    --------
    >>> import gisplan as gp
    >>> try:
    ...     gp.compare("base", "base", lang="en")
    ... except ValueError as error:
    ...     print(error)
    both scenarios are base: there is nothing to compare
    """
    place = place_of(workspace)
    speech = language(lang, place)
    found = scenarios.compare(a, b, place=place, progress=progress_of(progress, speech))
    cells = found.cells
    title = found.title
    main = own_layer(cells.assign(id=range(len(cells))), "differences", title)
    main = replace(
        main,
        spec=replace(main.spec, columns=tuple(c for c in main.spec.columns if c.name != "id")),
        table=cells,
    )
    return Answer(
        title=title,
        layers=(main, *scenarios.differing(found)),
        lang=speech,
        place=place,
        ground=(found.ground,) if found.ground is not None else (),
        figures={
            found.specs[name].title: Text(f"{len(one.table)} 行", f"{len(one.table)} row(s)")
            for name, one in found.differences.items()
        },
        left_out=(*found.problems, *found.apart),
    )
