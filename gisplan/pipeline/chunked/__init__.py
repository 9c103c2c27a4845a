"""Layers too large for memory: read, checked, placed and analysed chunk by chunk."""

from gisplan.errors import Ended
from gisplan.pipeline.chunked.run import ChunkedAnalysis, Passed, go_through
from gisplan.pipeline.chunked.task import PartFile

__all__ = ["ChunkedAnalysis", "Ended", "PartFile", "Passed", "go_through"]
