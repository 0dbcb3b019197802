"""From ties (who said, through whom, who published it) to a drawing in three columns joined by bands.

Pure: rows in, places out. Across, places are fixed shares of the drawing's width (the template has them); down, they
are pixels. A band is as thick as the root of its number of claims, so that one of a hundred does not hide one of two.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt

from timeline import wording
from timeline.styles import Style
from timeline.ties import Tie, folded

# Room for names in average letters: on a wide drawing and on the narrowest that is drawn.
LONG = {"voice": 44, "relay": 22, "outlet": 28}
BRIEF = {"voice": 24, "relay": 12, "outlet": 15}
SPACE, LEAST, THICKEST = 9.0, 16.0, 13.0
SWEEPS = 4


@dataclass(slots=True)
class Node:
    """A voice, relay or outlet: `top` and `height` in pixels; `style` colours an outlet and its own voice.

    `kind` is "voice", "relay", "outlet", or "through" for what runs past the relays, a `line` thick.
    """

    kind: str
    name: str
    style: Style | None
    claims: int
    says: str = ""
    origin: int = 0
    own: bool = False
    line: float = 0.0
    height: float = 0.0
    top: float = 0.0

    @property
    def long(self) -> str:
        return wording.fitted(self.name, LONG[self.kind])

    @property
    def brief(self) -> str:
        return wording.fitted(self.name, BRIEF[self.kind])

    @property
    def line_top(self) -> float:
        return self.middle - self.line / 2

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Band:
    """A run of claims between two columns, as a path in a box a hundred wide; the colour is its outlet's."""

    path: str
    width: float
    style: Style
    says: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """The voices of one origin, from `top` down: together they count once."""

    top: float
    height: float
    says: str


@dataclass(frozen=True, slots=True)
class Arc:
    """An outlet that copies another: a dashed line from the original's height to the copy's."""

    start: float
    end: float
    path: str
    says: str


@dataclass(slots=True)
class Flow:
    """A drawing; `left` bands lead from voices to relays, `right` ones on to outlets."""

    voices: list[Node] = field(default_factory=list)
    relays: list[Node] = field(default_factory=list)
    outlets: list[Node] = field(default_factory=list)
    left: list[Band] = field(default_factory=list)
    right: list[Band] = field(default_factory=list)
    brackets: list[Bracket] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)
    height: float = 0.0


Key = tuple[str, ...]
# The keys of a tie's three nodes; a relay is "" where the claims run past the relays.
Way = tuple[Key, Key, Key]
# A band: the keys of the nodes it joins, and the outlet it is bound for.
Run = tuple[Key, Key, Style]


def flow(ties: Sequence[Tie], copies: Iterable[tuple[str, str]] = (), untold: int = 0) -> Flow:
    """The drawing of these ties; `copies` are (copy, original) by the names of outlets, `untold` as in `folded`."""
    ties = folded(ties, untold)
    if not ties:
        return Flow()
    ways = _ways(ties)
    columns = [_nodes(ties, ways, number) for number in range(3)]
    order = _ordered(ways, ties, columns)
    left, right = _weights(ways, ties, 0), _weights(ways, ties, 1)
    height = _place(columns, order, left, right)
    voices, middle, outlets = ([nodes[key] for key in keys] for nodes, keys in zip(columns, order, strict=True))
    return Flow(
        voices=voices,
        relays=middle,
        outlets=outlets,
        left=_bands(left, columns[0], columns[1], order[0], order[1]),
        right=_bands(right, columns[1], columns[2], order[1], order[2]),
        brackets=_brackets(voices),
        arcs=_arcs(outlets, copies),
        height=height,
    )


def _ways(ties: Sequence[Tie]) -> list[Way]:
    return [
        (
            # An outlet's own voice is nobody else's; a voice stands once for each witness it is part of.
            ("", tie.relay, tie.outlet.name, str(tie.origin)) if not tie.voice else (tie.voice, str(tie.origin)),
            (tie.relay,) if tie.relay else ("", tie.outlet.name),
            (tie.outlet.name,),
        )
        for tie in ties
    ]


def _nodes(ties: Sequence[Tie], ways: Sequence[Way], column: int) -> dict[Key, Node]:
    nodes: dict[Key, Node] = {}
    for tie, way in zip(ties, ways, strict=True):
        node = nodes.setdefault(way[column], _node(tie, column))
        node.claims += tie.claims
    for node in nodes.values():
        node.says = f"{node.name}: {wording.counted(node.claims, 'claim')}"
    return nodes


def _node(tie: Tie, column: int) -> Node:
    if column == 1:
        return Node("relay" if tie.relay else "through", tie.relay, None if tie.relay else tie.outlet, 0)
    if column == 2:
        return Node("outlet", tie.outlet.name, tie.outlet, 0)
    if tie.voice:
        return Node("voice", tie.voice, None, 0, origin=tie.origin)
    own = f"{tie.relay}, no one named" if tie.relay else f"{tie.outlet.name} itself"
    return Node("voice", own, tie.outlet, 0, origin=tie.origin, own=True)


def _ordered(ways: Sequence[Way], ties: Sequence[Tie], columns: Sequence[dict[Key, Node]]) -> list[list[Key]]:
    """The nodes of each column from top to bottom: each near those it is joined to, and one witness's voices
    together. A few sweeps from the outlets to the voices and back."""
    order = [[key for key, _ in sorted(nodes.items(), key=lambda item: -item[1].claims)] for nodes in columns]
    for column, other in [(1, 2), (0, 1), (1, 0), (2, 1)] * SWEEPS + [(1, 2), (0, 1)]:
        place = {key: number for number, key in enumerate(order[other])}
        pulls: dict[Key, list[int]] = defaultdict(list)
        for way, tie in zip(ways, ties, strict=True):
            pulls[way[column]] += [place[way[other]]] * min(tie.claims, 9)
        order[column] = _sorted(columns[column], {key: sum(all_of) / len(all_of) for key, all_of in pulls.items()})
    return order


def _sorted(nodes: dict[Key, Node], centres: dict[Key, float]) -> list[Key]:
    """By where each is pulled to; the nodes of one origin together, by where they are pulled on the whole."""
    groups: dict[object, list[float]] = defaultdict(list)
    for key, node in nodes.items():
        groups[node.origin or key].append(centres[key])

    def rank(key: Key) -> tuple[float, int, float]:
        group = groups[nodes[key].origin or key]
        return sum(group) / len(group), nodes[key].origin, centres[key]

    return sorted(nodes, key=rank)


def _weights(ways: Sequence[Way], ties: Sequence[Tie], column: int) -> dict[Run, int]:
    """The claims between a column and the next, for each outlet they are bound for."""
    weights: dict[Run, int] = defaultdict(int)
    for way, tie in zip(ways, ties, strict=True):
        weights[way[column], way[column + 1], tie.outlet] += tie.claims
    return weights


def _thick(claims: int) -> float:
    return min(THICKEST, 0.7 + 1.4 * sqrt(claims))


def _place(
    columns: Sequence[dict[Key, Node]], order: list[list[Key]], left: dict[Run, int], right: dict[Run, int]
) -> float:
    """Give every node its height and its top; each column stands in the middle of the highest. The drawing's height."""
    needs: dict[tuple[int, Key], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for column, weights in ((0, left), (1, right)):
        for (one, other, _), claims in weights.items():
            needs[column, one][1] += _thick(claims)
            needs[column + 1, other][0] += _thick(claims)
    for column, nodes in enumerate(columns):
        for key, node in nodes.items():
            node.height = max(*needs[column, key], 0.0 if node.kind == "through" else LEAST)
            node.line = needs[column, key][1]
    heights = [sum(node.height + SPACE for node in nodes.values()) + SPACE for nodes in columns]
    for nodes, keys, own in zip(columns, order, heights, strict=True):
        spread = (max(heights) - own) / (len(keys) + 1)
        top = SPACE + spread
        for key in keys:
            nodes[key].top = top
            top += nodes[key].height + SPACE + spread
    return max(heights)


def _bands(
    weights: dict[Run, int], ones: dict[Key, Node], others: dict[Key, Node], from_order: list[Key], to_order: list[Key]
) -> list[Band]:
    """The bands between two columns, those of a node stacked in the order of what they lead to."""
    places = {key: number for number, key in enumerate(from_order)}, {key: n for n, key in enumerate(to_order)}
    leaving = _stacked(weights, 0, ones, key=lambda band: (places[1][band[1]], band[2].colour))
    coming = _stacked(weights, 1, others, key=lambda band: (places[0][band[0]], band[2].colour))
    return [
        Band(
            path=f"M0 {leaving[band]:.1f} C50 {leaving[band]:.1f} 50 {coming[band]:.1f} 100 {coming[band]:.1f}",
            width=round(_thick(claims), 1),
            style=band[2],
            says=f"{ones[band[0]].name} → {others[band[1]].name or band[2].name}: {wording.counted(claims, 'claim')}",
        )
        for band, claims in sorted(weights.items(), key=lambda item: -item[1])
    ]


def _stacked(
    weights: dict[Run, int], end: int, nodes: dict[Key, Node], key: Callable[[Run], tuple[int, int]]
) -> dict[Run, float]:
    """The height of the middle of each band where it meets the nodes at one end of it."""
    at: dict[Run, float] = {}
    by_node: dict[Key, list[Run]] = defaultdict(list)
    for band in weights:
        by_node[band[end]].append(band)
    for node_key, bands in by_node.items():
        node = nodes[node_key]
        y = node.middle - sum(_thick(weights[band]) for band in bands) / 2
        for band in sorted(bands, key=key):
            at[band] = y + _thick(weights[band]) / 2
            y += _thick(weights[band])
    return at


def _brackets(voices: Sequence[Node]) -> list[Bracket]:
    by_origin: dict[int, list[Node]] = defaultdict(list)
    for node in voices:
        if node.origin:
            by_origin[node.origin].append(node)
    return [
        Bracket(
            group[0].top, group[-1].top + group[-1].height - group[0].top, wording.listing(node.name for node in group)
        )
        for group in by_origin.values()
        if len(group) > 1
    ]


def _arcs(outlets: Sequence[Node], copies: Iterable[tuple[str, str]]) -> list[Arc]:
    at = {node.name: node.middle for node in outlets}
    return [
        Arc(at[original], at[copy], _bow(at[original], at[copy]), f"{copy} repeats {original}")
        for copy, original in dict.fromkeys(copies)
        if copy in at and original in at and copy != original
    ]


def _bow(start: float, end: float) -> str:
    return f"M10 {start:.1f} C90 {start:.1f} 90 {end:.1f} 14 {end:.1f}"
