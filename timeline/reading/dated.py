"""Which accounts of an event are held against each other by their times."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from timeline.reading.accounts import Account
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.calendar_english import MONTHS_SHORT
from timeline.reading.sides import kin
from timeline.reading.support import gives_time
from timeline.reading.topics import kind_of_attack, strength_of, topic_of
from timeline.reading.triggers import happening_of

# Happenings that go on or recur have no one time; their accounts are not held against each other.
LASTING = frozenset(
    """control clash talks displacement relief statement rescue panic population location first warning power advance
    deployment hold protest investigation casualties destruction""".split()
)
ALIKE = 2  # content words that a claim without a word for a happening must share with another to be compared
# The end of a thing is not its beginning, and an answer not what it answers.
_PHASES = {
    "deadline": re.compile(r"\b(?:deadline|ultimatum)\b", re.I),
    "end": re.compile(
        r"\b(?:re-?open(?:s|ed|ing)?|lift(?:s|ed|ing)|dropped|resum\w+|restored|called off|expire[sd]?|died down"
        r"|stopp(?:ed|ing)|ceas(?:e|es|ed|ing)"
        r"|(?:came|come|brought) to an end)\b",
        re.I,
    ),
    "answer": re.compile(r"\breturn(?:ed|ing)? fire\b|\bretaliat\w+|\b(?:fired?|hit|struck) back\b", re.I),
}
# The time is that of a state, of how it went on or ended, or of what the clause only follows.
_OF_ANOTHER = re.compile(
    r"\bas of\b|\buntil (?:\w+day|tomorrow|noon|midnight|dawn|next|\d)|\bafter (?:being|having)\b[^,.;]* on \w+day"
    r"|\bspread to\b|\bsporadic|\bcontinu(?:e|es|ed|ing)\b"
    r"|\bstill (?:be |being )?(?:heard|burning|going|raging|fighting)\b"
    r"|\bmore (?:shots|shooting|gunfire|shelling|fire|explosions|blasts)\b",
    re.I,
)
HOUR = timedelta(hours=1)
_MONTH = "|".join(MONTHS_SHORT)
_DAY_NAMED = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:today|yesterday|tomorrow|tonight|overnight|last night|same day)\b"
    r"|\bday (?:before|after|earlier|later)\b|\bthis (?:morning|afternoon|evening)\b"
    rf"|\b(?:{_MONTH})[a-z]*\.? \d|\d (?:of )?(?:{_MONTH})",
    re.I,
)


def of_one_matter(accounts: Sequence[Account]) -> list[Account]:
    """The accounts whose times are compared: those told to the day or finer of what the event is mostly told as."""
    return _most_told(_alike([a for a in accounts if _is_compared(a)]), kind_of_attack(accounts))


def _alike(dated: list[Account]) -> list[Account]:
    """What has no word for a happening is compared only where it shares its words with another."""
    shared = kin(dated, ALIKE)
    return [a for a in dated if family_of(a) != "statement" or a.id in shared]


def _most_told(dated: list[Account], attack: str) -> list[Account]:
    """The accounts of what the event is mostly told as: a landing does not contradict the departure told with it, nor
    an aftershock the quake. What no word of the table tells goes with the rest."""
    matters: dict[tuple[tuple[str, str], str], list[Account]] = defaultdict(list)
    for account in dated:
        matters[topic_of(account, attack), _phase(account)].append(account)
    bare = [a for (topic, phase), told in matters.items() if topic[0] == "statement" and not phase for a in told]
    typed = [told for (topic, _), told in matters.items() if topic[0] != "statement"]
    most = max(typed, key=len, default=[])
    strength = next((s for a in most if (s := strength_of(a)) is not None), None)
    return [a for a in (*most, *bare) if strength is None or abs((strength_of(a) or strength) - strength) < 1]


def _phase(account: Account) -> str:
    """What of a happening is dated, where it is not the happening itself."""
    return next((phase for phase, pattern in _PHASES.items() if pattern.search(account.text)), "")


def _is_compared(account: Account) -> bool:
    """It is dated to the day or finer; what has no word for a happening, by the clock."""
    if account.granularity is None or not gives_time(account) or _OF_ANOTHER.search(account.text):
        return False
    if family_of(account) == "statement":
        return account.granularity.rank > Granularity.DAY.rank and not account.saying
    return account.granularity.rank >= Granularity.DAY.rank and family_of(account) not in LASTING


def family_of(account: Account) -> str:
    """The family of what it tells of; "statement" where no word of the table says what it was."""
    return happening_of(account.type).family


def on_their_day(dated: list[Account]) -> list[Account]:
    """The same, where a clock that names no day was put on another day than one who gives the same hour: it is the day
    that was misread, and none that the two disagree about."""
    starts = sorted(a.interval.start for a in dated if a.interval and a.interval.start)
    placed = []
    for account in dated:
        moved = _moved(account, starts)
        if moved is not account:
            starts.remove(_begins(account))
            starts.insert(bisect_left(starts, _begins(moved)), _begins(moved))
        placed.append(moved)
    return placed


def _begins(account: Account) -> datetime:
    assert account.interval is not None and account.interval.start is not None
    return account.interval.start


def _moved(account: Account, starts: list[datetime]) -> Account:
    """The account, a day later or earlier where only so another begins within the hour."""
    begins = account.interval.start if account.interval else None
    if begins is None or account.granularity is None or account.granularity.rank < Granularity.HOUR.rank:
        return account
    if _DAY_NAMED.search(account.text) or _near(begins, starts, least=2):
        return account
    for days in (-1, 1):
        shift = timedelta(days=days)
        if _near(begins + shift, starts, least=1):
            assert account.interval is not None
            end = account.interval.end and account.interval.end + shift
            return replace(account, interval=Interval(begins + shift, end))
    return account


def _near(instant: datetime, starts: list[datetime], least: int) -> bool:
    """At least so many of the starts lie within an hour of it."""
    first = bisect_left(starts, instant - HOUR)
    return first + least <= len(starts) and starts[first + least - 1] <= instant + HOUR
