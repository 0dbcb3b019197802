"""What is said of a claim wherever it is drawn or listed: its label, its sentence, its address."""

import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.urls import reverse

from timeline import wording
from timeline.models import Article, Claim, Quantity, Timestamp

QUOTES = "“”\"'‘’ ,"


def claim_url(slug: str, claim: Claim) -> str:
    """The sentence in its article."""
    return f"{reverse('article', args=[slug, claim.article_id])}#claim-{claim.pk}"


def voice_of(claim: Claim) -> str:
    """Who says so and through whom, for a label; "" for an article in its own voice."""
    relay = claim.via or claim.article.via
    if claim.voice and relay and relay != claim.voice:
        return f"{claim.voice}, via {relay}"
    return claim.voice or (f"via {relay}" if relay else "")


def quoted(words: str) -> str:
    """The words in quotation marks, without a second pair where they bring their own."""
    bare = " ".join(words.split()).strip(QUOTES)
    return f"“{bare}”"


def bar_words(claim: Claim) -> str:
    """What a bar is called: the count if it gives one, the words of its time, and its status when not asserted."""
    stamp = claim.timestamp
    counts = [quantity.text for quantity in counts_of(claim)][:2]
    time = stamp.text if stamp and not stamp.inherited else ""
    parts = [claim.status if claim.status != "asserted" else "", *counts, time]
    words = " · ".join(part for part in parts if part) or quoted(claim.quote)
    return wording.short(" ".join(words.split()), 44)


def counts_of(claim: Claim) -> list[Quantity]:
    """Its counts of something; a number of nothing in particular (“from three sides”) tells nothing."""
    return [quantity for quantity in claim.quantities.all() if quantity.of]


def event_words(claim: Claim) -> str:
    """What a bar is called in the row of a witness: the event it speaks of."""
    title = claim.event.title if claim.event else claim.type
    return wording.short(f"{claim.status} · {title}" if claim.status != "asserted" else title, 44)


def published(article: Article, zone: ZoneInfo) -> str:
    """When it was published: on the clock of `zone`, or as printed where nobody knows what clock that was."""
    if article.start is None and article.end is None:
        return "date not known"
    if article.zone == "unknown" and article.published_text:
        return f"{wording.short(article.published_text, 40)}, zone not known"
    return wording.interval(article.start, article.end, zone)


def tells(claim: Claim) -> bool:
    """Whether a claim says when, how many, or that it was not so; the others only tell of it."""
    own_time = claim.timestamp is not None and not claim.timestamp.inherited
    return own_time or claim.status != "asserted" or bool(counts_of(claim))


def flags(claim: Claim) -> str:
    """The classes of a bar: its status, and how well its time is known."""
    stamp = claim.timestamp
    if stamp is None:
        return claim.status
    told = [name for name in ("approximate", "inherited", "saying", "cut") if getattr(stamp, name)]
    return " ".join([claim.status, *told, *(["assumed"] if stamp.zone == "unknown" else [])])


def sentence(group: Sequence[Claim], names: Sequence[str], zone: ZoneInfo) -> str:
    """A bar as one sentence, for who hears the page instead of seeing it."""
    first = group[0]
    who = wording.listing(names, limit=4) + (f", {voice_of(first)}" if voice_of(first) else "")
    denied = "" if first.status == "asserted" else f" ({first.status})"
    return f"{who}{denied}: {when(first.timestamp, zone)}. {quoted(wording.short(first.quote, 160))}"


def when(stamp: Timestamp | None, zone: ZoneInfo, year: bool = True) -> str:
    """A claim's time in words, with how well it is known."""
    if stamp is None:
        return "no time given"
    notes = [
        "by the day of the saying" if stamp.saying else "",
        "approximate" if stamp.approximate else "",
        "not told here but carried on from the story" if stamp.inherited else "",
    ]
    told = wording.interval(stamp.start, stamp.end, zone, year)
    return ", ".join([told, *filter(None, notes)])


def how(claim: Claim) -> str:
    """How finely a time was told and what was done to it: “hour · approximate · cut at publication”."""
    stamp = claim.timestamp
    if stamp is None:
        return ""
    notes = [
        "given by an editor" if stamp.by == stamp.By.EDITOR else "",
        str(stamp.granularity),
        "approximate" if stamp.approximate else "",
        "carried on from the story" if stamp.inherited else "",
        "dates the saying: a bound" if stamp.saying else "",
        "cut at publication" if stamp.cut else "",
        "zone not known" if stamp.zone == "unknown" else "",
    ]
    return " · ".join(filter(None, notes))


def split_at_time(claim: Claim) -> tuple[str, str, str]:
    """The quote before, at and after the words of its time, without quotation marks around it; the time is empty
    when told elsewhere."""
    before, time, after = _cut(claim)
    return before.lstrip(QUOTES), time, after.rstrip(QUOTES) if time or after else ""


def _cut(claim: Claim) -> tuple[str, str, str]:
    stamp, quote = claim.timestamp, claim.quote
    if not stamp or stamp.inherited:
        return quote.rstrip(QUOTES), "", ""
    if stamp.timex and claim.start <= stamp.timex.start and stamp.timex.end <= claim.end:
        first, last = stamp.timex.start - claim.start, stamp.timex.end - claim.start
        return quote[:first], quote[first:last], quote[last:]
    first = quote.find(stamp.text) if stamp.text else -1
    last = first + len(stamp.text)
    return (quote.rstrip(QUOTES), "", "") if first < 0 else (quote[:first], quote[first:last], quote[last:])


def words_only(quote: str) -> str:
    """A quote without case, spacing and punctuation: two papers print the same words."""
    return " ".join(re.findall(r"\w+", quote.casefold()))
