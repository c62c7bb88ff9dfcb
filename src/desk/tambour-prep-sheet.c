/* tambour-prep-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-prep-sheet-private.h"

#include "tambour-today-private.h"

/* Without a call that was held, changes are told of so many days. */
#define DAYS_SINCE 30

/* A call that began so long ago, and was not logged, may still go on. */
#define SECONDS_GOING_ON (60 * TAMBOUR_MINUTE)

/* How many lines of the last minutes are shown, where nobody summed them up. */
#define LINES_MINUTES 3

/**
 * tambour_prep_point_new:
 * @reason: why it is to be raised
 * @key: what tells it from the others
 *
 * Returns: (transfer full): a point
 */
TambourPrepPoint *
tambour_prep_point_new (TambourPrepReason  reason,
                        const char        *key)
{
  TambourPrepPoint *self = g_new0 (TambourPrepPoint, 1);

  self->reason = reason;
  self->key = g_strdup (key);
  self->at.seconds = TAMBOUR_NEVER;

  return self;
}

/**
 * tambour_prep_point_free:
 * @self: (transfer full): a point
 */
void
tambour_prep_point_free (TambourPrepPoint *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->clock, tambour_clock_facts_unref);
  g_free (self);
}

static TambourPrepSheet *
sheet_new (TambourInstant at)
{
  TambourPrepSheet *self = g_new0 (TambourPrepSheet, 1);

  self->at = at;
  self->change = NAN;
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_prep_point_free);
  self->work = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_today_work_free);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_prep_person_free);
  self->shares = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_prep_share_free);

  return self;
}

/**
 * tambour_prep_sheet_free:
 * @self: (transfer full): a prep sheet
 */
void
tambour_prep_sheet_free (TambourPrepSheet *self)
{
  g_clear_pointer (&self->me, g_free);
  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->meeting);
  g_clear_object (&self->last);
  g_clear_pointer (&self->metric, g_free);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->work, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->shares, g_ptr_array_unref);
  g_clear_pointer (&self->minutes, g_free);
  g_free (self);
}

static void
prep_reading_clear (TambourPrepReading *self)
{
  g_clear_pointer (&self->scope, tambour_scope_free);
  g_clear_pointer (&self->attention, tambour_today_free);
  g_clear_pointer (&self->overview, tambour_overview_free);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->sheet, tambour_prep_sheet_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourPrepReading, prep_reading_clear)

/* --- which call ------------------------------------------------------------ */

/* The call that was asked for says whose it is. */
static gboolean
find_meeting (TambourPrepReading  *self,
              const char          *meeting_id,
              GError             **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ENGAGEMENT);
  TambourRecord *meeting;

  if (meeting_id == NULL)
    return TRUE;

  meeting = tambour_store_get (self->reading.store, klass, meeting_id, error);
  if (meeting == NULL)
    return FALSE;

  self->sheet->meeting = TAMBOUR_ENGAGEMENT (meeting);
  self->reading.account_id = meeting->account_id.id ? meeting->account_id.id : "";

  return TRUE;
}

/* The next that is planned, or the one that is going on. */
static gboolean
find_next (TambourPrepReading  *self,
           GError             **error)
{
  TambourInstant from = { self->reading.at.seconds - SECONDS_GOING_ON };
  g_autofree char *text = tambour_instant_dup_text (from);
  g_autofree char *expression = g_strdup_printf ("status = planned and planned_start >= %s", text);
  g_autoptr(GPtrArray) planned = NULL;

  if (self->sheet->meeting != NULL)
    return TRUE;

  planned = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ENGAGEMENT, expression, "planned_start", FALSE, 1, error);
  if (planned != NULL && planned->len > 0)
    self->sheet->meeting = g_object_ref (TAMBOUR_ENGAGEMENT (g_ptr_array_index (planned, 0)));

  return planned != NULL;
}

/* --- since the last call --------------------------------------------------- */

static gboolean
find_last (TambourPrepReading  *self,
           GError             **error)
{
  TambourPrepSheet *sheet = self->sheet;
  g_autoptr(GPtrArray) held = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ENGAGEMENT,
                                                            "status = held and planned_start <= {now}", "planned_start", TRUE, 1, error);

  if (held == NULL)
    return FALSE;

  sheet->since.seconds = self->reading.at.seconds - DAYS_SINCE * TAMBOUR_DAY;
  if (held->len == 0)
    return TRUE;

  sheet->last = g_object_ref (TAMBOUR_ENGAGEMENT (g_ptr_array_index (held, 0)));
  sheet->since = tambour_instant_is_stated (sheet->last->actual_start) ? sheet->last->actual_start : sheet->last->planned_start;

  return TRUE;
}

static gboolean
count_since (TambourPrepReading  *self,
             const char          *field,
             guint               *n,
             GError             **error)
{
  g_autofree char *since = tambour_instant_dup_text (self->sheet->since);
  g_autofree char *expression = g_strdup_printf ("exclusion = no and %s >= %s and %s <= {now}", field, since, field);
  gint64 count = tambour_account_reading_count (&self->reading, TAMBOUR_TYPE_CASE, expression, error);

  *n = (guint) MAX (count, 0);

  return count >= 0;
}

/* The last whole week, against the last one that was over before the last call. */
static void
compare_usage (TambourPrepReading *self)
{
  const TambourOverviewUsage *usage = &self->overview->usage;
  TambourDate since = tambour_zone_date_of (self->sheet->zone, self->sheet->since);
  int latest = ((int) usage->latest_week.julian - (int) usage->first_week.julian) / 7;
  int before = (int) floor (((int) since.julian - (int) usage->first_week.julian) / 7.0) - 1;

  if (usage->metric == NULL || latest < 1)
    return;

  self->sheet->metric = g_strdup (usage->metric);
  before = MIN (before, latest - 1);
  if (before >= 0 && usage->weeks[before] > 0)
    self->sheet->change = usage->latest / usage->weeks[before] - 1;
}

/* What somebody summed up, or how the minutes begin, without the signs of a list. */
static void
shorten_minutes (TambourPrepSheet *sheet)
{
  const char *text = sheet->last == NULL                                    ? NULL :
                     sheet->last->summary != NULL && *sheet->last->summary ? sheet->last->summary :
                                                                              sheet->last->body;
  g_auto(GStrv) lines = text ? g_strsplit (text, "\n", -1) : NULL;
  g_autoptr(GString) shortened = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; lines && lines[i] && n < LINES_MINUTES; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line != '\0' && strchr ("-*+", *line) != NULL && line[1] == ' ')
        line += 2;
      if (*line == '\0')
        continue;

      g_string_append_printf (shortened, "%s%s", n > 0 ? "\n" : "", line);
      n++;
    }

  if (n > 0)
    sheet->minutes = g_string_free (g_steal_pointer (&shortened), FALSE);
}

/* --- all ------------------------------------------------------------------- */

/**
 * tambour_prep_add_point:
 * @self: a prep sheet that is read
 * @reason: why it is to be raised
 * @rank: how urgent that is
 * @kind: the kind of a record
 * @id: the record
 * @title: (nullable): what it is about
 *
 * A record is raised once, for the most urgent of its reasons.
 *
 * Returns: (transfer none): the point, for the rest to be filled in
 */
TambourPrepPoint *
tambour_prep_add_point (TambourPrepReading *self,
                        TambourPrepReason   reason,
                        guint               rank,
                        const char         *kind,
                        const char         *id,
                        const char         *title)
{
  g_autofree char *key = g_strconcat (kind, ":", id, NULL);
  TambourPrepPoint *point = tambour_prep_point_new (reason, key);

  point->rank = rank;
  point->kind = kind;
  point->id = g_strdup (id);
  point->title = g_strdup (title ? title : "");
  g_ptr_array_add (self->sheet->points, point);

  return point;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const TambourPrepPoint *x = *(TambourPrepPoint * const *) a;
  const TambourPrepPoint *y = *(TambourPrepPoint * const *) b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;

  if (x->clock != NULL && y->clock != NULL)
    return tambour_clock_facts_compare (x->clock, y->clock);

  /* What has no date comes last. */
  if (tambour_date_is_stated (x->on) != tambour_date_is_stated (y->on))
    return tambour_date_is_stated (x->on) ? -1 : 1;

  if (x->on.julian != y->on.julian)
    return x->on.julian < y->on.julian ? -1 : 1;

  return strcmp (x->key, y->key);
}

/**
 * tambour_prep_sort_points:
 * @points: (element-type TambourPrepPoint): what to raise
 *
 * Puts the most urgent first, and drops what is there for a lesser reason as well.
 */
void
tambour_prep_sort_points (GPtrArray *points)
{
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_sort (points, compare_points);
  for (guint i = 0; i < points->len;)
    {
      TambourPrepPoint *point = g_ptr_array_index (points, i);

      if (g_hash_table_add (keys, point->key))
        i++;
      else
        g_ptr_array_remove_index (points, i);
    }
}

static gboolean
read_attention (TambourPrepReading  *self,
                GError             **error)
{
  GError *failure;

  self->scope = tambour_scope_new (self->reading.store, NULL, TAMBOUR_SCOPE_ALL, NULL, self->reading.at,
                                   self->reading.cancellable, error);
  if (self->scope == NULL)
    return FALSE;

  tambour_scope_keep (self->scope, self->reading.account_id);
  self->attention = tambour_today_read (self->scope);
  failure = tambour_today_take_failure (self->attention, FALSE);
  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
read_account (TambourPrepReading  *self,
              GError             **error)
{
  TambourPrepSheet *sheet = self->sheet;
  g_autoptr(TambourPerson) person = NULL;

  self->overview = tambour_overview_load_terms (self->reading.store, self->reading.account_id, self->reading.at,
                                                self->reading.cancellable, error);
  if (self->overview == NULL)
    return FALSE;

  sheet->account = g_object_ref (self->overview->account);
  sheet->zone = g_time_zone_ref (self->overview->zone);
  sheet->today = self->overview->today;
  if (!tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_PERSON, self->me, &person, error))
    return FALSE;

  sheet->me = g_strdup (person ? person->name : NULL);
  self->contacts = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_CONTACT, NULL, error);

  return self->contacts != NULL;
}

static gboolean
read_all (TambourPrepReading  *self,
          const char          *meeting_id,
          GError             **error)
{
  TambourPrepSheet *sheet = self->sheet;

  if (!find_meeting (self, meeting_id, error) || !read_account (self, error) || !read_attention (self, error))
    return FALSE;

  if (!find_next (self, error) ||
      !find_last (self, error) ||
      !count_since (self, "opened_at", &sheet->n_opened, error) ||
      !count_since (self, "resolved_at", &sheet->n_solved, error) ||
      !tambour_prep_add_cases (self, error) ||
      !tambour_prep_add_plans (self, error) ||
      !tambour_prep_add_product (self, error) ||
      !tambour_prep_add_people (self, error) ||
      !tambour_prep_add_shares (self, error))
    return FALSE;

  tambour_prep_add_work (self);
  tambour_prep_sort_points (sheet->points);
  compare_usage (self);
  shorten_minutes (sheet);

  return TRUE;
}

/**
 * tambour_prep_sheet_load:
 * @store: a store
 * @account_id: (nullable): an account, whose next call is prepared
 * @meeting_id: (nullable): the call that is prepared, instead
 * @me: (nullable): the id of who reads
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what one has to know before the call
 */
TambourPrepSheet *
tambour_prep_sheet_load (TambourStore    *store,
                         const char      *account_id,
                         const char      *meeting_id,
                         const char      *me,
                         TambourInstant   at,
                         GCancellable    *cancellable,
                         GError         **error)
{
  g_auto(TambourPrepReading) self = {
    .reading = { store, cancellable, account_id, at },
    .me = me,
    .sheet = sheet_new (at),
  };

  g_return_val_if_fail (account_id != NULL || meeting_id != NULL, NULL);

  return read_all (&self, meeting_id, error) ? g_steal_pointer (&self.sheet) : NULL;
}
