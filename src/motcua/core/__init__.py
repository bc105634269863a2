# SPDX-License-Identifier: EUPL-1.2
"""Pure rules: values in, values out. No Django, no clock, no network, no disk, no chance."""
