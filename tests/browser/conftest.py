"""A real Chromium against a live server. A test that finds no browser fails: a page nobody opened is not tested."""

import os
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import sync_playwright

SYSTEM_CHROMIUM = Path("/usr/bin/chromium")
PASSWORD = "editor-4-ever"


@pytest.fixture(scope="session", autouse=True)
def django_beside_playwright():
    """Playwright's sync API runs an event loop in this thread; Django's queries here are none of its business."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser(django_beside_playwright):
    path = SYSTEM_CHROMIUM if SYSTEM_CHROMIUM.exists() else None
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True)
        yield chromium
        chromium.close()


def listened(page):
    """The page, with what its console says amiss in `page.complaints`."""
    page.complaints = []
    page.on("console", lambda line: page.complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


@pytest.fixture
def signed_in(browser, live_server, transactional_db):
    """The desk's first page in a browser, with an editor signed in; none of its pages may complain."""
    User.objects.create_superuser("edo", password=PASSWORD)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = listened(context.new_page())
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("#id_username", "edo")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    yield page
    context.close()
    assert page.complaints == []


@pytest.fixture
def open_page(browser, live_server, harbour):
    """`open_page(path, width=…, color_scheme=…, javascript=…)` opens a page of the demo dossier; what its console
    says is in `page.complaints`, and none may be left at the end."""
    contexts, pages = [], []

    def open_it(path="/harbour/", *, width=1440, height=900, javascript=True, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=javascript, **options
        )
        contexts.append(context)
        page = listened(context.new_page())
        page.goto(live_server.url + path)
        pages.append(page)
        return page

    yield open_it
    complaints = [complaint for page in pages for complaint in page.complaints]
    for context in contexts:
        context.close()
    assert complaints == []
