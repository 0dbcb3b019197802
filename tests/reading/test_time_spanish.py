"""Another language is another lexicon: the same grammar over Spanish words."""

from datetime import UTC, datetime, timedelta

import pytest

from timeline.reading.anchors import Anchor
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.lexicon.time_spanish import TABLES
from timeline.reading.resolution import resolve_timexes
from timeline.reading.timexes import find_timexes

DAY = datetime(2021, 7, 7, tzinfo=UTC)
ANCHOR = Anchor(
    Interval(DAY, DAY + timedelta(days=1)), DAY.replace(tzinfo=None), Granularity.DAY, "UTC", "dateline", "printed"
)


def read(text):
    times = resolve_timexes(text, find_timexes(text, language="es"), ANCHOR, "Europe/Madrid")
    return [(time.timex.text, time.timex.type, time.value) for time in times]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("Murieron el 7 de julio de 2021.", "el 7 de julio de 2021", "DATE", "2021-07-07"),
        ("el lunes 5 de julio", "lunes 5 de julio", "DATE", "2021-07-05"),
        ("Llegaron el lunes.", "lunes", "DATE", "2021-07-05"),
        ("Llegaron el lunes pasado.", "el lunes pasado", "DATE", "2021-07-05"),
        ("Llegaron ayer por la tarde.", "ayer por la tarde", "TIME", "2021-07-06TAF"),
        ("el miércoles por la mañana", "miércoles por la mañana", "TIME", "2021-07-07TMO"),
        ("hace tres días", "hace tres días", "DATE", "2021-07-04"),
        ("la semana pasada", "la semana pasada", "DATE", "2021-W26"),
        ("el año pasado", "el año pasado", "DATE", "2020"),
        ("este mes", "este mes", "DATE", "2021-07"),
        ("anoche", "anoche", "TIME", "2021-07-06TNI"),
        ("mañana", "mañana", "DATE", "2021-07-08"),
        ("durante más de dos semanas", "más de dos semanas", "DURATION", "P2W"),
        ("a las 16:00 hora local", "16:00 hora local", "TIME", "2021-07-07T16:00"),
        ("en marzo de 2019", "marzo de 2019", "DATE", "2019-03"),
        ("a mediados de abril", "mediados de abril", "DATE", "2021-04"),
        ("cada lunes", "cada lunes", "SET", "XXXX-WXX-1"),
        ("ahora", "ahora", "DATE", "PRESENT_REF"),
    ],
)
def test_it_reads(text, words, kind, value):
    assert (words, kind, value) in read(text)


@pytest.mark.parametrize(
    "text",
    ["El 90% de la ciudad", "más de 2000 personas", "un segundo intento", "el 31 de junio", "May y June", "Monday"],
)
def test_it_leaves_alone(text):
    assert read(text) == []


def test_every_role_of_the_lexicon_is_one_the_grammar_knows():
    from timeline.reading.grammar.pieces import PIECES
    from timeline.reading.timexes import RULES

    patterns = " ".join([*PIECES.values(), *(rule.pattern + rule.after for rule in RULES)])
    context = {"will", "to_come", "past_verb", "since", "before", "until", "by"}
    assert [role for role in TABLES if role not in context and role not in patterns] == []
