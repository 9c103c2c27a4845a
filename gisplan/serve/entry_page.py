"""The way in: the address with the key, the password, the language."""

from __future__ import annotations

import secrets

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gisplan.serve.guard import Door, let_in
from gisplan.serve.pages import LANGUAGE, back, desk_of, page
from gisplan.text import LANGS, Text

_WRONG = Text("密码不对", "wrong password")
_SHUT = Text("试的次数太多，请一分钟后再试", "too many tries; please wait a minute")
_OLD = Text(
    "这个地址已失效：工作台重新启动后地址会变，请用新打开的网页",
    "this address is no longer valid: it changes with each start; please use the page opened last",
)


async def _open(request: Request) -> Response:
    desk = desk_of(request)
    given = request.query_params.get("key", "")
    if not desk.is_local or not secrets.compare_digest(given.encode(), desk.key.encode()):
        return page(request, "wrong", status=403, message=_OLD, faults=(), running=0)
    return let_in(back("/"), desk)


async def _enter(request: Request) -> Response:
    desk = desk_of(request)
    if request.method == "GET" or not desk.password:
        return page(request, "enter", wrong=None)
    door: Door = request.app.state.door
    if door.is_shut():
        return page(request, "enter", status=429, wrong=_SHUT)
    form = await request.form(max_files=0, max_fields=4)
    given = form.get("password")
    if not await run_in_threadpool(door.is_right, given if isinstance(given, str) else ""):
        return page(request, "enter", status=403, wrong=_WRONG)
    return let_in(back("/"), desk)


async def _language(request: Request) -> Response:
    form = await request.form(max_files=0, max_fields=4)
    chosen, to = form.get("lang"), form.get("to")
    # a path of this office alone: no //host, no backslash that a browser would turn
    path = to if isinstance(to, str) and to.startswith("/") else "/"
    if path.startswith("//") or "\\" in path or not path.isprintable():
        path = "/"
    answer = back(path)
    if chosen in LANGS:
        answer.set_cookie(LANGUAGE, str(chosen), samesite="strict", httponly=True, path="/")
    return answer


ROUTES = (
    Route("/open", _open),
    Route("/enter", _enter, methods=["GET", "POST"]),
    Route("/language", _language, methods=["POST"]),
)
