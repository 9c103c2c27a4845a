"""Run the notebooks and keep what they give: ``python notebooks/run_notebooks.py [NAME …]``.

All run in this process, one after the other, each with names of its own. What a cell prints, what
its last expression is, and what it draws is kept in the notebook; the tests run them again and
hold the words and figures against what is kept.
"""

from __future__ import annotations

import argparse
import ast
import base64
import contextlib
import io
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("agg")
import matplotlib.pyplot as plt
import pandas as pd

FOLDER = Path(__file__).resolve().parent
#: Dots to the inch of what is kept: a page of notebooks is to be small.
DPI = 60


def outputs_of(source: str, names: dict[str, Any], at: int) -> list[dict[str, Any]]:
    """Run a cell as a notebook does.

    Parameters
    ----------
    source : str
        The code.
    names : dict of str to Any
        What the cells before have defined; the cell's own come to it.
    at : int
        Number of the cell, from 1.

    Returns
    -------
    list of dict of str to Any
        Outputs as a notebook keeps them: what was printed, the last expression, pictures.
    """
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, f"<cell {at}>", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), f"<cell {at}>", "eval"), names)
    made: list[dict[str, Any]] = []
    if printed.getvalue():
        lines = printed.getvalue().splitlines(keepends=True)
        made.append({"name": "stdout", "output_type": "stream", "text": lines})
    pictures = [plt.figure(number) for number in plt.get_fignums()]
    if value is not None and not pictures:
        made.append(
            {
                "data": {"text/plain": repr(value).splitlines(keepends=True)},
                "execution_count": at,
                "metadata": {},
                "output_type": "execute_result",
            }
        )
    for picture in pictures:
        kept = io.BytesIO()
        picture.savefig(kept, dpi=DPI, bbox_inches="tight", metadata={"Software": None})
        data = {"image/png": base64.b64encode(kept.getvalue()).decode()}
        made.append({"data": data, "metadata": {}, "output_type": "display_data"})
    plt.close("all")
    return made


def run(book: dict[str, Any]) -> dict[str, Any]:
    """Run a notebook.

    Parameters
    ----------
    book : dict of str to Any
        The notebook; not changed.

    Returns
    -------
    dict of str to Any
        The same with its outputs.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    done = json.loads(json.dumps(book))
    at = 0
    with pd.option_context("display.width", 100, "display.max_columns", 12):
        for cell in done["cells"]:
            if cell["cell_type"] == "code":
                at += 1
                cell["execution_count"] = at
                cell["outputs"] = outputs_of("".join(cell["source"]), names, at)
    return done


def written(book: dict[str, Any]) -> str:
    """Give a notebook as it is kept.

    Parameters
    ----------
    book : dict of str to Any
        The notebook.

    Returns
    -------
    str
        JSON, with an end of line.
    """
    return json.dumps(book, ensure_ascii=False, indent=1) + "\n"


def main(names: Sequence[str]) -> None:
    """Run notebooks in a folder of their own, and keep what they give.

    Parameters
    ----------
    names : sequence of str
        Which; all if none is named.
    """
    paths = [FOLDER / name for name in names] or sorted(FOLDER.glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as folder:
        before = Path.cwd()
        os.chdir(folder)
        try:
            for path in paths:
                done = run(json.loads(path.read_text(encoding="utf-8")))
                path.write_text(written(done), encoding="utf-8")
        finally:
            os.chdir(before)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Run the notebooks and keep what they give.")
    parser.add_argument("names", nargs="*")
    main(parser.parse_args().names)
