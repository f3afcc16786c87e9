"""A text with parameters: what it renders to, what it is equal to, and what cannot break it."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.messages import Joined, Listing, Message, Number, UserText, in_context, plural, render
from sysmap.messages.text import parameters

HOSTILE = ("{n}", "{0}", "{who!r}", "{{", "}", "100%", "%(n)s", "%s", "\\g<0>", "\x04", "⟦x⟧", "")


def test_the_source_stands_where_there_is_no_translation(translate):
    translate("id", {"gap": "kesenjangan", "left empty": ""})
    assert Message("gap").render("id") == "kesenjangan"
    assert Message("gap").render("en") == "gap"
    assert Message("not in it").render("id") == "not in it"
    assert Message("left empty").render("id") == "left empty"


def test_parameters_are_rendered_in_the_language_of_the_text(translate):
    translate("id", {"{n} gaps of {who}: {what}": "{what}: {n} kesenjangan {who}", "shared work": "pekerjaan bersama"})
    text = Message("{n} gaps of {who}: {what}").filled(n=Number(1234), who="Dinas A", what=Message("shared work"))
    assert text.render("en") == "1,234 gaps of Dinas A: shared work"
    assert text.render("id") == "pekerjaan bersama: 1.234 kesenjangan Dinas A"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_shown_as_it_is_whatever_signs_it_holds(name, translate):
    translate("id", {"{who} and {other}": "{other} dan {who}"})
    text = Message("{who} and {other}", who=name, other=name)
    assert text.render("en") == f"{name} and {name}"
    assert text.render("id") == f"{name} dan {name}"
    assert Message("{x}", x=text).render("id") == f"{name} dan {name}"


@given(st.text(), st.text())
def test_no_name_changes_another(one, other):
    assert str(Message("<{one}|{other}>", one=one, other=other)) == f"<{one}|{other}>"


@pytest.mark.parametrize("source", ["100% of it", "%(n)d", "{ en = 'x' }", "a { b", "}{", "{}", "{a b}"])
def test_only_names_in_braces_are_parameters(source):
    assert parameters(source) == frozenset()
    assert str(Message(source)) == source


def test_parameters_come_one_after_the_other_and_the_last_one_counts():
    text = Message("{a} {b}", a="1")
    assert str(text.filled(b="2")) == "1 2"
    assert str(text.filled(a="3", b="4")) == "3 4"
    assert text.filled(c="5") == text, "what the source does not name is left out"
    assert repr(text) == "Message('{a} {b}', a='1')"


def test_a_parameter_may_be_called_source_or_context():
    assert str(Message("{source} and {target}", source="A", target="B")) == "A and B"
    assert str(Message("{context}").filled(context="A")) == "A"


def test_a_missing_parameter_is_an_error():
    with pytest.raises(LookupError, match="no b, c is given"):
        Message("{a} {b} {c}", a="1").render("id")


def test_a_page_may_ask_for_the_open_template(translate):
    translate("id", {"{n} more": "{n} lagi"})
    assert Message("{n} more").template("id") == "{n} lagi"
    assert Message("{n} more").template("en") == "{n} more"


def test_a_translation_that_asks_for_what_nobody_gives_gives_way_to_the_source(translate):
    translate("id", {"{n} gaps": "{jumlah} kesenjangan"})
    assert Message("{n} gaps", n="3").render("id") == "3 gaps"


def test_context_tells_two_meanings_apart(translate):
    translate("id", {("delay", "none"): "tanpa jeda", "none": "tidak ada"})
    assert in_context("delay", "none").render("id") == "tanpa jeda"
    assert Message("none").render("id") == "tidak ada"
    assert in_context("other", "none").render("id") == "none"
    assert in_context("delay", "none") != Message("none")


def test_one_count_has_the_forms_of_the_language(translate):
    translate("id", {}, {("{n} tie", "{n} ties"): ("{n} hubungan",)})
    translate("pl", {}, {("{n} tie", "{n} ties"): ("{n} więź", "{n} więzi", "{n} więzi (wiele)")})
    told = {
        language: [plural("{n} tie", "{n} ties", n).render(language) for n in (0, 1, 2, 5)]
        for language in ("en", "id", "pl")
    }
    assert told["en"] == ["0 ties", "1 tie", "2 ties", "5 ties"]
    assert told["id"] == ["0 hubungan", "1 hubungan", "2 hubungan", "5 hubungan"]
    assert told["pl"][1:] == ["1 więź", "2 więzi", "5 więzi (wiele)"]


def test_the_count_is_n_unless_n_is_given():
    text = plural("{n} of {all} tie", "{n} of {all} ties", 2, all="9")
    assert str(text) == "2 of 9 ties"
    assert str(text.filled(n="two")) == "two of 9 ties"
    assert str(plural("a tie", "ties", 2)) == "ties"


def test_a_plural_may_be_declared_once_and_counted_later():
    loops = plural("{n} loop of {who}", "{n} loops of {who}").filled(who="A")
    assert [str(loops.counted(n)) for n in (1, 2)] == ["1 loop of A", "2 loops of A"]
    assert loops.counted(1) == plural("{n} loop of {who}", "{n} loops of {who}", 1, who="A")


def test_whatever_has_parameters_is_filled(translate):
    translate("id", {"raised by {who}": "dinaikkan {who}"})
    said = Joined((Message("raised by {who}"), "{who}", Number(3)), "; ").filled(who="A", other="B")
    assert (str(said), said.render("id")) == ("raised by A; {who}; 3", "dinaikkan A; {who}; 3")
    assert str(Message("ask {who}").upper_first().filled(who="A")) == "Ask A"
    assert Number(3).filled(who="A") == Number(3)
    sentence = UserText({"en": "{source} mentors {target}", "id": "{source} mendampingi {target}"})
    assert sentence.filled(source="{target}", target="B").render("id") == "{target} mendampingi B"
    assert sentence.template("id") == sentence.render("id") == "{source} mendampingi {target}"


def test_texts_are_values():
    text = Message("{a} {b}", a="1", b=Number(2))
    same = Message("{a} {b}", b=Number(2), a="1")
    assert text == same
    assert hash(text) == hash(same)
    assert {text: "found"}[same] == "found"
    assert text != Message("{a} {b}", a="1", b=Number(3))
    assert plural("a", "b", 1) != Message("a")
    with pytest.raises(AttributeError):
        text.source = "other"
    assert copy.deepcopy(text) == text
    assert pickle.loads(pickle.dumps(text)) == text


def test_a_text_has_a_source():
    with pytest.raises(ValueError, match="source"):
        Message("")
    with pytest.raises(ValueError, match="source"):
        plural("one", "", 2)


def test_letters_change_after_translation(translate):
    translate("id", {"Dependence on the system": "Kebergantungan", "GROW session": "Sesi GROW"})
    label = Message("Dependence on the system")
    assert (str(label.lower()), label.lower().render("id")) == ("dependence on the system", "kebergantungan")
    assert str(Message("GROW session").lower_first()) == "GROW session"
    assert Message("GROW session").lower_first().render("id") == "sesi GROW"
    assert str(Joined((Message("ask A"), Message("then B")), "; ").upper_first()) == "Ask A; then B"


def test_texts_are_joined_and_listed_in_each_language(translate):
    translate("id", {"a goal": "tujuan", "options": "pilihan"})
    parts = (Message("a goal"), Message("options"), "MoU")
    assert Joined(parts, "; ").render("id") == "tujuan; pilihan; MoU"
    assert Listing(parts).render("id") == "tujuan, pilihan, dan MoU"
    assert Listing(parts[:2]).render("id") == "tujuan dan pilihan"
    assert Listing(parts).render("en") == "a goal, options and MoU"
    assert Listing(("{0}", "{1}", "%s")).render("en") == "{0}, {1} and %s"


def test_a_users_word_stands_in_the_language_or_in_english_or_in_any():
    word = UserText({"id": "keagamaan", "en": "faith-based", "jv": ""})
    assert [word.render(language) for language in ("id", "en", "jv", "fr")] == [
        "keagamaan",
        "faith-based",
        "faith-based",
        "faith-based",
    ]
    assert UserText({"id": "agama"}).render("en") == "agama"
    assert UserText("MoU").forms() == ("MoU",)
    assert word.forms() == ("faith-based", "keagamaan")
    assert Message("{kind}", kind=UserText("{n}")).render("id") == "{n}"
    with pytest.raises(ValueError, match="a form"):
        UserText({"en": ""})


def test_the_forms_of_a_text_are_those_of_every_catalogue(translate):
    translate("id", {"government": "pemerintah"})
    translate("jv", {"government": "pamaréntah"})
    translate("en", {"government": "public bodies"})
    assert Message("government").forms() == ("public bodies", "pemerintah", "pamaréntah")
    assert Message("government").written() == ("government",), "what is read does not depend on a catalogue"
    assert UserText({"en": "faith", "id": "agama"}).written() == ("faith", "agama")


def test_whatever_is_no_text_is_shown_as_it_is():
    assert [render(value, "id") for value in ("a{b}", 12, 1.5, None)] == ["a{b}", "12", "1.5", "None"]
