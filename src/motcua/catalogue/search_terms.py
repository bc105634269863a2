# SPDX-License-Identifier: EUPL-1.2
"""What a person typed into the search box, made comparable with the names of procedures."""

import re
from dataclasses import dataclass

from motcua.core.values import fold

LONGEST = 100
_NOT_LETTERS = re.compile(r"[^\w.]+")
# Short forms people type, folded.
_SHORT_FORMS = {
    "dk": "dang ky",
    "dki": "dang ky",
    "gcn": "giay chung nhan",
    "gks": "giay khai sinh",
    "gpkd": "giay phep kinh doanh",
    "hkd": "ho kinh doanh",
    "ks": "khai sinh",
    "tthn": "tinh trang hon nhan",
    "xn": "xac nhan",
}
# Words of a request rather than of a name.
_FILLERS = frozenset(
    {"toi", "em", "minh", "can", "muon", "xin", "lam", "cho", "nhu", "the", "nao", "o", "dau", "thi"}
)


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """text: folded words; phrase: the text as a LIKE pattern; patterns: one LIKE pattern for each word."""

    text: str
    phrase: str
    patterns: tuple[str, ...]


def search_terms(text: str) -> SearchTerms | None:
    """The terms; None when nothing searchable was typed."""
    words = _NOT_LETTERS.sub(" ", fold(text[:LONGEST])).split()
    words = " ".join(_SHORT_FORMS.get(word, word) for word in words).split()
    if not words:
        return None
    asked = [word for word in words if word not in _FILLERS] or words
    folded = " ".join(words)
    return SearchTerms(folded, _literal(folded), tuple(f"%{_literal(word)}%" for word in asked))


def search_text(*names: str) -> str:
    """The text of a procedure that is searched: each name folded, on a line of its own."""
    lines = (_NOT_LETTERS.sub(" ", fold(name)).strip() for name in names)
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
