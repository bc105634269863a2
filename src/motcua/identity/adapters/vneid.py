# SPDX-License-Identifier: EUPL-1.2
"""From OpenID Connect claims to an account."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class VneidAdapter(DefaultSocialAccountAdapter):
    """Signs citizens up by their VNeID claims."""
