"""People and bodies that speak: their names, their roles, and who "he" and "the governor" are."""

import re

from timeline.reading.lexicon.reporting import FEMALE, FINDERS, MALE, OTHERS, PRONOUNS, ROLES, SPEAKERS
from timeline.reading.words import split_words

_DETERMINERS = frozenset(["the", "a", "an", "one", "some", "another", "our", "my"])
_OURSELVES = frozenset(["we", "i"])  # who writes: the article's own voice
_HEADS = frozenset(SPEAKERS)
# A body that speaks has one of these in its name: "the Ministry of Defence" is no person.
_BODIES = frozenset(
    """ministry government army police council group agency media coalition organisation organization observatory
    department bureau office institute center centre survey university commission committee house court company
    union charity association society service party movement regime federation parliament congress senate forces
    command nations states""".split()
)
_THINGS = frozenset(
    """source report medium newspaper paper channel television radio station news outlet broadcaster website statement
    headquarters embassy airline operator intelligence hospital panel mission front brigade alliance bloc junta team
    crew family service authority charity base side""".split()
)
_PARTICLES = frozenset("de al el bin ibn van von der da dos ul abu la le".split())


def singular(word: str) -> str:
    """A noun without its plural ending: "officials" → "official", "witnesses" → "witness"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_speaker(word: str) -> bool:
    """The lower-case word is a noun that can speak."""
    return word in _HEADS or singular(word) in _HEADS


# Where the head of a noun phrase is over: "a colonel | in battle dress".
_HEAD_ENDS = re.compile(r"\b(?:of|for|in|at|from|with|who|on)\b")


class People:
    """The voices heard so far in one article."""

    def __init__(self) -> None:
        self._heard: list[tuple[str, str]] = []  # (voice, role), the latest last

    def name(self, speaker: str, apposition: str) -> tuple[str, str]:
        """(voice, role) of a speaker as named in a sentence; pronouns and bare surnames become who was named before."""
        lower = speaker.lower()
        if lower in _OURSELVES:
            return "", ""
        if lower in PRONOUNS or lower == "":
            return self._meant_by(lower)
        if lower in OTHERS:
            last = self._heard[-1][0] if self._heard else ""
            return (f"{lower.removesuffix('s')} {last}" if last.islower() else lower), ""
        voice, role = split_name(speaker, apposition)
        voice, role = self._known(voice, role)
        self._hear(voice, role)
        return voice, role

    def mention(self, speaker: str, apposition: str) -> None:
        """Somebody a sentence is about who says nothing in it: the next "he" or "she" is this person."""
        voice, role = self._known(*split_name(speaker, apposition))
        if is_person(voice, role) or is_several(voice):
            self._hear(voice, role)

    def found(self) -> str:
        """The document or body of inquiry last heard, which "it found" goes on from; "" where there is none."""
        return next((v for v, _ in reversed(self._heard) if {singular(w) for w in v.lower().split()} & FINDERS), "")

    def _hear(self, voice: str, role: str) -> None:
        if (voice, role) in self._heard:
            self._heard.remove((voice, role))
        self._heard.append((voice, role))

    def _meant_by(self, pronoun: str) -> tuple[str, str]:
        """The voice last heard that the pronoun can stand for: one for "he" and "she", no person for "it", several or
        a body for "they", where there is such."""
        if pronoun == "they":
            bodies = (one for one in reversed(self._heard) if not is_person(*one))
            return next(bodies, self._heard[-1] if self._heard else ("", ""))
        for voice, role in reversed(self._heard):
            words = _HEAD_ENDS.split(voice)[0].split()
            several = bool(words) and words[-1].islower() and words[-1].endswith("s")
            person = bool(role or split_name(voice)[1])
            if pronoun in {"he", "she"} and (several or not may_be(pronoun, voice, role)):
                continue
            if pronoun != "it" or not (several or person):
                return voice, role
        return self._heard[-1] if self._heard else ("", "")

    def _known(self, voice: str, role: str) -> tuple[str, str]:
        """The same voice as it was named before, when it was: a surname, "the official", "the statement"."""
        tokens = voice.split()
        if not tokens:
            return voice, role
        last = tokens[-1].lower()
        for name, known_role in reversed(self._heard):
            known = name.split()
            if len(tokens) == 1 and len(known) > 1 and known[-1].lower() == last:
                return name, known_role or role
            if last in _BODIES and is_person(name, known_role):
                continue  # "the ministry" is not its spokesman
            if len(tokens) == 1 and tokens[0].islower() and last in f"{name} {known_role}".lower().split():
                return name, known_role
            if len(tokens) == len(known) == 2 and tokens == known:
                return name, known_role or role
        return voice, role


def may_be(pronoun: str, voice: str, role: str) -> bool:
    """ "He" and "she" can be this voice: a person, and one nothing shows to be of the other sex."""
    words = set(re.findall(r"\w+", f"{voice} {role}".lower()))
    other = FEMALE if pronoun == "he" else MALE
    return not words & other and (is_person(voice, role) or not _has_body(voice))


def is_person(voice: str, role: str) -> bool:
    """A single person: one with a name, or a noun for one ("the driver"), not a body and not a document."""
    head = _HEAD_ENDS.split(voice)[0].split()
    if not head:
        return False
    if role or split_name(voice)[1] or _personal_name(voice.split()):
        return not _has_body(" ".join(head)) or bool(_personal_name(voice.split()))
    last = head[-1].lower()
    return last.islower() and is_speaker(last) and not _has_body(last) and singular(last) == last


def is_several(voice: str) -> bool:
    """Several people without a name: "the survivors", "residents of the street"."""
    head = _HEAD_ENDS.split(voice)[0].split()
    last = head[-1] if head else ""
    return last.islower() and last.endswith("s") and is_speaker(last) and not _has_body(last)


def _has_body(words: str) -> bool:
    told = {singular(w) for w in words.lower().split()}
    return bool(told & (_BODIES | FINDERS | _THINGS))


def split_name(speaker: str, apposition: str = "") -> tuple[str, str]:
    """The voice and the role in the words for a speaker.

    >>> split_name("Provincial governor Jane Roe")
    ('Jane Roe', 'Provincial governor')
    >>> split_name("a spokesman for the ministry")
    ('spokesman for the ministry', '')
    >>> split_name("John Doe", "head of the council")
    ('John Doe', 'head of the council')
    """
    words = [w for w in speaker.split() if w]
    while words and words[0].lower() in _DETERMINERS:
        words = words[1:]
    name = _personal_name(words)
    if name:
        role = " ".join(words[: len(words) - len(name)])
        return _bare(" ".join(name)), role or apposition
    held = _personal_name(apposition.split())
    titles = apposition.split()[: len(apposition.split()) - len(held)]
    if held and all(title.lower().strip(".") in ROLES for title in titles):
        return _bare(" ".join(held)), _bare(" ".join(words))
    return _bare(" ".join(words)), apposition


def _personal_name(words: list[str]) -> list[str]:
    """The trailing words that are somebody's name: capitalised, and behind a title or alone."""
    place = len(words)
    while place > 0 and (words[place - 1][:1].isupper() or words[place - 1].lower() in _PARTICLES):
        lower = words[place - 1].lower().strip(".,’'")
        if lower in ROLES or lower in _BODIES or is_speaker(lower):
            break
        place -= 1
    run = words[place:]
    before = [w.lower().strip(".,") for w in words[:place]]
    if any(w.lower().strip(".,’'") in _BODIES or (w.isupper() and len(w) > 1) for w in run):
        return []
    titled = bool(before) and (before[-1] in ROLES or is_speaker(before[-1]))
    if titled and run and len(run) <= 5:
        return run
    return run if not before and 2 <= len(run) <= 4 else []


def _bare(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" ,.;:“”\"'’").removesuffix("’s").removesuffix("'s")


def head_words(name: str) -> frozenset[str]:
    """The lower-case words of a name that tell it from others: no titles, no determiners."""
    return frozenset(
        w.lower
        for w in split_words(name)
        if w.lower.isalnum() and w.lower not in _DETERMINERS | ROLES and len(w.lower) > 1
    )
