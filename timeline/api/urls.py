"""The addresses under /api/v1/; `document` describes each, and a test holds the two against one another."""

from django.urls import path

from timeline.api import views

urlpatterns = [
    path("", views.root, name="api-root"),
    path("openapi.json", views.openapi, name="api-document"),
    path("docs", views.docs, name="api-docs"),
    path("dossiers", views.dossiers, name="api-dossiers"),
    path("dossiers/<slug:name>", views.dossier, name="api-dossier"),
    path("dossiers/<slug:name>/articles", views.articles, name="api-articles"),
    path("dossiers/<slug:name>/events", views.events, name="api-events"),
    path("dossiers/<slug:name>/events/<int:pk>", views.event, name="api-event"),
    path("dossiers/<slug:name>/claims", views.claims, name="api-claims"),
    path("dossiers/<slug:name>/conflicts", views.conflicts, name="api-conflicts"),
    path("dossiers/<slug:name>/articles/<int:pk>", views.article, name="api-article"),
    path("dossiers/<slug:name>/articles/<int:pk>/text", views.text, name="api-text"),
    path("<path:rest>", views.nowhere),
]
