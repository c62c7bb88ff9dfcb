/* tambour-account-match.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourMatchRule:
 * @hint: which hint it looks at: “organisation”, “domain”, “email”, or what a map names
 * @pattern: what that must say; “*” stands for anything, capitals do not count
 * @account_id: whose items those are
 *
 * What somebody has decided about whose items are whose.
 */
typedef struct
{
  char *hint;
  char *pattern;
  char *account_id;
} TambourMatchRule;

TambourMatchRule *tambour_match_rule_new     (const char             *hint,
                                              const char             *pattern,
                                              const char             *account_id);
void              tambour_match_rule_free    (TambourMatchRule       *self);
gboolean          tambour_match_rule_matches (const TambourMatchRule *self,
                                              GHashTable             *hints);

/**
 * TambourAccountMatch:
 *
 * Knows whose an item of a portal is, by its hints: rules first, then the organisation’s
 * name, then what the contacts of the accounts say.
 */
typedef struct _TambourAccountMatch TambourAccountMatch;

TambourAccountMatch *tambour_account_match_new  (TambourStore         *store,
                                                 GPtrArray            *rules,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void                 tambour_account_match_free (TambourAccountMatch  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAccountMatch, tambour_account_match_free)

const char *tambour_account_match_find (TambourAccountMatch  *self,
                                        GHashTable           *hints,
                                        char                **reason);

G_END_DECLS
