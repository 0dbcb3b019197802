"""Files written in pieces: the bytes of the whole at once, in little memory, of one moment."""

import gc
import json
import weakref

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from tests.benchmarks.generated import generate
from timeline import services
from timeline.exports import rows
from timeline.exports.exchange import export_json
from timeline.exports.formats import Selection, answer, write
from timeline.exports.names import FORMATS
from timeline.exports.streams import written
from timeline.models import Claim
from timeline.selectors.snapshots import snapshot

PIECEWISE = sorted(set(FORMATS) - {"svg", "png"})
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(plain)
def test_json_in_pieces_is_json_at_once(data):
    assert "".join(written(data)) == json.dumps(data, ensure_ascii=False, indent=1)


@given(st.lists(plain, max_size=4), plain)
def test_an_iterator_is_written_as_a_list(items, beside):
    data = {"items": items, "inside": {"items": items}, "beside": beside}
    streamed = data | {"items": iter(items), "inside": {"items": iter(items)}}
    assert "".join(written(streamed)) == json.dumps(data, ensure_ascii=False, indent=1)


def test_the_exchange_format_is_what_is_held_at_once(harbour):
    held = json.dumps(export_json(harbour), ensure_ascii=False, indent=1) + "\n"
    assert b"".join(write("json", Selection(harbour))) == held.encode()


@pytest.mark.parametrize("name", PIECEWISE)
@pytest.mark.parametrize("narrowed", [False, True])
def test_read_two_rows_at_a_time_it_is_the_same_file(harbour, monkeypatch, name, narrowed):
    services.weave_dossier(dossier=harbour)
    it = Selection(harbour, harbour.claims.exclude(quote__contains="Drones") if narrowed else None)
    at_once = b"".join(write(name, it))
    monkeypatch.setattr(rows, "PART", 2)
    monkeypatch.setattr(rows, "TEXTS", 2)
    assert b"".join(write(name, it)) == at_once


@pytest.mark.parametrize("name", PIECEWISE)
def test_of_a_dossier_a_part_is_held_at_a_time(db, monkeypatch, name):
    monkeypatch.setattr(rows, "PART", 50)
    monkeypatch.setattr("timeline.exports.formats.PIECE", 1)
    monkeypatch.setattr(
        rows, "_parts", lambda ids, size, parts=rows._parts: ((gc.collect(), part)[1] for part in parts(ids, size))
    )
    held = weakref.WeakSet()
    made = Claim.from_db.__func__
    monkeypatch.setattr(Claim, "from_db", classmethod(lambda *row: (one := made(*row), held.add(one))[0]))
    most = max(len(held) for _ in write(name, Selection(generate(600))))
    assert 0 < most <= 300  # an event has 200 at most


def test_a_download_begins_before_it_is_handed_out(harbour, monkeypatch):
    monkeypatch.setattr("timeline.exports.formats.export_csv", lambda rows: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        answer("csv", Selection(harbour))


def is_open():
    """Whether the database is in a transaction."""
    raw = connection.connection
    return raw.in_transaction if connection.vendor == "sqlite" else bool(raw.info.transaction_status)


@pytest.mark.django_db(transaction=True)
def test_a_file_left_half_read_leaves_no_transaction_open():
    pieces = write("json", Selection(factories.dossier()))
    assert next(pieces) and is_open()
    pieces.close()
    assert not is_open()


def test_within_a_transaction_a_snapshot_is_part_of_it(dossier):
    with snapshot():
        dossier.articles.count()
    assert is_open()
