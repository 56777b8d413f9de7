"""Names of chemicals and medicines, and what slogans count, told from slips.

草甘膦, 替加环素, 三措并举: no usual words, and so many that no list has them all.
"""

from __future__ import annotations

from kuaibao_lint.checks.confusions import CERTAIN
from kuaibao_lint.checks.wordlist import TERM, price
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.checks.confusions import Guess

# Characters of chemical names that hardly any other word has.
CHEMISTRY = frozenset(
    "胺酯酰酮酚醛醚烷烯炔苯腈氰肟肼脲胍羟羧巯羰砜唑嗪啶嘧哒吡啉喹呋噻噁吲哚咪哌嘌呤膦氟氯溴碘苷甾萜蒽萘蒎肽"
)
# How far such a character reaches.
NEAR = 2
# What names of medicines end in; it stands so near behind.
_MEDICINE = pattern(
    "[\u4e00-\u9fff]{0,4}?(?:[环霉菌毒]素|西林|他汀|洛尔|沙坦|普利|单抗|培南|替尼|地平|沙星|头孢|西泮"
    "|昔布|他滨|列汀|列净|列酮|格雷|格列|韦林|司琼|紫杉|[顺卡]铂|膦酸|夫定|诺福|那韦|昔洛|芬净|肝素"
    "|沙班|泊帕|鲁胺)"
)
# 三措并举, 五链协同: what is counted is an abbreviation that somebody made up.
_COUNTED = pattern(
    "[两双三四五六七八九十][\u4e00-\u9fff](?:并[举进抓行重]|联[动治创建调合]|协同|同[步向治建创频心]"
    "|融合|合一|齐[抓发驱聚]|一体|共[治建享进])"
)
# What is rarer than this (see `price`) is hardly ever typed by mistake, as 蹴 and 粳 are, so that
# more must speak for another character.
RAREST = 140


def is_substance(run: str, guess: Guess) -> bool:
    """Tell whether the stretch is part of a chemical's or a medicine's name, and makes no term."""
    if len(guess.word) >= TERM:
        return False
    around = run[max(0, guess.start - NEAR) : guess.end + NEAR]
    return (
        not CHEMISTRY.isdisjoint(around)
        or _MEDICINE.match(run, guess.start) is not None
        or run.endswith("头孢", 0, guess.start)
    )


def is_counted(run: str, guess: Guess) -> bool:
    """Tell whether what was changed is what a slogan counts: 三措并举 is no slip for 举措."""
    return any(found.start() <= guess.at < found.end() for found in _COUNTED.finditer(run))


def is_rare(run: str, guess: Guess) -> bool:
    """Tell whether too little speaks against a character that is seldom typed by mistake."""
    return (
        guess.cut == 1
        and len(guess.put) == 1
        and len(guess.word) < TERM
        and guess.score < CERTAIN
        and price(run[guess.at]) >= RAREST
    )
