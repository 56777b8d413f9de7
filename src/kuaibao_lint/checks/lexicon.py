"""Common words, as far as a check must know them: which pairs begin a word, and which end one.

Read at the first question only: on clean text most checks never ask.
"""

from __future__ import annotations

from functools import cache

from kuaibao_lint import resources

# Characters that are often words by themselves in official prose, so that one of them between two
# words is nothing strange.
SINGLES = frozenset(
    "的了在是和与及对为将把被从向到以等上下中内外大小多高新老市县区乡镇村组州省国人年月日户个次"
    "家所各全不有也就都这那其此该每一二三四五六七八九十百千万亿两来去要会能可由于并或而之者我你"
    "他们时后前里间站队员部厅局处科室院校点线路桥河山江湖"
)
# Further ones, verbs and adverbs, that stand alone less often; where a wrong report costs most.
LOOSE = SINGLES | frozenset(
    "很最太更还又再已曾正刚才便即既却但如若虽因像比较真美好快慢早晚先后共约近超达占增降减涨"
    "说看想让使给用打抓管建走进起做办送买卖种养收发开停放拿带领请找问答写读听讲谈学教住吃穿成当叫"
    "当至自往随同替按据凭经沿靠需须应该令派调任选推拉提报查改修拆装补换搬运存取付交换接受带离到"
    "人民党军警工农商学医车船水电气路房地田林山粮油菜果牛羊猪鸡鱼书报纸笔钱款物件名号类型式层级"
    "今明昨春夏秋冬东西南北左右旁边外内头尾面端底顶元角分吨斤米亩克升度倍成页章条款项名位届期批"
)


# Characters that are added to a word (正规化), so that they need no word of their own.
SUFFIXES = frozenset("化性率型者员级式力度法品")


def is_han(char: str) -> bool:
    """Tell whether a character is a common Chinese one; none at all is not."""
    return "\u4e00" <= char <= "\u9fff"


@cache
def _table(name: str) -> bytes:
    """Return a table as it stands in its file.

    To split it into lines, or only to decode it, takes longer than all the lookups of a run.
    """
    return resources.read("rules", "terms", name)


def _line(table: bytes, wanted: bytes) -> bytes:
    """Return the line of a sorted table that begins so, found by halves; b"" where none does."""
    low, high = 0, len(table)  # where lines begin
    while low < high:
        middle = (low + high) // 2
        start = max(low, table.rfind(b"\n", low, middle) + 1)
        end = table.find(b"\n", middle) + 1 or len(table)
        if table.startswith(wanted, start):
            return table[start:end]
        if table[start:end] < wanted:
            low = end
        else:
            high = start
    return b""


@cache
def _entry(char: str) -> tuple[str, str]:
    """Return what may follow a character in a word's first pair, and precede it in a last one."""
    line = _line(_table("lexicon.txt"), _utf8(char)).decode().strip()
    after, _, before = line[1:].partition("|")
    return after, before


def _utf8(char: str) -> bytes:
    return char.encode("utf-8", "surrogatepass")


def begins_word(pair: str) -> bool:
    """Tell whether a common word begins with these two characters."""
    return len(pair) == 2 and pair[1] in _entry(pair[0])[0]


def ends_word(pair: str) -> bool:
    """Tell whether a common word ends with these two characters."""
    return len(pair) == 2 and pair[0] in _entry(pair[1])[1]


def straddles(text: str, start: int) -> bool:
    """Tell whether the pair at `start` may be the end of one word and the beginning of the next.

    大会报告 has the pair 会报, but its words are 大会 and 报告.
    """
    first, second = text[start], text[start + 1]
    left = start > 0 and ends_word(text[start - 1 : start + 1])
    right = second in SUFFIXES or begins_word(text[start + 1 : start + 3])
    if left or right:
        return (left or first in LOOSE) and (right or second in LOOSE)
    return first in SINGLES and second in SINGLES


@cache
def _sounds(char: str) -> frozenset[str]:
    """Return the sounds of a character, each the first word of a line in which it stands."""
    if char <= "z":
        return frozenset()
    lines, wanted = _table("sounds.txt").splitlines(), _utf8(char)
    return frozenset(line.partition(b" ")[0].decode() for line in lines if wanted in line)


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two characters are typed alike, tone, 平翘舌 and 前后鼻音 apart."""
    return not _sounds(one).isdisjoint(_sounds(other))


@cache
def _shapes(char: str) -> str:
    """Return the characters that look like one: the rest of the line that it begins."""
    return _line(_table("shapes.txt"), _utf8(char)).decode().strip()[1:]


def look_alike(one: str, other: str) -> bool:
    """Tell whether two characters are taken for each other by shape (楼, 搂)."""
    return other in _shapes(one) or one in _shapes(other)
