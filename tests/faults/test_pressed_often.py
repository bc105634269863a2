"""One draft, five presses at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import psycopg
from tests.faults.submitting import Applicant, code_of
from tests.http_visitor import Visitor, forms_of
from tests.stack import Stack

PRESSES = 5


def test_five_presses_make_one_dossier(stack: Stack, mother: Visitor) -> None:
    applicant = Applicant(mother, 1)
    applicant.come_to_the_check_page()
    form = next(each for each in forms_of(mother.page.text) if each.action.endswith("/nop/"))
    data = {**form.fields, "delivery": ["electronic"]}
    together = Barrier(PRESSES)

    def press(_number: int) -> str:
        cookies = dict(mother.client.cookies)
        with httpx.Client(cookies=cookies, timeout=60, trust_env=False, follow_redirects=True) as client:
            together.wait(30)
            answer = client.post(f"{stack.portal}{form.action}", data=data)
        assert answer.status_code == 200, answer.text
        return code_of(answer.text)

    with ThreadPoolExecutor(PRESSES) as pool:
        codes = list(pool.map(press, range(PRESSES)))
    assert len(set(codes)) == 1
    assert codes[0]
    with psycopg.connect(stack.database) as connection:
        found = connection.execute("SELECT count(*) FROM dossiers_dossier WHERE code = %s", [codes[0]])
        assert found.fetchone() == (1,)
        found = connection.execute(
            "SELECT count(*) FROM dossiers_dossier WHERE id = %s", [applicant.draft_id]
        )
        assert found.fetchone() == (1,)
