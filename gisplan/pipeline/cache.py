"""The record of the last build: what was made from what, so that it is not made again.

It lives in ``.gisplan`` of the workspace and can be deleted at any time; the next build then
does everything.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gisplan.catalog.layer import DataProblem, LayerSpec
from gisplan.escape import inert_csv
from gisplan.files import replace_file
from gisplan.pipeline.fingerprint import digest, file_digest
from gisplan.text import Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.catalog.raster import Raster


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerRecord:
    """A layer as the last build left it.

    Attributes
    ----------
    fingerprint : str
        Of its declaration, its file or inputs, and the program.
    rows : int
        Rows used.
    set_aside : int
        Rows that could not be used.
    problems : tuple of DataProblem
        What was found in its file.
    left_out : tuple of Text
        What the analysis had to leave out.
    incomplete : tuple of Text
        What it lacks, or a layer that it is made from, so that sums over it are too small.
    counted : int, optional
        How many of the sites given to the analysis counted.
    content : str
        Fingerprint of the files kept of it. A run that is killed may leave files that are newer
        than the record.
    """

    fingerprint: str
    rows: int
    set_aside: int = 0
    problems: tuple[DataProblem, ...] = ()
    left_out: tuple[Text, ...] = ()
    incomplete: tuple[Text, ...] = ()
    counted: int | None = None
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputRecord:
    """A file that the last build wrote: from what, and what it then held."""

    fingerprint: str
    content: str


@dataclass(slots=True)
class Record:
    """What the last build knew; loaded at the start of a build, saved at its end.

    Attributes
    ----------
    folder : pathlib.Path
        ``.gisplan`` of the workspace; may be missing.
    keeps : bool
        Whether what a run makes is kept; if not, what is there is only read.
    layers : dict of str to LayerRecord
        Layers as the last build left them, by name.
    outputs : dict of str to OutputRecord
        By the file's path below the workspace, with forward slashes.
    """

    folder: Path
    keeps: bool = True
    layers: dict[str, LayerRecord] = field(default_factory=dict)
    outputs: dict[str, OutputRecord] = field(default_factory=dict)
    _saved: Any = field(default=None, repr=False, compare=False)
    _passing: tempfile.TemporaryDirectory[str] | None = field(default=None, repr=False)

    @classmethod
    def load(cls, folder: Path, *, keeps: bool = True) -> Record:
        """Read the record; a missing or damaged one is an empty one.

        Parameters
        ----------
        folder : Path
            ``.gisplan`` of the workspace; may be missing.
        keeps : bool, optional
            Whether what a run makes is kept.

        Returns
        -------
        Record
            The record.
        """
        try:
            content = json.loads((folder / "build.json").read_text(encoding="utf-8"))
            layers = {k: _layer_record(v) for k, v in content["layers"].items()}
            outputs = {k: OutputRecord(**v) for k, v in content["outputs"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(folder, keeps)
        return cls(folder, keeps, layers, outputs, (dict(layers), dict(outputs)))

    @property
    def folders(self) -> tuple[Path, ...]:
        """Give the folders that it keeps files in.

        Returns
        -------
        tuple of Path
            None if nothing is kept.
        """
        return (self.folder, self.folder / "layers") if self.keeps else ()

    def save(self) -> None:
        """Write the record, unless it is as it was read."""
        if not self.keeps or self._saved == (self.layers, self.outputs):
            return
        content = {
            "layers": {name: asdict(item) for name, item in sorted(self.layers.items())},
            "outputs": {name: asdict(item) for name, item in sorted(self.outputs.items())},
        }
        text = json.dumps(content, ensure_ascii=False, indent=1)
        replace_file(self.folder / "build.json", text.encode())

    def keep_table(self, name: str, table: pd.DataFrame) -> None:
        """Keep the table of a layer.

        Parameters
        ----------
        name : str
            Name of the layer.
        table : pandas.DataFrame
            Its table, conforming to the declaration.
        """
        if not self.keeps:
            return
        replace_file(self._kept(name), as_parquet(table))

    def keep_raster(self, name: str, raster: Raster) -> None:
        """Keep the cells of a layer that was computed.

        Parameters
        ----------
        name : str
            Name of the layer.
        raster : Raster
            Grid and blocks of cells.
        """
        if self.keeps:
            from gisplan.read.raster import to_bytes

            replace_file(self._kept(name).with_suffix(".tif"), to_bytes(raster))

    def kept_raster(self, name: str) -> Raster:
        """Give the raster kept of a layer.

        Parameters
        ----------
        name : str
            Name of the layer.

        Returns
        -------
        Raster
            Its cells are read when they are asked for.
        """
        from gisplan.read.raster import opened

        return opened(self._kept(name).with_suffix(".tif"))

    def keep_set_aside(self, name: str, rows: pd.DataFrame) -> None:
        """Keep the rows that could not be used, in the columns of their file.

        Parameters
        ----------
        name : str
            Name of the layer.
        rows : pandas.DataFrame
            The rows as read, by their line; none clears away what was kept before.
        """
        if not self.keeps:
            return
        path = self._kept(name).with_suffix(".set_aside.csv")
        if rows.empty:
            path.unlink(missing_ok=True)
            return
        table = rows.drop(columns="geometry", errors="ignore")
        replace_file(path, inert_csv(table, index="row"))

    def kept_set_aside(self, name: str) -> bytes:
        """Give what ``keep_set_aside`` kept: a CSV in UTF-8 with BOM.

        Parameters
        ----------
        name : str
            Name of the layer.

        Returns
        -------
        bytes
            The content.
        """
        return self._kept(name).with_suffix(".set_aside.csv").read_bytes()

    def kept_table(self, spec: LayerSpec) -> pd.DataFrame:
        """Give the table kept of a layer.

        Parameters
        ----------
        spec : LayerSpec
            Declaration of the layer.

        Returns
        -------
        pandas.DataFrame
            The table as it was kept; with geometry a GeoDataFrame.
        """
        import geopandas as gpd
        import pandas as pd

        path = self._kept(spec.name)
        table: pd.DataFrame
        table = pd.read_parquet(path) if spec.geometry == "none" else gpd.read_parquet(path)
        # Parquet knows no whole seconds, and gives dates back in thousandths
        dates = [c.name for c in spec.columns if c.type == "date" and c.name in table.columns]
        return table.astype(dict.fromkeys(dates, "datetime64[s]"))

    def is_kept(self, name: str, fingerprint: str) -> bool:
        """Tell whether the layer was made from the same and its table is there.

        Parameters
        ----------
        name : str
            Name of the layer.
        fingerprint : str
            Fingerprint of what it is made from.

        Returns
        -------
        bool
            False too if the files kept are not those that the record knows.
        """
        known = self.layers.get(name)
        if known is None or known.fingerprint != fingerprint:
            return False
        return self._kept(name).is_file() and self.kept_digest(name) == known.content

    def kept_digest(self, name: str) -> str:
        """Give the fingerprint of the files kept of a layer.

        Parameters
        ----------
        name : str
            Name of the layer.

        Returns
        -------
        str
            One for table, rows set aside and raster together.
        """
        path = self._kept(name)
        files = tuple(path.with_suffix(ending) for ending in (".parquet", ".set_aside.csv", ".tif"))
        return digest(*(file_digest(file) if file.is_file() else "" for file in files))

    def is_written(self, root: Path, path: Path, fingerprint: str) -> bool:
        """Tell whether a file was made from the same, and is still as it was written.

        Parameters
        ----------
        root : Path
            Folder of the workspace.
        path : Path
            The file.
        fingerprint : str
            Fingerprint of what it is made from.

        Returns
        -------
        bool
            Whether it can stay.
        """
        known = self.outputs.get(_below(root, path))
        return (
            known is not None
            and known.fingerprint == fingerprint
            and path.is_file()
            and file_digest(path) == known.content
        )

    def note_written(self, root: Path, path: Path, *, fingerprint: str, content: str) -> None:
        """Note a file just written, by the digest of what it holds.

        Parameters
        ----------
        root : Path
            Folder of the workspace.
        path : Path
            The file.
        fingerprint : str
            Fingerprint of what it is made from.
        content : str
            Digest of what was written.
        """
        self.outputs[_below(root, path)] = OutputRecord(fingerprint=fingerprint, content=content)

    def folder_of_chunks(self) -> Path:
        """Give the folder for results of chunks of large layers, kept until a run has ended.

        Returns
        -------
        Path
            In ``.gisplan``; a temporary folder if nothing is kept.
        """
        if self.keeps:
            return self.folder / "chunks"
        if self._passing is None:
            self._passing = tempfile.TemporaryDirectory(prefix="gisplan-")
        return Path(self._passing.name)

    def end_passing(self) -> None:
        """Clear away a folder of chunks that was only for this run."""
        if self._passing is not None:
            self._passing.cleanup()
            self._passing = None

    def forget_layers(self, names: Iterable[str]) -> None:
        """Forget all layers but those named.

        Parameters
        ----------
        names : Iterable[str]
            Names of the layers that stay.
        """
        known = set(names)
        for name in [n for n in self.layers if n not in known]:
            del self.layers[name]
            for ending in (".parquet", ".tif"):
                self._kept(name).with_suffix(ending).unlink(missing_ok=True)

    def _kept(self, name: str) -> Path:
        return self.folder / "layers" / f"{name}.parquet"


def as_parquet(table: pd.DataFrame) -> bytes:
    """Write a table as Parquet, or GeoParquet where it has shapes.

    Parameters
    ----------
    table : pandas.DataFrame or geopandas.GeoDataFrame
        Its index is not kept.

    Returns
    -------
    bytes
        The file's content.
    """
    import geopandas as gpd

    buffer = io.BytesIO()
    if isinstance(table, gpd.GeoDataFrame):
        table.to_parquet(buffer, index=False)
    else:
        table.to_parquet(buffer, index=False, engine="pyarrow")
    return buffer.getvalue()


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _layer_record(item: Mapping[str, Any]) -> LayerRecord:
    return LayerRecord(
        fingerprint=item["fingerprint"],
        rows=item["rows"],
        set_aside=item["set_aside"],
        problems=tuple(
            DataProblem(**{**p, "message": Text(**p["message"]), "action": Text(**p["action"])})
            for p in item["problems"]
        ),
        left_out=tuple(Text(**words) for words in item["left_out"]),
        incomplete=tuple(Text(**words) for words in item["incomplete"]),
        counted=item["counted"],
        content=item["content"],
    )
