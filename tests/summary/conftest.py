"""A small plan, figures recorded at given instants, and the page that comes of them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cdstrack.core.plan.model import MethodName, Plan, State
from cdstrack.core.record.acts import Act, ActKind, Change, Entry, Submission
from cdstrack.core.record.observation import Observation, number_of, to_decimal
from cdstrack.core.record.period import Period
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.weekly.as_known import KnownRecord
from cdstrack.core.weekly.obligations import OwnersReport, build_owners
from cdstrack.core.weekly.summary import SummaryReport, build_summary
from cdstrack.core.weekly.week import Week
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import read_plan
from cdstrack.store.ledger import create_store, open_writer

PLAN = Path(__file__).parent / "plan.yaml"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

Figure = Callable[..., Observation]
Page = Callable[..., SummaryReport]
Recorded = Callable[..., Submission]


@pytest.fixture(scope="session")
def plan_file() -> PlanFile:
    return read_plan(PLAN)


@pytest.fixture(scope="session")
def plan(plan_file: PlanFile) -> Plan:
    assert plan_file.plan is not None
    return plan_file.plan


@pytest.fixture(scope="session")
def figure(plan: Plan) -> Figure:
    """A figure: `75`, `981/1446`, `31/63` or a state; `reported` and the like as named."""

    def made(indicator: str, value: str, on: str, **others: Any) -> Observation:
        kept: dict[str, Any] = {"org_unit": "tinh-mau", "entered": value, **others}
        if isinstance(kept.get("reported"), str):
            kept["reported"] = Period.parse(kept["reported"])
        if isinstance(kept.get("stated"), str):
            kept["stated"] = Decimal(kept["stated"])
        observation = Observation(
            indicator=indicator, period=Period.parse(on), **_value(value), **kept
        )
        if observation.numerator is None:
            return observation
        if plan.by_id[indicator].unit == "rank":
            return observation.model_copy(update={"value": observation.numerator})
        share = number_of(observation, plan.by_id[indicator].unit)
        assert share is not None
        return observation.model_copy(update={"value": to_decimal(share)})

    return made


@pytest.fixture(scope="session")
def submitted(plan_file: PlanFile) -> Callable[..., Submission]:
    """An act at an instant, as the store keeps it."""

    def made(number: int, at: str, kind: ActKind = ActKind.RECORD, **others: Any) -> Submission:
        kept = {"by": "lan", "plan_digest": plan_file.digest, "program": "cdstrack", **others}
        return Submission(id=number, kind=kind, at=datetime.fromisoformat(at), **kept)

    return made


@pytest.fixture
def page(plan: Plan, plan_file: PlanFile, submitted: Callable[..., Submission]) -> Page:
    """The page of a week from figures; those without a submission were recorded at noon of W33."""

    def made(
        week: str,
        figures: Iterable[Observation],
        acts: Iterable[Submission] = (),
        changes: Iterable[Change] = (),
        **header: Any,
    ) -> SummaryReport:
        known = {act.id: act for act in acts} or {1: submitted(1, "2022-08-17T05:00:00+00:00")}
        numbered = tuple(
            each.model_copy(update={"id": n, "submission": each.submission or 1})
            for n, each in enumerate(figures, 1)
        )
        record = KnownRecord(numbered, known, tuple(changes))
        top = ReportHeader(
            report="summary",
            plan_id=plan.plan.id,
            plan_title=plan.plan.title,
            plan_digest=plan_file.digest,
            as_of=date(2000, 1, 1),
            known_at=record.last.at if record.last else None,
            method=MethodName.LINEAR,
            timezone=plan.plan.timezone,
        )
        return build_summary(plan, record, replace(top, **header), Week.parse(week), ZONE)

    return made


@pytest.fixture
def office(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the plan and an empty store, named by variables."""
    (folder / "data").mkdir()
    target = folder / "targets.yaml"
    target.write_bytes(PLAN.read_bytes())
    create_store(folder / "data/cdstrack.db")
    monkeypatch.setenv("CDSTRACK_PLAN", str(target))
    monkeypatch.setenv("CDSTRACK_DB", str(folder / "data/cdstrack.db"))
    return folder


@pytest.fixture
def recorded(office: Path, plan_file: PlanFile) -> Recorded:
    """Records entries in the office's store at an instant."""

    def keep(
        at: str, *entries: Entry, kind: ActKind = ActKind.RECORD, reason: str | None = None
    ) -> Submission:
        act = Act(
            kind=kind,
            by="lan",
            at=datetime.fromisoformat(at).astimezone(UTC),
            plan_digest=plan_file.digest,
            plan_text=plan_file.text,
            program="cdstrack",
            reason=reason,
        )
        with open_writer(office / "data/cdstrack.db") as ledger:
            return ledger.append(act, entries)

    return keep


def _value(text: str) -> dict[str, Any]:
    if text in set(State):
        return {"state": State(text)}
    if text.startswith("na:"):
        return {"not_available": text.removeprefix("na:")}
    part, _, whole = text.partition("/")
    if whole:
        return {"numerator": Decimal(part), "denominator": Decimal(whole)}
    return {"value": Decimal(part)}


@pytest.fixture
def week_33(recorded: Recorded, figure: Figure) -> None:
    """What was recorded by the end of week 33 of 2022."""
    recorded(
        "2022-07-15T03:00:00+00:00",
        figure("ho-so", "1483/2400", "2022-06-30", document="bao-cao-6"),
    )
    recorded(
        "2022-08-18T03:00:00+00:00",
        figure("ho-so", "1407/2400", "2022-07-31", document="bao-cao-7"),
    )


@pytest.fixture
def full(figure: Figure, page: Page, submitted: Callable[..., Submission]) -> SummaryReport:
    """A week in which everything happened."""
    old = figure("xep-hang", "39/63", "2020", reported="2021-05-01")
    new = figure("xep-hang", "33/63", "2020", reported="2021-05-01", submission=2)
    added = figure("dich-vu", "70", "2021-12-31", reported="2022-03-01", submission=3)
    figures = [
        figure(
            "ho-so", "1483/2400", "2022-06-30", stated="80.2", document="bao-cao-6", submission=4
        ),
        figure("ho-so", "1407/2400", "2022-07-31", document="bao-cao-7", note="Rà soát danh mục"),
        figure("ho-so", "30", "2022-07-31", reported="2022-08-17", org_unit="huyen-a"),
        new,
        figure("xep-hang", "31/63", "2021", reported="2022-08-18", submission=5),
        figure(
            "ho-so-truc-tuyen", "900", "2021-01-01/2021-07-31", reported="2021-08-10", submission=4
        ),
        figure("ho-so-truc-tuyen", "1200", "2022-01-01/2022-07-31", document="bao-cao-7"),
        added,
        figure("dich-vu", "81.5", "2022-08-16", reported="2022-08-19", qualifier="about"),
        figure("kho-du-lieu", "in-progress", "2022-05-31", reported="2022-06-01", submission=4),
    ]
    acts = [
        submitted(1, "2022-08-17T05:00:00+00:00"),
        submitted(2, "2022-08-18T05:00:00+00:00", ActKind.CORRECT, reason="đánh máy nhầm"),
        submitted(3, "2022-08-18T06:00:00+00:00"),
        submitted(4, "2022-07-15T05:00:00+00:00"),
        submitted(5, "2022-09-20T02:10:05.000001+00:00"),
    ]
    changes = [Change(2, old.cell, old, new), Change(3, added.cell, None, added)]
    return page("2022-W33", figures, acts, changes)


@pytest.fixture
def owners(plan: Plan, full: SummaryReport) -> OwnersReport:
    header = replace(full.after.header, report="owners")
    latest = [item.latest for item in full.after.items if item.latest]
    return build_owners(plan, replace(full.after, header=header), latest)
