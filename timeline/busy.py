"""How a database says that it refused because of what others were doing just then."""

from django.db import OperationalError

# PostgreSQL's names for: could not be serialised, a deadlock, a lock not to be had in time.
BUSY_STATES = {"40001", "40P01", "55P03"}


def is_busy(error: OperationalError) -> bool:
    """Whether it was so: nothing was done then, and it may be tried again."""
    return getattr(error.__cause__, "sqlstate", None) in BUSY_STATES or "database is locked" in str(error)
