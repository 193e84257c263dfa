"""How one reader wants a report: language, width, colour, and the plan that names things.

Owns the choice of a renderer's output, not the output. Loads nothing heavy, so that commands may
name a format in their options.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Indicator, Plan, Target

_SHORT_UNIT = 14
STANDARD_WIDTH = 80
"""Columns where there is no terminal to ask."""


class Format(StrEnum):
    """The forms that a report can take; each command says which of them it offers."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"
    PDF = "pdf"


ENDINGS = {
    ".txt": Format.TEXT,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".md": Format.MARKDOWN,
    ".html": Format.HTML,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
}
"""The formats that the ending of `-o FILE` asks for."""
TABULAR = (Format.TABLE, Format.TEXT, Format.JSON, Format.CSV, Format.MARKDOWN)
"""What a report of rows can be written as."""
OUTLINE = (Format.TABLE, Format.TEXT, Format.MARKDOWN, Format.JSON)
"""What a report read from top to bottom can be written as."""
DOCUMENT = (Format.TEXT, Format.MARKDOWN, Format.JSON, Format.HTML)
"""What the weekly documents can be written as."""
ANNEX = (Format.HTML, Format.DOCX, Format.PDF, Format.XLSX)
"""What the report on the whole plan can be written as, each to a file."""
PARAGRAPH = (Format.TEXT, Format.MARKDOWN, Format.JSON, Format.DOCX)
"""What paragraphs that are ready to be pasted can be written as."""


@dataclass(frozen=True, slots=True)
class View:
    """What every renderer needs beside the report.

    `plan` is the one that the report was built from: reports carry ids, the plan their names.
    `width` is in terminal columns; only tables for a terminal have colour, and only for one that
    says so `links`.
    `kept` gives the citations of documents that only the store has.
    """

    plan: "Plan"
    language: str = "vi"
    width: int = STANDARD_WIDTH
    colour: bool = False
    links: bool = False
    kept: Mapping[str, str] = field(default_factory=dict)

    def name(self, indicator: "Indicator") -> str:
        """The official name of an indicator."""
        return clean(indicator.name.text(self.language))

    def short_name(self, indicator: "Indicator") -> str:
        """The short name of an indicator where there is one."""
        return clean((indicator.short or indicator.name).text(self.language))

    def pillar(self, pillar: str) -> str:
        """The pillar's name, or its id where the plan does not declare it."""
        label = self.plan.pillars.get(pillar)
        return clean(label.text(self.language) if label else pillar)

    def org_unit(self, org_unit: str) -> str:
        """The body's or area's name, or its id where the plan does not declare it."""
        return clean(self.plan.unit_name(org_unit, self.language))

    def short_unit(self, org_unit: str) -> str:
        """The same for a narrow column: a name that is long gives way to the id, which is typed."""
        name = self.org_unit(org_unit)
        return name if len(name) <= _SHORT_UNIT else clean(org_unit)

    def level(self, level: str) -> str:
        """The name of a level of government: the plan's own, else the usual one."""
        from cdstrack.words.labels.vocabulary import LEVEL, label

        declared = self.plan.levels.get(level)
        return clean(
            declared.text(self.language) if declared else label(LEVEL, level, self.language)
        )

    def dimension(self, name: str) -> str:
        """What figures are broken down by: `lĩnh vực`, `huyện`; a level has the plan's name."""
        from cdstrack.words.labels.vocabulary import DIMENSION, label

        declared = self.plan.levels.get(name)
        return clean(
            declared.text(self.language) if declared else label(DIMENSION, name, self.language)
        )

    def asked(self, target: "Target", indicator: "Indicator", *, short: bool = False) -> str:
        """What the target asks, without its due date."""
        from cdstrack.words.labels.target import target_words

        divided = self.dimension(next(iter(indicator.every))) if indicator.every else ""
        return target_words(target, indicator, self.language, short=short, dimension=divided)

    def disaggregation(self, disaggregation: str) -> str:
        """Which part a figure is about: `lĩnh vực: du-lich`; empty for the whole."""
        if not disaggregation:
            return ""
        pairs = (part.partition("=") for part in clean(disaggregation).split(";"))
        return "; ".join(
            f"{self.dimension(name)}: {self._group(name, group)}" for name, _, group in pairs
        )

    def _group(self, dimension: str, group: str) -> str:
        """The name of a group: who gave a score, else a body, else the id."""
        from cdstrack.words.labels.vocabulary import ROLE, label

        return label(ROLE, group, self.language) if dimension == "role" else self.org_unit(group)

    def document(self, document: str) -> str:
        """What a document is cited by: its number, else its title, else its id."""
        declared = self.plan.documents.get(document)
        if declared is None:
            return clean(self.kept.get(document, document))
        return clean(declared.number or declared.title)

    def document_with_id(self, document: str) -> str:
        """The same with the id behind it, by which it is typed."""
        named, key = self.document(document), clean(document)
        return key if named == key else f"{named} ({key})"
