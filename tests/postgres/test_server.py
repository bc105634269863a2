"""Servers started in earnest: as root and as an ordinary user, killed, stopped, refused."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from motcua.postgres import (
    InUseError,
    NoDatabaseError,
    OtherMajorError,
    StartError,
    address_of_running,
    ensure_database,
    find_binaries,
    open_cluster,
    running,
    serving,
)
from motcua.postgres.account import can_others_enter, choose_account, namespaces_are_allowed
from motcua.postgres.leftovers import processes_in


def query(url: str, statement: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(statement).fetchone()
    return row[0] if row else None


def execute(url: str, statement: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(statement)


def test_letters_are_folded_and_the_locale_is_utf8(data: Path) -> None:
    with running(data) as address:
        url = address.url("postgres")
        assert query(url, "SELECT lower('ĐĂNG KÝ KHAI SINH')") == "đăng ký khai sinh"
        assert query(url, "SELECT 'ĐĂNG' ILIKE 'đăng'") is True
        assert query(url, "SHOW server_encoding") == "UTF8"


def test_a_second_start_keeps_the_data(data: Path) -> None:
    with running(data) as address:
        url = ensure_database(address.url("postgres"), "motcua")
        execute(url, "CREATE TABLE kept AS SELECT 1 AS one")
    with running(data) as address:
        assert query(ensure_database(address.url("postgres"), "motcua"), "SELECT count(*) FROM kept") == 1
    assert processes_in(data.resolve() / "postgres") == []


def test_no_network_port_is_opened_and_a_password_is_asked(data: Path) -> None:
    with running(data) as address:
        assert address.is_socket
        assert query(address.url("postgres"), "SHOW listen_addresses") == ""
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(address.url("postgres").replace(address.password, "guess"))
    assert (data / "postgres-password").stat().st_mode & 0o777 == 0o600


def test_killed_hard_it_comes_back_with_everything_committed(data: Path) -> None:
    with serving(open_cluster(data)) as server:
        url = server.address.url("postgres")
        execute(url, "CREATE TABLE kept(number int)")
        with psycopg.connect(url, autocommit=True) as connection:
            for number in range(200):
                connection.execute("INSERT INTO kept VALUES (%s)", (number,))
            assert server.process is not None
            server.process.kill()
            server.process.wait()
        assert not server.is_alive()
        server.start()
        assert query(url, "SELECT count(*) FROM kept") == 200


def test_a_server_whose_parent_was_killed_is_replaced(data: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from motcua.postgres import open_cluster, serving\n"
        "with serving(open_cluster(Path(sys.argv[1]))): os.kill(os.getpid(), 9)"
    )
    answer = subprocess.run([sys.executable, "-c", program, str(data)], check=False)
    assert answer.returncode == -9
    with running(data) as address:
        assert query(address.url("postgres"), "SELECT 1") == 1


def test_a_forgotten_lock_file_of_a_stranger_does_not_stop_the_start(data: Path) -> None:
    cluster = open_cluster(data)
    (cluster.folder / "postmaster.pid").write_text(
        f"{os.getppid()}\n{cluster.folder}\n1\n5432\n\n\n", "utf-8"
    )
    assert address_of_running(data) is None
    with serving(cluster) as server:
        assert query(server.address.url("postgres"), "SELECT 1") == 1


def test_two_commands_cannot_run_one_data_folder(data: Path) -> None:
    with running(data) as address:
        assert address_of_running(data) == address
        with pytest.raises(InUseError, match="--data"), running(data):
            pass
        assert query(address.url("postgres"), "SELECT 1") == 1


def test_a_folder_of_another_major_version_is_refused_in_words(data: Path) -> None:
    binaries = find_binaries()
    open_cluster(data, binaries=binaries)
    (data / "postgres" / "PG_VERSION").write_text("15\n", encoding="ascii")
    with pytest.raises(OtherMajorError, match="PostgreSQL 15 tạo ra") as refused:
        open_cluster(data, binaries=binaries)
    assert "--data" in str(refused.value)


@pytest.mark.postgresql
def test_the_machines_own_postgresql_works_and_its_folder_stays_its_own(data: Path) -> None:
    machine = find_binaries(origins=("machine",))
    with serving(open_cluster(data, binaries=machine)) as server:
        url = server.address.url("postgres")
        assert query(url, "SELECT lower('ĐĂNG')") == "đăng"
        assert str(query(url, "SHOW server_version")).startswith(str(machine.major))
    if machine.major != find_binaries().major:
        with pytest.raises(OtherMajorError):
            open_cluster(data, binaries=find_binaries())
    # Left to itself, the launcher finds the version that made the folder.
    assert open_cluster(data).binaries.major == machine.major


def test_root_runs_the_server_without_changing_users(data: Path, is_root: bool) -> None:
    assert choose_account().way == (
        "mapped" if is_root and namespaces_are_allowed() else "nobody" if is_root else "plain"
    )
    with running(data) as address:
        assert query(address.url("postgres"), "SELECT 1") == 1
        assert (data / "postgres").stat().st_uid == os.getuid() or choose_account().way == "nobody"


def test_without_namespaces_root_runs_a_copy_as_nobody(data: Path, is_root: bool) -> None:
    if not is_root:
        # An ordinary user needs no copy: the same call must then refuse, not change users.
        with pytest.raises(StartError):
            open_cluster(data, way="nobody", cache=data)
        return
    cluster = open_cluster(data, way="nobody", cache=data.parent / "cache")
    assert cluster.binaries.folder.is_relative_to(data.parent / "cache")
    with serving(cluster) as server:
        assert server.process is not None
        assert Path(f"/proc/{server.process.pid}").stat().st_uid == 65534
        assert query(server.address.url("postgres"), "SELECT lower('Đ')") == "đ"
    # The same folder then works the other way, and the copy is not made twice.
    made = cluster.binaries.folder.stat().st_ino
    with serving(open_cluster(data, way="mapped" if namespaces_are_allowed() else "nobody")) as server:
        assert query(server.address.url("postgres"), "SELECT 1") == 1
    assert open_cluster(data, way="nobody", cache=data.parent / "cache").binaries.folder.stat().st_ino == made


def test_nobody_reaches_data_in_a_folder_closed_to_others(data: Path, is_root: bool) -> None:
    data.mkdir()
    data.parent.chmod(0o700)
    assert not can_others_enter(data / "postgres")
    if is_root:
        cluster = open_cluster(data, way="nobody")
        with serving(cluster) as server:
            assert query(server.address.url("postgres"), "SELECT 1") == 1


def test_an_ordinary_user_runs_it_plainly(data: Path, is_root: bool) -> None:
    binaries = find_binaries()
    if is_root:
        binaries = open_cluster(data.parent / "first", way="nobody", cache=data.parent / "cache").binaries
        data.parent.chmod(0o777)

    def fold_a_letter() -> list[object]:
        with serving(open_cluster(data, binaries=binaries)) as server:
            folded = query(server.address.url("postgres"), "SELECT lower('ĐĂNG KÝ')")
        return [os.getuid(), server.cluster.account.way, folded]

    expected = [65534 if is_root else os.getuid(), "plain", "đăng ký"]
    assert (in_a_child_as_nobody(fold_a_letter) if is_root else fold_a_letter()) == expected


def in_a_child_as_nobody(act: Callable[[], object]) -> object:
    """What `act` returns in a copy of this process that has become `nobody` for good."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setresgid(65534, 65534, 65534)
            os.setresuid(65534, 65534, 65534)
            answer = act()
        except BaseException as error:  # noqa: BLE001 (the child must tell and end, never return into pytest)
            answer = repr(error)
        os.write(writer, json.dumps(answer).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        answer = json.loads(stream.read())
    os.waitpid(child, 0)
    return answer


def test_a_server_that_cannot_start_says_why(data: Path) -> None:
    with pytest.raises(StartError, match="shared_buffers"), running(data, {"shared_buffers": "nonsense"}):
        pass


def test_a_missing_database_that_may_not_be_made_names_the_command(data: Path) -> None:
    with running(data) as address:
        execute(address.url("postgres"), "CREATE ROLE small LOGIN PASSWORD 'x'")
        small = address.url("postgres").replace(f"motcua:{address.password}", "small:x")
        with pytest.raises(NoDatabaseError, match="CREATE DATABASE motcua_vneid OWNER small"):
            ensure_database(small, "motcua_vneid")
