"""A long session at the desk, then three better readers one after the other: nothing a person judged is touched.

What the editor does goes through the same services as the desk; what the readers see is another thing each time: other
words, types, voices and times, fewer claims and more, other groups, other conflicts, and another title and date.
"""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import at
from tests.readings import anchor, claim, desk, quantity, time, two_sides
from timeline import services
from timeline.models import Act, Article, Claim, Conflict, Doubt, Event, Judgement, Quantity, Ruling, Source, Timestamp
from timeline.services import memory
from timeline.services.typed import read_typed

__all__ = ["desk"]

TEXT = (
    "A ship burned on Monday. The fire killed about 12 sailors, the harbour master said. It was out by noon. "
    "Police arrested the captain on Tuesday. He denied it. Divers found 3 bodies. The owner paid a fine. "
    "A crane fell in the night. Nobody was hurt by it. The port stayed shut."
)
WORDS = [sentence.strip() for sentence in TEXT.rstrip(".").split(".")]
BURNED, KILLED, OUT, ARRESTED, DENIED, FOUND, PAID, FELL, HURT, SHUT = WORDS
DAY = ("2023-03-06", "2023-03-07")
LATER = ("2023-03-01", "2023-03-02")


def shortened(words):
    return words[: words.rindex(" ")]


def first(reader):
    reader.times = [time(TEXT, "on Monday")]
    reader.claims = [claim(TEXT, words, "fire", when=DAY, at_time=0, doubts=("unsure",)) for words in WORDS[:-1]]
    reader.claims[1] = claim(TEXT, KILLED, "fire", when=DAY, quantities=(quantity(TEXT, "about 12 sailors", 12, 12),))


def other_times(reader):
    """The same words, other times and voices, all in one event."""
    reader.times = []
    reader.claims = [claim(TEXT, words, "fire", when=LATER, voice="the cook", place="elsewhere") for words in WORDS]
    reader.anchor = anchor("2023-03-09 10:00", "2023-03-09 10:01")
    reader.groups = lambda found: [found] if found else []


def other_words(reader):
    """Shorter words of another type, an event each, and no conflict."""
    reader.claims = [claim(TEXT, shortened(words), "storm", when=LATER, voice="the mayor") for words in WORDS]
    reader.groups = lambda found: [[one] for one in found]
    reader.conflicts = lambda ids: ()


def nothing(reader):
    """Not a claim."""
    reader.claims, reader.times = [], []


READERS = [other_times, other_words, nothing]


def of(words):
    return Claim.objects.get(quote=words)


def typed(words, editor, text):
    found = read_typed(text=text, article=Article.objects.get())
    services.retime_claim(
        claim=of(words), start=found.interval.start, end=found.interval.end, granularity=found.granularity,
        approximate=found.approximate, zone=found.zone, note=f"typed: {text}", editor=editor,
    )  # fmt: skip


def session(editor):
    """Everything the desk lets an editor do; the events that came of it."""
    fire = of(BURNED).event
    services.judge_claim(claim=of(BURNED), verdict="accepted", editor=editor)
    services.judge_claims(claims=[of(HURT)], verdict="rejected", why="Another crane.", editor=editor)
    typed(OUT, editor, "6 March 2023 around 4pm")
    typed(OUT, editor, "2023-03-06TMO")
    services.edit_claim(claim=of(KILLED), changes={"quote": "killed about 12 sailors", "voice": "the port"})
    amount = Quantity.objects.get(claim=of("killed about 12 sailors"))
    amount.low = amount.high = 13
    services.edit_quantities(claim=of("killed about 12 sailors"), changed=[amount])
    services.add_claim(article=Article.objects.get(), quote="The port stayed", type="closure")
    services.settle_doubts(doubts=of(PAID).doubts.all())
    arrest = services.split_event(event=fire, claims=[of(ARRESTED), of(DENIED)], title="The arrest")
    search = services.split_event(event=fire, claims=[of(FOUND)], title="The search")
    services.merge_events(into=arrest, others=[search])
    services.move_claims(claims=[of(FELL)], event=arrest)
    services.name_event(event=fire, title="The night of the fire")
    services.rule(event=arrest, reason="The log.", start=at("2023-03-07"), end=at("2023-03-08"), editor=editor)
    services.rule(event=arrest, reason="A better log.", confidence="high", editor=editor)
    conflict = Conflict.objects.get(event=fire)
    services.prefer_side(conflict=conflict, number=1, reason="More witnesses.", editor=editor)
    services.settle_conflict(conflict=conflict, state="explained", reason="Different clocks.", editor=editor)
    conflict = Conflict.objects.get(event=arrest)
    services.settle_conflict(conflict=conflict, state="dismissed", reason="One happening.", editor=editor)
    article = Article.objects.get()
    services.edit_article(article=article, changes={"title": "Fire in the port", "published_text": "8 March 2023"})
    services.judge_claim(claim=of(PAID), verdict="unsure", editor=editor)
    services.undo(act=Act.objects.latest("id"), editor=editor)
    return fire, arrest


def judged():
    """All that people said, as it is stored: their own rows whole, and of what was read the rows they touched."""
    kept = Claim.objects.filter(touched=True) | Claim.objects.filter(event_fixed=True)
    kept |= Claim.objects.exclude(judgements=None) | Claim.objects.filter(timestamps__by="editor")
    rows = [
        *kept.distinct().order_by("pk"),
        *Judgement.objects.order_by("pk"),
        *Ruling.objects.order_by("pk"),
        *Timestamp.objects.filter(by="editor").order_by("pk"),
        *Quantity.objects.filter(claim__in=kept).order_by("pk"),
        *Doubt.objects.filter(settled=True).order_by("pk"),
        *Source.objects.order_by("pk"),
    ]
    told = {(row._meta.model_name, row.pk): memory.values_of(row) for row in rows}
    weighed = {ruling.pk: sorted(ruling.weighed.values_list("pk", flat=True)) for ruling in Ruling.objects.all()}
    in_force = {claim.pk: (claim.timestamp_id, claim.rejected, claim.event_id) for claim in kept if claim.timestamp}
    given = {pk: one for pk, one in in_force.items() if Timestamp.objects.get(pk=one[0]).by == "editor"}
    titles = dict(Event.objects.filter(title_fixed=True).values_list("pk", "title"))
    article = Article.objects.get()
    return told, weighed, given, titles, (article.title, article.published_text, article.edited)


def bring(dossier):
    services.import_file(dossier=dossier, name="one.txt", data=TEXT.encode(), known_by_part={})
    services.weave_dossier(dossier=dossier)


@pytest.fixture
def worked_on(dossier, desk, editor):
    """The dossier after the session, and the two events that it was about."""
    first(desk)
    desk.conflicts = two_sides
    bring(dossier)
    return dossier, *session(editor)


def test_three_better_readers_leave_all_that_was_judged(worked_on, desk):
    dossier, fire, arrest = worked_on
    before, acts = judged(), Act.objects.count()
    assert len(before[0]) > 20
    for version, change in enumerate(READERS, start=2):
        desk.version = str(version)
        change(desk)
        bring(dossier)
        assert judged() == before, change.__doc__
        assert Event.objects.filter(pk__in=[fire.pk, arrest.pk]).count() == 2
        assert set(arrest.claims.values_list("quote", flat=True)) >= {ARRESTED, DENIED, FOUND, FELL}
    assert Act.objects.count() == acts


def test_what_nobody_judged_is_the_readers_to_change(worked_on, desk):
    dossier, fire, _ = worked_on
    desk.version = "2"
    other_times(desk)
    bring(dossier)
    fresh = Claim.objects.get(quote=SHUT)
    assert (fresh.voice, fresh.touched, fresh.event_fixed) == ("the cook", False, False)
    assert Conflict.objects.get(event=fire).reason == "Different clocks."


def test_a_conflict_that_comes_back_with_a_reader_comes_back_with_its_ruling(worked_on, desk):
    dossier, fire, _ = worked_on
    for version, conflicts in (("2", lambda ids: ()), ("3", two_sides)):
        desk.version, desk.conflicts = version, conflicts
        bring(dossier)
        assert Conflict.objects.filter(event=fire).exists() == (version == "3")
    found = Conflict.objects.get(event=fire)
    assert (found.state, found.reason) == ("explained", "Different clocks.")


def test_after_all_readers_the_session_is_still_undone_act_by_act(worked_on, desk, editor):
    dossier, *_ = worked_on
    for version, change in enumerate(READERS, start=2):
        desk.version = str(version)
        change(desk)
        bring(dossier)
    undone = 0
    for act in Act.objects.filter(undoes=None, undone_by=None).order_by("-id"):
        try:
            services.undo(act=act, editor=editor)
        except ValidationError:
            continue
        undone += 1
    assert undone > 12
    assert not Judgement.objects.exists()
    assert not Timestamp.objects.filter(by="editor").exists()
