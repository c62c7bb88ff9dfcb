/* tambour-reports-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "tambour-reports-sheet.h"

G_BEGIN_DECLS

/**
 * TambourReportStage:
 * @TAMBOUR_REPORT_STAGE_NONE: it is not being exported
 * @TAMBOUR_REPORT_STAGE_WAITING: others come first
 * @TAMBOUR_REPORT_STAGE_WRITING: it is being written
 * @TAMBOUR_REPORT_STAGE_EXPORTED: it is there
 * @TAMBOUR_REPORT_STAGE_FAILED: it could not be written
 *
 * What has become of a report of a batch.
 */
typedef enum
{
  TAMBOUR_REPORT_STAGE_NONE,
  TAMBOUR_REPORT_STAGE_WAITING,
  TAMBOUR_REPORT_STAGE_WRITING,
  TAMBOUR_REPORT_STAGE_EXPORTED,
  TAMBOUR_REPORT_STAGE_FAILED,
} TambourReportStage;

#define TAMBOUR_TYPE_REPORTS_ITEM (tambour_reports_item_get_type ())
G_DECLARE_FINAL_TYPE (TambourReportsItem, tambour_reports_item, TAMBOUR, REPORTS_ITEM, GObject)

TambourReportsItem       *tambour_reports_item_new        (const TambourReportsLine *line);
const TambourReportsLine *tambour_reports_item_get_line   (TambourReportsItem       *self);
const char               *tambour_reports_item_get_id     (TambourReportsItem       *self);
const char               *tambour_reports_item_get_name   (TambourReportsItem       *self);
gboolean                  tambour_reports_item_get_chosen (TambourReportsItem       *self);
void                      tambour_reports_item_set_chosen (TambourReportsItem       *self,
                                                           gboolean                  chosen);
TambourReportStage        tambour_reports_item_get_stage  (TambourReportsItem       *self);
const char               *tambour_reports_item_get_reason (TambourReportsItem       *self);
guint                     tambour_reports_item_get_page   (TambourReportsItem       *self,
                                                           guint                    *n_pages);
void                      tambour_reports_item_set_page   (TambourReportsItem       *self,
                                                           guint                     page,
                                                           guint                     n_pages);
void                      tambour_reports_item_set_stage  (TambourReportsItem       *self,
                                                           TambourReportStage        stage,
                                                           const char               *reason);

G_END_DECLS
