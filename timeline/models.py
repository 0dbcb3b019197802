"""What is stored: who published what, what it claims, and what an editor decided about it.

Claims, timestamps and quantities are what was read; judgements, rulings and timestamps by an editor are what
people said, and no import touches them. Events, origins and conflicts are a pure function of those rows (a conflict's
state comes from the ruling in force on its event, kind and count):
`services.weave_dossier` rebuilds their cached columns in the transaction of every write that stales them.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from timeline.intake.formats import Format
from timeline.reach import ANYWHERE
from timeline.reading.claims import Status as ClaimStatus
from timeline.reading.furniture import Role
from timeline.reading.intervals import Granularity
from timeline.validators import validate_printed_zone, validate_slug, validate_zone

GRANULARITIES = [(g.value, g.value) for g in Granularity]
AFTER_START = Q(start__isnull=True) | Q(end__isnull=True) | Q(start__lt=F("end"))


class Dossier(models.Model):
    """One investigation: its articles, and the place whose clock they are read by."""

    class Access(models.TextChoices):
        PUBLIC = "public", "everybody"
        SIGNED_IN = "signed in", "everybody with an account"
        NAMED = "named", "named people"

    title = models.CharField(max_length=200, help_text="As it stands above the timeline.")
    slug = models.SlugField(max_length=80, unique=True, validators=[validate_slug], help_text="Its address: /<slug>/.")
    place = models.CharField(max_length=200, blank=True, help_text="Where it happened, for people to read.")
    zone = models.CharField(
        max_length=64,
        default="UTC",
        validators=[validate_zone],
        help_text="IANA time zone of that place, e.g. Asia/Kabul: its clock is used for local times.",
    )
    access = models.CharField(
        max_length=10, choices=Access.choices, default=Access.PUBLIC, help_text="Who may see it. Chiefs see all."
    )
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", help_text="Who, when it is for named people."
    )
    stale = models.BooleanField(
        default=False, editable=False, help_text="Something came in since its events were last worked out."
    )
    tallied = models.BooleanField(
        default=False, editable=False, help_text="Large enough to be counted from tallies, not from its rows."
    )
    created = models.DateTimeField(auto_now_add=True, help_text="When it was made.")

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("timeline", args=[self.slug])


class Source(models.Model):
    """A publisher or agency."""

    class Kind(models.TextChoices):
        PUBLISHER = "publisher", "publisher"
        AGENCY = "agency", "news agency"
        BLOG = "blog", "blog or copy site"
        PLATFORM = "platform", "platform"
        UNKNOWN = "unknown", "unknown"

    class Reliability(models.TextChoices):
        A = "A", "A – completely reliable"
        B = "B", "B – usually reliable"
        C = "C", "C – fairly reliable"
        D = "D", "D – not usually reliable"
        E = "E", "E – unreliable"
        F = "F", "F – cannot be judged"

    name = models.CharField(max_length=200, unique=True, help_text="As it is shown beside each of its claims.")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.PUBLISHER, help_text="What it is.")
    zone = models.CharField(
        max_length=64,
        blank=True,
        validators=[validate_zone],
        help_text="IANA zone of its newsroom clock; empty when not known. Datelines without a zone are read in it.",
    )
    home_page = models.URLField(blank=True, help_text="Its site.")
    reliability = models.CharField(
        max_length=1, choices=Reliability.choices, default=Reliability.F, help_text="Admiralty grade of the source."
    )
    note = models.TextField(blank=True, help_text="How we know what stands here.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Original(models.Model):
    """A file as it arrived, byte for byte."""

    dossier = models.ForeignKey(
        Dossier, models.CASCADE, related_name="originals", help_text="The dossier it was brought into."
    )
    name = models.CharField(max_length=255, help_text="Its bare file name.")
    sha256 = models.CharField(max_length=64, help_text="SHA-256 of its bytes, in hexadecimal.")
    data = models.BinaryField(help_text="Its bytes.")
    format = models.CharField(max_length=10, default=Format.TEXT.value, help_text="What it was read as.")
    received = models.DateTimeField(auto_now_add=True, help_text="When it arrived.")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["dossier", "sha256"], name="original_once_a_dossier")]

    def __str__(self) -> str:
        return self.name


class Article(models.Model):
    """One text by a source, as received, with the time it was published as well as that is known."""

    dossier = models.ForeignKey(
        Dossier, models.CASCADE, related_name="articles", help_text="The dossier it belongs to."
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="articles", help_text="Who published it.")
    via = models.CharField(
        max_length=200, blank=True, help_text="Whose copy it is when that is not the publisher's own, e.g. an agency."
    )
    original = models.ForeignKey(
        Original, models.RESTRICT, related_name="articles", help_text="The file it was cut from."
    )
    part = models.PositiveSmallIntegerField(default=1, help_text="Its number in the file, from 1.")
    title = models.CharField(max_length=500, help_text="Its headline.")
    byline = models.CharField(max_length=300, blank=True, help_text="Who wrote it, as printed.")
    url = models.URLField(max_length=1000, blank=True, help_text="Its address, when known.")
    text = models.TextField(help_text="The full text as received; every span counts its characters.")
    start = models.DateTimeField(null=True, blank=True, help_text="Published not before (UTC); empty when unknown.")
    end = models.DateTimeField(null=True, blank=True, help_text="Published before (UTC); empty when unknown.")
    published_text = models.CharField(max_length=200, blank=True, help_text="The date as printed.")
    granularity = models.CharField(
        max_length=12, blank=True, choices=GRANULARITIES, help_text="How finely the date is known."
    )
    zone = models.CharField(
        max_length=64,
        default="unknown",
        validators=[validate_printed_zone],
        help_text="The zone the date was read in: IANA name, offset or unknown.",
    )
    basis = models.CharField(
        max_length=100, default="unknown", help_text="Where the date comes from: dateline, post date, sidecar, editor …"
    )
    zone_basis = models.CharField(max_length=200, blank=True, help_text="Where the zone comes from.")
    weak = models.BooleanField(
        default=False, help_text="The date is not one of publication, only the newest one the text gives."
    )
    known = models.TextField(
        blank=True, help_text="What was known of it besides its text, and how: a “name: value” a line."
    )
    said = models.TextField(
        blank=True, help_text="What of that people said; the rest is what the file says of itself, read anew each time."
    )
    edited = models.CharField(
        max_length=200, blank=True, help_text="The columns an editor changed; no new reading does."
    )
    copy_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="copies",
        help_text="The article it repeats, verbatim or reworded.",
    )
    same_text = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The article that was there before with the same text, perhaps from a file of another format.",
    )
    position = models.BigIntegerField(
        null=True, blank=True, editable=False, help_text="Where it stands among the chapters of a large dossier."
    )
    reader = models.CharField(max_length=40, blank=True, help_text="Version of the reader that last read it.")
    imported = models.DateTimeField(auto_now_add=True, help_text="When it was read first.")

    class Meta:
        ordering = ["start", "id"]
        indexes = [
            models.Index(fields=["dossier", "start"]),
            models.Index(fields=["dossier", "source"]),
            models.Index(fields=["dossier", "granularity", "start"], name="article_by_granularity"),
            models.Index(fields=["dossier", "position"], name="article_by_position"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["original", "part"], name="article_once_a_file"),
            models.CheckConstraint(condition=AFTER_START, name="article_published_start_before_end"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.dossier.slug, self.pk])

    @property
    def file(self) -> str:
        return self.original.name


class ImportRun(models.Model):
    """Files brought into a dossier at one go: they wait to be looked at, come in one by one, stop and go on."""

    class State(models.TextChoices):
        WAITING = "waiting", "waiting to be looked at"
        RUNNING = "running", "running"
        STOPPED = "stopped", "stopped"
        DONE = "done", "done"

    dossier = models.ForeignKey(
        Dossier, models.CASCADE, related_name="import_runs", help_text="The dossier they come into."
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who brings them; empty for a command.",
    )
    state = models.CharField(
        max_length=8, choices=State.choices, default=State.WAITING, help_text="Only a running one takes another file."
    )
    queued = models.BooleanField(default=False, help_text="A worker process does it; the page only watches.")
    current = models.CharField(max_length=255, blank=True, help_text="The file in hand.")
    made = models.DateTimeField(auto_now_add=True, help_text="When the files were handed in.")
    touched = models.DateTimeField(auto_now=True, help_text="When something last happened to it.")
    woven = models.JSONField(
        default=dict, blank=True, help_text="What weaving made of it: events and conflicts made, changed and gone."
    )
    taken_back = models.OneToOneField(
        "Act", models.SET_NULL, null=True, blank=True, related_name="import_run", help_text="The act that took it back."
    )

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["dossier", "state"])]

    def __str__(self) -> str:
        return f"import {self.pk}"


class ImportFile(models.Model):
    """A file of an import: its bytes while it waits, then what became of it."""

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        NEW = "new", "new"
        READ_AGAIN = "read again", "read again"
        UNCHANGED = "unchanged", "unchanged"
        REFUSED = "refused", "not taken"

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="files", help_text="The import.")
    number = models.PositiveIntegerField(help_text="Its place in the import, from 1.")
    name = models.CharField(max_length=255, help_text="Its bare file name.")
    path = models.CharField(max_length=1000, blank=True, help_text="Where it stood: its path, also in a zip.")
    sha256 = models.CharField(max_length=64, blank=True, help_text="SHA-256 of its bytes, in hexadecimal.")
    data = models.BinaryField(blank=True, default=b"", help_text="Its bytes, while it waits.")
    known = models.JSONField(
        default=dict, blank=True, help_text="What was said of its parts, by their number; 0 for every part."
    )
    sources = models.JSONField(default=list, blank=True, help_text="What is known of publishers that are new.")
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.WAITING, help_text="What became of it."
    )
    told = models.TextField(blank=True, help_text="What should be heard of it, or why it was not taken; one a line.")
    original = models.ForeignKey(
        Original,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="arrivals",
        help_text="The file it is kept as: its own, or the one with the same bytes that was there before.",
    )
    articles = models.PositiveIntegerField(default=0, help_text="Articles in it.")
    claims = models.PositiveIntegerField(default=0, help_text="Claims in them.")
    brought = models.JSONField(
        default=dict, blank=True, help_text="The claims it made, changed and removed, and the publishers new with it."
    )

    class Meta:
        ordering = ["run", "number"]
        indexes = [models.Index(fields=["run", "state"])]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="import_file_once_a_run")]

    def __str__(self) -> str:
        return self.name


class Span(models.Model):
    """Characters `[start, end)` of an article's text."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="%(class)ss", help_text="The article.")
    start = models.PositiveIntegerField(help_text="First character, from 0.")
    end = models.PositiveIntegerField(help_text="One past the last character.")

    class Meta:
        abstract = True
        ordering = ["article", "start"]


class Shingle(models.Model):
    """One of a few runs of words by which an article's text is recognised (`services.likeness`)."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="shingles", help_text="The article.")
    value = models.BigIntegerField(db_index=True, help_text="The hash of the words.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "value"], name="shingle_once_an_article")]

    def __str__(self) -> str:
        return f"{self.value:x}"


class Passage(Span):
    """A paragraph of an article and the role it plays on the page."""

    role = models.CharField(
        max_length=12, choices=[(r.value, r.value) for r in Role], help_text="What it is; all but copy is furniture."
    )

    class Meta(Span.Meta):
        constraints = [models.CheckConstraint(condition=Q(start__lt=F("end")), name="passage_start_before_end")]

    def __str__(self) -> str:
        return f"{self.role} {self.start}–{self.end}"


class Timex(Span):
    """The words of a time in an article, what they mean, and how that was found."""

    class Type(models.TextChoices):
        DATE = "DATE", "date"
        TIME = "TIME", "time"
        DURATION = "DURATION", "duration"
        SET = "SET", "set"

    text = models.CharField(max_length=300, help_text="The words.")
    type = models.CharField(max_length=8, choices=Type.choices, help_text="TIMEX3 type.")
    value = models.CharField(max_length=100, blank=True, help_text="TIMEX3 value.")
    mod = models.CharField(max_length=20, blank=True, help_text="TIMEX3 modifier.")
    rule = models.CharField(max_length=80, help_text="The rule that found it.")
    since = models.DateTimeField(
        null=True, blank=True, help_text="The interval's start in UTC; empty when open or not placed."
    )
    until = models.DateTimeField(
        null=True, blank=True, help_text="The interval's end in UTC; empty when open or not placed."
    )
    granularity = models.CharField(
        max_length=12, blank=True, choices=GRANULARITIES, help_text="How finely it was told."
    )
    zone = models.CharField(max_length=64, default="unknown", help_text="The zone it was read in.")
    basis = models.CharField(max_length=200, blank=True, help_text="Why that zone.")
    steps = models.TextField(blank=True, help_text="How the meaning was found, a step a line.")

    class Meta(Span.Meta):
        verbose_name = "time expression"
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="timex_start_before_end"),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lt=F("until")),
                name="timex_since_before_until",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.text}” {self.value}"


class Event(models.Model):
    """What claims of several articles are about. The cached columns are rebuilt by `services.weave_dossier`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="events", help_text="The dossier it belongs to.")
    title = models.CharField(max_length=300, help_text="What happened, in a few words.")
    title_fixed = models.BooleanField(default=False, help_text="An editor wrote the title; the reader leaves it.")
    type = models.CharField(max_length=60, help_text="What kind of happening, by the table in the lexicon.")
    place = models.CharField(max_length=200, blank=True, help_text="Where.")
    background = models.BooleanField(default=False, help_text="Told as background, not part of the happening.")
    start = models.DateTimeField(null=True, blank=True, help_text="Start of the earliest account (UTC).")
    end = models.DateTimeField(null=True, blank=True, help_text="End of the latest account (UTC).")
    reach = models.PositiveSmallIntegerField(
        default=ANYWHERE, editable=False, help_text="How far from start to end, in classes (`timeline.reach`)."
    )
    claim_count = models.PositiveIntegerField(default=0, help_text="Claims that are not rejected.")
    origin_count = models.PositiveIntegerField(default=0, help_text="Independent origins among them.")
    conflict_count = models.PositiveIntegerField(default=0, help_text="Conflicts, hard and soft, not dismissed.")
    hard_count = models.PositiveIntegerField(default=0, help_text="Hard ones among them.")
    supported_start = models.DateTimeField(
        null=True, blank=True, help_text="Start of the most supported interval (UTC)."
    )
    supported_end = models.DateTimeField(null=True, blank=True, help_text="End of the most supported interval (UTC).")
    supported_by = models.PositiveIntegerField(default=0, help_text="Origins compatible with that interval.")
    dated_origins = models.PositiveIntegerField(default=0, help_text="Origins that give a time of their own.")
    position = models.BigIntegerField(
        null=True, blank=True, editable=False, help_text="The position of its first article, in a large dossier."
    )

    class Meta:
        ordering = ["start", "id"]
        indexes = [
            models.Index(fields=["dossier", "position"], name="event_by_position"),
            models.Index(fields=["dossier", "start", "end"]),
            models.Index(fields=["dossier", "type"]),
            models.Index(fields=["dossier", "conflict_count"]),
            models.Index(fields=["dossier", "reach", "start", "end"], name="event_by_reach"),
            models.Index(fields=["dossier", "end"], name="event_by_end"),
            models.Index(fields=["dossier", "background", "start", "id"], name="event_in_order"),
            models.Index(
                fields=["dossier", "-hard_count", "-conflict_count", "-claim_count", "id"], name="event_by_hardness"
            ),
        ]
        constraints = [models.CheckConstraint(condition=AFTER_START, name="event_start_before_end")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.dossier.slug, self.pk])


class Chapter(models.Model):
    """A stretch of a large dossier's articles, by when they were published, that is woven by itself
    (`reading.chapters`). A dossier that is small has none."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="chapters", help_text="The dossier.")
    since = models.BigIntegerField(help_text="The first position in it.")
    until = models.BigIntegerField(help_text="One past the last position in it.")
    claims = models.PositiveIntegerField(help_text="Claims in its articles that are not rejected.")
    stale = models.BooleanField(default=False, help_text="Something in it changed since it was woven.")

    class Meta:
        ordering = ["dossier", "since"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "since"], name="chapter_one_a_place"),
            models.CheckConstraint(condition=Q(since__lt=F("until")), name="chapter_since_before_until"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier}: {self.since}–{self.until}"


class Claim(Span):
    """In this article these words say that this happened, then, according to this voice."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="claims", help_text="The dossier of its article.")
    read_as = models.CharField(
        max_length=120, blank=True, help_text="Span and type as first read: how a new reading finds it again."
    )
    quote = models.TextField(help_text="The exact words.")
    type = models.CharField(max_length=60, help_text="What kind of happening.")
    status = models.CharField(
        max_length=10,
        choices=[(s.value, s.value) for s in ClaimStatus],
        default=ClaimStatus.ASSERTED.value,
        help_text="Asserted, denied, attempted, expected, or only purported.",
    )
    place = models.CharField(max_length=200, blank=True, help_text="Where, in the words of the text.")
    actor = models.CharField(max_length=200, blank=True, help_text="Who did it, in the words of the text.")
    target = models.CharField(max_length=200, blank=True, help_text="To whom or what, in the words of the text.")
    voice = models.CharField(max_length=200, blank=True, help_text="Who says so; empty for the article's own voice.")
    role = models.CharField(max_length=200, blank=True, help_text="What the speaker is.")
    cue = models.CharField(max_length=60, blank=True, help_text="The verb of saying.")
    via = models.CharField(
        max_length=200, blank=True, help_text="The relay the text names, a chain joined with commas."
    )
    rule = models.CharField(max_length=120, blank=True, help_text="What made these words a claim.")
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="claims", help_text="The event it is about."
    )
    event_fixed = models.BooleanField(
        default=False, help_text="An editor chose the event; weaving leaves the claim there."
    )
    touched = models.BooleanField(default=False, help_text="An editor changed this claim; no new reading may.")
    rejected = models.BooleanField(
        default=False, help_text="The last judgement rejects it: it is shown nowhere but in the admin."
    )
    origin = models.PositiveIntegerField(default=0, help_text="Number of its origin within the event, from 1.")
    timestamp = models.ForeignKey(
        "Timestamp",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The time in force: the editor's, else the reader's.",
    )

    class Meta(Span.Meta):
        indexes = [
            models.Index(fields=["dossier", "type"]),
            models.Index(fields=["event", "origin"]),
            models.Index(fields=["dossier", "status"]),
            models.Index(fields=["dossier", "event"], condition=Q(event_fixed=True), name="claim_put_by_an_editor"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="claim_start_before_end"),
            models.UniqueConstraint(fields=["article", "read_as"], condition=~Q(read_as=""), name="claim_read_once"),
        ]

    def __str__(self) -> str:
        words = self.quote if len(self.quote) <= 80 else self.quote[:79] + "…"
        return f"“{words}”"

    @property
    def speaker(self) -> str:
        """Who says so, for people: the voice, or the source in its own voice."""
        return self.voice or str(self.article.source)


class Words(models.Model):
    """A claim as it is searched. Kept by `services.searchable`; an index over it is kept by the database itself."""

    claim = models.OneToOneField(
        Claim, models.CASCADE, primary_key=True, related_name="+", help_text="The claim; none that is rejected."
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+", help_text="The dossier of its article.")
    keys = models.CharField(
        max_length=60, help_text="Words for the dossier and for the day, month and year, that narrow a search."
    )
    text = models.TextField(help_text="The words of its quote, voices, places and titles, folded.")

    class Meta:
        verbose_name_plural = "words"

    def __str__(self) -> str:
        return self.text[:80]


class Term(models.Model):
    """A word that some claim of a dossier is found by. Kept by `services.searchable`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="terms", help_text="The dossier.")
    word = models.CharField(max_length=60, help_text="The word, folded; longer ones are left out.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "word"], name="term_once_a_dossier")]

    def __str__(self) -> str:
        return self.word


class Timestamp(models.Model):
    """A time given for a claim, by the reader or by an editor: an interval, how it was told and how it was found."""

    class By(models.TextChoices):
        READER = "reader", "the reader"
        EDITOR = "editor", "an editor"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="timestamps", help_text="The claim it dates.")
    start = models.DateTimeField(null=True, blank=True, help_text="Not before (UTC); empty for an open start.")
    end = models.DateTimeField(null=True, blank=True, help_text="Before (UTC); empty for an open end.")
    granularity = models.CharField(max_length=12, choices=GRANULARITIES, help_text="How finely it was told.")
    approximate = models.BooleanField(default=False, help_text="“around”, “about”, “nearly”: the ends are soft.")
    inherited = models.BooleanField(
        default=False, help_text="Not told with the claim but carried on from the narrative."
    )
    saying = models.BooleanField(
        default=False, help_text="The words date the saying; the happening is only bounded by it."
    )
    cut = models.BooleanField(default=False, help_text="Ends at publication: a past happening cannot end later.")
    text = models.CharField(max_length=300, blank=True, help_text="The words it rests on.")
    value = models.CharField(max_length=100, blank=True, help_text="TIMEX3 value of those words.")
    rule = models.CharField(max_length=80, blank=True, help_text="The rule that read them.")
    zone = models.CharField(
        max_length=64,
        default="unknown",
        validators=[validate_printed_zone],
        help_text="The zone they were read in: IANA name, offset or unknown.",
    )
    basis = models.CharField(max_length=200, blank=True, help_text="Why that zone.")
    steps = models.TextField(blank=True, help_text="The trace, a step a line.")
    timex = models.ForeignKey(
        Timex, models.SET_NULL, null=True, blank=True, related_name="timestamps", help_text="The words in the article."
    )
    by = models.CharField(max_length=6, choices=By.choices, default=By.READER, help_text="Who gave it.")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The editor who gave it.",
    )
    note = models.TextField(blank=True, help_text="Why, when an editor gave it.")
    created = models.DateTimeField(auto_now_add=True, help_text="When it was given.")

    class Meta:
        ordering = ["claim", "-created"]
        indexes = [models.Index(fields=["start", "end"])]
        constraints = [
            models.CheckConstraint(condition=AFTER_START, name="timestamp_start_before_end"),
            models.CheckConstraint(
                condition=Q(start__isnull=False) | Q(end__isnull=False), name="timestamp_has_an_end"
            ),
        ]

    def __str__(self) -> str:
        ends = [f"{instant:%Y-%m-%d %H:%M}" if instant else "…" for instant in (self.start, self.end)]
        return f"{' – '.join(ends)} UTC ({self.get_by_display()})"


class Quantity(models.Model):
    """A number in a claim; an open bound is empty: “more than 200” is low 200, high empty."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="quantities", help_text="The claim it stands in.")
    start = models.PositiveIntegerField(help_text="First character in the article's text.")
    end = models.PositiveIntegerField(help_text="One past the last character.")
    text = models.CharField(max_length=200, help_text="The words.")
    low = models.FloatField(null=True, blank=True, help_text="At least; empty when open.")
    high = models.FloatField(null=True, blank=True, help_text="At most; empty when open.")
    approximate = models.BooleanField(default=False, help_text="“around”, “some”, “nearly”.")
    unit = models.CharField(max_length=120, blank=True, help_text="The words counted.")
    of = models.CharField(max_length=40, blank=True, help_text="The kind of count: killed, injured, escaped …")

    class Meta:
        ordering = ["claim", "start"]
        verbose_name_plural = "quantities"
        constraints = [
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="quantity_low_to_high",
            )
        ]

    def __str__(self) -> str:
        return f"{self.text} {self.unit}".strip()


class Conflict(models.Model):
    """Claims about one event that cannot all hold. Rebuilt by `services.weave_dossier`; a ruling on it stays."""

    class Kind(models.TextChoices):
        TIME = "time", "time"
        QUANTITY = "quantity", "quantity"
        STATUS = "status", "status"
        ACTOR = "actor", "actor"
        PLACE = "place", "place"
        MANNER = "manner", "manner"
        PARTICIPANT = "participant", "participant"
        WORDING = "wording", "wording"
        ATTRIBUTION = "attribution", "attribution"
        IMPOSSIBLE = "impossible report", "impossible report"

    class Strength(models.TextChoices):
        HARD = "hard", "hard: cannot both hold as written"
        SOFT = "soft", "soft: to be shown"

    class State(models.TextChoices):
        OPEN = "open", "open"
        DOUBT = "doubt", "doubt"
        EXPLAINED = "explained", "explained"
        DISMISSED = "dismissed", "dismissed"
        RULED = "ruled", "ruled"

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="conflicts", help_text="The event the accounts disagree about."
    )
    kind = models.CharField(max_length=20, choices=Kind.choices, help_text="What they disagree about.")
    of = models.CharField(max_length=120, blank=True, help_text="The thing counted, for quantities.")
    strength = models.CharField(max_length=4, choices=Strength.choices, help_text="Hard or soft.")
    gap_seconds = models.BigIntegerField(
        null=True, blank=True, help_text="The smallest time between two sides, in seconds."
    )
    why = models.TextField(help_text="The reason, in a sentence.")
    state = models.CharField(
        max_length=10,
        choices=State.choices,
        default=State.OPEN,
        help_text="What became of it: by the ruling in force, else by the reader.",
    )
    reason = models.TextField(blank=True, help_text="The reason of the ruling in force.")
    # What the page of conflicts is sorted by, so that an index answers it whatever the size of the dossier.
    dossier = models.ForeignKey(
        Dossier, models.CASCADE, editable=False, related_name="conflicts", help_text="The dossier of the event."
    )
    rank = models.PositiveSmallIntegerField(default=0, editable=False, help_text="Its state, what is still open first.")
    settled = models.BooleanField(default=False, editable=False, help_text="Neither open nor a doubt.")
    soft = models.BooleanField(default=False, editable=False, help_text="Not hard.")
    gap = models.BigIntegerField(default=-1, editable=False, help_text="The gap in seconds, -1 for none.")
    begins = models.BigIntegerField(
        default=0,
        editable=False,
        help_text="When its event begins, in seconds since 1970; the largest if undated.",
    )
    origins = models.PositiveIntegerField(default=0, editable=False, help_text="How many origins its event has.")

    class Meta:
        ordering = ["event", "kind", "of"]
        indexes = [
            models.Index(fields=["kind", "strength"]),
            models.Index(fields=["dossier", "settled", "soft", "-gap", "begins", "id"], name="conflict_to_look_at"),
            models.Index(fields=["dossier", "-gap", "settled", "soft", "id"], name="conflict_by_gap"),
            models.Index(fields=["dossier", "begins", "event", "soft", "id"], name="conflict_by_time"),
            models.Index(fields=["dossier", "-origins", "settled", "soft", "id"], name="conflict_by_origins"),
            models.Index(fields=["dossier", "kind", "of", "settled", "soft", "-gap", "id"], name="conflict_by_kind"),
            models.Index(fields=["dossier", "rank", "soft", "-gap", "id"], name="conflict_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["event", "kind", "of"], name="conflict_one_a_kind"),
            models.CheckConstraint(
                condition=Q(gap_seconds__isnull=True) | Q(gap_seconds__gte=0), name="conflict_gap_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.why}"


class Side(models.Model):
    """A claim's side in a conflict: claims of one side hold together, claims of two do not."""

    conflict = models.ForeignKey(Conflict, models.CASCADE, related_name="sides", help_text="The conflict.")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="sides", help_text="The claim.")
    number = models.PositiveSmallIntegerField(help_text="The side, from 1.")

    class Meta:
        ordering = ["conflict", "number", "claim"]
        constraints = [models.UniqueConstraint(fields=["conflict", "claim"], name="side_once_a_claim")]

    def __str__(self) -> str:
        return f"side {self.number}"


class Doubt(models.Model):
    """Something the reader is unsure of, for an editor to look at."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="doubts", help_text="The article.")
    claim = models.ForeignKey(
        Claim,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="doubts",
        help_text="The claim, when it is about one.",
    )
    text = models.TextField(help_text="What is unsure, and why.")
    settled = models.BooleanField(default=False, help_text="An editor has looked at it.")

    class Meta:
        ordering = ["article", "id"]

    def __str__(self) -> str:
        return self.text


class Judgement(models.Model):
    """An editor's word on one claim. The newest counts; none is overwritten."""

    class Verdict(models.TextChoices):
        ACCEPTED = "accepted", "accepted"
        REJECTED = "rejected", "rejected"
        UNSURE = "unsure", "unsure"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="judgements", help_text="The claim.")
    verdict = models.CharField(max_length=8, choices=Verdict.choices, help_text="The editor's word.")
    why = models.TextField(blank=True, help_text="Why.")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", help_text="Who.")
    made = models.DateTimeField(auto_now_add=True, help_text="When.")

    class Meta:
        ordering = ["claim", "-made", "-id"]

    def __str__(self) -> str:
        return f"{self.verdict} by {self.editor or 'someone who has left'}"


class Ruling(models.Model):
    """An editor's decision on an event or a conflict. Superseded by a newer one, never overwritten."""

    class State(models.TextChoices):
        RULED = "ruled", "ruled: one account is preferred"
        EXPLAINED = "explained", "explained: the accounts differ for a known reason"
        DISMISSED = "dismissed", "dismissed: no conflict"
        OPEN = "open", "opened again"

    class Confidence(models.TextChoices):
        HIGH = "high", "high"
        MEDIUM = "medium", "medium"
        LOW = "low", "low"

    event = models.ForeignKey(Event, models.CASCADE, related_name="rulings", help_text="The event ruled on.")
    kind = models.CharField(
        max_length=20,
        choices=Conflict.Kind.choices,
        blank=True,
        help_text="The conflict ruled on; empty for the event as a whole.",
    )
    of = models.CharField(
        max_length=120, blank=True, help_text="The thing counted, when it is a conflict of quantities."
    )
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.RULED, help_text="What it makes of the conflict."
    )
    start = models.DateTimeField(null=True, blank=True, help_text="Preferred interval: not before (UTC).")
    end = models.DateTimeField(null=True, blank=True, help_text="Preferred interval: before (UTC).")
    value = models.CharField(max_length=200, blank=True, help_text="Preferred value, when it is not a time.")
    reason = models.TextField(help_text="Why. Required.")
    confidence = models.CharField(
        max_length=6, choices=Confidence.choices, default=Confidence.MEDIUM, help_text="How sure."
    )
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", help_text="Who.")
    made = models.DateTimeField(auto_now_add=True, help_text="When.")
    weighed = models.ManyToManyField(
        Claim, blank=True, related_name="rulings", help_text="The claims it weighed; another one makes it stale."
    )
    superseded_by = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="supersedes",
        help_text="The newer ruling in its place.",
    )

    class Meta:
        ordering = ["event", "-made"]
        constraints = [
            models.CheckConstraint(condition=AFTER_START, name="ruling_start_before_end"),
            models.CheckConstraint(condition=~Q(reason=""), name="ruling_needs_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.event}: {self.reason[:60]}"


class Census(models.Model):
    """The counts of a dossier too large to be counted on every page. Rebuilt by `services.tallies`."""

    dossier = models.OneToOneField(
        Dossier, models.CASCADE, primary_key=True, related_name="census", help_text="The dossier."
    )
    articles = models.PositiveIntegerField(help_text="Articles.")
    undated = models.PositiveIntegerField(help_text="Articles without a date of publication.")
    files = models.PositiveIntegerField(help_text="Files they came in.")
    publishers = models.PositiveIntegerField(help_text="Sources that published them.")
    voices = models.PositiveIntegerField(help_text="Different voices named in claims.")
    claims = models.PositiveIntegerField(help_text="Claims that are not rejected.")
    events = models.PositiveIntegerField(help_text="Events with a claim.")
    conflicts = models.PositiveIntegerField(help_text="Conflicts.")
    open = models.PositiveIntegerField(help_text="Conflicts nobody has settled.")
    unnamed = models.PositiveIntegerField(default=0, help_text="Voices that no page names.")
    hard = models.PositiveIntegerField(help_text="Hard conflicts.")
    first = models.DateTimeField(null=True, help_text="Where the earliest event begins.")
    last = models.DateTimeField(null=True, help_text="Where the latest event ends.")
    start = models.DateTimeField(help_text="Where the window begins that the dossier opens on.")
    end = models.DateTimeField(help_text="Where it ends.")
    zone = models.CharField(max_length=64, default="", help_text="The zone whose days claims were counted by.")
    counted = models.DateTimeField(null=True, help_text="When sources, voices and the opening window were counted.")
    took = models.DurationField(null=True, help_text="How long that took.")
    behind = models.BooleanField(default=False, help_text="Something was edited since that they do not know of.")

    class Meta:
        verbose_name_plural = "censuses"

    def __str__(self) -> str:
        return f"{self.claims} claims"


class Shelf(models.Model):
    """What a source has in a large dossier, and how it stands there. Rebuilt by `services.tallies`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="shelves", help_text="The dossier.")
    source = models.ForeignKey(Source, models.CASCADE, related_name="+", help_text="The source.")
    articles = models.PositiveIntegerField(help_text="Its articles.")
    first = models.BigIntegerField(help_text="The id of the first of them.")
    voices = models.PositiveIntegerField(default=0, help_text="Different voices it quotes.")
    mended = models.PositiveIntegerField(default=0, help_text="Its claims that an editor rejected or changed.")
    # As `selectors.standings.Standing` says.
    alone = models.PositiveIntegerField(default=0, help_text="Events only it tells.")
    told_first = models.PositiveIntegerField(default=0, help_text="Events others tell too that it told first.")
    maybe_first = models.PositiveIntegerField(default=0, help_text="Events that it may have told first.")
    majority = models.PositiveIntegerField(default=0, help_text="Hard conflicts in which its side has most origins.")
    minority = models.PositiveIntegerField(default=0, help_text="Hard conflicts in which it has not.")
    otherwise = models.PositiveIntegerField(default=0, help_text="Hard conflicts in which it told otherwise later.")

    class Meta:
        ordering = ["first"]
        verbose_name_plural = "shelves"
        constraints = [models.UniqueConstraint(fields=["dossier", "source"], name="shelf_once_a_source")]

    def __str__(self) -> str:
        return f"{self.articles} articles"


class Saying(models.Model):
    """How many claims of a large dossier a voice has through a relay in an outlet. Rebuilt by `services.tallies`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="sayings", help_text="The dossier.")
    voice = models.CharField(max_length=200, blank=True, help_text="Who says it; “” for the outlet itself.")
    named = models.BooleanField(default=True, help_text="Not of voices that no page names, taken together.")
    relay = models.CharField(max_length=200, blank=True, help_text="Through whom; “” for nobody.")
    source = models.ForeignKey(Source, models.CASCADE, related_name="+", help_text="The outlet.")
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, related_name="+", help_text="The outlet where its publisher is unknown."
    )
    claims = models.PositiveIntegerField(help_text="How many claims.")

    def __str__(self) -> str:
        return f"{self.claims} claims of {self.voice}"


class Former(models.Model):
    """The number of an event that is gone, and the event most of its claims went into: old addresses lead there."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="formers", help_text="The dossier.")
    number = models.PositiveBigIntegerField(help_text="The id the event had.")
    event = models.ForeignKey(Event, models.CASCADE, related_name="formers", help_text="Where its claims are now.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "number"], name="one_successor_of_an_event")]

    def __str__(self) -> str:
        return f"event {self.number}, now {self.event_id}"


class Tally(models.Model):
    """How many claims of a large dossier are alike in what a filter asks for. Rebuilt by `services.tallies`.

    Each claim counts in one row with the number of its event's origins, and in one without.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="tallies", help_text="The dossier.")
    origins = models.PositiveIntegerField(null=True, help_text="How many origins their events have; empty for any.")
    source = models.ForeignKey(Source, models.CASCADE, related_name="+", help_text="Their source.")
    status = models.CharField(max_length=10, help_text="Their status.")
    type = models.CharField(max_length=60, help_text="The kind of their events.")
    claims = models.PositiveIntegerField(help_text="How many claims.")
    contested = models.PositiveIntegerField(help_text="How many of them are about an event with a conflict.")

    class Meta:
        verbose_name_plural = "tallies"
        indexes = [models.Index(fields=["dossier", "origins"], name="tally_by_origins")]

    def __str__(self) -> str:
        return f"{self.claims} claims, {self.type}"


class Density(models.Model):
    """How many claims of a large dossier are about a kind of event in one stretch of time, by the moment each event
    most probably began. Rebuilt by `services.tallies`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="densities", help_text="The dossier.")
    unit = models.CharField(max_length=7, help_text="The length of the stretch: ten minutes, an hour, a day … a year.")
    at = models.DateTimeField(help_text="Where it begins, on the clock of the dossier's place.")
    source = models.ForeignKey(
        Source, models.CASCADE, null=True, related_name="+", help_text="The source of the claims; empty for all."
    )
    status = models.CharField(max_length=10, help_text="Their status.")
    type = models.CharField(max_length=60, help_text="The kind of their events.")
    claims = models.PositiveIntegerField(help_text="How many claims.")
    contested = models.PositiveIntegerField(help_text="How many of them are about an event with a conflict.")

    class Meta:
        verbose_name_plural = "densities"
        indexes = [models.Index(fields=["dossier", "unit", "source", "at"], name="density_by_stretch")]

    def __str__(self) -> str:
        return f"{self.claims} claims, {self.type}, {self.unit} of {self.at}"


class Share(models.Model):
    """What an event adds to the tallies and densities of a large dossier. Kept by `services.tallied_claims`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="shares", help_text="The dossier.")
    event = models.PositiveBigIntegerField(help_text="The number of the event, which may be gone.")
    type = models.CharField(max_length=60, help_text="Its kind.")
    contested = models.BooleanField(help_text="It has a conflict.")
    origins = models.PositiveIntegerField(help_text="Its origins.")
    at = models.DateTimeField(null=True, help_text="When it most probably began.")
    claims = models.JSONField(help_text="Its claims by source and status, as [source, status, claims].")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "event"], name="share_once_an_event")]

    def __str__(self) -> str:
        return f"event {self.event}"


class Act(models.Model):
    """Something an editor did at one go. Its changes say in which rows."""

    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="acts", help_text="Who did it."
    )
    who = models.CharField(max_length=150, blank=True, help_text="Their name then; empty for a command.")
    called = models.CharField(max_length=200, blank=True, help_text="What was done, in a few words.")
    made = models.DateTimeField(auto_now_add=True, help_text="When.")
    undoes = models.OneToOneField(
        "self", models.SET_NULL, null=True, related_name="undone_by", help_text="The act this one took back."
    )

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["made"])]

    def __str__(self) -> str:
        return f"{self.called} by {self.who or 'a command'}"


class Change(models.Model):
    """A row an act made, changed or deleted: the columns from what to what. Kept when the row is gone."""

    class Kind(models.TextChoices):
        MADE = "made", "made"
        CHANGED = "changed", "changed"
        DELETED = "deleted", "deleted"

    act = models.ForeignKey(Act, models.CASCADE, related_name="changes", help_text="The act.")
    dossier = models.ForeignKey(
        Dossier, models.SET_NULL, null=True, related_name="changes", help_text="The dossier the row belongs to."
    )
    model = models.CharField(max_length=40, help_text="What kind of row.")
    row = models.BigIntegerField(help_text="Its id.")
    name = models.CharField(max_length=200, help_text="What it was called then.")
    kind = models.CharField(max_length=7, choices=Kind.choices, help_text="What became of it.")
    before = models.JSONField(default=dict, help_text="The columns that changed, as they were.")
    after = models.JSONField(default=dict, help_text="The same columns as they are since.")

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["model", "row"]),
            models.Index(fields=["dossier", "act"]),
            models.Index(fields=["dossier", "id"], name="change_newest_of_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.name} {self.kind}"
