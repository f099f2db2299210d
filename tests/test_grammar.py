"""A1111's prompt grammar: its documented cases, what it leaves unsaid, and any text at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import grammar, words
from pipeline.grammar import Fragment, Lora
from tests.judge.judge_grammar import scheduled_words

BREAK = grammar.BREAK


def shown(text: str, steps: int = 10) -> list[tuple[int, str]]:
    return list(grammar.schedule(text, steps))


# The cases that the WebUI documents.
ATTENTION = {
    "normal text": [("normal text", 1.0)],
    "an (important) word": [("an ", 1.0), ("important", 1.1), (" word", 1.0)],
    "(unbalanced": [("unbalanced", 1.1)],
    r"\(literal\]": [("(literal]", 1.0)],
    "(unnecessary)(parens)": [("unnecessaryparens", 1.1)],
    "a (((house:1.3)) [on] a (hill:0.5), sun, (((sky))).": [
        ("a ", 1.0),
        ("house", 1.5730000000000004),
        (" ", 1.1),
        ("on", 1.0),
        (" a ", 1.1),
        ("hill", 0.55),
        (", sun, ", 1.1),
        ("sky", 1.4641000000000006),
        (".", 1.1),
    ],
    # and the rest of its rules
    "((x))": [("x", 1.1 * 1.1)],
    "[x]": [("x", 1 / 1.1)],
    "[x": [("x", 1 / 1.1)],
    "(x:1.3)": [("x", 1.3)],
    "(x: 1.3 )": [("x", 1.3)],
    "(x:-.5)": [("x", -0.5)],
    "(a (b:2):3)": [("a ", 3.0), ("b", 6.0)],
    "[x:1.3)": [("x:1.3)", 1 / 1.1)],
    "x:1.3)": [("x:1.3)", 1.0)],
    "(x:1.3": [("x:1.3", 1.1)],
    "(a:b)": [("a:b", 1.1)],
    "x)": [("x)", 1.0)],
    r"\\": [("\\", 1.0)],
    r"\x": [("x", 1.0)],
    "": [("", 1.0)],
    "()": [("", 1.0)],
    "(a:1.2.3)": [("a:1.2.3", 1.1)],
    "a BREAK b": [("a", 1.0), ("BREAK", -1.0), ("b", 1.0)],
    "(a BREAK b:2)": [("a", 2.0), ("BREAK", -1.0), ("b", 2.0)],
    "BREAKFAST": [("BREAKFAST", 1.0)],
    "BREAK": [("", 1.0), ("BREAK", -1.0), ("", 1.0)],
    "(고양이:1.2)": [("고양이", 1.2)],
}
SCHEDULE = {
    "test": [(10, "test")],
    "a [b:3]": [(3, "a "), (10, "a b")],
    "a [b: 3]": [(3, "a "), (10, "a b")],
    "a [[[b]]:2]": [(2, "a "), (10, "a [[b]]")],
    "[(a:2):3]": [(3, ""), (10, "(a:2)")],
    "a [b : c : 1] d": [(1, "a b  d"), (10, "a  c  d")],
    "a[b:[c:d:2]:1]e": [(1, "abe"), (2, "ace"), (10, "ade")],
    "a [unbalanced": [(10, "a [unbalanced")],
    "a [b:.5] c": [(5, "a  c"), (10, "a b c")],
    "a [{b|d{:.5] c": [(5, "a  c"), (10, "a {b|d{ c")],
    "((a][:b:c [d:3]": [(3, "((a][:b:c "), (10, "((a][:b:c d")],
    "[a|(b:1.1)]": [(step, "a" if step % 2 else "(b:1.1)") for step in range(1, 11)],
    "[fe|]male": [(step, "female" if step % 2 else "male") for step in range(1, 11)],
    "[fe|||]male": [(step, "female" if step % 4 == 1 else "male") for step in range(1, 11)],
    # and the rest of its rules
    "[a::3]": [(3, "a"), (10, "")],
    "[a:b:0.25]": [(2, "a"), (10, "b")],
    "[a:b:1.0]": [(10, "a")],
    "[a:b:30]": [(10, "a")],
    "[a:b:0]": [(10, "b")],
    "[a:b:-1]": [(10, "b")],
    "[a:b]": [(10, "[a:b]")],
    "[a:b:c:3]": [(10, "[a:b:c:3]")],
    "[]": [(10, "[]")],
    "": [(10, "")],
    r"\[a:3\]": [(10, r"\[a:3\]")],
    "[a:3] \\": [(10, "[a:3] \\")],
    "a | b [c:3]": [(10, "a | b [c:3]")],
    "(a [b:3])": [(3, "(a )"), (10, "(a b)")],
    "([a:b] [c:3])": [(3, "([a:b] )"), (10, "([a:b] c)")],
}
TAGS = {
    "<lora:ink>": Lora("ink", 1.0, 1.0),
    "<lora:ink:0.8>": Lora("ink", 0.8, 0.8),
    "<lora:ink:0.8:0.5>": Lora("ink", 0.8, 0.5),
    "<lora:ink:te=0.3:unet=0.9>": Lora("ink", 0.3, 0.9),
    "<lora:ink:unet=0.9>": Lora("ink", 1.0, 0.9),
    "<lora:ink:0.5:unet=0.9>": Lora("ink", 0.5, 0.9),
    "<lora:ink:-1>": Lora("ink", -1.0, -1.0),
    "<lyco:ink:0.8>": Lora("ink", 0.8, 0.8),
    "<lora:my ink v1.2:1>": Lora("my ink v1.2", 1.0, 1.0),
}


@pytest.mark.parametrize("text", ATTENTION)
def test_attention(text):
    assert [tuple(fragment) for fragment in grammar.fragments(text)] == ATTENTION[text]


@pytest.mark.parametrize("text", SCHEDULE)
def test_schedule(text):
    assert shown(text) == SCHEDULE[text]


@pytest.mark.parametrize("tag", TAGS)
def test_lora_tags(tag):
    parsed = grammar.parse(f"a {tag}cat")
    assert parsed.loras == (TAGS[tag],)
    assert parsed.at(1)[0].text == "a cat"
    assert parsed.notices == ()


def test_more_lora_arguments_are_named():
    parsed = grammar.parse("<lora:ink:1:1:4:lbw=FACE>cat")
    assert parsed.loras == (Lora("ink", 1.0, 1.0),)
    assert [notice.key for notice in parsed.notices] == ["grammar.tag_arguments"]


@pytest.mark.parametrize("tag", ["<hypernet:ink:1>", "<lora:ink:much>", "<lora::1>", "<lora:ink:inf>", "<x:y>"])
def test_a_tag_that_cannot_be_obeyed_is_named_and_never_sent(tag):
    parsed = grammar.parse(f"a {tag}cat")
    assert parsed.loras == ()
    assert parsed.at(1)[0].text == "a cat"
    assert [(notice.key, notice.text) for notice in parsed.notices] == [("grammar.tag", tag)]


@pytest.mark.parametrize(
    ("text", "left"),
    [("a # b\nc", "a \nc"), ("# a\nb", "\nb"), ("a\n# b\nc", "a\nc"), ("a", "a"), ("#", "\n"), ("a#b", "a\n")],
)
def test_comments_are_not_sent(text, left):
    assert grammar.strip_comments(text) == left


def test_and_parts_are_weighed():
    parsed = grammar.parse("a cat AND a dog :0.5 AND ANDES:-1.2", 10)
    assert [(part.text, part.weight) for part in parsed.at(1)] == [("a cat", 1.0), (" a dog", 0.5), (" ANDES", -1.2)]


def test_parts_follow_schedules_of_their_own():
    parsed = grammar.parse("[a:b:3] AND [c:d:5]", 10)
    sent = [(span.until, [part.text.strip() for part in span.parts]) for span in parsed.schedule]
    assert sent == [(3, ["a", "c"]), (5, ["b", "c"]), (10, ["b", "d"])]
    assert [part.text.strip() for part in parsed.at(4)] == ["b", "c"]


def test_a_weight_of_the_whole_prompt_is_told():
    parsed = grammar.parse("the train at 12:30")
    assert [(part.text, part.weight) for part in parsed.at(1)] == [("the train at 12", 30.0)]
    assert [notice.key for notice in parsed.notices] == ["grammar.whole_weight"]


def test_a_negative_prompt_is_one_part_and_names_no_lora():
    parsed = grammar.parse("text AND blurry:2 <lora:bad:1>", negative=True)
    assert [(part.text, part.weight) for part in parsed.at(1)] == [("text AND blurry:2 ", 1.0)]
    assert parsed.loras == ()
    assert [notice.key for notice in parsed.notices] == ["grammar.negative_lora"]


@pytest.mark.parametrize(
    ("text", "key", "named", "sent"),
    [
        ("{a|b} cat", "grammar.choice", "{a|b}", "cat"),
        ("{a|{b|c}} cat", "grammar.choice", "{b|c}", "cat"),
        ("__colour__ cat", "grammar.wildcard", "__colour__", "cat"),
        ("cat, (embedding:easynegative:1.2)", "grammar.comfy_embedding", "embedding:easynegative",
         "cat, (easynegative:1.2)"),
        ("cat++", "grammar.compel", "cat++", "cat"),
        ("[cat--:dog:0.5]", "grammar.compel", "cat--", "dog"),
        ("(red cat)1.3, b", "grammar.compel", "(red cat)1.3", "(red cat), b"),
        ("(a), (b)-, c", "grammar.compel", "(b)-", "(a), (b), c"),
        ('("a", "b").and()', "grammar.compel", '("a", "b").and()', '("a", "b")'),
        ("{{best}} cat", "grammar.curly", "{best}", "best cat"),
    ],
)  # fmt: skip
def test_what_only_other_programs_understand_is_named_and_never_sent_as_words(text, key, named, sent):
    parsed = grammar.parse(text)
    assert (key, named) in parsed.notices
    assert parsed.schedule[-1].parts[0].text.strip() == sent
    for language in words.LANGUAGES:
        assert all(named in notice.told(language) for notice in parsed.notices[:1])


def test_a_bar_outside_of_brackets_is_sent_as_a1111_sends_it_and_told():
    parsed = grammar.parse("a | [b:3]")
    assert [notice.key for notice in parsed.notices] == ["grammar.literal"]
    assert parsed.schedule[-1].parts[0].text == "a | [b:3]"


@pytest.mark.parametrize(
    "text",
    ["a cat, street, night", "(a:1.2), [b], well-made", "low-res -- really", "kimchi 2:1 ratio", "a|b", "1+1=2",
     "(semi)-realistic", "miku \\(vocaloid\\)2.0", "snake_case_name", "a -- b"],
)  # fmt: skip
def test_plain_prompts_get_no_notice(text):
    parsed = grammar.parse(text)
    assert parsed.notices == () and parsed.schedule[-1].parts[0].text == text


def test_explain_tells_the_whole():
    told = grammar.explain("a [cat:dog:0.5] (x:1.2) BREAK y <lora:ink:0.5> AND z :0.5", 10)
    assert told["loras"] == [{"name": "ink", "text_encoder": 0.5, "unet": 0.5}]
    assert [span["until"] for span in told["schedule"]] == [5, 10]
    last = told["schedule"][1]
    assert last["fragments"] == [["a dog ", 1.0], ["x", 1.2], ["", 1.0], ["BREAK", -1.0], ["y", 1.0]]
    assert last["parts"] == [
        {"weight": 1.0, "fragments": last["fragments"]},
        {"weight": 0.5, "fragments": [[" z", 1.0]]},
    ]
    assert last["text"] == "a dog (x:1.2) BREAK y AND z :0.5"
    assert told["notices"] == []


@pytest.mark.parametrize(
    "text",
    [
        "(" * 2500,
        "[" * 5000,
        "[a:" * 1600,
        "[" * 1200 + ":3]" * 1200,
        "[|" * 2000 + "]" * 900,
        "{|" * 2500 + "}" * 2500,
        "{" * 2500 + "}" * 2500,
        "(a)+" * 1200,
    ],
)
def test_deep_nesting_neither_crashes_nor_hangs(text):
    assert grammar.parse(text).schedule[-1].until == grammar.STEPS


WORD = st.from_regex(r"[a-z가-힣]{1,6}", fullmatch=True)
MARKS = st.sampled_from([*"()[]:|,# \n\\", " AND ", " BREAK ", ":0.5]", ":1.3)", ":3]", "<lora:ink:1>"])


@given(st.text(max_size=200), st.integers(1, 150))
def test_no_text_breaks_the_grammar(text, steps):
    parsed = grammar.parse(text, steps)
    assert parsed.schedule[-1].until == steps
    assert [span.until for span in parsed.schedule] == sorted({span.until for span in parsed.schedule})
    assert all(len(span.parts) == len(parsed.schedule[0].parts) for span in parsed.schedule)
    assert grammar.parse(text, steps, negative=True).schedule


@given(st.lists(WORD | MARKS, max_size=24))
def test_no_word_is_lost(pieces):
    """Every word that is no comment is sent at some step, unless its change leaves before it comes."""
    text = grammar.take_tags(grammar.strip_comments("".join(pieces)))[0]
    parts = (part for span in grammar.parse("".join(pieces), 150).schedule for part in span.parts)
    sent = " ".join(fragment.text for part in parts for fragment in part.fragments if not fragment.is_break)
    for word in re.findall("[a-z가-힣]+", text):
        assert word in sent or word in scheduled_words(text), word


@given(WORD, st.floats(0.1, 2).map(lambda weight: round(weight, 2)))
def test_a_weight_that_is_written_is_read(word, weight):
    assert grammar.fragments(f"({word}:{weight})") == (Fragment(word, weight),)


@given(st.text(st.characters(exclude_characters="\\()[]{}:|#<_+-\x00", exclude_categories=("Cs",)), max_size=60))
def test_plain_text_stays_as_it_is(text):
    if "BREAK" in text or "AND" in text:
        return
    parsed = grammar.parse(text)
    assert [tuple(fragment) for fragment in parsed.at(1)[0].fragments] == [(text.rstrip(), 1.0)]
