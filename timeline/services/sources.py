"""The source an article is filed under."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from timeline.intake import IntakeError, SourceFacts
from timeline.models import Source

UNKNOWN_PUBLISHER = "unknown publisher"


def source_named(name: str, facts: Iterable[SourceFacts] = ()) -> Source:
    """The source of that name (in any case), made with what `facts` say of it where it is new.

    Raises IntakeError where the facts will not do.
    """
    known = next((one for one in facts if one.name.lower() == name.lower()), SourceFacts(name))
    if found := _stored(name):
        return found
    try:
        with transaction.atomic():
            return _made(known) if name else _unknown()
    except (IntegrityError, ValidationError):
        # Another import may have made it at the same moment.
        if found := _stored(name):
            return found
        raise


def new_publishers(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that no source has yet."""
    return tuple(name for name in sorted(set(names) - {""}) if _stored(name) is None)


def _stored(name: str) -> Source | None:
    return Source.objects.filter(name__iexact=name or UNKNOWN_PUBLISHER).first()


def _unknown() -> Source:
    return Source.objects.create(name=UNKNOWN_PUBLISHER, kind=Source.Kind.UNKNOWN)


def _made(facts: SourceFacts) -> Source:
    _check_choice(facts.name, "kind", facts.kind, Source.Kind.values)
    _check_choice(facts.name, "reliability", facts.reliability, Source.Reliability.values)
    source = Source(
        name=facts.name,
        kind=facts.kind or Source.Kind.PUBLISHER,
        zone=facts.zone,
        home_page=facts.home_page,
        reliability=facts.reliability or Source.Reliability.F,
        note=facts.basis,
    )
    source.full_clean()
    source.save()
    return source


def _check_choice(name: str, column: str, value: str, choices: Iterable[str]) -> None:
    if value and value not in choices:
        raise IntakeError(name, f"{column} {value} is none of {', '.join(choices)}")
