/* today-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-kinds.h"
#include "today-fixture.h"

static const char plans[] =
  "{\"valid_from\":\"2024-01-01\",\"calendars\":{"
  "\"24x7\":{\"always\":true},"
  "\"24x5\":{\"zone\":\"America/Los_Angeles\",\"weekly\":[[\"Sun 16:00\",\"Fri 17:00\"]],\"holidays\":[\"2026-11-26\"]},"
  "\"seattle\":{\"zone\":\"America/Los_Angeles\",\"weekly\":[[\"Mon 08:00\",\"Mon 17:00\"],[\"Tue 08:00\",\"Tue 17:00\"],"
  "[\"Wed 08:00\",\"Wed 17:00\"],[\"Thu 08:00\",\"Thu 17:00\"],[\"Fri 08:00\",\"Fri 17:00\"]]}},"
  "\"plans\":[{\"id\":\"platinum\",\"name\":\"Platinum\",\"channels\":[\"phone\",\"email\",\"portal\"],\"targets\":["
  "{\"kind\":\"first_response\",\"priority\":\"P1\",\"channels\":[\"phone\"],\"minutes\":30,\"calendar\":\"24x7\"},"
  "{\"kind\":\"first_response\",\"priority\":\"P1\",\"minutes\":120,\"calendar\":\"24x5\"},"
  "{\"kind\":\"first_response\",\"priority\":\"P2\",\"business_days\":1,\"rule\":\"same_time\",\"calendar\":\"24x5\"},"
  "{\"kind\":\"first_response\",\"priority\":\"P3\",\"business_days\":2,\"rule\":\"same_time\",\"calendar\":\"24x5\"}]}]}";

/**
 * today_commit:
 * @self: a fixture
 * @change: a change
 *
 * Returns: its number
 */
gint64
today_commit (TodayFixture  *self,
              TambourChange *change)
{
  g_autoptr(GError) error = NULL;

  tambour_store_commit (self->store, change, &error);
  g_assert_no_error (error);

  return tambour_change_get_number (change);
}

/**
 * today_undo:
 * @self: a fixture
 * @number: of a change
 */
void
today_undo (TodayFixture *self,
            gint64        number)
{
  g_autoptr(GError) error = NULL;

  tambour_store_undo (self->store, number, "Test", NULL, &error);
  g_assert_no_error (error);
}

static TambourRecord *
fill (const char *kind,
      const char *id,
      va_list     fields)
{
  TambourRecord *record = tambour_record_new (G_TYPE_FROM_CLASS (tambour_kinds_find (kind)), id);
  const char *name;

  while ((name = va_arg (fields, const char *)))
    {
      g_autoptr(GError) error = NULL;

      tambour_record_set_text (record, name, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }

  return record;
}

static void
keep (TodayFixture  *self,
      TambourRecord *record)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Put");

  tambour_change_set_time (change, today_instant ("2026-11-01T00:00:00Z"));
  tambour_change_put (change, record);
  today_commit (self, change);
}

/**
 * today_put:
 * @self: a fixture
 * @kind: a kind of record
 * @id: (nullable): its id
 * @...: names of fields and what they say, then %NULL
 */
void
today_put (TodayFixture *self,
           const char   *kind,
           const char   *id,
           ...)
{
  g_autoptr(TambourRecord) record = NULL;
  va_list fields;

  va_start (fields, id);
  record = fill (kind, id, fields);
  va_end (fields);
  keep (self, record);
}

/**
 * today_put_event:
 * @self: a fixture
 * @case_id: a case
 * @kind: what happened
 * @at: when
 * @...: names of fields and what they say, then %NULL
 */
void
today_put_event (TodayFixture *self,
                 const char   *case_id,
                 const char   *kind,
                 const char   *at,
                 ...)
{
  g_autoptr(TambourRecord) record = NULL;
  va_list fields;

  va_start (fields, at);
  record = fill ("case_event", NULL, fields);
  va_end (fields);
  g_assert_true (tambour_record_set_text (record, "case_id", case_id, NULL));
  g_assert_true (tambour_record_set_text (record, "kind", kind, NULL));
  g_assert_true (tambour_record_set_text (record, "at", at, NULL));
  keep (self, record);
}

/**
 * today_put_case:
 * @self: a fixture
 * @id: its id, which is its number too
 * @account: whose it is
 * @priority: its priority
 * @channel: how it came
 * @opened: when
 */
void
today_put_case (TodayFixture *self,
                const char   *id,
                const char   *account,
                const char   *priority,
                const char   *channel,
                const char   *opened)
{
  g_autofree char *title = g_strconcat ("Case ", id, NULL);

  today_put (self, "case", id, "number", id, "title", title, "account_id", account, "priority", priority,
             "channel", channel, "opened_at", opened, NULL);
  today_put_event (self, id, "opened", opened, "actor", "customer", "account_id", account, NULL);
}

static void
put_people (TodayFixture *self)
{
  today_put (self, "plan_catalogue", "plans", "name", "Plans", "valid_from", "2024-01-01", "document", plans, NULL);
  today_put (self, "plan", "platinum", "code", "platinum", "name", "Platinum", NULL);
  today_put (self, "person", "mira", "name", "Mira Solberg", "role", "tam", "calendar", "seattle", NULL);
  today_put (self, "person", "tomas", "name", "Tomas Reyl", "role", "tam", "calendar", "seattle", NULL);
  today_put (self, "account", "kestrel", "name", "Kestrel Rail", "short_code", "KR", "plan_id", "platinum",
             "report_tz", "Europe/London", NULL);
  today_put (self, "account", "alba", "name", "Alba Insurance", "short_code", "AI", "plan_id", "platinum",
             "report_tz", "Europe/London", NULL);
  today_put (self, "team_role", NULL, "person_id", "mira", "account_id", "kestrel", "role", "tam", NULL);
  today_put (self, "team_role", NULL, "person_id", "tomas", "account_id", "alba", "role", "tam", NULL);
}

/**
 * today_fixture_set_up:
 * @self: a fixture
 * @data: unused
 */
void
today_fixture_set_up (TodayFixture  *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("tambour-today-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.tambour", NULL);
  self->store = tambour_store_open (self->path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);
  put_people (self);
}

/**
 * today_fixture_tear_down:
 * @self: a fixture
 * @data: unused
 */
void
today_fixture_tear_down (TodayFixture  *self,
                         gconstpointer  data)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  tambour_store_close (self->store);
  g_assert_finalize_object (self->store);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

/**
 * today_instant:
 * @text: an instant
 *
 * Returns: it
 */
TambourInstant
today_instant (const char *text)
{
  TambourInstant instant;

  g_assert_true (tambour_instant_parse (text, &instant));

  return instant;
}

/**
 * today_load:
 * @self: a fixture
 * @me: (nullable): who looks
 * @at: when
 *
 * Returns: (transfer full): what needs attention
 */
TambourToday *
today_load (TodayFixture *self,
            const char   *me,
            const char   *at)
{
  g_autoptr(GError) error = NULL;
  TambourToday *today = tambour_today_load (self->store, me, NULL, today_instant (at), NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < TAMBOUR_TODAY_N_PARTS; i++)
    g_assert_no_error (today->failures[i]);

  return today;
}

static void
append (GString    *text,
        const char *word)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
}

/**
 * today_list_clocks:
 * @today: what needs attention
 *
 * Returns: (transfer full): the ids of the cases of its clocks
 */
char *
today_list_clocks (TambourToday *today)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < today->clocks->len; i++)
    append (text, ((TambourClockFacts *) g_ptr_array_index (today->clocks, i))->case_id);

  return g_string_free (text, FALSE);
}

/**
 * today_list_arrivals:
 * @today: what needs attention
 *
 * Returns: (transfer full): the ids of what came in
 */
char *
today_list_arrivals (TambourToday *today)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < today->arrivals->len; i++)
    append (text, ((TambourTodayArrival *) g_ptr_array_index (today->arrivals, i))->case_id);

  return g_string_free (text, FALSE);
}

/**
 * today_list_calls:
 * @today: what needs attention
 *
 * Returns: (transfer full): the ids of the calls of today
 */
char *
today_list_calls (TambourToday *today)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < today->calls->len; i++)
    {
      const TambourTodayCall *call = g_ptr_array_index (today->calls, i);

      if (call->is_today)
        append (text, call->id);
    }

  return g_string_free (text, FALSE);
}

/**
 * today_list_work:
 * @work: what is to do
 *
 * Returns: (transfer full): the ids, with "!" behind what is late
 */
char *
today_list_work (GPtrArray *work)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < work->len; i++)
    {
      const TambourTodayWork *item = g_ptr_array_index (work, i);

      append (text, item->id);
      if (item->is_overdue)
        g_string_append_c (text, '!');
    }

  return g_string_free (text, FALSE);
}

/**
 * today_list_coming:
 * @today: what needs attention
 *
 * Returns: (transfer full): the ids of what comes up
 */
char *
today_list_coming (TambourToday *today)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < today->coming->len; i++)
    append (text, ((TambourTodayComing *) g_ptr_array_index (today->coming, i))->id);

  return g_string_free (text, FALSE);
}
