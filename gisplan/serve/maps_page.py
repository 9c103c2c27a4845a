"""The maps: which there are, made in the background, and the finished page inside the window."""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from gisplan.api.jobs import store
from gisplan.api.jobs.plain import FOLDER
from gisplan.api.jobs.store import JobRecord
from gisplan.api.state import map_states
from gisplan.api.workspace import Workspace
from gisplan.serve.pages import back, desk_of, language_of, page, place_of
from gisplan.text import Text

#: A finished map has scripts in its page, which its own policy names one by one. Here it stands
#: in a sandbox besides: it is of no origin, has no cookie, and can't ask anything of the office.
_SANDBOX = "sandbox allow-scripts allow-downloads allow-popups allow-modals; frame-ancestors 'self'"


def _list(request: Request) -> Response:
    place, asked = place_of(request), request.query_params.get("map", "")
    states = map_states(place)
    shown = next((item for item in states if item.spec.name == asked and item.page), None)
    shown = shown or next((item for item in states if item.page), None)
    return page(
        request,
        "maps",
        screen="maps",
        maps=states,
        shown=shown,
        frame=f"/m/{desk_of(request).maps_key}/{shown.page.name}" if shown and shown.page else "",
    )


async def _build(request: Request) -> Response:
    place = place_of(request)
    form = await request.form(max_files=0, max_fields=100)
    named = [str(name) for name in form.getlist("map") if name]
    titles = {item.spec.name: item.spec.title for item in map_states(place)}
    what = [titles[name] for name in named if name in titles]
    title = Text("生成全部地图", "make all maps")
    if what:
        title = Text(
            "生成地图：" + "、".join(each.zh for each in what),
            "make maps: " + ", ".join(each.en for each in what),
        )
    lang = language_of(request)
    name = store.start("build", {"maps": named}, title=title, place=place, lang=lang)
    return back(f"/jobs/{name}")


def _map(request: Request) -> Response:
    desk, place = desk_of(request), place_of(request)
    if request.path_params["key"] != desk.maps_key:
        raise HTTPException(404)
    name = request.path_params["name"]
    # only what stands in the folder by that very name: no path leads out of it
    pages = {path.name: path for path in place.rendered.glob("*.html") if not path.is_symlink()}
    return _sandboxed(pages.get(name))


def _result_map(request: Request) -> Response:
    desk, place = desk_of(request), place_of(request)
    if request.path_params["key"] != desk.maps_key:
        raise HTTPException(404)
    # the page that this very job made, and no other file that lies beside it
    return _sandboxed(map_of(store.find(request.path_params["job"], place=place), place))


def map_of(job: JobRecord, place: Workspace) -> Path | None:
    """Give the map that a job has drawn of its result.

    Parameters
    ----------
    job : JobRecord
        The job.
    place : Workspace
        The workspace.

    Returns
    -------
    pathlib.Path or None
        None if it has drawn none, or the page is there no more.
    """
    path = place.root / str(job.result.get("map") or "")
    inside = path.parent in (place.root / FOLDER, place.rendered)
    return path if inside and path.is_file() and not path.is_symlink() else None


def _sandboxed(path: Path | None) -> Response:
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, media_type="text/html", headers={"content-security-policy": _SANDBOX})


ROUTES = (
    Route("/maps", _list),
    Route("/maps/build", _build, methods=["POST"]),
    Route("/m/{key}/{name}", _map),
    Route("/m/{key}/results/{job}", _result_map),
)
