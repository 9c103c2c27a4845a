"""What a declaration gives to an analysis, held against what the analysis takes."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gisplan.catalog.analyses import Analysis
from gisplan.catalog.declaration import fault_at
from gisplan.catalog.layer import AnalysisOrigin, LayerSpec
from gisplan.text import Text

_KINDS: Mapping[Any, Text] = {
    bool: Text("true 或 false", "true or false"),
    float: Text("数字", "a number"),
    int: Text("整数", "a whole number"),
    str: Text("字符串", "a string"),
}


def check_origin(
    path: Path,
    origin: AnalysisOrigin,
    layers: Mapping[str, LayerSpec],
    analyses: Mapping[str, Analysis],
) -> list[Text]:
    """Find what is wrong with the analysis that a layer declares.

    Parameters
    ----------
    path : pathlib.Path
        The declaration's file.
    origin : AnalysisOrigin
        The analysis with inputs and parameters.
    layers : mapping of str to LayerSpec
        Those given to the analysis; one that is missing is not told here.
    analyses : mapping of str to Analysis
        Those that there are, by name.

    Returns
    -------
    list of Text
        An unknown analysis or table; inputs or parameters that it does not take, or needs; values
        of the wrong kind or out of bounds; rasters for tables, tables for rasters, and layers
        read in parts where they can't be.
    """
    analysis = analyses.get(origin.method)
    if analysis is None:
        names = ", ".join(sorted(analyses))
        return [
            fault_at(
                path,
                "from.analysis",
                f"没有分析方法 {origin.method}，可用：{names}",
                f"there is no analysis {origin.method}; there are: {names}",
            )
        ]
    faults = _names(path, origin, analysis)
    if origin.table and origin.table not in analysis.gives:
        tables = ", ".join(filter(None, analysis.gives)) or "-"
        faults.append(
            fault_at(
                path,
                "from.table",
                f"分析方法 {analysis.name} 没有表 {origin.table}，有：{tables}",
                f"analysis {analysis.name} gives no table {origin.table}; there are: {tables}",
            )
        )
    for name, value in origin.parameters.items():
        if name in analysis.parameters:
            faults += _value(path, analysis, name, value)
    for given_as, name in origin.inputs.items():
        if name in layers:
            faults += _layer(path, analysis, given_as, layers[name], analyses)
            if layers[name].is_large:
                faults += _beyond(path, origin, analysis, given_as)
    return faults


def _names(path: Path, origin: AnalysisOrigin, analysis: Analysis) -> list[Text]:
    taken = {**analysis.inputs, **analysis.parameters}
    free = analysis.free
    given = {**origin.inputs, **origin.parameters}
    faults = [
        fault_at(
            path,
            "from",
            f"分析方法 {analysis.name} 没有参数 {name}",
            f"analysis {analysis.name} takes no {name}",
        )
        for name in given
        if name not in taken and (free is None or name in origin.parameters)
    ]
    if free is not None and not origin.inputs:
        faults.append(
            fault_at(
                path,
                "from.inputs",
                f"分析方法 {analysis.name} 至少要一个图层",
                f"analysis {analysis.name} needs at least one layer",
            )
        )
    faults += [
        fault_at(
            path,
            "from",
            f"分析方法 {analysis.name} 缺少参数 {name}",
            f"analysis {analysis.name} needs {name}",
        )
        for name, parameter in taken.items()
        if parameter.default is inspect.Parameter.empty
        and parameter.kind is not inspect.Parameter.VAR_KEYWORD
        and name not in given
    ]
    faults += [
        fault_at(
            path,
            "from",
            f"{name} 同时写在 inputs 和 parameters 中",
            f"{name} stands in both inputs and parameters",
        )
        for name in sorted(set(origin.inputs) & set(origin.parameters))
    ]
    return faults


def _layer(
    path: Path,
    analysis: Analysis,
    given_as: str,
    layer: LayerSpec,
    analyses: Mapping[str, Analysis],
) -> list[Text]:
    key = f"from.inputs.{given_as}"
    wanted = analysis.wants_raster(given_as)
    if wanted != (layer.geometry == "raster"):
        what = Text("栅格", "a raster") if wanted else Text("表", "a table")
        return [
            fault_at(
                path,
                key,
                f"分析方法 {analysis.name} 的 {given_as} 应为{what.zh}图层",
                f"analysis {analysis.name}: {given_as} must be {what.en}",
            )
        ]
    able = analysis.in_parts
    if layer.is_large and (able is None or given_as != able.large):
        can = ((each.name, each.in_parts) for each in analyses.values())
        names = ", ".join(f"{name}({parts.large})" for name, parts in can if parts)
        return [
            fault_at(
                path,
                key,
                f"{analysis.name} 不能用分块读取的图层 {layer.name}；可以的有：{names}",
                f"{analysis.name} can't take {layer.name}, which is read in parts; these can:"
                f" {names}",
            )
        ]
    return []


def _beyond(path: Path, origin: AnalysisOrigin, analysis: Analysis, given_as: str) -> list[Text]:
    """Find what an analysis can't be given beside a layer that is read in parts.

    Parameters
    ----------
    path : Path
        The declaration's file.
    origin : AnalysisOrigin
        The analysis with inputs and parameters.
    analysis : Analysis
        The analysis.
    given_as : str
        Name that the analysis takes the layer under.

    Returns
    -------
    list of Text
        One fault at most.
    """
    able = analysis.in_parts
    if able is None or given_as != able.large:
        return []
    return [
        fault_at(
            path,
            "from",
            f"{analysis.name} 的 {given_as} 是分块读取的图层时不能用 {name}",
            f"{analysis.name} can't take {name} where {given_as} is read in parts",
        )
        for name in (*origin.inputs, *origin.parameters)
        if name != given_as and name not in able.names
    ]


def _value(path: Path, analysis: Analysis, name: str, value: Any) -> list[Text]:
    key = f"from.parameters.{name}"
    kind = _kind(analysis, name)
    if kind is not None and not _fits(value, kind):
        wanted = _words(kind)
        return [fault_at(path, key, f"应为{wanted.zh}", f"must be {wanted.en}")]
    least, most = analysis.bounds.get(name, (None, None))
    numbers = value if isinstance(value, list) else [value]
    if least is not None and any(number < least for number in numbers):
        return [fault_at(path, key, f"应不小于 {least:g}", f"must be at least {least:g}")]
    if most is not None and any(number > most for number in numbers):
        return [fault_at(path, key, f"应不大于 {most:g}", f"must be at most {most:g}")]
    return []


def _kind(analysis: Analysis, name: str) -> Any:
    """Give the type that a parameter is annotated with, or None if it can't be told.

    Parameters
    ----------
    analysis : Analysis
        The analysis.
    name : str
        Name of the parameter.

    Returns
    -------
    Any
        A type.
    """
    try:
        return typing.get_type_hints(analysis.function).get(name)
    except (NameError, TypeError):
        return None


def _fits(value: Any, kind: Any) -> bool:
    parts = typing.get_args(kind)
    if _is(kind, typing.Union, types.UnionType):
        return any(_fits(value, each) for each in parts)
    if _is(kind, typing.Literal):
        return value in parts
    if typing.is_typeddict(kind):
        return _fits_table(value, kind)
    if _is(kind, Mapping):
        return isinstance(value, Mapping) and all(_fits(v, parts[1]) for v in value.values())
    if _is(kind, Sequence):
        return isinstance(value, list | tuple) and all(_fits(each, parts[0]) for each in value)
    return _is_plain(value, kind)


def _fits_table(value: Any, kind: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    known = typing.get_type_hints(kind)
    return kind.__required_keys__ <= value.keys() <= known.keys() and all(
        _fits(each, known[key]) for key, each in value.items()
    )


def _is_plain(value: Any, kind: Any) -> bool:
    if kind is Any or not isinstance(kind, type):
        return True
    if isinstance(value, bool) or kind is bool:
        return isinstance(value, bool) and kind is bool
    return isinstance(value, (int, float) if kind is float else kind)


def _words(kind: Any) -> Text:
    parts = typing.get_args(kind)
    if _is(kind, typing.Union, types.UnionType):
        said = dict.fromkeys(_words(each) for each in parts if each is not type(None))
        return Text("或".join(t.zh for t in said), " or ".join(t.en for t in said))
    if _is(kind, typing.Literal):
        names = ", ".join(str(each) for each in parts)
        return Text(f"其中之一：{names}", f"one of: {names}")
    if typing.is_typeddict(kind):
        items = {key: _words(each) for key, each in typing.get_type_hints(kind).items()}
        zh = "、".join(f"{key}（{words.zh}）" for key, words in items.items())
        en = ", ".join(f"{key} ({words.en})" for key, words in items.items())
        return Text(f"表，键可为：{zh}", f"a table, its keys any of: {en}")
    if _is(kind, Mapping):
        return Text("表", "a table")
    if _is(kind, Sequence):
        each = _words(parts[0])
        return Text(f"列表，各项为{each.zh}", f"a list, each item {each.en}")
    return _KINDS.get(kind, Text(str(kind), str(kind)))


def _is(kind: Any, *starts: Any) -> bool:
    """Tell whether a type is made of one of those: ``Sequence[str]`` of ``Sequence``.

    Parameters
    ----------
    kind : Any
        A type.
    *starts : Any
        Types without brackets.

    Returns
    -------
    bool
        Whether it is.
    """
    return typing.get_origin(kind) in starts
