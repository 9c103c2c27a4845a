"""Reach as the jobs of ``gisplan sites`` ask for it and tell of it."""

from __future__ import annotations

import argparse

from gisplan.cli import travel_options as travel
from gisplan.errors import OptionError
from gisplan.text import Text

#: Reach if none is given: km by distance, minutes by travel time.
KM, MINUTES = (50.0,), (60.0,)


def reaches(given: argparse.Namespace) -> tuple[float, ...]:
    """Take the reaches asked for: in minutes if by road or friction, else in km.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.

    Returns
    -------
    tuple of float
        Rising.
    """
    minutes = travel.minutes(given, default=MINUTES)
    if given.roads or given.friction:
        return minutes
    return tuple(given.km or KM)


def one_reach(given: argparse.Namespace) -> float:
    """Take the one reach asked for; several are refused.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.

    Returns
    -------
    float
        Kilometres or minutes.

    Raises
    ------
    OptionError
        If several are given.
    """
    asked = reaches(given)
    if len(asked) > 1:
        name = "--minutes" if given.minutes else "--km"
        raise OptionError(
            Text(
                f"{name} 在这里只能给一个值；多个值须与 suggest --curve 同用",
                f"{name} takes one value here; several go with suggest --curve",
            )
        )
    return asked[0]


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
