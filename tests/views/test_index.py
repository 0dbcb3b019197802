"""The front door: straight into the only dossier, else a list."""

from tests import factories


def test_it_leads_straight_into_the_only_dossier(vera, dossier):
    assert vera.get("/").url == "/harbour/"


def test_it_lists_several(vera, dossier):
    factories.dossier(title="The quake", slug="quake")
    response = vera.get("/")
    assert response.status_code == 200
    assert "The harbour" in response.text and 'href="/quake/"' in response.text


def test_it_says_what_to_do_when_there_is_none(vera, db):
    assert "import_articles" in vera.get("/").text


def test_it_takes_no_posts(vera, dossier):
    assert vera.post("/").status_code == 405
