"""CSV and its kin: any usual encoding and separator, every cell a text, every row its line."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

import pyarrow as pa
import pyarrow.compute as pc

from gisplan.errors import FileError
from gisplan.read import encoding, heading
from gisplan.read.options import Finding, Limits, listed, refusal, unreadable
from gisplan.read.part import Job, Part
from gisplan.read.plain_lines import LookOver, lines_after
from gisplan.text import Text

#: Between cells, the likeliest first; the fourth and sixth are what a Chinese keyboard gives.
SEPARATORS = (",", "\t", ";", "，", "|", "；")
_TITLES = {
    ",": Text("逗号", "comma"),
    "\t": Text("制表符", "tab"),
    ";": Text("分号", "semicolon"),
    "，": Text("中文逗号", "Chinese comma"),
    "|": Text("竖线", "vertical bar"),
    "；": Text("中文分号", "Chinese semicolon"),
}
_SAMPLED = 200
_BLOCK = 5_000
_CHUNK = 1 << 20
#: A line may hold so many cells of the greatest length; what is longer is no table.
_CELLS_A_LINE = 64


def parse(job: Job) -> list[Part]:
    """Read a CSV.

    Parameters
    ----------
    job : Job
        The file and the options.

    Returns
    -------
    list of Part
        One. Blank lines are no rows. The number of a row is the line in which it starts.

    Raises
    ------
    FileError
        If the encoding is unknown, a quote is not closed, a cell is too long or holds a NUL
        byte, or two columns share a name.
    """
    options = job.options
    code = encoding.of_file(job.path, options.encoding)
    if options.separator is not None and len(options.separator) != 1:
        raise refusal(
            job.file,
            f"分隔符应为一个字符，不是“{options.separator}”",
            f"a separator is one character, not “{options.separator}”",
        )
    try:
        with job.path.open(encoding=code.name, newline="") as stream:
            is_plain = _look_over(stream, job.file, options.limits)
        separator = options.separator or _separator(job.path, code.name)
        return [_table(job, code, separator, is_plain=is_plain)]
    except UnicodeError as error:
        raise unreadable(
            job.file,
            f"不是 {code.name} 编码；请改用正确的编码",
            f"it is not {code.name}; name the right encoding",
        ) from error


def _table(job: Job, code: encoding.Encoding, separator: str, *, is_plain: bool) -> Part:
    with job.path.open(encoding=code.name, newline="") as stream:
        blocks = _blocks(stream, job.file, separator, job.options.limits)
        lines, rows = next(blocks, ([], []))
        if not any(map(_is_filled, rows)):
            raise unreadable(job.file, "表格是空的", "the table is empty")
        words = frozenset(job.options.heading_words)
        start = _start(lines, rows, job, words)
        head = heading.taken(rows, start, words=words)
        line, first = lines[start], start + head.depth
        over = rows[:start], lines[:start]
        body = _Body(head.names)
        body.add(lines[first:], rows[first:])
        rest = None
        if is_plain and len(rows) == _BLOCK and body.is_even:
            rest = lines_after(
                job.path,
                lines[-1],
                encoding=code.name,
                separator=separator,
                width=body.width,
                limits=job.options.limits,
            )
        if rest is not None:
            body.add_columns(*rest)
        else:
            for block in blocks:
                body.add(*block)
    columns = body.columns()
    used = [pc.any(pc.not_equal(column, "")).as_py() or False for column in columns]
    names, kept, found = heading.column_names(head.names, used, job.file)
    title = _TITLES.get(separator, Text(separator, separator))
    told = [
        code.finding(),
        Finding(
            kind="separator",
            message=Text(f"分隔符：{title.zh}", f"separator: {title.en}"),
        ),
        heading.told(line, job.options),
        *(heading.above(*over, dict(zip(kept, names, strict=True))) if words else ()),
        *found,
        *_uneven(body),
    ]
    return Part(
        table=pa.table([columns[column].combine_chunks() for column in kept], names=names),
        rows=body.lines,
        heading_row=line,
        findings=tuple(told),
    )


class _Body:
    """The rows below the heading, kept as Arrow texts a block at a time.

    Parameters
    ----------
    names : sequence of str
        Names of the columns.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.width = len(names)
        self.lines: list[int] = []
        self.more: list[int] = []
        self.fewer: list[int] = []
        self._headed = self.width
        self._named = max((at for at, name in enumerate(names, start=1) if name), default=0)
        self._blocks: list[Sequence[pa.Array | pa.ChunkedArray]] = []

    def add(self, lines: Sequence[int], rows: Sequence[list[str]]) -> None:
        """Take records; a blank one is no row.

        Parameters
        ----------
        lines : sequence of int
            Line in which each record starts.
        rows : sequence of list[str]
            Cells of each record.
        """
        blank = [not row or not (row[0].strip() or _is_filled(row)) for row in rows]
        if any(blank):
            lines = [line for line, empty in zip(lines, blank, strict=True) if not empty]
            rows = [row for row, empty in zip(rows, blank, strict=True) if not empty]
        if not rows:
            return
        if set(map(len, rows)) != {self.width}:
            self._even(lines, rows)
        self.lines += lines
        columns = zip(*rows, strict=True)
        self._blocks.append([pa.array(column, pa.large_string()) for column in columns])

    @property
    def is_even(self) -> bool:
        """Tell whether all rows so far have a cell under each heading, and no more.

        Returns
        -------
        bool
            True for no rows.
        """
        return self.width == self._headed and not self.more and not self.fewer

    def add_columns(self, lines: Sequence[int], columns: Sequence[pa.ChunkedArray]) -> None:
        """Take columns of rows, none of which is blank.

        Parameters
        ----------
        lines : sequence of int
            Line in which each row starts.
        columns : sequence of pa.ChunkedArray
            Texts, one for each heading.
        """
        self.lines += lines
        self._blocks.append(columns)

    def columns(self) -> list[pa.ChunkedArray]:
        """Give the columns.

        Returns
        -------
        list of pa.ChunkedArray
            One a column, all of the same length.
        """
        return [
            pa.chunked_array(
                [
                    piece
                    for block in self._blocks
                    for piece in _pieces(
                        block[column] if column < len(block) else _blank(len(block[0]))
                    )
                ],
                type=pa.large_string(),
            )
            for column in range(self.width)
        ]

    def _even(self, lines: Sequence[int], rows: Sequence[list[str]]) -> None:
        self.width = max(self.width, *map(len, rows))
        for line, row in zip(lines, rows, strict=True):
            if len(row) < self._named:
                self.fewer.append(line)
            elif any(row[self._headed :]):
                self.more.append(line)
            row.extend([""] * (self.width - len(row)))


def _pieces(cells: pa.Array | pa.ChunkedArray) -> list[pa.Array]:
    return cells.chunks if isinstance(cells, pa.ChunkedArray) else [cells]


def _blank(rows: int) -> pa.Array:
    return pa.array([""] * rows, pa.large_string())


def _uneven(body: _Body) -> Iterator[Finding]:
    if body.more:
        zh, en = listed(body.more)
        yield Finding(
            kind="more_cells",
            rows=tuple(body.more),
            message=Text(
                f"{zh}的单元格比列名多；含分隔符的单元格应加引号",
                f"{en}: more cells than column names; quote a cell that holds the separator",
            ),
        )
    if body.fewer:
        zh, en = listed(body.fewer)
        yield Finding(
            kind="fewer_cells",
            rows=tuple(body.fewer),
            message=Text(
                f"{zh}的单元格比列名少，缺的按空计；文件可能不完整",
                f"{en}: fewer cells than column names, taken as empty; the file may be cut off",
            ),
        )


def _is_filled(cells: list[str]) -> bool:
    return any(map(str.strip, cells))


def _start(lines: Sequence[int], rows: Sequence[list[str]], job: Job, words: frozenset[str]) -> int:
    told = job.options.heading_row
    if told is None:
        return heading.located(rows, words=words)
    if told in lines:
        return lines.index(told)
    raise refusal(
        job.file,
        f"第 {told} 行不是表格的一行，不能作列名",
        f"row {told} is no row of the table and can't be its heading",
    )


def _look_over(stream: TextIO, file: str, limits: Limits) -> bool:
    """Refuse a text with a NUL byte or a line longer than any table's; whatever cuts it.

    Parameters
    ----------
    stream : TextIO
        The text, from its start.
    file : str
        Name of the file, for messages.
    limits : Limits
        How long a cell may be.

    Returns
    -------
    bool
        Whether each line is a row: there is no quote in the text.

    Raises
    ------
    FileError
        If it is so; the row is named.
    """
    look = LookOver()
    most = limits.cell_chars * _CELLS_A_LINE
    row, length = 1, 0
    while chunk := stream.read(_CHUNK):
        if "\x00" in chunk:
            row += chunk[: chunk.index("\x00")].count("\n")
            raise unreadable(
                file,
                f"第 {row} 行含有 NUL 字节，文件已损坏或不是文字",
                f"row {row} holds a NUL byte; the file is damaged or no text",
            )
        end = max(chunk.rfind("\n"), chunk.rfind("\r"))
        length = length + len(chunk) if end < 0 else len(chunk) - end
        if length > most:
            raise refusal(
                file,
                f"第 {row} 行超过 {most:,} 个字符，不像表格",
                f"row {row} is longer than {most:,} characters; that is no table",
            )
        row += chunk.count("\n")
        look.add(chunk)
    return look.is_plain


def _blocks(
    stream: TextIO, file: str, separator: str, limits: Limits
) -> Iterator[tuple[list[int], list[list[str]]]]:
    """Give records by the block, with the line in which each starts.

    Parameters
    ----------
    stream : TextIO
        The text, from its start.
    file : str
        Name of the file, for messages.
    separator : str
        The one character between cells.
    limits : Limits
        How long a cell may be.

    Yields
    ------
    tuple[list[int], list[list[str]]]
        Lines, and cells of the records.
    """
    reader = csv.reader(stream, delimiter=separator, strict=True)
    line = 1
    while True:
        lines, rows = [], []
        try:
            for cells in itertools.islice(reader, _BLOCK):
                lines.append(line)
                rows.append(cells)
                line = reader.line_num + 1
        except csv.Error as error:
            raise _malformed(file, line, error, limits.cell_chars) from error
        if not rows:
            return
        if limits.cell_chars < csv.field_size_limit():
            for at, cells in zip(lines, rows, strict=True):
                if any(len(cell) > limits.cell_chars for cell in cells):
                    raise _too_long(file, at, limits.cell_chars)
        yield lines, rows


def _too_long(file: str, line: int, most: int) -> FileError:
    return refusal(
        file,
        f"第 {line} 行有单元格超过 {most:,} 个字符",
        f"row {line} has a cell of more than {most:,} characters",
    )


def _malformed(file: str, line: int, error: csv.Error, most: int) -> FileError:
    if "field larger" in str(error):
        return _too_long(file, line, min(most, csv.field_size_limit()))
    if "unexpected end" in str(error):
        return unreadable(
            file,
            f"第 {line} 行的引号没有结束，文件可能不完整",
            f"a quote opened in row {line} is not closed; the file may be cut off",
        )
    return unreadable(
        file,
        f"第 {line} 行的引号有误：引号之后应是分隔符，单元格内的引号应写两遍",
        f"row {line}: a quote is followed by no separator; a quote in a cell is written twice",
    )


def _separator(path: Path, code: str) -> str:
    """Choose the separator that cuts most rows of the top into the same number of cells.

    Parameters
    ----------
    path : Path
        The file.
    code : str
        Its encoding.

    Returns
    -------
    str
        One of those that are tried; the comma if none cuts.
    """
    best, quality = SEPARATORS[0], (0.0, 0)
    ending = "\t" if path.suffix.lower() == ".tsv" else SEPARATORS[0]
    for separator in sorted(SEPARATORS, key=lambda s: s != ending):
        with path.open(encoding=code, newline="") as stream:
            counts = _counts(stream, separator)
        several = [count for count in counts if count > 1]
        if not several:
            continue
        usual = max(set(several), key=lambda count: (several.count(count), count))
        found = (several.count(usual) / len(counts), usual)
        if found > quality:
            best, quality = separator, found
    return best


def _counts(stream: TextIO, separator: str) -> list[int]:
    """Give the numbers of cells of the first rows; none if they can't be cut so.

    Parameters
    ----------
    stream : TextIO
        The text, from its start.
    separator : str
        The one character between cells.

    Returns
    -------
    list of int
        One number a row that is not blank.
    """
    reader = csv.reader(stream, delimiter=separator, strict=True)
    counts = []
    try:
        counts += [len(row) for row in itertools.islice(reader, _SAMPLED) if _is_filled(row)]
    except csv.Error:
        return []
    return counts
