/* tambour-audit-score.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-audit-score.h"

static double
weight_of (TambourSeverity severity)
{
  switch (severity)
    {
    case TAMBOUR_SEVERITY_HIGH:
      return 5;

    case TAMBOUR_SEVERITY_MEDIUM:
      return 3;

    case TAMBOUR_SEVERITY_LOW:
      break;
    }

  return 1;
}

/**
 * tambour_audit_tally_take:
 * @self: a tally
 * @answer: another answer of it
 */
void
tambour_audit_tally_take (TambourAuditTally  *self,
                          TambourAuditAnswer *answer)
{
  double weight = weight_of (answer->severity);
  double part = 0;

  switch ((TambourAnswer) answer->answer)
    {
    case TAMBOUR_ANSWER_MET:
      part = 1;
      break;

    case TAMBOUR_ANSWER_PARTIAL:
      part = 0.5;
      break;

    case TAMBOUR_ANSWER_GAP:
      break;

    case TAMBOUR_ANSWER_NOT_VERIFIED:
      self->applicable++;
      return;

    case TAMBOUR_ANSWER_NOT_REQUIRED:
    case TAMBOUR_ANSWER_NA:
      return;
    }

  self->applicable++;
  self->verified++;
  self->possible += weight;
  self->earned += weight * part;
}

/**
 * tambour_audit_tally_score:
 * @self: a tally
 *
 * Returns: sum(w*s)/sum(w) in percent; %NAN if nothing was verified
 */
double
tambour_audit_tally_score (const TambourAuditTally *self)
{
  return self->possible > 0 ? self->earned / self->possible * 100 : NAN;
}
