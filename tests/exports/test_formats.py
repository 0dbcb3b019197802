"""Every format by its name: on the page, from the command, in the menu."""

import json
import re

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from timeline import services
from timeline.exports.formats import WRITERS, Selection, write
from timeline.exports.names import FORMATS


def test_every_name_has_a_writer():
    assert set(WRITERS) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_page_hands_it_out_as_a_file(vera, harbour, name):
    response = vera.get(f"/harbour/?format={name}")
    assert response.status_code == 200
    assert response["Content-Type"] == FORMATS[name].content_type
    assert response["Content-Disposition"] == f'attachment; filename="harbour.{FORMATS[name].suffix}"'
    assert response.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_the_command_writes_the_same_kind_of_file(harbour, tmp_path, name):
    call_command("export", "harbour", format=name, output=tmp_path / "out")
    assert (tmp_path / "out").read_bytes()[:4] == b"".join(write(name, Selection(harbour)))[:4]


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_dossier_is_no_error(vera, dossier, name):
    response = vera.get(f"/harbour/?format={name}")
    assert response.status_code == 200 and response.getvalue()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"png", "annotations"}))
def test_a_rejected_claim_is_in_none(vera, harbour, name):
    told = vera.get(f"/harbour/?format={name}&from=2023-01-01&to=2023-12-31").getvalue().decode()
    # The text of an article has all its words; an export in JSON holds the texts.
    assert "Proof below" not in re.sub(r'"text": ".*"', "", told)


@pytest.mark.parametrize("name", FORMATS)
def test_no_more_queries_for_more_claims(vera, dossier, name, django_assert_max_num_queries):
    event = factories.event(dossier)
    for number in range(30):
        article = factories.article(dossier, text=f"A ship burned on Tuesday, {number}.")
        claim = factories.claim(article, "A ship burned", event, origin=number + 1)
        factories.time(claim, "Tuesday", "2023-03-07", "2023-03-08")
    factories.count_up(event)
    with django_assert_max_num_queries(30):
        vera.get(f"/harbour/?format={name}").getvalue()


@pytest.fixture
def woven(harbour):
    services.weave_dossier(dossier=harbour)
    return harbour


BEFORE_RADIO = "2023-03-07T12:00Z"


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"png"}))
def test_what_came_out_later_is_in_no_format_as_of_a_moment(vera, woven, name):
    window = "from=2023-03-01&to=2023-03-20"
    now = vera.get(f"/harbour/?format={name}&{window}").getvalue().decode()
    response = vera.get(f"/harbour/?format={name}&{window}&as_of={BEFORE_RADIO}")
    then = response.getvalue().decode()
    assert "onday noon" in now and "onday noon" not in then and "vernight" in then
    assert "as-of-2023-03-07T1200Z" in response["Content-Disposition"]


def test_the_picture_as_of_a_moment_is_another(vera, woven):
    assert (
        vera.get("/harbour/?format=png").getvalue() != vera.get(f"/harbour/?format=png&as_of={BEFORE_RADIO}").getvalue()
    )


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_command_writes_what_was_known_at_a_moment(woven, tmp_path, name):
    call_command("export", "harbour", format=name, output=tmp_path / "then", as_of=BEFORE_RADIO)
    call_command("export", "harbour", format=name, output=tmp_path / "now")
    assert b"onday noon" not in (tmp_path / "then").read_bytes()
    assert (tmp_path / "then").read_bytes() != (tmp_path / "now").read_bytes()


def test_an_export_as_of_a_moment_has_its_own_events_and_conflicts(vera, woven):
    out = json.loads(vera.get(f"/harbour/?format=json&as_of={BEFORE_RADIO}&from=2023-03-01&to=2023-03-20").getvalue())
    assert out["as_of"] == "2023-03-07T12:00:00+00:00"
    assert not [one for one in out["conflicts"] if one["kind"] == "time"]
    claims = {claim["id"]: claim for claim in out["claims"]}
    assert all(claims[pk]["event"] == event["id"] for event in out["events"] for pk in event["claims"])
    assert len(out["articles"]) == 3 and len(claims) > 5


@pytest.mark.parametrize(("since", "new"), [("", False), ("&since=2023-03-07T10:20Z", True)])
def test_nothing_is_new_in_a_picture_but_beside_the_moment_asked_for(vera, woven, since, new):
    picture = vera.get(f"/harbour/?format=svg&as_of={BEFORE_RADIO}{since}").getvalue().decode()
    assert ("new · " in picture) == new


def test_filters_hold_in_an_export_as_of_a_moment(vera, woven):
    out = vera.get(f"/harbour/?format=csv&as_of={BEFORE_RADIO}&q=drones").getvalue().decode()
    assert "Drones struck" in out and "overnight" not in out


def test_the_command_refuses_a_moment_that_is_none(harbour):
    with pytest.raises(CommandError, match="--as-of: “noon” is not a date"):
        call_command("export", "harbour", as_of="noon")


def test_too_much_to_work_out_is_refused_with_the_reason(vera, woven, monkeypatch):
    monkeypatch.setattr("timeline.selectors.out.MOST_CLAIMS", 2)
    response = vera.get(f"/harbour/?format=csv&as_of={BEFORE_RADIO}")
    assert response.status_code == 400 and "choose a shorter one" in response.text
    assert vera.get(f"/harbour/briefing/?as_of={BEFORE_RADIO}").status_code == 400


def test_the_menu_offers_every_format_for_what_is_on_screen(vera, harbour):
    page = vera.get("/harbour/?q=drones&view=table").text
    for name, one in FORMATS.items():
        assert f'<a href="?q=drones&amp;format={name}">{one.says}</a>' in page
