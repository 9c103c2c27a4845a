"""What is kept of a run that goes through a large layer, so that it can go on where it stopped.

A file for each chunk, in ``.gisplan/chunks/LAYER``. Its name is the fingerprint of
the chunk, of what was done with it and of the program; so what was made from anything else is
never taken for it.
"""

from __future__ import annotations

import io
import shutil
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import feather

from gisplan.files import replace_file
from gisplan.pipeline.cache import as_parquet
from gisplan.pipeline.fingerprint import digest
from gisplan.read.chunks import Chunk

#: Seconds that results are kept of a run that is not taken up again: a month.
_LONGEST = 30 * 24 * 3600.0


class Kept:
    """The results of chunks in a folder.

    Parameters
    ----------
    folder : pathlib.Path
        Of one layer.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, chunk: Chunk, fingerprint: str) -> Path:
        """Give the file of one chunk's results.

        Parameters
        ----------
        chunk : Chunk
            Rows of the layer.
        fingerprint : str
            Fingerprint of what is done with each chunk.

        Returns
        -------
        Path
            Where it is, or would be.
        """
        name = digest(chunk.fingerprint, str(chunk.number), fingerprint)
        return self.folder / "results" / f"{name}.arrow"

    def is_there(self, chunk: Chunk, fingerprint: str) -> bool:
        """Tell whether the results of a chunk are kept.

        Parameters
        ----------
        chunk : Chunk
            Rows of the layer.
        fingerprint : str
            Fingerprint of what is done with each chunk.

        Returns
        -------
        bool
            Whether the chunk need not be done again.
        """
        return self.path(chunk, fingerprint).is_file()

    def keep(self, chunk: Chunk, fingerprint: str, results: Mapping[str, pa.Table]) -> None:
        """Keep the results of a chunk, in one file: it is brought to the disk as a whole.

        Parameters
        ----------
        chunk : Chunk
            Rows of the layer.
        fingerprint : str
            Fingerprint of what is done with each chunk.
        results : mapping of str to pa.Table
            Tables by the name of the result.
        """
        cells = {name: pa.array([_packed(table)], pa.binary()) for name, table in results.items()}
        buffer = io.BytesIO()
        feather.write_feather(pa.table(cells), buffer, compression="uncompressed")
        replace_file(self.path(chunk, fingerprint), buffer.getvalue())

    def get(self, chunk: Chunk, fingerprint: str, name: str) -> pa.Table:
        """Give a result that was kept.

        Parameters
        ----------
        chunk : Chunk
            Rows of the layer.
        fingerprint : str
            Fingerprint of what is done with each chunk.
        name : str
            Name of the result.

        Returns
        -------
        pa.Table
            The table, mapped from the file.
        """
        held = feather.read_table(self.path(chunk, fingerprint), columns=[name], memory_map=True)
        return pa.ipc.open_stream(held.column(0)[0].as_buffer()).read_all()

    def keep_table(self, table: pd.DataFrame) -> Path:
        """Keep an input of the analyses where every worker can read it, and give its file.

        Parameters
        ----------
        table : pandas.DataFrame
            The input.

        Returns
        -------
        Path
            Named by the fingerprint of its content.
        """
        content = as_parquet(table)
        path = self.folder / "inputs" / f"{digest(content)}.parquet"
        if not path.is_file():
            replace_file(path, content)
        return path

    def forget(self, chunks: Iterable[Chunk], fingerprint: str) -> None:
        """Clear away what a run kept that has come to its end.

        What another run left stays for it, but not for ever.

        Parameters
        ----------
        chunks : Iterable[Chunk]
            All chunks of the run.
        fingerprint : str
            Fingerprint of what is done with each chunk.
        """
        for chunk in chunks:
            self.path(chunk, fingerprint).unlink(missing_ok=True)
        results = self.folder / "results"
        oldest = time.time() - _LONGEST
        for path in results.glob("*.arrow"):
            if path.stat().st_mtime < oldest:
                path.unlink()
        if not any(results.glob("*.arrow")):
            shutil.rmtree(self.folder, ignore_errors=True)


def _packed(table: pa.Table) -> bytes:
    buffer = io.BytesIO()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(buffer, table.schema, options=options) as out:
        out.write_table(table)
    return buffer.getvalue()
