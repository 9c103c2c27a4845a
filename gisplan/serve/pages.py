"""How a page is made: from a template, in the reader's language, every text of the data as text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from gisplan.api.jobs import store
from gisplan.api.workspace import Workspace
from gisplan.serve.desk import Desk
from gisplan.text import LANGS, Lang, Text, inert_terminal

_HERE = Path(__file__).parent
ASSETS = _HERE / "assets"
#: The cookie of the language; no secret.
LANGUAGE = "gisplan_lang"

#: The screens, in the order of the work.
SCREENS = (
    ("/", "workspace", Text("工作区", "Workspace")),
    ("/intake", "intake", Text("导入数据", "Bring in data")),
    ("/tables", "tables", Text("数据表", "Tables")),
    ("/maps", "maps", Text("地图", "Maps")),
    ("/coverage", "coverage", Text("覆盖", "Coverage")),
    ("/sites", "sites", Text("选址", "Sites")),
    ("/scenarios", "scenarios", Text("情景", "Scenarios")),
    ("/ledger", "ledger", Text("任务台账", "Ledger")),
    ("/documents", "documents", Text("文档", "Documents")),
    ("/jobs", "jobs", Text("做过的事", "What was done")),
)

_ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def plainly(words: str) -> str:
    """Leave out what a sentence says of options of the command line: the page has its own.

    Parameters
    ----------
    words : str
        What is said.

    Returns
    -------
    str
        The same, if nothing else is in it.
    """
    told = _IN_BRACKETS.sub("", words)
    parts = _PARTS.split(told)
    kept = [
        part + mark
        for part, mark in zip(parts[::2], [*parts[1::2], ""], strict=True)
        if not _OPTION.search(part)
    ]
    told = "".join(kept).strip(" ；;，,")
    return told or words


_OPTION = re.compile(r"(?:^|[^\w-])--[a-z]|gisplan [a-z]")
_IN_BRACKETS = re.compile(r"[（(][^（()）]*(?:--[a-z]|gisplan [a-z])[^（()）]*[)）]")
_PARTS = re.compile("([。；，]|; |, (?=(?:or|for|use|say|if) )|\\. )")
_ENVIRONMENT.filters["plainly"] = plainly


class NoWorkspaceError(Exception):
    """No workspace is open yet."""


def desk_of(request: Request) -> Desk:
    """Give the run of the office that a request is of.

    Parameters
    ----------
    request : Request
        The request.

    Returns
    -------
    Desk
        The run.
    """
    found: Desk = request.app.state.desk
    return found


def place_of(request: Request) -> Workspace:
    """Give the workspace that is open.

    Parameters
    ----------
    request : Request
        The request.

    Returns
    -------
    Workspace
        The workspace.

    Raises
    ------
    NoWorkspaceError
        If none is; the reader is led to where one is opened.
    """
    place = desk_of(request).place
    if place is None:
        raise NoWorkspaceError
    return place


def language_of(request: Request) -> Lang:
    """Give the language of a reader.

    Parameters
    ----------
    request : Request
        The request.

    Returns
    -------
    Lang
        As chosen last; else the workspace's.
    """
    chosen = request.cookies.get(LANGUAGE)
    return next((lang for lang in LANGS if lang == chosen), desk_of(request).lang)


def page(request: Request, template: str, *, status: int = 200, **known: Any) -> HTMLResponse:
    """Make a page.

    Parameters
    ----------
    request : Request
        The request.
    template : str
        Name of the template, without its ending.
    status : int
        Status of the answer.
    **known : any
        What the template shows.

    Returns
    -------
    HTMLResponse
        The page.
    """
    lang, desk = language_of(request), desk_of(request)
    shown = {
        "lang": lang,
        "desk": desk,
        "screens": SCREENS,
        # the same page in the other language, with all that was asked of it
        # of a page that was sent a form, nothing can be opened by its address
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else "")
        if request.method == "GET"
        else "/",
        "screen": "",
        "t": lambda zh, en: zh if lang == "zh" else en,
        "say": lambda words: said(words, lang),
        "when": lambda moment: when(moment, lang),
        "running": 0,
        "place_name": desk.root.name if desk.root else "",
    }
    if desk.root is not None and "place" not in known:
        place = Workspace(root=desk.root, layers=desk.root, maps=desk.root, own=True)
        shown["running"] = sum(job.state == "running" for job in store.listed(place))
    content = _ENVIRONMENT.get_template(f"{template}.html").render({**shown, **known})
    return HTMLResponse(content, status)


def rendered(template: str, *, lang: Lang, **known: Any) -> str:
    """Fill a template that stands outside of the office's frame.

    Parameters
    ----------
    template : str
        Name of the template, without its ending.
    lang : {"zh", "en"}
        Language of the words.
    **known : any
        What the template shows.

    Returns
    -------
    str
        HTML.
    """
    words = {"lang": lang, "say": lambda one: said(one, lang), **known}
    return _ENVIRONMENT.get_template(f"{template}.html").render(words)


def back(to: str) -> Response:
    """Lead a reader on after something was sent.

    Parameters
    ----------
    to : str
        Path of the next page.

    Returns
    -------
    Response
        The answer.
    """
    return RedirectResponse(to, 303)


def said(words: Text | Mapping[str, str] | str, lang: Lang) -> str:
    """Give words in a language, with nothing in them that would turn the line around.

    Parameters
    ----------
    words : Text, mapping or str
        In both languages, or as it stands.
    lang : {"zh", "en"}
        The language.

    Returns
    -------
    str
        A text; the template escapes it.
    """
    if isinstance(words, str):
        return inert_terminal(words)
    return inert_terminal(words.get(lang) or "")


def when(moment: datetime.datetime | None, lang: Lang) -> str:
    """Give a moment for people.

    Parameters
    ----------
    moment : datetime.datetime, optional
        The moment.
    lang : {"zh", "en"}
        The language.

    Returns
    -------
    str
        Today as the time alone; a dash if there is none.
    """
    if moment is None:
        return "—"
    now = datetime.datetime.now().astimezone()
    if moment.date() == now.date():
        return f"{'今天' if lang == 'zh' else 'today'} {moment:%H:%M}"
    return f"{moment:%Y-%m-%d %H:%M}"
