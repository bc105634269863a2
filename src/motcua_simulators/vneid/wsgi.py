# SPDX-License-Identifier: EUPL-1.2
"""The web application for granian."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "motcua_simulators.vneid.settings"
application = get_wsgi_application()
