"""The option wins over the environment, and the environment over the default."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cdstrack.cli.app import settings
from cdstrack.cli.app.clock import read_as_of, read_clock, read_known_at
from cdstrack.cli.app.settings import Colour, Origin, Setting, Settings, Wanted
from cdstrack.core.problem import RefusedError

SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")


def refused(error: pytest.ExceptionInfo[RefusedError]) -> str:
    """The code of the one problem."""
    [problem] = error.value.problems
    return problem.code


@pytest.mark.parametrize(
    ("typed", "environ", "found"),
    [
        ("a.yaml", {"CDSTRACK_PLAN": "b.yaml"}, Setting(Path("a.yaml"), Origin.OPTION, "--plan")),
        (
            None,
            {"CDSTRACK_PLAN": "b.yaml"},
            Setting(Path("b.yaml"), Origin.ENVIRONMENT, "CDSTRACK_PLAN"),
        ),
        (None, {"CDSTRACK_PLAN": ""}, Setting(Path("targets.yaml"), Origin.DEFAULT, "")),
        (None, {}, Setting(Path("targets.yaml"), Origin.DEFAULT, "")),
    ],
)
@pytest.mark.usefixtures("sample")
def test_the_plan_is_named_found_or_inherited(
    typed: str | None, environ: dict[str, str], found: Setting[Path | None]
) -> None:
    assert Settings(Wanted(plan=typed), environ).plan == found


def test_the_store_lies_beside_the_plan_unless_named() -> None:
    plan = {"CDSTRACK_PLAN": "office/targets.yaml"}
    both = {**plan, "CDSTRACK_DB": "x.db"}
    assert Settings(Wanted(), plan).store.value == Path("office/data/cdstrack.db")
    assert Settings(Wanted(), both).store.value == Path("x.db")
    assert Settings(Wanted(db="y.db"), both).store.value == Path("y.db")


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"CDSTRACK_LANG": "vi", "LANG": "en_US.UTF-8"}, "vi"),
        ({"CDSTRACK_LANG": "fr", "LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "vi_VN", "LANG": "C"}, "vi"),
        ({}, "en"),
    ],
)
def test_help_speaks_the_language_of_the_variable_or_of_the_locale(
    environ: dict[str, str], language: str
) -> None:
    assert settings.help_language(environ) == language


@pytest.mark.parametrize(
    ("typed", "environ", "colour"),
    [
        (None, {}, "auto"),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, "never"),
        (None, {"NO_COLOR": ""}, "auto"),
        (None, {"FORCE_COLOR": "1"}, "auto"),
        (None, {"FORCE_COLOR": "1", "TERM": "dumb"}, "never"),
        (None, {"TERM": "dumb"}, "never"),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, "always"),
        ("never", {"FORCE_COLOR": "1"}, "never"),
    ],
)
def test_colour_is_asked_for_forbidden_or_left_to_the_terminal(
    typed: str | None, environ: dict[str, str], colour: str
) -> None:
    wanted = None if typed is None else Colour(typed)
    assert Settings(Wanted(color=wanted), environ).colour.value == colour


@pytest.mark.parametrize("typed", ["39", "1001", "-80", "80.5", "١٠٠", "1e2", "", "9" * 5000])
def test_a_width_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError) as error:
        Settings(Wanted(width=typed), {}).width  # noqa: B018 - it is looked up
    assert refused(error) == "CDS013"


def test_who_records_is_cleaned_and_must_be_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Settings(Wanted(), {"CDSTRACK_USER": " La\x1b[31mn\u202e "}).user
    assert found == Setting("Lan", Origin.ENVIRONMENT, "CDSTRACK_USER")
    monkeypatch.setenv("LOGNAME", "root")
    assert Settings(Wanted(), {}).user.value == "root"
    for nobody in ("\x07", "x" * 101):
        with pytest.raises(RefusedError) as error:
            Settings(Wanted(), {"CDSTRACK_USER": nobody}).user  # noqa: B018 - it is looked up
        assert refused(error) == "CDS014"


def test_a_day_set_by_hand_is_noon_in_the_zone_of_the_plan() -> None:
    clock = read_clock({"CDSTRACK_TODAY": "2022-08-31"}, SAIGON)
    assert (clock.today, clock.by_hand) == (date(2022, 8, 31), True)
    assert clock.now == datetime(2022, 8, 31, 5, tzinfo=UTC)


def test_an_instant_set_by_hand_may_be_another_day_in_the_zone_of_the_plan() -> None:
    clock = read_clock({"CDSTRACK_TODAY": "2022-08-31T18:30:00Z"}, SAIGON)
    assert clock.today == date(2022, 9, 1)
    assert clock.now == datetime(2022, 8, 31, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["31/8/2022", "2022-02-30", "2022-08-31T09:00:00", "now", "9999-12-31T23:59:59-14:00"]
)
def test_a_clock_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(RefusedError) as error:
        read_clock({"CDSTRACK_TODAY": text}, SAIGON)
    assert refused(error) == "CDS015"


def test_the_real_clock_is_not_marked() -> None:
    clock = read_clock({}, SAIGON)
    assert not clock.by_hand
    assert abs(datetime.now(UTC) - clock.now).total_seconds() < 60


def test_a_day_stands_for_its_last_moment_in_the_zone_of_the_plan() -> None:
    known = read_known_at("2022-08-21", SAIGON)
    assert known is not None
    assert known.isoformat() == "2022-08-21T16:59:59.999999+00:00"
    assert read_known_at(None, SAIGON) is None


def test_as_of_is_read_as_it_is_typed_and_is_today_otherwise() -> None:
    today = date(2022, 8, 31)
    assert read_as_of("31/12/2025", today) == date(2025, 12, 31)
    assert read_as_of(None, today) == today
