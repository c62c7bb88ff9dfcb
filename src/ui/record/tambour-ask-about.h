/* tambour-ask-about.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourAskAbout:
 * @zone: that of the customer
 * @today: the day that is "today" there
 * @record: (nullable): what is asked about, if not the account itself
 * @contacts: (element-type TambourContact): its people, by name
 *
 * What a dialog that asks about an account, or something of it, needs before it opens.
 */
typedef struct
{
  TambourAccount *account;
  GTimeZone      *zone;
  TambourDate     today;
  TambourRecord  *record;
  GPtrArray      *contacts;
} TambourAskAbout;

gpointer tambour_ask_about_load (TambourStore     *store,
                                 const char       *me,
                                 TambourInstant    now,
                                 gpointer          data,
                                 GCancellable     *cancellable,
                                 GError          **error);
void     tambour_ask_about_free (TambourAskAbout  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAskAbout, tambour_ask_about_free)

char *tambour_ask_about_dup_title (const TambourAskAbout *self);

G_END_DECLS
