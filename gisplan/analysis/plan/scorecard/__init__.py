"""The plan's targets and milestones, held against the data.

- ``rules``: which data decide what, as a table says it
- ``tally``: what the data give, with what they leave open
- ``evaluate``: met, short by how much, or not to be decided and why
- ``places``: the milestones of bases, on the map
"""

from gisplan.analysis.plan.scorecard.evaluate import scorecard
from gisplan.analysis.plan.scorecard.places import scorecard_places

__all__ = ["scorecard", "scorecard_places"]
