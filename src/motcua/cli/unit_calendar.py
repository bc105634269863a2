# SPDX-License-Identifier: EUPL-1.2
"""A unit's own working calendar, for commands that otherwise need no database."""

from django.utils.module_loading import import_string

from motcua.cli.django_setup import set_up_django
from motcua.core.deadlines import Calendar
from motcua.core.values import Problem


def unit_calendar(code: str) -> Calendar | tuple[Problem, ...]:
    """The calendar of the unit with this code, from the database of the environment or of the running demo."""
    set_up_django(with_database=True)
    unit = import_string("motcua.organisations.queries.unit_by_code")(code)
    if unit is None:
        message = f"Chưa có lịch, tệp hay đơn vị nào tên “{code}”. Mã đơn vị ghi như H99.12."
        return (Problem("calendar", "unknown", message),)
    found: Calendar = import_string("motcua.organisations.queries.working_calendar")(unit)
    return found
