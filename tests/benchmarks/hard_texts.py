"""The time the reader takes for texts made to be hard, eight times as long beside once as long.

    python -m tests.benchmarks.hard_texts

A ratio of 8 is linear, of 64 quadratic. The tests count steps of Python; regular expressions show here only.
"""

import time

from tests.reading import hard_texts
from timeline.reading.documents import split_documents
from timeline.reading.reader import read
from timeline.reading.timexes import find_timexes

SHORT, LONG = 15_000, 120_000


def seconds(function, text):
    """Seconds of the processor, the least of three."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        function(text)
        taken.append(time.process_time() - begun)
    return min(taken)


def main():
    for title, function, pieces in [
        ("times", find_timexes, hard_texts.TIMES),
        (
            "articles",
            lambda text: [read(document) for document in split_documents(text)],
            hard_texts.PAGES + hard_texts.CLAIMS,
        ),
    ]:
        for piece in pieces:
            short, long = (seconds(function, piece * (size // len(piece))) for size in (SHORT, LONG))
            print(
                f"{title:8} {piece[:30]!r:34} {short:8.3f} s {long:8.3f} s  x{long / max(short, 0.001):.1f}", flush=True
            )


if __name__ == "__main__":
    main()
