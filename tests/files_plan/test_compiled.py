"""A checked plan is kept, signed, for the next command; nothing but the same plan comes of it."""

import json
import os
import typing
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cdstrack.core.frozen import Frozen
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import RefusedError
from cdstrack.files.plan import compiled
from cdstrack.files.plan.checked import read_checked_plan
from cdstrack.files.plan.kept_form import kept_form, reader_of
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import read_plan
from cdstrack.files.workplace import examples

pytestmark = pytest.mark.usefixtures("cache")

SHIPPED = [each.plan for each in examples()]


@pytest.fixture
def plan(sample: Path) -> Path:
    return sample / "targets.yaml"


def copy_of(plan: Path) -> Path:
    """The copy of a plan that was just read."""
    found = compiled.copy_of(read_plan(plan).digest)
    assert found is not None
    return found


def read_from_copy(plan: Path, monkeypatch: pytest.MonkeyPatch) -> PlanFile:
    """The plan of a file that may not be read as YAML."""
    with monkeypatch.context() as patched:
        patched.setitem(__import__("sys").modules, "cdstrack.files.plan.reader", None)
        return read_checked_plan(plan)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_the_copy_says_what_the_file_says(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anew = read_plan(path)
    assert read_checked_plan(path) == anew
    assert read_from_copy(path, monkeypatch) == anew


def test_every_type_that_a_plan_declares_has_a_kept_form() -> None:
    for kind in declared_types(Plan):
        reader_of(kind)


def declared_types(section: type[Frozen]) -> Iterator[typing.Any]:
    for key in section.model_fields.values():
        yield key.annotation
        for part in parts_of(key.annotation):
            if isinstance(part, type) and issubclass(part, Frozen):
                yield from declared_types(part)


def parts_of(kind: typing.Any) -> Iterator[typing.Any]:
    yield kind
    for part in typing.get_args(kind):
        yield from parts_of(part)


def test_what_is_no_value_of_a_plan_has_no_kept_form() -> None:
    with pytest.raises(TypeError, match="object"):
        kept_form(object())
    with pytest.raises(TypeError, match="Path"):
        reader_of(int | Path)


def test_problems_are_shown_under_the_name_that_was_typed(plan: Path) -> None:
    plan.write_text(plan.read_text(encoding="utf-8") + "\n# \u200b\n", encoding="utf-8")
    read_checked_plan(plan)
    other = plan.with_name("other.yaml")
    other.write_bytes(plan.read_bytes())
    places = [each.place for each in read_checked_plan(other).problems]
    assert places
    assert {place.file for place in places if place} == {str(other)}


def test_a_plan_with_errors_is_not_kept(plan: Path, cache: Path) -> None:
    plan.write_text(plan.read_text(encoding="utf-8").replace("unit:", "unti:"), encoding="utf-8")
    assert read_checked_plan(plan).plan is None
    assert not cache.exists()


def test_a_changed_plan_is_read_anew(plan: Path) -> None:
    before = read_checked_plan(plan).plan
    plan.write_text(plan.read_text(encoding="utf-8") + "levels: {thon: thôn}\n", encoding="utf-8")
    after = read_checked_plan(plan).plan
    assert before is not None
    assert after is not None
    assert set(after.levels) - set(before.levels) == {"thon"}


FORGERIES = {
    "emptied": lambda _: b"",
    "cut short": lambda copy: copy[:-100],
    "one digit turned": lambda copy: copy.replace(b'"90"', b'"91"'),
    "no signature": lambda copy: copy.partition(b"\n")[2],
    "not a copy at all": lambda _: b"\x80\x04N.",
    "another's signature": lambda copy: b"0" * 64 + copy[64:],
}


@pytest.mark.parametrize("forged", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_copy_that_was_touched_is_replaced_and_never_believed(
    plan: Path, forged: typing.Callable[[bytes], bytes]
) -> None:
    anew = read_checked_plan(plan)
    copy = copy_of(plan)
    sound = copy.read_bytes()
    assert forged(sound) != sound
    copy.write_bytes(forged(sound))
    assert read_checked_plan(plan) == anew
    assert copy.read_bytes() == sound


def test_the_copy_of_another_plan_is_not_taken_for_it(plan: Path) -> None:
    other = SHIPPED[0]
    read_checked_plan(other)
    mine = copy_of(plan)
    mine.write_bytes(copy_of(other).read_bytes())
    assert read_checked_plan(plan) == read_plan(plan)


def test_a_copy_of_an_earlier_program_is_not_taken(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_checked_plan(plan)
    digest = read_plan(plan).digest
    assert compiled.find(digest) is not None
    for name, value in {"FORM": "cdstrack plan 0", "_MAKERS": ("core/plan",)}.items():
        with monkeypatch.context() as patched:
            patched.setattr(compiled, name, value)
            assert compiled.find(digest) is None


def test_a_key_that_others_can_read_signs_nothing(plan: Path, cache: Path) -> None:
    read_checked_plan(plan)
    (cache / "key").chmod(0o644)
    assert compiled.find(read_plan(plan).digest) is None
    read_checked_plan(plan)
    assert (cache / "key").stat().st_mode & 0o777 == 0o600
    assert compiled.find(read_plan(plan).digest) is not None


def test_only_the_user_can_read_what_is_kept(plan: Path, cache: Path) -> None:
    read_checked_plan(plan)
    kept = [cache, *cache.iterdir()]
    assert len(kept) == 3
    assert {each.stat().st_mode & 0o077 for each in kept} == {0}


@pytest.mark.parametrize("place", ["", "relative", "/proc/cdstrack-cannot-be-made"])
def test_where_nothing_can_be_kept_the_plan_is_read_all_the_same(
    plan: Path, place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    assert read_checked_plan(plan) == read_plan(plan)
    assert not Path("relative").exists()


def test_a_folder_or_a_pipe_in_the_place_of_a_copy_is_no_error(plan: Path) -> None:
    copy = copy_of(plan)
    copy.mkdir(parents=True)
    assert read_checked_plan(plan) == read_plan(plan)
    copy.rmdir()
    os.mkfifo(copy)
    assert read_checked_plan(plan) == read_plan(plan)


def test_a_missing_plan_is_still_missing(folder: Path) -> None:
    with pytest.raises(RefusedError, match="CDS100"):
        read_checked_plan(folder / "targets.yaml")


def test_many_who_read_at_once_leave_one_whole_copy(plan: Path, cache: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(read_checked_plan, [plan] * 16))
    assert all(each == found[0] for each in found)
    assert sorted(each.name for each in cache.iterdir()) == [copy_of(plan).name, "key"]
    assert compiled.find(found[0].digest) is not None


def test_copies_make_room_for_later_ones(plan: Path, cache: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    for number in range(40):
        compiled.keep(f"{number:032x}{0:032x}", {}, "{}")
        os.utime(cache / f"{number:032x}.plan", (number, number))
    left = cache / ".0.plan.0123456789abcdef.tmp"
    left.write_bytes(b"")
    os.utime(left, (0, 0))
    plan.write_text(text, encoding="utf-8")
    read_checked_plan(plan)
    assert len(list(cache.glob("*.plan"))) == 32
    assert not left.exists()
    assert json.loads(json.dumps(sorted(each.name for each in cache.iterdir())))[-1] == "key"
