"""Make the pages that tell of every analysis from what stands beside its function.

``python docs/make_analyses.py`` writes ``docs/analyses.md`` and the table in ``docs/layers.md``;
a test fails when they are not as this makes them.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from gisplan.analysis.coverage.tiers import TierWanted
from gisplan.analysis.demand.settlements import PopulationRule
from gisplan.analysis.methods import ANALYSES
from gisplan.analysis.siting.choice import ChoiceRules
from gisplan.analysis.siting.plans.plan_task import (
    ChargesWanted,
    PhaseWanted,
    PlanTierWanted,
    RulesWanted,
    SizeWanted,
)
from gisplan.analysis.travel.mode import RoadOptions
from gisplan.catalog.analyses import Analysis

DOCS = Path(__file__).parent
_TABLE = re.compile(r"(<!-- analyses -->\n).*?(<!-- /analyses -->)", re.DOTALL)
_ROLE = re.compile(r":\w+:`~?(?:gisplan\.)?([\w.]+)`")
_HEAD = """\
# Analyses

What a layer may name in `analysis = "…"` (see [layers.md](layers.md)). Made by
`docs/make_analyses.py` from what stands beside each function; the methods with their formulas and
sources are told in the pages of their fields.
"""


def _kind(parameter: inspect.Parameter) -> str:
    words = str(parameter.annotation)
    for pattern, said in (
        (r"gpd\.GeoDataFrame", "layer"),
        (r"pd\.DataFrame", "table"),
        (r"Raster", "raster"),
        (r"Sequence\[(.*)\]", r"list of \1"),
        (r"Mapping\[(.*?), (.*)\]", r"table of \1 to \2"),
        (r"Literal\[(.*)\]", r"one of \1"),
        (r" \| None", ""),
        (r"\bstr\b", "text"),
        (r"\bfloat\b", "number"),
        (r"\bint\b", "whole number"),
        (r"\bbool\b", "true or false"),
        (r"\bAny\b", "anything"),
    ):
        words = re.sub(pattern, said, words)
    for table in (
        *(TierWanted, PopulationRule, RoadOptions, PlanTierWanted, SizeWanted),
        *(PhaseWanted, ChargesWanted, RulesWanted, ChoiceRules),
    ):
        said = f"table of {', '.join(table.__annotations__)}"
        words = re.sub(rf"\b{table.__name__}\b", said, words)
    return words.replace("Neighbours", "text")


def _plain(words: str) -> str:
    return _ROLE.sub(r"`\1`", words).replace("``", "`")


def _section(analysis: Analysis, heading: str) -> str:
    """Give a section of a numpydoc docstring, without its heading."""
    doc = inspect.getdoc(analysis.function) or ""
    found = re.search(
        rf"^{heading}\n-+\n(.*?)(?=^\w[\w ]*\n-+\n|\Z)", doc, re.DOTALL | re.MULTILINE
    )
    return found.group(1).strip() if found else ""


def _gives(analysis: Analysis) -> str:
    """Give what it gives, in the words of its documentation."""
    lines = _section(analysis, "Returns").splitlines()
    body = "\n".join(line.removeprefix("    ") for line in lines[1:])
    return _plain(body).strip()


def _option(analysis: Analysis, name: str, parameter: inspect.Parameter) -> str:
    said = [_kind(parameter)]
    least, most = analysis.bounds.get(name, (None, None))
    if least is not None:
        said.append(f"at least {least:g}")
    if most is not None:
        said.append(f"at most {most:g}")
    default = parameter.default
    if default is inspect.Parameter.empty:
        said.append("needed")
    elif default not in (None, "", ()):
        said.append(f"{default!r} if left out".replace("'", '"'))
    return f"- `{name}`: {', '.join(said)}"


def _input(analysis: Analysis, name: str, parameter: inspect.Parameter) -> str:
    if parameter.kind is inspect.Parameter.VAR_KEYWORD:
        return f"- any other name: {_kind(parameter)}"
    part = ", may be read in parts" if analysis.in_parts and analysis.in_parts.large == name else ""
    optional = "" if parameter.default is inspect.Parameter.empty else ", may be left out"
    return f"- `{name}`: {_kind(parameter)}{part}{optional}"


def page() -> str:
    """Give ``docs/analyses.md``."""
    parts = [_HEAD]
    for name, analysis in ANALYSES.items():
        lines = [f"## {name}", "", _plain(analysis.summary), "", "Inputs:", ""]
        lines += [_input(analysis, n, p) for n, p in analysis.inputs.items()]
        if analysis.parameters:
            lines += ["", "Parameters:", ""]
            lines += [_option(analysis, n, p) for n, p in analysis.parameters.items()]
        if len(analysis.gives) > 1:
            tables = ", ".join(f"`{table}`" for table in analysis.gives)
            lines += ["", f"Tables (`table = …`, else the first): {tables}."]
        if gives := _gives(analysis):
            lines += ["", "Gives:", "", gives]
        if analysis.formerly:
            old = ", ".join(f"`{each}`" for each in analysis.formerly)
            lines += ["", f"In the last release also called {old}, which is still understood."]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _row(name: str, analysis: Analysis) -> str:
    inputs = []
    for given_as, parameter in analysis.inputs.items():
        free = parameter.kind is inspect.Parameter.VAR_KEYWORD
        optional = parameter.default is not inspect.Parameter.empty
        said = "any names" if free else f"`{given_as}`"
        inputs.append(f"{said} (may be left out)" if optional else said)
    options = ", ".join(f"`{each}`" for each in analysis.parameters)
    cells = (f"`{name}`", ", ".join(inputs), options, f"{_plain(analysis.summary)}")
    return f"| {' | '.join(cells)} [More](analyses.md#{name}) |"


def table() -> str:
    """Give the table of analyses that stands in ``docs/layers.md``."""
    rows = [_row(name, analysis) for name, analysis in ANALYSES.items()]
    return "\n".join(("| `analysis` | inputs | parameters | |", "|---|---|---|---|", *rows)) + "\n"


def layers_page(words: str) -> str:
    """Give ``docs/layers.md`` with the table in its place."""
    return _TABLE.sub(lambda found: found.group(1) + table() + found.group(2), words)


if __name__ == "__main__":
    (DOCS / "analyses.md").write_text(page(), encoding="utf-8")
    layers = DOCS / "layers.md"
    layers.write_text(layers_page(layers.read_text(encoding="utf-8")), encoding="utf-8")
