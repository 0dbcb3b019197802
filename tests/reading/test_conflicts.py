import pytest

from tests.reading.accounts_made import account, day, origins
from timeline.reading.claims import Status
from timeline.reading.conflicts import actor_class, find_conflicts

FELL = {"type": "non-state actor overtakes territory", "target": "the city"}


def kinds(*accounts):
    return [c.kind for c in find_conflicts(accounts, origins(accounts))]


def test_a_denial_of_what_another_asserts_is_a_conflict():
    assert kinds(
        account("the city fell", **FELL),
        account("the city did not fall", status=Status.DENIED, voice="Jane Roe", **FELL),
    ) == ["status"]


@pytest.mark.parametrize(
    "other",
    [
        account(
            "a denial of another thing",
            status=Status.DENIED,
            type="non-state actor overtakes territory",
            target="districts",
        ),
        account("the toll is not expected to rise", status=Status.DENIED, **FELL),
        account("they tried to take the city", status=Status.ATTEMPTED, **FELL),
        account("the city fell too", **FELL),
        account("they had not seen the city fall", status=Status.DENIED, voice="residents", **FELL),
        account("the city has not fallen in forty years", status=Status.DENIED, **FELL),
    ],
)
def test_what_denies_nothing_is_none(other):
    assert kinds(account("the city fell", **FELL), other) == []


def test_no_tsunami_is_no_denial_of_the_quake():
    quake = account("a strong quake struck", "natural disaster")
    wave = account("there was no tsunami", "natural disaster", status=Status.DENIED, voice="Jane Roe")
    assert kinds(quake, wave) == []
    assert kinds(account("a tsunami struck", "natural disaster"), wave) == ["status"]


def test_two_doers_of_one_deed_disagree():
    escaped = account("prisoners escaped", "jail break", actor="More than 200 prisoners")
    freed = account("fighters freed prisoners", "jail break", actor="the fighters")
    assert kinds(escaped, freed) == ["actor"]


def test_the_same_class_of_doer_agrees():
    assert kinds(*(account("freed", "jail break", actor=a) for a in ("rebels", "armed militants"))) == []


def test_deeds_that_any_number_may_do_have_no_doer_conflict():
    assert (
        kinds(account("fled", "displacement", actor="soldiers"), account("fled", "displacement", actor="residents"))
        == []
    )


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("government forces", "government"),
        ("Rebel fighters", "fighters"),
        ("the inmates", "prisoners"),
        ("a quake", "nature"),
        ("", ""),
    ],
)
def test_actors_have_classes(actor, expected):
    assert actor_class(account(actor=actor)) == expected


def test_one_conflict_a_kind():
    assert kinds(day(3), day(7), day(9)) == ["time"]


def test_a_part_denied_contradicts_who_names_the_one_that_denies():
    denial = account("it had nothing to do with the raid", status=Status.DENIED, voice="the Coalition")
    assert kinds(denial, account("planes of the Coalition struck the town", "air/drone strike")) == ["status"]
    assert kinds(denial, account("planes struck the town", "air/drone strike")) == []


def test_which_of_the_governments_forces_did_it_is_told_apart():
    army = account("stormed the plane", actor="soldiers of the army")
    assert kinds(army, account("stormed the plane", actor="border police")) == ["actor"]
    assert kinds(army, account("stormed the plane", actor="government forces")) == []


def test_nobody_killed_stands_against_a_toll_in_any_voice():
    toll = account("nine people were killed", "casualties")
    assert kinds(toll, account("Nobody was killed", "casualties", status=Status.DENIED)) == ["status"]
    assert kinds(toll, account("Nobody was hurt", "casualties", status=Status.DENIED)) == []


def test_bare_statements_contradict_only_in_the_same_words():
    live = account("two live grenades lay in the cabin", "statement")
    none = account("no live grenade lay on board", "statement", status=Status.DENIED, voice="Jane Roe")
    assert kinds(live, none) == ["status"]
    assert kinds(live, account("he saw no smoke", "statement", status=Status.DENIED, voice="Jane Roe")) == []


def denial(text, type="statement", **more):
    return account(text, type, status=Status.DENIED, voice="Jane Roe", **more)


TOLL = account("thirty miners were buried", "casualties", article=70, start=0, voice="the union")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TOLL, denial("called the figure an invention", article=70, start=40)),
        (TOLL, denial("and dismissed this as gossip", article=70, start=40)),
        (
            account("a mine shaft collapsed at Oldham", "property destruction"),
            denial("the talk of a collapsed shaft is not true"),
        ),
        (
            account("the harbour was closed at dawn", "closure"),
            account("The harbour was never closed", "closure", status=Status.DENIED),
        ),
        (
            account("rebels broke the truce at dawn", "agreement"),
            denial("the rebels had not violated the truce", "agreement"),
        ),
    ],
)
def test_a_denial_is_of_what_it_names_or_of_what_was_told_right_before(one, other):
    assert kinds(one, other) == ["status"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TOLL, denial("called the figure an invention", article=71, start=40)),  # in another article
        (TOLL, denial("called the figure an invention", article=70, start=900)),  # far below
        (TOLL, denial("called the mayor a liar", article=70, start=40)),
        (
            account("both sides signed a truce", "agreement"),
            denial("the rebels had not violated the truce", "agreement"),
        ),
        (
            account("nine people died in the flood", "casualties"),
            account("many bodies were never found", "bodies found", status=Status.DENIED),
        ),
    ],
)
def test_a_denial_of_something_else_is_none(one, other):
    assert kinds(one, other) == []


def test_each_of_two_parties_says_that_the_other_did_it():
    one = account("Ruritanian guns shelled the pass", voice="Freedonia's army", actor="Ruritanian guns")
    other = account("Freedonian patrols fired on a village", voice="Ruritania")
    assert kinds(one, other) == ["actor"]


@pytest.mark.parametrize(
    "other",
    [
        account("Ruritanian tanks crossed the pass", voice="Freedonia's minister"),  # blames the same
        account("Ruritanian guns answered", voice="Ruritania"),  # speaks of itself
        account("Freedonian patrols fired on a village", voice=""),  # no party to it
    ],
)
def test_who_blames_the_same_or_himself_contradicts_nobody(other):
    one = account("Ruritanian guns shelled the pass", voice="Freedonia's army", actor="Ruritanian guns")
    assert kinds(one, other) == []


def test_a_denial_that_repeats_a_word_of_what_was_told_right_before_is_of_it():
    lost = account("a patrol lost its way in fog", "statement", article=72, start=0, voice="an officer")
    assert kinds(lost, denial("it had no patrol out", article=72, start=60)) == ["status"]
    assert kinds(lost, denial("it had no news", article=72, start=60)) == []


def test_how_things_stand_by_now_is_no_denial_of_what_was():
    freed = account("nine miners were dug out of the shaft", "search and rescue")
    assert kinds(freed, denial("no miners are left in the shaft", "search and rescue")) == []
    assert kinds(freed, denial("no miners were dug out of the shaft", "search and rescue")) == ["status"]


def test_what_is_denied_must_be_what_the_other_tells():
    fell = account("rebels captured the city", **FELL)
    assert kinds(fell, denial("there was no curfew before rebels captured the city", **FELL)) == []
    assert kinds(fell, denial("rebels had not captured the city", **FELL)) == ["status"]
    hurt = account("doctors treated a man with pinpoint pupils", "statement")
    assert kinds(hurt, denial("a man had pinpoint pupils that did not respond to light", "statement")) == []


def test_what_there_was_none_of_needs_no_other_word():
    sirens = account("“All five sirens of the harbour were switched on”", "statement", voice="John Roe")
    assert kinds(sirens, denial("There was no siren", "statement")) == ["status"]
    assert kinds(sirens, denial("he had not slept at the harbour", "statement")) == []


def test_a_denial_in_the_own_voice_counts_where_its_words_call_it_untrue():
    toll = account("two guards were killed", "casualties", voice="John Roe")
    plain = account("reports that a guard was killed are incorrect", "casualties", status=Status.DENIED)
    assert kinds(toll, plain) == ["status"]
    assert kinds(toll, account("the guards were not killed at once", "casualties", status=Status.DENIED)) == []


def test_who_denies_a_part_goes_by_his_name_and_not_by_where_he_is():
    storm = account("gunmen stormed a prison in eastern Ruritania", "attack")
    rebels = account("denied being behind the raid", "attack", status=Status.DENIED, voice="Rebels in Ruritania")
    assert kinds(storm, rebels) == []
    assert kinds(account("rebels stormed a prison in Ruritania", "attack"), rebels) == ["status"]


def test_what_is_denied_in_one_breath_was_told_right_before():
    told = account("the army shelled the town", article=81, start=0, voice="the mayor")
    other = account("the soldiers marched to the river", article=81, start=30, voice="the army")
    assert kinds(told, denial("something the army denies", "statement", article=81, start=28)) == ["status"]
    assert kinds(other, denial("something the army denies", "statement", article=82, start=60)) == []
    charged = account("the guard was charged with murder", "criminal charge", article=83, start=0)
    assert kinds(charged, denial("which he denies", "statement", article=83, start=36)) == []
