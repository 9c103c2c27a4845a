"""The office as it runs: a process of its own, and a site of somebody else beside it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from starlette.testclient import TestClient

from gisplan.api.jobs import store
from gisplan.api.jobs.store import JobRecord
from gisplan.catalog.workspace import Workspace
from gisplan.serve.app import application
from gisplan.serve.desk import Desk
from gisplan.serve.guard import Door, cookie_name

PORT = 8642
HOME = f"http://127.0.0.1:{PORT}"


def client(place: Workspace, *, signed_in: bool = True, **known: str) -> TestClient:
    """The office of a workspace without a network; with the cookie, unless said otherwise."""
    desk = Desk(home=place.root.parent, root=place.root, port=PORT, **known)
    made = application(desk)
    made.state.door = Door(desk.password)
    base = f"http://{desk.host}:{PORT}"
    found = TestClient(
        made,
        base_url=base,
        follow_redirects=False,
        headers={"origin": base},
        raise_server_exceptions=False,
    )
    if signed_in:
        found.cookies.set(cookie_name(desk), desk.session)
    return found


def finished(place: Workspace, name: str, *, seconds: float = 60) -> JobRecord:
    """Wait for a job to end, and give it."""
    until = time.monotonic() + seconds
    while (job := store.find(name, place=place)).state == "running":
        assert time.monotonic() < until, job
        time.sleep(0.05)
    return job


class Office:
    """A running office."""

    def __init__(self, root: Path, *words: str) -> None:
        command = [sys.executable, "-m", "gisplan", "serve", "--no-browser", "--port", "0", *words]
        self._process = subprocess.Popen(
            command, cwd=root, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        self.address = line[line.index("http") :].strip()
        self.home = "http://" + urlsplit(self.address).netloc

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End it as Ctrl-C does."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
        if self._process.stdout is not None:
            self._process.stdout.close()


@contextlib.contextmanager
def office(root: Path, *words: str) -> Iterator[Office]:
    """Run the office of a folder."""
    running = Office(root, *words)
    try:
        yield running
    finally:
        running.close()


@contextlib.contextmanager
def other_site(page: str) -> Iterator[str]:
    """Run a site of somebody else on this machine, with one page; give its address."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def is_alive(pid: int) -> bool:
    """Tell whether a process is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
