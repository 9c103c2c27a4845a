"""What of a layer a scenario may change, as fields of a form, and what was typed into them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from gisplan.analysis.methods import ANALYSES
from gisplan.api.scenarios.words import PARAMETERS
from gisplan.catalog.as_toml import in_line, quoted
from gisplan.catalog.layer import AnalysisOrigin, FileOrigin, LayerSpec
from gisplan.catalog.load import Catalog
from gisplan.errors import OptionError
from gisplan.pipeline.scenario import Change
from gisplan.text import Text

__all__ = [
    "FieldKind",
    "ScenarioField",
    "change_of",
    "changeable",
    "fields_of",
    "in_line",
    "quoted",
    "written",
]

FieldKind = Literal["integer", "number", "text", "boolean", "numbers", "texts", "value", "layer"]
_PARTS = re.compile(r"[\s,，、;；]+")
_WRONG: Mapping[FieldKind, Text] = {
    "integer": Text("应为整数", "must be a whole number"),
    "number": Text("应为数", "must be a number"),
    "boolean": Text("应为 true 或 false", "must be true or false"),
    "numbers": Text("应为数，几个之间用空格隔开", "must be numbers with blanks between"),
    "value": Text(
        "写法不对，请照现有的写法改", "is not written as it should be; change what stands there"
    ),
    "layer": Text("没有这个图层", "there is no such layer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioField:
    """One thing that a scenario may change of a layer.

    Attributes
    ----------
    key : str
        Name of the field in a form: ``p:NAME`` of a parameter, ``i:NAME`` of an input.
    title : Text
        What it is, for people.
    kind : FieldKind
        How it is written.
    declared : str
        As the layers have it; empty if nothing is declared.
    value : str
        As the scenario has it.
    choices : tuple of (str, Text)
        What may be chosen, if it is not typed.
    """

    key: str
    title: Text
    kind: FieldKind
    declared: str
    value: str
    choices: tuple[tuple[str, Text], ...] = field(default=())

    @property
    def is_changed(self) -> bool:
        """Whether the scenario has it otherwise than the layers.

        Returns
        -------
        bool
            True if it differs.
        """
        return self.value != self.declared


def changeable(listed: Catalog) -> dict[str, LayerSpec]:
    """Give the layers that a scenario may change.

    Parameters
    ----------
    listed : Catalog
        The catalogue of the workspace.

    Returns
    -------
    dict of str to LayerSpec
        Those made by an analysis that is told something, and those of a file with rows.
    """
    return {
        name: spec
        for name, spec in listed.layers.items()
        if (isinstance(spec.origin, AnalysisOrigin) and (spec.origin.parameters or _options(spec)))
        or (isinstance(spec.origin, FileOrigin) and spec.geometry != "raster")
    }


def fields_of(spec: LayerSpec, change: Change, listed: Catalog) -> tuple[ScenarioField, ...]:
    """Give what a scenario may change of a layer that an analysis makes.

    Parameters
    ----------
    spec : LayerSpec
        The layer as it is.
    change : Change
        What the scenario has of it.
    listed : Catalog
        The catalogue of the workspace as it is.

    Returns
    -------
    tuple of ScenarioField
        The parameters, those that are declared first, and the layers that it takes; none of a
        layer that comes from a file.
    """
    origin = spec.origin
    if not isinstance(origin, AnalysisOrigin):
        return ()
    found = []
    options = _options(spec)
    for name in [*origin.parameters, *(one for one in options if one not in origin.parameters)]:
        declared = origin.parameters.get(name)
        value = change.parameters.get(name, declared)
        kind, choices = _kind(value, options.get(name, ""))
        found.append(
            ScenarioField(
                key=f"p:{name}",
                title=PARAMETERS.get(name, Text(name, name)),
                kind=kind,
                declared=written(declared),
                value=written(value),
                choices=choices,
            )
        )
    for name, layer in origin.inputs.items():
        named = listed.layers
        like = named[layer].geometry
        choices = tuple(
            (other, each.title)
            for other, each in named.items()
            if each.geometry == like and other != spec.name and not each.is_large
        )
        found.append(
            ScenarioField(
                key=f"i:{name}",
                title=Text(
                    f"“{named[layer].title.zh}”用哪个图层（{name}）",
                    f"which layer for '{named[layer].title.en}' ({name})",
                ),
                kind="layer",
                declared=layer,
                value=change.inputs.get(name, layer),
                choices=choices,
            )
        )
    return tuple(found)


def change_of(
    spec: LayerSpec, before: Change, typed: Mapping[str, str], listed: Catalog
) -> tuple[dict[str, Any], dict[str, str]]:
    """Read what was typed into the fields of a layer.

    Parameters
    ----------
    spec : LayerSpec
        The layer as it is.
    before : Change
        What the scenario had of it.
    typed : mapping of str to str
        By key of a field; what is empty is as the layers have it.
    listed : Catalog
        The catalogue of the workspace as it is.

    Returns
    -------
    parameters : dict of str to any
        Those that differ from the layers as they are.
    inputs : dict of str to str
        The same of the layers taken.

    Raises
    ------
    OptionError
        If one is not what the field takes; all of them together.
    """
    parameters: dict[str, Any] = {}
    inputs: dict[str, str] = {}
    faults = []
    for item in fields_of(spec, before, listed):
        text = typed.get(item.key, item.value).strip()
        if not text or text == item.declared:
            continue
        name = item.key[2:]
        try:
            value = _read(text, item)
        except ValueError:
            why = _WRONG.get(item.kind, Text("不能用", "can't be used"))
            faults.append(
                Text(
                    f"图层“{spec.title.zh}”的“{item.title.zh}”：{why.zh}（写的是“{text[:60]}”）",
                    f"layer '{spec.title.en}', '{item.title.en}': {why.en} ('{text[:60]}')",
                )
            )
            continue
        if written(value) == item.declared:
            continue
        (inputs if item.kind == "layer" else parameters)[name] = value
    if faults:
        raise OptionError(
            Text("情景没有保存：", "the scenario was not saved:"), faults=tuple(faults)
        )
    return parameters, inputs


def written(value: Any) -> str:
    """Write a value as a field shows it.

    Parameters
    ----------
    value : any
        As TOML has it; None if there is none.

    Returns
    -------
    str
        Lists of plain values with blanks between, tables as TOML writes them in a line.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | str):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, list | tuple) and not any(isinstance(one, dict | list) for one in value):
        return " ".join(written(one) for one in value)
    return in_line(value)


def _options(spec: LayerSpec) -> dict[str, str]:
    origin = spec.origin
    if not isinstance(origin, AnalysisOrigin) or origin.method not in ANALYSES:
        return {}
    parameters = ANALYSES[origin.method].parameters
    return {name: str(one.annotation) for name, one in parameters.items()}


def _kind(value: Any, annotation: str) -> tuple[FieldKind, tuple[tuple[str, Text], ...]]:
    if annotation.startswith("Literal"):
        names = re.findall(r"'([^']+)'", annotation)
        return "text", tuple((name, Text(name, name)) for name in names)
    kind: FieldKind = "text"
    if isinstance(value, bool) or annotation == "bool":
        return "boolean", (
            ("true", Text("是", "yes")),
            ("false", Text("否", "no")),
        )
    if "Mapping" in annotation or "Options" in annotation or "Rule" in annotation:
        kind = "value"
    elif "Sequence[float]" in annotation:
        kind = "numbers"
    elif "Sequence[str]" in annotation:
        kind = "texts"
    elif "Sequence" in annotation:
        kind = "value"
    elif annotation.startswith("int"):
        kind = "integer"
    elif annotation.startswith("float"):
        kind = "number"
    elif isinstance(value, Mapping | list):
        kind = "value"
    return kind, ()


def _read(text: str, item: ScenarioField) -> Any:
    if item.choices and text not in dict(item.choices):
        raise ValueError(text)
    return _READERS.get(item.kind, str)(text)


def _parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(text) if part]


def _whole(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,12}", text):
        raise ValueError(text)
    return int(text)


def _in_toml(text: str) -> Any:
    try:
        return tomllib.loads(f"v = {text}")["v"]
    except tomllib.TOMLDecodeError as error:
        raise ValueError(text) from error


def _number(text: str) -> float:
    if not re.fullmatch(r"[+-]?[0-9]{1,12}(\.[0-9]{1,9})?", text):
        raise ValueError(text)
    return float(text)


_READERS: Mapping[FieldKind, Callable[[str], Any]] = {
    "boolean": lambda text: text == "true",
    "integer": _whole,
    "number": _number,
    "numbers": lambda text: [_number(part) for part in _parts(text)],
    "texts": _parts,
    "value": _in_toml,
}
