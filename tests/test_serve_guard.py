"""The office lets in whoever has the key, hears nobody else, and shows data as text."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from selenium import webdriver
from starlette.testclient import TestClient

from gisplan.api.jobs import store
from gisplan.api.start_scripts import write_start_scripts
from gisplan.catalog.workspace import Workspace
from gisplan.cli import serve as command
from gisplan.serve.guard import LARGE, SMALL, cookie_name
from gisplan.serve.start import ServeOptions, serve
from tests import small
from tests.command import gisplan
from tests.desk import PORT, client, office, other_site

PAGES = ("/", "/layers/joined", "/maps", "/jobs", "/start")


@pytest.fixture
def known(place: Workspace) -> TestClient:
    return client(place)


def test_only_the_exact_host_is_answered(known: TestClient) -> None:
    for host in ("127.0.0.1", "localhost"):
        answer = known.get(
            "/", headers={"host": f"{host}:{PORT}", "origin": f"http://{host}:{PORT}"}
        )
        assert answer.status_code == 200
    for host in (
        *("rebound.example", f"rebound.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}"),
        *(f"127.0.0.1.:{PORT}", f"0.0.0.0:{PORT}", f"[::1]:{PORT}", ""),
    ):
        answer = known.get("/", headers={"host": host})
        assert answer.status_code == 421
        assert "请从 gisplan serve 打开的网页进入" in answer.text


def test_only_forms_of_its_own_pages_are_heard(known: TestClient, place: Workspace) -> None:
    for origin in (
        *("null", "http://rebound.example", "https://127.0.0.1:8642", "http://127.0.0.1"),
        *(f"http://127.0.0.1:{PORT + 1}", f"http://localhost:{PORT}", ""),
    ):
        answer = known.post("/maps/build", headers={"origin": origin})
        assert answer.status_code == 403
        assert "请求来自别的网站" in answer.text
    del known.headers["origin"]
    assert known.post("/maps/build").status_code == 403
    asked = {"sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors"}
    assert known.get("/jobs/running", headers=asked).status_code == 403
    assert store.listed(place) == ()


def test_without_the_key_there_is_nothing_but_a_sentence(place: Workspace) -> None:
    stranger = client(place, signed_in=False)
    for path in (*PAGES, "/m/guess/overview.html", "/anything"):
        answer = stranger.get(path)
        assert answer.status_code == 403
        assert answer.text.startswith("尚未进入")
        assert str(place.root) not in answer.text
    assert stranger.get("/open?key=guess").status_code == 403
    assert "set-cookie" not in stranger.get("/open").headers
    desk = stranger.app.state.desk
    answer = stranger.get(f"/open?key={desk.key}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert re.search("HttpOnly.*SameSite=strict", answer.headers["set-cookie"])
    assert desk.key not in answer.headers["set-cookie"]
    assert stranger.get("/").status_code == 200


def test_no_path_leaves_the_workspace(known: TestClient, place: Workspace) -> None:
    desk = known.app.state.desk
    place.rendered.mkdir(parents=True)
    (place.rendered / "small.html").write_text("<p>map")
    secret = place.root.parent / "secret.html"
    secret.write_text("not for others")
    (place.rendered / "linked.html").symlink_to(secret)
    assert known.get(f"/m/{desk.maps_key}/small.html").text == "<p>map"
    for path in (
        *(f"/m/{desk.maps_key}/{name}" for name in ("linked.html", "..%2f..%2fsecret.html")),
        *(f"/m/{desk.maps_key}/{name}" for name in ("..%5csecret.html", "%2e%2e/gisplan.toml")),
        *("/m/guess/small.html", "/assets/../templates/frame.html", "/assets/%2e%2e/app.py"),
        *("/jobs/..%2f..%2fgisplan.toml", "/jobs/20260101-000000-0000000g"),
    ):
        answer = known.get(path)
        assert answer.status_code in (404, 422), path
        assert "not for others" not in answer.text
    for to in ("//rebound.example/", "/\\rebound.example", "https://rebound.example", "/\n/x"):
        answer = known.post("/language", data={"lang": "en", "to": to})
        assert answer.headers["location"] == "/"


def test_names_of_data_are_shown_as_text_and_scripts_come_from_here_alone(
    known: TestClient, place: Workspace
) -> None:
    hostile = "<img src=x onerror=alert(1)>\u202e{{ 7*7 }}"
    path = place.layers / "figures.toml"
    path.write_text(path.read_text().replace('"Figures"', json.dumps(hostile)))
    for page in PAGES:
        answer = known.get(page)
        assert answer.status_code == 200, answer.text
        assert "<img" not in answer.text
        assert "\u202e" not in answer.text
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert not re.search(r"<script(?! src=\"/assets/)|<[^>]*\s(on\w+|style)=", answer.text)
    assert "&lt;img src=x onerror=alert(1)&gt;\ufffd{{ 7*7 }}" in known.get("/").text


def test_more_is_not_taken_than_a_reader_takes(known: TestClient) -> None:
    for path, most in (("/maps/build", SMALL), ("/intake/files", LARGE)):
        answer = known.post(path, headers={"content-length": str(most + 1)})
        assert answer.status_code == 413
    form = {"content-type": "application/x-www-form-urlencoded"}
    answer = known.post("/maps/build", content=iter([b"x" * (1 << 20)] * 5), headers=form)
    assert (answer.status_code, "4 MB" in answer.text) == (413, True)


def test_elsewhere_than_on_loopback_a_password_is_asked_for(place: Workspace) -> None:
    away = client(place, signed_in=False, host="10.0.0.7", password="正确 horse")
    assert away.get("/").headers["location"] == "/enter"
    desk = away.app.state.desk
    assert away.get(f"/open?key={desk.key}").status_code == 403  # no address opens it
    assert away.get("/", headers={"host": f"127.0.0.1:{PORT}"}).status_code == 421
    assert "密码不对" in away.post("/enter", data={"password": "guess"}).text
    answer = away.post("/enter", data={"password": "正确 horse"})
    assert cookie_name(desk) in answer.headers["set-cookie"]
    assert away.get("/").status_code == 200
    assert away.post("/start/open", data={"folder": "/"}).status_code == 422
    for _ in range(6):
        last = away.post("/enter", data={"password": "guess"})
    assert away.post("/enter", data={"password": "正确 horse"}).status_code == 429, last


def test_what_the_command_refuses_is_a_sentence(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = gisplan("serve", "--host", "0.0.0.0", cwd=place.root)
    assert (said.returncode, "具体地址" in said.stderr) == (2, True)
    assert gisplan("serve", "--port", "70000", cwd=place.root).returncode == 2
    said = gisplan("serve", "--host", "host.invalid", "--lang", "en", cwd=place.root)
    assert (said.returncode, "--port" in said.stderr) == (2, True)
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    said = gisplan("serve", cwd=place.root)
    assert (said.returncode, 'pip install "gisplan[serve]"' in said.stderr) == (2, True)


def test_others_are_warned_of(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)
    said: list[str] = []
    serve(
        place.root,
        options=ServeOptions(host="127.0.0.2", port=0),
        say=lambda words: said.append(words.zh),
    )
    assert "open?key" not in said[0]
    assert re.search("不加密传输。密码：.{12}", said[1])


@pytest.mark.browser
def test_a_page_of_another_site_gets_nothing_done(
    chromium: webdriver.Chrome, place: Workspace
) -> None:
    """A second origin on this machine (the cookie goes along), and a name made to lead here."""
    with office(place.root) as running:
        chromium.get(running.address)
        assert "工作区" in chromium.title
        target = running.home
        attack = f"""<!doctype html><title>other</title>
        <iframe id="framed" src="{target}/"></iframe><iframe name="sent"></iframe>
        <form method="post" action="{target}/maps/build" target="sent"></form>
        <script>
        const tries = [
          fetch("{target}/maps/build", {{method: "POST", credentials: "include"}}),
          fetch("{target}/maps/build", {{method: "POST", mode: "no-cors", credentials: "include"}})
            .then((answer) => answer.type),
          fetch("{target}/jobs", {{credentials: "include"}}).then((answer) => answer.text()),
          fetch("{target}/jobs", {{credentials: "include", mode: "no-cors"}})
            .then((answer) => answer.text()),
        ];
        document.forms[0].submit();
        const script = document.createElement("script");
        const loaded = new Promise((done) => {{
          script.onload = () => done("ran");
          script.onerror = () => done("refused");
        }});
        script.src = "{target}/jobs/running";
        document.head.append(script);
        window.found = Promise.allSettled([...tries, loaded]);
        </script>"""
        with other_site(attack) as site:
            chromium.get(site)
            found = chromium.execute_async_script(
                "const done = arguments[0]; found.then((all) =>"
                " setTimeout(() => done(all.map((one) => one.value ?? 'refused')), 300));"
            )
            assert set(found) <= {"refused", "opaque", ""}, found
            assert len(found) == 5
            chromium.switch_to.frame("framed")
            assert "工作区" not in chromium.page_source
            chromium.switch_to.default_content()
        assert store.listed(place) == ()
        chromium.get(target.replace("127.0.0.1", "rebound.example") + "/")
        assert "地址不对" in chromium.page_source
        chromium.get(target + "/jobs")
        assert "还没有做过什么" in chromium.page_source


def test_settings_that_are_wrong_are_a_sentence_on_the_page(
    known: TestClient, place: Workspace
) -> None:
    (place.root / "gisplan.toml").write_text("language = 'fr'")
    answer = known.get("/")
    assert answer.status_code == 422
    assert "language" in answer.text
    assert "Traceback" not in answer.text
    assert known.get("/start").status_code == 200
    assert known.get("/no-such-page").status_code == 404


def test_scripts_open_the_office_of_the_folder_they_lie_in(tmp_path: Path) -> None:
    made = small.workspace(tmp_path / "规划 it's 100%")
    python = made.root / "py thon"
    python.write_text('#!/bin/sh\necho "$PWD" "$@"\n')
    python.chmod(0o755)
    windows, linux, desktop = write_start_scripts(made, python=str(python))
    done = subprocess.run([linux, "--port", "9"], cwd="/", capture_output=True, check=True)
    assert done.stdout.decode().strip() == f"{made.root} -P -m gisplan serve --port 9"
    line = next(x for x in desktop.read_text().splitlines() if x.startswith("Exec="))
    command_line = line.removeprefix("Exec=").replace("%k", '"$DESKTOP"')
    done = subprocess.run(
        ["sh", "-c", command_line],
        env={"DESKTOP": str(desktop), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().strip() == f"{made.root} -P -m gisplan serve"
    content = windows.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")
    lines = content.split(b"\r\n")
    # up to the line that turns the console to UTF-8 all is the same in GBK
    assert lines[1] == b"chcp 65001 >nul"
    assert b"".join(lines[:2]).isascii()
    assert str(python).replace("%", "%%") in content.decode("utf-8")
    linux.write_text("mine")
    write_start_scripts(made)
    assert linux.read_text() == "mine"
