"""A PostgreSQL with PostGIS of the tests' own: made in a temporary folder, on a socket, no network.

Nothing of the system's own service is used; needed are only its programs (Debian: ``postgresql``
and ``postgresql-15-postgis-3``, or of another version).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

PASSWORD = "geheim-口令"
#: What a server leaves out for speed: its data live as long as the tests.
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
_TEMPLATE = "with_postgis"


class Server:
    """A running server: where its socket is, and its programs."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self.programs = programs
        self._made = 0

    def address(self, name: str, user: str = "owner") -> str:
        """Give the words by which libpq finds a database; without a password."""
        return f"host={self.folder} user={user} dbname={name} connect_timeout=5"

    def open(self, name: str, user: str = "owner") -> psycopg.Connection[Any]:
        """Connect as a test looks at what was written: each statement by itself."""
        return psycopg.connect(self.address(name, user), password=PASSWORD, autocommit=True)

    def new(self, template: str = _TEMPLATE) -> str:
        """Make a database, with PostGIS unless told otherwise, and give its name."""
        self._made += 1
        name = f"test{self._made}"
        self.manage("CREATE DATABASE {} TEMPLATE {}", name, template)
        return name

    def manage(self, statement: str, *names: str) -> None:
        """Do something to the server as a whole."""
        with self.open("postgres") as base:
            base.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))  # type: ignore[arg-type]

    def dump(self, name: str, schema: str) -> str:
        """Give a schema, with structure, comments, rights and rows, as SQL."""
        words = [self.programs / "pg_dump", "--schema", f'"{schema}"', self.address(name)]
        done = subprocess.run(words, capture_output=True, check=True, text=True)
        # since a fix of 2025 each dump has a random word at its begin and end
        lines = done.stdout.splitlines()
        return "\n".join(x for x in lines if not x.startswith(("\\restrict", "\\unrestrict")))


def _programs() -> Path | None:
    given = shutil.which("initdb")
    beside = [Path(given).resolve().parent] if given else []
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in (*kept, *beside):
        control = folder.parent / "share" / "extension" / "postgis.control"
        debian = Path("/usr/share/postgresql") / folder.parent.name / "extension"
        if (folder / "initdb").exists() and (
            control.exists() or (debian / "postgis.control").exists()
        ):
            return folder
    return None


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server for all tests."""
    programs = _programs()
    if programs is None:
        reason = "no PostgreSQL with PostGIS here (Debian: postgresql, postgresql-15-postgis-3)"
        if os.environ.get("CI"):
            pytest.fail(f"continuous integration needs it: {reason}")
        pytest.skip(reason)
    # a folder of its own: a socket's path must be short, and pytest's are closed to others
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user: dict[str, Any] = {}
    if os.geteuid() == 0:
        # PostgreSQL does not run as root; its package made this user
        shutil.chown(folder, "postgres", "postgres")
        user = {"user": "postgres", "group": "postgres", "extra_groups": []}
    folder.chmod(0o755)

    def call(name: str, *words: str) -> None:
        done = subprocess.run(
            [programs / name, "-D", folder / "data", *words],
            check=False,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            **user,
        )
        assert done.returncode == 0, done.stdout.decode()

    try:
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        (folder / "password").chmod(0o644)
        call(
            "initdb",
            *("--username", "owner", "--pwfile", str(folder / "password"), "--no-sync"),
            *("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8"),
        )
        options = ["-k", str(folder), "-c", "listen_addresses="]
        options += [word for option in _FAST for word in ("-c", option)]
        log = str(folder / "log")
        call("pg_ctl", "-w", "-l", log, "-o", " ".join(f"'{w}'" for w in options), "start")
        try:
            server = Server(folder, programs)
            server.manage("CREATE DATABASE {}", _TEMPLATE)
            with server.open(_TEMPLATE) as base:
                base.execute("CREATE EXTENSION postgis")
            yield server
        finally:
            call("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def database(postgres: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """A new database with PostGIS, as words of libpq; the password is in the environment."""
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    return postgres.address(postgres.new())
