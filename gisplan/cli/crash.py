"""A fault of gisplan's own: said in the user's language, and kept whole in a file to send."""

from __future__ import annotations

import contextlib
import datetime
import platform
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from gisplan.text import Text

#: Options whose values are nobody else's business.
_SECRET = ("--tianditu-key", "--database", "--scheduler", "--password")


def interrupted(error: BaseException | None) -> bool:
    """Tell whether an error came of Ctrl-C, which a library may have wrapped.

    Parameters
    ----------
    error : BaseException or None
        What was raised.

    Returns
    -------
    bool
        Whether Ctrl-C stands at its beginning.
    """
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if isinstance(error, KeyboardInterrupt):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return False


def keep(error: BaseException, words: Sequence[str], folder: Path | None) -> Text:
    """Write what happened to a file, and give what to say of it.

    Parameters
    ----------
    error : BaseException
        What was raised.
    words : sequence of str
        Arguments of the command.
    folder : pathlib.Path or None
        ``.gisplan`` of the workspace, if it is known; a temporary folder stands in for one that
        can't be written to.

    Returns
    -------
    Text
        What happened, where it is written, and what to send.
    """
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f"{Path(last[0].filename).name}:{last[0].lineno}" if last else "?"
    what = f"{type(error).__name__}, {where}"
    content = "".join(_content(error, words))
    for place in (folder, Path(tempfile.gettempdir())):
        if place is None:
            continue
        with contextlib.suppress(OSError):
            place.mkdir(parents=True, exist_ok=True)
            moment = datetime.datetime.now(tz=datetime.UTC)
            path = place / f"error-{moment:%Y%m%d-%H%M%S-%f}.txt"
            path.write_text(content, encoding="utf-8", errors="backslashreplace")
            return Text(
                f"gisplan 内部出错（{what}），不是您的操作有误。原有文件未变，可以再试一次。\n"
                f"请把 {path} 发给维护者：其中有命令、版本和出错的位置，没有表中的数据行",
                f"a fault of gisplan's own ({what}), not of yours. Files that were there are"
                " unchanged; it can be tried again.\n"
                f"Please send {path} to the maintainers: it holds the command, versions and where"
                " it happened, and no rows of your tables",
            )
    return Text(
        f"gisplan 内部出错（{what}），也无处写下经过：\n{content}",
        f"a fault of gisplan's own ({what}), and nowhere to write it down:\n{content}",
    )


def _content(error: BaseException, words: Sequence[str]) -> Iterator[str]:
    from importlib import metadata

    yield f"gisplan {metadata.version('gisplan')}, Python {platform.python_version()}, "
    yield f"{platform.platform()}\n"
    yield f"gisplan {' '.join(without_secrets(words))}\n\n"
    yield from traceback.format_exception(error)


def without_secrets(words: Sequence[str]) -> Iterator[str]:
    """Give arguments without the values of those that are nobody else's business.

    Parameters
    ----------
    words : sequence of str
        Arguments of the command.

    Yields
    ------
    str
        An argument, or stars in its place.
    """
    hide = False
    for word in words:
        option, mark, _ = word.partition("=")
        yield "***" if hide else f"{option}=***" if mark and option in _SECRET else word
        hide = not mark and option in _SECRET
