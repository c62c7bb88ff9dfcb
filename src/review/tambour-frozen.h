/* tambour-frozen.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"

G_BEGIN_DECLS

#define TAMBOUR_FROZEN_ERROR (tambour_frozen_error_quark ())
GQuark tambour_frozen_error_quark (void);

/**
 * TambourFrozenError:
 * @TAMBOUR_FROZEN_ERROR_DAMAGED: it is not what was stored
 * @TAMBOUR_FROZEN_ERROR_NEWER: written by a newer version
 */
typedef enum
{
  TAMBOUR_FROZEN_ERROR_DAMAGED,
  TAMBOUR_FROZEN_ERROR_NEWER,
} TambourFrozenError;

/**
 * TambourFrozen:
 * @account: the account
 * @lists: the type of a kind to its records (a GPtrArray), by id
 * @plans: the documents of the plans, in the order in which they take effect
 *
 * The records that a review is counted from, as they were once. Written as lines of JSON: what
 * it is, the account, then every record by kind and id, each in the order of its fields. What
 * nobody counts is left out: remarks of ours, and the revision of the team's server.
 */
struct _TambourFrozen
{
  TambourAccount *account;
  GHashTable     *lists;
  GStrv           plans;
};

void tambour_frozen_free (TambourFrozen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourFrozen, tambour_frozen_free)

char          *tambour_frozen_write  (TambourFacts        *facts,
                                      const char * const  *plans);
TambourFrozen *tambour_frozen_parse  (const char          *text,
                                      gsize                length,
                                      GError             **error);

char          *tambour_frozen_pack   (const char          *text,
                                      char               **hash,
                                      GError             **error);
GBytes        *tambour_frozen_unpack (const char          *body,
                                      const char          *hash,
                                      GError             **error);

G_END_DECLS
