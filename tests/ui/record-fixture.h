/* record-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-field-row.h"
#include "tambour-kinds.h"
#include "tambour-record-dialog.h"
#include "tambour-test-ui.h"

G_BEGIN_DECLS

TambourRecord   *record_fixture_find      (TambourTestUi *ui,
                                           GType          type,
                                           const char    *expression);
guint            record_fixture_count     (TambourTestUi *ui,
                                           GType          type,
                                           const char    *expression);
TambourRecord   *record_fixture_get       (TambourTestUi *ui,
                                           TambourRecord *record);
char            *record_fixture_draft     (TambourTestUi *ui,
                                           const char    *key);

void             record_fixture_open      (TambourTestUi *ui,
                                           TambourRecord *record);
void             record_fixture_edit      (TambourTestUi *ui,
                                           TambourRecord *record);
void             record_fixture_new       (TambourTestUi *ui,
                                           const char    *kind,
                                           const char    *account_id);
AdwDialog       *record_fixture_dialog    (TambourTestUi *ui);
void             record_fixture_wait_gone (TambourTestUi *ui);
TambourFieldRow *record_fixture_row       (gpointer       root,
                                           const char    *field);
void             record_fixture_type      (TambourTestUi *ui,
                                           const char    *field,
                                           const char    *text);
GtkWidget       *record_fixture_editor    (gpointer       root,
                                           const char    *field);
const char      *record_fixture_text      (gpointer       root,
                                           const char    *field);
GtkWidget       *record_fixture_popover   (gpointer       row);
gboolean         record_fixture_suggests  (gpointer       row);
gboolean         record_fixture_can_save  (TambourTestUi *ui);
void             record_fixture_save      (TambourTestUi *ui);

G_END_DECLS
