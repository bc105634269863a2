# SPDX-License-Identifier: EUPL-1.2
"""A Django application as `startproject` makes it, with one view: the floor the house is compared with."""
