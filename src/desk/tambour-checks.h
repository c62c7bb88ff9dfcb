/* tambour-checks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-store.h"
#include "tambour-usage.h"

G_BEGIN_DECLS

gboolean tambour_checks_run         (TambourStore           *store,
                                     TambourRecord          *record,
                                     GError                **error);
gboolean tambour_checks_run_field   (TambourStore           *store,
                                     TambourRecord          *record,
                                     const char            **field,
                                     GError                **error);
gboolean tambour_checks_survey      (TambourSurveyResponse  *survey,
                                     GError                **error);
gboolean tambour_checks_named_limit (TambourStore           *store,
                                     TambourAccount         *account,
                                     char                  **plan_name,
                                     gint64                 *limit,
                                     GError                **error);

G_END_DECLS
