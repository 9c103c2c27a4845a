"""The maps and the exported layers of a workspace."""

from gisplan.pipeline.build import build
from gisplan.pipeline.report import BuildOptions, BuildReport, NotAllWrittenError, Written
from gisplan.render.web.basemap import Basemap

__all__ = ["Basemap", "BuildOptions", "BuildReport", "NotAllWrittenError", "Written", "build"]
