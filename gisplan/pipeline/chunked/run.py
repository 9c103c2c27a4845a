"""Going through a large layer: every chunk once, for all that is asked of it together."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from gisplan.analysis import methods
from gisplan.catalog.layer import DataProblem, LayerSpec, Outcome
from gisplan.errors import Ended, FileError, GisplanError, first_faults
from gisplan.pipeline.chunked.checkpoint import Kept
from gisplan.pipeline.chunked.task import (
    FOUND,
    KEYS,
    SET_ASIDE,
    ChunkTask,
    Condensing,
    Fault,
    PartFile,
    part_name,
    work,
)
from gisplan.pipeline.chunked.unique_keys import require_unique
from gisplan.pipeline.engines import Execution
from gisplan.pipeline.fingerprint import digest
from gisplan.read.chunks import Chunk, ChunkedSource
from gisplan.text import Text

#: Of a layer: problems told one by one, and rows set aside that are written out. The rest is
#: counted, for they can be as many as the rows.
PROBLEMS, ROWS_SET_ASIDE = 1_000, 100_000
_FAULTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ChunkedAnalysis:
    """An analysis of a large layer.

    Attributes
    ----------
    method : str
        Of :data:`gisplan.analysis.methods.ANALYSES`, one that can be done in parts.
    tables : mapping of str to pandas.DataFrame
        Its other inputs.
    parameters : mapping of str to any
        Its declared parameters.
    """

    method: str
    tables: Mapping[str, pd.DataFrame]
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def merged(self, condensed: pd.DataFrame) -> Outcome:
        """Give what the analysis gives, from the condensed chunks.

        Parameters
        ----------
        condensed : pandas.DataFrame
            What the analysis made of each chunk, one below the other.

        Returns
        -------
        Outcome
            The result for the whole layer.
        """
        merge = methods.in_parts(self.method).merge
        given = methods.in_parts(self.method).takes(merge, {**self.tables, **self.parameters})
        return merge(condensed, **given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What going through a large layer gave.

    Attributes
    ----------
    rows : int
        Used.
    set_aside : int
        Rows that could not be used.
    rows_set_aside : pandas.DataFrame
        The first of them, with ``file`` and ``row``.
    problems : tuple of DataProblem
        The first of them.
    left_out : tuple of Text
        How many problems and rows set aside are not in these.
    outcomes : mapping of str to Outcome
        Of each analysis.
    bounds : tuple of float, optional
        West, south, east, north, where files were written.
    parts : tuple of (str, int)
        Files written, by name, with their rows.
    chunks : int
        Chunks in all.
    kept : int
        Chunks whose results were there from an earlier run.
    forget : callable
        Clears away what is kept of the chunks; to be called when all is written that is made
        from them.
    """

    rows: int
    set_aside: int
    rows_set_aside: pd.DataFrame
    problems: tuple[DataProblem, ...]
    left_out: tuple[Text, ...]
    outcomes: Mapping[str, Outcome]
    bounds: tuple[float, float, float, float] | None
    parts: tuple[tuple[str, int], ...]
    chunks: int
    kept: int
    forget: Callable[[], None]


def go_through(
    spec: LayerSpec,
    source: ChunkedSource,
    *,
    execution: Execution,
    folder: Path,
    program: str,
    counties: pd.DataFrame | None = None,
    analyses: Mapping[str, ChunkedAnalysis] | None = None,
    files: PartFile | None = None,
) -> Passed:
    """Read, check and place a large layer chunk by chunk, and do what is asked with each.

    Parameters
    ----------
    spec : LayerSpec
        Of a :class:`gisplan.catalog.layer.PartsOrigin`.
    source : gisplan.read.chunks.ChunkedSource
        Its files, looked over.
    execution : Execution
        How the work is carried out.
    folder : pathlib.Path
        Where results of chunks are kept until all are there; those found there are used.
    program : str
        Fingerprint of the program.
    counties : geopandas.GeoDataFrame, optional
        What points are placed in, if the declaration says so.
    analyses : mapping of str to Analysis, optional
        By names of their results.
    files : PartFile, optional
        Write each chunk as a file.

    Returns
    -------
    Passed
        Rows, problems, and what each analysis gives for the whole layer.

    Raises
    ------
    FileError
        If files are damaged; file and row group are named.
    DataError
        If files don't fit the declaration, a key stands twice, or an analysis can't use a table.
    EngineError
        If the engine fails.
    Ended
        On Ctrl-C.
    """
    kept = Kept(folder / spec.name)
    steps = _steps(kept, analyses or {}, files)
    placed_in = "" if counties is None else str(kept.keep_table(counties))
    mark = digest(program, repr(spec), placed_in, *(f"{k} {v!r}" for k, v in steps.items()))
    if files is not None:
        files = replace(files, mark=mark)
        steps[_FILES] = files
    tasks = [
        ChunkTask(chunk=chunk, spec=spec, counties=placed_in, steps=steps)
        for chunk in source.chunks
    ]
    found = _do(tasks, mark, kept, execution)

    def table(chunk: Chunk, name: str) -> pa.Table:
        return kept.get(chunk, mark, name)

    rows = sum(len(table(chunk, KEYS)) for chunk in source.chunks)
    require_unique(tasks, lambda c: table(c, KEYS).column("key").to_numpy(), rows=rows)
    outcomes = {}
    for name, analysis in (analyses or {}).items():
        parts = [table(chunk, name).to_pandas() for chunk in source.chunks]
        some = [part for part in parts if len(part)] or parts[:1]
        outcomes[name] = analysis.merged(pd.concat(some, ignore_index=True))
    set_aside, problems, left_out = _findings(spec, source, table)
    return Passed(
        rows=rows,
        set_aside=source.rows - rows,
        rows_set_aside=set_aside,
        problems=problems,
        left_out=left_out,
        outcomes=outcomes,
        bounds=None if files is None else _bounds([table(c, _FILES) for c in source.chunks]),
        parts=() if files is None else tuple(_parts(source, table, files)),
        chunks=len(tasks),
        kept=found,
        forget=functools.partial(kept.forget, source.chunks, mark),
    )


#: Name of the result that says what was written.
_FILES = "files"


def _steps(
    kept: Kept, analyses: Mapping[str, ChunkedAnalysis], files: PartFile | None
) -> dict[str, Condensing | PartFile]:
    """Give what is done with each chunk. Inputs are named by their content's fingerprint.

    Parameters
    ----------
    kept : Kept
        Keeps the inputs where every worker can read them.
    analyses : mapping of str to Analysis
        Analyses by the names of their results.
    files : PartFile or None
        How each chunk is written as a file, if it is.

    Returns
    -------
    dict[str, Condensing | PartFile]
        Steps by the name of the result.
    """
    steps: dict[str, Condensing | PartFile] = {}
    for name, analysis in analyses.items():
        way = methods.in_parts(analysis.method)
        needed = way.needed(analysis.tables)
        steps[name] = Condensing(
            method=analysis.method,
            tables={key: str(kept.keep_table(held)) for key, held in needed.items()},
            parameters=way.needed(analysis.parameters),
        )
    if files is not None:
        steps[_FILES] = files
    return steps


def _do(tasks: Sequence[ChunkTask], mark: str, kept: Kept, execution: Execution) -> int:
    """Have all chunks done that are not; give how many were.

    Parameters
    ----------
    tasks : sequence of ChunkTask
        One for each chunk.
    mark : str
        Fingerprint of what is done with each.
    kept : Kept
        Where results are kept.
    execution : Execution
        How the work is carried out.

    Returns
    -------
    int
        How many chunks were done by an earlier run.
    """
    left = [task for task in tasks if not (kept.is_there(task.chunk, mark) and _is_written(task))]
    rows = sum(task.chunk.rows for task in tasks)
    done = rows - sum(task.chunk.rows for task in left)
    title = tasks[0].spec.title
    execution.told(title, done, rows)
    faults: list[GisplanError] = []
    finished = len(tasks) - len(left)
    before = finished
    try:
        # closed on any way out, so that no process goes on behind
        with contextlib.closing(execution.engine.run(work, left)) as run:
            for number, results in run:
                chunk = left[number].chunk
                if isinstance(results, Fault):
                    if not results.unread:
                        # of the analysis, or of the disk: the other chunks have it too
                        raise results.error
                    faults.append(results.error)
                    continue
                kept.keep(chunk, mark, results)
                finished += 1
                done += chunk.rows
                execution.told(title, done, rows)
    except KeyboardInterrupt as error:
        raise Ended(
            Text(
                f"已中断：{title.zh}的 {len(tasks)} 块数据已算完 {finished} 块，"
                "再运行同一命令会从这里接着算；已写成的文件完好",
                f"ended: {finished} of {len(tasks)} chunks of “{title.en}” are done; the same"
                " command goes on from there; files written are whole",
            )
        ) from error
    if faults:
        raise _gathered(faults, tasks[0].spec)
    return before


def _is_written(task: ChunkTask) -> bool:
    return all(
        (Path(step.folder) / part_name(task.chunk, step)).is_file()
        for step in task.steps.values()
        if isinstance(step, PartFile)
    )


def _gathered(faults: Sequence[GisplanError], spec: LayerSpec) -> FileError:
    return FileError(
        Text(
            f"图层 {spec.name} 有 {len(faults)} 块数据读不出：",
            f"{len(faults)} chunk(s) of layer {spec.name} can't be read:",
        ),
        faults=first_faults([fault.message for fault in faults], _FAULTS),
    )


def _findings(
    spec: LayerSpec, source: ChunkedSource, table: Any
) -> tuple[pd.DataFrame, tuple[DataProblem, ...], tuple[Text, ...]]:
    problems = [
        DataProblem(
            file=spec.name,
            column=name,
            message=Text("声明中没有这一列", "the declaration has no such column"),
            action=Text("该列未用", "the column was not used"),
        )
        for name in source.undeclared
    ]
    count, lost = len(problems), 0
    rows: list[pa.Table] = []
    held = 0
    for chunk in source.chunks:
        told = table(chunk, FOUND)
        count += int(told.schema.metadata[b"count"])
        if len(problems) < PROBLEMS:
            problems += [_problem(row) for row in told.to_pylist()]
        aside = table(chunk, SET_ASIDE)
        lost += len(aside)
        if len(aside) and held < ROWS_SET_ASIDE:
            rows.append(aside.slice(0, ROWS_SET_ASIDE - held))
            held += len(rows[-1])
    problems = problems[:PROBLEMS]
    left_out = []
    if count > len(problems):
        left_out.append(
            Text(
                f"共有 {count} 处问题，逐条列出前 {len(problems)} 处",
                f"{count} problems in all, of which the first {len(problems)} are listed",
            )
        )
    if lost > held:
        left_out.append(
            Text(
                f"共搁置 {lost} 行，文件中写有前 {held} 行",
                f"{lost} rows set aside in all, of which the first {held} are written out",
            )
        )
    frame = pd.DataFrame()
    if rows:
        frame = pa.concat_tables(rows, promote_options="default").to_pandas().set_index("row")
    return frame, tuple(problems), tuple(left_out)


def _problem(row: Mapping[str, Any]) -> DataProblem:
    return DataProblem(
        file=row["file"],
        row=row["row"],
        column=row["column"],
        value=row["value"],
        message=Text(row["message_zh"], row["message_en"]),
        action=Text(row["action_zh"], row["action_en"]),
        set_aside=row["set_aside"],
    )


def _parts(source: ChunkedSource, table: Any, files: PartFile) -> list[tuple[str, int]]:
    rows = [table(chunk, _FILES).column("rows")[0].as_py() for chunk in source.chunks]
    return [(part_name(c, files), n) for c, n in zip(source.chunks, rows, strict=True)]


def _bounds(tables: Sequence[pa.Table]) -> tuple[float, float, float, float] | None:
    told = pa.concat_tables(tables).to_pandas()
    told = told[told["rows"] > 0]
    if told.empty:
        return None
    low, high = told[["west", "south"]].min(), told[["east", "north"]].max()
    return float(low.iloc[0]), float(low.iloc[1]), float(high.iloc[0]), float(high.iloc[1])
