"""Whatever is in a file: an article or a reason, never a fault; never script on a page nor a formula in a table."""

import csv
import re
import time as clock

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from timeline import services
from timeline.exports.rows import Rows
from timeline.exports.tables import CSV_COLUMNS, FORMULA_STARTS, export_csv, table
from timeline.intake import IntakeError
from timeline.reading.anchors import Known

SCRIPT = "<script>alert(1)</script>"
NASTY_WORDS = [SCRIPT, '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "{% debug %}", "javascript:alert(1)", "</mark>"]
HEAD = "Ferry sinks off Port Varda\n\nTuesday 7 March 2023 16:00 GMT\n\n"
BODY = "A ferry sank off the port on Monday, {} said. At least 12 people were killed, {} told reporters."
# Each a whole file.
FILES = {
    "one long line": HEAD.encode() + b"A ferry sank on Monday. " * 40_000,
    "no space at all": HEAD.encode() + b"a" * 2_000_000,
    "digits": HEAD.encode() + b"1234567890" * 20_000,
    "only line ends": b"\n" * 100_000 + b"x",
    "quotation marks": HEAD.encode() + "“".encode() * 20_000,
    "brackets": HEAD.encode() + b"(" * 20_000,
    "bidi and zero width": (HEAD + BODY.format("\u202ethe master\u202c", "\u200b\u2066he\u2069\ufeff")).encode(),
    "combining marks": (HEAD + "A ferry sank on Monday" + "\u0301" * 5000 + ".").encode(),
    "a surrogate": b"\xed\xa0\x80 A ferry sank on Monday.",
    "half of UTF-8": HEAD.encode() + "Ферри".encode()[:-1],
    "UTF-16 cut short": (HEAD + BODY).encode("utf-16")[:-1],
    "UTF-16": (HEAD + BODY.format("he", "he")).encode("utf-16"),
    "nothing": b"",
    "zero bytes": b"\x00" * 1000,
    "too large": b"a " * (6 * 2**20),
    "years nobody has": (HEAD + "A ferry sank in 9999, in 99999, on 31 February 0000 and at 27:99.").encode(),
} | {f"markup {number}": (HEAD + BODY.format(words, words)).encode() for number, words in enumerate(NASTY_WORDS)}


def bring(dossier, data, name="nasty.txt"):
    """The file imported and woven; False where it was refused with a reason."""
    try:
        services.import_file(dossier=dossier, name=name, data=data, known_by_part={0: Known()})
    except IntakeError as error:
        assert name in str(error)
        assert len(str(error)) < 300
        return False
    services.weave_dossier(dossier=dossier)
    return True


def assert_safe(dossier):
    """Every page of it answers, and holds none of the words as markup."""
    client = Client()
    own = f"/{dossier.slug}/"
    pages = [own, f"{own}articles/", f"{own}sources/", f"{own}conflicts/"]
    pages += [row.get_absolute_url() for row in [*dossier.articles.all(), *dossier.events.all()[:5]]]
    for page in pages:
        response = client.get(page)
        assert response.status_code == 200, page
        html = response.content.decode()
        assert SCRIPT not in html
        assert "<img" not in html
        assert not re.search(r"href=.?javascript:", html)


@pytest.mark.parametrize("name", FILES)
def test_a_nasty_file_is_an_article_or_has_a_reason(dossier, name):
    begun = clock.process_time()
    if bring(dossier, FILES[name]):
        assert_safe(dossier)
    assert clock.process_time() - begun < 60


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=2000))
def test_any_bytes_are_an_article_or_have_a_reason(dossier, data):
    bring(dossier, data)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(st.one_of(st.text(max_size=30), st.sampled_from(NASTY_WORDS)), min_size=2, max_size=2))
def test_any_words_in_an_article_are_an_article_or_have_a_reason(dossier, words):
    bring(dossier, (HEAD + BODY.format(*words)).encode("utf-8", "surrogatepass"))


@given(
    cells=st.lists(st.one_of(st.text(), st.sampled_from(FORMULA_STARTS).flatmap(lambda c: st.text().map(c.__add__))))
)
def test_no_cell_of_a_table_is_a_formula(cells):
    cells = [cell.replace("\x00", "") for cell in cells if cell]
    _, *rows = csv.reader(table(["a"] * len(cells), [cells]))
    for row in rows:
        assert not any(cell.startswith(FORMULA_STARTS) for cell in row)


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_of_an_export_is_a_formula(dossier, start):
    words = f"{start}HYPERLINK(1)"
    article = factories.article(dossier, by=words, text=f"{words} burned")
    factories.claim(article, words, factories.event(dossier, title=words), voice=words, place=words, actor=words)
    (row,) = csv.DictReader(export_csv(Rows(dossier)))
    for column in CSV_COLUMNS:
        assert not row[column].startswith(FORMULA_STARTS), column
