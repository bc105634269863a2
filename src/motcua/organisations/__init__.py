# SPDX-License-Identifier: EUPL-1.2
"""Agencies, units, posts and working calendars."""
