"""Files brought in: dropped, checked, columns matched by hand, rows mended, the last one undone."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gisplan.api import importing, layers
from gisplan.api.history.kept import IN_A_WINDOW
from gisplan.api.jobs import store
from gisplan.api.jobs.store import JobRecord
from gisplan.api.workspace import Workspace
from gisplan.errors import GisplanError, OptionError
from gisplan.serve.intake_form import chosen
from gisplan.serve.pages import back, language_of, page, place_of
from gisplan.serve.uploads import MOST_FILES, kept, whole_files
from gisplan.text import Lang, Text

#: Cells of a table that is mended.
_CELLS = 60_000
_KINDS = {
    "enterprises": Text("企业", "enterprises"),
    "facilities": Text("设施", "facilities"),
    "parks": Text("园区", "parks"),
}


def _show(request: Request) -> Response:
    place = place_of(request)
    jobs = [job for job in store.listed(place) if job.kind == "import"]
    return page(
        request,
        "intake",
        screen="intake",
        jobs=jobs[:12],
        last=importing.last_import(place),
        undone=request.query_params.get("undone", "")[:80],
        layer_title=layer_titles(place),
    )


async def _files(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    try:
        form = await request.form(max_files=MOST_FILES, max_fields=20)
    except MultiPartException as error:
        raise OptionError(
            Text(
                f"一次最多放 {MOST_FILES} 个文件；请分几次，或压缩成一个 zip",
                f"at most {MOST_FILES} files in one go; send them in parts, or as one zip",
            )
        ) from error
    try:
        given = [item for item in form.getlist("files") if isinstance(item, UploadFile)]
        given = [item for item in given if item.filename]
        if not given:
            raise OptionError(Text("没有选文件", "no file was chosen"))
        folder = await run_in_threadpool(kept, place, given)
    finally:
        await form.close()
    items = whole_files(folder)
    if not items:
        names = "、".join(path.name for path in sorted(folder.iterdir()))
        raise OptionError(
            Text(
                f"缺少 .shp 文件：收到的是 {names}。"
                "shapefile 请把同名的 .shp、.dbf、.shx、.prj 一起放进来",
                f"there is no .shp among {names}; of a shapefile please send .shp, .dbf, .shx and"
                " .prj together",
            )
        )
    started = [
        _start(place, {"path": path.relative_to(place.root).as_posix()}, dry=True, lang=lang)
        for path in items
    ]
    return back(f"/jobs/{started[0]}" if len(started) == 1 else "/intake")


def _start(place: Workspace, asked: Mapping[str, Any], *, dry: bool, lang: Lang) -> str:
    whole = {"layer": None, "options": {}, **asked, "dry": dry}
    name = PurePosixPath(str(whole["path"])).name
    title = (
        Text(f"检查：{name}", f"check: {name}") if dry else Text(f"导入：{name}", f"import: {name}")
    )
    return store.start("import", whole, title=title, place=place, lang=lang)


async def _again(request: Request) -> Response:
    """Check a file again, or bring it in, with what was chosen on its page.

    Parameters
    ----------
    request : Request
        With the form of the page.

    Returns
    -------
    Response
        Leads to the job.
    """
    place, lang = place_of(request), language_of(request)
    form = await request.form(max_files=0, max_fields=5000)
    job = store.find(request.path_params["name"], place=place)
    if job.kind != "import":
        raise OptionError(Text("这不是一次导入", "this is no import"))
    asked = chosen(job, form)
    name = _start(place, asked, dry=form.get("do") != "import", lang=lang)
    return back(f"/jobs/{name}")


async def _mended(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    form = await request.form(max_files=0, max_fields=_CELLS)
    job = store.find(request.path_params["name"], place=place)
    layer = str(job.result.get("layer", ""))
    aside = await run_in_threadpool(importing.set_aside_rows, layer, place=place)
    if aside is None:
        raise OptionError(Text("没有搁置的行了", "there are no rows set aside any more"))
    rows = [
        [_cell(form, r, c, was) for c, was in enumerate(row)] for r, row in enumerate(aside.rows)
    ]
    path = await run_in_threadpool(importing.write_mended, layer, rows, place=place)
    # what was said of the columns holds for these rows too; which rows are data does not
    options = {
        key: value
        for key, value in job.asked["options"].items()
        if key in ("units", "columns", "values", "skip", "datum")
    }
    asked = {"path": path.relative_to(place.root).as_posix(), "layer": layer, "options": options}
    return back(f"/jobs/{_start(place, asked, dry=False, lang=lang)}")


def _cell(form: FormData, row: int, column: int, was: str) -> str:
    value = form.get(f"cell:{row}:{column}")
    return value.replace("\r\n", "\n") if isinstance(value, str) else was


async def _undo(request: Request) -> Response:
    place = place_of(request)
    form = await request.form(max_files=0, max_fields=4)
    expected = str(form["change"]) if form.get("change") else None
    was = await run_in_threadpool(
        functools.partial(importing.undo_import, place, expected=expected, patience=IN_A_WINDOW)
    )
    return RedirectResponse(f"/intake?undone={was.layer}", 303)


def layer_titles(place: Workspace) -> Callable[[str], Text | str]:
    """Make what gives the title of a layer, also of one that is not declared yet.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    callable
        Takes the name of a layer; gives the name itself where nothing better is known.
    """
    known: dict[str, Text] = {}
    with contextlib.suppress(GisplanError):
        known = {spec.name: spec.title for spec in layers.layers(place)}
    return lambda name: known.get(name) or _KINDS.get(name) or name


def set_aside_table(job: JobRecord, place: Workspace) -> dict[str, Any] | None:
    """Give the rows that an import set aside, with the cells that are at fault.

    Parameters
    ----------
    job : JobRecord
        The import.
    place : Workspace
        The workspace.

    Returns
    -------
    dict or None
        ``columns``, and ``rows`` of ``cells``, ``where`` and ``why``; None if there are none, or
        they are those of a later import.
    """
    if job.asked.get("dry") or not job.result.get("set_aside"):
        return None
    aside = importing.set_aside_rows(str(job.result["layer"]), place=place)
    if aside is None:
        return None
    faults: dict[str, list[Mapping[str, Any]]] = {}
    for item in job.result["problems"]:
        if item["set_aside"] and item["row"] is not None:
            faults.setdefault(str(item["row"]), []).append(item)
    rows = []
    for cells, origin in zip(aside.rows, aside.origins, strict=True):
        found = faults.get(origin[2], [])
        rows.append(
            {
                "cells": cells,
                "where": origin,
                "why": [item["message"] for item in found],
                "bad": {item["column"] for item in found},
            }
        )
    return {"columns": aside.columns, "rows": rows}


ROUTES = (
    Route("/intake", _show),
    Route("/intake/files", _files, methods=["POST"]),
    Route("/intake/undo", _undo, methods=["POST"]),
    Route("/intake/{name}/again", _again, methods=["POST"]),
    Route("/intake/{name}/mended", _mended, methods=["POST"]),
)
