# SPDX-License-Identifier: EUPL-1.2
"""The web application for granian."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.django_settings")
application = get_wsgi_application()

# What is loaded by now stays as long as the process: the collector need not walk through it again and again.
gc.collect()
gc.freeze()
