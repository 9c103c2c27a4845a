"""Which layers can be edited as tables, why others can't, and which still are as they came."""

from __future__ import annotations

import filecmp

from gisplan.api.importing.options import KINDS
from gisplan.catalog import workspace
from gisplan.catalog.layer import FileOrigin, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.text import Text

#: Bytes of a table that has a heading and nothing else.
_HEADING = 200
_COMPUTED = Text(
    "由其他图层算出，不能在这里改；请改它所依据的图层，再生成一次",
    "computed from other layers; edit those that it is made from and make it again",
)
_SHIPPED = Text(
    "区划、底图等随软件提供的数据，不在这里改；它们的出处和审图要求见文档",
    "boundaries and what lies beneath the maps come with gisplan and are not edited here",
)
_SHAPES = Text(
    "这是带图形的文件，请在 QGIS 中改，或改好再导入一次",
    "a file of shapes: edit it in QGIS, or import it again",
)
_WORKBOOK = Text(
    "取自工作簿等文件，请改那个文件本身，或把它导入成图层",
    "read from a workbook or the like: edit that file, or import it into a layer",
)
_LARGE = Text(
    "点数太多，分块读取，不能逐格改；请改原文件",
    "too large to be edited cell by cell; edit the files",
)
_NOT_OWN = Text(
    "只能改自己工作区里的图层；请先新建工作区",
    "only layers of a workspace of one's own can be edited; make one first",
)


def why_read_only(spec: LayerSpec, place: Workspace) -> Text | None:
    """Tell why a layer can't be edited as a table.

    Parameters
    ----------
    spec : LayerSpec
        Its declaration.
    place : Workspace
        The workspace.

    Returns
    -------
    Text or None
        None if it can.
    """
    origin = spec.origin
    if spec.is_large:
        return _LARGE
    if not isinstance(origin, FileOrigin):
        return _COMPUTED
    root, layers = place.root.resolve(), place.layers.resolve()
    if not place.own or not layers.is_relative_to(root):
        return _NOT_OWN
    # resolved: a link that leads out of the workspace is nobody's here
    path = origin.path.resolve()
    if not path.is_relative_to(layers):
        return _SHIPPED if path.is_relative_to(root / "data") else _WORKBOOK
    if path.suffix.lower() == ".csv":
        return None
    return _SHAPES if spec.geometry != "none" else _WORKBOOK


def is_as_shipped(spec: LayerSpec) -> bool:
    """Tell whether a layer's table still is, to the byte, one that comes with gisplan.

    Those that a planner brings lists into, as enterprises, are a planner's all the same.

    Parameters
    ----------
    spec : LayerSpec
        Its declaration.

    Returns
    -------
    bool
        Whether it is a fact or a rule that came along.
    """
    if not isinstance(spec.origin, FileOrigin) or spec.name in KINDS:
        return False
    path = spec.origin.path
    came = workspace.shipped() / "layers" / path.name
    try:
        return path.stat().st_size > _HEADING and filecmp.cmp(came, path, shallow=False)
    except OSError:
        return False
