"""The connection to a database that a user names; what goes wrong there, without its password."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from gisplan.errors import DatabaseError, OptionError
from gisplan.text import Text

#: Seconds to wait for a server that does not answer, unless the user says otherwise.
_PATIENCE = 10
#: Variables of libpq of which one at least must name a database where no option does.
_NAMED_BY = ("PGSERVICE", "PGDATABASE")


@contextlib.contextmanager
def transaction(database: str) -> Iterator[psycopg.Connection]:
    """Open a database for one transaction: all that is done in it holds, or nothing.

    Parameters
    ----------
    database : str
        An address (``postgresql://user@host/name``), words of libpq (``host=… dbname=…``), the
        name of a service in ``pg_service.conf``, or empty for what ``PGSERVICE`` or
        ``PGDATABASE`` names. libpq takes a password from ``PGPASSWORD``, ``~/.pgpass`` or the
        service where the address has none.

    Yields
    ------
    psycopg.Connection

    Raises
    ------
    OptionError
        If no database is named, or the address can't be read.
    DatabaseError
        If the server can't be reached or refuses. No message holds the password.
    """
    words = _conninfo(database)
    given = _parsed(words)
    if "connect_timeout" not in given:
        words = make_conninfo(words, connect_timeout=_patience())
    try:
        connection = psycopg.connect(
            words, client_encoding="UTF8", fallback_application_name="gisplan"
        )
    except psycopg.Error as error:
        raise _unreachable(error, str(given.get("password") or "")) from None
    with contextlib.closing(connection):
        try:
            with connection.transaction():
                yield connection
        except psycopg.Error as error:
            raise _refused(error, where(connection)) from error


def where(connection: psycopg.Connection) -> str:
    """Name a database for people, without user and password: ``name @ host``.

    Parameters
    ----------
    connection : psycopg.Connection
        An open connection.

    Returns
    -------
    str
        Name of the database and of the host; ``localhost`` for a socket.
    """
    return f"{connection.info.dbname} @ {connection.info.host or 'localhost'}"


def _conninfo(database: str) -> str:
    given = database.strip()
    if not given:
        if not any(os.environ.get(name) for name in _NAMED_BY):
            raise OptionError(
                Text(
                    "没有写明数据库；请用 --database 给出地址或服务名，"
                    "例如 --database postgresql://用户@主机/库名",
                    "no database is named; give its address or service, as --database"
                    " postgresql://USER@HOST/NAME",
                )
            )
        return ""
    if "://" not in given:
        return given if "=" in given else make_conninfo(service=given)
    # What libpq would take for a host or port may be half a password, which it would then print
    authority = urlsplit(given).netloc
    if given.count("@") > 1 or given.count("@") != authority.count("@"):
        raise OptionError(
            Text(
                "数据库地址中有多余的“@”或未转义的“/”“?”“#”；密码中的这些字符应写成 %40、%2F、%3F、"
                "%23，或把密码放在环境变量 PGPASSWORD 或 ~/.pgpass 中",
                "the database's address has an '@' too many, or a plain '/', '?' or '#' in the"
                " password; write them as %40, %2F, %3F, %23, or give the password in PGPASSWORD"
                " or ~/.pgpass",
            )
        )
    return given


def _parsed(words: str) -> dict[str, object]:
    try:
        return dict(conninfo_to_dict(words))
    except psycopg.Error:
        # libpq's words may quote the password
        raise OptionError(
            Text(
                "数据库地址读不懂；应为 postgresql://用户@主机/库名、host=主机 dbname=库名，"
                "或 pg_service.conf 中的服务名",
                "the database's address can't be read; it must be postgresql://USER@HOST/NAME,"
                " host=HOST dbname=NAME, or the name of a service in pg_service.conf",
            )
        ) from None


def _patience() -> str:
    return os.environ.get("PGCONNECT_TIMEOUT") or str(_PATIENCE)


def _unreachable(error: psycopg.Error, password: str) -> DatabaseError:
    told = " ".join(str(error).split())
    if password and password in told:
        told = ""
    return DatabaseError(
        Text(
            "连不上数据库，什么也没有写入；请检查地址、用户和密码"
            "（密码可放在环境变量 PGPASSWORD 或 ~/.pgpass 中），以及服务器是否在运行",
            "the database can't be opened, and nothing was written; check address, user and"
            " password (which may stand in PGPASSWORD or ~/.pgpass), and whether the server runs",
        ),
        faults=[Text(told, told)] if told else [],
    )


def _refused(error: psycopg.Error, place: str) -> DatabaseError:
    told = " ".join((error.diag.message_primary or str(error)).split())
    why = next((words for kinds, words in _REASONS if isinstance(error, kinds)), _REFUSED)
    return DatabaseError(
        Text(
            f"数据库 {place}：{why.zh}；整个写入已撤销，库中内容未变",
            f"database {place}: {why.en}; all was rolled back, nothing there has changed",
        ),
        faults=[Text(told, told)],
    )


_REFUSED = Text("数据库拒绝了写入", "the database refused")
_REASONS: tuple[tuple[tuple[type[psycopg.Error], ...], Text], ...] = (
    (
        (errors.InsufficientPrivilege, errors.ReadOnlySqlTransaction),
        Text(
            "这个用户没有写入的权限；请换用户，或请管理员授予在该模式中建表的权限",
            "this user may not write; take another, or ask for the right to create tables in the"
            " schema",
        ),
    ),
    (
        (errors.DependentObjectsStillExist,),
        Text(
            "表的结构有变，须重建，但有视图等对象依赖它；请先删除这些对象",
            "a table has changed its structure and must be made anew, but views or others depend"
            " on it; drop those first",
        ),
    ),
    (
        (errors.LockNotAvailable,),
        Text("表一直被其他程序占用；请稍后再试", "other programs keep a table locked; try later"),
    ),
    ((psycopg.OperationalError,), Text("连接中断", "the connection was lost")),
)
