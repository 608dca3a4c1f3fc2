"""Photo credits as Chinese, Japanese and Korean pages write them: `圖／記者NAME攝`, `（翻攝自NAME）`, `写真＝NAME`, `사진=NAME`."""

from __future__ import annotations

from checks.claims.labels import dense
from checks.claims.names import is_han_name, is_organisation
from checks.patterns import lazily

MARKS = ("攝", "／", "｜", "＝", "提供", "撮影", "资料照", "資料照", "사진", "제공")
"""What a line has that may end in such a credit, beside the marks of other credits."""
_LONGEST = 120
"""Characters of a line that may be a caption though the zones take it for none."""
_TAIL = 60
_EASTERN = r"\u3400-\u9fff\uac00-\ud7a3\u30a0-\u30ff\u3041-\u3096"
_NAME = rf"(?:[{_EASTERN}][{_EASTERN}A-Za-z0-9&]{{1,24}}?|[A-Za-z][A-Za-z0-9&. ]{{1,24}}?)"
_TAKEN = r"(?:翻攝自|翻摄自|翻拍自|擷取自|截自|取自|擷自|引自|來自|来自|翻攝|翻摄)"
_WRITER = r"(?:[\u3400-\u9fff]{0,6}(?:記者|记者|通訊員|通讯员|特派員|攝影師|摄影师|カメラマン))"
_SHOT = r"\s?[/／]?\s?(?:攝影|摄影|撮影|攝|摄)"
_GIVEN = r"\s?[/／]?\s?(?:授權提供|授权提供|提供|供图|供圖|授權|授权|資料照片?|资料照片?|資料圖片?|资料图片?|檔案照片?|제공)"
_LABEL = (
    r"(?:文[/／、・]?)?(?:圖片來源|图片来源|照片來源|照片来源|圖|图|照片|攝影|摄影|写真提供|画像提供|写真|撮影|画像|사진\s?(?:제공|출처)?)(?:[/／、・]?文)?"
    r"\s?[/／｜|：:︰＝=・]\s?"
)
_LEAVE = r"(?:[.,]?\s(?:재판매|무단|DB)[ ,·가-힣A-Z]{0,24})?"
_FILE = r"(?:(?:資料照片?|资料照片?|資料圖片?|资料图片?|檔案照片?|示意圖|示意图)[，,、/／：:\s]{1,2})?"
_LABELLED = lazily(rf"(?:^|[\s（(【\[。，,、▲/／])({_LABEL}){_TAKEN}?{_WRITER}?\s?({_NAME})(?:\s?기자|{_SHOT}|{_GIVEN})?[。.]?[）)】\]]?$")
_DAY = r"(?:[ ，,]{0,2}\d{2,4}年\d{1,2}月\d{1,2}日)?"
_BRACKETED = lazily(
    rf"[（(【\[]{_FILE}(?:{_TAKEN}({_NAME})|{_WRITER}\s?([\u3400-\u9fff·]{{2,12}}){_SHOT}{_DAY}|({_NAME}){_SHOT}{_DAY}"
    rf"|({_NAME}){_GIVEN}{_LEAVE})[）)】\]]。?$"
)
_EQUALS = lazily(rf"[＝=](?:[^＝=、,]{{1,12}}[、,])?({_NAME})(?:撮影|提供)[。)）]?$")
_BEHIND = lazily(rf"[.。]\s({_NAME}(?:\s[가-힣A-Za-z0-9·]{{1,12}}){{0,2}})\s?제공\.?$")
"""Korean `SENTENCE. NAME 제공`."""
_WHOLE = lazily(rf"[▲■]?{_WRITER}\s?([\u3400-\u9fff·]{{2,12}}){_SHOT}")
PICTURES = frozenset(("图片", "图", "圖", "圖片", "照片", "写真", "画像", "题图", "配图", "題圖", "配圖"))
"""Labels that stand before what a picture shows as well as before whose it is."""
_OF_SENTENCES = frozenset("的在中着著了是里裡上下与與和")
_SHORTEST_CAPTION = 7
_NOBODY = ("本", "代表", "筆者", "作者", "當事人", "当事人", "受訪者", "受访者", "讀者", "读者", "網友", "网友", "官方", "資料", "资料")


def east_asian_credit(text: str, *, caption: bool) -> tuple[int, int, str, str] | None:
    """The credit that a line ends in: start, end, label and rule; None when it ends in none."""
    if not caption and len(text) > _LONGEST:
        return None
    shift = max(0, len(text) - _TAIL)
    tail = text[shift:]
    found = _LABELLED.search(tail)
    if found:
        label = found[1].strip(" /／｜|：:︰＝=・")
        if label in PICTURES and is_dense_caption(found[2]):
            return None
        return _credit(text, shift + found.start(2), shift + found.end(2), label)
    found = (
        _BRACKETED.search(tail) or _EQUALS.search(tail) or _BEHIND.search(tail) or (_WHOLE.fullmatch(text) if len(text) <= _TAIL else None)
    )
    if found is None:
        return None
    group = next(n for n in range(1, len(found.groups()) + 1) if found[n])
    return _credit(
        text,
        shift + found.start(group),
        shift + found.end(group),
        tail[found.end(group) : found.end()].strip(" ）)】]。/／").partition(" ")[0],
    )


def is_dense_caption(text: str) -> bool:
    """Whether a text without spaces tells what a picture shows: long, with a small word or syllable of a sentence, and no organisation."""
    if len(text) < _SHORTEST_CAPTION or not dense(text[0]) or is_organisation(text) or not {"/", "／", "&"}.isdisjoint(text):
        return False
    return not _OF_SENTENCES.isdisjoint(text) or any("\u3041" <= c <= "\u309f" for c in text)


def _credit(text: str, start: int, end: int, label: str) -> tuple[int, int, str, str] | None:
    while end > start and text[end - 1] in " .":
        end -= 1
    name = text[start:end]
    if len(name) < 2 or name.startswith(_NOBODY):
        return None
    person = is_han_name(name) or ("\uac00" <= name[0] <= "\ud7a3" and len(name) == _KOREAN)
    return start, end, label, "shot by" if person and dense(name[0]) else "photo label"


_KOREAN = 3
"""Syllables of most Korean names."""
