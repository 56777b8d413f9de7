"""What a check may read."""

from __future__ import annotations

from math import inf

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.facts import Facts
    from kuaibao_lint.source import Source
    from kuaibao_lint.vocabulary import Vocabulary

# Stands in `Context.text` for characters that are no prose. It is no letter, digit, blank or mark,
# so no pattern for Chinese text matches it, and offsets stay what they are.
MASK = "\ufffc"


class Context(NamedTuple):
    """One bulletin, ready to be checked.

    text: as long as `source.text`, with comments, code and addresses (URL, mail) replaced by MASK.
    until: the reading of `time.process_time` at which the search for packs' expressions gives up.
    """

    source: Source
    text: str
    bulletin: Bulletin
    facts: Facts
    vocabulary: Vocabulary
    until: float = inf
