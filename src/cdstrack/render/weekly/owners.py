"""Who is responsible for what and owes what: the owners' page and the reminder to one body.

Owns the order and the words of both documents.
"""

from collections.abc import Iterable

from cdstrack import __version__
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.obligations import Duty, Owed, Owner, OwnersReport
from cdstrack.render.members import partial_words
from cdstrack.render.page.header_footer import DIGEST_SHOWN, notices
from cdstrack.render.page.layout import Chapter, Document, Item, Passage, item, sentence
from cdstrack.render.view import View
from cdstrack.render.weekly.figures import FigureFormatter, value
from cdstrack.render.weekly.summary import head_line, known_at_line
from cdstrack.render.weekly.tasks import owed_item, owed_items, owner_name
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_age


def owners_document(report: OwnersReport, view: View) -> Document:
    """Each body and person with their indicators, then the figures that they owe."""
    formatter = FigureFormatter(view, {})
    parts = tuple(_owner(owner, report.header, formatter) for owner in report.owners)
    empty = (Chapter("", (Passage(text=formatter.say("no_targets")),)),)
    return Document(
        language=view.language,
        heading=_heading("owners_title", report.header, formatter),
        opening=notices(report.header, view),
        chapters=parts or empty,
        foot_title=formatter.say("foot"),
        foot=_foot(report.header, formatter),
    )


def reminder_document(report: OwnersReport, lead: str, view: View) -> Document:
    """The text that asks one body for the figures it owes; where it owes none, it says so."""
    formatter = FigureFormatter(view, {})
    held = [owner for owner in report.owners if owner.lead == lead]
    owed = [each for owner in held for each in owner.owed]
    day = plain_day(report.header.as_of, view.language)
    facts = {"lead": view.org_unit(lead), "day": day, "n": len(owed)}
    if not owed:
        texts = (formatter.say("remind_nothing", **facts), _closed(lead, report.header, formatter))
        blocks = tuple(Passage(text=text) for text in texts if text)
    else:
        asked = (_asked(owner, report.header, formatter) for owner in held if owner.owed)
        opening, how = formatter.say("remind_asked", **facts), formatter.say("remind_how")
        blocks = (Passage(text=opening), *asked, Passage(text=how))
    return Document(
        language=view.language,
        heading=(
            *_heading("remind_title", report.header, formatter),
            formatter.say("remind_to", **facts),
        ),
        opening=(),
        chapters=(Chapter("", blocks),),
        foot_title=formatter.say("foot"),
        foot=_foot(report.header, formatter),
    )


def _heading(key: str, header: ReportHeader, formatter: FigureFormatter) -> tuple[str, ...]:
    title = clean(header.plan_title.text(formatter.language))
    day = plain_day(header.as_of, formatter.language)
    return (formatter.say(key), title, formatter.say("as_of", day=day))


def _owner(owner: Owner, header: ReportHeader, formatter: FigureFormatter) -> Chapter:
    name = owner_name(owner, formatter)
    title = formatter.say("owner", name=name[:1].upper() + name[1:], n=len(owner.duties))
    duties = Passage("", _duties(owner.duties, formatter))
    if not owner.owed:
        return Chapter(title, (duties, Passage(text=formatter.say("nothing_owed"))))
    asked = owed_items(owner.owed, header.as_of, formatter)
    return Chapter(title, (duties, Passage(formatter.say("owed_list", n=len(owner.owed)), asked)))


def _duties(duties: Iterable[Duty], formatter: FigureFormatter) -> tuple[Item, ...]:
    """What has a figure, is computed or had another lead one by one; the others by verdict."""
    single, silent = [], dict[str, list[str]]()
    for duty in duties:
        found = duty.item
        speaks = found.latest is not None or found.indicator.composite is not None
        speaks = speaks or bool(partial_words(found, formatter.language))
        if speaks or found.status is None or _history(duty, formatter):
            single.append(_duty(duty, formatter))
            continue
        verdict = label(STATUS, found.status, formatter.language)
        silent.setdefault(verdict, []).append(formatter.view.short_name(found.indicator))
    together = (_together(*each, formatter) for each in silent.items())
    return (*single, *together)


def _together(verdict: str, names: list[str], formatter: FigureFormatter) -> Item:
    listed = formatter.say("and").join(names)
    return item(sentence(formatter.say("duties", verdict=verdict, n=len(names), names=listed)))


def _duty(duty: Duty, formatter: FigureFormatter) -> Item:
    """One indicator: verdict and age of its figure, and whose it was before."""
    found, language = duty.item, formatter.language
    status, figure = found.status, _figure(duty, formatter)
    told = formatter.say(
        "duty" if figure else "duty_bare",
        name=formatter.view.name(found.indicator),
        verdict=label(STATUS, status, language) if status else formatter.say("no_target"),
        figure=figure,
    )
    return item(sentence(told), sentence(_history(duty, formatter)))


def _figure(duty: Duty, formatter: FigureFormatter) -> str:
    found, language = duty.item, formatter.language
    if found.latest is None or found.age_days is None:
        incomplete = partial_words(found, language)
        # "no data" says it already.
        told = "" if found.status is Status.NO_DATA else formatter.say("owed_never")
        return incomplete or told
    stale = formatter.say("is_stale") if found.stale else ""
    return formatter.say(
        "duty_figure",
        value=value(found.latest, found.indicator, formatter),
        period=plain_period(found.latest.period, language),
        age=format_age(found.age_days, language),
        stale=stale,
    )


def _history(duty: Duty, formatter: FigureFormatter) -> str:
    """Since when the body leads and after whom; and whose duties it took over."""
    responsible, told = duty.responsible, []
    if responsible is None:
        return ""
    if responsible.since is not None:
        facts = {"day": plain_day(responsible.since, formatter.language)}
        before = formatter.view.org_unit(responsible.before) if responsible.before else ""
        told.append(
            formatter.say("leads_after" if before else "leads_since", before=before, **facts)
        )
    if responsible.inherited is not None:
        told.append(formatter.say("inherits", unit=formatter.view.org_unit(responsible.inherited)))
    return formatter.say("and").join(told)


def _asked(owner: Owner, header: ReportHeader, formatter: FigureFormatter) -> Passage:
    title = formatter.say("in_charge", person=clean(owner.person)) if owner.person else ""
    return Passage(title, tuple(_asked_item(each, header, formatter) for each in owner.owed))


def _asked_item(owed: Owed, header: ReportHeader, formatter: FigureFormatter) -> Item:
    """The figure owed, and each target that it is asked for."""
    first = owed_item(owed, header.as_of, formatter, in_full=True).lines
    targets = (
        formatter.say(
            "asked_for",
            milestone=due_words(line.target.due, formatter.language),
            target=formatter.view.asked(line.target, owed.item.indicator),
        )
        for line in owed.item.targets
    )
    return item(*first, *(sentence(each) for each in targets), _scope(owed, formatter))


def _scope(owed: Owed, formatter: FigureFormatter) -> str:
    scope = clean(owed.item.indicator.scope or "")
    return sentence(formatter.say("scope", scope=scope)) if scope else ""


def _closed(lead: str, header: ReportHeader, formatter: FigureFormatter) -> str:
    """Where the duties of a body that is closed by now went."""
    body = formatter.view.plan.org_units.get(lead)
    if body is None or body.closed is None or body.sole_heir is None:
        return ""
    if body.closed >= header.as_of:
        return ""
    return formatter.say(
        "remind_closed",
        lead=formatter.view.org_unit(lead),
        closed=plain_day(body.closed, formatter.language),
        successor=formatter.view.org_unit(body.sole_heir),
    )


def _foot(header: ReportHeader, formatter: FigureFormatter) -> tuple[Item, ...]:
    digest = formatter.say("plan_digest", digest=header.plan_digest[:DIGEST_SHOWN])
    program = formatter.say("program", method=header.method, program=f"cdstrack {__version__}")
    known = item(known_at_line(header, None, formatter.language))
    return (known, item(digest), item(program), *head_line(header, formatter.language))
