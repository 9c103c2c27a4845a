"""What a result says of itself where the data don't allow one."""

from __future__ import annotations

from typing import Any

from gisplan.errors import OptionError
from gisplan.text import Text

DECIDED, UNDECIDED = "decided", "undecided"


def too_few(count: int, needed: int, zh: str, en: str) -> Text:
    """Say that there are too few of something to tell.

    Parameters
    ----------
    count : int
        How many there are.
    needed : int
        How many it takes.
    zh : str
        What is counted, in Chinese.
    en : str
        The same in English.

    Returns
    -------
    Text
        A sentence.
    """
    return Text(
        f"只有 {count} 个{zh}，少于 {needed} 个，无法判断",
        f"only {count} {en}, fewer than {needed}: can't tell",
    )


def verdict(reason: Text | None) -> dict[str, Any]:
    """Give the columns ``status``, ``reason_zh`` and ``reason_en`` of a row.

    Parameters
    ----------
    reason : Text or None
        Why nothing can be told; None if it can.

    Returns
    -------
    dict of str to Any
        ``decided`` or ``undecided``, and the reason in both languages.
    """
    if reason is None:
        return {"status": DECIDED, "reason_zh": None, "reason_en": None}
    return {"status": UNDECIDED, "reason_zh": reason.zh, "reason_en": reason.en}


def needs(package: str) -> OptionError:
    """Make the error for a package of the extra ``clusters`` that is not there.

    Parameters
    ----------
    package : str
        Name of the package.

    Returns
    -------
    OptionError
        The error, with the command that installs it.
    """
    return OptionError(
        Text(
            f"集聚分析需要 {package}：pip install 'gisplan[clusters]'",
            f"the cluster analysis needs {package}: pip install 'gisplan[clusters]'",
        )
    )
