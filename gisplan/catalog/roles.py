"""Which layer of a workspace plays which part: its network, its demand, its counties.

Commands ask for a role and never for a name; a workspace whose layers are named otherwise than the
shipped ones says so in the table ``[roles]`` of its ``gisplan.toml``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from gisplan.catalog.declaration import Declaration
from gisplan.errors import OptionError
from gisplan.text import Text

#: The table of roles in ``gisplan.toml``.
TABLE = "roles"


def _role(layer: str, zh: str, en: str) -> Any:
    return field(default=layer, metadata={"title": Text(zh, en)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The layer of each role; the names of the shipped layers unless a workspace has others.

    Attributes
    ----------
    network : str
        The sites that stand, with their kinds, years and capacities.
    demand : str
        The points to be served.
    candidates : str
        The places among which new sites are chosen.
    counties : str
        The counties, as polygons.
    prefectures : str
        The prefectures, as polygons.
    units : str
        Every administrative unit with its level and its parent.
    aliases : str
        Other names of the units; a workspace may have none.
    allotted : str
        What the plan allots to each prefecture; a workspace may have none.
    scorecard : str
        The plan's aims against the data.
    answers : str
        What people filled in of it, row by row; a workspace may have none.
    breakdown : str
        What regions set themselves, summed against its aims; a workspace may have none.
    plan : str
        How the names of the plan's tables begin.
    residents : str
        Residents by county, for stations by norm.
    norms : str
        Stations asked for, by tier and area.
    household_size : str
        Persons in a household.
    stations : str
        Stations there are, by county.
    headings : str
        Spellings of headings that an import knows; those shipped if a workspace has none.
    measurement_units : str
        Units of measurement that an import knows; likewise.
    category_words : str
        Words for categories that an import knows; likewise.
    roads : str
        The roads beneath every map, by which reach is measured; a workspace may have none.
    railways : str
        The railways beneath every map, and so on; likewise.
    rivers : str
        The rivers.
    lakes : str
        The lakes.
    neighbours : str
        The provinces and countries around.
    borders : str
        The borders between units, with their level.
    seats : str
        The positions of county seats.
    towns : str
        The towns and villages that have a name.
    """

    network: str = _role("network", "设施网络", "the network of sites")
    demand: str = _role("demand_points", "需求点", "the demand points")
    candidates: str = _role("county_seats", "候选场址", "the candidate sites")
    counties: str = _role("counties", "县级边界", "the counties")
    prefectures: str = _role("prefectures", "地级边界", "the prefectures")
    units: str = _role("units", "行政单元", "the administrative units")
    aliases: str = _role("region_aliases", "行政单元的别名", "other names of units")
    allotted: str = _role(
        "prefecture_allocation", "规划对各市州的安排", "what the plan allots to prefectures"
    )
    scorecard: str = _role("scorecard", "规划目标完成情况", "the plan's aims against the data")
    answers: str = _role("status_read", "各行填报的采用情况", "what was filled in of the aims")
    breakdown: str = _role("plan_breakdown", "市州分解与全省目标", "what regions set themselves")
    plan: str = _role("plan_", "规划表（名称开头）", "the plan's tables (how their names begin)")
    residents: str = _role("county_residents", "分城乡的常住人口", "urban and other residents")
    norms: str = _role("norms", "站点设置标准", "the norms of stations")
    household_size: str = _role("household_size", "户均人口", "the size of households")
    stations: str = _role("recycling_stations_lanzhou", "现有回收站点", "the stations there are")
    headings: str = _role("headings", "表头用语", "the headings that an import knows")
    measurement_units: str = _role("measurement_units", "计量单位", "the units of measurement")
    category_words: str = _role("category_words", "类别用语", "the words for categories")
    roads: str = _role("trunk_roads", "公路", "the roads")
    railways: str = _role("railways", "铁路", "the railways")
    rivers: str = _role("rivers", "河流", "the rivers")
    lakes: str = _role("lakes", "湖泊", "the lakes")
    neighbours: str = _role("neighbours", "相邻省区和国家", "the neighbours")
    borders: str = _role("borders", "境界", "the borders")
    seats: str = _role("county_seat_points", "县级驻地位置", "the positions of county seats")
    towns: str = _role("settlements", "居民点", "the settlements, for their names")

    @classmethod
    def from_declaration(cls, told: Declaration) -> Roles:
        """Take the roles that a workspace declares.

        Parameters
        ----------
        told : Declaration
            The table ``[roles]``; it may be empty. Faults are noted in it, with file and key.

        Returns
        -------
        Roles
            Names of layers by role.
        """
        shipped = cls()
        roles = cls(**{key: told.string(key, getattr(shipped, key)) for key in TITLES})
        for key in TITLES:
            if not getattr(roles, key).strip():
                told.fault(key, "应为图层名，不能为空", "must be the name of a layer, not empty")
        told.finish()
        return roles

    def layer(self, role: str, layers: Collection[str]) -> str:
        """Give the layer of a role.

        Parameters
        ----------
        role : str
            A key of ``TITLES``.
        layers : collection of str
            The names of the workspace's layers.

        Returns
        -------
        str
            Name of the layer.

        Raises
        ------
        OptionError
            If the workspace has no such layer; it says which to declare, or where to name one.
        """
        name = str(getattr(self, role))
        if name not in layers:
            title = TITLES[role]
            raise OptionError(
                Text(
                    f"本工作区没有“{title.zh}”图层：请声明图层 {name}，"
                    f'或在 gisplan.toml 的 [roles] 中写明 {role} = "图层名"',
                    f"this workspace has no layer of {title.en}: declare a layer {name}, or "
                    f'write {role} = "LAYER" in [roles] of gisplan.toml',
                )
            )
        return name

    def optional(self, role: str, layers: Collection[str]) -> str | None:
        """Give the layer of a role, or None if the workspace has none.

        Parameters
        ----------
        role : str
            A key of ``TITLES``.
        layers : collection of str
            The names of the workspace's layers.

        Returns
        -------
        str or None
            Name of the layer.
        """
        name = str(getattr(self, role))
        return name if name in layers else None

    def of_plan(self, layers: Collection[str], tables: Iterable[str]) -> dict[str, str]:
        """Give the plan's tables among the layers.

        Parameters
        ----------
        layers : collection of str
            The names of the workspace's layers.
        tables : iterable of str
            What the tables of a plan are called: ``targets`` and so on.

        Returns
        -------
        dict of str to str
            Name of the table, ``plan_targets`` and so on, to that of its layer.
        """
        usual = Roles().plan
        return {
            f"{usual}{table}": f"{self.plan}{table}"
            for table in tables
            if f"{self.plan}{table}" in layers
        }

    def plan_tables(self, layers: Collection[str], tables: Iterable[str]) -> dict[str, str]:
        """Give the plan's tables among the layers, as :meth:`of_plan`; there must be some.

        Parameters
        ----------
        layers : collection of str
            The names of the workspace's layers.
        tables : iterable of str
            What the tables of a plan are called.

        Returns
        -------
        dict of str to str
            Name of the table to that of its layer.

        Raises
        ------
        OptionError
            If the workspace has no plan; it says what to declare.
        """
        found = self.of_plan(layers, tables)
        if not found:
            raise OptionError(
                Text(
                    f"本工作区没有规划：请声明规划的各表（名称以 {self.plan} 开头），"
                    '或在 gisplan.toml 的 [roles] 中写明 plan = "名称开头"',
                    f"this workspace has no plan: declare its tables, whose names begin with "
                    f'{self.plan}, or write plan = "BEGINNING" in [roles] of gisplan.toml',
                )
            )
        return found

    def check(self, layers: Collection[str], faults: list[Text], *, file: str) -> None:
        """Note every role that names a layer which is not there, unless it is the shipped name.

        Parameters
        ----------
        layers : collection of str
            The names of the workspace's layers.
        faults : list of Text
            Where faults are gathered.
        file : str
            Where the roles are declared, for messages.
        """
        shipped = Roles()
        for role in TITLES:
            name = getattr(self, role)
            there = name in layers
            if role == "plan":
                there = any(layer.startswith(name) for layer in layers)
            if name != getattr(shipped, role) and not there:
                zh = "没有名称以此开头的图层" if role == "plan" else "没有图层"
                en = "no layer's name begins with" if role == "plan" else "there is no layer"
                where = f"{file}: {TABLE}.{role}"
                faults.append(Text(f"{where}：{zh} {name}", f"{where}: {en} {name}"))


#: Each role in words.
TITLES: Mapping[str, Text] = {item.name: item.metadata["title"] for item in fields(Roles)}
