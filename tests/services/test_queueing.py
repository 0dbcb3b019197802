"""Imports by worker processes: which engine carries them is a setting, and none of it changes what comes in."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings as conf
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import TaskResult, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.readings import TEXT
from timeline import services
from timeline.intake import Given
from timeline.models import Article, ImportRun
from timeline.services import queueing

DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


class Noted(BaseTaskBackend):
    """Another engine, of which nothing is known but Django's interface."""

    enqueued = []

    def enqueue(self, task, args, kwargs):
        self.enqueued.append((task.name, args))
        now = timezone.now()
        return TaskResult(
            task=task, id=str(len(self.enqueued)), status=TaskResultStatus.READY, enqueued_at=now, started_at=None,
            finished_at=None, last_attempted_at=None, args=list(args), kwargs=kwargs, backend=self.alias, errors=[],
            worker_ids=[],
        )  # fmt: skip


@pytest.fixture
def run(transactional_db):
    dossier, _ = services.open_dossier(slug="harbour")
    files = [Given(f"{n}.txt", f"{TEXT} Report {n}.".encode()) for n in range(3)]
    return services.open_run(dossier=dossier, files=files)


def work():
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def state(run):
    run.refresh_from_db()
    return run.state, run.queued, Article.objects.count()


def test_a_worker_brings_in_what_was_handed_over(run, settings):
    settings.TASKS = DATABASE
    services.hand_over(run=run)
    assert state(run) == ("running", True, 0)
    work()
    assert state(run) == ("done", True, 3)
    assert not run.dossier.events.filter(claim_count=0).exists()
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {TaskResultStatus.SUCCESSFUL}


def test_what_was_stopped_meanwhile_is_let_be_and_goes_on_later(run, settings):
    settings.TASKS = DATABASE
    services.hand_over(run=run)
    services.stop_run(run=run)
    work()
    assert state(run)[0::2] == ("stopped", 0)
    services.hand_over(run=run)
    work()
    assert state(run)[0::2] == ("done", 3)


def test_an_import_that_is_gone_is_no_fault(run, settings):
    settings.TASKS = DATABASE
    services.hand_over(run=run)
    services.delete_dossier(dossier=run.dossier)
    work()
    assert not DBTaskResult.objects.failed().exists()


def test_any_engine_of_djangos_interface_will_do(run, settings):
    settings.TASKS = {"default": {"BACKEND": f"{__name__}.Noted"}}
    Noted.enqueued.clear()
    services.hand_over(run=run)
    assert Noted.enqueued == [("bring_in", (run.pk,))] * queueing.AT_ONCE
    assert services.has_workers()


def test_an_import_whose_worker_went_away_is_taken_up(run, settings):
    settings.TASKS = DATABASE
    services.start_run(run=run, queued=True)
    assert queueing.take_up() == []
    ImportRun.objects.update(touched=timezone.now() - queueing.SILENT - timedelta(seconds=1))
    assert queueing.take_up() == [run]
    work()
    assert state(run)[0::2] == ("done", 3)


def test_the_desk_hands_over_and_only_watches(run, settings, edo):
    settings.TASKS = DATABASE
    address = reverse("admin:timeline_import_run", args=[run.dossier_id, run.pk])
    told = edo.post(address, {"do": "start"}, follow=True).content.decode()
    assert state(run) == ("running", True, 0)
    assert f'hx-get="{address}"' in told
    work()
    assert "3 of 3" in edo.get(address).content.decode()


def test_without_workers_the_desk_does_it_itself(run, edo):
    address = reverse("admin:timeline_import_run", args=[run.dossier_id, run.pk])
    edo.post(address, {"do": "start"}, follow=True)
    assert state(run) == ("done", False, 3)


def test_who_does_not_want_to_wait_goes_on_at_the_page(run, settings, edo):
    settings.TASKS = DATABASE
    services.hand_over(run=run)
    edo.post(reverse("admin:timeline_import_run", args=[run.dossier_id, run.pk]), {"do": "go on"})
    assert state(run) == ("done", False, 3)
    work()
    assert state(run)[0] == "done"


def test_the_command_hands_over_or_says_that_nobody_is_there(transactional_db, settings, tmp_path, capsys):
    (tmp_path / "one.txt").write_text(TEXT)
    with pytest.raises(CommandError, match="no workers"):
        call_command("import_articles", tmp_path, "--dossier", "harbour", "--by-workers")
    settings.TASKS = DATABASE
    call_command("import_articles", tmp_path, "--dossier", "harbour", "--by-workers")
    assert "1 file handed to the workers" in capsys.readouterr().out
    work()
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        ({}, "django_tasks.backends.immediate.ImmediateBackend"),
        ({"TASKS": "database"}, "django_tasks_db.DatabaseBackend"),
        ({"TASKS": "rq"}, "django_tasks_rq.RQBackend"),
        ({"TASKS": "somebody.elses.Backend"}, "somebody.elses.Backend"),
    ],
)
def test_the_setting_says_which_engine(asked, taken):
    say = "from django.conf import settings as s; print(s.TASKS['default']['BACKEND'], 'django_rq' in s.INSTALLED_APPS)"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "timeline.settings"} | asked
    done = subprocess.run(
        [sys.executable, "-c", say], env=environment, cwd=conf.BASE_DIR, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [taken, str(asked.get("TASKS") == "rq")]
