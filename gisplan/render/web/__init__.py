"""What people look at: the web map.

``webmap.render`` gives one self-contained HTML page. Only this package knows Folium.
"""

from __future__ import annotations

from gisplan.render.style import classify, palettes
from gisplan.render.web import basemap, webmap

__all__ = ["basemap", "classify", "palettes", "webmap"]
