"""The scenarios of a workspace as files: listed, copied, saved once they fit, taken away."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gisplan.api.compare import load_layers
from gisplan.api.history.writing import writing
from gisplan.api.scenarios.fields import change_of
from gisplan.api.scenarios.row_problems import row_problems
from gisplan.catalog.as_toml import in_line, quoted
from gisplan.catalog.layer import AnalysisOrigin
from gisplan.catalog.load import Catalog
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, GisplanError, OptionError
from gisplan.files import replace_file, told
from gisplan.pipeline import catalogue, scenario
from gisplan.pipeline.scenario import BASE, Change, Scenario
from gisplan.text import Text

__all__ = ["BASE", "Catalog", "Change", "ListedScenario", "Scenario"]

#: Characters of a name of a scenario, and those that no system takes in a file's name.
_LONGEST, _REFUSED = 60, set('/\\:*?"<>|.')
#: Seconds that a form waits for another run of gisplan.
_PATIENCE = 5.0
#: Bytes of a table that a form shows.
_MOST_BYTES = 200_000
#: Faults of a table that are told at once.
_FAULTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedScenario:
    """A scenario of a workspace as its file stands.

    Attributes
    ----------
    name : str
        By which it is asked for.
    scenario : Scenario or None
        None if its file can't be used.
    faults : tuple of Text
        What is wrong with it.
    """

    name: str
    scenario: Scenario | None
    faults: tuple[Text, ...] = ()

    @property
    def title(self) -> Text:
        """What people call it.

        Returns
        -------
        Text
            Its name if its file can't be read.
        """
        return self.scenario.title if self.scenario else Text(self.name, self.name)


def listed_scenarios(place: Workspace) -> tuple[ListedScenario, ...]:
    """List the scenarios of a workspace, the layers as they are first.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    tuple of ListedScenario
        Also those whose files are wrong, with what is wrong.
    """
    base, found = catalogue.load(place), []
    for name in scenario.names(place):
        try:
            one = scenario.load(place, name)
            scenario.apply(base, one)
            found.append(ListedScenario(name=name, scenario=one))
        except GisplanError as error:
            faults = tuple(error.faults) or (error.message,)
            found.append(ListedScenario(name=name, scenario=None, faults=faults))
    return tuple(found)


def layers_of(place: Workspace) -> Catalog:
    """Give the layers of a workspace as they are.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    Catalog
        Its catalogue.

    Raises
    ------
    DeclarationError
        If a declaration is wrong.
    """
    return catalogue.load(place)


def draft(place: Workspace, name: str) -> Scenario:
    """Give a scenario to be changed.

    Parameters
    ----------
    place : Workspace
        The workspace.
    name : str
        Its name; ``base`` is one without any change.

    Returns
    -------
    Scenario
        As its file has it.

    Raises
    ------
    OptionError
        If there is none of that name.
    DeclarationError
        If its file is wrong.
    """
    return scenario.load(place, name)


def new_name(place: Workspace, title: str) -> str:
    """Find a name for a scenario by what people call it.

    Parameters
    ----------
    place : Workspace
        The workspace.
    title : str
        The title.

    Returns
    -------
    str
        A name that no scenario has.

    Raises
    ------
    OptionError
        If the title can be no name of a file.
    """
    plain = title.strip()
    wrong = not plain or len(plain) > _LONGEST or _REFUSED & set(plain) or not plain.isprintable()
    if wrong or plain.casefold() == BASE:
        raise OptionError(
            Text(
                f"情景的名称“{plain[:_LONGEST]}”不能用：请用 1 到 {_LONGEST} 个文字、数字，"
                '不用 / \\ : * ? " < > | .',
                f"the scenario's name '{plain[:_LONGEST]}' can't be used: 1 to {_LONGEST} letters"
                ' and digits, none of / \\ : * ? " < > | .',
            )
        )
    taken = {each.casefold() for each in scenario.names(place)}
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain}-{number}"
    return name


def changed(
    what_if: Scenario,
    typed: Mapping[str, Mapping[str, str]],
    *,
    title: str,
    description: str,
    listed: Catalog,
) -> Scenario:
    """Give a scenario as a form has it.

    Parameters
    ----------
    what_if : Scenario
        As it was.
    typed : mapping of str to mapping of str to str
        By layer that an analysis makes, and by key of a field. A layer that is not named stays
        as it was.
    title, description : str
        What people call it, and what it supposes.
    listed : Catalog
        The catalogue of the workspace as it is.

    Returns
    -------
    Scenario
        Not yet saved; a layer of which nothing differs is no part of it.

    Raises
    ------
    OptionError
        If something was typed that a field does not take.
    """
    changes = dict(what_if.changes)
    for layer, fields in typed.items():
        spec = listed.layers.get(layer)
        if spec is None or not isinstance(spec.origin, AnalysisOrigin):
            continue
        before = changes.get(layer, Change())
        parameters, inputs = change_of(spec, before, fields, listed)
        changes[layer] = dataclasses.replace(before, parameters=parameters, inputs=inputs)
        if changes[layer] == Change():
            del changes[layer]
    words, supposed = title.strip() or what_if.title.zh, description.strip()
    return dataclasses.replace(
        what_if,
        title=what_if.title if words in _both(what_if.title) else Text(words, words),
        description=(
            what_if.description
            if supposed in _both(what_if.description)
            else Text(supposed, supposed)
        ),
        changes=changes,
    )


def _both(words: Text) -> tuple[str, str]:
    return words.zh, words.en


def save(
    what_if: Scenario, *, place: Workspace, rows: Mapping[str, tuple[str, str]] | None = None
) -> None:
    """Write a scenario once it fits the layers; if it does not, its file is as it was.

    Parameters
    ----------
    what_if : Scenario
        The scenario.
    place : Workspace
        The workspace.
    rows : mapping of str to tuple of str, optional
        By layer that comes from a file: ``more`` (rows below its own) or ``file`` (in its place),
        and a table as CSV with a heading. They are kept beside the scenario, and read once to
        see that they fit.

    Raises
    ------
    OptionError
        If it changes nothing, or is named ``base``.
    DeclarationError, DataError, FileError
        If it does not fit, rows can't be used, or a file can't be written.
    """
    if what_if.name == BASE:
        raise OptionError(Text("现有图层不是情景", "the layers as they are are no scenario"))
    folder = scenario.folder(place)
    changes = dict(what_if.changes)
    given = {}
    for layer, (role, text) in (rows or {}).items():
        path = folder / f"{what_if.name}_{layer}.csv"
        given[path] = text.encode("utf-8-sig")
        more, whole = (path, None) if role == "more" else (None, path)
        changes[layer] = Change(more=more, file=whole)
    what_if = dataclasses.replace(what_if, changes=changes)
    if not changes and not what_if.swap:
        raise OptionError(
            Text("情景还没有改任何东西，没有保存", "nothing is changed yet: it was not saved")
        )
    with writing(place, patience=_PATIENCE), told(folder):
        folder.mkdir(exist_ok=True)
        before = {path: path.read_bytes() if path.exists() else None for path in given}
        for path, table in given.items():
            replace_file(path, table)
        try:
            scenario.apply(catalogue.load(place), what_if)
            if rows:
                load_layers(tuple(rows), what_if=what_if, place=place)
                # a layer goes on without a cell that can't be used, and a form would not say so
                if faults := row_problems(what_if, place=place, layers=rows):
                    raise DataError(
                        Text("情景没有保存，表中有：", "the scenario was not saved; in the table:"),
                        faults=faults[:_FAULTS],
                    )
        except GisplanError:
            for path, content in before.items():
                if content is None:
                    path.unlink(missing_ok=True)
                else:
                    replace_file(path, content)
            raise
        replace_file(folder / f"{what_if.name}.toml", _toml(what_if, folder).encode())


def rows_of(change: Change) -> str | None:
    """Give the rows that a scenario puts below, or in the place of, those of a layer's file.

    Parameters
    ----------
    change : Change
        What the scenario does to the layer.

    Returns
    -------
    str or None
        CSV; empty if there are none; None of a table that is no plain text, or too long for a
        form.
    """
    path = change.more or change.file
    if path is None:
        return ""
    try:
        if path.suffix.lower() != ".csv" or path.stat().st_size > _MOST_BYTES:
            return None
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def remove(name: str, *, place: Workspace) -> Path:
    """Take a scenario away; its file is kept beside the others under a name that is none.

    Parameters
    ----------
    name : str
        Its name.
    place : Workspace
        The workspace.

    Returns
    -------
    pathlib.Path
        Where it is kept.

    Raises
    ------
    OptionError
        If there is none of that name.
    FileError
        If its file can't be moved.
    """
    path = scenario.folder(place) / f"{name}.toml"
    if name == BASE or name not in scenario.names(place):
        raise OptionError(Text(f"没有情景 {name}", f"there is no scenario {name}"))
    kept = path.with_suffix(".toml.removed")
    with writing(place, patience=_PATIENCE), told(path):
        path.replace(kept)
    return kept


def _toml(what_if: Scenario, folder: Path) -> str:
    def words(text: Text) -> str:
        return f"{{ zh = {quoted(text.zh)}, en = {quoted(text.en)} }}"

    lines = [f"title = {words(what_if.title)}"]
    if what_if.description.zh and what_if.description != what_if.title:
        lines.append(f"description = {words(what_if.description)}")
    if what_if.swap:  # a key of the whole stands before its tables
        lines.append(f"swap = {in_line(what_if.swap)}")
    for layer, change in what_if.changes.items():
        lines += ["", f"[layers.{layer}]"]
        for key, value in (("parameters", change.parameters), ("inputs", change.inputs)):
            if value:
                lines.append(f"{key} = {in_line(value)}")
        for key, path in (("file", change.file), ("more", change.more)):
            if path is not None:
                lines.append(f"{key} = {quoted(_below(path, folder))}")
    return "\n".join(lines) + "\n"


def _below(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
