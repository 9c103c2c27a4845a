"""An answer: its tables, what they are worth, and ways to look at it and to take it along."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan.api.targets import check_target, write_target
from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.catalog.map import Style
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import said_of
from gisplan.errors import DataError
from gisplan.text import Lang, Text

#: Rows of a table that a notebook shows where there is no map.
_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A map as a page that needs no network: shown in a notebook, or saved.

    Attributes
    ----------
    html : str
        The page.
    title : str
        What it shows.
    """

    html: str = field(repr=False)
    title: str

    def save(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Write the page.

        Parameters
        ----------
        path : str or pathlib.Path
            Ending in ``.html``.
        overwrite : bool
            Whether a file that gisplan did not write, or that was edited since, may be replaced.

        Returns
        -------
        pathlib.Path
            Where it is.

        Raises
        ------
        OptionError
            If the ending is another.
        FileError
            If it can't be written, or a file is there that must stay.
        """
        return _written(Path(path), self.html.encode(), (".html",), None, overwrite=overwrite)

    def _repr_html_(self) -> str:
        source = html.escape(self.html, quote=True)
        return (
            f'<iframe srcdoc="{source}" title="{html.escape(self.title, quote=True)}" '
            'style="width:100%;height:560px;border:1px solid #c9d1d9"></iframe>'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question of a notebook found.

    Attributes
    ----------
    title : Text
        What it is, in both languages.
    layers : tuple of Layer
        Its tables with their declarations; the first is the one asked for.
    lang : {"zh", "en"}
        Language of words, headings and errors.
    place : Workspace
        That knows what gisplan has written.
    left_out : tuple of Text
        What was not counted, and why.
    figures : mapping of Text to Text
        The figures that come first, each with what it is worth.
    styles : mapping of str to Style
        How layers are drawn, by name; the usual if one has none.
    ground : tuple of Layer
        What is drawn below them.
    """

    title: Text
    layers: tuple[Layer, ...]
    lang: Lang
    place: Workspace
    left_out: tuple[Text, ...] = ()
    figures: Mapping[Text, Text] = field(default_factory=dict)
    styles: Mapping[str, Style] = field(default_factory=dict)
    ground: tuple[Layer, ...] = ()

    @property
    def table(self) -> pd.DataFrame:
        """The table asked for.

        Returns
        -------
        pandas.DataFrame or geopandas.GeoDataFrame
            A copy, full digits; shapes in EPSG:4326.
        """
        return self.layers[0].table.copy()

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables that were found.

        Returns
        -------
        dict of str to pandas.DataFrame
            Copies, by name.
        """
        return {layer.spec.name: layer.table.copy() for layer in self.layers}

    @property
    def columns(self) -> pd.DataFrame:
        """What the columns of the table hold.

        Returns
        -------
        pandas.DataFrame
            By name of the column: ``title``, ``unit``, ``meaning``.
        """
        return columns_of(self.layers[0].spec, self.lang)

    @property
    def worth(self) -> str:
        """What the figures are worth: how complete the lists are that they come from.

        Returns
        -------
        str
            Empty where they come from complete lists.
        """
        said = {words for layer in self.layers for words in said_of(layer.worth)}
        return " ".join(sorted(words.get(self.lang) for words in said))

    @property
    def notes(self) -> tuple[str, ...]:
        """What was not counted, and why.

        Returns
        -------
        tuple of str
            Sentences.
        """
        return tuple(words.get(self.lang) for words in dict.fromkeys(self.left_out))

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the figures come from.

        Returns
        -------
        tuple of str
            A line each.
        """
        every = (source for layer in self.layers for source in layer.spec.sources)
        return tuple(dict.fromkeys(source.line(self.lang) for source in every))

    def map(self) -> Page:
        """Draw the answer as a page: one file, no network, as the maps of a build.

        Returns
        -------
        Page
            Shown where it stands last in a cell; ``save`` writes it.

        Raises
        ------
        DataError
            If nothing of the answer has a place.
        """
        from gisplan.api.notebook import drawing

        return Page(html=drawing.page(self), title=self.title.get(self.lang))

    def plot(self, column: str | None = None, *, ax: Any = None) -> Any:
        """Draw the table's shapes by Matplotlib, in the classes and colours of the map.

        Parameters
        ----------
        column : str, optional
            Column to colour by; that of the map if left out.
        ax : matplotlib.axes.Axes, optional
            Where to draw; a new figure if left out.

        Returns
        -------
        matplotlib.axes.Axes
            With title and legend.

        Raises
        ------
        DataError
            If the table has no shapes.
        FileError
            If Matplotlib, an extra, is missing.
        """
        from gisplan.api.notebook import drawing

        return drawing.plot(self, column, ax)

    def to_excel(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Write the tables as a workbook: titles with units, full digits, worth and sources.

        Parameters
        ----------
        path : str or pathlib.Path
            Ending in ``.xlsx``.
        overwrite : bool
            Whether a file that gisplan did not write, or that was edited since, may be replaced.

        Returns
        -------
        pathlib.Path
            Where it is.

        Raises
        ------
        OptionError
            If the ending is another.
        FileError
            If it can't be written, or a file is there that must stay.
        """
        from gisplan.api.notebook import files

        target = Path(path)
        content = files.workbook(self)
        return _written(target, content, (".xlsx",), self.place, overwrite=overwrite)

    def to_geojson(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Write the table as GeoJSON (RFC 7946), with a description of its columns beside it.

        Parameters
        ----------
        path : str or pathlib.Path
            Ending in ``.geojson``; the description is ``NAME.meta.json``.
        overwrite : bool
            Whether files that gisplan did not write, or that were edited since, may be replaced.

        Returns
        -------
        pathlib.Path
            Where it is.

        Raises
        ------
        DataError
            If the table has no shapes.
        OptionError
            If the ending is another.
        FileError
            If it can't be written, or a file is there that must stay.
        """
        from gisplan.formats.geojson import to_geojson
        from gisplan.formats.metadata import to_sidecar

        main, target = self.layers[0], Path(path)
        if main.spec.geometry in ("none", "raster"):
            raise DataError(
                Text(
                    f"“{self.title.zh}”没有图形，不能写成 GeoJSON；可用 to_excel",
                    f"“{self.title.en}” has no shapes and is no GeoJSON; use to_excel",
                )
            )
        beside = target.with_suffix(".meta.json")
        check_target(target, ".geojson", place=self.place, overwrite=overwrite)
        check_target(beside, place=self.place, overwrite=overwrite)
        write_target(target, to_geojson(main), place=self.place, overwrite=overwrite)
        write_target(beside, to_sidecar(main), place=self.place, overwrite=overwrite)
        return target

    def to_file(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Write the answer as the ending of a file says.

        Parameters
        ----------
        path : str or pathlib.Path
            Ending in ``.geojson`` (see :meth:`to_geojson`), ``.xlsx`` (see :meth:`to_excel`),
            ``.html`` (see :meth:`map`) or ``.gpkg`` (a table for each of :attr:`tables`).
        overwrite : bool
            Whether files that gisplan did not write, or that were edited since, may be replaced.

        Returns
        -------
        pathlib.Path
            Where it is.

        Raises
        ------
        DataError
            If the answer has no shapes, and the format needs them.
        OptionError
            If the ending is another.
        FileError
            If it can't be written, or a file is there that must stay.
        """
        from gisplan.api.notebook import files

        target = Path(path)
        ending = target.suffix.lower()
        if ending == ".geojson":
            return self.to_geojson(target, overwrite=overwrite)
        if ending == ".xlsx":
            return self.to_excel(target, overwrite=overwrite)
        check_target(
            target, ".geojson", ".xlsx", ".html", ".gpkg", place=self.place, overwrite=overwrite
        )
        if ending == ".html":
            return self.map().save(target, overwrite=overwrite)
        content = files.geopackage(self)
        return _written(target, content, (".gpkg",), self.place, overwrite=overwrite)

    def explore(self) -> Page:
        """Draw the answer as a page, as :meth:`map` does; GeoPandas calls it so.

        Returns
        -------
        Page
            Shown where it stands last in a cell.
        """
        return self.map()

    def __getattr__(self, name: str) -> Any:
        words = f"{type(self).__name__!r} object has no attribute {name!r}"
        if not name.startswith("_"):
            from gisplan.api.notebook.guesses import part_meant

            meant = part_meant(name, [each for each in dir(type(self)) if each[0] != "_"])
            words += f"; it has {meant}" if meant else ""
        raise AttributeError(words)

    def __repr__(self) -> str:
        main = self.layers[0]
        lines = [f"{self.title.get(self.lang)} [{len(main.table):,} × {len(main.spec.columns)}]"]
        lines += [f"  {k.get(self.lang)}: {v.get(self.lang)}" for k, v in self.figures.items()]
        if self.worth:
            lines.append(f"  {self.worth}")
        if len(self.layers) > 1:
            lines.append(f"  tables: {', '.join(layer.spec.name for layer in self.layers)}")
        if self.left_out:
            lines.append(f"  notes: {len(self.notes)}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        said = "<br>".join(html.escape(line.strip()) for line in repr(self).split("\n"))
        placed = any(layer.spec.geometry != "none" for layer in self.layers)
        if placed:
            shown = self.map()._repr_html_()
        else:
            titles = {
                name: title.get(self.lang)
                for name, title in (
                    (column.name, column.title_with_unit) for column in self.layers[0].spec.columns
                )
            }
            head = self.layers[0].table.head(_SHOWN).rename(columns=titles)
            shown = head.to_html(index=False, escape=True)
        return f"<div>{said}</div>{shown}"


def columns_of(spec: LayerSpec, lang: Lang) -> pd.DataFrame:
    """Tell what the columns of a layer hold.

    Parameters
    ----------
    spec : LayerSpec
        Its declaration.
    lang : {"zh", "en"}
        Language of the words.

    Returns
    -------
    pandas.DataFrame
        By name of the column: ``title``, ``unit``, ``meaning``.
    """
    rows: list[dict[str, Any]] = [
        {
            "column": column.name,
            "title": column.title.get(lang),
            "unit": column.unit.get(lang) if column.unit else "",
            "meaning": column.meaning.get(lang) if column.meaning else "",
        }
        for column in spec.columns
    ]
    return pd.DataFrame(rows, columns=["column", "title", "unit", "meaning"]).set_index("column")


def _written(
    path: Path,
    content: bytes,
    endings: tuple[str, ...],
    place: Workspace | None,
    *,
    overwrite: bool,
) -> Path:
    check_target(path, *endings, place=place, overwrite=overwrite)
    write_target(path, content, place=place, overwrite=overwrite)
    return path
