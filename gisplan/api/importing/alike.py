"""Rows of a layer that may be the same thing twice, told with the one of the two that is new."""

from __future__ import annotations

import numpy as np
import pandas as pd

from gisplan.catalog.layer import DataProblem
from gisplan.importing.duplicates import REASONS, propose
from gisplan.importing.merge import Merged
from gisplan.spare_memory import give_back
from gisplan.text import Text

_PROPOSED = Text("仅提示，两行都保留", "proposed only: both rows are kept")


def propose_duplicates(merged: Merged, problems: list[DataProblem]) -> int:
    """Propose duplicates among the layer's rows, where one of the two is new.

    Parameters
    ----------
    merged : Merged
        The layer after the import.
    problems : list of DataProblem
        Gets what is told of them.

    Returns
    -------
    int
        How many pairs were proposed.
    """
    give_back()
    table = merged.comparable()
    found = propose(table)
    new = merged.new
    pairs = found.pairs
    pairs = pairs[new[pairs["first"].to_numpy()] | new[pairs["second"].to_numpy()]]
    first, second = (pairs[name].to_numpy(dtype=np.intp) for name in ("first", "second"))
    # of two the new one is told, with the one that it may be
    others, told = np.where(new[second], (first, second), (second, first))
    names = [table["name"].iloc[rows].to_numpy(dtype=object) for rows in (others, told)]
    del table
    give_back()
    for item, a, b, name_a, name_b in zip(
        pairs.itertuples(), others.tolist(), told.tolist(), *names, strict=True
    ):
        why = REASONS[str(item.reason)]
        far = "" if pd.isna(item.metres) else f"{item.metres:.0f} m"
        details = ", ".join(part for part in (far, f"{item.likeness:.0f}%") if part)
        other = merged.label(a)
        problems.append(
            DataProblem(
                file=merged.file(b),
                row=merged.row(b),
                column="name",
                value=str(name_b or "")[:200],
                message=Text(
                    f"与 {other}“{name_a}”可能重复：{why.zh}（{details}）",
                    f"may be the same as {other} '{name_a}': {why.en} ({details})",
                ),
                action=_PROPOSED,
            )
        )
    if found.unlooked:
        problems.append(
            DataProblem(
                file=merged.file(len(new) - 1),
                message=Text("相近的点太多，没有逐对比较名称", "too many near points"),
                action=Text("只查了代码和名称相同的", "looked for equal codes and names only"),
            )
        )
    if found.first_alone:
        problems.append(
            DataProblem(
                file=merged.file(len(new) - 1),
                message=Text(
                    "相似的名称太多（如只有编号不同）",
                    "too many names are alike, such as those that differ in their number alone",
                ),
                action=Text(
                    "每行只列出与它相似的第一行", "each row is told with the first one like it"
                ),
            )
        )
    return len(pairs)
