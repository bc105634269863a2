# SPDX-License-Identifier: EUPL-1.2
"""A local stand-in for VNeID: an OpenID Connect provider with made-up people. Never for real citizens."""
