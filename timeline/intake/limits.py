"""How large a file may be."""

from timeline.intake.errors import IntakeError

LIMIT = 10 * 2**20  # bytes; the longest article anybody has written is a tenth of that


def within_limit(name: str, data: bytes) -> bytes:
    """`data`, or IntakeError where it is larger than `LIMIT`."""
    if len(data) > LIMIT:
        raise IntakeError(name, f"larger than {LIMIT // 2**20} MB")
    return data
