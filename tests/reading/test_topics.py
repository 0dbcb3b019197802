"""What claims are about."""

import pytest

from tests.reading.accounts_made import account
from timeline.reading.topics import topic_of


def test_a_town_held_by_the_government_is_told_with_its_recapture():
    held = account("The town is in the hands of government forces", "territorial control")
    assert topic_of(held) == topic_of(account("Troops retook the town", "government regains territory"))


@pytest.mark.parametrize(
    "text",
    [
        "Warplanes struck the clinic hours after the attack",
        "The jets later hit a hospital",
        "Aircraft continued to pound the town",
        "After the gas attack planes bombed the clinic",
    ],
)
def test_violence_told_as_what_followed_is_another(text):
    assert topic_of(account(text, "air/drone strike")) == ("strike", "again")


@pytest.mark.parametrize(
    "text",
    [
        "Warplanes struck the clinic on Tuesday after talks had failed",
        "Smoke rose after the attack",
        "Planes struck the town, a resident later said",
    ],
)
def test_what_only_mentions_the_violence_is_no_other(text):
    assert topic_of(account(text, "air/drone strike")) == ("strike", "")
