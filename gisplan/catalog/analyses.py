"""What an analysis takes and what it gives, as declared beside its function.

``@analysis("attach", gives=...)`` notes an analysis under the name that a layer's declaration
uses. Its inputs and parameters are read from the function's signature; what its tables look like
is told by functions of the layers given to it and of its parameters, so that the catalogue knows
the columns of a layer before anything is computed.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

from gisplan.catalog.ids import takes_any_ids
from gisplan.catalog.layer import Bound, Column, ColumnType, GeometryKind, LayerSpec, Precision
from gisplan.text import Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.catalog.layer import Outcome

#: The parameter by which a function is given the declarations of its inputs, which say what things
#: are called and what may be lacking: no declaration gives it.
SPECS = "specs"
_F = TypeVar("_F", bound=Callable[..., Any])


class MissingColumnError(KeyError):
    """An analysis needs what the declaration of a layer given to it does not say.

    Parameters
    ----------
    given_as : str
        The input.
    column : str
        The column that it needs.
    values : bool
        Whether it is the values of the column that are missing, not the column.
    """

    def __init__(self, given_as: str, column: str, *, values: bool = False) -> None:
        super().__init__(column)
        self.given_as = given_as
        self.column = column
        self.values = values


class _Layers(dict[str, "LayerSpec"]):
    """Layers by the names that an analysis takes them under; one not given is told of as such."""

    def __missing__(self, given_as: str) -> LayerSpec:
        raise MissingColumnError(given_as, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSpec:
    """What a table that an analysis gives looks like.

    Attributes
    ----------
    columns : tuple of Column
        In order. One that is a column of a layer given to the analysis stays that very object.
    key : tuple of str
        The columns that tell rows apart.
    geometry : GeometryKind
        Kind of the geometry of its rows.
    positions : Precision or "mixed"
        See :class:`gisplan.catalog.layer.LayerSpec`.
    geometry_required : bool
        Whether each row has a geometry.
    vintage : str
        The date or year that the table speaks of; that of all inputs if empty.
    rows_of : tuple of str
        The inputs whose rows its rows are, so that it lacks what they lack; all if empty.
    """

    columns: tuple[Column, ...]
    key: tuple[str, ...]
    geometry: GeometryKind = "none"
    positions: Precision | str = "none"
    geometry_required: bool = True
    vintage: str = ""
    rows_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a declaration gives to an analysis.

    Attributes
    ----------
    layers : mapping of str to LayerSpec
        By the names that the analysis takes them under.
    parameters : mapping of str to any
        With the defaults of those left out.
    """

    layers: Mapping[str, LayerSpec]
    parameters: Mapping[str, Any]

    def __getitem__(self, parameter: str) -> Any:
        """Give a parameter.

        Parameters
        ----------
        parameter : str
            Name of the parameter.

        Returns
        -------
        Any
            Its value, or default.
        """
        return self.parameters[parameter]

    def column(self, given_as: str, name: str) -> Column:
        """Give a column of a layer, or raise :class:`MissingColumnError`.

        Parameters
        ----------
        given_as : str
            Name that the analysis takes the layer under.
        name : str
            Name of the column.

        Returns
        -------
        Column
            As the layer declares it.

        Raises
        ------
        MissingColumnError
            If the layer has no such column.
        """
        found = self.find(given_as, name)
        if found is None:
            raise MissingColumnError(given_as, name)
        return found

    def find(self, given_as: str, name: str) -> Column | None:
        """Give a column of a layer, or None if the layer or the column is not there.

        Parameters
        ----------
        given_as : str
            Name that the analysis takes the layer under.
        name : str
            Name of the column.

        Returns
        -------
        Column or None
            As the layer declares it.
        """
        layer = self.layers.get(given_as)
        return layer.column(name) if layer and name in layer.column_names else None

    def columns(self, given_as: str, names: Iterable[str]) -> tuple[Column, ...]:
        """Give columns of a layer; see :meth:`column`.

        Parameters
        ----------
        given_as : str
            Name that the analysis takes the layer under.
        names : Iterable[str]
            Names of the columns.

        Returns
        -------
        tuple of Column
            In their order.

        Raises
        ------
        MissingColumnError
            If the layer lacks one.
        """
        return tuple(self.column(given_as, name) for name in names)

    def known(self, given_as: str, *names: str) -> tuple[Column, ...]:
        """Give those of the columns that a layer has.

        Parameters
        ----------
        given_as : str
            Name that the analysis takes the layer under.
        *names : str
            Names of columns.

        Returns
        -------
        tuple of Column
            In their order.
        """
        found = (self.find(given_as, name) for name in names)
        return tuple(column for column in found if column is not None)

    def values(self, given_as: str, name: str) -> tuple[tuple[str, Text], ...]:
        """Give the values that a column of a layer may have, each with its words.

        Parameters
        ----------
        given_as : str
            Name that the analysis takes the layer under.
        name : str
            Name of the column.

        Returns
        -------
        tuple[tuple[str, Text], ...]
            Values with words; a value without words stands for itself.
        """
        column = self.column(given_as, name)
        values = column.values or tuple(column.labels)
        return tuple((each, column.labels.get(each, Text(each, each))) for each in values)

    def listed(self, given_as: str, name: str) -> tuple[tuple[str, Text], ...]:
        """Give the same of a column whose values the analysis makes columns of.

        Parameters
        ----------
        given_as : str
            Name that the analysis takes the layer under.
        name : str
            Name of the column.

        Returns
        -------
        tuple[tuple[str, Text], ...]
            Values with words.

        Raises
        ------
        MissingColumnError
            If its declaration lists no values.
        """
        found = self.values(given_as, name)
        if not found:
            raise MissingColumnError(given_as, name, values=True)
        return found

    def like(self, given_as: str, *more: Column, vintage: str | None = None) -> TableSpec:
        """Tell of a table with the rows of a layer, its columns, and more of them.

        Parameters
        ----------
        given_as : str
            The input that it is like.
        *more : Column
            Columns that the analysis adds; one with the name of a column that the layer has
            takes that one's place.
        vintage : str, optional
            That of the layer if left out; of all inputs if empty.

        Returns
        -------
        TableSpec
            Columns, key and geometry of the table.
        """
        layer = self.layers[given_as]
        own = {column.name: column for column in more}
        columns = [own.pop(column.name, column) for column in layer.columns]
        return TableSpec(
            columns=(*columns, *own.values()),
            key=layer.key,
            geometry=layer.geometry,
            positions=layer.positions,
            geometry_required=layer.geometry_required,
            vintage=layer.vintage if vintage is None else vintage,
            rows_of=(given_as,),
        )

    def placed(self, given_as: str, *more: Column) -> TableSpec:
        """Tell of a layer's rows as points, each as exact as its column ``precision`` says.

        Parameters
        ----------
        given_as : str
            Name that the analysis takes the layer under.
        *more : Column
            Columns that the analysis adds.

        Returns
        -------
        TableSpec
            Columns, key and geometry of the table.
        """
        table = self.like(given_as, *more)
        return replace(table, geometry="point", positions="mixed", geometry_required=False)


#: Tells of a table what it looks like.
Gives = Callable[[Given], TableSpec]


@dataclass(frozen=True, slots=True, kw_only=True)
class InParts:
    """How an analysis is done on a layer that is read chunk by chunk.

    Attributes
    ----------
    large : str
        The input that may be such a layer.
    condense : callable
        Given a chunk of it and, of the other inputs and parameters, those that it names; gives a
        small table.
    merge : callable
        Given these tables, one below the other, in the order of the chunks, and, of the other
        inputs and parameters, those that it names; gives what the analysis gives.
    prepare : callable, optional
        Given, of the other inputs and parameters, those that it names, once in each process; what
        it gives is the argument ``prepared`` of ``condense``.
    """

    large: str
    condense: Callable[..., pd.DataFrame]
    merge: Callable[..., Outcome]
    prepare: Callable[..., Any] | None = None

    @property
    def names(self) -> frozenset[str]:
        """All inputs and parameters that the steps name.

        Returns
        -------
        frozenset[str]
            Names of arguments.
        """
        steps = (self.condense, self.merge, *((self.prepare,) if self.prepare else ()))
        named = {name for step in steps for name in inspect.signature(step).parameters}
        return frozenset(named - {"prepared"})

    def needed(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Give those of the arguments that are needed to condense a chunk.

        Parameters
        ----------
        given : mapping of str to Any
            Arguments by name.

        Returns
        -------
        dict of str to Any
            Those that the first step names, or what is prepared for it.
        """
        first = self.takes(self.prepare, given) if self.prepare else {}
        return {**first, **self.takes(self.condense, given)}

    def takes(self, step: Callable[..., Any], given: Mapping[str, Any]) -> dict[str, Any]:
        """Give those of the arguments that a step names.

        Parameters
        ----------
        step : callable
            One of them.
        given : mapping of str to Any
            Arguments by name.

        Returns
        -------
        dict of str to Any
            Those arguments.
        """
        names = inspect.signature(step).parameters
        return {name: value for name, value in given.items() if name in names}


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """An analysis that a layer may name in its declaration.

    Attributes
    ----------
    name : str
        As declarations write it.
    function : callable
        Takes tables and rasters, and keyword-only parameters; gives a table, a raster, or, of an
        analysis with several tables, ``Tables``.
    gives : mapping of str to callable
        What its tables look like, by name; the first is the one meant where none is named.
    bounds : mapping of str to (float or None, float or None)
        Least and greatest value of a parameter, inclusive.
    in_parts : InParts, optional
        How it is done on a layer that is read chunk by chunk, if it can be.
    formerly : mapping of str to str
        Names that it had in the last release, each with the table that it stood for.
    """

    name: str
    function: Callable[..., Any]
    gives: Mapping[str, Gives]
    bounds: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    in_parts: InParts | None = None
    formerly: Mapping[str, str] = field(default_factory=dict)

    @property
    def inputs(self) -> Mapping[str, inspect.Parameter]:
        """The layers that it takes, as its function's signature has them.

        Returns
        -------
        mapping of str to inspect.Parameter
            Parameters of the function, by name.
        """
        return {n: p for n, p in self._signature.items() if _is_input(p)}

    @property
    def parameters(self) -> Mapping[str, inspect.Parameter]:
        """Give its options, as its function's signature has them.

        Returns
        -------
        mapping of str to inspect.Parameter
            Parameters of the function, by name.
        """
        return {n: p for n, p in self._signature.items() if not _is_input(p)}

    @property
    def free(self) -> inspect.Parameter | None:
        """What stands for inputs of any name (``**layers``), if it takes such.

        Returns
        -------
        inspect.Parameter or None
            The parameter; None if all inputs have names.
        """
        kinds = (p for p in self.inputs.values() if p.kind is inspect.Parameter.VAR_KEYWORD)
        return next(kinds, None)

    @property
    def _signature(self) -> Mapping[str, inspect.Parameter]:
        return {name: item for name, item in self._all.items() if name != SPECS}

    @property
    def _all(self) -> Mapping[str, inspect.Parameter]:
        return inspect.signature(self.function).parameters

    @property
    def summary(self) -> str:
        """The first sentence of its documentation.

        Returns
        -------
        str
            Empty without documentation.
        """
        return (inspect.getdoc(self.function) or "").split("\n", 1)[0]

    def table(self, name: str, given: Given) -> TableSpec:
        """Tell what one of its tables looks like; the first if the name is empty.

        Parameters
        ----------
        name : str
            Name of the table.
        given : Given
            What the declaration gives.

        Returns
        -------
        TableSpec
            Columns, key and geometry of the table.
        """
        return self.gives[name or next(iter(self.gives))](given)

    def given(self, layers: Mapping[str, LayerSpec], parameters: Mapping[str, Any]) -> Given:
        """Put together what a declaration gives, with the defaults of parameters left out.

        Parameters
        ----------
        layers : mapping of str to LayerSpec
            Layers by the names that the analysis takes them under.
        parameters : mapping of str to Any
            Parameters that the declaration sets.

        Returns
        -------
        Given
            Layers, and all parameters.
        """
        defaults = {
            name: parameter.default
            for name, parameter in self.parameters.items()
            if parameter.default is not inspect.Parameter.empty
        }
        return Given(layers=_Layers(layers), parameters={**defaults, **parameters})

    @property
    def asks_specs(self) -> bool:
        """Whether its function is given the declarations of its inputs.

        Returns
        -------
        bool
            True if it has a parameter for them.
        """
        return SPECS in self._all

    def wants_raster(self, given_as: str) -> bool:
        """Tell whether it takes a raster, not a table, as this input.

        Parameters
        ----------
        given_as : str
            Name that the analysis takes the layer under.

        Returns
        -------
        bool
            False for a table, and for an input that it does not take.
        """
        taken = self.inputs.get(given_as) or self.free
        return taken is not None and "Raster" in str(taken.annotation)


def _is_input(parameter: inspect.Parameter) -> bool:
    if parameter.kind is not inspect.Parameter.KEYWORD_ONLY:
        return True
    # tables that stand behind others in the signature
    return "DataFrame" in str(parameter.annotation) or "Raster" in str(parameter.annotation)


_noted: dict[str, Analysis] = {}
#: What was noted by :func:`analysis`, by name; only of modules that have been imported.
NOTED: Mapping[str, Analysis] = MappingProxyType(_noted)


def analysis(
    name: str,
    *,
    gives: Gives | Mapping[str, Gives],
    bounds: Mapping[str, tuple[float | None, float | None]] | None = None,
    in_parts: InParts | None = None,
    formerly: Mapping[str, str] | None = None,
    compares_ids: bool = True,
) -> Callable[[_F], _F]:
    """Note a function as the analysis that layers call by a name.

    Parameters
    ----------
    name : str
        As declarations write it.
    gives : callable, or mapping of str to callable
        Tells, of what it is given, what its table looks like; or each of its tables, by name.
    bounds : mapping of str to (float or None, float or None), optional
        Least and greatest value of parameters.
    in_parts : InParts, optional
        How it is done on a layer that is read chunk by chunk.
    formerly : mapping of str to str, optional
        Names of the last release that are still understood, each with the table meant.
    compares_ids : bool
        Whether ids of its tables are brought to one type before; not where they are only carried.

    Returns
    -------
    callable
        Gives the function back; ids in the tables given to it may be of any type.
    """

    def note(plain: _F) -> _F:
        function = takes_any_ids(plain, compares=compares_ids)
        _noted[name] = Analysis(
            name=name,
            function=function,
            gives=gives if isinstance(gives, Mapping) else {"": gives},
            bounds=bounds or {},
            in_parts=in_parts,
            formerly=formerly or {},
        )
        return function

    return note


def done_in_parts(name: str, how: InParts) -> None:
    """Note how an analysis is done on a layer that is read chunk by chunk.

    Parameters
    ----------
    name : str
        Of an analysis that has been noted.
    how : InParts
        The steps.
    """
    _noted[name] = replace(_noted[name], in_parts=how)


class _Said(TypedDict, total=False):
    """What may be said of a column beside its name, type and title."""

    unit: Text | None
    meaning: Text | tuple[str, str] | None
    required: bool
    values: Iterable[str]
    labels: Mapping[Any, Text | tuple[str, str]]
    minimum: float | None
    maximum: float | None
    derived: bool
    digits: int
    depends: Mapping[str, Bound]
    partial_labels: Mapping[str, Text | tuple[str, str]]


def declare(
    name: str, kind: ColumnType, title: Text | tuple[str, str], **said: Unpack[_Said]
) -> Column:
    """Declare a column that an analysis gives.

    Parameters
    ----------
    name : str
        Name of the column.
    kind : ColumnType
        Its type.
    title : Text or (str, str)
        Its title; words are given in Chinese and English.
    **said : Unpack[_Said]
        The other fields of :class:`gisplan.catalog.layer.Column`. Where ``labels`` are given and
        ``values`` are not, the values are those that have labels.

    Returns
    -------
    Column
        The declaration.
    """
    labels = {value: _text(words) for value, words in said.get("labels", {}).items()}
    meaning = said.get("meaning")
    return Column(
        name=name,
        type=kind,
        title=_text(title),
        unit=said.get("unit"),
        meaning=None if meaning is None else _text(meaning),
        required=said.get("required", False),
        values=tuple(said.get("values", labels)),
        labels=labels,
        minimum=said.get("minimum"),
        maximum=said.get("maximum"),
        derived=said.get("derived", False),
        digits=said.get("digits"),
        depends=said.get("depends", {}),
        partial_labels={v: _text(words) for v, words in said.get("partial_labels", {}).items()},
    )


def _text(words: Text | tuple[str, str]) -> Text:
    return words if isinstance(words, Text) else Text(*words)
