/* tambour-reports-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-reports-sheet.h"

#include <string.h>

#include "tambour-people.h"

/* The sheet while it is read. */
typedef struct
{
  TambourStore        *store;
  GCancellable        *cancellable;
  TambourReportsSheet *sheet;
} Reading;

static GPtrArray *
list_all (Reading  *self,
          GType     type,
          GError  **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);

  return tambour_store_list (self->store, query, self->cancellable, error);
}

static void
line_free (gpointer data)
{
  TambourReportsLine *line = data;

  g_clear_object (&line->tam);
  g_free (line);
}

static TambourPerson *
find_person (GPtrArray  *people,
             const char *id)
{
  for (guint i = 0; id && i < people->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (g_ptr_array_index (people, i))->id, id) == 0)
      return g_ptr_array_index (people, i);

  return NULL;
}

/* As a review names him or her: the newest of those of the last day. */
static TambourPerson *
find_tam (Reading    *self,
          GPtrArray  *roles,
          GPtrArray  *people,
          const char *account_id)
{
  guint32 last = self->sheet->to.julian - 1;
  TambourTeamRole *found = NULL;

  for (guint i = 0; i < roles->len; i++)
    {
      TambourTeamRole *role = g_ptr_array_index (roles, i);
      gboolean covers = (!tambour_date_is_stated (role->from) || role->from.julian <= last) &&
                        (!tambour_date_is_stated (role->to) || role->to.julian >= last);

      if (role->role == TAMBOUR_PERSON_ROLE_TAM && covers &&
          g_strcmp0 (TAMBOUR_RECORD (role)->account_id.id, account_id) == 0 &&
          (found == NULL || role->from.julian > found->from.julian))
        found = role;
    }

  return found ? find_person (people, found->person_id.id) : NULL;
}

static guint
count_work (const TambourReadiness *readiness)
{
  guint n = 0;

  for (guint i = 0; i < TAMBOUR_N_READINESS_COLUMNS; i++)
    n += i != TAMBOUR_READINESS_SPONSOR && readiness->cells[i].done < readiness->cells[i].needed;

  return n;
}

static int
compare_text (const char *a,
              const char *b)
{
  return g_utf8_collate (a ? a : "", b ? b : "");
}

static gint
compare_people (gconstpointer a,
                gconstpointer b)
{
  TambourPerson *first = *(TambourPerson * const *) a;
  TambourPerson *second = *(TambourPerson * const *) b;
  int order = compare_text (first->name, second->name);

  return order ? order : strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}

static gint
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourReportsLine *first = *(const TambourReportsLine * const *) a;
  const TambourReportsLine *second = *(const TambourReportsLine * const *) b;
  int order;

  if (first->readiness->in_plan != second->readiness->in_plan)
    return first->readiness->in_plan ? -1 : 1;
  if (first->n_work != second->n_work)
    return first->n_work < second->n_work ? -1 : 1;
  if (first->readiness->n_cases != second->readiness->n_cases)
    return first->readiness->n_cases > second->readiness->n_cases ? -1 : 1;

  order = compare_text (first->readiness->account->name, second->readiness->account->name);

  return order ? order : strcmp (TAMBOUR_RECORD (first->readiness->account)->id, TAMBOUR_RECORD (second->readiness->account)->id);
}

static gboolean
read_lines (Reading  *self,
            GError  **error)
{
  TambourReportsSheet *sheet = self->sheet;
  g_autoptr(GPtrArray) roles = list_all (self, TAMBOUR_TYPE_TEAM_ROLE, error);
  g_autoptr(GPtrArray) people = roles ? list_all (self, TAMBOUR_TYPE_PERSON, error) : NULL;

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < sheet->readiness->len; i++)
    {
      const TambourReadiness *readiness = g_ptr_array_index (sheet->readiness, i);
      TambourReportsLine *line;

      if (readiness->account->status == TAMBOUR_ACCOUNT_STATUS_CLOSED)
        continue;

      line = g_new0 (TambourReportsLine, 1);
      line->readiness = readiness;
      line->n_work = count_work (readiness);
      g_set_object (&line->tam, find_tam (self, roles, people, TAMBOUR_RECORD (readiness->account)->id));
      g_ptr_array_add (sheet->lines, line);
      if (line->tam != NULL && !g_ptr_array_find (sheet->tams, line->tam, NULL))
        g_ptr_array_add (sheet->tams, g_object_ref (line->tam));
    }

  g_ptr_array_sort (sheet->lines, compare_lines);
  g_ptr_array_sort (sheet->tams, compare_people);

  return TRUE;
}

/**
 * tambour_reports_sheet_load:
 * @store: a portfolio
 * @from: the first day of a period
 * @to: the day after its last one
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * How far the reviews are, and who looks after what. Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
TambourReportsSheet *
tambour_reports_sheet_load (TambourStore  *store,
                            TambourDate    from,
                            TambourDate    to,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr(TambourReportsSheet) self = g_new0 (TambourReportsSheet, 1);
  Reading reading = { store, cancellable, self };

  self->from = from;
  self->to = to;
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->tams = g_ptr_array_new_with_free_func (g_object_unref);
  self->readiness = tambour_readiness_list (store, from, to, cancellable, error);

  return self->readiness != NULL && read_lines (&reading, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tambour_reports_sheet_free:
 * @self: a sheet
 *
 * Frees @self.
 */
void
tambour_reports_sheet_free (TambourReportsSheet *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->tams, g_ptr_array_unref);
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  g_free (self);
}
