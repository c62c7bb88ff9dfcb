/* tambour-checks-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-people.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourNamedTime:
 * @from: the first day, or 0 for ever
 * @to: the last day, or %G_MAXUINT32 for no end
 *
 * The days on which a contact is named.
 */
typedef struct
{
  guint32 from;
  guint32 to;
} TambourNamedTime;

gboolean tambour_checks_named_time (TambourContact    *contact,
                                    TambourNamedTime  *time);
gboolean tambour_checks_contact    (TambourStore      *store,
                                    TambourContact    *contact,
                                    const char       **field,
                                    GError           **error);

G_END_DECLS
