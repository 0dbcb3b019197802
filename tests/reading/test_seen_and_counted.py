import pytest

from tests.reading.told import types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("No helicopter of ours was in the air", "overflight"),
        ("The crew counted two deep craters in the yard", "attack"),
        ("Soldiers went in at ten past four", "attack"),
        ("The film shows a muzzle flash", "shooting"),
        ("Three officers had taken him outside the bakery", "arrest"),
        ("She was not allowed to see her husband", "access to a detainee"),
        ("He walked into the harbour police station", "surrender"),
        ("Nine inmates got out through a drain", "jail break"),
        ("The pistols were toys", "weapons seized"),
        ("The king never left the palace", "whereabouts"),
        ("The victims included two nurses", "casualties"),
        ("The column lost no fewer than 40 men", "casualties"),
        ("The queen expressed deep sorrow", "condemnation"),
        ("No ambulance was seen before noon", "arrival"),
        ("Neighbours pried open the doors", "search and rescue"),
        ("The islanders asked for help", "relief"),
        ("Hundreds streamed towards the square", "protest"),
        ("The state promised 300 new houses", "rebuilding"),
        ("The quarter was without electricity", "power cut"),
        ("The levee, raised in May, burst", "natural disaster"),
        ("They had the sluices opened by night", "gates"),
        ("It was the work of professionals", "blame"),
        ("It lasted some 40 seconds", "duration"),
    ],
)
def test_what_was_seen_and_counted_is_known(text, type_):
    assert type_ in types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The craters of the moon were mapped", "attack"),
        ("The soldiers went in for a medal", "attack"),
        ("He was taken home by two officers", "arrest"),
        ("The editor was allowed to see the play", "access to a detainee"),
        ("The novel is on the run to a million copies", "jail break"),
        ("He lost more than twenty kilos", "casualties"),
        ("They lost at least two matches", "casualties"),
        ("She expressed her thanks", "condemnation"),
        ("The team was in good form by March", "arrival"),
        ("People walked to work", "protest"),
        ("The play lasted two hours", "duration"),
        ("The cook worked in the kitchen", "search and rescue"),
    ],
)
def test_what_only_sounds_like_it_is_not(text, type_):
    assert type_ not in types(text)
