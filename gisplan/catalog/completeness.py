"""What a layer is held against: the units that it covers, and the totals of the next level.

A row that is missing makes a sum smaller without a word. So a layer says over which units it is
complete (``covers``), and which layer knows the sums (``totals``); a build holds it to that. A
layer that is sparse says neither, and raises no alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from gisplan.catalog.declaration import Declaration, fault_at
from gisplan.text import Text

if TYPE_CHECKING:
    from gisplan.catalog.layer import LayerSpec
    from gisplan.catalog.read_layer import Derived

_Declared = TypeVar("_Declared", bound="LayerSpec | Derived")


@dataclass(frozen=True, slots=True, kw_only=True)
class Covers:
    """The units of which a layer has a row each.

    Attributes
    ----------
    levels : tuple of str
        As the column ``level`` of ``units`` names them.
    units : str
        Layer of every unit's ``adcode``, ``level`` and ``parent``; as read, empty where the
        workspace's own is meant.
    """

    levels: tuple[str, ...]
    units: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Figures of the next level that the rows of a layer add up to.

    Attributes
    ----------
    layer : str
        The layer that has them, with ``adcode``, one row a unit.
    columns : mapping of str to str
        Column of this layer -> column of that one.
    where : mapping of str to str
        Column of that layer -> the value that its rows must have to count.
    rounded_to : float or str, optional
        To what the figures are rounded, or the column of this layer that says it of each row; as
        they stand if left out. The sums may differ by what rounding explains.
    units : str
        Layer of every unit's ``adcode`` and ``parent``; as read, empty where the workspace's own
        is meant.
    """

    layer: str
    columns: Mapping[str, str]
    where: Mapping[str, str] = field(default_factory=dict)
    rounded_to: float | str | None = None
    units: str = ""


def read_covers(entry: Declaration) -> Covers:
    """Read the table ``covers`` of a layer's declaration; faults are noted in it.

    Parameters
    ----------
    entry : Declaration
        The table.

    Returns
    -------
    Covers
        As declared.
    """
    found = Covers(levels=entry.strings("levels", required=True), units=entry.string("units", ""))
    if "levels" in entry and not found.levels:
        entry.fault("levels", "至少写明一级", "name one level at least")
    entry.finish()
    return found


def read_totals(entry: Declaration) -> Totals:
    """Read one of ``[[totals]]`` of a layer's declaration; faults are noted in it.

    Parameters
    ----------
    entry : Declaration
        The table.

    Returns
    -------
    Totals
        As declared.
    """
    columns = entry.mapping("columns")
    if not columns or not all(isinstance(name, str) for name in columns.values()):
        entry.fault(
            "columns",
            "应为“本图层的列 = 那个图层的列”，至少一对",
            "must be pairs: column of this layer = column of that one",
        )
        columns = {}
    rounded: float | str | None = None
    if isinstance(entry.kind("rounded_to"), str):
        rounded = entry.string("rounded_to")
    elif (step := entry.number("rounded_to")) is not None:
        rounded = step
        if not step > 0:
            entry.fault("rounded_to", "应大于 0", "must be above 0")
    found = Totals(
        layer=entry.string("layer"),
        columns=columns,
        where={name: str(value) for name, value in entry.mapping("where").items()},
        rounded_to=rounded,
        units=entry.string("units", ""),
    )
    entry.finish()
    return found


def with_units(spec: _Declared, units: str) -> _Declared:
    """Fill in the layer of units that a workspace names, where a declaration names none.

    Parameters
    ----------
    spec : LayerSpec or Derived
        As read.
    units : str
        The layer that has the role ``units``.

    Returns
    -------
    LayerSpec or Derived
        The same where it says neither ``covers`` nor ``totals``.
    """
    if spec.covers is None and not spec.totals:
        return spec
    covers = spec.covers and replace(spec.covers, units=spec.covers.units or units)
    totals = tuple(replace(item, units=item.units or units) for item in spec.totals)
    return replace(spec, covers=covers, totals=totals)


def held_against(covers: Covers | None, totals: tuple[Totals, ...]) -> tuple[str, ...]:
    """Name the layers that are needed to hold a layer to what it says.

    Parameters
    ----------
    covers : Covers or None
        Of the layer.
    totals : tuple of Totals
        Of the layer.

    Returns
    -------
    tuple of str
        Each once.
    """
    units = (covers.units,) if covers else ()
    both = (name for item in totals for name in (item.layer, item.units))
    return tuple(dict.fromkeys((*units, *both)))


def check_completeness(spec: LayerSpec, layers: Mapping[str, LayerSpec]) -> list[Text]:
    """Find columns that a layer's ``covers`` and ``totals`` name and that are not there.

    Parameters
    ----------
    spec : LayerSpec
        The layer.
    layers : mapping of str to LayerSpec
        Of the workspace. Nothing is said of layers that are not among them.

    Returns
    -------
    list of Text
        A sentence each.
    """
    faults: list[Text] = []

    def note(key: str, zh: str, en: str) -> None:
        faults.append(fault_at(spec.path, key, zh, en))

    own = ("adcode",)
    if spec.covers is not None:
        _need(layers.get(spec.covers.units), ("adcode", "level", "parent"), "covers.units", note)
    for i, item in enumerate(spec.totals, start=1):
        key = f"totals[{i}]"
        rounded = (item.rounded_to,) if isinstance(item.rounded_to, str) else ()
        own += (*item.columns, *rounded)
        theirs = ("adcode", *item.columns.values(), *item.where)
        _need(layers.get(item.layer), theirs, f"{key}.layer", note)
        _need(layers.get(item.units), ("adcode", "parent"), f"{key}.units", note)
        for held, names in ((spec, item.columns), (layers.get(item.layer), item.columns.values())):
            _need_numbers(held, names, f"{key}.columns", note)
    if spec.covers is not None or spec.totals:
        _need(spec, own, "totals" if spec.totals else "covers", note)
    return faults


_NUMBERS = ("integer", "number")


def _need(
    spec: LayerSpec | None,
    names: tuple[str, ...],
    key: str,
    note: Callable[[str, str, str], None],
) -> None:
    for name in dict.fromkeys(names):
        if spec is not None and (name not in spec.column_names or spec.is_large):
            note(key, f"图层 {spec.name} 没有列 {name}", f"layer {spec.name} has no column {name}")


def _need_numbers(
    spec: LayerSpec | None,
    names: Iterable[str],
    key: str,
    note: Callable[[str, str, str], None],
) -> None:
    types = {} if spec is None else {column.name: column.type for column in spec.columns}
    for name in names:
        if spec is not None and types.get(name, "number") not in _NUMBERS:
            note(
                key,
                f"图层 {spec.name} 的列 {name} 不是数字",
                f"column {name} of layer {spec.name} is not a number",
            )
