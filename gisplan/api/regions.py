"""Which administrative unit a name or code stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gisplan.api.load import load_regions
from gisplan.catalog.workspace import Workspace
from gisplan.errors import PlaceError
from gisplan.text import Text

__all__ = ["Lookup", "UnitMatch", "look_up"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMatch:
    """A unit that was looked up.

    Attributes
    ----------
    asked : str
        The name or code as it was given.
    adcode : str
        Its six-digit code.
    name : Text
        Its full name.
    line : tuple of Text
        The units that it lies in, from the province down to itself, each once.
    """

    asked: str
    adcode: str
    name: Text
    line: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """What was found of several names.

    Attributes
    ----------
    found : tuple of UnitMatch
        In the order in which they were asked for.
    faults : tuple of Text
        Why each other name leads to no unit, or to several.
    """

    found: tuple[UnitMatch, ...]
    faults: tuple[Text, ...]

    def refuse(self) -> None:
        """Raise ``PlaceError`` with all faults, if there are any."""
        if self.faults:
            raise PlaceError(
                Text("有名称无法确定：", "not all could be resolved:"), faults=self.faults
            )


def look_up(names: Sequence[str], *, place: Workspace | None = None) -> Lookup:
    """Find the unit that each name or code stands for.

    Parameters
    ----------
    names : sequence of str
        Codes, full or short names, old names, in Chinese or English.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    Lookup
        Units found, and why the others were not.

    Raises
    ------
    DeclarationError
        If the layers are wrong.
    OptionError
        If the workspace has no layer ``units``.
    """
    regions = load_regions(place)
    found, faults = [], []

    def name(code: str) -> Text:
        return Text(regions.name(code, "zh"), regions.name(code, "en"))

    for asked in names:
        try:
            adcode = regions.resolve(asked)
        except PlaceError as error:
            faults.append(error.message)
            continue
        line = dict.fromkeys([*reversed(regions.parents(adcode)), adcode])
        found.append(
            UnitMatch(
                asked=asked,
                adcode=adcode,
                name=name(adcode),
                line=tuple(name(code) for code in line),
            )
        )
    return Lookup(found=tuple(found), faults=tuple(faults))
