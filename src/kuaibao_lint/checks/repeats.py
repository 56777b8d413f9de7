"""A character, or a word of two, typed twice."""

from __future__ import annotations

from kuaibao_lint.checks.grams import Pairs, keys, places
from kuaibao_lint.checks.lexicon import SINGLES, begins_word, ends_word, is_han
from kuaibao_lint.checks.names import SURNAMES
from kuaibao_lint.checks.wordlist import NEVER, price
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.vocabulary import Vocabulary

_DOUBLE = pattern(r"([\u4e00-\u9fff])\1")
# A level of government may end one word and begin the next: 全县县委, 各乡乡长.
_LEVELS = frozenset("省市县区乡镇村州盟旗国")
# How many characters a rarer word has.
_SIZES = (2, 3, 4)
# What has a head or members, or something of its own: 道班班长, 车队队员, 改革委委员, 公安局局机关.
# Behind a mark the double is a slip (，县县长).
_UNITS = frozenset("班组队站所厂矿院校园场社局处科股室部店团连营排村乡镇县市区会馆委库")
_OF_UNITS = frozenset("长员机领属务内史容")
# What stands on or in the ground, whose parts are called by it: 3号楼楼道, 青山坝坝顶, 路灯灯杆.
_THINGS = frozenset("楼坝闸塔灯表厂库园树道鱼叶田井泵站窑炉罐棚圈仓柜箱车船墙门渠堤塘池管杆桥屋房")
_PARTS = frozenset(
    "顶道下门室基材杆头箱界板舍服穴面牙病尖龄片檐刹体身底口壁盖座架脚梁柱台层上旁边段岸坡池"
)
# Pairs that no list of words has, with which a word begins behind a unit: 法院院庭长, 政府府院联动.
_BEGINNINGS = frozenset(("院庭", "府院", "级部", "盟务", "地票"))
_DIGITS = frozenset("一二三四五六七八九十两几0123456789")


def repeats(terms: tuple[str, ...] = (), doubles: str = "", verbs: tuple[str, ...] = ()) -> Check:
    """Find characters doubled by a slip: 县人大大, 切实掌掌握, 推进推进.

    terms: words in which no character may be doubled; those of the vocabulary come on top.
    doubles: characters that double by right (人人, 常常, 丽丽).
    verbs: verbs and other words that never stand twice in a row.
    """
    by_right = frozenset(doubles)

    seams: dict[int, list[str]] = {}
    for seam, verb in zip(keys(verb[-1] + verb[0] for verb in verbs), verbs, strict=True):
        seams.setdefault(seam, []).append(verb)
    seam_pairs = Pairs(seams)
    # The index of the vocabulary seen last: a run meets few, each in many files.
    last_seen: list[tuple[Vocabulary, _Words]] = []

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        words = next((one for of, one in [*last_seen] if of is context.vocabulary), None)
        if words is None:
            words = _Words((*terms, *context.vocabulary.listed))
            last_seen[:] = [(context.vocabulary, words)]
        for double in _DOUBLE.finditer(text):
            start, char = double.start(), double[1]
            finding = _in_term(text, start, words[char])
            if finding is None and char not in by_right and _is_slip(text, start):
                finding = _finding(text, start)
            if finding is not None:
                yield finding
        for pair in seam_pairs.of(context):
            yield from _doubled_words(text, seams[pair])

    return check


class _Words(dict[str, list[tuple[str, int]]]):
    """For each character the words in which it stands and where in them, shortest first.

    Found in one long text when it is asked for: a bulletin has few doubles, a vocabulary may have
    20,000 words.
    """

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__()
        self._text = "\n" + "\n".join(words) + "\n"

    def __missing__(self, char: str) -> list[tuple[str, int]]:
        """Return the words that have a character."""
        text, found = self._text, []
        for place in places(text, char):
            start = text.rfind("\n", 0, place) + 1
            found.append((text[start : text.find("\n", place)], place - start))
        found.sort(key=lambda one: (len(one[0]), one))
        self[char] = found
        return found


def _in_term(text: str, start: int, words: Iterable[tuple[str, int]]) -> Finding | None:
    """Return the finding of a double at `start` that makes a right word when it stands once.

    words: those that have the character, and where in them.
    """
    for word, at in words:
        begin, end = start - at, start + len(word) - at + 1
        # The word with its character doubled, wherever the double stands in it.
        if begin < 0 or not text.startswith(word[: at + 1], begin):
            continue
        if text.startswith(word[at:], start + 1) and not _is_chance(text, start, word, at):
            edit = Edit(Span(start, start + 1), "")
            return Finding(Span(begin, end), {"expected": word}, (edit,))
    return None


def _is_chance(text: str, start: int, word: str, at: int) -> bool:
    """Tell whether the double at `start` is the end of one word and the beginning of another."""
    char, before, after = text[start], text[start - 1 : start], text[start + 2 : start + 3]
    if at == len(word) - 1:
        own = begins_word(char + after) or _has_its_own(before, char, after)
        return own or (char in SINGLES and not before) or char in _LEVELS
    if at == 0:
        behind = start > 0 and (ends_word(before + char) or _may_be_called(text, start))
        return behind or char in SINGLES
    return False


def _is_slip(text: str, start: int) -> bool:
    """Tell whether the pair at `start` makes sense only with one of its characters taken away."""
    char, before, after = text[start], text[start - 1 : start], text[start + 2 : start + 3]
    if start == 0:
        before = ""
    if char in (before, after) or before in _DIGITS:
        return False
    # 干干净净, 高高兴兴: two doubles in a row are a figure of speech.
    if before and before == text[start - 2 : start - 1] and start >= 2:
        return False
    if after and after == text[start + 3 : start + 4]:
        return False
    if _has_its_own(before, char, after):
        return False
    left, right = ends_word(before + char), begins_word(char + after)
    if not (left or right) or (not left and _may_be_called(text, start)):
        return False
    alone = char in SINGLES
    if (left or alone) and (right or alone):
        return False
    # 热乎乎, 毛毛雨: the double is of a word.
    if after and price(text[start : start + 3]) < NEVER:
        return False
    if before and price(text[start - 1 : start + 2]) < NEVER:
        return False
    # 推进进企服务: what is left over may be of a rarer word.
    return not (_word_begins(text, start + 1) if left else _word_ends(text, start + 1))


def _has_its_own(before: str, char: str, after: str) -> bool:
    """Tell whether a word behind a unit or a thing begins as that ends: 公安局局机关, 3号楼楼道."""
    if not (is_han(before) or before.isdigit()):
        return False
    members = char in _UNITS and after in _OF_UNITS
    return members or (char in _THINGS and after in _PARTS) or char + after in _BEGINNINGS


def _may_be_called(text: str, start: int) -> bool:
    """Tell whether the pair at `start` may begin with the end of a person's name: 委员刘建建议."""
    before, further = text[start - 1 : start], text[max(0, start - 2) : start - 1]
    return before in SURNAMES and not ends_word(further + before)


def _is_settled(text: str, start: int) -> bool:
    """Tell whether what stands before the pair at `start`, or behind it, is a word without it.

    切实掌掌握; not 龙口冯坡坡顶, where the first may be the end of a name.
    """
    end = start + 2
    if begins_word(text[start + 1 : end + 1]):
        before = text[start - 1 : start] if start else ""
        whole = not is_han(before) or before in SINGLES
        return whole or ends_word(text[max(0, start - 2) : start])
    after = text[end : end + 1]
    return not is_han(after) or after in SINGLES or begins_word(text[end : end + 2])


def _word_begins(text: str, start: int) -> bool:
    """Tell whether any word of the list, however rare, begins here."""
    return any(
        price(text[start : start + size]) < NEVER
        for size in _SIZES
        if start + size <= len(text)
    )


def _word_ends(text: str, end: int) -> bool:
    """Tell whether any word of the list ends here."""
    return any(price(text[end - size : end]) < NEVER for size in _SIZES if size <= end)


def _finding(text: str, start: int) -> Finding:
    """Return the finding of a doubled character, with the word that it was meant to be in."""
    char = text[start]
    if begins_word(char + text[start + 2 : start + 3]):
        span = Span(start, start + 3)
    else:
        span = Span(start - 1, start + 2)
    edit = Edit(Span(start, start + 1), "")
    expected = text[span.start : start] + text[start + 1 : span.end]
    unsure = _may_be_swapped(text, start) or not _is_settled(text, start)
    return Finding(span, {"expected": expected}, (edit,), unsure=unsure)


def _may_be_swapped(text: str, start: int) -> bool:
    """Tell whether neighbours may have changed places: 工业业企 is 工业企业, and not 工业企.

    工业业企业 is not: what stands behind the double is a word as it is.
    """
    char, before, after = text[start], text[start - 1 : start], text[start + 2 : start + 3]
    if begins_word(after + char) and not begins_word(char + after):
        return not begins_word(text[start + 2 : start + 4])
    if ends_word(char + before) and not ends_word(before + char):
        return not ends_word(text[max(0, start - 2) : start])
    return False


def _doubled_words(text: str, verbs: Iterable[str]) -> Iterator[Finding]:
    """Yield verbs that stand twice (推进推进工作)."""
    for verb in verbs:
        for start in places(text, verb + verb):
            end = start + 2 * len(verb)
            # 建设建设银行, 发展发展中国家: the second may be the beginning of a longer name.
            if begins_word(text[end - 1 : end + 1]):
                continue
            span = Span(start, end)
            edit = Edit(Span(start, start + len(verb)), "")
            yield Finding(span, {"expected": verb}, (edit,), unsure=True)
