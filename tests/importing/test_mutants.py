"""Thousands of changed files: refused, or taken whole and once; never a traceback.

Seeded, so that a failure comes back. Each ends in sentences of both languages, and a store in which
nothing is half taken. The counts are printed at the end of `make soak`.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.import_csv.test_mutated_files import SCRAPS
from tests.importing.conftest import HERE

from cdstrack.cli.use_cases.importing import Attendant, ImportRequest, import_figures
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.core.record.acts import Act, ActKind
from cdstrack.files.importing.form.description import EXAMPLES, find_form, shipped_text
from cdstrack.files.importing.form.layout import Form
from cdstrack.files.importing.open_file import ImportOptions
from cdstrack.files.plan.reader import read_plan, read_plan_text
from cdstrack.render.problems import render_problems
from cdstrack.store.intake import OnConflict
from cdstrack.store.ledger import create_store, open_reader

pytestmark = pytest.mark.soak

MUTANTS = 2000
TODAY = date(2026, 8, 31)
WORDS = [
    *("Nghìn", "1000 người", "Sơ bộ 2019", "2007-08", "2019/20", "(1)", "*", "=1+1", "%", "quý II"),
    *(
        "\n",
        ";",
        ",",
        "\t",
        '"',
        "{",
        "}",
        "[",
        "]",
        ":",
        "#",
        "- ",
        "  ",
        "&a",
        "*a",
        "!!x",
        "null",
    ),
    *("0", "-0", "1.446", "67,84", "9" * 30, "1e5", "NaN", "31/2/2020", "12/2020", "na:", "\u202e"),
    *("indicator", "Chỉ tiêu", "Kết quả", "values", "groups", "years", "\x1b[31m", "\ufeff", "ẹ"),
]
CANONICAL = """\
indicator,org_unit,disaggregation,period,value,numerator,denominator,stated,qualifier,document,reported,note
ho-so,huyen-a,,2022-07-31,67.842324,981,1446,68,exact,nghi-quyet,2022-08,'=ghi chú
doanh-nghiep,so-tttt,,2021,1446,,,,about,,,
dan-so,,sex=nam,2022-Q1,5.0000001,,,,,,,"hai
dòng, ""ngoặc"" kép"
ngheo,,,2021-06,3.25,,,,estimate,,,
ho-so,huyen-b,,2007-08,na:chưa báo cáo,,,,,,,
"""
FORM = """\
ỦY BAN NHÂN DÂN TỈNH MẪU;;;
TT;Chỉ tiêu;ĐVT;Kết quả năm 2020;Sơ bộ 2021;Ngày chốt số liệu;Ghi chú
I;CHUNG;;;;;
1;Tỷ lệ hồ sơ trực tuyến;%;67,84%;1.446/2.000;;"a; b"
2;Dân số;1000 người;;1.310,5 (ước);30/6/2021;
3;Số doanh nghiệp số;doanh nghiệp;1.446;x;;
4;Tỷ lệ hộ nghèo;;3,5;khoảng 3;;
"""


def changed_once(text: str, chance: random.Random) -> str:
    """A text with one cut, repetition, scrap, or change in the order of its lines."""
    at = chance.randrange(len(text) + 1)
    until = min(len(text), at + chance.randint(0, 15))
    lines = text.split("\n")
    match chance.randrange(6):
        case 0:
            return text[:at] + chance.choice(WORDS) + text[at:]
        case 1:
            return text[:at] + chance.choice(WORDS) + text[until:]
        case 2:
            return text[:at] + text[until:]
        case 3:
            return text[:at] + text[at:until] + text[at:]
        case 4:
            chance.shuffle(lines)
        case _:
            lines.append(chance.choice(lines))
    return "\n".join(lines)


def mutated(text: str, seed: int) -> Iterator[bytes]:
    """The versions of a text, each with a few cuts, repetitions, swaps and scraps."""
    chance = random.Random(seed)  # noqa: S311 - the same files every time
    for _ in range(MUTANTS):
        changed = text
        for _ in range(chance.randint(1, 4)):
            changed = changed_once(changed, chance)
        encoded = bytearray(changed.encode("utf-8", "surrogatepass"))
        if chance.randrange(8) == 0:
            place = chance.randrange(len(encoded) + 1)
            encoded[place:place] = chance.choice(SCRAPS)
        yield bytes(encoded)


@pytest.fixture(scope="module")
def plan() -> Plan:
    found = read_plan_text((HERE / "targets.yaml").read_text("utf-8"), "targets.yaml").plan
    assert found is not None
    return found


def in_words(problems: Sequence[Problem]) -> None:
    """Every problem has its sentence, in both languages."""
    for language in ("vi", "en"):
        told = render_problems(problems, language)
        assert all(problem.code in told for problem in problems)


@pytest.fixture
def outcome(plan: Plan, tmp_path: Path) -> Callable[[bytes, Form | None], str]:
    """What becomes of a file in an empty store: taken whole and once, refused, or nothing in it."""
    empty, store, path = tmp_path / "empty.db", tmp_path / "cdstrack.db", tmp_path / "so-lieu.csv"
    create_store(empty)
    act = Act(
        kind=ActKind.IMPORT,
        by="lan",
        at=datetime(2026, 8, 31, 2, tzinfo=UTC),
        plan_digest="d1",
        plan_text="schema: 1\n",
        program="thử",
    )

    def figures() -> int:
        with open_reader(store) as ledger:
            return len(list(ledger.figures()))

    def done(content: bytes, form: Form | None) -> str:
        shutil.copy(empty, store)
        path.write_bytes(content)
        request = ImportRequest(path, ImportOptions(form=form), OnConflict.FAIL)
        try:
            result = import_figures(request, plan, store, act, TODAY, Attendant())
        except RefusedError as refused:
            in_words(refused.problems)
            assert figures() == 0
            return "refused"
        in_words([*result.problems, *result.warnings])
        if result.problems:
            assert figures() == 0
            return "refused"
        assert result.receipt is not None
        assert figures() == result.receipt.new
        again = import_figures(request, plan, store, act, TODAY, Attendant()).receipt
        assert again is not None
        assert (again.new, figures()) == (0, result.receipt.new)
        return "taken" if result.receipt.new else "nothing in it"

    return done


@pytest.fixture
def told(record_property: Callable[[str, object], None]) -> Callable[[str, Counter[str]], None]:
    """Tells what became of all the files, in the summary of the test run."""

    def tell(kind: str, counts: Counter[str]) -> None:
        assert counts.total() == MUTANTS
        ends = ", ".join(f"{count} {end}" for end, count in sorted(counts.items()))
        record_property("reached", f"{MUTANTS} changed files, {kind}: {ends}")

    return tell


def test_a_changed_canonical_csv_is_taken_whole_or_not_at_all(
    outcome: Callable[[bytes, Form | None], str], told: Callable[[str, Counter[str]], None]
) -> None:
    assert outcome(CANONICAL.encode(), None) == "taken"
    counts = Counter(outcome(each, None) for each in mutated(CANONICAL, 1))
    assert min(counts["taken"], counts["refused"]) > 0
    told("canonical CSV", counts)


def test_a_changed_form_is_taken_whole_or_not_at_all(
    outcome: Callable[[bytes, Form | None], str], told: Callable[[str, Counter[str]], None]
) -> None:
    form = find_form("theo-doi")
    assert outcome(FORM.encode(), form) == "taken"
    counts = Counter(outcome(each, form) for each in mutated(FORM, 2))
    assert min(counts["taken"], counts["refused"]) > 0
    told("form", counts)


def test_a_changed_description_is_refused_or_reads_whole(
    outcome: Callable[[bytes, Form | None], str],
    tmp_path: Path,
    told: Callable[[str, Counter[str]], None],
) -> None:
    words = [*EXAMPLES.values()][-6:]
    shipped = "\n".join([shipped_text("theo-doi"), "years: school", "periods: sdmx", *words, ""])
    path = tmp_path / "bieu.yaml"
    counts: Counter[str] = Counter()
    path.write_text(shipped, encoding="utf-8")
    assert outcome(FORM.encode(), find_form(str(path))) == "taken"
    for each in mutated(shipped, 3):
        path.write_bytes(each)
        try:
            form = find_form(str(path))
        except RefusedError as refused:
            in_words(refused.problems)
            counts["no description"] += 1
        else:
            counts[outcome(FORM.encode(), form)] += 1
    told("description", counts)


def test_a_changed_plan_is_read_or_its_mistakes_are_told(
    tmp_path: Path, told: Callable[[str, Counter[str]], None]
) -> None:
    path = tmp_path / "targets.yaml"
    counts: Counter[str] = Counter()
    for each in mutated((HERE / "targets.yaml").read_text("utf-8"), 4):
        path.write_bytes(each)
        found = read_plan(path)
        in_words([*found.problems])
        counts["plan" if found.plan else "refused"] += 1
    assert min(counts.values()) > 0
    told("plan", counts)
