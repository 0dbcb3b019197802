"""What the pages of sources and of lineage count, of a dossier too large to be counted on every page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.models import Dossier, Saying, Shelf
from timeline.selectors import sources
from timeline.selectors.sources import Said
from timeline.selectors.standings import STANDING, Standing, standings
from timeline.ties import MOST_VOICES as MOST_DRAWN

# The voices that some page names: told by most outlets, told most, told most by one source. The others are counted.
MOST_LISTED, MOST_OF_A_SOURCE = 100, 8


def shelves(dossier: Dossier, rows: Iterable[Shelf], said: Sequence[Said]) -> list[Shelf]:
    """The shelves with how their sources stand, how many voices each quotes, and what editors mended of it."""
    standing = standings(sources.told(dossier), sources.stands(dossier))
    mended = sources.mended(dossier, dossier.articles.all())
    voices: dict[int, set[str]] = defaultdict(set)
    for one in said:
        voices[one.source] |= {one.voice} if one.voice else set()
    found = []
    for row in rows:
        row.voices, row.mended = len(voices[row.source_id]), mended.get(row.source_id, 0)
        stands = standing.get(row.source_id, Standing())
        row.told_first = stands.first
        for name in STANDING:
            setattr(row, name, getattr(stands, name))
        found.append(row)
    return found


def sayings(dossier: Dossier, said: Sequence[Said]) -> tuple[list[Saying], int]:
    """The claims by voice, relay and outlet, those of voices no page names taken together; how many such there are."""
    named = _named(said)
    counts: dict[tuple[str | None, str, int, int | None], int] = defaultdict(int)
    for one in said:
        voice = one.voice if not one.voice or one.voice in named else None
        counts[voice, one.relay, one.source, one.file] += one.claims
    rows = [
        Saying(
            dossier=dossier,
            voice=voice or "",
            named=voice is not None,
            relay=relay,
            source_id=source,
            article_id=file,
            claims=claims,
        )
        for (voice, relay, source, file), claims in counts.items()
    ]
    return rows, len({one.voice for one in said if one.voice} - named)


def _named(said: Sequence[Said]) -> set[str]:
    claims: dict[str, int] = defaultdict(int)
    outlets: dict[str, set[tuple[int, int | None]]] = defaultdict(set)
    by_source: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in said:
        if one.voice:
            claims[one.voice] += one.claims
            outlets[one.voice].add((one.source, one.file))
            by_source[one.source][one.voice] += one.claims
    most = sorted(claims, key=lambda voice: (-len(outlets[voice]), -claims[voice], voice))[:MOST_LISTED]
    most += sorted(claims, key=lambda voice: (-claims[voice], voice))[:MOST_DRAWN]
    for own in by_source.values():
        most += sorted(own, key=lambda voice, own=own: (-own[voice], voice))[:MOST_OF_A_SOURCE]
    return set(most)
