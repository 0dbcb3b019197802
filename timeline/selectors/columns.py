"""The columns of a comparison: what one origin says of an event, in which words, through whom."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from timeline import wording
from timeline.labels import claim_url, counts_of, how, published, split_at_time, tells, words_only
from timeline.models import Article, Claim, Conflict, Quantity
from timeline.reading.lexicon.reporting import PRONOUNS
from timeline.reading.lexicon.verbs import PARTICLES
from timeline.reading.morphology import is_verbal
from timeline.selectors.timeline import witness
from timeline.styles import Style, Styles

UTC = ZoneInfo("UTC")
# A date of publication known no better than this says little about how long after the event it was.
VAGUE = 3600
# So many sentences of a column stand in sight; the rest opens.
MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Outlet:
    """An article that carries an origin's account: when it was published and how long after the happening."""

    article: Article
    style: Style
    url: str
    published: str
    lag: str


@dataclass(slots=True)
class Words:
    """A quote cut at the words of its time: before, time, after; who prints it, and what it tells besides.

    `pks` are its claims; `differs` says that one of them stands against the most supported side of a conflict.
    """

    before: str
    time: str
    after: str
    claims: tuple[Outlet, ...]
    pks: set[int]
    when: str
    how: str
    tells: list[str]
    differs: bool = False


@dataclass(slots=True)
class Reading:
    """One time of a column: on the page's clock, in UTC, how finely, and the steps that led there; `pks` and
    `differs` as of `Words`."""

    local: str
    utc: str
    how: str
    steps: list[str]
    pks: set[int]
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a cell is marked: with whom it cannot hold, and on demand the conflict's own sentence."""

    text: str
    conflict: Conflict


@dataclass(slots=True)
class Column:
    """One origin. `words` are the sentences that say when, how many or not at all, at most `MOST_WORDS`; `more` the
    others.

    `claims` are the ids of all of them, `differs` maps a row's name to the reasons its cell is marked.
    """

    number: int
    who: str
    role: str
    through: str
    claims: set[int]
    outlets: list[Outlet]
    words: list[Words]
    more: list[Words]
    readings: list[Reading]
    happened: list[str]
    quantities: list[str]
    statuses: list[str]
    doubts: list[str]
    differs: dict[str, list[Reason]] = field(default_factory=dict)

    @property
    def lags(self) -> list[Outlet]:
        """The outlets, where of one of them at least it is known how long after the happening it came."""
        return self.outlets if any(outlet.lag for outlet in self.outlets) else []

    def shorten(self) -> None:
        """Keep the sentences that differ and the first of the others in sight."""
        kept = sorted(range(len(self.words)), key=lambda place: not self.words[place].differs)[:MOST_WORDS]
        self.more = [words for place, words in enumerate(self.words) if place not in kept] + self.more
        self.words = [self.words[place] for place in sorted(kept)]


def columns(claims: Sequence[Claim], zone: ZoneInfo, styles: Styles, slug: str) -> list[Column]:
    """A column an origin, from the earliest told time to the latest, those without one last."""
    groups: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.origin].append(claim)
    ordered = sorted(groups.items(), key=lambda item: (_told_at(item[1]), item[0]))
    return [_column(number, group, zone, styles, slug) for number, group in ordered]


def _told_at(claims: Sequence[Claim]) -> float:
    """When an origin's earliest told time is centred, in seconds."""
    told = [claim.timestamp for claim in claims if claim.timestamp and not claim.timestamp.inherited]
    ends = [(stamp.start or stamp.end, stamp.end or stamp.start) for stamp in told]
    return min((sum(instant.timestamp() for instant in pair) / 2 for pair in ends), default=float("inf"))


def _column(number: int, group: list[Claim], zone: ZoneInfo, styles: Styles, slug: str) -> Column:
    telling = [claim for claim in group if tells(claim)] or group[:1]
    carried = {claim.pk: outlet(claim, zone, styles, slug) for claim in group}
    via = dict.fromkeys(claim.via or claim.article.via for claim in group if claim.via or claim.article.via)
    own = [claim for claim in telling if claim.timestamp and not claim.timestamp.inherited]
    words = _words(telling, carried, zone)
    said_already = {words_only(claim.quote) for claim in telling}
    return Column(
        number=number,
        who=witness(group, styles),
        role=next((claim.role for claim in group if claim.role), ""),
        through=f"via {wording.listing(via)}" if via else "" if group[0].voice else "own report",
        claims={claim.pk for claim in group},
        outlets=_distinct_outlets(carried.values()),
        words=words,
        more=_words([claim for claim in group if words_only(claim.quote) not in said_already], carried, zone),
        readings=_readings(own or telling, zone),
        happened=_distinct(happened(claim) for claim in telling)[:4],
        quantities=_distinct(said(quantity) for claim in group for quantity in counts_of(claim)),
        statuses=_distinct(claim.status for claim in group),
        doubts=_distinct(doubt.text for claim in group for doubt in claim.doubts.all() if not doubt.settled),
    )


def _distinct(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def _distinct_outlets(outlets: Iterable[Outlet]) -> list[Outlet]:
    """An article once, with how long after its first dated claim it came."""
    found: dict[int, Outlet] = {}
    for one in outlets:
        if one.article.pk not in found or (one.lag and not found[one.article.pk].lag):
            found[one.article.pk] = one
    return list(found.values())


def outlet(claim: Claim, zone: ZoneInfo, styles: Styles, slug: str) -> Outlet:
    article = claim.article
    return Outlet(article, styles.of(article), claim_url(slug, claim), published(article, zone), lag(claim))


def lag(claim: Claim) -> str:
    """How long after the happening it was published, by the claim's own time; "" where that cannot be told."""
    stamp, article = claim.timestamp, claim.article
    if not stamp or stamp.end is None or stamp.cut or article.start is None or article.end is None:
        return ""
    least = (article.start - stamp.end).total_seconds()
    most = (article.end - stamp.end).total_seconds()
    if least >= 0:
        spread = f" to {wording.gap(most)}" if most - least > VAGUE else ""
        return f"{wording.gap(least)}{spread} after it ended"
    if stamp.start and article.end <= stamp.start:
        return "before it"
    return "within that time" if most <= 0 and stamp.start and article.start >= stamp.start else ""


def _words(claims: Sequence[Claim], carried: dict[int, Outlet], zone: ZoneInfo) -> list[Words]:
    """The different quotes, each with the outlets that print it and what they tell."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[words_only(claim.quote)].append(claim)
    return [
        _quoted(group, tuple(_distinct_outlets(carried[claim.pk] for claim in group)), zone)
        for group in groups.values()
    ]


def _quoted(group: Sequence[Claim], outlets: tuple[Outlet, ...], zone: ZoneInfo) -> Words:
    """One quote; its time is the first that is its own, else the first it inherits."""
    dated = sorted((claim for claim in group if claim.timestamp), key=lambda claim: claim.timestamp.inherited)
    stamp = dated[0].timestamp if dated else None
    counts = [said(quantity) for quantity in counts_of(group[0])]
    return Words(
        *split_at_time(dated[0] if dated else group[0]),
        claims=outlets,
        pks={claim.pk for claim in group},
        when=wording.interval(stamp.start, stamp.end, zone) if stamp else "",
        how=how(dated[0]) if dated else "",
        tells=[*counts, *([group[0].status] if group[0].status != "asserted" else [])],
    )


def _readings(claims: Sequence[Claim], zone: ZoneInfo) -> list[Reading]:
    found: dict[str, Reading] = {}
    for claim in claims:
        stamp = claim.timestamp
        if stamp is None:
            continue
        reading = Reading(
            local=wording.interval(stamp.start, stamp.end, zone),
            utc=wording.interval(stamp.start, stamp.end, UTC),
            how=how(claim),
            steps=[step for step in stamp.steps.splitlines() if step],
            pks=set(),
        )
        found.setdefault(reading.local, reading).pks.add(claim.pk)
    return list(found.values())


def happened(claim: Claim) -> str:
    """Who did what to whom, as far as the words say."""
    actor, target = named(claim.actor), named(claim.target)
    parts = [actor, f"→ {target}" if target else "", f"({claim.place})" if claim.place else ""]
    told = " ".join(filter(None, parts))
    return f"{claim.type}: {told}" if told else claim.type


def named(words: str) -> str:
    """What takes part, where the words name it: "" for a pronoun, a bare verb, "with a mortar"."""
    first, *rest = words.split() or [""]
    if first.lower() in PRONOUNS | PARTICLES or (not rest and is_verbal(first)):
        return ""
    return words


def said(quantity: Quantity) -> str:
    """A count with its unit, and the words for it where they are not the figure itself."""
    amount = wording.amount(quantity.low, quantity.high, quantity.approximate)
    unit = quantity.unit if quantity.unit not in quantity.text else ""
    counted = quantity.of if quantity.of != quantity.unit else ""
    told = " ".join(filter(None, [amount, unit, counted]))
    return told if quantity.text == amount else f"{told} (“{quantity.text}”)"
