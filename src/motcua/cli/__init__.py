# SPDX-License-Identifier: EUPL-1.2
"""The door of commands: `motcua …`. One module per command; `main` lists them all."""
