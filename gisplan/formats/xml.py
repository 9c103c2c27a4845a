"""Building XML with the standard library: elements in one expression, bytes at the end."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

Element = ET.Element

# XML 1.0 has no way to hold these.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(tag: str, *children: Element | str | None, **attributes: Any) -> Element:
    """Make an element.

    Parameters
    ----------
    tag : str
        Name of the element.
    *children : Element, str or None
        Elements and text, in order; None is left out. Characters that XML can't hold become
        blanks.
    **attributes : any
        A trailing underscore of a name is dropped (``class_``); None is left out.

    Returns
    -------
    Element
        The element with its children.
    """
    made = ET.Element(tag)
    for key, value in attributes.items():
        if value is not None:
            made.set(key.rstrip("_"), _text(value))
    for child in children:
        if isinstance(child, str):
            made.text = (made.text or "") + _text(child)
        elif child is not None:
            made.append(child)
    return made


def document(root: Element, *, doctype: str = "") -> bytes:
    """Give a document in UTF-8, one element a line.

    Parameters
    ----------
    root : xml.etree.ElementTree.Element
        The outermost element; it gets indented in place.
    doctype : str
        A line of its own before the root.

    Returns
    -------
    bytes
        The document, a line break at its end.
    """
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *([doctype] if doctype else []), body, ""]
    return "\n".join(lines).encode()


def _text(value: Any) -> str:
    return _UNWRITABLE.sub(" ", f"{value:.15g}" if isinstance(value, float) else str(value))
