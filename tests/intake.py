"""What the tests of the intake share: a workspace with Gansu's regions, and small tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd

from gisplan.api.importing import ImportOptions, ImportReport, import_file
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace

HEAD = ("企业名称", "所属市州", "区县", "产值（万元）", "经度", "纬度")
ROWS = (
    ("甲合成厂", "兰州市", "红古区", "1,200", "103.20", "36.35"),
    ("乙合成厂", "兰州市", "西固区", "3.5亿元", "", ""),
    ("丙合成厂", "酒泉市", "肃州区", "", "98.51", "39.73"),
)


def own(root: Path) -> Workspace:
    """Make a workspace of one's own, as gisplan init does."""
    return workspace.create(root)


def write_csv(path: Path, head: tuple[str, ...], rows: object, encoding: str = "utf-8") -> Path:
    """Write a synthetic table."""
    text = io.StringIO(newline="")
    out = csv.writer(text)
    out.writerow(head)
    out.writerows(rows)  # type: ignore[call-overload]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def bring(
    path: Path, place: Workspace, layer: str = "enterprises", **given: object
) -> ImportReport:
    """Import a file whose points are in WGS 84, unless said otherwise."""
    options = ImportOptions(**{"datum": "wgs84", **given})  # type: ignore[arg-type]
    return import_file(path, layer=layer, place=place, options=options)


def layer(place: Workspace, name: str = "enterprises") -> pd.DataFrame:
    """Read a layer's CSV as texts."""
    return pd.read_csv(place.layers / f"{name}.csv", dtype=str, keep_default_na=False)


def snapshot(root: Path) -> dict[str, bytes]:
    """Give the content of every file below a folder."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
