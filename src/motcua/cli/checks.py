# SPDX-License-Identifier: EUPL-1.2
"""What `motcua doctor` looks at: each check returns what it found and how to mend it."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from procrastinate.contrib.django.models import ProcrastinateWorker

from motcua.organisations.national_calendar import national_calendar, reminder

from .django_setup import data_folder, secret_file
from .migrate import pending_migrations

OLDEST_POSTGRESQL = 150000
LARGEST_SKEW = timedelta(seconds=5)
# A worker writes its heartbeat every ten seconds; three missed ones mean it is gone.
WORKER_SILENCE = timedelta(seconds=30)
FONTS = ("theme/be-vietnam-pro-400.woff2", "theme/be-vietnam-pro-700.woff2")


@dataclass(frozen=True, slots=True)
class Finding:
    """code: a stable word for programs; remedy: what to do, empty when all is well."""

    code: str
    name: str
    detail: str
    remedy: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nothing is to be done."""
        return not self.remedy


def check_python() -> Finding:
    """The interpreter's version."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    fits = (3, 11) <= sys.version_info < (3, 14)
    return Finding("python", "Python", version, "" if fits else "Hãy dùng Python 3.11, 3.12 hoặc 3.13.")


def check_database() -> Finding:
    """Whether the database answers, is recent enough, folds Vietnamese letters and keeps our time."""
    now = datetime.now(UTC)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int, lower('ĐĂNG'), clock_timestamp()")
        version, folded, clock = cursor.fetchone()
    detail = f"PostgreSQL {version // 10000}.{version % 10000}"
    remedy = ""
    if version < OLDEST_POSTGRESQL:
        remedy = "Hãy dùng PostgreSQL từ bản 15 trở lên."
    elif folded != "đăng":
        remedy = "Hãy tạo lại cơ sở dữ liệu với locale C.UTF-8, nếu không tìm kiếm sẽ sót chữ hoa có dấu."
    elif abs(clock - now) > LARGEST_SKEW:
        remedy = f"Giờ hai máy lệch nhau {clock - now}. Hãy chỉnh bằng NTP."
    return Finding("database", "Cơ sở dữ liệu", detail, remedy)


def check_migrations() -> Finding:
    """Whether the tables are those of this version."""
    names = pending_migrations()
    detail = f"còn {len(names)} bước nâng cấp" if names else "đúng phiên bản"
    return Finding("migrations", "Bảng dữ liệu", detail, "Hãy chạy: motcua migrate" if names else "")


def check_worker() -> Finding:
    """Whether a worker has shown a sign of life."""
    since = datetime.now(UTC) - WORKER_SILENCE
    alive = ProcrastinateWorker.objects.filter(last_heartbeat__gte=since).count()
    remedy = "" if alive else "Hãy chạy: motcua worker"
    return Finding("worker", "Bộ xử lý việc nền", f"{alive} tiến trình đang chạy", remedy)


def check_data_folder() -> Finding:
    """Whether files can be written where this installation keeps them."""
    folder = data_folder()
    place = next(path for path in (folder, *folder.parents) if path.exists())
    fits = os.access(place, os.W_OK | os.X_OK)
    remedy = "" if fits else f"Hãy cho người dùng này quyền ghi vào {place}, hoặc đặt MOTCUA_DATA."
    return Finding("data", "Thư mục dữ liệu", str(folder), remedy)


def check_fonts() -> Finding:
    """Whether the fonts of the pages are there."""
    missing = [name for name in FONTS if not _is_static_file(name)]
    detail = f"thiếu {', '.join(missing)}" if missing else "đủ"
    return Finding("fonts", "Phông chữ", detail, "Hãy chạy: make theme" if missing else "")


def _is_static_file(name: str) -> bool:
    found = finders.find(name)
    return isinstance(found, str) and Path(found).is_file()


def check_time_zone() -> Finding:
    """Whether the zone's data are there and give Vietnam's time."""
    try:
        offset = datetime.now(ZoneInfo(settings.TIME_ZONE)).utcoffset()
    except ZoneInfoNotFoundError:
        offset = None
    fits = offset == timedelta(hours=7)
    remedy = "" if fits else "Hãy cài gói tzdata và để múi giờ Asia/Ho_Chi_Minh."
    return Finding("time_zone", "Múi giờ", settings.TIME_ZONE, remedy)


def check_calendar() -> Finding:
    """Whether the working calendar reaches far enough for dossiers received today."""
    calendar = national_calendar()
    asked = reminder(calendar, datetime.now(ZoneInfo(settings.TIME_ZONE)).date())
    return Finding("calendar", "Lịch làm việc", f"đến hết năm {calendar.last_year}", asked)


def check_signers() -> Finding:
    """Whether real papers are signed with real keys."""
    on_trial = settings.MOTCUA.signers == "trial"
    # A demonstration runs in processes of its own; what it leaves in the folder tells of it.
    demonstration = settings.MOTCUA.demonstration or secret_file(data_folder()).is_file()
    remedy = (
        "Khóa thử nghiệm không có giá trị pháp lý. Hãy đặt MOTCUA_SIGNERS=pkcs11 và dùng chứng thư được cấp."
        if on_trial and not demonstration
        else ""
    )
    return Finding("signers", "Khóa ký số", "thử nghiệm" if on_trial else "trong thiết bị", remedy)


Check = Callable[[], Finding]

OF_THE_MACHINE: tuple[Check, ...] = (
    check_python,
    check_data_folder,
    check_fonts,
    check_time_zone,
    check_calendar,
    check_signers,
)
OF_THE_DATABASE: tuple[Check, ...] = (check_database, check_migrations, check_worker)


def findings() -> Iterator[Finding]:
    """All checks; a database that does not answer is one finding, not an error and not three waits."""
    for check in OF_THE_MACHINE:
        yield check()
    try:
        for check in OF_THE_DATABASE:
            yield check()
    except (DatabaseError, ImproperlyConfigured) as error:
        named = isinstance(error, DatabaseError)
        reason = str(error).strip().splitlines()[0] if named else "chưa biết địa chỉ"
        remedy = "Hãy kiểm tra DATABASE_URL, chạy motcua migrate, hoặc chạy motcua demo rồi thử lại."
        yield Finding("database_answer", "Cơ sở dữ liệu", reason, remedy)
