"""A dossier of invented articles from first to last: what must be found in it by reading, and what must not."""

from pathlib import Path

import pytest

from timeline.reading.accounts import Account
from timeline.reading.anchors import Known
from timeline.reading.documents import split_documents
from timeline.reading.reader import read_all, weave

FOLDER = Path(__file__).parents[1] / "dossiers" / "ferry"


@pytest.fixture(scope="module")
def accounts():
    found = []
    for number, path in enumerate(sorted(FOLDER.glob("*.txt"))):
        documents = split_documents(path.read_text("utf-8"))
        for reading in read_all(documents, [Known(place_zone="Europe/Athens")] * len(documents)):
            for claim in reading.claims:
                time = claim.time
                found.append(
                    Account(
                        id=len(found),
                        article=number,
                        source=path.stem,
                        text=claim.quote,
                        type=claim.type,
                        status=claim.status,
                        place=claim.place,
                        actor=claim.actor,
                        target=claim.target,
                        voice=claim.attribution.voice,
                        role=claim.attribution.role,
                        via=claim.attribution.via,
                        interval=time and time.interval,
                        granularity=time and time.granularity,
                        inherited=bool(time and time.inherited),
                        saying=bool(time and time.saying),
                        quantities=claim.quantities,
                        published=reading.anchor.interval,
                        start=claim.start,
                    )
                )
    return found


@pytest.fixture(scope="module")
def events(accounts):
    return weave(accounts).events


def event_with(events, accounts, words):
    claim = next(a.id for a in accounts if words in a.text)
    return next(e for e in events if claim in e.claims)


def kinds(event):
    return {c.kind for c in event.conflicts}


def test_the_hijacking_is_one_event_with_two_times_and_a_denial(events, accounts):
    hijacking = event_with(events, accounts, "on Monday evening")
    assert hijacking is event_with(events, accounts, "on Tuesday morning")
    assert hijacking is event_with(events, accounts, "on Monday night")
    assert kinds(hijacking) == {"time", "status"}


def test_the_times_apart_are_named_with_their_gap(events, accounts):
    (conflict,) = (c for c in event_with(events, accounts, "on Monday evening").conflicts if c.kind == "time")
    assert (conflict.strength, conflict.gap.total_seconds() / 3600) == ("hard", 6)


def test_two_tolls_that_cannot_both_hold_are_a_conflict(events, accounts):
    assert "quantity" in kinds(event_with(events, accounts, "Fifteen people were killed"))


def test_one_captain_in_two_papers_is_one_witness(events, accounts):
    killed = event_with(events, accounts, "Fifteen people were killed")
    captain = [a.id for a in accounts if a.voice == "Ilse Brandt" and a.id in killed.claims]
    assert any(set(captain) <= set(origin) for origin in killed.origins)
    assert len(captain) == 2


def test_two_witnesses_of_the_same_deed_stay_two(events, accounts):
    hijacking = event_with(events, accounts, "on Monday evening")
    coastguard, passengers = (next(a.id for a in accounts if a.voice == v) for v in ("coastguard", "passengers"))
    assert not any({coastguard, passengers} <= set(origin) for origin in hijacking.origins)


def test_the_hijacking_of_another_year_is_another_event(events, accounts):
    assert event_with(events, accounts, "In 2009") is not event_with(events, accounts, "on Monday evening")


def test_the_retaking_is_told_apart_from_the_taking(events, accounts):
    assert event_with(events, accounts, "The navy recaptured") is not event_with(events, accounts, "on Monday evening")
