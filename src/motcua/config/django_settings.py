# SPDX-License-Identifier: EUPL-1.2
"""Django's settings module, filled from the typed settings."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from motcua.config.database import database_entry
from motcua.config.settings import current_settings

MOTCUA = current_settings()

# Without a key the process gets one of its own: sessions then end with it, but nothing is guessable.
SECRET_KEY = MOTCUA.secret_key or secrets.token_urlsafe(50)
DEBUG = MOTCUA.debug
ALLOWED_HOSTS = MOTCUA.allowed_hosts.split(",")
SECURE = MOTCUA.public_url.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "motcua.outbox",
    "motcua.audit",
    "motcua.channels",
    "motcua.documents",
    "motcua.identity",
    "motcua.organisations",
    "motcua.signatures",
    "motcua.workflow",
    "motcua.catalogue",
    "motcua.dossiers",
    "motcua.surveys",
    "motcua.theme",
    "motcua.portal",
    "motcua.office",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "motcua.config.charsets.utf_8_only",
]

ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"

DATABASES = {"default": database_entry(MOTCUA.database_url, pool_maximum=MOTCUA.database_pool_maximum)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "motcua.theme.environment.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "motcua.config.page_context.page_context",
            ],
        },
    },
    {  # allauth's own pages; ours never use it.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
LOGIN_URL = "portal:sign_in"
LOGIN_REDIRECT_URL = "portal:my_affairs"
LOGOUT_REDIRECT_URL = "portal:home"

# What the law says of an official's rights is asked of the organisations, which stand above identity.
OFFICIAL_POSTS = "motcua.organisations.queries.posts_of"
SIGNERS = {
    "trial": "motcua.signatures.adapters.development_ca.DevelopmentSigners",
    "pkcs11": "motcua.signatures.adapters.pkcs11.TokenSigners",
}[MOTCUA.signers]
FILE_STORE = MOTCUA.file_store
CITIZEN_SIGN_IN = "motcua.identity.adapters.vneid.VneidSignIn"
# Only the OpenID Connect protocol is used of allauth, and none of its pages.
SOCIALACCOUNT_ONLY = True
ACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_ADAPTER = "motcua.identity.adapters.vneid.VneidAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_QUERY_EMAIL = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
# A page's form may lead to VNeID: browsers check form-action on the redirect too, by origin.
VNEID_ORIGIN = "{0.scheme}://{0.netloc}".format(urlsplit(MOTCUA.vneid_issuer)) if MOTCUA.vneid_issuer else ""

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/tinh/"
STATIC_ROOT = Path(MOTCUA.data).resolve() / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG

SESSION_ENGINE = "motcua.identity.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "motcua.portal.views.errors.stale_form"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if MOTCUA.behind_proxy else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *([VNEID_ORIGIN] if VNEID_ORIGIN else [])],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

# One form field set is small; files come one page at a time. A body over the limit is refused by us, in words.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_HANDLERS = ["motcua.portal.upload_handler.LimitedUploadHandler"]

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
PROCRASTINATE_ON_APP_READY = "motcua.config.subscriptions.connect"

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = MOTCUA.smtp_host
EMAIL_PORT = MOTCUA.smtp_port
EMAIL_HOST_USER = MOTCUA.smtp_username
EMAIL_HOST_PASSWORD = MOTCUA.smtp_password
EMAIL_USE_TLS = MOTCUA.smtp_security == "starttls"
EMAIL_USE_SSL = MOTCUA.smtp_security == "tls"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = MOTCUA.email_from

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"motcua": {"level": "INFO"}},
}
