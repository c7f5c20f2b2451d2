"""The numbers of the rules: valid ones raise no warning, ruined ones are flagged and kept."""

import pytest

from summit_desk.domain.numbers import BAD_CHECK, DAMAGED, clean_document, is_credit_code
from summit_desk.domain.records import DocumentKind


def test_an_id_number_is_checked_by_its_last_digit() -> None:
    assert clean_document("11010519491231002x").warnings == ()
    assert clean_document("110101190001020020").warnings == (BAD_CHECK,)


def test_a_number_that_excel_ruined_is_flagged_and_kept() -> None:
    found = clean_document("1.10105194912E+17")

    assert (found.number, found.warnings) == ("1.10105194912E+17", (DAMAGED,))


@pytest.mark.parametrize("code", ["91110000802100433B", "91350100M000100Y43"])
def test_a_credit_code_is_checked_by_its_last_sign(code) -> None:
    assert is_credit_code(code)
    assert not is_credit_code(code[:-1] + "9")


@pytest.mark.parametrize(
    "number",
    ["EA1234567", "E12345678", "G12345678", "PE1234567", "P1234567", "S12345678", "MA1234567"],
)
def test_a_chinese_passport_is_known_by_its_form(number) -> None:
    found = clean_document(number)

    assert (found.kind, found.warnings) == (DocumentKind.PASSPORT, ())
