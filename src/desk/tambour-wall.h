/* tambour-wall.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-shown.h"
#include "tambour-store.h"

G_BEGIN_DECLS

#define TAMBOUR_WALL_ERROR (tambour_wall_error_quark ())
GQuark tambour_wall_error_quark (void);

/**
 * TambourWallError:
 * @TAMBOUR_WALL_ERROR_LEAK: what is about to leave says what must not; the message lists it
 */
typedef enum
{
  TAMBOUR_WALL_ERROR_LEAK,
} TambourWallError;

/**
 * TambourLeakKind:
 * @TAMBOUR_LEAK_INTERNAL: a sentence of an internal field of the account
 * @TAMBOUR_LEAK_ACCOUNT: the name of another account
 * @TAMBOUR_LEAK_ROADMAP: a confidential plan that was not released to the account
 */
typedef enum
{
  TAMBOUR_LEAK_INTERNAL,
  TAMBOUR_LEAK_ACCOUNT,
  TAMBOUR_LEAK_ROADMAP,
} TambourLeakKind;

/**
 * TambourLeak:
 * @page: (nullable): the label of the page that it stands on
 * @text: the words, as they were stored
 * @record_kind: of the record that they come from, such as "note"; @record_id: its id
 * @field: the name of its field
 */
typedef struct
{
  TambourLeakKind  kind;
  char            *page;
  char            *text;
  char            *record_kind;
  char            *record_id;
  char            *field;
} TambourLeak;

void tambour_leak_free (TambourLeak *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourLeak, tambour_leak_free)

/**
 * TambourWall:
 *
 * What stands between a portfolio and what leaves it. Made once for a batch: it knows the
 * names of all accounts and the confidential plans. Any number of threads may scan at once.
 */
typedef struct _TambourWall TambourWall;

TambourWall *tambour_wall_new  (TambourStore  *store,
                                GCancellable  *cancellable,
                                GError       **error);
void         tambour_wall_free (TambourWall   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourWall, tambour_wall_free)

GPtrArray *tambour_wall_scan      (TambourWall        *self,
                                   const char         *account_id,
                                   TambourShown       *shown,
                                   GCancellable       *cancellable,
                                   GError            **error);
gboolean   tambour_wall_check     (TambourWall        *self,
                                   const char         *account_id,
                                   TambourShown       *shown,
                                   GCancellable       *cancellable,
                                   GError            **error);
char      *tambour_leak_dup_words (const TambourLeak  *self);

G_END_DECLS
