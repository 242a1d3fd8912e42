"""All tables by import: SQLAlchemy knows a table once its module is there."""

import api.accounts.tables
import api.audit.tables
import api.burdens.tables
import api.calendar.tables
import api.calls.tables
import api.forecasts.tables
import api.hearing.tables
import api.http.tables
import api.jobs.tables
import api.notices.tables
import api.offers.tables
import api.periods.tables
import api.repairs.tables
import api.rosters.tables
import api.swaps.tables
import api.tasksharing.comparisons.tables
import api.tasksharing.scenarios.tables
import api.tasksharing.tables
import api.units.tables
import api.wishes.tables  # noqa: F401 - imported so that their tables are known
from api.db.base import Table

METADATA = Table.metadata
