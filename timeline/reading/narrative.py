"""Dating what is told: a claim's own words for its time, else the time of the narrative it stands in."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from timeline.reading.anchors import Anchor
from timeline.reading.claims import Claim, ClaimTime, Status, Told
from timeline.reading.doubts import claim_doubts
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.reporting import PRONOUNS
from timeline.reading.posts import Post
from timeline.reading.resolution import Time
from timeline.reading.voices import is_speaker

FOREGROUND = timedelta(days=10)  # a day told further back than this from publication does not carry the narrative
NEAR_SENTENCES = 3  # a time lasts no longer than this, where paragraphs are long or lost
_LATER = re.compile(r"\b(?:later|afterwards?|subsequently|then)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:is|are|remains?|has been|have been|controls?|lies|lie)\b|\b(?:have|has) (?:\w+ )?(?:been|made|had)\b"
    r"|\brecent(?:ly)?\b|\bin recent\b|\bfor years\b",
    re.IGNORECASE,
)


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


def date_claims(
    text: str, told: tuple[Told, ...], times: tuple[Time, ...], anchor: Anchor, posts: tuple[Post, ...], place_zone: str
) -> tuple[Claim, ...]:
    """Give every claim its time, in reading order. What no words date has the narrative's, marked inherited: the time
    told before in its paragraph, else the day last told in the foreground, else the first such day of the article."""
    own = [_own_time(text, t, times, posts) for t in told]
    first = next(
        (_whole_day(o, place_zone) for o in own if o and _leads(o, anchor) and not o.value.endswith("_REF")), None
    )
    thread = _Thread(day=first)
    claims: list[Claim] = []
    for said, given in zip(told, own, strict=True):
        item, time = said, given
        if item.sentence.paragraph != thread.paragraph:
            thread = _Thread(thread.day, None, item.sentence.paragraph)
        if time is None:
            goes_on = claims and item.roles.actor.lower() in PRONOUNS and not item.speech.attribution.voice
            before = replace(thread, near=claims[-1].time, told_in=item.speech.sentence) if goes_on else thread
            time = _inherited(text, item, before, place_zone)
        elif not time.saying and not time.value.endswith("_REF"):
            lead = _leads(time, anchor) and not _goes_back(time, first)
            day = _whole_day(time, place_zone) if lead else thread.day
            voice = item.speech.attribution.voice
            thread = _Thread(day, time, thread.paragraph, item.speech.sentence, not lead, voice)
        read = times[time.time] if time and time.time is not None and not time.inherited else None
        if time is not None and item.status is Status.ASSERTED and _is_ahead(time, anchor):
            item = replace(item, status=Status.EXPECTED)
        claims.append(_claim(text, item, time, claim_doubts(item.speech, read)))
    return tuple(claims)


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


def _leads(time: ClaimTime, anchor: Anchor) -> bool:
    """A time that the narrative goes on from: a day or finer, near publication, not a mere bound."""
    if time.saying or not time.granularity.rank >= Granularity.DAY.rank or time.interval.is_open:
        return False
    published = anchor.interval
    if published is None or published.end is None:
        return True
    start = time.interval.start
    return start is not None and published.end - start < FOREGROUND and start <= published.end


def _own_time(text: str, told: Told, times: tuple[Time, ...], posts: tuple[Post, ...]) -> ClaimTime | None:
    """The time its own words give, else one that dates the saying, else the date of its post."""
    clause, speech = told.clause, told.speech
    inside = [(i, t) for i, t in enumerate(times) if clause.start <= t.timex.start < clause.end and _dates(t)]
    if inside:
        at = told.trigger.start if told.trigger else clause.start
        number, time = min(inside, key=lambda pair: _preference(pair[1], at))
        return claim_time(number, time)
    post = next((p for p in posts if p.start <= clause.start < p.end), None)
    if post is not None:
        return _first(times, post.date_start, post.date_end, saying=False)
    if speech.frame != (0, 0):
        # Where the saying is what happened, its date is the claim's.
        return _first(times, *speech.frame, saying=told.trigger is not None and not speech.stance)
    return None


def _dates(time: Time) -> bool:
    """It can be placed: a date or clock time, or a length that ends somewhere ("three days later")."""
    return time.interval is not None and time.granularity is not None and time.timex.type != "SET"


def _preference(time: Time, at: int) -> tuple[bool, int, int]:
    """Definite before "now", finer before coarser, nearer before farther."""
    assert time.granularity is not None
    return time.value.endswith("_REF"), -time.granularity.rank, abs(time.timex.start - at)


def _first(times: tuple[Time, ...], start: int, end: int, saying: bool) -> ClaimTime | None:
    for number, time in enumerate(times):
        if start <= time.timex.start < end and _dates(time) and not time.value.endswith("_REF"):
            return claim_time(number, time, saying=saying)
    return None


def claim_time(number: int | None, time: Time, saying: bool = False, inherited: bool = False) -> ClaimTime:
    """A resolved time as a claim's. One that dates the saying bounds the happening from above only."""
    assert time.interval is not None and time.granularity is not None
    interval, steps = time.interval, time.steps
    if saying and interval.end is not None:
        interval = Interval(None, interval.end)
        steps = (*steps, f"“{time.timex.text}” dates the saying: the happening is not later")
    return ClaimTime(
        time=number,
        text=time.timex.text,
        value=time.value,
        interval=interval,
        granularity=time.granularity,
        approximate=time.approximate,
        inherited=inherited,
        saying=saying,
        cut=time.cut,
        zone=time.zone,
        basis=time.basis,
        rule=time.timex.rule,
        steps=steps,
    )


def _whole_day(time: ClaimTime, place_zone: str) -> ClaimTime:
    """The local day of a time: what "then" means in a narrative that goes on."""
    start = time.interval.start
    assert start is not None
    zone = ZoneInfo(place_zone) if place_zone else UTC
    middle = start + (time.interval.end - start) / 2 if time.interval.end else start
    local = middle.astimezone(zone)
    midnight = datetime(local.year, local.month, local.day, tzinfo=zone)
    day = Interval(midnight, midnight + timedelta(days=1))
    interval = Interval(day.start, min(filter(None, (day.end, time.interval.end)), default=None)) if time.cut else day
    return _carried(time, interval, Granularity.DAY)


def _carried(time: ClaimTime, interval: Interval, granularity: Granularity) -> ClaimTime:
    return ClaimTime(
        time=time.time,
        text=time.text,
        value=time.value[:10],
        interval=interval,
        granularity=granularity,
        approximate=False,
        inherited=True,
        saying=False,
        cut=time.cut,
        zone=time.zone,
        basis=time.basis,
        rule=time.rule,
        steps=(*time.steps, f"no time of its own: carried on from “{time.text}”"),
    )


def _until_midnight(time: ClaimTime, place_zone: str) -> ClaimTime:
    """ "Planes later struck": from the time last told to the end of its day."""
    day = _whole_day(time, place_zone)
    if time.interval.start is None or day.interval.end is None or time.interval.start >= day.interval.end:
        return _carried(time, time.interval, time.granularity)
    return replace(day, interval=Interval(time.interval.start, day.interval.end))


def _inherited(text: str, told: Told, thread: _Thread, place_zone: str) -> ClaimTime | None:
    """The narrative's time, unless the clause speaks of how things stand or of what is to come."""
    words = text[told.clause.start : told.clause.end]
    happening = told.trigger.happening if told.trigger else None
    if happening is None or happening.state or told.status.value == "expected":
        return None
    if thread.near is not None and thread.reaches(told):
        if _LATER.search(words) and thread.near.granularity.finer_than(Granularity.DAY):
            return _until_midnight(thread.near, place_zone)
        return _carried(thread.near, thread.near.interval, thread.near.granularity)
    if _PRESENT.search(words) and not is_speaker(words):
        return None
    return thread.day


def _claim(text: str, told: Told, time: ClaimTime | None, doubts: tuple[str, ...]) -> Claim:
    clause, trigger = told.clause, told.trigger
    return Claim(
        start=clause.start,
        end=clause.end,
        quote=text[clause.start : clause.end],
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
