"""The shared pieces of the patterns: a month, a date, a clock time, a count."""

PIECES: dict[str, str] = {
    "sure_month": "<month>|<month_short><dot>?",
    "any_month": "<month|doubtful_month>|<month_short|doubtful_month_short><dot>?",
    "any_weekday": "<weekday>|<weekday_short|doubtful_weekday_short><dot>?",
    "day_number": "<day>|<ordinal>|<numeral><hyphen>?<ordinal>",
    "line": "<hyphen|dash|to|until>",
    # 7 July 2021, July 7, 2021, the 7th of July, Wed 07 July 2021; the year may be missing.
    "year_tail": "<comma>?<of>?<year>|<comma>?<short_year>",
    "month_day": "@any_month<the>?(?:<day>|<numeral>?<hyphen>?<ordinal>)(?!<hyphen><unit|units>)",
    "day_month": "(?:<the>?@day_number<of>|<day>)@any_month",
    "date": "(?:(?:@turned)?@any_weekday<comma|the>{0,2})?(?:@month_day|@day_month)(?:@year_tail|@that_year)?"
    "|<day><hyphen>@any_month<hyphen><year>|<iso>|<slash>",
    "said_year": "<numeral><hyphen>?<numeral>(?:<hyphen>?<numeral>){0,6}(?!<hyphen>?<unit|units>)",
    "that_year": "<comma>?<of>?<this|last|next><year_word>(?!<possessive>)",
    "turned": "<this|last|next|coming|previous|that>|<this><past|coming>|<the><coming|following|previous>",
    "some_weekday": "<the>?<weekday><behind>|(?:@turned)?<weekday>"
    "|<weekday_short><dot>|<weekday_short|doubtful_weekday_short><dot>"
    "(?=<part>)"
    "|(?<!<on|every|and|or|comma>)<weekdays>(?=<lower>)",
    "nth_day": "<the><day_nth>(?=<comma|dot|stop|break|close|at|when>|$)",
    "some_day": "@date|@some_weekday|<deictic_day>|<festival>|@nth_day",
    "earliness": "(?:<early|late><on|in>|<early|late|mid|earlier|later|sometime|earlier_in|later_in>)",
    "day_part": "(?:<early|late|mid><hyphen>?)?<part>",
    # Clock times: 4pm, 4 p.m., 13:53, 0737 GMT, eleven o'clock.
    "meridian": "<meridian>|<meridian_dotted><dot>?",
    "clock_figures": "<clock_m>|<clock|hhmm12|hour>@meridian|<numeral>@meridian|<hour|numeral><oclock>(?:@meridian)?",
    "zone": "<comma>?<zone|local>(?:<time_word>)?",
    "number": "<count|decimal>|<numeral>(?:<hyphen>?<numeral>){0,6}"
    "(?:(?<=<hundred>)<and><numeral>(?:<hyphen>?<numeral>){0,6})?",
    # Two and a half, a few, a hundred, several, another two, half a, one-and-a-half.
    "count": "(?:@number)(?:<and>?<fraction>|<and><a><half>)?|<a><few>|<a><numeral>(?!<hyphen|unit>)"
    "|<a>(?!<numeral|few|units>)|<few>|<bare_few>|<another>(?:@number)?|<a>?<half_a|quarter_of_a>"
    "|<numeral><hyphen><and><hyphen><a><hyphen><half>",
    "loosely": "<nearly|more_than|less_than|at_least|at_most>",
    "over": "<over>(?=<a|numeral|count|decimal>)",
    "any_unit": "<unit|units>",
    "more_units": "<more>?<unit|units>(?:<and><a><half>)?",
}
