"""manage.py take_up: imports that a worker left in the middle go on."""

from typing import Any

from timeline.management.database import DatabaseCommand, require_database
from timeline.services.queueing import has_workers, take_up
from timeline.wording import counted


class Command(DatabaseCommand):
    help = "Hand imports of which nothing was heard for five minutes to the workers again; to be run at times."

    def handle(self, *args: Any, **options: Any) -> None:
        require_database()
        if not has_workers():
            self.stdout.write("No workers: TASKS is not set.")
            return
        self.stdout.write(f"{counted(len(take_up()), 'import')} taken up.")
