"""Whose share, rate or average a figure is: answered once all levels of the passage are known."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.claims import complements, joint, measures, phrasings, terms
from kuaibao_lint.facts.claims.asking import fits_by_a_slip
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.model import Alike, Hundred, Share, Total
from kuaibao_lint.facts.claims.shares import as_before, share
from kuaibao_lint.intervals import is_share
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kuaibao_lint.facts.claims.asking import Ask
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level
    from kuaibao_lint.source import Span

_MANY = 3  # shares that agree on their whole, so that one that does not is wrong
_HUNDRED = 100
_ROUNDED = Decimal("0.3")  # what rounding may leave of 100
_LONGEST = 12  # shares in one list: they bound the work, as does
_FEW = 8  # shares whose wholes are compared
_POWER, _AT_HOME = "用电", "居民"
_CALLS = "咨询"  # a kind of calls, of which there are many
_BESIDE = 10  # characters from one rate to the one that denies it
_NEXT = 3  # clauses from a share of the untold to those that may be of it, too
_SURE = 3  # characters of a percentage that fits no level by chance
_BACK = 12  # levels before a share of a whole that goes by another name
_WINDOW = 48  # levels before and behind a share, among which its whole is looked for

_rate_beside = later("facts.claims.peers", "told")
_alike = later("facts.claims.peers", "alike")


def claims(asks: Sequence[Ask], levels: Sequence[Level]) -> list[Claim]:
    """Return what can be answered."""
    found: list[Claim] = []
    shares: list[_Told] = []
    open_: list[tuple[Level, Figure]] = []
    told: list[Figure] = []
    own: dict[int, Figure] = {}
    peers: dict[Span, Figure] = {}
    rates = []
    at = 0
    last: Share | None = None
    strange: Ask | None = None
    for ask in asks:
        while at < len(levels) and levels[at].figure.span < ask.figure.span:
            at += 1
        near = levels[max(0, at - _WINDOW) : at + _WINDOW]
        answer = _ANSWERS[ask.figure.role](ask, near)
        if ask.figure.role == "share":
            found += _sums_of_shares(ask, near, told)
            told.append(ask.figure)
            answer = _not_of_peers(answer, peers) if ask.figure.word else answer
            answer = as_before(ask, last, answer)
            last = answer if isinstance(answer, Share) else last
            strange = _untold(ask, answer) if ask.figure.word else strange
            answer = _not_of_the_untold(ask, answer, strange)
            answer = _with_peer(ask, answer, own)
            if ask.part is not None:
                own.setdefault(ask.part.order, ask.figure)
                peers[ask.part.figure.span] = ask.figure
            if answer is None and ask.part is not None and not _elsewhere(ask.figure):
                open_.append((ask.part, ask.figure))
        if answer is not None:
            found.append(answer)
        if ask.figure.role == "rate" and (rated := _rate_beside(ask.figure, near)):
            rates.append(rated)
        joint_ = isinstance(answer, Share) and answer.together
        joint_ = joint_ or _is_bare(ask.figure)
        if ask.figure.kind == "percent" and not (joint_ or (ask.part and ask.part.group)):
            shares.append(_Told.of(ask, answer))
    found = _without_tasks(found, asks)
    found += _of_printed(found)
    found += _by_their_likes(open_, levels)
    found += _alike(rates) if rates else []
    for run in _runs(shares):
        found += _of_one_whole(run)
        found += _of_only_one(run, levels) or _of_two(run, levels)
    return found


def _of_printed(found: Sequence[Claim]) -> list[Total]:
    """税收收入43287万元，占预算收入65098万元的66.5%；非税收入21811万元，占33.5%: both make it."""
    of: dict[Span, list[Share]] = {}
    for one in found:
        if isinstance(one, Share) and len(one.wholes) == 1 and one.wholes[0].role == "whole":
            of.setdefault(one.wholes[0].span, []).append(one)
    return [
        Total(some[0].wholes[0], [[one.part for one in some]])
        for some in of.values()
        if len(some) > 1
        and len({one.part.base for one in some}) == 1
        and complements.complete([one.part.name for one in some])
    ]


def _is_bare(figure: Figure) -> bool:
    """女性147名（39.4%）: a share alone in its bracket."""
    return figure.enters and not figure.raw and figure.role == "share"


def _without_tasks(found: list[Claim], asks: Sequence[Ask]) -> list[Claim]:
    """其中女性147名（39.4%）、农村133名（35.7%）: shares, where one of the list is one.

    其中城镇完成120户（80.0%）、农村完成340户（95.0%）: of what each had to do.
    """
    groups = {id(ask.figure): id(ask.group) for ask in asks if _is_bare(ask.figure)}
    if not groups:
        return found
    bare = [one for one in found if isinstance(one, Share) and id(one.percent) in groups]
    fitting = {
        groups[id(one.percent)]
        for one in bare
        if any(is_share(one.part.value, w.value, one.percent.value) for w in one.wholes)
    }
    strange = {id(one) for one in bare if groups[id(one.percent)] not in fitting}
    return [one for one in found if id(one) not in strange]


def _with_peer(ask: Ask, answer: Claim | None, own: Mapping[int, Figure]) -> Claim | None:
    """60岁及以上7.2万人，占22.6%，其中65岁及以上5.3万人，占16.8%: of the same whole, or of these.

    own: the shares that were told, by the numbers of their levels.
    """
    group = ask.part.group if ask.part else None
    if group is None or group.view or not isinstance(answer, Share) or ask.figure.word:
        return answer
    whole = group.wholes[0]
    percent = own.get(whole.order)
    if percent is None or percent.sentence != ask.figure.sentence:
        return answer
    if percent.kind != "percent" or whole.figure.base != answer.part.base:
        return answer
    return answer._replace(peer=(whole.figure, percent))


def _not_of_peers(answer: Claim | None, peers: Mapping[Span, Figure]) -> Claim | None:
    """工资915万元，占总支出的68.0%；商品和服务205万元，占总支出的15.3%: of no 915, a share itself.

    peers: the shares that were told, by the places of their parts.
    """
    if not isinstance(answer, Share) or answer.percent.word.startswith("其"):
        return answer
    same = answer.percent.word, answer.percent.sentence
    wholes = []
    for one in answer.wholes:
        share = peers.get(one.span)
        if share is None or (share.word, share.sentence) != same:
            wholes.append(one)
    if len(wholes) == len(answer.wholes):
        return answer
    return answer._replace(wholes=wholes) if wholes else None


def _untold(ask: Ask, answer: Claim | None) -> Ask | None:
    """Return a question to which there is no answer."""
    return ask if answer is None else None


def _not_of_the_untold(ask: Ask, answer: Claim | None, strange: Ask | None) -> Claim | None:
    """甲水库9181万方，占正常库容的75%；乙水库1607万方，占41%: of no more than the first is told of.

    strange: the last share of what was not told.
    """
    percent = ask.figure
    part = strange.part if strange else None
    if strange is None or part is None or not isinstance(answer, Share):
        return answer
    if percent.word or percent.name or percent.parts:
        return answer
    other, first = strange.figure, part.of(answer.part.base)
    apart = percent.sentence != other.sentence or percent.clause - other.clause > _NEXT
    if first is None or apart or percent.clause == other.clause:
        return answer
    own = answer.part
    alike = any(
        is_share(own.value, one.value, percent.value)
        or is_share(first.value, one.value, other.value)
        or fits_by_a_slip(first, one, other)
        for one in answer.wholes
    )
    return answer if alike else None


def _sums_of_shares(ask: Ask, near: Sequence[Level], told: Sequence[Figure]) -> list[Claim]:
    """甲占30%，乙占20%，两项合计占50%."""
    run = joint.several(ask, near)
    claim = joint.together(run, ask.figure, told) if run else None
    claim = claim or joint.counted(ask.figure, told, ask.here)
    return [claim] if claim else []


def _by_their_likes(
    shares: Sequence[tuple[Level, Figure]], levels: Sequence[Level]
) -> list[Claim]:
    """接火警145起。…火灾43起，占火灾总数的29.7%；…56起，占火灾总数的38.6%.

    The whole goes by another name; it is the level of which all these are the shares, but one,
    which is then wrong.
    """
    runs: dict[tuple[str, str], list[tuple[Level, Figure]]] = {}
    for part, percent in shares:
        if percent.word.startswith("其"):
            continue  # 中型…、小型…，分别占其兴利库容的69.7%、60.4%: each of its own
        run = runs.setdefault((percent.word, part.figure.base), [])
        if len(run) < _FEW and len(percent.digits) >= _SURE:
            run.append((part, percent))
    found: list[Claim] = []
    for (_, base), run in runs.items():
        if len(run) < 2:
            continue
        first = run[0][0]
        near = levels[max(0, first.order - _BACK) : first.order]
        wholes = [figure for one in reversed(near) if (figure := one.of(base))]
        whole = max(wholes, key=lambda one: _fitting(one, run), default=None)
        if whole is None or _fitting(whole, run) < max(1, len(run) - 1):
            whole = next((one for one in wholes if _is_slipped(one, run)), None)
        if whole is not None:
            found += [
                Share(part.figure, [whole], percent, sure=False)
                for part, percent in run
                if not _is_of_another(part.figure, percent, whole, wholes)
            ]
    return found


def _fitting(whole: Figure, run: Sequence[tuple[Level, Figure]]) -> int:
    """Return how many shares are of a whole."""
    return sum(is_share(part.figure.value, whole.value, percent.value) for part, percent in run)


def _is_of_another(
    part: Figure, percent: Figure, whole: Figure, told: Sequence[Figure]
) -> bool:
    """新建88公里、安防87公里。新建43公里，占48.9%；安防82公里，占94.3%: each of its own."""
    if is_share(part.value, whole.value, percent.value):
        return False
    return any(is_share(part.value, one.value, percent.value) for one in told)


def _is_slipped(whole: Figure, run: Sequence[tuple[Level, Figure]]) -> bool:
    """全长14.33公里。路基11.94公里，占83.3%；…: a slip in what is called a whole mends all."""
    if len(run) < _MANY - 1 or not terms.IN_ALL.search(whole.raw):
        return False
    if any(part.figure.value.low > whole.value.high for part, _ in run):
        return False
    return any(
        all(is_share(part.figure.value, value, percent.value) for part, percent in run)
        for value in whole.slips()
    )


_ANSWERS: Mapping[str, Callable[[Ask, Sequence[Level]], Claim | None]] = {
    "share": share,
    "rate": later("facts.claims.rates", "rate"),
    "was": later("facts.claims.ratios", "ratio_before"),
    "average": later("facts.claims.averages", "average"),
}


class _Told(NamedTuple):
    """A percentage, whose it is, and the level that it is the share of, where that is told.

    known: its whole was found. fits: it is a share of that.
    """

    percent: Figure
    name: str
    level: Figure | None
    known: bool
    fits: bool

    @classmethod
    def of(cls, ask: Ask, answer: Claim | None) -> _Told:
        """Return what was told with an answer, or without one."""
        figure, part = ask.figure, ask.part
        name = part.figure.name if part else figure.name or figure.word
        wholes = answer.wholes if isinstance(answer, Share) else ()
        fits = part is not None and any(
            is_share(part.figure.value, one.value, figure.value) for one in wholes
        )
        return cls(figure, name, part.figure if part else None, answer is not None, fits)


def _runs(shares: Sequence[_Told]) -> list[list[_Told]]:
    """Return the shares of one whole each, and the rates that deny each other.

    Each goes on with one of the last two runs: shares and rates may take turns.
    """
    runs: list[list[_Told]] = []
    for one in shares:
        percent = one.percent
        if one.level and one.level.parts:
            continue  # 其中65岁以上…，占13.05%: of a part
        run = next((r for r in runs[:-3:-1] if r[0].percent.role == percent.role), None)
        if run is None or len(run) == _LONGEST or not _goes_on(run[0].percent, percent):
            run = []
            runs.append(run)
        run.append(one)
    return runs


def _goes_on(first: Figure, percent: Figure) -> bool:
    if percent.sentence != first.sentence:
        return False
    if percent.role == "share":
        return percent.word in {"", first.word}
    return percent.role != "rate" or _denies(first, percent)


def _is_cut(run: Sequence[_Told], end: int) -> bool:
    """公有、非公、社会组织占比分别为99%、81%和88%: tell whether a list goes on behind its end."""
    behind = run[end].percent if end < len(run) else None
    return behind is not None and behind.each and behind.joined and run[end - 1].percent.each


def _of_one_whole(run: Sequence[_Told]) -> list[Claim]:
    """税收占72%，非税占28%: they make 100 where the names say that these are all.

    男69796人，占51.36%；女66112人，占48.64%: and each level with its share gives the whole, told or
    not.
    """
    found: list[Claim] = []
    start = 0
    closed = False
    for end in range(2, len(run) + 1):
        if _complete(run[start:end]) and not _complete(run[start : end + 1], end - start + 1):
            if not (_leaves_some(run[start:end]) or _is_cut(run, end)):
                found.append(Hundred([one.percent for one in run[start:end]]))
            closed, start = closed or not start, end
    # 受理287件，有效196件。咨询125件，占63.8%；…；其它10件，占5.1%: of the 196, and not of the 287
    other = closed and len(run) > _MANY and not any(one.fits for one in run)
    pairs = [(one.level, one.percent) for one in run if one.level and (other or not one.known)]
    alike = len(pairs) == len(run) and len({level.base for level, _ in pairs}) == 1
    closed = closed or _are_both(run)
    enough = (2 if closed else _MANY) <= len(pairs) <= _FEW
    # 合计58亿元，占全县的87%；其余5个镇9亿元，占13%: of the county, though it was not told
    if _of_each_place(pairs):
        return found
    rest = closed and complements.is_rest(run[-1].name)
    if alike and enough and (rest or not _elsewhere(run[0].percent)):
        found.append(Alike(pairs))
    return found


def _leaves_some(run: Sequence[_Told]) -> bool:
    """咨询占46.03%，投诉占22.41%，求助占12.00%，建议占1.57%: of more kinds than these.

    第一产业占用电量的1.6%，第二产业占68.2%，第三产业占12.2%: the rest is of the people at home.
    """
    added = sum((one.percent.number for one in run), Decimal(0))
    if added > _HUNDRED - _ROUNDED:
        return False
    names = [one.name for one in run]
    if _POWER in run[0].percent.word + names[0] and not any(_AT_HOME in name for name in names):
        return True
    return any(_CALLS in name for name in names) and not complements.is_rest(names[-1])


def _are_both(run: Sequence[_Told]) -> bool:
    """补助收入23.37亿元，占总收入的72.5%；本级收入8.87亿元，占27.5%: two that make 100 are all."""
    if len(run) != 2 or any(one.percent.length < _SURE for one in run):
        return False
    first, second = (one.percent for one in run)
    added = first.number + second.number
    if (not first.word or second.word) and not (first.each and second.each):
        return False
    # 新能源3120辆，占销量的36.4%；燃油5451辆，占63.6%: a slip puts the one out
    return abs(added - 100) <= _ROUNDED / 3 or any(
        (value.low + value.high) / 2 + other.number == 100
        for one, other in ((first, second), (second, first))
        for value in one.slips()
    )


def _of_only_one(run: Sequence[_Told], levels: Sequence[Level]) -> list[Total]:
    """办理建议119件。…A类64件，占53.8%；B类55件，占46.2%: all shares, of what was told once.

    Only where nothing else of that unit was told before them.
    """
    parts = [one.level for one in run if one.level and not one.known]
    added = sum((one.percent.number for one in run), Decimal(0))
    if len(parts) < _MANY or len(parts) < len(run) or abs(added - 100) > _ROUNDED:
        return []
    base = parts[0].base
    before = [one for level in levels if (one := level.of(base)) and one.span < parts[0].span]
    alone = len(before) == 1 and all(one.base == base for one in parts)
    # 对204家开展调查，收回问卷202份。51家增加，占25.2%；…: of the answers
    made = altogether(parts)
    counted = [c.figure for c in levels if c.figure.span < parts[0].span]
    alone = alone and not any(one.amount == made for one in counted if one.base != base)
    return [Total(before[0], [parts])] if alone else []


def _of_two(run: Sequence[_Told], levels: Sequence[Level]) -> list[Claim]:
    """收到提案142件。已落实123件，占87%；计划落实19件，占13%: two shares, of what was told once.

    Two of these say so: they make 100, the parts make up the whole, one of them fits it.
    """
    parts = [one.level for one in run if one.level and not one.known]
    if len(run) != len(parts) or len(parts) != 2 or parts[0].base != parts[1].base:
        return []
    base, percents = parts[0].base, [one.percent for one in run]
    before = [one for level in levels if (one := level.of(base)) and one.span < parts[0].span]
    if len(before) != 1 or parts[0].sentence - before[0].sentence > 1 or percents[0].word:
        return []
    whole, pairs = before[0], list(zip(parts, percents, strict=True))
    fits = any(is_share(part.value, whole.value, percent.value) for part, percent in pairs)
    full = sum(one.number for one in percents) == _HUNDRED
    made = altogether(parts)
    if fits + full + (made == whole.amount) < 2 and not (full and made in whole.slipped()):
        return []
    found: list[Claim] = [Share(part, [whole], percent, sure=False) for part, percent in pairs]
    return [*found, Total(whole, [parts])] if full else found


def _denies(first: Figure, second: Figure) -> bool:
    """合格率98.6%，不合格率1.4%: of one thing, for nothing stands between them."""
    if first.clause != second.clause or second.span.start - first.span.end > _BESIDE:
        return False
    one, other = ("".join(c for c in f.word if c not in "不未非") for f in (first, second))
    return one.endswith(other) or other.endswith(one)


def _complete(run: Sequence[_Told], size: int = 2) -> bool:
    """Tell whether shares are all there are, and as many as that."""
    return len(run) >= size and complements.complete([one.name for one in run])


def _of_each_place(pairs: Sequence[tuple[Figure, Figure]]) -> bool:
    """甲镇受灾1.2万亩，占耕地面积的10%；乙镇受灾2.3万亩，占20%: each of its own."""
    if pairs and pairs[0][1].word.startswith(terms.EACH_ITS_OWN):
        return True
    if not pairs or not pairs[0][1].word or phrasings.WHOLE.fullmatch(pairs[0][1].word):
        return False
    return any(measures.apart(one.raw, pairs[0][0].raw) for one, _ in pairs[1:])


def _elsewhere(percent: Figure) -> bool:
    return terms.ELSEWHERE.fullmatch(percent.word) is not None
