"""The ledger of the plan and what offices say of it: looked up, filled in by form or workbook."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from gisplan.api import ledger_files
from gisplan.api.evidence import FILL, EvidenceReport, take_evidence, write_form
from gisplan.api.history.kept import IN_A_WINDOW
from gisplan.api.history.undo import last_change
from gisplan.api.jobs.results import result_path
from gisplan.api.plan import Ledger, LedgerTables, PlanQuery, answer, ledger_at_hand
from gisplan.api.statements import say_of_item, statements_of
from gisplan.api.workspace import Workspace
from gisplan.errors import GisplanError, OptionError
from gisplan.serve.pages import language_of, page, place_of
from gisplan.serve.uploads import kept
from gisplan.text import Text

#: Items of a page.
_ROWS = 100
#: Questions of the ledger, as the page and the command line ask them.
_ASKED = ("unit", "region", "clause", "year", "state", "kind", "industry")
_FORM, _LIST = Text("规划目标填报表", "plan form"), Text("任务台账", "plan ledger")
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _show(request: Request) -> Response:
    asked = request.query_params
    tables = ledger_at_hand(place_of(request))
    wrong, found = None, answer(tables, PlanQuery())
    whole = found
    try:
        found = answer(tables, _query(asked))
    except GisplanError as error:
        # the filters stay as they were written, to be mended
        wrong = error
    total, number = len(found.table), _page(asked)
    pages = max(1, -(-total // _ROWS))
    number = min(number, pages)
    start = (number - 1) * _ROWS
    undone = last_change(place_of(request))
    return page(
        request,
        "ledger",
        status=200 if wrong is None else 422,
        screen="ledger",
        found=found,
        wrong=wrong,
        rows=_rows(found)[start : start + _ROWS],
        number=number,
        pages=pages,
        asked={name: asked.get(name, "")[:200] for name in _ASKED},
        link=functools.partial(_link, asked),
        years=sorted({int(year) for year in whole.table["year"].dropna()}),
        states={**found.spec.column("state").labels, "overdue": found.spec.column("overdue").title},
        kinds=found.spec.column("kind").labels,
        units=_units(tables),
        last=undone if undone is not None and undone.kind == "evidence" else None,
    )


def _units(tables: LedgerTables) -> list[str]:
    names = tables.layers["duties"].table["unit_zh"].dropna()
    return sorted({str(name) for name in names})


def _page(asked: QueryParams) -> int:
    told = asked.get("page", "1")
    return max(1, int(told)) if told.isdecimal() and len(told) < 8 else 1


def _query(asked: Mapping[str, str]) -> PlanQuery:
    told = {name: asked.get(name, "").strip()[:200] for name in _ASKED}
    year = told.pop("year")
    if year and not (year.isdecimal() and len(year) == 4):
        raise OptionError(Text(f"“{year}”不是年份", f"'{year}' is no year"))
    return PlanQuery(year=int(year) if year else None, **{k: v or None for k, v in told.items()})


def _link(asked: QueryParams, **changed: object) -> str:
    whole = {**{name: asked.get(name, "") for name in _ASKED}, **changed}
    return "?" + urlencode({name: value for name, value in whole.items() if value != ""})


def _rows(found: Ledger) -> list[dict[Any, Any]]:
    plain = found.table.astype(object)
    return plain.where(plain.notna(), None).to_dict(orient="records")


def _item(request: Request) -> Response:
    return _item_page(request, request.query_params.get("id", "")[:200])


def _item_page(
    request: Request,
    item: str,
    *,
    wrong: GisplanError | None = None,
    given: Mapping[str, str] | None = None,
) -> Response:
    place = place_of(request)
    tables = ledger_at_hand(place)
    whole = answer(tables, PlanQuery())
    row = next((one for one in _rows(whole) if one["item"] == item), None)
    if row is None:
        raise OptionError(
            Text(f"规划中没有编号“{item[:60]}”", f"the plan has no item '{item[:60]}'")
        )
    told = statements_of(item, place=place)
    last = last_change(place)
    return page(
        request,
        "ledger_item",
        status=200 if wrong is None else 422,
        screen="ledger",
        row=row,
        spec=whole.spec,
        told=told,
        wrong=wrong,
        fill=[told.spec.column(name) for name in FILL],
        given={
            **dict.fromkeys(FILL, ""),
            **(given or {"unit_zh": str(row["measure_unit_zh"] or "")}),
        },
        kept=request.query_params.get("kept", "")[:40],
        note=request.query_params.get("note", "")[:300],
        undoes=last.id if last is not None else "",
    )


async def _say(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    form = await request.form(max_files=0, max_fields=40)
    cells = {name: _cell(form, name) for name in ("id", *FILL)}
    try:
        say = functools.partial(say_of_item, cells, place=place)
        why, change = await run_in_threadpool(say)
    except GisplanError as error:
        shown = functools.partial(_item_page, request, cells["id"], wrong=error, given=cells)
        return await run_in_threadpool(shown)
    asked = {"id": cells["id"], "kept": change, "note": why.get(lang)}
    return RedirectResponse(f"/ledger/item?{urlencode(asked)}", 303)


def _cell(form: FormData, name: str) -> str:
    told = form.get(name)
    plain = told[:2000] if isinstance(told, str) else ""
    kept_ = "".join(c for c in plain.replace("\r\n", "\n") if c in "\n\t" or ord(c) >= 32)
    return kept_.encode("utf-8", "replace").decode().strip()


async def _form(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    path = result_path(place, _FORM, ".xlsx", lang=lang)
    await run_in_threadpool(functools.partial(write_form, path, place=place, lang=lang))
    return _sent(path)


async def _list(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    path = result_path(place, _LIST, ".xlsx", lang=lang)

    def write() -> None:
        found = answer(ledger_at_hand(place), _query(request.query_params))
        ledger_files.write(found, path, lang=lang, place=place)

    await run_in_threadpool(write)
    return _sent(path)


def _sent(path: Path) -> Response:
    named = f"attachment; filename*=UTF-8''{quote(path.name)}"
    return FileResponse(path, media_type=_OFFICE, headers={"content-disposition": named})


async def _evidence(request: Request) -> Response:
    place = place_of(request)
    try:
        form = await request.form(max_files=1, max_fields=4)
    except MultiPartException as error:
        raise OptionError(Text("一次收一份填报表", "one form at a time, please")) from error
    try:
        given = form.get("file")
        if not isinstance(given, UploadFile) or not given.filename:
            raise OptionError(Text("没有选文件", "no file was chosen"))
        folder = await run_in_threadpool(kept, place, [given])
    finally:
        await form.close()
    (path,) = folder.iterdir()
    return await run_in_threadpool(_looked_at, request, place, path)


def _looked_at(request: Request, place: Workspace, path: Path) -> Response:
    report = take_evidence(path, place=place, dry_run=True)
    return _answered(request, path.relative_to(place.root).as_posix(), report, taken=False)


def _answered(request: Request, path: str, report: EvidenceReport, *, taken: bool) -> Response:
    last = last_change(place_of(request))
    return page(
        request,
        "evidence",
        screen="ledger",
        path=path,
        name=Path(path).name,
        report=report,
        taken=taken,
        undoes=last.id if last is not None else "",
    )


async def _take(request: Request) -> Response:
    place = place_of(request)
    form = await request.form(max_files=0, max_fields=4)
    path = _below_intake(place, str(form.get("path", "")))

    def take() -> Response:
        told = path.relative_to(place.root.resolve()).as_posix()
        return _answered(
            request, told, take_evidence(path, place=place, patience=IN_A_WINDOW), taken=True
        )

    return await run_in_threadpool(take)


def _below_intake(place: Workspace, told: str) -> Path:
    home = (place.state / "intake").resolve()
    try:
        path = (place.root.resolve() / told).resolve()
        inside = path.is_relative_to(home) and path.is_file()
    except (OSError, ValueError):
        inside = False
    if not inside:
        raise OptionError(
            Text("收到的文件不在了，请再选一次", "the file is gone; please choose it again")
        )
    return path


def _again(request: Request) -> Response:
    # a page that was sent is loaded once more, as in another language
    language_of(request)
    return RedirectResponse("/ledger", 303)


ROUTES = (
    Route("/ledger", _show),
    Route("/ledger/item", _item),
    Route("/ledger/say", _again),
    Route("/ledger/say", _say, methods=["POST"]),
    Route("/ledger/form", _form),
    Route("/ledger/list", _list),
    Route("/ledger/evidence", _again),
    Route("/ledger/evidence", _evidence, methods=["POST"]),
    Route("/ledger/take", _again),
    Route("/ledger/take", _take, methods=["POST"]),
)
