"""Who is responsible for what and owes what: the owners' page and the reminder to one body.

Owns the order and the words of both, as letters, and the owners' fields of the machine format.
"""

from cdstrack import __version__
from cdstrack.core.reports.status import Header
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.obligations import Duty, Owed, Owner, OwnersReport
from cdstrack.render.machine.fields import Fields, header_fields
from cdstrack.render.machine.output import dumped
from cdstrack.render.page.header_footer import notices
from cdstrack.render.page.letter import Block, Item, Letter, Part, item, sentence
from cdstrack.render.view import View
from cdstrack.render.weekly.figures import Teller, value
from cdstrack.render.weekly.machine import owed_fields
from cdstrack.render.weekly.page import known_at_line
from cdstrack.render.weekly.tasks import owed_item, owner_name
from cdstrack.words.labels.target import target_words
from cdstrack.words.labels.vocabulary import STATUS, label
from cdstrack.words.labels.weekly import due_words, plain_day, plain_period
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_age


def owners_letter(report: OwnersReport, view: View) -> Letter:
    """Each body and person with their indicators, then the figures that they owe."""
    teller = Teller(view, {})
    parts = tuple(_owner(owner, report.header, teller) for owner in report.owners)
    empty = (Part("", (Block(text=teller.say("no_targets")),)),)
    return Letter(
        language=view.language,
        heading=_heading("owners_title", report.header, teller),
        opening=notices(report.header, view),
        parts=parts or empty,
        foot_title=teller.say("foot"),
        foot=_foot(report.header, teller),
    )


def reminder_letter(report: OwnersReport, lead: str, view: View) -> Letter:
    """The text that asks one body for the figures it owes; where it owes none, it says so."""
    teller = Teller(view, {})
    held = [owner for owner in report.owners if owner.lead == lead]
    owed = [each for owner in held for each in owner.owed]
    day = plain_day(report.header.as_of, view.language)
    facts = {"lead": view.org_unit(lead), "day": day, "n": len(owed)}
    if not owed:
        texts = (teller.say("remind_nothing", **facts), _closed(lead, report.header, teller))
        blocks = tuple(Block(text=text) for text in texts if text)
    else:
        asked = (_asked(owner, report.header, teller) for owner in held if owner.owed)
        opening, how = teller.say("remind_asked", **facts), teller.say("remind_how")
        blocks = (Block(text=opening), *asked, Block(text=how))
    return Letter(
        language=view.language,
        heading=(
            teller.say("remind_to", **facts),
            *_heading("remind_title", report.header, teller),
        ),
        opening=(),
        parts=(Part("", blocks),),
        foot_title=teller.say("foot"),
        foot=_foot(report.header, teller),
    )


def owners_json(report: OwnersReport, view: View) -> str:
    """The same as the owners' page for programs; text that ends with a line break."""
    owners = [
        {
            "lead": owner.lead,
            "person": owner.person,
            "indicators": [_duty_fields(duty, view) for duty in owner.duties],
            "owed": [owed_fields(each) for each in owner.owed],
        }
        for owner in report.owners
    ]
    return dumped(header_fields(report.header, view) | {"owners": owners})


def _heading(key: str, header: Header, teller: Teller) -> tuple[str, ...]:
    title = clean(header.plan_title.text(teller.language))
    day = plain_day(header.as_of, teller.language)
    return (teller.say(key), title, teller.say("as_of", day=day))


def _owner(owner: Owner, header: Header, teller: Teller) -> Part:
    name = owner_name(owner, teller)
    title = teller.say("owner", name=name[:1].upper() + name[1:], n=len(owner.duties))
    duties = Block("", tuple(_duty(duty, teller) for duty in owner.duties))
    if not owner.owed:
        return Part(title, (duties, Block(text=teller.say("nothing_owed"))))
    asked = tuple(owed_item(each, header.as_of, teller) for each in owner.owed)
    return Part(title, (duties, Block(teller.say("owed_list", n=len(asked)), asked)))


def _duty(duty: Duty, teller: Teller) -> Item:
    """One indicator: verdict and age of its figure, and whose it was before."""
    found, language = duty.item, teller.language
    status, figure = found.status, _figure(duty, teller)
    told = teller.say(
        "duty" if figure else "duty_bare",
        name=clean(found.indicator.name.text(language)),
        verdict=label(STATUS, status, language) if status else teller.say("no_target"),
        figure=figure,
    )
    return item(sentence(told), sentence(_history(duty, teller)))


def _figure(duty: Duty, teller: Teller) -> str:
    found, language = duty.item, teller.language
    if found.latest is None or found.age_days is None:
        # "no data" says it already.
        return "" if found.status is Status.NO_DATA else teller.say("owed_never")
    stale = teller.say("is_stale") if found.stale else ""
    return teller.say(
        "duty_figure",
        value=value(found.latest, found.indicator, teller),
        period=plain_period(found.latest.period, language),
        age=format_age(found.age_days, language),
        stale=stale,
    )


def _history(duty: Duty, teller: Teller) -> str:
    """Since when the body leads and after whom; and whose duties it took over."""
    responsible, told = duty.responsible, []
    if responsible is None:
        return ""
    if responsible.since is not None:
        facts = {"day": plain_day(responsible.since, teller.language)}
        before = teller.view.org_unit(responsible.before) if responsible.before else ""
        told.append(teller.say("leads_after" if before else "leads_since", before=before, **facts))
    if responsible.inherited is not None:
        told.append(teller.say("inherits", unit=teller.view.org_unit(responsible.inherited)))
    return teller.say("and").join(told)


def _asked(owner: Owner, header: Header, teller: Teller) -> Block:
    title = teller.say("in_charge", person=clean(owner.person)) if owner.person else ""
    return Block(title, tuple(_asked_item(each, header, teller) for each in owner.owed))


def _asked_item(owed: Owed, header: Header, teller: Teller) -> Item:
    """The figure owed, and each target that it is asked for."""
    first = owed_item(owed, header.as_of, teller, in_full=True).lines
    targets = (
        teller.say(
            "asked_for",
            milestone=due_words(line.target.due, teller.language),
            target=target_words(line.target, owed.item.indicator, teller.language),
        )
        for line in owed.item.targets
    )
    return item(*first, *(sentence(each) for each in targets), _scope(owed, teller))


def _scope(owed: Owed, teller: Teller) -> str:
    scope = clean(owed.item.indicator.scope or "")
    return sentence(teller.say("scope", scope=scope)) if scope else ""


def _closed(lead: str, header: Header, teller: Teller) -> str:
    """Where the duties of a body that is closed by now went."""
    body = teller.view.plan.org_units.get(lead)
    if body is None or body.closed is None or body.successor is None:
        return ""
    if body.closed >= header.as_of:
        return ""
    return teller.say(
        "remind_closed",
        lead=teller.view.org_unit(lead),
        closed=plain_day(body.closed, teller.language),
        successor=teller.view.org_unit(body.successor),
    )


def _foot(header: Header, teller: Teller) -> tuple[Item, ...]:
    digest = teller.say("plan_digest", digest=header.plan_digest)
    program = teller.say("program", method=header.method, program=f"cdstrack {__version__}")
    return (item(known_at_line(header, None, teller.language)), item(digest), item(program))


def _duty_fields(duty: Duty, view: View) -> Fields:
    found, responsible = duty.item, duty.responsible
    since = responsible.since if responsible else None
    return {
        "indicator": found.indicator.id,
        "name": found.indicator.name.text(view.language),
        "status": None if found.status is None else str(found.status),
        "age_days": found.age_days,
        "stale": found.stale,
        "since": since.isoformat() if since else None,
        "before": responsible.before if responsible else None,
        "inherited_from": responsible.inherited if responsible else None,
        "supporting": list(found.indicator.supporting),
    }
