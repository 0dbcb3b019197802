"""Every address of the desk as every kind of person, found in the site's own table of addresses."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import URLPattern, URLResolver

from tests import factories
from tests.test_access import cast, fire, open_to
from timeline import services
from timeline.intake import Given
from timeline.models import Dossier

__all__ = ["cast", "fire"]

# Django sends these on to the page of the row.
ELSEWHERE = re.compile(r"<path:object_id>/$")


def patterns(found=None, prefix=""):
    for one in found or admin.site.get_urls():
        path = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns, path)
        elif isinstance(one, URLPattern) and path.startswith("timeline/") and not ELSEWHERE.search(path):
            yield path


def filled(pattern, run):
    model = apps.get_model("timeline", pattern.split("/")[1])
    row = run.dossier.changes.first().act if "acts/" in pattern else model.objects.order_by("pk").first()
    path = pattern.replace("<int:run>", str(run.pk))
    number = str(row.pk if row else 1)
    return "/admin/" + path.replace("<int:pk>", number).replace("<path:object_id>", number)


@pytest.fixture
def run(fire, dossier, cast):
    """An import that waits, in a dossier where somebody acted."""
    services.judge_claim(claim=fire, verdict="accepted", editor=cast["chief"].user)
    fire.refresh_from_db()
    # Weaving has found none in it.
    factories.conflict(fire.event, "time", [fire], why="zebra")
    zebra = Given("zebra.txt", b"A zebra burned on Monday.")
    return services.open_run(dossier=dossier, files=[zebra], editor=cast["chief"].user)


@pytest.fixture
def addresses(run):
    return [filled(pattern, run) for pattern in patterns()]


def rows():
    """All that is stored of dossiers, to be compared."""
    models = list(apps.get_app_config("timeline").get_models())
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_the_desks_own_pages_are_among_them(addresses):
    for page in (
        "/work/",
        "/settle/",
        "/import/",
        "/imports/",
        "/changes/",
        "/queue/",
        "/undo/",
        "/history/",
        "/delete/",
    ):
        assert any(page in address for address in addresses), page
    assert len(addresses) > 40


def test_who_has_no_place_at_the_desk_is_sent_to_its_door(addresses, cast):
    before = rows()
    for name in ("vera", "ada", "nina"):
        for address in addresses:
            for answer in (cast[name].get(address), cast[name].post(address, {"do": "start"})):
                assert answer.status_code == 302, (name, address)
                assert answer["Location"].startswith("/admin/login/"), (name, address)
    assert rows() == before


@pytest.mark.parametrize("name", ["viewer", "editor"])
def test_no_page_of_the_desk_tells_of_a_dossier_one_may_not_see(addresses, dossier, cast, name):
    open_to(dossier, "named", cast)
    before = rows()
    for address in addresses:
        for answer in (cast[name].get(address), cast[name].post(address, {"do": "start", "post": "yes"})):
            assert answer.status_code < 500, address
            # The sources are everybody's; they name no dossier.
            assert b"zebra" not in answer.content, address
            assert dossier.title.encode() not in answer.content, address
    assert rows() == before


def test_a_viewer_changes_nothing_by_any_address(addresses, cast):
    before = rows()
    for address in addresses:
        for sent in ({"do": "start"}, {"do": "rest"}, {"do": "explained", "reason": "x"}, {"post": "yes"}):
            assert cast["viewer"].post(address, sent).status_code in {200, 302, 403, 404, 405}, address
    assert rows() == before


def test_a_chief_opens_all_of_them(addresses, cast):
    for address in addresses:
        answer = cast["chief"].get(address)
        # An act is taken back by a form only; some rows are made, changed or deleted by nobody.
        assert answer.status_code in {200, 403, 405}, address
    assert Dossier.objects.exists()
