# SPDX-License-Identifier: EUPL-1.2
"""Reading the `fees` part of a service package.

A list of items, or a mapping with `items` and `rounding_unit`. An item:

    code: le-phi
    name: Lệ phí cấp bản sao
    amount: 8000                      # whole đồng
    moment: at_reception              # at_reception | at_supplement | at_return
    channel_amounts: {online: 4000}   # may be left out
    exemptions:                       # may be left out
      - condition: {equals: [household, poor]}
        reason: Người thuộc hộ nghèo được miễn
        proof: Giấy chứng nhận hộ nghèo
        percent: 100
"""

from collections.abc import Mapping

from motcua.core.conditions import Constant, parse
from motcua.core.values import Problem

from .tariff import Exemption, FeeItem, FeeMoment, Tariff

Fields = Mapping[str, object]

# Above any fee of law; a larger figure is a slip of the keyboard.
DEAREST = 10_000_000_000

_MOMENTS = tuple(moment.value for moment in FeeMoment)


def parse_tariff(data: object) -> Tariff | tuple[Problem, ...]:
    """The tariff, or every problem with its place, such as “items[0].amount”."""
    reader = _Reader()
    tariff = reader.tariff(data)
    return tuple(reader.problems) or tariff


class _Reader:
    """Collects problems while it reads, so that an author sees all of them at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def tariff(self, data: object) -> Tariff:
        """The tariff, with gaps where there were problems."""
        fields = data if isinstance(data, Mapping) else {"items": data}
        unit = self._whole(fields, "rounding_unit", "", least=1, default=1)
        items = tuple(self._item(entry, place) for place, entry in self._entries(fields, "items", ""))
        for number, item in enumerate(items):
            if item.code in {earlier.code for earlier in items[:number]}:
                message = f"Mã “{item.code}” đã dùng. Mỗi khoản cần một mã riêng."
                self._add(f"items[{number}].code", "twice", message)
        return Tariff(items, unit)

    def _item(self, data: object, place: str) -> FeeItem:
        fields = self._mapping(data, place)
        moment = fields.get("moment")
        if moment not in _MOMENTS:
            self._add(f"{place}.moment", "moment", f"Ghi lúc thu bằng một trong: {', '.join(_MOMENTS)}.")
            moment = FeeMoment.AT_RECEPTION
        exemptions = self._entries(fields, "exemptions", place)
        channels = self._mapping(fields.get("channel_amounts", {}), f"{place}.channel_amounts")
        return FeeItem(
            code=self._text(fields, "code", place),
            name=self._text(fields, "name", place),
            amount=self._whole(fields, "amount", place),
            moment=FeeMoment(moment),
            channel_amounts={
                str(channel): self._whole(channels, channel, f"{place}.channel_amounts")
                for channel in channels
            },
            exemptions=tuple(self._exemption(entry, at) for at, entry in exemptions),
        )

    def _exemption(self, data: object, place: str) -> Exemption:
        fields = self._mapping(data, place)
        condition = parse(fields.get("condition"), f"{place}.condition")
        if isinstance(condition, tuple):
            self.problems.extend(condition)
            condition = Constant(value=False)
        percent = self._whole(fields, "percent", place, least=1, most=100, default=100)
        reason = self._text(fields, "reason", place)
        return Exemption(condition, reason, str(fields.get("proof", "")), percent)

    def _add(self, place: str, code: str, message: str) -> None:
        self.problems.append(Problem(place, code, message))

    def _entries(self, fields: Fields, name: str, place: str) -> list[tuple[str, object]]:
        """The entries of a list with their places; a list that is left out is empty."""
        at, data = _at(place, name), fields.get(name)
        entries = [] if data is None else data
        if isinstance(entries, list):
            return [(f"{at}[{number}]", entry) for number, entry in enumerate(entries)]
        self._add(at, "not_a_list", f"Ghi {name} thành một danh sách.")
        return []

    def _mapping(self, data: object, place: str) -> Fields:
        if isinstance(data, Mapping):
            return data
        self._add(place, "not_a_mapping", "Ghi mỗi mục thành các dòng “tên: giá trị”.")
        return {}

    def _text(self, fields: Fields, name: str, place: str) -> str:
        text = fields.get(name)
        if isinstance(text, str) and text.strip():
            return text.strip()
        self._add(_at(place, name), "missing", f"Ghi {name} bằng chữ.")
        return ""

    def _whole(
        self,
        fields: Fields,
        name: str,
        place: str,
        *,
        least: int = 0,
        most: int = DEAREST,
        default: int | None = None,
    ) -> int:
        """A whole number within bounds; true and false are none."""
        number = fields.get(name, default)
        if isinstance(number, int) and not isinstance(number, bool) and least <= number <= most:
            return number
        self._add(
            _at(place, name), "number", f"Ghi {name} bằng số nguyên từ {least} đến {most}, không dấu chấm."
        )
        return least


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
