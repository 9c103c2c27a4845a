"""Which candidates to choose for the network of a workspace."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis import siting
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.siting import LONG, SitingTask
from gisplan.analysis.siting.models import Solution
from gisplan.analysis.siting.position_range import CoveredRange, covered_range
from gisplan.analysis.siting.siting_words import OLD, names_of, smallest_reach_words
from gisplan.analysis.travel import MEASURES, Measure, in_cost
from gisplan.api.sites.inputs import Basis, load, require_one_reach, roads, site_standard, uncertain
from gisplan.api.sites.options import Model, SuggestOptions
from gisplan.api.travel import RoadReport
from gisplan.api.worth import of_layer
from gisplan.catalog import workspace
from gisplan.catalog.layer import Source
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import Worth
from gisplan.errors import OptionError
from gisplan.text import Text

__all__ = ["Instance", "Suggested", "Ways", "prepare", "suggest"]

_DEMAND = Text("需求", "demand")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A choice of sites, before it is made.

    Attributes
    ----------
    basis : Basis
        What sites are chosen from.
    task : gisplan.analysis.siting.SitingTask
        What they are chosen for.
    standard : ServiceStandard
        With all reaches of the curve.
    options : SuggestOptions
        What is asked for.
    place : Workspace
        The workspace.
    worth : Worth or None
        What the figures of the network are worth.
    """

    basis: Basis
    task: SitingTask
    standard: ServiceStandard
    options: SuggestOptions
    place: Workspace
    worth: Worth | None = None

    @property
    def seconds(self) -> float:
        """The most time that the model may take.

        Returns
        -------
        float
            The greatest there is, where none is asked for.
        """
        return LONG if self.task.seconds is None else self.task.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How far it is to the sites, for the demand that the model's answer serves.

    Attributes
    ----------
    served : float
        Demand that is served, in its own unit.
    mean : float
        Mean way, weighted by the demand, in the measure.
    total : float
        Demand times way: person-kilometres, tonne-kilometres, or minutes.
    farthest : float
        Longest way, in the measure.
    farthest_name : Text
        Demand that has it.
    farthest_site : Text
        Site that it goes to.
    """

    served: float
    mean: float
    total: float
    farthest: float
    farthest_name: Text
    farthest_site: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """Sites that were chosen, and what is proven of the choice.

    Attributes
    ----------
    table : geopandas.GeoDataFrame
        See :class:`gisplan.analysis.siting.Suggestion`.
    solution : gisplan.analysis.siting.models.Solution
        Answer of the model.
    proof : Text
        What is proven of it, as a sentence.
    total : float
        All demand.
    before : float
        Demand covered by the network.
    after : float
        Demand covered by the network and the sites chosen.
    ways : Ways or None
        None where nothing is served.
    spent : float or None
        Cost of the sites chosen, where candidates have one.
    smallest_reach : float or None
        That would do where nothing does, in the measure.
    unserved : pandas.DataFrame
        Demand that is not served, with the nearest site that may be open; see
        :func:`gisplan.analysis.siting.uncovered.uncovered`.
    curve : pandas.DataFrame or None
        See :func:`gisplan.analysis.siting.siting_curve`; that of the model.
    measure : {"km", "min"}
        What reach was counted in.
    reach : float
        For which sites were chosen, in that measure.
    how : Text
        How the way was found.
    roads : RoadReport or None
        Of reach by road.
    left_out : tuple of Text
        What does not count, in sentences.
    drawn : bool
        Whether a site of the network is known to its county alone, so that figures are of where it
        is drawn.
    covered : CoveredRange or None
        ``before`` and ``after`` at least and at most, over where the network's sites may stand.
    worth : Worth or None
        What the figures are worth, as the list of the network's sites may lack some.
    quantity : Text
        What is covered, with its unit.
    sources : tuple of Source
        Where the figures come from.
    model : {"mclp", "lscp", "backup", "p_median", "p_centre"}
        What was made best.
    budget : float or None
        What the sites chosen may cost together.
    uncovered : tuple of Text
        Where nothing will do: who can't be covered, and the smallest reach that would do.
    none_chosen : Text or None
        Where there is an answer without a new site: why, as a sentence.
    """

    table: gpd.GeoDataFrame
    solution: Solution
    proof: Text
    total: float
    before: float
    after: float
    ways: Ways | None
    spent: float | None
    smallest_reach: float | None
    unserved: pd.DataFrame
    curve: pd.DataFrame | None
    measure: Measure
    reach: float
    how: Text
    roads: RoadReport | None
    left_out: tuple[Text, ...]
    drawn: bool = False
    covered: CoveredRange | None = None
    worth: Worth | None = None
    quantity: Text = _DEMAND
    sources: tuple[Source, ...] = ()
    model: Model = "mclp"
    budget: float | None = None
    uncovered: tuple[Text, ...] = ()
    none_chosen: Text | None = None

    @property
    def ties(self) -> Text | None:
        """How ties were settled, as a sentence.

        Returns
        -------
        Text or None
            None where they were left as they came.
        """
        return siting.tie_words(self.solution)

    @property
    def smallest_words(self) -> Text | None:
        """The smallest reach that would do where nothing does, as a sentence.

        Returns
        -------
        Text or None
            None where something does, or none was found.
        """
        if self.smallest_reach is None:
            return None
        return smallest_reach_words(self.smallest_reach, self.unit)

    @property
    def unit(self) -> Text:
        """What reach was counted in, in words.

        Returns
        -------
        Text
            Kilometres or minutes, in both languages.
        """
        return MEASURES[self.measure]


def prepare(place: Workspace | None = None, *, options: SuggestOptions) -> Instance:
    """Bring together what sites are chosen from.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : SuggestOptions
        Candidates, model, reaches and rules.

    Returns
    -------
    Instance
        What the model is given.

    Raises
    ------
    OptionError, FileError, DataError, DeclarationError
        If the candidates, an option or a layer can't be used.
    """
    place = place or workspace.find()
    basis = load(place, source=options.candidates, file=options.file)
    standard = site_standard(options.reach, basis.network, place=place)
    if options.curve is None or options.model in ("p_median", "p_centre"):
        require_one_reach(standard)
    task = SitingTask(
        reach=standard.reaches[0],
        year=standard.year,
        new=options.new,
        model=options.model,
        kinds=standard.kinds,
        quantity=options.quantity or place.defaults.quantity,
        mode=standard.mode,
        budget=options.budget,
        apart_km=options.apart_km,
        seconds=options.seconds,
    )
    layer, worth = basis.network_layer, None
    if layer is not None:
        chosen = sites_that_count(basis.network, year=task.year, kinds=task.kinds)
        worth = of_layer(layer, chosen, kinds=task.kinds, year=task.year, place=place)
    return Instance(
        basis=basis, task=task, standard=standard, options=options, place=place, worth=worth
    )


def suggest(instance: Instance) -> Suggested:
    """Choose sites.

    Parameters
    ----------
    instance : Instance
        As :func:`prepare` gives it.

    Returns
    -------
    Suggested
        The sites, what they cover, and what is proven.

    Raises
    ------
    OptionError
        If an option can't be, or no candidate has any demand within reach.
    DataError
        If a table can't be used.
    """
    basis, task, options = instance.basis, instance.task, instance.options
    tables = (basis.candidates, basis.demand, basis.network)
    told = siting.suggest(*tables, task)
    unit = MEASURES[task.mode.measure]
    if options.model == "mclp" and told.reaching == 0:
        raise OptionError(
            Text(
                f"{basis.source}：没有一个候选点在 {task.reach:g} {unit.zh}内有需求；"
                "请核对经纬度，或增大覆盖范围",
                f"{basis.source}: no candidate has demand within {task.reach:g} {unit.en};"
                " check longitude and latitude, or raise the reach",
            )
        )
    one = in_cost(task.mode, 1.0)
    least = told.solution.smallest_reach
    answered = told.solution.objective is not None
    curve = None
    if options.curve is not None:
        reaches = instance.standard.reaches
        curve = siting.siting_curve(*tables, task, most=options.curve, reaches=reaches)
    unsure = uncertain(
        basis.network, basis.demand, instance.standard, limit=task.reach, place=instance.place
    )
    covered = None
    if unsure.span is not None:
        covered = covered_range(
            told.table,
            basis.demand,
            unsure.span,
            mode=task.mode,
            limit=task.reach,
            quantity=task.quantity,
        )
    return Suggested(
        table=told.table,
        solution=told.solution,
        proof=told.proof,
        total=told.total,
        before=told.before,
        after=told.after,
        ways=_ways(told.solution, basis, one),
        spent=float(told.table["cost"].sum()) if answered and "cost" in told.table else None,
        smallest_reach=None if least is None else least / one,
        unserved=told.unserved,
        curve=curve,
        measure=task.mode.measure,
        reach=task.reach,
        how=task.mode.title,
        roads=roads(basis, task),
        left_out=(*basis.left_out, *told.left_out, *unsure.notes),
        uncovered=told.uncovered,
        none_chosen=told.none_chosen,
        drawn=unsure.drawn,
        covered=covered,
        worth=instance.worth,
        quantity=basis.quantity(task.quantity),
        sources=basis.sources,
        model=task.model,
        budget=task.budget,
    )


def _ways(solution: Solution, basis: Basis, one: float) -> Ways | None:
    """Tell how far it is for the demand that is served.

    Parameters
    ----------
    solution : Solution
        Answer of the model.
    basis : Basis
        Its demand, candidates and network.
    one : float
        Metres or minutes in one of the measure.

    Returns
    -------
    Ways or None
        None where nothing is served.
    """
    served = solution.assignment
    amount = served["amount"].to_numpy(dtype="float64")
    if not amount.sum():
        return None
    way = served["cost"].to_numpy(dtype="float64") / one
    last = served.iloc[int(np.where(amount > 0, way, -1.0).argmax())]
    old = str(last["site"]).startswith(OLD)
    sites = basis.network if old else basis.candidates
    return Ways(
        served=float(amount.sum()),
        mean=float(np.average(way, weights=amount)),
        total=float(way @ amount),
        farthest=float(last["cost"]) / one,
        farthest_name=names_of([last["demand"]], basis.demand)[0],
        farthest_site=names_of([str(last["site"])], sites)[0],
    )
