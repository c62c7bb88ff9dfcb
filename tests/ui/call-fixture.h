/* call-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-test-ui.h"

G_BEGIN_DECLS

#define CALL_FIXTURE_ACCOUNT "Saint Orla Hospitals"

#define assert_minutes(ui, expected) \
  G_STMT_START { \
    g_autofree char *minutes_ = call_fixture_dup_minutes (ui); \
    g_assert_cmpstr (minutes_, ==, expected); \
  } G_STMT_END

AdwDialog     *call_fixture_dialog        (TambourTestUi      *ui);
gboolean       call_fixture_has_dialog    (gpointer            data);
gboolean       call_fixture_has_no_dialog (gpointer            data);
void           call_fixture_open_dialog   (TambourTestUi      *ui);
TambourTestUi *call_fixture_open_account  (int                 width);
guint          call_fixture_type          (TambourTestUi      *ui,
                                           const char * const *lines);
char          *call_fixture_dup_minutes   (TambourTestUi      *ui);
void           call_fixture_close_dialog  (TambourTestUi      *ui);
GtkWidget     *call_fixture_minutes       (TambourTestUi      *ui);

G_END_DECLS
