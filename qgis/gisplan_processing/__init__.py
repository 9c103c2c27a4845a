"""gisplan in QGIS: a provider of algorithms that ask the gisplan installed on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .plugin import GisplanPlugin

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


def classFactory(iface: QgisInterface) -> GisplanPlugin:
    """Make the plugin; QGIS calls this.

    Parameters
    ----------
    iface : QgisInterface
        The window of QGIS, which the plugin does not need.

    Returns
    -------
    GisplanPlugin
        The plugin.
    """
    return GisplanPlugin()
