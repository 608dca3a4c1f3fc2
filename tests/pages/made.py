"""Articles with known reports for the tests of the pages: written here, zones and claims given, no rule run over them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from checks.model import (
    Agent,
    Claim,
    Claims,
    Confidence,
    DateClaim,
    Document,
    Finding,
    Hit,
    RuleCode,
    Severity,
    Span,
    Status,
    Work,
    Zone,
    Zones,
)
from checks.policy import Policy
from checks.read import read
from checks.report import Report, held, judge
from checks.rules.rule import Article, rule

HIGH = Confidence.HIGH


@rule("NAV901", Severity.ERROR, bad=[], good=[])
def related_headlines(_article: Article) -> Iterable[Hit]:
    """Related headlines were left in the text.

    A list of other articles was saved with this one. A search or a model that reads the file takes their words for part of
    the story.

    To do: cut the marked lines, or ask the supplier to leave the box out when saving pages.
    """
    return ()


@rule("DAT901", Severity.WARNING, bad=[], good=[])
def day_or_month_first(_article: Article) -> Iterable[Hit]:
    """The date can be read in two ways.

    Day and month are both below thirteen, and nothing on the page says which comes first.

    To do: look the article up at the outlet, and put the date into the sidecar.
    """
    return ()


@rule("ENC901", Severity.ERROR, bad=[], good=[])
def damaged_bytes(_article: Article) -> Iterable[Hit]:
    """Bytes stood in the file that its encoding does not allow.

    Nearly everything reads as UTF-8, so these bytes are damage.

    To do: ask the supplier for an undamaged copy.
    """
    return ()


@rule("ENC902", Severity.WARNING, bad=[], good=[])
def invisible_characters(_article: Article) -> Iterable[Hit]:
    """Characters that nobody can see stood in the text.

    They break searches and hide words.

    To do: have them taken out.
    """
    return ()


@rule("SRC901", Severity.INFO, bad=[], good=[])
def no_byline(_article: Article) -> Iterable[Hit]:
    """No author was named.

    Many agencies print no byline; that is no defect.

    To do: nothing, unless this outlet always prints one.
    """
    return ()


@rule("SRC902", Severity.WARNING, bad=[], good=[])
def undisclosed_translation(_article: Article) -> Iterable[Hit]:
    """The article was translated and does not say so.

    The source is in another language.

    To do: say “translated” beside the source.
    """
    return ()


RULES = (related_headlines, day_or_month_first, damaged_bytes, invisible_characters, no_byline, undisclosed_translation)

Line = tuple[str, str]

CHINESE: list[Line] = [
    ("title", "湖东市与海西镇签署渡轮航线合作协议"),
    ("blank", ""),
    ("meta", "16:27 | 07/11/2021"),
    ("blank", ""),
    ("lead", "湖东市与海西镇11月5日签署协议,明年春天起每天开行四班渡轮。"),
    ("caption", "新渡轮停靠在湖东码头。(图:湖东晚报)"),
    ("blank", ""),
    ("body", "湖东市交通局局长林望舒在签字仪式上表示,新航线将把两地之间的行程缩短到四十分钟,票价不超过二十元。她说,居民为此等待了十年。"),
    ("blank", ""),
    ("body", "海西镇镇长周以宁表示,镇里将扩建码头停车场,并为渔民保留早晨的泊位。首批两艘渡轮正在试航,每艘可载客一百八十人。"),
    ("blank", ""),
    ("junk:related-block", "相关新闻"),
    ("junk:related-block", "新闻"),
    ("junk:related-block", "湖东市图书馆延长开放时间"),
    ("junk:related-block", "海西镇举办第三届海鲜节"),
    ("junk:related-block", "老灯塔修缮工程完工"),
]

NORWEGIAN: list[Line] = [
    ("junk:site-header", "Fjordposten - Nyheter fra hele fylket"),
    ("blank", ""),
    ("title", "Kommunen åpner ny ferjekai i Storvik før jul"),
    ("blank", ""),
    ("meta", "KystbladetKystbladet12.11.2025"),
    ("blank", ""),
    ("body", "Den nye ferjekaia i Storvik åpner tre uker før planen. Det opplyste ordfører Ingrid Solheim på et møte mandag kveld."),
    ("blank", ""),
    ("body", "Kaia har kostet 84 millioner kroner og får plass til to ferjer samtidig. Innbyggerne har ventet på den siden 2014."),
    ("blank", ""),
    ("meta", "Kilde: https://kystbladet.example/ferjekai-storvik"),
    ("blank", ""),
    ("junk:comments", "Kommentar (0)"),
    ("junk:comments", "Legg igjen en kommentar!"),
    *[
        ("junk:section-nav", f"{name}")
        for name in ("Sport", "Kultur", "Lokalt", "Vær", "Økonomi", "Debatt", "Bil", "Reise", "Mat", "Helse", "Skole", "Jobb", "Eiendom")
    ],
]

ARABIC: list[Line] = [
    ("title", "بلدية الميناء تفتتح مكتبة عامة جديدة على الواجهة البحرية"),
    ("blank", ""),
    ("meta", "صحيفة الساحل - 3 مارس 2024"),
    ("blank", ""),
    ("body", "افتتحت بلدية الميناء يوم الأحد مكتبة عامة جديدة على الواجهة البحرية، تضم أكثر من أربعين ألف كتاب وقاعة للأطفال."),
    ("blank", ""),
    (
        "body",
        "وقالت مديرة المكتبة سلمى الحداد إن الأبواب ستبقى مفتوحة حتى التاسعة مساء، وإن الدخول مجاني للجميع. وأضافت (بالإنجليزية): «Read more, worry less».",
    ),
    ("blank", ""),
    ("junk:newsletter", "اشترك في نشرتنا البريدية"),
]

THAI: list[Line] = [
    ("title", "เทศบาลท่าเรือเปิดห้องสมุดริมทะเลแห่งใหม่"),
    ("blank", ""),
    ("body", "เทศบาลท่าเรือเปิดห้องสมุดริมทะเลแห่งใหม่เมื่อวันอาทิตย์ มีหนังสือกว่าสี่หมื่นเล่ม และมีห้องสำหรับเด็กเล็ก นายกเทศมนตรีกล่าวว่าชาวเมืองรอคอยมานานสิบปี"),
]

ENGLISH: list[Line] = [
    ("title", "Harbour library opens after ten years of waiting"),
    ("blank", ""),
    ("meta", "The Quay Courier, 3 March 2024. By Nora Lindqvist"),
    ("blank", ""),
    (
        "body",
        "The harbour library opened its doors on Sunday with forty thousand books and a room for small children, ten years after it was promised.",
    ),
    ("blank", ""),
    ("body", "“We counted the days,” said Mira Okafor, who runs the reading circle. The doors stay open until nine in the evening."),
]

HOSTILE: list[Line] = [
    ("title", "<script>alert(1)</script> Mayor \u202e resigns"),
    ("blank", ""),
    ("body", "The council met <img src=x onerror=\"document.title='owned'\"> on Monday & said nothing.</p></div></details><h1>owned</h1>"),
    (
        "body",
        "</script><script>document.title='owned'</script><style>body{display:none}</style> and \u202eevil\u202c went on. javascript:alert(1) {{ 7*7 }} ${7*7}",
    ),
    ("body", "Then a\u200bb, \x1b[31mred\x1b[0m, soft\xadhyphen, \u2066isolated\u2069 and a plain end. <!-- --> ]]> &amp; &#60; \x07"),
    ("junk:ad", '<a href="javascript:alert(2)" style="position:fixed;inset:0">Win a prize</a>'),
]


def zones_of(lines: list[Line]) -> Zones:
    """Zones as given, runs joined over blank lines."""
    runs: list[Zone] = []
    for n, (kind, _) in enumerate(lines):
        if kind == "blank":
            continue
        why = ("short lines without full stops", "it stands after the article") if kind.startswith("junk:") else ()
        if runs and runs[-1].kind == kind:
            runs[-1] = Zone(kind, runs[-1].first, n, why)
        else:
            runs.append(Zone(kind, n, n, why))
    return Zones(tuple(kind for kind, _ in lines), tuple(runs), (), np.zeros(len(lines), np.float32))


def text_of(lines: list[Line]) -> str:
    """The file that has these lines."""
    return "\n".join(text for _, text in lines)


class Maker:
    """Makes a report on lines whose zones are known."""

    def __init__(self, lines: list[Line], name: str, raw: bytes | None = None) -> None:
        self.lines, self.name = lines, name
        self.document: Document = read(text_of(lines).encode() if raw is None else raw, name)

    def at(self, quote: str, nth: int = 0) -> Span:
        """Where some words stand."""
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(quote, start + 1)
        return Span(start, start + len(quote))

    def stated(self, value: str | Agent | Work, *quotes: str, **more: object) -> Claim:
        """A claim printed in the text."""
        return Claim(status=Status.STATED, value=value, confidence=HIGH, evidence=tuple(self.at(q) for q in quotes), **more)  # type: ignore[arg-type]

    def day(self, value: str, quote: str, **more: object) -> DateClaim:
        """A date printed in the text."""
        given = {"status": Status.STATED, "confidence": HIGH, "order": "dmy", "readings": (value,), **more}
        return DateClaim(value=value, text=quote, evidence=(self.at(quote),), **given)  # type: ignore[arg-type]

    def finding(self, code: str, severity: Severity, message: str, *quotes: str, lines: tuple[tuple[int, int], ...] = ()) -> Finding:
        """A finding at some words."""
        return Finding(RuleCode(code), severity, message, tuple(self.at(q) for q in quotes), lines)

    def report(self, claims: Claims, *findings: Finding) -> Report:
        """The report."""
        return judge(self.document, zones_of(self.lines), claims, findings, RULES, Policy())


def chinese(name: str = "wire/zh-ferry.txt") -> Report:
    """A Chinese page with a related block and a date that was resolved by an event."""
    m = Maker(CHINESE, name)
    claims = Claims(
        headline=m.stated("湖东市与海西镇签署渡轮航线合作协议", "湖东市与海西镇签署渡轮航线合作协议"),
        in_language=m.stated("zh", "湖东市"),
        date_published=m.day(
            "2021-11-07",
            "07/11/2021",
            readings=("2021-11-07", "2021-07-11"),
            resolved_by=("body-event",),
            why=("read as 7 November, not 11 July, because the text reports an event of 5 November",),
        ),
        credit_text=(m.stated(Agent("湖东晚报", "Organization", "imgSupplier"), "(图:湖东晚报)", label="图:"),),
        representation_type=Claim(
            status=Status.INFERRED,
            value="full",
            confidence=HIGH,
            evidence=(m.at("每艘可载客一百八十人。"),),
            why=("the last paragraph ends with a full stop",),
        ),
    )
    return m.report(
        claims,
        m.finding("NAV901", Severity.ERROR, "5 lines of related headlines after the article", "相关新闻", lines=((12, 16),)),
        m.finding("DAT901", Severity.WARNING, "07/11/2021 is 7 November or 11 July", "07/11/2021"),
        m.finding("SRC901", Severity.INFO, "no byline was found"),
    )


def norwegian(name: str = "wire/nb-kai.txt") -> Report:
    """A Norwegian page with source and date glued together."""
    m = Maker(NORWEGIAN, name)
    claims = Claims(
        headline=m.stated("Kommunen åpner ny ferjekai i Storvik før jul", "Kommunen åpner ny ferjekai i Storvik før jul"),
        in_language=m.stated("nb", "Den nye ferjekaia"),
        publisher=m.stated(Agent("Fjordposten", "NewsMediaOrganization", "distributor"), "Fjordposten - Nyheter fra hele fylket"),
        is_based_on=m.stated(
            Work(
                url="https://kystbladet.example/ferjekai-storvik",
                publisher=Agent("Kystbladet", "NewsMediaOrganization", "origcont"),
                in_language="nn",
            ),
            "https://kystbladet.example/ferjekai-storvik",
            "Kystbladet",
            label="Kilde:",
        ),
        date_published=m.day(
            "2025-11-12", "12.11.2025", readings=("2025-11-12", "2025-12-11"), resolved_by=("separator", "publisher-territory")
        ),
        relation="translation",
        translation_disclosed=False,
        representation_type=Claim(status=Status.INFERRED, value="full", confidence=HIGH, evidence=(m.at("siden 2014."),)),
    )
    return m.report(
        claims,
        m.finding("NAV901", Severity.WARNING, "2 lines of comments after the article", lines=((13, 14),)),
        m.finding("NAV901", Severity.WARNING, "13 lines of navigation after the article", lines=((15, 27),)),
        m.finding(
            "SRC902", Severity.WARNING, "the source is Nynorsk, the article is Bokmål", "https://kystbladet.example/ferjekai-storvik"
        ),
        m.finding("SRC901", Severity.INFO, "no byline was found"),
    )


def arabic(name: str = "wire/ar-library.txt") -> Report:
    """An Arabic page: right to left, with words of English inside."""
    m = Maker(ARABIC, name)
    claims = Claims(
        headline=m.stated(ARABIC[0][1], ARABIC[0][1]),
        in_language=m.stated("ar", "افتتحت بلدية الميناء"),
        publisher=m.stated(Agent("صحيفة الساحل", "NewsMediaOrganization", "distributor"), "صحيفة الساحل"),
        date_published=m.day("2024-03-03", "3 مارس 2024", order="text"),
    )
    return m.report(claims, m.finding("NAV901", Severity.WARNING, "1 line of newsletter after the article", "اشترك في نشرتنا البريدية"))


def damaged(name: str = "wire/de-encoding.txt") -> Report:
    """A German page with bad bytes and invisible characters."""
    lines: list[Line] = [
        ("title", "Bürgerhaus in Lindenau wird bis März fertig"),
        ("blank", ""),
        (
            "body",
            "Das neue Bürgerhaus wird bis März fertig, sagte Bürgermeisterin Käthe Möller am Montag. Die Kosten blieben „im Rahmen“, fügte sie hinzu.",
        ),
        ("blank", ""),
        (
            "body",
            "Für die Möbel fehlen noch 40 000 Euro. Der Förderverein s\u200bammelt weiter; über 300 Bürgerinnen und Bürger haben schon gespendet.",
        ),
    ]
    raw = text_of(lines).replace("Käthe Möller", "K@the M@ller").encode().replace(b"K@the M@ller", b"K\xe4the M\xf6ller")
    m = Maker(lines, name, raw)
    text = m.document.text
    spots = [n for n, c in enumerate(text) if c == "\ufffd"]
    claims = Claims(
        headline=m.stated(lines[0][1], lines[0][1]),
        in_language=m.stated("de", "Das neue Bürgerhaus"),
        representation_type=Claim(status=Status.INFERRED, value="full", confidence=Confidence.MEDIUM, evidence=(m.at("schon gespendet."),)),
    )
    bad = [
        Finding(RuleCode("ENC901"), Severity.ERROR, f"byte 0x{value:02X} is not UTF-8", (Span(at, at + 1),))
        for at, value in zip(spots, (0xE4, 0xF6), strict=True)
    ]
    return m.report(claims, *bad, m.finding("ENC902", Severity.WARNING, "a zero-width space inside a word", "s\u200bammelt"))


def english(name: str = "wire/en-library.txt") -> Report:
    """An article with which nothing is wrong."""
    m = Maker(ENGLISH, name)
    claims = Claims(
        headline=m.stated(ENGLISH[0][1], ENGLISH[0][1]),
        in_language=m.stated("en", "The harbour library opened"),
        publisher=m.stated(Agent("The Quay Courier", "NewsMediaOrganization", "distributor"), "The Quay Courier"),
        author=(m.stated(Agent("Nora Lindqvist", "Person", "author"), "By Nora Lindqvist", label="By"),),
        date_published=m.day("2024-03-03", "3 March 2024", order="text"),
        representation_type=Claim(status=Status.INFERRED, value="full", confidence=HIGH, evidence=(m.at("nine in the evening."),)),
    )
    return m.report(claims)


def thai(name: str = "wire/th-library.txt") -> Report:
    """A Thai article."""
    m = Maker(THAI, name)
    return m.report(Claims(headline=m.stated(THAI[0][1], THAI[0][1]), in_language=m.stated("th", "เทศบาล")))


def hostile(name: str = "wire/</script><b onx=1>.txt") -> Report:
    """An article that tries to act: markup, script, style, controls."""
    m = Maker(HOSTILE, name)
    claims = Claims(
        headline=m.stated(HOSTILE[0][1], HOSTILE[0][1]),
        in_language=m.stated("en", "The council met"),
        publisher=m.stated(
            Agent("</script><script>document.title='owned'</script>", "NewsMediaOrganization", "distributor"), "</script><script>"
        ),
        is_based_on=m.stated(
            Work(url="javascript:alert(1)", publisher=Agent('"><img src=x onerror=document.title=1>')), "javascript:alert(1)"
        ),
    )
    return m.report(
        claims,
        m.finding("ENC902", Severity.WARNING, "hidden: \u202e <img src=x onerror=document.title='owned'>", "\u202eevil\u202c", "a\u200bb"),
        m.finding(
            "NAV901", Severity.ERROR, "an advertisement </script><script>document.title='owned'</script>", '<a href="javascript:alert(2)"'
        ),
    )


def crashed(name: str = "wire/crash.txt") -> Report:
    """A file on which copydesk itself failed."""
    return held(read(b"Nobody knows what is wrong with this.", name), "copydesk failed on this file: ValueError", Policy())


def delivery() -> list[Report]:
    """One of each, in the order of their names."""
    return sorted(
        (chinese(), norwegian(), arabic(), damaged(), english(), thai(), hostile(), crashed()),
        key=lambda one: one.statement.subject[0].name,
    )
