import pytest

from tests.reading import pages
from timeline.reading.furniture import Role, label_paragraphs
from timeline.reading.posts import find_posts

CLAIM = "Helicopters searched the river until dusk, the mayor said on Friday."
AFTER = "The road to the mines is closed, and will be for weeks."


def posts(text):
    return find_posts(text, label_paragraphs(text))


def words(text):
    return [text[post.start : post.end] for post in posts(text)]


def test_it_reads_author_handle_platform_and_date():
    text = f"{CLAIM}\nThe bridge is gone pic.twitter.com/AbC\n— Ada Okoro (@ada_okoro) May 3, 2019\n{AFTER}"
    (post,) = posts(text)
    assert (post.author, post.handle, post.platform) == ("Ada Okoro", "@ada_okoro", "Twitter")
    assert text[post.start : post.end] == "The bridge is gone pic.twitter.com/AbC"
    assert text[post.date_start : post.date_end] == "May 3, 2019"


def test_the_copy_right_before_a_post_stays_copy():
    text = f"{CLAIM}\nThe bridge is gone pic.twitter.com/AbC\n— Ada (@ada) May 3, 2019\n{AFTER}"
    body = [text[p.start : p.end] for p in label_paragraphs(text) if p.role is Role.BODY]
    assert body == [CLAIM, AFTER]


def test_a_post_of_several_lines_is_held_together_by_the_blank_lines_around_it():
    first = words(pages.POSTS)[0]
    assert first.startswith("First clip") and first.endswith("pic.twitter.com/AbCdEf")


def test_lines_that_are_only_links_and_tags_draw_in_the_words_above():
    text = f"{CLAIM}\nThe bridge is gone\n#Kamoto pic.twitter.com/AbC\n— Ada (@ada) May 3, 2019\n{AFTER}"
    assert words(text) == ["The bridge is gone\n#Kamoto pic.twitter.com/AbC"]


def test_a_post_and_its_signature_on_one_line_are_told_apart():
    assert words(pages.POSTS)[1] == "BREAKING: bridge down in #Kamoto https://t.co/abcd"


def test_two_posts_one_after_the_other_are_two():
    one = "The bridge is gone\n— Ada (@ada) May 3, 2019\n"
    assert words(f"{CLAIM}\n{one}{one}{AFTER}") == ["The bridge is gone"] * 2


def test_a_post_known_by_its_link_alone_has_no_author():
    (post,) = posts(f"{CLAIM}\n\nThe bridge is gone pic.twitter.com/AbC\n\n{AFTER}")
    assert (post.author, post.handle, post.platform, post.date_start) == ("", "", "Twitter", post.date_end)


def test_a_shared_post_is_of_instagram():
    (post,) = posts(
        f"{CLAIM}\n\nSuch a view!\n\nA post shared by Kamoto Vibes (@kamotovibes) on May 3, 2019\n\n{AFTER}"
    )
    assert (post.author, post.platform) == ("Kamoto Vibes", "Instagram")


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} He wrote as Ada (@ada) that it was over. {AFTER}",
        f"{CLAIM}\n\nThe mayor — Jean Ilunga — said so on May 3, 2019.",
        f"{CLAIM}\n\nMail: ada@example.org\n\n{AFTER}",
        "— Ada Okoro (@ada) May 3, 2019",
        "",
    ],
)
def test_no_post_is(text):
    assert posts(text) == ()
