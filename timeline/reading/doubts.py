"""What the reader is unsure of, in sentences for an editor."""

from timeline.reading.anchors import Anchor
from timeline.reading.attribution import Speech
from timeline.reading.resolution import Time


def article_doubts(anchor: Anchor) -> tuple[str, ...]:
    """Doubts about when an article was published, and so about every time in it that counts from there."""
    found = list(anchor.doubts)
    if anchor.interval is None:
        found.append("No date of publication was found: times that count from it are left unresolved.")
    elif anchor.weak and anchor.basis.startswith("dateline without"):
        found.append(f"“{anchor.text}” prints no year: {anchor.basis}.")
    elif anchor.weak:
        found.append(f"“{anchor.text}” is no date of publication ({anchor.basis}); times count from it all the same.")
    elif anchor.zone == "unknown":
        found.append(
            f"“{anchor.text}” prints no time zone, and none is known of the source: read in every zone on Earth."
        )
    return tuple(dict.fromkeys(found))


def claim_doubts(speech: Speech, time: Time | None) -> tuple[str, ...]:
    """Doubts about one claim: about its own time, and about a voice that is only a pronoun."""
    found = [f"“{time.timex.text}”: {doubt}." for doubt in time.doubts] if time is not None else []
    if speech.frame != (0, 0) and not speech.attribution.voice and not speech.purported:
        found.append("Somebody is quoted here, but the text does not say who.")
    return tuple(dict.fromkeys(found))
