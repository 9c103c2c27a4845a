"""What a person answers to an import that must know more, put into its options."""

from __future__ import annotations

from dataclasses import replace

from gisplan.api.importing.options import ALL_SHEETS, MODES, ImportOptions


def answered(options: ImportOptions, option: str, about: str, answer: str) -> ImportOptions:
    """Put an answer into the options of an import.

    Parameters
    ----------
    options : ImportOptions
        What was asked for before.
    option : str
        What the question is of: ``Question.option``.
    about : str
        What it is asked of: ``Question.about``.
    answer : str
        One of its choices.

    Returns
    -------
    ImportOptions
        With the option that the answer is of.
    """
    match option:
        case "unit":
            told = replace(options, units={**options.units, about: answer})
        case "column":
            told = replace(options, columns={**options.columns, about: answer})
        case "datum":
            told = replace(options, datum=answer)
        case "kind":
            told = replace(options, kind=answer)
        case "mode":
            mode = next((mode for mode in MODES if mode == answer), None)
            told = replace(options, mode=mode)
        case _ if answer == ALL_SHEETS[0]:
            told = replace(options, all_sheets=True)
        case _:
            told = replace(options, sheet=answer)
    return told
