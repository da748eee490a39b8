"""A throw-away PostgreSQL for the tests: started by the suite itself, gone when it ends.

The server runs as an unprivileged user (PostgreSQL refuses root), in a folder of its own, answers only on a
Unix socket in that folder, and forces nothing to disk. Every pytest worker has its own. A test gets a clone
of one template database with the tables already made.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from newsdesk.paths import Paths
from newsdesk.storage.open import open_storage

_TEMPLATE = "newsdesk_template"


class PostgresServer:
    """A running server in ``folder``, belonging to the tests."""

    def __init__(self, binaries: Path) -> None:
        self._binaries = binaries
        self._as = _unprivileged()
        self.folder = Path(tempfile.mkdtemp(prefix="newsdesk-pg-"))
        self._numbers = itertools.count(1)
        if self._as:
            user = pwd.getpwnam(self._as["user"])
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        self._run(
            "initdb",
            "-D",
            "data",
            "-A",
            "trust",
            "-U",
            "newsdesk",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        self._server: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "shared_buffers": "16MB",
            "max_connections": "30",
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [self._binaries / "postgres", "-D", "data", *options],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                **self._as,
            )
        for _ in range(400):
            try:
                psycopg.connect(self.address("postgres")).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.025)
        raise RuntimeError(f"PostgreSQL did not start: {(self.folder / 'log').read_text()}")

    def stop(self) -> None:
        """Stop the server, cutting every connection."""
        if self._server is not None:
            self._server.send_signal(signal.SIGINT)
            self._server.wait(timeout=30)
            self._server = None

    def remove(self) -> None:
        """Stop the server and remove everything it had."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def address(self, database: str, user: str = "newsdesk") -> str:
        """Return the address of a database on this server."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def execute(self, statement: str, database: str = "postgres") -> None:
        """Run one statement outside any transaction."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[arg-type]

    def empty(self) -> str:
        """Make an empty database and return its name."""
        name = f"empty_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        return name

    def make_template(self, profile: Path) -> None:
        """Make the database that :meth:`clone` copies: a newsroom without a story."""
        self.execute(f"CREATE DATABASE {_TEMPLATE}")
        open_storage(self.address(_TEMPLATE), Paths(profile)).close()

    def clone(self) -> str:
        """Make a fresh newsroom and return its database's name (about 0.1 s)."""
        name = f"newsroom_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        return name

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self._binaries / program, *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            **self._as,
        )


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """Give this worker's server; skip where PostgreSQL is not installed."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed (make test installs it)")
    server = PostgresServer(binaries)
    try:
        server.make_template(tmp_path_factory.mktemp("template"))
        yield server
    finally:
        server.remove()


@pytest.fixture
def postgres_address(postgres_server: PostgresServer) -> Iterator[str]:
    """Give the address of a fresh newsroom on the server."""
    name = postgres_server.clone()
    yield postgres_server.address(name)
    postgres_server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _binaries() -> Path | None:
    """Return the folder of initdb and postgres: the newest that Debian has, or the one on the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    on_path = shutil.which("initdb")
    if debian:
        return debian[-1].parent
    return Path(on_path).resolve().parent if on_path else None


def _unprivileged() -> dict[str, str]:
    """Return who runs the server when the tests run as root."""
    if os.geteuid() != 0:
        return {}
    for user, group in (("postgres", "postgres"), ("nobody", "nogroup"), ("nobody", "nobody")):
        try:
            pwd.getpwnam(user)
        except KeyError:
            continue
        return {"user": user, "group": group}
    pytest.skip("no unprivileged user to run PostgreSQL as")
