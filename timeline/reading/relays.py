"""What a saying went through: the outlet it was told to, the channel it was made on."""

import re

from timeline.reading.lexicon import reporting

AGENCY_NAMES = "|".join(
    sorted((re.escape(name.strip()) for name in reporting.AGENCIES.split("|")), key=len, reverse=True)
)
_AGENCY = re.compile(
    r"(?:the )?(?P<name>(?:student |state |official )?(?:news agency )?(?:" + AGENCY_NAMES + r")"
    r"|(?:state(?:-run)? )?(?:television|tv|radio|media)|reporters|journalists"
    r"|(?-i:(?:Channel|Radio|TV|Television) (?:[A-Z]\w+|\d+)))\b"
    r"(?:[’']s)?(?: (?:news agency|news|agency|press agency|television|tv))?",
    re.IGNORECASE,
)
_CHANNEL = re.compile(
    r"\s*,?\s*(?:(?:in|on|via|during|through) (?:a |an |the |its |his |her |their |state |[A-Z]\w+ ){0,2})"
    r"(?P<channel>" + reporting.CHANNELS.replace("\n", "") + r")\b(?: page| channel| account)?",
    re.IGNORECASE,
)
# Who was told, when it is no outlet known by name: "told me", "told this magazine that", "told a radio station in the
# north that".
_ADDRESSEE = re.compile(
    r" (?:me|us|him|her|them|police|investigators|parliament|lawmakers|mps|supporters|the court|the nation)(?= )"
    r"|(?: (?!that\b|said\b|was\b|were\b|had\b|has\b|he\b|she\b|it\b|they\b)[\w’'-]+){1,12}?(?=(?: by (?:tele)?phone)?"
    r"(?: on (?:[A-Z][a-z]+day|\d{1,2} [A-Z][a-z]+)(?: \w+)?)? that\b|:(?!\d)| [“\"])",
    re.IGNORECASE,
)
# Who was told, where all that was said stands before: "…, the mayor told a local newspaper, the Valley Courier."
_HEARER = re.compile(
    r" (?:(?!that\b|to\b|about\b|of\b|how\b|what\b|why\b)[\w’'-]+ ?){1,7}?(?=[,.;]|$"
    r"| (?:on|in|at|by|before|after|during|from|late|early|outside|near|inside|while|when|as|earlier"
    r"|yesterday|today)\b)"
    r"(?:, (?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){0,3}(?=[,.]))?",
    re.IGNORECASE,
)
# An outlet told of by what it is: "a local newspaper", "NTK television"; "our newspaper" carries its own news.
_OUTLET = re.compile(
    r"(?!(?:this|our|the) (?:newspaper|paper|website|magazine)\b)[\w’'. -]*?\b(?:newspaper|paper|daily|weekly"
    r"|magazine|radio|television|tv|(?:news|press) agency|station|channel|broadcaster|network|website"
    r"|portal)\b(?! conference)"
    r"(?: station| channel| network)?(?:, .*)?"
)
_SKIP = re.compile(
    r"\s*(?:,?\s*on condition of anonymity(?: because [^,.]*)?,?"
    r"|,?\s*(?:on|late on|early on) (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|afternoon|evening|night))?,?"
    r"|,?\s*on \d{1,2} [a-z]+(?= that\b)|,?\s*(?:last|this) (?:week|month|night)(?= that\b)"
    r"|,?\s*(?:shortly |soon |just )?(?:after|before) (?:noon|midnight|dawn|dusk)(?= that\b)"
    r"|,?\s*(?:in|at|from) (?-i:[A-Z]\w+(?: [A-Z]\w+)?)(?= (?:on |late |early )?(?:[a-z]+day|\d{1,2} [a-z]+|that)\b)"
    r"|,?\s*by (?:tele)?phone,?|,?\s*in [a-z]\w+(?= that\b)"
    r"|,?\s*(?:today|yesterday|earlier|later),?|\s*(?:again|repeatedly|once more|too|as well)(?= that\b)"
    r"|that\b|too\b|:(?!\d))",
    re.IGNORECASE,
)


def relay_after(text: str, end: int, lemma: str, limit: int, trailing: bool = False) -> tuple[str, int]:
    """The outlet told and the channel used, read from `end` on; and where the words of what was said begin. `trailing`:
    what was said stands before."""
    via = []
    if lemma == "tell":
        addressee = _AGENCY.match(text, end + 1, limit)
        if addressee:
            via.append(addressee.group().removeprefix("the "))
        if addressee is None and trailing and (addressee := _HEARER.match(text, end, limit)):
            outlet = _OUTLET.match(addressee.group().strip())
            via += [outlet.group().removeprefix("the ")] if outlet else []
        addressee = addressee or _ADDRESSEE.match(text, end, limit)
        if addressee:
            end = addressee.end()
    for _ in range(4):
        channel = _CHANNEL.match(text, end, limit)
        skipped = channel or _SKIP.match(text, end, limit)
        if not skipped or skipped.end() == end:
            break
        if channel and channel["channel"].lower().replace(" ", "_") not in reporting.NO_RELAYS:
            via.append(channel["channel"])
        end = skipped.end()
    return ", ".join(v for v in via if v not in {"reporters", "journalists"}), end


def is_agency(speaker: str) -> bool:
    return bool(_AGENCY.match(speaker))
