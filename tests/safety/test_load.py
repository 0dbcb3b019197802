"""Readers beside an import, under gunicorn. (Fifty of them on a large dossier are a benchmark.)"""

from tests import factories
from tests.benchmarks import load
from timeline.styles import Styles


def test_readers_get_every_page_while_an_import_runs():
    calm, busy, _, _, came = load.run(claims=1000, readers=6, requests=4, articles=8, workers=2, rest=0.1)
    assert came == 8
    # An event that an article of the import joined to another leads there.
    assert [answer for answer in calm + busy if answer[1] not in (200, 302)] == []
    assert len(busy) == 24


def test_a_source_that_came_in_while_a_page_was_put_together_has_a_style_too(dossier):
    first, later = factories.article(dossier, "The Courier"), factories.article(dossier, "The Herald")
    styles = Styles([(first.source_id, "The Courier")])
    assert styles.of(later).name == "The Herald"
    assert styles.of(later) == styles.source(later.source_id)
    assert styles.of(later) != styles.of(first)
