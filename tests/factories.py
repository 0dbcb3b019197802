"""One-line makers of rows, with nothing in them that a test does not ask for.

Times are written as the dossier's local clock, "2023-03-07 16:00", or as ISO 8601 with an offset.
"""

import hashlib
from datetime import UTC, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from timeline import models
from timeline.reach import reach_of
from timeline.reading.furniture import Role
from timeline.reading.intervals import Granularity
from timeline.sorting import sort_columns

numbers = count(1)


def at(text, zone="UTC"):
    """An instant in UTC from "2023-03-07 16:00" on the clock of `zone`; None stays None."""
    if text is None or isinstance(text, datetime):
        return text
    instant = datetime.fromisoformat(text)
    return (instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)


def dossier(title="The harbour", slug="harbour", place="Port Varda", zone="Asia/Kathmandu"):
    return models.Dossier.objects.create(title=title, slug=slug, place=place, zone=zone)


def source(name="The Courier", **columns):
    return models.Source.objects.get_or_create(name=name, defaults=columns)[0]


def original(in_dossier, data=b"", name=""):
    number = next(numbers)
    data = data or f"file {number}".encode()
    return models.Original.objects.create(
        dossier=in_dossier, name=name or f"{number:03}.txt", sha256=hashlib.sha256(data).hexdigest(), data=data
    )


def article(in_dossier, by="The Courier", text="A ship burned.", published=None, file=None, **columns):
    """An article; `text` is a string of body paragraphs or a list of (role, paragraph). `published` is its minute."""
    paragraphs = [(Role.BODY, text)] if isinstance(text, str) else text
    whole = "\n\n".join(words for _, words in paragraphs)
    start = at(published, in_dossier.zone)
    if start:
        timed = {"start": start, "end": start + timedelta(minutes=1), "zone": in_dossier.zone, "basis": "dateline"}
        columns = timed | {"granularity": Granularity.MINUTE, "published_text": published} | columns
    columns.setdefault("title", paragraphs[0][1][:500])
    made = models.Article.objects.create(
        dossier=in_dossier,
        source=by if isinstance(by, models.Source) else source(by),
        original=file or original(in_dossier),
        text=whole,
        **columns,
    )
    position = 0
    for role, words in paragraphs:
        models.Passage.objects.create(article=made, start=position, end=position + len(words), role=role)
        position += len(words) + 2
    return made


def timex(in_article, words, start=None, end=None, **columns):
    """The first such words of the article as a time expression, meaning `[start, end)`."""
    zone = in_article.dossier.zone
    begin = in_article.text.index(words)
    columns = {"type": "DATE", "rule": "test", "zone": zone, "basis": "the dossier's zone"} | columns
    return models.Timex.objects.create(
        article=in_article,
        start=begin,
        end=begin + len(words),
        text=words,
        since=at(start, zone),
        until=at(end, zone),
        **columns,
    )


def event(in_dossier, title="A ship burns", type="explosion", **columns):
    return models.Event.objects.create(dossier=in_dossier, title=title, type=type, **columns)


def claim(in_article, quote, about=None, type="explosion", origin=1, **columns):
    """A claim of the article's own voice in its first such words."""
    begin = in_article.text.index(quote)
    return models.Claim.objects.create(
        article=in_article,
        dossier=in_article.dossier,
        start=begin,
        end=begin + len(quote),
        read_as=f"{begin}-{begin + len(quote)}-{type}-{next(numbers)}",
        quote=quote,
        type=about.type if about else type,
        event=about,
        origin=origin,
        **columns,
    )


def time(of_claim, words="", start=None, end=None, granularity=Granularity.DAY, **columns):
    """A time for the claim, put in force; its words are marked as a timex when the article has them."""
    zone = of_claim.dossier.zone
    columns = {"zone": zone, "basis": "the dossier's zone", "rule": "test", "text": words} | columns
    if words and not columns.get("inherited") and words in of_claim.article.text:
        found = of_claim.article.timexs.filter(text=words).first()
        columns["timex"] = found or timex(of_claim.article, words, start, end, granularity=granularity)
    stamp = models.Timestamp.objects.create(
        claim=of_claim, start=at(start, zone), end=at(end, zone), granularity=granularity, **columns
    )
    of_claim.timestamp = stamp
    of_claim.save(update_fields=["timestamp"])
    return stamp


def quantity(of_claim, words, low=None, high=None, unit="", of="", approximate=False):
    begin = of_claim.article.text.index(words)
    return models.Quantity.objects.create(
        claim=of_claim,
        start=begin,
        end=begin + len(words),
        text=words,
        low=low,
        high=high,
        unit=unit,
        of=of,
        approximate=approximate,
    )


def conflict(of_event, kind, *sides, why="They cannot all hold.", strength="hard", gap=None, of="", state="open"):
    """A conflict between sides, each a list of claims; `gap` is a timedelta."""
    gap_seconds = None if gap is None else int(gap.total_seconds())
    found = {"strength": strength, "state": state, "gap_seconds": gap_seconds}
    made = models.Conflict.objects.create(
        event=of_event,
        kind=kind,
        of=of,
        why=why,
        **found,
        dossier=of_event.dossier,
        **sort_columns(**found, start=of_event.start, origins=of_event.origin_count),
    )
    for number, claims in enumerate(sides, start=1):
        for one in claims:
            models.Side.objects.create(conflict=made, claim=one, number=number)
    return made


def doubt(in_article, text="The clock has no zone.", about=None):
    return models.Doubt.objects.create(article=in_article, claim=about, text=text)


def judgement(of_claim, verdict="rejected", editor=None, why="Misread."):
    return models.Judgement.objects.create(claim=of_claim, verdict=verdict, editor=editor, why=why)


def ruling(of_event, reason="The log book says so.", weighed=(), **columns):
    made = models.Ruling.objects.create(event=of_event, reason=reason, **columns)
    made.weighed.set(weighed)
    return made


def count_up(of_event):
    """Fill the event's cached counts and bounds from its rows, as weaving would (support is left alone)."""
    claims = list(of_event.claims.filter(rejected=False).select_related("timestamp"))
    stamps = [claim.timestamp for claim in claims if claim.timestamp]
    of_event.claim_count = len(claims)
    of_event.origin_count = len({claim.origin for claim in claims})
    of_event.dated_origins = len({claim.origin for claim in claims if claim.timestamp})
    of_event.conflict_count = of_event.conflicts.count()
    of_event.hard_count = of_event.conflicts.filter(strength="hard").count()
    of_event.start = min((s.start for s in stamps if s.start), default=None)
    of_event.end = max((s.end for s in stamps if s.end), default=None)
    of_event.reach = reach_of(of_event.start, of_event.end)
    of_event.save()
