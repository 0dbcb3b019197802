"""What worker processes do, through Django's Tasks: which engine carries it is a setting (`TASKS`)."""

from django_tasks import task

from timeline import services
from timeline.models import ImportRun


@task()
def bring_in(run: int) -> None:
    """One worker's part in the import of that id: a file at a time, as long as some wait. One that was stopped, or is
    done, or is gone, is let be."""
    if found := ImportRun.objects.select_related("dossier").filter(pk=run).first():
        services.work_off(run=found)
