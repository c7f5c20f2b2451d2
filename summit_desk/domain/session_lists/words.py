"""Which part of a session a header names: the words of agenda sheets of many kinds."""

import re
from enum import StrEnum
from functools import cache

from summit_desk.domain.imports.synonyms import plain_header
from summit_desk.domain.records import SessionKind


class Part(StrEnum):
    """What a column of an agenda sheet holds."""

    KEY = "key"  # the identity that another system gives a session
    DATE = "date"
    TIME = "time"  # "9:30—10:15", or the start alone
    START = "start"
    END = "end"
    LENGTH = "length"
    TITLE = "title"
    TITLE_OTHER = "title_other"
    SUBTITLE = "subtitle"
    SPEAKER = "speaker"
    WORK = "work"  # unit and title in one cell
    ORGANISATION = "organisation"
    POSITION = "position"
    HOST = "host"
    ROOM = "room"
    FORUM = "forum"
    KIND = "kind"
    ABSTRACT = "abstract"
    NOTES = "notes"


_WORDS: dict[Part, str] = {
    Part.KEY: "id sessionid proposalid code 议程编号 环节编号 会议编号",
    Part.DATE: (
        "日期 活动日期 会议日期 date datum day startdate start_date eventdate 年月日 日期(月/日)"
    ),
    Part.TIME: (
        "时间 時間 起止时间 时段 時段 具体时间 时间段 会议时间 time times timeslot uhrzeit zeit"
    ),
    Part.START: (
        "开始 開始 开始时间 開始時間 起始时间 start starttime start_time timestart begin begins "
        "beginn from"
    ),
    Part.END: "结束 結束 结束时间 結束時間 end endtime end_time timeend ends ende until to",
    Part.LENGTH: (
        "时长 時長 时长(分钟) 时长(分) 分钟 用时 发言时长 duration minutes length dauer min"
    ),
    Part.TITLE: (
        "内容 內容 议题 議題 主题 主題 题目 題目 标题 標題 议程 議程 议程内容 活动内容 会议内容 "
        "日程 日程内容 环节 环节名称 演讲题目 演讲主题 演讲内容 发言题目 发言主题 报告题目 "
        "报告主题 议程项 事项 活动 活动安排 title titel sessiontitle session talk talktitle topic "
        "subject programme program activity item proposaltitle"
    ),
    Part.TITLE_OTHER: (
        "英文题目 英文标题 英文主题 英文议题 title(en) englishtitle titleinenglish title_en "
        "titleinanotherlanguage"
    ),
    Part.SUBTITLE: "副标题 副題 subtitle untertitel",
    Part.SPEAKER: (
        "演讲人 演讲嘉宾 演讲者 嘉宾 嘉賓 讲者 講者 发言人 发言嘉宾 主讲人 主讲 主讲嘉宾 报告人 "
        "分享人 分享嘉宾 拟邀嘉宾 拟邀演讲人 嘉宾姓名 姓名 与谈人 与谈嘉宾 对话嘉宾 圆桌嘉宾 "
        "出席嘉宾 speaker speakers speakername speakernames speaker_names presenter presenters "
        "vortragende vortragender referent referenten referentin panellists panelists guests"
    ),
    Part.WORK: (
        "单位及职务 单位职务 单位/职务 单位、职务 单位和职务 职务单位 嘉宾单位及职务 嘉宾介绍 "
        "嘉宾身份 身份 單位職稱 单位职称 affiliation speakeraffiliation"
    ),
    Part.ORGANISATION: (
        "单位 單位 工作单位 公司 机构 所在单位 嘉宾单位 发言单位 单位名称 organisation "
        "organization company unit institution"
    ),
    Part.POSITION: "职务 職務 职称 职务/职称 职位 头衔 嘉宾职务 position jobtitle job role",
    Part.HOST: (
        "主持 主持人 主持嘉宾 会议主持 主持人姓名 主持/负责人 host hosts moderator moderators "
        "moderation chair sessionchair"
    ),
    Part.ROOM: (
        "会场 會場 地点 地點 场地 場地 会议室 会议厅 教室 分会场 会议地点 活动地点 会场/地点 "
        "地点/会场 room rooms location ort raum venue room/location place hall stage"
    ),
    Part.FORUM: (
        "分论坛 分論壇 论坛 论坛名称 专场 议程轨 議程軌 track tracks scheduletrack forum forums "
        "stream strand"
    ),
    Part.KIND: (
        "类型 類型 类别 形式 环节类型 活动类型 发言形式 kind type sessiontype submissiontype "
        "submission_type eventtype format"
    ),
    Part.ABSTRACT: (
        "简介 簡介 摘要 内容简介 议题简介 演讲简介 内容摘要 描述 概要 详情 abstract description "
        "beschreibung summary"
    ),
    Part.NOTES: "备注 備註 说明 附注 notes note remarks remark comment comments bemerkung",
}

# The words by which a title (or a kind column) tells a kind; the first that fits is meant.
_KINDS: tuple[tuple[SessionKind, str], ...] = (
    (SessionKind.REGISTRATION, r"签到|报到|注册|簽到|報到|\bregistration\b|\bcheck-?in\b"),
    (SessionKind.BREAK, r"茶歇|休息|中场|\bbreak\b|\bcoffee\b|\btea\b|\bpause\b"),
    (
        SessionKind.MEAL,
        r"午餐|晚餐|早餐|午宴|晚宴|用餐|自助餐|\blunch\b|\bdinner\b|\bbreakfast\b|\bmeal\b",
    ),
    (SessionKind.SIGNING, r"签约|签字|簽約|\bsigning ceremony\b"),
    (SessionKind.MATCHMAKING, r"对接|洽谈|\bmatchmaking\b"),
    (
        SessionKind.CEREMONY,
        r"开幕|闭幕|致辞|致词|颁奖|授牌|揭牌|启动仪式|仪式|開幕|閉幕|\bopening\b|\bclosing\b|\bceremony\b|\bwelcome\b",
    ),
    (SessionKind.DIALOGUE, r"对话|對話|访谈|\bdialogue\b|\bfireside\b"),
    (SessionKind.PANEL, r"圆桌|圓桌|研讨|讨论|\bpanel\b|podiumsdiskussion|\bdiscussion\b"),
    (SessionKind.VISIT, r"参观|考察|参访|走访|\bvisit\b|\btour\b"),
    (SessionKind.TRAINING, r"培训|工作坊|讲座|训练营|\bworkshop\b|\btraining\b|\btutorial\b"),
    (SessionKind.KEYNOTE, r"主旨|主题演讲|主题报告|主題演講|特邀报告|\bkeynote\b|\bplenary\b"),
    (SessionKind.TALK, r"演讲|报告|发言|分享|演講|\btalk\b|\blecture\b|\bpresentation\b"),
)
_WHOLE = frozenset(
    {"演讲", "报告", "发言", "分享", "主题演讲", "主旨演讲", "主题报告", "特邀报告", "圆桌", "对话"}
)
_OPTIONAL = re.compile(r"\((?:optional|可选|选填)\)$")
_EXPLAINED = re.compile(r"\(.*?\)$")
_COUNTED = re.compile(r"[\s#]*[\d一二三四五六七八九十]+$")


def part_of(title: str) -> Part | None:
    """Return what a header names, or None."""
    plain = _OPTIONAL.sub("", plain_header(title))
    for form in (plain, _EXPLAINED.sub("", plain), _COUNTED.sub("", plain)):
        if found := _table().get(form):
            return found
    return None


def kind_of_title(title: str) -> SessionKind | None:
    """Return the kind that a session's title tells, if it tells one."""
    plain = title.casefold()
    found = (kind for kind, words in _KINDS if re.search(words, plain))
    return next((kind for kind in found if kind is not SessionKind.TALK), None)


def kind_of_word(words: str) -> SessionKind | None:
    """Return the kind that a cell of a kind column names."""
    plain = words.strip().casefold()
    named = next((kind for kind in SessionKind if kind.value == plain), None)
    return named or next((kind for kind, known in _KINDS if re.search(known, plain)), None)


def kind_of_header(title: str) -> SessionKind | None:
    """Return the kind that a column of ticks is about ("主题演讲")."""
    plain = plain_header(title)
    return kind_of_word(plain) if plain in _WHOLE else None


@cache
def _table() -> dict[str, Part]:
    table: dict[str, Part] = {}
    for part, words in _WORDS.items():
        for word in words.split():
            table.setdefault(word, part)
    return table
