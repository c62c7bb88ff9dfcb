/* tambour-service-sheet-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-service-sheet.h"

G_BEGIN_DECLS

void tambour_service_survey_free (TambourServiceSurvey *self);

/* One part each. */
gboolean tambour_service_sheet_add_surveys (TambourServiceSheet          *self,
                                            const TambourAccountReading  *reading,
                                            GError                      **error);
gboolean tambour_service_sheet_add_outages (TambourServiceSheet          *self,
                                            const TambourAccountReading  *reading,
                                            GError                      **error);

G_END_DECLS
