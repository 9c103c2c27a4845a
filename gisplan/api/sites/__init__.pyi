from . import decided, sites_tables, siting_curves
from .candidates import points
from .collection import CollectionRoutes, collection_routes
from .evaluation import Evaluation, evaluate
from .inputs import Basis, load, roads
from .options import MODELS, EvaluateOptions, SuggestOptions
from .output import CURVE_ENDINGS, ENDINGS, write, write_curve, write_found
from .plan_book import PLAN_ENDINGS, plan_figures, plan_sentences, require_curve, write_plan
from .plan_file import PlanFile, keep_plan, plan_example, read_plan_file
from .plan_map import PLAN, plan_chart, plan_parts
from .plan_tables import plan_tables
from .route_book import (
    ROUTE_ENDINGS,
    route_parts,
    route_sentences,
    route_tables,
    write_routes,
)
from .route_file import RouteFile, VehicleAsked, read_route_file
from .sites_book import places_table
from .suggestion import Instance, Suggested, prepare, suggest
from .whole_plan import PlannedSites, plan_sites

__all__ = [
    "CURVE_ENDINGS",
    "ENDINGS",
    "MODELS",
    "PLAN",
    "PLAN_ENDINGS",
    "ROUTE_ENDINGS",
    "Basis",
    "CollectionRoutes",
    "EvaluateOptions",
    "Evaluation",
    "Instance",
    "PlanFile",
    "PlannedSites",
    "RouteFile",
    "SuggestOptions",
    "Suggested",
    "VehicleAsked",
    "collection_routes",
    "decided",
    "evaluate",
    "keep_plan",
    "load",
    "places_table",
    "plan_chart",
    "plan_example",
    "plan_figures",
    "plan_parts",
    "plan_sentences",
    "plan_sites",
    "plan_tables",
    "points",
    "prepare",
    "read_plan_file",
    "read_route_file",
    "require_curve",
    "roads",
    "route_parts",
    "route_sentences",
    "route_tables",
    "sites_tables",
    "siting_curves",
    "suggest",
    "write",
    "write_curve",
    "write_found",
    "write_plan",
    "write_routes",
]
