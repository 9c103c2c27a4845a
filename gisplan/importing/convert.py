"""One table of a planner's file into the columns of a layer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from gisplan.catalog.layer import LayerSpec
from gisplan.importing import coordinate_cells, positions
from gisplan.importing.adcodes import read_adcodes
from gisplan.importing.amounts import say_nothing
from gisplan.importing.categories import read_words
from gisplan.importing.cells import texts
from gisplan.importing.choose import ID, MEASURED, SOURCE_FILE, SOURCE_ROW, ImportContext
from gisplan.importing.credit_code import read_credit_codes
from gisplan.importing.figures import SortedSheet, read_figures
from gisplan.importing.findings import KEPT, NOT_DATA, Findings, told
from gisplan.importing.headings import PLACES, POSITION, POSITIONS, Vocabulary, normal
from gisplan.importing.ledger import SheetFacts, stated_datum
from gisplan.importing.mapping import ColumnMapping, ImportMapping
from gisplan.importing.places import code_texts, count_places, place_rows, region_names
from gisplan.importing.rows import KINDS, Sorted, sort_rows
from gisplan.importing.shapes import check_areas
from gisplan.importing.stated_units import Stated, with_units
from gisplan.importing.strays import find_strays, warn_of_far
from gisplan.importing.summary import FROM_FILE, FROM_ROW, FROM_SHEET, ORIGIN
from gisplan.importing.unused import remark_unused
from gisplan.text import Text

#: Columns that an import fills itself, unless the file has them.
REGION, ADCODE, PRECISION, CREDIT_CODE = "region", "adcode", "precision", "credit_code"
#: Column of the area that a source states.
AREA = "area"


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A table in the columns of a layer.

    Attributes
    ----------
    table : pandas.DataFrame
        Columns of the layer, with ``lon`` and ``lat`` where it has positions, by the rows'
        numbers in the file; without the rows set aside.
    raw : pandas.DataFrame
        The rows of data as texts, in the file's own columns.
    mapping : ImportMapping
        What was used: what was given, completed by what was recognised.
    findings : Findings
        Where problems are gathered.
    evidence : pandas.DataFrame, optional
        What the datum was inferred from; see :func:`gisplan.places.infer_datum.weigh_datums`.
    counts : mapping of str to int
        ``points``: rows with a point of their own; ``county``, ``prefecture``, ``province``:
        rows without one, by the unit known of them; ``nowhere``: the rest; ``from_point``:
        rows whose region was taken from their point.
    not_data : pandas.DataFrame
        The rows that are no data: ``kind`` (a key of :data:`gisplan.importing.rows.KINDS`),
        ``words`` (what stands in their first cells), by their number in the file.
    shapes : geopandas.GeoSeries, optional
        Of rows that came as more than one point, EPSG:4326; None if there are none.
    """

    table: pd.DataFrame
    raw: pd.DataFrame
    mapping: ImportMapping
    findings: Findings
    evidence: pd.DataFrame | None = None
    counts: dict[str, int] = field(default_factory=dict)
    not_data: pd.DataFrame = field(default_factory=pd.DataFrame)
    shapes: gpd.GeoSeries | None = None


def convert(
    raw: pd.DataFrame,
    spec: LayerSpec,
    *,
    chosen: ImportMapping,
    known: ImportContext,
    findings: Findings,
    ledger: SheetFacts | None = None,
) -> Converted:
    """Bring a table to the columns of a layer.

    Parameters
    ----------
    raw : pandas.DataFrame or geopandas.GeoDataFrame
        As it was read, by the rows' numbers in the file. Not changed.
    spec : LayerSpec
        Declaration of the layer.
    chosen : ImportMapping
        As :func:`gisplan.importing.choose.choose` gives it.
    known : ImportContext
        What an import knows of the world.
    findings : Findings
        Where problems are gathered.
    ledger : SheetFacts, optional
        What is known of the sheet beside its rows.

    Returns
    -------
    Converted
        Rows in are the rows of its table, those in ``findings.lost`` and those that are no
        data.

    Raises
    ------
    DataError
        If a figure has no unit that anything states; if the unit of a column can't be turned
        into the declared one, or positions are given and their datum is neither declared nor
        certain.
    """
    ledger = ledger or SheetFacts()
    whole = texts(raw)
    chosen = with_positions(whole, chosen, known.vocabulary)
    is_data = _sorted(whole, chosen, (known, findings, ledger))
    rows = whole if is_data.data.all() else whole[is_data.data]
    chosen = _as_stated(whole, chosen, spec, (is_data, known, findings, ledger))
    sheet = SortedSheet(whole, rows, is_data, ledger)
    columns: dict[str, pd.Series] = {}
    nothing = _cells(rows, None)
    for column in spec.columns:
        item = chosen.columns.get(column.name)
        cells = nothing if item is None else _cells(rows, item)
        if column.type in MEASURED and item is not None:
            columns[column.name] = read_figures(sheet, column, item, known=known, findings=findings)
        elif item is not None:
            words = read_words(cells, column, item, spoken=known.spoken, findings=findings)
            columns[column.name] = nothing if words is None else words
            if words is None:
                chosen = chosen.without(column.name)
        else:
            columns[column.name] = cells
    table = pd.DataFrame(columns, index=rows.index)
    shapes = raw.loc[rows.index] if len(rows) < len(raw) else raw
    table, read, used, counts = _placed(shapes, rows, table, (spec, chosen, known, findings))
    if read is not None and read.shapes is not None:
        _check_areas(table, read.shapes, spec, findings)
    _check_codes(table, chosen, findings)
    _identify(table, rows, findings)
    kept = table
    if findings.lost:
        kept = table[~table.index.isin(sorted(findings.lost))]
    remark_unused(rows, used, findings, spec=spec, known=known)
    return Converted(
        table=kept,
        raw=rows,
        mapping=used,
        findings=findings,
        evidence=None if read is None else read.evidence,
        counts=counts,
        not_data=_no_data(whole, is_data),
        shapes=None if read is None else read.shapes,
    )


def with_positions(
    rows: pd.DataFrame, chosen: ImportMapping, vocabulary: Vocabulary
) -> ImportMapping:
    """Take a column called 位置 or location for positions if that is what its cells hold.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts.
    chosen : ImportMapping
        What was recognised by the headings.
    vocabulary : Vocabulary
        By which a heading may be of a position, or of an address.

    Returns
    -------
    ImportMapping
        With ``position`` where the file has no two columns of coordinates.
    """
    if set(POSITIONS) <= chosen.columns.keys() or POSITION in chosen.columns:
        return chosen
    for heading in rows.columns:
        meanings = {vocabulary.meaning(normal(level)) for level in str(heading).split("/")}
        if not meanings & {"address", POSITION}:
            continue
        cells = rows[heading][rows[heading] != ""].iloc[:500]
        if (
            cells.empty
            or coordinate_cells.split_pairs(cells)["x"].str.contains("[0-9]{2}").mean() < 0.8
        ):
            continue
        columns = {n: item for n, item in chosen.columns.items() if item.heading != heading}
        columns[POSITION] = ColumnMapping(heading=str(heading), decided=False)
        return replace(chosen, columns=columns)
    return chosen


def _sorted(
    whole: pd.DataFrame, chosen: ImportMapping, tools: tuple[ImportContext, Findings, SheetFacts]
) -> Sorted:
    """Tell which rows are data, and note those that are none.

    Parameters
    ----------
    whole : pandas.DataFrame
        All rows, as texts.
    chosen : ImportMapping
        Which heading each column comes from.
    tools : tuple[ImportContext, Findings, SheetFacts]
        What an import knows; takes what is found; what is known of the sheet.

    Returns
    -------
    Sorted
        What each row is.
    """
    known, findings, ledger = tools
    if not ledger.is_sheet or set(ORIGIN) <= set(whole.columns):
        return Sorted(pd.Series(None, index=whole.index, dtype=object), {})
    named = next((chosen.columns[n] for n in ("name_zh", "name") if n in chosen.columns), None)
    found = sort_rows(
        whole,
        name=_heading(named),
        is_heading=known.vocabulary.knows,
        is_unit=lambda cell: known.units.find(cell) is not None,
        keep=ledger.keep,
        only=ledger.only,
    )
    for row in found.kinds.index[found.kinds.notna()]:
        words = _said(whole, row)
        action = Text(
            f"{NOT_DATA.zh}；如是数据，请用 --keep-rows {row}",
            f"{NOT_DATA.en}; if it is data, use --keep-rows {row}",
        )
        findings.note((int(row), "", words), KINDS[found.kinds[row]], action)
    return found


def _said(whole: pd.DataFrame, row: int) -> str:
    """Give what stands in the cells of a row, each once.

    Parameters
    ----------
    whole : pandas.DataFrame
        All rows, as texts.
    row : int
        Number of the row.

    Returns
    -------
    str
        Parted by semicolons.
    """
    return "；".join(dict.fromkeys(str(cell) for cell in whole.loc[row] if cell))


def _no_data(whole: pd.DataFrame, found: Sorted) -> pd.DataFrame:
    some = found.kinds[found.kinds.notna()]
    words = [_said(whole, row)[:60] for row in some.index]
    return pd.DataFrame({"kind": some, "words": words}, index=some.index)


def _as_stated(
    whole: pd.DataFrame,
    chosen: ImportMapping,
    spec: LayerSpec,
    tools: tuple[Sorted, ImportContext, Findings, SheetFacts],
) -> ImportMapping:
    """Complete a mapping by the units and the datum that titles and notes state.

    Parameters
    ----------
    whole : pandas.DataFrame
        All rows, as texts.
    chosen : ImportMapping
        Which heading each column comes from.
    spec : LayerSpec
        Declaration of the layer.
    tools : tuple[Sorted, ImportContext, Findings, SheetFacts]
        What each row is; what an import knows; takes what is found; what is known of the sheet.

    Returns
    -------
    ImportMapping
        The mapping, completed.
    """
    found, known, findings, ledger = tools
    notes = [(row, _said(whole, row)) for row in found.of("note", "form", "units")]
    lines = [*ledger.lines(), *notes]
    stated = Stated(
        told=ledger.units,
        columns={**ledger.units_above(known.units), **found.units},
        lines=lines,
        decided=ledger.decided,
    )
    rows = whole if found.data.all() else whole[found.data]
    chosen = with_units(chosen, rows, spec, stated=stated, units=known.units, findings=findings)
    if not chosen.datum:
        name, row, line = stated_datum(lines)
        if name:
            findings.say(
                f"坐标系取自第 {row} 行“{line[:60]}”：{name}",
                f"the datum is {name}, as row {row} says: '{line[:60]}'",
            )
        elif ledger.kept_datum and {*POSITIONS, POSITION} & chosen.columns.keys():
            findings.say(
                f"坐标系文件没有写，沿用上次导入的：{ledger.kept_datum}；不对请用 --datum",
                f"the file states no datum: that of the last import, {ledger.kept_datum}, is used; "
                "if it is wrong say so with --datum",
            )
        chosen = replace(chosen, datum=name or ledger.kept_datum)
    return chosen


def _cells(rows: pd.DataFrame, item: ColumnMapping | None) -> pd.Series:
    if item is None:
        return pd.Series("", index=rows.index, dtype="str")
    if item.heading:
        return rows[item.heading]
    return pd.Series(item.value, index=rows.index, dtype="str")


def _something(cells: pd.Series) -> pd.Series:
    # Without the cells that say that nothing is known.
    nothing = say_nothing(cells)
    return cells.mask(nothing, "") if nothing.any() else cells


def _heading(item: ColumnMapping | None) -> str:
    return item.heading if item is not None else ""


def _placed(
    raw: pd.DataFrame,
    rows: pd.DataFrame,
    table: pd.DataFrame,
    tools: tuple[LayerSpec, ImportMapping, ImportContext, Findings],
) -> tuple[pd.DataFrame, positions.RowPositions | None, ImportMapping, dict[str, int]]:
    """Give rows their region and position, and check one against the other.

    Parameters
    ----------
    raw : pandas.DataFrame
        The table as it was read, with shapes if it has any.
    rows : pandas.DataFrame
        Rows of data, as texts.
    table : pandas.DataFrame
        Rows in the columns of the layer.
    tools : tuple[LayerSpec, ImportMapping, ImportContext, Findings]
        Declaration, mapping, what an import knows; takes what is found.

    Returns
    -------
    tuple[pandas.DataFrame, RowPositions | None, ImportMapping, dict[str, int]]
        The table with region and position; the positions as read, None if there are none; the
        mapping used; and counts.
    """
    spec, chosen, known, findings = tools
    given = {
        n: _something(rows[i.heading])
        for n, i in chosen.columns.items()
        if n in PLACES and i.heading
    }
    coded = any(c.name == REGION and c.type == ADCODE for c in spec.columns)
    if coded:  # whose row it is, by its code: nothing that is placed, nor named by a code
        given.pop(REGION, None)
    if ADCODE in given:
        plain, repairs = read_adcodes(given[ADCODE], known.regions)
        findings.repaired(repairs, given[ADCODE], str(given[ADCODE].name), plain)
        given[ADCODE] = plain
    regions = place_rows(pd.DataFrame(given, index=rows.index), known.regions)
    where = "、".join(_heading(chosen.columns[name]) for name in given)
    doubted = told(regions.faults)
    shown = pd.Series("", index=doubted, dtype="str")
    for cells in given.values():
        shown = shown + " " + cells.loc[doubted]
    adcodes = regions.adcodes
    findings.note_all(regions.faults, shown.str.strip(), where, KEPT)
    read = None
    points = pd.DataFrame({"lon": np.nan, "lat": np.nan}, index=rows.index)
    from_point = 0
    if spec.position_columns is not None:
        land = positions.Land(known.locator, known.bounds)
        if isinstance(raw, gpd.GeoDataFrame):
            read = positions.from_shapes(raw, chosen, regions=adcodes, land=land, findings=findings)
        elif set(POSITIONS) <= chosen.columns.keys() or POSITION in chosen.columns:
            read = positions.read(rows, chosen, regions=adcodes, land=land, findings=findings)
        if read is not None:
            points = read.points
            chosen = replace(chosen, datum=read.datum)
        strays = find_strays(points, adcodes, locator=known.locator, regions=known.regions)
        shown_points = positions.pairs(points["lon"], points["lat"], strays.km.notna())
        findings.note_all(strays.faults, shown_points, _where(chosen), KEPT)
        warn_of_far(strays.km, findings)
        finer = strays.county.notna() & strays.km.isna() & (adcodes != strays.county)
        adcodes = adcodes.where(~finer, strays.county)
        from_point = int(finer.sum())
        lon, lat = spec.position_columns
        table[lon], table[lat] = points["lon"], points["lat"]
    has_point = points["lon"].notna()
    if ADCODE in table.columns:
        table[ADCODE] = code_texts(adcodes)
    if REGION in table.columns and not coded:
        table[REGION] = region_names(adcodes, known.regions)
    if PRECISION in table.columns:
        own = table[PRECISION].where(table[PRECISION] != "", chosen.precision)
        table[PRECISION] = own.where(has_point, "none")
    counts = count_places(adcodes, has_point, known.regions)
    return table, read, chosen, {**counts, "from_point": from_point}


def _where(chosen: ImportMapping) -> str:
    # What messages call the columns of positions.
    headings = (_heading(chosen.columns.get(name)) for name in (*POSITIONS, POSITION))
    return ", ".join(heading for heading in headings if heading) or "lon, lat"


def _check_areas(
    table: pd.DataFrame, shapes: gpd.GeoSeries, spec: LayerSpec, findings: Findings
) -> None:
    # Hold the areas that a file states against its polygons.
    column = next((c for c in spec.columns if c.name == AREA), None)
    if column is None or column.unit is None or column.unit.en != "km²":
        return
    check_areas(shapes, pd.to_numeric(table[AREA], errors="coerce"), findings)


def _check_codes(table: pd.DataFrame, chosen: ImportMapping, findings: Findings) -> None:
    """Verify the credit codes; one that fails stays as it is, and is told.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows in the columns of the layer.
    chosen : ImportMapping
        Which heading each column comes from.
    findings : Findings
        Takes what is found.
    """
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
    bare = cells.str.strip("'‘’` ")
    marked = codes.isna() & (bare != cells)
    stripped = pd.Series(None, index=cells.index, dtype=object)
    stripped[marked] = Text("去掉撇号", "apostrophe taken out")
    findings.repaired(stripped, cells, heading, bare)
    table.loc[cells.index, CREDIT_CODE] = codes.astype("str").where(codes.notna(), bare)


def _identify(table: pd.DataFrame, rows: pd.DataFrame, findings: Findings) -> None:
    """Say of each row where it came from; a mended row, where it was when set aside.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows in the columns of the layer.
    rows : pandas.DataFrame
        Rows of data, as texts.
    findings : Findings
        Takes what is found.
    """
    numbers = pc.cast(pa.array(rows.index), pa.large_string())
    number = pd.Series(numbers, rows.index, dtype="str")
    file = pd.Series(findings.file, index=rows.index, dtype="str")
    if set(ORIGIN) <= set(rows.columns):
        sheet = pd.Series(findings.sheet, index=rows.index, dtype="str")
        known = rows[FROM_ROW].str.fullmatch("[0-9]{1,9}") & (rows[FROM_FILE] != "")
        file = rows[FROM_FILE].where(known, file)
        sheet = rows[FROM_SHEET].where(known, sheet)
        number = rows[FROM_ROW].where(known, number)
        ids = file + "/" + (sheet + "/").where(sheet != "", "") + number
    else:
        before = f"{findings.file}/{findings.sheet}/" if findings.sheet else f"{findings.file}/"
        parts = (pa.scalar(text, pa.large_string()) for text in (before, ""))
        ids = pd.Series(
            pc.binary_join_element_wise(next(parts), numbers, next(parts)), rows.index, dtype="str"
        )
    if SOURCE_FILE in table.columns and (table[SOURCE_FILE] == "").all():
        table[SOURCE_FILE] = file
    if SOURCE_ROW in table.columns and table[SOURCE_ROW].isin(["", None]).all():
        table[SOURCE_ROW] = number
    if {ID, SOURCE_ROW} <= set(table.columns) and (table[ID] == "").all():
        table[ID] = ids
