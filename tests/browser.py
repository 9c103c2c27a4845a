"""A real Chromium for page tests, with the network cut.

``chromium`` is one browser for all tests; ``open_page`` opens a file in it and gives a
:class:`Page` to look at and to act on.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--window-size=1440,900",
    # No host but this machine has an address, so that nothing can be fetched, whatever a page asks
    # for; one name is made to lead here, as names of other sites can be.
    "--host-resolver-rules=MAP rebound.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_LOCAL = ("file", "data", "blob", "about", "chrome")


class Page:
    """A page in the browser, as a person sees it."""

    def __init__(self, driver: webdriver.Chrome, path: Path) -> None:
        self.driver = driver
        self.path = path
        self._requests: list[str] = []
        self._errors: list[str] = []

    def load(self) -> Page:
        """Open the page anew and forget what it asked for and complained of before."""
        self.driver.get("about:blank")
        self.forget()
        self.driver.get(self.path.resolve().as_uri())
        return self

    def forget(self) -> None:
        """Forget what it asked for and complained of before."""
        for kind in ("performance", "browser"):
            self.driver.get_log(kind)
        self._requests.clear()
        self._errors.clear()

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a script in the page and give what it returns."""
        return self.driver.execute_script(script, *arguments)

    def find(self, css: str) -> list[WebElement]:
        """Find all elements, shown or not."""
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def first(self, css: str) -> WebElement:
        """Give the first element, shown or not, as soon as there is one."""
        self.wait(lambda: bool(self.find(css)))
        return self.find(css)[0]

    def text(self, css: str) -> str:
        """Give the visible text of the first element; of a popup, when it has faded in."""
        self.wait(
            lambda: self.run(
                "return [...document.querySelectorAll('.leaflet-popup')]"
                ".every((one) => getComputedStyle(one).opacity > 0.9)"
            )
        )
        return str(self.first(css).text)

    def shown(self, css: str) -> list[WebElement]:
        """Find the elements that a person can see."""
        return [element for element in self.find(css) if element.is_displayed()]

    def click(self, css: str) -> None:
        """Click the first element."""
        self.first(css).click()

    def point(self, lon: float, lat: float) -> tuple[int, int]:
        """Give the pixel of the window at which a place lies."""
        script = """
          const map = gisplan.map, box = map.getContainer().getBoundingClientRect();
          const point = map.latLngToContainerPoint([arguments[1], arguments[0]]);
          return [Math.round(box.left + point.x), Math.round(box.top + point.y)];"""
        x, y = self.run(script, lon, lat)
        return int(x), int(y)

    def hover_at(self, lon: float, lat: float) -> None:
        """Move the mouse to a place and let the page draw."""
        self._mouse(lon, lat).perform()
        self.settle()

    def click_at(self, lon: float, lat: float) -> None:
        """Click a place with the mouse and let the page draw."""
        self._mouse(lon, lat).click().perform()
        self.settle()
        # A popup fades in; at first it is there for scripts only.
        pale = """return [...document.querySelectorAll(".leaflet-popup")]
          .some((popup) => getComputedStyle(popup).opacity === "0");"""
        self.wait(lambda: not self.run(pale))

    def _mouse(self, lon: float, lat: float) -> ActionChains:
        chain = ActionChains(self.driver, duration=20)
        chain.w3c_actions.pointer_action.move_to_location(*self.point(lon, lat))
        return chain

    def settle(self) -> None:
        """Wait until two frames are drawn."""
        self.driver.execute_async_script(
            "const done = arguments[0];"
            "requestAnimationFrame(() => requestAnimationFrame(() => done()));"
        )

    def wait(self, condition: Callable[[], bool], *, seconds: float = 20) -> None:
        """Wait until something is so, as while it fades away; fail if it never is."""
        WebDriverWait(self.driver, seconds, poll_frequency=0.05).until(lambda _: condition())

    def close_popup(self) -> None:
        """Close what is open on the map."""
        self.run("gisplan.map.closePopup(); document.querySelector('dialog').close();")
        self.wait(lambda: not self.find(".leaflet-popup"))

    def resize(self, width: int, height: int) -> Page:
        """Give the page a window of that size, as a phone or a laptop has it."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        self.settle()
        return self

    @property
    def outside_requests(self) -> list[str]:
        """Addresses beyond the page itself that it asked for since it was loaded."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self._requests.append(message["params"]["request"]["url"])
        return [url for url in self._requests if urlsplit(url).scheme not in _LOCAL]

    @property
    def errors(self) -> list[str]:
        """Errors and warnings in the console since the page was loaded."""
        self._errors += [
            entry["message"]
            for entry in self.driver.get_log("browser")
            if entry["level"] in ("SEVERE", "WARNING")
        ]
        return list(self._errors)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """One browser for the whole run; on a machine without one the tests are skipped, not in CI."""
    binary = shutil.which("chromium") or shutil.which("chromium-browser")
    driver_path = shutil.which("chromedriver")
    if binary is None or driver_path is None:
        reason = "page tests need Chromium and chromedriver (Debian: chromium, chromium-driver)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in _FLAGS:
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('chromium')}")
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    # A dialog that a page opens is a fault that a test must see, not something to click away.
    options.unhandled_prompt_behavior = "ignore"
    driver = webdriver.Chrome(options=options, service=Service(driver_path))
    driver.set_script_timeout(15)
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture(scope="session")
def open_page(chromium: webdriver.Chrome) -> Callable[[Path], Page]:
    """Open an HTML file in the browser; one page is open at a time."""
    return lambda path: Page(chromium, path).resize(1440, 900).load()
