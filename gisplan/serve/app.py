"""The office as one application: its pages, its guard, and how faults are said."""

from __future__ import annotations

import contextlib
import traceback
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from gisplan.errors import GisplanError
from gisplan.serve import (
    coverage_page,
    documents_page,
    entry_page,
    history_page,
    intake_page,
    jobs_page,
    ledger_page,
    maps_page,
    ogc_page,
    plan_page,
    scenarios_page,
    sites_page,
    tables_page,
    workspace_page,
)
from gisplan.serve.desk import Desk
from gisplan.serve.guard import Guard
from gisplan.serve.pages import ASSETS, NoWorkspaceError, back, page
from gisplan.text import Text

_GONE = Text("没有这一页", "there is no such page")
_OUR_FAULT = Text(
    "gisplan 自身出错，工作区中的文件完好；详情记在工作区的 .gisplan/faults.txt，请随问题一并反馈",
    "gisplan itself is at fault; the workspace's files are whole. Details stand in"
    " .gisplan/faults.txt of the workspace, please send it along",
)


def application(desk: Desk) -> Starlette:
    """Make the office.

    Parameters
    ----------
    desk : Desk
        What this run of it knows.

    Returns
    -------
    Starlette
        An ASGI application.
    """
    made = Starlette(
        routes=[
            *entry_page.ROUTES,
            *workspace_page.ROUTES,
            *intake_page.ROUTES,
            *tables_page.ROUTES,
            *history_page.ROUTES,
            *ledger_page.ROUTES,
            *jobs_page.ROUTES,
            *maps_page.ROUTES,
            *coverage_page.ROUTES,
            *sites_page.ROUTES,
            *plan_page.ROUTES,
            *scenarios_page.ROUTES,
            *documents_page.ROUTES,
            *ogc_page.ROUTES,
            Mount("/assets", StaticFiles(directory=ASSETS)),
        ],
        middleware=[Middleware(Guard, desk=desk)],
        exception_handlers={
            GisplanError: _wrong,
            NoWorkspaceError: _none_open,
            HTTPException: _http,
            Exception: _fault,
        },
    )
    made.state.desk = desk
    return made


async def _wrong(request: Request, error: Any) -> Response:
    return page(request, "wrong", status=422, message=error.message, faults=error.faults)


async def _none_open(_: Request, __: Exception) -> Response:
    return back("/start")


async def _http(request: Request, error: Any) -> Response:
    words = _GONE if error.status_code == 404 else Text("请求有误", "the request is wrong")
    return page(request, "wrong", status=error.status_code, message=words, faults=())


async def _fault(request: Request, error: Exception) -> Response:
    desk: Desk = request.app.state.desk
    with contextlib.suppress(OSError):
        folder = (desk.root or desk.home) / ".gisplan"
        folder.mkdir(exist_ok=True)
        with (folder / "faults.txt").open("a", encoding="utf-8", errors="replace") as file:
            file.write("".join(traceback.format_exception(error)) + "\n")
    return page(request, "wrong", status=500, message=_OUR_FAULT, faults=())
