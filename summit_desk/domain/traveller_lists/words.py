"""Which fact about a traveller a header names."""

from enum import StrEnum
from functools import cache

from summit_desk.domain.imports.synonyms import plain_header
from summit_desk.domain.records import TravellerRole


class Fact(StrEnum):
    """What a column of a delegation's list holds."""

    NAME = "name"
    ROLE = "role"
    PASSPORT_NAME = "passport_name"
    PASSPORT_FAMILY = "passport_family"
    PASSPORT_GIVEN = "passport_given"
    SEX = "sex"
    BIRTH_DATE = "birth_date"
    ORGANISATION = "organisation"
    TITLE = "title"
    DOCUMENT_KIND = "document_kind"
    NUMBER = "number"
    ISSUED = "issued"
    EXPIRES = "expires"
    ROOM = "room"
    DIET = "diet"
    MOBILE = "mobile"
    EMAIL = "email"
    NOTES = "notes"


_WORDS: dict[Fact, str] = {
    Fact.NAME: "姓名 中文姓名 名字 团员姓名 人员姓名 出访人员 name fullname chinesename traveller",
    Fact.ROLE: "团内职务 团内身份 团组职务 团内分工 身份 角色 role",
    Fact.PASSPORT_NAME: (
        "护照拼音 姓名拼音 拼音 护照姓名 英文姓名 拼音姓名 护照英文名 姓名(拼音) nameinpassport "
        "nameasinpassport passportname englishname"
    ),
    Fact.PASSPORT_FAMILY: "姓拼音 拼音姓 英文姓 surname lastname familyname",
    Fact.PASSPORT_GIVEN: "名拼音 拼音名 英文名 givenname givennames firstname",
    Fact.SEX: "性别 男/女 sex gender",
    Fact.BIRTH_DATE: "出生日期 出生年月日 出生年月 生日 dateofbirth birthdate birthday dob",
    Fact.ORGANISATION: (
        "工作单位 单位 单位名称 派员单位 公司 所在单位 organisation organization company employer"
    ),
    Fact.TITLE: (
        "职务 职务(对外身份) 对外身份 职务/职称 职务或职称 职称 职位 title jobtitle position job"
    ),
    Fact.DOCUMENT_KIND: (
        "护照种类 护照类型 证件类型 证件种类 kindofpassport passporttype documenttype"
    ),
    Fact.NUMBER: (
        "护照号码 护照号 证件号码 证件号 passportnumber passportno passport documentnumber"
    ),
    Fact.ISSUED: (
        "签发日期 发证日期 签发日 发证日 护照签发日期 护照签发日 dateofissue issuedate issuedon "
        "issued"
    ),
    Fact.EXPIRES: (
        "有效期至 有效期 到期日 到期日期 失效日期 护照有效期 护照有效期至 截止日期 dateofexpiry "
        "expirydate expiry expires expireson validuntil"
    ),
    Fact.ROOM: (
        "分房 房间 房型 住宿 合住 合住人 同住人 拼房 住宿安排 room roomshare roommate sharing"
    ),
    Fact.DIET: "饮食 用餐禁忌 饮食禁忌 忌口 饮食要求 diet dietaryrequirements",
    Fact.MOBILE: "手机 手机号 手机号码 联系电话 电话 联系方式 mobile phone telephone",
    Fact.EMAIL: "邮箱 电子邮箱 邮件 e-mail email",
    Fact.NOTES: "备注 说明 附注 notes note remarks remark comment",
}
_ROLES = (  # the longer word first: 副团长 holds 团长
    ("副团长", TravellerRole.DEPUTY),
    ("deputy", TravellerRole.DEPUTY),
    ("团长", TravellerRole.LEADER),
    ("leader", TravellerRole.LEADER),
    ("翻译", TravellerRole.INTERPRETER),
    ("interpreter", TravellerRole.INTERPRETER),
    ("联络", TravellerRole.LIAISON),
    ("秘书", TravellerRole.LIAISON),
    ("领队", TravellerRole.LIAISON),
    ("liaison", TravellerRole.LIAISON),
)


def fact_of(title: str) -> Fact | None:
    """Return what a header names, or None."""
    plain = plain_header(title)
    return _table().get(plain) or _table().get(plain.partition("(")[0])


def role_of(words: str) -> TravellerRole:
    """Return the role that a cell names; whoever has no other one is a member."""
    plain = words.casefold()
    return next((role for word, role in _ROLES if word in plain), TravellerRole.MEMBER)


@cache
def _table() -> dict[str, Fact]:
    table: dict[str, Fact] = {}
    for fact, words in _WORDS.items():
        for word in words.split():
            table.setdefault(word, fact)
    return table
