"""What weaving looks at: one row a claim, with what its article tells about it. Made from stored rows, so that an
editor's changes count."""

from dataclasses import dataclass
from datetime import timedelta

from timeline.reading.claims import Quantity, Status
from timeline.reading.intervals import Granularity, Interval


@dataclass(frozen=True, slots=True)
class Account:
    """A claim as the desk sees it. `id` and `article` are the caller's, of any sortable type; `pinned` is the id of
    the event an editor put it in, or None. `published` is the article's anchor interval under every zone it may
    have."""

    id: int
    article: int
    source: str
    text: str  # the quote
    type: str
    status: Status
    place: str = ""
    actor: str = ""
    target: str = ""
    voice: str = ""
    role: str = ""
    via: str = ""
    article_via: str = ""  # whose copy the article is
    interval: Interval | None = None
    granularity: Granularity | None = None
    approximate: bool = False
    inherited: bool = False
    saying: bool = False
    cut: bool = False
    zone: str = "unknown"  # the zone its time was read in
    unlike_clocks: bool = False  # its time is printed by two clocks that do not agree
    quantities: tuple[Quantity, ...] = ()
    published: Interval | None = None
    start: int = 0  # where it stands in the article, for reading order
    pinned: int | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """The instants compatible with the most origins: `by` of the `dated` origins that give a time of their own."""

    interval: Interval
    by: int
    dated: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims of one event that cannot all hold. `sides` are groups of claim ids; any two sides disagree."""

    kind: str
    of: str  # the thing counted, for quantities
    sides: tuple[tuple[int, ...], ...]
    strength: str  # "hard" or "soft"
    gap: timedelta | None
    why: str
    state: str = "open"  # or "doubt"


@dataclass(frozen=True, slots=True)
class Event:
    """Accounts of the same happening. `pinned` is the event id an editor's choice gave it, or None."""

    title: str
    type: str
    place: str
    background: bool
    claims: tuple[int, ...]
    origins: tuple[tuple[int, ...], ...]
    support: Support | None
    conflicts: tuple[Conflict, ...]
    pinned: int | None = None


@dataclass(frozen=True, slots=True)
class Weave:
    """All events of a dossier, earliest first; `copies` maps an article to the article it repeats."""

    events: tuple[Event, ...]
    copies: tuple[tuple[int, int], ...] = ()
