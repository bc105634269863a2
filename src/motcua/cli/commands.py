# SPDX-License-Identifier: EUPL-1.2
"""The list of commands, known without importing any of them.

A command's module is found by its name here and imported only when it is called. Importing all would make
every call pay for Django, typst and pyHanko, and `motcua due` must answer at once and without a database.
This is the one place where code is found by string; tests/test_house_rules.py checks each of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Needs = Literal["nothing", "django", "database"]


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """target: "module:attribute", a function or a typer.Typer; sentence: what `motcua --help` says.

    needs: what stands before the module is imported: nothing, Django, or Django with a database named.
    """

    target: str
    sentence: str
    needs: Needs = "nothing"


COMMANDS: Mapping[str, CommandEntry] = {
    "demo": CommandEntry("motcua.cli.demo:demo", "Chạy thử cả hệ thống trên máy này, kể cả cơ sở dữ liệu."),
    "serve": CommandEntry("motcua.cli.serve:serve", "Chạy máy chủ web."),
    "worker": CommandEntry("motcua.cli.worker:worker", "Chạy bộ xử lý việc nền.", "database"),
    "migrate": CommandEntry("motcua.cli.migrate:migrate", "Tạo hoặc nâng cấp bảng dữ liệu.", "database"),
    "seed": CommandEntry("motcua.cli.seed:seed", "Ghi dữ liệu mẫu của một tỉnh.", "database"),
    "service": CommandEntry("motcua.cli.service:app", "Kiểm tra, chạy thử, công bố gói thủ tục.", "django"),
    "walk": CommandEntry("motcua.cli.walk:walk", "Đi trọn một hồ sơ trên máy chủ đang chạy."),
    "doctor": CommandEntry("motcua.cli.doctor:doctor", "Khám bản cài đặt này.", "django"),
    "verify": CommandEntry("motcua.cli.verify:verify", "Kiểm tra chữ ký số của một tệp PDF."),
    "audit": CommandEntry("motcua.cli.audit:app", "Kiểm tra nhật ký không bị sửa.", "database"),
    "due": CommandEntry("motcua.cli.due:due", "Tính ngày hẹn trả và giải thích cách tính."),
    "simulator": CommandEntry("motcua.cli.simulator:app", "Chạy hệ thống giả lập để thử, như VNeID."),
}
