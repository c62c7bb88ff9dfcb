/* tambour-find.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-case.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourFindGroup:
 *
 * What was found, in the order in which it is shown. Commands are the window's
 * own and stand between accounts and cases; what was opened lately is there
 * while nothing is typed.
 */
typedef enum
{
  TAMBOUR_FIND_RECENT,
  TAMBOUR_FIND_ACCOUNTS,
  TAMBOUR_FIND_COMMANDS,
  TAMBOUR_FIND_CASES,
  TAMBOUR_FIND_PEOPLE,
  TAMBOUR_FIND_NOTES,
  TAMBOUR_FIND_CALLS,
  TAMBOUR_FIND_PROMISES,
  TAMBOUR_FIND_GOALS,
  TAMBOUR_FIND_OTHERS,
} TambourFindGroup;

#define TAMBOUR_N_FIND_GROUPS (TAMBOUR_FIND_OTHERS + 1)

/**
 * TambourFindScope:
 * @TAMBOUR_FIND_EVERYTHING: no prefix
 * @TAMBOUR_FIND_ONLY_COMMANDS: “>”
 * @TAMBOUR_FIND_ONLY_PEOPLE: “@”
 * @TAMBOUR_FIND_ONLY_CASES: “#”
 *
 * What the first character of a query limits it to (DESIGN.md, 15 Search).
 */
typedef enum
{
  TAMBOUR_FIND_EVERYTHING,
  TAMBOUR_FIND_ONLY_COMMANDS,
  TAMBOUR_FIND_ONLY_PEOPLE,
  TAMBOUR_FIND_ONLY_CASES,
} TambourFindScope;

/**
 * TambourFound:
 * @group: under which heading it stands
 * @family: which group its kind belongs to
 * @is_mentioned: an account that only some of the words are about: it is not
 *   shown, but commands may be about it
 * @klass: its kind
 * @account_name: (nullable): whose it is
 * @number: (nullable): of a case
 * @priority: of a case
 * @title_spans: pairs of guint: which bytes of the title were looked for
 * @snippet: (nullable): where else the words stand
 * @snippet_spans: the same for the snippet
 *
 * One record that was found. All text is plain.
 */
typedef struct
{
  TambourFindGroup    group;
  TambourFindGroup    family;
  gboolean            is_mentioned;
  TambourRecordClass *klass;
  char               *id;
  char               *account_id;
  char               *account_name;
  char               *title;
  char               *number;
  TambourPriority     priority;
  GArray             *title_spans;
  char               *snippet;
  GArray             *snippet_spans;
} TambourFound;

void tambour_found_free (TambourFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourFound, tambour_found_free)

TambourFindScope tambour_find_scope    (const char          *query,
                                        const char         **words);
gboolean         tambour_find_matches  (const char          *words,
                                        const char          *text,
                                        GArray             **spans);
gboolean         tambour_find_mentions (const char          *words,
                                        const char          *text);
GPtrArray       *tambour_find          (TambourStore        *store,
                                        const char          *query,
                                        const char          *account_id,
                                        const char * const  *recent,
                                        GCancellable        *cancellable,
                                        GError             **error);

G_END_DECLS
