/* tambour-move.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/* What the moves of all kinds have in common: what they are about, what is typed, and a
 * sentence for people when one cannot be made.
 */

gboolean    tambour_move_refuse    (GError        **error,
                                    const char     *message);
gboolean    tambour_move_is_blank  (const char     *text);
char       *tambour_move_dup_text  (const char     *text);
gboolean    tambour_move_set_text  (char          **member,
                                    const char     *text);
TambourDate tambour_move_day       (TambourDate     on,
                                    TambourDate     today);
gboolean    tambour_move_check_day (TambourDate     on,
                                    TambourDate     today,
                                    GError        **error);
gpointer    tambour_move_get       (TambourStore   *store,
                                    GType           type,
                                    const char     *id,
                                    GError        **error);
GPtrArray  *tambour_move_list      (TambourStore   *store,
                                    GType           type,
                                    const char     *field,
                                    const char     *id,
                                    GError        **error);
gboolean    tambour_move_commit    (TambourStore   *store,
                                    TambourChange  *change,
                                    gint64         *number,
                                    GError        **error);

G_END_DECLS
