"""Whole plans: what to build, enlarge, move and close in which year, in one tier or several.

``PlanProblem.from_tables`` joins demand by year, sites of all tiers and the legs between; the
:class:`PlanTerms` hold menu, budgets, years and aim; :func:`make_plan` solves it to proof.
"""

from __future__ import annotations

from gisplan.analysis.siting.plans.built_ahead import built_ahead
from gisplan.analysis.siting.plans.candidates_by_tier import of_other_tiers, of_tier
from gisplan.analysis.siting.plans.fairness import NO_RATIO, PlanEvenness, evenness, gini, palma
from gisplan.analysis.siting.plans.futures import (
    PlanFuture,
    PlanRanges,
    PlantRange,
    TierRange,
    draw_futures,
)
from gisplan.analysis.siting.plans.menu import (
    AIMS,
    Aim,
    Charges,
    Phase,
    PlanTerms,
    PlanTier,
    Size,
)
from gisplan.analysis.siting.plans.moves import (
    moved_lines,
    moved_words,
    require_cost_of_moving,
)
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_case import PlanCase, make_plan_case
from gisplan.analysis.siting.plans.plan_curves import (
    AXES,
    TradeOff,
    next_money,
    trade_off,
)
from gisplan.analysis.siting.plans.plan_figures import Limit, knee
from gisplan.analysis.siting.plans.plan_flows import named_flows, standing_sites
from gisplan.analysis.siting.plans.plan_layer import (
    ACTIONS,
    declared_futures,
    held_against,
    named_actions,
    named_sites,
    plan_proven,
    plan_sites,
)
from gisplan.analysis.siting.plans.plan_task import PlanTask
from gisplan.analysis.siting.plans.robust import hold_against_futures
from gisplan.analysis.siting.plans.robust_tables import RobustAnswer
from gisplan.analysis.siting.plans.robust_words import robust_words
from gisplan.analysis.siting.plans.single_years import best_of_each_year
from gisplan.analysis.siting.plans.unknown_plants import served_at_most
from gisplan.analysis.siting.plans.whole_plan import PlanAnswer, make_plan
from gisplan.analysis.siting.plans.why_not import too_dear, why_no_plan

__all__ = [
    "ACTIONS",
    "AIMS",
    "AXES",
    "NO_RATIO",
    "Aim",
    "Charges",
    "Limit",
    "Phase",
    "PlanAnswer",
    "PlanCase",
    "PlanEvenness",
    "PlanFuture",
    "PlanProblem",
    "PlanRanges",
    "PlanTask",
    "PlanTerms",
    "PlanTier",
    "PlantRange",
    "RobustAnswer",
    "Size",
    "TierRange",
    "TradeOff",
    "best_of_each_year",
    "built_ahead",
    "declared_futures",
    "draw_futures",
    "evenness",
    "gini",
    "held_against",
    "hold_against_futures",
    "knee",
    "make_plan",
    "make_plan_case",
    "moved_lines",
    "moved_words",
    "named_actions",
    "named_flows",
    "named_sites",
    "next_money",
    "of_other_tiers",
    "of_tier",
    "palma",
    "plan_proven",
    "plan_sites",
    "require_cost_of_moving",
    "robust_words",
    "served_at_most",
    "standing_sites",
    "too_dear",
    "trade_off",
    "why_no_plan",
]
