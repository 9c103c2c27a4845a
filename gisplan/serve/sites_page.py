"""Sites: candidates evaluated, and new ones suggested."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gisplan.api.jobs import store
from gisplan.api.jobs.store import JobRecord
from gisplan.api.workspace import Workspace
from gisplan.errors import GisplanError
from gisplan.serve import choices, sites_form
from gisplan.serve.coverage_page import WAYS
from gisplan.serve.pages import back, language_of, page, place_of
from gisplan.serve.sites_form import SitesFormError
from gisplan.text import Lang, Text

#: Files of one set of candidates: a shapefile has several.
_FILES = 12
Ask = Callable[[FormData, Workspace, Lang], dict[str, Any]]


def form_of(job: JobRecord) -> str:
    """Tell which form a job was asked for with.

    Parameters
    ----------
    job : JobRecord
        The job.

    Returns
    -------
    str
        ``evaluate`` or ``suggest``; empty for a job of another kind.
    """
    if job.kind != "sites":
        return ""
    return "evaluate" if "points" in job.asked else "suggest"


def _show(request: Request) -> Response:
    again = request.query_params.get("again", "")
    place = place_of(request)
    if not again:
        return _page(request)
    job = store.find(again, place=place)
    form = form_of(job)
    return _page(request, form=form, typed=sites_form.as_typed(job.asked, place) if form else None)


def _page(
    request: Request,
    *,
    form: str = "",
    typed: FormData | None = None,
    error: GisplanError | None = None,
) -> Response:
    place = place_of(request)

    def of(name: str) -> FormData | None:
        return typed if name == form else None

    def held(name: str, key: str, usual: object = "") -> str:
        given = of(name)
        return str(usual if given is None else given.get(key, ""))

    def ticked(name: str, key: str, value: str) -> bool:
        given = of(name)
        return given is not None and value in given.getlist(key)

    def used(name: str, *keys: str) -> bool:
        return any(held(name, key).strip() for key in keys)

    sent = "" if typed is None else str(typed.get("sent", ""))
    if isinstance(error, SitesFormError):
        sent = error.sent
    return page(
        request,
        "sites",
        status=422 if error else 200,
        error=error,
        form=form,
        wrong=error.names if isinstance(error, SitesFormError) else frozenset(),
        here=str(request.url.path) + (f"?{request.url.query}" if request.url.query else "")
        if request.method == "GET"
        else "/sites",
        held=held,
        ticked=ticked,
        used=used,
        sent=sent,
        sent_name=PurePosixPath(sent).name,
        screen="sites",
        ways=WAYS,
        models=sites_form.MODELS,
        datums=choices.DATUMS,
        quantities=choices.quantities(place),
        quantity=place.defaults.quantity,
        kinds=choices.kinds(place),
        usual_kinds=place.defaults.kinds,
        candidates=choices.candidate_layers(place),
        year=place.defaults.year,
        usual=place.defaults,
        new=place.defaults.new_sites,
        jobs=[job for job in store.listed(place) if job.kind == "sites"][:8],
    )


async def _evaluate(request: Request) -> Response:
    return await _asked(request, "evaluate", sites_form.to_evaluate, _evaluated)


async def _suggest(request: Request) -> Response:
    return await _asked(request, "suggest", sites_form.to_suggest, _suggested)


def _evaluated(asked: Mapping[str, Any], place: Workspace) -> Text:
    which = sites_form.counted(asked, place)
    return Text(f"评价候选场址（{which.zh}）", f"candidates evaluated ({which.en})")


def _suggested(asked: Mapping[str, Any], _: Workspace) -> Text:
    aim = dict(sites_form.MODELS)[asked.get("model", "mclp")]
    count = asked.get("new")
    if count is None:
        return Text(f"推荐新场址：{aim.zh}", f"new sites suggested: {aim.en}")
    more = Text(f"：{aim.zh}", f": {aim.en}") if "model" in asked else Text("", "")
    return Text(f"推荐 {count} 处新场址{more.zh}", f"{count} new sites suggested{more.en}")


async def _asked(
    request: Request, name: str, read: Ask, title: Callable[[Mapping[str, Any], Workspace], Text]
) -> Response:
    place, lang = place_of(request), language_of(request)
    form = await request.form(max_files=_FILES, max_fields=80)
    try:
        asked = await run_in_threadpool(read, form, place, lang)
        made = store.start("sites", asked, title=title(asked, place), place=place, lang=lang)
        return back(f"/jobs/{made}")
    except GisplanError as error:
        # with all that was typed, so that only what is wrong need be typed again
        return await run_in_threadpool(_page, request, form=name, typed=form, error=error)
    finally:
        await form.close()


ROUTES = (
    Route("/sites", _show),
    Route("/sites/evaluate", _evaluate, methods=["POST"]),
    Route("/sites/suggest", _suggest, methods=["POST"]),
)
