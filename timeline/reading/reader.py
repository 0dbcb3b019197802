"""The table of contents: `read` is one article, `weave` is many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from timeline.reading.accounts import Account, Event, Weave
from timeline.reading.anchors import OF_ANOTHER, Anchor, Known, find_anchor
from timeline.reading.attribution import attribute
from timeline.reading.claims import Claim, Told, tell_claims
from timeline.reading.conflicts import find_conflicts
from timeline.reading.datelines import place_head
from timeline.reading.documents import Document
from timeline.reading.doubts import article_doubts
from timeline.reading.events import Group, group_accounts
from timeline.reading.furniture import Paragraph, Role, find_agency, find_byline, find_title, label_paragraphs
from timeline.reading.lexicon.happenings import BACKGROUND_TYPES
from timeline.reading.linkage import Evidence
from timeline.reading.live import Entry, behind_clocks, find_entries
from timeline.reading.narrative import date_claims
from timeline.reading.origins import find_copies, find_origins
from timeline.reading.posts import Post, find_posts
from timeline.reading.refusals import refusal
from timeline.reading.resolution import Time, resolve_timexes
from timeline.reading.sentences import Sentence, split_sentences
from timeline.reading.support import most_supported
from timeline.reading.timexes import Timex, find_timexes
from timeline.reading.titles import main_place, main_type, title_of

VERSION = "4"
HEAD = 120  # characters of a paragraph in which its head stands


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article; every span counts characters of `document.text`."""

    document: Document
    title: str
    byline: str
    anchor: Anchor
    paragraphs: tuple[Paragraph, ...]
    posts: tuple[Post, ...]
    sentences: tuple[Sentence, ...]
    times: tuple[Time, ...]
    claims: tuple[Claim, ...]
    doubts: tuple[str, ...] = ()


def read_all(documents: Sequence[Document], known: Sequence[Known]) -> tuple[Reading, ...]:
    """Read the articles of one file. One without a date is read by the date another of them prints, as a weak anchor:
    texts kept together were taken from one page."""
    readings = [read(document, facts) for document, facts in zip(documents, known, strict=True)]
    beside = next((r.anchor for r in readings if r.anchor.interval is not None and not r.anchor.weak), None)
    if beside is None:
        return tuple(readings)
    return tuple(
        read(reading.document, facts, beside) if reading.anchor.interval is None else reading
        for reading, facts in zip(readings, known, strict=True)
    )


def read(document: Document, known: Known = Known(), beside: Anchor | None = None) -> Reading:
    """Read one article: from its text to the dated, attributed claims it makes. `beside` is the anchor of another
    article of the same file, for one that prints no date."""
    text = document.text
    paragraphs = label_paragraphs(text)
    posts = find_posts(text, paragraphs)
    anchor = find_anchor(text, paragraphs, known)
    if anchor.interval is None and beside is not None:
        anchor = replace(beside, basis=f"{beside.basis} {OF_ANOTHER}", start=None, end=None, weak=True)
    entries = find_entries(text, paragraphs, anchor, known.place_zone)
    sentences = behind_clocks(split_sentences(text, paragraphs), entries)
    speeches = attribute(text, sentences, posts, find_agency(text, paragraphs))
    sayings = sorted({speech.frame for speech in speeches if speech.frame != (0, 0) and not speech.stance})
    times = _times(text, sentences, posts, entries, anchor, known.place_zone, sayings)
    why_not = refusal(text)
    told = () if why_not else tell_claims(text, sentences, speeches, times)
    return Reading(
        document=document,
        title=known.title or find_title(text, paragraphs),
        byline=find_byline(text, paragraphs) or known.byline,
        anchor=anchor,
        paragraphs=paragraphs,
        posts=posts,
        sentences=sentences,
        times=times,
        claims=_dated(text, sentences, told, times, anchor, posts, entries, known.place_zone),
        doubts=(*article_doubts(anchor), *filter(None, (why_not,))),
    )


def _times(
    text: str,
    sentences: tuple[Sentence, ...],
    posts: tuple[Post, ...],
    entries: tuple[Entry, ...],
    anchor: Anchor,
    place_zone: str,
    sayings: Sequence[tuple[int, int]],
) -> tuple[Time, ...]:
    """The times of the copy against the article's anchor, then those of the captions, which stand beside the narrative,
    of the entries of a live page by the minute each was written, of each post against the date printed under it."""
    own = [s for s in sentences if not any(p.start <= s.start < p.end for p in posts)]
    copy = [s for s in own if s.role is not Role.CAPTION and not any(e.holds(s.start) for e in entries)]
    turns = [after.start for before, after in pairwise(copy) if after.paragraph != before.paragraph]
    times = list(resolve_timexes(text, _timexes(text, copy), anchor, place_zone, sayings, turns))
    for entry in entries:
        inside = [s for s in own if entry.holds(s.start)]
        times += resolve_timexes(text, _timexes(text, inside), entry.anchor, place_zone, sayings)
    for caption in (s for s in own if s.role is Role.CAPTION):
        times += resolve_timexes(text, _timexes(text, [caption]), anchor, place_zone, sayings)
    for post in posts:
        date = resolve_timexes(text, find_timexes(text, post.date_start, post.date_end), anchor, place_zone)
        times += date
        if date and date[0].interval is not None:
            posted = _posted(date[0])
            inside = [s for s in sentences if post.start <= s.start < post.end]
            times += resolve_timexes(text, _timexes(text, inside), posted, place_zone)
    return tuple(times)


def _dated(
    text: str,
    sentences: tuple[Sentence, ...],
    told: tuple[Told, ...],
    times: tuple[Time, ...],
    anchor: Anchor,
    posts: tuple[Post, ...],
    entries: tuple[Entry, ...],
    place_zone: str,
) -> tuple[Claim, ...]:
    """The claims with their times, in reading order: each entry of a live page is a narrative of its own."""
    alone = tuple(t for t in told if not any(e.holds(t.clause.start) for e in entries))
    spans = tuple((e.start, e.end) for e in entries)
    claims = [*date_claims(text, sentences, alone, times, anchor, posts, place_zone, spans)]
    for entry in entries:
        inside = tuple(t for t in told if entry.holds(t.clause.start))
        around = ((0, entry.start), (entry.end, len(text)))
        claims += date_claims(text, sentences, inside, times, entry.anchor, posts, place_zone, around, live=True)
    return tuple(sorted(claims, key=lambda claim: claim.start)) if entries else tuple(claims)


def _timexes(text: str, sentences: Sequence[Sentence]) -> tuple[Timex, ...]:
    return tuple(timex for s in sentences for timex in find_timexes(text, _after_head(text, s), s.end))


def _after_head(text: str, sentence: Sentence) -> int:
    """Where a sentence begins behind its head of wire copy ("HARARE, May 3 (Agency) - "), whose date is no part."""
    head = place_head(text[sentence.start : sentence.start + HEAD]) if sentence.role is Role.BODY else None
    return (
        sentence.start + head.end()
        if head is not None and head.end() < sentence.end - sentence.start
        else sentence.start
    )


def _posted(date: Time) -> Anchor:
    """The anchor of a post: the day printed under it."""
    local = datetime.fromisoformat(date.value[:10]) if len(date.value) >= 10 else None
    return Anchor(date.interval, local, date.granularity, date.zone, "post date", date.basis, date.timex.text)


def weave(accounts: Iterable[Account]) -> Weave:
    """Group the claims of many articles into events with their origins, support and conflicts."""
    told = tuple(accounts)
    copies = find_copies(told)
    groups = group_accounts(told)
    place = main_place(groups)
    events = [_event(group, dict(copies), place) for group in groups]
    return Weave(tuple(events), copies)


def tell_event(accounts: Sequence[Account], copies: dict[int, int], pinned: int | None = None) -> Event:
    """One event of accounts that were grouped before, in reading order: those of several chapters."""
    told = Group(facts=list(Evidence(accounts).facts.values()), pinned=pinned)
    return _event(told, copies, "")


def _event(group: Group, copies: dict[int, int], home: str) -> Event:
    by_id = {account.id: account for account in group.accounts}
    origins = find_origins(group.accounts, copies)
    origin_of = {claim: number for number, ids in enumerate(origins) for claim in ids}
    title, place = title_of(group, home)
    type_ = main_type(group)
    return Event(
        title=title,
        type=type_,
        place=place,
        background=type_ in BACKGROUND_TYPES,
        claims=tuple(by_id),
        origins=origins,
        support=most_supported([[by_id[i] for i in ids] for ids in origins]),
        conflicts=find_conflicts(group.accounts, origin_of),
        pinned=group.pinned,
    )
