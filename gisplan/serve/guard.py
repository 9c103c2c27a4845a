"""Who may ask what: the exact host and origin, the key, how much may be sent, what a page may do.

A page of another site can make a browser send requests to this machine, and a name of another
site can be made to lead here (DNS rebinding). So the host and the origin of a request must be,
letter by letter, those that the office was opened at; everything but the first page asks for a
cookie that only the one who has the address of the first page gets.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response

from gisplan.serve.desk import Desk
from gisplan.text import Text

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

#: Bytes of a request that brings no files, and of one that does: the most a reader takes, and
#: the lines around it.
SMALL, LARGE = 4 << 20, (1 << 30) + (1 << 20)
#: Paths that bring files.
UPLOADS = ("/intake/files", "/ledger/evidence")
#: What a page of the office may do: nothing comes from elsewhere, no script stands in a page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_SAFE = frozenset({"GET", "HEAD"})
#: Wrong passwords in a minute after which none is looked at.
_TRIES = 6

_NOT_HERE = Text(
    "地址不对：请从 gisplan serve 打开的网页进入",
    "wrong address: please use the page that gisplan serve opened",
)
_ELSEWHERE = Text(
    "请求来自别的网站，已拒绝；请在本页中操作",
    "the request came from another site and was refused; please use the pages of the office",
)
_TOO_LARGE = Text(
    "发送的内容超过 1 GB，没有接收；请拆分文件后再试",
    "what was sent is larger than 1 GB and was not taken; please split the file",
)
_TOO_MUCH = Text(
    "一次发送的内容超过 4 MB，没有接收，也没有保存；请分几次保存，大批的改动请用导入",
    "more than 4 MB were sent in one go; nothing was taken or kept. Keep it in parts, or import it",
)
_NO_KEY = Text(
    "尚未进入：请双击工作区里的“打开规划工作台”，或用 gisplan serve 显示的完整地址打开",
    "not signed in: double-click the start script of the workspace, or open the full address that"
    " gisplan serve shows",
)


class TooLargeError(Exception):
    """More was sent than is taken."""


class Guard:
    """Let through what may be asked, and say of every answer what a page may do with it.

    Parameters
    ----------
    app : App
        What is guarded.
    desk : Desk
        The run of the office.
    """

    def __init__(self, app: App, *, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request.

        Parameters
        ----------
        scope, receive, send : Scope, Receive, Send
            As ASGI has them.
        """
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # no sockets
        refused = self._refused(scope)
        if refused is not None:
            status, words = refused
            await _plain(status, words)(scope, receive, _guarded(send))
            return
        files = scope["path"] in UPLOADS
        most, words = (LARGE, _TOO_LARGE) if files else (SMALL, _TOO_MUCH)
        counted = _Counted(receive, most)
        if counted.is_too_large(Headers(scope=scope)):
            await _plain(413, words)(scope, receive, _guarded(send))
            return
        try:
            await self._app(scope, counted, _guarded(send))
        except TooLargeError:
            await _plain(413, words)(scope, receive, _guarded(send))

    def _refused(self, scope: Scope) -> tuple[int, Text] | None:
        headers, desk = Headers(scope=scope), self._desk
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in desk.hosts:
            return 421, _NOT_HERE
        path, ours = scope["path"], [f"http://{hosts[0].lower()}"]
        is_open = self._is_open(path)
        if self._comes_from_elsewhere(headers, scope["method"], ours, is_open=is_open):
            return 403, _ELSEWHERE
        if is_open or path.startswith(("/open", "/enter", "/assets/")):
            return None
        if not is_known(HTTPConnection(scope), desk):
            return (401, Text("", "")) if desk.password else (403, _NO_KEY)
        return None

    def _comes_from_elsewhere(
        self, headers: Headers, method: str, ours: list[str], *, is_open: bool
    ) -> bool:
        origins = headers.getlist("origin")
        if method not in _SAFE:
            return origins != ours
        if is_open:
            return False
        site = headers.get("sec-fetch-site", "none")
        moves = headers.get("sec-fetch-mode", "navigate") == "navigate"
        return (bool(origins) and origins != ours) or (
            site not in ("none", "same-origin") and not moves
        )

    def _is_open(self, path: str) -> bool:
        # The key stands in the path: finished maps, and layers for other programs, which look at
        # theirs themselves.
        return path.startswith((f"/m/{self._desk.maps_key}/", "/ogc/"))


def cookie_name(desk: Desk) -> str:
    """Give the name of the cookie; browsers know hosts apart, and not ports.

    Parameters
    ----------
    desk : Desk
        The run of the office.

    Returns
    -------
    str
        With the port.
    """
    return f"gisplan_{desk.port}"


def is_known(asked: HTTPConnection, desk: Desk) -> bool:
    """Tell whether a request has the cookie.

    Parameters
    ----------
    asked : HTTPConnection
        The request.
    desk : Desk
        The run of the office.

    Returns
    -------
    bool
        Whether it has.
    """
    given = asked.cookies.get(cookie_name(desk), "")
    return secrets.compare_digest(given.encode(), desk.session.encode())


def let_in(answer: Response, desk: Desk) -> Response:
    """Give an answer the cookie.

    Parameters
    ----------
    answer : Response
        The answer.
    desk : Desk
        The run of the office.

    Returns
    -------
    Response
        The same.
    """
    answer.set_cookie(cookie_name(desk), desk.session, httponly=True, samesite="strict", path="/")
    return answer


class Door:
    """Look at passwords, and at no more of them than a person would try.

    Parameters
    ----------
    password : str
        The right one.
    """

    def __init__(self, password: str) -> None:
        self._password = password
        self._wrong: list[float] = []

    def is_shut(self) -> bool:
        """Tell whether too many were wrong in the last minute.

        Returns
        -------
        bool
            Whether none is looked at now.
        """
        now = time.monotonic()
        self._wrong = [then for then in self._wrong if now - then < 60]
        return len(self._wrong) >= _TRIES

    def is_right(self, given: str) -> bool:
        """Tell whether a password is the right one.

        Parameters
        ----------
        given : str
            What was typed.

        Returns
        -------
        bool
            Never for an empty one.
        """
        right = bool(self._password) and secrets.compare_digest(
            given.encode(errors="replace"), self._password.encode()
        )
        if not right:
            self._wrong.append(time.monotonic())
        return right


class _Counted:
    # Takes what is sent, and counts it.

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most

    def is_too_large(self, headers: Headers) -> bool:
        told = headers.get("content-length", "0")
        return not told.isdecimal() or int(told) > self._left

    async def __call__(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLargeError
        return message


def _guarded(send: Send) -> Send:
    # Say of an answer what may be done with it, unless it says so itself.
    async def told(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("content-security-policy", POLICY)
            headers.setdefault("cross-origin-resource-policy", "same-origin")
            headers.setdefault("cross-origin-opener-policy", "same-origin")
            headers.setdefault("x-content-type-options", "nosniff")
            # not no-referrer, with which a browser would hide the origin of forms from us too
            headers.setdefault("referrer-policy", "same-origin")
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return told


def _plain(status: int, words: Text) -> Response:
    if status == 401:
        return Response(status_code=303, headers={"location": "/enter"})
    return Response(f"{words.zh}\n{words.en}\n", status, media_type="text/plain; charset=utf-8")
