"""The editors' desk: Django's admin over the services. It writes nothing itself, and offers what makes sense.

What was read is judged, corrected or moved, never deleted; what follows from the claims (events, conflicts, origins)
is shown and ruled on, not typed.
"""

from django.contrib import admin

from timeline.admin.articles import ArticleAdmin, DoubtAdmin, OriginalAdmin
from timeline.admin.claims import ClaimAdmin, JudgementAdmin, TimestampAdmin
from timeline.admin.dossiers import DossierAdmin, SourceAdmin
from timeline.admin.events import ConflictAdmin, EventAdmin
from timeline.admin.rulings import RulingAdmin
from timeline.admin.two_factor import DoorForm

__all__ = [
    "ArticleAdmin",
    "ClaimAdmin",
    "ConflictAdmin",
    "DossierAdmin",
    "DoubtAdmin",
    "EventAdmin",
    "JudgementAdmin",
    "OriginalAdmin",
    "RulingAdmin",
    "SourceAdmin",
    "TimestampAdmin",
]

admin.site.login_form = DoorForm
