/* tambour-rules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-commit.h"

G_BEGIN_DECLS

gboolean tambour_rules_check_edit       (TambourRecord  *stored,
                                         TambourRecord  *record,
                                         GError        **error);
gboolean tambour_rules_check_references (TambourCommit  *commit,
                                         TambourRecord  *stored,
                                         TambourRecord  *record,
                                         GError        **error);
gboolean tambour_rules_check_held       (TambourCommit  *commit,
                                         TambourRecord  *stored,
                                         TambourRecord  *record,
                                         GError        **error);
gboolean tambour_rules_check_awaited    (TambourCommit  *commit,
                                         GError        **error);

G_END_DECLS
