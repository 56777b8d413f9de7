"""misplaced."""

from __future__ import annotations

import pytest

from kuaibao_lint.checks.places import misplaced
from kuaibao_lint.context import Context
from kuaibao_lint.document import Bulletin
from kuaibao_lint.facts import Facts
from kuaibao_lint.source import Source
from kuaibao_lint.vocabulary import Vocabulary


def found(text: str) -> list[tuple[str, str]]:
    source = Source("x.md", text)
    bulletin = Bulletin(source, None, (), None, None, ())
    context = Context(source, text, bulletin, Facts(), Vocabulary())
    return [(one.span.of(text), one.values["owner"]) for one in misplaced()(context)]


@pytest.mark.parametrize(
    ("text", "at", "owner"),
    [
        ("赴湖北省张家界考察。", "湖北省张家界", "湖南省"),
        ("赴湖北省张家界市考察。", "湖北省张家界市", "湖南省"),
        ("新乡市兰考县代表发言。", "新乡市兰考县", "河南省"),
        ("河北省封丘县代表发言。", "河北省封丘县", "河南省"),
    ],
)
def test_a_place_under_the_wrong_province_or_city_is_found(text: str, at: str, owner: str) -> None:
    assert found(text) == [(at, owner)]


@pytest.mark.parametrize(
    "text",
    [
        "湖南省张家界市、河南省新乡市延津县、河南省延津县。",
        "北京市朝阳区、辽宁省朝阳市、长春市朝阳区。",  # one name, several places
        "河南省云岭县石桥镇。",  # not in the table
        "郑州市新乡市两地联动。",  # a list, not a place under another
        "全省市县区干部；城市河东区域。",
        "省市",
    ],
)
def test_right_and_unknown_places_are_let_be(text: str) -> None:
    assert found(text) == []
