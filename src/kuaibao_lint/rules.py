"""Packs → Ruleset: the rules in force for one publication, ready to run."""

from __future__ import annotations

from functools import cached_property

from kuaibao_lint import readers, resources
from kuaibao_lint.cache import cached, fingerprint
from kuaibao_lint.checks import CHECKS
from kuaibao_lint.diagnostics import SEVERITIES, Severity
from kuaibao_lint.errors import ConfigError, PackError, ReadError
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.nearness import nearest
from kuaibao_lint.patterns import pattern
from kuaibao_lint.vocabulary import Name, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kuaibao_lint.checks import Check
    from kuaibao_lint.diagnostics import Safety
    from kuaibao_lint.document import Bulletin

BASE = "kuaibao"
Pack = dict[str, Any]


class _RuleFields(NamedTuple):
    id: str
    name: str
    severity: Severity
    kind: str
    options: Mapping[str, Any]
    fix: Safety | None
    message: str
    messages: Mapping[str, str]
    why: str
    basis: Mapping[str, str]
    pack: str
    enabled: bool


class Rule(_RuleFields):  # no slots: the check is kept
    """One rule in force. `messages` holds the wordings that a check may ask for by name."""

    @cached_property
    def scope(self) -> str:
        """What the check needs: "text", "bulletin" or "report"."""
        return CHECKS[self.kind].scope

    @cached_property
    def gives_way(self) -> bool:
        """Whether its findings are guesses, dropped where a rule of its kin knows better."""
        return CHECKS[self.kind].gives_way

    @cached_property
    def check(self) -> Check:
        """The check, prepared at first use. Raises PackError."""
        try:
            return CHECKS[self.kind].factory(**self.options)
        except (TypeError, ValueError) as error:
            # Each pack's options were checked, but not what two overrides make together.
            raise PackError(f"规则 {self.id}（{self.pack}）的选项合起来不可用：{error}。") from None


class Ruleset(NamedTuple):
    """What one publication is checked by.

    profile: the pack's name. idle: rules that the selection left out, so that a suppression of
    theirs is not called unused.
    """

    profile: str
    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    idle: tuple[Rule, ...] = ()

    def resting(self, *, whole: bool) -> tuple[Rule, ...]:
        """Return the rules that say nothing of a text; without `whole`, those on bulletins too."""
        on_bulletins = () if whole else (r for r in self.rules if r.scope == "bulletin")
        return (*self.idle, *on_bulletins)

    def named(self, name: str) -> Rule | None:
        """Return the rule of that id or name."""
        return next((rule for rule in self.rules if name in (rule.id, rule.name)), None)


class Selection(NamedTuple):
    """Which rules run, by id, prefix of an id, or name; an empty `select` means all enabled."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()

    def apply(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the rules that run, with the severities asked for."""
        kept = []
        for rule in rules:
            asked = [length for word in self.select if (length := matches(word, rule)) >= 0]
            more = [length for word in self.extend_select if (length := matches(word, rule)) >= 0]
            refused = [length for word in self.ignore if (length := matches(word, rule)) >= 0]
            wanted = bool(asked or more) if self.select else rule.enabled or bool(more)
            # The longer word wins (--select KB2 --ignore KB207, --ignore KB2 --select KB207).
            if refused and max(refused) >= max([*asked, *more], default=-1):
                wanted = False
            if wanted:
                kept.append(self._graded(rule))
        return tuple(kept)

    def _graded(self, rule: Rule) -> Rule:
        for word, level in self.severity:
            if matches(word, rule) >= 0:
                rule = rule._replace(severity=SEVERITIES[level])
        return rule

    @property
    def words(self) -> tuple[str, ...]:
        """All words that name rules."""
        graded = tuple(word for word, _ in self.severity)
        return self.select + self.extend_select + self.ignore + graded


def matches(word: str, rule: Rule) -> int:
    """Return how closely a word names the rule: its length, or -1 where it does not."""
    if word in (rule.name, rule.id):
        return 100
    if word == "ALL":
        return 0
    return len(word) if word[:2].isalpha() and rule.id.startswith(word) else -1


class Library:
    """All packs that can be used: those shipped and those that the user added, by name.

    Raises ConfigError where the selection or the profile names what is not there.
    """

    def __init__(
        self,
        packs: dict[str, Pack],
        selection: Selection | None = None,
        chosen: str | None = None,
    ) -> None:
        self.packs = packs
        self.selection = selection or Selection()
        self.chosen = chosen
        self._rulesets: dict[str, Ruleset] = {}
        self._fits = {
            name: pattern(pack["applies_to"])
            for name, pack in packs.items()
            if pack["applies_to"]
        }
        for word in self.selection.words:
            self.known(word)
        if chosen is not None and chosen not in packs:
            raise ConfigError(
                f"没有配置方案“{chosen}”；可用：{'、'.join(self.profiles())}，或一个 YAML 文件。"
            )

    def known(self, word: str) -> None:
        """Raise ConfigError for a word that names no rule."""
        every = self.all_rules()
        if any(matches(word, rule) >= 0 for rule in every):
            return
        near = nearest(word, [n for r in every for n in (r.id, r.name)], 0.6)
        hint = f"，是否为 {near}？" if near else "；用 kuaibao-lint rules 查看全部规则。"
        raise ConfigError(f"没有规则“{word}”{hint}")

    def all_rules(self) -> list[Rule]:
        """Return the rules of all packs, each once, as the pack that brings it has them."""
        return [_rule(entry, name) for name, pack in self.packs.items() for entry in pack["rules"]]

    def profiles(self) -> list[str]:
        """Return the names of the packs that can be chosen as a profile."""
        return [name for name, pack in self.packs.items() if pack["applies_to"] or name == BASE]

    def profile_for(self, bulletin: Bulletin) -> str:
        """Return the profile of a bulletin: the chosen one, or the one whose pattern fits."""
        if self.chosen is not None:
            return self.chosen
        masthead = bulletin.masthead
        if masthead is not None:
            printed = ["".join(p.text.split()) for p in (masthead.title, masthead.issuer) if p]
            for name, fits in self._fits.items():
                if any(fits.search(words) for words in printed):
                    return name
        return BASE

    def ruleset(self, profile: str) -> Ruleset:
        """Return the rules and words of a profile. Raises PackError for a bad `extends`."""
        if profile not in self._rulesets:
            every = self._all_rules(profile)
            rules = self.selection.apply(every)
            running = {rule.id for rule in rules}
            idle = tuple(rule for rule in every if rule.id not in running)
            self._rulesets[profile] = Ruleset(profile, rules, self.vocabulary(profile), idle)
        return self._rulesets[profile]

    def vocabulary(self, profile: str) -> Vocabulary:
        """Return the words of a profile; a pack's own list replaces that of the packs below it."""
        merged: dict[str, Any] = {}
        for name in self._lineage(profile):
            merged |= self.packs[name]["vocabulary"]
        return make_vocabulary(merged)

    def _all_rules(self, profile: str) -> tuple[Rule, ...]:
        rules: dict[str, Rule] = {}
        for name in self._lineage(profile):
            pack = self.packs[name]
            for entry in pack["rules"]:
                if entry["id"] in rules:
                    raise PackError(f"{pack['path']}：规则 {entry['id']} 已在别的规则包中定义。")
                rules[entry["id"]] = _rule(entry, pack["pack"])
            for word, change in pack["overrides"].items():
                rule = next((r for r in rules.values() if word in (r.id, r.name)), None)
                if rule is None:
                    raise PackError(f"{pack['path']}:{change['line']}：没有规则“{word}”可以调整。")
                rules[rule.id] = _changed(rule, change)
        return tuple(sorted(rules.values(), key=lambda rule: rule.id))

    def _lineage(self, profile: str) -> list[str]:
        """Return the packs that a profile builds on, deepest first, each once."""
        order: list[str] = []

        def visit(name: str, path: tuple[str, ...]) -> None:
            if name in path:
                chain = " → ".join((*path[path.index(name) :], name))
                raise PackError(f"{self.packs[name]['path']}：extends 形成了循环：{chain}。")
            if name not in self.packs:
                raise PackError(f"{self.packs[path[-1]]['path']}：extends 中的“{name}”不存在。")
            if name in order:  # without this, packs that name each other twice cost 2 to the depth
                return
            for below in self.packs[name]["extends"]:
                visit(below, (*path, name))
            order.append(name)

        visit(profile, ())
        return order


def load_library(
    extra: Iterable[Path] = (),
    selection: Selection | None = None,
    chosen: str | None = None,
) -> Library:
    """Return the shipped packs and those in `extra`, from the cache where they are there.

    chosen: the name of a profile, which a bulletin's masthead then cannot change.
    Raises PackError and ConfigError.
    """
    paths = [*resources.packs(), *(path.as_posix() for path in extra)]
    sources: list[tuple[str, bytes]] = []
    for path in paths:
        try:
            sources.append((path, readers.read_bytes(path, readers.LARGEST_YAML)))
        except ReadError as error:
            raise PackError(f"{path}：无法读取规则包：{error}") from None
    key = [
        fingerprint([path.encode("utf-8", "replace"), data]).to_bytes(8, "big")
        for path, data in sources
    ]
    packs = cached("packs", key, lambda: _read_packs(sources))
    return Library(packs, selection, chosen)


def _read_packs(sources: list[tuple[str, bytes]]) -> dict[str, Pack]:
    from kuaibao_lint.packs import check_packs

    texts = []
    for path, data in sources:
        try:
            texts.append((path, data.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            raise PackError(f"{path}：规则包应为 UTF-8，第 {error.start + 1} 字节有误。") from None
    return check_packs(texts)


def make_vocabulary(plain: Mapping[str, Any]) -> Vocabulary:
    """Return the vocabulary in a checked pack's plain data."""
    names = {
        key: tuple(Name(name, aliases) for name, aliases in plain.get(key, ()))
        for key in ("units", "roles", "circulation")
    }
    return Vocabulary(
        plain.get("place", ""), plain.get("sections", ()), terms=plain.get("terms", ()), **names
    )


def _rule(entry: Mapping[str, Any], pack: str) -> Rule:
    return Rule(
        entry["id"],
        entry["name"],
        SEVERITIES[entry["severity"]],
        entry["check"],
        entry["options"],
        entry["fix"],
        entry["message"],
        entry["messages"],
        entry["why"],
        entry["basis"],
        pack,
        entry["enabled"],
    )


def _changed(rule: Rule, change: Mapping[str, Any]) -> Rule:
    return rule._replace(
        severity=SEVERITIES[change["severity"]] if "severity" in change else rule.severity,
        enabled=change.get("enabled", rule.enabled),
        message=change.get("message", rule.message),
        fix=change.get("fix", rule.fix),
        options={**rule.options, **change.get("options", {})},
    )
