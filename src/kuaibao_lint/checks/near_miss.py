"""Names that are one slip away from a name that the publication knows: 王搂镇 for 王楼镇."""

from __future__ import annotations

from kuaibao_lint.checks.grams import Pairs, keys, places
from kuaibao_lint.checks.lexicon import LOOSE, begins_word, ends_word, is_han, sound_alike
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.vocabulary import Vocabulary

# Letters that look alike without sounding alike; each group is typed or scanned for each other.
# fmt: off
_ALIKE = (
    "末未味", "土士", "己已巳", "日曰目", "人入八", "天夫大太", "千干于", "王玉主", "石右后",
    "田由甲申", "木本术", "刀力刃", "乌鸟", "拔拨", "侯候", "戊戌戍", "毛手", "爪瓜", "治冶",
    "沫沬", "洒酒", "泪汩", "洲州", "崇祟", "柬束", "杨扬汤", "桥侨轿骄", "楼搂镂", "林材村",
    "坊访防妨", "场扬杨", "沟钩构购", "河何", "岗冈刚", "坪评", "坡披破", "城诚", "堡保",
    "塘糖搪", "潭谭", "寨塞赛", "庄压", "屯吨", "营宫管", "官宫", "间问闻", "阳阴", "陈阵",
    "陵凌棱", "郊效", "部陪", "镇慎填", "街衔", "道遁", "乡多", "县具", "局居", "办为",
    "检捡验", "察寨", "监临", "财材", "政玫", "务备", "商高", "农衣", "业亚", "林沐", "水永",
    "利和", "交文", "通诵", "住往", "建健键", "卫工", "健建", "审宙", "计汁讨", "统绕",
    "信倍", "访仿", "育盲", "教救", "科料", "技枝", "工土",
)
# fmt: on
_LOOKS: dict[str, frozenset[str]] = {}
for _group in _ALIKE:
    for _char in _group:
        _LOOKS[_char] = _LOOKS.get(_char, frozenset()) | frozenset(_group)


def near_miss(known: tuple[str, ...] = ()) -> Check:
    """Find what is one slip from the name of a unit or section of the publication.

    known: further names that are right although they look like one of these.
    """
    # The index of the vocabulary seen last: a run meets few, each in many files.
    last_seen: list[tuple[Vocabulary, _Index]] = []

    def check(context: Context) -> Iterator[Finding]:
        vocabulary = context.vocabulary
        if not vocabulary.units and not vocabulary.sections:
            return
        text = context.text
        if not last_seen or last_seen[0][0] is not vocabulary:
            last_seen[:] = [(vocabulary, _index(vocabulary))]
        by_pair, pairs, by_char = last_seen[0][1]
        apart = _answered_elsewhere(context)
        candidates = [
            (name, place - shift)
            for pair in pairs.of(context)
            for name, shift in by_pair[pair]
            for place in places(text, name[-2:] if shift else name[:2])
            if not text.startswith(name, place - shift)
        ]
        candidates += [
            (name, place)
            for char, some in by_char.items()
            for place in places(text, char)
            for name in some
            if text[place + 2 : place + 3] == name[2]
        ]
        last = 0
        found = {(start, _slip(text, start, name), name) for name, start in candidates}
        for start, end, name in sorted(found):
            if end > start >= last and not any(one.start <= start < one.end for one in apart):
                if vocabulary.covers(text, start, end) or _in_name(text, start, end, known):
                    continue
                last = end
                span = Span(start, end)
                yield Finding(span, {"near": name}, (Edit(span, name),), unsure=True)

    return check


def _answered_elsewhere(context: Context) -> list[Span]:
    """Return the attributions and headings, which other rules compare with the names."""
    bulletin = context.bulletin
    spans = [item.attribution.span for item in bulletin.items if item.attribution]
    return spans + [part.heading.span for part in bulletin.sections if part.heading]


_Places = dict[int, list[tuple[str, int]]]
_Index = tuple[_Places, Pairs, dict[str, list[str]]]


def _index(vocabulary: Vocabulary) -> _Index:
    """Return the names by the parts that a slip leaves whole: pairs, all pairs, and firsts.

    One slip leaves the first two or the last two characters as they were, but for the middle of
    a name of three, which is looked for by its first character.
    """
    wanted = {form for unit in vocabulary.units for form in unit.forms} | set(vocabulary.sections)
    by_pair: _Places = {}
    by_char: dict[str, list[str]] = {}
    for name in sorted(wanted):
        if len(name) >= 3:
            head, tail = keys((name[:2], name[-2:]))
            by_pair.setdefault(head, []).append((name, 0))
            by_pair.setdefault(tail, []).append((name, len(name) - 2))
            if len(name) >= 5:  # with a character dropped, the end stands one place nearer
                by_pair[tail].append((name, len(name) - 3))
        if len(name) == 3:
            by_char.setdefault(name[0], []).append(name)
    return by_pair, Pairs(by_pair), by_char


def _slip(text: str, start: int, name: str) -> int:
    """Return the end of a form of `name` with one slip at `start`; -1 where there is none."""
    size = len(name)
    if start < 0 or text.startswith(name, start):
        return -1
    window = text[start : start + size]
    # Wherever one slip is, one of the last characters is still near its place.
    if size >= 4 and name[-1] not in window[-2:] and name[-2] not in window[-3:]:
        return -1
    odd = [at for at, pair in enumerate(zip(name, window, strict=False)) if pair[0] != pair[1]]
    if len(window) == size and len(odd) == 1:
        if _is_mistakable(text, start, name, odd[0]):
            return start + size
    elif len(window) == size and size >= 4 and len(odd) == 2:
        first, second = odd
        if second == first + 1 and window[first] + window[second] == name[second] + name[first]:
            return start + size
    if size >= 5 and odd and 0 < odd[0] < size - 1:
        at = odd[0]
        if window[at : size - 1] == name[at + 1 :]:
            return start + size - 1
    return -1


def _is_mistakable(text: str, start: int, name: str, at: int) -> bool:
    """Tell whether the odd character is a slip for the one that the name has at `at`."""
    place = start + at
    char = text[place]
    if not is_han(char):
        return False
    # At the edges it may belong to the words around: 石桥真漂亮 is no 石桥镇.
    if at == 0 and (char in LOOSE or (place > 0 and ends_word(text[place - 1 : place + 1]))):
        return False
    if at == len(name) - 1 and (char in LOOSE or begins_word(text[place : place + 2])):
        return False
    return char in _LOOKS.get(name[at], ()) or sound_alike(char, name[at])


def _in_name(text: str, start: int, end: int, known: tuple[str, ...]) -> bool:
    """Tell whether the stretch is a right name, or part of one."""
    return any(
        text.startswith(name, first)
        for name in known
        for first in range(max(0, end - len(name)), start + 1)
    )
