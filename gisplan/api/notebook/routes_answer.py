"""Collection routes as an answer of a notebook: tables with titles, the page, what is proven."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import geopandas as gpd

from gisplan.api.notebook import drawing
from gisplan.api.notebook.answer import Answer, Page
from gisplan.api.sites.collection import CollectionRoutes
from gisplan.api.sites.route_book import DOES, ROUTES, round_looks, route_page, route_sentences
from gisplan.catalog.layer import Column, FileOrigin, GeometryKind, Layer, LayerSpec
from gisplan.catalog.map import Style
from gisplan.catalog.workspace import Workspace
from gisplan.digits import ESTIMATE, say
from gisplan.text import Lang, Text

_T, _KM, _H = Text("吨", "t"), Text("千米", "km"), Text("小时", "h")
_ROUND = Column(name="round", type="integer", title=Text("线路", "Round"), required=True)
_VEHICLE = (
    Column(name="vehicle", type="text", title=Text("车型", "Vehicles")),
    Column(name="number", type="integer", title=Text("第几辆", "Which of its kind")),
)
_NAMES = tuple(
    Column(name=f"name_{lang}", type="text", title=title)
    for lang, title in (("zh", Text("名称", "Name, Chinese")), ("en", Text("英文名", "Name")))
)
_PLACE = Column(name="place", type="text", title=Text("编号", "Id"), required=True)


def _amount(name: str, unit: Text, zh: str, en: str, *, derived: bool = True) -> Column:
    return Column(name=name, type="number", title=Text(zh, en), unit=unit, derived=derived)


_ROUNDS = (
    _ROUND,
    *_VEHICLE,
    Column(name="depot_zh", type="text", title=Text("车场", "Depot, Chinese")),
    Column(name="depot_en", type="text", title=Text("车场英文名", "Depot")),
    Column(name="stops", type="integer", title=Text("收集点", "Stops")),
    Column(name="unloadings", type="integer", title=Text("卸料次数", "Unloadings")),
    _amount("tonnes", _T, "收集量", "Collected"),
    _amount("fullest", _T, "最多装载", "Fullest"),
    _amount("capacity", _T, "载重", "Capacity", derived=False),
    _amount("km", _KM, "里程", "Way"),
    _amount("hours", _H, "用时", "Time"),
    _amount("shift_h", _H, "班次", "Shift", derived=False),
)
_VISITS = (
    _ROUND,
    Column(name="visit", type="integer", title=Text("次序", "Visit"), required=True),
    *_VEHICLE,
    Column(
        name="does",
        type="text",
        title=Text("做什么", "What is done"),
        values=tuple(DOES),
        labels=DOES,
    ),
    _PLACE,
    *_NAMES,
    _amount("tonnes", _T, "数量", "Amount"),
    _amount("load", _T, "车上", "Aboard"),
    _amount("km", _KM, "累计里程", "Way so far"),
    _amount("hours", _H, "累计用时", "Time so far"),
)
_UNSERVED = (
    _PLACE,
    *_NAMES,
    _amount("tonnes", _T, "数量", "Amount"),
    Column(name="reason_zh", type="text", title=Text("原因", "Reason, Chinese")),
    Column(name="reason_en", type="text", title=Text("原因英文", "Reason")),
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class RoutesAnswer(Answer):
    """Collection routes: their tables, their page, and what they are worth.

    Attributes
    ----------
    planned : CollectionRoutes
        What was planned, and from what.
    """

    planned: CollectionRoutes = field(repr=False)

    @property
    def rounds(self) -> gpd.GeoDataFrame:
        """What each vehicle does in its shift.

        Returns
        -------
        geopandas.GeoDataFrame
            A line along the roads for each: ``vehicle``, ``stops``, ``unloadings``, ``tonnes``,
            ``fullest`` of ``capacity``, ``km``, ``hours`` of ``shift_h``.
        """
        return self._named("rounds")

    @property
    def visits(self) -> gpd.GeoDataFrame:
        """The visits in order.

        Returns
        -------
        geopandas.GeoDataFrame
            A point for each: ``round``, ``visit``, ``does``, ``place``, ``tonnes``, ``load``,
            ``km`` and ``hours`` since leaving.
        """
        return self._named("visits")

    @property
    def unserved(self) -> gpd.GeoDataFrame:
        """The stops that are not served.

        Returns
        -------
        geopandas.GeoDataFrame
            A point for each: ``place``, ``tonnes``, and the reason.
        """
        return self._named("unserved")

    def _named(self, name: str) -> gpd.GeoDataFrame:
        return gpd.GeoDataFrame(self.tables[name])

    def map(self) -> Page:
        """Draw the routes as ``gisplan sites routes --out x.html`` does.

        Returns
        -------
        Page
            Shown where it stands last in a cell; ``save`` writes it.

        Raises
        ------
        DataError
            If there is neither a round nor a stop that is left.
        """
        if not any(len(layer.table) for layer in self.layers):
            raise drawing.no_place(self)
        page = route_page(self.planned, place=self.place, lang=self.lang)
        return Page(html=page, title=self.title.get(self.lang))


def routes_answer(told: CollectionRoutes, *, place: Workspace, lang: Lang) -> RoutesAnswer:
    """Make the answer of what was planned.

    Parameters
    ----------
    told : CollectionRoutes
        What was planned.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language of the answer.

    Returns
    -------
    RoutesAnswer
        With tables ``rounds``, ``visits`` and ``unserved``.
    """
    parts: tuple[tuple[str, Text, GeometryKind, tuple[Column, ...], gpd.GeoDataFrame], ...] = (
        ("rounds", ROUTES, "line", _ROUNDS, told.rounds),
        ("visits", Text("各站次序", "Visits in order"), "point", _VISITS, told.visits),
        (
            "unserved",
            Text("没有安排的收集点", "Stops not served"),
            "point",
            _UNSERVED,
            told.unserved,
        ),
    )
    looks = round_looks(told)
    return RoutesAnswer(
        title=ROUTES,
        layers=tuple(
            Layer(_spec(told, name, title, kind, columns), _ordered(table, columns), None, worth)
            for name, title, kind, columns, table in parts
            for worth in (told.worth,)
        ),
        lang=lang,
        place=place,
        left_out=told.told,
        figures=_figures(told),
        styles={
            "rounds": Style(
                kind="categories",
                column="round",
                weight=2.5,
                colors={key: color for key, (_, color, _) in looks.items()},
                labels={key: words for key, (words, _, _) in looks.items()},
                dashes={key: dash for key, (_, _, dash) in looks.items() if dash},
            )
        },
        planned=told,
    )


def _ordered(table: gpd.GeoDataFrame, columns: tuple[Column, ...]) -> gpd.GeoDataFrame:
    names = [column.name for column in columns]
    return gpd.GeoDataFrame(cast("gpd.GeoDataFrame", table[[*names, "geometry"]]))


def _spec(
    told: CollectionRoutes, name: str, title: Text, kind: GeometryKind, columns: tuple[Column, ...]
) -> LayerSpec:
    keys = {"rounds": ("round",), "visits": ("round", "visit"), "unserved": ("place",)}
    return LayerSpec(
        name=name,
        title=title,
        description=title,
        geometry=kind,
        columns=columns,
        key=keys[name],
        origin=FileOrigin(path=Path(name)),
        sources=told.sources,
        licence="",
        vintage="",
        positions="surveyed",
        path=Path(name),
        complete=True,
    )


def _figures(told: CollectionRoutes) -> dict[Text, Text]:
    rounds, left = told.rounds, told.unserved
    tonnes, whole, km, hours = (
        say(float(amount), ESTIMATE)
        for amount in (
            rounds["tonnes"].sum(),
            told.task.tonnes.sum(),
            rounds["km"].sum(),
            rounds["hours"].sum(),
        )
    )
    sentences = route_sentences(told)
    return {
        Text("收集", "collected"): Text(
            f"{tonnes.zh} 吨（共 {whole.zh} 吨）", f"{tonnes.en} of {whole.en} t"
        ),
        Text("里程", "way"): Text(f"{km.zh} 千米", f"{km.en} km"),
        Text("用时", "time"): Text(f"{hours.zh} 小时", f"{hours.en} h"),
        Text("没有安排的收集点", "stops not served"): Text(str(len(left)), str(len(left))),
        Text("证明", "proof"): sentences[2],
    }
