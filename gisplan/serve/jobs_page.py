"""What was done and is being done: the list of jobs, each with its progress and its result."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from gisplan.api.jobs import store
from gisplan.api.jobs.store import JobRecord
from gisplan.api.workspace import Workspace
from gisplan.serve.intake_page import layer_titles, set_aside_table
from gisplan.serve.maps_page import map_of
from gisplan.serve.pages import back, desk_of, language_of, page, place_of, said
from gisplan.serve.plan_page import typed_form
from gisplan.serve.sites_page import form_of
from gisplan.text import Lang

#: Seconds between two looks at a job.
_EVERY = 0.3
#: Screen that a kind of job was asked for on.
_SCREENS = {
    "import": "intake",
    "coverage": "coverage",
    "sites": "sites",
    "plan": "sites",
    "compare": "scenarios",
    "document": "documents",
}


def _list(request: Request) -> Response:
    return page(request, "jobs", screen="jobs", jobs=store.listed(place_of(request)))


def _show(request: Request) -> Response:
    place = place_of(request)
    job = store.find(request.path_params["name"], place=place)
    intake = job.kind == "import"
    drawn = map_of(job, place)
    return page(
        request,
        "job",
        screen=_SCREENS.get(job.kind, "jobs"),
        job=job,
        asked=job.asked,
        result=job.result,
        frame=f"/m/{desk_of(request).maps_key}/results/{job.name}" if drawn else "",
        layer_title=layer_titles(place),
        again="" if job.state == "running" else _again(job, place),
        aside=set_aside_table(job, place) if intake and job.state == "done" else None,
    )


def _again(job: JobRecord, place: Workspace) -> str:
    """Give the path of the form that a job was asked for with, to be changed and sent again.

    Parameters
    ----------
    job : JobRecord
        The job.
    place : Workspace
        The workspace.

    Returns
    -------
    str
        Empty where there is none.
    """
    if form_of(job):
        return f"/sites?again={job.name}"
    return f"/sites/plan?again={job.name}" if typed_form(job, place) is not None else ""


def _end(request: Request) -> Response:
    name = request.path_params["name"]
    store.end(name, place=place_of(request))
    return back(f"/jobs/{name}")


def _running(request: Request) -> Response:
    jobs = store.listed(place_of(request))
    return JSONResponse({"running": sum(job.state == "running" for job in jobs)})


async def _events(request: Request) -> Response:
    place, name = place_of(request), request.path_params["name"]
    await run_in_threadpool(store.find, name, place=place)
    lang = language_of(request)

    async def told() -> AsyncIterator[str]:
        last = ""
        while not await request.is_disconnected():
            job = await run_in_threadpool(store.find, name, place=place)
            now = json.dumps(_progress(job, lang), ensure_ascii=False)
            if now != last:
                yield f"data: {now}\n\n"
                last = now
            if job.state != "running":
                return
            await asyncio.sleep(_EVERY)

    return StreamingResponse(told(), media_type="text/event-stream")


def _progress(job: JobRecord, language: Lang) -> dict[str, object]:
    told = job.progress
    what, note = told.get("what"), told.get("note")
    return {
        "state": job.state,
        "what": said(what, language) if what else "",
        "note": said(note, language) if note else "",
        "done": told.get("done"),
        "steps": told.get("steps"),
        "left": told.get("left"),
    }


ROUTES = (
    Route("/jobs", _list),
    Route("/jobs/running", _running),
    Route("/jobs/{name}", _show),
    Route("/jobs/{name}/end", _end, methods=["POST"]),
    Route("/jobs/{name}/events", _events),
)
