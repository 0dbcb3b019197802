"""What an editor does to claims. Each call weaves the dossier again, since events and conflicts follow from claims."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError

from timeline.models import Article, Claim, Dossier, Judgement, Quantity, Timestamp
from timeline.reading.intervals import Granularity
from timeline.services import memory
from timeline.services.readings import put_times_in_force
from timeline.services.spans import nearest
from timeline.services.weaving import weave_dossier

EDITABLE = ("quote", "type", "status", "place", "actor", "target", "voice", "role", "cue", "via")


def judge_claim(*, claim: Claim, verdict: str, editor: AbstractBaseUser | None, why: str = "") -> Judgement:
    """Accept or reject a claim, or call it unsure. A rejected claim is shown nowhere but in the admin."""
    (judgement,) = judge_claims(claims=[claim], verdict=verdict, editor=editor, why=why)
    return judgement


@memory.remembered("judged")
def judge_claims(
    *, claims: Iterable[Claim], verdict: str, editor: AbstractBaseUser | None, why: str = ""
) -> list[Judgement]:
    """The same word on several claims."""
    judgements = []
    judged = list(claims)
    for claim in judged:
        judgement = Judgement(claim=claim, verdict=verdict, editor=editor, why=why)
        judgement.full_clean()
        memory.put(judgement)
        claim.rejected = verdict == Judgement.Verdict.REJECTED
        memory.put(claim, ["rejected"])
        judgements.append(judgement)
    weave_all(judged)
    return judgements


@memory.remembered("gave a time")
def retime_claim(
    *,
    claim: Claim,
    start: datetime | None,
    end: datetime | None,
    granularity: str,
    editor: AbstractBaseUser | None,
    note: str = "",
    approximate: bool = False,
    zone: str = "",
) -> Timestamp:
    """Give a claim an editor's time, beside the reader's and in force instead of it.

    `start` and `end` are aware instants, None for an open side; `zone` is the one they were told in, else the
    dossier's. Raises ValidationError for a time that is none.
    """
    stamp = Timestamp(
        claim=claim,
        start=start,
        end=end,
        granularity=Granularity(granularity).value if granularity else "",
        approximate=approximate,
        zone=zone or claim.dossier.zone,
        basis="editor",
        rule="editor",
        by=Timestamp.By.EDITOR,
        editor=editor,
        note=note,
    )
    stamp.full_clean()
    memory.put(stamp)
    _back_in_force(claim)
    return stamp


@memory.remembered("took back a time")
def withdraw_time(*, stamp: Timestamp) -> None:
    """Take back a time an editor gave; the one before is in force again. The reader's times stay."""
    if stamp.by != Timestamp.By.EDITOR:
        raise ValidationError("Only a time that an editor gave can be taken back.")
    claim = stamp.claim
    memory.remove(stamp)
    _back_in_force(claim)


def _back_in_force(claim: Claim) -> None:
    put_times_in_force(Claim.objects.filter(pk=claim.pk))
    claim.refresh_from_db(fields=["timestamp"])
    weave_dossier(dossier=claim.dossier)


@memory.remembered("corrected a claim")
def edit_claim(*, claim: Claim, changes: Mapping[str, Any]) -> Claim:
    """Change what a claim says (`EDITABLE`); no new reading touches it again.

    Raises ValidationError where a quote does not stand in the article or a column does not hold the value.
    """
    if strange := set(changes) - set(EDITABLE):
        raise ValidationError(f"{', '.join(sorted(strange))} cannot be edited in a claim.")
    for name, value in changes.items():
        setattr(claim, name, value)
    if "quote" in changes:
        claim.start, claim.end = _find_quote(claim.article, claim.quote, claim.start)
    claim.touched = True
    claim.full_clean()
    memory.put(claim, [*changes, "start", "end", "touched"])
    weave_dossier(dossier=claim.dossier)
    return claim


@memory.remembered("added a claim")
def add_claim(*, article: Article, quote: str, type: str, **columns: Any) -> Claim:
    """A claim the reader missed, in the article's words; the columns are those of `EDITABLE`."""
    start, end = _find_quote(article, quote, 0)
    claim = Claim(
        article=article, dossier=article.dossier, start=start, end=end, quote=quote, type=type, rule="editor", **columns
    )
    claim.touched = True
    claim.full_clean()
    memory.put(claim)
    weave_dossier(dossier=article.dossier)
    return claim


def _find_quote(article: Article, quote: str, near: int) -> tuple[int, int]:
    """The span of the words nearest to an offset; ValidationError where the article has no such words."""
    start = nearest(article.text, quote, near) if quote else None
    if start is None:
        raise ValidationError({"quote": "These words do not stand in the article exactly so."})
    return start, start + len(quote)


@memory.remembered("corrected numbers")
def edit_quantities(*, claim: Claim, changed: Iterable[Quantity], removed: Iterable[Quantity] = ()) -> None:
    """Save new and changed quantities of a claim and remove others; no new reading touches the claim again."""
    for quantity in removed:
        memory.remove(quantity)
    for quantity in changed:
        quantity.claim = claim
        quantity.full_clean()
        memory.put(quantity)
    claim.touched = True
    memory.put(claim, ["touched"])
    weave_dossier(dossier=claim.dossier)


def weave_all(claims: Iterable[Claim]) -> None:
    """Weave the dossiers the claims belong to."""
    for dossier in Dossier.objects.filter(pk__in={claim.dossier_id for claim in claims}):
        weave_dossier(dossier=dossier)


@memory.remembered("deleted a claim")
def delete_claim(*, claim: Claim) -> None:
    """Remove a claim an editor added. One that was read is rejected instead: a new reading would bring it back."""
    if claim.read_as:
        raise ValidationError("A claim that was read is not deleted but rejected.")
    for row in (*claim.judgements.all(), *claim.timestamps.all(), *claim.quantities.all()):
        memory.remove(row)
    memory.remove(claim)
    weave_dossier(dossier=claim.dossier)
