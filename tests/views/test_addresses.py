"""Whatever stands in the address, the answer is a page, a refusal that says why, or no such page: never a fault."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

NAMES = ["from", "to", "tz", "q", "source", "type", "status", "conflicts", "origins", "by", "event", "view", "format"]
NAMES += ["kind", "strength", "state", "sort", "page", "as_of"]
VALUES = st.one_of(
    st.text(max_size=12),
    st.integers().map(str),
    st.sampled_from(
        ["2023-03-07", "2023-03-07T10:00Z", "9997-12-31", "0002-01-01", "UTC", "Asia/Tokyo", "1", "origin"]
    ),
    st.sampled_from(
        ["table", "time", "hard", "denied", "gap", "event", "jail break", "\x00", "%", "_", "'", '"', "NaN"]
    ),
)
PATHS = ["/harbour/", "/harbour/conflicts/", "/harbour/articles/", "/harbour/sources/", "event", "article"]


@pytest.mark.parametrize("path", PATHS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.dictionaries(st.sampled_from(NAMES), st.lists(VALUES, min_size=1, max_size=2), max_size=5))
def test_no_address_is_a_fault(vera, harbour, path, query):
    own = {"event": harbour.events.first(), "article": harbour.articles.first()}
    url = own[path].get_absolute_url() if path in own else path
    assert vera.get(url, query).status_code in {200, 400, 404}


@pytest.mark.parametrize("path", ["events/99999999999999999999999/", "articles/99999999999999999999999/", "events/0/"])
def test_a_number_no_row_can_have_is_no_such_page(vera, harbour, path):
    assert vera.get(f"/harbour/{path}").status_code == 404
