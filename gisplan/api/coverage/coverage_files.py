"""A coverage as files: the tables that the terminal shows, unrounded, for Excel and for GIS."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd

from gisplan.api.coverage import coverage_tables as tables
from gisplan.api.coverage.coverage_tables import ENDINGS
from gisplan.api.coverage.network_coverage import Coverage
from gisplan.api.result_book import ResultTable, about_columns, result_book, result_csv
from gisplan.api.targets import check_target, write_target
from gisplan.catalog.workspace import Workspace
from gisplan.text import Lang, Text


def write(
    told: Coverage,
    path: Path,
    *,
    lang: Lang = "zh",
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write a coverage to a file, in the format that its ending names.

    Parameters
    ----------
    told : Coverage
        What was found.
    path : pathlib.Path
        Ending in ``.xlsx`` (the tables by region and by site, and what they are worth), ``.csv``
        (by region) or ``.geojson`` (the regions, WGS 84, with all their figures).
    lang : {"zh", "en"}
        Language of titles and names; a GeoJSON has both.
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If the file can't be written, or one is there that gisplan did not write; it is then as it
        was.
    """
    check_target(path, *ENDINGS, place=place, overwrite=overwrite)
    ending = path.suffix.lower()
    if ending == ".geojson":
        content = _geojson(told)
    else:
        content = _workbook(told, lang) if ending == ".xlsx" else _csv(told, lang)
    write_target(path, content, place=place, overwrite=overwrite)


def _workbook(told: Coverage, lang: Lang) -> bytes:
    title, of_sites = tables.title(told), tables.site_title(told)
    both = Text(f"{title.zh}，{of_sites.zh}", f"{title.en}, {of_sites.en}")
    of_regions = _by_region(told, lang, title)
    by_site = ResultTable(
        name=Text("按设施", "by site"),
        heads=tables.site_heads(told),
        rows=tables.site_rows(told, lang),
        note=both,
    )
    sheets = [of_regions, by_site]
    if told.provision.unmet is not None:
        sheets.append(
            ResultTable(
                name=Text("去处", "what finds a place"),
                heads=tables.parts_heads(told),
                rows=tables.parts_rows(told, lang),
                note=tables.three_parts(told),
            )
        )
    return result_book(
        sheets,
        title=title,
        lang=lang,
        facts=((Text("数量", "quantity"), told.quantity),),
        notes=tables.notes(told),
        sources=told.sources,
    )


def _by_region(told: Coverage, lang: Lang, title: Text) -> ResultTable:
    return ResultTable(
        name=Text("按地区", "by region"),
        heads=tables.region_heads(told),
        rows=tables.region_rows(told, lang),
        note=title,
    )


def _csv(told: Coverage, lang: Lang) -> bytes:
    return result_csv(_by_region(told, lang, tables.title(told)), lang=lang)


def _geojson(told: Coverage) -> bytes:
    regions = gpd.GeoDataFrame(told.regions).to_crs(4326)
    if told.provision.unmet is not None:
        rows = told.provision.unmet.set_index("adcode").reindex(regions["adcode"])
        regions = regions.assign(**{name: rows[name].to_numpy() for name in tables.PART_COLUMNS})
    said = [tables.title(told), *tables.notes(told)]
    return str(
        regions.assign(**about_columns(said)).to_json(drop_id=True, ensure_ascii=False)
    ).encode()
