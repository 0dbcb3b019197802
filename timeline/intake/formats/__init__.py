"""Formats of files: `read` gives the pieces of text in any file that is taken, with what the file says of each.

One module a format; `sniffing` tells them apart, `pieces` says what they yield. Nothing is fetched from the network,
nothing is written to the disk, and every library is handed bytes within limits.
"""

from timeline.intake.formats.archive import LARGEST, Member
from timeline.intake.formats.pieces import Facts, Piece
from timeline.intake.formats.registry import files_of, read
from timeline.intake.formats.sniffing import GLUED, SUFFIXES, Format, format_of

__all__ = ["GLUED", "LARGEST", "SUFFIXES", "Facts", "Format", "Member", "Piece", "files_of", "format_of", "read"]
