"""What PostgreSQL plans its queries by: it gathers that now and then, but not while one transaction stores much."""

from django.db import connection

from timeline.models import Article, Claim, Conflict, Dossier, Event, Side, Timestamp

LEAST = 1000  # claims of a dossier from which a plan made for an empty table costs more than a moment
PLANNED_BY = (Article, Claim, Conflict, Event, Side, Timestamp)


def gather_statistics(dossier: Dossier) -> None:
    """Have the tables looked at where the planner takes them for less than half as large as this dossier alone is."""
    if connection.vendor != "postgresql":
        return
    claims = Claim.objects.filter(dossier=dossier).count()
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [Claim._meta.db_table])
        (known,) = cursor.fetchone()
        if claims >= LEAST and known < claims / 2:
            names = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in PLANNED_BY)
            cursor.execute(f"ANALYZE {names}")
