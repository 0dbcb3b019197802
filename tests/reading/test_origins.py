import pytest

from tests.reading.accounts_made import account
from timeline.reading.origins import find_copies, find_origins, is_named, voice_key, why_one


def grouped(*accounts, copies=None):
    return len(find_origins(accounts, copies))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"voice": "Jane Roe"}, {"voice": "Jane Roe"}),
        ({"voice": "Husain Roberts"}, {"voice": "Hussain Robberts"}),
        ({"voice": "Jane Roe", "role": "provincial governor"}, {"voice": "governor of the province"}),
        ({"voice": "officials", "via": "Reuters"}, {"voice": "local officials", "via": "Reuters"}),
        ({"source": "Daily"}, {"source": "Daily"}),
        ({"text": "Nine men of the harbour crew were freed by masked raiders at the old mole"},
         {"text": "Nine men of the harbour crew were released by masked raiders at the old mole"}),
    ],
)  # fmt: skip
def test_one_witness(one, other):
    assert grouped(account(**one), account(**other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"voice": "Jane Roe"}, {"voice": "John Doe"}),
        ({"voice": "officials"}, {"voice": "officials"}),
        ({"source": "Daily"}, {"source": "Weekly"}),
        ({"source": "unknown publisher"}, {"source": "unknown publisher"}),
    ],
)
def test_two_witnesses(one, other):
    assert grouped(account(**one), account(**other)) == 2


def test_a_copy_speaks_with_its_originals_voice():
    one, two = account(source="Daily"), account(source="Blog")
    residents = [account(voice="residents", article=a.article) for a in (one, two)]
    assert grouped(*residents) == 2
    assert grouped(*residents, copies={two.article: one.article}) == 1


def test_joins_are_transitive():
    relayed = account(voice="Jane Roe", text="The bridge over the river fell at noon into deep water")
    copied = account(text="The bridge over the river fell at noon into the deep water")
    assert grouped(account(voice="Jane Roe", text="It fell"), relayed, copied) == 1


def test_every_claim_has_one_origin():
    accounts = [account(voice=v) for v in ("Jane Roe", "", "officials", "Jane Roe")]
    assert sorted(i for ids in find_origins(accounts) for i in ids) == [a.id for a in accounts]


def test_a_body_and_a_person_are_named_and_residents_are_not():
    assert is_named(account(voice="Ministry of Defence"))
    assert voice_key(account(voice="Jane Roe")) == "roe"
    assert not is_named(account(voice="residents"))


def test_an_article_that_repeats_another_is_its_copy():
    text = "Nine men of the harbour crew were freed by masked raiders at the old mole on Sunday"
    first, second, other = account(text=text, article=1), account(text=text, article=2), account(article=3)
    assert find_copies([first, second, other]) == ((2, 1),)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"voice": "Jane Roe"}, {"voice": "Jane Roe"}, "the same named voice"),
        ({"voice": "officials", "via": "Reuters"}, {"voice": "local officials", "via": "Reuters"}, "the same relay"),
        ({"source": "Daily"}, {"source": "Daily"}, "one article, its copies"),
        ({"voice": "Husain Roberts"}, {"voice": "Hussain Robberts"}, "two spellings"),
    ],
)
def test_it_says_why_two_are_one_witness(one, other, reason):
    (told,) = why_one([account(**one), account(**other)])
    assert reason in told


def test_there_is_nothing_to_say_of_one_article_or_of_two_witnesses():
    assert why_one([account(voice="Jane Roe", article=1), account(voice="Jane Roe", article=1)]) == ()
    assert why_one([account(voice="Jane Roe"), account(voice="John Doe")]) == ()
