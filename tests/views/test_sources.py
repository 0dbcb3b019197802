"""The page of sources: who quotes, relays and copies whom, and how each stands in conflicts."""

from timeline import services


def card(text, name):
    return next(part for part in text.split('<li class="source"')[1:] if f"{name}</h2>" in part.split("</header>")[0])


def test_it_shows_whom_a_source_quotes_and_relays(vera, harbour):
    one = card(vera.get("/harbour/sources/").text, "The Daily Mast")
    assert "Hal Orme" in one and "Iru Sand" in one
    assert "<span>The Wire</span>" in one.replace("\n", "")


def test_it_shows_who_copies_whom(vera, harbour):
    text = vera.get("/harbour/sources/").text
    assert "repeats" in card(text, "The Daily Mast")
    assert "is repeated by" in card(text, "The Wire")
    assert "Nothing found to be copied" in card(text, "Southern Eye")


def test_it_counts_sides_in_hard_conflicts(vera, harbour):
    one = card(vera.get("/harbour/sources/").text, "Harbour Radio")
    figures = dict(part.split("</dt><dd>")[:2] for part in one.split("<dt>")[1:])
    assert figures["hard conflicts, with most origins"].startswith("1")
    assert figures["hard conflicts, not with most"].startswith("1")


def test_it_leads_to_the_source_alone_on_the_timeline(vera, harbour):
    source = harbour.articles.first().source
    assert f'href="/harbour/?source={source.pk}"' in vera.get("/harbour/sources/").text


def test_it_is_empty_without_articles(vera, dossier):
    assert "No sources yet" in vera.get("/harbour/sources/").text


def test_it_takes_a_bounded_number_of_queries(vera, harbour, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        vera.get("/harbour/sources/")


def test_it_shows_only_what_was_out_at_a_moment(vera, harbour):
    services.weave_dossier(dossier=harbour)
    text = vera.get("/harbour/sources/?as_of=2023-03-07T12:00Z").text
    assert "The Wire</h2>" in text and "Harbour Radio</h2>" not in text and "The Old Pier</h2>" not in text
    assert "As known at 7 Mar 2023 17:45" in text and "as_of=2023-03-07T12%3A00Z&amp;source=" in text


def test_at_a_moment_before_everything_it_has_no_source_and_says_why(vera, harbour):
    text = vera.get("/harbour/sources/?as_of=2023-03-01").text
    assert "Nothing had come out for certain" in text and '<li class="source"' not in text
