"""Online base maps, which a map has only if its reader's network is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from gisplan.errors import OptionError
from gisplan.text import Text

_TIANDITU_KEY = re.compile(r"[0-9a-fA-F]{32}")
_TIANDITU_HOSTS = tuple(f"https://t{n}.tianditu.gov.cn" for n in range(8))
# Vector background and its Chinese labels, in the Web Mercator tiling that Leaflet uses.
_TIANDITU_LAYERS = ("vec", "cva")


@dataclass(frozen=True, slots=True)
class Basemap:
    """An online base map.

    Attributes
    ----------
    kind : {"tianditu", "osm"}
        Tianditu (National Platform for Common Geospatial Information Services) or
        OpenStreetMap.
    key : str
        The user's own key of Tianditu, 32 hexadecimal digits.

    Raises
    ------
    OptionError
        If the kind is unknown, or the key is not a key: it becomes part of an address.
    """

    kind: Literal["tianditu", "osm"]
    key: str = ""

    def __post_init__(self) -> None:
        if self.kind not in ("tianditu", "osm"):
            raise OptionError(
                Text(
                    f"没有名为 {self.kind!r} 的底图，可用的有 tianditu（天地图）和 osm。",
                    f"There is no base map {self.kind!r}; there are tianditu and osm.",
                )
            )
        if self.kind == "tianditu" and not _TIANDITU_KEY.fullmatch(self.key):
            raise OptionError(
                Text(
                    "天地图密钥（tk）应为 32 位十六进制字符，请在天地图控制台申请后填写。",
                    "The key of Tianditu (tk) must be 32 hexadecimal digits; "
                    "get one of your own at its console.",
                )
            )

    @property
    def hosts(self) -> tuple[str, ...]:
        """Give the origins that the page asks for tiles.

        Returns
        -------
        tuple of str
            Such as ``https://t0.tianditu.gov.cn``; what the page's policy allows.
        """
        return _TIANDITU_HOSTS if self.kind == "tianditu" else ("https://tile.openstreetmap.org",)

    @property
    def tiles(self) -> tuple[str, ...]:
        """Address templates of the tile layers, from bottom to top, as Leaflet reads them.

        Returns
        -------
        tuple of str
            With ``{z}``, ``{x}`` and ``{y}``.
        """
        if self.kind == "osm":
            return ("https://tile.openstreetmap.org/{z}/{x}/{y}.png",)
        return tuple(
            f"https://t{{s}}.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile"
            f"&VERSION=1.0.0&LAYER={layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
            f"&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={self.key}"
            for layer in _TIANDITU_LAYERS
        )

    @property
    def attribution(self) -> Text:
        """Who must be named on the map.

        Returns
        -------
        Text
            Words that the map shows.
        """
        if self.kind == "osm":
            return Text("© OpenStreetMap 贡献者（ODbL）", "© OpenStreetMap contributors (ODbL)")
        return Text("底图：天地图（国家地理信息公共服务平台）", "Base map: Tianditu")
