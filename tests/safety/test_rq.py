"""Imports over another engine than the database: RQ with a Redis of the test's own, where both are installed."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import time

import pytest

from tests.benchmarks.faults import state, write_articles
from tests.benchmarks.scratch import ask, done, manage, scratch

REDIS = shutil.which("redis-server")
pytestmark = pytest.mark.skipif(
    not (REDIS and importlib.util.find_spec("django_tasks_rq")), reason="redis-server or django-tasks-rq is not there"
)


@pytest.fixture
def redis(tmp_path):
    """The address of a Redis on loopback that keeps nothing, ended with the test."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    plain = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(tmp_path)]
    server = subprocess.Popen([REDIS, "--port", str(port), *plain], stdout=subprocess.DEVNULL)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield f"redis://127.0.0.1:{port}/0"
    server.terminate()
    assert server.wait(20) == 0


@pytest.fixture
def database(tmp_path, redis, monkeypatch):
    monkeypatch.setenv("TASKS", "rq")
    monkeypatch.setenv("REDIS_URL", redis)
    with scratch(tmp_path, "rq") as found:
        done(manage(found, "migrate", "--verbosity", "0"))
        yield found


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    write_articles(folder, 6)
    return folder


def stored(database):
    return ask(database, "SELECT count(*) FROM timeline_article")[0][0]


def hand_over(database, folder):
    return done(manage(database, "import_articles", folder, "--dossier", "ferry", "--by-workers"))


def work(database):
    """Two workers, until nothing is left to do."""
    for worker in [manage(database, "rqworker", "default", "--burst") for _ in range(2)]:
        worker.communicate(timeout=60)
        assert worker.returncode == 0


def test_workers_of_rq_bring_in_what_was_handed_over_as_the_page_itself_would(
    database, articles, tmp_path, monkeypatch
):
    assert "6 files handed to the workers" in hand_over(database, articles)
    assert stored(database) == 0
    work(database)
    assert ask(database, "SELECT state FROM timeline_importrun") == [("done",)]
    monkeypatch.setenv("TASKS", "immediate")
    with scratch(tmp_path, "calm") as calm:
        done(manage(calm, "migrate", "--verbosity", "0"))
        done(manage(calm, "import_articles", articles, "--dossier", "ferry"))
        assert state(database) == state(calm)


def test_what_a_worker_of_rq_left_is_taken_up(database, articles):
    hand_over(database, articles)
    # It works in a process of its own, which goes with it.
    worker = manage(database, "rqworker", "default", start_new_session=True)
    until = time.monotonic() + 60
    while not stored(database) and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(worker.pid, signal.SIGKILL)
    worker.communicate()
    left = stored(database)
    assert left
    assert ask(database, "SELECT count(*) FROM timeline_importfile WHERE state = 'waiting'")[0][0] == 6 - left
    # Nothing was heard of it for a while.
    script = "from timeline.models import ImportRun; ImportRun.objects.update(touched='2020-01-01T00:00Z')"
    done(manage(database, "shell", "--command", script))
    done(manage(database, "take_up"))
    work(database)
    assert stored(database) == 6
    assert ask(database, "SELECT state FROM timeline_importrun") == [("done",)]
