/* tambour-ask-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-ask-dialog.h"

G_BEGIN_DECLS

/**
 * TambourAskLoading:
 * @key: where the draft is kept
 * @loaded: what @load returned
 * @draft: (nullable): what was typed before
 *
 * What is read before a dialog opens: @load, @free_loaded, @asked and @key say what, and
 * in another one are the rest.
 */
typedef struct
{
  TambourLoadFunc  load;
  GDestroyNotify   free_loaded;
  TambourAsked     asked;
  char            *key;
  gpointer         loaded;
  TambourDraft    *draft;
} TambourAskLoading;

/**
 * TambourAskMaking:
 *
 * What is to be done, while it is.
 */
typedef struct
{
  gpointer           move;
  TambourAskMakeFunc make;
  GDestroyNotify     free_move;
} TambourAskMaking;

void     tambour_asked_clear      (TambourAsked       *self);
void     tambour_ask_loading_free (TambourAskLoading  *self);
gpointer tambour_ask_loading_run  (TambourStore       *store,
                                   const char         *me,
                                   TambourInstant      now,
                                   gpointer            data,
                                   GCancellable       *cancellable,
                                   GError            **error);
void     tambour_ask_making_free  (TambourAskMaking   *self);
gboolean tambour_ask_making_fill  (TambourChange      *change,
                                   TambourStore       *store,
                                   TambourInstant      now,
                                   gpointer            data,
                                   GError            **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAskLoading, tambour_ask_loading_free)

G_END_DECLS
