"""A large dossier is woven in chapters; weaving what an edit can reach leaves what weaving all of it would."""

import random

import pytest
from django.contrib.auth.models import User

from tests.services.chance import some_edit, told
from timeline import services
from timeline.models import Chapter, Words
from timeline.reading import chapters

FEW = 12


@pytest.fixture
def small_chapters(monkeypatch):
    monkeypatch.setattr(chapters, "MOST", FEW)


def state(dossier):
    """All that weaving works out, without the numbers of events."""
    events = {}
    for event in dossier.events.all():
        claims = tuple(event.claims.filter(rejected=False).order_by("pk").values_list("pk", "origin"))
        conflicts = {
            (
                c.kind,
                c.of,
                c.strength,
                c.gap_seconds,
                c.why,
                c.state,
                tuple(c.sides.order_by("pk").values_list("number", "claim")),
            )
            for c in event.conflicts.all()
        }
        kept = (event.title, event.type, event.place, event.start, event.end, event.claim_count, event.origin_count)
        support = (event.supported_start, event.supported_end, event.supported_by, event.position)
        events[claims or event.pk] = (kept, support, conflicts)
    copies = dict(dossier.articles.values_list("pk", "copy_of"))
    words = dict(Words.objects.filter(dossier=dossier).values_list("pk", "text"))
    return events, copies, words, list(dossier.chapters.values_list("since", "until", "claims", "stale"))


@pytest.mark.parametrize("seed", range(6))
def test_weaving_what_an_edit_reaches_leaves_what_weaving_all_would(dossier, small_chapters, seed):
    chance, editor = random.Random(seed), User.objects.create_user("edo")
    for _ in range(25):
        told(dossier, chance, chance.randrange(1, 28))
    services.weave_dossier(dossier=dossier)
    assert dossier.chapters.count() > 3
    for _ in range(6):
        what = some_edit(dossier, chance, editor)
        found = state(dossier)
        Chapter.objects.all().delete()
        services.weave_dossier(dossier=dossier)
        for one, other in zip(found, state(dossier), strict=True):
            assert one == other, what
