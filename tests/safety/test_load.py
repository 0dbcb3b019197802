"""Readers beside an import, under gunicorn. (Fifty of them on a large dossier are a benchmark.)"""

from tests.benchmarks import load


def test_readers_get_every_page_while_an_import_runs():
    calm, busy, _, _, came = load.run(claims=1000, readers=6, requests=4, articles=8, workers=2, rest=0.1)
    assert came == 8
    assert [answer for answer in calm + busy if answer[1] != 200] == []
    assert len(busy) == 24
