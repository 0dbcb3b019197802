"""How much work reading a text takes, counted and not timed: the same on every machine and at every load."""

import sys

SHORT, LONG = 3_000, 24_000


def steps(function, text):
    """The calls and lines of Python that `function(text)` runs; what regular expressions do inside is not seen."""
    counted = 0

    def count(_frame, _event, _arg):
        nonlocal counted
        counted += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        function(text)
    finally:
        sys.settrace(before)
    return counted


def growth(function, piece):
    """The work for eight times as much of `piece` over the work for once as much: 8 where it is linear, 64 where quadratic."""
    function(piece * 30)  # what is worked out once and kept is not counted
    short, long = (steps(function, piece * (size // len(piece))) for size in (SHORT, LONG))
    return long / short
