"""What was changed in the tables, from what to what, and the last change taken back."""

from __future__ import annotations

import functools

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gisplan.api.history.kept import IN_A_WINDOW
from gisplan.api.history.undo import history, last_change, undo_last
from gisplan.api.layers import layers
from gisplan.errors import OptionError
from gisplan.serve.intake_page import layer_titles
from gisplan.serve.pages import page, place_of
from gisplan.text import Text

#: Changes that are listed; there may be thousands.
_LISTED = 200


def _show(request: Request) -> Response:
    place, layer = place_of(request), request.query_params.get("layer", "")[:200]
    last = last_change(place)
    changes = history(place, layer=layer or None)
    undone = request.query_params.get("undone", "")[:40]
    return page(
        request,
        "history",
        screen="tables",
        changes=changes[:_LISTED],
        more=max(0, len(changes) - _LISTED),
        layer=layer,
        undoes=last.id if last is not None else "",
        undone=next((one for one in history(place) if one.of == undone), None) if undone else None,
        layer_title=layer_titles(place),
    )


def _one(request: Request) -> Response:
    place = place_of(request)
    wanted = request.path_params["change"]
    change = next((one for one in history(place) if one.id == wanted), None)
    if change is None:
        raise OptionError(Text("没有这一次改动", "there is no such change"))
    spec = next((one for one in layers(place) if one.name == change.layer), None)
    last = last_change(place)
    titles = {} if spec is None else {column.name: column.title for column in spec.columns}
    return page(
        request,
        "change",
        screen="tables",
        change=change,
        titles=titles,
        undoes=last.id if last is not None else "",
        layer_title=layer_titles(place),
    )


async def _undo(request: Request) -> Response:
    place = place_of(request)
    form = await request.form(max_files=0, max_fields=4)
    wanted = str(form.get("change", ""))
    undo = functools.partial(undo_last, place, expected=wanted, patience=IN_A_WINDOW)
    was = await run_in_threadpool(undo)
    return RedirectResponse(f"/history?undone={was.id}", 303)


ROUTES = (
    Route("/history", _show),
    Route("/history/undo", _undo, methods=["POST"]),
    Route("/history/{change}", _one),
)
