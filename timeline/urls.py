"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from timeline import requests, views, views_compare, views_sources
from timeline.admin.two_factor import two_factor
from timeline.exports.briefing import briefing

urlpatterns = [
    path("admin/two-factor/", two_factor, name="two_factor"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("timeline.api.urls")),
    path("healthz", requests.health, name="health"),
    path("", views.index, name="index"),
    path("<slug:slug>/", views.timeline, name="timeline"),
    path("<slug:slug>/briefing/", briefing, name="briefing"),
    path("<slug:slug>/events/<int:pk>/", views.event, name="event"),
    path("<slug:slug>/compare/", views_compare.compare, name="compare"),
    path("<slug:slug>/conflicts/", views.conflicts, name="conflicts"),
    path("<slug:slug>/glossary/", views.glossary, name="glossary"),
    path("<slug:slug>/sources/", views_sources.sources, name="sources"),
    path("<slug:slug>/lineage/", views_sources.lineage, name="lineage"),
    path("<slug:slug>/articles/", views_sources.articles, name="articles"),
    path("<slug:slug>/articles/<int:pk>/", views_sources.article, name="article"),
    path("<slug:slug>/articles/<int:pk>/original/", views_sources.original, name="original"),
]

handler400 = "timeline.views.bad_request"
