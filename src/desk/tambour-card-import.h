/* tambour-card-import.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import.h"
#include "tambour-store.h"
#include "tambour-vcard.h"

G_BEGIN_DECLS

/* What a card is external to, where nobody says which address book it is of. */
#define TAMBOUR_CARD_SYSTEM "vcard"

/**
 * TambourCardOrder:
 * @system: (nullable): what the records are external to; %TAMBOUR_CARD_SYSTEM if %NULL
 * @account_id: (nullable): whose people they are where the card does not say
 * @rejects: (nullable): where a list of what cannot be imported goes
 * @dry_run: only count
 * @author: who imports
 * @change: (nullable): where the number of the change goes; 0 if there is none
 * @reject: (nullable): told of everything that cannot be imported, or not all of it
 * @reject_data: for @reject
 *
 * What becomes of an address book's cards.
 */
typedef struct
{
  const char              *system;
  const char              *account_id;
  const char              *rejects;
  gboolean                 dry_run;
  const char              *author;
  gint64                  *change;
  TambourImportRejectFunc  reject;
  gpointer                 reject_data;
} TambourCardOrder;

gboolean tambour_card_import      (TambourStore            *store,
                                   const TambourCardOrder  *order,
                                   const char              *path,
                                   TambourImportCounts     *counts,
                                   GCancellable            *cancellable,
                                   GError                 **error);
gboolean tambour_card_import_text (TambourStore            *store,
                                   const TambourCardOrder  *order,
                                   const char              *text,
                                   gsize                    length,
                                   TambourImportCounts     *counts,
                                   GCancellable            *cancellable,
                                   GError                 **error);

G_END_DECLS
