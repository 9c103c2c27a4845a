"""What is asked of candidate sites; known without the analyses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from gisplan.api.importing.options import FileOptions
from gisplan.api.journey import ReachOptions

#: Models that may choose sites, as :data:`gisplan.analysis.siting.MODELS` has them.
Model = Literal["mclp", "lscp", "backup", "p_median", "p_centre"]
MODELS: tuple[Model, ...] = get_args(Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateOptions:
    """How candidates are evaluated.

    Attributes
    ----------
    reach : ReachOptions
        Which sites of the network do the same service, how far they reach (one reach), and how
        one gets there.
    next_kinds : tuple of str, optional
        Kinds that make up the next tier: the distance to the nearest is told. Those of the
        workspace if left out.
    file : FileOptions
        How files of candidates are read, and the datum of coordinates given.
    """

    reach: ReachOptions = field(default_factory=ReachOptions)
    next_kinds: tuple[str, ...] | None = None
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
    reach : ReachOptions
        Which sites of the network do the same service, how far they reach, and how one gets
        there. Sites are chosen for the first reach; the others are for the curve.
    new : int, optional
        Sites that may be added; as many as are needed if left out.
    model : {"mclp", "lscp", "backup", "p_median", "p_centre"}
        What is made best; see :mod:`gisplan.analysis.siting.models`.
    quantity : str, optional
        Column of the demand, that of the workspace if left out.
    budget : float, optional
        What the candidates chosen may cost together, by their column ``cost``.
    apart_km : float, optional
        Least distance of a candidate chosen from every other site.
    seconds : float, optional
        Time limit of the model; if left out 60, or 300 for very many pairs.
    curve : int, optional
        The most new sites of the model's curve, :func:`gisplan.analysis.siting.siting_curve`; no
        curve if left out.
    """

    candidates: str | None = None
    file: FileOptions = field(default_factory=FileOptions)
    reach: ReachOptions = field(default_factory=ReachOptions)
    new: int | None = None
    model: Model = "mclp"
    quantity: str | None = None
    budget: float | None = None
    apart_km: float | None = None
    seconds: float | None = None
    curve: int | None = None
