/* tambour-pack-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-case.h"
#include "tambour-clock-facts.h"
#include "tambour-pack-facts-private.h"

#include "tambour-wording.h"

static const char *
word_priority (guint priority)
{
  return priority == TAMBOUR_PRIORITY_NONE ? NULL : tambour_choice_nick (TAMBOUR_TYPE_PRIORITY, priority);
}

static char *
write_clock (const TambourPackReading *self,
             const TambourClockFacts  *clock)
{
  TambourClockMeasure measure;
  g_autofree char *due = tambour_pack_dup_moment (self, clock->due);

  tambour_clock_facts_measure (clock, self->reading.at, &measure);
  switch (measure.state)
    {
    case TAMBOUR_CLOCK_STATE_RUNNING:
      return clock->kind == TAMBOUR_CLOCK_KIND_FIRST_RESPONSE ? tambour_wording_fill (_("First answer due {0}"), due, NULL)
                                                              : tambour_wording_fill (_("Answer due {0}"), due, NULL);

    case TAMBOUR_CLOCK_STATE_PAUSED:
      return g_strdup (_("The clock is paused: the customer is waited for"));

    case TAMBOUR_CLOCK_STATE_MISSED:
      return tambour_instant_is_stated (clock->stop) ? NULL : tambour_wording_fill (_("Answer was due {0} and is late"), due, NULL);

    case TAMBOUR_CLOCK_STATE_MET:
    case TAMBOUR_CLOCK_STATE_CANCELLED:
      return NULL;
    }

  return NULL;
}

static void
add_clocks (const TambourPackReading *self,
            TambourPackRow           *row,
            GPtrArray                *clocks)
{
  for (guint i = 0; i < clocks->len; i++)
    {
      const TambourClockFacts *clock = g_ptr_array_index (clocks, i);
      g_autofree char *line = NULL;
      TambourClockMeasure measure;

      if (g_strcmp0 (clock->case_id, row->id) != 0 || !(line = write_clock (self, clock)))
        continue;

      tambour_clock_facts_measure (clock, self->reading.at, &measure);
      row->is_urgent = row->is_urgent || measure.state == TAMBOUR_CLOCK_STATE_MISSED;
      tambour_paper_row_line (row, line);
    }
}

static void
describe_case (const TambourPackReading *self,
               TambourPackRow           *row,
               TambourCase              *support_case)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *opened = tambour_pack_dup_day (self, tambour_zone_date_of (self->zone, support_case->opened_at));
  g_autofree char *since = tambour_wording_fill (_("opened {0}"), opened, NULL);
  g_autofree char *owner = support_case->owner_name ? tambour_wording_fill (_("owner {0}"), support_case->owner_name, NULL) : NULL;
  g_autofree char *from = support_case->reporter_name ? tambour_wording_fill (_("from {0}"), support_case->reporter_name, NULL) : NULL;
  g_autofree char *next = NULL;

  tambour_pack_join (line, tambour_pack_case_status (support_case->status));
  tambour_pack_join (line, since);
  tambour_pack_join (line, from);
  tambour_pack_join (line, owner ? owner : _("no owner"));
  tambour_paper_row_line (row, line->str);
  tambour_paper_row_line (row, support_case->impact);

  next = support_case->next_step && *support_case->next_step ? tambour_wording_fill (_("Next: {0}"), support_case->next_step, NULL)
                                                             : g_strdup (_("No next step is written down"));
  tambour_paper_row_line (row, next);
}

static void
add_case (const TambourPackReading *self,
          TambourCase              *support_case,
          GPtrArray                *clocks)
{
  g_autofree char *title = g_strdup_printf ("#%s  %s", support_case->number ? support_case->number : "", support_case->title ? support_case->title : "");
  TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_CASES, "case", TAMBOUR_RECORD (support_case)->id, title);
  g_autofree char *update = tambour_pack_dup_moment (self, support_case->next_update_due);

  row->lead = g_strdup (word_priority (support_case->priority));
  describe_case (self, row, support_case);
  add_clocks (self, row, clocks);

  if (update == NULL)
    return;

  row->is_urgent = row->is_urgent || support_case->next_update_due.seconds < self->reading.at.seconds;
  row->end = tambour_wording_fill (support_case->next_update_due.seconds < self->reading.at.seconds ? _("update was due {0}") : _("update {0}"),
                                   update, NULL);
}

static guint
rank_of (TambourCase *support_case)
{
  return support_case->priority == TAMBOUR_PRIORITY_NONE ? G_MAXUINT : support_case->priority;
}

static gint
compare_cases (gconstpointer a,
               gconstpointer b)
{
  TambourCase *first = *(TambourCase * const *) a;
  TambourCase *second = *(TambourCase * const *) b;

  if (rank_of (first) != rank_of (second))
    return rank_of (first) < rank_of (second) ? -1 : 1;
  if (first->opened_at.seconds != second->opened_at.seconds)
    return first->opened_at.seconds < second->opened_at.seconds ? -1 : 1;

  return strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

/**
 * tambour_pack_add_cases:
 * @self: a reading
 * @error: return location
 *
 * Open cases, the most urgent first: how each stands, what comes next, and when
 * the customer was promised to hear from us.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_pack_add_cases (TambourPackReading  *self,
                        GError             **error)
{
  g_autoptr(GPtrArray) cases = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_CASE,
                                                             "status != resolved and status != closed and exclusion = no and opened_at <= {now}", error);
  g_autoptr(GPtrArray) clocks = NULL;

  if (cases == NULL ||
      !(clocks = tambour_clock_facts_list (self->reading.store, self->reading.account_id, self->reading.at, self->reading.cancellable, error)))
    return FALSE;

  g_ptr_array_sort (cases, compare_cases);
  for (guint i = 0; i < cases->len; i++)
    add_case (self, g_ptr_array_index (cases, i), clocks);

  return TRUE;
}

static const char *
word_side (guint side)
{
  return side == TAMBOUR_SIDE_US ? _("Ours") : _("Theirs");
}

/* What is due in the row's own colour, and in words where it has passed. */
static void
set_due (const TambourPackReading *self,
         TambourPackRow           *row,
         TambourDate               due)
{
  g_autofree char *day = tambour_pack_dup_day (self, due);

  if (day == NULL)
    return;

  row->is_urgent = due.julian < self->contacts->today.julian;
  row->end = tambour_wording_fill (row->is_urgent ? _("was due {0}") : _("due {0}"), day, NULL);
}

static const char *
find_contact (const TambourPackReading *self,
              const char               *id)
{
  for (guint i = 0; id && i < self->contacts->people->len; i++)
    {
      TambourContactView *view = g_ptr_array_index (self->contacts->people, i);

      if (strcmp (TAMBOUR_RECORD (view->contact)->id, id) == 0)
        return view->contact->name;
    }

  return NULL;
}

/**
 * tambour_pack_add_promises:
 * @self: a reading
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_pack_add_promises (TambourPackReading  *self,
                           GError             **error)
{
  g_autoptr(GPtrArray) promises = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_COMMITMENT, "status = open", "due", FALSE, -1, error);

  for (guint i = 0; promises && i < promises->len; i++)
    {
      TambourCommitment *promise = g_ptr_array_index (promises, i);
      TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_PROMISES, "commitment", TAMBOUR_RECORD (promise)->id, promise->text);
      g_autofree char *made = tambour_pack_dup_day (self, promise->made_on);
      g_autofree char *since = made ? tambour_wording_fill (_("made {0}"), made, NULL) : NULL;
      const char *to = find_contact (self, promise->to_contact_id.id);
      g_autofree char *whom = to ? tambour_wording_fill (_("to {0}"), to, NULL) : NULL;
      g_autoptr(GString) line = g_string_new (NULL);

      row->lead = g_strdup (word_side (promise->side));
      tambour_pack_join (line, since);
      tambour_pack_join (line, promise->side == TAMBOUR_SIDE_US ? whom : to);
      tambour_paper_row_line (row, line->str);
      set_due (self, row, promise->due);
    }

  return promises != NULL;
}

/**
 * tambour_pack_add_actions:
 * @self: a reading
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_pack_add_actions (TambourPackReading  *self,
                          GError             **error)
{
  g_autoptr(GPtrArray) actions = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ACTION_ITEM, "status = open or status = blocked",
                                                               "due", FALSE, -1, error);

  for (guint i = 0; actions && i < actions->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (actions, i);
      TambourPackRow *row = tambour_pack_add_row (self->pack, TAMBOUR_PACK_ACTIONS, "action_item", TAMBOUR_RECORD (action)->id, action->title);
      g_autoptr(GString) line = g_string_new (NULL);

      row->lead = g_strdup (word_side (action->side));
      tambour_pack_join (line, action->owner);
      tambour_pack_join (line, action->status == TAMBOUR_ACTION_STATUS_BLOCKED ? _("blocked") : NULL);
      tambour_paper_row_line (row, line->str);
      tambour_paper_row_line (row, TAMBOUR_RECORD (action)->note);
      set_due (self, row, action->due);
    }

  return actions != NULL;
}
