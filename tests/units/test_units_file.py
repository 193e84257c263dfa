"""The file of units: what it says, and every way in which it can be wrong, told at its place."""

from pathlib import Path

import pytest
from tests.conftest import Golden, Run
from tests.units.conftest import AFTER, DISTRICTS, HEAD, UNITS, LayOut

from cdstrack.files.plan.reader import read_plan
from cdstrack.render.problems import render_problems

GOLDEN = Path(__file__).parent / "golden"
AN = "101,xa-an-28101,Xã An,xa,huyen-dong,,2025-06-30,xa-an"

BAD = {
    "unknown-column": ("code,id,vi,level,parnet,since,closed,successor", UNITS),
    "a-column-twice": ("code,id,vi,level,parent,since,since,successor", UNITS),
    "no-id": ("code,ma,vi,level,parent,since,closed,successor", UNITS),
    "nothing-in-it": ("", ()),
    "quotation-mark": (HEAD, (*UNITS, '199,xa-moi,"Xã "Mới",xa,tinh-moi,2025-07-01,,')),
    "a-cell-too-few": (HEAD, (*UNITS, "199,xa-moi,Xã Mới,xa,tinh-moi,2025-07-01,")),
    "id-twice": (HEAD, (*UNITS, "199,xa-an,Xã Mới,xa,tinh-moi,2025-07-01,,")),
    "id-of-the-plan": (HEAD, (*UNITS, "199,tinh-mau,Xã Mới,xa,tinh-moi,2025-07-01,,")),
    "id-misspelt": (HEAD, (*UNITS, "199,Xã Mới,Xã Mới,xa,tinh-moi,2025-07-01,,")),
    "no-name": (HEAD, (*UNITS, "199,xa-moi,,xa,tinh-moi,2025-07-01,,")),
    "no-day": (HEAD, (*UNITS, "199,xa-moi,Xã Mới,xa,tinh-moi,1/7/2025,,")),
    "successor-misspelt": (HEAD, (*UNITS, "199,xa-cu,Xã Cũ,xa,tinh-mau,,2025-06-30,Xã An Bình")),
    "orphan": (HEAD, (*UNITS, "199,xa-moi,Xã Mới,xa,tinh-mo,2025-07-01,,")),
    "successor-unknown": (HEAD, (*UNITS, "199,xa-cu,Xã Cũ,xa,tinh-mau,,2025-06-30,xa-ann")),
    "parents-in-a-circle": (
        HEAD,
        (*AFTER, "1,vung-a,Vùng A,huyen,vung-b,,,", "2,vung-b,Vùng B,huyen,vung-a,,,"),
    ),
    "successors-in-a-circle": (
        HEAD,
        (
            *AFTER,
            "1,xa-p,Xã P,xa,tinh-moi,,2025-01-31,xa-q",
            "2,xa-q,Xã Q,xa,tinh-moi,2025-02-01,2025-02-28,xa-p",
        ),
    ),
    "code-twice-on-a-day": (HEAD, (*UNITS, "101,xa-moi,Xã Mới,xa,tinh-moi,2025-06-01,,")),
    "one-unit-listed-twice": (HEAD, (*UNITS, "199,xa-an-2,xã An Bình,xa,tinh-moi,2025-08-01,,")),
    "ends-before-it-begins": (HEAD, (*UNITS, "199,xa-moi,Xã M,xa,tinh-moi,2025-07-01,2025-06-30,")),
    "shares-of-less-than-all": (
        HEAD,
        (*UNITS, "199,xa-cu,Xã Cũ,xa,tinh-mau,,2025-06-30,xa-an 60%; xa-cat 30%"),
    ),
    "a-share-left-out": (
        HEAD,
        (*UNITS, "199,xa-cu,Xã Cũ,xa,tinh-mau,,2025-06-30,xa-an 60%; xa-cat"),
    ),
    "successor-twice": (HEAD, (*UNITS, "199,xa-cu,Xã Cũ,xa,tinh-mau,,2025-06-30,xa-an; xa-an")),
    "level-unknown": (HEAD, (*UNITS, "199,xa-moi,Xã Mới,commune,tinh-moi,2025-07-01,,")),
    "level-missing": (HEAD, (*UNITS, "199,xa-moi,Xã Mới,,tinh-moi,2025-07-01,,")),
    "no-parent": (HEAD, (*UNITS, "199,xa-moi,Xã Mới,xa,,2025-07-01,,")),
    "part-of-its-own-level": (HEAD, (*UNITS, "199,xa-moi,Xã Mới,xa,xa-an,2025-07-01,,")),
    "parent-ended-before": (HEAD, (*UNITS, "199,xa-cu,Xã Cũ,xa,huyen-dong,,,")),
    "successor-begins-later": (
        HEAD,
        (*DISTRICTS, "105,phuong-giang,Phường Giang,xa,tinh-moi,2025-08-01,,",
         "199,xa-cu,Xã Cũ,xa,huyen-dong,,2025-06-30,phuong-giang"),
    ),
}  # fmt: skip
"""A file that is wrong in one way each, by what is wrong with it."""


def test_the_units_of_a_sound_file_are_units_of_the_plan(lay_out: LayOut) -> None:
    found = read_plan(lay_out())
    assert found.problems == ()
    assert found.plan is not None
    assert found.plan.unit_name("xa-dai-an-28104", "vi") == "Xã Đại An"
    assert found.plan.org_units["xa-an"].code == "101"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("wrong", BAD)
def test_a_bad_file_is_answered_with_exactly_this(
    wrong: str, language: str, lay_out: LayOut, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, rows = BAD[wrong]
    path = lay_out(*rows, head=head)
    monkeypatch.chdir(path.parent)
    said = render_problems(read_plan(Path(path.name)).problems, language, 100) + "\n"
    golden(GOLDEN / f"{wrong}.{language}.txt", said)


def test_columns_in_any_order_semicolons_and_blanks_are_read(lay_out: LayOut) -> None:
    rows = ("xa-a;  Xã A ;xa;2025-07-01;tinh-moi", "", "xa-b;Xã B;xa;2025-07-01;tinh-moi")
    found = read_plan(lay_out(*rows, head="id;vi;level;since;parent"))
    assert [each.code for each in found.problems] == []
    assert found.plan is not None
    assert found.plan.unit_name("xa-a", "vi") == "Xã A"


def test_a_sheet_s_way_of_writing_the_file_changes_nothing(lay_out: LayOut) -> None:
    """Semicolons, empty columns and lines behind, a name that is broken in its cell."""
    plain = read_plan(lay_out()).plan
    rows = [row.replace(",", ";") + ";;" for row in UNITS]
    rows[2] = rows[2].replace("Xã An", '"Xã\nAn "')
    found = read_plan(lay_out(*rows, ";;;;;;;;;", head=HEAD.replace(",", ";") + ";;"))
    assert found.problems == ()
    assert plain is not None
    assert found.plan is not None
    assert found.plan.org_units == plain.org_units


def test_what_is_wrong_is_shown_at_its_cell_with_semicolons_too(lay_out: LayOut) -> None:
    rows = [row.replace(",", ";") for row in (*UNITS, "199,xa-moi,Xã Mới,xa,tinh-mo,2025-07-01,,")]
    (problem,) = read_plan(lay_out(*rows, head=HEAD.replace(",", ";"))).problems
    assert problem.place is not None
    assert (problem.code, problem.place.column) == ("CDS810", 22)


def test_a_plan_without_its_units_file_is_read_and_the_check_says_what_is_missing(
    lay_out: LayOut, run: Run
) -> None:
    plan = lay_out()
    (plan.parent / "data/units.csv").unlink()
    assert run("init").code == 0
    assert run("status").code == 0
    checked = run("check")
    assert checked.code == 10
    assert "CDS800" in checked.out + checked.err


def test_a_name_that_two_units_share_is_asked_back(lay_out: LayOut, run: Run) -> None:
    lay_out()
    run("init")
    answer = run("record", "ho-so", "80", "--on", "2024-12-31", "--org-unit", "an 28")
    assert answer.code == 2
    assert "xa-an-28101" in answer.err
    assert "xa-dai-an-28104" in answer.err
