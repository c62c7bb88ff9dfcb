/* tambour-facts-audit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <string.h>

#include "tambour-audit-score.h"

static const TambourDefinition SCORE = {
  "audit.score", "M40", TAMBOUR_UNIT_SCORE, N_("Audit score"),
  N_("Σ weight × answer ÷ Σ weight × 100 of the last audit of the period; met 1, partial 0.5, gap 0; high 5, medium 3, low 1; not applicable and not verified left out"),
  N_("Audits, audit answers"),
};
static const TambourDefinition VERIFIED = {
  "audit.verified", "M40", TAMBOUR_UNIT_SHARE, N_("Audit items verified"),
  N_("Items verified ÷ items that apply, last audit of the period"), N_("Audits, audit answers"),
};
static const TambourDefinition CHANGE = {
  "audit.change", "M42", TAMBOUR_UNIT_POINTS, N_("Audit change"),
  N_("Score of the last audit − score of the last audit before the period, over the items with the same key and revision in both"),
  N_("Audits, audit answers"),
};
static const TambourDefinition SECTION = {
  "audit.section", "M40", TAMBOUR_UNIT_SCORE, N_("Audit score of a section"),
  N_("Σ weight × answer ÷ Σ weight × 100 of the section, last audit of the period"), N_("Audits, audit answers"),
};
static const TambourDefinition COUNT = {
  "audit.count", "M40", TAMBOUR_UNIT_COUNT, N_("Audits"),
  N_("Final audits dated in the period"), N_("Audits"),
};

static const char NO_AUDIT[] = N_("There is no final audit in the period");

/* --- scores --------------------------------------------------------------- */

static gboolean
is_of (TambourAuditAnswer *answer,
       TambourAudit       *audit,
       const char         *section)
{
  return g_strcmp0 (answer->audit_id.id, TAMBOUR_RECORD (audit)->id) == 0 &&
         (section == NULL || g_strcmp0 (answer->section, section) == 0);
}

static TambourAuditTally
tally_audit (TambourReading *reading,
             TambourAudit   *audit,
             const char     *section,
             TambourMeasure *measure)
{
  GPtrArray *answers = tambour_reading_list (reading, TAMBOUR_TYPE_AUDIT_ANSWER);
  TambourAuditTally tally = { 0 };

  for (guint i = 0; i < answers->len; i++)
    {
      TambourAuditAnswer *answer = g_ptr_array_index (answers, i);

      if (!is_of (answer, audit, section))
        continue;
      tambour_audit_tally_take (&tally, answer);
      if (measure != NULL)
        tambour_measure_count (measure, TAMBOUR_RECORD (answer)->id);
    }

  return tally;
}

/* --- audits --------------------------------------------------------------- */

static gint
compare_audits (gconstpointer a,
                gconstpointer b)
{
  const TambourAudit *first = *(const TambourAudit * const *) a;
  const TambourAudit *second = *(const TambourAudit * const *) b;
  gint order = tambour_compare_dates (first->on, second->on);

  return order ? order : strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

/* The final audits up to the end of a period, oldest first. */
static GPtrArray *
list_until (TambourReading *reading,
            TambourDate     to)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_AUDIT);
  GPtrArray *audits = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      TambourAudit *audit = g_ptr_array_index (list, i);

      if (audit->status == TAMBOUR_AUDIT_STATUS_FINAL && audit->on.julian < to.julian &&
          tambour_reading_is_past_day (reading, audit->on))
        g_ptr_array_add (audits, audit);
    }

  g_ptr_array_sort (audits, compare_audits);

  return audits;
}

static TambourAudit *
last_until (TambourReading *reading,
            TambourDate     to)
{
  g_autoptr(GPtrArray) audits = list_until (reading, to);

  return audits->len > 0 ? g_ptr_array_index (audits, audits->len - 1) : NULL;
}

static TambourAudit *
last_of (TambourReading      *reading,
         const TambourPeriod *period,
         TambourMeasure      *measure)
{
  TambourAudit *audit = last_until (reading, period->to);

  if (audit != NULL && tambour_reading_has_day (period, audit->on))
    return audit;

  tambour_measure_refuse (measure, NO_AUDIT);

  return NULL;
}

static void
measure_score (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  TambourAudit *audit = last_of (reading, period, measure);
  TambourAuditTally tally;

  if (audit == NULL)
    return;

  tally = tally_audit (reading, audit, data, measure);
  tambour_measure_set_value (measure, tambour_audit_tally_score (&tally));
}

static void
measure_verified (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  TambourAudit *audit = last_of (reading, period, measure);
  TambourAuditTally tally;

  if (audit == NULL)
    return;

  tally = tally_audit (reading, audit, NULL, measure);
  measure->n = tally.verified;
  measure->of = tally.applicable;
  tambour_measure_set_share (measure);
}

static void
measure_audits (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  g_autoptr(GPtrArray) audits = list_until (reading, period->to);

  if (audits->len == 0 && !tambour_reading_is_kept (reading))
    {
      tambour_measure_refuse (measure, N_("No audit is recorded"));
      return;
    }

  for (guint i = 0; i < audits->len; i++)
    {
      TambourAudit *audit = g_ptr_array_index (audits, i);

      if (tambour_reading_has_day (period, audit->on))
        tambour_measure_count (measure, TAMBOUR_RECORD (audit)->id);
    }

  tambour_measure_set_count (measure);
}

/* --- M42 ------------------------------------------------------------------ */

static GHashTable *
index_audit (TambourReading *reading,
             TambourAudit   *audit)
{
  GPtrArray *answers = tambour_reading_list (reading, TAMBOUR_TYPE_AUDIT_ANSWER);
  GHashTable *index = tambour_audit_index ();

  for (guint i = 0; i < answers->len; i++)
    if (is_of (g_ptr_array_index (answers, i), audit, NULL))
      tambour_audit_index_take (index, g_ptr_array_index (answers, i));

  return index;
}

static double
difference (TambourReading *reading,
            TambourAudit   *now,
            TambourAudit   *then,
            const char     *section,
            TambourMeasure *measure)
{
  GPtrArray *answers = tambour_reading_list (reading, TAMBOUR_TYPE_AUDIT_ANSWER);
  g_autoptr(GHashTable) before = index_audit (reading, then);
  TambourAuditChange change = { 0 };

  for (guint i = 0; i < answers->len; i++)
    {
      TambourAuditAnswer *answer = g_ptr_array_index (answers, i);

      if (is_of (answer, now, section) && tambour_audit_change_take (&change, before, answer) && measure != NULL)
        tambour_measure_count (measure, TAMBOUR_RECORD (answer)->id);
    }

  return tambour_audit_change_measure (&change);
}

static void
measure_change (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  TambourAudit *now = last_of (reading, period, measure);
  TambourAudit *then = last_until (reading, period->from);

  if (now == NULL)
    return;

  if (then == NULL)
    tambour_measure_refuse (measure, N_("There is no final audit before the period"));
  else
    tambour_measure_set_value (measure, difference (reading, now, then, NULL, measure));
}

/* --- tables --------------------------------------------------------------- */

/* The last four audits, oldest first. */
static GPtrArray *
list_shown (TambourReading *reading)
{
  GPtrArray *audits = list_until (reading, reading->facts->period.to);

  if (audits->len > TAMBOUR_N_AUDITS)
    g_ptr_array_remove_range (audits, 0, audits->len - TAMBOUR_N_AUDITS);

  return audits;
}

static void
list_audits (TambourReading *reading,
             GPtrArray      *audits)
{
  TambourFacts *facts = reading->facts;

  for (guint i = 0; i < audits->len; i++)
    {
      TambourAudit *audit = g_ptr_array_index (audits, i);
      TambourAuditTally tally = tally_audit (reading, audit, NULL, NULL);
      TambourAuditFact fact = {
        TAMBOUR_RECORD (audit)->id, audit->on, tambour_audit_tally_score (&tally),
        tally.applicable > 0 ? (double) tally.verified / tally.applicable : NAN,
        tambour_reading_has_day (&facts->period, audit->on),
      };

      g_array_append_val (facts->audits.audits, fact);
    }
}

/* Sections of the last audit, in the order of their items. */
static GPtrArray *
list_titles (TambourReading *reading,
             TambourAudit   *audit)
{
  GPtrArray *answers = tambour_reading_list (reading, TAMBOUR_TYPE_AUDIT_ANSWER);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *titles = g_ptr_array_new ();

  for (guint i = 0; i < answers->len; i++)
    {
      TambourAuditAnswer *answer = g_ptr_array_index (answers, i);

      if (is_of (answer, audit, NULL) && answer->section != NULL && g_hash_table_add (seen, answer->section))
        g_ptr_array_add (titles, answer->section);
    }

  return titles;
}

static gint
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const TambourSectionFact *first = a;
  const TambourSectionFact *second = b;
  guint last = GPOINTER_TO_UINT (user_data);
  gboolean first_fell = first->change < 0;
  gboolean second_fell = second->change < 0;

  if (first_fell != second_fell)
    return first_fell ? 1 : -1;
  if (first->scores[last] != second->scores[last])
    return first->scores[last] < second->scores[last] ? 1 : -1;

  return strcmp (first->title, second->title);
}

static void
list_sections (TambourReading *reading,
               GPtrArray      *audits)
{
  TambourFacts *facts = reading->facts;
  TambourAudit *now = audits->len > 0 ? g_ptr_array_index (audits, audits->len - 1) : NULL;
  TambourAudit *then = last_until (reading, facts->period.from);
  g_autoptr(GPtrArray) titles = now ? list_titles (reading, now) : g_ptr_array_new ();

  for (guint i = 0; i < titles->len; i++)
    {
      TambourSectionFact fact = { g_ptr_array_index (titles, i), { NAN, NAN, NAN, NAN }, NAN };

      for (guint j = 0; j < audits->len; j++)
        {
          TambourAuditTally tally = tally_audit (reading, g_ptr_array_index (audits, j), fact.title, NULL);

          fact.scores[j] = tambour_audit_tally_score (&tally);
        }
      if (then != NULL && then != now)
        fact.change = difference (reading, now, then, fact.title, NULL);
      g_array_append_val (facts->audits.sections, fact);
    }

  g_array_sort_with_data (facts->audits.sections, compare_sections, GUINT_TO_POINTER (MAX (audits->len, 1) - 1));
}

/**
 * tambour_facts_count_audits:
 * @reading: a reading
 *
 * Counts audit scores, over all and by section, and their change (METRICS.md
 * M40, M42). Drafts do not count.
 */
void
tambour_facts_count_audits (TambourReading *reading)
{
  TambourAuditFacts *facts = &reading->facts->audits;
  g_autoptr(GPtrArray) audits = list_shown (reading);

  facts->score = tambour_reading_add (reading, &SCORE, NULL, NULL, measure_score, NULL);
  facts->verified = tambour_reading_add (reading, &VERIFIED, NULL, NULL, measure_verified, NULL);
  facts->change = tambour_reading_add (reading, &CHANGE, NULL, NULL, measure_change, NULL);
  facts->count = tambour_reading_add (reading, &COUNT, NULL, NULL, measure_audits, NULL);
  list_audits (reading, audits);
  list_sections (reading, audits);

  for (guint i = 0; i < facts->sections->len; i++)
    {
      const char *title = g_array_index (facts->sections, TambourSectionFact, i).title;
      g_autofree char *variant = g_strdup_printf ("%u", i + 1);

      tambour_reading_add (reading, &SECTION, variant, title, measure_score, title);
    }
}
