"""Dating what is told: a claim's own words for its time, else the time of the narrative it stands in."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from timeline.reading.anchors import LIVE, Anchor
from timeline.reading.carried import (
    LAST_HOUR,
    carried,
    claim_time,
    just_now,
    publication_day,
    until_midnight,
    whole_day,
)
from timeline.reading.claims import Claim, ClaimTime, Status, Told
from timeline.reading.doubts import claim_doubts
from timeline.reading.intervals import Granularity
from timeline.reading.lexicon.reporting import PRONOUNS
from timeline.reading.main_day import befell, leads, main_day, passes
from timeline.reading.own_times import Placed, dates, own_time, taken_up
from timeline.reading.posts import Post
from timeline.reading.relative import beside_events
from timeline.reading.resolution import Time
from timeline.reading.sentences import Sentence

EVENING = timedelta(hours=8)
LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
NEAR_SENTENCES = 3  # a time lasts no longer than this, where paragraphs are long or lost
_LATER = re.compile(r"\b(?:later|afterwards?|subsequently|then)\b", re.IGNORECASE)
_FINITE = re.compile(r"(?![a-z]+ing\b)", re.IGNORECASE)  # "killing nine" is of the very moment
_JUST = re.compile(r"\b(?:has|have) just\b|\bjust (?:now|been)\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"\b(?:is|are) (?:now |so far |also )?(?:known|believed|thought|said|reported|confirmed|understood|presumed|feared"
    r"|estimated)"
    r" (?:to have|dead|killed|drowned)\b",
    re.IGNORECASE,
)
_STANDS = re.compile(r"\b(?:is|are|remains?|controls?|lies?)\b", re.IGNORECASE)
_STOOD = re.compile(r"\b(?:was|were|had|did|been)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Thread:
    """The narrative as it stands: the day last told in the foreground, the time last told in this paragraph, the
    number of the sentence that told it, whether it was a look back, and in whose voice."""

    day: ClaimTime | None = None
    near: ClaimTime | None = None
    paragraph: int = -1
    told_in: int = -1
    back: bool = False
    voice: str = ""

    def reaches(self, told: Told) -> bool:
        """The time last told still holds: for some sentences; a look back only for the next one in the same voice."""
        if self.near is None:
            return False
        passed, same = told.speech.sentence - self.told_in, told.speech.attribution.voice == self.voice
        return passed == 0 or (passed <= 1 and same if self.back else passed <= NEAR_SENTENCES)

    def turned(self, sentence: Sentence, main: ClaimTime | None) -> "_Thread":
        """The narrative as it stands where a sentence begins: a new paragraph goes back to the day of the main
        happening, or to an earlier one that was told since."""
        if sentence.paragraph == self.paragraph:
            return self
        days = [day for day in (main, self.day) if day is not None]
        day = min(days, key=lambda day: day.interval.start or LONG_AGO, default=None)
        return _Thread(day, None, sentence.paragraph)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the times of an article are weighed by: its anchor, the day of its main happening, the place's zone."""

    anchor: Anchor
    main: ClaimTime | None
    zone: str
    times: tuple[Time, ...]
    published: ClaimTime | None

    def goes_on(self, thread: _Thread, time: ClaimTime, sentence: int, voice: str, befell: bool = False) -> _Thread:
        """The narrative after a time was told; `befell` says of something that befell people."""
        if time.saying or time.value.endswith("_REF") or passes(time, self.times):
            return thread
        if self._looks_back(time, thread.near or thread.day):
            return thread
        led_up = _is_evening_before(time, self.main, LAST_HOUR if befell else EVENING)
        lead = leads(time, self.anchor) and not _goes_back(time, self.main) and not led_up
        day = whole_day(time, self.zone) if lead else thread.day
        return _Thread(day, time, thread.paragraph, sentence, not lead, voice)

    def _looks_back(self, time: ClaimTime, told: ClaimTime | None) -> bool:
        """ "The train, which had left at ten the night before": the narrative stays where it was."""
        perfect = time.time is not None and self.times[time.time].timex.perfect
        if not perfect or told is None or told.interval.start is None or time.interval.end is None:
            return False
        return time.interval.end <= told.interval.start


def date_claims(
    text: str,
    sentences: tuple[Sentence, ...],
    told: tuple[Told, ...],
    times: tuple[Time, ...],
    anchor: Anchor,
    posts: tuple[Post, ...],
    place_zone: str,
    beside: tuple[tuple[int, int], ...] = (),
    live: bool = False,
) -> tuple[Claim, ...]:
    """Give every claim its time, in reading order. What no words date has the narrative's, marked inherited: the time
    told before in its sentence, the day told before in its paragraph, else the day last told in the foreground, else
    the first such day of the article; in an entry of a live page (`live`) the day of the entry. What stands in the
    spans `beside` is another narrative."""
    placed = Placed(times)
    own = [own_time(text, t, placed, posts) or taken_up(t, placed, anchor, place_zone) for t in told]
    own = beside_events(text, told, own, times, place_zone, main_day(text, told, own, times, anchor, place_zone))
    published = publication_day(anchor, place_zone)
    main = main_day(text, told, own, times, anchor, place_zone) or (published if live else None)
    frame, thread = _Frame(anchor, main, place_zone, times, published), _Thread(day=main)
    loose = [
        found
        for found in _loose_times(sentences, told, times, posts)
        if not any(start <= found[0].start < end for start, end in beside)
    ]
    claims: list[Claim] = []
    for said, given in zip(told, own, strict=True):
        item, time = said, given
        while loose and loose[0][0].start < item.clause.start:
            sentence, number, between = loose.pop(0)
            thread = frame.goes_on(thread.turned(sentence, main), between, number, "")
        thread = thread.turned(item.sentence, main)
        if time is None:
            goes_on = claims and item.roles.actor.lower() in PRONOUNS and not item.speech.attribution.voice
            before = replace(thread, near=claims[-1].time, told_in=item.speech.sentence) if goes_on else thread
            time = _inherited(text, item, before, frame)
        else:
            thread = frame.goes_on(thread, time, item.speech.sentence, item.speech.attribution.voice, befell(item))
        read = times[time.time] if time and time.time is not None and not time.inherited else None
        if time is not None and item.status is Status.ASSERTED and _is_ahead(time, anchor):
            item = replace(item, status=Status.EXPECTED)
        claims.append(_claim(text, item, time, claim_doubts(item.speech, read)))
    return tuple(claims)


def _loose_times(
    sentences: tuple[Sentence, ...], told: tuple[Told, ...], times: tuple[Time, ...], posts: tuple[Post, ...]
) -> list[tuple[Sentence, int, ClaimTime]]:
    """The times of sentences that make no claim, with their sentence and its number, in reading order."""
    claiming = {t.speech.sentence for t in told}
    starts = [s.start for s in sentences]
    found = []
    for number, time in enumerate(times):
        at = bisect_right(starts, time.timex.start) - 1
        if at < 0 or at in claiming or not dates(time) or any(p.start <= time.timex.start < p.date_end for p in posts):
            continue
        found.append((sentences[at], at, claim_time(number, time)))
    return found


def _is_ahead(time: ClaimTime, anchor: Anchor) -> bool:
    """A day or more that begins after publication: what is told for then is expected, however it is worded."""
    published = anchor.interval
    if published is None or published.end is None or time.interval.start is None or time.saying or anchor.weak:
        return False
    return time.granularity.rank <= Granularity.DAY.rank and time.interval.start >= published.end


def _goes_back(time: ClaimTime, first: ClaimTime | None) -> bool:
    """A look back beyond the day before the one the article began with: the narrative does not stay there."""
    if first is None or first.interval.start is None or time.interval.start is None:
        return False
    return time.interval.start < first.interval.start - timedelta(days=1)


def _is_evening_before(time: ClaimTime, first: ClaimTime | None, reach: timedelta) -> bool:
    """The evening that led up to the day the article began with."""
    if first is None or first.interval.start is None or time.interval.start is None:
        return False
    led_up = first.interval.start - reach <= time.interval.start < first.interval.start
    return led_up and time.granularity.finer_than(Granularity.DAY)


def _inherited(text: str, told: Told, thread: _Thread, frame: _Frame) -> ClaimTime | None:
    """The narrative's time, unless the clause speaks of how things stand or of what is to come."""
    words = text[told.clause.start : told.clause.end]
    happening = told.trigger.happening if told.trigger else None
    if told.status is Status.EXPECTED:
        return None
    if frame.anchor.basis == LIVE and _JUST.search(words):
        return just_now(frame.anchor)
    if thread.near is not None and thread.told_in == told.speech.sentence:
        toll = happening is not None and happening.family == "casualties" and told.quantities and _FINITE.match(words)
        return whole_day(thread.near, frame.zone) if toll else carried(thread.near)
    if (_STANDS.search(_KNOWN.sub(" ", words)) and not _STOOD.search(words)) or (happening and happening.state):
        return frame.published
    if thread.near is not None and thread.reaches(told):
        if _LATER.search(words) and thread.near.granularity.finer_than(Granularity.DAY):
            return until_midnight(thread.near, frame.zone)
        return whole_day(thread.near, frame.zone)
    return thread.day


def _claim(text: str, told: Told, time: ClaimTime | None, doubts: tuple[str, ...]) -> Claim:
    clause, trigger = told.clause, told.trigger
    led = told.speech.lead and not any(mark.isalnum() for mark in text[told.speech.start : clause.start])
    start = told.speech.lead if led else clause.start
    return Claim(
        start=start,
        end=clause.end,
        quote=text[start : clause.end],
        type=trigger.happening.type if trigger else "statement",
        status=told.status,
        place=told.place,
        actor=told.roles.actor,
        target=told.roles.target,
        attribution=told.speech.attribution,
        time=time,
        quantities=told.quantities,
        rule=f"“{trigger.text}” tells of {trigger.happening.type}" if trigger else "words of a named voice",
        doubts=doubts,
    )
