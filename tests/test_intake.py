"""Bytes to text, folders to files, sources.toml to what is known: taken whole or refused with a reason."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.intake import LIMIT, IntakeError, decode, find_files, load_sidecar, parse_sidecar, read_bytes
from timeline.intake.language import looks_english
from timeline.intake.sidecar import EVERY_PART
from timeline.reading.anchors import Known

PROSE = "The mayor said “no” – twice – in the café.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_it_reads_prose_in_the_encodings_of_the_field(encoding):
    assert decode("a.txt", PROSE.encode(encoding)) == PROSE


def test_it_reads_big_endian_utf_16_by_its_mark():
    assert decode("a.txt", b"\xfe\xff" + PROSE.encode("utf-16-be")) == PROSE


def test_it_keeps_the_text_but_for_line_ends():
    assert decode("a.txt", b" a\r\nb\rc\n\n\xc2\xa0d ") == " a\nb\nc\n\n\xa0d "


def test_it_reads_other_scripts_in_utf_8():
    assert decode("a.txt", "Взрыв в порту".encode()) == "Взрыв в порту"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x00\x01\x02 some words", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"{\\rtf1 words}", "RTF"),
        (b"\xd0\xcf\x11\xe0 words", "old office"),
        ("<?xml?><html>".encode("utf-16-le"), "binary"),
        ("Взрыв в порту унёс жизни".encode("cp1251"), "unknown encoding"),
        ("Взрыв в порту унёс жизни".encode("koi8-r"), "unknown encoding"),
        ("港で爆発があった。".encode("shift-jis"), "unknown encoding"),
        (b"caf\x81 and then some", "unknown encoding"),
        (b"\xff\xfea\x00b", "broken at byte"),
    ],
)
def test_it_refuses_what_is_no_text_and_says_why(data, reason):
    with pytest.raises(IntakeError) as caught:
        decode("bad.txt", data)
    assert caught.value.name == "bad.txt"
    assert reason in caught.value.reason


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_reason(data):
    try:
        text = decode("x.txt", data)
    except IntakeError as error:
        assert error.reason
    else:
        assert text.strip()
        assert "\r" not in text
        assert "\x00" not in text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_comes_back_as_it_was(text):
    if text.strip() and not text.startswith(("\ufeff", "<", "%PDF", "PK", "{\\rtf")):
        assert decode("x.txt", text.encode()) == text


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sank off the port on Monday, the harbour master said. The crew were rescued by noon.",
        "QUAKE HITS ISLAND\n\nAt least ten people were killed and dozens injured when a strong quake hit the island.",
        "Blast in Kathmandu",
        "",
    ],
)
def test_english_is_known_by_its_small_words_and_a_flash_gets_the_benefit_of_the_doubt(text):
    assert looks_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Meli ilizama karibu na bandari siku ya Jumatatu, alisema mkuu wa bandari. Watu wote waliokolewa na majeshi.",
        "De veerboot is maandag in de haven gezonken, zei de havenmeester. De bemanning was op tijd van boord gehaald.",
        "Die Fähre war am Montag vor dem Hafen gesunken, sagte der Hafenmeister. Alle Menschen an Bord wurden gerettet.",
        "Le ferry a coulé lundi au large du port, a dit le capitaine. Tout l'équipage a été sauvé par la marine.",
        "Паром затонул в понедельник у порта, сообщил капитан порта. Весь экипаж был спасён военными моряками в полдень.",
    ],
)
def test_other_languages_are_not_english(text):
    assert not looks_english(text)


def test_it_reads_a_file_of_the_limit_and_refuses_a_larger_one(tmp_path):
    file = tmp_path / "long.txt"
    file.write_bytes(b"a" * LIMIT)
    assert len(read_bytes(file)) == LIMIT
    with file.open("r+b") as handle:
        handle.truncate(50 * 2**20 + 1)
    with pytest.raises(IntakeError, match=r"long.txt: larger than 50 MB"):
        read_bytes(file)


def test_it_refuses_what_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, reason in [
        ("missing", "no such file"),
        ("", "a folder"),
        ("pipe", "not a file"),
        ("loop", "no such file|cannot be read"),
    ]:
        with pytest.raises(IntakeError, match=reason):
            read_bytes(tmp_path / name)


def test_a_folder_gives_its_articles_and_names_the_rest(tmp_path):
    for name in ("b.txt", "A.TXT", "notes.md", "sources.toml", ".hidden.txt", "photo.jpg"):
        (tmp_path / name).write_text("words")
    (tmp_path / "deeper").mkdir()
    found = {one.path.name: one.problem for one in find_files([tmp_path])}
    assert found.keys() == {"A.TXT", "b.txt", "photo.jpg", "deeper"}
    assert not found["A.TXT"]
    assert not found["b.txt"]
    assert "no format" in found["photo.jpg"]
    assert "folder" in found["deeper"]


def test_a_named_file_is_tried_whatever_its_name(tmp_path):
    assert [one.problem for one in find_files([tmp_path / "notes.md"])] == [""]


def test_an_empty_folder_is_said_to_be_empty(tmp_path):
    (only,) = find_files([tmp_path])
    assert "without articles" in only.problem


def test_a_sidecar_says_what_is_known_and_how():
    sidecar = parse_sidecar(
        """
        [dossier]
        slug = "harbour"
        zone = "Asia/Kathmandu"
        [[source]]
        name = "The Courier"
        zone = "Europe/Paris"
        [[article]]
        file = "one.txt"
        source = "The Courier"
        published = 2023-03-07T16:00:00Z
        basis = "the page"
        [[article]]
        file = "one.txt"
        part = 2
        via = "AFP"
        basis = "its wording"
        """
    )
    assert (sidecar.dossier.slug, sidecar.dossier.title, sidecar.dossier.zone) == ("harbour", "", "Asia/Kathmandu")
    assert sidecar.sources[0].zone == "Europe/Paris"
    assert sidecar.known("one.txt") == {
        EVERY_PART: Known(publisher="The Courier", published="2023-03-07T16:00:00+00:00", basis="the page"),
        2: Known(via="AFP", basis="its wording"),
    }
    assert sidecar.known("two.txt") == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[dossier", "not TOML"),
        ("title = 'x'", "unknown key title"),
        ("[dossier]\ncity = 'x'", "unknown key city"),
        ("[dossier]\nzone = 'Kabul time'", "Kabul time is no IANA time zone"),
        ("dossier = 3", "must be a table"),
        ("[article]\nfile = 'a.txt'", "must be written"),
        ("[[article]]\nsource = 'x'\nbasis = 'y'", "needs a file"),
        ("[[article]]\nfile = '../a.txt'", "needs a file"),
        ("[[article]]\nfile = 'a.txt'\nsource = 'x'", "needs a basis"),
        ("[[article]]\nfile = 'a.txt'\npart = 0", "a number from 1"),
        ("[[article]]\nfile = 'a.txt'\npart = true", "a number from 1"),
        ("[[article]]\nfile = 'a.txt'\nzone = '+25'\nbasis = 'b'", "no IANA"),
        ("[[article]]\nfile = 'a.txt'\nsource = 3\nbasis = 'b'", "quotation marks"),
        ("[[article]]\nfile = 'a.txt'\n[[article]]\nfile = 'a.txt'", "once more"),
        ("[[source]]\nzone = 'UTC'", "needs a name"),
    ],
)
def test_a_sidecar_with_a_fault_is_refused_with_its_place(text, reason):
    with pytest.raises(IntakeError, match=reason):
        parse_sidecar(text)


def test_a_folder_without_a_sidecar_knows_nothing(tmp_path):
    assert load_sidecar(tmp_path).known("a.txt") == {}
