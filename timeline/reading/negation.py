"""What in a clause says that it was not so: "not" and its kin, and the words that call a thing untrue."""

import re

from timeline.reading.lexicon.denials import (
    CAME_ABOUT,
    COMPLAINT,
    CONTRAST,
    DENY,
    DENYING,
    ENDS,
    MISTAKEN,
    NO_DENIAL,
    NOT_TOLD,
    TAKEN_BACK,
    TOLD,
    UNTRUE,
)
from timeline.reading.triggers import Trigger


def _listed(pattern: str) -> str:
    """A pattern of the lexicon in one line."""
    return pattern.replace("\n", "")


NOT = re.compile(
    r"\b(?:not|never|no(?!\. ?\d)|nor|neither|none|nobody|nothing)\b|n[’']t\b",
    re.IGNORECASE,
)
_CLOSING = " ,.;:”\"’'"
_OTHER_CLAUSE = re.compile(r"\band\b|\bbut\b|[,;:]")
_LIGHT = frozenset(
    """the a an any such been be yet ever of in and has have had does do did one was were is are being that so
    far""".split()
)
_ABLE = _LIGHT | frozenset("able allowed permitted to actually even ever".split())
_NO_DENIAL = re.compile(rf"\b(?:{_listed(NO_DENIAL)})\b|\b{NOT_TOLD}|{CONTRAST}", re.IGNORECASE)
_COMPLAINT = re.compile(COMPLAINT, re.IGNORECASE | re.DOTALL)
# "No person of that name was held": who is said not to be at all did not do it, however long the phrase is.
_NOBODY = re.compile(
    r"(?:that|and|but|[\W_])*(?:no|none|nobody|neither|nothing|not (?:one|an?|a single|any))\b(?P<subject>[^,;]{0,80}?)"
    r"\b(?:was|were|is|are|had|has|have|did|does|could|can|would|will)\b",
    re.IGNORECASE,
)
# "called the toll a fantasy", "no trace of", "had nothing to do with".
_NEVER_SO = re.compile(
    rf"\b(?:was|were|is|are|been|be|as) (?:(?:simply|completely|totally|entirely|all|just|utterly|not) )?[“\"‘']?"
    rf"(?:{_listed(UNTRUE)})\b(?! (?:flag|alarm))"
    r"|\bcall(?:ed|s|ing) (?:[\w’'“”\"-]+ ){1,9}?[“\"‘']?(?:an? )?(?:(?:pure|complete|total|absolute|sheer) )?"
    r"(?:lies?|fantasy|fabrication|invention|hoax|fairy ?tale|nonsense|rubbish|baseless|false|absurd|ridiculous)\b"
    r"|\b(?:nothing|anything) to do with\b|\bno (?:part|role|hand|involvement) in\b|\bdoes not correspond to\b"
    rf"|\b(?:{_listed(TOLD)})\b.{{0,80}}?[ “\"‘'](?:was|were|is|are|been) [“\"‘']?(?:{_listed(MISTAKEN)})\b"
    rf"|{TAKEN_BACK}",
    re.IGNORECASE,
)
_NO_TRACE = re.compile(
    r"(?<!but )(?<!and )\bno (?:trace|evidence|sign|indication|proof|record|truth)s? (?:of|that|in|to)\b", re.IGNORECASE
)
DENYING_VERB = re.compile(_listed(DENYING), re.IGNORECASE)
_DENIES = re.compile(rf"\b{DENY}\b(?: that\b)?", re.IGNORECASE)
_ASIDE = re.compile(r";|, (?:saying|adding|specifying|telling|but)\b| but ", re.IGNORECASE)
_END = re.compile(rf"[,;:]|\b(?:{ENDS})\b", re.IGNORECASE)
_UNCONFIRMED = re.compile(
    r"\b(?:not|neither|never) (?:\w+ly |yet |been )?(?:confirm|verif)(?:ed|y|ied)?\b|\bunable to (?:confirm|verify)\b",
    re.IGNORECASE,
)
_DID_NOT_SAY = re.compile(
    r"(?:\bnot|\bnever|n[’']t) (?:ever )?(?:say|said|stated?|claim|claimed) that\b", re.IGNORECASE
)
# The verb of a clause is denied, however far behind it the word for a happening stands: "there was no plan for the
# evacuation", "the crew had not been told of the strike".
_MAIN_VERB = re.compile(
    r"\W*(?:that )?(?:there (?:was|were|is|are|(?:has|have|had) been) no\b"
    r"|[^,;:]{1,60}? (?:has|have|had|was|were|did|does|do|is|are)(?: not|n[’']t|never)"
    r" (?:yet )?(?:been )?\w+(?:ed|en|wn)\b)",
    re.IGNORECASE,
)
# "did not stop the mob that burned the shop": another clause begins between the "not" and the word for the happening.
_OF_ANOTHER = re.compile(r"\b(?!(?:of|in|at|on|by|to|for|with|from|so|case)\b)\w+ (?:who|which|that)\b", re.IGNORECASE)
# What a verb was not done to: "signed no such order", "questioned nobody".
_NO_OBJECT = re.compile(
    r" (?:no (?!fewer|less|more|longer|doubt|matter|sooner)|no one\b|nobody\b|none\b|nothing\b(?! (?:but|less|short))"
    r"|neither\b|not (?:a single|one|any)\b)",
    re.IGNORECASE,
)
# What is told of a noun may stand behind it: "rescue work has not yet begun", "the vote never took place".
_NOT_AFTER = re.compile(
    r"(?: [\w’'-]+){0,4}? (?:(?:has|have|had|is|was|were|are|did|does|do|could|can)(?: not|n[’']t)|never)"
    rf"(?: (?:yet|even|so far|ever|actually))? (?:{_listed(CAME_ABOUT)}|took place|came)\b",
    re.IGNORECASE,
)


def is_untrue(words: str, at: int | None = None) -> bool:
    """The words call what they tell untrue, or take it back; or find no trace of what is told behind `at`."""
    return _NEVER_SO.search(words) is not None or _NO_TRACE.search(words[:at]) is not None


def is_denied(before: str) -> bool:
    """A verb of denial stands in the words: "has once more denied that", "disputes the report that"."""
    return DENYING_VERB.search(before) is not None


def denied_part(text: str) -> tuple[int, int]:
    """`[start, end)` of the words of a denial that say what is denied: what follows "denied that", the noun behind
    "no", the verb behind "not"; of what is called a lie, all of it.

    >>> denied_part("There was no siren before the flood")
    (12, 19)
    """
    if denying := _DENIES.search(text):
        aside = _ASIDE.search(text, denying.end())
        return denying.end(), aside.start() if aside else len(text)
    if is_untrue(text):
        return 0, len(text)
    found = NOT.search(_NO_DENIAL.sub(lambda match: " " * len(match[0]), text))
    if found is None:
        return 0, len(text)
    end = _END.search(text, found.end() + 3)
    return found.end(), end.start() if end else len(text)


def is_unconfirmed(before: str) -> bool:
    """Somebody would not say whether it was so."""
    return _UNCONFIRMED.search(before) is not None


def is_negated(before: str, trigger: Trigger | None) -> bool:
    """A "not" close before the word for the happening: "did not agree to stop fighting" denies no fighting."""
    before = _NO_DENIAL.sub("", before)
    nobody = _NOBODY.match(before)
    if nobody and trigger is not None and trigger.verb and not set(_words(before[nobody.end() :])) - _ABLE:
        return True
    if _DID_NOT_SAY.search(before):
        return True
    if trigger is not None and not trigger.verb and _MAIN_VERB.match(before):
        return True
    if trigger is None:
        before = _COMPLAINT.sub("", before)
    before = _OTHER_CLAUSE.split(before.rstrip(_CLOSING))[-1]
    negations = list(NOT.finditer(before))
    if not negations:
        return False
    between = [w for w in _words(before[negations[-1].end() :]) if w not in _LIGHT]
    if trigger is not None and _OF_ANOTHER.search(before, negations[-1].end()):
        return False
    return trigger is None or len(between) <= (2 if trigger.verb else 1)


def is_negated_behind(text: str, trigger: Trigger, end: int) -> bool:
    """A "no" right behind the word for the happening: "signed no order", "the work has not yet begun"."""
    no_object = trigger.verb and _NO_OBJECT.match(text, trigger.end, end) is not None
    return no_object or _NOT_AFTER.match(text, trigger.end, end) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’']+", text.lower())
