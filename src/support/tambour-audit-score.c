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

/* Answers are to the same question if its key and its revision are the same. */
static char *
dup_question (TambourAuditAnswer *answer)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", answer->revision, answer->item_key ? answer->item_key : "");
}

/**
 * tambour_audit_index:
 *
 * Returns: (transfer full): the answers of an audit by their question, none yet
 */
GHashTable *
tambour_audit_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * tambour_audit_index_take:
 * @index: the answers of an audit by their question
 * @answer: another answer of it, which must outlive @index; of two to the same
 *   question the first counts
 */
void
tambour_audit_index_take (GHashTable         *index,
                          TambourAuditAnswer *answer)
{
  g_autofree char *question = dup_question (answer);

  if (!g_hash_table_contains (index, question))
    g_hash_table_insert (index, g_steal_pointer (&question), answer);
}

/**
 * tambour_audit_change_take:
 * @self: a change
 * @then: the answers of the earlier audit, by their question
 * @answer: another answer of the later audit
 *
 * Returns: whether the earlier audit asked the same, so that it counts
 */
gboolean
tambour_audit_change_take (TambourAuditChange *self,
                           GHashTable         *then,
                           TambourAuditAnswer *answer)
{
  g_autofree char *question = dup_question (answer);
  TambourAuditAnswer *before = g_hash_table_lookup (then, question);

  if (before == NULL)
    return FALSE;

  tambour_audit_tally_take (&self->now, answer);
  tambour_audit_tally_take (&self->then, before);

  return TRUE;
}

/**
 * tambour_audit_change_measure:
 * @self: a change
 *
 * Returns: the score now less the score then, over the items that both have;
 *   %NAN if one of them verified none
 */
double
tambour_audit_change_measure (const TambourAuditChange *self)
{
  return tambour_audit_tally_score (&self->now) - tambour_audit_tally_score (&self->then);
}
