"""Where enterprises of an industry stand close together, and whether that is more than chance.

- ``density``: clusters of points, by distance on the ellipsoid
- ``concentration``: how an industry is spread over regions, and a region over industries
- ``autocorrelation``: whether high and low regions lie beside each other
- ``agreement``: whether an industry is found where the plan allots it

Every result has a ``status``; ``undecided`` with a reason is what few or coarse data give.
"""

from gisplan.analysis.industry.clusters.agreement import plan_agreement
from gisplan.analysis.industry.clusters.autocorrelation import local_autocorrelation, moran
from gisplan.analysis.industry.clusters.concentration import (
    industry_concentration,
    location_quotients,
)
from gisplan.analysis.industry.clusters.density import density_clusters

__all__ = [
    "density_clusters",
    "industry_concentration",
    "local_autocorrelation",
    "location_quotients",
    "moran",
    "plan_agreement",
]
