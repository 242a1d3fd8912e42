"""What a date alone tells: weekday, holidays, bridge days, school holidays, season."""

from absence_model.calendars.days import FIELDS, Calendar, calendar_of

__all__ = ["FIELDS", "Calendar", "calendar_of"]
