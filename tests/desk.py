"""The office as it runs: a process of its own, and a site of somebody else beside it."""

from __future__ import annotations

import base64
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from starlette.testclient import TestClient

from gisplan.api import workspace
from gisplan.api.jobs import store
from gisplan.api.jobs.store import JobRecord
from gisplan.catalog.workspace import Workspace
from gisplan.serve.app import application
from gisplan.serve.desk import Desk
from gisplan.serve.guard import Door, cookie_name
from gisplan.serve.pages import LANGUAGE
from tests.browser import Page
from tests.test_overview_page import axe

PORT = 8642
#: Folders of the machine that made a picture are no part of it.
_NO_PATHS = """
for (const one of document.querySelectorAll("bdi, code"))
  if (!one.children.length)
    one.textContent = one.textContent
      .replace(/^\\/.*?(?=规划)/, "…/").replace(/(:\\d+.ogc.).*/, "$1…/");
"""
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


class Planner:
    """Who works in the window: goes to pages, presses buttons, waits for jobs."""

    def __init__(self, driver: webdriver.Chrome, running: Office) -> None:
        self.driver = driver
        self.home = running.home
        self._page = Page(driver, Path()).resize(1366, 768)
        driver.get_log("browser")  # what pages of other tests complained of
        # a cookie is of this machine, whichever office gave it: the words of another one's
        driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        driver.get(running.address)

    def find(self, css: str) -> WebElement:
        """Give the first element."""
        return self.driver.find_element("css selector", css)

    def all(self, css: str) -> list[WebElement]:
        """Give all elements."""
        return self.driver.find_elements("css selector", css)

    @property
    def text(self) -> str:
        """What the page says."""
        return str(self.find("main").text)

    def go(self, path: str) -> Planner:
        """Open a page."""
        self.driver.get(self.home + path)
        return self

    def press(self, css: str) -> Planner:
        """Press a button, and wait for the page that it leads to."""
        body = self.find("body")
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", self.find(css))
        self.find(css).click()
        self._page.wait(lambda: is_gone(body), seconds=60)
        return self

    def ended(self) -> Planner:
        """Wait for the job of this page to end."""
        self._page.wait(lambda: not self.all("[data-job]") and bool(self.all("main")), seconds=300)
        return self

    def wait(self, until: Callable[[], bool], *, seconds: float = 60) -> None:
        """Wait until something holds."""
        self._page.wait(until, seconds=seconds)

    def make(self, name: str, kind: str) -> Workspace:
        """Make a workspace, as a person without one does."""
        self.find("input[name=name]").send_keys(name)
        self.find(f"input[value={kind}]").click()
        self.press("form[action='/start/new'] button")
        where = self.find("main .note bdi").text
        return workspace.find(Path(where))

    def drop(self, *paths: Path) -> None:
        """Give the page files, and wait for their check."""
        body = self.find("body")
        self.find("input[type=file]").send_keys("\n".join(map(str, paths)))
        self._page.wait(lambda: is_gone(body), seconds=60)
        self.ended()

    def title_of_map(self) -> str:
        """Give the title of the finished map inside the window."""
        self.driver.switch_to.frame(self.find("iframe.map"))
        self._page.wait(lambda: bool(self.all("#title") and self.find("#title").text), seconds=30)
        title = str(self.find("#title").text)
        self.driver.switch_to.default_content()
        return title

    def type(self, css: str, text: str) -> Planner:
        """Put a text in the place of what a field holds."""
        field = self.find(css)
        field.clear()
        field.send_keys(text)
        return self

    def choose(self, css: str, value: str) -> Planner:
        """Choose of a list."""
        Select(self.find(css)).select_by_value(value)
        return self

    def picture(self, name: str) -> None:
        """Keep a picture for the guides, in both languages, if GISPLAN_PICTURES names a folder."""
        folder = os.environ.get("GISPLAN_PICTURES")
        if not folder:
            return
        for lang in ("zh", "en"):
            if lang == "en":
                self._speak("en")
            time.sleep(1.5)  # maps are drawn, and pages scroll, with some delay
            self.driver.execute_script(_NO_PATHS)
            shot = {"format": "webp", "quality": 34}
            told = self.driver.execute_cdp_cmd("Page.captureScreenshot", shot)
            path = Path(folder) / f"{name}.{lang}.webp"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(told["data"]))
        self._speak("zh")

    def _speak(self, lang: str) -> None:
        at = self.driver.execute_script("return scrollY")
        self.driver.add_cookie({"name": LANGUAGE, "value": lang})
        self.driver.refresh()
        self.driver.execute_script(f"scrollTo(0, {at})")

    def clean(self) -> None:
        """Fail if axe-core objects to the page."""
        core = (resources.files("axe_core_python") / "axe.min.js").read_text("utf-8")
        self.driver.execute_script(core)
        assert axe(self._page) == [], self.driver.current_url


def is_gone(element: WebElement) -> bool:
    """Tell whether another page has come in the place of an element's."""
    try:
        return not element.is_enabled()
    except StaleElementReferenceException:
        return True
