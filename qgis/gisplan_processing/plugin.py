"""The plugin: it brings the provider in, and takes it out again."""

from __future__ import annotations

from qgis.core import QgsApplication

from .provider import GisplanProvider


class GisplanPlugin:
    """What QGIS loads: algorithms alone, no toolbar and no window of its own."""

    def __init__(self) -> None:
        self._provider: GisplanProvider | None = None

    def initProcessing(self) -> None:
        """Bring the provider in; ``qgis_process`` calls this alone."""
        self._provider = GisplanProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Bring the provider in, with a window."""
        self.initProcessing()

    def unload(self) -> None:
        """Take the provider out."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
