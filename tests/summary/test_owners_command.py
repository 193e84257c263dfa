"""`cdstrack owners` and `cdstrack remind` as they are typed, on a real store."""

import pytest
from tests.conftest import Run


@pytest.mark.usefixtures("week_33")
def test_owners_and_remind_go_by_the_lead_of_the_day(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-04-01")
    before = run("owners", "--as-of", "2025-02-28").out
    after = run("owners").out
    assert "Sở Khoa học và Công nghệ" not in before
    assert "Chủ trì từ ngày 1/3/2025, trước đó là Sở Thông tin và Truyền thông." in after
    assert "Tiếp nhận từ Sở Thông tin và Truyền thông." in after
    letter = run("remind", "--lead", "khoa hoc")
    about, *_, asked = letter.out.partition("\n---")[0].splitlines()
    assert about == "Về việc bổ sung số liệu"
    assert asked == "Kính gửi: Sở Khoa học và Công nghệ"
    assert "Đề nghị Sở Khoa học và Công nghệ" in letter.out
    closed = " ".join(run("remind", "--lead", "so-tttt").out.split())
    assert "Sở Thông tin và Truyền thông không còn thiếu số liệu nào." in closed
    assert "ngày 28/2/2025; trách nhiệm chuyển sang Sở Khoa học và Công nghệ." in closed


@pytest.mark.usefixtures("office")
def test_remind_wants_a_body_that_leads(run: Run) -> None:
    assert run("remind").err.splitlines()[0].startswith("CDS003")
    unknown = run("remind", "--lead", "so-tai-chinh")
    assert (unknown.code, unknown.err[:6]) == (2, "CDS216")
    district = run("remind", "--lead", "huyen-a")
    assert (district.code, district.err.splitlines()[0]) == (
        2,
        "CDS609 không có đơn vị huyện A chủ trì chỉ tiêu nào trong kế hoạch",
    )
