"""Where one works: the workspace of a folder, found or made."""

from gisplan.catalog.workspace import Workspace, create, find

__all__ = ["Workspace", "create", "find"]
