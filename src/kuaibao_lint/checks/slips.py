"""Slips in the words of official prose: 数局 for 数据, 乡村兴振, 新质产力.

`confusions` and `misprints` guess what was meant; here names and other words that are right are
told from slips.
"""

from __future__ import annotations

from functools import lru_cache, partial

from kuaibao_lint.checks.confusions import Guess, Weights, confusions, odd_places
from kuaibao_lint.checks.misprints import misprints
from kuaibao_lint.checks.names import are_places, is_name
from kuaibao_lint.checks.sayings import ends_clause, is_saying
from kuaibao_lint.checks.strange import strange
from kuaibao_lint.checks.substances import is_counted, is_rare, is_substance
from kuaibao_lint.checks.wordlist import pairs
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

_HAN = pattern("[\u4e00-\u9fff][\u4e00-\u9fff]+")
NUMERALS = frozenset("两几三四五六七八九十百千")
_TIMES = pattern("[十百千万亿余多]*[\u4e00-\u9fff][次计]")
# 泗稻18号: what stands before is a name. Of 文件3号文 and 令3号, nothing is known.
_NUMBERED = pattern("[0-9]{1,4}号(?![文令、至])")
# A quotation no longer than this is a name that somebody made up.
COINED = 6
# Prose has a mark of punctuation before so many characters.
LONGEST_RUN = 150
# How far around it is looked whether a stretch is written again: a bulletin, and no archive.
AROUND = 5_000
# What another guess for the same stretch must be worse by, so that a fix can be made unasked.
RIVAL = 60
# A text is given up where it has had so many odd places, and one for so many characters besides:
# what is odd throughout is no prose, and each place takes a while. Reports of governments have one
# for 800 characters, bulletins with many names one for 40.
ODD_PLACES, ODD_EVERY = 5_000, 20
# How many runs of characters are remembered: bulletins say the same again and again.
REMEMBERED = 1 << 14


def confused_character(
    *,
    needed: int = 115,
    shape: int = 10,
    lone: int = 10,
    fit: int = 15,
    long: int = 10,
    usual: int = 90,
    rare: float = 0.8,
    margin: int = 20,
) -> Check:
    """Find characters that were typed for others which sound or look alike.

    needed: the score of a guess that is reported. It is by how much the right words are likelier,
    in tenths of a natural logarithm, and what follows.
    shape: how much less where the characters only look alike.
    lone: how much more where official prose has neither of the pairs around the printed one.
    fit: how much more where it has both pairs around the guessed one.
    long: how much more where the right word has three characters or more.
    usual, rare: a right word that costs more than `usual` counts so much less for each tenth.
    margin: a fix is offered as sure only where the next best guess is worse by so much, and the
    right word is a term of four characters or more.
    """
    weights = Weights(needed, shape, lone, fit, long, usual, rare, margin)
    guesses = lru_cache(maxsize=REMEMBERED)(partial(_guesses, weights))

    def check(context: Context) -> Iterator[Finding]:
        text, vocabulary = context.text, context.vocabulary
        doubtful = _doubtful(_HAN.findall(text), guesses)
        for match in _HAN.finditer(text) if doubtful else ():
            offset, run = match.start(), match.group()
            last = 0
            for guess in guesses(run).found if run in doubtful else ():
                if guess.at < last or _is_apart(context, offset, offset + len(run)):
                    continue
                changed = range(guess.at, guess.at + max(guess.cut, 1))
                if any(vocabulary.covers(run, at, at + 1) for at in changed):
                    continue
                if _is_right(text, offset, run, guess):
                    continue
                # A slip is seldom made twice; a name is written again and again.
                around = max(0, offset - AROUND), offset + AROUND
                if text.count(run[guess.start : guess.end], *around) > 1:
                    continue
                last = guess.end
                start = offset + guess.at
                edit = Edit(Span(start, start + guess.cut), guess.put)
                span = Span(offset + guess.start, offset + guess.end)
                yield Finding(span, {"expected": guess.word}, (edit,), unsure=not guess.sure)

    return check


class _Guesses(NamedTuple):
    """What is found in a run, and how many of its places are odd."""

    found: tuple[Guess, ...] = ()
    odd: int = 0


_NOTHING = _Guesses()


def _doubtful(runs: Iterable[str], guesses: Callable[[str], _Guesses]) -> set[str]:
    """Return the runs for which there are guesses, up to where a text shows that it is no prose."""
    short = [*dict.fromkeys(runs)]
    if max(map(len, short), default=0) > LONGEST_RUN:
        short = [run for run in short if len(run) <= LONGEST_RUN]
    found = list(map(guesses, short))
    doubtful: set[str] = set()
    room, passed = float(ODD_PLACES), 0
    if found.count(_NOTHING) == len(found):  # as of nearly all
        return doubtful
    for at, one in [(at, one) for at, one in enumerate(found) if one is not _NOTHING]:
        if one.found:
            doubtful.add(short[at])
        room += sum(map(len, short[passed : at + 1])) / ODD_EVERY - one.odd
        passed = at + 1
        if room < 0:
            break
    return doubtful


def _guesses(weights: Weights, run: str) -> _Guesses:
    """Return the guesses for a run in order; of two for one stretch, the better one."""
    signs = strange(run)
    if not signs:
        return _NOTHING
    odd = odd_places(run, signs)
    found = [*confusions(weights, run, odd), *misprints(run, signs)]
    if not found:
        return _Guesses((), len(odd)) if odd else _NOTHING
    kept: list[Guess] = []
    for one in sorted(found, key=lambda one: (-one.score, one.at)):
        rivals = [at for at, other in enumerate(kept) if _meet(one, other)]
        for at in rivals:
            if kept[at].score - one.score < RIVAL:
                kept[at] = kept[at]._replace(sure=False)
        if not rivals:
            kept.append(one._replace(sure=one.sure and not _stutters(run, one)))
    return _Guesses(tuple(sorted(kept, key=lambda one: one.at)), len(odd))


def _meet(one: Guess, other: Guess) -> bool:
    """Tell whether one guess changes what is part of the other."""
    return one.start <= other.at < one.end or other.start <= one.at < other.end


def _stutters(run: str, guess: Guess) -> bool:
    """Tell whether a character would stand twice at an end of the right word: 专工项债券."""
    before, after = run[max(0, guess.start - 1) : guess.start], run[guess.end : guess.end + 1]
    return guess.word[0] == before or guess.word[-1] == after


def _is_apart(context: Context, start: int, end: int) -> bool:
    """Tell whether a run is of the sign-off, or all that stands in quotation marks.

    The first has names of people; the second is a slogan, a pun or a brand.
    """
    signoff, text = context.bulletin.signoff, context.text
    if signoff and signoff.span.start <= start < signoff.span.end:
        return True
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return end - start <= COINED and around in ("“”", "‘’", "「」")


def _counter(text: str, start: int, run: str) -> int:
    """Return where a run's measure word ends, 0 where it has none: 17组次, 3万张次, 按258亩计.

    Any may stand before 次 and 计, and few of these are in a list of words.
    """
    found = _TIMES.match(run) if text[start - 1 : start].isdigit() else None
    return found.end() if found else 0


def _is_right(text: str, start: int, run: str, guess: Guess) -> bool:
    """Tell whether the stretch is odd, and no slip: a name, a saying, what stands by a number."""
    end = start + len(run)
    return (
        guess.start < _counter(text, start, run)
        or _is_measure(run, guess)
        or (guess.end == len(run) and _NUMBERED.match(text, end) is not None)
        or is_name(run, guess, pairs())
        or are_places(text, start, end)
        or is_substance(run, guess)
        or is_counted(run, guess)
        or is_rare(run, guess)
        or ends_clause(run, guess)
        or is_saying(text, start, end)
    )


def _is_measure(run: str, guess: Guess) -> bool:
    """Tell whether what was changed is a measure word that ends a clause: 试烤两炕，…."""
    return guess.at == len(run) - 1 and guess.cut == 1 and run[guess.at - 1] in NUMERALS
