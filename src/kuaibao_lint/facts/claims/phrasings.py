"""The wordings that give a number its role: a line each, and the first that fits speaks.

They are tried on the words between the last mark and the number (同比增长 before 8.2%), blanks left
out, windows of time as `T`, and 预算 within the name of an account (一般公共预算收入) hidden. A
wording is searched for, so one that is not tied to the end with `$` must be bounded.

Groups: `own`: whose share or change it is. `whole`: what a share is of. `plan`: what was to be
done. `stem`: what a rate is the rate of. `dir`: the word for a rise or a fall. `per`: 人均.
"""

from __future__ import annotations

from kuaibao_lint.patterns import pattern

_DONE = r"(?:了|为|达到?|到达|约|近|有|的)*$"
_UP = "增长|增加|上升|提高|上涨|扩大|增收|增支|净增加?|增幅|涨幅"
_DOWN = "下降|减少|降低|回落|减收|减支|下滑|下跌|减幅|降幅|跌幅|缩减|净减少?"
RISE = frozenset(("净增加", *_UP.replace("净增加?", "净增").split("|")))
_CHANGE = pattern(rf"^(?P<own>.*?)(?P<dir>{_UP}|{_DOWN}){_DONE}")
_PLAN = r"[^，；]{0,12}?(?:预算|任务|计划|目标)(?:收入|支出|投资|任务|目标|总?数|额)?"
_SHARE = pattern(
    r"^(?P<own>.*?)(?:分别|各|约)?占到?(?P<whole>[^，；占]*?)(?:的?(?:比重|比例|份额|比率|比))?"
    r"(?:分别)?(?:约?为|达到|达|约|超过?|近|的)*$"
)

# Before a percentage.
PERCENT = (
    (
        "completion",
        pattern(rf"^(?:.*?)(?:为|占|完成|达到?|实现)了?(?P<plan>{_PLAN})(?:的(?:比例)?为?)?$"),
    ),
    ("share", _SHARE),
    ("growth", _CHANGE),
    (
        "rate",
        pattern(r"^(?P<own>.*?)(?P<stem>[^，；、]{2,6})率(?:分别)?(?:约?为|达到|达|约|近)*$"),
    ),
)

# Before an amount that is followed by 的p%: role of the amount, role of the percentage.
PAIRED = (
    (
        "plan",
        "completion",
        pattern(rf"^(?:.*?)(?:为|占|完成|较|超)了?(?P<plan>{_PLAN})(?:为|的)?$"),
    ),
    ("whole", "share", _SHARE),
)
PAIRING = frozenset(("的", "的比例为"))

# Before an amount; one that fits none is a level. `to` is a level that a change leads to, `from`
# the one that it comes from.
AMOUNT = (
    (
        "total",
        pattern(
            r"(?:^|、)(?:以上|[两二三四五六]项|[两三]?部门|总的)?(?:合计|共计|总计)[^，；、]{0,8}$"
        ),
    ),
    ("average", pattern(r"(?P<per>人均|户均|日均|月均|年均|平均|每[^，；]{1,6})[^，；]{0,6}$")),
    ("to", pattern(r"(?:增加|提高|扩大|上升|增长|减少|下降|降低|压减|变|发展)[到为至]$")),
    ("from", pattern(r"[由从自](?:T|上年|去年)?的?$")),
    (
        "base",
        pattern(
            r"(?:[比较由从自为]?)(?:T|上年|去年|上年同期|去年同期|同期)的?(?:同期)?的?(?:为|是)?$"
        ),
    ),
    ("delta", _CHANGE),
)

# A level in whose clause one of these stands was planned, not reached.
MEANT = pattern("计划|目标|任务|预算数?")
# 预算 in the name of an account is no plan.
ACCOUNT = pattern("公共预算|基金预算|经营预算|财政预算(?=收入|支出)|预算(?=收入|支出|外|内)")

# What a change is compared with, at the end of what stands before its verb.
COMPARED = pattern(
    r"(?:[、和与并且]|总体|实际|名义|分别)*(?P<basis>(?:同比|环比|同期比|T比|"
    r"[比较与](?:T|上年[底末]?|去年|年[初底末]|上月|上周|上季度|前年)(?:的?同期|同月|底|末)?(?:相比)?|"
    r"按[^，]{0,8}计算)?)"
    r"(?:[、和与并且]|实际|名义|分别|累计|共|净|合计)*$"
)
# Bases other than the same window a year earlier.
OTHER_BASIS = pattern("年[初底末]|环比|上[月周季]")
OTHER_BASES = frozenset(("年初", "年底", "年末", "上年末", "上年底", "上月", "上季度", "上周"))
# Changes of something else than the level named before them.
OTHER_CHANGE = pattern("增幅|增速|幅度|年均|平均|多增|少增|拉动")

# Before the first part of a whole.
PARTS = "其中"
VIEW = pattern(r"分[^，。；]{1,6}[看：:]|按[^，。；]{1,8}(?:分|看)|从[^，。；]{1,8}看|部门情况是")
# Between the members of a list.
LISTED = pattern(r"[、和与及以,，]{0,2}$")

# Units of what is no measure of a bulletin: time, times as much, grades.
UNMEASURED = frozenset(
    "年 天 日 周 岁 小时 分钟 秒 个月 倍 番 度 分 届 期 点 步".split()  # noqa: SIM905
)
