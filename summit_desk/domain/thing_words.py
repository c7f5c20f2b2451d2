"""What each kind of record is called in a sentence."""

from summit_desk.support.i18n import N_, _

WORDS = {
    "event": N_("event"),
    "event_key": N_("signing key"),
    "day": N_("day"),
    "venue": N_("venue"),
    "room": N_("room"),
    "setting": N_("setting"),
    "forum": N_("forum"),
    "session": N_("agenda item"),
    "session_part": N_("part in the agenda"),
    "organisation": N_("organisation"),
    "body": N_("body"),
    "membership": N_("membership"),
    "picture": N_("picture"),
    "person": N_("person"),
    "position": N_("position"),
    "category": N_("category"),
    "custom_field": N_("custom field"),
    "attendee": N_("attendee"),
    "attendee_group": N_("group"),
    "attendee_forum": N_("forum registration"),
    "attendee_code": N_("code of another badge"),
    "saved_filter": N_("saved filter"),
    "badge": N_("badge"),
    "speaker": N_("speaker"),
    "material": N_("speaker's material"),
    "check_point": N_("check-in point"),
    "scan": N_("scan"),
    "answer": N_("answer"),
    "trip": N_("trip"),
    "traveller": N_("traveller"),
    "travel_document": N_("travel document"),
    "leg": N_("leg of the trip"),
    "cost": N_("cost"),
    "trip_contact": N_("trip contact"),
    "changeset": N_("change"),
    "row_image": N_("row of a change"),
    "export_preset": N_("export preset"),
}


def thing_word(table: str) -> str:
    """Return the word for the records of `table` in the current language."""
    return _(WORDS[table])
