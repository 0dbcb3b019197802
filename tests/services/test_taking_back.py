"""An import is taken back: what it brought goes, unless somebody has worked on it; what was there before stays."""

import pytest
from django.core.exceptions import ValidationError

from tests.readings import TEXT
from timeline import services
from timeline.intake import Given
from timeline.models import Act, Article, Claim, Event, ImportRun, Original, Source
from timeline.reading.anchors import Known

OTHER = "A tanker burned on Tuesday. The fire killed 3 sailors. It was out by night."
BY = {0: Known(publisher="The Courier", basis="its imprint")}


def bring(dossier, editor=None, **texts):
    files = [Given(f"{name}.txt", text.encode(), BY) for name, text in texts.items()]
    run = services.open_run(dossier=dossier, files=files, editor=editor)
    services.start_run(run=run)
    return services.work_off(run=run)


@pytest.fixture
def runs(dossier, editor):
    """Two imports of an article each."""
    return bring(dossier, editor, one=TEXT), bring(dossier, editor, two=OTHER)


def test_what_an_import_brought_and_weaving_made_of_it_is_counted(dossier, editor):
    run = bring(dossier, editor, one=TEXT)
    brought = run.files.get().brought
    assert brought == {"made": Claim.objects.count(), "changed": 0, "gone": 0, "sources": ["The Courier"]}
    assert run.woven["events"] == {"made": Event.objects.count(), "changed": 0, "gone": 0}


def test_read_again_by_another_reader_the_claims_that_changed_are_counted(dossier, editor, desk):
    from tests.readings import claim

    desk.claims = [claim(TEXT, "A ship burned"), claim(TEXT, "It was out")]
    bring(dossier, editor, one=TEXT)
    desk.version, desk.claims = "2", [claim(TEXT, "A ship burned", voice="the cook"), claim(TEXT, "The fire killed")]
    run = bring(dossier, editor, one=TEXT)
    assert run.files.get().brought == {"made": 1, "changed": 1, "gone": 1, "sources": []}


def test_taken_back_its_articles_go_and_those_of_others_stay(runs, editor):
    _, second = runs
    services.take_back_run(run=second, editor=editor)
    assert Article.objects.get().original.name == "one.txt"
    assert [one.name for one in Original.objects.all()] == ["one.txt"]
    assert not Event.objects.filter(claim_count=0).exists()
    assert second.taken_back == Act.objects.latest("id")
    assert Source.objects.filter(name="The Courier").exists()


def test_publishers_that_came_with_it_and_are_nobody_elses_go_too(dossier, editor):
    services.take_back_run(run=bring(dossier, editor, one=TEXT), editor=editor)
    assert not Source.objects.filter(name="The Courier").exists()


def test_a_publisher_somebody_changed_stays(dossier, editor):
    run = bring(dossier, editor, one=TEXT)
    source = Source.objects.get(name="The Courier")
    source.zone = "Europe/Paris"
    services.save_source(source=source)
    services.take_back_run(run=run, editor=editor)
    assert Source.objects.filter(name="The Courier").exists()


def test_its_files_can_be_brought_in_again(runs, dossier, editor):
    services.take_back_run(run=runs[1], editor=editor)
    assert bring(dossier, editor, two=OTHER).files.get().state == "new"
    assert Article.objects.count() == 2


WORK = {
    "judged": lambda article, editor: services.judge_claim(
        claim=article.claims.first(), verdict="accepted", editor=editor
    ),
    "corrected": lambda article, editor: services.edit_article(article=article, changes={"title": "The tanker"}),
    "ruled on": lambda article, editor: services.rule(
        event=article.claims.first().event, reason="The log.", editor=editor
    ),
    "called the original of a copy": lambda article, editor: services.edit_article(
        article=Article.objects.exclude(pk=article.pk).get(), changes={"copy_of": article}
    ),
}


@pytest.mark.parametrize("how", WORK)
def test_what_somebody_worked_on_is_not_taken_back(runs, editor, how):
    WORK[how](Article.objects.get(original__name="two.txt"), editor)
    with pytest.raises(ValidationError, match="has worked on"):
        services.take_back_run(run=runs[1], editor=editor)
    assert Article.objects.count() == 2


def test_one_that_is_not_done_is_not_taken_back(dossier, editor):
    run = services.open_run(dossier=dossier, files=[Given("one.txt", TEXT.encode())])
    with pytest.raises(ValidationError, match="not done"):
        services.take_back_run(run=run, editor=editor)
    assert ImportRun.objects.get().taken_back is None


def test_one_is_taken_back_once(runs, editor):
    services.take_back_run(run=runs[1], editor=editor)
    with pytest.raises(ValidationError, match="any more"):
        services.take_back_run(run=runs[1], editor=editor)
