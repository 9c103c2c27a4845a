"""How the jobs of ``gisplan sites`` tell of reach."""

from __future__ import annotations

from gisplan.text import Text


def how_words(title: Text) -> Text:
    """Say how the way was found.

    Parameters
    ----------
    title : Text
        How the cost is found, as the mode says it.

    Returns
    -------
    Text
        A line.
    """
    return Text(f"可达：{title.zh}", f"reach: {title.en}")


def within_words(reach: float, unit: Text) -> Text:
    """Say a reach.

    Parameters
    ----------
    reach : float
        The reach.
    unit : Text
        Its unit.

    Returns
    -------
    Text
        In both languages.
    """
    return Text(f"{reach:g} {unit.zh}内", f"within {reach:g} {unit.en}")
