"""What one run of the office knows: its workspace, its keys, and who may speak to it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from gisplan.api import workspace
from gisplan.api.workspace import Workspace
from gisplan.text import Lang

#: Where a browser of this machine finds the office.
LOOPBACK = ("127.0.0.1", "localhost")


@dataclass(slots=True, kw_only=True)
class Desk:
    """One run of the office.

    Attributes
    ----------
    home : pathlib.Path
        The folder that it was started in; a new workspace is made beside the others there.
    root : pathlib.Path, optional
        The workspace's folder; None until one is opened.
    host : str
        Address or name where it listens.
    port : int
        Port where it listens.
    password : str
        Asked of whoever is not on this machine; empty on loopback.
    lang : {"zh", "en"}
        Language of a page until its reader says otherwise.
    key : str
        Stands in the address that is opened; whoever has it gets the cookie.
    session : str
        The cookie.
    maps_key : str
        Stands in the addresses of finished maps, which get no cookie: they run scripts of their
        own, and see nothing else of the office.
    """

    home: Path
    root: Path | None = None
    host: str = LOOPBACK[0]
    port: int
    password: str = ""
    lang: Lang = "zh"
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    maps_key: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def place(self) -> Workspace | None:
        """Give the workspace, as its settings have it now.

        Returns
        -------
        Workspace or None
            None until one is opened.

        Raises
        ------
        DeclarationError
            If its settings are wrong.
        FileError
            If its folder is gone.
        """
        return None if self.root is None else workspace.find(self.root)

    @property
    def is_local(self) -> bool:
        """Tell whether only this machine can reach it.

        Returns
        -------
        bool
            True on loopback.
        """
        return self.host in LOOPBACK

    @property
    def hosts(self) -> frozenset[str]:
        """Give what the header ``Host`` may be, exactly.

        Returns
        -------
        frozenset of str
            Each with the port.
        """
        names = LOOPBACK if self.is_local else (self.host,)
        shown = (f"[{name}]" if ":" in name else name for name in names)
        return frozenset(f"{name}:{self.port}" for name in shown)

    @property
    def address(self) -> str:
        """Give the address of the first page.

        Returns
        -------
        str
            With the key on loopback; elsewhere the password is asked for.
        """
        name = f"[{self.host}]" if ":" in self.host else self.host
        start = f"http://{name}:{self.port}/"
        return f"{start}open?key={self.key}" if self.is_local else start
