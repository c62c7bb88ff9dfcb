/* tambour-library-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-library-list.h"

#include <string.h>

#include "tambour-account-reading.h"
#include "tambour-usage.h"

static void
line_free (TambourLibraryLine *self)
{
  g_clear_object (&self->record);
  g_free (self);
}

/**
 * tambour_library_list_free:
 * @self: (transfer full): a list
 */
void
tambour_library_list_free (TambourLibraryList *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_programme_is_over:
 * @programme: a programme
 * @today: the day that is today
 *
 * Returns: whether it has ended; one without an end ends on the day that it starts
 */
gboolean
tambour_programme_is_over (TambourProgramme *programme,
                           TambourDate       today)
{
  TambourDate end = tambour_date_is_stated (programme->ends) ? programme->ends : programme->starts;

  return tambour_date_is_stated (end) && end.julian < today.julian;
}

/* Returns: (transfer full): a line for each, by the id of its record */
static GHashTable *
index_lines (GPtrArray *lines)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    {
      TambourLibraryLine *line = g_ptr_array_index (lines, i);

      g_hash_table_insert (index, line->record->id, line);
    }

  return index;
}

/* Adds to a number of each line how many records of a kind belong to it. */
static gboolean
count (const TambourAccountReading  *reading,
       GType                         type,
       const char                   *field,
       const char                   *expression,
       GHashTable                   *index,
       gsize                         member,
       GError                      **error)
{
  const char *fields[] = { field, NULL };
  g_autoptr(TambourQuery) query = tambour_account_reading_query (reading, type, expression, error);
  g_autoptr(GPtrArray) tallies = query ? tambour_store_tally (reading->store, query, fields, reading->cancellable, error) : NULL;

  for (guint i = 0; tallies != NULL && i < tallies->len; i++)
    {
      const TambourTally *tally = g_ptr_array_index (tallies, i);
      gpointer line = g_hash_table_lookup (index, tally->values[0]);

      if (line != NULL)
        G_STRUCT_MEMBER (gint64, line, member) += tally->count;
    }

  return tallies != NULL;
}

static GPtrArray *
read_lines (const TambourAccountReading  *reading,
            GType                         type,
            GError                      **error)
{
  g_autoptr(GPtrArray) records = tambour_account_reading_list (reading, type, NULL, error);
  GPtrArray *lines = records ? g_ptr_array_new_with_free_func ((GDestroyNotify) line_free) : NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      TambourLibraryLine *line = g_new0 (TambourLibraryLine, 1);

      line->record = g_object_ref (g_ptr_array_index (records, i));
      g_ptr_array_add (lines, line);
    }

  return lines;
}

static int
compare_days (TambourDate first,
              TambourDate second)
{
  return (first.julian > second.julian) - (first.julian < second.julian);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TambourLibraryLine *first = *(const TambourLibraryLine * const *) a;
  const TambourLibraryLine *second = *(const TambourLibraryLine * const *) b;
  TambourLibraryItem *one = TAMBOUR_LIBRARY_ITEM (first->record);
  TambourLibraryItem *other = TAMBOUR_LIBRARY_ITEM (second->record);
  int order;

  if (first->is_over != second->is_over)
    return first->is_over ? 1 : -1;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if ((order = compare_days (other->published, one->published)) != 0)
    return order;
  if ((order = g_strcmp0 (one->title, other->title)) != 0)
    return order;

  return strcmp (first->record->id, second->record->id);
}

static int
compare_programmes (gconstpointer a,
                    gconstpointer b)
{
  const TambourLibraryLine *first = *(const TambourLibraryLine * const *) a;
  const TambourLibraryLine *second = *(const TambourLibraryLine * const *) b;
  int order;

  if (first->is_over != second->is_over)
    return first->is_over ? 1 : -1;

  order = compare_days (TAMBOUR_PROGRAMME (first->record)->starts, TAMBOUR_PROGRAMME (second->record)->starts);
  if (order != 0)
    return first->is_over ? -order : order;

  order = g_strcmp0 (TAMBOUR_PROGRAMME (first->record)->title, TAMBOUR_PROGRAMME (second->record)->title);

  return order != 0 ? order : strcmp (first->record->id, second->record->id);
}

static gboolean
add_items (TambourLibraryList           *self,
           const TambourAccountReading  *reading,
           GError                      **error)
{
  g_autoptr(GHashTable) index = NULL;

  if (!(self->items = read_lines (reading, TAMBOUR_TYPE_LIBRARY_ITEM, error)))
    return FALSE;

  index = index_lines (self->items);
  for (guint i = 0; i < self->items->len; i++)
    {
      TambourLibraryLine *line = g_ptr_array_index (self->items, i);

      line->is_over = TAMBOUR_LIBRARY_ITEM (line->record)->retired;
    }
  g_ptr_array_sort (self->items, compare_items);

  return count (reading, TAMBOUR_TYPE_CONTENT_SHARE, "library_item_id", "library_item_id != \"\"", index,
                G_STRUCT_OFFSET (TambourLibraryLine, n_shared), error);
}

/* Who accepted and has no seat waits; see tambour-guests.c. */
static gboolean
count_guests (GHashTable                   *index,
              const TambourAccountReading  *reading,
              GError                      **error)
{
  static const struct
  {
    GType     (*get_type) (void);
    const char *expression;
    gsize       member;
  } counts[] = {
    { tambour_early_access_get_type, "programme_id != \"\"", G_STRUCT_OFFSET (TambourLibraryLine, n_invited) },
    { tambour_early_access_get_type, "programme_id != \"\" and answer != declined and joined_on != \"\"", G_STRUCT_OFFSET (TambourLibraryLine, n_seated) },
    { tambour_early_access_get_type, "programme_id != \"\" and answer = accepted and joined_on = \"\"", G_STRUCT_OFFSET (TambourLibraryLine, n_waiting) },
    { tambour_invitation_get_type, "programme_id != \"\"", G_STRUCT_OFFSET (TambourLibraryLine, n_invited) },
    { tambour_invitation_get_type, "programme_id != \"\" and answer != declined and accepted = true", G_STRUCT_OFFSET (TambourLibraryLine, n_seated) },
    { tambour_invitation_get_type, "programme_id != \"\" and answer = accepted and accepted = false", G_STRUCT_OFFSET (TambourLibraryLine, n_waiting) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (!count (reading, counts[i].get_type (), "programme_id", counts[i].expression, index, counts[i].member, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_programmes (TambourLibraryList           *self,
                const TambourAccountReading  *reading,
                GError                      **error)
{
  g_autoptr(GHashTable) index = NULL;

  if (!(self->programmes = read_lines (reading, TAMBOUR_TYPE_PROGRAMME, error)))
    return FALSE;

  index = index_lines (self->programmes);
  for (guint i = 0; i < self->programmes->len; i++)
    {
      TambourLibraryLine *line = g_ptr_array_index (self->programmes, i);

      line->is_over = tambour_programme_is_over (TAMBOUR_PROGRAMME (line->record), self->today);
    }
  g_ptr_array_sort (self->programmes, compare_programmes);

  return count_guests (index, reading, error);
}

/**
 * tambour_library_list_load:
 * @store: a store
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what there is to share and to invite to
 */
TambourLibraryList *
tambour_library_list_load (TambourStore    *store,
                           TambourInstant   at,
                           GCancellable    *cancellable,
                           GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, NULL, at };
  g_autoptr(TambourLibraryList) self = g_new0 (TambourLibraryList, 1);
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();

  self->today = tambour_zone_date_of (here, at);
  if (!add_items (self, &reading, error) || !add_programmes (self, &reading, error))
    return NULL;

  return g_steal_pointer (&self);
}
