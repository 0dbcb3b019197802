"""An article's reading becomes rows; what an editor has put a hand to stays as it is.

The machine may change only what nobody has judged. A new reading finds its claims again by `Claim.read_as`; claims
an editor touched, judged, dated, weighed in a ruling or put into an event are *kept*, whatever is read now.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from timeline.models import Article, Claim, Doubt, Judgement, Passage, Quantity, Ruling, Timestamp, Timex
from timeline.reading import claims as reading_claims
from timeline.reading import reader
from timeline.services import rows
from timeline.services.chapters import mark_article

# Two spans of the same kind of happening that share this much of their union are the same words read twice.
SAME_WORDS = 0.8
CLAIM_COLUMNS = [
    "start", "end", "quote", "type", "status", "place", "actor", "target",
    "voice", "role", "cue", "via", "rule",
]  # fmt: skip
TIMEX_COLUMNS = [
    "end", "text", "type", "value", "mod", "rule", "since", "until", "granularity", "zone", "basis", "steps",
]  # fmt: skip


def kept_claims(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Those of the claims that no import may change: an editor has had a hand in them."""
    claim = OuterRef("pk")
    return claims.filter(
        Q(touched=True)
        | Q(event_fixed=True)
        | Q(Exists(Judgement.objects.filter(claim=claim)))
        | Q(Exists(Timestamp.objects.filter(claim=claim, by=Timestamp.By.EDITOR)))
        | Q(Exists(Ruling.weighed.through.objects.filter(claim_id=claim)))
    )


def put_times_in_force(claims: QuerySet[Claim]) -> None:
    """Each claim's time in force: an editor's newest, else the reader's. One statement for all."""
    # "editor" comes before "reader".
    ranked = Timestamp.objects.filter(claim=OuterRef("pk")).order_by("by", "-created", "-id")
    claims.update(timestamp=Subquery(ranked.values("pk")[:1]))


def store_reading(*, article: Article, reading: reader.Reading) -> None:
    """Bring the article's passages, times, claims and doubts to a new reading of its (unchanged) text.

    The caller holds the transaction and weaves the dossier afterwards.
    """
    mark_article(article)
    _store_passages(article, reading)
    timex_ids = _store_timexes(article, reading)
    _store_claims(article, reading, timex_ids)
    put_times_in_force(article.claims.all())


def _store_passages(article: Article, reading: reader.Reading) -> None:
    Passage.objects.filter(article=article).delete()
    rows.insert(rows.passage(article.pk, paragraph) for paragraph in reading.paragraphs)


def _store_timexes(article: Article, reading: reader.Reading) -> list[int]:
    """The ids of the reading's times, in order. A time that begins where one did before keeps its row."""
    stored = {timex.start: timex for timex in Timex.objects.filter(article=article)}
    found = [stored.get(time.timex.start) or Timex(article=article, start=time.timex.start) for time in reading.times]
    changed = [row for row, time in zip(found, reading.times, strict=True) if rows.put(row, rows.timex_columns(time))]
    rows.update([row for row in changed if row.pk], TIMEX_COLUMNS)
    rows.insert(row for row in changed if not row.pk)
    read = {timex.start for timex in found}
    rows.delete(Timex, [timex.pk for start, timex in stored.items() if start not in read])
    return [timex.pk for timex in found]


def _store_claims(article: Article, reading: reader.Reading, timex_ids: list[int]) -> None:
    fresh = _by_name(reading.claims)
    stored = list(article.claims.all())
    kept = set(kept_claims(article.claims.all()).values_list("pk", flat=True))
    mine = {claim.read_as: claim for claim in stored if claim.pk not in kept}
    rows.delete(Claim, [claim.pk for name, claim in mine.items() if name not in fresh])
    left_out = _judged_already(fresh, [claim for claim in stored if claim.pk in kept], mine)
    writable = {
        name: mine.get(name) or Claim(article=article, dossier_id=article.dossier_id, read_as=name)
        for name in fresh
        if name not in left_out
    }
    _write_claims(writable, fresh)
    by_id = {claim.pk: fresh[name] for name, claim in writable.items()}
    _write_details(article, by_id, timex_ids)
    _store_doubts(article, reading.doubts, by_id, kept)


def _judged_already(
    fresh: Mapping[str, reading_claims.Claim], kept: Iterable[Claim], mine: Mapping[str, Claim]
) -> set[str]:
    """The names of the new claims that are claims an editor has judged: by name, or as the same words read anew."""
    names = {claim.read_as for claim in kept}
    for claim in kept:
        if claim.read_as not in fresh:
            anew = (name for name, read in fresh.items() if _same_words(claim, read))
            names.update([name for name in anew if name not in names and name not in mine][:1])
    return names


def _by_name(claims: Iterable[reading_claims.Claim]) -> dict[str, reading_claims.Claim]:
    """The claims by span and type, and number where two share both."""
    seen: Counter[str] = Counter()
    named = {}
    for claim in claims:
        name = f"{claim.start}-{claim.end}-{claim.type}"
        seen[name] += 1
        named[name if seen[name] == 1 else f"{name}-{seen[name]}"] = claim
    return named


def _same_words(stored: Claim, read: reading_claims.Claim) -> bool:
    """Whether a claim an editor has judged and a new one with another name are one reading of the same words."""
    shared = min(stored.end, read.end) - max(stored.start, read.start)
    union = max(stored.end, read.end) - min(stored.start, read.start)
    return shared == union or (stored.type == read.type and shared >= SAME_WORDS * union)


def _write_claims(writable: dict[str, Claim], fresh: dict[str, reading_claims.Claim]) -> None:
    changed = [row for name, row in writable.items() if rows.put(row, rows.claim_columns(fresh[name]))]
    rows.update([row for row in changed if row.pk], CLAIM_COLUMNS)
    rows.insert(row for row in changed if not row.pk)


def _write_details(article: Article, claims: dict[int, reading_claims.Claim], timex_ids: list[int]) -> None:
    """The times and quantities of the claims, by claim id, in place of those read before."""
    mine = {"claim__article": article, "claim_id__in": claims}
    Timestamp.objects.filter(by=Timestamp.By.READER, **mine).delete()
    Quantity.objects.filter(**mine).delete()
    times = ((pk, claim.time) for pk, claim in claims.items() if claim.time)
    stamps = (rows.timestamp(pk, time, None if time.time is None else timex_ids[time.time]) for pk, time in times)
    rows.insert(stamp for stamp in stamps if stamp)
    rows.insert(rows.quantity(pk, quantity) for pk, claim in claims.items() for quantity in claim.quantities)


def _store_doubts(
    article: Article, texts: Iterable[str], claims: dict[int, reading_claims.Claim], kept: set[int]
) -> None:
    """The doubts of a reading in place of the last one's; those an editor settled, or of kept claims, stay."""
    wanted = dict.fromkeys((None, text) for text in texts)
    wanted |= dict.fromkeys((pk, text) for pk, claim in claims.items() for text in claim.doubts)
    stored = {(doubt.claim_id, doubt.text): doubt for doubt in Doubt.objects.filter(article=article)}
    stale = [
        doubt.pk for key, doubt in stored.items() if key not in wanted and not doubt.settled and key[0] not in kept
    ]
    rows.delete(Doubt, stale)
    rows.insert(rows.doubt(article.pk, text, pk) for pk, text in wanted if (pk, text) not in stored)
