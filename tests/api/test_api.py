"""The API: the shapes it describes, its pages, its filters, and what it refuses."""

import json
import re

import pytest
from django.urls import get_resolver

from tests import factories
from timeline.api.document import DOCUMENT
from timeline.exports.exchange import export_json

PARAMETER = re.compile(r"<(?:slug|int):(.+?)>")
ROOT = "/api/v1/dossiers/harbour"


def results(client, path):
    return client.get(path).json()["results"]


def test_the_document_describes_every_address_and_no_other():
    (api,) = [part for part in get_resolver().url_patterns if str(part.pattern) == "api/v1/"]
    served = {"/api/v1/" + PARAMETER.sub(r"{\1}", str(one.pattern)) for one in api.url_patterns if one.name}
    assert served == set(DOCUMENT["paths"])
    for path, methods in DOCUMENT["paths"].items():
        named = {p["name"] for p in methods["get"]["parameters"] if p["in"] == "path"}
        assert named == set(re.findall(r"{(\w+)}", path))


def test_it_says_what_the_exchange_format_says(vera, harbour):
    out = export_json(harbour)
    for kind in ("articles", "claims", "events", "conflicts"):
        # Of an article's text it has the address.
        said = [{key: row[key] for key in row if (kind, key) != ("articles", "text")} for row in out[kind]]
        told = [{key: row[key] for key in said[0]} for row in results(vera, f"{ROOT}/{kind}")]
        order = lambda row: row.get("id") or (row["event"], row["kind"])  # noqa: E731
        assert sorted(told, key=order) == sorted(said, key=order)


def test_a_rejected_claim_is_in_none_of_it(vera, harbour):
    (rejected,) = harbour.claims.filter(rejected=True)
    for kind in ("claims", "events", "conflicts"):
        text = vera.get(f"{ROOT}/{kind}").text
        assert rejected.quote not in text
        assert rejected.pk not in [pk for row in json.loads(text)["results"] for pk in row.get("claims", [row["id"]])]


def test_pages_follow_one_another_and_hold_everything_once(vera, harbour):
    address, found = f"{ROOT}/claims?page_size=4", []
    while address:
        page = vera.get(address).json()
        found += [row["id"] for row in page["results"]]
        address = page["next"]
    assert len(found) == len(set(found)) == page["count"] == harbour.claims.filter(rejected=False).count()
    assert vera.get(f"{ROOT}/claims?page_size=4&page=2").json()["previous"].endswith("page_size=4&page=1")
    assert vera.get(f"{ROOT}/claims?page=1000").json()["results"] == []


def test_filters_are_those_of_the_timeline(vera, harbour):
    assert {row["type"] for row in results(vera, f"{ROOT}/claims?q=drones")} == {"air strike"}
    assert {row["status"] for row in results(vera, f"{ROOT}/claims?status=denied")} == {"denied"}
    assert all(row["conflicts"] for row in results(vera, f"{ROOT}/events?conflicts=1"))
    assert {row["kind"] for row in results(vera, f"{ROOT}/conflicts?kind=time")} == {"time"}
    late = results(vera, f"{ROOT}/events?from=2023-03-09")
    assert 0 < len(late) < len(results(vera, f"{ROOT}/events"))
    assert all(row["end"] is None or row["end"] > "2023-03-08T18:15" for row in late)


def test_a_claim_of_no_event_is_there_unless_filtered(vera, dossier):
    factories.claim(factories.article(dossier), "A ship burned")
    assert len(results(vera, f"{ROOT}/claims")) == 1
    assert results(vera, f"{ROOT}/claims?q=ship") == []


@pytest.mark.parametrize(
    ("query", "name", "reason"),
    [
        ("claims?page=0", "page", "greater than or equal to 1"),
        ("claims?page_size=501", "page_size", "less than or equal to 500"),
        ("claims?from=yesterday", "from", "is not a date"),
        ("events?status=maybe", "status", "not one of the available choices"),
        ("events?tz=Middle/Earth", "tz", "is not a time zone"),
        ("events?as_of=2023-03-07", "as_of", "no such parameter"),
        ("events?format=csv", "format", "no such parameter"),
        ("conflicts?kind=mood", "kind", "not one of the available choices"),
        ("articles?q=ship", "q", "no such parameter"),
    ],
)
def test_a_parameter_that_makes_no_sense_is_a_400_that_says_why(vera, harbour, query, name, reason):
    response = vera.get(f"{ROOT}/{query}")
    assert response.status_code == 400
    assert reason in response.json()["reasons"][name][0]


@pytest.mark.parametrize(
    "path",
    [
        "dossiers/nowhere",
        "dossiers/nowhere/claims",
        "dossiers/harbour/events/999999",
        "dossiers/harbour/articles/0",
        "x/y",
        "dossiers/harbour/articles/99999999999999999999",
    ],
)
def test_what_is_not_there_is_a_404_in_json(vera, harbour, path):
    response = vera.get(f"/api/v1/{path}")
    assert response.status_code == 404
    assert response.json() == {"error": "There is no such thing here."}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_only_reads(edo, harbour, method):
    response = getattr(edo, method)(f"{ROOT}/claims")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert response.json()["error"]


def test_what_is_of_another_dossier_is_not_there(vera, harbour):
    other = factories.dossier(slug="other")
    event, article = factories.event(other, claim_count=1), factories.article(other)
    assert vera.get(f"{ROOT}/articles/{article.pk}").status_code == 404
    assert vera.get(f"{ROOT}/articles/{article.pk}/text").status_code == 404
    assert vera.get(f"/api/v1/dossiers/other/events/{event.pk}").status_code == 200
    assert vera.get(f"{ROOT}/events/{event.pk}").status_code == 404


def test_its_links_lead_to_pages(vera, harbour):
    for kind in ("articles", "claims", "events", "conflicts"):
        assert vera.get(results(vera, f"{ROOT}/{kind}")[0]["page"]).status_code == 200
    start = vera.get("/api/v1/").json()
    assert all(vera.get(link).status_code == 200 for link in start.values())


def test_the_page_describes_every_address(vera, db):
    text = vera.get("/api/v1/docs").text
    for path, methods in DOCUMENT["paths"].items():
        assert f"<code>{path}</code>" in text
        assert methods["get"]["summary"] in text


@pytest.mark.parametrize("kind", ["articles", "claims", "events", "conflicts"])
def test_no_more_queries_for_more_rows(vera, harbour, kind, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        vera.get(f"{ROOT}/{kind}")


@pytest.mark.parametrize("access", ["signed in", "named"])
def test_a_dossier_that_is_not_open_to_all_is_not_there_for_a_visitor(vera, edo, harbour, access):
    harbour.access = access
    harbour.save()
    paths = ["", "/articles", "/events", "/claims", "/conflicts", f"/articles/{harbour.articles.first().pk}/text"]
    assert {vera.get(f"{ROOT}{path}").status_code for path in paths} == {404}
    assert {edo.get(f"{ROOT}{path}").status_code for path in paths} == {200}
    assert results(vera, "/api/v1/dossiers") == []
    assert len(results(edo, "/api/v1/dossiers")) == 1
