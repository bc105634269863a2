"""Both file stores keep the contract; the folder also keeps its files private and whole."""

import stat
from pathlib import Path

import pytest
from tests.contracts.file_store import FileStoreContract

from motcua.documents.adapters.folder import FolderStore
from motcua.documents.adapters.memory import MemoryStore


class TestMemory(FileStoreContract):
    make = MemoryStore


class TestFolder(FileStoreContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.make = lambda: FolderStore(tmp_path / "tệp của tôi")


def test_only_the_owner_can_read_files_and_folders(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "files")
    path = store.path_or_none(store.put(b"a"))
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_lies_two_folders_deep_and_nothing_else_is_left(tmp_path: Path) -> None:
    name = FolderStore(tmp_path).put(b"a")
    found = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert found == [f"{name[:2]}/{name[2:4]}/{name}"]


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    store = FolderStore(tmp_path)
    store.put(b"before")
    monkeypatch.setattr("motcua.documents.adapters.folder.Path.replace", full)
    with pytest.raises(OSError, match="No space"):
        store.put(b"after")
    assert [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()] == [b"before"]
