/* tambour-ask-dialog-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-ask-dialog-private.h"

/* What a dialog that asks has done on a thread: reading before it opens, and what it asks for. */

/**
 * tambour_asked_clear:
 * @self: what is asked about
 *
 * Frees what it says.
 */
void
tambour_asked_clear (TambourAsked *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
}

/**
 * tambour_ask_loading_free:
 * @self: (transfer full): what is to be read, or was
 */
void
tambour_ask_loading_free (TambourAskLoading *self)
{
  if (self->loaded != NULL)
    self->free_loaded (self->loaded);
  tambour_asked_clear (&self->asked);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->draft, tambour_draft_free);
  g_free (self);
}

/**
 * tambour_ask_loading_run:
 * @store: a store
 * @me: (nullable): who asks
 * @now: the time that is "now"
 * @data: a #TambourAskLoading, which says what is to be read
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * A #TambourLoadFunc.
 *
 * Returns: (transfer full) (nullable): a #TambourAskLoading of what was read
 */
gpointer
tambour_ask_loading_run (TambourStore    *store,
                         const char      *me,
                         TambourInstant   now,
                         gpointer         data,
                         GCancellable    *cancellable,
                         GError         **error)
{
  const TambourAskLoading *wanted = data;
  g_autoptr(TambourAskLoading) self = g_new0 (TambourAskLoading, 1);
  TambourAsked asked = wanted->asked;
  g_autofree char *text = tambour_store_dup_setting (store, wanted->key);

  self->free_loaded = wanted->free_loaded;
  if (!(self->loaded = wanted->load (store, me, now, &asked, cancellable, error)))
    return NULL;

  self->draft = text ? tambour_draft_unpack (wanted->key, text) : NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_ask_making_free:
 * @self: (transfer full): what is to be done
 */
void
tambour_ask_making_free (TambourAskMaking *self)
{
  self->free_move (self->move);
  g_free (self);
}

/**
 * tambour_ask_making_fill:
 * @change: an empty change
 * @store: a store
 * @now: the time that is "now"
 * @data: a #TambourAskMaking
 * @error: return location
 *
 * A #TambourFillFunc.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_ask_making_fill (TambourChange   *change,
                         TambourStore    *store,
                         TambourInstant   now,
                         gpointer         data,
                         GError         **error)
{
  const TambourAskMaking *self = data;

  return self->make (self->move, store, now, change, error);
}
