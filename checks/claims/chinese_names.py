"""Where Chinese portals say who they are: the way back to their home page, their accounts and clients, their disclaimers."""

from __future__ import annotations

from collections import Counter

from checks.claims.labels import dense
from checks.claims.places import Places
from checks.model import Span
from checks.patterns import lazily

Named = tuple[str, Span, str]
"""A name, where it stands, and the kind of the place."""
_HOME = lazily(r"([\u3400-\u9fff]{2,8}|[A-Za-z]{2,20})\Z")
_ACCOUNT = lazily(
    r"(?:原创\s{1,3}(\S{1,30})\s{1,3})?([^\s:：]{2,30})\s{1,3}"
    r"(?:今天|昨天|前天|\d{1,2}天前|\d{1,2}小时前|星期[一二三四五六日]|\d{1,4}[-/月]\d{1,2}\S{0,6})"
)
_NO_NAMES = ("设为", "网站", "返回", "回到", "的", "回", "至")
_OWN = ("公众号", "官方微信", "官方微博", "官方客户端", "官方新闻客户端", "意见反馈", "公眾號", "官方網站")
"""What portals call their own: accounts, clients, the way to write to them."""
_RUN = lazily(r"[\u3400-\u9fffA-Za-z0-9]{2,24}")
_VERBS = ("关注", "安装", "下载", "打开", "扫描", "请", "订阅", "關注")
_ENDINGS = ("微信", "官方", "的", "新闻客户端")
_NOBODY = frozenset(
    ["微信", "官方", "新闻", "本站", "本网", "我们", "用户", "客户", "网站", "留言", "二维码", "手机", "移动", "企业", "微博", "服务"]
)
_SAID = (
    ("不代表", lazily(r"不代表([\u3400-\u9fffA-Za-z]{2,12}?)(?:的?(?:观点|立场|意见|看法))")),
    ("未经", lazily(r"未经([\u3400-\u9fffA-Za-z]{2,12}?)的?(?:书面|正式|明确|事先|授权|许可|允许|同意|协议)")),
    ("注明", lazily(r"注明[“\"'‘]?(?:来源|稿源|来自)[:：为]?\s?[“\"'‘]?([\u3400-\u9fffA-Za-z]{2,12}?)[”\"'’]?的")),
)
"""What portals say of whose opinion an article is not, of whose leave a copy needs, of what is their own."""
_ANYBODY = (
    "本",
    "作者",
    "原作者",
    "我们",
    "平台",
    "官方",
    "版权",
    "著作权",
    "权利人",
    "书面",
    "授权",
    "许可",
    "允许",
    "同意",
    "其他",
    "其它",
)
_MOST = 8


def chinese_names(places: Places) -> list[Named]:
    """The names at these places; of a portal's home page and a channel of it that has an account the channel's."""
    if not places.dense_lines:
        return []
    home, channels = _home(places), _channels(places)
    own = [one for one in channels if home and one[0].startswith(home[0][0])]
    if own:
        return [(name, span, "home") for name, span, _ in _most(own)]
    return home + _most(channels) + _disclaimer(places) + _account(places)


def site_of(owner: str, text: str) -> tuple[str, int] | None:
    """The site that an owner or organiser has by name, where the page names it, with its offset: `NAME网`, `NAME网站`."""
    if owner.endswith(_SITES):
        return owner, -1
    bare = owner.removesuffix("办公厅").removesuffix("办公室")
    for ending in _SITES:
        at = text.find(bare + ending)
        if at >= 0:
            return bare + ending, at
    return None


_SITES = ("门户网站", "官方网站", "网站", "网")


def _most(named: list[Named]) -> list[Named]:
    """Those with the most frequent of some names."""
    counts = Counter(name for name, _, _ in named)
    best = max(counts, key=lambda name: (counts[name], name), default="")
    return [one for one in named if one[0] == best]


def _places_of(text: str, mark: str) -> list[int]:
    """Where a mark stands, the first times."""
    found: list[int] = []
    at = text.find(mark)
    while at >= 0 and len(found) < _MOST:
        found.append(at)
        at = text.find(mark, at + len(mark))
    return found


def _home(places: Places) -> list[Named]:
    """`NAME首页`, the way back to a portal's home page."""
    text = places.document.text
    for at in _places_of(text, "首页"):
        name = _HOME.search(text, max(0, at - 20), at)
        if name:
            start = name.start() + (2 if name[1].startswith(("返回", "回到")) and len(name[1]) > 3 else 0)
            if not text[start:at].endswith(_NO_NAMES) and at - start > 1:
                return [(text[start:at], Span(start, at), "home")]
    return []


def _channels(places: Places) -> list[Named]:
    """`NAME公众号`, `NAME意见反馈`: the names that a page's accounts and clients have, with their places."""
    text = places.document.text
    found: list[Named] = []
    for at in [at for mark in _OWN for at in _places_of(text, mark)]:
        run = _RUN.match(text[max(0, at - 24) : at][::-1])
        start, end = at - (run.end() if run else 0), at
        for verb in _VERBS:
            after = text.rfind(verb, start, end)
            start = after + len(verb) if after >= 0 else start
        for ending in _ENDINGS:
            if text.endswith(ending, start, end):
                end -= len(ending)
        if 2 <= end - start <= 10 and text[start:end] not in _NOBODY:
            found.append((text[start:end], Span(start, end), "channel"))
    return found


def _disclaimer(places: Places) -> list[Named]:
    """`不代表NAME的观点`, `未经NAME许可`, `注明“来源:NAME”的作品`: a portal on what is its own."""
    text = places.document.text
    for mark, form in _SAID:
        for at in _places_of(text, mark):
            found = form.match(text, at)
            if found and not found[1].startswith(_ANYBODY):
                return [(found[1], Span(*found.span(1)), "disclaimer")]
    return []


def _account(places: Places) -> list[Named]:
    """The account that published on a platform, in the line under the headline: `NAME yesterday`."""
    if places.title is None or places.rank[places.title] + 1 >= len(places.inked):
        return []
    line = places.inked[places.rank[places.title] + 1]
    found = _ACCOUNT.fullmatch(places.text(line)) if len(places.text(line)) < 80 else None
    return [(found[2], places.span(line, found.start(2), found.end(2)), "account")] if found and dense(found[2][0]) else []
