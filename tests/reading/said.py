"""Makers for the tests of what is said: a sentence in, the parts under their voices out."""

from timeline.reading.attribution import Speech, attribute
from timeline.reading.furniture import Role
from timeline.reading.sentences import Sentence


def sentences_of(*texts: str) -> tuple[str, tuple[Sentence, ...]]:
    """Sentences joined to a text, each its own paragraph unless it begins with a space."""
    text, spans, paragraph = "", [], -1
    for piece in texts:
        paragraph += not piece.startswith(" ")
        start = len(text) + (piece.startswith(" "))
        text += piece + "\n"
        spans.append(Sentence(start, len(text) - 1, max(paragraph, 0), Role.BODY))
    return text, tuple(spans)


def said(*texts: str, agency: str = "") -> list[tuple[str, str, str]]:
    """(voice, via, words) of each part."""
    text, sentences = sentences_of(*texts)
    return [(s.attribution.voice, s.attribution.via, words(text, s)) for s in attribute(text, sentences, (), agency)]


def words(text: str, speech: Speech) -> str:
    return text[speech.start : speech.end].strip(' ,.\n“”"')
