"""The annex as texts in their places, before it has a format.

Owns the shape: head, table by pillar, notes. Every text is clean and in the reader's language.
"""

from dataclasses import dataclass

from cdstrack.render.annex.notes import Note, Runs


@dataclass(frozen=True, slots=True)
class AnnexTarget:
    """One target: what it asks, the share of it that is reached, and its verdict."""

    target: Runs
    completion: str
    note: str


@dataclass(frozen=True, slots=True)
class AnnexEntry:
    """One indicator; it has one row for each target, or one without any, which has `note`."""

    number: str
    name: str
    unit: str
    result: tuple[Runs, ...]
    lead: str
    targets: tuple[AnnexTarget, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnnexSection:
    """A pillar with its Roman number."""

    number: str
    title: str
    entries: tuple[AnnexEntry, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A small table under a caption: a row for each pillar, a column for each milestone."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """The head of an official document; number, place and day are left blank."""

    body: str
    country: str
    motto: str
    number: str
    place_and_day: str


@dataclass(frozen=True, slots=True)
class Annex:
    """The whole annex. `title` has the lines under its number, `summary` the sentences before the table.

    `columns` are eight headings; `remarks` explain marks; `provenance` says by which knowledge and
    plan.
    """

    language: str
    head: AnnexHead
    number: str
    title: tuple[str, ...]
    attached: str
    summary: tuple[str, ...]
    overview: Overview | None
    columns: tuple[str, ...]
    sections: tuple[AnnexSection, ...]
    empty: str
    remarks: tuple[str, ...]
    notes: tuple[Note, ...]
    provenance: tuple[str, ...]
