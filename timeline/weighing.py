"""What the most supported time of an event rests on, and what it would take to change it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from timeline import wording
from timeline.models import Claim
from timeline.reading.accounts import Account, Support
from timeline.reading.support import allows, gives_time, most_supported, runner_up
from timeline.selectors.columns import Column
from timeline.services.accounts import account_of


@dataclass(frozen=True, slots=True)
class Weighing:
    """The most supported time (`when`), the witnesses that allow it, those that do not, and those that give no time.

    `other` is the next best time in words, "" where there is none, with `other_by` origins; `more` origins that allow
    it and not the first would carry it past the first, `tie` says that it is already level.
    """

    when: str
    by: int
    dated: int
    allow: tuple[str, ...]
    against: tuple[str, ...]
    silent: tuple[str, ...]
    other: str
    other_by: int
    more: int

    @property
    def tie(self) -> bool:
        return bool(self.other) and self.other_by == self.by


def weigh(claims: Sequence[Claim], columns: Sequence[Column], zone: ZoneInfo) -> Weighing | None:
    """Of the claims of one event, with its columns; None where no origin gives a time of its own. No query."""
    by_origin: dict[int, list[Account]] = defaultdict(list)
    for claim in claims:
        by_origin[claim.origin].append(account_of(claim, claim.article))
    origins = list(by_origin.values())
    support = most_supported(origins)
    if support is None:
        return None
    dated = {number for number, accounts in by_origin.items() if any(map(gives_time, accounts))}
    allow = {number for number in dated if allows(by_origin[number], support.interval)}
    second = runner_up(origins, support)

    def called(numbers: set[int]) -> tuple[str, ...]:
        return tuple(column.who for column in columns if column.number in numbers)

    return Weighing(
        when=wording.interval(support.interval.start, support.interval.end, zone),
        by=support.by,
        dated=support.dated,
        allow=called(allow),
        against=called(dated - allow),
        silent=called(set(by_origin) - dated),
        other=wording.interval(second.interval.start, second.interval.end, zone) if second else "",
        other_by=second.by if second else 0,
        more=_more(support, second),
    )


def _more(support: Support, second: Support | None) -> int:
    """So many more origins carry the second past the first."""
    return support.by - second.by + 1 if second else support.by + 1
