"""What if: a few changes to the layers, declared in ``layers/scenarios/NAME.toml``.

A scenario changes the parameters of an analysis, the layers that it takes, or the rows of a
file. Everything made from what it changes is made anew; nothing of the layers as they are is.
"""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from gisplan.catalog import declaration
from gisplan.catalog.declaration import Declaration
from gisplan.catalog.layer import FileOrigin, LayerSpec, PartsOrigin
from gisplan.catalog.load import Catalog, resolve
from gisplan.catalog.read_layer import Derived
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DeclarationError, OptionError
from gisplan.text import Text

#: The layers as they are.
BASE = "base"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a scenario does to one layer.

    Attributes
    ----------
    parameters : mapping of str to any
        Of its analysis, in place of those declared; others stay.
    inputs : mapping of str to str
        Layers that its analysis takes, in place of those declared; others stay.
    file : pathlib.Path, optional
        In place of its file; with the same columns.
    more : pathlib.Path, optional
        Rows below those of its file; with the same columns.
    """

    parameters: Mapping[str, Any] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None
    more: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A set of changes.

    Attributes
    ----------
    name : str
        By which it is asked for.
    title : Text
        What people call it.
    description : Text
        What it supposes.
    changes : mapping of str to Change
        By layer.
    swap : mapping of str to str
        Layer -> layer that every analysis takes in its place.
    """

    name: str
    title: Text
    description: Text
    changes: Mapping[str, Change] = field(default_factory=dict)
    swap: Mapping[str, str] = field(default_factory=dict)

    @property
    def more(self) -> dict[str, Path]:
        """Give the rows to put below those of a layer's file.

        Returns
        -------
        dict of str to Path
            File by layer.
        """
        return {name: c.more for name, c in self.changes.items() if c.more is not None}


def folder(place: Workspace) -> Path:
    """Give the folder of a workspace's scenarios.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    Path
        It may be missing.
    """
    return place.layers / "scenarios"


def names(place: Workspace) -> tuple[str, ...]:
    """Give the names of a workspace's scenarios, ``base`` first.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    tuple of str
        Names without ending, sorted after the first.
    """
    return (BASE, *sorted(path.stem for path in folder(place).glob("*.toml")))


def load(place: Workspace, name: str) -> Scenario:
    """Read a scenario.

    Parameters
    ----------
    place : Workspace
        The workspace.
    name : str
        ``base`` is the layers as they are.

    Returns
    -------
    Scenario
        Its changes, not yet applied.

    Raises
    ------
    OptionError
        If there is no such scenario.
    DeclarationError
        With all faults of its file.
    """
    if name == BASE:
        return Scenario(
            name=BASE, title=Text("现有图层", "the layers as they are"), description=Text("", "")
        )
    known = names(place)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3) or known
        raise OptionError(
            Text(
                f"没有情景 {name}，有：{'、'.join(near)}（放在 layers/scenarios/ 下）",
                f"there is no scenario {name}; there are: {', '.join(near)} "
                "(they live in layers/scenarios/)",
            )
        )
    faults: list[Text] = []
    entry = declaration.load(folder(place) / f"{name}.toml", faults=faults)
    title = entry.words("title")
    changed = entry.table("layers")
    scenario = Scenario(
        name=name,
        title=title,
        description=entry.text("description", required=False) or title,
        changes={layer: _change(changed.table(layer)) for layer in changed},
        swap={k: v for k, v in entry.mapping("swap").items() if isinstance(v, str)},
    )
    entry.finish()
    if not scenario.changes and not scenario.swap:
        entry.fault("layers", "情景没有任何改动", "the scenario changes nothing")
    _refuse(faults)
    return scenario


def of_year(what_if: Scenario, layer: str, year: int) -> Scenario:
    """Ask an analysis for one year on top of a scenario; kept under a name of its own.

    Parameters
    ----------
    what_if : Scenario
        The scenario.
    layer : str
        Made by an analysis with a parameter ``year``.
    year : int
        The year.

    Returns
    -------
    Scenario
        It is called ``NAME_YEAR``.
    """
    own = what_if.changes.get(layer, Change())
    change = dataclasses.replace(own, parameters={**own.parameters, "year": year})
    return dataclasses.replace(
        what_if,
        name=f"{what_if.name}_{year}",
        changes={**what_if.changes, layer: change},
    )


def _change(entry: Declaration) -> Change:
    inputs = {k: v for k, v in entry.mapping("inputs").items() if isinstance(v, str)}
    change = Change(
        parameters=entry.mapping("parameters"),
        inputs=inputs,
        file=_file(entry, "file"),
        more=_file(entry, "more"),
    )
    entry.finish()
    return change


def _file(entry: Declaration, key: str) -> Path | None:
    if key not in entry:
        entry.allow([key])
        return None
    return entry.path(key)


def apply(listed: Catalog, scenario: Scenario) -> Catalog:
    """Give the catalogue as a scenario has it.

    Parameters
    ----------
    listed : Catalog
        Not changed.
    scenario : Scenario
        What is changed.

    Returns
    -------
    Catalog
        Another catalogue, checked as a whole.

    Raises
    ------
    DeclarationError
        If a change is of no layer, does not fit it, or leads to a circle; all faults together.
    """
    from gisplan.analysis.methods import ANALYSES

    faults: list[Text] = []
    layers: dict[str, LayerSpec | Derived] = dict(listed.declared)
    for name, change in scenario.changes.items():
        if name not in layers:
            faults.append(_fault(scenario, f"没有图层 {name}", f"there is no layer {name}"))
            continue
        layers[name] = _changed(layers[name], change, scenario, faults)
    for name, spec in layers.items():
        if isinstance(spec, Derived):
            origin = spec.origin
            inputs = {k: scenario.swap.get(v, v) for k, v in origin.inputs.items()}
            faults += [
                _fault(scenario, f"{name}：没有图层 {each}", f"{name}: there is no layer {each}")
                for each in inputs.values()
                if each not in layers
            ]
            layers[name] = dataclasses.replace(
                spec, origin=dataclasses.replace(origin, inputs=inputs)
            )
    _refuse(faults)
    # what is inherited may follow from what is changed: a reach stands in the names of columns
    found = resolve(layers, ANALYSES, faults)
    _refuse(faults)
    return Catalog(layers=found, maps=listed.maps, declared=layers, notes=listed.notes)


def _changed(
    spec: LayerSpec | Derived, change: Change, scenario: Scenario, faults: list[Text]
) -> LayerSpec | Derived:
    origin = spec.origin
    if isinstance(origin, FileOrigin):
        if change.parameters or change.inputs:
            faults.append(
                _fault(
                    scenario,
                    f"{spec.name} 来自文件，只能写 file 或 more",
                    f"{spec.name} comes from a file: only file or more can be given",
                )
            )
        path = change.file or origin.path
        return dataclasses.replace(
            cast("LayerSpec", spec), origin=dataclasses.replace(origin, path=path)
        )
    if isinstance(origin, PartsOrigin):
        faults.append(
            _fault(
                scenario,
                f"{spec.name} 分块读取，情景不能更改它",
                f"{spec.name} is read in parts, which a scenario can't change",
            )
        )
        return spec
    if change.file or change.more:
        faults.append(
            _fault(
                scenario,
                f"{spec.name} 是分析结果，只能写 parameters 或 inputs",
                f"{spec.name} is made by an analysis: only parameters or inputs can be given",
            )
        )
    changed = dataclasses.replace(
        origin,
        parameters={**origin.parameters, **change.parameters},
        inputs={**origin.inputs, **change.inputs},
    )
    return dataclasses.replace(spec, origin=changed)


def affected(listed: Catalog, scenario: Scenario) -> tuple[str, ...]:
    """Give the layers that a scenario changes, and all that are made from them, in order.

    Parameters
    ----------
    listed : Catalog
        As the scenario has it.
    scenario : Scenario
        What is changed.

    Returns
    -------
    tuple of str
        Names of layers, each after those that it is made from.
    """
    changed = set(scenario.changes)
    swapped = set(scenario.swap.values())
    found: list[str] = []
    for name, spec in listed.layers.items():
        made_from = set(spec.made_from)
        if name in changed or made_from & (changed | swapped):
            changed.add(name)
            found.append(name)
    return tuple(found)


def _fault(scenario: Scenario, zh: str, en: str) -> Text:
    return Text(f"scenarios/{scenario.name}.toml：{zh}", f"scenarios/{scenario.name}.toml: {en}")


def _refuse(faults: list[Text]) -> None:
    if faults:
        raise DeclarationError(
            Text(
                f"情景声明有 {len(faults)} 处错误：",
                f"{len(faults)} fault(s) in the scenario:",
            ),
            faults=faults,
        )
