"""Coverage: who is within reach of the network, by distance, by road or in minutes."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gisplan.api.jobs import store
from gisplan.api.layers import layers
from gisplan.errors import OptionError
from gisplan.serve import choices
from gisplan.serve.pages import back, language_of, page, place_of
from gisplan.text import Text

#: How the way is found.
WAYS = (
    ("distance", Text("直线距离（千米）", "Straight distance (km)")),
    ("road", Text("沿公路（千米）", "By road (km)")),
    ("minutes", Text("行车时间（分钟）", "Driving time (minutes)")),
)
_REACHES = re.compile(r"[\s,，、;；]+")
#: Reaches in one go, and the farthest.
_MOST, _FARTHEST = 8, 5000.0


def _show(request: Request) -> Response:
    place = place_of(request)
    usual = place.defaults
    names = {spec.name: spec for spec in layers(place)}
    network, demand = place.roles.network, place.roles.demand
    return page(
        request,
        "coverage",
        screen="coverage",
        ways=WAYS,
        usual={
            "distance": " ".join(f"{one:g}" for one in usual.reaches_km),
            "minutes": " ".join(f"{one:g}" for one in usual.reaches_min),
        },
        quantities=choices.quantities(place),
        quantity=usual.quantity,
        missing=[name for name in (network, demand) if name not in names],
        jobs=[job for job in store.listed(place) if job.kind == "coverage"][:8],
    )


async def _ask(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    form = await request.form(max_files=0, max_fields=20)
    by = way(str(form.get("by", "")))
    reaches = reaches_of(str(form.get("reaches", "")))
    asked = {
        "by": by,
        "reaches": reaches,
        "regions": str(form.get("regions", "")),
        "quantity": str(form.get("quantity", "")),
    }
    words = dict(WAYS)[by]
    shown = " ".join(f"{one:g}" for one in reaches)
    title = Text(f"覆盖：{words.zh} {shown}".strip(), f"coverage: {words.en} {shown}".strip())
    return back(f"/jobs/{store.start('coverage', asked, title=title, place=place, lang=lang)}")


def way(given: str) -> str:
    """Give how the way is found, as a form has it.

    Parameters
    ----------
    given : str
        What was chosen.

    Returns
    -------
    str
        A key of ``WAYS``.

    Raises
    ------
    OptionError
        If it is none.
    """
    if given in dict(WAYS):
        return given
    raise OptionError(Text("请选怎样量", "please choose how the way is measured"))


def reaches_of(text: str, *, most: int = _MOST) -> list[float]:
    """Read reaches as people type them.

    Parameters
    ----------
    text : str
        Numbers with blanks or commas between.
    most : int
        How many there may be.

    Returns
    -------
    list of float
        Rising; empty if none are named.

    Raises
    ------
    OptionError
        If one is no number above 0, or they are too many.
    """
    found = []
    for word in filter(None, _REACHES.split(text.strip())):
        if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", word) or not 0 < float(word) <= _FARTHEST:
            raise OptionError(
                Text(
                    f"“{word[:20]}”不是范围；请写大于 0 的数，如 50 100",
                    f"'{word[:20]}' is no reach; type numbers above 0, such as 50 100",
                )
            )
        found.append(float(word))
    if len(found) > most:
        raise OptionError(Text(f"范围最多写 {most} 个", f"there may be {most} reaches at most"))
    return sorted(set(found))


ROUTES = (Route("/coverage", _show), Route("/coverage", _ask, methods=["POST"]))
