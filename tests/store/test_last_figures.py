"""What the record has of a series, asked for many series at once before figures are added."""

from collections.abc import Callable, Sequence

from cdstrack.core.checks.last_figures import Last
from cdstrack.core.record.acts import Act, Withdrawal
from cdstrack.core.record.columns import Series
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.store.address import Address
from cdstrack.store.ledger import open_writer

PLAIN: Series = ("ho-so-cap-tinh", "tinh-mau", "")
CORRECTED: Series = ("ho-so-cap-tinh", "xa-1", "")
WITHDRAWN: Series = ("ho-so-cap-tinh", "xa-2", "")
OF_ONE_DAY: Series = ("ho-so-cap-tinh", "xa-3", "")
UNKNOWN: Series = ("ho-so-cap-tinh", "xa-4", "")
OF_A_PART: Series = ("ho-so-cap-tinh", "tinh-mau", "nu")
WITHOUT_NUMBER: Series = ("ho-so-cap-xa", "tinh-mau", "")


def asked(store: Address, *series: Series) -> Sequence[Last | None]:
    with open_writer(store) as ledger, ledger.writing() as write:
        return write.bulk().lasts(series)


def test_the_last_figure_of_each_series_is_told_where_it_is_certain(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    july = Period.parse("2022-07")
    with open_writer(store) as ledger:
        # The latest period need not be recorded last.
        figures = [figure("76", "2022-08"), figure("75"), figure("74", "2022-01")]
        figures += [figure(period=text, org_unit="xa-1") for text in ("2022-06", "2022-07")]
        figures += [figure(period=text, org_unit="xa-2") for text in ("2022-06", "2022-07")]
        figures += [figure(period=text, org_unit="xa-3") for text in ("2022-06", "2022-Q2")]
        figures += [figure("5", "2022-05", disaggregation="nu")]
        figures += [figure(None, "2022-05", indicator="ho-so-cap-xa", not_available="chưa có")]
        ledger.append(act(), figures)
        ledger.append(act(), [figure("77", "2022-06", org_unit="xa-1")])
        ledger.append(act(), [Withdrawal(*WITHDRAWN[:2], july)])
    assert asked(store, UNKNOWN, PLAIN, OF_A_PART, WITHOUT_NUMBER, PLAIN) == [
        None,
        ("2022-08-31", 76_000_000, "2022-08", 3),
        ("2022-05-31", 5_000_000, "2022-05", 1),
        ("2022-05-31", None, "2022-05", 1),
        ("2022-08-31", 76_000_000, "2022-08", 3),
    ]
    found = asked(store, CORRECTED, WITHDRAWN, OF_ONE_DAY)
    assert [last and last[:2] for last in found] == [
        ("2022-07-31", None),
        ("2022-07-31", None),
        ("2022-06-30", None),
    ]


def test_nothing_is_told_of_what_the_same_act_has_added(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as ledger:
        ledger.append(act(), [figure("75")])
        with ledger.writing() as write:
            bulk = write.bulk()
            write.append(act(), [figure("76", "2022-08"), figure("9", org_unit="xa-4")])
            assert bulk.lasts([PLAIN, UNKNOWN]) == [("2022-07-31", 75_000_000, "2022-07", 1), None]


def test_an_empty_record_is_not_asked(store: Address) -> None:
    assert asked(store, PLAIN, UNKNOWN) == [None, None]
