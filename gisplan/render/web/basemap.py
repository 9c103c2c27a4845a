"""Base maps, on request: online, of an intranet, or local tiles packed into the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from gisplan.errors import OptionError
from gisplan.text import Text

_TIANDITU_KEY = re.compile(r"[0-9a-fA-F]{32}")
_TIANDITU_HOSTS = tuple(f"https://t{n}.tianditu.gov.cn" for n in range(8))
# An address of tiles: its origin alone is opened to the page, so that it may hold nothing that ends
# a directive of the page's policy or the string that it stands in.
_ADDRESS = re.compile(
    r"(?P<origin>https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?)"
    r"/[A-Za-z0-9._~:/?#@!$&()*+=%{}-]*"
)
_NEEDED = ("{z}", "{x}")
_ROWS = ("{y}", "{-y}")
_FIELD = re.compile(r"\{[^{}]*\}")
# What capabilities of WMTS and the manuals of servers call the same.
_SAME = {
    "{tilematrix}": "{z}",
    "{level}": "{z}",
    "{tilerow}": "{y}",
    "{row}": "{y}",
    "{tilecol}": "{x}",
    "{col}": "{x}",
}
# Vector background and its Chinese labels, in the Web Mercator tiling that Leaflet uses.
_TIANDITU_LAYERS = ("vec", "cva")


#: Endings of local files of tiles (:mod:`gisplan.read.tiles`).
_FILES = (".mbtiles", ".pmtiles")
#: Highest zoom of a page.
MOST_ZOOM = 18


def _own_fields(address: str) -> str:
    """Write the fields of an address as Leaflet reads them.

    Parameters
    ----------
    address : str
        Such as the template in the capabilities of a WMTS.

    Returns
    -------
    str
        With ``{z}``, ``{x}`` and ``{y}``; other fields as they were.
    """
    return _FIELD.sub(lambda found: _SAME.get(found[0].lower(), found[0]), address)


@dataclass(frozen=True, slots=True)
class Basemap:
    """An online base map.

    Attributes
    ----------
    kind : {"tianditu", "osm", "address", "file"}
        Tianditu (National Platform for Common Geospatial Information Services),
        OpenStreetMap, tiles at an address of one's own, or a local file of tiles.
    key : str
        The user's own key of Tianditu, 32 hexadecimal digits.
    address : str
        Of ``address``: ``http(s)://`` template of tiles in Web Mercator with ``{z}``, ``{x}`` and
        ``{y}`` (``{-y}`` where rows count from the south), as XYZ services and WMTS by
        parameters or by path have it. Of ``file``: path of MBTiles or PMTiles.
    credit : str
        Who must be named on the map for tiles at an address or in a file.
    zoom : int, optional
        Highest zoom that is packed of a file; as far as there is room if left out.

    Raises
    ------
    OptionError
        If the kind is unknown, the key is not a key, or the address is none of tiles: they
        become part of the page and of what it may ask for.
    """

    kind: Literal["tianditu", "osm", "address", "file"]
    key: str = ""
    address: str = ""
    credit: str = ""
    zoom: int | None = None

    @classmethod
    def of(cls, name: str, *, key: str = "", credit: str = "", zoom: int | None = None) -> Basemap:
        """Make the base map that a user names.

        Parameters
        ----------
        name : str
            ``tianditu``, ``osm``, the address of tiles, or the path of MBTiles or PMTiles.
        key : str
            Of Tianditu.
        credit : str
            Who must be named, of tiles at an address or in a file.
        zoom : int, optional
            Highest zoom that is packed of a file.

        Returns
        -------
        Basemap
            Ready for a page.

        Raises
        ------
        OptionError
            If it can't be.

        Examples
        --------
        >>> from gisplan.render.web.basemap import Basemap
        >>> Basemap.of("http://gis.example.lan:8080/tiles/{z}/{x}/{y}.png").hosts
        ('http://gis.example.lan:8080',)
        """
        if name == "tianditu":
            return cls("tianditu", key=key)
        if name == "osm":
            return cls("osm")
        if name.lower().endswith(_FILES) and "://" not in name:
            return cls("file", address=name, credit=credit, zoom=zoom)
        return cls("address", address=_own_fields(name), credit=credit)

    def __post_init__(self) -> None:
        if self.kind not in ("tianditu", "osm", "address", "file"):
            raise OptionError(
                Text(
                    f"没有名为 {self.kind!r} 的底图，可用的有 tianditu（天地图）、osm、"
                    "瓦片地址和瓦片文件。",
                    f"There is no base map {self.kind!r}; there are tianditu, osm, addresses and "
                    "files of tiles.",
                )
            )
        if self.zoom is not None and not 0 <= self.zoom <= MOST_ZOOM:
            raise OptionError(
                Text(
                    f"底图的级数应为 0 至 {MOST_ZOOM}：{self.zoom}",
                    f"the zoom of a base map is from 0 to {MOST_ZOOM}: {self.zoom}",
                )
            )
        if self.kind == "address":
            self._check_address()
        if self.kind == "tianditu" and not _TIANDITU_KEY.fullmatch(self.key):
            raise OptionError(
                Text(
                    "天地图密钥（tk）应为 32 位十六进制字符，请在天地图控制台申请后填写。",
                    "The key of Tianditu (tk) must be 32 hexadecimal digits; "
                    "get one of your own at its console.",
                )
            )

    def _check_address(self) -> None:
        fields = _FIELD.findall(self.address)
        whole = (
            _ADDRESS.fullmatch(self.address)
            and all(fields.count(one) == 1 for one in _NEEDED)
            and sum(fields.count(one) for one in _ROWS) == 1
            and len(fields) == len(_NEEDED) + 1
        )
        if not whole:
            raise OptionError(
                Text(
                    f"底图应为 tianditu、osm、瓦片文件（.mbtiles、.pmtiles），或瓦片地址，如 http://主机:端口/瓦片/{{z}}/{{x}}/{{y}}.png"
                    f"（含 {{z}}、{{x}}、{{y}} 各一次）：{self.address}",
                    "a base map is tianditu, osm, a file of tiles (.mbtiles, .pmtiles), or an "
                    "address of tiles such as "
                    "http://HOST:PORT/tiles/{z}/{x}/{y}.png, with {z}, {x} and {y} once each: "
                    f"{self.address}",
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
        if self.kind == "address":
            found = _ADDRESS.fullmatch(self.address)
            return (found["origin"],) if found else ()
        if self.kind == "file":
            return ()
        return _TIANDITU_HOSTS if self.kind == "tianditu" else ("https://tile.openstreetmap.org",)

    @property
    def tiles(self) -> tuple[str, ...]:
        """Address templates of the tile layers, from bottom to top, as Leaflet reads them.

        Returns
        -------
        tuple of str
            With ``{z}``, ``{x}`` and ``{y}``.
        """
        if self.kind == "address":
            return (self.address,)
        if self.kind == "file":
            return ()
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
        if self.kind in ("address", "file"):
            return Text(self.credit, self.credit)
        if self.kind == "osm":
            return Text("© OpenStreetMap 贡献者（ODbL）", "© OpenStreetMap contributors (ODbL)")
        return Text("底图：天地图（国家地理信息公共服务平台）", "Base map: Tianditu")
