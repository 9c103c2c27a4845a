"""The catalogue of a workspace, read once a process and kept between runs.

It is kept in ``.gisplan`` with the fingerprint of what it was read from: the content of every
declaration, the folders and the program. Dates and sizes of files are not asked: an edit that
leaves both as they were is an edit. A file that is damaged, or that another wrote, is passed over.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from gisplan.catalog import as_json
from gisplan.catalog import load as catalog
from gisplan.catalog.layer import FileOrigin, PartsOrigin
from gisplan.catalog.load import Catalog
from gisplan.catalog.workspace import Workspace
from gisplan.errors import FileError
from gisplan.files import replace_file
from gisplan.pipeline.fingerprint import digest, file_digest, program_digest

__all__ = ["Catalog", "load"]

_KEPT = "catalogue.json"
#: Of this process, by folders: fingerprint and catalogue.
_READ: dict[tuple[Path, Path], tuple[str, Catalog]] = {}


def load(workspace: Workspace, *, keep: bool = False) -> Catalog:
    """Read every declaration of a workspace, or take what was read before and still holds.

    Parameters
    ----------
    workspace : Workspace
        What is read is kept in its ``.gisplan``, if that is there and can be written to.
    keep : bool
        Whether to make ``.gisplan`` for it; a notebook that asks for layers leaves no trace.

    Returns
    -------
    Catalog
        All layers and maps.

    Raises
    ------
    DeclarationError
        With all faults found; see :func:`gisplan.catalog.load.load`. Layers whose analysis is
        unknown, or can't take what it is given, are faults too.
    """
    folders = workspace.layers, workspace.maps
    fingerprint = _fingerprint(workspace)
    known, found = _READ.get(folders, ("", None))
    path = workspace.state / _KEPT
    if known != fingerprint or found is None or not _is_there(found):
        found = _take(path, fingerprint)
    anew = found is None
    if found is None:
        from gisplan.analysis.methods import ANALYSES

        found = catalog.load(workspace, ANALYSES)
    # also of what this process read for another workspace of the same declarations
    if (keep or workspace.state.is_dir()) and (anew or not _holds(path, fingerprint)):
        _keep(path, fingerprint, found)
    _READ[folders] = fingerprint, found
    return found


def _fingerprint(workspace: Workspace) -> str:
    parts = [program_digest(), workspace.review_number, repr(workspace.roles)]
    for folder in (workspace.layers, workspace.maps):
        parts.append(str(folder))
        for path in sorted(folder.glob("*.toml")):
            parts.append(path.name)
            # one that can't be read is told of when it is read for good
            with contextlib.suppress(OSError):
                parts.append(file_digest(path))
    return digest(*parts)


def _is_there(found: Catalog) -> bool:
    """Tell whether the files that layers are read from are there: one that is not is a fault.

    Parameters
    ----------
    found : Catalog
        The catalogue.

    Returns
    -------
    bool
        False if one is missing.
    """
    origins = (spec.origin for spec in found.layers.values())
    return all(
        (not isinstance(origin, FileOrigin) or origin.path.is_file())
        and (not isinstance(origin, PartsOrigin) or origin.path.exists())
        for origin in origins
    )


def _holds(path: Path, fingerprint: str) -> bool:
    """Tell whether what is kept is of that fingerprint.

    Parameters
    ----------
    path : Path
        File of what is kept.
    fingerprint : str
        Fingerprint of the declarations as they are now.

    Returns
    -------
    bool
        By its first line alone.
    """
    try:
        with path.open(encoding="utf-8") as file:
            return file.readline().rstrip("\n") == fingerprint
    except (OSError, ValueError):
        return False


def _take(path: Path, fingerprint: str) -> Catalog | None:
    """Give what is kept, if it is of that fingerprint and whole.

    Parameters
    ----------
    path : Path
        File of what is kept.
    fingerprint : str
        Fingerprint of the declarations as they are now.

    Returns
    -------
    Catalog or None
        The catalogue; None if it has to be read anew.
    """
    try:
        kept, checksum, content = path.read_text(encoding="utf-8").split("\n", 2)
        if kept != fingerprint or checksum != _checksum(content):
            return None
        found = as_json.loads(content, Catalog)
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return found if _is_there(found) else None


def _keep(path: Path, fingerprint: str, found: Catalog) -> None:
    with contextlib.suppress(FileError, TypeError):
        content = as_json.dumps(found)
        replace_file(path, "\n".join((fingerprint, _checksum(content), content)).encode())


def _checksum(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
