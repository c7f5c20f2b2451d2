"""The use cases of speakers on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.errors import Invalid
from summit_desk.domain.errors.agenda import AlreadySpeaker
from summit_desk.domain.records import (
    Material,
    MaterialKind,
    Organisation,
    Person,
    Picture,
    Speaker,
    SpeakerStatus,
)
from summit_desk.domain.registration import Unit
from summit_desk.domain.speaker_view import SpeakerFilter, SpeakersWanted
from tests.agenda.agendas import DATA, EVENT, LI, MAIN, YAN

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.speakers import SpeakerService

TODAY = date(2024, 5, 19)
PNG = b"\x89PNG\r\n\x1a\n and so on"


def engage(speakers: SpeakerService, person: Person, **more: object) -> Speaker:
    draft = speakers.draft(EVENT.id, person.id)
    speakers.save(replace(draft, speaker=replace(draft.speaker, **more)))
    return draft.speaker


def test_a_known_person_is_engaged_with_everything_asked(speakers: SpeakerService) -> None:
    engage(speakers, YAN)
    row = speakers.speakers(EVENT.id).rows[0]
    assert (row.card.person.id, row.speaker.status, row.speaker.invited_on) == (
        YAN.id, SpeakerStatus.INVITED, TODAY,
    )  # fmt: skip
    assert row.missing == tuple(MaterialKind)
    assert [(one.session.title, one.forum) for one in row.appearances] == [("工作报告", MAIN)]


def test_somebody_new_becomes_a_person_with_a_position(
    speakers: SpeakerService, planned: Store
) -> None:
    draft = speakers.draft(EVENT.id)
    person = replace(draft.person, name="单 雪梅")
    speakers.save(replace(draft, person=person, unit=Unit(name="上海数据交易所", title="总监")))
    card = speakers.speakers(EVENT.id).rows[0].card
    assert (card.person.name, card.person.pinyin, card.person.passport_family) == (
        "单雪梅", "shan xue mei", "SHAN",
    )  # fmt: skip
    assert (card.organisation_name, card.title) == ("上海数据交易所", "总监")
    with planned.view() as view:
        assert view.count(Organisation) == 1


def test_a_known_organisation_is_used_again(speakers: SpeakerService, planned: Store) -> None:
    for name in ("甲一", "乙二"):
        draft = speakers.draft(EVENT.id)
        person = replace(draft.person, name=name)
        speakers.save(replace(draft, person=person, unit=Unit(name="东土科技")))
    with planned.view() as view:
        assert view.count(Organisation) == 1


def test_nobody_is_engaged_twice(speakers: SpeakerService) -> None:
    engage(speakers, YAN)
    draft = speakers.draft(EVENT.id, LI.id)
    with pytest.raises(AlreadySpeaker) as refused:
        speakers.save(replace(draft, person=YAN))
    assert str(refused.value).startswith("严华 is already on the list of speakers")


def test_speakers_stand_in_protocol_order(speakers: SpeakerService) -> None:
    engage(speakers, LI)
    engage(speakers, YAN)
    assert [row.card.person.name for row in speakers.speakers(EVENT.id).rows] == ["严华", "李平"]


def test_an_answer_gets_its_date(speakers: SpeakerService) -> None:
    speaker = engage(speakers, YAN)
    speakers.set_status([speaker.id], SpeakerStatus.CONFIRMED)
    now = speakers.detail(speaker.id).row.speaker
    assert (now.status, now.answered_on) == (SpeakerStatus.CONFIRMED, TODAY)
    speakers.set_status([speaker.id], SpeakerStatus.INVITED)
    assert speakers.detail(speaker.id).row.speaker.answered_on is None


def test_material_is_ticked_off_and_back(speakers: SpeakerService) -> None:
    speaker = engage(speakers, YAN)
    speakers.receive(speaker.id, MaterialKind.SLIDES, received=True)
    assert MaterialKind.SLIDES not in speakers.detail(speaker.id).row.missing
    speakers.receive(speaker.id, MaterialKind.SLIDES, received=False)
    assert MaterialKind.SLIDES in speakers.detail(speaker.id).row.missing


def test_a_biography_and_a_portrait_in_the_form_have_come(
    speakers: SpeakerService, planned: Store
) -> None:
    draft = speakers.draft(EVENT.id, YAN.id)
    person = replace(draft.person, biography="会长")
    speakers.save(replace(draft, person=person, portrait=PNG))
    detail = speakers.detail(draft.speaker.id)
    assert detail.row.missing == (MaterialKind.SLIDES, MaterialKind.CONSENT)
    assert detail.portrait == Picture(id=detail.portrait.id, mime="image/png", data=PNG)
    assert speakers.draft(EVENT.id, YAN.id).portrait == PNG


def test_what_is_no_longer_asked_is_not_missing(speakers: SpeakerService) -> None:
    draft = speakers.draft(EVENT.id, YAN.id)
    speakers.save(draft)
    again = speakers.draft(EVENT.id, YAN.id)
    speakers.save(replace(again, asked=(MaterialKind.SLIDES,)))
    assert speakers.detail(draft.speaker.id).row.missing == (MaterialKind.SLIDES,)


def test_problems_are_told_at_once(speakers: SpeakerService) -> None:
    draft = speakers.draft(EVENT.id)
    early = replace(draft.speaker, answered_on=date(2024, 5, 1))
    with pytest.raises(Invalid) as refused:
        speakers.save(replace(draft, speaker=early, portrait=b"GIF89a"))
    assert [one.field for one in refused.value.problems] == ["name", "answered_on", "portrait"]


def test_filters_count_what_they_would_leave(speakers: SpeakerService) -> None:
    engage(speakers, YAN, status=SpeakerStatus.CONFIRMED)
    engage(speakers, LI, status=SpeakerStatus.DECLINED)
    assert speakers.speakers(EVENT.id).counts == {
        SpeakerFilter.ALL: 2,
        SpeakerFilter.UNCONFIRMED: 0,
        SpeakerFilter.MISSING: 1,
        SpeakerFilter.NO_SESSION: 0,
        SpeakerFilter.CONFIRMED: 1,
        SpeakerFilter.DECLINED: 1,
    }


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (SpeakersWanted(filter=SpeakerFilter.UNCONFIRMED), ["严华", "李平"]),
        (SpeakersWanted(forum_id=MAIN.id), ["严华"]),
        (SpeakersWanted(forum_id=DATA.id), []),
        (SpeakersWanted(text="liping"), ["李平"]),
        (SpeakersWanted(text="YH"), ["严华"]),
        (SpeakersWanted(text="激活"), ["严华"]),
    ],
)
def test_speakers_are_found(speakers: SpeakerService, wanted: SpeakersWanted, names) -> None:
    engage(speakers, YAN, topic="产业互联,激活新质生产力")
    engage(speakers, LI)
    assert [row.card.person.name for row in speakers.speakers(EVENT.id, wanted).rows] == names


def test_ending_an_engagement_leaves_the_person(speakers: SpeakerService, planned: Store) -> None:
    speaker = engage(speakers, YAN)
    speakers.remove([speaker.id])
    with planned.view() as view:
        assert (view.count(Speaker), view.count(Material), view.count(Person)) == (0, 0, 2)
