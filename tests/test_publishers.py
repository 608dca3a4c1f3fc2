"""Publishers, hosts and addresses: names are told where several places agree, hosts by the Public Suffix List, else silence."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publicsuffixlist import PublicSuffixList

from checks.claims import claim
from checks.claims.dates.article import dates_in_path
from checks.claims.echoes import echoes_of
from checks.claims.foot_names import foot_lines
from checks.claims.headlines import parted
from checks.claims.hosts import hosts_of
from checks.claims.places import Places
from checks.claims.publisher_features import Seen, weigh
from checks.claims.publisher_names import found_names
from checks.claims.publisher_words import initials_of
from checks.claims.publishers import REASONS, further, likeliest, publisher
from checks.claims.recurring import furniture_of, names_again
from checks.claims.title_signs import LATE, around_headline, early_signs, late_signs
from checks.claims.titles import find_title, title_candidates
from checks.claims.urls import _suffixes, domain, host, slug, stem, tracking
from checks.claims.weights import ENOUGH, SURE, weights
from checks.model import Agent, Claims, Work
from checks.read import read
from checks.zone import zone

PROSE = (
    "The ferry to the outer islands made its last crossing of the year on Friday evening, because the older of the two boats needs a new engine.",
    "About four hundred people live on the islands, and they will be served by a smaller boat twice a week until the end of March.",
    "Schools on the islands have packed two weeks of lessons into a box for every child who has to stay at home over the winter.",
)
TITLE = "Ferry link to the outer islands closes for the winter"
CHINESE = (
    "港务局周五宣布,通往外岛的渡轮当晚完成了今年最后一次航行,因为两艘渡轮中较旧的一艘需要更换发动机。",
    "岛上约有四百名居民,明年三月底之前将由一艘较小的船每周往返两次,为他们运送粮食、药品和信件。",
)


ARABIC = """الرئيسية | أخبار | رياضة
عودة العبّارة إلى الجزر البعيدة بعد توقف دام ثلاثة أشهر
كتبت: ليلى النجار
الخميس 14 مارس 2024 - 09:30
عادت العبّارة يوم الخميس إلى رحلاتها بين الميناء والجزر البعيدة، بعد توقف دام ثلاثة أشهر بسبب الجليد.
وقال مدير الميناء سامي الخطيب إن نحو أربعمئة شخص يعيشون في الجزر طوال الشتاء، وإن المؤن وصلتهم بالطائرة.
وأضاف أن الرحلات ستكون مرتين في اليوم حتى نهاية الربيع.
"""


def page(*, first: str = TITLE, menu: str = "", below: str = "3 November 2023, 07:15", tail: str = "", foot: str = "") -> str:
    """A page with a title line, a menu, an article and furniture below it."""
    parts = [first, menu, TITLE, below, *PROSE, tail, foot]
    return "\n\n".join(part for part in parts if part) + "\n"


def claims_of(text: str) -> Claims:
    document = read(text.encode(), "article.txt")
    return claim(document, zone(document))


def told(text: str) -> str | None:
    """The publisher's name; None when none is told."""
    found = claims_of(text).publisher
    assert not found.answered or isinstance(found.value, Agent)
    return found.value.name if isinstance(found.value, Agent) else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (page(first=f"{TITLE} | Saltreach Gazette", foot="© 2023 Saltreach Gazette"), "Saltreach Gazette"),
        (page(first=f"{TITLE} - saltreach.example", foot="Contact: desk@saltreach.example"), "saltreach.example"),
        (page(tail="Saltreach Gazette newsletter", foot="Copyright © 2019-2023 Saltreach Gazette Ltd. All rights reserved."), "Saltreach Gazette"),
        (page(foot="Write to news@saltreach.example or advertising@saltreach.example\n\nwww.saltreach.example"), "saltreach.example"),
        (page(first="Saltreach Gazette - The voice of the outer islands", foot="© 2023 Saltreach Gazette"), "Saltreach Gazette"),
        (page(menu="Saltreach Gazette", tail="Saltreach Gazette app\n\n© 2023 Saltreach Gazette. All rights reserved.", foot="\n\n".join(f"Harbour {n}" for n in range(70))), "Saltreach Gazette"),
        (page(foot="Follow us: @saltreach.example"), None),
        (page(), None),
        (ARABIC, None),
        (page(first=f"{TITLE} | by Jonas Aldermoor"), None),
        (page(tail="The harbour from the air (Photo: northbay.example)"), None),
    ],
)  # fmt: skip
def test_a_publisher_is_told_where_the_page_names_it_and_else_nobody(text: str, name: str | None) -> None:
    """Title, copyright line, mail addresses and header; neither a byline in the title nor the host of a photo credit counts."""
    assert told(text) == name


@pytest.mark.parametrize(
    ("top", "below", "name"),
    [
        ("海港在线首页", "版权所有 海港在线", "海港在线"),
        ("海港在线首页 | 新闻 | 财经", "欢迎关注海港在线财经公众号\n\n海港在线财经意见反馈", "海港在线财经"),
        ("首页 | 新闻 | 财经", "扫描二维码关注海港观察官方微信\n\n海港观察意见反馈", "海港观察"),
        ("首页 | 新闻 | 财经", "本文不代表海港观察的观点和立场。", "海港观察"),
        ("海港市人民政府网站\n\n首页 | 新闻", "主办单位：海港市人民政府办公室", "海港市人民政府网站"),
        ("首页 | 新闻 | 财经", "本文不代表本站的观点和立场。", None),
        ("首页 | 新闻 | 财经", "未经海港观察书面授权，不得转载。", "海港观察"),
        ("首页 | 新闻 | 财经", "凡注明“来源：海港观察”的作品，均为本网所有。", "海港观察"),
        ("首页 | 新闻 | 财经", "未经许可，不得转载。", None),
    ],
)
def test_a_chinese_portal_is_named_by_the_forms_of_its_furniture(top: str, below: str, name: str | None) -> None:
    """The way home, own accounts and the desk for complaints, the disclaimer, the site of an organiser; a channel before its portal."""
    assert told(f"{top}\n\n外岛渡轮今年停航\n\n2023-11-03 07:15\n\n{CHINESE[0]}\n\n{CHINESE[1]}\n\n{below}\n") == name


def test_a_claim_shows_every_place_that_speaks_for_it() -> None:
    """Title and copyright line are both evidence, each with its reason."""
    text = page(first=f"{TITLE} | Saltreach Gazette", foot="© 2023 Saltreach Gazette")
    found = claims_of(text).publisher
    assert [text[span.start : span.end] for span in found.evidence] == ["Saltreach Gazette"] * 2
    assert found.evidence[0].start < len(TITLE) + 20 < found.evidence[1].start
    assert {"it ends the page's title", "it stands in the copyright line"} <= set(found.why)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://www.news.saltreach.co.uk/a?b=c.d for more.", [("news.saltreach.co.uk", "saltreach", "web")]),
        ("Mail the.editor@saltreach.example now.", [("saltreach.example", "saltreach", "mail")]),
        (
            "Read it on Salt-Reach.de or saltreach.info.",
            [("Salt-Reach.de", "saltreach", "plain"), ("saltreach.info", "saltreach", "plain")],
        ),
        ("It ended.Then the rain came, z.B. at 12.30 in e.V. or p.m. time.", []),
        ("Share it on www.facebook.com and instagram.com", []),
        (".", []),
        ("a.", []),
        ("a.b", []),
    ],
)
def test_hosts_are_found_where_words_have_dots_in_them(text: str, expected: list[tuple[str, str, str]]) -> None:
    """In addresses, in mail addresses, and alone; not where a space was forgotten."""
    places = Places(read(text.encode(), "x"), zone(read(text.encode(), "x")))
    assert [(one.name, one.owner, one.how) for one in places.hosts] == expected
    assert all(text[one.start : one.end] == one.name for one in places.hosts)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab.@/wW-:é中 \n1", max_size=60))
def test_hosts_stand_where_they_are_said_to_stand(text: str) -> None:
    """Whatever dots and signs a text has."""
    document = read(text.encode(), "x")
    for one in hosts_of(document.text, document.codes):
        assert document.text[one.start : one.end] == one.name
        assert one.owner
        assert not one.name.startswith("www.")


@pytest.mark.parametrize(
    ("host", "registered", "name"),
    [
        ("https://www.saltreach.example/a", "saltreach.example", "saltreach"),
        ("https://desk.news.saltreach.co.uk", "saltreach.co.uk", "saltreach"),
        ("m.saltreach.com.br", "saltreach.com.br", "saltreach"),
        ("www.a.saltreach.gov.cn", "saltreach.gov.cn", "saltreach"),
        ("saltreach.blogspot.com", "saltreach.blogspot.com", "saltreach"),
        ("a.b.saltreach.city.kawasaki.jp", "city.kawasaki.jp", "city"),
        ("news.saltreach.kawasaki.jp", "news.saltreach.kawasaki.jp", "news"),
        ("www.co.uk", "co.uk", "co"),
        ("", "", ""),
    ],
)
def test_a_registered_domain_is_what_the_public_suffix_list_says(host: str, registered: str, name: str) -> None:
    """National second levels, hosts of blogs, wildcards and their exceptions, as the list's own tests have them."""
    assert domain(host) == registered
    assert stem(host) == name


def test_the_public_suffix_list_is_read_only_when_it_is_needed() -> None:
    """A page whose hosts have two labels costs nothing of it, and reading it loads no network module."""
    code = (
        "import sys; from checks.claims.urls import _suffixes, domain\n"
        "domain('https://www.saltreach.example/a'); print(_suffixes.cache_info().currsize)\n"
        "domain('a.saltreach.co.uk'); print(_suffixes.cache_info().currsize, sorted({'ssl', 'urllib.request', 'requests'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split("\n")[:2] == ["0", "1 []"]


SUFFIXES = PublicSuffixList(accept_encoded_idn=False)
RULES = sorted(rule.lstrip("!") for rule in _suffixes() if rule and not rule.startswith("//"))


@given(st.lists(st.sampled_from(["a", "www", "news", "co", "com", "xn--p1ai", "кто", ""]), max_size=3), st.sampled_from(RULES))
def test_a_registered_domain_is_what_the_library_says(before: list[str], rule: str) -> None:
    """Of every rule of the list, whatever stands before it."""
    name = ".".join([*before, rule.replace("*", "b")])
    assert domain(name) == (SUFFIXES.privatesuffix(host(name)) or host(name))


def test_initials_are_those_of_the_words_or_of_all_but_the_last() -> None:
    """`The Outer Islands Courier` may be at toic, oic, oicourier; a single word has none."""
    assert all(initials_of("The Outer Islands Courier", owner) for owner in ("toic", "oic", "toicourier", "oicourier"))
    assert not any(initials_of("The Outer Islands Courier", owner) for owner in ("outer", "courier", "ti", ""))
    assert not initials_of("Courier", "c")
    assert not initials_of("- -", "--")


def test_every_reason_is_a_feature_that_is_weighed() -> None:
    """No words are kept for what nothing gives."""
    assert set(REASONS) <= set(weights("publisher"))


TITLES = [
    "Home", "News > Islands", TITLE, f"{TITLE} | Saltreach Gazette", "By Jonas Aldermoor", "3 November 2023", "Photo: Emil Strand", "saltreach.example - News",
    *PROSE, "外岛渡轮今年停航", "* Ferry", "(Photo/Strand)", "ferry link", "Tide tables:", "",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TITLES), max_size=16))
def test_the_headline_is_the_best_line_though_not_every_line_is_looked_up(lines: list[str]) -> None:
    """Leaving look-ups out where they cannot change the answer gives the answer of all look-ups."""
    document = read("\n".join(lines).encode(), "x")
    places = Places(document, zone(document))
    echoes = echoes_of(places) if places.inked else {}
    around = around_headline(places, echoes)
    assert all(set(late_signs(around, line, text)) <= set(LATE) for line, text in around.lines.items())
    assert all(not set(early_signs(around, line, text)) & set(LATE) for line, text in around.lines.items())
    found = find_title(places)
    table = weights("headline")
    scores = {line: sum(table.get(key, 0.0) for key in keys) for line, keys in title_candidates(places, echoes).items()}
    zoned = places.zones.title
    if scores and not (zoned in echoes and zoned == max(echoes)):
        assert found is not None
        assert scores[found] == pytest.approx(max(scores.values()))


def test_an_address_shows_what_it_says() -> None:
    """The day in its path, the words of its slug, the parameters that track readers; other parameters stay."""
    url = "https://saltreach.example/news/2023/11/03/ferry-link-closes-for-winter-4471.html?page=2&utm_medium=mail&mc_cid=8#gclid=1"
    assert dates_in_path(url) == (date(2023, 11, 3),)
    assert slug(url) == "ferry link closes for winter"
    assert [url[start:end] for start, end in tracking(url)] == ["utm_medium=mail", "mc_cid=8", "gclid=1"]


GERMAN = "https://inselbote.example/artikel/letzte-faehre-dieses-jahres-legt-frueher-ab-4471.html"
ENGLISH = "https://saltreach.example/news/ferry-link-to-outer-islands-closes-for-winter-4471.html"


@pytest.mark.parametrize(
    ("url", "extra", "relation", "disclosed"),
    [
        (ENGLISH, "", "republication", None),
        (GERMAN, "", "translation", False),
        (GERMAN, "Translated by Ines Kallweit", "translation", True),
    ],
)
def test_a_slug_in_another_language_tells_a_translation(url: str, extra: str, relation: str, disclosed: bool | None) -> None:
    """Its words do not stand in the text; whether the page says so is another matter."""
    claims = claims_of(page(tail=f"{extra}\n\nSource: {url}".strip()))
    assert (claims.relation, claims.translation_disclosed) == (relation, disclosed)


def test_the_original_title_is_the_line_that_the_slug_repeats() -> None:
    """Left in the page between the paragraphs, in the other language."""
    url = "https://thuyenbien.example/tin/chuyen-tau-cuoi-tuan-ve-dao-xa.html"
    text = page(tail=f"Source: {url}").replace(
        PROSE[1], f"{PROSE[1]}\n\nChuyến tàu cuối tuần về đảo xa\n\n{PROSE[0]}\n\nBến tàu ở đảo xa vào buổi sáng thứ bảy"
    )
    work = claims_of(text).is_based_on.value
    assert isinstance(work, Work)
    assert (work.headline, work.in_language) == ("Chuyến tàu cuối tuần về đảo xa", "vi")


def test_a_name_is_counted_by_the_different_lines_that_begin_or_end_with_it() -> None:
    """A part of a name is not counted beside the name, and a line that stands twice counts once."""
    furniture = "Saltreach Gazette shop\n\nSaltreach Gazette shop\n\n+ Saltreach Gazette travel\n\nPuzzles from Saltreach Gazette\n\nOffers by Saltreach Gazette"
    document = read(page(menu=furniture).encode(), "article.txt")
    found = names_again(furniture_of(Places(document, zone(document))))
    assert [(one.candidate.name, one.often, one.whole) for one in found.values()] == [("Saltreach Gazette", 4, False)]
    for one in found.values():
        assert document.quote(one.candidate.span) == one.candidate.name


LINES = [
    "Saltreach Gazette", "Saltreach Gazette shop", "About Saltreach Gazette", "Islands", "Islands today", "© 2023 Saltreach Media Group",
    "© Emil Strand", "desk@saltreach.example", "www.northbay.example", f"{TITLE} | Saltreach Gazette", "Northbay - News and views", TITLE, *PROSE,
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=20), st.sampled_from([ENOUGH, SURE, -2.0]))
def test_the_likeliest_name_is_the_best_of_all_though_not_every_one_is_searched_for(lines: list[str], enough: float) -> None:
    """Leaving the search out where it cannot change the answer gives the answer of searching for every name."""
    document = read("\n".join(lines).encode(), "x")
    places = Places(document, zone(document))
    feet, notices = foot_lines(places)
    found = found_names(places, parted(places), feet, notices)
    furniture = furniture_of(places)
    often = names_again(furniture)
    every = further(found, furniture, often)
    seen = Seen(places, parted(places), feet, found)
    every_score = {one.key: weigh(seen.features(one, often)) for one in every}
    best = likeliest(seen, every, often, enough)
    assert (best is None) == (max(every_score.values(), default=enough - 1) < enough)
    assert best is None or best[0] == pytest.approx(max(every_score.values()))


def test_the_features_of_a_name_do_not_depend_on_a_registry() -> None:
    """What is told of a publisher is told by its page: outlets known by name change nothing."""
    assert "outlets" not in Seen.__init__.__annotations__
    text = page(first=f"{TITLE} | Saltreach Gazette", foot="© 2023 Saltreach Gazette")
    document = read(text.encode(), "article.txt")
    assert claim(document, zone(document)).publisher == claims_of(text).publisher


def test_the_language_of_an_article_full_of_code_is_that_of_its_sentences() -> None:
    """Long lines of code tell nothing, whatever letters they have; the sentences between them are shorter, as Chinese ones are."""
    code = "handler.insert_one({ 'finished' : True , 'ts' : datetime.datetime.now() , 'rows' : len(buffer) })"
    lines = ["延迟调用的一个小例子", "2023-11-03", *[part for sentence in CHINESE for part in (sentence, code, code)]]
    assert claims_of("\n\n".join(lines)).in_language.value == "zh-Hans"


def test_a_page_whose_text_is_too_short_is_read_by_its_longest_lines() -> None:
    """A title and a byline alone are an article; the menu's sentences are in its language too."""
    assert claims_of(f"Home\n\n{TITLE}\n\nBy\n\nJonas Aldermoor\n").in_language.value == "en"
    assert claims_of("12:30 / 14\n").in_language.value is None


HOSTILE = [
    "a.bc." * 60_000,
    "ab.cd " * 50_000,
    "海港公众号" * 60_000,
    "未经" * 150_000,
    "注明来源" * 75_000,
    "Newsletter a\n" * 25_000,
    "版权所有" * 75_000,
    "© a.bc\n" * 40_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_looks_for_names_takes_linear_time(text: str) -> None:
    """Four times the length takes about four times the time; measured where it is long enough to measure."""
    took = []
    for part in (text[: len(text) // 4], text):
        document = read(part.encode(), "x")
        places = Places(document, zone(document))
        page_title = parted(places)
        begun = time.process_time()
        publisher(places, page_title)
        took.append(time.process_time() - begun)
    assert took[1] < max(1.0, 10 * took[0])
