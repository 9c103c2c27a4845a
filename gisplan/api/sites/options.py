"""What is asked of candidate sites; known without the analyses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from gisplan.api.importing.options import FileOptions
from gisplan.api.journey import JourneyOptions

#: Models that may choose sites, as :data:`gisplan.analysis.siting.MODELS` has them.
Model = Literal["mclp", "lscp", "backup", "p_median", "p_centre"]
MODELS: tuple[Model, ...] = get_args(Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateOptions:
    """How candidates are evaluated.

    Attributes
    ----------
    reach : float
        In km, or in minutes where ``journey`` is by travel time.
    year : int
        What does not stand in it does not count.
    kinds : tuple of str or None
        Kinds of sites of the network that do the same service; all if empty. None: those that
        treat waste harmlessly.
    next_kinds : tuple of str
        Kinds that make up the next tier: the distance to the nearest is told.
    journey : JourneyOptions
        By which roads or friction raster; by distance if it names none.
    file : FileOptions
        How files of candidates are read, and the datum of coordinates given.
    """

    reach: float = 50.0
    year: int = 2020
    kinds: tuple[str, ...] | None = None
    next_kinds: tuple[str, ...] = ("sorting_centre", "recycling_park")
    journey: JourneyOptions = field(default_factory=JourneyOptions)
    file: FileOptions = field(default_factory=FileOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestOptions:
    """What sites are chosen for, and among which.

    Attributes
    ----------
    candidates : str, optional
        A layer, that of the role ``candidates`` if left out, or a file of the user's.
    file : FileOptions
        How such a file is read.
    reaches : tuple of float
        In km, or in minutes where ``journey`` is by travel time. Sites are chosen for the first;
        the others are for the curve.
    year : int
        What does not stand in it does not count.
    new : int, optional
        Sites that may be added; as many as are needed if left out.
    model : {"mclp", "lscp", "backup", "p_median", "p_centre"}
        What is made best; see :mod:`gisplan.analysis.siting.models`.
    kinds : tuple of str or None
        Kinds of sites of the network that do the same service; all if empty. None: those that
        treat waste harmlessly.
    quantity : str
        Column of the demand.
    journey : JourneyOptions
        By which roads or friction raster; by distance if it names none.
    budget : float, optional
        What the candidates chosen may cost together, by their column ``cost``.
    apart_km : float, optional
        Least distance of a candidate chosen from every other site.
    seconds : float, optional
        Time limit of the model; if left out 60, or 300 for very many pairs.
    curve : int, optional
        The most new sites of a curve of coverage; no curve if left out.
    """

    candidates: str | None = None
    file: FileOptions = field(default_factory=FileOptions)
    reaches: tuple[float, ...] = (50.0,)
    year: int = 2020
    new: int | None = None
    model: Model = "mclp"
    kinds: tuple[str, ...] | None = None
    quantity: str = "population"
    journey: JourneyOptions = field(default_factory=JourneyOptions)
    budget: float | None = None
    apart_km: float | None = None
    seconds: float | None = None
    curve: int | None = None
