"""Sites and candidates in a file of the user's own, read as an import reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import geopandas as gpd

from gisplan.analysis.siting import ROW_IN_FILE, RULES
from gisplan.api.importing import sheets, target
from gisplan.api.importing.options import FileOptions, ImportOptions
from gisplan.catalog import workspace
from gisplan.catalog.layer import DataProblem, LayerSpec, Outcome
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError, first_faults
from gisplan.importing.choose import ImportContext, choose
from gisplan.importing.convert import Converted, convert
from gisplan.importing.findings import Findings
from gisplan.importing.headings import POSITIONS, normal
from gisplan.importing.mapping import ColumnMapping, ImportMapping
from gisplan.pipeline import catalogue as catalog
from gisplan.places.crs import canonical_datum
from gisplan.read import RawTable
from gisplan.read.validate import conform
from gisplan.text import Text

__all__ = ["FileOptions", "candidates_of_file", "sites_declared", "sites_of_file"]

_TEMPLATE = "sites"
#: Columns of sites, beside the rules of candidates, that a file may have.
_MORE = ("tier", "stream", "capacity", "moved_from")
#: Faults and repairs that are named before the rest is counted.
_LISTED = 10
#: Rules that are a yes or no, and what their cells may hold.
_FLAGS = ("forced", "forbidden")
_YES_OR_NO = Text("应填是或否（空为否）", "must be yes or no (empty is no)")


def sites_of_file(
    path: Path, *, place: Workspace | None = None, options: FileOptions | None = None
) -> Outcome:
    """Read sites, or candidates, from a file of the user's.

    Parameters
    ----------
    path : pathlib.Path
        Any file that :func:`gisplan.read.tables` reads: a table with longitude and latitude,
        or a vector file of points. ``id`` tells sites apart; if there is none, their row does.
        ``name``, ``kind``, the region, and ``tier``, ``stream``, ``capacity``, ``cost``,
        ``forced``, ``forbidden``, ``moved_from`` if there are any;
        the headings are recognised as those of an import.
    place : Workspace, optional
        The workspace of the current folder if left out: its vocabulary and its regions.
    options : FileOptions, optional
        What the import is asked for.

    Returns
    -------
    Outcome
        Points in EPSG:4326, with what :func:`gisplan.analysis.coverage.standing.sites_that_count`
        asks for, and those of the columns ``tier`` to ``moved_from`` that the file has. What was
        repaired or assumed is told in ``left_out``; no row is left out.

    Raises
    ------
    FileError
        If it can't be read.
    DataError
        If a row can't be used, each named with column and value; if there are no points.
    OptionError, DatumError
        If an option can't be.
    """
    read = candidates_of_file(path, place=place, options=options)
    return replace(read, table=read.table.drop(columns=ROW_IN_FILE))


def candidates_of_file(
    path: Path, *, place: Workspace | None = None, options: FileOptions | None = None
) -> Outcome:
    """Read sites as :func:`sites_of_file` does, and say of each which row of the file it is.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : FileOptions, optional
        What the import is asked for.

    Returns
    -------
    Outcome
        With :data:`gisplan.analysis.siting.ROW_IN_FILE`, for what is told of a candidate.

    Raises
    ------
    FileError, DataError, OptionError, DatumError
        As :func:`sites_of_file`.
    """
    place = place or workspace.find()
    options = options or FileOptions()
    spec = sites_declared(place, title=path.name)
    known = target.load_known(place, catalog.load(place))
    mapping = target.read_mapping(options.mapping)
    datum = canonical_datum(options.datum) if options.datum else mapping.datum
    mapping = replace(mapping, datum=datum)
    asked = ImportOptions(sheet=options.sheet, encoding=options.encoding)
    raw, chosen = _choose(sheets.read_tables(path, asked), spec, mapping, (known, path.name))
    findings = Findings(path.name, raw.sheet, strict=True)
    assumed = not chosen.datum and not isinstance(raw.table, gpd.GeoDataFrame)
    if assumed:
        chosen = replace(chosen, datum="wgs84")
    sheets.note_read(raw, findings)
    try:
        done = convert(raw.table, spec, chosen=chosen, known=known, findings=findings)
    except DataError as error:
        raise _of_file(error, path.name, raw.sheet) from error
    conformed = conform(done.table, spec, file=path.name)
    unfit = (*findings.problems, *(_as_given(item, done) for item in conformed.problems))
    _require_all(done, path.name, unfit)
    told = _repairs(findings, done.mapping)
    if assumed:
        told.append(
            Text(
                f"{path.name}：没有写明坐标系，按 WGS 84；高德、百度等坐标请写明"
                "（命令用 --datum，方案文件用 datum）",
                f"{path.name}: no datum is named: taken as WGS 84; say so if it is that of Amap,"
                " Baidu … (--datum of a command, datum in a plan's file)",
            )
        )
    # every row fits, and is where it was
    table = gpd.GeoDataFrame(conformed.table.set_axis(done.table.index))
    return Outcome(_sites(table, done.mapping), tuple(told))


def sites_declared(place: Workspace, *, title: str) -> LayerSpec:
    """Give the declaration that a file of sites or candidates is read by.

    Parameters
    ----------
    place : Workspace
        The workspace, for its template; that shipped if it has none.
    title : str
        Of what is read.

    Returns
    -------
    LayerSpec
        Its columns with types and titles.
    """
    content = target.template(_TEMPLATE, place, title=title)
    return target.parsed(_TEMPLATE, content, place, place.layers)


def _choose(
    found: list[RawTable],
    spec: LayerSpec,
    mapping: ImportMapping,
    given: tuple[ImportContext, str],
) -> tuple[RawTable, ImportMapping]:
    """Take the one table that has points.

    Parameters
    ----------
    found : list of RawTable
        Tables of the file.
    spec : LayerSpec
        Declaration of sites.
    mapping : ImportMapping
        What the user says of headings.
    given : tuple[ImportContext, str]
        What an import knows; name of the file.

    Returns
    -------
    tuple[RawTable, ImportMapping]
        The table, and which heading each column comes from.

    Raises
    ------
    DataError
        If none has.
    OptionError
        If several have.
    """
    known, file = given
    fit, headings = [], []
    for raw in found:
        names = tuple(str(name) for name in raw.table.columns)
        headings += [name for name in names if name not in headings]
        chosen, _ = choose(names, spec, mapping=_with_id(mapping, names, spec), known=known)
        if isinstance(raw.table, gpd.GeoDataFrame) or set(POSITIONS) <= set(chosen.columns):
            fit.append((raw, _in_its_own_unit(chosen)))
    if not fit:
        raise DataError(
            Text(
                f"{file}：没有经度和纬度两列（lon、lat）；第一行要是表头，现有：{'、'.join(headings)}",
                f"{file}: no columns of longitude and latitude (lon, lat); the first row must be "
                f"the heading, which is: {', '.join(headings)}",
            )
        )
    if len(fit) > 1:
        names = tuple(raw.sheet for raw, _ in fit)
        raise OptionError(
            Text(
                f"{file} 有 {len(fit)} 个工作表可用：{'、'.join(names)}；请用 --sheet 指明",
                f"{file} has {len(fit)} sheets that would do: {', '.join(names)}; name one with "
                "--sheet",
            )
        )
    return fit[0]


def _with_id(mapping: ImportMapping, headings: tuple[str, ...], spec: LayerSpec) -> ImportMapping:
    """Take the file's own ids, which an import makes anew.

    Parameters
    ----------
    mapping : ImportMapping
        Which heading each column comes from.
    headings : tuple of str
        Headings of the file.
    spec : LayerSpec
        Declaration of sites.

    Returns
    -------
    ImportMapping
        Another mapping.
    """
    column = spec.column("id")
    spellings = {normal(word) for word in (column.name, column.title.zh, column.title.en)}
    named = [heading for heading in headings if normal(heading) in spellings]
    if "id" in mapping.columns or not named:
        return mapping
    return replace(mapping, columns={**mapping.columns, "id": ColumnMapping(heading=named[0])})


def _in_its_own_unit(chosen: ImportMapping) -> ImportMapping:
    """Leave the cost in the unit of the budget, and the capacity in that of the demand.

    Parameters
    ----------
    chosen : ImportMapping
        Which heading each column comes from.

    Returns
    -------
    ImportMapping
        Another mapping.
    """
    kept = {
        name: replace(chosen.columns[name], unit="", unit_heading="")
        for name in ("cost", "capacity")
        if name in chosen.columns
    }
    return replace(chosen, columns={**chosen.columns, **kept})


def _of_file(error: DataError, file: str, sheet: str) -> DataError:
    """Say of which file and sheet an error is, as those are that hold of all rows.

    Parameters
    ----------
    error : DataError
        What is wrong with the rows together.
    file : str
        Name of the file.
    sheet : str
        Name of the sheet; empty where there is but one.

    Returns
    -------
    DataError
        The same, with where it is.
    """
    if error.message.zh.startswith(file):
        return error
    where = f"{file} / {sheet}" if sheet else file
    return DataError(
        Text(f"{where}：{error.message.zh}", f"{where}: {error.message.en}"),
        faults=error.faults,
        questions=error.questions,
    )


def _as_given(item: DataProblem, done: Converted) -> DataProblem:
    """Name the file's own heading and cell, for what the declaration found wrong.

    Parameters
    ----------
    item : DataProblem
        The problem.
    done : Converted
        The table in the columns of sites.

    Returns
    -------
    DataProblem
        The problem in the words of the file.
    """
    chosen = done.mapping.columns.get(item.column)
    if item.column in _FLAGS:
        item = replace(item, message=_YES_OR_NO)
    if item.row is None or chosen is None or not chosen.heading:
        return item
    return replace(item, column=chosen.heading, value=str(done.raw.loc[item.row, chosen.heading]))


def _require_all(done: Converted, file: str, problems: tuple[DataProblem, ...]) -> None:
    """Refuse a file with a row that can't be used: a choice must not pass over a candidate.

    Parameters
    ----------
    done : Converted
        The table in the columns of sites.
    file : str
        Name of the file.
    problems : tuple of DataProblem
        What was found.

    Raises
    ------
    DataError
        If there is one; each is named.
    """
    table = done.table
    faults = [_said(item) for item in problems if item.set_aside]
    if not faults and len(table) == 0:
        faults = [Text(f"{file}：没有一行数据", f"{file}: holds no row")]
    unplaced = table.index[table["lon"].isna() | table["lat"].isna()]
    faults += [
        Text(f"{file}：第 {row} 行没有位置", f"{file}: row {row} has no place") for row in unplaced
    ]
    if "cost" in done.mapping.columns:
        heading = done.mapping.columns["cost"].heading
        faults += [
            Text(
                f"{file}：第 {row} 行 {heading} 的值“”：空着，应为不小于 0 的数（不花钱的写 0）",
                f"{file}: row {row}, column {heading}: “” is empty; a number of 0 or more is needed"
                " (0 for what costs nothing)",
            )
            for row in table.index[table["cost"].isna()]
        ]
    if faults:
        raise DataError(
            Text("文件不能使用，请改正：", "the file can't be used; correct it:"),
            faults=first_faults(faults, _LISTED),
        )


def _repairs(findings: Findings, chosen: ImportMapping) -> list[Text]:
    """Tell what was repaired or doubted; a yes or no put as the declaration has it is neither.

    Parameters
    ----------
    findings : Findings
        What was found.
    chosen : ImportMapping
        Which heading each column comes from.

    Returns
    -------
    list of Text
        A sentence for each.
    """
    flags = {chosen.columns[rule].heading for rule in RULES if rule in chosen.columns}
    found = [
        item
        for item in findings.problems
        if item.row is not None and not item.set_aside and item.column not in flags
    ]
    return first_faults([_said(item) for item in found], _LISTED)


def _said(item: DataProblem) -> Text:
    """Say of a problem where it is, what it is, and what was done about it.

    Parameters
    ----------
    item : DataProblem
        The problem.

    Returns
    -------
    Text
        In both languages.
    """
    zh, en = item.message.zh, item.message.en
    if not item.set_aside:
        zh, en = f"{zh}；{item.action.zh}", f"{en}; {item.action.en}"
    return Text(
        f"{item.file}：第 {item.row} 行 {item.column} 的值“{item.value}”：{zh}",
        f"{item.file}: row {item.row}, column {item.column}: “{item.value}”: {en}",
    )


def _sites(table: gpd.GeoDataFrame, chosen: ImportMapping) -> gpd.GeoDataFrame:
    """Give sites that count in every year and are as exact as they stand.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Rows in the columns of sites, by the row of the file that each is.
    chosen : ImportMapping
        Which heading each column comes from.

    Returns
    -------
    geopandas.GeoDataFrame
        As ``sites_that_count`` takes them.
    """
    ids = table["id"].astype("str")
    name = table["name_zh"].astype(object).where(table["name_zh"].notna(), ids)
    english = table["name_en"].astype(object).where(table["name_en"].notna(), name)
    kind = table["kind"].astype(object).where(table["kind"].notna(), "own")
    facts = {
        "id": ids,
        "name_zh": name,
        "name_en": english,
        "kind": kind,
        "adcode": table["adcode"],
        "precision": "site",
        "stage": "operating",
        "start_year": 0,
        "due_year": float("nan"),
        "status_year": float("nan"),
        ROW_IN_FILE: table.index,
        **{name: table[name] for name in (*RULES, *_MORE) if name in chosen.columns},
    }
    sites = gpd.GeoDataFrame(facts, geometry=table.geometry, crs=4326)
    return gpd.GeoDataFrame(sites.reset_index(drop=True))
