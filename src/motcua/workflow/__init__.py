# SPDX-License-Identifier: EUPL-1.2
"""Electronic processes (quy trình điện tử): running instances of a revision's BPMN."""
