"""A file of a name that a layer knows already: the same list again, or another prefecture's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from gisplan.api.importing.options import ImportOptions
from gisplan.errors import OptionError, Question
from gisplan.importing import merge
from gisplan.importing.choose import SOURCE_FILE
from gisplan.text import Text

#: A file with less than this share of its rows in common with an earlier one is another list.
_ALIKE = 0.5


def source_of(path: Path, before: pd.DataFrame | None, options: ImportOptions) -> str:
    """Give the name by which the rows of a file are known.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    before : pandas.DataFrame, optional
        The layer's rows as texts.
    options : ImportOptions
        What the import is asked for.

    Returns
    -------
    str
        The file's name; with its folder, where rows of another file of that name are to stay.
    """
    if options.source:
        return options.source
    longer = f"{path.absolute().parent.name}/{path.name}"
    if before is None or SOURCE_FILE not in before.columns:
        return path.name
    known = set(before[SOURCE_FILE])
    if longer in known or (options.mode in ("add", "update") and path.name in known):
        return longer
    return path.name


def require_decided(
    before: pd.DataFrame | None,
    used: Sequence[pd.DataFrame],
    *,
    source: str,
    options: ImportOptions,
) -> None:
    """Refuse to let one list give way to another unasked.

    Parameters
    ----------
    before : pandas.DataFrame, optional
        The layer's rows as texts.
    used : sequence of pandas.DataFrame
        New rows as texts.
    source : str
        Name of the file.
    options : ImportOptions
        What the import is asked for.

    Raises
    ------
    OptionError
        If the layer has rows of a file of this name, hardly any of them is among the new ones,
        and no mode was named.
    """
    if before is None or before.empty or not used or options.mode or options.replace:
        return
    new = pd.concat(list(used), ignore_index=True)
    alike, count = merge.shared(before, new, source)
    if math.isnan(alike) or alike >= _ALIKE:
        return
    old = before[before[SOURCE_FILE] == source]
    named = next((name for name in ("name_zh", "name") if name in old.columns), SOURCE_FILE)
    first = "、".join(old[named].head(3))
    raise OptionError(
        Text(
            f"图层里已有来自“{source}”的 {count} 行（{first}…），"
            f"与这个文件的 {len(new)} 行大多不同，可能是另一地的同名文件。"
            "请用 --mode 指明：add 两者都留；"
            f"replace 用新的替换旧的 {count} 行；"
            "update 相同的（信用代码，或名称与地区）更新，其余都留",
            f"the layer has {count} rows of '{source}' ({first} …), of which hardly any is among "
            f"the {len(new)} of this file: it may be that of another place. Say with --mode: add "
            f"keeps both; replace drops the {count} earlier rows; update renews those of the same "
            "code, or name and region, and keeps the rest",
        ),
        questions=[
            Question(
                Text(
                    f"图层里已有另一个“{source}”的 {count} 行，怎么办？",
                    f"The layer has {count} rows of another '{source}'. What becomes of them?",
                ),
                "mode",
                "",
                (
                    ("add", Text("两者都留", "keep both")),
                    ("replace", Text(f"替换旧的 {count} 行", f"drop the {count} earlier rows")),
                    (
                        "update",
                        Text(
                            "相同的更新，其余都留", "renew those that are the same, keep the rest"
                        ),
                    ),
                ),
            )
        ],
    )


def how(options: ImportOptions, *, example: bool, mended: bool) -> merge.How:
    """Tell which earlier rows give way.

    Parameters
    ----------
    options : ImportOptions
        What the import is asked for.
    example : bool
        Whether the layer is the unchanged example.
    mended : bool
        Whether the file is one of rows set aside.

    Returns
    -------
    merge.How
        ``files``: those of the same file and sheet; ``rows``: only those of the same key;
        ``replace``: all; ``update``: those of the same credit code, or name and region.
    """
    if options.replace or example:
        return "replace"
    if options.mode == "update":
        return "update"
    return "rows" if mended else "files"
