"""The site as a team runs it: what README says to start is started, on loopback, and asked."""

import http.client
import re
import socket
import time
from contextlib import contextmanager

import pytest
from django.conf import settings

from tests.benchmarks.faults import write_articles
from tests.benchmarks.scratch import ask, done, manage, python, scratch

README = (settings.BASE_DIR / "README.md").read_text()
BEHIND_TLS = {"X-Forwarded-Proto": "https", "Host": "timeline.example"}
TEAM = {
    "SECRET_KEY": "k3y-of-the-tests-" * 4,
    "ALLOWED_HOSTS": "timeline.example,127.0.0.1",
    "HTTPS": "1",
    "LOG": "json",
    "TASKS": "database",
}
ON_EVERY_ANSWER = {
    "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "X-Request-ID",
    "Strict-Transport-Security", "Cross-Origin-Opener-Policy", "Permissions-Policy",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The address and the database of a site that gunicorn serves, as README starts it; and its log so far."""
    place = tmp_path_factory.mktemp("team")
    with pytest.MonkeyPatch.context() as patch, scratch(place, "team") as database:
        for name, value in TEAM.items():
            patch.setenv(name, value)
        done(manage(database, "migrate", "--verbosity", "0"))
        done(manage(database, "collectstatic", "--no-input", "--verbosity", "0"))
        with (place / "log").open("w") as log, gunicorn(database, log) as port:
            yield port, database, place / "log"


@contextmanager
def gunicorn(database, log):
    """The line of README, on a free port; ended as a service is ended."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = re.search(r"python -m gunicorn (.*)", README)[1].replace("127.0.0.1:8000", f"127.0.0.1:{port}")
    arguments = re.sub(r"--workers \d+", "--workers 2", line).split()
    server = python(database, "-m", "gunicorn", *arguments, stdout=log, stderr=log)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        assert server.wait(30) == 0


def _wait_for(port):
    for _ in range(300):
        try:
            if get(port, "/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("The server does not answer.")


def get(port, path, headers=BEHIND_TLS, method="GET", body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body=body, headers=headers)
    answer = connection.getresponse()
    answer.text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer


def test_the_health_page_a_page_and_a_static_file_are_served(site):
    port, _, _ = site
    assert get(port, "/healthz").text == '{"status": "ok"}'
    page = get(port, "/")
    assert page.status == 200
    for static in re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text):
        answer = get(port, static)
        assert answer.status == 200, static
        assert "max-age=" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/healthz", 200), ("/static/timeline.css", 200), ("/nowhere/", 404), ("/static/none.css", 404),
     ("/admin/login/", 200), ("/api/v1/docs", 200), ("/api/v1/none", 404), ("/nowhere", 301)],
)  # fmt: skip
def test_every_answer_has_its_headers(site, path, status):
    answer = get(site[0], path)
    assert answer.status == status
    assert set(answer.headers) >= ON_EVERY_ANSWER, ON_EVERY_ANSWER - set(answer.headers)
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_without_tls_and_under_another_name_nothing_is_told(site):
    assert get(site[0], "/", {"Host": "timeline.example"}).status == 301
    other = get(site[0], "/", BEHIND_TLS | {"Host": "evil.example"})
    assert other.status == 400
    assert "evil.example" not in other.text
    assert "Traceback" not in other.text


def test_cookies_are_for_this_site_alone(site):
    cookies = get(site[0], "/admin/login/").headers.get_all("Set-Cookie")
    for cookie in cookies:
        assert {"Secure", "HttpOnly"} <= set(cookie.split("; ")), cookie
        assert re.search("SameSite=(Lax|Strict)", cookie), cookie


def test_a_request_that_is_too_large_or_wrong_is_turned_away(site):
    port = site[0]
    large = {"Content-Length": str(300 * 2**20), "Content-Type": "multipart/form-data; boundary=x"}
    assert get(port, "/admin/login/", BEHIND_TLS | large, "POST").status == 413
    assert get(port, "/", method="POST", body=b"x=1").status in {403, 405}
    assert get(port, "/", method="TRACE").status == 405


def test_workers_bring_in_what_was_handed_over_and_a_backup_brings_it_back(site, tmp_path):
    port, database, _ = site
    articles = tmp_path / "articles"
    articles.mkdir()
    write_articles(articles, 6)
    done(manage(database, "import_articles", articles, "--dossier", "ferry", "--by-workers"))
    done(manage(database, "db_worker", "--batch", "--interval", "0.1", "--no-startup-delay"))
    done(manage(database, "take_up"))
    done(manage(database, "prune_db_task_results"))
    assert ask(database, "SELECT count(*) FROM timeline_article") == [(6,)]
    assert get(port, "/ferry/").status == 200
    before = done(manage(database, "export", "ferry"))
    done(manage(database, "backup", tmp_path / "kept.gz", "--portable"))
    done(manage(database, "shell", "-c", "from timeline.models import Dossier; Dossier.objects.all().delete()"))
    assert get(port, "/ferry/").status == 404
    done(manage(database, "restore", tmp_path / "kept.gz", "--replace"))
    assert done(manage(database, "export", "ferry")) == before
    assert get(port, "/ferry/").status == 200


def test_the_log_has_a_line_for_each_request_and_no_secret(site):
    port, _, log = site
    get(port, "/nowhere/?password=hunter2", BEHIND_TLS | {"X-Request-ID": "number-of-the-proxy"})
    time.sleep(0.2)
    text = log.read_text()
    assert '"request": "number-of-the-proxy"' in text
    assert "hunter2" not in text
    assert TEAM["SECRET_KEY"] not in text
    assert "Traceback" not in text
