/* tambour-prep-sheet-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-prep-sheet-private.h"

#include "tambour-usage.h"

/* Who joins a call, and what they may like to read. */

/* How far back one looks for a call of the same kind. */
#define MOST_CALLS 60

/* How far ahead somebody who leaves is worth a word, in days. */
#define DAYS_LEAVE 60

/* How far back what was shared with anybody is looked at, in days, and how many
 * customers must have got it before it is ours to offer to another.
 */
#define DAYS_SHARED      400
#define MOST_SHARED      3000
#define FEWEST_CUSTOMERS 2

/**
 * tambour_prep_person_free:
 * @self: (transfer full): somebody
 */
void
tambour_prep_person_free (TambourPrepPerson *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->role, g_free);
  g_free (self);
}

/**
 * tambour_prep_share_free:
 * @self: (transfer full): something to share
 */
void
tambour_prep_share_free (TambourPrepShare *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_free (self);
}

/* --- who joins ------------------------------------------------------------- */

static TambourContact *
find_contact (TambourPrepReading *self,
              const char         *id)
{
  for (guint i = 0; id != NULL && i < self->contacts->len; i++)
    if (g_str_equal (TAMBOUR_RECORD (g_ptr_array_index (self->contacts, i))->id, id))
      return g_ptr_array_index (self->contacts, i);

  return NULL;
}

static gboolean
is_known (GPtrArray  *people,
          const char *name)
{
  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (((TambourPrepPerson *) g_ptr_array_index (people, i))->name, name) == 0)
      return TRUE;

  return FALSE;
}

/* Of us, everybody knows; who has left does not come. */
static void
add_person (TambourPrepReading *self,
            TambourAttendance  *attendance)
{
  TambourContact *contact = find_contact (self, attendance->contact_id.id);
  const char *name = contact && contact->name ? contact->name : attendance->name;
  gboolean has_left = contact && tambour_date_is_stated (contact->left_on) && contact->left_on.julian <= self->sheet->today.julian;
  TambourPrepPerson *person;

  if (attendance->person_id.id != NULL || has_left || name == NULL || *name == '\0' || is_known (self->sheet->people, name))
    return;

  person = g_new0 (TambourPrepPerson, 1);
  person->name = g_strdup (name);
  person->id = g_strdup (contact ? TAMBOUR_RECORD (contact)->id : NULL);
  person->role = g_strdup (contact && contact->title ? contact->title : attendance->role);
  if (contact != NULL)
    person->leaves_on = contact->left_on;
  g_ptr_array_add (self->sheet->people, person);
}

static gboolean
add_attendance (TambourPrepReading  *self,
                TambourEngagement   *meeting,
                GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
  g_autoptr(GPtrArray) attendances = NULL;

  if (!tambour_query_where (query, "engagement_id", TAMBOUR_IS, TAMBOUR_RECORD (meeting)->id, error) ||
      !(attendances = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  for (guint i = 0; i < attendances->len; i++)
    add_person (self, g_ptr_array_index (attendances, i));

  return TRUE;
}

/* The last call of its kind, or else the last call. */
static gboolean
find_like (TambourPrepReading  *self,
           TambourEngagement  **found,
           GError             **error)
{
  TambourPrepSheet *sheet = self->sheet;
  g_autoptr(GPtrArray) held = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ENGAGEMENT,
                                                            "status = held and planned_start <= {now}", "planned_start", TRUE, MOST_CALLS, error);

  for (guint i = 0; held && sheet->meeting && i < held->len; i++)
    if (TAMBOUR_ENGAGEMENT (g_ptr_array_index (held, i))->kind == sheet->meeting->kind)
      {
        *found = g_object_ref (g_ptr_array_index (held, i));
        return TRUE;
      }

  if (sheet->last != NULL)
    *found = g_object_ref (sheet->last);

  return held != NULL;
}

static gboolean
add_joining (TambourPrepReading  *self,
             GError             **error)
{
  g_autoptr(TambourEngagement) like = NULL;

  if (self->sheet->meeting != NULL && !add_attendance (self, self->sheet->meeting, error))
    return FALSE;

  if (self->sheet->people->len > 0)
    return TRUE;

  return find_like (self, &like, error) && (like == NULL || add_attendance (self, like, error));
}

static void
add_leaving (TambourPrepReading *self)
{
  TambourPrepSheet *sheet = self->sheet;
  TambourDate since = tambour_zone_date_of (sheet->zone, sheet->since);

  for (guint i = 0; i < self->contacts->len; i++)
    {
      TambourContact *contact = g_ptr_array_index (self->contacts, i);
      TambourPrepPoint *point;

      if (!contact->is_named || contact->left_on.julian < since.julian || !tambour_date_is_stated (contact->left_on) ||
          contact->left_on.julian > sheet->today.julian + DAYS_LEAVE)
        continue;

      point = tambour_prep_add_point (self, TAMBOUR_PREP_PERSON, TAMBOUR_PREP_RANK_PERSON, "contact", TAMBOUR_RECORD (contact)->id, contact->name);
      point->on = contact->left_on;
      point->is_overdue = contact->left_on.julian <= sheet->today.julian;
    }
}

/**
 * tambour_prep_add_people:
 * @self: a prep sheet that is read
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_prep_add_people (TambourPrepReading  *self,
                         GError             **error)
{
  if (!add_joining (self, error))
    return FALSE;

  add_leaving (self);

  return TRUE;
}

/* --- what to share --------------------------------------------------------- */

/* What was shared with some customers, or with none yet, by its title. */
typedef struct
{
  const TambourContentShare *newest;
  GHashTable                *customers;
  gboolean                   is_known_here;
} Title;

static void
title_free (gpointer data)
{
  Title *title = data;

  g_clear_pointer (&title->customers, g_hash_table_unref);
  g_free (title);
}

static void
count_title (TambourPrepReading  *self,
             GHashTable          *titles,
             TambourContentShare *share)
{
  const char *account_id = TAMBOUR_RECORD (share)->account_id.id;
  Title *title = share->title ? g_hash_table_lookup (titles, share->title) : NULL;

  if (share->title == NULL || *share->title == '\0')
    return;

  if (title == NULL)
    {
      title = g_new0 (Title, 1);
      title->customers = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (titles, share->title, title);
    }

  if (g_strcmp0 (account_id, self->reading.account_id) == 0)
    title->is_known_here = TRUE;
  else if (account_id != NULL)
    g_hash_table_add (title->customers, (gpointer) account_id);

  if (title->newest == NULL || account_id == NULL ||
      (TAMBOUR_RECORD (title->newest)->account_id.id != NULL && title->newest->on.julian < share->on.julian))
    title->newest = share;
}

/* What one customer alone got may have been written for them. */
static gboolean
is_ours_to_share (const Title *title)
{
  return !title->is_known_here &&
         (TAMBOUR_RECORD (title->newest)->account_id.id == NULL || g_hash_table_size (title->customers) >= FEWEST_CUSTOMERS);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const TambourContentShare *x = (*(Title * const *) a)->newest;
  const TambourContentShare *y = (*(Title * const *) b)->newest;
  gboolean has_x = TAMBOUR_RECORD (x)->account_id.id == NULL;
  gboolean has_y = TAMBOUR_RECORD (y)->account_id.id == NULL;

  if (has_x != has_y)
    return has_x ? -1 : 1;
  if (x->on.julian != y->on.julian)
    return x->on.julian > y->on.julian ? -1 : 1;

  return strcmp (x->title, y->title);
}

/* Nothing of it tells who else got it, or why. */
static void
add_share (TambourPrepReading *self,
           const Title        *title)
{
  TambourPrepShare *share = g_new0 (TambourPrepShare, 1);
  gboolean is_library = TAMBOUR_RECORD (title->newest)->account_id.id == NULL;

  share->id = g_strdup (is_library ? TAMBOUR_RECORD (title->newest)->id : NULL);
  share->title = g_strdup (title->newest->title);
  share->kind = g_strdup (title->newest->kind);
  if (is_library && title->newest->on.julian >= self->sheet->today.julian)
    share->on = title->newest->on;
  g_ptr_array_add (self->sheet->shares, share);
}

/**
 * tambour_prep_add_shares:
 * @self: a prep sheet that is read
 * @error: return location
 *
 * Finds what several others got, or is kept for all, and this customer did not get.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_prep_add_shares (TambourPrepReading  *self,
                         GError             **error)
{
  TambourAccountReading all = self->reading;
  g_autoptr(GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, title_free);
  g_autofree char *expression = g_strdup_printf ("on >= {today-%d}", DAYS_SHARED);
  g_autoptr(GPtrArray) library = NULL;
  g_autoptr(GPtrArray) shared = NULL;
  g_autoptr(GPtrArray) here = NULL;
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer title;

  all.account_id = NULL;
  if (!(library = tambour_account_reading_list (&all, TAMBOUR_TYPE_CONTENT_SHARE, "account_id = \"\"", error)) ||
      !(shared = tambour_account_reading_page (&all, TAMBOUR_TYPE_CONTENT_SHARE, expression, "on", TRUE, MOST_SHARED, error)) ||
      !(here = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_CONTENT_SHARE, NULL, error)))
    return FALSE;

  for (guint i = 0; i < library->len; i++)
    count_title (self, titles, g_ptr_array_index (library, i));
  for (guint i = 0; i < shared->len; i++)
    count_title (self, titles, g_ptr_array_index (shared, i));
  for (guint i = 0; i < here->len; i++)
    count_title (self, titles, g_ptr_array_index (here, i));

  g_hash_table_iter_init (&iter, titles);
  while (g_hash_table_iter_next (&iter, NULL, &title))
    if (is_ours_to_share (title))
      g_ptr_array_add (found, title);

  g_ptr_array_sort (found, compare_titles);
  for (guint i = 0; i < MIN (found->len, TAMBOUR_PREP_SHARES); i++)
    add_share (self, g_ptr_array_index (found, i));

  return TRUE;
}
