"""Detects the encoding of a text file: from its bytes, or from the name that the user gives.

Owns the order of the tests and the refusals. Nothing is guessed: a file that is neither marked nor
UTF-8 is refused until its encoding is named, and text written for old fonts is identified as such.
"""

import codecs
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO

from cdstrack.core.problem import ImportRefusedError, Place, Problem, RefusedError, not_listed
from cdstrack.files.text.legacy_font import legacy_font
from cdstrack.files.text.mojibake import Mojibake, is_garbled, mojibake
from cdstrack.words.parse.clean import clean

NAMED = {
    "utf-8": "utf-8-sig",
    "utf8": "utf-8-sig",
    "utf-16": "utf-16",
    "utf16": "utf-16",
    "cp1258": "cp1258",
    "windows-1258": "cp1258",
}
"""What `--encoding` may say, and the codec that reads it."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MOST_GARBLED = 20
"""Garbled lines or cells that are listed; the rest is counted."""
LONGEST_LINE = 1 << 20
"""Bytes of one line; more than that is no row of figures."""
_BLOCK = 1 << 20
_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Encoded:
    """A file of text: `codec` is Python's name of its encoding, `digest` the SHA-256 of its bytes.

    `lines` counts its lines; `state` changes when the file does.
    """

    path: Path
    codec: str
    digest: str
    lines: int
    state: tuple[int, int, int]

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return self.state[1]

    def open(self) -> TextIO:
        """The text, its line ends as they are.

        Raises:
            OSError: The file cannot be opened any more.
        """
        return self.path.open(encoding=self.codec, newline="")


def examine(path: Path, named: str | None = None) -> Encoded:
    """How to read a text file, after a look at every byte of it.

    Args:
        path: The file; a device or a pipe is refused, because it is read more than once.
        named: The value of `--encoding`, for bytes that do not show it. Letters that look garbled
            are accepted in a file that is declared to be UTF-8.

    Raises:
        RefusedError: It is no file, or the encoding is not one of `NAMED`.
        ImportRefusedError: It is not text in that encoding.
        OSError: It cannot be read.
    """
    codec = None if named is None else _codec(named)
    with open_file(path) as file:
        head = file.read(_HEAD)
        detected = _detected(head) if codec is None else _with_order(codec, head)
        file.seek(0)
        sure = codec == "utf-8-sig"
        digest, lines = _read_through(file, str(path), detected, accept_garbled=sure)
        text = head.decode("latin-1" if detected == "cp1258" else detected, "ignore")
        _refuse_old_font(text, Place(str(path), 1))
        return Encoded(path, detected, digest, lines, file_state(file))


def open_file(path: Path) -> BufferedReader:
    """The bytes of a file that can be read more than once.

    Raises:
        RefusedError: CDS329, it is a device or a pipe.
        OSError: There is none, it is a folder, or it cannot be opened.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise RefusedError(Problem("CDS329", {"file": str(path)}))
    return path.open("rb")


def file_state(file: IO[Any]) -> tuple[int, int, int]:
    """Which file it is, its size and when it was last changed."""
    status = os.fstat(file.fileno())
    return status.st_ino, status.st_size, status.st_mtime_ns


def _codec(named: str) -> str:
    codec = NAMED.get(named.lower())
    if codec is None:
        facts = {"where": "--encoding", "value": clean(named), "allowed": ", ".join(NAMED)}
        raise RefusedError(Problem("CDS012", facts))
    return codec


def _with_order(codec: str, head: bytes) -> str:
    """The codec; for UTF-16 without a mark the one whose order of bytes the zeros show."""
    detected = _detected(head)
    return detected if codec == "utf-16" and detected.startswith(codec) else codec


def _detected(head: bytes) -> str:
    """The encoding that the beginning shows: by its mark, by its zeros, else UTF-8."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    zeros = {"utf-16-le": head[1::2].count(0), "utf-16-be": head[::2].count(0)}
    codec = max(zeros, key=lambda each: zeros[each])
    # A stray zero makes no UTF-16: there every letter of English, digit and comma has one.
    is_utf16 = zeros[codec] * 8 > len(head) and zeros[codec] > 8 * min(zeros.values())
    return codec if is_utf16 else "utf-8"


def _read_through(
    file: BinaryIO, name: str, codec: str, *, accept_garbled: bool
) -> tuple[str, int]:
    """The digest of the file and its lines, once every byte of it is known to be text."""
    decoder = codecs.getincrementaldecoder(codec)()
    digest, line, unbroken, garbled = hashlib.sha256(), 1, 0, list[Problem]()
    last, ends, tail = False, 0, "\n"
    while not last:
        block = file.read(_BLOCK)
        last = not block
        digest.update(block)
        try:
            text = decoder.decode(block, final=last)
        except UnicodeError as error:
            start = error.start if isinstance(error, UnicodeDecodeError) else 0
            before = block.count(b"\n", 0, max(0, start))
            raise _undecodable(block, codec, Place(name, line + before)) from None
        _refuse_zeros(text, Place(name, line))
        if not accept_garbled and is_garbled(text):
            garbled += _garbled(text, Place(name, line))
        line += block.count(b"\n")
        ends, tail = ends + (text.count("\n") or text.count("\r")), text[-1:] or tail
        unbroken = 0 if b"\n" in block or b"\r" in block else unbroken + len(block)
        if unbroken >= LONGEST_LINE:
            problem = Problem("CDS312", {"limit": str(LONGEST_LINE)}, place=Place(name, line))
            raise ImportRefusedError(problem)
    if garbled:
        raise ImportRefusedError(*listed(garbled))
    return digest.hexdigest(), ends + (tail not in "\r\n")


def _refuse_zeros(text: str, place: Place) -> None:
    at = text.find("\0")
    if at >= 0:
        line = place.line + text.count("\n", 0, at)
        raise ImportRefusedError(Problem("CDS313", place=Place(place.file, line)))


def _garbled(text: str, place: Place) -> Iterator[Problem]:
    """A problem for each line that was saved after it had been read in the wrong encoding."""
    at, line = 0, place.line
    while found := mojibake(text, at):
        line += text.count("\n", at, found.start)
        column = found.start - text.rfind("\n", 0, found.start)
        yield garbled_text(found, Place(place.file, line, column))
        at = text.find("\n", found.start)
        if at < 0:
            return


def garbled_text(found: Mojibake, place: Place) -> Problem:
    """What is wrong with a text in which a garbled word was found."""
    return Problem("CDS339", {"value": found.seen, "meant": found.meant}, place=place)


def listed(problems: list[Problem]) -> list[Problem]:
    """As many problems of one kind as anybody reads, and how many more there are."""
    return [*problems[:MOST_GARBLED], *not_listed(len(problems) - MOST_GARBLED)]


def _undecodable(block: bytes, codec: str, place: Place) -> ImportRefusedError:
    if codec == "utf-8":
        _refuse_old_font(block.decode("latin-1"), place)
    facts = {"encoding": codec.removesuffix("-sig").upper()}
    return ImportRefusedError(Problem("CDS301", facts, place=place))


def _refuse_old_font(text: str, place: Place) -> None:
    font = legacy_font(text)
    if font is not None:
        raise ImportRefusedError(Problem("CDS330", {"font": font}, place=Place(place.file, 1)))
