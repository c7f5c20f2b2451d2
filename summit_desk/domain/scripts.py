"""Traditional characters as simplified ones, for comparing and offering; nothing is rewritten."""

from collections.abc import Callable
from functools import cache, lru_cache


@lru_cache(maxsize=1_000)
def simplified(text: str) -> str:
    """Return a text in simplified characters."""
    return converter()(text)


@cache
def converter() -> Callable[[str], str]:
    """Return what simplifies characters; it is loaded when the first one is met."""
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert
