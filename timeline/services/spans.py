import re


def nearest(text: str, words: str, near: int) -> int | None:
    """Where `words` stand in `text`, as close to the offset `near` as they do; None where they do not."""
    places = (match.start() for match in re.finditer(re.escape(words), text))
    return min(places, key=lambda start: abs(start - near), default=None)
