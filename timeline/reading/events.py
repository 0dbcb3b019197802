"""Which claims tell of the same happening: type family, what is acted on, place, and nearness in time.

A conflict of times must not split an event, so times part claims only where they are days apart; a place that only a
few articles name parts them from the happening the dossier is about.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from difflib import SequenceMatcher

from timeline.reading.accounts import Account
from timeline.reading.intervals import Interval
from timeline.reading.lexicon.actors import ACTORS, OBJECTS
from timeline.reading.lexicon.countries import WIDE
from timeline.reading.lexicon.reporting import PRONOUNS
from timeline.reading.participants import places_in
from timeline.reading.triggers import happening_of

NEAR = timedelta(days=5)  # times told of one happening lie this near; DESIGN.md section 5
SPELT_ALIKE = 0.8  # difflib ratio of two spellings of one name
CORE_SHARE = 0.7  # a name in this share of the articles is what the dossier is about

_OBJECTS = {kind: re.compile(rf"\b(?:{pattern})\b(?![’'])", re.IGNORECASE) for kind, pattern in OBJECTS.items()}
_GOVERNMENT = re.compile(rf"\b(?:{ACTORS['government']})\b|\bour\b", re.IGNORECASE | re.VERBOSE)
_AGAIN = re.compile(
    r"\b(?:second|another|new|fresh|renewed|later|further) (?:\w+ )?"
    r"(?:wave|attack|assault|strike|quake|blast|explosion)",
    re.I,
)
_REFERENCE = re.compile(r"\bof [A-Z]\w+(?: [A-Z]\w+)*")  # "900 miles south of Newport" is not about Newport
VIOLENT = ("assault", "strike", "explosion", "shooting", "hijacking")
_ON_THE_GROUND = re.compile(
    r"storm|enter|raid|inva|sieg|assault|ambush|reach|broke|moved|fighters|troops|militants|rebels", re.I
)
_NAME = re.compile(r"[A-Z][\w’'-]*(?: (?:(?:al|el|of|bin)[ -])?[A-Z][\w’'-]*)*")
_GENERIC = frozenset("""the a an of in and on at provincial local its their his main key several some all""".split())


@dataclass(slots=True)
class Group:
    """Accounts of one event while they are being gathered."""

    topic: tuple[str, str]
    accounts: list[Account] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    earliest: datetime | None = None
    latest: datetime | None = None
    spans: list[Interval] = field(default_factory=list)  # years and open spans, too coarse for the bounds
    pinned: int | None = None

    def add(self, account: Account, names: frozenset[str]) -> None:
        self.accounts.append(account)
        self.names |= names
        self.words |= target_words(account)
        if account.interval is None or account.saying:
            return
        if not _is_definite(account):
            self.spans.append(account.interval)
            return
        start, end = account.interval.start or account.interval.end, account.interval.end or account.interval.start
        assert start is not None and end is not None
        self.earliest = start if self.earliest is None else min(self.earliest, start)
        self.latest = end if self.latest is None else max(self.latest, end)

    def is_near(self, account: Account) -> bool:
        if account.interval is None or account.saying:
            return True
        if self.earliest is None or self.latest is None:
            return not self.spans or any(span.widened(NEAR).overlaps(account.interval) for span in self.spans)
        start, end = account.interval.start or account.interval.end, account.interval.end or account.interval.start
        assert start is not None and end is not None
        return start - self.latest <= NEAR and self.earliest - end <= NEAR

    def meets(self, account: Account) -> bool:
        """The account's own time lies among the group's."""
        if account.interval is None or account.inherited or self.earliest is None or self.latest is None:
            return False
        return account.interval.overlaps(
            Interval(self.earliest, max(self.latest, self.earliest + timedelta(seconds=1)))
        )


def _is_definite(account: Account) -> bool:
    """Told for a month or less: years and open spans say too little to draw a group's bounds by."""
    length = account.interval.duration if account.interval else None
    return length is not None and length <= timedelta(days=31)


def group_accounts(accounts: Sequence[Account]) -> list[Group]:
    """The events of a dossier; an account an editor pinned goes where it was put."""
    core, alias = _core_names(accounts)
    attack = _kind_of_attack(accounts)
    by_topic: dict[tuple[str, str], list[Group]] = defaultdict(list)
    pinned: dict[int, Group] = {}
    for account in sorted(accounts, key=_order):
        names = _own_names(account, core, alias)
        topic = topic_of(account, attack)
        if account.pinned is not None:
            group = pinned.get(account.pinned)
            if group is None:
                group = pinned[account.pinned] = Group(topic, pinned=account.pinned)
                by_topic[topic].append(group)
        else:
            found = [g for g in by_topic[topic] if _belongs(g, account, names)]
            group = max(found, key=lambda g: (g.meets(account), len(g.accounts))) if found else Group(topic)
            if not found:
                by_topic[topic].append(group)
        group.add(account, names)
    return [group for groups in by_topic.values() for group in groups]


def _order(account: Account) -> tuple[bool, bool, int, int]:
    """Those an editor placed, then those with a time of their own, then the rest, each in reading order."""
    return account.pinned is None, account.interval is None or account.inherited, account.article, account.start


def _belongs(group: Group, account: Account, names: frozenset[str]) -> bool:
    if not group.is_near(account):
        return False
    if group.topic[0] == "disaster" and _other_strength(group, account):
        return False
    if group.topic[1] == "building" and not (group.words & target_words(account)):
        return False
    return bool(names & group.names) if names or group.names else True


def _kind_of_attack(accounts: Sequence[Account]) -> str:
    """What "the attack" is in this dossier: the family of violence most is told of."""
    told = Counter(happening_of(a.type).family for a in accounts if not _is_bare_attack(a))
    return max(VIOLENT, key=lambda family: told[family])


def _is_bare_attack(account: Account) -> bool:
    return account.type == "attack" and not _ON_THE_GROUND.search(account.text)


def _other_strength(group: Group, account: Account) -> bool:
    """A quake a whole magnitude weaker or stronger is another quake."""
    known = [q.low for a in group.accounts for q in a.quantities if q.of == "magnitude" and q.low is not None]
    told = [q.low for q in account.quantities if q.of == "magnitude" and q.low is not None]
    return bool(known and told) and abs(known[0] - told[0]) >= 1


def topic_of(account: Account, attack: str = "assault") -> tuple[str, str]:
    """(family, what is acted on): claims of different topics are never one event. `attack` is the family of what is
    only called "the attack"."""
    family = attack if _is_bare_attack(account) else happening_of(account.type).family
    thing = thing_of(account)
    if family == "statement":
        return family, (account.voice.split() or [account.source])[-1].lower()
    if _AGAIN.search(account.text):
        return family, "again"
    if family in {"control", "capture"} and thing == "districts":
        counted = any("district" in q.unit.lower() for q in account.quantities)
        return "hold", "districts counted" if counted else "districts"
    if family == "control" and thing in {"city", "village", ""} and _GOVERNMENT.search(account.text):
        return "regain", ""
    if family == "capture" and thing in {"city", "village", ""}:
        return "assault", ""  # taking the town is what the attack on it was for
    if family in {"capture", "destruction"}:
        return family, thing if thing in {"building", "hospital", "village", "city", "province"} else "city"
    if family == "disaster" and "aftershock" in account.text.lower():
        return family, "aftershock"
    return family, ""


def thing_of(account: Account) -> str:
    """The kind of thing acted on, by the object's words, else by those of the quote."""
    for words in (account.target, account.text):
        hits = {kind: m.start() for kind, pattern in _OBJECTS.items() if (m := pattern.search(words))}
        if hits.keys() & {"building", "home"} and happening_of(account.type).family == "destruction":
            hits |= {kind: -1 for kind in ("city", "village") if _OBJECTS[kind].search(account.text)}
        if hits:
            return min(hits, key=hits.__getitem__)  # "buildings in the capital" are the capital's
    return ""


def target_words(account: Account) -> set[str]:
    return {
        w
        for w in re.findall(r"\w+", (account.target or account.text).lower())
        if (w not in _GENERIC and len(w) > 2) or w == "hq"
    } - {
        "headquarters",
        "office",
        "offices",
        "building",
        "buildings",
    }


def place_names(account: Account) -> frozenset[str]:
    """The places an account's own words name; where the subject is a pronoun, the place carried over to it as well."""
    words = _REFERENCE.sub(" ", account.text) if account.type == "location" else account.text
    named = {name for name in places_in(words) if len(name) > 2}
    carried = account.place and (account.place in words or account.actor.lower() in PRONOUNS)
    return frozenset(named | {account.place} if carried else named)


def _core_names(accounts: Sequence[Account]) -> tuple[frozenset[str], dict[str, str]]:
    """The names that most articles share (plain, lower case), and for every name the spelling it goes by here."""
    articles: dict[str, set[int]] = defaultdict(set)
    for account in accounts:
        for name in (*place_names(account), *_NAME.findall(account.text)):
            for part in (name, *name.split()):
                articles[_plain(part)].add(account.article)
    alias = _spellings({name: len(seen) for name, seen in articles.items()})
    shared: dict[str, set[int]] = defaultdict(set)
    for name, seen in articles.items():
        shared[alias[name]] |= seen
    total = len({a.article for a in accounts})
    least = total - 1 if total == 3 else CORE_SHARE * total  # of three articles one may name it otherwise
    return frozenset(name for name, seen in shared.items() if name and len(seen) >= least), alias


def _spellings(names: dict[str, int]) -> dict[str, str]:
    """Names spelt almost alike go by the most frequent spelling; only names with one first letter are compared."""
    chosen: dict[str, list[str]] = defaultdict(list)
    alias = {}
    for name in sorted(names, key=lambda n: (-names[n], n)):
        like = next((c for c in chosen[name[:1]] if len(name) > 4 and _alike(name, c)), name)
        alias[name] = like
        if like == name:
            chosen[name[:1]].append(name)
    return alias


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 3 or len(other) < 5:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() >= SPELT_ALIKE and matcher.ratio() >= SPELT_ALIKE


def _plain(name: str) -> str:
    return re.sub(r"[^\w]", "", name.lower())


def _own_names(account: Account, core: frozenset[str], alias: dict[str, str]) -> frozenset[str]:
    """The names that part an account from the dossier's main happening: none, where it names what most articles do."""
    own = set()
    for name in place_names(account):
        parts = {alias[p] for p in map(_plain, (name, *name.split())) if p in alias}
        if parts & core and name.lower() in WIDE:
            continue  # the country it all happens in tells nothing apart
        if parts & core:
            return frozenset()
        own |= {p for p in parts if len(p) > 3}
    return frozenset(own)
