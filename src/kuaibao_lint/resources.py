"""Where grammar/ and rules/ are: inside the package of a wheel, or at the root of a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Return the folder that holds `grammar` and `rules`."""
    here = Path(__file__).parent
    shipped = here / "_shipped"
    return shipped if shipped.is_dir() else here.parents[1]


def grammar(name: str) -> Path:
    """Return the path of a grammar by its bare name."""
    return root() / "grammar" / f"{name}.lark"


def rules() -> Path:
    """Return the folder of the packs that come with the program."""
    return root() / "rules"
