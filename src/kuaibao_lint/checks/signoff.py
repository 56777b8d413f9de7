"""Sign-off and circulation: the roles asked for, filled in, in order; the list in its order."""

from __future__ import annotations

from functools import lru_cache

from kuaibao_lint.checks.house import is_usual, known
from kuaibao_lint.diagnostics import Finding, Related
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.document import SignOff, SignOffField, Text
    from kuaibao_lint.vocabulary import Name


# 邢州市政府办公室 in the list of a county of 邢州市
_OTHER_PLACE = pattern(r"[\u4e00-\u9fff]{2,4}(?:省|市|州|地区)(?:委|人民政府|政府|人大|政协)")
# What 各乡镇党委 shares its township with: 各乡镇党委、政府、人大
_BARE = frozenset(("党委", "政府", "人民政府", "人大", "办事处", "党工委"))
# What is on a level with townships: 各乡镇党委，街道党工委，县开发区党工委
_LOWER = ("党工委", "党委", "办事处")
# An office has its order among offices, behind all bodies or not: 县委、县政府，县委办、县政府办
_OFFICE = pattern(r"(?:[省市县区州旗]委|政府|府|人大|常委会|政协)办(?:公室)?$")
# A department of a body's own stands behind the bodies in one house, beside its body in another.
_DEPARTMENT = pattern(
    r"(?:[省市县区州旗]委|政府|人大|常委会|政协)(?:.{1,8}(?:部|室|局|办|工委|中心)|.{0,8}(?:政法委|党校))$"
)
# Heads come before all bodies, and in an order of their own: 县委书记、县长，县委，县政府
_HEAD = pattern(r"(?:书记|[县市区州旗省]长|主任|主席)$")


def signoff_missing(at_least: int = 2) -> Check:
    """A sign-off role that is not printed.

    at_least: without a profile, how many roles must be printed under their usual names, and none
    under an unknown one, for another to be missed: 编辑、校对、签发 is a house style, and so is
    one role under two names (核稿、审核、签发).
    """

    def check(context: Context) -> Iterator[Finding]:
        roles = context.vocabulary.roles
        if not roles:
            return
        signoff = context.bulletin.signoff
        if signoff is None:
            if not known(context) and not is_usual(context):
                return
            end = len(context.source.text.rstrip())
            yield Finding(Span(end, end), {"role": "、".join(role.name for role in roles)})
            return
        printed = {_role(field, roles) for field in signoff.fields}
        divided = len({_plain(field.role.text) for field in signoff.fields}) > len(printed)
        own = divided or "" in printed or len(_usual(signoff, roles)) < at_least
        if own and not known(context):
            return
        for role in roles:
            if role.name not in printed:
                yield Finding(signoff.fields[-1].span, {"role": role.name})

    return check


def signoff_empty(
    placeholders: tuple[str, ...] = ("×", "X", "x", "*", "_", "－", "-", "某"),
) -> Check:
    """A sign-off role with nobody behind it.

    placeholders: characters of which a name that is not filled in consists (×××, XXX, ___).
    """
    marks = "".join(placeholders) + " \u3000"

    def check(context: Context) -> Iterator[Finding]:
        signoff = context.bulletin.signoff
        for field in signoff.fields if signoff else ():
            if field.person is None or not field.person.text.strip(marks):
                yield Finding(field.span, {"role": _plain(field.role.text)})

    return check


def signoff_order() -> Check:
    """Sign-off roles in another order than the publication's.

    Without a profile only roles under their usual names count, and their exact reverse (签发,
    审核, 责任编辑) is a house style too.
    """

    def check(context: Context) -> Iterator[Finding]:
        roles = context.vocabulary.roles
        order = {role.name: place for place, role in enumerate(roles)}
        signoff = context.bulletin.signoff
        latest = ""
        if signoff is None:
            return
        named = [(field, name) for field in signoff.fields if (name := _role(field, roles))]
        if not known(context):
            named = _usual(signoff, roles)
            places = [order[name] for _, name in named]
            if places == sorted(places, reverse=True):
                return
        for field, name in named:
            if latest and order[name] < order[latest]:
                expected = "、".join(role.name for role in roles)
                yield Finding(field.role.span, {"role": name, "expected": expected})
                return
            latest = name

    return check


def signoff_duplicate_person() -> Check:
    """One person in two sign-off roles."""

    def check(context: Context) -> Iterator[Finding]:
        signoff = context.bulletin.signoff
        first: dict[str, SignOffField] = {}
        for field in signoff.fields if signoff else ():
            if field.person is None:
                continue
            person = _plain(field.person.text)
            if len(person) < 2 or not person.isalpha():
                continue
            if person in first and _plain(first[person].role.text) != _plain(field.role.text):
                yield Finding(
                    field.person.span,
                    {"person": person, "role": _plain(first[person].role.text)},
                    related=(Related(first[person].span, "第一次出现在这里"),),
                )
            first.setdefault(person, field)

    return check


def circulation_missing() -> Check:
    """A bulletin without a distribution list, or with an empty one.

    Without a profile a list is missed only where all sign-off roles are printed under their usual
    names: such an issue keeps the usual form throughout.
    """

    def check(context: Context) -> Iterator[Finding]:
        circulation = context.bulletin.circulation
        if circulation is None and not _usual_form(context):
            return
        if circulation is None:
            end = len(context.source.text.rstrip())
            yield Finding(Span(end, end))
            return
        for entry in circulation.entries:
            if not entry.recipients:
                yield Finding(entry.span, {"label": entry.label.text}, variant="empty")

    return check


def circulation_order() -> Check:
    """Recipients in another order than the publication's, within one line of the list.

    A higher level's office before the county's own (市政府办公室，县委) is no disorder, nor is a
    bare 政府 that goes on with the townships' (各乡镇党委、政府), nor are heads before the bodies,
    nor offices and departments behind them (县政协，县委办，县委组织部).
    """

    def check(context: Context) -> Iterator[Finding]:
        groups = context.vocabulary.circulation
        circulation = context.bulletin.circulation
        for entry in circulation.entries if circulation else ():
            latest, before, towns = -1, "", False
            office = -1
            recipients = _own_level(entry.recipients)
            heads = next(
                (at for at, one in enumerate(recipients) if not _is_head(one.text)), len(recipients)
            )
            for recipient in recipients[heads if heads > 1 else 0 :]:
                if towns and (recipient.text in _BARE or recipient.text.endswith(_LOWER)):
                    continue
                towns = recipient.text.startswith("各")
                place = _group(recipient.text, groups)
                if place is None:
                    continue
                if _OFFICE.search(recipient.text):
                    behind_bodies, office = office <= place < latest, max(office, place)
                    if behind_bodies:
                        continue
                if place < latest:
                    yield Finding(
                        recipient.span,
                        {"before": before, "order": "、".join(group.name for group in groups)},
                    )
                    break
                if place > latest:
                    latest, before = place, recipient.text

    return check


def _is_head(recipient: str) -> bool:
    return "副" not in recipient and _HEAD.search(recipient) is not None


def _usual(signoff: SignOff, roles: tuple[Name, ...]) -> list[tuple[SignOffField, str]]:
    """Return the fields whose role is printed under its usual name, with that name."""
    names = {role.name for role in roles}
    fields = ((field, _plain(field.role.text)) for field in signoff.fields)
    return [(field, name) for field, name in fields if name in names]


def _usual_form(context: Context) -> bool:
    """Tell whether the issue keeps the usual form: all roles under their usual names."""
    roles = context.vocabulary.roles
    signoff = context.bulletin.signoff
    if known(context) or signoff is None:
        return known(context)
    return {name for _, name in _usual(signoff, roles)} == {role.name for role in roles}


def _own_level(recipients: tuple[Text, ...]) -> list[Text]:
    """Return the recipients without those of a higher level than the others."""
    own = [one for one in recipients if not _OTHER_PLACE.match(one.text)]
    if not any("县" in one.text or "区" in one.text for one in own):
        return own
    return [one for one in own if not one.text.startswith(("省", "市"))]


def _plain(text: str) -> str:
    """Return a name without the blanks of wide setting: 签 发, 李　勉."""
    return "".join(text.split())


def _role(field: SignOffField, roles: tuple[Name, ...]) -> str:
    printed = _plain(field.role.text)
    return next((role.name for role in roles if printed in role.forms), "")


@lru_cache(maxsize=1024)  # one publication prints the same recipients in every issue
def _group(recipient: str, groups: tuple[Name, ...]) -> int | None:
    """Return the place of a recipient's group: of the form that begins first, then the longest.

    各乡镇政府 begins with 各乡镇 and is no 政府; 县政府各部门 are departments. Where
    各县区人民政府, 县委领导小组成员单位, 县委各部门 and 县委组织部 stand is left to the house.
    """
    if "成员单位" in recipient or "委各部门" in recipient:
        return None
    if _DEPARTMENT.search(recipient) and not _OFFICE.search(recipient):
        return None
    recipient = recipient[max(recipient.find("各"), 0) :]
    found = [
        (start, -len(form), place)
        for place, group in enumerate(groups)
        for form in group.forms
        if (start := recipient.find(form)) >= 0
    ]
    if not found or (recipient.startswith("各") and min(found)[0]):
        return None
    return min(found)[2]
