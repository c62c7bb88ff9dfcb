/* tambour-facts-count.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

/* Which subjects are counted, in the order of the figures. */

static void
count_everything (TambourReading *reading)
{
  tambour_facts_count_value (reading);
  tambour_facts_count_cases (reading);
  tambour_facts_count_responses (reading);
  tambour_facts_count_resolved (reading);
  tambour_facts_count_causes (reading);
  tambour_facts_count_quality (reading);
  tambour_facts_count_outages (reading);
  tambour_facts_count_continuity (reading);
  tambour_facts_count_calls (reading);
  tambour_facts_count_goals (reading);
  tambour_facts_count_usage (reading);
  tambour_facts_count_activity (reading);
  tambour_facts_count_issues (reading);
  tambour_facts_count_audits (reading);
  tambour_facts_count_findings (reading);
  tambour_facts_count_requests (reading);
  tambour_facts_count_learning (reading);
  tambour_facts_count_entitlements (reading);
  tambour_facts_count_plans (reading);
  tambour_facts_find_context (reading);
}

/* What value is computed from, and what was accepted. */
static void
count_for_value (TambourReading *reading)
{
  tambour_facts_count_value (reading);
  tambour_facts_count_opened (reading);
  tambour_facts_count_outages (reading);
  tambour_facts_count_activity (reading);
  tambour_facts_count_issues (reading);
  tambour_facts_count_surveys (reading);
}

/* What a portfolio is told by; no year is compared. */
static void
count_service (TambourReading *reading)
{
  reading->facts->has_prior = FALSE;
  tambour_facts_count_opened (reading);
  tambour_facts_count_responses (reading);
  tambour_facts_count_goals (reading);
}

/**
 * tambour_facts_count_scope:
 * @reading: a reading
 *
 * Counts the figures that its scope asks for.
 */
void
tambour_facts_count_scope (TambourReading *reading)
{
  switch (reading->scope)
    {
    case TAMBOUR_READING_ALL:
      count_everything (reading);
      break;
    case TAMBOUR_READING_VALUE:
      count_for_value (reading);
      break;
    case TAMBOUR_READING_SERVICE:
      count_service (reading);
      break;
    }
}
