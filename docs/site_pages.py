"""Pages of the site that are made: commands from the parser, functions, notebooks."""

from __future__ import annotations

import contextlib
import inspect
import io
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from numpydoc.docscrape import FunctionDoc

import gisplan
from gisplan.cli import main
from gisplan.cli.commands import COMMANDS
from gisplan.text import Lang, Text

ROOT = Path(__file__).parent.parent
#: Commands whose jobs have options of their own.
JOBS = {"sites": ("evaluate", "suggest", "plan")}


def made_pages() -> Iterator[tuple[str, str]]:
    """Make the pages.

    Yields
    ------
    tuple of (str, str)
        Path below ``docs`` and the Markdown.
    """
    yield "reference/commands.md", commands_page("en")
    yield "zh/reference/commands.md", commands_page("zh")
    yield "reference/python.md", python_page("en")
    yield "zh/reference/python.md", python_page("zh")
    for path in sorted(ROOT.glob("notebooks/*.ipynb")):
        yield f"notebooks/{path.stem}.md", notebook_page(path)


def commands_page(lang: Lang) -> str:
    """Make the reference of the commands, as each tells of itself.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language.

    Returns
    -------
    str
        Markdown.
    """
    title = Text("命令", "Commands").get(lang)
    about = Text(
        "由各命令的 `--help` 生成。",
        "Made of the `--help` of each command.",
    ).get(lang)
    other = Text(
        "English: [Commands](../../reference/commands.md)",
        "中文：[命令](../zh/reference/commands.md)",
    )
    parts = [f"# {title}\n\n{other.get(lang)}\n\n{about}\n"]
    for command in COMMANDS:
        parts.append(f"## gisplan {command.name}\n\n{command.help.get(lang)}\n")
        for job in JOBS.get(command.name, ("",)):
            words = [command.name, *([job] if job else [])]
            if job:
                parts.append(f"### gisplan {command.name} {job}\n")
            parts.append(f"```text\n{_help(words, lang)}\n```\n")
    return "\n".join(parts)


def _help(words: list[str], lang: Lang) -> str:
    said = io.StringIO()
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    try:
        with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
            main(["--lang", lang, "-C", str(ROOT), *words, "--help"])
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return said.getvalue().rstrip()


def python_page(lang: Lang) -> str:
    """Make the reference of what ``import gisplan as gp`` shows.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language of the words around; docstrings are in English.

    Returns
    -------
    str
        Markdown.
    """
    about = Text(
        "`import gisplan as gp` 之后可用的函数，由源码中的说明生成（英文）；"
        "中文的用法见[在笔记本中使用](../notebook.md)。",
        "What `import gisplan as gp` shows, made of the docstrings; how it is used is told in"
        " [In a notebook](../notebook.md).",
    ).get(lang)
    parts = [f"# Python\n\n{about}\n"]
    for name in gisplan.__all__:
        thing = getattr(gisplan, name)
        if inspect.isfunction(thing):
            parts.append(_function(name, thing, lang))
    return "\n".join(parts)


def _function(name: str, function: Callable[..., object], lang: Lang) -> str:
    told = FunctionDoc(function)
    signature = inspect.signature(function)
    taken = ", ".join(_argument(one) for one in signature.parameters.values())
    parts = [
        f"## gp.{name}\n",
        f"```text\ngp.{name}({taken})\n```\n",
        "\n".join([*told["Summary"], "", *told["Extended Summary"]]),
        "",
    ]
    heads = {
        "Parameters": Text("参数", "Parameters"),
        "Returns": Text("返回", "Returns"),
        "Raises": Text("报错", "Raises"),
    }
    for section, head in heads.items():
        if not told[section]:
            continue
        parts.append(f"**{head.get(lang)}**\n\n| | | |\n|---|---|---|")
        for item in told[section]:
            words = _plain(" ".join(item.desc))
            parts.append(f"| `{item.name}` | {_plain(item.type)} | {words} |")
        parts.append("")
    if told["Examples"]:
        code = "\n".join(told["Examples"]).strip("\n")
        parts.append(f"```pycon\n{code}\n```\n")
    return "\n".join(parts)


def _argument(one: inspect.Parameter) -> str:
    if one.kind is one.VAR_POSITIONAL:
        return f"*{one.name}"
    return one.name if one.default is one.empty else f"{one.name}={one.default!r}"


def _plain(words: str) -> str:
    words = re.sub(r":\w+:`~?([^`]+)`", r"`\1`", words.strip())
    return words.replace("``", "`").replace("|", "\\|")


def notebook_page(path: Path) -> str:
    """Make a page of a notebook, with what it gave.

    Parameters
    ----------
    path : pathlib.Path
        The notebook.

    Returns
    -------
    str
        Markdown; pictures are in it.
    """
    parts = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(source)
            continue
        parts.append(f"```python\n{source}\n```")
        for output in cell["outputs"]:
            data = output.get("data", {})
            said = "".join(output.get("text", data.get("text/plain", [])))
            if said:
                parts.append(f"```text\n{said.rstrip()}\n```")
            if "image/png" in data:
                # a file of its own would need a place; a picture of 60 dpi is small
                parts.append(f'<img alt="" src="data:image/png;base64,{data["image/png"]}">')
    return "\n\n".join(parts) + "\n"
