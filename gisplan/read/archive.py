"""Zip archives from strangers: looked at first, then copied out member by member, counting.

No parser gets the archive as it came. It gets the wanted members, expanded and verified here,
in a new archive in memory whose names are ours. A member that lies about its size fails its
check sum; a name that leads out of the archive is refused; nothing is written to a disk.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

from gisplan.read.options import Limits, refusal, unreadable

_CHUNK = 1 << 20
_LEADS_OUT = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\x00")
_ENCRYPTED = 0x1
#: What goes wrong in a damaged archive.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class Archive:
    """An archive whose members may be read.

    Parameters
    ----------
    path : pathlib.Path
        Zip, XLSX or other file in the form of a zip.
    limits : Limits
        How many members, and how many bytes unpacked, are read.

    Raises
    ------
    FileError
        If it is damaged, holds too much, is encrypted, or a name leads out of it.
    """

    def __init__(self, path: Path, limits: Limits) -> None:
        self.file = path.name
        self._limits = limits
        try:
            try:
                # names without the UTF-8 mark are in the code page of a Chinese Windows
                self._zip = zipfile.ZipFile(path, metadata_encoding="gb18030")
            except UnicodeDecodeError:
                self._zip = zipfile.ZipFile(path)
        except _DAMAGE as error:
            raise self._damaged(error) from error
        try:
            self._check()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """Give the names of the members that are files.

        Returns
        -------
        list of str
            Names with the path in the archive.
        """
        return [member.filename for member in self._zip.infolist() if not member.is_dir()]

    def chunks(self, name: str) -> Iterator[bytes]:
        """Give a member's content piece by piece; its check sum is verified at the end.

        Parameters
        ----------
        name : str
            Name of a member.

        Yields
        ------
        bytes
            A piece of the content.

        Raises
        ------
        FileError
            If the member is damaged.
        """
        try:
            with self._zip.open(name) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except _DAMAGE as error:
            raise self._damaged(error) from error

    def copy(
        self, names: Sequence[tuple[str, str]], see: Callable[[str, bytes], None] | None = None
    ) -> io.BytesIO:
        """Copy members into a new archive in memory, not compressed.

        Parameters
        ----------
        names : sequence of tuple of str
            Name in this archive and name in the new one.
        see : callable, optional
            Shown each piece with the new name.

        Returns
        -------
        io.BytesIO
            The new archive, from its start.
        """
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
            for old, new in names:
                with made.open(new, "w", force_zip64=False) as member:
                    for chunk in self.chunks(old):
                        if see is not None:
                            see(new, chunk)
                        member.write(chunk)
        target.seek(0)
        return target

    def _check(self) -> None:
        members = self._zip.infolist()
        limits = self._limits
        if len(members) > limits.members:
            raise refusal(
                self.file,
                f"压缩包有 {len(members):,} 个成员，超过上限 {limits.members:,}，可能是恶意文件",
                f"the archive has {len(members):,} members, above the limit of "
                f"{limits.members:,}; it may be built to do harm",
            )
        size = sum(member.file_size for member in members)
        if size > limits.expanded_bytes:
            raise refusal(
                self.file,
                f"解压后有 {size:,} 字节，超过上限 {limits.expanded_bytes:,}，可能是恶意文件",
                f"it expands to {size:,} bytes, above the limit of {limits.expanded_bytes:,}; "
                "it may be built to do harm",
            )
        for member in members:
            name = member.orig_filename
            if _LEADS_OUT.search(name):
                raise refusal(
                    self.file,
                    f"压缩包内的路径指向包外：“{name[:200]}”",
                    f"a path in the archive leads out of it: “{name[:200]}”",
                )
            if member.flag_bits & _ENCRYPTED:
                raise refusal(
                    self.file,
                    "压缩包有密码；请解密后再用",
                    "the archive has a password; unpack it first",
                )

    def _damaged(self, error: BaseException) -> OSError:
        made = unreadable(
            self.file,
            "压缩包已损坏或不完整；请重新打包或重新导出",
            "the archive is damaged or cut off; pack or export it again",
        )
        made.add_note(str(error))
        return made


def bundled(members: Sequence[tuple[str, bytes]]) -> bytes:
    """Put contents into a new archive in memory, not compressed.

    Parameters
    ----------
    members : sequence of tuple[str, bytes]
        Name and content of each.

    Returns
    -------
    bytes
        The archive.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for name, content in members:
            made.writestr(name, content)
    return target.getvalue()
