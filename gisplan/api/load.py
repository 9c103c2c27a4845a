"""What a workspace holds, for notebooks and for the other questions: layers, plan, regions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gisplan.analysis.plan.plan import TABLES, Plan
from gisplan.api.layers import require_layer
from gisplan.catalog import workspace
from gisplan.catalog.layer import Layer
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.at_work import at_work
from gisplan.pipeline.cache import Record
from gisplan.pipeline.engines import Execution
from gisplan.pipeline.progress import silent
from gisplan.pipeline.resolve import Resolver, resolve_all
from gisplan.places.regions import Regions

if TYPE_CHECKING:
    from gisplan.pipeline import chunked as large


def load_layer(name: str, *, place: Workspace | None = None) -> Layer:
    """Give one layer with its table; nothing is written.

    What the last build left is taken where nothing it was made from has changed.

    Parameters
    ----------
    name : str
        As ``gisplan layers`` lists it.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    Layer
        Declaration and table.

    Raises
    ------
    DeclarationError
        If declarations, or the layers that it is made from, are wrong.
    OptionError
        If there is no such layer.

    Examples
    --------
    >>> import gisplan
    >>> prefectures = gisplan.load_layer("prefectures")
    >>> prefectures.spec.title.en, prefectures.table.crs.to_epsg(), len(prefectures.table)
    ('Prefecture-level units', 4326, 14)
    """
    return load_layers((name,), place=place)[name]


def load_layers(names: tuple[str, ...], *, place: Workspace | None = None) -> dict[str, Layer]:
    """Give several layers with their tables; nothing is written.

    Parameters
    ----------
    names : tuple of str
        Names of layers, as ``gisplan layers`` lists them.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    dict of str to Layer
        Declaration and table, by name.

    Raises
    ------
    DeclarationError, OptionError
        See :func:`load_layer`.

    Examples
    --------
    >>> import gisplan
    >>> layers = gisplan.load_layers(("prefectures", "plan_targets"))
    >>> sorted(layers)
    ['plan_targets', 'prefectures']
    """
    place = place or workspace.find()
    listed = catalog.load(place)
    resolver = Resolver(listed, Record.load(place.state, keeps=False))
    for name in names:
        require_layer(listed, name)
        resolver.require_table(name)
    needed = listed.needed_by(names)
    try:
        resolve_all(resolver, needed, progress=silent, steps=len(needed))
        return {name: resolver.layer(name) for name in names}
    finally:
        resolver.large.forget_chunks()


def go_through(
    name: str,
    *,
    place: Workspace,
    analyses: Mapping[str, large.ChunkedAnalysis],
    execution: Execution | None = None,
) -> large.Passed:
    """Go through a layer that is read in parts, for analyses that are not layers.

    Parameters
    ----------
    name : str
        Name of the layer.
    place : Workspace
        Results of chunks are kept in it while the run goes on.
    analyses : mapping of str to gisplan.pipeline.chunked.Analysis
        Analyses by the names of their results.
    execution : Execution, optional
        How the work on large layers is carried out; in this process if left out.

    Returns
    -------
    large.Passed
        Rows, problems, and what each analysis gives.

    Raises
    ------
    DeclarationError, DataError, FileError, EngineError
        If the layer, or a layer that it needs, can't be used.
    gisplan.errors.Ended
        On Ctrl-C.
    """
    listed = catalog.load(place)
    with at_work(place) as record:
        resolver = Resolver(listed, record, execution=execution)
        needed = listed.needed_by((name,))[:-1]
        try:
            resolve_all(resolver, needed, progress=silent, steps=len(needed))
        finally:
            if resolver.made:
                resolver.record.save()
        passed = resolver.large.go_through(name, analyses=analyses)
        resolver.large.forget_chunks()
    return passed


def load_plan(place: Workspace | None = None) -> Plan:
    """Give the plan of a workspace as typed objects.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    Plan
        Targets, tasks, bases and what is allotted.

    Raises
    ------
    DeclarationError
        If its tables are wrong.
    DataError
        If they refer to what is not there.
    OptionError
        If the workspace has no plan.

    Examples
    --------
    >>> import gisplan
    >>> plan = gisplan.load_plan()
    >>> target = plan.targets[0]
    >>> target.name.en, target.year
    ('Output of 100 billion yuan', 2020)
    """
    place = place or workspace.find()
    listed = catalog.load(place).layers
    tables_of = place.roles.plan_tables(listed, TABLES)
    units = place.roles.optional("units", listed)
    names = (*tables_of.values(), *((units,) if units else ()))
    layers = load_layers(names, place=place)
    return Plan.from_tables(
        {table: layers[name].table for table, name in tables_of.items()},
        units=layers[units].table if units else None,
    )


def load_regions(place: Workspace | None = None) -> Regions:
    """Give the administrative units of a workspace, to look names and codes up in.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    Regions
        Every unit, with its other names.

    Raises
    ------
    DeclarationError
        If the layers are wrong.
    OptionError
        If the workspace has no layer of the role ``units``.

    Examples
    --------
    >>> import gisplan
    >>> regions = gisplan.load_regions()
    >>> regions.resolve("兰州市")
    '620100'
    >>> [regions.name(code, "en") for code in regions.parents("620102")]
    ['Lanzhou City', 'Gansu Province']
    """
    place = place or workspace.find()
    listed = catalog.load(place).layers
    units = place.roles.layer("units", listed)
    aliases = place.roles.optional("aliases", listed)
    layers = load_layers((units, *((aliases,) if aliases else ())), place=place)
    others = layers[aliases].table if aliases else None
    return Regions.from_tables(layers[units].table, aliases=others)
