"""The options that commands share, as they were typed.

Owns their spelling: typer reads them off the fields of `Given`.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass, fields
from typing import Annotated, Any

from cdstrack.cli.app.completion import (
    complete_indicator,
    complete_level,
    complete_milestone,
    complete_org_unit,
    complete_pillar,
    complete_status,
)
from cdstrack.cli.app.options import Text, Texts, flag, option
from cdstrack.cli.app.settings import Colour, Language, Wanted
from cdstrack.core.plan.vocabulary import MethodName
from cdstrack.render.view import Format


@dataclass(frozen=True, slots=True)
class Given:
    """The shared options; None where one was not typed."""

    plan: Annotated[Text, option("--plan", metavar="FILE")] = None
    db: Annotated[Text, option("--db", metavar="STORE")] = None
    lang: Annotated[Language | None, option("--lang", metavar="vi|en")] = None
    color: Annotated[Colour | None, option("--color", metavar="WHEN")] = None
    width: Annotated[Text, option("--width", metavar="N")] = None
    no_pager: Annotated[bool | None, flag("--no-pager")] = None
    format: Annotated[Format | None, option("--format", metavar="FORMAT")] = None
    output: Annotated[Text, option("--output", "-o", metavar="FILE")] = None
    as_of: Annotated[Text, option("--as-of", metavar="DATE")] = None
    known_at: Annotated[Text, option("--known-at", metavar="TIME")] = None
    plan_at: Annotated[Text, option("--plan-at", metavar="DATE|DIGEST")] = None
    method: Annotated[MethodName | None, option("--method", metavar="NAME")] = None

    pillar: Annotated[Texts, option("--pillar", metavar="ID", complete=complete_pillar)] = None
    level: Annotated[Texts, option("--level", metavar="ID", complete=complete_level)] = None
    status: Annotated[Texts, option("--status", metavar="STATUS", complete=complete_status)] = None
    lead: Annotated[Texts, option("--lead", metavar="ID", complete=complete_org_unit)] = None
    indicator: Annotated[
        Texts, option("--indicator", metavar="ID", complete=complete_indicator)
    ] = None

    milestone: Annotated[
        Texts, option("--milestone", metavar="YEAR|DATE", complete=complete_milestone)
    ] = None

    def over(self, earlier: "Given") -> "Given":
        """These options where given, else those given before the command."""
        own = {each.name: getattr(self, each.name) for each in fields(self)}
        return Given(
            **{
                name: getattr(earlier, name) if value is None else value
                for name, value in own.items()
            }
        )

    def named(self, names: tuple[str, ...]) -> dict[str, list[str] | None]:
        """The values of options that may be repeated, by name."""
        return {name: getattr(self, name) for name in names}

    @property
    def wanted(self) -> Wanted:
        """Those of every command."""
        return Wanted(self.plan, self.db, self.lang, self.color, self.width)


def take_out(names: tuple[str, ...], typed: MutableMapping[str, Any]) -> Given:
    """The shared options `names`, taken out of all the values typed; what is left are the own."""
    values = {name: typed.pop(name) for name in names}
    # Typer gives an empty tuple for an option that may be repeated and was not given.
    return Given(
        **{name: value or None if value == () else value for name, value in values.items()}
    )
