"""Where things are: the user's own folder, else what gisplan ships.

A workspace is a folder with a ``gisplan.toml``; every command run in it, or below it, uses it.
Anywhere else the shipped layers and maps are used, and results are written to the folder one
stands in.
"""

from __future__ import annotations

import contextlib
import filecmp
import functools
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gisplan.catalog import declaration, defaults, roles
from gisplan.catalog.defaults import Defaults
from gisplan.catalog.roles import Roles
from gisplan.errors import DeclarationError, FileError, OptionError
from gisplan.files import batch, clean
from gisplan.reasons import reason
from gisplan.text import LANGS, Lang, Text

MARKER = "gisplan.toml"
#: What ``gisplan init`` copies and a workspace may hold, each in place of the shipped one.
FOLDERS = ("layers", "data/boundaries", "data/context", "maps")
_NOT_COPIED = shutil.ignore_patterns("rendered", "__pycache__")
#: What a new workspace may begin with.
EXAMPLES: Mapping[str, Text] = {
    "gansu": Text(
        "甘肃：自带的规划、企业、园区、设施与全部地图",
        "Gansu: the shipped plan, enterprises, parks, facilities, and all maps",
    ),
    "ningxia": Text(
        "宁夏：行政区划、居民点与常住人口，没有规划和设施",
        "Ningxia: units, settlements and residents; no plan, no facilities",
    ),
    "empty": Text(
        "空白：只有甘肃的行政区划和底图，其余由自己的表格导入",
        "Empty: the units of Gansu and what lies beneath; all else from your own tables",
    ),
}
#: The layers of an empty one.
_EMPTY = (
    *("province", "prefectures", "counties", "special_units", "units", "region_aliases"),
    *("neighbours", "borders", "lakes", "rivers", "trunk_roads", "railways"),
    *("headings", "measurement_units", "category_words"),
)
#: Characters of a path that is none that are shown.
_SHOWN = 300
_SETTINGS = """\
# 本文件标明这里是一个 gisplan 工作区。This file marks a workspace of gisplan.
# 界面与地图的语言 language of messages and maps: "zh" | "en"
language = "zh"
# 审图号:公开的中国地图须有 the map review number that a public map of China needs
review_number = ""
# 各用途所用的图层，与自带图层同名的不必写
# which layer plays which part; those named as the shipped ones need no line
# [roles]
# network = "my_plants"
# 命令未写明时所用的年份、范围（千米）、计入的设施类型等
# what commands go by where nothing is asked for: year, reaches (km), kinds that count ...
# [defaults]
# year = 2025
# reaches_km = [20, 40]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """The folders that one run works with.

    Attributes
    ----------
    root : pathlib.Path
        Where results go: ``maps/rendered``, ``exports`` and the record in ``.gisplan``.
    layers : pathlib.Path
        Folder of the declarations of layers.
    maps : pathlib.Path
        Folder of the declarations of maps.
    own : bool
        Whether ``root`` is a workspace of the user's, rather than any folder.
    language : {"zh", "en"}
        Language of messages and maps unless a command says otherwise.
    review_number : str
        Map review number (审图号) of maps that declare none.
    roles : Roles
        Which layer plays which part.
    defaults : Defaults
        What commands go by where nothing is asked for.
    """

    root: Path
    layers: Path
    maps: Path
    own: bool
    language: Lang = "zh"
    review_number: str = ""
    roles: Roles = field(default_factory=Roles)
    defaults: Defaults = field(default_factory=Defaults)

    @property
    def rendered(self) -> Path:
        """Folder of the finished maps.

        Returns
        -------
        Path
            It may not exist yet.
        """
        return self.root / "maps" / "rendered"

    @property
    def exports(self) -> Path:
        """Folder of the exported layers.

        Returns
        -------
        Path
            It may not exist yet.
        """
        return self.root / "exports"

    @property
    def state(self) -> Path:
        """Folder of the record of the last build.

        Returns
        -------
        Path
            It may not exist yet.
        """
        return self.root / ".gisplan"


def shipped() -> Path:
    """Give the folder that holds the shipped ``layers``, ``data`` and ``maps``.

    Returns
    -------
    Path
        Of the installed package, or of the checkout.

    Raises
    ------
    FileError
        If the installation is broken and has none.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_bundled", package.parent):
        if (folder / "layers").is_dir() and (folder / "maps").is_dir():
            return folder
    raise FileError(
        Text(
            "gisplan 自带的图层不见了，请重新安装",
            "the layers that gisplan ships are gone; please install it again",
        )
    )


def find(start: Path | None = None) -> Workspace:
    """Find the workspace of a folder.

    Parameters
    ----------
    start : pathlib.Path, optional
        Where to look, and upward from there; the current folder if left out.

    Returns
    -------
    Workspace
        The user's own, or the shipped layers with results here.

    Raises
    ------
    DeclarationError
        If ``gisplan.toml`` is wrong.
    FileError
        If ``start`` is not a folder.
    """
    try:
        here = (start or Path.cwd()).resolve()
        there = here.is_dir()
    except (OSError, RuntimeError, ValueError) as error:
        # a name too long, links in a circle; of a circle Python 3.11 makes a RuntimeError
        if start is not None:
            raise _no_folder(start) from error
        raise FileError(
            Text(
                "当前文件夹已不存在，请换一个文件夹",
                "the current folder is gone; change to another",
            )
        ) from error
    if not there:
        raise _no_folder(here)
    for folder in (here, *here.parents):
        if (folder / MARKER).is_file():
            return _own(folder)
    base = shipped()
    return Workspace(root=here, layers=base / "layers", maps=base / "maps", own=False)


def _has_declarations(folder: Path) -> bool:
    """Tell whether a folder holds declarations; one that can't be read is told, not passed over.

    Parameters
    ----------
    folder : Path
        The folder.

    Returns
    -------
    bool
        False also where there is no such folder.

    Raises
    ------
    FileError
        If it can't be read.
    """
    try:
        return any(path.suffix == ".toml" for path in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        why = reason(error, path=folder)
        raise FileError(
            Text(
                f"无法读取文件夹 {folder}（{why.zh}）", f"can't read the folder {folder} ({why.en})"
            )
        ) from error


def _had_layers(root: Path) -> bool:
    """Tell whether a workspace that has no layers once had some of its own.

    Parameters
    ----------
    root : Path
        The workspace's folder.

    Returns
    -------
    bool
        True if what ``init`` puts beside layers is there.
    """
    return (root / "layers").exists() or (root / FOLDERS[1]).is_dir()


def _no_folder(path: Path) -> FileError:
    shown = str(path) if len(str(path)) <= _SHOWN else f"{str(path)[:_SHOWN]}…"
    return FileError(Text(f"没有这个文件夹：{shown}", f"no such folder: {shown}"))


def _own(root: Path) -> Workspace:
    faults: list[Text] = []
    settings = declaration.load(root / MARKER, faults=faults)
    language = settings.choice("language", LANGS, "zh")
    review_number = settings.string("review_number", "")
    own_roles = Roles.from_declaration(settings.table(roles.TABLE))
    own_defaults = Defaults.from_declaration(settings.table(defaults.TABLE))
    settings.finish()
    if faults:
        raise DeclarationError(
            Text("工作区设置有误：", "the workspace's settings are wrong:"), faults=faults
        )
    base = shipped()
    own = {name: root / name for name in ("layers", "maps")}
    # maps/ alone with rendered output in it does not count as maps of one's own
    has = {name: _has_declarations(folder) for name, folder in own.items()}
    if has["maps"] and not has["layers"] and _had_layers(root):
        raise FileError(
            Text(
                f"{own['layers']} 不见了或是空的，而 maps 中有自己的地图；"
                "请恢复该文件夹（自带的图层不会代替它）",
                f"{own['layers']} is gone or empty, while maps holds maps of your own; put it back"
                " (the shipped layers do not stand in for it)",
            )
        )
    # The shipped maps show the shipped layers: beside layers of one's own they are those of
    # another region.
    return Workspace(
        root=root,
        layers=own["layers"] if has["layers"] else base / "layers",
        maps=own["maps"] if has["maps"] or has["layers"] else base / "maps",
        own=True,
        language=language,
        review_number=review_number,
        roles=own_roles,
        defaults=own_defaults,
    )


def _copy_of(folder: Path) -> Callable[[Path], object]:
    return lambda made: shutil.copytree(folder, made, ignore=_NOT_COPIED)


def _is_free(target: Path, source: Path) -> bool:
    """Tell whether nothing is there, or only what an ``init`` that did not come to its end copied.

    Parameters
    ----------
    target : Path
        File or folder of a workspace to be.
    source : Path
        What it is a copy of; missing for the settings.

    Returns
    -------
    bool
        Whether a copy may take its place.
    """
    if not os.path.lexists(target):
        return True
    if not target.is_dir() or target.is_symlink():
        return False
    inside = [path for path in target.rglob("*") if not path.is_dir()]
    return all(
        (source / path.relative_to(target)).is_file()
        and filecmp.cmp(path, source / path.relative_to(target), shallow=False)
        for path in inside
    )


def create(folder: Path, *, example: str = "gansu") -> Workspace:
    """Make a workspace: layers, boundaries, context and maps of an example, to be edited.

    Parameters
    ----------
    folder : pathlib.Path
        Made if it does not exist. What it already holds is not touched; what was begun and did
        not come to its end is begun again.
    example : str
        What it begins with, a key of ``EXAMPLES``; what is shipped if left out.

    Returns
    -------
    Workspace
        The new workspace.

    Raises
    ------
    FileError
        If it is a workspace already, holds a folder that would be copied over, or can't be
        written to.
    OptionError
        If there is no such example.
    """
    copies = _copies(example)
    taken = [name for name, (base, _) in copies.items() if not _is_free(folder / name, base)]
    if not _is_free(folder / MARKER, shipped() / MARKER):
        taken.insert(0, MARKER)
    if taken:
        names = ", ".join(taken)
        raise FileError(
            Text(
                f"{folder} 中已有 {names}，未作任何改动；请换一个文件夹",
                f"{folder} already holds {names}; nothing was changed, please name another folder",
            )
        )
    parents = list(dict.fromkeys((folder / name).parent for name in copies if "/" in name))
    clean(folder, *parents)
    with contextlib.ExitStack() as held:
        batches = {parent: held.enter_context(batch(parent)) for parent in (*parents, folder)}
        for name, (_, copy) in copies.items():
            batches[(folder / name).parent].add(Path(name).name, copy)
        # last, so that a folder copied by half is not taken for a workspace
        write = functools.partial(Path.write_text, data=_SETTINGS, encoding="utf-8")
        batches[folder].add(MARKER, write)
        for files in batches.values():
            files.commit()
    return find(folder)


def _copies(example: str) -> dict[str, tuple[Path, Callable[[Path], object]]]:
    """Give what a new workspace is copied from.

    Parameters
    ----------
    example : str
        A key of ``EXAMPLES``.

    Returns
    -------
    dict of str to (Path, callable)
        Folder of the workspace -> what it is a copy of, and what copies it.

    Raises
    ------
    OptionError
        If there is no such example.
    """
    if example not in EXAMPLES:
        known = ", ".join(EXAMPLES)
        raise OptionError(
            Text(f"没有示例 {example}，有：{known}", f"no example {example}; there are: {known}")
        )
    base = shipped()
    others = base / "examples"
    bases = {name: base / name for name in FOLDERS}
    if example == "ningxia":
        bases = {name: others / example / name for name in FOLDERS}
    if example == "empty":
        bases["maps"] = others / example / "maps"
    copies = {name: (path, _copy_of(path)) for name, path in bases.items()}
    if example == "empty":
        copies["layers"] = bases["layers"], lambda made: _copy_some(bases["layers"], made)
    return copies


def _copy_some(folder: Path, made: Path) -> None:
    made.mkdir()
    for name in _EMPTY:
        for path in sorted(folder.glob(f"{name}.*")):
            shutil.copy2(path, made / path.name)
    shutil.copytree(folder / "templates", made / "templates")
