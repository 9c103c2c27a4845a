"""The catalogue: every layer and map that a workspace declares, checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from gisplan.catalog import check_map as map_checks
from gisplan.catalog import declaration
from gisplan.catalog import layer as schema
from gisplan.catalog import map as composition
from gisplan.catalog.declaration import Declaration
from gisplan.catalog.raster import ENDINGS
from gisplan.catalog.workspace import Workspace
from gisplan.text import Text

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_REMOTE = re.compile(r"^(/vsi|[a-z][a-z0-9+.-]+://)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All layers and maps of a workspace.

    Parameters
    ----------
    layers : mapping of str to LayerSpec
        By name; in an order in which each stands after the layers it is made from.
    maps : mapping of str to MapSpec
        By name.
    """

    layers: Mapping[str, schema.LayerSpec]
    maps: Mapping[str, composition.MapSpec]

    def needed_by(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Give the layers named and all that they are made from, in the catalogue's order."""
        wanted: set[str] = set()
        stack = list(names)
        while stack:
            name = stack.pop()
            if name not in wanted:
                wanted.add(name)
                stack.extend(_inputs(self.layers[name]))
        return tuple(name for name in self.layers if name in wanted)


def load(workspace: Workspace) -> Catalog:
    """Read every declaration of a workspace.

    Parameters
    ----------
    workspace : Workspace

    Returns
    -------
    Catalog

    Raises
    ------
    DeclarationError
        With all faults found: unknown or missing keys, missing files, layers that are made
        from unknown layers or, in a circle, from themselves, maps of unknown layers or
        columns.
    """
    faults: list[Text] = []
    layers = {
        path.stem: _layer(declaration.load(path, faults=faults))
        for path in _declarations(workspace.layers, faults)
    }
    maps = {
        path.stem: _map(declaration.load(path, faults=faults), workspace.review_number)
        for path in _declarations(workspace.maps, faults)
    }
    order = _order(layers, faults)
    for item in maps.values():
        map_checks.check(item, layers, faults)
    declaration.refuse(faults)
    return Catalog(layers={name: layers[name] for name in order}, maps=maps)


def _declarations(folder: Path, faults: list[Text]) -> list[Path]:
    paths = sorted(folder.glob("*.toml"))
    for path in paths:
        if not _NAME.fullmatch(path.stem):
            faults.append(
                Text(
                    f"{path.name}：文件名即图层名，只能用小写字母、数字和下划线",
                    f"{path.name}: the file's name is the layer's: only a-z, 0-9 and _",
                )
            )
    return paths


# -- layers ---------------------------------------------------------------------------------


def _layer(entry: Declaration) -> schema.LayerSpec:
    title = entry.words("title")
    columns = _columns(entry.table("columns", required=True))
    positions: tuple[schema.Precision | str, ...] = (*schema.PRECISIONS, "mixed")
    spec = schema.LayerSpec(
        name=entry.file.stem,
        title=title,
        description=entry.text("description", required=False) or title,
        geometry=entry.choice("geometry", schema.GEOMETRY_KINDS),
        columns=columns,
        key=entry.strings("key", required=entry.kind("geometry") != "raster"),
        origin=_origin(entry.table("from", required=True)),
        sources=tuple(_source(item) for item in entry.tables("sources")),
        licence=entry.string("licence"),
        vintage=entry.string("vintage"),
        positions=entry.choice("positions", positions),  # type: ignore[arg-type]
        geometry_required=entry.boolean("geometry_required", True),
        path=entry.file,
    )
    entry.finish()
    _check_layer(entry, spec)
    return spec


def _check_layer(entry: Declaration, spec: schema.LayerSpec) -> None:
    names = spec.column_names
    for name in spec.key:
        if name not in names:
            entry.fault("key", f"没有声明列 {name}", f"no column {name} is declared")
    if spec.positions == "mixed" and "precision" not in names:
        entry.fault(
            "positions",
            "各行精度不同时须声明列 precision",
            'a layer of mixed positions must declare the column "precision"',
        )
    if spec.geometry == "raster":
        _check_raster(entry, spec)
    if isinstance(spec.origin, schema.PartsOrigin):
        _check_parts(entry, spec, spec.origin)
    if not spec.sources:
        entry.fault("sources", "至少写明一个来源", "name at least one source")


def _check_raster(entry: Declaration, spec: schema.LayerSpec) -> None:
    kinds = [column.type for column in spec.columns]
    if len(kinds) != 1 or kinds[0] not in ("integer", "number"):
        entry.fault(
            "columns",
            "栅格只声明一列，类型为 integer 或 number，即像元的值",
            "a raster declares one column, an integer or number: what its cells hold",
        )
    if spec.key or spec.positions == "mixed":
        entry.fault(
            "key",
            "栅格没有 key，positions 也不能是 mixed",
            "a raster has no key, and its positions are not mixed",
        )
    origin = spec.origin
    if isinstance(origin, schema.FileOrigin) and origin.path.suffix.lower() not in ENDINGS:
        endings = "、".join(ENDINGS)
        entry.fault(
            "from.file",
            f"不是栅格文件；可用 {endings}",
            f"is no raster; there are {endings.replace('、', ', ')}",
        )


def _check_parts(entry: Declaration, spec: schema.LayerSpec, origin: schema.PartsOrigin) -> None:
    if spec.geometry != "point" or not spec.geometry_required:
        entry.fault(
            "geometry",
            "分块读取的图层（from.parts）须是点，且每行都有位置",
            "a layer read in parts (from.parts) must be of points, one for every row",
        )
    if origin.counties and origin.column not in spec.column_names:
        entry.fault(
            "from.column",
            f"没有声明列 {origin.column}，点所在县的代码无处可放",
            f"no column {origin.column} is declared to hold the code of each point's county",
        )


def _columns(entry: Declaration) -> tuple[schema.Column, ...]:
    columns = []
    for name in entry:
        item = entry.table(name)
        if not _NAME.fullmatch(name) or name == "geometry":
            entry.fault(
                name,
                "列名只能用小写字母、数字和下划线，且不能是 geometry",
                "a column's name has only a-z, 0-9 and _, and is not geometry",
            )
        columns.append(
            schema.Column(
                name=name,
                type=item.choice("type", schema.COLUMN_TYPES),
                title=item.words("title"),
                unit=item.text("unit", required=False),
                meaning=item.text("meaning", required=False),
                required=item.boolean("required", False),
                values=item.strings("values"),
                labels=_labels(item),
                minimum=item.number("minimum"),
                maximum=item.number("maximum"),
                derived=item.boolean("derived", False),
            )
        )
        item.finish()
    return tuple(columns)


def _labels(entry: Declaration) -> dict[str, Text]:
    words = entry.table("labels")
    labels = {value: words.words(value) for value in words}
    for value in labels:
        if "values" in entry and value not in entry.strings("values"):
            entry.fault(f"labels.{value}", "不在 values 中", "is not one of values")
    return labels


def _origin(
    entry: Declaration,
) -> schema.FileOrigin | schema.PartsOrigin | schema.AnalysisOrigin:
    if "analysis" in entry:
        inputs = {k: v for k, v in entry.mapping("inputs").items() if isinstance(v, str)}
        if len(inputs) != len(entry.mapping("inputs")):
            entry.fault("inputs", "各项应为图层名", "each must be the name of a layer")
        origin = schema.AnalysisOrigin(
            method=entry.string("analysis"),
            inputs=inputs,
            parameters=entry.mapping("parameters"),
        )
        entry.finish()
        return origin
    if "parts" in entry:
        return _parts(entry)
    name = entry.string("file")
    path = (entry.file.parent / name).resolve()
    if _REMOTE.match(name):
        entry.fault(
            "file",
            f"只能是本机文件，不能是 {name}",
            f"must be a file of this machine, not {name}",
        )
    elif name and not path.is_file():
        entry.fault("file", f"没有文件 {path}", f"no file {path}")
    file_origin = schema.FileOrigin(
        path=path,
        layer=entry.optional_string("layer"),
        lon=entry.optional_string("lon"),
        lat=entry.optional_string("lat"),
        band=entry.integer("band", 1, minimum=1),
    )
    entry.finish()
    return file_origin


def _parts(entry: Declaration) -> schema.PartsOrigin:
    name = entry.string("parts")
    path = (entry.file.parent / name).resolve()
    if _REMOTE.match(name):
        entry.fault(
            "parts",
            f"只能是本机或共享的文件夹，不能是 {name}",
            f"must be a folder of this machine or a shared one, not {name}",
        )
    elif not path.exists():
        entry.fault("parts", f"没有文件或文件夹 {path}", f"no file or folder {path}")
    origin = schema.PartsOrigin(
        path=path,
        counties=entry.optional_string("counties"),
        column=entry.string("column", "adcode"),
    )
    entry.finish()
    return origin


def _source(entry: Declaration) -> schema.Source:
    source = schema.Source(
        title=entry.string("title"),
        publisher=entry.string("publisher", ""),
        date=entry.string("date", ""),
        url=entry.string("url", ""),
        note=entry.text("note", required=False),
    )
    entry.finish()
    return source


def _inputs(spec: schema.LayerSpec) -> tuple[str, ...]:
    origin = spec.origin
    if isinstance(origin, schema.PartsOrigin):
        return (origin.counties,) if origin.counties else ()
    return tuple(origin.inputs.values()) if isinstance(origin, schema.AnalysisOrigin) else ()


def _order(layers: Mapping[str, schema.LayerSpec], faults: list[Text]) -> tuple[str, ...]:
    for name, spec in layers.items():
        faults.extend(
            Text(
                f"{name}.toml: from.inputs：没有图层 {needed}",
                f"{name}.toml: from.inputs: there is no layer {needed}",
            )
            for needed in _inputs(spec)
            if needed not in layers
        )
    graph = {name: [n for n in _inputs(spec) if n in layers] for name, spec in layers.items()}
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = " -> ".join(reversed(error.args[1]))
        faults.append(
            Text(
                f"{error.args[1][0]}.toml: from.inputs：图层互为来源，成了循环：{circle}",
                f"{error.args[1][0]}.toml: from.inputs: made from each other in a circle: {circle}",
            )
        )
        return tuple(layers)


# -- maps -----------------------------------------------------------------------------------


def _map(entry: Declaration, review_number: str) -> composition.MapSpec:
    title = entry.words("title")
    years = entry.numbers("years")
    if any(year % 1 for year in years) or list(years) != sorted(set(years)):
        entry.fault("years", "应为递增的年份", "must be rising years")
    spec = composition.MapSpec(
        name=entry.file.stem,
        title=title,
        description=entry.text("description", required=False) or Text("", ""),
        attribution=entry.text("attribution", required=False) or Text("", ""),
        review_number=entry.string("review_number", "") or review_number,
        groups=tuple(_group(item) for item in entry.tables("groups")),
        years=tuple(int(year) for year in years),
        headlines=tuple(_headline(item) for item in entry.tables("headlines")),
        path=entry.file,
        evaluate=_evaluation(entry.table("evaluate")) if "evaluate" in entry else None,
    )
    if not spec.groups:
        entry.fault("groups", "地图至少要有一组图层", "a map needs at least one group of layers")
    entry.finish()
    return spec


def _evaluation(entry: Declaration) -> composition.Evaluation:
    reaches = entry.numbers("reaches_km")
    if not reaches or list(reaches) != sorted(set(reaches)) or reaches[0] <= 0:
        entry.fault("reaches_km", "须为递增的正数（千米）", "must be rising positive numbers (km)")
    chosen = entry.number("reach_km")
    found = composition.Evaluation(
        demand=entry.string("demand"),
        quantity=entry.string("quantity", "population"),
        sites=entry.string("sites"),
        regions=entry.string("regions"),
        units=entry.string("units"),
        counties=entry.string("counties"),
        reaches_km=reaches,
        reach_km=chosen if chosen is not None else next(iter(reaches), 0.0),
    )
    if found.reaches_km and found.reach_km not in found.reaches_km:
        entry.fault("reach_km", "须是 reaches_km 之一", "must be one of reaches_km")
    entry.finish()
    return found


def _group(entry: Declaration) -> composition.MapGroup:
    group = composition.MapGroup(
        title=entry.words("title"),
        layers=tuple(_map_layer(item) for item in entry.tables("layers")),
    )
    entry.finish()
    return group


def _headline(entry: Declaration) -> composition.Headline:
    headline = composition.Headline(
        title=entry.words("title"),
        layer=entry.string("layer"),
        measure=entry.choice("measure", composition.MEASURES, "count"),
        column=entry.optional_string("column"),
        over=entry.optional_string("over"),
        where={name: str(value) for name, value in entry.mapping("where").items()},
    )
    if headline.measure != "count" and headline.column is None:
        entry.fault("column", "须写明要合计的列", "say which column is summed")
    if headline.measure == "ratio" and headline.over is None:
        entry.fault("over", "须写明作分母的列", "say which column is divided by")
    entry.finish()
    return headline


def _map_layer(entry: Declaration) -> composition.MapLayer:
    year = entry.integer("year", 0, minimum=1) or None
    item = composition.MapLayer(
        layer=entry.string("layer"),
        title=entry.text("title", required=False),
        show=entry.boolean("show", True),
        popup=entry.strings("popup"),
        year=year,
        year_column=entry.optional_string("year_column"),
        style=_style(entry.table("style", required=True)),
    )
    entry.finish()
    return item


def _style(entry: Declaration) -> composition.Style:
    defaults = composition.Style(kind="outline")
    colors = {k: str(v) for k, v in entry.mapping("colors").items()}
    labels = entry.table("labels")
    opacity = entry.number("opacity")
    weight = entry.number("weight")
    style = composition.Style(
        kind=entry.choice("kind", composition.STYLE_KINDS),
        color=entry.color("color", defaults.color),
        weight=defaults.weight if weight is None else weight,
        dash=entry.string("dash", ""),
        opacity=defaults.opacity if opacity is None else opacity,
        column=entry.optional_string("column"),
        scheme=entry.choice("scheme", composition.SCHEMES, defaults.scheme),
        classes=entry.integer("classes", defaults.classes, minimum=2),
        breaks=entry.numbers("breaks"),
        palette=entry.string("palette", defaults.palette),
        colors={k: entry.check_color("colors", v, defaults.color) for k, v in colors.items()},
        labels={k: labels.words(k) for k in labels},
        label_column=entry.optional_string("label_column"),
    )
    if style.kind in ("choropleth", "categories", "flows") and style.column is None:
        entry.fault("column", "此样式须写明列", "this kind of style needs a column")
    if style.scheme == "breaks" and list(style.breaks) != sorted(set(style.breaks)):
        entry.fault("breaks", "分级界限须递增", "breaks must increase")
    if style.scheme == "breaks" and not style.breaks:
        entry.fault("breaks", "scheme 为 breaks 时须写明分级界限", 'scheme "breaks" needs them')
    entry.finish()
    return style
