"""What the timeline shows of rulings."""

import pytest

from tests import factories
from timeline.models import Conflict
from timeline.selectors.ruled import ruled


@pytest.fixture
def event(harbour):
    return harbour.events.get(title__contains="win the port back")


def told(event):
    return [badge.text for badge in ruled([event])[event.pk]]


def test_an_event_that_was_ruled_on_is_marked(event):
    factories.ruling(event, weighed=event.claims.all())
    assert told(event) == ["ruled"]


def test_a_ruling_that_did_not_weigh_every_claim_is_out_of_date(event):
    factories.ruling(event, weighed=event.claims.all()[:1])
    assert told(event) == ["ruled", "ruling out of date"]


def test_a_rejected_claim_needs_no_weighing(event):
    factories.ruling(event, weighed=event.claims.all())
    event.claims.filter(pk=event.claims.first().pk).update(rejected=True)
    assert told(event) == ["ruled"]


def test_what_was_ruled_on_a_conflict_is_marked_on_the_conflict_alone(event):
    factories.ruling(event, weighed=event.claims.all(), kind=Conflict.Kind.TIME)
    assert told(event) == []


def test_an_event_without_a_ruling_has_no_mark(event):
    assert told(event) == []


def test_all_events_are_asked_in_one_query(harbour, django_assert_num_queries):
    events = list(harbour.events.all())
    with django_assert_num_queries(1):
        ruled(events)
