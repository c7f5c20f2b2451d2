"""What the organisers of the story enter, in English and in Chinese with rare names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

Texts = dict[str, object]


@dataclass(frozen=True)
class Facts:
    """What one organiser enters, and what they expect to read."""

    event: Texts
    room: Texts
    forum: Texts
    session: Texts
    guest: str  # who is announced before a name is known
    speaker: Texts
    attendee: Texts
    station: str
    operator: str
    welcome: str  # what the door says
    again: str
    first_time: str
    first_place: str
    row: dict[str, str]  # the attendee in the sheet


ENGLISH = Facts(
    event={
        "name": "Harbour Summit",
        "first_day": date(2027, 5, 20),
        "last_day": date(2027, 5, 21),
        "city": "Shanghai",
    },
    room={"name": "Pujiang Hall", "floor": "3F", "capacity": 240},
    forum={"name": "Data forum", "room_id": "Pujiang Hall", "capacity": 200},
    session={
        "title": "Opening words",
        "forum_id": "Data forum",
        "starts_at": datetime(2027, 5, 20, 9, 30),
        "minutes": 45,
    },
    guest="A guest of honour",
    speaker={"name": "Anna Keller", "organisation": "Example Institute", "topic": "Data"},
    attendee={
        "name": "John O'Neill-Smith",
        "unit": "Example Works",
        "title": "Director",
        "category_id": "Media",
        "status": "Confirmed",
        "forums": ["Data forum"],
        "seat": "A 12",
        "mobile": "138 0000 0018",
        "email": "john@example.com",
        "tags": "press, VIP",
        "notes": "=1+1",
    },
    station="Gate 1",
    operator="Chen",
    welcome="Welcome",
    again="Already checked in",
    first_time="First check-in at {time}, less than a minute ago",
    first_place="at station Gate 1, by Chen",
    row={
        "Registration number": "0001",
        "Name": "John O'Neill-Smith",
        "Organisation": "Example Works",
        "Job title": "Director",
        "Category": "Media",
        "Status": "Confirmed",
        "Forums": "Data forum",
        "Mobile (masked)": "138****0018",
        "E-mail": "john@example.com",
        "Seat": "A 12",
        "Tags": "press; VIP",
        "Notes": "=1+1",
    },
)
CHINESE = Facts(
    event={
        "name": "示例产业高峰论坛",
        "first_day": date(2027, 5, 20),
        "last_day": date(2027, 5, 21),
        "city": "上海",
    },
    room={"name": "浦江厅", "floor": "三层", "capacity": 240},
    forum={"name": "数据要素论坛", "room_id": "浦江厅", "capacity": 200},
    session={
        "title": "开幕致辞",
        "forum_id": "数据要素论坛",
        "starts_at": datetime(2027, 5, 20, 9, 30),
        "minutes": 45,
    },
    guest="特邀嘉宾",
    speaker={"name": "李𠮷", "organisation": "示例研究院", "topic": "数据与产业"},
    attendee={
        "name": "于𬱖",
        "unit": "示例重工",
        "title": "主任",
        "category_id": "媒体",
        "status": "已确认",
        "forums": ["数据要素论坛"],
        "seat": "A 区 12 座",
        "mobile": "138 0000 0018",
        "email": "yu@example.com",
        "tags": "媒体、贵宾",
        "notes": "=1+1",
    },
    station="入口 1",
    operator="小陈",
    welcome="请进",
    again="重复签到",
    first_time="首次签到 {time}，不到 1 分钟前",
    first_place="工位：入口 1，操作员：小陈",
    row={
        "报名编号": "0001",
        "姓名": "于𬱖",
        "单位": "示例重工",
        "职务": "主任",
        "类别": "媒体",
        "状态": "已确认",
        "各分论坛": "数据要素论坛",
        "手机（脱敏）": "138****0018",
        "邮箱": "yu@example.com",
        "座位": "A 区 12座",
        "标签": "媒体；贵宾",
        "备注": "=1+1",
    },
)
