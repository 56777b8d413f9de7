"""JSON Schemas of packs, configuration and report, made from the same tables as the checks."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping

from kuaibao_lint.checks import CHECKS
from kuaibao_lint.config import KEYS, LISTS
from kuaibao_lint.diagnostics import SEVERITIES
from kuaibao_lint.ignores import PER_FILE, SUPPRESSIONS
from kuaibao_lint.light_typing import Any
from kuaibao_lint.packs import (
    BASIS_LEVELS,
    OVERRIDE_KEYS,
    PACK_KEYS,
    REQUIRED_RULE_KEYS,
    option_types,
)

Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_LEVEL: Schema = {"enum": list(SEVERITIES)}
_SAFETY: Schema = {"enum": ["safe", "unsafe"]}


def pack() -> Schema:
    """Return the schema of a rule pack; each kind of check brings that of its options."""
    names = {
        "type": "array",
        "items": {
            "anyOf": [_TEXT, _closed({"name": _TEXT, "aliases": _TEXTS}, ("name",))],
        },
    }
    vocabulary = _closed(
        {
            "place": _TEXT, "sections": _TEXTS, "units": names, "roles": names,
            "circulation": names, "terms": _TEXTS,
        }
    )
    bad = _closed(
        {"text": _TEXT, "at": _TEXT, "fixed": _TEXT, "vocabulary": vocabulary}, ("text", "at")
    )
    good = {"anyOf": [_TEXT, _closed({"text": _TEXT, "vocabulary": vocabulary}, ("text",))]}
    override = {
        "severity": _LEVEL, "enabled": {"type": "boolean"}, "options": {"type": "object"},
        "message": _TEXT, "fix": _SAFETY,
    }
    rule = _closed(
        {
            "id": {"type": "string", "pattern": "^[A-Z]{2,8}[0-9]{3,4}$"},
            "name": {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
            "severity": _LEVEL,
            "check": {"enum": list(CHECKS)},
            "fix": _SAFETY,
            "enabled": {"type": "boolean"},
            "options": {"type": "object"},
            "message": _TEXT,
            "messages": {"type": "object", "additionalProperties": _TEXT},
            "why": _TEXT,
            "basis": _closed(
                {"level": {"enum": list(BASIS_LEVELS)}, "source": _TEXT, "clause": _TEXT},
                ("level", "source"),
            ),
            "examples": _closed(
                {
                    "bad": {"type": "array", "items": bad, "minItems": 1},
                    "good": {"type": "array", "items": good, "minItems": 1},
                },
                ("bad", "good"),
            ),
        },
        REQUIRED_RULE_KEYS,
    )
    rule["allOf"] = [
        {
            "if": {"properties": {"check": {"const": kind}}},
            "then": {"properties": {"options": _options(kind)}},
        }
        for kind in CHECKS
    ]
    properties = {
        "pack": _TEXT,
        "title": _TEXT,
        "extends": _TEXTS,
        "applies_to": _TEXT,
        "vocabulary": vocabulary,
        "overrides": {"type": "object", "additionalProperties": _closed(override)},
        "rules": {"type": "array", "items": rule},
    }
    assert set(properties) == set(PACK_KEYS)
    assert set(override) == set(OVERRIDE_KEYS)
    return {"$schema": _DRAFT, "title": "kuaibao-lint 规则包", **_closed(properties, ("pack",))}


def config() -> Schema:
    """Return the schema of `.kuaibao-lint.yaml`."""
    properties: Schema = {key: _TEXTS if key in LISTS else _TEXT for key in KEYS}
    properties["severity"] = {"type": "object", "additionalProperties": _LEVEL}
    properties["fail-on"] = _LEVEL
    rules: Schema = {"anyOf": [_TEXT, {**_TEXTS, "minItems": 1}]}
    words = {"type": "string", "pattern": "\\S"}
    entry = _closed({"path": _TEXT, "rule": rules, "text": words, "reason": _TEXT}, ("rule",))
    properties[SUPPRESSIONS] = {"type": ["array", "null"], "items": entry}
    properties[PER_FILE] = {"type": ["object", "null"], "additionalProperties": rules}
    return {"$schema": _DRAFT, "title": "kuaibao-lint 配置", **_closed(properties)}


def report() -> Schema:
    """Return the schema of the JSON report, version 1."""
    place: Schema = {
        "offset": _COUNT, "end_offset": _COUNT,
        "line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1},
    }
    edit = {"offset": _COUNT, "end_offset": _COUNT, "text": _TEXT}
    fix = {"safety": _SAFETY, "edits": {"type": "array", "items": _all(edit), "minItems": 1}}
    diagnostic = {
        "path": _TEXT, "rule": _TEXT, "name": _TEXT, "severity": _LEVEL, "message": _TEXT,
        **place,
        "end_line": place["line"], "end_column": place["column"],
        "text": _TEXT,
        "fix": {"anyOf": [{"type": "null"}, _all(fix)]},
        "related": {"type": "array", "items": _all({**place, "message": _TEXT})},
    }
    maybe = {"type": ["string", "null"]}
    counts = ("files", "error", "warning", "info", "suppressed", "baselined", "fixable")
    properties = {
        "version": {"const": 1},
        "tool": _all({"name": {"const": "kuaibao-lint"}, "version": _TEXT}),
        "files": {
            "type": "array",
            "items": _all({"path": _TEXT, "encoding": maybe, "profile": maybe, "error": maybe}),
        },
        "diagnostics": {"type": "array", "items": _all(diagnostic)},
        # omitted: only where --max-findings left findings out
        "summary": _closed(dict.fromkeys((*counts, "omitted"), _COUNT), counts),
    }
    return {"$schema": _DRAFT, "title": "kuaibao-lint 报告", **_all(properties)}


SCHEMAS: Mapping[str, Callable[[], Schema]] = {"pack": pack, "config": config, "report": report}


def _closed(properties: Schema, required: tuple[str, ...] = ()) -> Schema:
    """Return an object that has no other keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _all(properties: Schema) -> Schema:
    """Return an object that has all of these keys and no others."""
    return _closed(properties, tuple(properties))


def _options(kind: str) -> Schema:
    return _closed({name: _typed(wanted) for name, wanted in option_types(kind).items()})


def _typed(wanted: Any) -> Schema:
    """Return the schema of an annotation that `packs` can convert to."""
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_typed(one) for one in arguments]}
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _typed(arguments[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _typed(arguments[1])}
    names = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
    return {"type": names[wanted]}
