"""Sites: a pasted list of candidates evaluated, and new ones suggested."""

from __future__ import annotations

import re
import secrets

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gisplan.api.jobs import store
from gisplan.api.workspace import Workspace
from gisplan.errors import FileError, OptionError
from gisplan.reasons import reason
from gisplan.serve.coverage_page import WAYS, reaches_of, way
from gisplan.serve.pages import back, language_of, page, place_of
from gisplan.text import Text

_PAIR = re.compile(r"-?\d{1,3}(?:\.\d+)?\s*[,，]\s*-?\d{1,3}(?:\.\d+)?")
#: Lines of a pasted list, and new sites in one go.
_LINES, _NEW = 2000, 200
_DATUMS = frozenset({"", "wgs84", "cgcs2000", "gcj02", "bd09"})


def _show(request: Request) -> Response:
    place = place_of(request)
    return page(
        request,
        "sites",
        screen="sites",
        ways=WAYS,
        usual=f"{place.defaults.site_reach_km:g}",
        new=place.defaults.new_sites,
        jobs=[job for job in store.listed(place) if job.kind == "sites"][:8],
    )


async def _evaluate(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    form = await request.form(max_files=0, max_fields=20)
    lines = [line for line in str(form.get("points", "")).splitlines() if line.strip()]
    if not lines:
        raise OptionError(Text("请先贴上候选点", "please paste the candidates first"))
    if len(lines) > _LINES:
        raise OptionError(
            Text(f"一次最多 {_LINES} 个候选点", f"at most {_LINES} candidates in one go")
        )
    datum = str(form.get("datum", ""))
    if datum not in _DATUMS:
        raise OptionError(Text("请选坐标系", "please choose a datum"))
    points, count = [line.strip() for line in lines], len(lines)
    if not all(_PAIR.fullmatch(line) for line in points):
        count -= 1  # the heading
        points = [await run_in_threadpool(_pasted, place, lines)]
    reaches = reaches_of(str(form.get("reaches", "")), most=1)
    asked = {
        "by": way(str(form.get("by", ""))),
        "reaches": reaches,
        "points": points,
        "datum": datum,
    }
    title = Text(f"评价候选场址（{count} 处）", f"candidates evaluated ({count})")
    return back(f"/jobs/{store.start('sites', asked, title=title, place=place, lang=lang)}")


def _pasted(place: Workspace, lines: list[str]) -> str:
    """Keep a pasted table as a file, to be read as any other.

    Parameters
    ----------
    place : Workspace
        The workspace.
    lines : list of str
        With a heading; cells parted by tabs, as a spreadsheet pastes them, or by commas.

    Returns
    -------
    str
        Path of the file below the workspace.
    """
    folder = place.root / ".gisplan" / "intake" / secrets.token_hex(8)
    name = "candidates.tsv" if "\t" in lines[0] else "candidates.csv"
    try:
        folder.mkdir(parents=True)
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace")
    except OSError as error:
        why = reason(error, path=folder)
        raise FileError(
            Text(f"候选点没有存下（{why.zh}）", f"the candidates were not kept ({why.en})")
        ) from error
    return (folder / name).relative_to(place.root).as_posix()


async def _suggest(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    form = await request.form(max_files=0, max_fields=20)
    new = str(form.get("new", "")).strip()
    if not re.fullmatch(r"[0-9]{1,3}", new) or not 1 <= int(new) <= _NEW:
        raise OptionError(Text(f"新增几处：请写 1 到 {_NEW}", f"how many new sites: 1 to {_NEW}"))
    asked = {
        "by": way(str(form.get("by", ""))),
        "reaches": reaches_of(str(form.get("reaches", "")), most=1),
        "new": int(new),
    }
    title = Text(f"推荐 {new} 处新场址", f"{new} new sites suggested")
    return back(f"/jobs/{store.start('sites', asked, title=title, place=place, lang=lang)}")


ROUTES = (
    Route("/sites", _show),
    Route("/sites/evaluate", _evaluate, methods=["POST"]),
    Route("/sites/suggest", _suggest, methods=["POST"]),
)
