"""Explanations: for every line its kind, how sure the model is, and the three things that weighed most.

A group of features is put to its usual value, the model asked again, and the change of its answer is the weight of that
group (occlusion). It costs a few hundred milliseconds a page, so nothing but `copydesk explain` asks for it.
"""

from __future__ import annotations

import numpy as np

from checks.model import Document
from checks.zone import zone
from checks.zone.features import Rows, groups, rows
from checks.zone.network import Network, network
from checks.zone.parts import JUNK

_SAYS = {
    "length": ("its length is that of a menu entry or a prompt", "its length is that of running text"),
    "characters": ("its mix of characters is that of page furniture", "its mix of letters and punctuation is that of prose"),
    "punctuation": ("it lacks the stops and commas of prose", "it is punctuated like prose"),
    "first character": ("it begins as list entries and controls do", "it begins as sentences do"),
    "last character": ("it does not end as a sentence does", "it ends as a sentence does"),
    "capitals": ("its words are capitalised like a menu or a headline", "its capitals are those of prose"),
    "indentation": ("its indentation is that of a list", "its indentation is that of the text"),
    "gaps": ("blank lines set it off as they do furniture", "blank lines stand around it as around paragraphs"),
    "dates": ("it holds or follows a date as teasers do", "no date marks it as a teaser"),
    "repetition": ("it, or half of it, stands twice in the file", "it stands once in the file"),
    "place": ("furniture stands at this place in a file", "articles stand at this place in a file"),
    "density": ("there is little running text around it", "there is running text around it"),
    "layout": ("it is laid out like the lists of a web page", "it is laid out as the running text is"),
    "topic": ("it shares few words with the text", "it shares telling words with the text"),
    "title": ("it is far from the headline and unlike it", "it fits the headline"),
    "words": ("it speaks to a visitor of a web page", "it does not speak to a visitor of a web page"),
    "phrases": ("it is or begins with a known phrase of web pages", "it holds no known phrase of web pages"),
    "around": ("the lines around it are furniture", "the lines around it are article"),
}
_NEAR = 8


def explain(document: Document) -> list[tuple[int, str, float, tuple[str, ...]]]:
    """Line number from 0, kind, probability of being junk, and up to three reasons; one entry for every non-blank line."""
    net = network()
    zones, seen = zone(document), rows(document.head(), net.guess)
    effects = weigh(seen, net)
    names = (*groups(), "around")
    certain = {line: run.why for run in zones.runs if run.why for line in range(run.first, run.last + 1)}
    out = []
    row_of = {line: row for row, line in enumerate(seen.lines.tolist())}
    for line, kind in enumerate(zones.kinds):
        if kind == "blank":
            continue
        junk = kind.startswith("junk")
        reasons: list[str] = list(certain.get(line, ())) if junk else []
        if line in row_of:
            effect = effects[row_of[line]] * (1 if junk else -1)
            strongest = [place for place in np.argsort(-effect, kind="stable").tolist() if effect[place] > 0]
            reasons += [_SAYS[names[place]][0 if junk else 1] for place in strongest]
        out.append((line, kind, float(zones.junk_share[line]), tuple(dict.fromkeys(reasons))[:3]))
    return out


def weigh(seen: Rows, net: Network) -> np.ndarray:
    """How much each group of features speaks for junk, in log-odds, shape (rows, groups + 1); the last is what stands around."""
    matrix = np.ascontiguousarray(seen.matrix)
    many, reach = len(matrix), sum(net.steps)
    out = np.zeros((many, len(groups()) + 1), np.float32)
    for row in range(many):
        begin, end = max(0, row - reach), min(many, row + reach + 1)
        part, here = matrix[begin:end], row - begin
        full = _odds(net, part, here)
        for place, columns in enumerate(groups().values()):
            changed = part.copy()
            changed[here, columns] = net.usual[columns]
            out[row, place] = full - _odds(net, changed, here)
        changed = part.copy()
        changed[max(0, here - _NEAR) : here + _NEAR + 1] = net.usual
        changed[here] = part[here]
        out[row, -1] = full - _odds(net, changed, here)
    return out


def _odds(net: Network, matrix: np.ndarray, row: int) -> float:
    chance = float(net.chances(matrix)[row, JUNK])
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return float(np.log(chance / (1 - chance)))
