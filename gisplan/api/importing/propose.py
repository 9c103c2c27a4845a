"""Which layer a file is for, where nobody says: proposed by its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gisplan.api.importing import target
from gisplan.api.importing.declare import spelt
from gisplan.api.importing.options import KINDS, TABLE, ImportOptions
from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.load import Catalog
from gisplan.catalog.workspace import Workspace
from gisplan.errors import GisplanError, OptionError, Question
from gisplan.importing import amounts, merge
from gisplan.importing.amounts import UnitConversion
from gisplan.importing.choose import ImportContext, choose
from gisplan.importing.mapping import ImportMapping
from gisplan.read import RawTable
from gisplan.text import Text

#: What headings say of the kind of thing that a row is; the more telling, the more points.
_WORDS = {
    "enterprises": (
        "企业",
        "公司",
        "法人",
        "法定代表",
        "信用代码",
        "从业",
        "员工",
        "enterprise",
        "company",
    ),
    "facilities": (
        "设施",
        "处理能力",
        "处理规模",
        "处置",
        "站点",
        "填埋",
        "焚烧",
        "分拣",
        "facility",
        "plant",
    ),
    "parks": ("园区", "开发区", "基地", "主导产业", "入园", "规划面积", "park"),
}
#: Columns that every kind has, or that any table might: they don't tell one from another.
_COMMON = frozenset(
    {"id", "region", "adcode", "address", "precision", "source_file", "source_row"}
    | {"source", "source_zh", "source_en", "note", "note_zh", "note_en"}
    | {"verified", "source_year", "kind", "status", "year"}
)
#: A kind is proposed if it has so many points, and more than any other.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class ProposedLayer:
    """The layer proposed for a file.

    Attributes
    ----------
    layer : str
        Name of the layer.
    kind : str
        Template, or ``"table"`` for the file's own columns.
    why : Text
        In words.
    """

    layer: str
    kind: str
    why: Text


def propose(
    path: Path,
    found: Sequence[RawTable],
    given: tuple[Workspace, Catalog, ImportContext, ImportOptions],
) -> ProposedLayer:
    """Propose the layer of a file by its columns.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    found : sequence of RawTable
        Its tables.
    given : tuple
        Workspace, catalogue, what is known, options.

    Returns
    -------
    ProposedLayer
        A layer of enterprises, facilities or parks if the columns say which; else a new one
        with the file's own columns, named after the file.

    Raises
    ------
    OptionError
        If two kinds fit equally well.
    """
    place, listed, known, options = given
    scores: dict[str, tuple[int, list[str]]] = {}
    if options.kind not in (None, TABLE):
        kind = str(options.kind)
        layer = _layer_of(kind, path, given)
        return ProposedLayer(layer, kind, Text(f"图层 {layer}", f"layer {layer}"))
    for kind in KINDS:
        spec = _spec(kind, place, listed)
        best = max((_score(raw, kind, spec, known) for raw in found), key=lambda item: item[0])
        called = [word for word in _WORDS[kind] if word in path.stem.casefold()]
        if best[0] and called:  # 园区.geojson: a name of the file says as much as a heading
            best = (best[0] + 2, [*best[1], path.name])
        scores[kind] = best
    ranked = sorted(KINDS, key=lambda kind: -scores[kind][0])
    first, second = ranked[0], ranked[1]
    if options.kind != TABLE and scores[first][0] >= _ENOUGH:
        if scores[first][0] == scores[second][0]:
            raise OptionError(
                Text(
                    f"按列看，{path.name} 可能是 {first} 或 {second}；请用 --layer 指明，或用 "
                    "--layer 名称 --kind table 按它自己的列新建图层",
                    f"by its columns, {path.name} may be {first} or {second}; say with --layer, "
                    "or use --layer NAME --kind table for a layer with its own columns",
                ),
                questions=[_which(first, second)],
            )
        shown = "、".join(scores[first][1][:6])
        layer = _layer_of(first, path, given)
        return ProposedLayer(
            layer,
            first,
            Text(
                f"图层 {layer}：按列判断（{shown}）；要换请用 --layer",
                f"layer {layer}, by the columns ({shown}); for another use --layer",
            ),
        )
    name = _free(path, TABLE, given)
    return ProposedLayer(
        name,
        TABLE,
        Text(
            f"图层 {name}：没有现成的图层合适，按表格自己的列新建；要换请用 --layer",
            f"layer {name}: no layer fits, so it has the table's own columns; for another use "
            "--layer",
        ),
    )


def _which(first: str, second: str) -> Question:
    # Ask which of two kinds a file holds, or neither.
    titles = {
        "enterprises": Text("企业", "enterprises"),
        "facilities": Text("设施", "facilities"),
        "parks": Text("园区", "parks"),
    }
    choices = [(kind, titles.get(kind, Text(kind, kind))) for kind in (first, second)]
    own = (TABLE, Text("都不是，按它自己的列新建图层", "neither: a layer with its own columns"))
    words = Text("文件里是什么？", "What does the file hold?")
    return Question(words, "kind", "", (*choices, own))


def _layer_of(
    kind: str, path: Path, given: tuple[Workspace, Catalog, ImportContext, ImportOptions]
) -> str:
    """Name the layer of a kind: that of its name if a table can be imported into it.

    Parameters
    ----------
    kind : str
        Template, or ``table``.
    path : Path
        The file.
    given : tuple[Workspace, Catalog, ImportContext, ImportOptions]
        The workspace, its catalogue, what an import knows, and what is asked for.

    Returns
    -------
    str
        Name of the layer.
    """
    listed = given[1]
    if kind not in listed.layers or _takes_tables(listed.layers[kind]):
        return kind
    return _free(path, kind, given)


def _free(
    path: Path, kind: str, given: tuple[Workspace, Catalog, ImportContext, ImportOptions]
) -> str:
    """Name a new layer after a file, or that which an earlier import made of it.

    Parameters
    ----------
    path : Path
        The file.
    kind : str
        Template, or ``table``.
    given : tuple[Workspace, Catalog, ImportContext, ImportOptions]
        The workspace, its catalogue, what an import knows, and what is asked for.

    Returns
    -------
    str
        Name that no other layer has.
    """
    place, listed, _, _ = given
    name = spelt(path.stem) or kind
    taken = name in listed.layers and not _is_own(name, listed, place)
    return f"{name}_{kind}" if taken else name


def _takes_tables(spec: LayerSpec) -> bool:
    """Tell whether a planner's table can give all that a layer requires.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    bool
        True if it can.
    """
    given = {*merge.FILLED, "name_zh", "name"}
    return all(column.name in given for column in spec.columns if column.required)


def _is_own(name: str, listed: Catalog, place: Workspace) -> bool:
    """Tell whether a layer was made by an import, so that the next one may go into it.

    Parameters
    ----------
    name : str
        Name of the layer.
    listed : Catalog
        The catalogue of the workspace.
    place : Workspace
        The workspace.

    Returns
    -------
    bool
        True if it was.
    """
    kept = place.layers / "imports" / f"{name}.toml"
    return name in listed.layers and kept.is_file()


def _spec(kind: str, place: Workspace, listed: Catalog) -> LayerSpec:
    if kind in listed.layers and _takes_tables(listed.layers[kind]):
        return listed.layers[kind]
    return target.parsed(kind, target.template(kind, place, title=kind), place, place.layers)


def _score(
    raw: RawTable, kind: str, spec: LayerSpec, known: ImportContext
) -> tuple[int, list[str]]:
    """Count what speaks for a kind: its words in the headings, and its own columns.

    Parameters
    ----------
    raw : RawTable
        The table as it was read.
    kind : str
        Template, or ``table``.
    spec : LayerSpec
        Declaration of the template.
    known : ImportContext
        What an import knows of the world.

    Returns
    -------
    tuple[int, list[str]]
        The count, and the words found.
    """
    headings = tuple(str(name) for name in raw.table.columns if name != "geometry")
    words = [h for h in headings if any(word in h.casefold() for word in _WORDS[kind])]
    try:
        chosen, _ = choose(headings, spec, mapping=ImportMapping(), known=known)
    except GisplanError:
        return (2 * len(words) + 1 if words else 0), words  # it will ask which column it is
    if "name_zh" not in chosen.columns:
        return 0, []
    columns = {c.name: c for c in spec.columns}
    own = []
    for name, item in chosen.columns.items():
        if name not in columns or name in (*_COMMON, "name_zh") or not item.heading:
            continue
        unit = columns[name].unit
        measure = UnitConversion(given=item.unit, declared=unit.zh if unit else "")
        try:
            amounts.check(measure, known.units, column=item.heading)
        except GisplanError:
            return 0, []  # MW in a column of tons a year: it is something else
        own.append(item.heading)
    named = chosen.columns["name_zh"].heading in words
    return 2 * len(words) + named + len(own), list(dict.fromkeys((*words, *own)))
