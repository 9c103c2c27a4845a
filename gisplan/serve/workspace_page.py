"""The workspace: opened or made, and its layers with their state, source, age and faults."""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gisplan.api import workspace
from gisplan.api.start_scripts import write_start_scripts
from gisplan.api.state import LayerState, layer_states, map_states
from gisplan.errors import GisplanError, OptionError
from gisplan.serve.desk import Desk
from gisplan.serve.pages import back, desk_of, page, place_of
from gisplan.text import Text

#: What a name of a folder can't hold on some system, and what none may be called.
_NOT_IN_NAMES = set('/\\:*?"<>|')
_NO_NAMES = {"", ".", ".."}


def _show(request: Request) -> Response:
    place = place_of(request)
    states = layer_states(place)
    own = [item for item in states if item.own]
    made = [item for item in states if not item.own]
    faults = [item for item in states if item.problems or item.set_aside]
    return page(
        request,
        "workspace",
        screen="workspace",
        groups=(
            (Text("来自文件的图层", "Layers read from files"), own),
            (Text("由其他图层算出的图层", "Layers computed from others"), made),
        ),
        counts=_counts(states),
        faults=faults,
        maps=map_states(place),
        folder=str(place.root),
    )


def _counts(states: tuple[LayerState, ...]) -> dict[str, int]:
    found = dict.fromkeys(("current", "changed", "never", "broken"), 0)
    for item in states:
        found[item.standing] += 1
    return found


def _layer(request: Request) -> Response:
    name = request.path_params["name"]
    place = place_of(request)
    found = next((item for item in layer_states(place) if item.spec.name == name), None)
    if found is None:
        raise OptionError(Text(f"没有图层 {name}", f"there is no layer {name}"))
    return page(request, "layer", screen="workspace", item=found)


def _start(request: Request) -> Response:
    desk = desk_of(request)
    there = [path for path in _near(desk.home) if (path / "gisplan.toml").is_file()]
    return page(
        request,
        "start",
        screen="start",
        home=str(desk.home),
        there=[(path.name or str(path), str(path)) for path in there],
        kinds=workspace.EXAMPLES.items(),
    )


def _near(home: Path) -> list[Path]:
    try:
        inside = sorted(path for path in home.iterdir() if path.is_dir())
    except OSError:
        inside = []
    return [home, *inside]


async def _open(request: Request) -> Response:
    form = await request.form(max_files=0, max_fields=4)
    folder = Path(str(form.get("folder", "")).strip().strip('"'))
    return await run_in_threadpool(_opened, desk_of(request), folder)


def _opened(desk: Desk, folder: Path) -> Response:
    near = {str(path) for path in _near(desk.home)}
    if not desk.is_local and str(folder) not in near:
        raise OptionError(
            Text(
                "从别的电脑只能打开列出的工作区",
                "from another machine only the workspaces listed can be opened",
            )
        )
    found = workspace.find(folder)
    if not found.own:
        raise OptionError(
            Text(
                f"{folder} 不是工作区（没有 gisplan.toml）；请选工作区文件夹，或新建一个",
                f"{folder} is no workspace (it has no gisplan.toml); name one, or make a new one",
            )
        )
    desk.root = found.root
    return back("/")


async def _new(request: Request) -> Response:
    form = await request.form(max_files=0, max_fields=4)
    name, kind = str(form.get("name", "")).strip(), str(form.get("kind", ""))
    return await run_in_threadpool(_made, request, name, kind)


def _made(request: Request, name: str, kind: str) -> Response:
    desk = desk_of(request)
    if name in _NO_NAMES or _NOT_IN_NAMES & set(name) or not name.isprintable():
        raise OptionError(
            Text(
                f'“{name[:40]}”不能作文件夹的名称；请用文字、数字，不用 / \\ : * ? " < > |',
                f"'{name[:40]}' can be no name of a folder; use letters and digits, none of"
                ' / \\ : * ? " < > |',
            )
        )
    if kind not in workspace.EXAMPLES:
        raise OptionError(Text("请选一种工作区", "please choose a kind of workspace"))
    made = workspace.create(desk.home / name, example=kind)
    write_start_scripts(made)
    desk.root = made.root
    return back("/")


def opened_first(home: Path) -> Path | None:
    """Give the workspace that a folder is in.

    Parameters
    ----------
    home : pathlib.Path
        The folder that the office was started in.

    Returns
    -------
    pathlib.Path or None
        None if it is in none, or in one whose settings are wrong.
    """
    try:
        found = workspace.find(home)
    except GisplanError:
        return None
    return found.root if found.own else None


ROUTES = (
    Route("/", _show),
    Route("/layers/{name}", _layer),
    Route("/start", _start),
    Route("/start/open", _open, methods=["POST"]),
    Route("/start/new", _new, methods=["POST"]),
)
