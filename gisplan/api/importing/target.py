"""What is imported into, and with what knowledge."""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from gisplan.api import load
from gisplan.api.importing.options import KINDS, TABLE, ImportOptions
from gisplan.catalog import declaration, workspace
from gisplan.catalog.as_toml import for_people
from gisplan.catalog.layer import FileOrigin, LayerSpec
from gisplan.catalog.load import Catalog
from gisplan.catalog.measurement import Units
from gisplan.catalog.roles import Roles
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DeclarationError, FileError, OptionError
from gisplan.escape import restored
from gisplan.importing import mapping as mappings
from gisplan.importing.categories import CategoryWords
from gisplan.importing.choose import ImportContext
from gisplan.importing.headings import Vocabulary
from gisplan.importing.mapping import ImportMapping
from gisplan.pipeline import catalogue as catalog
from gisplan.places.locate import Locator
from gisplan.places.regions import Regions
from gisplan.read import read
from gisplan.text import Text

_WORDS, _PLACES = ("headings", "measurement_units", "category_words"), ("counties", "units")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTarget:
    """The layer that is imported into.

    ``declaration`` is the text of a new one, or of one that takes the place of the example's;
    empty if the layer is declared and stays so. ``others`` are files that go with it: a map;
    ``carried`` are those of them that keep what they had, or give way as the example does.
    """

    spec: LayerSpec
    file: Path
    mapping: Path
    declaration: str = ""
    is_new: bool = False
    others: tuple[tuple[Path, bytes | None], ...] = ()
    carried: tuple[Path, ...] = ()

    @property
    def read(self) -> tuple[Path, ...]:
        """Give the files whose content is in what an import writes in their place.

        Returns
        -------
        tuple of Path
            The layer's table, mapping and declaration, and maps that are carried on.
        """
        return self.file, self.mapping, self.spec.path, *self.carried


def require_own(place: Workspace, options: ImportOptions) -> None:
    """Refuse to import into what gisplan ships.

    Parameters
    ----------
    place : Workspace
        The workspace.
    options : ImportOptions
        What is asked for.

    Raises
    ------
    OptionError
        If the workspace is not the user's own.
    """
    if options.into is None and not (place.own and place.layers.is_relative_to(place.root)):
        raise OptionError(
            Text(
                "只能导入自己的工作区；请先运行 gisplan init 文件夹，再进入该文件夹导入",
                "an import needs a workspace of your own; run gisplan init FOLDER first, and "
                "import there",
            )
        )


def find(
    layer: str,
    path: Path,
    given: tuple[Workspace, Catalog, ImportOptions],
    *,
    own_columns: str = "",
) -> ImportTarget:
    """Find the layer, or declare it from a template, or by the file's own columns.

    Parameters
    ----------
    layer : str
        Name of the layer.
    path : Path
        The file that is imported.
    given : tuple[Workspace, Catalog, ImportOptions]
        The workspace, its catalogue, and what is asked for.
    own_columns : str, optional
        Declaration by the file's own columns, for a layer of kind ``table``.

    Returns
    -------
    ImportTarget
        Declaration, files, and whether it is new.

    Raises
    ------
    OptionError
        If the layer is not one of a CSV file.
    FileError
        If the layer is new and a file that is not its own stands where its rows would.
    """
    place, listed, options = given
    folder = (options.into or place.layers).resolve()
    own = folder == place.layers.resolve()
    text = ""
    if own and layer in listed.layers:
        spec = listed.layers[layer]
    else:
        declared = folder / f"{layer}.toml"
        if not declared.is_file():
            text = own_columns or _from_template(layer, path, (place, options))
        content = text or declared.read_text(encoding="utf-8-sig")
        spec = parsed(layer, content, place, folder)
    origin = spec.origin
    if not isinstance(origin, FileOrigin) or origin.path.suffix.lower() != ".csv":
        raise OptionError(
            Text(
                f"图层 {layer} 不是取自 CSV 文件的图层，不能导入",
                f"layer {layer} is not one of a CSV file and can't be imported into",
            )
        )
    if text and origin.path.is_file() and origin.path.stat().st_size:
        raise FileError(
            Text(
                f"{origin.path} 已存在，而没有图层 {layer}：不会覆盖它；请把它移到别处再导入，"
                "或用 --layer 另取名称",
                f"{origin.path} is there, and no layer {layer}: it is not replaced; move it "
                "elsewhere, or name another layer with --layer",
            )
        )
    return ImportTarget(
        spec=spec,
        file=origin.path,
        mapping=folder / "imports" / f"{layer}.toml",
        declaration=text,
        is_new=bool(text),
    )


def _from_template(layer: str, path: Path, given: tuple[Workspace, ImportOptions]) -> str:
    place, options = given
    kind = options.kind or layer
    if kind not in KINDS:
        kinds = ", ".join((*KINDS, TABLE))
        raise OptionError(
            Text(
                f"没有图层 {layer}；要新建，请用 --kind 指明按哪种模板：{kinds}",
                f"there is no layer {layer}; to make it, name its template with --kind: {kinds}",
            )
        )
    return template(kind, place, title=options.source or path.name, name=layer)


def template(kind: str, place: Workspace, *, title: str, name: str = "") -> str:
    """Give the declaration of a layer of a kind: the workspace's template, else that shipped.

    Parameters
    ----------
    kind : str
        Name of the template.
    place : Workspace
        The workspace.
    title : str
        Title of the new layer; that of the template if empty.
    name : str, optional
        Name of the new layer.

    Returns
    -------
    str
        TOML.
    """
    for folder in (place.layers, workspace.shipped() / "layers"):
        path = folder / "templates" / f"{kind}.toml"
        if path.is_file():
            text = path.read_text(encoding="utf-8-sig")
            break
    else:
        raise FileError(Text(f"没有模板 {kind}.toml", f"there is no template {kind}.toml"))
    today = datetime.date.today().isoformat()
    text = text.replace("@NAME@", name or kind)
    return text.replace("@SOURCE@", for_people(title)[1:-1]).replace("@DATE@", today)


def parsed(layer: str, content: str, place: Workspace, folder: Path) -> LayerSpec:
    """Parse a declaration that stands, or will stand, in a folder.

    Parameters
    ----------
    layer : str
        Name of the layer.
    content : str
        TOML.
    place : Workspace
        The workspace.
    folder : Path
        The folder.

    Returns
    -------
    LayerSpec
        The declaration.

    Raises
    ------
    DeclarationError
        If it is wrong.
    """
    with tempfile.TemporaryDirectory() as name:
        aside = Path(name).resolve()
        (aside / f"{layer}.toml").write_text(content, encoding="utf-8")
        (aside / f"{layer}.csv").touch()
        alone = replace(place, layers=aside, maps=aside / "none", roles=Roles())
        spec = catalog.load(alone).layers[layer]
    if not isinstance(spec.origin, FileOrigin):
        return replace(spec, path=folder / spec.path.name)
    origin = replace(spec.origin, path=folder / spec.origin.path.name)
    return replace(spec, path=folder / spec.path.name, origin=origin)


def load_known(place: Workspace, listed: Catalog) -> ImportContext:
    """Load what an import needs to know; the vocabulary shipped serves where there is none.

    Parameters
    ----------
    place : Workspace
        The workspace.
    listed : Catalog
        The catalogue of the workspace.

    Returns
    -------
    ImportContext
        Headings, units, administrative units and words for categories.
    """
    base = workspace.shipped()
    shipped = replace(place, layers=base / "layers", maps=base / "maps", own=False, roles=Roles())
    tables: dict[str, pd.DataFrame] = {}
    # Words serve anywhere. Places are those of one region, with their other names: never some of
    # the workspace's and some of the shipped.
    own = any(place.roles.optional(role, listed.layers) for role in _PLACES)
    here = {
        role: name
        for role in (*_WORDS, "aliases")
        if (name := place.roles.optional(role, listed.layers))
    }
    if own:
        here |= {role: place.roles.layer(role, listed.layers) for role in _PLACES}
    others = (*_WORDS, *(() if own else (*_PLACES, "aliases")))
    elsewhere = {role: getattr(Roles(), role) for role in others if role not in here}
    for source, names in ((place, here), (shipped, elsewhere)):
        if names:
            loaded = load.load_layers(tuple(names.values()), place=source)
            tables |= {role: loaded[name].table for role, name in names.items()}
    counties = tables["counties"]
    return ImportContext(
        vocabulary=Vocabulary.from_table(tables["headings"]),
        units=Units.from_table(tables["measurement_units"]),
        regions=Regions.from_tables(tables["units"], aliases=tables.get("aliases")),
        locator=Locator.from_counties(counties),
        bounds=tuple(counties.total_bounds),
        spoken=CategoryWords.from_table(tables["category_words"]),
    )


def load_mapping(target: ImportTarget, options: ImportOptions) -> ImportMapping:
    """Give the mapping to use: the one named, that of the last import, or an empty one.

    Parameters
    ----------
    target : ImportTarget
        The layer with its files.
    options : ImportOptions
        What is asked for.

    Returns
    -------
    ImportMapping
        The mapping.
    """
    kept = target.mapping if target.mapping.is_file() else None
    return read_mapping(options.mapping or kept)


def read_mapping(path: Path | None) -> ImportMapping:
    """Read a mapping of columns, or give an empty one.

    Parameters
    ----------
    path : Path or None
        File of a mapping; None for none.

    Returns
    -------
    ImportMapping
        The mapping.

    Raises
    ------
    DeclarationError
        If it is wrong.
    """
    if path is None:
        return ImportMapping()
    faults: list[Text] = []
    mapping = mappings.from_declaration(declaration.load(path, faults=faults))
    if faults:
        raise DeclarationError(
            Text("导入映射有误：", "the mapping of the import is wrong:"), faults=faults
        )
    return mapping


def rows_before(target: ImportTarget) -> pd.DataFrame | None:
    """Give the layer's rows as they are now, as texts.

    Parameters
    ----------
    target : ImportTarget
        The layer with its files.

    Returns
    -------
    pandas.DataFrame or None
        None if there are none yet.
    """
    if target.is_new or not target.file.is_file() or target.file.stat().st_size == 0:
        return None
    return restored(
        read(target.file), ending=target.file.suffix
    )  # an empty layer has a heading, and no rows


def is_example(target: ImportTarget) -> bool:
    """Tell whether a layer still is, to the byte, the example that gisplan ships.

    Of layers that have a template only: what others ship are facts, to be added to.

    Parameters
    ----------
    target : ImportTarget
        The layer with its files.

    Returns
    -------
    bool
        False for a layer without template.
    """
    if target.spec.name not in KINDS:
        return False
    shipped = workspace.shipped() / "layers" / target.file.name
    return shipped.is_file() and shipped.read_bytes() == target.file.read_bytes()
