"""The small cast: Ada the analyst (reads), Edo the editor (admin), Vera the visitor (no account)."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import settings as trials

from tests import demo, factories

# How long an example takes depends on what else the machine does, so no test is failed for it.
trials.register_profile("untimed", deadline=None)
trials.load_profile("untimed")


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Pages ask for files of static/ itself, so no test needs `collectstatic`."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def _client(user):
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def ada(db):
    """A client logged in as an analyst: an account, no rights; `ada.user` is the user."""
    return _client(User.objects.create_user("ada", password="analyst-4-ever"))


@pytest.fixture
def edo(db):
    """A client logged in as an editor who may do everything in the admin; `edo.user` is the user."""
    return _client(User.objects.create_superuser("edo", password="editor-4-ever"))


@pytest.fixture
def vera(db):
    """A client without an account."""
    return Client()


@pytest.fixture
def dossier(db):
    """An empty dossier."""
    return factories.dossier()


@pytest.fixture
def harbour(db):
    """The invented dossier of `tests.demo`: five sources, eight events, conflicts, doubts, furniture."""
    return demo.harbour()
