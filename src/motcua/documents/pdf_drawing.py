# SPDX-License-Identifier: EUPL-1.2
"""Draws PDF pages in a process of its own, which a hostile page may bring down without harming the server.

A file of a few kilobytes can ask for minutes of drawing, so neither its size nor its length in operators says
what it costs: only a limit of time and memory does. Run as a program, this module reads requests from standard
input and answers each with a WebP picture, or with nothing when there is no such page.
"""

import resource
import signal
import subprocess
import sys
from io import BytesIO
from struct import Struct
from threading import Lock
from typing import IO

import pypdfium2
from PIL import Image

SECONDS = 8
TALLEST = 4000
_MEMORY = 1_500_000_000
_QUALITY = 80
# Whoever waits for another's page waits no longer than this: a slow page may not hold every thread.
_PATIENCE = 2.0
_REQUEST = Struct("!QII")
_ANSWER = Struct("!Q")


class PdfDrawing:
    """One drawing process, started when first needed and again whenever a page has ended it."""

    def __init__(self, *, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._turn = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def page(self, content: bytes, number: int, width: int) -> bytes | None:
        """Page number (from 1) as WebP of that many pixels across, empty when it cannot be drawn.

        None when others' pages are being drawn: ask again later.
        """
        if not self._turn.acquire(timeout=self._patience):
            return None
        try:
            return self._ask(_REQUEST.pack(len(content), number, width) + content)
        finally:
            self._turn.release()

    def close(self) -> None:
        """Ends the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, request: bytes) -> bytes:
        process = self._process or _start()
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(request)
            process.stdin.flush()
            return _exactly(process.stdout, *_ANSWER.unpack(_exactly(process.stdout, _ANSWER.size)))
        except (EOFError, BrokenPipeError):
            self.close()
            return b""


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "motcua.documents.pdf_drawing"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 (our own program)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    content = stream.read(size)
    if len(content) < size:
        raise EOFError
    return content


def main() -> None:
    """Answers requests until there are no more."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while header := sys.stdin.buffer.read(_REQUEST.size):
        size, number, width = _REQUEST.unpack(header)
        content = _exactly(sys.stdin.buffer, size)
        # The alarm is not handled, so it ends the process even in the middle of drawing.
        signal.alarm(SECONDS)
        picture = _draw(content, number, width)
        signal.alarm(0)
        sys.stdout.buffer.write(_ANSWER.pack(len(picture)) + picture)
        sys.stdout.buffer.flush()


def _draw(content: bytes, number: int, width: int) -> bytes:
    try:
        with pypdfium2.PdfDocument(content) as document:
            if not 1 <= number <= len(document):
                return b""
            document.init_forms()
            return as_webp(_page(document[number - 1], width))
    except (pypdfium2.PdfiumError, OSError, MemoryError, ValueError):
        return b""


def _page(page: pypdfium2.PdfPage, width: int) -> Image.Image:
    across, tall = page.get_size()
    scale = min(width / max(across, 1), TALLEST / max(tall, 1))
    image: Image.Image = page.render(scale=scale).to_pil()
    return image


def as_webp(image: Image.Image) -> bytes:
    """The picture as a WebP file."""
    output = BytesIO()
    image.convert("RGB").save(output, "WEBP", quality=_QUALITY, method=3)
    return output.getvalue()


if __name__ == "__main__":
    main()
