"""The plan that is worked through in docs/siting.md: its figures, its bound, its pictures."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from gisplan.analysis import highs
from gisplan.analysis.siting import plans
from gisplan.analysis.siting.plans.plan_figures import PlanFigure
from gisplan.analysis.siting.plans.programme import build
from gisplan.api.sites import plan_example, read_plan_file
from gisplan.api.sites.plan_inputs import prepare_plan
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.build import BuildReport

ROOT = Path(__file__).parents[1]
DOCS = {"en": ROOT / "docs" / "siting.md", "zh": ROOT / "docs" / "zh" / "siting.md"}
#: What the documented run did; sites and sizes by their ids.
DONE = pd.read_csv(ROOT / "tests" / "data" / "kitchen_waste_plan.csv", dtype={"site": "str"})
_ROW = re.compile(r"^\| (20\d\d) \|.*\| *([\d,]+) \| *([\d,]+) \| *([\d.]+) \|$", re.M)
_BOUND = re.compile(r"<!-- bound (\d+) -->")


def told(lang: str) -> list[tuple[int, int, int, float]]:
    """Year, served at least and at most, cost a tonne, as the page has them."""
    text = DOCS[lang].read_text(encoding="utf-8")
    return [
        (int(year), int(low.replace(",", "")), int(high.replace(",", "")), float(cost))
        for year, low, high, cost in _ROW.findall(text)
    ]


def test_the_figures_of_the_page_are_those_of_its_plan(
    built: tuple[Workspace, BuildReport],
) -> None:
    (path,) = (one for one in plan_example() if one.suffix == ".toml")
    asked = read_plan_file(path)
    _, _, case = prepare_plan(asked, place=built[0])
    problem = case.problem
    programme = build(problem)
    options, years = programme.options, [phase.year for phase in problem.terms.phases]
    own = case.places.set_index("id")["own"].reindex(problem.sites).to_numpy()
    names = [
        (own[j], problem.terms.tiers[problem.tier[j]].name, _size(problem, j, k))
        for j, k in zip(options.site, options.size, strict=True)
    ]
    at = {name: number for number, name in enumerate(names)}
    taken = np.zeros((len(years), len(names)), dtype=bool)
    for row in DONE.itertuples():
        taken[years.index(row.year), at[row.site, row.tier, row.size]] = True
    budgets = [phase.budget for phase in problem.terms.phases]
    assert all((taken @ options.cost)[t] <= budget for t, budget in enumerate(budgets) if budget)
    # the plan once more: never less than it, and never more than what was proven
    plan = plans.make_plan(problem, seconds=0.5, begin=taken)
    (bound,) = (int(one) for one in _BOUND.findall(DOCS["en"].read_text(encoding="utf-8")))
    most = PlanFigure.of(programme, "served")
    fixed = highs.solve(programme.programme(most.cost, taken=taken), seconds=60.0)
    served = programme.flow(fixed.x)[:, problem.first].sum(axis=1)
    assert served.sum() - 1 <= (plan.objective or 0) <= bound
    # the relaxation, which every machine solves alike, leaves no less room than what was proven
    loose = replace(programme.programme(most.cost), integer=None)
    assert most.worth(highs.solve(loose, seconds=60.0).bound) >= bound - 1
    answer = replace(plan, taken=taken, years=plan.years.assign(served=served))
    high = plans.served_at_most(problem, answer)
    for lang in DOCS:
        rows = told(lang)
        assert [row[0] for row in rows] == years
        assert [row[1] for row in rows] == pytest.approx(served, abs=500)
        assert [row[2] for row in rows] == pytest.approx(high, abs=500)


def _size(problem: plans.PlanProblem, site: int, size: int) -> str | None:
    return None if size < 0 else problem.terms.tiers[problem.tier[site]].sizes[size].name


def test_the_page_shows_the_file_and_its_pictures() -> None:
    (path,) = (one for one in plan_example() if one.suffix == ".toml")
    for lang, page in DOCS.items():
        text = page.read_text(encoding="utf-8")
        assert "kitchen_waste.toml" in text
        for name in (f"kitchen-waste.{lang}.webp", f"trade-off.{lang}.svg"):
            assert f"images/plan/{name}" in text
            assert (ROOT / "docs" / "images" / "plan" / name).is_file()
    # what is made up is said to be, where a planner reads it first
    assert "虚构" in path.read_text(encoding="utf-8").splitlines()[1]
    assert read_plan_file(path).currency.en == "made-up coins"
