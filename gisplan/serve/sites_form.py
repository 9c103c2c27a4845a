"""Candidates to evaluate, and a choice of sites, as forms have them."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData, UploadFile

from gisplan.api.workspace import Workspace
from gisplan.errors import FileError, OptionError
from gisplan.reasons import reason
from gisplan.serve import choices
from gisplan.serve.coverage_page import WAYS, reaches_of
from gisplan.serve.form_fields import YEARS, Bounds, FormError, FormFields
from gisplan.serve.uploads import kept, whole_files
from gisplan.text import LANGS, Lang, Text

#: What a choice may make best, in words.
MODELS = (
    ("mclp", Text("覆盖最多", "Most covered")),
    ("lscp", Text("全部覆盖，场址最少", "Fewest sites that cover all")),
    ("backup", Text("覆盖两次的最多", "Most covered twice")),
    ("p_median", Text("到最近设施的总路程最短", "Least way in all")),
    ("p_centre", Text("最远的路程最短", "Least farthest way")),
)
#: Those whose curve may tell several reaches.
_BY_REACH = ("mclp", "lscp", "backup")
#: Lines of a pasted list, new sites in one go, points of a curve.
_LINES, _NEW, _CURVE = 2000, Bounds(least=1, most=200), Bounds(least=1, most=30)
_PAIR = re.compile(r"-?\d{1,3}(?:\.\d+)?\s*[,，]\s*-?\d{1,3}(?:\.\d+)?")
#: A file that was sent for an earlier run.
_SENT = re.compile(r"\.gisplan/intake/[0-9a-f]{16}/[^/\\]+")
#: What a pasted table is kept as; messages name it so.
_PASTED = Text("粘贴的候选点", "pasted candidates")
_NOWHERE = Text("", "")
_LABELS = {
    "points": Text("候选点", "candidates"),
    "datum": Text("坐标系", "datum"),
    "by": Text("怎样量", "measured by"),
    "reaches": Text("范围", "reach"),
    "new": Text("新增几处", "how many"),
    "budget": Text("预算", "budget"),
    "apart": Text("与其他场址至少相距（千米）", "least distance from any other site (km)"),
    "curve": Text("曲线画到几处", "curve up to"),
    "year": Text("现状年", "network as of"),
    "model": Text("求什么", "what is made best"),
    "quantity": Text("量什么", "what is counted"),
    "kinds": Text("计入的设施类型", "kinds of site that count"),
    "candidates": Text("候选点", "candidates"),
}


class SitesFormError(FormError):
    """Fields of a form of sites are wrong; a file that came with it is kept.

    Parameters
    ----------
    fields : FormFields
        The fields, with what is wrong in them.
    points : list of str
        Candidates, as they are given to the job.
    """

    def __init__(self, fields: FormFields, points: list[str]) -> None:
        super().__init__(fields)
        files = [one for one in points if _SENT.fullmatch(one) and not is_pasted(Path(one))]
        #: Path of the file below the workspace; empty for none.
        self.sent = files[0] if files else ""


def to_evaluate(form: FormData, place: Workspace, lang: Lang) -> dict[str, Any]:
    """Give what the form of candidates asks for.

    Parameters
    ----------
    form : FormData
        As it was sent.
    place : Workspace
        The workspace; what was pasted or sent is kept in it.
    lang : {"zh", "en"}
        Language in which a pasted table is called by a name.

    Returns
    -------
    dict of str to any
        As the job takes it.

    Raises
    ------
    SitesFormError
        If fields are wrong; all are told.
    FileError
        If what was sent can't be kept.
    """
    fields = FormFields(form, labels=_LABELS)
    asked = _common(fields, place)
    if len(asked["reaches"]) > 1:
        fields.fault("reaches", "范围：只能写一个", "reach: one alone")
    points = _points(fields, form, (place, lang), pairs=True)
    if not points and "points" not in fields.wrong:
        fields.fault(
            "points",
            "请先贴上候选点，或选一个文件",
            "please paste the candidates, or choose a file",
        )
    if fields.wrong:
        raise SitesFormError(fields, points)
    return {**asked, "points": points, "datum": fields.words("datum") or "wgs84"}


def is_pasted(path: Path) -> bool:
    """Tell whether a file of candidates holds what was pasted.

    Parameters
    ----------
    path : pathlib.Path
        The file.

    Returns
    -------
    bool
        False for one that was sent.
    """
    return path.suffix in (".tsv", ".csv") and path.stem in {_PASTED.get(lang) for lang in LANGS}


def counted(asked: Mapping[str, Any], place: Workspace) -> Text:
    """Say how many candidates are evaluated, or of which file.

    Parameters
    ----------
    asked : mapping of str to any
        As :func:`to_evaluate` gives it.
    place : Workspace
        The workspace.

    Returns
    -------
    Text
        A number, or a name.
    """
    points = [str(one) for one in asked["points"]]
    count = len(points)
    if _SENT.fullmatch(points[0]):
        path = place.root / points[0]
        if not is_pasted(path):
            return Text(path.name, path.name)
        count = len(path.read_text(encoding="utf-8").splitlines()) - 1  # the heading
    return Text(f"{count} 处", f"{count}")


def to_suggest(form: FormData, place: Workspace, lang: Lang) -> dict[str, Any]:
    """Give what the form of a choice asks for.

    Parameters
    ----------
    form : FormData
        As it was sent.
    place : Workspace
        The workspace; what was pasted or sent is kept in it.
    lang : {"zh", "en"}
        Language in which a pasted table is called by a name.

    Returns
    -------
    dict of str to any
        As the job takes it; nothing of what was left empty.

    Raises
    ------
    SitesFormError
        If fields are wrong; all are told.
    FileError
        If what was sent can't be kept.
    """
    fields = FormFields(form, labels=_LABELS)
    asked = _common(fields, place)
    model = _one_of(fields, "model", MODELS) or "mclp"
    more = {
        "new": fields.number("new", _NOWHERE, whole=True, bounds=_NEW),
        "budget": fields.number("budget", _NOWHERE),
        "apart": fields.number("apart", _NOWHERE),
        "curve": fields.number("curve", _NOWHERE, whole=True, bounds=_CURVE),
        "model": model if model != "mclp" else None,
        "quantity": _one_of(fields, "quantity", choices.quantities(place)),
    }
    if model == "lscp":
        more["new"] = None  # how many it takes is the answer
    elif more["new"] is None and more["budget"] is None and "new" not in fields.wrong:
        fields.fault("new", "新增几处：要填，或写预算", "how many: is needed, or a budget")
    if len(asked["reaches"]) > 1 and (more["curve"] is None or model not in _BY_REACH):
        fields.fault(
            "reaches",
            "范围：几个范围只能用于曲线（覆盖最多、覆盖两次、全部覆盖），否则写一个",
            "reach: several are for a curve of what is covered; else write one",
        )
    points = _points(fields, form, (place, lang), pairs=False)
    if points:
        more |= {"candidates": points[0], "datum": fields.words("datum") or "wgs84"}
    else:
        more["candidates"] = _one_of(fields, "candidates", choices.candidate_layers(place))
    if fields.wrong:
        raise SitesFormError(fields, points)
    return asked | {name: value for name, value in more.items() if value is not None}


def _common(fields: FormFields, place: Workspace) -> dict[str, Any]:
    """Give what both forms ask: how the way is measured, how far, which sites count.

    Parameters
    ----------
    fields : FormFields
        The fields; faults are kept in them.
    place : Workspace
        The workspace.

    Returns
    -------
    dict of str to any
        ``by``, ``reaches``, and ``year``, ``kinds``, ``sheet`` where they are said.
    """
    asked: dict[str, Any] = {"by": _one_of(fields, "by", WAYS), "reaches": []}
    if asked["by"] is None and "by" not in fields.wrong:
        fields.fault("by", "请选怎样量", "please choose how the way is measured")
    _one_of(fields, "datum", choices.DATUMS)
    try:
        asked["reaches"] = reaches_of(fields.words("reaches"))
    except OptionError as error:
        fields.fault("reaches", error.message.zh, error.message.en)
    year = fields.number("year", _NOWHERE, whole=True, bounds=YEARS)
    known = dict(choices.kinds(place))
    wanted = [one for one in fields.chosen("kinds") if one in known]
    more = {"year": year, "kinds": wanted or None, "sheet": fields.words("sheet") or None}
    return asked | {name: value for name, value in more.items() if value is not None}


def _one_of(fields: FormFields, key: str, offered: Any) -> str | None:
    given = fields.words(key)
    if given and given not in dict(offered):
        label = _LABELS[key]
        fields.fault(key, f"{label.zh}：请在列表中选", f"{label.en}: please choose from the list")
        return None
    return given or None


def _points(
    fields: FormFields, form: FormData, where: tuple[Workspace, Lang], *, pairs: bool
) -> list[str]:
    """Give the candidates of a form: sent as a file, pasted, or those of an earlier run.

    Parameters
    ----------
    fields : FormFields
        The fields; faults are kept in them.
    form : FormData
        As it was sent.
    where : tuple of Workspace and {"zh", "en"}
        The workspace, and the language in which a pasted table is called by a name.
    pairs : bool
        Whether pasted pairs of coordinates are given as they are; else as a file of them.

    Returns
    -------
    list of str
        Coordinates, or a file below the workspace; empty for neither.
    """
    place, lang = where
    files = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
    if files:
        whole = whole_files(kept(place, files))
        if len(whole) == 1:
            return [_below(whole[0], place)]
        fields.fault("points", "候选点：请只选一个文件", "candidates: choose one file alone")
        return []
    lines = [line.strip("\r\n") for line in str(form.get("points", "")).split("\n")]
    lines = [line for line in lines if line.strip()]
    if len(lines) > _LINES:
        fields.fault(
            "points",
            f"候选点：一次最多 {_LINES} 个，更多的请用文件",
            f"candidates: at most {_LINES} in one go; send a file of more",
        )
        return []
    if lines:
        return _typed(place, lines, lang, pairs=pairs)
    earlier = str(form.get("sent", ""))
    return [earlier] if _SENT.fullmatch(earlier) and (place.root / earlier).is_file() else []


def _typed(place: Workspace, lines: list[str], lang: Lang, *, pairs: bool) -> list[str]:
    points = [line.strip() for line in lines]
    if not all(_PAIR.fullmatch(point) for point in points):
        return [_pasted(place, lines, lang)]
    if pairs:
        return points
    rows = (f'"{one}",{one.replace("，", ",")}' for one in points)
    return [_pasted(place, ["名称,经度,纬度", *rows], lang)]


def _pasted(place: Workspace, lines: list[str], lang: Lang) -> str:
    """Keep a pasted table as a file, to be read as any other.

    Parameters
    ----------
    place : Workspace
        The workspace.
    lines : list of str
        With a heading; cells parted by tabs, as a spreadsheet pastes them, or by commas.
    lang : {"zh", "en"}
        Language of its name, by which messages call it.

    Returns
    -------
    str
        Path of the file below the workspace.
    """
    folder = place.root / ".gisplan" / "intake" / secrets.token_hex(8)
    path = folder / f"{_PASTED.get(lang)}{'.tsv' if '	' in lines[0] else '.csv'}"
    try:
        folder.mkdir(parents=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace")
    except OSError as error:
        why = reason(error, path=folder)
        raise FileError(
            Text(f"候选点没有存下（{why.zh}）", f"the candidates were not kept ({why.en})")
        ) from error
    return _below(path, place)


def _below(path: Path, place: Workspace) -> str:
    return path.relative_to(place.root).as_posix()


def as_typed(asked: Mapping[str, Any], place: Workspace) -> FormData:
    """Give the form that a job was asked for with, to be changed and sent again.

    Parameters
    ----------
    asked : mapping of str to any
        As :func:`to_evaluate` or :func:`to_suggest` gives it.
    place : Workspace
        The workspace.

    Returns
    -------
    FormData
        Its fields; what was pasted as text, a file that was sent as ``sent`` while it is kept.
    """
    pairs: list[tuple[str, str | UploadFile]] = [
        (name, f"{asked[name]:g}" if isinstance(asked[name], float) else str(asked[name]))
        for name in ("by", "datum", "sheet", "year", "new", "budget", "apart", "curve", "model")
        if name in asked
    ]
    pairs += [(name, str(asked[name])) for name in ("quantity",) if name in asked]
    pairs += [("kinds", str(one)) for one in asked.get("kinds", ())]
    pairs.append(("reaches", " ".join(f"{one:g}" for one in asked.get("reaches", ()))))
    points = [str(one) for one in asked.get("points", ())]
    points += [str(asked["candidates"])] if "candidates" in asked else []
    if len(points) == 1 and _SENT.fullmatch(points[0]):
        path = place.root / points[0]
        if is_pasted(path) and path.is_file():
            pairs.append(("points", path.read_text(encoding="utf-8")))
        elif path.is_file():
            pairs.append(("sent", points[0]))
    elif "points" in asked:
        pairs.append(("points", "\n".join(points)))
    elif points:
        pairs.append(("candidates", points[0]))
    return FormData(pairs)
