"""A store that any released version of cdstrack has made can be read and brought up to date.

`released/schema_<n>.sql` is a store of version `n` with rows of every kind, as the `sqlite3` shell
dumps it. Such a file is never edited; a new version of the schema adds one.
"""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cdstrack.store.connection import APPLICATION_ID
from cdstrack.store.integrity import faults
from cdstrack.store.ledger import open_reader, open_writer
from cdstrack.store.schema import FIRST_ON_SERVER, STEPS, server_step
from cdstrack.store.verification import verify

pytestmark = pytest.mark.in_a_file

RELEASED = sorted((Path(__file__).parent / "released").glob("schema_*.sql"))
FURTHER = (*STEPS, ("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT",))
FINGERPRINTS = (
    "3edffa1d38f8e8aaec12109d0f3344785ec10679a068a2ef2a1754c9d8521efb",
    "27700ad56ad5cfc331d42827a805f0b285b3e8783c3ac18a35b31e4ec8de3bed",
    "406047c8bc16a33b269224a22974d33dec7faa569e92123a3508c164e1d6cc88",
    "1b7a587e46d498def3b184a7d255acb90b8e8681bf685d3dafe3311895644e2b",
    "17545b145b353b9315bcf52d5d00c19276335deb3e192953bf8152ecae5161fb",
    "56011a54e1f2fe759f4b52602456945b1147a0c3fb98381cbf8692eba87e2801",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
)
"""The SHA-256 of each step that was released: a step is never edited."""
FINGERPRINTS_ON_SERVER = {
    4: "9a24c2d9d0788110c60b0a52c45fa7c7d1f6cc9f7b63b6cdbade7d904c711fe1",
    5: "0da87ebcb98b1338a4fb472929529e18e40e67eb32a39b3bbb673c6a454fcd95",
    6: "73c444602bc7dfd8f7bccfcde5cbae6951863be067c806ac60eaaba7f15280cd",
    7: "ecdc6a318ca1af9012d213f3f5e43f8129f70aa35ffc9f507af2b191ebd2fc8d",
}


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    store = tmp_path / "cdstrack.db"
    version = int(request.param.stem.removeprefix("schema_"))
    with closing(sqlite3.connect(store)) as file:
        file.executescript(request.param.read_text(encoding="utf-8"))
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute(f"PRAGMA user_version = {version}")
    return store


def test_there_is_a_store_of_every_version() -> None:
    assert [path.stem for path in RELEASED] == [f"schema_{n + 1}" for n in range(len(STEPS))]


def test_a_step_that_was_released_is_never_edited() -> None:
    told = tuple(hashlib.sha256("\n".join(step).encode()).hexdigest() for step in STEPS)
    assert told == FINGERPRINTS
    numbers = range(FIRST_ON_SERVER, len(STEPS) + 1)
    on_server = {n: hashlib.sha256(server_step(n).encode()).hexdigest() for n in numbers}
    assert on_server == FINGERPRINTS_ON_SERVER


def test_everything_in_it_is_read_as_it_was_recorded(released: Path) -> None:
    with open_writer(released):
        pass
    assert faults(released) == []
    assert verify(released).problems == ()
    with open_reader(released) as ledger:
        kinds = [str(act.kind) for act in ledger.submissions()]
        assert kinds == [
            *(
                "summary",
                "acknowledge",
                "undo",
                "document",
                "withdraw",
                "correct",
                "import",
                "record",
            ),
        ]
        figures = ledger.current()
        assert [(each.indicator, each.period.text, str(each.value)) for each in figures] == [
            ("giao-dich", "2022-06", "1200"),
            ("ho-so-cap-tinh", "2022-07-31", "67.842324"),
        ]
        assert figures[1].stated is not None
        assert (str(figures[1].stated), figures[1].note) == ("68", "nguồn: báo cáo tháng 7")
        assert ledger.undone() == frozenset({5})
        assert [each.problem[:6] for each in ledger.acknowledgements()] == ["CDS506"]
        assert ledger.documents() == []
        assert len(ledger.plan_versions()) == 1
        assert [each.number for each in ledger.summaries()] == [1]


def test_a_later_version_takes_it_over_with_all_its_rows(released: Path) -> None:
    with closing(sqlite3.connect(released)) as file:
        before = file.execute("SELECT * FROM observation ORDER BY id").fetchall()
    with open_writer(released, steps=FURTHER) as ledger:
        assert len(ledger.submissions()) == 8
    with closing(sqlite3.connect(released)) as file:
        assert file.execute("SELECT * FROM observation ORDER BY id").fetchall() == before
        assert file.execute("PRAGMA user_version").fetchone() == (len(FURTHER),)
    assert [path.name for path in (released.parent / "backups").iterdir()] == [
        f"cdstrack-before-version-{len(FURTHER)}.db"
    ]
