"""Reading the declaration of a map."""

from __future__ import annotations

from gisplan.catalog import map as composition
from gisplan.catalog.declaration import Declaration
from gisplan.text import Text

#: Years that a map may speak of.
FIRST_YEAR, LAST_YEAR = 1900, 2199
#: The widest line, the most classes that can be told apart, and half the way around the Earth.
MOST_PIXELS, MOST_CLASSES, MOST_KM = 50, 20, 20_038


def read_map(entry: Declaration, review_number: str) -> composition.MapSpec:
    """Read ``maps/NAME.toml``; what is wrong is noted in the declaration.

    Parameters
    ----------
    entry : Declaration
        What the file says.
    review_number : str
        Of the workspace; for a map that gives none.

    Returns
    -------
    composition.MapSpec
        The map, not yet checked against layers.
    """
    title = entry.words("title")
    years = entry.numbers("years", minimum=FIRST_YEAR, maximum=LAST_YEAR)
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
        tasks=_tasks(entry.table("tasks")) if "tasks" in entry else None,
        wants_context=entry.boolean("context", True),
        quotes=entry.optional_string("quotes"),
    )
    if not spec.groups:
        entry.fault("groups", "地图至少要有一组图层", "a map needs at least one group of layers")
    entry.finish()
    return spec


def _evaluation(entry: Declaration) -> composition.EvaluationSpec:
    reaches = entry.numbers("reaches_km", maximum=MOST_KM)
    if not reaches or list(reaches) != sorted(set(reaches)) or reaches[0] <= 0:
        entry.fault("reaches_km", "须为递增的正数（千米）", "must be rising positive numbers (km)")
    chosen = entry.number("reach_km")
    found = composition.EvaluationSpec(
        demand=entry.string("demand"),
        quantity=entry.string("quantity", "population"),
        sites=entry.string("sites"),
        regions=entry.string("regions"),
        units=entry.string("units"),
        counties=entry.string("counties"),
        rates=entry.optional_string("rates"),
        reaches_km=reaches,
        reach_km=chosen if chosen is not None else next(iter(reaches), 0.0),
    )
    if found.reaches_km and found.reach_km not in found.reaches_km:
        entry.fault("reach_km", "须是 reaches_km 之一", "must be one of reaches_km")
    entry.finish()
    return found


def _tasks(entry: Declaration) -> composition.TasksSpec:
    found = composition.TasksSpec(
        ledger=entry.string("ledger"),
        duties=entry.string("duties"),
        places=entry.string("places"),
        unit_names=entry.string("unit_names"),
        regions=entry.string("regions"),
    )
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
        low=entry.optional_string("low"),
        high=entry.optional_string("high"),
        where={name: str(value) for name, value in entry.mapping("where").items()},
    )
    if headline.measure != "count" and headline.column is None:
        entry.fault("column", "须写明要合计的列", "say which column is summed")
    if headline.measure == "ratio" and headline.over is None:
        entry.fault("over", "须写明作分母的列", "say which column is divided by")
    if (headline.low is None) != (headline.high is None) or (headline.low and not headline.column):
        entry.fault(
            "low",
            "范围须写明 column 和两端 low、high",
            "a range needs column and both its ends, low and high",
        )
    entry.finish()
    return headline


def _map_layer(entry: Declaration) -> composition.MapLayer:
    year = entry.integer("year", 0, minimum=FIRST_YEAR, maximum=LAST_YEAR) or None
    item = composition.MapLayer(
        layer=entry.string("layer"),
        title=entry.text("title", required=False),
        show=entry.boolean("show", True),
        popup=entry.strings("popup"),
        year=year,
        year_column=entry.optional_string("year_column"),
        report_column=entry.optional_string("report_column"),
        style=_style(entry.table("style", required=True)),
    )
    if item.report_column and not item.year_column:
        entry.fault(
            "report_column",
            "须同时写明 year_column（年份滑块所用的列）",
            "goes with year_column, the column that the slider goes by",
        )
    entry.finish()
    return item


def _style(entry: Declaration) -> composition.Style:
    defaults = composition.Style(kind="outline")
    colors = {k: str(v) for k, v in entry.mapping("colors").items()}
    labels = entry.table("labels")
    dashes = {k: str(v) for k, v in entry.mapping("dashes").items()}
    opacity = entry.number("opacity", minimum=0, maximum=1)
    weight = entry.number("weight", minimum=0, maximum=MOST_PIXELS)
    style = composition.Style(
        kind=entry.choice("kind", composition.STYLE_KINDS),
        color=entry.color("color", defaults.color),
        weight=defaults.weight if weight is None else weight,
        dash=entry.string("dash", ""),
        opacity=defaults.opacity if opacity is None else opacity,
        column=entry.optional_string("column"),
        scheme=entry.choice("scheme", composition.SCHEMES, defaults.scheme),
        classes=entry.integer("classes", defaults.classes, minimum=2, maximum=MOST_CLASSES),
        breaks=entry.numbers("breaks"),
        palette=entry.string("palette", defaults.palette),
        colors={k: entry.check_color("colors", v, defaults.color) for k, v in colors.items()},
        labels={k: labels.words(k) for k in labels},
        dashes=dashes,
        label_column=entry.optional_string("label_column"),
        beside_column=entry.optional_string("beside_column"),
    )
    if style.kind in ("choropleth", "categories", "flows") and style.column is None:
        entry.fault("column", "此样式须写明列", "this kind of style needs a column")
    if style.scheme == "breaks" and list(style.breaks) != sorted(set(style.breaks)):
        entry.fault("breaks", "分级界限须递增", "breaks must increase")
    if style.scheme == "breaks" and not style.breaks:
        entry.fault("breaks", "scheme 为 breaks 时须写明分级界限", 'scheme "breaks" needs them')
    entry.finish()
    return style
