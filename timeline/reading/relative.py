"""Times told by another event of the article: "31 hours after the quake", "hours after the blast", "on the third day of
the siege", "the morning after the crash"; and the event's own, where the deed beside it has one."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from timeline.reading.calendar import add_days
from timeline.reading.claims import ClaimTime, Told
from timeline.reading.clock import days_in, part_in, zone_named
from timeline.reading.grammar.meaning import Duration
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.calendar_english import ORDINALS
from timeline.reading.lexicon.time_words import AROUND_A_CLOCK
from timeline.reading.notation import clock_value, day_value
from timeline.reading.resolution import Time
from timeline.reading.statuses import Status
from timeline.reading.triggers import find_triggers
from timeline.reading.words import split_words

_LENGTHS = {
    "TS": timedelta(seconds=1), "TM": timedelta(minutes=1), "TH": timedelta(hours=1),
    "D": timedelta(days=1), "W": timedelta(weeks=1),
}  # fmt: skip
HOURS_ON = timedelta(hours=6)  # what "hours after" reaches at least
_VIOLENCE = "violence"  # what one outlet calls a strike another calls an attack or a blast
VIOLENT = frozenset(("assault", "strike", "explosion", "shooting", "clash"))
_KEPT = 2  # times of a kind of event
_REACH = 60  # characters in which the event is named
_HEAD = 1000  # characters of an article that say what it is about
_SIDE = re.compile(r"\s(?P<side>after|before)\s(?P<event>[^.;:,]{3,60})", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?P<unit>hours|minutes|moments|seconds) (?P<side>after)\s(?P<event>[^.;:,]{3,60})", re.IGNORECASE
)
_NTH = re.compile(
    rf"\b(?:the|its|their) (?P<nth>{'|'.join(w for w in ORDINALS if w.isalpha())}|\d{{1,2}}(?:st|nd|rd|th)) "
    r"(?:full )?day of (?P<event>(?:the|his|her|their|its) [^.;:,]{3,60})",
    re.IGNORECASE,
)
_OF_DAY = re.compile(
    r"\b(?P<part>day|morning|night|evening|afternoon|eve) (?P<side>of|after|before) "
    r"(?P<event>(?:the|his|her|their|its) (?!(?:same|next|previous|following)\b)[^.;:,]{3,60})",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:after|before)\b", re.IGNORECASE)
_CAME = re.compile(
    r"\b(?:c[ao]mes?|follow(?:s|ed)|struck|happened|occurred|took place) "
    r"(?:just |only |barely |(?:less|more) than |about )?\Z",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"(?:the|an?) (?:first|previous|last|other|earlier|initial)(?: one)?\W*\Z", re.IGNORECASE)
# What may stand for the main happening, whatever that was.
_IT_ALL = re.compile(
    r"(?:the|this|that|it|they|their)\b[^,]{0,20}\b(?:disaster|accident|incident|tragedy|attack|assault|event|began|started|happened|struck)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A time told by an event: its words, those that name the event, and what they make of the event's time."""

    words: str
    event: str
    made: Callable[[ClaimTime], ClaimTime | None]
    overrides: bool = False  # a part of the day that was placed without the event
    is_event: bool = False  # the claim is the event itself: its time counts back from what is told beside it,
    follows: bool = False  # or from the main happening, of which it is said that it came so long after


def beside_events(
    text: str,
    told: tuple[Told, ...],
    own: Sequence[ClaimTime | None],
    times: tuple[Time, ...],
    place_zone: str,
    main: ClaimTime | None = None,
) -> list[ClaimTime | None]:
    """The claims' own times, those told by another event of the article filled in from the first time that is told of
    such an event in its own words, else from the day of the `main` happening."""
    lengths = sorted(
        (t.timex.start, t.timex.end, n) for n, t in enumerate(times) if isinstance(t.timex.meaning, Duration)
    )
    known = _Known(told, own, main, text[:_HEAD])
    result = list(own)
    for place, item in enumerate(told):
        for said in _said_in(text, item, times, lengths, place_zone):
            if result[place] is not None and not said.overrides:
                continue
            event = known.time_of(said.event, place)
            if said.is_event:
                event = _beside(place, told, result) or (main if said.follows else None)
            found = said.made(event) if event is not None else None
            if event is not None and found is not None:
                steps = (*event.steps, f"“{said.words}”, counted from “{event.text}”")
                result[place] = replace(found, text=said.words, approximate=True, cut=False, rule="event", steps=steps)
                break
    return result


def _beside(place: int, told: tuple[Told, ...], own: Sequence[ClaimTime | None]) -> ClaimTime | None:
    """The own time of the claim before in the same sentence."""
    same = place > 0 and told[place - 1].speech.sentence == told[place].speech.sentence
    return own[place - 1] if same else None


class _Known:
    """The first clock time and the first day told of each kind of event, and of the main one."""

    def __init__(
        self, told: tuple[Told, ...], own: Sequence[ClaimTime | None], main: ClaimTime | None, head: str
    ) -> None:
        self.told, self.main, self.head = told, main, head
        families = Counter(item.trigger.happening.family for item in told if item.trigger)
        self.family = families.most_common(1)[0][0] if families else ""
        self.first: dict[str, list[tuple[int, ClaimTime]]] = {}
        for place, (item, time) in enumerate(zip(told, own, strict=True)):
            if item.trigger is None or time is None or time.saying or time.interval.is_open:
                continue
            if time.granularity.rank < Granularity.DAY.rank or item.status not in (Status.ASSERTED, Status.PURPORTED):
                continue
            family = item.trigger.happening.family
            for kind in {family, _VIOLENCE if family in VIOLENT else family}:
                found = self.first.setdefault(kind, [])
                if len(found) < _KEPT:
                    found.append((place, time))

    def time_of(self, event: str, place: int) -> ClaimTime | None:
        """The time of the event these words name, told in another claim than number `place`: a clock time first."""
        trigger = self.told[place].trigger
        named = find_triggers(event, split_words(event), f"{event} {self.head}")[:1]
        kinds = [t.happening.family for t in named]
        if not kinds and _ELLIPSIS.match(event) and trigger is not None:
            kinds = [trigger.happening.family]
        elif not kinds and not _IT_ALL.match(event):
            return None
        kinds += [_VIOLENCE] if not kinds or kinds[0] in VIOLENT else []
        for kind in kinds:
            times = [time for number, time in self.first.get(kind, ()) if number != place]
            if times:
                return max(times, key=lambda time: time.granularity.rank)
        return self.main if not named or kinds[0] == self.family else None


def _said_in(
    text: str, item: Told, times: tuple[Time, ...], lengths: list[tuple[int, int, int]], place_zone: str
) -> Iterator[_Said]:
    """The times told by events in the words of a claim."""
    start, end = item.clause.start, item.clause.end
    found = lengths[bisect_left(lengths, (start,)) : bisect_left(lengths, (end,))]
    opens = _OPENS.match(text, start, end)
    before = lengths[max(bisect_left(lengths, (start,)) - 1, 0) : bisect_left(lengths, (start,))]
    for first, last, number in (*before, *found) if opens else found:
        named = _SIDE.match(text, last, last + _REACH)
        meaning = times[number].timex.meaning
        if named is None or not isinstance(meaning, Duration) or len(meaning.parts) != 1:
            continue
        amount, unit = meaning.parts[0]
        if amount is None or unit not in _LENGTHS:
            continue
        sign = -1 if named["side"].lower() == "before" else 1
        words = text[first : named.end("side")]
        at = item.trigger.start if item.trigger and item.trigger.verb else -1
        inside = first < start or named.start("event") <= at < named.end("event")
        if inside and first < start and named.start("side") != start:
            continue
        amount = -amount if inside else amount
        follows = _CAME.search(text, max(first - 30, 0), first) is not None
        yield _Said(words, named["event"], _shifted(sign * amount, unit, place_zone), False, inside, follows)
    for vague in _VAGUE.finditer(text, start, end) if not found else ():
        short = vague["unit"].lower() != "hours"
        yield _Said(text[vague.start() : vague.end("side")], vague["event"], _soon_after(short, place_zone))
    for nth in _NTH.finditer(text, start, end):
        value = ORDINALS.get(nth["nth"].lower()) or re.sub(r"\D", "", nth["nth"])
        yield _Said(nth.group(), nth["event"], _on_day(int(str(value)) - 1, "day", place_zone))
    for beside in _OF_DAY.finditer(text, start, end):
        part, side = beside["part"].lower(), beside["side"].lower()
        days = {"after": 1, "before": -1}.get(side, -1 if part == "eve" else 0)
        yield _Said(
            beside.group(), beside["event"], _on_day(days, part, place_zone), overrides=part not in ("day", "eve")
        )


def _shifted(amount: float, unit: str, place_zone: str) -> Callable[[ClaimTime], ClaimTime | None]:
    """So long after (or before) the event: hours to the half-hour, days as whole days of the place."""

    def made(event: ClaimTime) -> ClaimTime | None:
        if unit in ("D", "W"):
            return _on_day(round(amount * (7 if unit == "W" else 1)), "day", place_zone)(event)
        middle = _middle(event)
        if middle is None:
            return None
        reached = middle + amount * _LENGTHS[unit]
        loose = unit == "TH" or event.approximate or event.granularity.rank < Granularity.MINUTE.rank
        interval = (
            Interval(reached - AROUND_A_CLOCK, reached + AROUND_A_CLOCK)
            if loose
            else Interval(reached, reached + timedelta(minutes=1))
        )
        granularity = Granularity.HOUR if loose else Granularity.MINUTE
        return replace(event, interval=interval, granularity=granularity, value=_value(reached, place_zone))

    return made


def _soon_after(short: bool, place_zone: str) -> Callable[[ClaimTime], ClaimTime | None]:
    """Hours after the event: from then to the end of its day. Minutes after it: within the half-hour."""

    def made(event: ClaimTime) -> ClaimTime | None:
        middle = _middle(event, Granularity.DAY)
        if middle is None:
            return None
        if short:
            return replace(event, interval=Interval(middle, middle + AROUND_A_CLOCK), granularity=Granularity.HOUR)
        day = _days(_local(middle, place_zone).date(), place_zone)
        late = day.end if day.end and day.end - middle >= HOURS_ON else middle + HOURS_ON
        return replace(event, interval=Interval(middle, late), granularity=Granularity.PART_OF_DAY)

    return made


def _on_day(days: int, part: str, place_zone: str) -> Callable[[ClaimTime], ClaimTime | None]:
    """The day of the event or one so many days from it, or a part of that day."""

    def made(event: ClaimTime) -> ClaimTime | None:
        start, end = event.interval.start, event.interval.end
        if start is None or end is None or end - start > timedelta(days=1, hours=1):
            return None
        day = add_days(_local(start + (end - start) / 2, place_zone).date(), days)
        whole = part in ("day", "eve")
        interval = _days(day, place_zone) if whole else part_in(zone_named(place_zone, "place"), day, part)
        granularity = Granularity.DAY if whole else Granularity.PART_OF_DAY
        return replace(event, interval=interval, granularity=granularity, value=day_value(day))

    return made


def _middle(event: ClaimTime, coarser: Granularity = Granularity.PART_OF_DAY) -> datetime | None:
    """The instant of an event told more finely than by a part of the day, or than `coarser`; None for any other."""
    start, end = event.interval.start, event.interval.end
    if start is None or end is None or not event.granularity.finer_than(coarser):
        return None
    return start + (end - start) / 2 if end - start > timedelta(minutes=1) else start


def _local(moment: datetime, place_zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(place_zone) if place_zone else UTC)


def _days(day: date, place_zone: str) -> Interval:
    return days_in(zone_named(place_zone, "place"), day, add_days(day, 1))


def _value(moment: datetime, place_zone: str) -> str:
    return clock_value(_local(moment, place_zone).replace(tzinfo=None))
