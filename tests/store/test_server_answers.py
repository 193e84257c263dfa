"""Whatever is asked of a record on a server is answered to the byte as of one in a file."""

import shlex
from pathlib import Path

import pytest
from tests.conftest import Answer, lay_out_sample, run_program
from tests.server import TestServer

ACCOUNT = "lan"  # as CDSTRACK_USER: the log then has nothing to add to it
COMMANDS = """
init
import figures.csv
import figures.csv
status
record ho-so-cap-xa 34 --on 2022-08-30 --yes
record ho-so-cap-xa 34 --on 2022-08-30 --yes
record ho-so-cap-xa 35 --on 2022-08-30 --yes
record ho-so-cap-xa 35 --on 2022-08-29 --dry-run
correct ho-so-cap-xa 36,5 --on 2022-08-30 --reason "gõ nhầm"
withdraw ho-so-cap-xa --on 2022-08-30 --reason "đơn vị rút lại"
undo
undo 4
document add bc-12 --title "Báo cáo số 12; \\"trích\\" \\\\ 5%" --number 12/BC-UBND
correct ho-so-cap-xa 37 --on 2022-08-30 --reason "có văn bản" --document bc-12
check
check --acknowledge 4c5c6a94 --reason "biên bản"
status --format json
status --format csv --all
gaps
targets
owners
remind
show ho-so-cap-tinh
show ho-so-cap-xa --format json
explain ho-so-cap-xa
summary --week 2022-W34
summary --week 2022-W34 --issue
summary --week 2022-W34 --full
log
log -p
log --since 2022-08-01 --who lan
plan versions
document list
document show bc-12
export out.csv
export all.xlsx --report all
import out.csv --dry-run
status --known-at 2022-08-31T05:00:00.000001Z
log --verify 000000000000
log --verify 12
undo 99
close 2022-Q2 --by PCVP
record ho-so-cap-tinh 61 --on 2022-06-29 --yes
record ho-so-cap-tinh 61 --on 2022-06-29 --yes --late "đến chậm"
closings
reopen 2022-Q2 --reason "rà soát"
closings --format json
units
report -o trang.html
report -o phu-luc.docx
report -o bang.xlsx
summary --week 2022-W34 -o tuan.html
template mau.xlsx
"""


def answered(folder: Path, patch: pytest.MonkeyPatch, url: str | None) -> list[Answer]:
    """What is said to every command, typed in a folder of its own."""
    folder.mkdir()
    lay_out_sample(folder)
    patch.chdir(folder)
    if url is None:
        patch.delenv("CDSTRACK_DB", raising=False)
    else:
        patch.setenv("CDSTRACK_DB", url)
    return [run_program(*shlex.split(line)) for line in COMMANDS.strip().splitlines()]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_says_the_same_of_both(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: TestServer
) -> None:
    monkeypatch.setenv("CDSTRACK_LANG", language)
    url = server.url(server.emptied_database(), server.account(ACCOUNT))
    in_file = answered(tmp_path / "file", monkeypatch, None)
    on_server = answered(tmp_path / "server", monkeypatch, url)
    for command, one, other in zip(COMMANDS.strip().splitlines(), in_file, on_server, strict=True):
        assert "Traceback" not in one.err, command
        named = [text.replace(url, "data/cdstrack.db") for text in (other.out, other.err)]
        assert (command, other.code, *named) == (command, one.code, one.out, one.err)
    assert sum(answer.code == 0 for answer in in_file) > 30
    written = (
        "out.csv",
        "all.xlsx",
        "mau.xlsx",
        "trang.html",
        "phu-luc.docx",
        "bang.xlsx",
        "tuan.html",
    )
    for name in written:
        in_both = [(tmp_path / where / name).read_bytes() for where in ("file", "server")]
        assert in_both[0] == in_both[1], name
