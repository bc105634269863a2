"""Addresses that libpq understands, whatever the folder is called."""

from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from motcua.postgres import Address
from motcua.postgres.address import choose_host, free_port


def test_a_url_survives_spaces_letters_and_signs() -> None:
    address = Address(host="/srv/dữ liệu/a,b/postgres", port=5432, password="p@ss/w:rd?&")
    assert conninfo_to_dict(address.url("một cửa")) == {
        "user": "motcua",
        "password": "p@ss/w:rd?&",
        "host": "/srv/dữ liệu/a,b/postgres",
        "port": "5432",
        "dbname": "một cửa",
    }


def test_a_short_folder_holds_its_own_socket(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    assert choose_host(folder) == (str(folder), 5432)
    assert list(folder.iterdir()) == []


def test_a_long_folder_gets_a_short_one_for_its_socket(tmp_path: Path) -> None:
    folder = tmp_path / ("dài" * 30)
    host, port = choose_host(folder)
    assert len(host) < 60
    assert (host, port) == choose_host(folder)
    Path(host).rmdir()


def test_where_no_socket_can_be_made_a_loopback_port_is_opened() -> None:
    host, port = choose_host(Path("/proc/nowhere/" + "x" * 100))
    assert host == "127.0.0.1" or host.startswith("/tmp/")
    assert port > 1024


def test_a_taken_port_is_passed_over() -> None:
    first = free_port()
    assert free_port(first) >= first
