"""An empty store, and short ways to make an act and a figure."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from cdstrack.core.record.acts import (
    Acknowledgement,
    Act,
    ActKind,
    Entry,
    IssuedSummary,
    SourceDocument,
)
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.store.address import Address, read_address
from cdstrack.store.ledger import create_store

NOON = datetime(2022, 8, 21, 12, tzinfo=UTC)


@pytest.fixture
def store(store_url: str) -> Address:
    place = read_address(store_url)
    create_store(place)
    return place


@pytest.fixture
def act() -> Callable[..., Act]:
    """An act of recording at noon on 21/8/2022, unless told otherwise."""

    def made(**changes: Any) -> Act:
        usual: dict[str, Any] = {
            "kind": ActKind.RECORD,
            "by": "lan",
            "at": NOON,
            "plan_digest": "d1",
            "plan_text": "schema: 1\n",
            "program": "0.1.0",
        }
        return Act(**{**usual, **changes})

    return made


@pytest.fixture
def figure() -> Callable[..., Observation]:
    """A figure for July 2022, unless told otherwise."""

    def made(value: str | None = "75", period: str = "2022-07", **changes: Any) -> Observation:
        usual: dict[str, Any] = {
            "indicator": "ho-so-cap-tinh",
            "org_unit": "tinh-mau",
            "period": Period.parse(period),
            "value": None if value is None else Decimal(value),
            "entered": value or "",
        }
        return Observation(**{**usual, **changes})

    return made


@pytest.fixture
def one_of_each(figure: Callable[..., Observation]) -> list[Entry]:
    """Figures, a document, a warning accepted and a page: an entry for each table that acts fill."""
    page = IssuedSummary(
        number=1,
        week="2022-W33",
        as_of=date(2022, 8, 21),
        known_at=None,
        plan_digest="d1",
        language="vi",
        text="Tuần 33",
    )
    document = SourceDocument(key="bc-1", title="Báo cáo")
    seen = Acknowledgement("CDS501", "đúng")
    return [figure("75"), figure("76", "2022-08"), document, seen, page]
