"""Time zones as pages print them. Offsets are minutes east of UTC.

Sources: the abbreviations of the IANA time zone database; ISO 8601 for "Z"; for the general North American names
("ET") the zone itself, since they hold in summer and in winter.
"""

# Abbreviations that mean one offset wherever they are printed.
OFFSETS: dict[str, int] = {
    "Z": 0,
    "UTC": 0,
    "GMT": 0,
    "UT": 0,
    "WET": 0,
    "WEST": 60,
    "CET": 60,
    "CEST": 120,
    "MEZ": 60,
    "MESZ": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "TRT": 180,
    "EAT": 180,
    "CAT": 120,
    "WAT": 60,
    "SAST": 120,
    "IDT": 180,
    "IRST": 210,
    "IRDT": 270,
    "AFT": 270,
    "PKT": 300,
    "NPT": 345,
    "MMT": 390,
    "ICT": 420,
    "WIB": 420,
    "WITA": 480,
    "WIT": 540,
    "HKT": 480,
    "SGT": 480,
    "MYT": 480,
    "PHT": 480,
    "AWST": 480,
    "JST": 540,
    "KST": 540,
    "ACST": 570,
    "ACDT": 630,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    "EDT": -240,
    "EST": -300,
    "CDT": -300,
    "MDT": -360,
    "MST": -420,
    "PDT": -420,
    "PST": -480,
    "AKDT": -480,
    "AKST": -540,
    "HST": -600,
    "NDT": -150,
    "NST": -210,
    "ADT": -180,
    "BRT": -180,
    "ART": -180,
    "BDST": 360,
}

# Names that follow summer time: the offset depends on the date.
GENERAL: dict[str, str] = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "AET": "Australia/Sydney",
}

# Abbreviations that mean several things; the source or the place has to decide.
AMBIGUOUS: dict[str, tuple[str, ...]] = {
    "IST": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
    "CST": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "BST": ("Europe/London", "Asia/Dhaka"),
    "AST": ("America/Halifax", "Asia/Riyadh"),
    "GST": ("Asia/Dubai", "Atlantic/South_Georgia"),
    "SST": ("Pacific/Pago_Pago", "Asia/Singapore"),
    "ECT": ("America/Guayaquil", "Europe/Paris"),
}

# Home zones of pages that print the month first: 11/05/2005 is November there. Elsewhere slashes put the day first.
MONTH_FIRST = frozenset(
    (
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Los_Angeles",
        "America/Phoenix",
        "America/Detroit",
        "America/Anchorage",
        "America/Boise",
        "Pacific/Honolulu",
        "Asia/Manila",
    )
)

# Every abbreviation of a zone, as an alternative of a regular expression, the longest first.
ZONE_WORDS = "|".join(sorted({*OFFSETS, *AMBIGUOUS, *GENERAL} - {"Z"}, key=lambda name: (-len(name), name)))
