"""What a file may hold that a layer has no column for, and what places a row, in words."""

from __future__ import annotations

from collections.abc import Mapping

from gisplan.text import Text

#: As an import's mapping names them.
MEANINGS: Mapping[str, Text] = {
    "lon": Text("经度", "Longitude"),
    "lat": Text("纬度", "Latitude"),
    "position": Text("坐标", "Position"),
    "datum": Text("坐标系", "Datum"),
    "province": Text("省", "Province"),
    "prefecture": Text("市州", "Prefecture"),
    "county": Text("县区", "County"),
    "town": Text("乡镇", "Town"),
    "region": Text("所属地区", "Region"),
    "address": Text("地址", "Address"),
    "adcode": Text("行政区划代码", "Adcode"),
}
