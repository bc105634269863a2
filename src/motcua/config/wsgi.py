# SPDX-License-Identifier: EUPL-1.2
"""The web application for granian."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.django_settings")
application = get_wsgi_application()
