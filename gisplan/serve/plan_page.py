"""A whole plan of sites: its file sent, or filled in as a form, and worked out as a job."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from gisplan.api import sites
from gisplan.api.jobs import store
from gisplan.api.jobs.store import JobRecord
from gisplan.api.load import load_layer
from gisplan.api.workspace import Workspace
from gisplan.errors import GisplanError, OptionError
from gisplan.serve import choices
from gisplan.serve.coverage_page import WAYS
from gisplan.serve.form_fields import FormError
from gisplan.serve.pages import back, language_of, page, place_of
from gisplan.serve.plan_form import AIMS, CURVES, PHASES, PLANTS, SIZES, TIERS, plan_text
from gisplan.serve.uploads import kept
from gisplan.text import Text

#: Files in one go: the plan's, and those of its candidates.
_FILES = 12
_NAME = "plan.toml"
#: What was typed into the form, beside the plan's file.
_TYPED = "form.json"


def typed_form(job: JobRecord, place: Workspace) -> FormData | None:
    """Give what was typed into the form that a job was asked for with.

    Parameters
    ----------
    job : JobRecord
        The job.
    place : Workspace
        The workspace.

    Returns
    -------
    FormData or None
        None if it is of a file that was sent, or of another kind, or no longer kept.
    """
    if job.kind != "plan":
        return None
    path = (place.root / str(job.asked.get("path", ""))).with_name(_TYPED)
    try:
        return FormData([(str(k), str(v)) for k, v in json.loads(path.read_text("utf-8"))])
    except (OSError, ValueError):
        return None


def _show(request: Request) -> Response:
    again = request.query_params.get("again", "")
    place = place_of(request)
    typed = typed_form(store.find(again, place=place), place) if again else None
    return _page(request, typed=typed)


def _page(
    request: Request, *, typed: FormData | None = None, error: GisplanError | None = None
) -> Response:
    place = place_of(request)

    def held(name: str, usual: object = "") -> str:
        return str(usual if typed is None else typed.get(name, ""))

    def ticked(name: str, value: str = "1") -> bool:
        return typed is not None and value in typed.getlist(name)

    def used(*starts: str) -> bool:
        return typed is not None and any(
            str(value).strip() for name, value in typed.multi_items() if name.startswith(starts)
        )

    return page(
        request,
        "plan",
        status=422 if error else 200,
        error=error,
        wrong=error.names if isinstance(error, FormError) else frozenset(),
        here=str(request.url.path) + (f"?{request.url.query}" if request.url.query else "")
        if request.method == "GET"
        else "/sites/plan",
        held=held,
        ticked=ticked,
        used=used,
        screen="sites",
        ways=WAYS,
        aims=AIMS,
        curves=CURVES,
        tiers=range(1, TIERS + 1),
        sizes=range(1, SIZES + 1),
        phases=range(1, PHASES + 1),
        plants=range(1, PLANTS + 1),
        standing=_standing(place),
        year=place.defaults.year,
        quantities=choices.quantities(place),
        quantity=place.defaults.quantity,
        kinds=choices.kinds(place),
        candidates=choices.candidate_layers(place),
        example=[path.name for path in sites.plan_example()],
        jobs=[job for job in store.listed(place) if job.kind == "plan"][:8],
    )


def _standing(place: Workspace) -> list[tuple[str, Text]]:
    """Give identifiers and names of the network's sites, to choose one by its name.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    list[tuple[str, Text]]
        None if the network can't be read: its faults are told where it is asked for.
    """
    try:
        table = load_layer(place.roles.network, place=place).table
    except GisplanError:
        return []
    keys = ("id", "name_zh", "name_en")
    if not all(key in table for key in keys):
        return []
    return [
        (str(own), Text(str(zh), str(en)))
        for own, zh, en in table[list(keys)].itertuples(index=False, name=None)
    ]


async def _file(request: Request) -> Response:
    try:
        return await _sent(request)
    except GisplanError as error:
        return await run_in_threadpool(_page, request, error=error)


async def _sent(request: Request) -> Response:
    place = place_of(request)
    form = await request.form(max_files=_FILES, max_fields=20)
    try:
        given = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
        given = [one for one in given if one.filename]
        plans = [one for one in given if (one.filename or "").lower().endswith(".toml")]
        if len(plans) != 1:
            raise OptionError(
                Text(
                    "请选一个方案文件（.toml），候选点的文件可以一起选",
                    "please choose one plan (.toml); files of its candidates may go with it",
                )
            )
        folder = await run_in_threadpool(kept, place, given)
    finally:
        await form.close()
    (path,) = (one for one in folder.iterdir() if one.suffix.lower() == ".toml")
    return await _started(request, place, path)


async def _form(request: Request) -> Response:
    place = place_of(request)
    form = await request.form(max_files=0, max_fields=400)
    try:
        standing = await run_in_threadpool(_standing, place)
        pairs = [(name, str(value)) for name, value in form.multi_items()]
        files = {
            _NAME: plan_text(form, standing=standing).encode(),
            _TYPED: json.dumps(pairs, ensure_ascii=False).encode(),
        }
        path = await run_in_threadpool(sites.keep_plan, files, place=place)
        return await _started(request, place, path)
    except GisplanError as error:
        # with all that was typed, so that only what is wrong need be typed again
        return await run_in_threadpool(_page, request, typed=form, error=error)


async def _started(request: Request, place: Workspace, path: Path) -> Response:
    # what is wrong in it is told at once, not by a job
    asked = await run_in_threadpool(partial(sites.read_plan_file, path))
    lang = language_of(request)
    years = [str(phase["year"]) for phase in asked.plan["phases"]]
    span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    title = Text(f"整体方案：{span} 年", f"whole plan: {span}")
    what = {"path": path.relative_to(place.root).as_posix()}
    return back(f"/jobs/{store.start('plan', what, title=title, place=place, lang=lang)}")


async def _try(request: Request) -> Response:
    place = place_of(request)
    files = {path.name: path.read_bytes() for path in sites.plan_example()}
    if not files:
        raise HTTPException(404)
    path = await run_in_threadpool(sites.keep_plan, files, place=place)
    return await _started(request, place, path)


def _example(request: Request) -> Response:
    files = {path.name: path for path in sites.plan_example()}
    name = request.path_params["name"]
    if name not in files:
        raise HTTPException(404)
    return FileResponse(files[name], media_type="application/octet-stream", filename=name)


ROUTES = (
    Route("/sites/plan", _show),
    Route("/sites/plan/file", _file, methods=["POST"]),
    Route("/sites/plan/form", _form, methods=["POST"]),
    Route("/sites/plan/example", _try, methods=["POST"]),
    Route("/sites/plan/example/{name}", _example),
)
