"""Words that, many together, make a text a report of sport, where teams storm, capture and kill without anybody hurt."""

WORDS = frozenset(
    """goal goals striker midfielder midfield goalkeeper defender penalty kick-off half-time full-time stoppage cup league
    season fixture semi-final quarter-final final finals coach team-mate teammates squad innings wicket wickets batsman
    bowler overs try tries scrum fly-half quarterback touchdown inning inning homer pitcher playoff playoffs tournament
    championship champions champion title podium lap laps grand prix rally set sets tie-break seed seeds unseeded
    forehand backhand birdie bogey hat-trick equaliser equalizer winner scored scorer substitute referee umpire halftime
    qualifying knockout standings undefeated derby stadium relegation promotion transfer matchday""".split()
)
STRONG = frozenset(
    """striker midfielder midfield goalkeeper half-time semi-final quarter-final innings wicket wickets batsman bowler
    quarterback touchdown playoff playoffs tie-break hat-trick equaliser equalizer matchday relegation fly-half halftime
    pitcher league cup coach season scored""".split()
)
