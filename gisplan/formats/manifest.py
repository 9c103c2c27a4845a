"""What an export folder holds: every file with its content's fingerprint, written last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file of an export.

    Attributes
    ----------
    sha256 : str
        Fingerprint of its content, hexadecimal.
    bytes : int
        Its size.
    format : str
        Name of the format.
    datum : str
        What its coordinates are in; empty if it has none.
    layers : tuple of str
        Names of the layers that are in it.
    rows : int, optional
        None for a description.
    media : str
        Media type.
    """

    sha256: str
    bytes: int
    format: str
    datum: str
    layers: tuple[str, ...]
    rows: int | None
    media: str


def load(folder: Path) -> dict[str, Entry]:
    """Read a folder's manifest; a missing or damaged one is an empty one.

    Parameters
    ----------
    folder : pathlib.Path
        Folder of an export.

    Returns
    -------
    dict of str to Entry
        By the file's path below the folder, with forward slashes.
    """
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return {
            path: Entry(**{**entry, "layers": tuple(entry["layers"])})
            for path, entry in content["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def differing(folder: Path) -> tuple[str, ...]:
    """List the files that are not as the manifest says: gone, altered, or of another export.

    Parameters
    ----------
    folder : pathlib.Path
        Folder of an export.

    Returns
    -------
    tuple of str
        Empty if all files belong together.
    """
    known = load(folder)
    return tuple(
        path for path, entry in known.items() if fingerprint(folder / path) != entry.sha256
    )


def fingerprint(path: Path) -> str:
    """Give the SHA-256 of a file; empty if it is not there.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    str
        Hexadecimal, lower case.
    """
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def to_json(entries: Mapping[str, Entry]) -> bytes:
    """Give the manifest's content.

    Parameters
    ----------
    entries : mapping of str to Entry
        Files by their path below the folder, with forward slashes.

    Returns
    -------
    bytes
        JSON in UTF-8, sorted by path.
    """
    content = {"files": {path: asdict(entry) for path, entry in sorted(entries.items())}}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
