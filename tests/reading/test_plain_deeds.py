import pytest

from tests.reading.told import types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The roof of the church came down on the singers", "property destruction"),
        ("Two cottages lost their roofs in the gale", "property destruction"),
        ("The ground shook for half a minute", "natural disaster"),
        ("The storm made landfall at noon", "natural disaster"),
        ("The fort changed hands twice that night", "non-state actor overtakes territory"),
        ("The brigade took the ridge at dawn", "non-state actor overtakes territory"),
        ("A green flag flies over the fort", "territorial control"),
        ("Mortar rounds rained on the orchard", "attack"),
        ("Both armies stopped firing at noon", "agreement"),
        ("Men in masks snatched him outside his office", "abduction"),
        ("He is being held at an unknown place", "arrest"),
        ("No one has seen her since Tuesday", "disappearance"),
        ("A boy was brought out alive after six hours", "search and rescue"),
        ("Nobody is left under the rubble", "search and rescue"),
        ("Two deckhands were washed overboard", "casualties"),
        ("Six hundred people had left the village by noon", "displacement"),
        ("The barge listed to port", "accident"),
        ("Bottles were thrown at the mounted guard", "protest"),
        ("The envoy was told to stay indoors", "warning"),
        ("The road was cut off by snow", "closure"),
        ("The queen sent her condolences", "condemnation"),
    ],
)
def test_deeds_told_in_plain_words_are_known(text, type_):
    assert type_ in types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("She took the post of director in May", "non-state actor overtakes territory"),
        ("The roof came into fashion", "property destruction"),
        ("He felt the earth was a good place", "accident"),
        ("The meeting was held at the town hall", "arrest"),
        ("The fair was held in the park", "abduction"),
        ("The flag is green and white", "territorial control"),
        ("The two painters changed places", "non-state actor overtakes territory"),
        ("The firm stopped selling shells", "agreement"),
        ("The bill left the upper house", "displacement"),
        ("Water came to a boil", "accident"),
        ("She sent her regards", "condemnation"),
        ("The talk of the town was a song", "meeting"),
        ("They want to talk", "meeting"),
        ("The film has been seen in many towns", "disappearance"),
    ],
)
def test_what_only_sounds_like_them_is_not(text, type_):
    assert type_ not in types(text)
