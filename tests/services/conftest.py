import pytest
from django.contrib.auth.models import User

from tests.readings import TEXT, claim, desk, quantity, time, two_sides
from tests.services.fire import BURNED, DAY, KILLED, OUT, bring

__all__ = ["desk"]


@pytest.fixture
def editor(db):
    return User.objects.create_user("edo")


@pytest.fixture
def ship(dossier, desk):
    """TEXT brought in: three claims in one event, which the desk calls a conflict of."""
    desk.times = [time(TEXT, "on Monday")]
    desk.claims = [
        claim(TEXT, BURNED, when=DAY, at_time=0),
        claim(TEXT, KILLED, "fire", when=DAY, quantities=(quantity(TEXT, "about 12 sailors", 12, 12),)),
        claim(TEXT, OUT, "fire", when=DAY),
    ]
    desk.conflicts = two_sides
    desk.dossier = dossier
    bring(desk)
    return desk
