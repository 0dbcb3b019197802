"""Zip archives: their members within limits of number, size and ratio. Nothing is written to the disk."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.intake.errors import IntakeError
from timeline.intake.formats.pieces import broken

MOST_MEMBERS = 2000
LARGEST = 50 * 2**20  # bytes of all members together, unpacked
RATIO = 100  # of unpacked to packed bytes; prose reaches 5
SMALL = 2**20  # bytes of a member whose ratio is nobody's concern
# Packages in a package are counted too where they are only stored, and their entries must not take the memory.
MOST_ENTRIES = 20 * MOST_MEMBERS
IGNORED = ("__MACOSX/", ".")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a zip: its path in it, its bytes."""

    path: str
    data: bytes


def open_zip(name: str, data: bytes) -> zipfile.ZipFile:
    """A zip that keeps the limits; IntakeError says which one it does not keep."""
    if data.count(b"PK\x01\x02") > MOST_ENTRIES:
        raise IntakeError(name, f"a zip of more than {MOST_MEMBERS} files")
    with broken(name, "zip"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise IntakeError(name, f"a zip of more than {MOST_MEMBERS} files")
    if sum(info.file_size for info in infos) > LARGEST:
        raise IntakeError(name, f"a zip of more than {LARGEST // 2**20} MB when unpacked")
    for info in infos:
        if info.flag_bits & 1:
            raise IntakeError(name, f"{info.filename} in it asks for a password")
        if info.file_size > max(SMALL, RATIO * info.compress_size):
            raise IntakeError(name, f"{info.filename} in it unpacks to more than {RATIO} times its size")
    return archive


def member(name: str, archive: zipfile.ZipFile, path: str) -> bytes:
    """The bytes of one member (no more than its entry says); IntakeError where it is broken."""
    # NotImplementedError, for ways of packing that Python does not know, is a RuntimeError.
    with broken(f"{name}: {path}", "file in a zip"):
        return archive.read(path)


def members(name: str, data: bytes) -> Iterator[Member]:
    """The files of a zip in order of path, without folders, hidden files and what a Mac adds."""
    archive = open_zip(name, data)
    for path in sorted({info.filename for info in archive.infolist() if not info.is_dir()}):
        if not path.startswith(IGNORED) and "/." not in path:
            yield Member(path, member(name, archive, path))
