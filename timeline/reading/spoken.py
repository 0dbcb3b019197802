"""What a time is placed by: the narrative as it was told so far, and what is known of the time of writing."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from timeline.reading.calendar import Placed


@dataclass(slots=True)
class Narrative:
    """What has been spoken of so far. `day` is the last day told, `behind` the last that was not to come, `sentence`
    the one `day` was told in; `last` the last unit told, `quarter` the last quarter or half; `moment` the last clock
    time; `night` whether a night was told last, which ends on the day after, and `part` the part of the day told last,
    in sentence `part_told`. `passing` is the day of a saying or of a bound, which holds in its sentence (`passed_in`)
    only. Local calendar throughout, except that the day is one of the zone `clock_zone` where the last clock time told
    with a day was printed with one; `told_zone` is the place the last such clock time named ("Moscow time"); `main` the
    day a story told long after is of, where the first day `told` lies so far back; `turned_from` the day it was just
    turned back from; `declared` the day the story says it is told so long after, and how long."""

    day: date | None = None
    behind: date | None = None
    sentence: int = -1
    last: Placed | None = None
    quarter: Placed | None = None
    moment: datetime | None = None
    night: bool = False
    part: str = ""
    part_told: int = -1
    passing: date | None = None
    passed_in: int = -1
    clock_zone: str = ""
    main: date | None = None
    told_zone: str = ""
    told: bool = False
    turned_from: date | None = None
    declared: tuple[date, timedelta] | None = None

    def come_upon(self, day: date) -> None:
        """A day told that is the one the story says at its head that it is told so long after: it is of that day."""
        if self.declared is not None and abs(day - self.declared[0]) <= self.declared[1] / 4:
            self.main, self.declared = day, None

    def day_at(self, sentence: int) -> tuple[date | None, bool]:
        """The day spoken of where a sentence stands, and whether it was told in that sentence."""
        if self.passing is not None and self.passed_in == sentence:
            return self.passing, True
        return self.day, self.day is not None and self.sentence == sentence

    def pass_through(self, day: date, sentence: int) -> None:
        """A saying's day: the narrative goes on from it only where it has no other."""
        self.passing, self.passed_in = day, sentence
        if self.day is None:
            self.day = day

    def turn_back(self) -> None:
        """A new paragraph of a story told days after goes back to the day it is of; the next day goes on from it."""
        if self.main is not None and self.day is not None and abs(self.day - self.main) > timedelta(days=1):
            self.turned_from = self.day
            self.day, self.sentence, self.night, self.part, self.passing = self.main, -1, False, "", None

    def turn_to(self, told: date, here: date) -> None:
        """The day just told was that of another zone: it is `here` at the place."""
        self.day = here if self.day == told else self.day
        self.passing = here if self.passing == told else self.passing

    def go_on(self, day: date, sentence: int, part: str) -> None:
        self.day, self.sentence, self.passing = day, sentence, None
        self.part, self.part_told, self.night = part, sentence, part in ("night", "midnight")
        self.turned_from = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a time is placed by: the printed calendar date and time of writing (None: unknown), the tense of the clause,
    the narrative, and the latest instant of the anchor (`limit`, aware); `after` is the day a range of weekdays began
    with; `passing` marks a time that dates a saying or only bounds, and does not move the narrative; `likely` is the
    latest instant under most zones the anchor may have, `here` the clock of the place at the time of writing (None
    where that is not known); `onward` says that the time is told as one from or after which something was,
    `perfect` that its verb looks back from another ("had sailed")."""

    now: datetime | None
    tense: str
    sentence: int
    narrative: Narrative
    limit: datetime | None = None
    after: date | None = None
    passing: bool = False
    likely: datetime | None = None
    here: datetime | None = None
    onward: bool = False
    perfect: bool = False

    @property
    def today(self) -> date | None:
        return self.now.date() if self.now else None

    @property
    def today_there(self) -> date | None:
        return self.here.date() if self.here else None

    @property
    def ahead(self) -> bool:
        return self.tense in ("future", "due")
