"""Which field a header names: the words of Chinese and English lists and of form tools."""

import re
from functools import cache

from summit_desk.domain.documents.attendee_columns import BY_HAND, COLUMNS, masked_title
from summit_desk.domain.imports.targets import LABELS, Target
from summit_desk.domain.text_cleaning import fold_width
from summit_desk.support.i18n import Language, _, speaking

CERTAIN, SURE, LIKELY = 0.95, 0.85, 0.5  # how sure a header names a field

# One line per field. The first words are the usual ones; our own export headers are among them.
_WORDS: dict[Target, str] = {
    Target.RECORD: "记录标识 recordkey summitdeskid 系统编号",
    Target.NUMBER: (
        "报名编号 注册号 注册编号 参会编号 编号 证件编号 代表证号 胸牌号 学号 工号 "
        "员工号 registrationnumber registrationno regno number no. ordercode "
        "pseudonymizationid 登记号 证号"
    ),
    Target.NAME: (
        "姓名 名字 参会人姓名 参会人员姓名 参会人 参会人员 嘉宾姓名 嘉宾 代表姓名 "
        "参会代表 代表 与会人员 与会人姓名 人员姓名 学员姓名 联系人姓名 报名人 "
        "报名人姓名 真实姓名 中文姓名 nameb name fullname attendeename participant "
        "participantname chinesename 用户昵称 用户昵称(入会昵称) 入会昵称 昵称 speaker"
    ),
    Target.PASSPORT_NAME: (
        "护照拼音 姓名拼音 拼音 护照姓名 护照英文名 证件拼音 姓名(拼音) 拼音姓名 "
        "nameasinpassport passportname nameinpassport"
    ),
    Target.PASSPORT_FAMILY: (
        "姓拼音 拼音姓 英文姓 护照姓 familynameasinpassport surname lastname familyname"
    ),
    Target.PASSPORT_GIVEN: (
        "名拼音 拼音名 英文名字 护照名 givennameasinpassport firstname givenname"
    ),
    Target.OTHER_NAME: (
        "英文姓名 英文名 外文姓名 外文名 name(en) englishname nameinanotherlanguage"
    ),
    Target.HONORIFIC: "称谓 称呼 尊称 honorific salutation",
    Target.SEX: "性别 男/女 sex gender",
    Target.BIRTH_DATE: "出生日期 出生年月日 出生年月 生日 dateofbirth birthdate birthday dob",
    Target.ORGANISATION: (
        "单位 工作单位 单位名称 公司 公司名称 所在单位 机构 机构名称 派员单位 企业名称 "
        "企业 所属单位 单位全称 工作单位全称 组织 所在公司 就职单位 任职单位 学校 "
        "所在机构 organisation organization company affiliation employer institution"
    ),
    Target.DEPARTMENT: "部门 处室 学院/部门 所在部门 科室 院系 department division 部门/处室",
    Target.TITLE: (
        "职务 职称 职务/职称 职务职称 职位 岗位 职务(对外身份) 对外身份 头衔 现任职务 "
        "单位职务 title position jobtitle job role"
    ),
    Target.MOBILE: (
        "手机 手机号 手机号码 移动电话 联系电话 联系方式 电话 电话号码 联系手机 "
        "手机/电话 本人手机 mobile mobilephone cellphone phone phonenumber tel "
        "telephone"
    ),
    Target.PHONE: "其他电话 固定电话 座机 办公电话 单位电话 固话 otherphone landline officephone",
    Target.EMAIL: (
        "邮箱 电子邮箱 邮箱地址 邮件 电子邮件 电邮 联系邮箱 e-mail email emailaddress "
        "mail attendeeemail"
    ),
    Target.DOCUMENT_KIND: (
        "证件类型 证件名称 证件种类 护照种类 kindofdocument documenttype idtype"
    ),
    Target.DOCUMENT: (
        "证件号码 证件号 身份证号 身份证号码 身份证 护照号 护照号码 有效证件号码 "
        "身份证件号码 documentnumber idnumber passportnumber passportno"
    ),
    Target.CATEGORY: (
        "参会类型 人员类别 类别 票种 参会类别 参会身份 代表类型 人员类型 嘉宾类型 "
        "证件类别 category product ticket tickettype ticketname badgetype"
    ),
    Target.STATUS: "状态 报名状态 审核状态 参会状态 status registrationstate",
    Target.FORUMS: (
        "参加分论坛 参加活动 参加论坛 分论坛 论坛 参会论坛 报名论坛 参加哪些分论坛 "
        "将参加哪些分论坛 拟参加分论坛 拟参加论坛 参加会议 参加环节 选择论坛 forums "
        "forum sessions session track"
    ),
    Target.SEAT: "座位 座位号 座次 席位 seat seatname",
    Target.NEEDS_HOTEL: (
        "是否住宿 是否需要住宿 住宿 需要住宿 住宿需求 是否安排住宿 是否订房 "
        "needsahotelroom hotel accommodation"
    ),
    Target.ROOM_TYPE: "房型 房间类型 住宿房型 分房 roomtype room",
    Target.HOTEL_FROM: (
        "入住 入住日期 入住时间 checkindate arrivaldate hotelfrom accommodation(arrival)"
    ),
    Target.HOTEL_TO: (
        "离店 离店日期 退房 退房日期 离店时间 checkoutdate departuredate hotelto "
        "accommodation(departure)"
    ),
    Target.DIET: (
        "用餐禁忌 饮食禁忌 忌口 饮食要求 饮食 用餐 用餐要求 餐饮要求 饮食习惯 diet "
        "dietaryrequirements"
    ),
    Target.INVOICE_TITLE: (
        "发票抬头 开票抬头 抬头 发票名称 开票单位 invoicetitle invoiceaddressname"
    ),
    Target.TAX_NUMBER: (
        "纳税人识别号 税号 统一社会信用代码 信用代码 纳税识别号 发票税号 taxnumber vatid"
    ),
    Target.NOTES: (
        "备注 特殊需求 其他要求 说明 附注 备注说明 其他说明 notes note remarks comment ordercomment"
    ),
    Target.DOOR_NOTE: "现场备注 签到备注 noteforthedoor",
    Target.TAGS: "标签 分组 tags tag",
    Target.SOURCE: "报名来源 报名渠道 saleschannel",
    Target.REGISTERED_AT: (
        "提交时间 提交答卷时间 报名时间 填写时间 登记时间 提交日期 registeredat "
        "registrationdate orderdate submittedat"
    ),
    Target.CUSTOM_MOMENT: (
        "抵达时间 到达时间 预计抵达时间 预计到达时间 抵达日期时间 日期时间 到达日期 "
        "返程时间 离开时间 返程日期 arrivaltime departuretime"
    ),
    Target.CUSTOM: (
        "民族 航班/车次 抵达航班/车次 抵达航班 到达航班 车次 航班 航班号 返程航班 "
        "返程航班/车次 到达站 到达站/机场 是否接站 接站 接机 送站 是否接送 行政级别 "
        "级别 推荐人 缴费状态 合住人 拼房 发票类型 团内职务"
    ),
    Target.IGNORE: (
        "序号 序 # 所用时间 来源 来源详情 来自ip 填写者ip 提交者 提交人 修改时间 "
        "首次入会时间 最后退会时间 入会次数 累计参会时长 身份 签到 签名 签字 总分 "
        "答题时长 modificationdate checkedin checkedout checkindate price paidprice "
        "secret createdby eventslug positionid"
    ),
}

_OWN = {"document_number": Target.DOCUMENT}
_NOISE = re.compile(
    r"[*\s:：?？！!。]|（必填）|\(必填\)|（自动）|\(自动\)|（选填）|\(选填\)|（单选）|\(单选\)|（多选）|\(多选\)|请填写|请输入|请选择|请问"
)
_LEADING = re.compile(r"^(?:[Qq]\d{1,3}[.、:]?|\d{1,3}[.、]|[一二三四五六七八九十]{1,3}、)")
_OWNER = re.compile(
    r"^(?:您的|您将|您|你的|贵|本人|参会人员|参会人|参会者|参会嘉宾|嘉宾|代表)(?=.)"
)
_EXPLANATION = re.compile(r"\(.*?\)$")
_OPTION = re.compile(r"^\s*(?:[Qq]?\d{1,3}[.、]\s*)(.*?)[(（](.+)[)）]\s*$")


def plain_header(title: str) -> str:
    """Return a header without the numbering, stars and phrases of form tools."""
    bare = _LEADING.sub("", fold_width(title).strip())
    return _NOISE.sub("", bare).lower()


def option_of(title: str) -> tuple[str, str]:
    """Return (question, option) of a "5、(主论坛)" header of one column per option."""
    found = _OPTION.match(title)
    return (found[1].strip(), found[2].strip()) if found else ("", "")


def target_of(title: str) -> tuple[Target | None, float]:
    """Return the field that a header names, and how sure that is (0 to 1)."""
    plain = plain_header(title)
    if not plain:
        return None, 0.0
    if plain.endswith(_masked_ends()):
        return Target.IGNORE, 1.0
    for form, sure in _forms(plain):
        if found := _table().get(form):
            return found, sure
    return _contained(plain)


def _forms(plain: str) -> tuple[tuple[str, float], ...]:
    owned = _OWNER.sub("", plain)
    shorter = _EXPLANATION.sub("", plain)
    return (plain, 1.0), (owned, CERTAIN), (shorter, 0.9), (_OWNER.sub("", shorter), SURE)


def _contained(plain: str) -> tuple[Target | None, float]:
    """A long question contains the word ("请问您的手机号码是多少"): the longest word wins."""
    found = [word for word in _table() if len(word) > 1 and not word.isascii() and word in plain]
    if not found:
        return None, 0.0
    word = max(found, key=len)
    return _table()[word], min(0.8, 0.3 + len(word) / len(plain) / 2)


@cache
def _table() -> dict[str, Target]:
    table: dict[str, Target] = {}
    for target, words in _WORDS.items():
        for word in words.split():
            table.setdefault(word, target)
    return {**_own_titles(), **table}


def _own_titles() -> dict[str, Target]:
    """The titles of our own lists, in both languages, so that an export comes back as it went."""
    named = {**BY_HAND, **{column.key: column.title for column in COLUMNS}}
    fields = frozenset(map(str, Target))
    targets = {
        key: _OWN.get(key) or (Target(key) if key in fields else Target.IGNORE) for key in named
    }
    titles: dict[str, Target] = {}
    for language in Language:
        with speaking(language):
            titles |= {plain_header(_(named[key])): target for key, target in targets.items()}
            titles |= {plain_header(_(label)): target for target, label in LABELS.items()}
    return titles


@cache
def _masked_ends() -> tuple[str, ...]:
    """The ends of titles whose values were hidden in part, in both languages."""
    ends = []
    for language in Language:
        with speaking(language):
            ends.append(plain_header(masked_title("")))
    return tuple(ends)
