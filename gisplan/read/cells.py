"""Fields that are no single value, or finer than pandas has them, as texts."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa

from gisplan.read.options import Finding, unreadable
from gisplan.read.part import Job
from gisplan.text import Text

_NESTED = (
    pa.types.is_list,
    pa.types.is_large_list,
    pa.types.is_fixed_size_list,
    pa.types.is_list_view,
    pa.types.is_large_list_view,
    pa.types.is_struct,
    pa.types.is_map,
    pa.types.is_union,
)
_BYTES = (
    pa.types.is_binary,
    pa.types.is_large_binary,
    pa.types.is_fixed_size_binary,
    pa.types.is_binary_view,
)


def _coarser(kind: pa.DataType) -> pa.DataType:
    """Give a type with no time in it, however deep, that is finer than a microsecond.

    Parameters
    ----------
    kind : pyarrow.DataType
        Type of a column, or of what lies in it.

    Returns
    -------
    pyarrow.DataType
        The same where there is none.
    """
    types, made = pa.types, kind
    if types.is_null(kind):
        made = pa.bool_()
    elif types.is_timestamp(kind) and kind.unit == "ns":
        made = pa.timestamp("us", kind.tz)
    elif types.is_duration(kind) and kind.unit == "ns":
        made = pa.duration("us")
    elif types.is_time64(kind) and kind.unit == "ns":
        made = pa.time64("us")
    elif types.is_struct(kind):
        made = pa.struct([field.with_type(_coarser(field.type)) for field in kind])
    elif types.is_map(kind):
        made = pa.map_(_coarser(kind.key_type), _coarser(kind.item_type))
    elif types.is_fixed_size_list(kind):
        made = pa.list_(kind.value_field.with_type(_coarser(kind.value_type)), kind.list_size)
    elif types.is_list(kind) or types.is_large_list(kind):
        build = pa.list_ if types.is_list(kind) else pa.large_list
        made = build(kind.value_field.with_type(_coarser(kind.value_type)))
    return made


def simple(table: pa.Table, geometry: int | None) -> tuple[pa.Table, list[Finding]]:
    """Give a table whose cells are texts, numbers, truth values and times.

    Parameters
    ----------
    table : pyarrow.Table
        As its reader gives it.
    geometry : int, optional
        Which column holds geometries; it stays.

    Returns
    -------
    table : pyarrow.Table
        Lists of words as one text (甲、乙), what is nested deeper as JSON, times of
        day as texts, bytes as their number.
    told : list of Finding
        Which columns were changed.
    """
    changed: list[str] = []
    for at, field in enumerate(table.schema):
        if at == geometry:
            continue
        column = table.column(at)
        kind = field.type
        if pa.types.is_dictionary(kind):
            column = column.cast(kind.value_type)
            table = table.set_column(at, field.name, column)
            kind = kind.value_type
        if any(test(kind) for test in _NESTED):
            # Python has no time finer than a microsecond. Arrow's cast to the same type is not
            # always the same: it loses rows of a struct with a field that is null throughout.
            coarser = _coarser(kind)
            column = column if coarser == kind else column.cast(coarser, safe=False)
            texts = [_joined(value) for value in column.to_pylist()]
        elif any(test(kind) for test in _BYTES):
            texts = [None if v is None else f"[{len(v)} bytes]" for v in column.to_pylist()]
        elif pa.types.is_time(kind) or pa.types.is_duration(kind):
            # finer than a microsecond, which a time of Python can't be
            texts = [None if v is None else _time(v) for v in _counted(column)]
        elif pa.types.is_timestamp(kind) and kind.unit == "ns":
            # no column of a layer is finer, and far days are beyond nanoseconds in pandas
            made = column.cast(pa.timestamp("us", kind.tz), safe=False)
            table = table.set_column(at, field.name, made)
            continue
        elif pa.types.is_decimal(kind):
            texts = [None if v is None else format(v, "f") for v in column.to_pylist()]
        else:
            continue
        table = table.set_column(at, field.name, pa.array(texts, pa.string()))
        changed.append(field.name)
    if not changed:
        return table, []
    message = Text(
        f"列 {'、'.join(changed)} 的单元格不是单个值，已写成文字",
        f"cells of {', '.join(changed)} are no single values and were written as text",
    )
    return table, [Finding(kind="nested", message=message)]


def as_text(table: pa.Table, job: Job) -> tuple[pa.Table, list[Finding]]:
    """Give a table whose texts are UTF-8, as GDAL doesn't where a file doesn't say what they are.

    Parameters
    ----------
    table : pyarrow.Table
        As GDAL gives it.
    job : Job
        The file, and what is told of its encoding.

    Returns
    -------
    table : pyarrow.Table
        The same rows.
    told : list of Finding
        What the texts were in; empty if they were UTF-8.

    Raises
    ------
    FileError
        If a text is in none of the encodings that are known.
    """
    try:
        table.validate(full=True)
    except pa.ArrowInvalid:
        pass
    else:
        return table, []
    codes = (job.options.encoding or "utf-8", "gb18030")
    used: dict[str, None] = {}
    for at, field in enumerate(table.schema):
        if not (pa.types.is_string(field.type) or pa.types.is_large_string(field.type)):
            continue
        cells = table.column(at).cast(pa.large_binary()).to_pylist()
        code = next((code for code in codes if _decodes(cells, code)), None)
        if code is None:
            raise unreadable(
                job.file,
                f"列 {field.name} 的文字编码不对；请用 --encoding 写明，如 gb18030、big5",
                f"the text of {field.name} is in another encoding; name it with --encoding, as "
                "gb18030 or big5",
            )
        used[code] = None
        texts = [None if cell is None else cell.decode(code) for cell in cells]
        table = table.set_column(at, field.name, pa.array(texts, pa.string()))
    shown = "、".join(used)
    message = Text(f"属性编码 {shown}（自动识别）", f"attributes in {shown} (detected)")
    return table, [Finding(kind="encoding", message=message)]


def _decodes(cells: list[bytes | None], code: str) -> bool:
    try:
        for cell in cells:
            if cell is not None:
                cell.decode(code)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _counted(column: pa.ChunkedArray) -> list[float | None]:
    # Give times of day and durations in seconds.
    per = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}[column.type.unit]
    whole = column.cast(pa.int32() if column.type.bit_width == 32 else pa.int64())
    return [None if value is None else value / per for value in whole.to_pylist()]


def _time(seconds: float) -> str:
    sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
    whole = int(seconds)
    part = f"{seconds - whole:.6f}".rstrip("0")[1:].rstrip(".")
    return f"{sign}{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{part}"


def _joined(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, list) and value and all(isinstance(item, tuple) for item in value):
        value = dict(value)  # a map, as Arrow gives its pairs
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        return "、".join("" if item is None else str(item) for item in value)
    return json.dumps(value, ensure_ascii=False, default=str)
