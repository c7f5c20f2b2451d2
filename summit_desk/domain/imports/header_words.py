"""The words by which lists call their columns, in Chinese, English and the tools people use."""

from summit_desk.domain.imports.targets import Target

# One line per field. The first words are the usual ones; our own export headers are among them.
HEADER_WORDS: dict[Target, str] = {
    Target.RECORD: "记录标识 recordkey summitdeskid 系统编号",
    Target.NUMBER: (
        "报名编号 注册号 注册编号 参会编号 编号 证件编号 代表证号 胸牌号 学号 工号 "
        "员工号 registrationnumber registrationno regno number no. no 登记号 证号"
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
        "姓拼音 拼音姓 英文姓 护照姓 familynameasinpassport passportfamilyname"
    ),
    Target.PASSPORT_GIVEN: (
        "名拼音 拼音名 英文名字 护照名 givennameasinpassport passportgivenname"
    ),
    Target.FAMILY_NAME: "姓 姓氏 surname lastname familyname attendeenamefamilyname",
    Target.GIVEN_NAME: "名 firstname givenname forename attendeenamegivenname",
    Target.PINYIN: "读音 姓名读音 汉语拼音 pinyin reading",
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
    Target.SEAT: "座位 座位号 座次 席位 排座 座签 seat seatname",
    Target.SEAT_HALL: "座位区域 座位区 会场区域 区域 座区 厅 seatzone seathall",
    Target.SEAT_ROW: "排 排号 排数 座位排 座位排号 seatrow row",
    Target.SEAT_NUMBER: "座 座号 位号 座位序号 seatnumber",
    Target.RANK: "礼宾次序 礼宾顺序 排序号 排名 protocolorder rank",
    Target.GROUP: "团组 代表团 团队 所属团组 所属代表团 团组名称 代表团名称 团名 group delegation",
    Target.COMPANION: (
        "陪同 随行人员 随行 同行 同行人 陪同对象 陪同人 随行对象 陪同嘉宾 companion companionof "
        "accompanying accompanyingperson"
    ),
    Target.FEE_STATUS: (
        "缴费状态 是否缴费 缴费情况 付款状态 支付状态 是否已缴费 交费状态 是否交费 缴费 "
        "feestatus paymentstatus paid"
    ),
    Target.FEE: (
        "金额 参会费 参会费用 会务费 缴费金额 应缴金额 实缴金额 付款金额 注册费 费用 费用(元) "
        "fee amount registrationfee"
    ),
    Target.PAYMENT_METHOD: (
        "支付方式 缴费方式 付款方式 交费方式 paymentmethod wayofpayment paymentproviders"
    ),
    Target.NEEDS_HOTEL: (
        "是否住宿 是否需要住宿 住宿 需要住宿 住宿需求 是否安排住宿 是否订房 needsahotelroom"
    ),
    Target.HOTEL: "酒店 酒店名称 住宿酒店 入住酒店 宾馆 下榻酒店 hotel hotelname accommodation",
    Target.ROOM_TYPE: "房型 房间类型 住宿房型 分房 roomtype room",
    Target.HOTEL_ROOM: "房号 房间号 房间号码 酒店房号 roomnumber roomno",
    Target.ROOM_MATE: "合住人 合住 拼房 拼房人 拼住 同住人 室友 roommate sharestheroomwith",
    Target.HOTEL_FROM: (
        "入住 入住日期 入住时间 checkindate arrivaldate hotelfrom accommodation(arrival)"
    ),
    Target.HOTEL_TO: (
        "离店 离店日期 退房 退房日期 离店时间 checkoutdate departuredate hotelto "
        "accommodation(departure)"
    ),
    Target.MEALS: "用餐安排 用餐场次 用餐选择 就餐 就餐安排 餐次 meals",
    Target.DIET: (
        "用餐禁忌 饮食禁忌 忌口 饮食要求 饮食 用餐 用餐要求 餐饮要求 饮食习惯 diet "
        "dietaryrequirements"
    ),
    Target.INVOICE_TITLE: (
        "发票抬头 开票抬头 抬头 发票名称 开票单位 invoicetitle invoiceaddressname"
    ),
    Target.INVOICE_KIND: "发票类型 发票种类 票据类型 开票类型 invoicekind invoicetype",
    Target.INVOICE_EMAIL: "收票邮箱 发票邮箱 电子发票邮箱 接收发票邮箱 开票邮箱 invoiceemail",
    Target.INVOICE_ADDRESS: (
        "地址电话 地址、电话 地址及电话 单位地址电话 开票地址电话 注册地址电话 地址和电话 "
        "invoiceaddress billingaddress"
    ),
    Target.INVOICE_BANK: (
        "开户行账号 开户行及账号 开户行、账号 开户行 开户银行及账号 银行账号 开户行和账号 "
        "invoicebank bankaccount"
    ),
    Target.SHARES_PHONE: (
        "公开电话 是否公开电话 电话是否公开 同意公开电话 同意公开手机号 通讯录公开 sharesphone"
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
    Target.ARRIVAL_AT: (
        "抵达时间 到达时间 预计抵达时间 预计到达时间 抵达日期时间 抵达日期 到达日期 抵达日期和时间 "
        "抵达 到达 arrivaltime arrival arrivalat"
    ),
    Target.ARRIVAL_BY: (
        "航班/车次 抵达航班/车次 抵达航班 到达航班 到达航班/车次 抵达车次 到达车次 车次 航班 "
        "航班号 抵达航班号 来程航班 去程航班 交通工具 flight train arrivalflight arrivalby"
    ),
    Target.ARRIVAL_PLACE: (
        "到达站 到达站/机场 抵达站/机场 抵达机场 到达机场 抵达车站 到达车站 抵达站 抵达地点 "
        "到达地点 接站地点 arrivalplace arrivalairport arrivalstation"
    ),
    Target.NEEDS_PICKUP: (
        "是否接站 接站 接机 是否接机 是否需要接站 是否需要接机 需要接站 接站需求 是否接送 接送站 "
        "needspickup pickup pick-up"
    ),
    Target.DEPARTURE_AT: (
        "返程时间 离开时间 返程日期 离会时间 返程日期时间 离开日期 返程 departuretime departure "
        "departureat"
    ),
    Target.DEPARTURE_BY: (
        "返程航班 返程航班/车次 返程车次 离开航班 离开航班/车次  "
        "返程航班号 departureflight departureby"
    ),
    Target.DEPARTURE_PLACE: (
        "返程站 返程站/机场 返程机场 返程车站 离开站 离开站/机场 出发站 出发站/机场 送站地点 "
        "departureplace departureairport departurestation"
    ),
    Target.NEEDS_DROPOFF: (
        "送站 送机 是否送站 是否送机 是否需要送站 需要送站 送站需求 needsdropoff dropoff drop-off"
    ),
    Target.EXTERNAL_CODE: (
        "外部编码 外部代码 票码 电子票号 外系统编号 externalcode ticketcode ticketsecret secret "
        "ticketreference barcode"
    ),
    Target.CUSTOM_MOMENT: "日期时间",
    Target.CUSTOM: "民族 行政级别 级别 推荐人 团内职务",
    Target.IGNORE: (
        "序号 序 # s/n sn serialno serialno. "
        "所用时间 来源 来源详情 来自ip 填写者ip 提交者 提交人 修改时间 "
        "首次入会时间 最后退会时间 入会次数 累计参会时长 身份 签到 签名 签字 总分 "
        "答题时长 modificationdate checkedin checkedout checkindate price paidprice "
        "createdby eventslug positionid"
    ),
}
