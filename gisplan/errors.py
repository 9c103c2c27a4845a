"""What can go wrong, said in the user's language.

Every error of gisplan is a :class:`GisplanError` and also a built-in kind, so that a notebook
may catch ``ValueError`` or ``OSError`` without knowing gisplan. The command line prints the
message and its faults and ends with exit code 2; a traceback is a bug of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gisplan.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Question:
    """What must be said before a run can go on, and what may be answered.

    Attributes
    ----------
    words : Text
        What is asked.
    option : str
        The option that answers it, as ``unit``.
    about : str
        What it is asked of, as a heading; empty if the option takes the answer alone.
    choices : tuple of (str, Text)
        Each answer, and what it means.
    """

    words: Text
    option: str
    about: str
    choices: tuple[tuple[str, Text], ...]


def first_faults(faults: Sequence[Text], most: int) -> list[Text]:
    """Give the first of many faults, and how many more there are.

    Parameters
    ----------
    faults : sequence of Text
        All of them.
    most : int
        How many are told.

    Returns
    -------
    list of Text
        One more than that where there are more.
    """
    more = len(faults) - most
    rest = [Text(f"另有 {more} 处", f"and {more} more")] if more > 0 else []
    return [*faults[:most], *rest]


class GisplanError(Exception):
    """Root of the errors of gisplan.

    Parameters
    ----------
    message : Text
        What is wrong, where (file, row, column) and what to do.
    faults : sequence of Text, optional
        The single faults, where one check found several.
    questions : sequence of Question, optional
        What a person at the terminal may be asked instead, for the run to go on.
    """

    def __init__(
        self, message: Text, *, faults: Sequence[Text] = (), questions: Sequence[Question] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.faults = tuple(faults)
        self.questions = tuple(questions)
        #: What it says where nobody asks for a language, as in a traceback of a notebook.
        self.lang: Lang = "en"

    def text(self, lang: Lang) -> str:
        """Give message and faults in one language, a fault a line.

        Parameters
        ----------
        lang : Lang
            ``zh`` or ``en``.

        Returns
        -------
        str
            The message, and below it the faults.
        """
        lines = [self.message.get(lang), *(f"  - {fault.get(lang)}" for fault in self.faults)]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text(self.lang)


class DeclarationError(GisplanError, ValueError):
    """A declaration (``layers/*.toml``, ``maps/*.toml``, ``gisplan.toml``) is wrong."""


class DataError(GisplanError, ValueError):
    """A table or layer can't be used as it is."""


class OptionError(GisplanError, ValueError):
    """An argument or option has a value that can't be."""


class PlaceError(GisplanError, LookupError):
    """A place name or code is unknown or stands for several places."""


class FileError(GisplanError, OSError):
    """A file is missing, can't be read or can't be written."""


class InUseError(FileError):
    """A file is there and can't be replaced: another program holds it, or it is write-protected."""


class DatabaseError(GisplanError, ConnectionError):
    """A database can't be reached or refuses; nothing in it has changed."""


class EngineError(GisplanError, RuntimeError):
    """What carries the work out (processes, a cluster) fails; what is done is kept."""


class DatumError(GisplanError, ValueError):
    """A coordinate reference system is missing, unknown or unfit for the purpose."""


class Ended(KeyboardInterrupt):
    """A run was ended by Ctrl-C; what is done is kept.

    Parameters
    ----------
    message : Text
        What was done before, and how to go on.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message
