"""The plan's targets and milestones against the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gisplan.analysis.plan.aims import VERDICTS
from gisplan.analysis.plan.breakdown import STATES
from gisplan.api import compare
from gisplan.api.scenarios.row_problems import row_problems
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import BEFORE
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline import scenario as scenarios
from gisplan.pipeline.ownership import Ownership
from gisplan.pipeline.progress import Progress, silent
from gisplan.pipeline.scenario import BASE
from gisplan.render.report.scorecard import may_be_more, scorecard_page
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.catalog.layer import LayerSpec

__all__ = ["AT_LEAST", "BASE", "VERDICTS", "Scorecard", "may_be_more", "scorecard", "write"]

#: Before a figure that may be more, since rows are open or the list may lack some.
AT_LEAST = BEFORE["lower"]

SUMMED = {state: words for state, words in STATES.items() if state != "not_summed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The plan's aims against the data.

    Attributes
    ----------
    table : pandas.DataFrame
        One row an aim; see :func:`gisplan.analysis.plan.scorecard.scorecard`.
    spec : LayerSpec
        Title and sources.
    subtitle : Text
        Of which year and under which scenario.
    answers : pandas.DataFrame, optional
        What became of each row that people filled in, see
        :func:`gisplan.analysis.plan.scorecard.read_status`; None where the workspace has no
        layer ``status_read``.
    breakdown : pandas.DataFrame, optional
        What regions set themselves against the province's aims, see
        :func:`gisplan.analysis.plan.breakdown.plan_breakdown`.
    problems : tuple of Text
        What is wrong in rows that the scenario brings, so that they do not count, or not whole.
    """

    table: pd.DataFrame
    spec: LayerSpec
    subtitle: Text
    answers: pd.DataFrame | None = None
    breakdown: pd.DataFrame | None = None
    problems: tuple[Text, ...] = ()

    @property
    def summed(self) -> tuple[Text, ...]:
        """What regions set themselves against each aim that they broke down, a line each.

        Returns
        -------
        tuple of Text
            Sentences.
        """
        rows = [] if self.breakdown is None else self.breakdown.to_dict(orient="records")
        return tuple(_against(row) for row in rows if row["state"] in SUMMED)

    @property
    def answered(self) -> Text | None:
        """How many rows people filled in, and how many of them count; None if there are none.

        Returns
        -------
        Text or None
            A sentence.
        """
        if self.answers is None or self.answers.empty:
            return None
        rows, used = len(self.answers), int(self.answers["used"].sum())
        return Text(
            f"各方判定 {rows} 行：采用 {used} 行，搁置 {rows - used} 行",
            f"what people say, {rows} row{'' if rows == 1 else 's'}: {used} used, "
            f"{rows - used} set aside",
        )


def _against(row: Mapping[Any, Any]) -> Text:
    words = Text(*SUMMED[row["state"]])
    return Text(
        f"{row['name_zh']}：{row['parts']} 个地区自定合计 {row['total']:.10g} {row['unit_zh']}，"
        f"{words.zh}，差额 {row['difference']:+.10g}",
        f"{row['name_en']}: {row['parts']} region(s) set {row['total']:.10g} {row['unit_en']}, "
        f"{words.en}, difference {row['difference']:+.10g}",
    )


def scorecard(
    *,
    place: Workspace | None = None,
    year: int | None = None,
    scenario: str = BASE,
    progress: Progress = silent,
) -> Scorecard:
    """Hold the plan's aims against the data.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    year : int, optional
        Only aims due in that year and those without one, by the data of that year; all, each by
        its own year, if left out.
    scenario : str
        Name of a scenario; ``base`` is the layers as they are.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    Scorecard
        A row an aim, and what people filled in.

    Raises
    ------
    OptionError
        If there is no such scenario, or no scorecard is declared.
    DeclarationError
        If declarations or layers are wrong.
    """
    place = place or workspace.find()
    listed = catalog.load(place).layers
    name = place.roles.layer("scorecard", listed)
    what_if = scenarios.load(place, scenario)
    if year is not None:
        what_if = scenarios.of_year(what_if, name, year)
    filled_in = place.roles.optional("answers", listed)
    summed = place.roles.optional("breakdown", listed)
    names = (name, *(one for one in (filled_in, summed) if one))
    layers = compare.load_layers(names, what_if=what_if, place=place, progress=progress)
    layer = layers[name]
    subtitle = Text("全部目标", "all aims") if year is None else Text(f"{year} 年", str(year))
    if scenario != BASE:
        subtitle = Text(
            f"{subtitle.zh}；情景：{what_if.title.zh}",
            f"{subtitle.en}; scenario: {what_if.title.en}",
        )
    answers = layers[filled_in].table if filled_in else None
    return Scorecard(
        table=layer.table,
        spec=layer.spec,
        subtitle=subtitle,
        answers=answers,
        breakdown=layers[summed].table if summed else None,
        problems=row_problems(what_if, place=place),
    )


def write(
    found: Scorecard,
    path: Path,
    *,
    lang: Lang,
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write a scorecard as a page of HTML, to print or hand on.

    Parameters
    ----------
    found : Scorecard
        The scorecard.
    path : pathlib.Path
        The file.
    lang : {"zh", "en"}
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    FileError
        If it can't be written.
    """
    page = scorecard_page(
        found.table,
        found.spec.sources,
        title=found.spec.title,
        subtitle=found.subtitle,
        lang=lang,
    )
    Ownership(place or workspace.find()).write(path, page.encode(), overwrite=overwrite)
