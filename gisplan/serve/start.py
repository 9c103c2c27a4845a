"""The start: a port, an address, the browser, and the server until it is ended."""

from __future__ import annotations

import ipaddress
import os
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from gisplan.errors import OptionError
from gisplan.reasons import reason
from gisplan.serve.app import application
from gisplan.serve.desk import LOOPBACK, Desk
from gisplan.serve.guard import Door
from gisplan.serve.workspace_page import opened_first
from gisplan.text import Lang, Text

#: The port that is tried first, so that addresses that other programs keep stay right.
PORT = 8642
_MORE = 20
#: Holds the password, where others may reach the office; made up if it is empty.
PASSWORD = "GISPLAN_PASSWORD"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What a run of the office is asked for.

    Attributes
    ----------
    host : str
        A name or address of this machine; on any but loopback a password is asked for.
    port : int, optional
        Where it listens; the first free one from ``PORT`` on if left out.
    browser : bool
        Whether to open the browser.
    lang : {"zh", "en"}
        Language of a page until its reader says otherwise.
    """

    host: str = LOOPBACK[0]
    port: int | None = None
    browser: bool = True
    lang: Lang = "zh"


def serve(home: Path, *, options: ServeOptions, say: Callable[[Text], None]) -> None:
    """Open the office, and serve it until it is ended (Ctrl-C, or the window is closed).

    Parameters
    ----------
    home : pathlib.Path
        The folder that it is started in: a workspace, or where workspaces are.
    options : ServeOptions
        What is asked for.
    say : callable
        Takes what is said.

    Raises
    ------
    OptionError
        If the host is none of this machine, or the port is taken.
    """
    _check(options.host)
    with _listening(options) as listening:
        root = opened_first(home)
        desk = Desk(
            home=root.parent if root else home,
            root=root,
            host=options.host,
            port=listening.getsockname()[1],
            lang=options.lang,
        )
        if not desk.is_local:
            desk.password = os.environ.get(PASSWORD) or secrets.token_urlsafe(9)
        made = application(desk)
        made.state.door = Door(desk.password)
        _tell(desk, say)
        server = uvicorn.Server(
            uvicorn.Config(
                made,
                log_level="error",
                access_log=False,
                server_header=False,
                ws="none",
                lifespan="off",
            )
        )
        if options.browser and desk.is_local:
            threading.Timer(0.5, webbrowser.open, [desk.address]).start()
        server.run(sockets=[listening])


def _tell(desk: Desk, say: Callable[[Text], None]) -> None:
    say(
        Text(
            f"规划工作台已打开：{desk.address}",
            f"the office is open at: {desk.address}",
        )
    )
    if desk.password:
        say(
            Text(
                f"注意：同一网络中的其他人也能打开这个地址，内容不加密传输。密码：{desk.password}",
                "mind: others in this network can open this address, and what is sent is not"
                f" encrypted. Password: {desk.password}",
            )
        )
    say(
        Text(
            "用完后关闭本窗口，或按 Ctrl-C",
            "close this window, or press Ctrl-C, when you are done",
        )
    )


def _check(host: str) -> None:
    try:
        told = ipaddress.ip_address(host)
    except ValueError:
        return
    if told.is_unspecified:
        raise OptionError(
            Text(
                f"--host 请写本机的具体地址或名称（别人用它打开），不能是 {host}",
                f"--host takes the very address or name by which others reach this machine, not"
                f" {host}",
            )
        )


def _listening(options: ServeOptions) -> socket.socket:
    wanted = [options.port] if options.port is not None else [*range(PORT, PORT + _MORE), 0]
    for port in wanted:
        try:
            family, _, _, _, where = socket.getaddrinfo(
                options.host, port, type=socket.SOCK_STREAM
            )[0]
            found = socket.socket(family, socket.SOCK_STREAM)
            if os.name != "nt":
                found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind(where)
            found.listen(64)
        except OSError as error:
            why = reason(error)
            if port != wanted[-1]:
                continue
            raise OptionError(
                Text(
                    f"不能在 {options.host}:{port} 打开工作台（{why.zh}）；请用 --port 换一个端口",
                    f"can't open the office at {options.host}:{port} ({why.en}); name another port"
                    " with --port",
                )
            ) from error
        return found
    raise AssertionError("no port was tried")
