"""What the database itself refuses, and what an editor reads of a row."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError
from django.urls import get_resolver

from tests import factories
from timeline import models
from timeline.validators import validate_printed_zone, validate_slug, validate_zone

NOON = factories.at("2023-03-06 12:00")


@pytest.fixture
def told(dossier):
    """An event with a dated claim."""
    event = factories.event(dossier)
    made = factories.claim(factories.article(dossier), "A ship burned", about=event)
    factories.time(made, start="2023-03-06", end="2023-03-07")
    return made


def refuses(work):
    with pytest.raises(IntegrityError), transaction.atomic():
        work()


def crossed(told):
    """Rows whose ends are the wrong way round, one a table."""
    article, event, end = told.article, told.event, NOON - timedelta(hours=1)
    return [
        lambda: models.Timestamp.objects.create(claim=told, start=NOON, end=end, granularity="hour"),
        lambda: models.Article.objects.filter(pk=article.pk).update(start=NOON, end=end),
        lambda: models.Event.objects.filter(pk=event.pk).update(start=NOON, end=NOON),
        lambda: models.Ruling.objects.create(event=event, reason="x", start=NOON, end=end),
        lambda: models.Timex.objects.create(article=article, start=0, end=1, since=NOON, until=end, type="DATE"),
        lambda: models.Timex.objects.create(article=article, start=4, end=4, type="DATE"),
        lambda: models.Passage.objects.create(article=article, start=4, end=3, role="body"),
        lambda: models.Claim.objects.filter(pk=told.pk).update(start=9, end=9),
        lambda: models.Quantity.objects.create(claim=told, start=0, end=1, text="x", low=2, high=1),
        lambda: models.Conflict.objects.filter(pk=factories.conflict(event, "time").pk).update(gap_seconds=-1),
    ]


@pytest.mark.parametrize("number", range(10))
def test_the_database_refuses_ends_the_wrong_way_round(told, number):
    refuses(crossed(told)[number])


def test_a_time_needs_one_end_at_least(told):
    refuses(lambda: models.Timestamp.objects.create(claim=told, granularity="day"))
    assert models.Timestamp.objects.create(claim=told, start=NOON, granularity="day").end is None


def test_a_ruling_needs_a_reason(told):
    refuses(lambda: models.Ruling.objects.create(event=told.event, reason=""))


def test_the_same_file_is_stored_once_a_dossier(dossier):
    factories.original(dossier, b"words")
    refuses(lambda: factories.original(dossier, b"words"))
    assert factories.original(factories.dossier(slug="other"), b"words")


def test_a_part_of_a_file_is_one_article(dossier):
    file = factories.original(dossier)
    factories.article(dossier, file=file)
    refuses(lambda: factories.article(dossier, file=file))
    assert factories.article(dossier, file=file, part=2)


def test_a_claim_is_read_once_and_an_editors_has_no_reading(told):
    article = told.article
    columns = {"article": article, "dossier": article.dossier, "start": 0, "end": 3, "quote": "A s", "type": "fire"}
    refuses(lambda: models.Claim.objects.create(**columns, read_as=told.read_as))
    for _ in range(2):
        assert models.Claim.objects.create(**columns, read_as="").pk


def test_a_conflict_is_one_an_event_kind_and_count(told):
    factories.conflict(told.event, "quantity", [told], of="killed")
    refuses(lambda: factories.conflict(told.event, "quantity", of="killed"))
    assert factories.conflict(told.event, "quantity", of="injured")


def test_a_claim_stands_on_one_side(told):
    conflict = factories.conflict(told.event, "time", [told])
    refuses(lambda: models.Side.objects.create(conflict=conflict, claim=told, number=2))


def test_a_source_with_articles_and_a_file_with_articles_do_not_go(told):
    with pytest.raises(ProtectedError):
        told.article.source.delete()
    with pytest.raises(RestrictedError):
        told.article.original.delete()


def test_a_time_that_goes_leaves_its_claim(told):
    told.timestamp.delete()
    told.refresh_from_db()
    assert told.timestamp is None


@pytest.mark.parametrize("slug", ["admin", "ADMIN", "static", "media"])
def test_a_slug_that_is_an_address_of_the_site_is_refused(slug):
    with pytest.raises(ValidationError):
        validate_slug(slug)


def test_every_first_part_of_the_sites_own_addresses_is_reserved():
    for pattern in get_resolver().url_patterns:
        first = str(pattern.pattern).split("/")[0]
        if first and "<" not in first:
            with pytest.raises(ValidationError):
                validate_slug(first)


@pytest.mark.parametrize("zone", ["Tokyo", "EDT+", "+04:30", "unknown"])
def test_a_zone_is_an_iana_name(zone):
    with pytest.raises(ValidationError):
        validate_zone(zone)
    validate_zone("Asia/Tokyo")


@pytest.mark.parametrize("zone", ["+4:30", "+15:00", "04:30", "Tokyo"])
def test_a_printed_zone_may_be_an_offset_or_unknown(zone):
    with pytest.raises(ValidationError):
        validate_printed_zone(zone)
    for good in ("-04:00", "+14:00", "unknown", "Europe/Paris"):
        validate_printed_zone(good)


def test_every_column_says_what_it_holds():
    for model in apps.get_app_config("timeline").get_models():
        for column in model._meta.get_fields():
            stored = hasattr(column, "help_text") and not column.auto_created and not column.primary_key
            assert not stored or column.help_text, f"{model.__name__}.{column.name}"


def test_every_row_can_be_read_by_an_editor(told, edo):
    event = told.event
    rows = [
        (told.dossier, "The harbour"),
        (told.article.source, "The Courier"),
        (told.article, "The Courier: A ship burned."),
        (told, "“A ship burned”"),
        (told.timestamp, "2023-03-05 18:15 – 2023-03-06 18:15 UTC (the reader)"),
        (event, "A ship burns"),
        (factories.quantity(told, "A ship", 1, 1, "ship"), "A ship ship"),
        (factories.conflict(event, "time", why="They differ."), "time: They differ."),
        (factories.judgement(told, editor=edo.user), "rejected by edo"),
        (factories.judgement(told), "rejected by someone who has left"),
        (factories.ruling(event, reason="The log book."), "A ship burns: The log book."),
        (factories.doubt(told.article), "The clock has no zone."),
    ]
    assert [str(row) for row, _ in rows] == [words for _, words in rows]


def test_a_long_claim_is_cut_where_it_is_listed(told):
    told.quote = "word " * 50
    assert len(str(told)) <= 83


def test_the_claims_speaker_is_its_voice_or_its_source(told):
    assert told.speaker == "The Courier"
    told.voice = "the mayor"
    assert told.speaker == "the mayor"
