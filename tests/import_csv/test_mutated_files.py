"""Files with bytes and cells changed at random: refused or taken whole, never a traceback.

Seeded, so that a failure comes back; bounded, so that the whole takes seconds.
"""

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.conftest import Run
from tests.import_csv.conftest import HEADER
from tests.import_csv.test_dialects import exported

MUTANTS = 120
ROWS = [
    "ho-so,tinh-mau,,2022-07-31,67.842324,981,1446,68,exact,bc-1,2022-08,'=ghi chú",
    "so-dn,so-moi,,2021,1446,,,,about,,,",
    'von,,,2022-Q1,-5.25,,,,,,,"hai\ndòng, ""ngoặc"""',
    "viec,,,2021-06,in-progress,,,,,,,",
    "hang,,,2021,31,31,63,,,,,",
    "nganh,,sector=du-lich,2021,6.5,,,,estimate,,,",
    "ho-so,so-cu,,2021-01,na:chưa báo cáo,,,,,,,",
]
SCRAPS = [
    *(b"\0", b"\xff", b'"', b",", b";", b"\t", b"\r", b"\n", b"\xef\xbb\xbf", b"'", b"=1+1"),
    *(b"1e308", b"-0", b"NaN", b"9" * 40, b"0.0000001", b"2022-02-30", b"99999", b"/", b"%"),
    *(
        "１２".encode(),
        "ệ".encode(),
        b"\xe1\xbb",
        b"\x1b[31m",
        b"[red]",
        b"{0}",
        b"%s",
        b"x" * 3000,
    ),
    *(b"na:", b"done", b"sector=", b"1/0", b"981/1.446", "triệu".encode(), b"sep=;\n", b"\x1a"),
]


def mutants(content: bytes, count: int) -> Iterator[bytes]:
    """So many versions of a file, each with a few cuts, repetitions and scraps."""
    chance = random.Random(20220831)  # noqa: S311 - the same files every time
    for _ in range(count):
        changed = bytearray(content)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(changed) + 1)
            until = min(len(changed), at + chance.randint(0, 12))
            match chance.randrange(4):
                case 0:
                    changed[at:at] = chance.choice(SCRAPS)
                case 1:
                    changed[at:until] = chance.choice(SCRAPS)
                case 2:
                    del changed[at:until]
                case _:
                    changed[at:at] = changed[at:until]
        yield bytes(changed)


def check(run: Run, name: str, *arguments: str) -> bool:
    """Imports a file into an empty record: whole and once, or refused; whether it was taken."""
    answer = run("import", name, *arguments)
    assert answer.code in {0, 5}, answer.err
    assert "Traceback" not in answer.err
    kept = exported(run)
    if answer.code == 5:
        assert kept == []
        assert "CDS3" in answer.err or "CDS2" in answer.err
        return False
    if kept:
        assert run("import", name, *arguments).code == 0
        assert exported(run) == kept
        assert run("undo").code == 0
        assert exported(run) == []
    return True


@pytest.mark.usefixtures("desk")
def test_a_mutated_canonical_csv_is_taken_whole_or_not_at_all(run: Run) -> None:
    content = "\n".join([HEADER, *ROWS, ""]).encode()
    Path("a.csv").write_bytes(content)
    assert check(run, "a.csv")
    taken = 0
    for mutant in mutants(content, MUTANTS):
        Path("a.csv").write_bytes(mutant)
        taken += check(run, "a.csv")
    assert 0 < taken < MUTANTS


@pytest.mark.usefixtures("desk")
def test_a_mutated_csv_of_an_office_is_taken_whole_or_not_at_all(run: Run) -> None:
    content = (
        "TT;Chỉ tiêu;ĐVT;Kết quả đến 31/7/2022;Ghi chú\r\n"
        "I;CHUNG;;;\r\n"
        '1;Hồ sơ trên mạng;%;67,84%;"a; b"\r\n'
        "2;Vốn đầu tư;triệu đồng;12.500,5;\r\n3;Hạng chung;hạng;31/63;\r\n4;Quy hoạch;;Đạt;\r\n"
    )
    for encoding in ("utf-8-sig", "utf-16"):
        encoded = content.encode(encoding)
        Path("a.csv").write_bytes(encoded)
        assert check(run, "a.csv", "--map", "theo-doi")
        for mutant in mutants(encoded, MUTANTS // 2):
            Path("a.csv").write_bytes(mutant)
            check(run, "a.csv", "--map", "theo-doi")


def workbook(path: Path) -> None:
    """A workbook with our columns and a cell of every kind."""
    from datetime import date

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [
        ["Mã chỉ tiêu", "Kỳ số liệu", "Số liệu", "Ghi chú"],
        ["ho-so", date(2022, 7, 31), 0.6784, "=A1"],
        ["so-dn", 2021, 1446, "x"],
        ["von", "quý I/2022", "67,84", None],
        ["viec", "2021", "đang thực hiện", True],
    ]:
        sheet.append(row)
    sheet["C2"].number_format = "0.00%"
    sheet["D2"].data_type = "s"
    sheet.merge_cells("A6:B6")
    book.create_sheet("Hai")
    book.save(path)


def rebuilt(parts: dict[str, bytes], name: str, content: bytes, path: Path) -> None:
    """Writes the archive with one part changed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, known in parts.items():
            archive.writestr(part, content if part == name else known)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("library", ["calamine", "openpyxl"])
def test_a_mutated_workbook_is_taken_whole_or_not_at_all(
    run: Run, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if library == "openpyxl":
        monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    path = Path("a.xlsx")
    workbook(path)
    assert check(run, "a.xlsx")
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for mutant in mutants(content, MUTANTS // 4):
        path.write_bytes(mutant)
        check(run, "a.xlsx")
    inner = [name for name in parts if name.endswith((".xml", ".rels"))]
    for name in inner:
        for mutant in mutants(parts[name], MUTANTS // len(inner) + 1):
            rebuilt(parts, name, mutant, path)
            check(run, "a.xlsx")


@pytest.mark.usefixtures("desk")
def test_a_workbook_whose_parts_are_missing_is_refused(run: Run) -> None:
    path = Path("a.xlsx")
    workbook(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in parts:
        rebuilt({key: value for key, value in parts.items() if key != name}, "", b"", path)
        check(run, "a.xlsx")
