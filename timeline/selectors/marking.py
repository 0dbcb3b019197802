"""An article's text cut into pieces, each under the claims and the time it belongs to: spans may nest and overlap."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.models import Claim, Passage, Timex
from timeline.reading.furniture import COPY

COPY_ROLES = {role.value for role in COPY}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks. `opens` are the claims that begin here: their anchors stand before it.

    `claims` are the numbers of all claims over it, `time` the time expression it is part of.
    """

    text: str
    claims: tuple[int, ...]
    opens: tuple[tuple[int, Claim], ...]
    time: Timex | None
    first_of_time: bool

    @property
    def innermost(self) -> int:
        return self.claims[-1] if self.claims else 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its role, or text between paragraphs with none."""

    role: str
    furniture: bool
    pieces: list[Piece]


def blocks(text: str, passages: Sequence[Passage], claims: Sequence[Claim], timexes: Sequence[Timex]) -> list[Block]:
    """The whole text in order, nothing left out: joined, the pieces are the text but for white space between blocks.

    `claims` are numbered from 1 in the order given; each opens once, in the first block it reaches.
    """
    numbered = list(enumerate(claims, start=1))
    found = []
    opened: set[int] = set()
    for start, end, role in _stretches(text, passages):
        inside = [(number, claim) for number, claim in numbered if claim.start < end and start < claim.end]
        times = [timex for timex in timexes if timex.start < end and start < timex.end]
        furniture = bool(role) and role not in COPY_ROLES
        found.append(Block(role, furniture, _pieces(text, (start, end), inside, times, opened)))
    return found


def _stretches(text: str, passages: Sequence[Passage]) -> list[tuple[int, int, str]]:
    """(start, end, role) of every passage and of any other text between them."""
    stretches = []
    position = 0
    for passage in passages:
        if text[position : passage.start].strip():
            stretches.append((position, passage.start, ""))
        stretches.append((max(passage.start, position), passage.end, passage.role))
        position = max(position, passage.end)
    if text[position:].strip():
        stretches.append((position, len(text), ""))
    return [stretch for stretch in stretches if stretch[0] < stretch[1]]


def _pieces(
    text: str, span: tuple[int, int], claims: Sequence[tuple[int, Claim]], times: Sequence[Timex], opened: set[int]
) -> list[Piece]:
    start, end = span
    spans = [(claim.start, claim.end) for _, claim in claims] + [(timex.start, timex.end) for timex in times]
    cuts = sorted({start, end, *(cut for span in spans for cut in span if start < cut < end)})
    pieces = []
    for first, last in pairwise(cuts):
        over = [(number, claim) for number, claim in claims if claim.start <= first and last <= claim.end]
        # The longest first, so that the innermost claim is the last.
        over.sort(key=lambda item: (-(item[1].end - item[1].start), item[0]))
        time = next((timex for timex in times if timex.start <= first and last <= timex.end), None)
        opens = tuple((number, claim) for number, claim in over if number not in opened)
        opened.update(number for number, _ in opens)
        begins = time is not None and max(time.start, start) == first
        pieces.append(Piece(text[first:last], tuple(number for number, _ in over), opens, time, begins))
    return pieces
