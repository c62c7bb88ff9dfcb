/* audit-shots.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

char *audit_shots_begin (TambourStore   *store,
                         TambourInstant  now,
                         const char     *account,
                         const char     *checklist);

G_END_DECLS
