"""Every act of an editor is kept, from what to what, and can be taken back; weaving and reading are not acts."""

import pytest
from django.core.exceptions import ValidationError

from tests import factories
from tests.readings import TEXT, claim
from tests.services.fire import BURNED, DAY, KILLED, OUT, bring
from timeline import services
from timeline.models import Act, Article, Change, Claim, Conflict, Event, Judgement, Ruling, Source, Timestamp
from timeline.services import memory


def read(words):
    return Claim.objects.get(quote=words)


def last():
    return Act.objects.latest("id")


def state():
    """All an editor can change, but for what history itself holds."""
    rows = {model: model.objects.order_by("pk") for model in (Article, Claim, Event, Judgement, Ruling, Source)}
    rows[Timestamp] = Timestamp.objects.filter(by="editor").order_by("pk")
    return {model: [memory.values_of(row) for row in found] for model, found in rows.items()}


def at(text):
    return factories.at(text)


def one_time(editor):
    services.retime_claim(claim=read(OUT), start=at("2023-03-05"), end=None, granularity="day", editor=editor)


def two_events(editor):
    services.split_event(event=read(OUT).event, claims=[read(OUT)], title="The rescue")


ACTS = {
    "judging": lambda editor: services.judge_claim(claim=read(OUT), verdict="rejected", editor=editor),
    "dating": one_time,
    "correcting": lambda editor: services.edit_claim(claim=read(OUT), changes={"quote": "out by noon", "voice": "he"}),
    "adding": lambda editor: services.add_claim(article=Article.objects.get(), quote="by noon", type="fire"),
    "splitting": two_events,
    "naming": lambda editor: services.name_event(event=Event.objects.get(), title="The night of the fire"),
    "ruling": lambda editor: services.rule(event=Event.objects.get(), reason="The log.", editor=editor),
    "dismissing": lambda editor: services.settle_conflict(
        conflict=Conflict.objects.get(), state="dismissed", reason="Two clocks.", editor=editor
    ),
    "correcting an article": lambda editor: services.edit_article(
        article=Article.objects.get(), changes={"title": "Fire", "published_text": "8 March 2023"}
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_kept_and_taken_back_whole(ship, editor, name):
    before = state()
    with services.acting(editor=editor):
        ACTS[name](editor)
    act = last()
    assert act.editor == editor
    assert act.changes.exists()
    assert state() != before
    services.undo(act=act, editor=editor)
    assert state() == before
    assert last().undoes == act


def test_who_when_from_and_to_are_kept(ship, editor):
    with services.acting(editor=editor):
        services.edit_claim(claim=read(OUT), changes={"voice": "the port"})
    change = Change.objects.get(act=last())
    assert (change.model, change.row, change.dossier) == ("claim", read(OUT).pk, ship.dossier)
    assert (change.before, change.after) == ({"voice": "", "touched": False}, {"voice": "the port", "touched": True})
    assert (last().who, last().called) == ("edo", "corrected a claim")


def test_importing_reading_and_weaving_are_no_acts(ship):
    Act.objects.all().delete()
    ship.version = "2"
    ship.claims = [claim(TEXT, OUT, "fire", when=DAY, voice="the cook")]
    bring(ship)
    assert not Act.objects.exists()


def test_what_is_done_together_is_one_act(ship, editor):
    before = Act.objects.count()
    with services.acting(editor=editor):
        services.judge_claims(claims=[read(OUT), read(KILLED)], verdict="rejected", editor=editor)
        services.name_event(event=Event.objects.get(), title="The fire")
    assert Act.objects.count() == before + 1
    assert last().called == "judged, named an event"


def test_what_fails_is_no_act(ship, editor):
    before = Act.objects.count()
    with pytest.raises(ValidationError):
        services.edit_claim(claim=read(OUT), changes={"quote": "no such words"})
    assert Act.objects.count() == before


def test_merging_is_taken_back_with_the_event_that_went(ship, editor):
    two_events(editor)
    gone, stays = Event.objects.get(title="The rescue"), read(BURNED).event
    services.rule(event=gone, reason="The log.", editor=editor)
    before = state()
    services.merge_events(into=stays, others=[gone])
    assert not Event.objects.filter(title="The rescue").exists()
    services.undo(act=last(), editor=editor)
    assert state() == before


def test_an_older_act_on_the_same_columns_is_not_taken_back_over_a_newer_one(ship, editor):
    services.edit_claim(claim=read(OUT), changes={"voice": "the port"})
    first = last()
    services.edit_claim(claim=read(OUT), changes={"voice": "the cook"})
    with pytest.raises(ValidationError, match="changed again since"):
        services.undo(act=first, editor=editor)
    assert read(OUT).voice == "the cook"


def test_an_act_is_taken_back_once(ship, editor):
    services.judge_claim(claim=read(OUT), verdict="rejected", editor=editor)
    act = last()
    services.undo(act=act, editor=editor)
    with pytest.raises(ValidationError, match="already"):
        services.undo(act=act, editor=editor)


def test_taking_back_is_itself_taken_back(ship, editor):
    services.edit_claim(claim=read(OUT), changes={"voice": "the port"})
    services.undo(act=last(), editor=editor)
    services.undo(act=last(), editor=editor)
    assert read(OUT).voice == "the port"


def test_a_deleted_article_is_not_taken_back_but_told(ship, editor):
    services.delete_article(article=Article.objects.get())
    assert Change.objects.get(act=last()).before["title"] == BURNED
    with pytest.raises(ValidationError, match="Bring its file in again"):
        services.undo(act=last(), editor=editor)


def test_a_long_session_stands_through_three_versions_of_the_reader(ship, editor):
    """Judged, dated, corrected, added, split off, named and ruled on; then three readers think otherwise."""
    event = read(BURNED).event
    services.judge_claim(claim=read(BURNED), verdict="accepted", editor=editor)
    one_time(editor)
    services.edit_claim(claim=read(KILLED), changes={"voice": "the port"})
    services.add_claim(article=Article.objects.get(), quote="by noon", type="fire")
    two_events(editor)
    services.name_event(event=event, title="The night of the fire")
    services.rule(event=event, reason="The log.", editor=editor)
    before, acts = state(), Act.objects.count()
    for version, shift in (("2", 1), ("3", 2), ("4", 3)):
        ship.version = version
        ship.times = []
        ship.claims = [claim(TEXT, words[shift:], "storm", when=DAY, voice="the cook") for words in (BURNED, KILLED)]
        ship.claims.append(claim(TEXT, OUT, "fire", when=("2023-03-01", "2023-03-02"), voice="the cook"))
        bring(ship)
        after = state()
        for model in (Judgement, Ruling, Timestamp):
            assert after[model] == before[model], version
        assert [row for row in after[Claim] if row in before[Claim]] == before[Claim], version
        assert Event.objects.get(pk=event.pk).title == "The night of the fire"
    assert Act.objects.count() == acts
