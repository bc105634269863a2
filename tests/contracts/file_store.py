"""What every file store must do."""

from collections.abc import Callable
from hashlib import sha256

from motcua.documents.ports import FileStore

MISSING = "0" * 64


class FileStoreContract:
    """Subclasses set make, which answers an empty store."""

    make: Callable[[], FileStore]

    def test_a_file_is_named_by_its_content(self) -> None:
        assert self.make().put(b"giay to") == sha256(b"giay to").hexdigest()

    def test_what_is_put_can_be_read(self) -> None:
        store = self.make()
        name = store.put(b"giay to")
        assert (store.read(name), store.size(name), store.exists(name)) == (b"giay to", 7, True)

    def test_putting_twice_keeps_one(self) -> None:
        store = self.make()
        assert store.put(b"a") == store.put(b"a")
        assert store.read(store.put(b"a")) == b"a"

    def test_an_empty_file_is_a_file(self) -> None:
        store = self.make()
        name = store.put(b"")
        assert (store.read(name), store.size(name)) == (b"", 0)

    def test_what_is_missing_is_none(self) -> None:
        store = self.make()
        assert (store.read(MISSING), store.size(MISSING), store.exists(MISSING)) == (None, None, False)
        assert store.path_or_none(MISSING) is None

    def test_a_name_that_is_no_digest_is_never_found(self) -> None:
        store = self.make()
        for name in ("", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"):
            assert store.read(name) is None
            assert not store.exists(name)

    def test_deleting_forgets_the_file(self) -> None:
        store = self.make()
        name = store.put(b"a")
        store.delete(name)
        store.delete(name)
        assert not store.exists(name)

    def test_a_path_if_given_holds_the_bytes(self) -> None:
        store = self.make()
        path = store.path_or_none(store.put(b"a"))
        assert path is None or path.read_bytes() == b"a"
