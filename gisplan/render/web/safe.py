"""The one place where text meets a page.

Folium renders through Jinja, and renders its own output a second time, so any text given to it
may run as a template; browsers run text that gets into markup. Neither ever happens here:
Folium is given constants only, and everything that comes from data or declarations goes into
the finished page as one block of JSON, which the page's script reads and shows as text nodes.

The finished page has a content security policy that allows only the scripts and styles whose
hashes it lists and, unless an online base map was chosen, no request to any host.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

_WEB = re.compile(r"https?://[^\s/?#\x00-\x1f\x7f][^\s\x00-\x1f\x7f]*", re.IGNORECASE)
# What could end a script block or a string of JavaScript, what an editor or a transport could
# change on the way, and half surrogates, which UTF-8 can't hold.
_UNSAFE = re.compile(
    "[<>&\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_INLINE = {
    "script": re.compile(r"<script>(.*?)</script>", re.DOTALL),
    "style": re.compile(r"<style>(.*?)</style>", re.DOTALL),
}


def json_block(value: Any) -> str:
    r"""Write a value as JSON that is safe inside a ``<script type="application/json">``.

    Parameters
    ----------
    value : any
        Dictionaries, lists, strings, finite numbers, booleans and None.

    Returns
    -------
    str
        Compact JSON; ``<``, ``>``, ``&``, U+2028, U+2029 and invisible or unpaired characters
        stand as ``\uXXXX``, the rest, Chinese too, as it is.

    Raises
    ------
    ValueError
        If a number is not finite.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def packed_block(block: str) -> str:
    """Deflate a block of JSON, as base 64 to stand in a script element.

    Parameters
    ----------
    block : str
        As :func:`json_block` gives it.

    Returns
    -------
    str
        ASCII.
    """
    return base64.b64encode(zlib.compress(block.encode("utf-8"), 6)).decode("ascii")


def escaped(text: str) -> str:
    """Escape a text to stand between two tags; control characters become blanks.

    Parameters
    ----------
    text : str
        Plain text.

    Returns
    -------
    str
        Safe in an element and in an attribute in quotes.
    """
    return html.escape(_CONTROL.sub(" ", text), quote=True)


def web_address(url: str) -> str:
    """Give the address back if a reader may be sent there (http or https), else nothing.

    Parameters
    ----------
    url : str
        An address from data.

    Returns
    -------
    str
        The address, or nothing.
    """
    return url if _WEB.fullmatch(url) else ""


def fill(skeleton: str, parts: Mapping[str, str]) -> str:
    """Put each part in the place of its marker, in one pass, so that no part is read again.

    Parameters
    ----------
    skeleton : str
        A page made of constants.
    parts : mapping of str to str
        Marker -> what stands there instead. Each marker must occur once.

    Returns
    -------
    str
        The page.

    Raises
    ------
    RuntimeError
        If a marker does not occur exactly once: the template library's page has changed.
    """
    for marker in parts:
        if skeleton.count(marker) != 1:
            raise RuntimeError(f"marker {marker!r} occurs {skeleton.count(marker)} times, not once")
    pattern = re.compile("|".join(re.escape(marker) for marker in parts))
    return pattern.sub(lambda match: parts[match[0]], skeleton)


def policy(page: str, *, image_hosts: Sequence[str] = ()) -> str:
    """Write the content security policy of a finished page.

    Parameters
    ----------
    page : str
        The whole page; its inline ``<script>`` and ``<style>`` elements, written without
        attributes, are allowed by their SHA-256 and nothing else is.
    image_hosts : sequence of str
        Origins of base map tiles, such as ``https://tile.openstreetmap.org``.

    Returns
    -------
    str
        The value of the ``content`` attribute.
    """
    rules = ["default-src 'none'"]
    for kind, pattern in _INLINE.items():
        hashes = dict.fromkeys(_sha256(body) for body in pattern.findall(page))
        rules.append(f"{kind}-src {' '.join(hashes)}")
    rules.append(" ".join(["img-src data: blob:", *image_hosts]))
    rules += ["base-uri 'none'", "form-action 'none'"]
    return "; ".join(rules)


def _sha256(body: str) -> str:
    digest = hashlib.sha256(body.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
