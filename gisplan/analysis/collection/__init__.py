"""Collection routes: which vehicle collects which stops in which order, and where it unloads."""

from gisplan.analysis.collection.collection_routes import (
    CollectionPlan,
    CollectionTask,
    RouteVehicle,
    minutes_alone,
    plan_routes,
    require_pyvrp,
)
from gisplan.analysis.collection.route_tables import (
    round_rows,
    route_lines,
    stop_rows,
    unserved_rows,
)

__all__ = [
    "CollectionPlan",
    "CollectionTask",
    "RouteVehicle",
    "minutes_alone",
    "plan_routes",
    "require_pyvrp",
    "round_rows",
    "route_lines",
    "stop_rows",
    "unserved_rows",
]
