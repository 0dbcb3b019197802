"""The page of sources: who quotes, relays and copies whom, and how each stands in conflicts."""


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
    figures = dict(part.split("</dt><dd>")[:2] for part in one.split("<dt>")[1:7])
    assert figures["hard conflicts, with most origins"].startswith("1")
    assert figures["hard conflicts, not with most"].startswith("1")


def test_it_leads_to_the_source_alone_on_the_timeline(vera, harbour):
    source = harbour.articles.first().source
    assert f'href="/harbour/?source={source.pk}"' in vera.get("/harbour/sources/").text


def test_it_is_empty_without_articles(vera, dossier):
    assert "No sources yet" in vera.get("/harbour/sources/").text


def test_it_takes_a_bounded_number_of_queries(vera, harbour, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        vera.get("/harbour/sources/")
