"""Signed copies in the user's own cache folder, of what a command would otherwise work out again.

Owns the folder (`cdstrack` in the user's cache folder), the form of a copy, and when a copy is
believed: it was written by this user, of exactly what it is asked for by. For that, each copy is
signed with a key that only the user can read; the signature covers the copy whole, its head names
all that it was made of, and a copy by which anything is different is as good as none. A copy can
always be removed; whatever prevents keeping one is no error.
"""

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import cdstrack

_KEY = "key"
_KEY_BYTES, _DIGITS = 32, 64
MOST = 32
"""Copies of one ending that are kept; the oldest ones make room."""
_LEFT_AFTER = 3600
"""Seconds after which an unfinished copy is that of a process that was killed."""
_LARGEST = 64 * 1024 * 1024
_SOURCES = (".py", ".toml", ".sql", ".j2", ".css", ".js", ".typ", ".yaml", ".txt", ".csv")


def folder() -> Path | None:
    """The cache folder; None if the user has none."""
    environ = os.environ
    if sys.platform == "win32":
        base = environ.get("LOCALAPPDATA")
        return Path(base, "cdstrack") if base else None
    with suppress(RuntimeError):
        named = environ.get("XDG_CACHE_HOME", "")
        usual = "Library/Caches" if sys.platform == "darwin" else ".cache"
        return (Path(named) if Path(named).is_absolute() else Path.home() / usual) / "cdstrack"
    return None


def find(path: Path, made: Sequence[Any]) -> tuple[dict[str, Any], str] | None:
    """The head of the copy at a path and its body; None where none was made of exactly this."""
    try:
        key, copy = _read(path.parent / _KEY, _KEY_BYTES, private=True), _read(path, _LARGEST)
    except OSError:
        return None
    signature, _, signed = copy.partition(b"\n")
    if len(key) != _KEY_BYTES or not _is_signed(signature, signed, key):
        return None
    head, _, body = signed.partition(b"\n")
    found: dict[str, Any] = json.loads(head)
    return (found, body.decode(errors="surrogatepass")) if found.get("made") == made else None


def keep(path: Path, made: Sequence[Any], head: Mapping[str, Any], body: str) -> None:
    """Keeps a copy in place of what lay there; does nothing where it cannot."""
    first = json.dumps({**head, "made": made})
    signed = f"{first}\n{body}".encode(errors="surrogatepass")
    if len(signed) > _LARGEST - _DIGITS - 1:
        return
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = _own_key(path.parent / _KEY)
        _write(path, b"%b\n%b" % (_signature(signed, key), signed))
        _make_room(path.parent, path.suffix)


def program(folders: Iterable[str] | None = None) -> str:
    """A digest of the state of this program's code; it changes with every installation.

    `folders` are those that count, without the folders in them; all of the program unless given.
    """
    home = Path(cdstrack.__file__).parent
    wanted = [home] if folders is None else [home / name for name in folders]
    state = sorted(each for place in wanted for each in _state(place, deep=folders is None))
    return hashlib.sha256(repr(state).encode()).hexdigest()


def _state(directory: str | Path, *, deep: bool) -> Iterator[tuple[str, int, int]]:
    with suppress(OSError), os.scandir(directory) as entries:
        for entry in entries:
            if entry.name.endswith(_SOURCES):
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns
            elif deep and "." not in entry.name and not entry.name.startswith("_"):
                yield from _state(entry.path, deep=True)


def _signature(signed: bytes, key: bytes) -> bytes:
    return hashlib.blake2b(signed, key=key, digest_size=_DIGITS // 2).hexdigest().encode()


def _is_signed(signature: bytes, signed: bytes, key: bytes) -> bool:
    return signature == _signature(signed, key)


def _read(path: Path, most: int, *, private: bool = False) -> bytes:
    """The bytes of a regular file of the user's own.

    Raises:
        OSError: It is missing, larger than `most`, another's, or readable by others though private.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > most:
            raise PermissionError
        if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
            raise PermissionError
        if private and os.name == "posix" and found.st_mode & 0o077:
            raise PermissionError
        return file.read(most)


def _own_key(path: Path) -> bytes:
    """The user's key, made where there is none that can be used.

    Raises:
        OSError: It cannot be written.
    """
    with suppress(OSError):
        key = _read(path, _KEY_BYTES, private=True)
        if len(key) == _KEY_BYTES:
            return key
    _write(path, os.urandom(_KEY_BYTES), place=_take_free_name if not path.exists() else _replace)
    return _read(path, _KEY_BYTES, private=True)


def _replace(written: Path, path: Path) -> None:
    written.replace(path)


def _take_free_name(written: Path, path: Path) -> None:
    """Gives the name to the first who asks for it: with a second key, what the first signed is lost."""
    try:
        os.link(written, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links
        written.replace(path)
    written.unlink(missing_ok=True)


def _write(path: Path, content: bytes, place: Callable[[Path, Path], None] = _replace) -> None:
    """Puts the content under the name at once; of two at the same time, one comes last, whole."""
    beside = path.with_name(f".{path.name}.{os.urandom(8).hex()}.tmp")
    handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        place(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _make_room(place: Path, ending: str) -> None:
    """Removes the oldest copies beyond the limit, and what killed processes have left."""
    old = time.time() - _LEFT_AFTER
    copies = sorted(place.glob(f"*{ending}"), key=lambda each: each.stat().st_mtime, reverse=True)
    unfinished = [each for each in place.glob(".*.tmp") if each.stat().st_mtime < old]
    for copy in (*copies[MOST:], *unfinished):
        copy.unlink(missing_ok=True)
