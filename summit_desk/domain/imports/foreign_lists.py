"""The lists of other registration systems, known by their headers (spec: formats 6.3)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summit_desk.domain.imports.headers import Header
from summit_desk.domain.imports.synonyms import plain_header
from summit_desk.domain.imports.targets import Target

_Columns = Mapping[str, tuple[Target, ...]]


@dataclass(frozen=True)
class ForeignList:
    """A list of a system: the headers that only it has, and what its columns are.

    A header that comes again means the next of its targets: pretix writes "Company" twice, of the
    attendee first and of the invoice then.
    """

    system: str
    known_by: frozenset[str]
    columns: _Columns


def _columns(words: Mapping[Target, str], **several: tuple[Target, ...]) -> _Columns:
    once = {word: (target,) for target, titles in words.items() for word in titles.split()}
    return {**once, **several}


_PRETIX_SEAT = {
    Target.SEAT_HALL: "seatzone",
    Target.SEAT_ROW: "seatrow",
    Target.SEAT_NUMBER: "seatnumber",
}
_PRETIX_IGNORED = (
    "positionid eventslug ordertime date startdate enddate taxrate taxrule taxvalue seatid "
    "seatname followupdate orderlocale e-mailaddressverified emailaddressverified checkedin "
    "checkedout automaticallycheckedin"
)
LISTS = (
    ForeignList(
        "pretix",
        frozenset({"ordercode", "positionid", "attendeename"}),
        _columns(
            {
                Target.NAME: "attendeename",
                Target.FAMILY_NAME: "attendeenamefamilyname",
                Target.GIVEN_NAME: "attendeenamegivenname",
                Target.EMAIL: "attendeeemail",
                Target.MOBILE: "phonenumber",
                Target.CATEGORY: "product",
                Target.STATUS: "status",
                Target.FEE: "price",
                Target.PAYMENT_METHOD: "paymentproviders",
                Target.REGISTERED_AT: "orderdate",
                Target.EXTERNAL_CODE: "pseudonymizationid",
                Target.NOTES: "ordercomment",
                Target.TAX_NUMBER: "vatid",
                Target.SOURCE: "saleschannel",
                Target.CUSTOM: "ordercode email variation voucher invoiceaddressname",
                Target.IGNORE: _PRETIX_IGNORED,
                **_PRETIX_SEAT,
            },
            company=(Target.ORGANISATION, Target.INVOICE_TITLE),
            address=(Target.CUSTOM, Target.INVOICE_ADDRESS),
        ),
    ),
    ForeignList(
        "pretix",
        frozenset({"ordercode", "attendeename", "checkedin"}),
        _columns(
            {
                Target.NAME: "attendeename",
                Target.FAMILY_NAME: "attendeenamefamilyname",
                Target.GIVEN_NAME: "attendeenamegivenname",
                Target.EMAIL: "e-mail email",
                Target.CATEGORY: "product",
                Target.FEE: "price",
                Target.FEE_STATUS: "paid",
                Target.EXTERNAL_CODE: "secret",
                Target.ORGANISATION: "company",
                Target.REGISTERED_AT: "orderdate",
                Target.NOTES: "comment",
                Target.CUSTOM: "ordercode vouchercode requiresspecialattention",
                Target.IGNORE: _PRETIX_IGNORED,
                **_PRETIX_SEAT,
            }
        ),
    ),
    ForeignList(
        "alf.io",
        frozenset({"originalprice", "reservationid"}),
        _columns(
            {
                Target.EXTERNAL_CODE: "id",
                Target.NAME: "fullname",
                Target.GIVEN_NAME: "firstname",
                Target.FAMILY_NAME: "lastname",
                Target.EMAIL: "e-mail",
                Target.CATEGORY: "category",
                Target.STATUS: "status",
                Target.FEE: "paidprice",
                Target.REGISTERED_AT: "confirmation",
                Target.INVOICE_ADDRESS: "billingaddress",
                Target.CUSTOM: "reservationid countrycode promocode",
                Target.IGNORE: "event originalprice discount vat locked language paymentid",
            }
        ),
    ),
    ForeignList(
        "Hi.Events",
        frozenset({"publicid", "shortid", "ischeckedin"}),
        _columns(
            {
                Target.EXTERNAL_CODE: "publicid",
                Target.GIVEN_NAME: "firstname",
                Target.FAMILY_NAME: "lastname",
                Target.EMAIL: "email",
                Target.STATUS: "status",
                Target.REGISTERED_AT: "createddate",
                Target.IGNORE: (
                    "id ischeckedin checkedinat ticketid eventid shortid lastupdateddate"
                ),
            }
        ),
    ),
    ForeignList(
        "Indico",
        frozenset({"id", "name", "registrationstate"}),
        _columns(
            {
                Target.NUMBER: "id",
                Target.NAME: "name",
                Target.STATUS: "registrationstate",
                Target.REGISTERED_AT: "registrationdate",
                Target.ORGANISATION: "affiliation",
                Target.TITLE: "position",
                Target.TAGS: "tags",
                Target.CUSTOM: "paymentdate",
                Target.IGNORE: (
                    "modificationdate createdby price checkedin check-indate checkindate"
                ),
            }
        ),
    ),
    ForeignList(
        "pretalx",
        frozenset({"name", "submission_ids"}),
        _columns(
            {
                Target.EXTERNAL_CODE: "id",
                Target.NAME: "name",
                Target.EMAIL: "email",
                Target.CUSTOM: "biography submission_titles",
                Target.IGNORE: "avatar picture submission_ids",
            }
        ),
    ),
)
_SAME = {"submissionids": "submission_ids", "submissiontitles": "submission_titles"}


def foreign_targets(headers: Sequence[Header]) -> dict[int, Target]:
    """Return what the columns of a known system's list are; nothing for any other list."""
    titles = [(header.column, _plain(header.title)) for header in headers]
    names = {title for _column, title in titles}
    found = next((one for one in LISTS if one.known_by <= names), None)
    if found is None:
        return {}
    seen: Counter[str] = Counter()
    targets = {}
    for column, title in titles:
        meant = found.columns.get(title, ())
        if seen[title] < len(meant):
            targets[column] = meant[seen[title]]
        seen[title] += 1
    return targets


def _plain(title: str) -> str:
    plain = plain_header(title)
    return _SAME.get(plain, plain)
