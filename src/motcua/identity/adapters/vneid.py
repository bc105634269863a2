# SPDX-License-Identifier: EUPL-1.2
"""VNeID by OpenID Connect: code flow with PKCE, state and nonce.

The library does the protocol. The account is ours alone: the library's own tables, e-mail addresses,
sign-up and confirmation pages are never used, so nothing of a citizen is stored twice.
"""

import secrets
from collections.abc import Mapping

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from requests import RequestException

from motcua.identity.ports import NotVerified, Verified

PROVIDER = "vneid"
CALLBACK = "portal:vneid_callback"
SCOPES = ["openid", "profile", "citizen"]

# The library's state may be gone when the provider fails; the way onward is then still known.
_ONWARD = "sign_in_onward"
# The provider is down, not set up, or answers with something else than OpenID Connect.
_UNREACHABLE = (RequestException, OAuth2Error, SocialApp.DoesNotExist, LookupError, TypeError, ValueError)


class _Ended(Exception):
    """Not an error: it carries the result out through the library's views."""

    def __init__(self, result: Verified | NotVerified) -> None:
        super().__init__()
        self.result = result


class VneidProtocol(OpenIDConnectOAuth2Adapter):
    """The library's protocol, with the callback at the address citizens use."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:  # noqa: ARG002 - its signature.
        return settings.MOTCUA.public_url.rstrip("/") + reverse(CALLBACK)


class VneidProvider(OpenIDConnectProvider):
    """The library's provider, which also sends a nonce and remembers it with the state."""

    oauth2_adapter_class = VneidProtocol

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, **_kwargs: object
    ) -> HttpResponse:
        nonce = secrets.token_urlsafe(24)
        return super().redirect(
            request,
            process,
            next_url=next_url,
            data={"nonce": nonce},
            scope=SCOPES,
            auth_params={"nonce": nonce},
        )


class VneidAdapter(DefaultSocialAccountAdapter):
    """Signs citizens in by their VNeID claims."""

    def get_app(self, request: HttpRequest, provider: str, client_id: str | None = None) -> SocialApp:  # noqa: ARG002
        """The one client, from the settings. SocialApp.DoesNotExist for another or when none is set."""
        motcua = settings.MOTCUA
        if provider != PROVIDER or not motcua.vneid_issuer:
            raise SocialApp.DoesNotExist
        return SocialApp(
            provider="openid_connect",
            provider_id=PROVIDER,
            name="VNeID",
            client_id=motcua.vneid_client_id,
            secret=motcua.vneid_client_secret,
            settings={
                "server_url": motcua.vneid_issuer,
                "token_auth_method": "client_secret_basic",
                "oauth_pkce_enabled": True,
            },
        )

    def get_provider(
        self, request: HttpRequest, provider: str, client_id: str | None = None
    ) -> OpenIDConnectProvider:
        """Our provider, so that nonce and callback are ours."""
        return VneidProvider(request, app=self.get_app(request, provider, client_id))

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:  # noqa: ARG002
        """Ends the library's part as soon as the provider's word is verified."""
        raise _Ended(Verified(_verified_claims(sociallogin), sociallogin.state.get("next") or ""))

    def on_authentication_error(
        self,
        request: HttpRequest,  # noqa: ARG002
        provider: OpenIDConnectProvider,  # noqa: ARG002
        error: str | None = None,
        exception: Exception | None = None,  # noqa: ARG002
        extra_context: Mapping[str, object] | None = None,
    ) -> None:
        """Ends the library's part instead of its own page: cancelled, an unknown state, or failed."""
        state = (extra_context or {}).get("state")
        onward = str(state.get("next") or "") if isinstance(state, Mapping) else ""
        if error == AuthError.CANCELLED:
            raise _Ended(NotVerified("cancelled", onward))
        raise _Ended(NotVerified("stale" if state is None else "unavailable", onward))


class VneidSignIn:
    """The port CitizenSignIn by way of the library."""

    def start(self, request: HttpRequest, onward: str) -> HttpResponse | NotVerified:
        """The way to the provider; the state is kept in the visitor's session."""
        request.session[_ONWARD] = onward
        try:
            provider = get_adapter(request).get_provider(request, PROVIDER)
            return provider.redirect(request, AuthProcess.LOGIN, next_url=onward)
        except _UNREACHABLE:
            return NotVerified("unavailable", onward)

    def finish(self, request: HttpRequest) -> Verified | NotVerified:
        """What the provider's answer in this request says."""
        try:
            protocol = get_adapter(request).get_provider(request, PROVIDER).get_oauth2_adapter(request)
            OAuth2CallbackView.adapter_view(protocol)(request)
        except _Ended as end:
            return end.result
        except _UNREACHABLE:
            pass
        return NotVerified("unavailable", request.session.get(_ONWARD, ""))


def _verified_claims(sociallogin: SocialLogin) -> dict[str, object]:
    """ID token and userinfo together.

    OpenID Connect Core 3.1.3.7: the nonce must be the one sent; 5.3.2: userinfo must be of the same subject.
    """
    token = sociallogin.account.extra_data.get("id_token") or {}
    told = sociallogin.account.extra_data.get("userinfo") or {}
    sent = (sociallogin.state.get("data") or {}).get("nonce")
    if not sent or not secrets.compare_digest(str(token.get("nonce", "")), sent):
        raise OAuth2Error("nonce")
    if not token.get("sub") or told.get("sub") != token["sub"]:
        raise OAuth2Error("sub")
    return {**token, **told}
