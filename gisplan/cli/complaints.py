"""What argparse says of wrong arguments, in the user's language, with the word that was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from gisplan.text import Lang, Text

#: What argparse says, in each of its versions -> the same in Chinese, with its parts ``\1`` ….
_SENTENCES = tuple(
    (re.compile(english, re.DOTALL), chinese)
    for english, chinese in (
        (r"unrecognized arguments: (.*)", r"没有这样的参数：\1"),
        (r"the following arguments are required: (.*)", r"缺少参数：\1"),
        (r"one of the arguments (.*) is required", r"下列参数要有一个：\1"),
        (r"not allowed with argument (.*)", r"不能与 \1 同用"),
        (r"expected one argument", r"后面要有一个值"),
        (r"expected at most one argument", r"后面至多一个值"),
        (r"expected at least one argument", r"后面至少要有一个值"),
        (r"expected (\d+) arguments?", r"后面要有 \1 个值"),
        (r"ignored explicit argument (.*)", r"不带值，却写了 \1"),
        (r"ambiguous option: (.*) could match (.*)", r"\1 不明确，可能是 \2"),
        (r"invalid choice: (.*?) \(choose from (.*)\)", r"\1 不在可选之列：\2"),
        (
            r"invalid choice: (.*), maybe you meant (.*)\? \(choose from (.*)\)",
            r"\1 不在可选之列：\3",
        ),
        (r"invalid int value: (.*)", r"\1 不是整数"),
        (r"invalid float value: (.*)", r"\1 不是数"),
        (r"invalid (?:\S+) value: (.*)", r"\1 不能用作这个参数的值"),
        (r"can't open (.*): (.*)", r"无法打开 \1：\2"),
    )
)
_OF = re.compile(r"argument (.+?): (.*)", re.DOTALL)
_UNKNOWN = re.compile(r"unrecognized arguments: (.*)", re.DOTALL)
_CHOICE = re.compile(r"(?:argument .+?: )?invalid choice: '(.*?)'", re.DOTALL)


def in_words(message: str, *, known: Iterable[str] = ()) -> Text:
    """Give what argparse says in both languages.

    Parameters
    ----------
    message : str
        In argparse's English.
    known : iterable of str
        Options and commands that there are, among which the one meant is looked for.

    Returns
    -------
    Text
        The complaint; in Chinese as argparse has it where it is none that is known.

    Examples
    --------
    >>> in_words("argument --year: expected one argument").zh
    '--year 后面要有一个值'
    >>> in_words("unrecognized arguments: --distnace 50", known=["--distance", "--year"]).en
    "unrecognized arguments: --distnace 50; did you mean '--distance'?"
    """
    of = _OF.fullmatch(message)
    # what comes from gisplan's own readers of arguments is in the user's language already
    told = Text(f"{of[1]} {_chinese(of[2])}" if of else _chinese(message), message)
    meant = _meant(message, known)
    if meant:
        return Text(f"{told.zh}；是否想写 {meant}？", f"{told.en}; did you mean '{meant}'?")
    return told


def _chinese(message: str) -> str:
    for english, chinese in _SENTENCES:
        found = english.fullmatch(message)
        if found:
            return found.expand(chinese)
    return message


def _meant(message: str, known: Iterable[str]) -> str | None:
    """Find the word that a wrong one comes near.

    Parameters
    ----------
    message : str
        In argparse's English.
    known : iterable of str
        Words that there are.

    Returns
    -------
    str or None
        None if none comes near.
    """
    choice, unknown = _CHOICE.match(message), _UNKNOWN.fullmatch(message)
    words: Sequence[str] = [choice[1]] if choice else unknown[1].split() if unknown else []
    for word in words:
        near = difflib.get_close_matches(word.partition("=")[0], sorted(known), n=1, cutoff=0.7)
        if near:
            return near[0]
    return None


def headings(lang: Lang) -> tuple[str, str, str]:
    """Give the words above the parts of a help page.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language of the help.

    Returns
    -------
    tuple of str
        Of the usage, of the arguments by place, of the options.
    """
    return (
        ("用法：", "参数", "选项")
        if lang == "zh"
        else ("usage: ", "positional arguments", "options")
    )
