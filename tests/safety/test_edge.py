"""The edge: every address, every kind of person, every method; headers, logs, limits."""

import io
import json
import logging

import pytest
from django.conf import settings as conf
from django.contrib.auth.models import User
from django.db import DatabaseError, OperationalError, connection
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.pages import fields_of
from timeline import requests

# What a pattern's argument may be, for a row that is there (`tests.demo.harbour` has article and event 1 or later).
METHODS = ["post", "put", "patch", "delete"]
# Addresses of Django's admin that any one may ask for: they ask for a name and a password.
OPEN_ADMIN = {"admin:login", "admin:logout", "admin:jsi18n"}


def patterns(resolver=None, prefix="", space=""):
    """(name with its namespaces, route, pattern) of every address of the site."""
    for one in (resolver or get_resolver()).url_patterns:
        route = prefix + str(one.pattern)
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}", route, one
        else:
            yield from patterns(one, route, f"{space}{one.namespace}:" if one.namespace else space)


PATTERNS = list(patterns())
SITE = [(name, pattern) for name, _, pattern in PATTERNS if not name.startswith(("admin:", "None"))]
DESK = [(name, route) for name, route, _ in PATTERNS if name.startswith("admin:")]


def address(name, pattern, harbour):
    """An address of the pattern where something is."""
    rows = {"event": harbour.events, "article": harbour.articles, "claim": harbour.claims}
    rows["text"] = rows["original"] = rows["article"]
    kind = next((kind for kind in rows if kind in name), "event")
    known = {"slug": harbour.slug, "name": harbour.slug, "pk": rows[kind].first().pk}
    wanted = pattern.pattern.converters
    assert set(wanted) <= set(known), f"{name}: say here what {set(wanted) - set(known)} may be"
    return reverse(name, kwargs={key: known[key] for key in wanted})


def assert_headers(response):
    headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert requests.NUMBER.fullmatch(headers["X-Request-ID"])


def test_an_address_without_a_name_is_none_of_a_page(vera, db):
    """Those catch what is no page below a prefix: the desk's, and the interface for scripts'."""
    assert {route.split("/")[0] for name, route, _ in PATTERNS if name == "None"} <= {"admin", "api"}


def test_the_walk_finds_the_pages():
    assert {"index", "timeline", "event", "conflicts", "sources", "articles", "article", "health"} <= dict(SITE).keys()
    assert len(DESK) > 30


@pytest.mark.parametrize(("name", "pattern"), SITE, ids=dict(SITE))
def test_a_page_is_anyones_to_read_with_its_headers(vera, ada, harbour, name, pattern):
    for client in (vera, ada):
        response = client.get(address(name, pattern, harbour))
        assert response.status_code in {200, 302}
        assert_headers(response)


@pytest.mark.parametrize(("name", "pattern"), SITE, ids=dict(SITE))
@pytest.mark.parametrize("method", METHODS)
def test_a_page_cannot_be_written_to(harbour, name, pattern, method):
    response = getattr(Client(enforce_csrf_checks=True), method)(address(name, pattern, harbour))
    assert response.status_code in {403, 405}
    assert_headers(response)


@pytest.mark.parametrize(("name", "pattern"), SITE, ids=dict(SITE))
def test_a_page_sets_no_cookie(vera, harbour, name, pattern):
    assert not vera.get(address(name, pattern, harbour)).cookies


@pytest.mark.parametrize("route", [route for name, route in DESK if name not in OPEN_ADMIN])
def test_the_desk_is_for_staff_only(vera, ada, harbour, route):
    path = "/" + route.replace("<path:object_id>", str(harbour.events.first().pk)).replace("<id>", "1")
    path = path.replace("<int:content_type_id>", "1").replace("<path:object_id>", "1").replace("(?P<url>.*)$", "x")
    path = path.replace("^(?P<app_label>auth|timeline)/$", "timeline/")
    path = "/".join("1" if part.startswith("<") else part for part in path.split("/"))
    for client in (vera, ada):
        for method in ("get", "post"):
            response = getattr(client, method)(path)
            assert response.status_code in {302, 403, 404}, path
            if response.status_code == 302:
                assert "/admin/" in response["Location"]
            assert_headers(response)


def test_staff_without_rights_see_no_rows_of_the_desk(harbour):
    client = Client()
    client.force_login(User.objects.create_user("sam", password="x", is_staff=True))
    for model in ("dossier", "article", "claim", "event", "ruling", "source"):
        assert client.get(f"/admin/timeline/{model}/").status_code == 403


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_logging_in_leads_to_no_other_site(vera, db, target):
    User.objects.create_superuser("eve", password="a-long-password")
    form = {"username": "eve", "password": "a-long-password", "next": target}
    assert vera.post("/admin/login/", form)["Location"] == "/accounts/profile/"


def test_the_cookies_of_an_editor_are_strict(vera, db):
    User.objects.create_superuser("eve", password="a-long-password")
    cookies = vera.post("/admin/login/", {"username": "eve", "password": "a-long-password"}).cookies
    assert cookies["sessionid"]["httponly"]
    assert cookies["csrftoken"]["httponly"]
    assert (cookies["sessionid"]["samesite"], cookies["csrftoken"]["samesite"]) == ("Lax", "Strict")
    assert cookies["sessionid"]["max-age"] <= 24 * 3600


def test_health_says_so(vera, db):
    response = vera.get("/healthz")
    assert response.json() == {"status": "ok"}
    assert "no-store" in response["Cache-Control"]


def test_health_says_when_the_database_does_not_answer(vera, db, monkeypatch):
    def gone():
        raise DatabaseError("could not connect to 10.0.0.7 as timeline")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "cursor", gone)
        response = vera.get("/healthz")
    assert response.status_code == 503
    assert "10.0.0.7" not in response.content.decode()


def test_a_number_given_by_a_proxy_is_kept_and_a_forged_one_is_not(vera, db):
    assert vera.get("/healthz", headers={"X-Request-ID": "abcdef-123456"})["X-Request-ID"] == "abcdef-123456"
    forged = vera.get("/healthz", headers={"X-Request-ID": 'x"}{"level": "forged'})["X-Request-ID"]
    assert len(forged) == 32


def test_a_request_that_is_too_large_is_not_read(vera, db, settings):
    settings.REQUEST_LIMIT = 1000
    response = vera.post("/admin/login/", {"username": "x" * 2000})
    assert response.status_code == 413
    assert_headers(response)


@pytest.fixture
def lines():
    """Lines of the log as objects."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(requests.Lines(json=True))
    root, ours = logging.getLogger(), requests.logger
    before = ours.level
    ours.setLevel(logging.INFO)
    root.addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)
    ours.setLevel(before)


def test_a_request_leaves_one_line_without_what_was_asked(vera, harbour, lines):
    response = vera.get("/harbour/conflicts/?kind=time", headers={"Cookie": "sessionid=very-secret"})
    (line,) = lines()
    assert line["request"] == response["X-Request-ID"]
    assert (line["method"], line["path"], line["status"]) == ("GET", "/harbour/conflicts/", 200)
    assert "very-secret" not in str(line)
    assert "kind=time" not in str(line)


def test_a_fault_is_in_the_log_under_its_number_and_not_on_the_page(harbour, lines, monkeypatch):
    def broken(*_):
        raise RuntimeError("the wire to rack 7 is cut")

    monkeypatch.setattr("timeline.selectors.dossiers.sources", broken)
    response = Client(raise_request_exception=False).get("/harbour/sources/")
    assert response.status_code == 500
    for told in ("rack 7", "RuntimeError", "Traceback", "settings", str(conf.BASE_DIR)):
        assert told not in response.content.decode()
    assert_headers(response)
    faults = [line for line in lines() if "fault" in line]
    assert [line["request"] for line in faults] == [response["X-Request-ID"]]
    assert "rack 7" in faults[0]["fault"]


def test_a_secret_is_never_logged(lines):
    logging.getLogger("anything").error("The key is %s", conf.SECRET_KEY)
    (line,) = lines()
    assert line["message"] == "The key is ***"


def test_a_password_typed_at_the_door_is_never_logged(vera, db, lines):
    vera.post("/admin/login/", {"username": "eve", "password": "hunter-2-hunter"})
    assert lines()
    assert "hunter-2" not in str(lines())


def test_a_line_in_the_message_forges_no_line_of_the_log(lines):
    logging.getLogger("anything").error("one\n%s", '{"level": "forged"}')
    assert len(lines()) == 1


@pytest.mark.parametrize("said", ["database is locked", "canceling statement due to lock timeout"])
def test_who_waited_too_long_for_another_may_send_it_again(edo, dossier, monkeypatch, said):
    class Cause(Exception):
        sqlstate = "55P03" if "lock timeout" in said else None

    def busy(*_, **__):
        raise OperationalError(said) from Cause()

    monkeypatch.setattr("timeline.services.edit_dossier", busy)
    answer = submit_title(edo, dossier)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "Nothing of it was changed" in answer.text
    assert said not in answer.text
    assert_headers(answer)


def test_a_database_that_is_not_there_is_a_fault(edo, dossier, monkeypatch):
    def gone(*_, **__):
        raise OperationalError("could not connect")

    monkeypatch.setattr("timeline.services.edit_dossier", gone)
    edo.raise_request_exception = False
    assert submit_title(edo, dossier).status_code == 500


def submit_title(client, dossier):
    page = reverse("admin:timeline_dossier_change", args=[dossier.pk])
    return client.post(page, fields_of(client.get(page)) | {"title": "Another"})
