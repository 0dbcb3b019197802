"""An invented dossier, with everything the pages must show: the mutiny at Port Varda, 7–9 March 2023.

Six articles by five sources; a hard conflict of times, one of counts, one of status; agreement, a denial, an
inherited time, an approximate one, open and cut ends, a saying, doubts, furniture, a post, background and an
undated event; nested claims; a claim that is rejected; a ruling.
"""

from datetime import timedelta

from tests.factories import (
    article,
    at,
    claim,
    conflict,
    count_up,
    dossier,
    doubt,
    event,
    quantity,
    ruling,
    source,
    time,
)
from timeline.reading.furniture import Role
from timeline.reading.intervals import Granularity
from timeline.services.searchable import keep_searchable

H, B, F = Role.HEADLINE, Role.BODY, Role.WIDGET
DAY, PART, HOUR, MINUTE = Granularity.DAY, Granularity.PART_OF_DAY, Granularity.HOUR, Granularity.MINUTE

COURIER = [
    (F, "icon menu icon search icon share"),
    (Role.DATELINE, "7 Mar, 2023 15:10"),
    (H, "Mutineers seize Port Varda before loyal crews win it back"),
    (
        B,
        "Mutineers entered the port on Tuesday morning before being cleared out by loyal crews around 2pm local time, "
        "the Ministry of Shipping said in a statement.",
    ),
    (B, "They took the customs house and the radio mast."),
    (B, "“More than 20 sailors left the brig,” said harbour council head Iru Sand, quoted by The Wire."),
    (Role.PROMO, "Also in the Courier: ten ways to cook mackerel"),
    (B, "Drones struck the outer pier in the afternoon, officials said."),
    (B, "The fleet left Cape Orlo on Friday."),
    (Role.APPEAL, "Support independent maritime journalism from one crown a week."),
]
WIRE = [
    (Role.DATELINE, "Port Varda, Tuesday 7 March 2023 10:16 GMT"),
    (H, "Sailors overrun northern port, officials say"),
    (B, "Mutineers stormed the port overnight, regional officials said."),
    (B, "“The port briefly fell,” a ministry official told The Wire."),
    (B, "“More than 20 sailors left the brig,” Iru Sand said. Drones struck the outer pier in the afternoon, he said."),
    (B, "Officials said on Tuesday that they had won back the quays."),
]
MAST = [
    (H, "Port Varda overrun (The Wire)"),
    (Role.AGENCY, "Copy: The Wire"),
    (B, "“Right now the enemy is forced off the quays,” port warden Hal Orme told The Wire."),
    (B, "Mutineers came in the morning, Orme said. “More than 20 sailors left the brig,” council head Sand said."),
]
RADIO = [
    (H, "Port Varda falls to mutineers"),
    (B, "The port fell to mutineers at Monday noon, a docker told Harbour Radio."),
]
EYE = [
    (H, "Fleet reshuffles after the Varda mutiny"),
    (B, "On March 8 loyal crews recaptured the port. A day earlier the mutineers had entered it and freed around 60."),
    (B, "The mutineers lost 69 dead, the ministry claims."),
]
PIER = [
    (H, "What we know about Port Varda"),
    (
        B,
        "Mutineers entered the port on Tuesday. Around 40 sailors escaped from the brig. "
        "Port warden Hal Orme denied that the port had fallen.",
    ),
    (Role.POST, "The customs house is ours. Proof below."),
    (Role.SIGNATURE, "@loyalcrew · March 7, 2023"),
    (Role.FORM, "Leave a comment. Name. E-mail."),
]


def harbour():
    """The dossier, filled."""
    port = dossier(title="The mutiny at Port Varda")
    texts = _articles(port)
    entered(port, texts)
    brig(port, texts)
    fell(port, texts)
    won_back(port, texts)
    small_events(port, texts)
    for one in port.events.all():
        count_up(one)
    keep_searchable(dossier=port)
    return port


def _articles(port):
    for name, kind in [("The Wire", "agency"), ("The Old Pier", "blog"), ("Harbour Radio", "publisher")]:
        source(name, kind=kind, home_page="https://example.org/")
    courier = article(port, "The Courier", COURIER, "2023-03-07 15:10", zone="unknown", zone_basis="no zone printed")
    wire = article(port, "The Wire", WIRE, "2023-03-07T10:16+00:00", zone="+00:00", byline="Mira Vell")
    mast = article(port, "The Daily Mast", MAST, "2023-03-07T10:46+00:00", via="The Wire", copy_of=wire)
    radio = article(port, "Harbour Radio", RADIO, "2023-03-07 19:00", url="https://example.org/falls")
    eye = article(port, "Southern Eye", EYE, "2023-03-08 21:00")
    pier = article(port, "The Old Pier", PIER, basis="unknown")
    doubt(courier, "The clock 15:10 has no zone: in some zones it is before the 2pm it reports as past.")
    return {"courier": courier, "wire": wire, "mast": mast, "radio": radio, "eye": eye, "pier": pier}


def entered(port, texts):
    """Monday noon against the night and the morning after: a hard conflict of times; a day agrees with all but one."""
    it = event(port, "Mutineers enter the port", "ground assault", place="Port Varda")
    a = claim(
        texts["courier"],
        "Mutineers entered the port on Tuesday morning",
        it,
        origin=1,
        voice="the Ministry of Shipping",
        cue="said",
        actor="Mutineers",
        target="the port",
    )
    time(
        a,
        "on Tuesday morning",
        "2023-03-07 06:00",
        "2023-03-07 12:00",
        PART,
        rule="weekday_part_of_day",
        steps="“Tuesday” is 7 March, the day of publication\nmorning is 06:00–12:00",
    )
    b = claim(
        texts["wire"], "Mutineers stormed the port overnight", it, origin=2, voice="regional officials", cue="said"
    )
    time(b, "overnight", "2023-03-06 18:00", "2023-03-07 06:00", PART)
    c = claim(texts["mast"], "Mutineers came in the morning", it, origin=3, voice="Hal Orme", via="The Wire")
    time(c, "in the morning", "2023-03-07 06:00", "2023-03-07 12:00", PART)
    d = claim(texts["radio"], "The port fell to mutineers at Monday noon", it, origin=4, voice="a docker")
    time(d, "Monday noon", "2023-03-06 11:30", "2023-03-06 12:30", PART)
    e = claim(texts["eye"], "A day earlier the mutineers had entered it", it, origin=5)
    time(e, "A day earlier", "2023-03-07 00:00", "2023-03-08 00:00")
    f = claim(texts["pier"], "Mutineers entered the port on Tuesday", it, origin=6)
    time(f, "on Tuesday", "2023-03-07 00:00", "2023-03-08 00:00")
    rejected = claim(texts["pier"], "Proof below", it, origin=7, rejected=True)
    time(rejected, "", "2023-03-01 00:00", "2023-03-02 00:00")
    why = "“Monday noon” ends 5 h 30 before “overnight” begins."
    conflict(it, "time", [a, b, c, e, f], [d], gap=timedelta(hours=5, minutes=30), why=why)
    _support(it, "2023-03-07 06:00", "2023-03-07 12:00", 4)
    ruling(
        it,
        "The log book of the pilot boat gives 06:40.",
        [a, b, c, d],
        value="",
        confidence="high",
        start=at("2023-03-07 06:30", port.zone),
        end=at("2023-03-07 07:00", port.zone),
    )


def brig(port, texts):
    """More than 20, around 40, around 60: one hard conflict of counts; and who opened the gate."""
    it = event(port, "Sailors leave the brig", "jail break", place="Port Varda")
    words = "More than 20 sailors left the brig"
    floor = [
        claim(texts[name], words, it, origin=1, voice="Iru Sand", via=via)
        for name, via in [("courier", "The Wire"), ("wire", ""), ("mast", "The Wire")]
    ]
    for one in floor:
        quantity(one, "More than 20", 20, None, "sailors", "escaped")
        time(one, "", "2023-03-07 00:00", "2023-03-07 20:00", DAY, inherited=True, cut=True)
    forty = claim(texts["pier"], "Around 40 sailors escaped from the brig", it, origin=2, actor="sailors")
    quantity(forty, "Around 40", 40, 40, "sailors", "escaped", approximate=True)
    time(forty, "", "2023-03-07 00:00", "2023-03-08 00:00", DAY, inherited=True)
    sixty = claim(texts["eye"], "freed around 60", it, origin=3, actor="the mutineers")
    quantity(sixty, "around 60", 60, 60, "sailors", "escaped", approximate=True)
    time(sixty, "A day earlier", "2023-03-07 00:00", "2023-03-08 00:00")
    why = "“Around 40” and “around 60” cannot both be the count; “more than 20” is a floor."
    conflict(it, "quantity", [*floor, forty], [sixty], why=why, of="escaped")
    conflict(it, "actor", [forty], [sixty], why="They escaped, or the mutineers freed them.")


def fell(port, texts):
    """Two say it fell, one denies it."""
    it = event(port, "The port falls", "change of control", place="Port Varda")
    a = claim(texts["wire"], "The port briefly fell", it, origin=1, voice="a ministry official", cue="told")
    b = claim(texts["radio"], "Port Varda falls to mutineers", it, origin=2)
    time(b, "", "2023-03-06 11:30", "2023-03-06 12:30", PART, inherited=True)
    c = claim(
        texts["pier"],
        "Port warden Hal Orme denied that the port had fallen",
        it,
        origin=3,
        voice="Hal Orme",
        status="denied",
    )
    time(c, "on Tuesday", "2023-03-07 00:00", "2023-03-08 00:00", inherited=True)
    conflict(it, "status", [a, b], [c], why="Two say that the port fell, the warden denies it.")


def won_back(port, texts):
    """Around 2pm, “right now”, a saying, and the next day: the last cannot hold with the first three."""
    it = event(port, "Loyal crews win the port back", "regains territory", place="Port Varda")
    a = claim(
        texts["courier"],
        "cleared out by loyal crews around 2pm local time",
        it,
        origin=1,
        voice="the Ministry of Shipping",
        type="regains territory",
    )
    time(
        a,
        "around 2pm local time",
        "2023-03-07 13:30",
        "2023-03-07 14:30",
        HOUR,
        approximate=True,
        rule="clock_time",
        steps="“2pm” takes its day from “Tuesday morning”\naround an hour is ± 30 minutes",
    )
    b = claim(
        texts["mast"], "Right now the enemy is forced off the quays", it, origin=2, voice="Hal Orme", via="The Wire"
    )
    time(b, "Right now", None, "2023-03-07T10:46+00:00", HOUR, cut=True, approximate=True)
    c = claim(texts["wire"], "said on Tuesday that they had won back the quays", it, origin=3, voice="Officials")
    time(c, "on Tuesday", None, "2023-03-08 00:00", DAY, saying=True)
    d = claim(texts["eye"], "On March 8 loyal crews recaptured the port", it, origin=4)
    time(d, "On March 8", "2023-03-08 00:00", "2023-03-09 00:00", DAY)
    why = "Southern Eye's 8 March begins 9 h 30 after the ministry's “around 2pm” ended."
    conflict(it, "time", [a, b, c], [d], gap=timedelta(hours=9, minutes=30), why=why)
    _support(it, "2023-03-07 13:30", "2023-03-07 14:30", 3)


def small_events(port, texts):
    """Agreement, a claim nested in nothing, background far away, and one that no one dates."""
    strike = event(port, "Drone strikes on the outer pier", "air strike")
    for name, origin in [("courier", 1), ("wire", 2)]:
        one = claim(
            texts[name], "Drones struck the outer pier in the afternoon", strike, origin=origin, voice="officials"
        )
        time(one, "in the afternoon", "2023-03-07 12:00", "2023-03-07 18:00", PART)
    _support(strike, "2023-03-07 12:00", "2023-03-07 18:00", 2)
    house = event(port, "Customs house and radio mast taken", "overtakes territory")
    one = claim(texts["courier"], "They took the customs house and the radio mast", house)
    time(one, "", "2023-03-07 06:00", "2023-03-07 12:00", PART, inherited=True)
    post = claim(texts["pier"], "The customs house is ours", house, origin=2, voice="@loyalcrew", via="Twitter")
    claim(texts["pier"], "customs house", house, origin=2, voice="@loyalcrew", via="Twitter")
    time(post, "", "2023-03-07 00:00", "2023-03-08 00:00", DAY, saying=True)
    left = event(port, "The fleet leaves Cape Orlo", "withdrawal", background=True)
    one = claim(texts["courier"], "The fleet left Cape Orlo on Friday", left)
    time(one, "on Friday", "2023-03-03 00:00", "2023-03-04 00:00", DAY)
    dead = event(port, "Mutineers killed", "casualties")
    one = claim(texts["eye"], "The mutineers lost 69 dead", dead, voice="the ministry", status="purported")
    quantity(one, "69", 69, 69, "dead", "killed")


def _support(of_event, start, end, by):
    zone = of_event.dossier.zone
    of_event.supported_start, of_event.supported_end = at(start, zone), at(end, zone)
    of_event.supported_by = by
    of_event.save()
