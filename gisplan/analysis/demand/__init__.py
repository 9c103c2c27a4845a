"""Where demand arises and how much: people at points, and their waste by stream.

A demand table has the columns ``id`` (text, unique), ``adcode`` (county), ``weight`` (above 0:
persons) and further numbers, as points in EPSG:4326.
"""

from gisplan.analysis.demand.cells import from_blocks
from gisplan.analysis.demand.points import from_points, scale_to_figures
from gisplan.analysis.demand.settlements import place_on_settlements, urban_by_county
from gisplan.analysis.demand.waste import known_streams, waste_demand

__all__ = [
    "from_blocks",
    "from_points",
    "known_streams",
    "place_on_settlements",
    "scale_to_figures",
    "urban_by_county",
    "waste_demand",
]
