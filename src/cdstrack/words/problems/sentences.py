"""Problems in words: the sentence and the remedy for each code, in both languages.

Owns how a code and its facts become a sentence. The sentences themselves are data: one TOML file
per family, given by the hundreds digit of the code; only the requested family is loaded.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from cdstrack.core.problem import Problem
from cdstrack.words.parse.clean import clean

FAMILIES = {
    "0": "cli",
    "1": "plan",
    "2": "figure",
    "3": "importing",
    "4": "store",
    "5": "check",
    "6": "summary",
    "7": "record",
    "8": "units",
    "9": "derived",
}
"""The file beside this module that holds the sentences of `CDS<digit>xx`."""

ALTERNATIVE = " || "
_LONGEST_FACT = 260
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_AS_TYPED = {"1", "3", "8", "9"}
"""Families about files, whose days and numbers are shown as they are in the file."""
_NUMBERS = {"stated", "computed"}
_FACT = re.compile(r"\{([a-z_]+)\}")
_ASKED = re.compile(r"^\[([a-z_]+)\] ?")


class Sentences(NamedTuple):
    """What is wrong and how to correct it, in Vietnamese and in English.

    `{name}` is a placeholder for a fact of the problem. A text may offer several wordings joined by
    ` || `: the first one whose facts are all known and not empty is used, else the last one.
    `[name]` at the beginning of a wording requires a fact without showing it. A remedy may be
    empty.
    """

    vi: str
    en: str
    fix_vi: str = ""
    fix_en: str = ""


@cache
def texts(family: str) -> dict[str, Sentences]:
    """All sentences of one family, by code; `family` is the hundreds digit.

    Raises:
        KeyError: There is no such family.
    """
    found = _family(family)
    return {code: Sentences(**said) for code, said in found.items() if isinstance(said, dict)}


def family_title(family: str) -> str:
    """What the codes of a family are about, for the page that lists them."""
    return str(_family(family)["title"])


def _family(family: str) -> dict[str, str | dict[str, str]]:
    import tomllib

    file = resources.files("cdstrack.words.problems").joinpath(f"{FAMILIES[family]}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def sentence(problem: Problem, language: str) -> str:
    """What is wrong, in one line; a fact `typed_at` says at which option it was typed.

    Raises:
        KeyError: The code has no sentences, which is a bug that a test finds.
    """
    found = _sentences(problem)
    words = _filled(found.en if language == "en" else found.vi, problem, language)
    option = problem.facts.get("typed_at")
    return f"{_shown(option)}: {words}" if option else words


def remedy(problem: Problem, language: str) -> str:
    """What to do about it, in one line; empty if there is nothing to add.

    Raises:
        KeyError: The code has no sentences, which is a bug that a test finds.
    """
    found = _sentences(problem)
    return _filled(found.fix_en if language == "en" else found.fix_vi, problem, language)


def _sentences(problem: Problem) -> Sentences:
    return texts(problem.code.removeprefix("CDS")[0])[problem.code]


def _filled(text: str, problem: Problem, language: str) -> str:
    wordings = text.split(ALTERNATIVE)
    known = {name for name, fact in problem.facts.items() if fact}
    complete = (words for words in wordings if known.issuperset(_facts_of(words)))
    chosen = _ASKED.sub("", next(complete, wordings[-1]))
    # One pass over the text: braces inside a fact are never looked at.
    facts = _spelled(problem) if language == "vi" else problem.facts
    return _FACT.sub(lambda match: _shown(facts.get(match[1], match[0])), chosen)


def _spelled(problem: Problem) -> Mapping[str, str]:
    """The facts with days and numbers as Vietnamese readers write them; entered text is unchanged.

    A fact `why` may have a second one, `why_vi`, with its words in Vietnamese.
    """
    spelled = dict(problem.facts)
    if problem.code.removeprefix("CDS")[0] not in _AS_TYPED:
        spelled = {name: _spelled_fact(name, fact) for name, fact in spelled.items()}
    return spelled | {name.removesuffix("_vi"): fact for name, fact in _vietnamese(spelled)}


def _vietnamese(facts: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, fact) for name, fact in facts.items() if name.endswith("_vi")]


def _spelled_fact(name: str, fact: str) -> str:
    day = _ISO_DAY.fullmatch(fact)
    if day and name != "value":
        return f"{day[3]}/{day[2]}/{day[1]}"
    return fact.replace(".", ",") if name in _NUMBERS else fact


def _facts_of(wording: str) -> list[str]:
    return [*_FACT.findall(wording), *_ASKED.findall(wording)]


def _shown(fact: str) -> str:
    """A fact on one line, without what steers a terminal, and not longer than anybody reads."""
    words = clean(fact)
    return words if len(words) <= _LONGEST_FACT else words[: _LONGEST_FACT - 1] + "…"
