"""What does not fit together in the declaration of a layer."""

from __future__ import annotations

from collections.abc import Callable

from gisplan.catalog.declaration import fault_at
from gisplan.catalog.layer import (
    FileOrigin,
    LayerSpec,
    PartsOrigin,
)
from gisplan.catalog.raster import ENDINGS
from gisplan.text import Text


def check_layer(spec: LayerSpec) -> list[Text]:
    """Find what does not fit together in a layer's declaration.

    Parameters
    ----------
    spec : LayerSpec
        As declared, with what is inherited.

    Returns
    -------
    list of Text
        Faults, one sentence each.
    """
    faults: list[Text] = []

    def note(key: str, zh: str, en: str) -> None:
        faults.append(fault_at(spec.path, key, zh, en))

    names = spec.column_names
    if not spec.key and spec.geometry != "raster" and isinstance(spec.origin, FileOrigin):
        note("key", "至少写明一列", "name one column at least")
    for name in spec.key:
        if name not in names:
            note("key", f"没有声明列 {name}", f"no column {name} is declared")
    if spec.positions == "mixed" and "precision" not in names:
        note(
            "positions",
            "各行精度不同时须声明列 precision",
            'a layer of mixed positions must declare the column "precision"',
        )
    if spec.geometry == "raster":
        _check_raster(spec, note)
    if isinstance(spec.origin, PartsOrigin):
        _check_parts(spec, spec.origin, note)
    if not spec.sources:
        note("sources", "至少写明一个来源", "name at least one source")
    for column in spec.columns:
        for value in column.labels:
            if column.values and value not in column.values:
                key = f"columns.{column.name}.labels.{value}"
                note(key, "不在 values 中", "is not one of values")
    return faults


def _check_raster(spec: LayerSpec, note: Callable[[str, str, str], None]) -> None:
    kinds = [column.type for column in spec.columns]
    if len(kinds) != 1 or kinds[0] not in ("integer", "number"):
        note(
            "columns",
            "栅格只声明一列，类型为 integer 或 number，即像元的值",
            "a raster declares one column, an integer or number: what its cells hold",
        )
    if spec.key or spec.positions == "mixed":
        note(
            "key",
            "栅格没有 key，positions 也不能是 mixed",
            "a raster has no key, and its positions are not mixed",
        )
    origin = spec.origin
    if isinstance(origin, FileOrigin) and origin.path.suffix.lower() not in ENDINGS:
        endings = "、".join(ENDINGS)
        note(
            "from.file",
            f"不是栅格文件；可用 {endings}",
            f"is no raster; there are {endings.replace('、', ', ')}",
        )


def _check_parts(
    spec: LayerSpec, origin: PartsOrigin, note: Callable[[str, str, str], None]
) -> None:
    if spec.geometry != "point" or not spec.geometry_required:
        note(
            "geometry",
            "分块读取的图层（from.parts）须是点，且每行都有位置",
            "a layer read in parts (from.parts) must be of points, one for every row",
        )
    if origin.counties and origin.column not in spec.column_names:
        note(
            "from.column",
            f"没有声明列 {origin.column}，点所在县的代码无处可放",
            f"no column {origin.column} is declared to hold the code of each point's county",
        )
