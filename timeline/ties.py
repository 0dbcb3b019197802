"""Ties: who said, through whom, who published it. What is more than an eye can follow is folded together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.styles import Style

MOST_VOICES, MOST_RELAYS, MOST_OUTLETS = 26, 10, 16


@dataclass(frozen=True, slots=True)
class Tie:
    """So many claims of a voice ("" for the outlet's own, None for voices not told apart) that came through a
    relay ("" for none) into an outlet.

    `origin` is the number of the witness they go back to where one event is drawn, else 0.
    """

    voice: str | None
    relay: str
    outlet: Style
    claims: int = 1
    origin: int = 0


def folded(ties: Sequence[Tie], untold: int = 0) -> list[Tie]:
    """The ties with the least told names of each column taken together under one that says how many they are; `untold`
    voices are not told apart to begin with."""
    named = [(tie.voice, tie.claims) for tie in ties if tie.voice is not None]
    voices = _most(named, MOST_VOICES, bool(untold))
    relays = _most([(tie.relay, tie.claims) for tie in ties], MOST_RELAYS)
    outlets = _most([(tie.outlet.name, tie.claims) for tie in ties], MOST_OUTLETS)
    more_voices = f"{len({name for name, _ in named} - voices) + untold} more voices"
    more_relays = f"{len({tie.relay for tie in ties} - relays)} more relays"
    more_outlets = Style(f"{len({tie.outlet.name for tie in ties} - outlets)} more outlets", 7, 0)
    return [
        Tie(
            voice=tie.voice if tie.voice in voices else more_voices,
            relay=tie.relay if tie.relay in relays else more_relays,
            outlet=tie.outlet if tie.outlet.name in outlets else more_outlets,
            claims=tie.claims,
            origin=tie.origin if tie.voice in voices else 0,
        )
        for tie in ties
    ]


def _most(counted: Iterable[tuple[str, int]], most: int, more: bool = False) -> set[str]:
    """The names to keep: all where they are few (and there are no `more`), else the most told, with a place left for
    the others; never is the empty name among the others."""
    counts: dict[str, int] = defaultdict(int)
    for name, claims in counted:
        counts[name] += claims
    ranked = sorted(counts, key=lambda name: (name != "", -counts[name], name))
    return set(ranked) if len(ranked) <= most - more else set(ranked[: most - 1])
