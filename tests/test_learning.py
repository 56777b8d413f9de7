"""learn: past issues → a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuaibao_lint.learning import in_order, learn
from kuaibao_lint.packs import check_packs
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source
from kuaibao_lint.yamlfile import load

if TYPE_CHECKING:
    from pathlib import Path

    from kuaibao_lint.document import Bulletin


def issue(*sections: str, title: str = "云岭县政务快报", unit: str = "石桥镇") -> Bulletin:
    parts = "\n\n".join(
        f"## 【{name}】\n\n**石桥镇开展整治** 推行“石桥议事会”做法。（{unit}）" for name in sections
    )
    text = f"# {title}\n\n第 8 期\n\n{parts}\n\n---\n\n审核：林知远\n\n签发：秦牧之\n"
    return parse(Source("x.md", text))


def test_sections_units_roles_and_terms_are_counted() -> None:
    profile = learn([issue("乡村振兴", "民生保障"), issue("乡村振兴", unit="云岭县石桥镇")], "yun")
    got = load(profile).value
    assert got["pack"] == "yun"
    assert got["applies_to"] == "^云岭县政务快报"
    words = got["vocabulary"]
    assert words["place"] == "云岭县"
    assert words["sections"] == ["乡村振兴", "民生保障"]
    assert words["units"] == [{"name": "石桥镇", "aliases": ["云岭县石桥镇"]}]
    assert words["roles"] == ["审核", "签发"]
    assert words["terms"] == ["石桥议事会"]
    assert "# 林知远 2" in profile


def test_a_profile_is_a_pack_that_is_accepted() -> None:
    profile = learn([issue("乡村振兴"), issue("“一改双优”: 'x' #")], "yun")
    (pack,) = check_packs([("yun.yaml", profile)]).values()
    assert pack["title"] == "云岭县政务快报"


def test_names_with_marks_that_end_a_line_or_no_yaml_may_hold_stay_names() -> None:
    name = "乡村\x1b振兴\u2028x: y"
    text = f"# 云岭县政务快报\n\n第 8 期\n\n## 【{name}】\n\n**题** 文。（石桥镇）\n\n---\n\n"
    one = parse(Source("x.md", text + "审核：林\u2028x: y\x1b\n"))
    got = load(learn([one, one], "yun\x1b")).value
    assert got["pack"] == "yun\x1b"
    assert got["vocabulary"]["sections"] == [name]
    assert set(got) == {"pack", "title", "extends", "applies_to", "vocabulary"}


def test_an_order_that_issues_do_not_keep_is_not_asked_for() -> None:
    profile = learn([issue("乡村振兴", "民生保障"), issue("民生保障", "乡村振兴")], "yun")
    assert load(profile).value["overrides"] == {"KB101": {"enabled": False}}


@pytest.mark.parametrize("titles", [("云岭县政务快报", "南河县政务快报"), ("", "")])
def test_issues_of_two_publications_or_none_are_refused(titles: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="应为同一刊物"):
        learn([issue("乡村振兴", title=title) for title in titles], "yun")


def test_order_is_the_usual_one() -> None:
    assert in_order([["甲", "乙", "丙"], ["甲", "丙"], ["乙", "丙"]]) == ["甲", "乙", "丙"]


def test_init_from_an_archive_gives_a_profile_under_which_it_is_clean(
    examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess
    import sys

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_bytes((examples / "clean.md").read_bytes())
    run = [sys.executable, "-m", "kuaibao_lint"]
    subprocess.run([*run, "init", "--from", "a.md"], check=True, capture_output=True)
    done = subprocess.run([*run, "a.md", "--format", "json"], capture_output=True, check=True)
    assert '"profile": "kuaibao-profile"' in done.stdout.decode()
    command = [*run, "test", "kuaibao-profile.yaml"]
    tested = subprocess.run(command, capture_output=True, check=False)
    assert tested.returncode == 0
    command = [*run, "init", "--from", "a.md"]
    again = subprocess.run(command, capture_output=True, check=False)
    assert again.returncode == 2


def test_a_short_form_is_an_alias_where_only_one_unit_can_be_meant() -> None:
    long, short = "科技和工业信息化局", "科工局"
    units = [long, short, short, "教育局", "教育体育局", "教育督导局", "林业局"]
    got = load(learn([issue("乡村振兴", unit=unit) for unit in units], "yun")).value
    assert got["vocabulary"]["units"] == [
        {"name": short, "aliases": [long]},
        "教育体育局",
        "教育局",
        "教育督导局",
        "林业局",
    ]
