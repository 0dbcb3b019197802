"""The one article that the tests of editing start from: a ship burns, and two accounts differ."""

from tests.readings import TEXT
from timeline import services

BURNED, KILLED, OUT = "A ship burned on Monday", "The fire killed about 12 sailors", "It was out by noon"
DAY = ("2023-03-06", "2023-03-07")


def bring(desk):
    services.import_file(dossier=desk.dossier, name="one.txt", data=TEXT.encode(), known_by_part={})
    services.weave_dossier(dossier=desk.dossier)
