# SPDX-License-Identifier: EUPL-1.2
"""The minimal application for granian."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
