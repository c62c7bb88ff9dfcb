/* tambour-suggestions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit.h"
#include "tambour-environment.h"
#include "tambour-library.h"

G_BEGIN_DECLS

/**
 * TambourSuggestionGround:
 * @TAMBOUR_SUGGESTION_FINDINGS: findings are open that it answers
 * @TAMBOUR_SUGGESTION_PRODUCT: they run what it is about
 * @TAMBOUR_SUGGESTION_TYPE: they run something of that type
 * @TAMBOUR_SUGGESTION_TAG: it is for those that are called so
 *
 * Why something is suggested, the strongest reason first.
 */
typedef enum
{
  TAMBOUR_SUGGESTION_FINDINGS,
  TAMBOUR_SUGGESTION_PRODUCT,
  TAMBOUR_SUGGESTION_TYPE,
  TAMBOUR_SUGGESTION_TAG,
} TambourSuggestionGround;

/**
 * TambourSuggestionFinding:
 * @title: what was found, or %NULL
 * @section: where in the checklist, or %NULL
 * @item_key: the item of the checklist, or %NULL
 *
 * A finding that is open.
 */
typedef struct
{
  const char      *title;
  const char      *section;
  const char      *item_key;
  TambourSeverity  severity;
} TambourSuggestionFinding;

/**
 * TambourSuggestionNeeds:
 * @findings: (element-type TambourSuggestionFinding): what is open
 * @components: (element-type TambourComponent): what they run
 * @tags: (nullable): what they are called, such as their industry
 * @shared: (nullable): a set of ids of items that they have
 *
 * What is known of an account that something could help.
 */
typedef struct
{
  const char         *account_id;
  GArray             *findings;
  GPtrArray          *components;
  const char * const *tags;
  GHashTable         *shared;
} TambourSuggestionNeeds;

/**
 * TambourSuggestion:
 * @weight: how much speaks for it
 * @ground: what speaks for it most
 * @about: what was found there: a word of findings, a product, a type or a tag
 * @n_findings: how many findings it answers
 * @n_more: how many other grounds there are
 *
 * Something that could help an account.
 */
typedef struct
{
  TambourLibraryItem      *item;
  guint                    weight;
  TambourSuggestionGround  ground;
  char                    *about;
  guint                    n_findings;
  guint                    n_more;
} TambourSuggestion;

void tambour_suggestion_free (TambourSuggestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourSuggestion, tambour_suggestion_free)

TambourSuggestion *tambour_suggestion_weigh (TambourLibraryItem           *item,
                                             const TambourSuggestionNeeds *needs);
GPtrArray         *tambour_suggestions_rank (GPtrArray                    *items,
                                             const TambourSuggestionNeeds *needs);

G_END_DECLS
