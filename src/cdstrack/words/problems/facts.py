"""The facts of a problem as readers of a language write them: numbers, days and periods.

Owns which facts are numbers and periods. What was typed, or is in a file, is quoted as it is.
"""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from cdstrack.core.problem import Problem

NUMBERS = frozenset(
    {
        *("after", "before", "bounds", "computed", "denominator", "derived", "largest"),
        *("numerator", "of", "parts", "seconds", "stated", "sum", "total"),
    }
)
"""Facts that are, or name, numbers that the program has computed or keeps."""
SIZES = frozenset({"columns", "count", "least", "length", "limit", "lines", "many", "most"})
"""How many there are, or may be: no file writes them."""
PERIODS = frozenset({"earlier", "other", "period", "reported", "sealed"})
"""Facts that are a period, or several."""
_BETWEEN = ", "
_OF_FILES = {"1", "3", "8", "9"}
"""Families about files, whose days and numbers are shown as they are in the file."""
_OF_OPTIONS = "0"
"""The family about what is typed; its numbers are those to type."""
_NUMBER = re.compile(
    r"(?<![\w.,:/-])-?\d+(?:\.\d+)?(?![\w:-]|[.,]\d)|(?<=\d/)\d+(?:\.\d+)?(?![\w.-])"
)
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)[.\d]*Z", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)


def spelled(problem: Problem, language: str) -> Mapping[str, str]:
    """The facts in the language; a fact `why` may have a second one, `why_vi`, in Vietnamese."""
    family = problem.code.removeprefix("CDS")[0]
    spell = _sized if family in _OF_FILES else _spelled
    numbers = SIZES if family in _OF_FILES else NUMBERS | SIZES if family != _OF_OPTIONS else ()
    facts = {name: spell(name, fact, language, numbers) for name, fact in problem.facts.items()}
    if language != "vi":
        return facts
    return facts | {
        name.removesuffix("_vi"): fact for name, fact in facts.items() if name.endswith("_vi")
    }


def _sized(name: str, fact: str, language: str, numbers: Collection[str]) -> str:
    return numbers_in(fact, language) if name in numbers else fact


def _spelled(name: str, fact: str, language: str, numbers: Collection[str]) -> str:
    if instant := _INSTANT.fullmatch(fact):
        fact, time = instant.groups()
        return f"{_spelled(name, fact, language, numbers)} {time} UTC"
    day = _ISO_DAY.fullmatch(fact)
    period = _period(name, fact, language) if name in PERIODS else None
    if period is not None:
        return period
    if day and name != "value" and language == "vi":
        return f"{day[3]}/{day[2]}/{day[1]}"
    return _sized(name, fact, language, numbers)


def _period(name: str, fact: str, language: str) -> str | None:
    from cdstrack.core.record.period import Period
    from cdstrack.words.parse.dates import format_period

    try:
        periods = [Period.parse(each) for each in fact.split(_BETWEEN)]
    except ValueError:
        return None
    return _BETWEEN.join(format_period(each, language, short=name == "earlier") for each in periods)


def numbers_in(text: str, language: str) -> str:
    """The text with its canonical numbers as the language writes them.

    >>> numbers_in("1483/1542 = 96.1738", "vi")
    '1.483/1.542 = 96,1738'
    """
    from cdstrack.words.parse.numbers import format_number

    return _NUMBER.sub(lambda match: format_number(Decimal(match[0]), language), text)
