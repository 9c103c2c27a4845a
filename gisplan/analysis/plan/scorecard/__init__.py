"""The plan's targets and milestones, held against the data.

- ``rules``: which data decide what, as a table says it, and what they leave to a person
- ``tally``: what the data give, with what they leave open
- ``said``: what people say, each row read or set aside with its reason
- ``published``: what public reports and figures say of an aim
- ``evaluate``: met, short by how much, or not to be decided and why
- ``places``: the milestones of bases, on the map
"""

from gisplan.analysis.plan.scorecard.evaluate import scorecard
from gisplan.analysis.plan.scorecard.places import scorecard_places
from gisplan.analysis.plan.scorecard.said import read_status

__all__ = ["read_status", "scorecard", "scorecard_places"]
