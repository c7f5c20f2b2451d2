"""Numbers are stored one way; what is odd about them is said and never repaired."""

import pytest

from summit_desk.domain import numbers, phones
from summit_desk.domain.numbers import DocumentNumber, clean_document, is_credit_code
from summit_desk.domain.phones import Phones, clean_email, clean_phones
from summit_desk.domain.records import DocumentKind, Sex


@pytest.mark.parametrize(
    ("typed", "mobile", "other"),
    [
        ("+86 138-0000-0001", "13800000001", ""),
        ("008613800000001", "13800000001", ""),
        ("8613800000001", "13800000001", ""),
        ("138 0000 0001", "13800000001", ""),
        ("１３８００００0005", "13800000005", ""),
        ("\u202a13800000001\u202c", "13800000001", ""),
        ("13800000001.0", "13800000001", ""),
        ("852-9000 0009", "+85290000009", ""),
        ("0912345678", "+886912345678", ""),
        ("+49 30 0000000", "+49300000000", ""),
        ("13800000006/021-60000000", "13800000006", "021-60000000"),
        ("0571-88880000", "", "0571-88880000"),
        ("", "", ""),
    ],
)
def test_a_phone_is_stored_so_that_it_can_be_compared(typed: str, mobile: str, other: str) -> None:
    found = clean_phones(typed)

    assert (found.mobile, found.phone) == (mobile, other)


def test_a_rounded_phone_is_kept_and_flagged() -> None:
    assert clean_phones("1.38E+10") == Phones("1.38E+10", "", (phones.DIGITS_LOST,))


def test_an_address_is_lower_case_after_the_at() -> None:
    assert clean_email(" OuYang@EXAMPLE.COM ") == ("OuYang@example.com", "")
    assert clean_email("nobody") == ("nobody", phones.ODD_EMAIL)


@pytest.mark.parametrize(
    ("typed", "kind", "warnings"),
    [
        ("11010519491231002x", DocumentKind.ID_CARD, ()),
        ("110101190001020020", DocumentKind.ID_CARD, (numbers.BAD_CHECK,)),
        ("110101000101001", DocumentKind.ID_CARD, (numbers.FIFTEEN,)),
        ("110101190001050000", DocumentKind.ID_CARD, (numbers.DAMAGED,)),
        ("1.10101E+17", DocumentKind.ID_CARD, (numbers.DAMAGED,)),
        ("E00000001", DocumentKind.PASSPORT, ()),
        ("E0000006", DocumentKind.PASSPORT, (numbers.WRONG_LENGTH,)),
        ("PE0000003", DocumentKind.PASSPORT, ()),
        ("C01X00T47", DocumentKind.PASSPORT, ()),
        ("H00000000", DocumentKind.HOME_RETURN, ()),
        ("12345678", DocumentKind.TAIWAN_PERMIT, ()),
        ("政字第12345678号", DocumentKind.OFFICER, ()),
    ],
)
def test_a_document_is_recognised_and_checked(typed, kind, warnings) -> None:
    assert clean_document(typed) == DocumentNumber(typed.upper(), kind, warnings)


@pytest.mark.parametrize(
    "code",
    ["91110000802100433B", "91350100M000100Y43", "51100000500000001A", "91310000MA1FL0000N"],
)
def test_a_credit_code_is_checked_by_its_last_character(code: str) -> None:
    assert is_credit_code(code)
    assert not is_credit_code(code[:-1] + ("0" if code[-1] != "0" else "1"))


def test_an_id_number_tells_birth_and_sex() -> None:
    assert str(numbers.birth_date_of("11010519491231002X")) == "1949-12-31"
    assert numbers.sex_of("11010519491231002X") is Sex.FEMALE


def test_masks_hide_the_middle() -> None:
    assert numbers.masked_document("110101190001010014") == "110101********0014"
    assert numbers.masked_document("E00000001") == "E****0001"
    assert phones.masked_phone("13800000001") == "138****0001"
