/* actions-fixture.h: the page of actions in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "record-fixture.h"
#include "tambour-actions-page.h"
#include "tambour-engagement.h"

G_BEGIN_DECLS

/* What is late in the demonstration. */
#define LATE "Confirm cut-over window"

gpointer           actions_get_page       (TambourTestUi *ui);
gboolean           actions_shows_actions  (gpointer       data);
void               actions_open_page      (TambourTestUi *ui);
TambourTestUi     *actions_open_demo      (int            width,
                                           int            height);
void               actions_put            (TambourTestUi *ui,
                                           GType          type,
                                           const char    *id,
                                           ...) G_GNUC_NULL_TERMINATED;
TambourTestUi     *actions_new_small      (void);
GtkListView       *actions_get_list       (TambourTestUi *ui);
guint              actions_count_rows     (TambourTestUi *ui);
GtkWidget         *actions_find_row       (TambourTestUi *ui,
                                           const char    *title);
void               actions_tick           (TambourTestUi *ui,
                                           const char    *title);
void               actions_show           (TambourTestUi *ui,
                                           const char    *toggle);
void               actions_go_to_list     (TambourTestUi *ui);
TambourRecord     *actions_find_action    (TambourTestUi *ui,
                                           const char    *title);
TambourCommitment *actions_get_commitment (TambourTestUi *ui,
                                           const char    *id);
gboolean           actions_has_dialog     (gpointer       data);
void               actions_ask            (TambourTestUi *ui,
                                           const char    *action);

G_END_DECLS
