"""Where one works: the workspace of a folder, found or made."""

from gisplan.catalog.defaults import Defaults
from gisplan.catalog.workspace import EXAMPLES, Workspace, create, find

__all__ = ["EXAMPLES", "Defaults", "Workspace", "create", "find"]
