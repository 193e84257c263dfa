"""`cdstrack schedule`: what it prints is read back by a shell and by systemd as it was meant."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.files.schedule import Schedule, cron_line, is_address, service_unit

Job = Callable[..., CompletedProcess[bytes]]
Named = dict[str, str]


def planned(*command: str) -> Schedule:
    return Schedule(
        command=command,
        flock="/usr/bin/flock",
        lock=Path("/srv/x.lock"),
        day="mon",
        hour=6,
        minute=30,
        zone="Asia/Ho_Chi_Minh",
        complaint="không in được",
        description="tóm tắt hằng tuần",
    )


def as_cron_reads(line: str) -> tuple[str, str]:
    """The fields of time, and the command that cron hands to /bin/sh."""
    fields, command = line.split(" ", 5)[:5], line.split(" ", 5)[5]
    bare = re.sub(r"(?<!\\)%.*", "", command, flags=re.DOTALL)
    return " ".join(fields), bare.replace(r"\%", "%")


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\\"))


@given(WORDS)
def test_a_shell_reads_every_path_back_whole(word: str) -> None:
    fields, command = as_cron_reads(cron_line(planned("echo", word)))
    assert fields == "30 6 * * 1"
    words = shlex.split(command.rpartition(" || ")[0])
    assert words[-2:] == ["echo", word]


def test_the_line_does_what_it_says(job: Job, named: Named, office: Path) -> None:
    printed = job("schedule", "cron", **named)
    assert (printed.returncode, printed.stderr) == (0, b"")
    lines = printed.stdout.decode().splitlines()
    assert lines[-4:-1] == [
        "SHELL=/bin/sh",
        'CONTENT_TYPE="text/plain; charset=UTF-8"',
        'CONTENT_TRANSFER_ENCODING="8bit"',
    ]
    _, command = as_cron_reads(lines[-1])
    run = subprocess.run(
        ["/bin/sh", "-c", command],
        env={"CDSTRACK_TODAY": named["CDSTRACK_TODAY"]},
        cwd="/",
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout == job("summary", **named).stdout
    (office / "targets.yaml").unlink()
    failed = subprocess.run(["/bin/sh", "-c", command], cwd="/", capture_output=True, check=False)
    assert failed.stdout.decode().splitlines() == [
        "cdstrack: không có bản tóm tắt tuần, hoặc bản in không đầy đủ; mã kết thúc 2"
    ]
    assert failed.stderr.startswith(b"CDS")


def test_the_report_is_made_after_the_page_and_only_if_there_is_one(
    job: Job, named: Named, office: Path, tmp_path: Path
) -> None:
    to = tmp_path / "báo cáo 100%.html"
    printed = job("schedule", "cron", "--report", str(to), **named)
    assert (printed.returncode, printed.stderr) == (0, b"")
    _, command = as_cron_reads(printed.stdout.decode().splitlines()[-1])
    environ = {"CDSTRACK_TODAY": named["CDSTRACK_TODAY"]}
    run = subprocess.run(
        ["/bin/sh", "-c", command], env=environ, cwd="/", capture_output=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout == job("summary", **named).stdout
    assert to.read_text(encoding="utf-8").startswith("<!doctype html>\n")
    to.unlink()
    (office / "targets.yaml").unlink()
    failed = subprocess.run(["/bin/sh", "-c", command], cwd="/", capture_output=True, check=False)
    assert failed.stdout.decode().count("\n") == 1
    assert not to.exists()


def test_systemd_makes_the_one_after_the_other(job: Job, named: Named) -> None:
    printed = job("schedule", "systemd", "--report", "/srv/cds/bao-cao.html", **named)
    starts = [
        line for line in printed.stdout.decode().splitlines() if line.startswith("ExecStart=")
    ]
    assert [" summary " in line for line in starts] == [True, False]
    assert starts[1].endswith(" -o /srv/cds/bao-cao.html")


def test_a_report_of_an_unknown_ending_is_refused_before_cron_would_stumble(
    job: Job, named: Named
) -> None:
    answer = job("schedule", "cron", "--report", "/srv/cds/bao-cao.odt", **named)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert answer.stderr.startswith(b"CDS018")


def test_the_page_about_cron_shows_what_is_printed(job: Job, named: Named) -> None:
    docs = (Path(__file__).parents[2] / "docs/cron.md").read_text("utf-8")
    options = ("--mail-to", "ban-chi-dao@example.vn", "--lang", "en")
    printed = job("schedule", "cron", *options, **named).stdout.decode().splitlines()
    *settings, line = (each for each in printed if not each.startswith("# "))
    assert "\n".join(settings) in docs
    shape = re.compile(
        r"30 6 \* \* 1 \S*/flock -w 600 -E 75 .*\.summary\.lock'? .* summary --plan .* --db .* --issue"
        r"(?: --lang en)? \|\| echo '.*; exit status' \$\?"
    )
    shown = next(each for each in docs.splitlines() if each.startswith("30 6 * * 1"))
    assert shape.fullmatch(shown)
    assert shape.fullmatch(line)


def test_two_runs_never_overlap(named: Named, job: Job) -> None:
    _, command = as_cron_reads(job("schedule", "cron", **named).stdout.decode().splitlines()[-1])
    quick = command.replace("-w 600", "-w 0")
    lock = named["CDSTRACK_DB"] + ".summary.lock"
    with subprocess.Popen(["flock", lock, "cat"], stdin=subprocess.PIPE) as holder:
        while subprocess.run(["flock", "-n", lock, "true"], check=False).returncode == 0:
            pass
        run = subprocess.run(["/bin/sh", "-c", quick], capture_output=True, check=False)
        assert holder.stdin is not None
        holder.stdin.close()
    assert run.stdout.decode().endswith("mã kết thúc 75\n")


def test_options_choose_day_time_receiver_and_file(job: Job, named: Named) -> None:
    options = ("--day", "sun", "--at", "18h05", "--mail-to", "a@example.vn", "--to", "trang.html")
    told = job("schedule", *options, **named).stdout.decode()
    assert "MAILTO=a@example.vn\n" in told
    assert "\n5 18 * * 0 " in told
    assert " -o /trang.html ||" in told
    assert "OnCalendar=Sun *-*-* 18:05:00 Asia/Ho_Chi_Minh\nPersistent=true\n" in told


def test_it_says_whose_clock_the_time_is_by(job: Job, named: Named) -> None:
    cron = job("schedule", "cron", **named).stdout.decode().splitlines()
    assert cron[:3] == [
        "# Tóm tắt hằng tuần của cdstrack: thêm vào cuối bảng mở bằng lệnh crontab -e.",
        "# Giờ theo đồng hồ của máy này, không theo múi giờ của kế hoạch",
        "# (Asia/Ho_Chi_Minh); tuần là tuần trọn vẹn gần nhất theo múi giờ của kế",
    ]
    timer = job("schedule", "systemd", **named).stdout.decode().splitlines()
    remarks = " ".join(line[2:] for line in timer if line.startswith("# "))
    assert (
        "Giờ theo múi giờ của kế hoạch (Asia/Ho_Chi_Minh), không phụ thuộc giờ của máy." in remarks
    )
    assert timer.count("Description=cdstrack: tóm tắt hằng tuần") == 2
    english = job("schedule", "systemd", "--lang", "en", **named).stdout.decode().splitlines()
    assert english.count("Description=cdstrack: weekly summary") == 2


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--at", "24:00"), "CDS604"),
        (("--day", "thu hai"), "CDS012"),
        (("launchd",), "CDS012"),
        (("--mail-to", "a@b\nMAILTO=c"), "CDS605"),
        (("--mail-to", "a, b"), "CDS605"),
        (("--to", "a\\b.txt"), "CDS606"),
        (("cron", "--to", "x" * 900), "CDS607"),
    ],
)
def test_what_cannot_be_scheduled_is_refused(
    job: Job, named: Named, options: tuple[str, ...], code: str
) -> None:
    answer = job("schedule", *options, **named)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert answer.stderr.decode().startswith(f"{code} ")


def test_a_schedule_needs_a_plan_and_a_store_in_order(job: Job, named: Named) -> None:
    assert job("schedule", **{**named, "CDSTRACK_DB": "/nowhere.db"}).returncode == 4


@given(st.text())
def test_an_address_is_one_plain_word(text: str) -> None:
    if is_address(text):
        assert text.isascii()
        assert not set(text) & set(" \t\r\n,;\"'`$\\%|&<>()")


def test_systemd_finds_nothing_wrong(job: Job, named: Named, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    told = job("schedule", "systemd", **named).stdout.decode()
    service, timer = told.split("\n# cdstrack-summary.timer")
    units = {"cdstrack-summary.service": service, "cdstrack-summary.timer": f"#{timer}"}
    for name, text in units.items():
        (tmp_path / name).write_text(text, "utf-8")
    paths = [str(tmp_path / name) for name in units]
    checked = subprocess.run(
        ["systemd-analyze", "--man=no", "verify", *paths], capture_output=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, b"")


def test_systemd_expands_nothing_in_a_path() -> None:
    unit = service_unit(planned('/srv/số liệu 100% "x" $HOME/a', "b"), [])
    assert unit.splitlines()[-1] == (
        'ExecStart=/usr/bin/flock -w 600 -E 75 /srv/x.lock "/srv/số liệu 100%% \\"x\\" $$HOME/a" b'
    )
