/* tambour-facts-cause.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More rows than these become one row of all others (REPORT-DESIGN.md section 6). */
#define MAX_CAUSES 8

/* A cause that comes back within a year comes back (METRICS.md M11). */
#define REPEAT_DAYS 365

static const TambourDefinition BY_CAUSE = {
  "cases.cause", "M01", TAMBOUR_UNIT_COUNT, N_("Cases by cause"),
  N_("Cases opened in the period by their cause area; where none is recorded, by root cause"), N_("Cases, root causes"),
};
static const TambourDefinition CAUSE_KNOWN = {
  "cases.root_cause", "M11", TAMBOUR_UNIT_SHARE, N_("Root cause known"),
  N_("Cases closed in the period with a root cause ÷ cases closed in the period"), N_("Cases, root causes"),
};
static const TambourDefinition REPEATED = {
  "cases.repeat_cause", "M11", TAMBOUR_UNIT_SHARE, N_("Repeat cause"),
  N_("Cases closed in the period whose root cause occurred in the 365 days before ÷ cases closed in the period with a root cause"),
  N_("Cases, root causes"),
};

/* The cases of one row of the table of causes. */
typedef struct
{
  const char *title;      /* NULL: without a cause */
  gboolean    is_other;
  GHashTable *folded;     /* of the row of all others: the titles in it */
  gboolean    by_root_cause;
  guint       n;
} Row;

static const char *
cause_of (TambourReading *reading,
          TambourCase    *record,
          gboolean        by_root_cause)
{
  TambourRootCause *cause;

  if (!by_root_cause)
    return record->category;

  cause = tambour_reading_find (reading, TAMBOUR_TYPE_ROOT_CAUSE, record->root_cause_id.id);

  return cause ? cause->title : NULL;
}

static gboolean
is_called_other (const char *title)
{
  return title != NULL && g_ascii_strcasecmp (title, "other") == 0;
}

static gboolean
belongs (const Row  *row,
         const char *cause)
{
  if (row->folded != NULL)
    return cause != NULL && g_hash_table_contains (row->folded, cause);

  return g_strcmp0 (row->title, cause) == 0;
}

static void
measure_cause (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  const Row *row = data;

  if (tambour_reading_refuses_cases (reading, period, measure))
    return;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (tambour_case_state_opened_in (state, period) &&
          belongs (row, cause_of (reading, state->support_case, row->by_root_cause)))
        tambour_measure_count (measure, state->id);
    }

  tambour_measure_set_count (measure);
}

/* Cause areas where the cases of the period have any, else root causes. */
static gboolean
uses_root_causes (TambourReading *reading)
{
  gboolean has_root_cause = FALSE;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (!tambour_case_state_opened_in (state, &reading->facts->period))
        continue;
      if (state->support_case->category != NULL)
        return FALSE;
      has_root_cause = has_root_cause || cause_of (reading, state->support_case, TRUE) != NULL;
    }

  return has_root_cause;
}

/* By count, then by name; cases without a cause and those called “other” last. */
static gint
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = a;
  const Row *second = b;
  gboolean first_last = first->is_other || first->title == NULL;
  gboolean second_last = second->is_other || second->title == NULL;

  if (first_last != second_last)
    return first_last ? 1 : -1;
  if (first->is_other != second->is_other)
    return first->is_other ? 1 : -1;
  if (first->n != second->n)
    return first->n < second->n ? 1 : -1;

  return g_strcmp0 (first->title, second->title);
}

static Row *
find_row (GArray     *rows,
          const char *title)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (g_array_index (rows, Row, i).title, title) == 0)
      return &g_array_index (rows, Row, i);

  return NULL;
}

/* The causes of either period: one that is gone this year is worth saying. */
static GArray *
list_rows (TambourReading *reading,
           gboolean        by_root_cause)
{
  TambourFacts *facts = reading->facts;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      gboolean is_now = tambour_case_state_opened_in (state, &facts->period);
      const char *title = cause_of (reading, state->support_case, by_root_cause);
      Row *row;

      if (!is_now && !(facts->has_prior && tambour_case_state_opened_in (state, &facts->earlier)))
        continue;

      row = find_row (rows, title);
      if (row == NULL)
        {
          Row fresh = { title, is_called_other (title), NULL, by_root_cause, 0 };

          g_array_append_val (rows, fresh);
          row = &g_array_index (rows, Row, rows->len - 1);
        }
      row->n += is_now;
    }

  g_array_sort (rows, compare_rows);

  return rows;
}

/* Folds what does not fit into the row of all others. Cases without a cause
 * keep a row of their own: nobody knows that they are others.
 */
static void
fold (GArray *rows)
{
  GHashTable *titles;
  Row other = { NULL, TRUE, NULL, FALSE, 0 };
  gboolean has_unknown = find_row (rows, NULL) != NULL;
  guint kept = MAX_CAUSES - 1 - (has_unknown ? 1 : 0);

  if (rows->len <= MAX_CAUSES)
    return;

  titles = g_hash_table_new (g_str_hash, g_str_equal);
  other.by_root_cause = g_array_index (rows, Row, 0).by_root_cause;
  for (guint i = rows->len; i-- > kept;)
    {
      Row *row = &g_array_index (rows, Row, i);

      if (row->title == NULL)
        continue;
      g_hash_table_add (titles, (gpointer) row->title);
      g_array_remove_index (rows, i);
    }

  other.folded = titles;
  g_array_append_val (rows, other);
}

static void
count_table (TambourReading *reading)
{
  g_autoptr(GArray) rows = list_rows (reading, uses_root_causes (reading));

  fold (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);
      TambourCauseFact fact = { row->folded ? NULL : row->title, row->is_other, row->title == NULL && !row->is_other };
      g_autofree char *variant = g_strdup_printf ("%u", i + 1);

      fact.count = tambour_reading_add (reading, &BY_CAUSE, variant, fact.title, measure_cause, row);
      g_array_append_val (reading->facts->service.causes, fact);
      g_clear_pointer (&row->folded, g_hash_table_unref);
    }
}

static void
measure_cause_known (TambourReading      *reading,
                     const TambourPeriod *period,
                     gconstpointer        data,
                     TambourMeasure      *measure)
{
  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (tambour_case_state_closed_in (state, period))
        tambour_measure_decide (measure, state->id, state->support_case->root_cause_id.id != NULL);
    }

  if (reading->all_imported && measure->n == 0 && tambour_reading_list (reading, TAMBOUR_TYPE_ROOT_CAUSE)->len == 0)
    tambour_measure_refuse (measure, N_("The source of these cases does not record root causes"));
  else
    tambour_measure_set_share (measure);
}

/* Whether the cause had brought another case in the year before this one. The
 * cases come in the order of their opening; @last keeps for each cause the
 * opening of the case before.
 */
static gboolean
is_repeated (GHashTable       *last,
             TambourCaseState *state)
{
  const char *cause = state->support_case->root_cause_id.id;
  TambourCaseState *before = g_hash_table_lookup (last, cause);

  g_hash_table_insert (last, (gpointer) cause, state);

  return before != NULL && state->support_case->opened_at.seconds - before->support_case->opened_at.seconds <=
                             REPEAT_DAYS * TAMBOUR_DAY;
}

static void
measure_repeated (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  g_autoptr(GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < reading->by_opening->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->by_opening, i);
      gboolean has_cause = state->support_case->root_cause_id.id != NULL;
      gboolean repeats = has_cause && is_repeated (last, state);

      if (!tambour_case_state_closed_in (state, period))
        continue;
      if (has_cause)
        tambour_measure_decide (measure, state->id, repeats);
      else
        tambour_measure_exclude (measure, state->id, N_("No root cause is recorded"));
    }

  if (measure->of == TAMBOUR_NO_COUNT && measure->excluded->len > 0)
    tambour_measure_refuse (measure, N_("No closed case has a root cause"));
  else
    tambour_measure_set_share (measure);
}

/**
 * tambour_facts_count_causes:
 * @reading: a reading
 *
 * Counts the cases by cause, and the causes that came back (METRICS.md M01, M11).
 */
void
tambour_facts_count_causes (TambourReading *reading)
{
  TambourServiceFacts *service = &reading->facts->service;

  count_table (reading);
  service->root_cause_known = tambour_reading_add (reading, &CAUSE_KNOWN, NULL, NULL, measure_cause_known, NULL);
  service->repeat_cause = tambour_reading_add (reading, &REPEATED, NULL, NULL, measure_repeated, NULL);
}
