"""What a whole plan does at a site, in words: built, enlarged, closed, or moved from where."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from gisplan.analysis.siting.plans import ACTIONS
from gisplan.text import Lang


def action_words(row: Mapping[Hashable, Any], lang: Lang) -> str:
    """Say what is done, and from where a plant is moved.

    Parameters
    ----------
    row : mapping
        Of the actions of a plan, with names.
    lang : {"zh", "en"}
        Language of names.

    Returns
    -------
    str
        One of ``ACTIONS``.
    """
    done = ACTIONS[row["action"]].get(lang)
    origin = row.get(f"moved_from_{lang}")
    if not isinstance(origin, str):
        return done
    return f"{done}（自{origin}）" if lang == "zh" else f"{done} from {origin}"
