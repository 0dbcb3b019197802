"""The frames of reported speech that no verb of saying makes by itself, and how two frames of a sentence join."""

import re
from dataclasses import dataclass, replace

from timeline.reading.fragments import is_fragment, says_something
from timeline.reading.lexicon.reporting import ADVERBS
from timeline.reading.lexicon.verbs import AUXILIARIES, BE, PREPOSITIONS
from timeline.reading.morphology import is_past, is_verbal
from timeline.reading.relays import is_agency
from timeline.reading.speakers import DOCUMENTS, STOP, TIME_WORDS, can_speak, joined, speaker_before, subject_before
from timeline.reading.voices import is_speaker
from timeline.reading.words import Word, split_words

_OWNERS = frozenset("the a an our their its his her".split())
_LEADING = frozenset("of in at on for from by with to and or as near under over than".split())
_BY_REPORT = re.compile(r"^(?:a |an |the )?(?:\w+ )?(?:reports?|statement|article) (?:by|from|in|of) ", re.IGNORECASE)
_QUOTED_AS = re.compile(
    r"\bquoted (?P<who>[^.;“”\"]{0,80}?)\s*as (?:saying|telling)\b(?: by (?P<by>[A-Z]\w*(?: [A-Z]\w*)*))?"
)
_CITING = re.compile(
    r",? ?\b(?:[Cc]iting|[Qq]uoting|which (?:cited|quoted)) (?P<who>(?!the [A-Z])[^,.;:“”\"]{3,80}?)"
    r"(?=,|[.;]|$| (?:as saying|said|says|reported|that)\b)"
)
_SPEAKING_TO = re.compile(
    r"\b(?:[Ss]peaking to|[Ii]n (?:an|a \w+|his|her|their) interview (?:with|to)|interviewed by|contacted by|reached by"
    r"|in (?:remarks|comments|an? (?:statement|speech|address)) "
    r"(?:carried|broadcast|published|aired|read|relayed) (?:by|on|in))"
    r" (?:the )?(?P<to>[A-Z]\w*(?: [A-Z0-9]\w*)?|state (?:television|radio|TV|media))\b"
)

# "put the toll at nine", "puts it between 40 and 60"; "put off a visit", "put flowers on the grave" tell of deeds.
PUTS = re.compile(
    r"(?!off\b|out\b|up\b|down\b|in\b|on\b|away\b|back\b|aside\b|forward\b)[^;.]*?"
    r" (?:at|as (?:high|low|many)|between|near|around|above|below|over|from) "
)
PUT_AT = re.compile(r" (?:the|its|their|his|her) [^,;.]{3,60} at (?:\d|[a-z]+ )")  # "putting the toll at nine"


@dataclass(frozen=True, slots=True)
class Frame:
    """The words that say who says so: `[start, end)` in the text, from the speaker to the last word about the saying.

    `trailing`: what was said stands before it. `keeps_cue`: the words after it need the verb to be understood ("denied
    any part"). `hearsay`: no one is named ("it was reported").
    """

    start: int
    end: int
    speaker: str
    apposition: str
    cue: str
    via: str
    trailing: bool
    cue_start: int
    keeps_cue: bool = False
    denies: bool = False
    stance: bool = False
    hearsay: bool = False
    finds: bool = False


def according(text: str, words: tuple[Word, ...], place: int) -> Frame | None:
    last = place + 2
    while (
        last < len(words)
        and words[last].text not in {",", ";", ":", "“", '"'}
        and not (
            (is_verbal(words[last].lower) and words[last].lower != "united" and not _describes(words, last))
            or words[last].lower in {"which", "who", "that"}
        )
    ):
        last += 1
    phrase = _until_the_next_subject(_until_the_next_name(words[place + 2 : last]))
    last = place + 2 + len(phrase)
    while phrase and phrase[-1].text == ".":
        phrase = phrase[:-1]
    if not phrase:
        return None
    speaker = _BY_REPORT.sub("", joined(phrase))
    end = words[last].end if last < len(words) and words[last].text == "," else phrase[-1].end
    return Frame(words[place].start, end, speaker, "", "according to", "", place > 0, words[place].start)


def _describes(words: tuple[Word, ...], place: int) -> bool:
    """ "the monitoring group", "our fact-finding team": the participle is part of a name for a body."""
    return words[place].lower.endswith("ing") and words[place - 1].lower in _OWNERS


def _until_the_next_name(phrase: tuple[Word, ...]) -> tuple[Word, ...]:
    """ "according to the statement Agency goes on to …": a name behind a document begins what it says."""
    for place, word in enumerate(phrase[1:], start=1):
        if word.capital and phrase[place - 1].lower in DOCUMENTS:
            return phrase[:place]
    return phrase


def _until_the_next_subject(phrase: tuple[Word, ...]) -> tuple[Word, ...]:
    """ "according to the chief the captain now says …": an article behind a noun begins what is said."""
    for place, word in enumerate(phrase[2:], start=2):
        before = phrase[place - 1]
        if word.lower in {"the", "a", "an"} and before.text.isalpha() and before.lower not in _LEADING:
            return phrase[:place]
    return phrase


_BY_COUNT = re.compile(
    r"by (?P<who>(?:the |its |his |her |their )?[\w’' -]{2,40}?)[’']s? "
    r"(?:(?:own|first|latest|last|official|provisional|unofficial) )*(?:count|list|estimate|figures?|tally|reckoning"
    r"|records?)\b"
)


def by_count(text: str, words: tuple[Word, ...], place: int) -> Frame | None:
    """ "Nine died, by the mayor's count": who counted says so."""
    found = _BY_COUNT.match(text, words[place].start, words[-1].end)
    if found is None or not can_speak(split_words(found["who"])):
        return None
    start = words[place].start
    return Frame(start, found.end(), found["who"], "", "by the count of", "", place > 0, start)


def quoted_as(text: str, words: tuple[Word, ...], place: int) -> Frame | None:
    """ "Jane Roe was quoted as saying by Agency", "Agency quoted Jane Roe as saying"."""
    found = _QUOTED_AS.match(text, words[place].start)
    if not found:
        return None
    passive = place and words[place - 1].lower in {"was", "were", "been", "is", "are"}
    end = found.end()
    if passive:
        left = speaker_before(words, [False] * len(words), place)
        first, speaker, apposition = left if left else (place - 1, "", "")
        via = (found["by"] or found["who"].removeprefix("by ")).strip().removeprefix("the ")
        trailing = first > 0 and any(is_verbal(w.lower) for w in words[:first])
        return Frame(words[first].start, end, speaker, apposition, "quoted", via, trailing, words[place].start)
    relay = subject_before(words, place)
    first = relay[0] if relay else place
    via = _BY_REPORT.sub("", relay[1]) if relay else ""
    end += len(" that") if text.startswith(" that", end) else 0
    trailing = not text[end : words[-1].end].strip(" .,") and any(is_verbal(w.lower) for w in words[:first])
    return Frame(words[first].start, end, found["who"].strip(), "", "quoted", via, trailing, words[place].start)


def is_thrown_in(text: str, start: int, frame: Frame, end: int) -> bool:
    """ "The attack, she said, began at two", "It began, she said, at two": the speaker stands between commas in the
    midst of what is said, in a sentence at `[start, end)`."""
    before, after = text[start : frame.start].rstrip(), text[frame.end : end].lstrip()
    if not before.endswith(",") or not (after.startswith(",") or text[frame.end - 1] == ",") or frame.keeps_cue:
        return False
    told, rest = split_words(before), split_words(after.lstrip(", "))
    if not rest or any(w.text in '“”"' for w in told) or frame.cue_start <= frame.start:
        return False
    if any(is_verbal(w.lower) for w in told):
        return rest[0].lower in PREPOSITIONS and not says_something(rest) and not is_fragment(told)
    return told[0].lower not in PREPOSITIONS and (rest[0].lower in AUXILIARIES or is_past(rest[0].lower))


_PASSIVE = frozenset(
    "confirm report announce deny reject dismiss acknowledge admit disclose reveal allege claim put tell".split()
)
# "The LLF was blamed for it": what is done to the subject, and no report either.
NO_REPORT = frozenset("accuse blame condemn record register note describe declare measure read cite call".split())
_BY = 8  # words from the verb to the one who says so


def is_passive(words: tuple[Word, ...], place: int, lemma: str) -> bool:
    """ "The deaths were confirmed": what stands before the verb says nothing."""
    before = place - 1
    while before > 0 and words[before].lower in ADVERBS - BE:
        before -= 1
    return lemma in _PASSIVE | NO_REPORT and before >= 0 and words[before].lower in BE


def said_by_whom(words: tuple[Word, ...], place: int) -> tuple[int, int, str] | None:
    """(word "by", last word, speaker) of "were confirmed on Monday by the ministry"; None where nobody is named."""
    by = next((i for i in range(place + 1, min(place + _BY, len(words))) if words[i].lower == "by"), 0)
    if not by or any(words[i].text in {",", ";", "“", '"'} for i in range(place + 1, by)):
        return None
    last = by + 1
    while last < len(words) and words[last].text[0].isalnum() and words[last].lower not in STOP | TIME_WORDS | {"who"}:
        last += 1
    phrase = words[by + 1 : last]
    return (by, last - 1, joined(phrase)) if phrase and can_speak(phrase) and len(phrase) < 12 else None


def _cited(text: str, words: tuple[Word, ...], frames: list[Frame]) -> list[Frame]:
    """ "The paper, citing officials, said": the officials say so, by way of the paper."""
    cited = _CITING.search(text, words[0].start, words[-1].end)
    head = re.split(r" (?:of|from|in|at|on|with|for|who)\b", cited["who"])[0].split()[-1:] if cited else []
    if cited is None or not (head and (is_speaker(head[0].lower()) or head[0][:1].isupper())):
        return frames
    first = next((i for i, f in enumerate(frames) if f.speaker and not f.hearsay), None)
    if first is None:
        return frames
    frame = frames[first]
    opens = cited.end() <= frame.start and not text[words[0].start : cited.start()].strip()
    start, end, trailing = frame.start, frame.end, frame.trailing and not opens
    if not trailing:
        start = min(start, cited.start())
    elif not text[end : cited.start()].strip(" ,"):
        end = cited.end()
    via = frame.speaker.removeprefix("the ").removeprefix("The ")
    at = max(start, frame.cue_start)
    spoken = replace(
        frame, start=start, end=end, speaker=cited["who"], apposition="", via=via, trailing=trailing, cue_start=at
    )
    return [*frames[:first], spoken, *frames[first + 1 :]]


def with_relays(text: str, words: tuple[Word, ...], frames: list[Frame]) -> tuple[Frame, ...]:
    """A second source in a sentence that already has a speaker is the relay; so is "speaking to Agency"."""
    if not frames:
        return ()
    frames = _cited(text, words, frames)
    relay = _SPEAKING_TO.search(text, words[0].start, words[-1].end)
    merged: list[Frame] = []
    for frame in frames:
        said = merged[-1] if merged else None
        second = frame.cue == "according to" or (frame.cue in {"said", "reported"} and is_agency(frame.speaker))
        second = second or (frame.cue in {"reports", "reported"} and frame.trailing and frame.speaker[:1].isupper())
        if said and second and said.speaker and not (said.trailing and frame.start - said.end > 4):
            via = ", ".join(filter(None, (said.via, frame.speaker.removeprefix("the "))))
            merged[-1] = replace(said, via=via)
            merged.append(replace(frame, speaker=said.speaker, apposition=said.apposition, via=via, trailing=False))
            continue
        merged.append(frame)
    if relay and not merged[0].via:
        merged[0] = replace(merged[0], via=relay["to"])
    return tuple(merged)
