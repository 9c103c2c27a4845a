"""Words in the language of QGIS: Chinese where its locale is Chinese, English elsewhere."""

from __future__ import annotations

from qgis.core import QgsApplication


def language() -> str:
    """Give the language in which QGIS speaks, of the two that gisplan has.

    Returns
    -------
    str
        ``"zh"`` or ``"en"``.
    """
    return "zh" if QgsApplication.locale().lower().startswith("zh") else "en"


def say(zh: str, en: str) -> str:
    """Give the first of two texts where QGIS is Chinese, the second elsewhere.

    Parameters
    ----------
    zh : str
        In Chinese.
    en : str
        In English.

    Returns
    -------
    str
        One of them.
    """
    return zh if language() == "zh" else en
