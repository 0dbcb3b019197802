"""Stage 8: sentence, time, speaker and happening become a claim."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.reading.attribution import Attribution
from timeline.reading.intervals import Granularity, Interval


class Status(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"
    ATTEMPTED = "attempted"
    EXPECTED = "expected"
    PURPORTED = "purported"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a claim: `low`/`high` bounds (None = open), of what, and its span in the article's text."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    approximate: bool
    unit: str  # the words counted: "prisoners"
    of: str  # the kind of count: killed, injured, escaped, …; "" where it has none


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """When a claim says its happening was. `time` numbers the article's time it rests on (None: publication).

    `inherited`: not told in this clause but carried on from the narrative. `saying`: the words date the saying,
    and the interval is only bounded by it.
    """

    time: int | None
    text: str
    value: str
    interval: Interval
    granularity: Granularity
    approximate: bool
    inherited: bool
    saying: bool
    cut: bool
    zone: str
    basis: str
    rule: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """In this article these words say that this happened, then, according to this voice."""

    start: int
    end: int
    quote: str
    type: str
    status: Status
    place: str
    actor: str
    target: str
    attribution: Attribution
    time: ClaimTime | None
    quantities: tuple[Quantity, ...]
    rule: str  # the word and table entry that made it a claim
    doubts: tuple[str, ...] = ()
