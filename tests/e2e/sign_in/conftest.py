"""Playwright keeps an event loop running in this thread, which Django takes for a coroutine of ours."""

import os

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
