"""Scenarios: listed, copied, changed, taken away, and two held against each other."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gisplan.api.jobs import store
from gisplan.api.scenarios import declared, fields
from gisplan.api.scenarios.declared import BASE, Change, Scenario
from gisplan.api.scenarios.pasted import pasted_rows
from gisplan.api.workspace import Workspace
from gisplan.errors import GisplanError, OptionError
from gisplan.serve.pages import back, language_of, page, place_of
from gisplan.text import Text


def _list(request: Request) -> Response:
    place = place_of(request)
    return page(
        request,
        "scenarios",
        screen="scenarios",
        base=BASE,
        items=declared.listed_scenarios(place),
        titles=_titles(place),
        jobs=[job for job in store.listed(place) if job.kind == "compare"][:8],
    )


def _titles(place: Workspace) -> dict[str, Text]:
    return {name: spec.title for name, spec in declared.layers_of(place).layers.items()}


async def _copy(request: Request) -> Response:
    form = await request.form(max_files=0, max_fields=8)
    return await run_in_threadpool(
        _copied, request, str(form.get("from", "")), str(form.get("title", ""))
    )


def _copied(request: Request, source: str, title: str) -> Response:
    place = place_of(request)
    name, words = declared.new_name(place, title), title.strip()
    copy = dataclasses.replace(
        declared.draft(place, source), name=name, title=Text(words, words), description=Text("", "")
    )
    if source == BASE:
        return _form(request, copy, layers=(), new=True)
    declared.save(copy, place=place)
    return back(f"/scenarios/{quote(name)}")


def _show(request: Request) -> Response:
    what_if = declared.draft(place_of(request), request.path_params["name"])
    if what_if.name == BASE:
        return back("/scenarios")
    saved = bool(request.query_params.get("saved"))
    return _form(request, what_if, layers=tuple(what_if.changes), saved=saved)


def _form(
    request: Request,
    what_if: Scenario,
    *,
    layers: tuple[str, ...],
    new: bool = False,
    saved: bool = False,
    typed: Mapping[str, Mapping[str, str]] | None = None,
    error: GisplanError | None = None,
) -> Response:
    place = place_of(request)
    listed = declared.layers_of(place)
    able = fields.changeable(listed)
    cards = []
    for name in layers:
        spec = able.get(name)
        if spec is None:
            continue
        change = what_if.changes.get(name, Change())
        told = (typed or {}).get(name, {})
        cards.append(
            {
                "name": name,
                "title": spec.title,
                "fields": [
                    dataclasses.replace(item, value=told.get(item.key, item.value))
                    for item in fields.fields_of(spec, change, listed)
                ],
                "columns": spec.columns,
                "role": told.get("role", "file" if change.file else "more"),
                "rows": told["rows"] if "rows" in told else declared.rows_of(change),
                "file": str((change.more or change.file or Path()).name),
            }
        )
    return page(
        request,
        "scenario",
        status=422 if error else 200,
        error=error,
        screen="scenarios",
        here=request.url.path if request.method == "GET" else "/scenarios",
        what_if=what_if,
        cards=cards,
        new=new,
        saved=saved,
        base=BASE,
        able={
            group: [(name, able[name].title) for name in able if bool(able[name].made_from) == made]
            for group, made in (("made", True), ("file", False))
        },
        swaps=[
            (listed.layers[one].title, listed.layers[two].title) for one, two in _swaps(what_if)
        ],
    )


def _swaps(what_if: Scenario) -> list[tuple[str, str]]:
    return list(what_if.swap.items())


async def _save(request: Request) -> Response:
    form = await request.form(max_files=0, max_fields=2000, max_part_size=4 << 20)
    return await run_in_threadpool(_saved, request, form)


def _saved(request: Request, form: FormData) -> Response:
    place, name = place_of(request), request.path_params["name"]
    new = bool(form.get("new"))
    if new:
        name = declared.new_name(place, name)
        what_if = dataclasses.replace(
            declared.draft(place, BASE), name=name, title=Text(name, name)
        )
    else:
        what_if = declared.draft(place, name)
    dropped = set(map(str, form.getlist("drop")))
    layers = [str(one) for one in form.getlist("layer") if str(one) not in dropped]
    kept = {one: change for one, change in what_if.changes.items() if one not in dropped}
    what_if = dataclasses.replace(what_if, changes=kept)
    typed = {
        layer: {
            key.removeprefix(f"{layer}:"): str(value)
            for key, value in form.items()
            if key.startswith(f"{layer}:")
        }
        for layer in layers
    }
    words = {key: str(form.get(key, "")) for key in ("title", "description")}
    what_if = declared.changed(what_if, {}, **words, listed=declared.layers_of(place))
    try:
        return _kept(request, form, what_if, typed, new=new)
    except GisplanError as error:
        # with all that was typed, so that only what is wrong need be typed again
        return _form(request, what_if, layers=tuple(layers), new=new, typed=typed, error=error)


def _kept(
    request: Request,
    form: FormData,
    what_if: Scenario,
    typed: Mapping[str, Mapping[str, str]],
    *,
    new: bool,
) -> Response:
    place, listed = place_of(request), declared.layers_of(place_of(request))
    words = {key: str(form.get(key, "")) for key in ("title", "description")}
    what_if = declared.changed(what_if, typed, **words, listed=listed)
    if form.get("do") == "add":
        more = str(form.get("add", ""))
        if more not in fields.changeable(listed):
            raise OptionError(Text("请选要改的图层", "choose the layer to be changed"))
        shown = tuple(dict.fromkeys((*typed, more)))
        return _form(request, what_if, layers=shown, new=new, typed=typed)
    rows = {
        layer: (told.get("role", "more"), pasted_rows(told["rows"], listed.layers[layer]))
        for layer, told in typed.items()
        if told.get("rows", "").strip() and layer in listed.layers
    }
    emptied = {one for one, told in typed.items() if "rows" in told and one not in rows}
    what_if = dataclasses.replace(
        what_if, changes={k: v for k, v in what_if.changes.items() if k not in emptied}
    )
    declared.save(what_if, place=place, rows=rows)
    return back(f"/scenarios/{quote(what_if.name)}?saved=1")


async def _compare(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    form = await request.form(max_files=0, max_fields=8)
    a, b = str(form.get("a", "")), str(form.get("b", ""))
    titles = {item.name: item.title for item in declared.listed_scenarios(place)}
    if a not in titles or b not in titles:
        raise OptionError(Text("请选两个情景", "choose two scenarios"))
    if a == b:
        raise OptionError(
            Text(
                f"甲和乙都是“{titles[a].zh}”，请选两个不同的情景",
                f"both sides are '{titles[a].en}': choose two that differ",
            )
        )
    one, two = titles[a], titles[b]
    title = Text(f"情景对比：{one.zh}与{two.zh}", f"scenarios: {one.en} and {two.en}")
    asked = {"a": a, "b": b}
    return back(f"/jobs/{store.start('compare', asked, title=title, place=place, lang=lang)}")


async def _remove(request: Request) -> Response:
    name, place = request.path_params["name"], place_of(request)
    await run_in_threadpool(declared.remove, name, place=place)
    return back("/scenarios")


ROUTES = (
    Route("/scenarios", _list),
    Route("/scenarios/copy", _copy, methods=["POST"]),
    Route("/scenarios/compare", _compare, methods=["POST"]),
    Route("/scenarios/{name}", _show),
    Route("/scenarios/{name}", _save, methods=["POST"]),
    Route("/scenarios/{name}/remove", _remove, methods=["POST"]),
)
