"""Plan regional industry on the map.

The packages, in the order in which data move through them:

- ``catalog``: what is declared: workspace, layers, columns, maps
- ``places``: datums, codes and names of units, the unit of a point
- ``read``: files to validated tables, with every problem
- ``importing``: a planner's own table into the columns of a layer
- ``analysis``: tables in, tables out
- ``render``: what people look at: web map, figure, report
- ``formats``: a module for each format that other programs read
- ``pipeline``: the order of a build
- ``api``: what a person may ask, one module a question; this module shows it
- ``cli``: the terminal's face of it

What a notebook needs stands here; everything else is found in its package.
"""

from __future__ import annotations

import sys
from types import ModuleType

# Nothing else is brought in here, so that Ctrl-C while the program is read meets gisplan.cli, which
# tells of it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from gisplan.api.build import BuildOptions, BuildReport
    from gisplan.api.load import load_layer, load_layers, load_plan, load_regions
    from gisplan.api.notebook.answer import Answer
    from gisplan.api.notebook.holdings import build, export, figure, layer, layers, report
    from gisplan.api.notebook.industry import capacity, clusters
    from gisplan.api.notebook.land import suitability
    from gisplan.api.notebook.network import coverage
    from gisplan.api.notebook.own_tables import points
    from gisplan.api.notebook.plan_of import compare, plan, scorecard
    from gisplan.api.notebook.reach import accessibility, market_shares, service_areas
    from gisplan.api.notebook.routes import collection_routes
    from gisplan.api.notebook.siting import evaluate_sites, suggest_sites
    from gisplan.api.notebook.siting_plan import plan_sites

__all__ = [
    "Answer",
    "BuildOptions",
    "BuildReport",
    "accessibility",
    "build",
    "capacity",
    "clusters",
    "collection_routes",
    "compare",
    "coverage",
    "evaluate_sites",
    "export",
    "figure",
    "layer",
    "layers",
    "load_layer",
    "load_layers",
    "load_plan",
    "load_regions",
    "market_shares",
    "plan",
    "plan_sites",
    "points",
    "report",
    "scorecard",
    "service_areas",
    "suggest_sites",
    "suitability",
]

#: Where each name lives; brought in when it is first asked for, so that a command starts light.
_HOMES = {
    "Answer": "gisplan.api.notebook.answer",
    "BuildOptions": "gisplan.api.build",
    "BuildReport": "gisplan.api.build",
    "accessibility": "gisplan.api.notebook.reach",
    "build": "gisplan.api.notebook.holdings",
    "capacity": "gisplan.api.notebook.industry",
    "clusters": "gisplan.api.notebook.industry",
    "collection_routes": "gisplan.api.notebook.routes",
    "compare": "gisplan.api.notebook.plan_of",
    "coverage": "gisplan.api.notebook.network",
    "evaluate_sites": "gisplan.api.notebook.siting",
    "export": "gisplan.api.notebook.holdings",
    "figure": "gisplan.api.notebook.holdings",
    "layer": "gisplan.api.notebook.holdings",
    "layers": "gisplan.api.notebook.holdings",
    "load_layer": "gisplan.api.load",
    "load_layers": "gisplan.api.load",
    "load_plan": "gisplan.api.load",
    "load_regions": "gisplan.api.load",
    "market_shares": "gisplan.api.notebook.reach",
    "plan": "gisplan.api.notebook.plan_of",
    "plan_sites": "gisplan.api.notebook.siting_plan",
    "points": "gisplan.api.notebook.own_tables",
    "report": "gisplan.api.notebook.holdings",
    "scorecard": "gisplan.api.notebook.plan_of",
    "service_areas": "gisplan.api.notebook.reach",
    "suggest_sites": "gisplan.api.notebook.siting",
    "suitability": "gisplan.api.notebook.land",
}


def __getattr__(name: str) -> Any:
    """Bring in a name, or a package of gisplan, when it is first asked for.

    Parameters
    ----------
    name : str
        What is asked for: a name of ``__all__`` or of a package.

    Returns
    -------
    Any
        The function, class or package.

    Raises
    ------
    AttributeError
        If there is none of that name.
    """
    from importlib import import_module
    from importlib.util import find_spec

    if name == "__version__":
        from importlib.metadata import version

        return version("gisplan")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if not name.startswith("_") and find_spec(f"gisplan.{name}"):
        return import_module(f"gisplan.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}" + _ask(name))


def _ask(name: str) -> str:
    if name.startswith("_"):
        return ""
    from gisplan.api.notebook.guesses import question_meant

    meant = question_meant(name, __all__)
    return f"; ask {meant}" if meant else ""


class _Package(ModuleType):
    # a package has a name that a person may take for a question: gp.read("a.csv")
    def __call__(self, *_: Any, **__: Any) -> Any:
        name = self.__name__.rpartition(".")[2]
        raise TypeError(f"{self.__name__} is a package and answers nothing" + _ask(name))

    def __setattr__(self, name: str, value: Any) -> None:
        # importing a package makes it an attribute of the one above
        if type(value) is ModuleType and value.__name__ == f"{__name__}.{name}":
            value.__class__ = _Package
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    """List what a person may ask, for completion.

    Returns
    -------
    list of str
        The names of ``__all__``, sorted.
    """
    return sorted([*__all__, "__version__"])
