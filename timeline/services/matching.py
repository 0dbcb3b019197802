"""Which stored event a woven one is: the ids of events stay the same while their claims come and go."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol


class Grouped(Protocol):
    """Claims that are one event, and the event an editor put some of them into."""

    @property
    def claims(self) -> tuple[int, ...]: ...

    @property
    def pinned(self) -> int | None: ...


def match_events(
    woven: Sequence[Grouped], event_of: Mapping[int, int], stored: Collection[int], dear: Collection[int]
) -> list[int | None]:
    """The id of the stored event for each woven one, or None for a new one; no id twice.

    `event_of` maps claims to the event they are in now, `stored` are the ids of all events, `dear` those an editor
    put work into. An editor's choice (`pinned`) comes first, then the greatest number of claims in common, then an
    editor's work, then the older event.
    """
    matched: list[int | None] = [None] * len(woven)
    taken: set[int] = set()
    for number, event in enumerate(woven):
        if event.pinned in stored and event.pinned not in taken:
            matched[number] = event.pinned
            taken.add(event.pinned)
    for _, _, event_id, number in sorted(_overlaps(woven, event_of, dear)):
        if matched[number] is None and event_id not in taken:
            matched[number] = event_id
            taken.add(event_id)
    return matched


def _overlaps(
    woven: Sequence[Grouped], event_of: Mapping[int, int], dear: Collection[int]
) -> list[tuple[int, bool, int, int]]:
    """(-claims in common, whether no editor's work is in it, event id, number of the woven event), best first."""
    return [
        (-common, event_id not in dear, event_id, number)
        for number, event in enumerate(woven)
        for event_id, common in Counter(event_of[claim] for claim in event.claims if claim in event_of).items()
    ]
