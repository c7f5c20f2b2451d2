"""Names of organisations: when two spellings are the same one, and what kind a name tells."""

import re
from functools import lru_cache

from summit_desk.domain.records import OrganisationKind
from summit_desk.domain.text_cleaning import clean_line, fold_width

_SIGNS = re.compile(r"[\s()（）\[\]【】·.,，、\-—_&'\"“”]+")
_LEGAL = re.compile(
    r"(?:股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|总公司|公司|集团|co\.?ltd|limited|ltd|gmbh|inc|llc|corp|corporation|company|ag|sa|bv|plc)$"
)
_KINDS = (
    (OrganisationKind.GOVERNMENT, r"(?:局|厅|委员会|办公室|政府|部|管委会|发改委|委|署|院机关)$"),
    (OrganisationKind.UNIVERSITY, r"(?:大学|学院|学校|university|college|school)"),
    (
        OrganisationKind.INSTITUTE,
        r"(?:研究院|研究所|科学院|设计院|实验室|智库|研究中心|institute|laborator)",
    ),
    (
        OrganisationKind.ASSOCIATION,
        r"(?:协会|学会|商会|联合会|促进会|联盟|分会|工作组|基金会|association|society|federation)",
    ),
    (
        OrganisationKind.MEDIA,
        r"(?:报社|日报|晚报|时报|电视台|广播|杂志|新闻|传媒|通讯社|媒体|press|media|news)",
    ),
)


@lru_cache(maxsize=50_000)
def organisation_key(name: str) -> str:
    """Return the form in which spellings of one organisation are equal: no legal form, no signs."""
    bare = plain = organisation_spelling(name)
    while (shorter := _LEGAL.sub("", bare)) != bare and len(shorter) > 1:
        bare = shorter
    return bare or plain


def organisation_spelling(name: str) -> str:
    """Return the form in which ways to write one name are equal: no width, case, space or sign."""
    return _SIGNS.sub("", fold_width(clean_line(name)).casefold())


def organisation_kind(name: str) -> OrganisationKind:
    """Return the kind that a name tells; a company if it tells nothing."""
    plain = fold_width(name).casefold().strip()
    for kind, words in _KINDS:
        if re.search(words, plain):
            return kind
    return OrganisationKind.COMPANY
