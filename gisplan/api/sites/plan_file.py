"""The file that declares a whole plan: menu, years, budgets, tiers, charges and aims."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gisplan.catalog.declaration import Declaration, load, refuse
from gisplan.catalog.workspace import Workspace, shipped
from gisplan.files import told
from gisplan.text import Lang, Text

#: Aims of a plan, and figures that may be held against each other, as the analysis has them.
AIMS = ("coverage", "cost", "way", "equity")
AXES = ("coverage", "spent", "cost", "way", "equity", "near")
_POINTS, _SECONDS, _DRAWS = 10, 30.0, 20
_NO_CURRENCY = Text("未声明货币", "currency not declared")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """What a file asks for.

    Attributes
    ----------
    plan : dict of str to Any
        As :meth:`gisplan.analysis.siting.plans.PlanTask.of` takes it, without year, quantity and
        way; a phase may name a ``scenario`` of the workspace, whose demand is that of its year.
    year : int or None
        Year whose network is the one that stands; that of the workspace if left out.
    quantity : str
        Column of the demand; empty for that of the workspace.
    currency : Text
        What money is counted in, in words.
    candidates : dict of str to str
        Layer or file of the candidates by tier; that of the workspace where there is none. A file
        is looked for beside the plan's own first.
    datum : str
        Of the coordinates in files of candidates; WGS 84 if empty, and said so.
    titles : dict of str to Text
        Names of tiers and sizes -> what people read in their place, where they have a title.
    away : tuple of str
        Layers of polygons, lines or points that sizes keep away from.
    by : {"distance", "road"}
        How one gets there.
    roads : str
        Layer or file of roads; those that are shipped if empty.
    detour : float or None
        Of straight distance; that of the workspace if left out.
    more : float or None
        Money of which it is told what it would add in each year.
    curve : tuple of str, str, int, or None
        First and second aim of a trade-off, and how many points at most.
    choose : int or None
        The point of the trade-off that is told and drawn, from 1; 0 for its knee. None for the
        plan that is best under the budgets.
    seconds : float
        Time limit of each programme.
    robust : dict of str to Any, or None
        Ranges, as :meth:`gisplan.analysis.siting.plans.PlanRanges.of` takes them, with
        ``seconds``.
    """

    plan: dict[str, Any]
    year: int | None = None
    quantity: str = ""
    currency: Text = field(
        default_factory=lambda: Text("（未声明货币）", "(currency not declared)")
    )
    candidates: dict[str, str] = field(default_factory=dict)
    datum: str = ""
    titles: dict[str, Text] = field(default_factory=dict)
    away: tuple[str, ...] = ()
    by: str = "distance"
    roads: str = ""
    detour: float | None = None
    more: float | None = None
    curve: tuple[str, str, int] | None = None
    choose: int | None = None
    seconds: float = _SECONDS
    robust: dict[str, Any] | None = None

    def title_of(self, name: str, lang: Lang) -> str:
        """Give what people read for a tier or a size.

        Parameters
        ----------
        name : str
            Its name in the file.
        lang : {"zh", "en"}
            The language.

        Returns
        -------
        str
            Its title, or the name itself.
        """
        return self.titles[name].get(lang) if name in self.titles else name


def read_plan_file(path: Path) -> PlanFile:
    """Read a plan's file.

    Parameters
    ----------
    path : pathlib.Path
        TOML; docs/siting.md lists its keys.

    Returns
    -------
    PlanFile
        What it asks for.

    Raises
    ------
    DeclarationError
        If anything in it is wrong, each with file and key.
    """
    faults: list[Text] = []
    given = load(path, faults=faults)
    candidates: dict[str, str] = {}
    titles: dict[str, Text] = {}
    away = given.strings("away")
    tiers = [_tier(one, candidates, titles, away) for one in given.tables("tiers")]
    candidates = {name: _beside(path, own) for name, own in candidates.items()}
    phases = [_phase(one) for one in given.tables("phases")]
    for key, found in (("tiers", tiers), ("phases", phases)):
        if not found:
            given.fault(key, f"应至少有一个 [[{key}]]", f"needs one [[{key}]] at least")
    _require_order(given, tiers, phases)
    plan: dict[str, Any] = {
        "tiers": tiers,
        "phases": phases,
        "aim": given.choice("aim", AIMS, "coverage"),
        "regions": given.choice("regions", ("prefecture", "county"), "prefecture"),
        "single": given.choice("assignment", ("split", "single"), "split") == "single",
        "carry": given.boolean("carry", False),
        "charges": _charges(given),
        "near": _near(given),
        **_numbers(given, ("share", "least_share"), maximum=1.0),
    }
    year = given.integer("year", 0, minimum=1900, maximum=2200) if "year" in given else None
    given.allow(("year",))
    curve, choose = _curve(given)
    asked = PlanFile(
        plan=plan,
        year=year,
        quantity=given.string("quantity", ""),
        currency=given.text("currency", required=False) or _NO_CURRENCY,
        candidates=candidates,
        titles=titles,
        datum=given.string("datum", ""),
        away=away,
        by=given.choice("by", ("distance", "road"), "distance"),
        roads=_beside(path, given.string("roads", "")),
        detour=given.number("detour", minimum=1.0),
        more=given.number("more", minimum=0.0),
        curve=curve,
        choose=choose,
        seconds=given.number("seconds", minimum=0.1) or _SECONDS,
        robust=_robust(given),
    )
    if asked.curve is not None and "near" in asked.curve[:2] and plan["near"] is None:
        given.fault("near", "曲线用到 near，应有 [near]", "the curve asks for near: needs [near]")
    given.finish()
    refuse(faults)
    return asked


def _require_order(
    given: Declaration, tiers: list[dict[str, Any]], phases: list[dict[str, Any]]
) -> None:
    years = [one["year"] for one in phases]
    if sorted(set(years)) != years:
        said = "、".join(map(str, years)), ", ".join(map(str, years))
        given.fault(
            "phases",
            f"各期年份应由早到晚、不重复，现为 {said[0]}",
            f"years must rise, each once; they are {said[1]}",
        )
    names = [one["name"] for one in tiers]
    for name in dict.fromkeys(one for one in names if names.count(one) > 1):
        given.fault(
            "tiers",
            f"有 {names.count(name)} 个层级叫 {name}，应各有其名",
            f"{names.count(name)} tiers are called {name}: each needs a name of its own",
        )


def plan_example() -> tuple[Path, ...]:
    """Give the files of the plan that is shipped as an example.

    Returns
    -------
    tuple of pathlib.Path
        The plan's file and that of its candidates, by name; none where they are not there.
    """
    folder = shipped() / "examples" / "plans"
    return tuple(sorted(path for path in folder.glob("*.*") if path.is_file()))


def keep_plan(files: Mapping[str, bytes], *, place: Workspace) -> Path:
    """Keep a plan's file, with those beside it, below a workspace, for a job to read.

    Parameters
    ----------
    files : mapping of str to bytes
        Name -> content; one ends in ``.toml``.
    place : Workspace
        The workspace.

    Returns
    -------
    pathlib.Path
        The plan's file.

    Raises
    ------
    FileError
        If they can't be written.
    """
    folder = place.state / "intake" / secrets.token_hex(8)
    with told(folder):
        folder.mkdir(parents=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    return next(folder / name for name in files if name.endswith(".toml"))


def _beside(path: Path, own: str) -> str:
    """Find a file that a plan names: beside the plan's own file, or from where one is.

    Parameters
    ----------
    path : pathlib.Path
        The plan's file.
    own : str
        Layer or file.

    Returns
    -------
    str
        The file beside it, or what was given.
    """
    return str(path.parent / own) if Path(own).suffix and (path.parent / own).exists() else own


def _numbers(
    given: Declaration, keys: tuple[str, ...], *, maximum: float | None = None
) -> dict[str, float]:
    found = {key: given.number(key, minimum=0.0, maximum=maximum) for key in keys}
    return {key: value for key, value in found.items() if value is not None}


def _tier(
    given: Declaration,
    candidates: dict[str, str],
    titles: dict[str, Text],
    away: tuple[str, ...],
) -> dict[str, Any]:
    name = given.string("name")
    reaches = ("reach_km", "reach_min", "direct_km", "direct_min")
    tier: dict[str, Any] = {
        "name": name,
        "kinds": given.strings("kinds", required=True),
        **_numbers(given, (*reaches, "close", "keep", "per_tonne")),
        **_numbers(given, ("least", "passes_on"), maximum=1.0),
    }
    if "new" in given:
        tier["new"] = given.integer("new", 0, minimum=0)
    given.allow(("new",))
    if own := given.optional_string("candidates"):
        candidates[name] = own
    _titled(given, name, titles)
    tier["sizes"] = [_size(one, titles, away) for one in given.tables("sizes")]
    if not any(key in tier for key in ("reach_km", "reach_min")):
        given.fault("reach_km", "应有 reach_km 或 reach_min", "needs reach_km or reach_min")
    given.finish()
    return tier


def _titled(given: Declaration, name: str, titles: dict[str, Text]) -> None:
    title = given.text("title", required=False)
    if title is None:
        return
    if titles.setdefault(name, title) != title:
        given.fault("title", f"{name} 在别处另有标题", f"{name} has another title elsewhere")


def _size(given: Declaration, titles: dict[str, Text], away: tuple[str, ...]) -> dict[str, Any]:
    name = given.string("name")
    _titled(given, name, titles)
    size: dict[str, Any] = {
        "name": name,
        "action": given.choice("action", ("build", "enlarge"), "build"),
        **_numbers(given, ("capacity", "cost", "yearly")),
        **_away_km(given, away),
        **_numbers(given, ("least",), maximum=1.0),
    }
    for key in ("capacity", "cost"):
        if key not in size:
            if key not in given:
                given.fault(key, "缺少这个键", "this key is missing")
            size[key] = 1.0
    if size["capacity"] == 0:
        given.fault("capacity", "应大于 0", "must be above 0")
    given.finish()
    return size


def _away_km(given: Declaration, away: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(given.kind("away_km"), dict):
        return _numbers(given, ("away_km",))
    table = given.table("away_km")
    for name in table:
        if name not in away:
            table.fault(
                name,
                f"要避让的图层（away）中没有 {name}；有：{'、'.join(away) or '无'}",
                f"{name} is not among the layers to keep away from (away); there are: "
                f"{', '.join(away) or 'none'}",
            )
    found = _numbers(table, tuple(table))
    return {"away_km": {name: km for name, km in found.items() if name in away}}


def _phase(given: Declaration) -> dict[str, Any]:
    phase: dict[str, Any] = {
        "year": given.integer("year", 0, minimum=1900, maximum=2200),
        **_numbers(given, ("budget", "weight", "factor")),
    }
    if "year" not in given:
        given.fault("year", "缺少这个键", "this key is missing")
    for key in ("quantity", "scenario"):
        if name := given.optional_string(key):
            phase[key] = name
    given.finish()
    return phase


def _charges(given: Declaration) -> dict[str, Any]:
    table = given.table("charges")
    charges: dict[str, Any] = _numbers(table, ("transport", "interest"))
    if "life" in table:
        charges["life"] = table.integer("life", 1, minimum=1)
    table.allow(("life",))
    table.finish()
    return charges


def _curve(given: Declaration) -> tuple[tuple[str, str, int] | None, int | None]:
    wanted = "curve" in given
    table = given.table("curve")
    first = table.choice("first", AXES, "coverage")
    second = table.choice("second", AXES, "spent")
    points = table.integer("points", _POINTS, minimum=2, maximum=100)
    choose: int | None = None
    if "choose" in table and table.kind("choose") == "knee":
        choose = 0
    elif "choose" in table:
        choose = table.integer("choose", 1, minimum=1, maximum=100)
    table.allow(("choose",))
    if first == second:
        table.fault("second", "应与 first 不同", "must differ from first")
    table.finish()
    return ((first, second, points), choose) if wanted else (None, None)


def _robust(given: Declaration) -> dict[str, Any] | None:
    wanted = "robust" in given
    table = given.table("robust")
    ranges: dict[str, Any] = {
        "draws": table.integer("draws", _DRAWS, minimum=1, maximum=1000),
        "seed": table.integer("seed", 1, minimum=0),
        **_spans(table, ("demand", "local")),
        **_numbers(table, ("seconds",)),
    }
    ranges["tiers"] = [_tier_range(one) for one in table.tables("tiers")]
    ranges["plants"] = [_plant_range(one) for one in table.tables("plants")]
    table.finish()
    return ranges if wanted else None


def _tier_range(given: Declaration) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": given.string("name"),
        **_spans(given, ("capacity",)),
        **_spans(given, ("passes_on",), maximum=1.0),
    }
    closed = _spans(given, ("closed",))
    if any(not value.is_integer() for value in closed.get("closed", ())):
        given.fault("closed", "应为整数（座）", "must be whole numbers (of plants)")
        closed = {}
    given.finish()
    return {**found, **{key: tuple(map(int, span)) for key, span in closed.items()}}


def _plant_range(given: Declaration) -> dict[str, Any]:
    found = {
        "id": given.string("id"),
        **_spans(given, ("capacity",)),
        **_numbers(given, ("closed",), maximum=1.0),
    }
    given.finish()
    return found


def _spans(
    given: Declaration, keys: tuple[str, ...], *, maximum: float | None = None
) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for key in keys:
        if key not in given:
            given.allow((key,))
            continue
        span = given.numbers(key, minimum=0.0, maximum=maximum)
        if len(span) != 2 or span[0] > span[1]:
            given.fault(
                key,
                "应为 [最低, 最高]，由低到高两个数",
                "must be [lowest, highest], two numbers, the lower one first",
            )
            continue
        found[key] = span
    return found


def _near(given: Declaration) -> dict[str, Any] | None:
    if "near" not in given:
        given.allow(("near",))
        return None
    table = given.table("near")
    near: dict[str, Any] = {**_numbers(table, ("km",)), "tiers": table.strings("tiers")}
    if not near.get("km", 0) > 0:
        table.fault("km", "应大于 0", "must be above 0")
        near["km"] = 1.0
    if quantity := table.optional_string("quantity"):
        near["quantity"] = quantity
    table.finish()
    return near
