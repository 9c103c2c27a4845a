"""Maps held against the layers that they show: what a declaration by itself can't tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.map import EvaluationSpec, Headline, MapLayer, MapSpec, TasksSpec
from gisplan.text import Text

#: What the table of rates has that the page tells of.
RATE_COLUMNS = ("stream", "value", "unit", "basis", "year", "used")


def check(
    item: MapSpec,
    layers: Mapping[str, LayerSpec],
    faults: list[Text],
    *,
    unknown: Collection[str] = (),
) -> None:
    """Add what is wrong with a map.

    Parameters
    ----------
    item : MapSpec
        Declaration of the map.
    layers : mapping of str to LayerSpec
        Of the workspace.
    faults : list of Text
        Gets one sentence for each.
    unknown : collection of str
        Layers that are there but so wrong that nothing can be said of what shows them.
    """
    faults.extend(
        Text(
            f"{item.name}.toml（maps）：图层 {name} 分块读取，行数太多，不能放进网页；"
            "可用按地区的汇总（分析方法 count_by_region）",
            f"{item.name}.toml (maps): layer {name} is read in parts and too large for a page;"
            " use its counts by region (analysis count_by_region)",
        )
        for name in item.data_names
        if name in layers and layers[name].is_large
    )
    for headline in item.headlines:
        if headline.layer not in unknown:
            faults.extend(_headline_faults(item, headline, layers.get(headline.layer)))
    for group in item.groups:
        for shown in group.layers:
            if shown.layer not in unknown:
                faults.extend(_shown_faults(item, shown, layers.get(shown.layer)))
    if item.evaluate:
        faults.extend(_evaluation_faults(item, item.evaluate, layers, unknown))
    if item.tasks:
        faults.extend(_task_faults(item, item.tasks, layers, unknown))
    if item.quotes and item.quotes not in unknown:
        where = f"{item.name}.toml（maps），quotes：", f"{item.name}.toml (maps), quotes: "
        columns = ("clause", "text_zh")
        faults.extend(_column_faults(where, item.quotes, layers.get(item.quotes), columns))


def _shown_faults(item: MapSpec, shown: MapLayer, spec: LayerSpec | None) -> list[Text]:
    name = shown.layer
    where = f"{item.name}.toml（maps）：", f"{item.name}.toml (maps): "
    if spec is None:
        return [Text(f"{where[0]}没有图层 {name}", f"{where[1]}there is no layer {name}")]
    faults = []
    if spec.geometry == "none":
        faults.append(
            Text(
                f"{where[0]}图层 {name} 是表格，没有图形",
                f"{where[1]}layer {name} is a table, not a shape",
            )
        )
    style = shown.style
    named = (style.column, style.label_column, style.beside_column)
    asked = (*shown.popup, *named, shown.year_column, shown.report_column)
    faults.extend(
        Text(
            f"{where[0]}图层 {name} 没有列 {column}",
            f"{where[1]}layer {name} has no column {column}",
        )
        for column in asked
        if column is not None and not _has_column(spec, column)
    )
    return faults


def _evaluation_faults(
    item: MapSpec,
    asked: EvaluationSpec,
    layers: Mapping[str, LayerSpec],
    unknown: Collection[str],
) -> list[Text]:
    where = f"{item.name}.toml（maps），[evaluate]：", f"{item.name}.toml (maps), [evaluate]: "
    faults = []
    rates = ((asked.rates, None, RATE_COLUMNS),) if asked.rates else ()
    for name, kind, columns in (
        *rates,
        (asked.demand, "point", ("id", "adcode", asked.quantity)),
        (asked.sites, "point", ("id", "name")),
        (asked.regions, "polygon", ("adcode", "name")),
        (asked.counties, "polygon", ("adcode", "name")),
        (asked.units, None, ("adcode", "parent")),
    ):
        if name in unknown:
            continue
        spec = layers.get(name)
        faults.extend(_column_faults(where, name, spec, columns))
        if spec is None:
            continue
        if kind is not None and spec.geometry != kind:
            faults.append(
                Text(
                    f"{where[0]}图层 {name} 的几何类型应为 {kind}",
                    f"{where[1]}layer {name} must have geometry {kind}",
                )
            )
        if kind == "polygon" and name not in item.layer_names:
            faults.append(
                Text(
                    f"{where[0]}图层 {name} 须在这幅地图上",
                    f"{where[1]}layer {name} must be on this map",
                )
            )
    return faults


def _task_faults(
    item: MapSpec, asked: TasksSpec, layers: Mapping[str, LayerSpec], unknown: Collection[str]
) -> list[Text]:
    where = f"{item.name}.toml（maps），[tasks]：", f"{item.name}.toml (maps), [tasks]: "
    needed = (
        (asked.ledger, ("item", "kind", "clause", "name", "year", "due", "bases", "state")),
        (asked.duties, ("item", "role", "unit", "via_zh", "adcode")),
        (asked.places, ("item", "adcode", "why")),
        (asked.unit_names, ("name", "unit_zh", "relation")),
        (asked.regions, ("adcode", "parent", "level", "name")),
    )
    return [
        fault
        for name, columns in needed
        if name not in unknown
        for fault in _column_faults(where, name, layers.get(name), columns)
    ]


def _column_faults(
    where: tuple[str, str], name: str, spec: LayerSpec | None, columns: Collection[str]
) -> list[Text]:
    if spec is None:
        return [Text(f"{where[0]}没有图层 {name}", f"{where[1]}there is no layer {name}")]
    return [
        Text(
            f"{where[0]}图层 {name} 没有列 {column}",
            f"{where[1]}layer {name} has no column {column}",
        )
        for column in columns
        if not _has_column(spec, column)
    ]


def _headline_faults(item: MapSpec, headline: Headline, spec: LayerSpec | None) -> list[Text]:
    where = (
        f"{item.name}.toml（maps），[[headlines]]：",
        f"{item.name}.toml (maps), [[headlines]]: ",
    )
    if spec is None:
        name = headline.layer
        return [Text(f"{where[0]}没有图层 {name}", f"{where[1]}there is no layer {name}")]
    return [
        Text(
            f"{where[0]}图层 {headline.layer} 没有列 {name}",
            f"{where[1]}layer {headline.layer} has no column {name}",
        )
        for name in (headline.column, headline.over, headline.low, headline.high, *headline.where)
        if name is not None and name not in spec.column_names
    ]


def _has_column(spec: LayerSpec, name: str) -> bool:
    names = spec.column_names
    return name in names or (f"{name}_zh" in names and f"{name}_en" in names)
