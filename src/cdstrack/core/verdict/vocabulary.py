"""The vocabulary of a verdict: statuses, outlooks, flags and reasons.

Owns the words only (they are also the machine format's words) and imports nothing heavy, so that
labels and completion can use them; `cdstrack.core.verdict.model` decides which one applies.
"""

from enum import StrEnum


class Status(StrEnum):
    """The verdict on a target, in the order of the decision table's good news first."""

    ACHIEVED = "achieved"
    ACHIEVED_LATE = "achieved_late"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    OFF_TRACK = "off_track"
    DETERIORATING = "deteriorating"
    MISSED = "missed"
    OVERDUE = "overdue"
    PENDING = "pending"
    AWAITING_DATA = "awaiting_data"
    INSUFFICIENT_DATA = "insufficient_data"
    NO_DATA = "no_data"
    NOT_APPLICABLE = "not_applicable"


class Outlook(StrEnum):
    """Where the recent pace leads at the due date."""

    REACH = "reach"
    JUST_SHORT = "just_short"
    SHORT = "short"
    AWAY = "away"


class DirectionVerdict(StrEnum):
    """Which way an indicator without a target moves, seen from the wanted direction."""

    IMPROVING = "improving"
    STAGNATING = "stagnating"
    WORSENING = "worsening"


class Flag(StrEnum):
    """A remark that a reader of the verdict should know."""

    ASSUMED_BASELINE = "assumed_baseline"
    YEAR_MISSED = "year_missed"
    APPROXIMATE = "approximate"
    STALE = "stale"
    UNCONFIRMED = "unconfirmed"
    REGRESSED = "regressed"
    FORECAST_SHORT = "forecast_short"
    LOW_CONFIDENCE = "low_confidence"
    PARTIAL_BREAKDOWN = "partial_breakdown"
    MEMBERS_MISSING = "members_missing"
    UNITS_MISSING = "units_missing"
    AHEAD = "ahead"


class Reason(StrEnum):
    """Why a verdict is what it is, or why there is none."""

    NO_THRESHOLD = "no_threshold"
    NO_BASELINE = "no_baseline"
    ONE_FIGURE = "one_figure"
    SPAN_TOO_SHORT = "span_too_short"
    DEFINITION_BREAK = "definition_break"
    FORECAST_REFUSED = "forecast_refused"
    NO_FIGURE_NEAR_DUE = "no_figure_near_due"
    GROUP_MISSING = "group_missing"
    UNDEFINED_FOR_METHOD = "undefined_for_method"
    PART_YEAR = "part_year"
    MEMBERS_MISSING = "members_missing"
    UNITS_MISSING = "units_missing"
    SHORTFALL = "shortfall"
    MEAN_SO_FAR = "mean_so_far"
    REST_MUST_AVERAGE = "rest_must_average"
