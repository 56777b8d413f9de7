"""YAML → checked packs, as plain data. Every error in a pack is raised here, with its place.

A checked pack holds only str, int, float, bool, None, tuples and dicts, so that it can be cached
and read back without YAML. The examples stay in the file: only `explain`, `test` and the docs
need them.
"""

from __future__ import annotations

import inspect
import re
import string
import types
import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from kuaibao_lint import expressions, yamlfile
from kuaibao_lint.checks import CHECKS
from kuaibao_lint.diagnostics import SEVERITIES
from kuaibao_lint.errors import PackError
from kuaibao_lint.nearness import nearest

if TYPE_CHECKING:
    from kuaibao_lint.yamlfile import Located, Path

PACK_KEYS = ("pack", "title", "extends", "applies_to", "vocabulary", "overrides", "rules")
RULE_KEYS = (
    "id",
    "name",
    "severity",
    "check",
    "fix",
    "enabled",
    "options",
    "message",
    "messages",
    "why",
    "basis",
    "examples",
)
REQUIRED_RULE_KEYS = ("id", "name", "severity", "check", "message", "why", "basis", "examples")
OVERRIDE_KEYS = ("severity", "enabled", "options", "message", "fix")
VOCABULARY_KEYS = ("place", "sections", "units", "roles", "circulation", "terms")
BASIS_LEVELS = ("国标", "条例", "规范", "实务", "本单位")
BAD_KEYS = ("text", "at", "fixed", "vocabulary")
GOOD_KEYS = ("text", "vocabulary")
_ID = re.compile(r"[A-Z]{2,8}[0-9]{3,4}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def check_packs(sources: typing.Iterable[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    """Return the checked packs of (path, YAML text) pairs, by name.

    Raises PackError, which names the file, the line, the rule and the key.
    """
    packs: dict[str, dict[str, Any]] = {}
    checkers = []
    for path, text in sources:
        try:
            located = yamlfile.load(text)
        except yamlfile.YamlError as error:
            where = ".".join(str(step) for step in error.path)
            raise PackError(
                f"{path}:{error.line}：{where + '：' if where else ''}{error.message}。"
            ) from None
        checker = _Checker(path, located)
        pack = checker.pack()
        if pack["pack"] in packs:
            checker.fail(("pack",), f"已被 {packs[pack['pack']]['path']} 使用：{pack['pack']}")
        packs[pack["pack"]] = pack
        checkers.append((checker, pack))
    # Overrides speak of rules in other packs, so they are read when all rules are known.
    known = {
        word: rule
        for pack in packs.values()
        for rule in pack["rules"]
        for word in (rule["id"], rule["name"])
    }
    for checker, pack in checkers:
        pack["overrides"] = checker.overrides(known)
    return packs


class _Checker:
    """Walks one located document; every method returns checked plain data."""

    def __init__(self, path: str, located: Located) -> None:
        self.path = path
        self.located = located

    def fail(self, path: Path, message: str) -> NoReturn:
        """Raise the error of a place, naming the rule where it lies in one."""
        where = ""
        value = self.located.value
        if len(path) >= 2 and path[0] == "rules" and isinstance(path[1], int):
            entry = value["rules"][path[1]]
            name = entry.get("id") if isinstance(entry, dict) else None
            where = f"规则 {name or f'第 {path[1] + 1} 条'}："
            path_shown = path[2:]
        else:
            path_shown = path
        key = ".".join(str(step) for step in path_shown)
        named = f"“{key}”" if key else ""
        stop = "" if message.endswith("？") else "。"
        line = self.located.line(path)
        raise PackError(f"{self.path}:{line}：{where}{named}{message}{stop}")

    def at(self, path: Path) -> Any:
        value = self.located.value
        for step in path:
            value = value[step]
        return value

    def mapping(
        self, path: Path, allowed: tuple[str, ...] | None = None, required: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        value = self.at(path)
        if not isinstance(value, dict):
            self.fail(path, "应为“键: 值”的形式")
        if allowed is not None:
            for key in value:
                if key not in allowed:
                    self.fail((*path, key), f"不是可用的键；可用：{'、'.join(allowed)}")
        for key in required:
            if key not in value:
                self.fail(path, f"缺少“{key}”")
        return value

    def text(self, path: Path, *, empty: bool = False) -> str:
        value = self.at(path)
        if not isinstance(value, str) or not (value or empty):
            self.fail(path, "应为文字")
        return value

    def texts(self, path: Path) -> tuple[str, ...]:
        if not isinstance(self.at(path), list):
            self.fail(path, "应为列表")
        return tuple(self.text((*path, index)) for index in range(len(self.at(path))))

    def choice(self, path: Path, choices: typing.Iterable[str]) -> str:
        value = self.at(path)
        choices = tuple(choices)
        if value not in choices:
            near = nearest(str(value), choices, 0.5) if len(choices) > 6 else None
            hint = f"，是否为“{near}”？" if near else f"；应为 {'、'.join(choices)} 之一"
            said = "是空的" if value is None else f"不能是“{str(value)[:40]}”"
            self.fail(path, said + hint)
        return str(value)

    def flag(self, path: Path) -> bool:
        value = self.at(path)
        if not isinstance(value, bool):
            self.fail(path, "应为 true 或 false")
        return value

    def pattern(self, path: Path) -> str:
        value = self.text(path)
        try:
            expressions.check(value)
        except ValueError as error:
            self.fail(path, str(error))
        return value

    def pack(self) -> dict[str, Any]:
        top = self.mapping((), PACK_KEYS, ("pack",))
        rules = []
        if "rules" in top:
            if not isinstance(top["rules"], list):
                self.fail(("rules",), "应为列表")
            rules = [self.rule(("rules", index)) for index in range(len(top["rules"]))]
        for key in ("id", "name"):
            seen: set[str] = set()
            for index, rule in enumerate(rules):
                if rule[key] in seen:
                    self.fail(("rules", index, key), f"与前面的规则重复：{rule[key]}")
                seen.add(rule[key])
        return {
            "pack": self.text(("pack",)),
            "title": self.text(("title",)) if "title" in top else self.text(("pack",)),
            "extends": self.texts(("extends",)) if "extends" in top else (),
            "applies_to": self.pattern(("applies_to",)) if "applies_to" in top else "",
            "vocabulary": self.vocabulary(("vocabulary",)) if "vocabulary" in top else {},
            "overrides": {},
            "rules": tuple(rules),
            "path": self.path,
        }

    def vocabulary(self, path: Path) -> dict[str, Any]:
        given = self.mapping(path, VOCABULARY_KEYS)
        checked: dict[str, Any] = {}
        for key in given:
            if key == "place":
                checked[key] = self.text((*path, key))
            elif key in ("sections", "terms"):
                checked[key] = self.texts((*path, key))
            else:
                checked[key] = self.names((*path, key))
        return checked

    def names(self, path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return (name, aliases) pairs from a list of names or {name, aliases}."""
        if not isinstance(self.at(path), list):
            self.fail(path, "应为列表")
        names = []
        for index, entry in enumerate(self.at(path)):
            here = (*path, index)
            if isinstance(entry, dict):
                self.mapping(here, ("name", "aliases"), ("name",))
                aliases = self.texts((*here, "aliases")) if "aliases" in entry else ()
                names.append((self.text((*here, "name")), aliases))
            else:
                names.append((self.text(here), ()))
        return tuple(names)

    def overrides(self, known: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
        """Return the changes to rules; `known` are the checked rules by id and by name."""
        checked: dict[str, dict[str, Any]] = {}
        if "overrides" not in self.located.value:
            return checked
        for name in self.mapping(("overrides",)):
            path: Path = ("overrides", name)
            if name not in known:
                self.fail(path, "不是已有的规则")
            given, kind = self.mapping(path, OVERRIDE_KEYS), known[name]["check"]
            one: dict[str, Any] = {"line": self.located.line(path)}
            if "severity" in given:
                one["severity"] = self.choice((*path, "severity"), SEVERITIES)
            if "enabled" in given:
                one["enabled"] = self.flag((*path, "enabled"))
            if "message" in given:
                one["message"] = self.message((*path, "message"), kind)
            if "fix" in given:
                one["fix"] = self.choice((*path, "fix"), ("safe", "unsafe"))
            if "options" in given:
                one["options"] = self.options((*path, "options"), kind)
                self.build((*path, "options"), kind, known[name]["options"] | one["options"])
            checked[name] = one
        return checked

    def rule(self, path: Path) -> dict[str, Any]:
        given = self.mapping(path, RULE_KEYS, REQUIRED_RULE_KEYS)
        for key, form in (("id", _ID), ("name", _NAME)):
            if not form.fullmatch(self.text((*path, key))):
                self.fail((*path, key), "的写法不对；编号如 KB201，名称如 wrong-word")
        kind = self.choice((*path, "check"), CHECKS)
        options = self.options((*path, "options"), kind) if "options" in given else {}
        self.build((*path, "options"), kind, options)
        messages: dict[str, str] = {}
        self.message((*path, "message"), kind)
        if "messages" in given:
            for variant in self.mapping((*path, "messages")):
                messages[variant] = self.message((*path, "messages", variant), kind)
        self.examples((*path, "examples"))
        return {
            "id": given["id"],
            "name": given["name"],
            "severity": self.choice((*path, "severity"), SEVERITIES),
            "check": kind,
            "fix": self.choice((*path, "fix"), ("safe", "unsafe")) if "fix" in given else None,
            "enabled": self.flag((*path, "enabled")) if "enabled" in given else True,
            "options": options,
            "message": given["message"],
            "messages": messages,
            "why": self.text((*path, "why")),
            "basis": self.basis((*path, "basis")),
        }

    def basis(self, path: Path) -> dict[str, str]:
        given = self.mapping(path, ("level", "source", "clause"), ("level", "source"))
        self.choice((*path, "level"), BASIS_LEVELS)
        return {key: self.text((*path, key)) for key in given}

    def message(self, path: Path, kind: str) -> str:
        """Check that every placeholder is a value that the kind gives."""
        message = self.text(path)
        known = ("found", *CHECKS[kind].values)
        try:
            fields = [parts[1:] for parts in string.Formatter().parse(message)]
        except ValueError as error:
            self.fail(path, f"的占位符写法不对：{error}")
        for field, form, conversion in fields:
            if form or conversion:  # {found:>1000000} would print a million blanks
                self.fail(path, f"的占位符 {{{field}}} 只能是名称，不能带“:”或“!”")
            if field is not None and field not in known:
                self.fail(path, f"的占位符 {{{field}}} 不存在；可用：{'、'.join(known)}")
        return message

    def examples(self, path: Path) -> None:
        self.mapping(path, ("bad", "good"), ("bad", "good"))
        for side, keys, required in (
            ("bad", BAD_KEYS, ("text", "at")),
            ("good", GOOD_KEYS, ("text",)),
        ):
            entries = self.at((*path, side))
            if not isinstance(entries, list) or not entries:
                self.fail((*path, side), "至少要有一个例子")
            for index, entry in enumerate(entries):
                here = (*path, side, index)
                if side == "good" and isinstance(entry, str):
                    continue
                self.mapping(here, keys, required)
                for key in entry:
                    if key == "vocabulary":
                        self.vocabulary((*here, key))
                    else:
                        self.text((*here, key), empty=True)

    def options(self, path: Path, kind: str) -> dict[str, Any]:
        given = self.mapping(path)
        parameters = option_types(kind)
        checked = {}
        for key in given:
            if key not in parameters:
                names = "、".join(parameters) or "（无）"
                self.fail((*path, key), f"不是检查“{kind}”的选项；可用：{names}")
            checked[key] = self.convert((*path, key), parameters[key])
        return checked

    def convert(self, path: Path, wanted: Any) -> Any:
        """Return the value at `path` as the annotation wants it; lists become tuples."""
        value = self.at(path)
        origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
        if origin in (typing.Union, types.UnionType):
            if value is None and type(None) in arguments:
                return None
            wanted = next(choice for choice in arguments if choice is not type(None))
            return self.convert(path, wanted)
        if origin is typing.Literal:
            return self.choice(path, arguments)
        if origin is tuple:
            if not isinstance(value, list):
                self.fail(path, "应为列表")
            return tuple(self.convert((*path, i), arguments[0]) for i in range(len(value)))
        if origin is Mapping:
            return {key: self.convert((*path, key), arguments[1]) for key in self.mapping(path)}
        names = {str: "文字", int: "整数", float: "数字", bool: "true 或 false"}
        if isinstance(value, int) and not isinstance(value, bool) and wanted is float:
            return float(value)
        if type(value) is not wanted:
            self.fail(path, f"应为{names[wanted]}")
        return value

    def build(self, path: Path, kind: str, options: dict[str, Any]) -> None:
        """Build the check once, so that a bad pattern or value is met here and not later.

        A check that prepares something only when a text needs it has a method `verify`.
        """
        try:
            check = CHECKS[kind].factory(**options)
            if verify := getattr(check, "verify", None):
                verify()
        except (ValueError, re.error) as error:
            self.fail(path, f"不可用：{error}")
        except TypeError as error:
            self.fail(path, f"不全：{error}")


def option_types(kind: str) -> dict[str, Any]:
    """Return the options of a kind of check: name → annotation."""
    factory = CHECKS[kind].factory
    # What the checks import for type checkers only (Mapping, Check) is not in their module.
    names = {**vars(inspect.getmodule(factory)), "Mapping": Mapping, "Check": Any, "Any": Any}
    names["Literal"] = typing.Literal
    hints = typing.get_type_hints(factory, names)
    return {name: hints[name] for name in inspect.signature(factory).parameters}
