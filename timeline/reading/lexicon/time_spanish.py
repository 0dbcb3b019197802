"""The time words of Spanish news: the same roles as English, so that the same grammar reads them.

Small but real: dates, weekdays, parts of the day, clock times, turned and counted units, lengths, sets. What stands
behind its noun ("la semana pasada") has the role `behind`, what counts back before its number ("hace tres días") the
role `ago_first`; English has no words in either.
"""

from collections.abc import Mapping

from timeline.reading.lexicon.time_words import TimeLexicon, Value


def _one(*words: str) -> dict[str, Value]:
    return dict.fromkeys(words, 1)


WEEKDAYS: dict[str, Value] = {
    "lunes": 0,
    "martes": 1,
    "miércoles": 2,
    "miercoles": 2,
    "jueves": 3,
    "viernes": 4,
    "sábado": 5,
    "sabado": 5,
    "domingo": 6,
}
MONTHS: dict[str, Value] = {
    "enero": 1,
    "febrero": 2,
    "marzo": 3,
    "abril": 4,
    "mayo": 5,
    "junio": 6,
    "julio": 7,
    "agosto": 8,
    "septiembre": 9,
    "setiembre": 9,
    "octubre": 10,
    "noviembre": 11,
    "diciembre": 12,
}
UNITS: dict[str, Value] = {
    "segundo": "TS",
    "minuto": "TM",
    "hora": "TH",
    "día": "D",
    "dia": "D",
    "semana": "W",
    "quincena": "2W",
    "mes": "M",
    "trimestre": "Q",
    "año": "Y",
    "década": "E",
    "siglo": "C",
}
UNITS_PLURAL: dict[str, Value] = {
    "segundos": "TS",
    "minutos": "TM",
    "horas": "TH",
    "días": "D",
    "dias": "D",
    "semanas": "W",
    "quincenas": "2W",
    "meses": "M",
    "trimestres": "Q",
    "años": "Y",
    "décadas": "E",
    "siglos": "C",
}
NUMERALS: dict[str, Value] = {
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
    "once": 11,
    "doce": 12,
    "trece": 13,
    "catorce": 14,
    "quince": 15,
    "veinte": 20,
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "cien": 100,
    "mil": 1000,
}
ORDINALS: dict[str, Value] = {
    "primero": 1,
    "primer": 1,
    "primera": 1,
    "segundo": 2,
    "segunda": 2,
    "tercer": 3,
    "tercero": 3,
    "tercera": 3,
    "cuarto": 4,
    "cuarta": 4,
}

TABLES: dict[str, Mapping[str, Value]] = {
    "weekday": WEEKDAYS,
    "month": MONTHS,
    "unit": UNITS,
    "units": UNITS_PLURAL,
    "numeral": NUMERALS,
    "ordinal": ORDINALS,
    "deictic_day": {"ayer": -1, "hoy": 0, "mañana": 1, "anteayer": -2, "pasado mañana": 2},
    "deictic_night": {"anoche": -1, "esta noche": 0},
    "part": {
        "mañana": "morning",
        "tarde": "afternoon",
        "noche": "night",
        "madrugada": "dawn",
        "amanecer": "dawn",
        "anochecer": "dusk",
        "mediodía": "noon",
        "mediodia": "noon",
        "medianoche": "midnight",
    },
    "bare_part": _one("mediodía", "mediodia", "medianoche"),
    "season_name": {"primavera": "SP", "verano": "SU", "otoño": "FA", "invierno": "WI"},
    "weekend": _one("fin de semana"),
    "year_word": _one("año"),
    "day_word": _one("día", "dia"),
    "quarter_word": _one("trimestre"),
    "now": _one("ahora", "actualmente", "en la actualidad", "ahora mismo"),
    "long_ago": _one("recientemente"),
    "soon": _one("pronto"),
    "last": _one("pasado", "pasada", "último", "última", "últimos", "últimas"),
    "next": _one("próximo", "próxima", "próximos", "próximas"),
    "following": _one("siguiente"),
    "previous": _one("anterior"),
    "behind": _one("pasado", "pasada", "próximo", "próxima", "siguiente", "anterior", "que viene"),
    "this": _one("este", "esta"),
    "that": _one("ese", "esa", "aquel", "aquella"),
    "same": _one("mismo", "misma"),
    "the": _one("el", "la", "los", "las", "al", "del"),
    "a": _one("un", "una"),
    "of": _one("de", "del"),
    "in": _one("en", "por", "durante"),
    "on": _one("el"),
    "at": _one("a las", "a la"),
    "and": _one("y"),
    "or": _one("o"),
    "to": _one("a", "al"),
    "from": _one("desde"),
    "between": _one("entre"),
    "ago_first": _one("hace"),
    "back": _one("antes"),
    "forth": _one("después", "más tarde"),
    "early": _one("principios de", "comienzos de", "inicios de"),
    "mid": _one("mediados de"),
    "late": _one("finales de", "fines de"),
    "approximate": _one("unos", "unas", "cerca de", "alrededor de", "aproximadamente"),
    "nearly": _one("casi"),
    "more_than": _one("más de"),
    "less_than": _one("menos de"),
    "few": {"varios": None, "varias": None, "algunos": None, "algunas": None, "pocos": None, "pocas": None},
    "every": _one("cada", "todos los", "todas las"),
    "meridian": {"am": "am", "pm": "pm"},
    "meridian_dotted": {"a.m": "am", "p.m": "pm"},
    "local": _one("hora local"),
    "hours_word": _one("horas"),
    "since": _one("desde"),
    "before": _one("antes de", "antes del"),
    "until": _one("hasta"),
    "after": _one("después de", "después del", "tras"),
    "will": _one("va a", "van a", "será", "serán", "habrá", "podrá"),
    "to_come": _one("previsto", "prevista", "previstas", "previstos"),
    "past_verb": _one(
        "fue", "fueron", "era", "dijo", "murieron", "murió", "hubo", "tuvo", "estaba", "llegó", "atacaron"
    ),
    "fiscal": _one("fiscal"),
    "entire": _one("entero", "entera"),
    "all": _one("todo", "toda"),
}

SPANISH = TimeLexicon("es", TABLES, frozenset(), frozenset(), frozenset(), ("aron", "ieron", "ó"))
