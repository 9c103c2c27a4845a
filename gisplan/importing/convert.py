"""One table of a planner's file into the columns of a layer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.catalog.layer import Column, FileOrigin, LayerSpec
from gisplan.catalog.measurement import Units
from gisplan.errors import DataError
from gisplan.importing import amounts, positions
from gisplan.importing.amounts import Measure
from gisplan.importing.cells import reword, texts
from gisplan.importing.credit_code import read_credit_codes
from gisplan.importing.findings import KEPT, SET_ASIDE, Findings, told
from gisplan.importing.headings import PLACES, Vocabulary, recognise
from gisplan.importing.mapping import ColumnMapping, ImportMapping
from gisplan.importing.places import find_strays, place_rows, region_names
from gisplan.importing.summary import FROM_FILE, FROM_ROW, FROM_SHEET, ORIGIN
from gisplan.places.locate import Locator
from gisplan.places.regions import Regions
from gisplan.text import Text

#: Columns that an import fills itself, unless the file has them.
ID, SOURCE_FILE, SOURCE_ROW, REGION = "id", "source_file", "source_row", "region"
ADCODE, PRECISION, CREDIT_CODE = "adcode", "precision", "credit_code"
_MEASURED = ("number", "integer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an import knows of the world.

    Parameters
    ----------
    vocabulary : Vocabulary
    units : Units
    regions : Regions
    locator : Locator
    bounds : tuple of float
        West, south, east, north of the regions, in degrees.
    """

    vocabulary: Vocabulary
    units: Units
    regions: Regions
    locator: Locator
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A table in the columns of a layer.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns of the layer, with ``lon`` and ``lat`` where it has positions, by the rows'
        numbers in the file; without the rows set aside.
    raw : pandas.DataFrame
        All rows as texts, in the file's own columns.
    mapping : ImportMapping
        What was used: what was given, completed by what was recognised.
    findings : Findings
    evidence : pandas.DataFrame, optional
        What the datum was inferred from; see :func:`gisplan.places.infer_datum.weigh_datums`.
    counts : mapping of str to int
        ``points``: rows with a point of their own; ``county``, ``prefecture``, ``province``:
        rows without one, by the unit known of them; ``nowhere``: the rest; ``from_point``:
        rows whose region was taken from their point.
    """

    table: pd.DataFrame
    raw: pd.DataFrame
    mapping: ImportMapping
    findings: Findings
    evidence: pd.DataFrame | None = None
    counts: dict[str, int] = field(default_factory=dict)


def choose(
    headings: tuple[str, ...], spec: LayerSpec, *, mapping: ImportMapping, known: Known
) -> ImportMapping:
    """Decide which heading each column comes from.

    Parameters
    ----------
    headings : tuple of str
    spec : LayerSpec
    mapping : ImportMapping
        What is decided; the part that the file doesn't have is left out.
    known : Known

    Returns
    -------
    ImportMapping

    Raises
    ------
    DataError
        If two headings may be the same column.
    """
    own = [name for name in headings if name not in ORIGIN]
    given = mapping.present(headings)
    taken = {name: item.heading for name, item in given.columns.items()}
    generated = {SOURCE_FILE, SOURCE_ROW, ID} - set(taken)
    columns = [c for c in spec.columns if c.name not in generated]
    found = recognise(own, columns, vocabulary=known.vocabulary, units=known.units, taken=taken)
    if found.faults:
        message = Text("有几列无法确定含义：", "the meaning of some columns is not certain:")
        raise DataError(message, faults=found.faults)
    measured = frozenset(c.name for c in spec.columns if c.type in _MEASURED)
    chosen = given.completed(found, measured).with_years(found.found, spec.column_names)
    if not chosen.datum:
        chosen = replace(chosen, datum=positions.named_datum(found.found))
    return chosen


def convert(
    raw: pd.DataFrame, spec: LayerSpec, *, chosen: ImportMapping, known: Known, findings: Findings
) -> Converted:
    """Bring a table to the columns of a layer.

    Parameters
    ----------
    raw : pandas.DataFrame or geopandas.GeoDataFrame
        As it was read, by the rows' numbers in the file. Not changed.
    spec : LayerSpec
    chosen : ImportMapping
        As :func:`choose` gives it.
    known : Known
    findings : Findings
        Where problems are gathered.

    Returns
    -------
    Converted
        Rows in are the rows of its table and those in ``findings.lost``.

    Raises
    ------
    DataError
        If the unit of a column can't be turned into the declared one, or positions are given
        and their datum is neither declared nor certain.
    """
    rows = texts(raw)
    columns: dict[str, pd.Series] = {}
    for column in spec.columns:
        item = chosen.columns.get(column.name)
        cells = _cells(rows, item)
        if column.type in _MEASURED and item is not None:
            columns[column.name] = _amounts(rows, cells, column, (item, known.units, findings))
        elif item is not None:
            words, changed = reword(cells, column, item)
            findings.reworded(changed, cells, _heading(item))
            columns[column.name] = words
        else:
            columns[column.name] = cells
    table = pd.DataFrame(columns, index=rows.index)
    table, evidence, used, counts = _placed(raw, rows, table, (spec, chosen, known, findings))
    _check_codes(table, chosen, findings)
    _identify(table, rows, findings)
    kept = table[~table.index.isin(sorted(findings.lost))]
    _remark_unused(rows, used, findings)
    return Converted(
        table=kept, raw=rows, mapping=used, findings=findings, evidence=evidence, counts=counts
    )


def _cells(rows: pd.DataFrame, item: ColumnMapping | None) -> pd.Series:
    if item is None:
        return pd.Series("", index=rows.index, dtype="str")
    if item.heading:
        return rows[item.heading]
    return pd.Series(item.value, index=rows.index, dtype="str")


def _heading(item: ColumnMapping | None) -> str:
    return item.heading if item is not None else ""


def _amounts(
    rows: pd.DataFrame,
    cells: pd.Series,
    column: Column,
    tools: tuple[ColumnMapping, Units, Findings],
) -> pd.Series:
    item, units, findings = tools
    declared = column.unit.zh if column.unit else ""
    if column.type == "integer" and not declared:
        words, changed = reword(cells, column, item)
        findings.reworded(changed, cells, item.heading)
        cells = words
    measure = Measure(given=item.unit, declared=declared, days_per_year=item.days_per_year)
    amounts.check(measure, units, column=item.heading)
    beside = rows[item.unit_heading] if item.unit_heading in rows.columns else None
    read = amounts.convert(cells.mask(cells == ""), measure, units=units, beside=beside)
    if (
        declared
        and item.heading
        and not item.unit
        and beside is None
        and read.numbers.notna().any()
    ):
        findings.note(
            (None, item.heading, None),
            Text("表头没有写单位", "the heading names no unit"),
            Text(
                f"按图层声明的“{declared}”；若不是，请在映射中写明 unit",
                f"taken for {column.unit.en if column.unit else ''}, as the layer declares; if "
                "that is wrong, give unit in the mapping",
            ),
        )
    findings.note_all(read.faults, cells, item.heading, SET_ASIDE)
    numbers = read.numbers

    findings.repaired(read.repairs, cells, item.heading, _shown(numbers, read.repairs, declared))
    return numbers


def _shown(numbers: pd.Series, repairs: pd.Series, unit: str) -> pd.Series:
    """Give the new values of repaired cells for people."""
    some = numbers[repairs.notna()]
    return some.map(lambda number: "" if pd.isna(number) else f"{number:.12g}{unit}")


def _placed(
    raw: pd.DataFrame,
    rows: pd.DataFrame,
    table: pd.DataFrame,
    tools: tuple[LayerSpec, ImportMapping, Known, Findings],
) -> tuple[pd.DataFrame, pd.DataFrame | None, ImportMapping, dict[str, int]]:
    """Give rows their region and position, and check one against the other."""
    spec, chosen, known, findings = tools
    given = {n: rows[i.heading] for n, i in chosen.columns.items() if n in PLACES and i.heading}
    regions = place_rows(pd.DataFrame(given, index=rows.index), known.regions)
    where = "、".join(_heading(chosen.columns[name]) for name in given)
    doubted = told(regions.faults)
    shown = pd.Series("", index=doubted, dtype="str")
    for cells in given.values():
        shown = shown + " " + cells.loc[doubted]
    adcodes = regions.adcodes
    findings.note_all(regions.faults, shown.str.strip(), where, KEPT)
    evidence = None
    points = pd.DataFrame({"lon": np.nan, "lat": np.nan}, index=rows.index)
    from_point = 0
    if isinstance(spec.origin, FileOrigin) and spec.origin.lon and spec.origin.lat:
        land = positions.Land(known.locator, known.bounds)
        read = None
        if isinstance(raw, gpd.GeoDataFrame):
            read = positions.from_shapes(raw, chosen, regions=adcodes, land=land, findings=findings)
        elif {"lon", "lat"} <= chosen.columns.keys():
            read = positions.read(rows, chosen, regions=adcodes, land=land, findings=findings)
        if read is not None:
            points, evidence = read.points, read.evidence
            chosen = replace(chosen, datum=read.datum)
        strays = find_strays(points, adcodes, locator=known.locator, regions=known.regions)
        shown_points = positions.pairs(points["lon"], points["lat"], strays.faults.notna())
        findings.note_all(strays.faults, shown_points, "lon, lat", KEPT)
        finer = strays.county.notna() & strays.faults.isna() & (adcodes != strays.county)
        adcodes = adcodes.where(~finer, strays.county)
        from_point = int(finer.sum())
        table[spec.origin.lon] = points["lon"]
        table[spec.origin.lat] = points["lat"]
    has_point = points["lon"].notna()
    if ADCODE in table.columns:
        table[ADCODE] = adcodes.fillna("").astype("str")
    if REGION in table.columns:
        table[REGION] = region_names(adcodes, known.regions)
    if PRECISION in table.columns:
        own = table[PRECISION].where(table[PRECISION] != "", chosen.precision)
        table[PRECISION] = own.where(has_point, "none")
    counts = _count(adcodes, has_point, known.regions)
    return table, evidence, chosen, {**counts, "from_point": from_point}


def _count(adcodes: pd.Series, has_point: pd.Series, regions: Regions) -> dict[str, int]:
    bare = adcodes[~has_point]
    level = {
        code: ("county", "county", "prefecture", "province")[
            3 if code.endswith("0000") else 2 if regions.children(code) else 0
        ]
        for code in bare.dropna().unique()
    }
    levels = bare.map(level).value_counts()
    counts = {name: int(levels.get(name, 0)) for name in ("county", "prefecture", "province")}
    return {"points": int(has_point.sum()), **counts, "nowhere": int(bare.isna().sum())}


def _check_codes(table: pd.DataFrame, chosen: ImportMapping, findings: Findings) -> None:
    """Verify the credit codes; one that fails stays as it is, and is told."""
    if CREDIT_CODE not in table.columns or CREDIT_CODE not in chosen.columns:
        return
    cells = table.loc[table[CREDIT_CODE] != "", CREDIT_CODE]
    if cells.empty:
        return
    read = read_credit_codes(cells)
    heading = _heading(chosen.columns[CREDIT_CODE])
    findings.note_all(read.faults, cells, heading, KEPT)
    findings.note_all(read.remarks, cells, heading, KEPT)
    codes = read.codes
    findings.repaired(read.repairs, cells, heading, codes)
    table.loc[cells.index, CREDIT_CODE] = codes.astype("str").where(codes.notna(), cells)


def _identify(table: pd.DataFrame, rows: pd.DataFrame, findings: Findings) -> None:
    """Say of each row where it came from; a mended row, where it was when set aside."""
    file = pd.Series(findings.file, index=rows.index, dtype="str")
    sheet = pd.Series(findings.sheet, index=rows.index, dtype="str")
    number = pd.Series(rows.index.astype(str), index=rows.index, dtype="str")
    if set(ORIGIN) <= set(rows.columns):
        known = rows[FROM_ROW].str.fullmatch("[0-9]{1,9}") & (rows[FROM_FILE] != "")
        file = rows[FROM_FILE].where(known, file)
        sheet = rows[FROM_SHEET].where(known, sheet)
        number = rows[FROM_ROW].where(known, number)
    if SOURCE_FILE in table.columns and (table[SOURCE_FILE] == "").all():
        table[SOURCE_FILE] = file
    if SOURCE_ROW in table.columns and table[SOURCE_ROW].isin(["", None]).all():
        table[SOURCE_ROW] = number
    if ID in table.columns and (table[ID] == "").all():
        table[ID] = file + "/" + (sheet + "/").where(sheet != "", "") + number


def _remark_unused(rows: pd.DataFrame, used: ImportMapping, findings: Findings) -> None:
    taken = {i.heading for i in used.columns.values()}
    taken |= {i.unit_heading for i in used.columns.values()}
    for name in rows.columns:
        if name not in taken and name not in ORIGIN:
            findings.note(
                (None, name, None),
                Text("图层没有与此对应的列", "the layer has no column for this"),
                Text("该列未用", "the column was not used"),
            )
