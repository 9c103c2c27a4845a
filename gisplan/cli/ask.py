"""What must be decided, asked at the terminal: numbered choices, and the options answered."""

from __future__ import annotations

import sys

from gisplan.api import importing
from gisplan.cli.terminal import Screen
from gisplan.errors import GisplanError, Question
from gisplan.text import Text

#: Of so many wrong answers the last ends the asking.
_TRIES = 3


def is_possible() -> bool:
    """Tell whether a person can be asked.

    Returns
    -------
    bool
        False where input or output is a file or another program.
    """
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def ask(
    error: GisplanError, options: importing.ImportOptions, screen: Screen
) -> importing.ImportOptions | None:
    """Ask what an import must know, and give its options with the answers.

    Parameters
    ----------
    error : GisplanError
        What the import can't decide.
    options : importing.ImportOptions
        What it was asked for.
    screen : Screen
        Takes what is said.

    Returns
    -------
    importing.ImportOptions or None
        None if a question was left without an answer.
    """
    screen.print(error.message)
    for question in error.questions:
        answer = _answer(question, screen)
        if answer is None:
            return None
        options = importing.answered(options, question.option, question.about, answer)
    return options


def _answer(question: Question, screen: Screen) -> str | None:
    """Show the choices and read one, by its number or as it is called.

    Parameters
    ----------
    question : Question
        What is asked.
    screen : Screen
        Takes what is said.

    Returns
    -------
    str or None
        One of the choices; None for an empty line.
    """
    screen.print("")
    screen.print(question.words)
    for number, (name, words) in enumerate(question.choices, 1):
        said = screen.say(words)
        screen.print(f"  {number}  {said}" if said == name else f"  {number}  {said}（{name}）")
    for _ in range(_TRIES):
        prompt = Text("请输入编号（回车取消）：", "number (Enter to stop): ")
        try:
            line = input(screen.say(prompt)).strip()
        except EOFError:
            return None
        if not line:
            return None
        if line.isascii() and line.isdigit() and 1 <= int(line) <= len(question.choices):
            return question.choices[int(line) - 1][0]
        if line in {name for name, _ in question.choices}:
            return line
    return None
