"""Real conversions by headless LibreOffice: it opens what we write, and we read what it writes."""

import csv
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from tests.conftest import Run
from tests.excel.conftest import OWN
from tests.excel.follow_up_form import kept, merging, split
from tests.excel.test_own_columns import exported, refused
from tests.excel.test_template_used import HEADING, Sent
from tests.import_csv.conftest import HEADER

from cdstrack.files.importing.workbook.reader import read_workbook

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice-calc)"
)
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
_IN_VIETNAM = (
    '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" '
    'oor:op="fuse"><value>vi-VN</value></prop></item>'
)
"""Days and numbers as an office there sees them."""


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user profile of its own, made beforehand: the first start does nothing else."""
    folder = tmp_path_factory.mktemp("libreoffice")
    _office(folder, folder, "--terminate_after_init")
    settings = folder / "user/registrymodifications.xcu"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("</oor:items>", f"{_IN_VIETNAM}</oor:items>"), "utf-8")
    return folder


def _office(profile: Path, folder: Path, *arguments: str) -> None:
    command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    # It names files by its sheets, which needs a locale that can.
    subprocess.run(
        [*command, "--norestore", *arguments],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=True,
        capture_output=True,
        timeout=180,
    )


@pytest.fixture
def convert(profile: Path, folder: Path) -> Callable[..., Path]:
    """Converts a file of this folder; the folder with what came of it."""

    def run_office(name: str, to: str, *options: str) -> Path:
        into = folder / "lo"
        _office(profile, folder, *options, "--convert-to", to, "--outdir", str(into), name)
        return into

    return run_office


Convert = Callable[..., Path]


def test_it_opens_our_workbook_with_every_sheet_and_number(
    sample: Path, run: Run, convert: Convert
) -> None:
    assert run("init").code == 0
    assert run("import", "figures.csv").code == 0
    assert run("export", "a.xlsx", "--report", "all").code == 0
    into = convert("a.xlsx", _CSV)
    names = ["Còn thiếu", "Nguồn", "Nhật ký", "Số liệu", "Tình hình", "Về tệp này"]
    assert sorted(path.stem.removeprefix("a-") for path in into.iterdir()) == names
    with (into / "a-Số liệu.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    share = next(row for row in rows if row["Tử số"] == "981")
    assert (share["Kỳ số liệu"], share["Mẫu số"]) == ("31/07/2022", "1.446")
    assert share["Số liệu"] == "67,84"
    assert share["Ghi chú"] == "=theo báo cáo tháng"
    assert (sample / "a.xlsx").exists()


def test_what_it_saves_again_is_read_back_as_the_same_figures(
    sample: Path, run: Run, convert: Convert
) -> None:
    assert run("init").code == 0
    assert run("import", "figures.csv").code == 0
    assert run("export", "a.xlsx").code == 0
    convert("a.xlsx", "xlsx").joinpath("a.xlsx").rename(sample / "b.xlsx")
    answer = run("import", "b.xlsx", "--lang", "en")
    assert answer.out == "nothing new in b.xlsx, nothing was added; already recorded: 7\n"


@pytest.mark.usefixtures("desk")
def test_a_template_that_it_saved_keeps_its_lists_and_comes_back(
    run: Run, convert: Convert, folder: Path
) -> None:
    assert run("template", "a.xlsx", "--on", "2021").code == 0
    convert("a.xlsx", "xlsx").joinpath("a.xlsx").rename(folder / "b.xlsx")
    book = load_workbook("b.xlsx")
    sheet = book["Số liệu"]
    kinds = [each.type for each in sheet.data_validations.dataValidation]
    assert kinds.count("list") >= 3
    at = {cell.value: cell.column for cell in sheet[HEADING]}
    sheet.cell(HEADING + 1, at["Số liệu"], 75)
    book.save("b.xlsx")
    assert run("import", "b.xlsx").code == 0
    assert exported(run) == ["ho-so,tinh-mau,,2021,75,,,,exact,,,"]


@pytest.mark.usefixtures("desk")
def test_a_filled_template_that_it_calculated_and_saved_comes_back(
    run: Run, convert: Convert, folder: Path
) -> None:
    assert run("template", "a.xlsx", "--on", "2021").code == 0
    sent = Sent("a.xlsx")
    sent.write("ho-so", Tử_số=981, Mẫu_số=1446, Văn_bản="bc-1")
    sent.write("hang", Số_liệu="1/63", Ngày_công_bố="5/8/2022", Kỳ_số_liệu="31/7/2022")
    sent.write("viec", Số_liệu="hoàn thành", Ghi_chú="=" + "'theo báo cáo'", Kỳ_số_liệu="7/2022")
    sent.sheet[sent.place("viec", "Ghi chú")].data_type = "s"
    row = sent.row("ho-so")
    formula = f"={sent.place('ho-so', 'Tử số')}/{sent.place('ho-so', 'Mẫu số')}*100"
    sent.sheet.cell(row, sent.columns["Số liệu"]).value = formula
    sent.book.save("b.xlsx")
    assert refused(run("import", "b.xlsx"))[0].endswith("CDS335")
    convert("b.xlsx", "xlsx").joinpath("b.xlsx").rename(folder / "c.xlsx")
    assert run("import", "c.xlsx").code == 0
    assert exported(run) == [
        "hang,tinh-mau,,2022-07-31,1,1,63,,exact,,2022-08-05,",
        "ho-so,tinh-mau,,2021,67.842324,981,1446,,exact,bc-1,,",
        "viec,tinh-mau,,2022-07,done,,,,exact,,,'='theo báo cáo'",
    ]


@pytest.mark.usefixtures("desk")
def test_csv_for_excel_that_it_opened_and_saved_comes_back(run: Run, convert: Convert) -> None:
    lines = ["ho-so,,,2022-07-31,67.842324,981,1446,68,exact,bc-1,2022-08-05,'=1+1"]
    lines += ["von,,,2022-07,-1234.5,,,,about,,2022-08,'-5 điểm", "hang,,,2021,31,31,63,,,,,''tis"]
    lines += ["ty-suat,,,2021,na:'chưa có',,,,,,,", "so-dn,,,2021,1446,,,,nearly,,,ghi chú"]
    Path("a.csv").write_text("\n".join([HEADER, *lines, ""]), "utf-8")
    assert run("import", "a.csv").code == 0
    assert run("export", "b.csv", "--excel").code == 0
    # As by a double click: semicolons, quotes, UTF-8, Vietnamese numbers and days are recognised.
    opened = "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1066,false,true"
    as_csv = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1066,false,true,false"
    into = convert("b.csv", as_csv, opened)
    (into / "b.csv").rename("d.csv")
    answer = run("import", "d.csv", "--lang", "en")
    assert answer.out == "nothing new in d.csv, nothing was added; already recorded: 5\n", (
        answer.err
    )


@pytest.mark.usefixtures("desk")
def test_formulas_that_it_calculated_count_by_their_results(
    run: Run, convert: Convert, folder: Path
) -> None:
    workbook = Workbook()
    sheet: Any = workbook.active
    for row in [
        OWN,
        ["ho-so", "=DATE(2022,7,31)", "=ROUND(981/1446*100,2)"],
        ["von", 2021, '="12"&",5"'],
        ["so-dn", 2021, "=1/0"],
    ]:
        sheet.append(row)
    sheet["B2"].number_format = "dd/mm/yyyy"
    workbook.save("a.xlsx")
    assert refused(run("import", "a.xlsx"))[0] == "a.xlsx: Sheet!B2: CDS335"
    convert("a.xlsx", "xlsx").joinpath("a.xlsx").rename(folder / "b.xlsx")
    answer = run("import", "b.xlsx", "--lang", "en")
    assert refused(answer) == ["b.xlsx: Sheet!C4: CDS336"]
    assert "#DIV/0!" in answer.err
    book = load_workbook("b.xlsx", data_only=True)
    book.active.delete_rows(4)
    book.save("c.xlsx")
    assert run("import", "c.xlsx").code == 0
    assert exported(run) == [
        "ho-so,tinh-mau,,2022-07-31,67.84,,,,exact,,,",
        "von,tinh-mau,,2021,12.5,,,,exact,,,",
    ]


@pytest.mark.usefixtures("desk")
def test_a_workbook_that_it_made_from_csv_is_read(run: Run, convert: Convert) -> None:
    Path("a.csv").write_text(
        "Mã chỉ tiêu;Kỳ số liệu;Số liệu\nho-so;31/07/2022;67,84%\nso-dn;2021;1446\n", "utf-8"
    )
    # Semicolons, quotes, UTF-8, Vietnamese numbers and days.
    options = "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1066,false,true"
    into = convert("a.csv", "xlsx:Calc MS Excel 2007 XML", options)
    (into / "a.xlsx").rename("a.xlsx")
    assert run("import", "a.xlsx").code == 0
    assert exported(run) == [
        "ho-so,tinh-mau,,2022-07-31,67.84,,,,exact,,,",
        "so-dn,tinh-mau,,2021,1446,,,,exact,,,",
    ]


@pytest.mark.usefixtures("desk")
def test_a_form_with_split_results_that_it_saved_is_read_as_before(
    run: Run, write_book: Callable[..., Path], convert: Convert, folder: Path
) -> None:
    rows, merged = split("Kết quả thực hiện năm 2022", ["Kế hoạch", "Quý I", "Quý II"])
    body = [[1, "Hồ sơ trên mạng", "%", 90, 90, 61.2, 67.84], []]
    names = [[None, "NGƯỜI LẬP BIỂU", None, None, None, "KT. GIÁM ĐỐC"]]
    write_book([*rows, *body, *names], merging([*merged, "A1:G1"]))
    convert("a.xlsx", "xlsx").joinpath("a.xlsx").rename(folder / "b.xlsx")
    answer = run("import", "b.xlsx", "--map", "theo-doi")
    assert (answer.code, kept(run)) == (0, ["ho-so,2022-Q1,61.2", "ho-so,2022-Q2,67.84"])
    assert answer.remarks.splitlines() == [
        'trang Số liệu: không đọc cột E "Kết quả thực hiện năm 2022 / Kế hoạch"',
        'không phải số liệu, bỏ qua: Số liệu!F6 "KT. GIÁM ĐỐC"',
    ]


def test_what_it_saves_as_ods_is_what_it_opened_as_xlsx(folder: Path, convert: Convert) -> None:
    workbook = xlsxwriter.Workbook(folder / "a.xlsx")
    sheet = workbook.add_worksheet("Số liệu")
    looks = {
        each: workbook.add_format({"num_format": each}) for each in ("0.0%", "mm/yyyy", "yyyy")
    }
    sheet.write_row(0, 0, ["Chỉ tiêu", "Kỳ", "Kết quả"])
    sheet.write_datetime(1, 1, datetime(2020, 12, 1), looks["mm/yyyy"])  # noqa: DTZ001
    sheet.write(1, 2, 0.675, looks["0.0%"])
    sheet.write_number(2, 1, 2019, looks["yyyy"])
    sheet.write_formula(2, 2, "=1/0", None, "#DIV/0!")
    sheet.write_column(3, 2, [7, 7, 7])
    sheet.merge_range(7, 0, 7, 1, "gộp")
    sheet.set_row(4, None, None, {"hidden": True})
    workbook.close()
    (xlsx,) = read_workbook(folder / "a.xlsx").sheets
    (ods,) = read_workbook(convert("a.xlsx", "ods") / "a.ods").sheets
    assert ods.rows == xlsx.rows
    assert (ods.hidden_rows, ods.merged) == (xlsx.hidden_rows, xlsx.merged)
