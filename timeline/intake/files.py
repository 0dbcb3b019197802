"""Which files are articles, and their bytes, within limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.intake.errors import IntakeError

LIMIT = 10 * 2**20  # bytes; the longest article anybody has written is a tenth of that
SUFFIXES = frozenset({".txt"})
SIDECAR = "sources.toml"
NOTES = frozenset({".md"})  # readme files beside the articles


@dataclass(frozen=True, slots=True)
class Found:
    """A path that was named or lies in a folder that was; `problem` says why it is no article, "" where it may be."""

    path: Path
    problem: str = ""


def find_files(paths: Iterable[Path]) -> Iterator[Found]:
    """The article files that paths name: files as they are, of folders the articles in them, in order of name."""
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield Found(path)


def _in_folder(folder: Path) -> Iterator[Found]:
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        yield Found(folder, f"the folder cannot be read ({error.strerror})")
        return
    found = [_found(child) for child in children if not _ignored(child)]
    yield from found or [Found(folder, "a folder without articles (.txt)")]


def _ignored(path: Path) -> bool:
    return path.name.startswith(".") or path.name == SIDECAR or path.suffix.lower() in NOTES


def _found(path: Path) -> Found:
    if path.is_dir():
        return Found(path, "a folder in a folder; name it to have it read")
    if path.suffix.lower() not in SUFFIXES:
        return Found(path, "not an article (.txt); name it to have it read all the same")
    return Found(path)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of at most `LIMIT` bytes; IntakeError otherwise."""
    try:
        if not path.exists():
            raise IntakeError(path.name, "no such file")
        if path.is_dir():
            raise IntakeError(path.name, "a folder, not a file")
        if not path.is_file():
            raise IntakeError(path.name, "not a file")
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise IntakeError(path.name, f"cannot be read ({error.strerror})") from error
    return within_limit(path.name, data)


def within_limit(name: str, data: bytes) -> bytes:
    """`data`, or IntakeError where it is larger than `LIMIT`."""
    if len(data) > LIMIT:
        raise IntakeError(name, f"larger than {LIMIT // 2**20} MB")
    return data
