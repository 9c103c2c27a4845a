"""What a plan builds before it is needed: budgets may want it so, or nothing speaks against it."""

from __future__ import annotations

from gisplan.analysis.siting.plans.plan_case import PlanCase
from gisplan.analysis.siting.plans.whole_plan import PlanAnswer
from gisplan.analysis.siting.siting_words import listed
from gisplan.text import Text

#: Share of what was added below which it takes nothing in.
_NOTHING = 1e-6


def built_ahead(case: PlanCase, answer: PlanAnswer) -> tuple[Text, ...]:
    """Name what is built or enlarged in a year that does without it.

    Parameters
    ----------
    case : PlanCase
        What was planned.
    answer : PlanAnswer
        The plan.

    Returns
    -------
    tuple of Text
        Sentences: what is needed in a later year, and what in none; without those of which it
        is not known.
    """
    known = case.places.set_index("id")
    sites = answer.sites
    later: list[Text] = []
    never: list[Text] = []
    actions = answer.actions
    moved = actions["action"] == "move"
    for done in actions[moved | (actions["capacity"] > 0)].to_dict("records"):
        mine = sites[(sites["site"] == done["site"]) & (sites["year"] >= done["year"])]
        # a plant that moves brings all that is there
        added = mine["capacity"] if done["action"] == "move" else done["capacity"]
        before = mine["capacity"] - added
        needed = mine["year"][~(mine["used"] <= before + _NOTHING * added)].to_numpy()
        if needed.size and needed[0] == done["year"]:
            continue
        zh, en = (str(known.at[done["site"], f"name_{lang}"]) for lang in ("zh", "en"))
        built = int(done["year"])
        if needed.size:
            first = int(needed[0])
            later.append(
                Text(f"{zh}（{built} 年建，{first} 年用）", f"{en} ({built}, used from {first})")
            )
        else:
            never.append(Text(f"{zh}（{built} 年建）", f"{en} ({built})"))
    said: list[Text] = []
    if later:
        names = listed(later)
        said.append(
            Text(
                f"先建后用：{names.zh}；推迟其一，或与以后的一项对调，没有找到同样好的方案",
                f"built before it is needed: {names.en}; no plan as good was found in which one of "
                "these waits, or changes places with one thing done later",
            )
        )
    if never:
        names = listed(never)
        said.append(
            Text(f"建了各年都用不到：{names.zh}", f"built, and needed in no year: {names.en}")
        )
    return tuple(said)
