/* tambour-request-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-people.h"
#include "tambour-requests.h"

G_BEGIN_DECLS

/**
 * TambourRequestStep:
 * @merged: (nullable): what was merged into the request by this step, if that is what it is
 *
 * Something that happened to a request.
 */
typedef struct
{
  TambourFrEvent        *event;
  TambourFeatureRequest *merged;
} TambourRequestStep;

/**
 * TambourRequestFile:
 * @today: the day where the person is
 * @line: the request, with what all accounts say
 * @evidence: (element-type TambourFrEvidence): what was said, by all, the newest first
 * @steps: (element-type TambourRequestStep): what happened, the newest first
 * @merged: (element-type TambourFeatureRequest): what was merged into it
 * @into: (nullable): what it was merged into
 * @contacts: id → #TambourContact
 *
 * All that is known of one request.
 */
typedef struct
{
  TambourDate            today;
  TambourRequestLine    *line;
  GPtrArray             *evidence;
  GPtrArray             *steps;
  GPtrArray             *merged;
  TambourFeatureRequest *into;
  GHashTable            *contacts;
} TambourRequestFile;

TambourRequestFile *tambour_request_file_load (TambourStore        *store,
                                               const char          *id,
                                               const char          *me,
                                               TambourInstant       at,
                                               GCancellable        *cancellable,
                                               GError             **error);
void                tambour_request_file_free (TambourRequestFile  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRequestFile, tambour_request_file_free)

const TambourRequestAsker *tambour_request_file_find_asker    (TambourRequestFile *self,
                                                               TambourFrEvidence  *evidence);
TambourContact            *tambour_request_file_find_contact  (TambourRequestFile *self,
                                                               TambourFrEvidence  *evidence);
TambourFeatureRequest     *tambour_request_file_find_asked_as (TambourRequestFile *self,
                                                               TambourFrEvidence  *evidence);

G_END_DECLS
