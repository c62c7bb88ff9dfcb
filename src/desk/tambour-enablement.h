/* tambour-enablement.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-library-file.h"

G_BEGIN_DECLS

/**
 * TambourTrainingSum:
 * @from: the first day that counts; @to: the last one, at most today
 * @is_agreement: whether that is the year of the agreement; else the last year
 * @n: how many trainings; @n_counted: how many of them say how long they took and how many
 *   came; @n_people: how many came, as seats; @hours: person-hours
 * @n_passed: how many passed the check; @n_checked: of how many that came, where it was made
 *
 * What was taught in a year (METRICS.md M24).
 */
typedef struct
{
  TambourDate from;
  TambourDate to;
  gboolean    is_agreement;
  guint       n;
  guint       n_counted;
  gint64      n_people;
  double      hours;
  gint64      n_passed;
  gint64      n_checked;
} TambourTrainingSum;

/**
 * TambourEnablement:
 * @zone: the customer's time zone; @today: the day there
 * @suggestions: (element-type TambourSuggestion): what could help them, by weight
 * @shares: (element-type TambourLibraryShare): what they got, the newest first;
 *   @n_shares: how much that is in all
 * @trainings: (element-type TambourTraining): what was taught and will be, the newest first
 * @guests: (element-type TambourGuest): what they were invited to, the newest first
 * @features: (element-type TambourFeatureAdoption): what they are entitled to and is
 *   relevant for them: what is not in use first
 * @n_in_use: how many of those are in use (METRICS.md M32)
 *
 * What an account learns, gets to read, tries and uses.
 */
typedef struct
{
  TambourAccount     *account;
  GTimeZone          *zone;
  TambourDate         today;
  GPtrArray          *suggestions;
  GPtrArray          *shares;
  gint64              n_shares;
  GPtrArray          *trainings;
  TambourTrainingSum  sum;
  GPtrArray          *guests;
  GPtrArray          *features;
  guint               n_in_use;
} TambourEnablement;

TambourEnablement *tambour_enablement_load (TambourStore       *store,
                                            const char         *account_id,
                                            TambourInstant      at,
                                            GCancellable       *cancellable,
                                            GError            **error);
void               tambour_enablement_free (TambourEnablement  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourEnablement, tambour_enablement_free)

gint64 tambour_training_people (TambourTraining *training);

G_END_DECLS
