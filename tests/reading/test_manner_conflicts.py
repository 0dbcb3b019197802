import pytest

from tests.reading.accounts_made import account
from timeline.reading.claims import Status
from timeline.reading.manner_conflicts import manner_conflicts


def kinds(*accounts):
    return [c.kind for c in manner_conflicts(accounts)]


BULLET = account("the trader died of a gunshot wound", "casualties", voice="hospital")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BULLET, account("the trader died of a heart attack", "casualties", voice="police")),
        (
            account("a gas leak caused the blast at the mill", "explosion"),
            account("a bomb tore through the mill", "explosion", voice="the mayor"),
        ),
        (
            account("the minister resigned", "change of office", voice="ministry"),
            account("the minister was dismissed", "change of office", voice="his wife"),
        ),
    ],
)
def test_ways_that_exclude_each_other_disagree(one, other):
    assert kinds(one, other) == ["manner"]


@pytest.mark.parametrize(
    "other",
    [
        account("the trader may have died of a heart attack", "casualties", voice="police"),
        account("the trader died of no heart attack", "casualties", status=Status.DENIED, voice="police"),
        account("the pilot died of a heart attack", "casualties", voice="hospital"),
        account("the trader died on the way to hospital", "casualties", voice="police"),
        account("a heart attack kept the minister from the talks", "meeting"),
    ],
)
def test_who_leaves_it_open_or_speaks_of_another_contradicts_nobody(other):
    assert kinds(BULLET, other) == []


def test_two_ways_told_in_one_article_need_not_share_their_words():
    gone = account("he left at his own request", "change of office", article=9, voice="ministry")
    out = account("she told us he had been sacked", "change of office", article=9, voice="his sister")
    assert kinds(gone, out) == ["manner"]
    assert kinds(gone, account("the coach was sacked", "change of office", article=8, voice="a fan")) == []
