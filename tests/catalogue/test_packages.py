"""Packages on disk: what fits together is compiled, what does not is named with its file."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.catalogue.packages import FORM, procedure, scenario, write_package

from motcua.catalogue.packages import Package, package_folders, read_package


def problems(folder: Path) -> list[tuple[str, str]]:
    found = read_package(folder)
    assert isinstance(found, tuple), "expected problems"
    return [(problem.place, problem.code) for problem in found]


def field(source: object) -> dict[str, object]:
    return procedure(results=[{"id": "ban-sao", "name": "B", "code": "K", "fields": {"holder": source}}])


def test_a_good_package_is_compiled(tmp_path: Path) -> None:
    package = read_package(write_package(tmp_path / "xin-ban-sao"))
    assert isinstance(package, Package), package
    assert package.content.slug == "xin-ban-sao"
    assert [page.id for page in package.form.pages] == ["ve-ban", "giay"]
    assert list(package.outputs) == ["ban-sao"]
    assert len(package.digest) == 64


def test_the_digest_changes_with_what_is_stored_and_not_with_scenarios(tmp_path: Path) -> None:
    folders = [
        write_package(tmp_path / "a" / "s"),
        write_package(tmp_path / "b" / "s", scenarios={}),
        write_package(tmp_path / "c" / "s", procedure=procedure(minutes=3)),
    ]
    digests = []
    for folder in folders:
        package = read_package(folder)
        assert isinstance(package, Package)
        digests.append(package.digest)
    assert digests[0] == digests[1] != digests[2]


def test_messages_are_read(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "s")
    (folder / "messages.yaml").write_text("received: Đã nhận.", encoding="utf-8")
    package = read_package(folder)
    assert isinstance(package, Package)
    assert package.messages == {"received": "Đã nhận."}


@pytest.mark.parametrize("text", ["- a", "received: 3", "a: [", "a: 1\na: 2"])
def test_messages_written_wrong_are_named(tmp_path: Path, text: str) -> None:
    folder = write_package(tmp_path / "s")
    (folder / "messages.yaml").write_text(text, encoding="utf-8")
    assert problems(folder)[0][0].startswith("messages.yaml")


def test_a_folder_lists_its_packages(tmp_path: Path) -> None:
    second, first = write_package(tmp_path / "b"), write_package(tmp_path / "a")
    assert package_folders(tmp_path) == (first, second)
    assert package_folders(first) == (first,)
    assert package_folders(tmp_path / "none") == ()


@pytest.mark.parametrize(
    ("changed", "place", "code"),
    [
        (procedure(code="x"), "procedure.yaml: code", "wrong_shape"),
        (procedure(process=None), "procedure.yaml: process.pattern", "unknown_pattern"),
        (procedure(process={"pattern": "x"}), "procedure.yaml: process.pattern", "unknown_pattern"),
        (procedure(process={"patern": "same_day"}), "procedure.yaml: process", "unknown_key"),
        (
            procedure(process={"pattern": "same_day", "parameters": {"x": {}}}),
            "procedure.yaml: process.parameters: x",
            "unknown_step",
        ),
        (field("nobody"), "procedure.yaml: results[0].fields.holder", "unknown_question"),
        (
            field({"choose": [{"if": {"equals": ["nobody", "a"]}, "show": "full_name"}]}),
            "procedure.yaml: results[0].fields.holder",
            "unknown_question",
        ),
        (
            field({"each": "papers", "show": "full_name"}),
            "procedure.yaml: results[0].fields.holder",
            "unknown_question",
        ),
        (
            procedure(checklist=[{"id": "a", "text": "A", "questions": ["nobody"]}]),
            "procedure.yaml: checklist[0].questions",
            "unknown_question",
        ),
        (
            procedure(checklist=[{"id": "a", "text": "A", "auto": {"equals": ["for_whom", "ai"]}}]),
            "procedure.yaml: checklist[0].auto",
            "unknown_choice",
        ),
        (
            procedure(methods=[{"channel": "online", "limit": "1 giờ làm việc"}]),
            "procedure.yaml: methods[0].limit",
            "over_limit",
        ),
        (procedure(summary="Bạn nhận giấy!"), "procedure.yaml: summary", "shouting"),
        (procedure(help=["Quý khách gọi điện."]), "procedure.yaml: help[0]", "avoided_word"),
        (procedure(steps=["từ " * 26]), "procedure.yaml: steps[0]", "long_sentence"),
    ],
)
def test_a_fault_in_the_procedure_is_named(
    tmp_path: Path, changed: Mapping[str, object], place: str, code: str
) -> None:
    assert (place, code) in problems(write_package(tmp_path / "s", procedure=changed))


def test_the_household_book_may_not_be_asked_for(tmp_path: Path) -> None:
    paper = {"id": "so", "name": "Sổ hộ khẩu", "plain_name": "Sổ", "kind": "copy", "why": "Để xem."}
    folder = write_package(tmp_path / "s", procedure=procedure(components=[paper]))
    assert ("procedure.yaml: components[0]", "household_book") in problems(folder)


@pytest.mark.parametrize(
    ("file", "text", "place", "code"),
    [
        ("form.yaml", "pages: []", "form.yaml: pages", "missing_pages"),
        ("form.yaml", "- a", "form.yaml: pages", "missing_pages"),
        ("form.yaml", "pages: [", "form.yaml: dòng 1", "not_yaml"),
        ("form.yaml", "a: \x07", "form.yaml", "not_yaml"),
        ("procedure.yaml", "code: a\ncode: b", "procedure.yaml: dòng 2", "not_yaml"),
        ("process.bpmn", "<x/>", None, None),
        ("outputs/khac.typ", "x", "outputs/khac.typ", "stray_output"),
        ("outputs/ban-sao.typ", "#data.holder", "outputs/ban-sao.typ", "template"),
        ("scenarios/a.yaml", "name: A", "scenarios/a.yaml: given", "not_a_mapping"),
        ("scenarios/a.yaml", "a: [", "scenarios/a.yaml: dòng 1", "not_yaml"),
    ],
)
def test_a_fault_in_another_file_is_named(
    tmp_path: Path, file: str, text: str, place: str | None, code: str | None
) -> None:
    folder = write_package(tmp_path / "s")
    (folder / file).write_text(text, encoding="utf-8")
    found = problems(folder)
    assert (place, code) in found or (place is None and found[0][0].startswith(file))


def test_missing_and_unreadable_files_are_named(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "s")
    (folder / "outputs" / "ban-sao.typ").unlink()
    assert ("outputs/ban-sao.typ", "missing_output") in problems(folder)
    (folder / "form.yaml").write_bytes(b"\xff\xfe")
    (folder / "procedure.yaml").unlink()
    assert {place for place, _ in problems(folder)} >= {"form.yaml", "procedure.yaml"}


def test_an_unknown_source_of_prefill_is_named(tmp_path: Path) -> None:
    page = {"id": "p", "title": "P", "questions": [
        {"id": "full_name", "type": "name", "label": "Tên", "source": "identity.name"},
        {"id": "for_whom", "type": "choice", "label": "Cho ai?", "choices": {"khac": "Khác"}},
    ]}  # fmt: skip
    folder = write_package(tmp_path / "s", form={"pages": [page]})
    assert ("form.yaml: full_name.source", "unknown_source") in problems(folder)


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        (scenario(name=None), "name"),
        (scenario(when=[{"step": "receive", "outcome": "accept", "at": "soon"}]), "when[0].at"),
        (scenario(then={"status": "happy"}), "then.status"),
        (scenario(given={"today": "2026-11-02", "channel": "online", "answers": {"a": 1}}), "given.answers.a"),
        (scenario(given={"today": "2026-11-02", "channel": "online", "answers": []}), "given.answers"),
    ],
)  # fmt: skip
def test_a_fault_in_a_scenario_is_named(tmp_path: Path, changed: Mapping[str, object], place: str) -> None:
    folder = write_package(tmp_path / "s", form=FORM, scenarios={"a": changed})
    assert f"scenarios/a.yaml: {place}" in [each for each, _ in problems(folder)]
