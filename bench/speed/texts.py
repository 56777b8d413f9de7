"""The texts that are linted: of a made-up county, the same for the same seed everywhere."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MEGABYTE = 1_000_000
SECTIONS = ("高质量发展", "扩大消费", "乡村振兴", "民生保障", "社会治理", "生态环境")
TOWNS = ("石桥镇", "柳河乡", "云泉街道", "东岭镇", "梨园乡", "望山镇", "松涛街道", "青坪乡")
WORK = (
    "坚持问题导向和目标导向相结合，细化任务清单、责任清单、时限清单，逐项明确牵头领导和具体责任人",
    "组织党员干部、网格员、志愿者走村入户，通过院坝会、板凳会、微信群等方式宣讲政策，听取群众意见建议",
    "建立“周调度、月通报、季评比、年考核”工作机制，对进展缓慢的事项发放提醒函，推动工作落地见效",
    "聚焦重点人群和薄弱环节，全面开展拉网式排查，做到底数清、情况明、台账全，发现问题立行立改",
    "加强部门联动和信息共享，实行“一窗受理、并联办理、限时办结”，切实提高办事效率和群众满意度",
    "邀请农技专家深入田间地头开展现场指导，围绕良种选择、水肥管理、病虫害防治等答疑解惑",
    "统筹整合各类资金，完善道路、管网、照明等配套设施，着力改善生产生活条件，夯实长远发展基础",
    "落实“早发现、早报告、早处置”要求，加密巡查频次，畅通举报渠道，形成群防群治的良好局面",
)
TASKS = ("人居环境整治", "矛盾纠纷化解", "惠企政策落实", "特色产业发展", "困难群众帮扶", "河道清理")


def item(rng: random.Random, bold: bool = True) -> str:  # noqa: FBT001, FBT002 - one bit of dress
    """Return one item: title, what was done, what it came to, who reports it."""
    town, task = rng.choice(TOWNS), rng.choice(TASKS)
    work = "，".join(rng.sample(WORK, 6))
    if rng.random() < 0.3:
        total = rng.randint(2_000, 90_000)
        part = rng.randint(total // 5, total // 2)
        closing = (
            f"截至目前，共投入资金 {total} 万元，其中：财政资金 {part} 万元，"
            f"占投入资金的 {100 * part / total:.1f}%；自筹资金 {total - part} 万元，"
            f"占投入资金的 {100 * (total - part) / total:.1f}%。"
        )
    else:
        closing = (
            f"截至目前，共排查问题{rng.randint(11, 99)}处，完成整改{rng.randint(3, 10)}处，"
            f"惠及群众{rng.randint(100, 9999)}余人。"
        )
    title = f"{town}多措并举抓好{task}"
    return f"{f'**{title}**' if bold else title} {work}。{closing}（{town}）\n\n"


def bulletin(seed: int, size: int = 6_500) -> Iterator[str]:
    """Yield a bulletin of about `size` bytes, piece by piece; the same seed, the same text."""
    rng = random.Random(seed)
    yield f"# 云岭县政务快报\n\n第 {seed % 300 + 1} 期\n\n云岭县人民政府办公室\n\n"
    yield f"2024 年 {seed % 12 + 1} 月 {seed % 28 + 1} 日\n\n"
    room = (size - 600) // len(SECTIONS)
    for number, section in enumerate(SECTIONS):
        written = 0
        yield f"{'##' if number % 3 else '###'} 【{section}】\n\n"
        while written < room - 500:
            piece = item(rng, bold=rng.random() < 0.95)
            written += len(piece.encode())
            yield piece
    yield "---\n\n本期发：县委常委，县人大常委会正副主任，副县长，县政协正副主席，人武部部长，"
    yield "法院院长，检察院检察长，县直各单位负责人，各乡镇政府、街道办事处主要领导。\n\n---\n\n"
    yield "责任编辑：林知远\n\n审核：秦牧之\n\n签发：苏伯衡\n"


def repeated(unit: str, size: int, opening: str = "") -> Iterator[str]:
    """Yield `unit` over and over, up to about `size` bytes."""
    yield opening
    times = size // len(unit.encode())
    block = max(1, 100_000 // len(unit))
    for start in range(0, times, block):
        yield unit * min(block, times - start)


def write(path: Path, pieces: Iterator[str]) -> Path:
    """Write a text as it comes, so that this process stays small (see `measure`)."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(pieces)
    return path


def make_inputs(folder: Path, only: Sequence[str]) -> dict[str, list[str]]:
    """Write the files to be linted; return their names for each input."""
    inputs: dict[str, list[str]] = {}
    if "one" in only:
        inputs["one"] = [write(folder / "one.md", bulletin(20)).name]
    if "many" in only:
        names = [write(folder / f"m{n:04}.md", bulletin(n)).name for n in range(1000)]
        inputs["many"] = names
    if "big" in only:
        inputs["big"] = [write(folder / "big.md", bulletin(7, 10 * MEGABYTE)).name]
    return inputs
