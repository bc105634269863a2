# SPDX-License-Identifier: EUPL-1.2
"""What the provider tells about a person."""

from collections.abc import Iterable

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import Client

from motcua_simulators.vneid.models import Person


class VneidOidcAdapter(DefaultOIDCAdapter):
    """Claims of OpenID Connect, the personal identifier, and the level of assurance as `acr`."""

    def get_user_sub(self, client: Client, user: Person) -> str:  # noqa: ARG002 - the library's signature.
        return user.sub

    def get_user_by_sub(self, client: Client, sub: str) -> Person | None:  # noqa: ARG002
        return Person.objects.filter(sub=sub, is_active=True).first()

    def get_claims(
        self,
        purpose: str,  # noqa: ARG002 - ID token and userinfo say the same here.
        user: Person,
        client: Client,
        scopes: Iterable[str],
        email: str | None = None,  # noqa: ARG002
        **_kwargs: object,
    ) -> dict[str, object]:
        granted = set(scopes)
        claims: dict[str, object] = {"sub": self.get_user_sub(client, user), "acr": str(user.level)}
        if "profile" in granted:
            claims |= {"name": user.name, "birthdate": user.birthdate, "gender": user.gender}
        if "citizen" in granted:
            claims |= _citizen_claims(user)
        return claims


def _citizen_claims(user: Person) -> dict[str, object]:
    address = {
        "formatted": user.address,
        "street_address": user.street,
        "locality": user.ward,
        "region": user.province,
    }
    contact = {"email": user.email} if user.email else {}
    return {"citizen_pid": user.citizen_pid, "phone_number": user.phone_number, "address": address, **contact}
