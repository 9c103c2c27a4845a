"""A layer as a table: its cells as they stand in its file, what is wrong with them, pages of it."""

from __future__ import annotations

import filecmp
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.api.importing.options import KINDS
from gisplan.api.layers import require_layer
from gisplan.catalog import workspace
from gisplan.catalog.layer import PRECISION_TITLES, Column, FileOrigin, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, FileError, OptionError
from gisplan.escape import restored
from gisplan.importing.as_texts import to_texts
from gisplan.importing.choose import SOURCE_FILE, SOURCE_ROW, made_id
from gisplan.importing.convert import PRECISION
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.cache import Record
from gisplan.pipeline.fingerprint import file_digest
from gisplan.read import read
from gisplan.read.validate import conform
from gisplan.text import Text

#: Columns that an import fills, and that nobody writes by hand.
_FILLED = (SOURCE_FILE, SOURCE_ROW)
#: Tables that were read lately, by file, and how many of them are kept at hand.
_LATELY: dict[Path, tuple[str, pd.DataFrame]] = {}
_AT_HAND = 4
#: Bytes of a table that has a heading and nothing else.
_HEADING = 200
_DEGREES = {
    "lon": (Text("经度", "Longitude"), 180.0),
    "lat": (Text("纬度", "Latitude"), 90.0),
}
_IN_DEGREES = Text("度，WGS 84", "degrees, WGS 84")
_COMPUTED = Text(
    "由其他图层算出，不能在这里改；请改它所依据的图层，再生成一次",
    "computed from other layers; edit those that it is made from and make it again",
)
_SHIPPED = Text(
    "区划、底图等随软件提供的数据，不在这里改；它们的出处和审图要求见文档",
    "boundaries and what lies beneath the maps come with gisplan and are not edited here",
)
_SHAPES = Text(
    "这是带图形的文件，请在 QGIS 中改，或改好再导入一次",
    "a file of shapes: edit it in QGIS, or import it again",
)
_WORKBOOK = Text(
    "取自工作簿等文件，请改那个文件本身，或把它导入成图层",
    "read from a workbook or the like: edit that file, or import it into a layer",
)
_LARGE = Text(
    "点数太多，分块读取，不能逐格改；请改原文件",
    "too large to be edited cell by cell; edit the files",
)
_NOT_OWN = Text(
    "只能改自己工作区里的图层；请先新建工作区",
    "only layers of a workspace of one's own can be edited; make one first",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column of a table that is looked through.

    Attributes
    ----------
    spec : Column
        Its declaration; of a column that the layer does not declare, what is known.
    locked : bool
        Whether nobody writes it by hand.
    made : bool
        Whether it is filled in for a new row that leaves it empty.
    words : mapping of str to Text
        Words for its codes, where its own declaration has none.
    """

    spec: Column
    locked: bool = False
    made: bool = False
    words: Mapping[str, Text] = field(default_factory=dict)

    @property
    def choices(self) -> Mapping[str, Text]:
        """Give what may stand in it, where that is a list.

        Returns
        -------
        mapping of str to Text
            Code and its words; empty if it may hold anything.
        """
        spec = self.spec
        if spec.type == "boolean":
            return {"true": Text("是", "yes"), "false": Text("否", "no")}
        codes = spec.values or tuple(spec.labels)
        labels: dict[str, Text] = {**self.words, **spec.labels}
        if spec.name == PRECISION:
            labels = {str(code): words for code, words in PRECISION_TITLES.items()} | labels
        return {code: labels.get(code, Text(code, code)) for code in codes}

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing but its choices may stand in it.

        Returns
        -------
        bool
            Whether it is a list from which one chooses.
        """
        return bool(self.spec.values) or self.spec.type == "boolean"

    @property
    def is_number(self) -> bool:
        """Tell whether it holds figures.

        Returns
        -------
        bool
            Whether it is sorted, and set, as such.
        """
        return self.spec.type in ("number", "integer")

    def said(self, cell: str) -> Text:
        """Give a cell in words.

        Parameters
        ----------
        cell : str
            As the file has it.

        Returns
        -------
        Text
            The words of its code, else the cell.
        """
        return self.choices.get(cell) or Text(cell, cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerTable:
    """A layer as a table.

    Attributes
    ----------
    spec : LayerSpec
        Its declaration.
    columns : tuple of TableColumn
        In the order of the file.
    rows : pandas.DataFrame
        Texts, ``""`` where nothing stands, by the row as an editor or Excel counts it.
    path : pathlib.Path, optional
        Its file; None if it has none.
    fingerprint : str
        Of the file; whoever edits it says which state of it was looked at.
    read_only : Text, optional
        Why it can't be edited; None if it can.
    faults : mapping of int to mapping of str to Text
        What is wrong, by row and column.
    whole : tuple of Text
        What is wrong with the table, and with no one row.
    """

    spec: LayerSpec
    columns: tuple[TableColumn, ...]
    rows: pd.DataFrame
    path: Path | None = None
    fingerprint: str = ""
    read_only: Text | None = None
    faults: Mapping[int, Mapping[str, Text]] = field(default_factory=dict)
    whole: tuple[Text, ...] = ()

    @property
    def file(self) -> Path:
        """Give the file that it is read from.

        Returns
        -------
        pathlib.Path
            Of a table that can be edited.

        Raises
        ------
        OptionError
            If it has none.
        """
        if self.path is None:
            raise OptionError(
                Text(
                    f"{self.spec.title.zh}不是取自一张表",
                    f"{self.spec.title.en} is read from no table",
                )
            )
        return self.path

    def column(self, name: str) -> TableColumn:
        """Give a column.

        Parameters
        ----------
        name : str
            Its name.

        Returns
        -------
        TableColumn
            The column.

        Raises
        ------
        OptionError
            If there is none of that name.
        """
        for column in self.columns:
            if column.spec.name == name:
                return column
        raise OptionError(Text(f"没有“{name[:60]}”这一列", f"there is no column '{name[:60]}'"))

    def key_of(self, row: int) -> tuple[str, ...]:
        """Give the key of a row.

        Parameters
        ----------
        row : int
            Its number.

        Returns
        -------
        tuple of str
            Its cells in the columns of the layer's key.
        """
        return tuple(str(self.rows.at[row, name]) for name in self.spec.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """What of a table is looked at.

    Attributes
    ----------
    search : str
        Words that a row must hold, in any of its cells.
    order : str
        Column by which it is sorted; empty for the order of the file.
    descending : bool
        Whether the greatest comes first; what is empty comes last all the same.
    faulty : bool
        Whether only rows with faults are shown.
    start : int
        First row shown, from 0.
    count : int
        How many rows are shown.
    """

    search: str = ""
    order: str = ""
    descending: bool = False
    faulty: bool = False
    start: int = 0
    count: int = 100


def why_read_only(spec: LayerSpec, place: Workspace) -> Text | None:
    """Tell why a layer can't be edited as a table.

    Parameters
    ----------
    spec : LayerSpec
        Its declaration.
    place : Workspace
        The workspace.

    Returns
    -------
    Text or None
        None if it can.
    """
    origin = spec.origin
    if spec.is_large:
        return _LARGE
    if not isinstance(origin, FileOrigin):
        return _COMPUTED
    root, layers = place.root.resolve(), place.layers.resolve()
    if not place.own or not layers.is_relative_to(root):
        return _NOT_OWN
    # resolved: a link that leads out of the workspace is nobody's here
    path = origin.path.resolve()
    if not path.is_relative_to(layers):
        return _SHIPPED if path.is_relative_to(root / "data") else _WORKBOOK
    if path.suffix.lower() == ".csv":
        return None
    return _SHAPES if spec.geometry != "none" else _WORKBOOK


def is_as_shipped(spec: LayerSpec) -> bool:
    """Tell whether a layer's table still is, to the byte, one that comes with gisplan.

    Those that a planner brings lists into, as enterprises, are a planner's all the same.

    Parameters
    ----------
    spec : LayerSpec
        Its declaration.

    Returns
    -------
    bool
        Whether it is a fact or a rule that came along.
    """
    if not isinstance(spec.origin, FileOrigin) or spec.name in KINDS:
        return False
    path = spec.origin.path
    came = workspace.shipped() / "layers" / path.name
    try:
        return path.stat().st_size > _HEADING and filecmp.cmp(came, path, shallow=False)
    except OSError:
        return False


def table_of(name: str, *, place: Workspace | None = None) -> LayerTable:
    """Give a layer as a table; nothing is made.

    Parameters
    ----------
    name : str
        Name of the layer.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    LayerTable
        With what is wrong in it, where it can be edited.

    Raises
    ------
    OptionError
        If there is no such layer, it has no table, or it was computed from others and was not
        made yet.
    FileError
        If its file can't be read.
    """
    place = place or workspace.find()
    listed = catalog.load(place)
    require_layer(listed, name)
    spec = listed.layers[name]
    reason, origin = why_read_only(spec, place), spec.origin
    if spec.geometry == "raster" or spec.is_large:
        raise OptionError(
            Text(
                f"{spec.title.zh}不是一张可以逐行看的表",
                f"{spec.title.en} is no table that can be looked through row by row",
            )
        )
    if reason is not None or not isinstance(origin, FileOrigin):
        rows = _rows_to_read(spec, place)
        return LayerTable(
            spec=spec, columns=_columns(spec, rows, listed), rows=rows, read_only=reason
        )
    path = origin.path
    rows, fingerprint = rows_of(path)
    faults, whole = faults_of(rows, spec)
    return LayerTable(
        spec=spec,
        columns=_columns(spec, rows, listed),
        rows=rows,
        path=path,
        fingerprint=fingerprint,
        faults=faults,
        whole=whole,
    )


def _rows_to_read(spec: LayerSpec, place: Workspace) -> pd.DataFrame:
    if isinstance(spec.origin, FileOrigin):
        read_ = read(spec.origin.path, layer=spec.origin.layer)
        table = restored(pd.DataFrame(read_.drop(columns="geometry", errors="ignore")))
        return table.astype("str").mask(table.isna(), "")
    record = Record.load(place.state, keeps=False)
    if spec.name not in record.layers:
        raise OptionError(
            Text(
                f"{spec.title.zh}由其他图层算出，还没有生成过；请先生成地图",
                f"{spec.title.en} is computed from other layers and was not made yet; make the"
                " maps first",
            )
        )
    table = record.kept_table(spec)
    plain = pd.DataFrame(table.drop(columns="geometry", errors="ignore"))
    texts = to_texts(plain, spec)
    texts.index = pd.RangeIndex(1, len(texts) + 1)
    if isinstance(table, gpd.GeoDataFrame) and spec.geometry == "point":
        points = table.geometry
        for head, values in (("lon", points.x), ("lat", points.y)):
            if head not in texts.columns:
                # six decimals of a degree are a tenth of a metre
                shown = values.map("{:.6f}".format, na_action="ignore").fillna("")
                texts[head] = shown.to_numpy()
    return texts


def rows_of(path: Path) -> tuple[pd.DataFrame, str]:
    """Give the rows of a table's file as texts, with the fingerprint of what was read.

    Parameters
    ----------
    path : pathlib.Path
        A CSV.

    Returns
    -------
    tuple of (pandas.DataFrame, str)
        By the row as an editor counts it, ``""`` where nothing stands; and the fingerprint.

    Raises
    ------
    FileError
        If it can't be read, or is written to all the time.
    """
    for _ in range(5):
        digest = file_digest(path)
        known = _LATELY.get(path)
        if known is not None and known[0] == digest:
            return known[1], digest
        table = restored(read(path), ending=path.suffix)
        found = pd.DataFrame(table).astype("str").fillna("")
        if file_digest(path) == digest:
            # so that the next page of a table that nobody changed is not read again
            _LATELY[path] = (digest, found)
            for other in list(_LATELY)[:-_AT_HAND]:
                _LATELY.pop(other, None)
            return found, digest
    raise FileError(
        Text(
            f"{path.name} 正在被别的程序改写，请稍候再试",
            f"{path.name} is being written by another program; try again in a while",
        )
    )


def _columns(
    spec: LayerSpec, rows: pd.DataFrame, listed: catalog.Catalog
) -> tuple[TableColumn, ...]:
    declared = {column.name: column for column in spec.columns}
    origin = spec.origin
    degrees: dict[str, Column] = {}
    if isinstance(origin, FileOrigin) and origin.lon and origin.lat:
        for name, axis in ((origin.lon, "lon"), (origin.lat, "lat")):
            title, most = _DEGREES[axis]
            degrees[name] = Column(
                name=name,
                type="number",
                title=title,
                unit=_IN_DEGREES,
                required=spec.geometry_required,
                minimum=-most,
                maximum=most,
            )
    made = (*made_id(spec), PRECISION) if SOURCE_ROW in declared else ()
    found = []
    for name in map(str, rows.columns):
        known = declared.get(name) or degrees.get(name)
        plain = Column(name=name, type="text", title=_DEGREES.get(name, (Text(name, name), 0))[0])
        found.append(
            TableColumn(
                spec=known or plain,
                locked=known is None or name in _FILLED,
                made=name in made,
                words={} if known is None else _words_elsewhere(known, listed),
            )
        )
    return tuple(found)


def _words_elsewhere(column: Column, listed: catalog.Catalog) -> Mapping[str, Text]:
    # Of codes that a table holds bare, as kinds of plants, another layer may have the words.
    if not column.values or column.labels:
        return {}
    for spec in listed.layers.values():
        for other in spec.columns:
            if other.name == column.name and set(column.values) <= set(other.labels):
                return other.labels
    return {}


def faults_of(
    rows: pd.DataFrame, spec: LayerSpec
) -> tuple[dict[int, dict[str, Text]], tuple[Text, ...]]:
    """Hold a table against its declaration.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts, by row.
    spec : LayerSpec
        The declaration.

    Returns
    -------
    tuple of (dict, tuple of Text)
        Why rows can't be used, by row and column; and what is wrong with no one row, as a key
        that two rows share.
    """
    name = spec.origin.path.name if isinstance(spec.origin, FileOrigin) else spec.name
    whole: tuple[Text, ...] = ()
    try:
        problems = conform(rows, spec, file=name).problems
    except DataError as error:
        whole = error.faults or (error.message,)
        try:
            problems = conform(rows, spec, file=name, whole=False).problems
        except DataError:
            return {}, whole
    faults: dict[int, dict[str, Text]] = {}
    for item in problems:
        if item.set_aside and item.row is not None:
            faults.setdefault(item.row, {})[item.column] = item.message
    return faults, whole


def rows_shown(table: LayerTable, view: TableView) -> tuple[Sequence[int], int]:
    """Give the rows of a page of a table.

    Parameters
    ----------
    table : LayerTable
        The table.
    view : TableView
        What is looked at.

    Returns
    -------
    tuple of (sequence of int, int)
        Numbers of the rows of the page; and how many rows fit in all.

    Raises
    ------
    OptionError
        If there is no such column to sort by.
    """
    rows = table.rows
    if view.faulty:
        rows = rows[rows.index.isin(list(table.faults))]
    for word in view.search.split():
        rows = rows[_holds(table, rows, word)]
    if view.order:
        rows = _sorted(rows, table.column(view.order), descending=view.descending)
    numbers = [int(number) for number in rows.index]
    return numbers[view.start : view.start + view.count], len(numbers)


def _holds(table: LayerTable, rows: pd.DataFrame, word: str) -> pd.Series:
    found = pd.Series(False, index=rows.index)
    for column in table.columns:
        cells = rows[column.spec.name]
        found |= cells.str.contains(word, case=False, regex=False)
        codes = [
            code
            for code, words in column.choices.items()
            if word.casefold() in words.zh.casefold() or word.casefold() in words.en.casefold()
        ]
        if codes:
            found |= cells.isin(codes)
    return found


def _sorted(rows: pd.DataFrame, column: TableColumn, *, descending: bool) -> pd.DataFrame:
    cells = rows[column.spec.name]
    keys = pd.to_numeric(cells, errors="coerce") if column.is_number else cells.mask(cells == "")
    order = keys.sort_values(ascending=not descending, kind="stable", na_position="last").index
    return rows.loc[order]
