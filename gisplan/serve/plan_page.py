"""A whole plan of sites: its file sent, or filled in as a form, and worked out as a job."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from gisplan.api import sites
from gisplan.api.jobs import store
from gisplan.api.layers import layers
from gisplan.api.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.serve.coverage_page import WAYS
from gisplan.serve.pages import back, language_of, page, place_of
from gisplan.serve.plan_form import AIMS, CURVES, PHASES, SIZES, TIERS, plan_text
from gisplan.serve.uploads import kept
from gisplan.text import Text

#: Files in one go: the plan's, and those of its candidates.
_FILES = 12
_NAME = "plan.toml"


def _show(request: Request) -> Response:
    place = place_of(request)
    names = {spec.name: spec for spec in layers(place)}
    demand, network = names.get(place.roles.demand), names.get(place.roles.network)
    columns = demand.columns if demand else ()
    kinds = network.column("kind") if network and "kind" in network.column_names else None
    return page(
        request,
        "plan",
        screen="sites",
        ways=WAYS,
        aims=AIMS,
        curves=CURVES,
        tiers=range(1, TIERS + 1),
        sizes=range(1, SIZES + 1),
        phases=range(1, PHASES + 1),
        year=place.defaults.year,
        quantities=[
            (one.name, one.title_with_unit)
            for one in columns
            if one.unit is not None and (one.name == "population" or one.name.startswith("t_"))
        ],
        quantity=place.defaults.quantity,
        kinds=[(name, kinds.labels.get(name, name)) for name in kinds.values] if kinds else [],
        candidates=[
            (spec.name, spec.title)
            for spec in names.values()
            if spec.geometry == "point" and "id" in spec.column_names
        ],
        example=[path.name for path in sites.plan_example()],
        jobs=[job for job in store.listed(place) if job.kind == "plan"][:8],
    )


async def _file(request: Request) -> Response:
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
    text = plan_text(form)
    path = await run_in_threadpool(sites.keep_plan, {_NAME: text.encode()}, place=place)
    return await _started(request, place, path)


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
