"""A real cron daemon runs the line that `schedule` prints, and mails the page through sendmail.

It needs root, the Debian package `cron`, and mount namespaces, in which the daemon sees a spool, a
crontab and a `sendmail` of its own; the computer's are not touched. Where they are missing the
test is skipped, and says so. cron looks once a minute, so this takes up to a minute.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Job = Callable[..., CompletedProcess[bytes]]
Named = dict[str, str]

SINK = """#!/bin/sh
# A sendmail-compatible sink: takes the message on stdin, keeps it with its arguments.
letter=$(mktemp "{letters}/.taking.XXXXXX")
{{ printf '%s\\n' "X-Sendmail-Arguments: $*"; cat; }} > "$letter"
mv "$letter" "{letters}/$(basename "$letter").eml"
"""

SETTING = """
set -eu
mkdir -p "{here}/real"
mount --bind /usr/sbin "{here}/real"
mkdir "{here}/sbin"
for each in "{here}"/real/*; do ln -s "$each" "{here}/sbin/"; done
rm -f "{here}/sbin/sendmail"
cp "{here}/sink" "{here}/sbin/sendmail"
mount --bind "{here}/sbin" /usr/sbin
mount -t tmpfs none /var/spool
mkdir -p -m 1730 /var/spool/cron/crontabs
mount -t tmpfs none /run
mount -t tmpfs none /etc/cron.d
test ! -e /etc/crontab || mount --bind /dev/null /etc/crontab
"{crontab}" "{here}/crontab"
exec "{cron}" -f
"""


def tool(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")


def missing() -> str:
    """Why the test cannot be run here; empty where it can."""
    if os.geteuid() != 0:
        return "a cron daemon needs root"
    absent = [name for name in ("cron", "crontab", "unshare", "flock") if tool(name) is None]
    if absent:
        return f"not installed: {', '.join(absent)} (Debian: apt-get install cron util-linux)"
    namespaces = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    return "" if namespaces.returncode == 0 else "mount namespaces are not allowed here"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Where the daemon's surroundings are made, and `letters` with the mail."""
    reason = missing()
    if reason:
        pytest.skip(reason)
    here = tmp_path / "cron"
    (here / "letters").mkdir(parents=True)
    sink = here / "sink"
    sink.write_text(SINK.format(letters=here / "letters"), "utf-8")
    sink.chmod(0o755)
    return here


@pytest.fixture
def daemon(here: Path) -> Iterator[Callable[[str], None]]:
    """Starts a cron daemon with a crontab; it is stopped when the test ends."""
    running: list[subprocess.Popen[bytes]] = []

    def start(crontab: str) -> None:
        (here / "crontab").write_text(crontab, "utf-8")
        names = {"here": here, "cron": tool("cron"), "crontab": tool("crontab")}
        command = ["unshare", "--mount", "/bin/sh", "-c", SETTING.format(**names)]
        running.append(subprocess.Popen(command, cwd="/", env={"PATH": "/usr/bin:/bin"}))

    yield start
    for each in running:
        each.terminate()
        each.wait(timeout=30)


def letters(folder: Path, count: int) -> list[EmailMessage]:
    """So many letters, once they have come."""
    until = time.monotonic() + 150
    while len(found := sorted(folder.glob("*.eml"))) < count:
        assert time.monotonic() < until, f"{len(found)} of {count} letters came"
        time.sleep(0.5)
    return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in found]


def every_minute(printed: bytes) -> list[str]:
    """The crontab that was printed, its line running in every minute."""
    *settings, line = printed.decode().splitlines()
    return [*settings, "* * * * * " + line.split(" ", 5)[5]]


def test_cron_mails_the_page_and_every_failure(
    here: Path, daemon: Callable[[str], None], job: Job, named: Named, office: Path
) -> None:
    printed = job("schedule", "cron", "--mail-to", "ban-chi-dao@example.vn", **named)
    lines = every_minute(printed.stdout)
    gone = lines[-1].replace("targets.yaml", "gone.yaml")
    daemon("\n".join([f"CDSTRACK_TODAY={named['CDSTRACK_TODAY']}", *lines, gone]) + "\n")

    bodies: dict[str, str] = {}
    for letter in letters(here / "letters", 2):
        assert letter["To"] == "ban-chi-dao@example.vn"
        assert letter.get_content_type() == "text/plain"
        assert letter.get_content_charset() == "utf-8"
        body = letter.get_content()
        bodies["page" if body.startswith("Đề án") else "failure"] = body

    assert bodies["page"].encode() == job("summary", **named).stdout
    first, *_, last = bodies["failure"].splitlines()
    assert first.startswith("CDS")
    assert "gone.yaml" in first
    assert last == "cdstrack: không có bản tóm tắt tuần, hoặc bản in không đầy đủ; mã kết thúc 2"
    listed = job("summary", "--list", **named).stdout.decode()
    assert "- Số 1: tuần 33 năm 2022 (15/8–21/8/2022)" in listed
    assert office.name in (here / "crontab").read_text("utf-8").replace(r"\%", "%").replace(
        "'\"'\"'", "'"
    )
