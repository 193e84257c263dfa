"""Files made to hurt: refused in about a second, by a problem and never by a crash."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import MOST_PROBLEMS, read_plan, read_plan_text
from cdstrack.files.text.content import LARGEST
from cdstrack.files.text.text_file import text_file
from cdstrack.files.yaml.tree import MOST_VALUES, read_yaml
from cdstrack.render.problems import render_problems

GENEROUS = 20
"""Seconds that a refusal may take on a machine that does ten other things."""
SOON = 1
"""Seconds of computing that showing a few problems may take."""
READ = """
import sys, pathlib
from cdstrack.files.plan.reader import read_plan
print(*(problem.code for problem in read_plan(pathlib.Path(sys.argv[1])).errors))
"""


def alias_bomb() -> str:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 9)]
    return "\n".join(["l0: &l0 x", *levels])


HOSTILE: dict[str, tuple[bytes, str]] = {
    "an alias bomb": (alias_bomb().encode(), "CDS127"),
    "an alias of itself": (b"plan: &p [*p]", "CDS127"),
    "50 MB": (b"plan: x\n" + b"# comment\n" * 5_000_000, "CDS121"),
    "50 MB of NUL bytes": (b"\0" * 50_000_000, "CDS121"),
    "deep flow nesting": (b"plan: " + b"[" * 100_000, "CDS130"),
    "deep block nesting": (b"- " * 100_000, "CDS130"),
    "deep nesting of keys": (b"{a: " * 100_000, "CDS130"),
    "values without end": (b"[" + b"1," * 1_500_000 + b"]", "CDS130"),
    "unknown keys without end": (b"".join(b"k%d: 1\n" % n for n in range(40_000)), "CDS142"),
    "bad indicators without end": (b"indicators: [" + b"{id: A}," * 30_000 + b"]", "CDS142"),
    "duplicate keys without end": (b"a: 1\n" * 45_000, "CDS138"),
    "unknown pillars without end": (
        b"plan: {id: x, title: {vi: x}}\npillars: {chinh-quyen: {vi: x}}\nindicators:\n"
        + b"".join(
            b"- {id: i%d, name: {vi: x}, pillar: chinh-quyem, unit: count, direction: increase}\n"
            % n
            for n in range(5_000)
        ),
        "CDS145",
    ),
    "complex keys without end": (b"? " * 400_000, "CDS130"),
    "complex keys in braces": (b"{? " * 100_000, "CDS130"),
    "directives without end": (b"".join(b"%%TAG !a%d! x\n" % n for n in range(50_000)), "CDS128"),
    "bodies that follow one another without end": (
        b"plan: {id: x, title: {vi: x}}\norg_units:\n"
        + b"".join(b"  so-%d: {vi: a, successor: so-%d}\n" % (n, n + 1) for n in range(14_000)),
        "CDS142",
    ),
    "bodies spelt almost like others": (
        b"plan: {id: x, title: {vi: x}}\norg_units:\n"
        + b"".join(b"  so-%d: {vi: a, successor: sox-%d}\n" % (n, n) for n in range(14_000)),
        "CDS147",
    ),
    "one line of a megabyte": (b"plan: '" + b"x" * 1_000_000, "CDS132"),
    "a key of a megabyte": (b"? " + b"x" * 1_000_000 + b"\n: 1", "CDS102"),
    "a number of a megabyte": (b"schema: " + b"9" * 1_000_000, "CDS143"),
    "NUL bytes": (b"plan: \0\0\0", "CDS124"),
    "escape codes": (b"plan: \x1b[2J\x1b]0;x\x07", "CDS125"),
    "text that runs backwards": ("plan: \u202etxt".encode(), "CDS125"),
    "latin letters": ("plan: {id: tỉnh-mẫu}".encode("cp1258", "replace") + b"\xea", "CDS122"),
    "a workbook": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", "CDS124"),
    "a tag that builds objects": (b"plan: !!python/object/apply:os.system [ls]", "CDS128"),
    "half a pair of surrogates": (b"plan: \xed\xa0\x80", "CDS122"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon_and_calmly(name: str, tmp_path: Path) -> None:
    content, code = HOSTILE[name]
    path = tmp_path / "targets.yaml"
    path.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        timeout=GENEROUS,
        check=False,
    )
    assert done.stderr == ""
    assert code in done.stdout.split()


@pytest.mark.parametrize(
    "text", ["? " * 400_000, "- " * 400_000, "{a: &a x, " * 19 + "b" * 900_000]
)
def test_what_is_wrong_with_an_endless_line_is_shown_without_delay(text: str) -> None:
    found = read_plan_text(text, "p.yaml")
    began = process_time()
    shown = render_problems(found.problems, "vi", 80)
    assert process_time() - began < SOON
    assert max(map(len, shown.splitlines()[1:])) <= 160


def test_how_many_values_are_read_is_said_as_a_number() -> None:
    found = read_plan_text("[" + "1," * MOST_VALUES + "1]", "p.yaml")
    assert " CDS130 tệp có hơn 1.200.000 giá trị, " in render_problems(found.problems, "vi", 120)
    assert " more than 1,200,000 values and " in render_problems(found.problems, "en", 120)


INDICATOR = (
    '  - {id: ct-0001, name: {vi: "Tỷ lệ số 1"}, pillar: p1, unit: percent, direction: increase,'
    ' targets: [{due: 2025-12-31, at_least: 60, wording: "đạt 60%"}]}\n'
)
"""Much in few letters: plans in use have twice as many letters for each value."""


def test_a_plan_of_eight_mebibytes_has_no_more_values_than_are_read() -> None:
    text = "indicators:\n" + INDICATOR * 1000
    tree = read_yaml(text_file(text, "p.yaml"))
    counted = len(tree.values) + len(tree.keys)
    assert counted * LARGEST < MOST_VALUES * len(text.encode())


def test_nobody_is_shown_more_problems_than_anybody_reads(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(HOSTILE["unknown keys without end"][0])
    problems = read_plan(path).problems
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].facts["count"] == str(40_000 + 1 - MOST_PROBLEMS)  # one more: no `plan`


PIECES = st.sampled_from(
    ["{", "}", "[", "]", ":", " ", "\n", "- ", "\t", '"', "'", "&a", "*a", "!x", "#", "|", ">", "%",
     "@", "~", "?", ",", "id", "plan", "targets", "due", "Ê", "e\u0302", "\u200b", "0", "2025-12-31",
     "\r", "---", "...", "\\", "indicators", "at_least", "{vi: x}", "\ufeff", "\x07", "null"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("[]: x")
@example("? {a: b}\n: *c")
@example("&a : &b x")
def test_no_text_makes_the_reader_fall(text: str) -> None:
    found = read_plan_text(text, "p.yaml")
    assert found.plan is None
    assert render_problems(found.problems, "vi", 60)


@settings(max_examples=150, deadline=None)
@given(cut=st.integers(0, 1100), length=st.integers(0, 30), piece=PIECES)
def test_no_slip_of_the_hand_makes_the_reader_fall(
    good_text: str, cut: int, length: int, piece: str
) -> None:
    found = read_plan_text(good_text[:cut] + piece + good_text[cut + length :], "p.yaml")
    lines = good_text.count("\n") + piece.count("\n") + 2
    for problem in found.problems:
        assert problem.place is not None
        assert 1 <= problem.place.line <= lines
    assert (found.plan is None) == bool(found.errors)
    assert render_problems(found.problems, "en", 80).isprintable() or found.problems


def test_what_is_shown_of_a_hostile_file_steers_no_terminal(
    changed: Callable[..., PlanFile],
) -> None:
    found = changed(("Sở Một", "Sở \u202eMột"), ("lead: so-mot", 'lead: "\\e[31mx\\a"'))
    shown = render_problems(found.problems, "vi", 80)
    assert {problem.code for problem in found.errors} == {"CDS125", "CDS111"}
    assert shown.replace("\n", "").isprintable()
