"""Where a line may end: at spaces and separators, before 有限公司 and its like, never in a word."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

FORBIDDEN = float("inf")
# how many em wider a line may get instead of ending there
GOOD, FAIR, PLAIN, IN_LIST, IN_WORD = 0.0, 1.5, 4.0, 6.0, 12.0

NO_START = frozenset("，。、；：！？）》〉」』】〕”’·…—～%％℃,.;:!?)]}")
NO_END = frozenset("（《〈「『【〔“‘([{#$￥")
SEPARATORS = frozenset("·•、，；：/—–-,;")
COUNTERS = frozenset("年月日号届期人家次时分秒个项万亿元岁楼层")
SUFFIXES = (  # a line breaks before them rather than inside them; longest first
    "有限责任公司",
    "股份有限公司",
    "集团有限公司",
    "工程研究中心",
    "国家实验室",
    "重点实验室",
    "有限公司",
    "分公司",
    "研究中心",
    "促进中心",
    "创新中心",
    "服务中心",
    "委员会",
    "研究院",
    "研究所",
    "科学院",
    "联合会",
    "促进会",
    "基金会",
    "事务所",
    "工作组",
    "实验室",
    "办公室",
    "管理局",
    "人民政府",
    "产业园",
    "开发区",
    "集团",
    "协会",
    "学会",
    "商会",
    "分会",
    "中心",
    "大学",
    "学院",
    "联盟",
    "公司",
    "董事长",
    "总经理",
    "副总裁",
    "总裁",
    "秘书长",
    "理事长",
    "主任",
    "教授",
    "研究员",
)  # fmt: skip -- a list of words
WORDS = (  # never broken, but no better place for a break than others
    "产业互联网",
    "工业互联网",
    "互联网",
    "信息技术",
    "人工智能",
    "网络安全",
    "数字经济",
    "成立大会",
    "高峰论坛",
    "峰会",
    "论坛",
    "大会",
    "示例",
    "智慧",
    "科技",
    "产业",
    "金融",
    "创新",
    "示范",
    "国际",
    "集成",
    "部门",
)  # fmt: skip -- as above
LIST = re.compile(r"·(?=(\w{1,2})·\w)")  # 科技·产业·金融 is one list; 迪丽热巴·迪力木拉提 a name
WIDE = (range(0x1100, 0x1200), range(0x2E80, 0xFF61), range(0x1F300, 0x110000))
TITLE_PREFIXES = frozenset("副常首代")  # 副 + 总经理 stay together


@lru_cache(maxsize=4096)
def break_costs(text: str) -> tuple[float, ...]:
    """Return for each index what it costs to begin a line there; FORBIDDEN where it can't."""
    costs = [FORBIDDEN, *(_cost(left, right) for left, right in pairwise(text))]
    place = 0
    while place < len(text):
        word = next((w for w in (*SUFFIXES, *WORDS) if text.startswith(w, place)), "")
        if word:
            _mark_word(costs, text, place, word)
        place += len(word) or 1
    for dots in LIST.finditer(text):
        costs[dots.end()] = costs[dots.end(1) + 1] = IN_LIST
    return tuple(costs)


def _mark_word(costs: list[float], text: str, start: int, word: str) -> None:
    joined = start > 0 and text[start - 1] in TITLE_PREFIXES
    if costs[start] < FORBIDDEN and word in SUFFIXES:
        costs[start] = IN_WORD if joined else min(costs[start], FAIR)
    for inside in range(start + 1, start + len(word)):
        costs[inside] = max(costs[inside], IN_WORD)


def _cost(left: str, right: str) -> float:
    if left.isspace():
        return GOOD
    if right.isspace() or right in NO_START or left in NO_END:
        return FORBIDDEN
    if left in SEPARATORS:
        return GOOD
    if right == "暨":
        return GOOD
    return _cost_inside(left, right)


def _cost_inside(left: str, right: str) -> float:
    wide_left, wide_right = is_wide(left), is_wide(right)
    if not wide_left and not wide_right:
        return FORBIDDEN
    if left.isdigit() and right in COUNTERS:
        return FORBIDDEN
    return PLAIN if wide_left and wide_right else FAIR


def is_wide(character: str) -> bool:
    """Tell whether a character takes a whole square: Han, kana, Hangul, full-width marks."""
    return any(ord(character) in block for block in WIDE)


def balanced(text: str, lines: int, widths: Sequence[float], *, kept: bool) -> tuple[str, ...]:
    """Divide a text into `lines` lines, so that the longest is short and the breaks are good.

    With `kept`, only separators and spaces break (for names). Returns () when it can't be done.
    """
    costs = break_costs(text)
    allowed = GOOD if kept else IN_WORD
    places = [i for i, cost in enumerate(costs) if cost <= allowed]
    total = [0.0]
    for width in widths:
        total.append(total[-1] + width)
    best = _best_breaks(len(text), lines, places, lambda a, b: total[b] - total[a], costs)
    if best is None:
        return ()
    edges = [0, *best, len(text)]
    return tuple(text[a:b].strip() for a, b in pairwise(edges))


def _best_breaks(
    end: int,
    lines: int,
    places: list[int],
    width: Callable[[int, int], float],
    costs: Sequence[float],
) -> tuple[int, ...] | None:
    """Return the breaks with the smallest (longest line + costs), line by line."""
    reached: dict[int, tuple[float, float, tuple[int, ...]]] = {0: (0.0, 0.0, ())}
    for _ in range(lines - 1):
        following: dict[int, tuple[float, float, tuple[int, ...]]] = {}
        for start, (longest, cost, breaks) in reached.items():
            for place in places:
                if place <= start:
                    continue
                now = max(longest, width(start, place)), cost + costs[place], (*breaks, place)
                known = following.get(place)
                if known is None or now[0] + now[1] < known[0] + known[1]:
                    following[place] = now
        reached = following
    ends = [
        (max(longest, width(start, end)) + cost, breaks)
        for start, (longest, cost, breaks) in reached.items()
    ]
    return min(ends)[1] if ends else None


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Break a paragraph into lines of at most `width`, each as full as good breaks allow."""
    lines = []
    for paragraph in text.split("\n"):
        lines += _wrapped_paragraph(paragraph.strip(), width, measure)
    return lines


def _wrapped_paragraph(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    costs, widths = break_costs(text), [measure(c) for c in text]
    lines, start = [], 0
    while start < len(text):
        end = _fill(widths, start, width)
        if end < len(text):
            end = _last_good(costs, start, end)
        lines.append(text[start:end].strip())
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
    return lines or [""]


def _fill(widths: Sequence[float], start: int, width: float) -> int:
    """Return the end of the longest stretch from `start` that fits; at least one character."""
    used, end = 0.0, start
    while end < len(widths) and (end == start or used + widths[end] <= width + 1e-6):
        used += widths[end]
        end += 1
    return end


def _last_good(costs: Sequence[float], start: int, end: int) -> int:
    """Step back to the best break near the end of a full line."""
    choices = [
        (costs[i] + (end - i) * 0.25, end - i, i)
        for i in range(end, start, -1)
        if costs[i] < FORBIDDEN
    ]
    return min(choices)[2] if choices else end
