"""A file comes in whole or not at all, and a second time changes nothing."""

import pytest

from tests.readings import TEXT, claim, quantity, time
from timeline.intake import IntakeError, SourceFacts
from timeline.models import Article, Claim, Dossier, Original, Passage, Quantity, Source, Timestamp, Timex
from timeline.reading import reader
from timeline.reading.anchors import UNKNOWN, Known
from timeline.reading.documents import Document
from timeline.services import State, import_file, parts, weave_dossier

DATA = TEXT.encode()
ROWS = (Original, Article, Passage, Timex, Claim, Timestamp, Quantity)


def counts():
    return [model.objects.count() for model in ROWS]


def bring(dossier, data=DATA, name="one.txt", known=None, sources=()):
    return import_file(dossier=dossier, name=name, data=data, known_by_part=known or {}, sources=sources)


@pytest.fixture
def ship(desk):
    """The desk reads one time and two claims in TEXT."""
    desk.times = [time(TEXT, "on Monday")]
    desk.claims = [
        claim(TEXT, "A ship burned on Monday", when=("2023-03-06", "2023-03-07"), at_time=0),
        claim(
            TEXT,
            "The fire killed about 12 sailors",
            "casualties",
            voice="the harbour master",
            quantities=(quantity(TEXT, "about 12 sailors", 12, 12, "sailors", "killed"),),
            doubts=("Which ship?",),
        ),
    ]
    return desk


def test_it_stores_all_that_was_read(dossier, ship):
    outcome = bring(dossier)
    assert (outcome.state, outcome.articles, outcome.claims) == (State.NEW, 1, 2)
    assert counts() == [1, 1, 1, 1, 2, 1, 1]
    burned, killed = Claim.objects.order_by("start")
    assert burned.quote == TEXT[burned.start : burned.end] == "A ship burned on Monday"
    assert burned.timestamp.timex.text == "on Monday"
    assert burned.timestamp.steps == "it is a day"
    assert killed.voice == "the harbour master"
    assert killed.quantities.get().approximate
    assert killed.doubts.get().text == "Which ship?"
    assert bytes(Original.objects.get().data) == DATA


def test_the_same_bytes_again_change_nothing(dossier, ship):
    bring(dossier)
    weave_dossier(dossier=dossier)
    before = list(Claim.objects.values()), list(Timestamp.objects.values()), list(Article.objects.values())
    assert bring(dossier).state == State.UNCHANGED
    assert (list(Claim.objects.values()), list(Timestamp.objects.values()), list(Article.objects.values())) == before
    assert not Dossier.objects.get().stale


def test_another_dossier_may_have_the_same_file(dossier, ship):
    other = Dossier.objects.create(title="Other", slug="other")
    assert bring(dossier).state == bring(other).state == State.NEW
    assert Claim.objects.count() == 4


def test_a_new_version_of_the_reader_reads_it_again_and_keeps_ids(dossier, ship):
    bring(dossier)
    before = list(Claim.objects.order_by("start").values_list("pk", flat=True))
    ship.version = "2"
    ship.claims.pop()
    assert bring(dossier).state == State.READ_AGAIN
    assert list(Claim.objects.values_list("pk", flat=True)) == before[:1]
    assert Claim.objects.get().timestamp
    assert not Quantity.objects.exists()


def test_two_happenings_of_one_kind_in_the_same_words_are_two_claims(dossier, desk):
    desk.claims = [claim(TEXT, "A ship burned"), claim(TEXT, "A ship burned")]
    bring(dossier)
    desk.version = "2"
    bring(dossier)
    assert Claim.objects.count() == 2


def test_nothing_is_half_stored_when_the_reader_fails(dossier, desk, monkeypatch):
    def fail(document, known, beside=None):
        raise IndexError("no such thing")

    monkeypatch.setattr(reader, "read", fail)
    with pytest.raises(IntakeError, match=r"one.txt: the reader has a fault on it \(IndexError"):
        bring(dossier)
    assert counts() == [0] * len(ROWS)


def test_nothing_is_half_stored_when_the_second_article_fails(dossier, ship, monkeypatch):
    monkeypatch.setattr(parts, "split_documents", lambda text: (Document(text), Document("Second.", 2, len(text))))
    read = ship.read

    def fail(document, known, beside=None):
        if document.part == 2:
            raise ValueError("broken")
        return read(document, known)

    monkeypatch.setattr(reader, "read", fail)
    with pytest.raises(IntakeError):
        bring(dossier)
    assert counts() == [0] * len(ROWS)


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"x" * (10 * 2**20 + 1)])
def test_a_bad_file_is_refused_by_name(dossier, data):
    with pytest.raises(IntakeError, match=r"one\.txt"):
        bring(dossier, data)
    assert not Original.objects.exists()


def test_labels_too_long_for_their_columns_are_cut_not_refused(dossier, desk):
    desk.claims = [claim(TEXT, "A ship burned", voice="v" * 500)]
    bring(dossier)
    assert Claim.objects.get().voice == "v" * 199 + "…"


def test_text_in_another_language_is_kept_but_not_read(dossier, ship):
    swahili = "Meli iliungua bandarini siku ya Jumatatu, na watu kumi na wawili walifariki dunia katika moto huo."
    outcome = bring(dossier, swahili.encode())
    assert (outcome.articles, outcome.claims) == (1, 0)
    assert "not English" in outcome.notes[0]
    assert "not English" in Article.objects.get().doubts.get().text
    assert not Timex.objects.exists()


def test_an_article_without_a_date_is_said_to_be_one(dossier, ship):
    ship.anchor = UNKNOWN
    outcome = bring(dossier)
    assert "no date" in outcome.notes[0]
    assert outcome.claims == 2


def test_a_file_nothing_is_known_of_has_an_unknown_publisher(dossier, ship):
    bring(dossier, name="reuters-2021.txt")
    source = Article.objects.get().source
    assert (source.name, source.kind) == ("unknown publisher", Source.Kind.UNKNOWN)
    assert ship.known[-1] == Known(place_zone="Asia/Kathmandu")


def test_what_is_known_reaches_the_reader_and_the_row(dossier, ship):
    known = Known(publisher="The Courier", via="AFP", url="https://courier.example/1", basis="its page")
    facts = [SourceFacts("The Courier", zone="Europe/Paris", home_page="https://courier.example", basis="its imprint")]
    bring(dossier, known={1: known}, sources=facts)
    article = Article.objects.get()
    assert (article.source.name, article.via, article.url) == ("The Courier", "AFP", "https://courier.example/1")
    assert "basis: its page" in article.known
    assert (article.source.zone, article.source.note) == ("Europe/Paris", "its imprint")
    assert (ship.known[-1].zone, ship.known[-1].place_zone) == ("Europe/Paris", "Asia/Kathmandu")


def test_new_knowledge_of_a_file_has_it_read_again(dossier, ship):
    bring(dossier, known={0: Known(publisher="The Courier", basis="guess")})
    assert bring(dossier, known={0: Known(publisher="The Courier", basis="guess")}).state == State.UNCHANGED
    assert bring(dossier, known={0: Known(publisher="The Herald", basis="seen")}).state == State.READ_AGAIN
    assert Article.objects.get().source.name == "The Herald"


def test_a_file_without_its_sidecar_keeps_what_was_known(dossier, ship):
    bring(dossier, known={0: Known(publisher="The Courier", basis="seen")})
    assert bring(dossier).state == State.UNCHANGED
    ship.version = "2"
    bring(dossier)
    assert Article.objects.get().source.name == "The Courier"


def test_the_same_bytes_under_another_name_are_the_same_articles(dossier, ship):
    bring(dossier, known={0: Known(publisher="The Courier", basis="seen")})
    outcome = bring(dossier, name="copy.txt", known={0: Known(publisher="The Herald", basis="seen")})
    assert (outcome.state, outcome.name) == (State.UNCHANGED, "one.txt")


def test_a_source_that_is_there_is_not_made_over(dossier, ship):
    Source.objects.create(name="The Courier", zone="Asia/Tokyo", note="An editor knows.")
    facts = [SourceFacts("the courier", zone="Europe/Paris")]
    bring(dossier, known={0: Known(publisher="The courier", basis="seen")}, sources=facts)
    assert Source.objects.get().zone == "Asia/Tokyo"


def test_a_part_that_is_known_of_but_not_there_is_said(dossier, ship):
    outcome = bring(dossier, known={2: Known(publisher="The Herald", basis="seen")})
    assert outcome.notes == ("sources.toml speaks of part 2, which was not found in it",)


def test_the_queries_of_an_import_do_not_grow_with_the_claims(dossier, ship, django_assert_max_num_queries):
    long = " ".join(f"Ship {number} burned for the night." for number in range(300))
    ship.times = []
    ship.claims = [claim(long, f"Ship {number} burned") for number in range(300)]
    with django_assert_max_num_queries(52):
        bring(dossier, long.encode())
    assert Claim.objects.count() == 300
