# SPDX-License-Identifier: EUPL-1.2
"""What `django-admin startproject` writes, on the database and with the accounts of the house."""

import os

from motcua.config.database import database_entry

SECRET_KEY = "bench-" * 10
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "bench.minimal.urls"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "motcua.identity",
]
AUTH_USER_MODEL = "identity.Account"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [os.path.join(os.environ["MOTCUA_DATA"], "pages")],  # noqa: PTH118 - as Django writes it.
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
DATABASES = {"default": database_entry(os.environ["DATABASE_URL"], pool_maximum=8)}
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
