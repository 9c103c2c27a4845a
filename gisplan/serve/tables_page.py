"""Layers as tables: looked through, edited in place, the difference looked at, then kept."""

from __future__ import annotations

import functools
import json
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gisplan.api.editing.check import CheckedEdits
from gisplan.api.editing.edits import DATUMS, TableEdits
from gisplan.api.editing.keep import keep_edits, try_edits
from gisplan.api.editing.table import (
    LayerTable,
    TableView,
    is_as_shipped,
    rows_shown,
    table_of,
    why_read_only,
)
from gisplan.api.history.undo import history, last_change
from gisplan.api.state import layer_states
from gisplan.errors import DataError, OptionError
from gisplan.serve.pages import language_of, page, place_of
from gisplan.text import Text

#: Rows of a page, and changes that are listed beside the tables.
_ROWS, _CHANGES = 100, 6


def _list(request: Request) -> Response:
    place = place_of(request)
    found = [
        (item, why_read_only(item.spec, place))
        for item in layer_states(place)
        if item.spec.geometry != "raster" and not item.spec.is_large
    ]
    edited = [one for one in found if one[1] is None]
    own = [one for one in edited if not is_as_shipped(one[0].spec)]
    came = [one for one in edited if is_as_shipped(one[0].spec)]
    return page(
        request,
        "tables",
        screen="tables",
        groups=(
            (Text("自己的表", "Your own"), own),
            (
                Text(
                    "随软件提供的事实和规则，可以改，只影响本工作区",
                    "Facts and rules that came along; edited for this workspace alone",
                ),
                came,
            ),
            (Text("只能看的", "To be looked at only"), [one for one in found if one[1]]),
        ),
        changes=history(place)[:_CHANGES],
        titles={item.spec.name: item.spec.title for item, _ in found},
    )


def _show(request: Request) -> Response:
    place, asked = place_of(request), request.query_params
    table = table_of(request.path_params["name"], place=place)
    view = _view(asked)
    rows, total = rows_shown(table, view)
    if view.start >= total > 0:  # a page behind the last
        view = _view({**asked, "page": str((total - 1) // _ROWS + 1)})
        rows, total = rows_shown(table, view)
    changes = history(place, layer=table.spec.name)
    last = last_change(place)
    return page(
        request,
        "table",
        screen="tables",
        table=table,
        rows=rows,
        total=total,
        view=view,
        number=view.start // _ROWS + 1,
        pages=max(1, -(-total // _ROWS)),
        link=functools.partial(_link, asked),
        keys={row: json.dumps(table.key_of(row), ensure_ascii=False) for row in rows},
        changes=changes[:_CHANGES],
        undoes=last.id if last is not None else "",
        kept=asked.get("kept", "")[:40],
    )


def _view(asked: QueryParams | dict[str, str]) -> TableView:
    told = asked.get("page", "1")
    number = int(told) if told.isdecimal() and len(told) < 8 else 1
    return TableView(
        search=asked.get("q", "")[:200].strip(),
        order=asked.get("order", "")[:80],
        descending=asked.get("down") == "1",
        faulty=asked.get("faulty") == "1",
        start=(max(number, 1) - 1) * _ROWS,
        count=_ROWS,
    )


def _link(asked: QueryParams, **changed: Any) -> str:
    """Give the address of the same page, with something else asked.

    Parameters
    ----------
    asked : QueryParams
        What is asked now.
    **changed : any
        What is asked instead; empty for nothing.

    Returns
    -------
    str
        What stands behind the path.
    """
    kept = {name: asked[name] for name in ("q", "order", "down", "faulty") if asked.get(name)}
    whole = {**kept, **changed}
    return "?" + urlencode({name: value for name, value in whole.items() if value != ""})


async def _edits(request: Request) -> TableEdits:
    form = await request.form(max_files=0, max_fields=8)
    try:
        told = json.loads(str(form.get("edits", "")))
    except (ValueError, RecursionError):
        told = None
    if isinstance(told, dict) and form.get("datum"):
        told["datum"] = form["datum"]
    return TableEdits.of(told)


async def _difference(request: Request) -> Response:
    place, name = place_of(request), request.path_params["name"]
    edits = await _edits(request)
    table, checked = await run_in_threadpool(try_edits, name, edits, place=place)
    return _compared(request, table, checked)


def _compared(
    request: Request, table: LayerTable, checked: CheckedEdits, *, told: Text | None = None
) -> Response:
    return page(
        request,
        "difference",
        status=200 if told is None else 422,
        screen="tables",
        table=table,
        checked=checked,
        told=told,
        asked=json.dumps(checked.asked.plain(), ensure_ascii=False),
        datums=DATUMS,
        names={row: _name_of(table, row) for row in map(int, table.rows.index)},
    )


def _name_of(table: LayerTable, row: int) -> str:
    for name in ("name_zh", "name", "item"):
        if name in table.rows.columns:
            return str(table.rows.at[row, name])
    return " / ".join(table.key_of(row))


async def _keep(request: Request) -> Response:
    place, name = place_of(request), request.path_params["name"]
    edits = await _edits(request)
    keeps = functools.partial(keep_edits, name, edits, place=place)
    try:
        kept = await run_in_threadpool(keeps)
    except (DataError, OptionError) as error:
        # what was written meanwhile is shown with what is to be written now
        table, checked = await run_in_threadpool(try_edits, name, edits, place=place)
        return _compared(request, table, checked, told=error.message)
    return RedirectResponse(f"/tables/{name}?kept={kept.change or 'nothing'}", 303)


def _again(request: Request) -> Response:
    # a page that was sent is loaded once more, as in another language: the edits are still there
    language_of(request)
    return RedirectResponse(f"/tables/{request.path_params['name']}", 303)


ROUTES = (
    Route("/tables", _list),
    Route("/tables/{name}", _show),
    Route("/tables/{name}/difference", _again),
    Route("/tables/{name}/difference", _difference, methods=["POST"]),
    Route("/tables/{name}/keep", _again),
    Route("/tables/{name}/keep", _keep, methods=["POST"]),
)
