"""The exchange format: its shape, its ids and offsets, and what never leaves."""

import csv
import io

from tests import factories
from timeline.exports.exchange import export_json
from timeline.exports.rows import Rows
from timeline.exports.tables import CSV_COLUMNS, export_csv

CLAIM = {"id", "article", "start", "end", "quote", "event", "type", "status", "voice", "via", "time", "quantities"}
TIME = {"text", "start", "end", "granularity", "approximate", "inherited", "zone", "basis", "rule"}


def as_csv(dossier):
    return "".join(export_csv(Rows(dossier)))


def test_its_keys_are_those_of_the_format(harbour):
    out = export_json(harbour)
    assert set(out) == {"dossier", "articles", "claims", "events", "conflicts"}
    assert set(out["articles"][0]) == {"id", "file", "source", "title", "published", "byline", "via", "url", "text"}
    assert set(out["articles"][0]["published"]) == {"text", "start", "end", "zone", "basis"}
    assert set(out["claims"][0]) == CLAIM
    assert set(next(c["time"] for c in out["claims"] if c["time"])) == TIME
    assert set(out["events"][0]) == {"id", "title", "type", "claims", "origins", "supported"}
    keys = {"event", "kind", "claims", "sides", "strength", "gap_seconds", "why", "state"}
    assert set(out["conflicts"][0]) == keys


def test_offsets_are_into_the_articles_text(harbour):
    texts = dict(harbour.articles.values_list("pk", "text"))
    for claim in export_json(harbour)["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["quote"]


def test_every_id_it_names_is_in_it(harbour):
    out = export_json(harbour)
    claims = {claim["id"] for claim in out["claims"]}
    events = {event["id"] for event in out["events"]}
    assert {claim["article"] for claim in out["claims"]} <= {article["id"] for article in out["articles"]}
    assert {pk for event in out["events"] for pk in event["claims"]} <= claims
    for conflict in out["conflicts"]:
        assert conflict["event"] in events
        assert [pk for side in conflict["sides"] for pk in side] == conflict["claims"]
        assert set(conflict["claims"]) <= claims


def test_an_open_bound_is_null_and_an_around_is_marked(harbour):
    quantities = {q["text"]: q for claim in export_json(harbour)["claims"] for q in claim["quantities"]}
    assert (quantities["More than 20"]["low"], quantities["More than 20"]["high"]) == (20, None)
    assert quantities["Around 40"]["approximate"] and quantities["Around 40"]["high"] == 40


def test_times_say_their_offset(harbour):
    times = [claim["time"] for claim in export_json(harbour)["claims"] if claim["time"]]
    assert all(t["start"] is None or t["start"].endswith("+00:00") for t in times)


def test_a_rejected_claim_never_leaves(harbour):
    assert "Proof below" not in [claim["quote"] for claim in export_json(harbour)["claims"]]
    assert "Proof below" not in as_csv(harbour)


def test_narrowed_to_one_side_a_conflict_is_not_in_it(harbour):
    one = harbour.claims.filter(quote__contains="Monday noon")
    out = export_json(harbour, one)
    assert len(out["claims"]) == len(out["articles"]) == len(out["events"]) == 1
    assert out["conflicts"] == []


def test_a_report_against_its_own_clock_has_one_side_and_is_in_it(harbour):
    claim = harbour.claims.filter(event__isnull=False, rejected=False)[0]
    factories.conflict(claim.event, "impossible report", [claim], strength="soft", state="doubt")
    (doubt,) = (c for c in export_json(harbour)["conflicts"] if c["kind"] == "impossible report")
    assert (doubt["sides"], doubt["state"]) == ([[claim.pk]], "doubt")


def test_an_empty_dossier_is_empty_lists(dossier):
    assert export_json(dossier) == {"dossier": "harbour", "articles": [], "claims": [], "events": [], "conflicts": []}


def test_it_takes_as_many_queries_for_many_claims_of_one_part(harbour, django_assert_num_queries):
    with django_assert_num_queries(11):
        export_json(harbour)


def test_a_csv_row_is_a_claim(harbour):
    rows = list(csv.DictReader(io.StringIO(as_csv(harbour))))
    assert list(rows[0]) == CSV_COLUMNS
    assert len(rows) == harbour.claims.filter(rejected=False).count()
    noon = next(row for row in rows if "Monday noon" in row["quote"])
    assert (noon["source"], noon["granularity"], noon["conflicts"]) == ("Harbour Radio", "part of day", "time (hard)")


def test_no_cell_is_a_formula(dossier):
    article = factories.article(dossier, text='=HYPERLINK("http://example.org") burned')
    factories.claim(article, '=HYPERLINK("http://example.org") burned')
    (row,) = csv.DictReader(io.StringIO(as_csv(dossier)))
    assert row["quote"].startswith("'=")
