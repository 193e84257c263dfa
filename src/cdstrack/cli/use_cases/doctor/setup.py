"""The input of `doctor`: the settings to examine, and the language of its lines."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cdstrack.cli.app.clock import Clock, read_clock, read_zone
from cdstrack.cli.app.plan_version import Plans
from cdstrack.cli.app.settings import Settings
from cdstrack.core.problem import RefusedError
from cdstrack.words.talk.general import talk_text


@dataclass(frozen=True, slots=True)
class Setup:
    """What is examined; `language` is that of the lines, even if the setting is invalid.

    `columns` is the width of the output, `on_terminal` whether it is a terminal.
    """

    settings: Settings
    plans: Plans
    language: str
    columns: int
    on_terminal: bool

    def say(self, key: str, **facts: str) -> str:
        """A sentence of `cdstrack.words.talk.general`."""
        return talk_text(f"doctor.{key}", self.language, facts)

    @property
    def zone(self) -> ZoneInfo:
        """The plan's time zone; UTC without a plan."""
        try:
            return self.plans.zone
        except RefusedError:
            return read_zone("UTC")

    @property
    def clock(self) -> Clock:
        """Today and now."""
        return read_clock(self.settings.environ, self.zone)
