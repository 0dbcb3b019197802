"""The words around a page's date: labels, names of months and weekdays in the languages of the wires.

English months and weekdays stand in `time_english`; these tables serve the line that says when an article was
published, which is read in more languages than the prose.
"""

from timeline.reading.lexicon.time_english import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT

# One line a language, January to December; "|" parts the spellings of one month.
_MONTHS_ABROAD = (
    "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre "
    "diciembre|dic",
    "janvier|janv février|fevrier|févr|fév mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre "
    "décembre|decembre|déc",
    "januar|jänner februar märz|mär april mai juni juli august september oktober|okt november dezember|dez",
    "janeiro fevereiro|fev março maio|mai abril junho julho agosto setembro|set outubro|out novembro dezembro",
    "gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|sett ottobre|ott novembre "
    "dicembre",
    "januari februari maart|mrt april mei juni juli augustus september oktober november december",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "januari|januari februari maret april mei juni juli agustus september oktober november desember",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه|جولای اوت سپتامبر اکتبر نوامبر دسامبر",
)
# Portuguese months stand in their own order of the year.
_ORDER = {"abril": 4, "maio": 5}

_WEEKDAYS_ABROAD = (
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "senin selasa rabu kamis jumat sabtu minggu",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد",
    "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه",
    "jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili",
)


def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for line in _MONTHS_ABROAD:
        for number, names in enumerate(line.split(), start=1):
            for name in names.split("|"):
                found.setdefault(name, _ORDER.get(name, number))
    english = {word: int(value) for table in (MONTHS, MONTHS_SHORT) for word, value in table.items() if value}
    return found | english


MONTH_NAMES: dict[str, int] = _months()
ENGLISH_MONTHS: tuple[str, ...] = tuple(MONTHS)
# Monday is 0; only English weekdays are checked against their date.
ENGLISH_WEEKDAYS: dict[str, int] = {
    word: int(value) for table in (WEEKDAYS, WEEKDAYS_SHORT) for word, value in table.items() if value is not None
}
WEEKDAY_NAMES: frozenset[str] = frozenset(ENGLISH_WEEKDAYS) | {w for line in _WEEKDAYS_ABROAD for w in line.split()}

# What stands before the date of publication, most telling first; "updated" labels date the text as it is now.
UPDATE_LABELS = (
    r"(?:last |page last |most recently )?(?:updated|modified|edited|revised|update)|mis à jour|mise à jour|"
    r"aktualisiert|actualizado|aggiornato|atualizado em|обновлено|güncelleme"
)
LABELS = (
    r"date of publication|publication date|publishing date|date published|datepublished|article:published_time|"
    r"published_time|pubdate|pub date|first published|originally published|published|posted|released|release date|"
    r"issue of(?: the)?|issue dated|issue date|issue|edition of(?: the)?|for the week of|week of|issued|filed|created|submitted|uploaded|added|reported|written|dated|date|time|story dated|web posted|"
    r"publié|publiée|publicado|veröffentlicht|erstellt|stand|pubblicato|gepubliceerd|опубликовано|yayınlanma|"
    r"imechapishwa|diterbitkan|opublikowano|publicerad"
)
# Small words of a dateline between its label, its date and its author.
FILLERS = (
    r"on|at|the|am|um|le|el|il|op|vom|den|em|à|às|alle|a las|uhr|hrs|hours?|local time|time|date|in|de|del|di|kl|"
    r"\d{1,3} min(?:ute)?s? read|(?:leave a|no|\d{1,4}) comments?"
)
# Words in capitals before a dash that are no place.
SHOUTS = frozenset(
    "BREAKING|BREAKING NEWS|UPDATE|WATCH|LIVE|EXCLUSIVE|VIDEO|OPINION|ANALYSIS|FACTBOX|EXPLAINER|INSIGHT|FILE|FILE PHOTO|"
    "CORRECTED|CORRECTION|TIMELINE|REVIEW|EDITORIAL".split("|")
)
# Words that lead in the author of a text.
BY = r"by|written by|reported by|reporting by|story by|report by|text by|words by|von|par|por|da|di|door|от|автор|oleh"
# Words that lead to a clock behind a date.
AT = r"at|à|um|a las|às|alle|kl\.?|as of|saat|в|pukul|saa"

# Names under which a page's own markup carries its date.
METADATA_LABELS = (
    r"datepublished|datemodified|article:published_time|article:modified_time|published_time|pubdate|og:updated_time|"
    r"dc\.date"
)
