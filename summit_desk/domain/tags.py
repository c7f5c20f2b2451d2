"""Tags: one spelling each, however they are typed."""

from collections.abc import Collection, Iterable

from summit_desk.domain.text_cleaning import clean_line, fold_for_match


def as_known(tags: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Return the tags, each in the spelling that is known of it: "vip" is "VIP" where that is."""
    spelled = {fold_for_match(one): one for one in sorted(known, reverse=True)}
    found: dict[str, str] = {}
    for tag in filter(None, map(clean_line, tags)):
        key = fold_for_match(tag)
        found.setdefault(key, tag if tag in known else spelled.get(key, tag))
    return tuple(found.values())


def without_tags(tags: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    """Return the tags but for those that are taken away, however these are spelled."""
    folded = set(map(fold_for_match, gone))
    return tuple(tag for tag in tags if fold_for_match(tag) not in folded)
