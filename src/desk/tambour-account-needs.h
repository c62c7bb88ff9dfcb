/* tambour-account-needs.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-suggestions.h"

G_BEGIN_DECLS

/**
 * TambourAccountNeeds:
 *
 * What is known of one account, or of all of them, that something in the library
 * could help: findings that are open, and what they run.
 */
typedef struct _TambourAccountNeeds TambourAccountNeeds;

/**
 * TambourNeedsParts:
 * @TAMBOUR_NEEDS_FINDINGS: what was found and is open
 * @TAMBOUR_NEEDS_COMPONENTS: what they run
 *
 * What is read of it.
 */
typedef enum
{
  TAMBOUR_NEEDS_FINDINGS = 1 << 0,
  TAMBOUR_NEEDS_COMPONENTS = 1 << 1,
} TambourNeedsParts;

TambourAccountNeeds *tambour_account_needs_load (const TambourAccountReading  *reading,
                                                 TambourNeedsParts             parts,
                                                 GError                      **error);
void                 tambour_account_needs_free (TambourAccountNeeds          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAccountNeeds, tambour_account_needs_free)

void tambour_account_needs_take (TambourAccountNeeds    *self,
                                 TambourAccount         *account,
                                 TambourSuggestionNeeds *needs);

G_END_DECLS
