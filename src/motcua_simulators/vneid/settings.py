# SPDX-License-Identifier: EUPL-1.2
"""Settings of the stand-in. It shares nothing with the portal but the machine."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from motcua.config.database import database_entry

FOLDER = Path(os.environ.get("MOTCUA_DATA", "var")).resolve() / "simulators"
KEY_FILE = FOLDER / "vneid-key.pem"
SECRET_FILE = FOLDER / "vneid-secret"

PORTAL = os.environ.get("MOTCUA_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
CLIENT_ID = os.environ.get("MOTCUA_VNEID_CLIENT_ID", "motcua")
CLIENT_SECRET = os.environ.get("MOTCUA_VNEID_CLIENT_SECRET", "")
REDIRECT_URI = f"{PORTAL}/tai-khoan/vneid/"

SECRET_KEY = SECRET_FILE.read_text() if SECRET_FILE.is_file() else secrets.token_urlsafe(50)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
if _issuer_host := urlsplit(os.environ.get("MOTCUA_VNEID_ISSUER", "")).hostname:
    ALLOWED_HOSTS.append(_issuer_host)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.idp.oidc",
    "motcua_simulators.vneid",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "motcua_simulators.vneid.urls"
DATABASES = {"default": database_entry(os.environ.get("DATABASE_URL", ""), pool_maximum=4)}
# Authorisation codes are kept in the cache; in the database they are known to every process.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "vneid_cache"}}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "motcua_simulators.vneid.views.portal_context",
            ]
        },
    }
]

AUTH_USER_MODEL = "vneid.Person"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "account_login"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "slug"
# The one secret checked here is the portal's, long and random: slow hashing would only slow every sign-in.
PASSWORD_HASHERS = ["motcua_simulators.vneid.hashers.ClientSecretHasher"]
IDP_OIDC_ADAPTER = "motcua_simulators.vneid.adapter.VneidOidcAdapter"
IDP_OIDC_PRIVATE_KEY = KEY_FILE.read_text() if KEY_FILE.is_file() else ""

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
STATIC_URL = "/tinh/"
WHITENOISE_USE_FINDERS = True

# Cookies do not know ports: on one machine the portal and this program must not share their names.
SESSION_COOKIE_NAME = "mo_phong_vneid_phien"
CSRF_COOKIE_NAME = "mo_phong_vneid_csrf"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "motcua_simulators.vneid.views.stale_form"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "form-action": [SELF, PORTAL],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
