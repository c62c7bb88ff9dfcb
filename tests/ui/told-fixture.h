/* told-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-notifier.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* What a person was told, instead of the desktop: of each notification a line "id: title | body",
 * and "-id" where it was withdrawn.
 */
void     told_begin       (void);
void     told_end         (void);
char    *told_take        (void);
gboolean told_has         (gpointer      part);

void     told_put_account (TambourStore *store,
                           const char   *me);
void     told_put_case    (TambourStore *store,
                           const char   *number,
                           const char   *priority,
                           const char   *opened);

G_END_DECLS
