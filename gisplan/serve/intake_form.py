"""What a planner chose on the page of a check, as options of the next one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import FormData

from gisplan.api import importing
from gisplan.api.importing import ImportOptions
from gisplan.api.jobs.store import JobRecord
from gisplan.errors import OptionError
from gisplan.text import Text

#: Fields that are an option of the import as they stand.
_PLAIN = ("sheet", "encoding", "datum", "crs", "mode", "title")


@dataclass(slots=True)
class IntakeChoices:
    """The options of an import as a form changes them.

    Attributes
    ----------
    layer : str, optional
        Name of the layer.
    options : dict of str to any
        Those that are plain.
    units : dict of str to str
        Heading to unit.
    columns : dict of str to str
        Column of the layer to heading.
    skip : set of str
        Headings that are not used.
    known : mapping of str to mapping
        What the last check told of each heading.
    """

    layer: str | None
    options: dict[str, Any]
    units: dict[str, str]
    columns: dict[str, str]
    skip: set[str]
    known: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def take(self, heading: str, column: str) -> None:
        """Let a column of the file go to a column of the layer, or nowhere.

        Parameters
        ----------
        heading : str
            Of the file.
        column : str
            Of the layer; empty for none.
        """
        if column == self.known.get(heading, {}).get("column", ""):
            return
        self.columns = {key: item for key, item in self.columns.items() if item != heading}
        self.skip.discard(heading)
        if column:
            self.columns[column] = heading
        else:
            self.skip.add(heading)

    def unit(self, heading: str, unit: str) -> None:
        """Say in which unit the figures of a column are.

        Parameters
        ----------
        heading : str
            Of the file.
        unit : str
            As it is written.
        """
        if unit and unit != self.known.get(heading, {}).get("unit", ""):
            self.units[heading] = unit

    def into(self, kind: str) -> None:
        """Bring the file into another layer; what was said of columns was of the one before.

        Parameters
        ----------
        kind : str
            Template of the layer.
        """
        self.layer, self.columns = None, {}
        self.options["kind"] = kind

    def answer(self, about: str, value: str) -> None:
        """Take the answer to a question.

        Parameters
        ----------
        about : str
            Option of the question, a colon, and what it is asked of.
        value : str
            One of the choices.
        """
        option, _, of = about.partition(":")
        told = importing.answered(ImportOptions(), option, of, value)
        self.units |= told.units
        self.columns |= told.columns
        for key in ("datum", "kind", "mode", "sheet"):
            self.options[key] = getattr(told, key) or self.options.get(key)
        self.options["all_sheets"] = told.all_sheets or self.options.get("all_sheets", False)

    def whole(self) -> dict[str, Any]:
        """Give all options as plain values.

        Returns
        -------
        dict of str to any
            As a job of an import takes them.
        """
        return {
            **self.options,
            "units": self.units,
            "columns": self.columns,
            "skip": sorted(self.skip),
        }


def chosen(job: JobRecord, form: FormData) -> dict[str, Any]:
    """Give what the next check or import is asked for.

    Parameters
    ----------
    job : JobRecord
        The last check.
    form : FormData
        Of its page.

    Returns
    -------
    dict of str to any
        ``path``, ``layer`` and ``options`` of the job.

    Raises
    ------
    OptionError
        If a row is no number.
    """
    before = dict(job.asked["options"])
    choices = IntakeChoices(
        layer=job.asked.get("layer"),
        options=before,
        units=dict(before.get("units", {})),
        columns=dict(before.get("columns", {})),
        skip=set(before.get("skip", ())),
        known={str(item["heading"]): item for item in job.result.get("headings", ())},
    )
    for name, value in form.multi_items():
        if isinstance(value, str):
            _take_field(choices, name, value.strip())
    kept = [_number(str(row)) for row in form.getlist("keep")]
    before["keep_rows"] = sorted({*before.get("keep_rows", ()), *kept})
    return {**job.asked, "layer": choices.layer, "options": choices.whole()}


def _take_field(choices: IntakeChoices, name: str, value: str) -> None:
    kind, _, about = name.partition(":")
    if kind == "take":
        choices.take(about, value)
    elif kind == "unit":
        choices.unit(about, value)
    elif not value:
        return
    elif kind == "into":
        choices.into(value)
    elif kind == "answer":
        choices.answer(about, value)
    elif kind == "heading_row":
        choices.options[kind] = _number(value)
    elif kind in _PLAIN:
        choices.options[kind] = value


def _number(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    shown = text[:20]
    raise OptionError(
        Text(f"“{shown}”不是行号，应为 1、2、3…", f"'{shown}' is no number of a row: 1, 2, 3 …")
    )
