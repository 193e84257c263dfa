"""A text file: its bytes, its encoding, and positions in it.

Owns the decoding, and what is wrong with the characters
themselves. Knows nothing of what the text means.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from cdstrack.core.problem import Place, Problem
from cdstrack.files.text.content import LARGEST, read_content

_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_MARK = b"\xef\xbb\xbf"
_HAS_CONTENT = re.compile(rb"^[ \t]*[^ \t\r\n#]", re.MULTILINE)
_MOST_OF_A_KIND = 20


@dataclass(frozen=True)
class TextFile:
    """A text with its name, its digest and what is wrong with its characters.

    `text` is exactly what the bytes say, a byte order mark included, so that it can be kept under
    `digest` (SHA-256 of the bytes). It is readable only when `broken` is false.
    """

    name: str
    text: str
    digest: str
    broken: bool = False
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def body(self) -> str:
        """The text without a byte order mark: positions are counted in this."""
        return self.text.removeprefix("\ufeff")

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return _BREAK.split(self.body)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.body))]

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of a character of `body`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def place(self, line: int, column: int) -> Place:
        """A position (1-based) with its line and the one before, to be shown."""
        line = max(1, min(line, len(self.lines)))
        shown = range(max(1, line - 1), line + 1)
        return Place(self.name, line, column, tuple((n, self.lines[n - 1]) for n in shown))

    def problem(self, code: str, line: int, column: int, /, **facts: str) -> Problem:
        """A problem at a position (1-based) of this file."""
        return Problem(code, facts, place=self.place(line, column))


def read_text_file(path: Path) -> TextFile:
    """The file's text, with what is wrong with its characters.

    Raises:
        RefusedError: CDS100, the file is missing, is no file, or may not be read.
    """
    return decoded(str(path), read_content(path))


def text_file(text: str, name: str) -> TextFile:
    """A text that is not in a file, treated as the content of a file `name`."""
    return decoded(name, text.encode("utf-8", "surrogatepass"))


def decoded(name: str, content: bytes) -> TextFile:
    """The text that bytes hold, with what is wrong with its characters."""
    digest = hashlib.sha256(content).hexdigest()
    if len(content) > LARGEST:
        return _refused(name, digest, "CDS121", limit=f"{LARGEST // 1024 // 1024} MiB")
    if not _HAS_CONTENT.search(content.removeprefix(_MARK)):
        comments = {"comments": "yes"} if b"#" in content else {}
        return _refused(name, digest, "CDS120", **comments)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf16(content):
        return _refused(name, digest, "CDS123", encoding="UTF-16")
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        return _refused(name, digest, "CDS124", line=str(line))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(name, digest, content, error)
    return _checked(TextFile(name, text, digest))


def _looks_like_utf16(content: bytes) -> bool:
    """Whether every other byte at the beginning is zero, as in UTF-16 of plain letters."""
    head = content[:64]
    return len(head) >= 4 and (not any(head[1::2]) or not any(head[::2]))


def _refused(name: str, digest: str, code: str, **facts: str) -> TextFile:
    problem = Problem(code, facts, place=Place(name, 1, 1))
    return TextFile(name, "", digest, broken=True, problems=(problem,))


def _not_utf8(name: str, digest: str, content: bytes, error: UnicodeDecodeError) -> TextFile:
    shown = TextFile(name, content.decode("utf-8", "replace"), digest, broken=True)
    before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
    line, column = shown.position(len(before))
    byte = f"0x{content[error.start]:02X}"
    problem = shown.problem("CDS122", line, column, byte=byte, position=str(error.start + 1))
    return TextFile(name, shown.text, digest, broken=True, problems=(problem,))


def _checked(file: TextFile) -> TextFile:
    controls = _found(file, _CONTROLS, "CDS125")
    problems = [*controls, *_found(file, _UNSEEN, "CDS125"), *_not_composed(file)]
    return TextFile(file.name, file.text, file.digest, bool(controls), tuple(problems))


def _found(file: TextFile, pattern: re.Pattern[str], code: str) -> list[Problem]:
    found = []
    for match, _ in zip(pattern.finditer(file.body), range(_MOST_OF_A_KIND), strict=False):
        character = match[0]
        facts = {"character": f"U+{ord(character):04X}", "name": unicodedata.name(character, "")}
        found.append(file.problem(code, *file.position(match.start()), **facts))
    return found


def _not_composed(file: TextFile) -> list[Problem]:
    """The first letter of each line whose marks are written apart from it."""
    if unicodedata.is_normalized("NFC", file.body):
        return []
    apart = (
        (number, line)
        for number, line in enumerate(file.lines, 1)
        if not unicodedata.is_normalized("NFC", line)
    )
    return [
        file.problem("CDS126", number, _first_difference(line), word=_word_at(line))
        for (number, line), _ in zip(apart, range(_MOST_OF_A_KIND), strict=False)
    ]


def _first_difference(line: str) -> int:
    """The 1-based column of the first character that composing would change."""
    composed = unicodedata.normalize("NFC", line)
    pairs = zip(line, composed, strict=False)
    same = next((at for at, (old, new) in enumerate(pairs) if old != new), len(composed))
    return same + 1


def _word_at(line: str) -> str:
    """The word that needs composing, composed."""
    at = _first_difference(line) - 1
    start = line.rfind(" ", 0, at) + 1
    return unicodedata.normalize("NFC", line[start:].split(" ", 1)[0])
