"""The tables of a summit file: one SQLModel class per record class of the domain."""

from db.tables.agenda import ForumTable, SessionPartTable, SessionTable
from db.tables.attendees import (
    AttendeeCodeTable,
    AttendeeForumTable,
    AttendeeGroupTable,
    AttendeeTable,
    BadgeTable,
    CategoryTable,
    CustomFieldTable,
    SavedFilterTable,
)
from db.tables.check_in import AnswerTable, CheckPointTable, ScanTable
from db.tables.event import DayTable, EventKeyTable, EventTable, RoomTable, SettingTable, VenueTable
from db.tables.history import ChangesetTable, ExportPresetTable, RowImageTable
from db.tables.people import (
    BodyTable,
    MembershipTable,
    OrganisationTable,
    PersonTable,
    PictureTable,
    PositionTable,
)
from db.tables.speakers import MaterialTable, SpeakerTable
from db.tables.trips import (
    CostTable,
    LegTable,
    TravelDocumentTable,
    TravellerTable,
    TripContactTable,
    TripTable,
)

__all__ = [
    "AnswerTable",
    "AttendeeCodeTable",
    "AttendeeForumTable",
    "AttendeeGroupTable",
    "AttendeeTable",
    "BadgeTable",
    "BodyTable",
    "CategoryTable",
    "ChangesetTable",
    "CheckPointTable",
    "CostTable",
    "CustomFieldTable",
    "DayTable",
    "EventKeyTable",
    "EventTable",
    "ExportPresetTable",
    "ForumTable",
    "LegTable",
    "MaterialTable",
    "MembershipTable",
    "OrganisationTable",
    "PersonTable",
    "PictureTable",
    "PositionTable",
    "RoomTable",
    "RowImageTable",
    "SavedFilterTable",
    "ScanTable",
    "SessionPartTable",
    "SessionTable",
    "SettingTable",
    "SpeakerTable",
    "TravelDocumentTable",
    "TravellerTable",
    "TripContactTable",
    "TripTable",
    "VenueTable",
]
