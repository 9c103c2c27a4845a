"""A prefecture's own plan: templates in which it breaks the province's aims down."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pandas as pd

from gisplan.api.load import load_layers, load_regions
from gisplan.catalog import workspace
from gisplan.catalog.roles import Roles
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.files import replace_file
from gisplan.text import Text

__all__ = ["check_region", "write_templates"]

#: The tables in which aims stand, a region's own among them.
TABLES = ("plan_targets", "plan_milestones")
_EMPTY = ("value_low", "value_high", "responsible_zh", "bases")


def check_region(region: str, *, place: Workspace) -> None:
    """Refuse a region that a new workspace would not know, before the workspace is made.

    Parameters
    ----------
    region : str
        Name or code of a prefecture or county.
    place : Workspace
        Any; a new one holds the regions that are shipped.

    Raises
    ------
    PlaceError
        If the region is not known, or may be several.
    """
    base = workspace.shipped()
    new = replace(place, layers=base / "layers", maps=base / "maps", own=False, roles=Roles())
    load_regions(new).resolve(region)


def write_templates(region: str, *, place: Workspace | None = None) -> list[Path]:
    """Write a row for each aim that can be broken down, for a region to fill in.

    Parameters
    ----------
    region : str
        Name or code of a prefecture or county.
    place : Workspace, optional
        A workspace of one's own; that of the current folder if left out.

    Returns
    -------
    list of pathlib.Path
        ``plans/CODE/plan_targets.csv`` and ``plan_milestones.csv``, with the columns of the
        layers of these names, to be filled in and imported into them. Files that are there
        are left as they are, and not listed.

    Raises
    ------
    OptionError
        If there is no workspace of one's own.
    PlaceError
        If the region is not known, or may be several.
    """
    place = place or workspace.find()
    if not place.own:
        raise OptionError(
            Text(
                "请先运行 gisplan init 文件夹，新建自己的工作区",
                "run gisplan init FOLDER first, for a workspace of your own",
            )
        )
    regions = load_regions(place)
    code = regions.resolve(region)
    name = Text(regions.name(code), regions.name(code, "en"))
    written = []
    for table, layer in load_layers(TABLES, place=place).items():
        path = place.root / "plans" / code / f"{table}.csv"
        if path.exists():
            continue
        out = io.StringIO()
        _template(layer.table, code, name).to_csv(out, index=False, lineterminator="\n")
        replace_file(path, out.getvalue().encode("utf-8-sig"))
        written.append(path)
    return written


def _template(table: pd.DataFrame, code: str, name: Text) -> pd.DataFrame:
    asked = table["comparison"].notna() & table["region"].isna()
    rows = table[asked].copy()
    rows["part_of"], rows["region"] = rows["id"], code
    rows["id"] = [f"{code}-{item}" for item in rows["id"]]
    # the province's number would stand in the name of somebody else's aim
    rows["name_zh"] = [f"{name.zh}：{cell.replace('全省', '')}" for cell in rows["counts_zh"]]
    rows["name_en"] = [f"{name.en}: {cell}" for cell in rows["counts_en"]]
    empty = [column for column in _EMPTY if column in rows.columns]
    rows[empty] = None
    return rows
