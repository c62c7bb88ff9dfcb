/* test-demo.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-demo.h"
#include "tambour-kinds.h"
#include "tambour-record-json.h"

typedef struct
{
  char         *folder;
  TambourStore *store;
} Portfolio;

static TambourStore *
open_in (const char *folder,
         const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  TambourStore *store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);

  g_assert_no_error (error);

  return store;
}

static void
write_demo (TambourStore *store,
            guint         accounts,
            guint64       records,
            guint32       seed)
{
  TambourDemoSettings settings = { accounts, records, seed };
  g_autoptr(GError) error = NULL;
  gboolean written = tambour_demo_write (store, &settings, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (written);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
set_up (Portfolio     *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("tambour-demo-XXXXXX", NULL);
  self->store = open_in (self->folder, "demo.tambour");
  write_demo (self->store, 8, 0, 1);
}

static void
tear_down (Portfolio     *self,
           gconstpointer  data)
{
  tambour_store_close (self->store);
  g_assert_finalize_object (self->store);
  remove_folder (self->folder);
  g_free (self->folder);
}

static GPtrArray *
list_all (TambourStore *store,
          GType         type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;
  GPtrArray *records = tambour_store_list (store, query, NULL, &error);

  g_assert_no_error (error);

  return records;
}

static gboolean
digest_cb (TambourRecord *record,
           gpointer       user_data)
{
  g_autoptr(JsonNode) node = tambour_record_pack (record);
  g_autofree char *text = json_to_string (node, FALSE);

  g_checksum_update (user_data, (const guchar *) text, strlen (text));

  return TRUE;
}

/* Every record of every kind, as text. */
static char *
dup_digest (TambourStore *store)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const GType *types;
  guint n;

  types = tambour_kinds_get_types (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TambourQuery) query = tambour_query_new (types[i]);
      g_autoptr(GError) error = NULL;

      g_assert_true (tambour_query_order (query, "created_at", FALSE, &error));
      tambour_store_each (store, query, digest_cb, checksum, NULL, &error);
      g_assert_no_error (error);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static char *
dup_digest_of (const char *folder,
               const char *name,
               guint32     seed)
{
  g_autoptr(TambourStore) store = open_in (folder, name);
  char *digest;

  write_demo (store, 9, 0, seed);
  digest = dup_digest (store);
  tambour_store_close (store);

  return digest;
}

static void
test_seed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tambour-demo-XXXXXX", NULL);
  g_autofree char *first = dup_digest_of (folder, "first.tambour", 7);
  g_autofree char *again = dup_digest_of (folder, "again.tambour", 7);
  g_autofree char *other = dup_digest_of (folder, "other.tambour", 8);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
  remove_folder (folder);
}

static void
test_every_kind (Portfolio     *self,
                 gconstpointer  data)
{
  const GType *types;
  guint n;

  types = tambour_kinds_get_types (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TambourQuery) query = tambour_query_new (types[i]);
      g_autoptr(GError) error = NULL;
      gint64 count = tambour_store_count (self->store, query, &error);

      g_assert_no_error (error);
      if (count == 0)
        g_test_fail_printf ("no %s", g_type_name (types[i]));
    }
}

static void
test_whole (Portfolio     *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) wrong = tambour_store_check (self->store, FALSE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < wrong->len; i++)
    g_test_fail_printf ("%s", (const char *) g_ptr_array_index (wrong, i));
}

/* One record: its references lead somewhere, its texts have no slot left, and
 * it was not written down after the cut-off.
 */
static void
check_record (TambourStore   *store,
              TambourRecord  *record,
              TambourInstant  as_of,
              GRegex         *slot)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  g_assert_cmpint (record->created_at.seconds, <=, as_of.seconds);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      g_autofree char *text = tambour_field_dup_text (field, record);

      if (text == NULL)
        continue;

      if (field->kind == TAMBOUR_KIND_TEXT && g_regex_match (slot, text, 0, NULL))
        g_test_fail_printf ("%s of a %s: %s", field->name, klass->kind, text);

      if (field->kind == TAMBOUR_KIND_REF)
        {
          g_autoptr(TambourRecord) target = tambour_store_get (store, tambour_kinds_find (field->target), text, NULL);

          if (target == NULL)
            g_test_fail_printf ("%s of %s %s leads nowhere", field->name, klass->kind, record->id);
          else if (target->account_id.id != NULL && record->account_id.id != NULL)
            g_assert_cmpstr (target->account_id.id, ==, record->account_id.id);
        }
    }
}

static void
test_records (Portfolio     *self,
              gconstpointer  data)
{
  g_autoptr(GRegex) slot = g_regex_new ("\\{[a-z_]*\\}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  TambourInstant as_of;
  const GType *types;
  guint n;

  g_assert_true (tambour_instant_parse (TAMBOUR_DEMO_AS_OF, &as_of));
  types = tambour_kinds_get_types (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GPtrArray) records = list_all (self->store, types[i]);

      for (guint j = 0; j < records->len; j++)
        check_record (self->store, g_ptr_array_index (records, j), as_of, slot);
    }
}

static void
check_course (TambourCase *found)
{
  gboolean is_over = found->status == TAMBOUR_CASE_STATUS_RESOLVED || found->status == TAMBOUR_CASE_STATUS_CLOSED;

  g_assert_cmpint (tambour_instant_is_stated (found->resolved_at), ==, is_over);
  g_assert_cmpint (tambour_instant_is_stated (found->closed_at), ==, found->status == TAMBOUR_CASE_STATUS_CLOSED);

  if (tambour_instant_is_stated (found->first_response_at))
    g_assert_cmpint (found->first_response_at.seconds, >, found->opened_at.seconds);
  if (is_over)
    g_assert_cmpint (found->resolved_at.seconds, >, found->first_response_at.seconds);
  if (tambour_instant_is_stated (found->closed_at))
    g_assert_cmpint (found->closed_at.seconds, >=, found->resolved_at.seconds);
  if (tambour_instant_is_stated (found->restored_at))
    {
      g_assert_cmpint (found->restored_at.seconds, >=, found->first_response_at.seconds);
      g_assert_cmpint (found->restored_at.seconds, <=, found->resolved_at.seconds);
    }
  if (tambour_instant_is_stated (found->plan_agreed_at))
    g_assert_cmpint (found->plan_agreed_at.seconds, <, found->resolved_at.seconds);
}

static void
test_courses (Portfolio     *self,
              gconstpointer  data)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) cases = list_all (self->store, TAMBOUR_TYPE_CASE);

  g_assert_cmpuint (cases->len, >, 400);
  for (guint i = 0; i < cases->len; i++)
    {
      TambourCase *found = g_ptr_array_index (cases, i);

      check_course (found);
      g_assert_nonnull (found->number);
      g_assert_true (g_hash_table_add (numbers, found->number));
    }
}

/* The first and the last time of a case's events, by kind. */
static void
check_event (TambourCaseEvent *event,
             TambourCase      *found)
{
  g_assert_nonnull (found);
  g_assert_cmpint (event->at.seconds, >=, found->opened_at.seconds);

  if (tambour_instant_is_stated (found->closed_at))
    g_assert_cmpint (event->at.seconds, <=, found->closed_at.seconds);
  if (event->kind == TAMBOUR_EVENT_KIND_OPENED)
    g_assert_cmpint (event->at.seconds, ==, found->opened_at.seconds);
  if (event->kind == TAMBOUR_EVENT_KIND_RESOLVED)
    g_assert_cmpint (event->at.seconds, <=, found->resolved_at.seconds);
  if (event->kind == TAMBOUR_EVENT_KIND_OUR_MSG && !event->automatic)
    g_assert_cmpint (event->at.seconds, >=, found->first_response_at.seconds);
}

static void
test_events (Portfolio     *self,
             gconstpointer  data)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) cases = list_all (self->store, TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) events = list_all (self->store, TAMBOUR_TYPE_CASE_EVENT);

  for (guint i = 0; i < cases->len; i++)
    g_hash_table_insert (by_id, TAMBOUR_RECORD (g_ptr_array_index (cases, i))->id, g_ptr_array_index (cases, i));

  for (guint i = 0; i < events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (events, i);

      check_event (event, g_hash_table_lookup (by_id, event->case_id.id));
    }
}

/* Clocks met, missed, running and paused; and what the case says agrees. */
static void
test_clocks (Portfolio     *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) clocks = list_all (self->store, TAMBOUR_TYPE_RESPONSE_CLOCK);
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_CASE);
  guint states[5] = { 0 };

  for (guint i = 0; i < clocks->len; i++)
    {
      TambourResponseClock *clock = g_ptr_array_index (clocks, i);
      g_autoptr(TambourCase) found = (TambourCase *) tambour_store_get (self->store, klass, clock->case_id.id, NULL);

      states[clock->state]++;
      g_assert_cmpint (clock->stop.seconds, ==, found->first_response_at.seconds);
    }

  g_assert_cmpuint (states[TAMBOUR_CLOCK_STATE_MET], >, 400);
  g_assert_cmpuint (states[TAMBOUR_CLOCK_STATE_MISSED], >, 4);
  g_assert_cmpuint (states[TAMBOUR_CLOCK_STATE_MISSED], <, states[TAMBOUR_CLOCK_STATE_MET] / 12);
  g_assert_cmpuint (states[TAMBOUR_CLOCK_STATE_RUNNING], ==, 5);
  g_assert_cmpuint (states[TAMBOUR_CLOCK_STATE_PAUSED], ==, 1);
}

/* What is done has a date, and not one before it was written down. */
static void
test_work (Portfolio     *self,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) actions = list_all (self->store, TAMBOUR_TYPE_ACTION_ITEM);
  g_autoptr(GPtrArray) commitments = list_all (self->store, TAMBOUR_TYPE_COMMITMENT);
  g_autoptr(GPtrArray) findings = list_all (self->store, TAMBOUR_TYPE_FINDING);

  for (guint i = 0; i < actions->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (actions, i);

      g_assert_cmpint (tambour_instant_is_stated (action->done_at), ==, action->status == TAMBOUR_ACTION_STATUS_DONE);
      if (action->status == TAMBOUR_ACTION_STATUS_DONE)
        g_assert_cmpint (action->done_at.seconds, >, TAMBOUR_RECORD (action)->created_at.seconds);
    }

  for (guint i = 0; i < commitments->len; i++)
    {
      TambourCommitment *commitment = g_ptr_array_index (commitments, i);

      g_assert_cmpint (tambour_date_is_stated (commitment->settled_on), ==, commitment->status == TAMBOUR_COMMITMENT_STATUS_KEPT);
      g_assert_cmpint (commitment->reason != NULL, ==, commitment->status == TAMBOUR_COMMITMENT_STATUS_LATE);
    }

  for (guint i = 0; i < findings->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (tambour_date_is_stated (finding->closed_on), ==, finding->status == TAMBOUR_FINDING_STATUS_FIXED);
      if (tambour_date_is_stated (finding->closed_on))
        g_assert_cmpuint (finding->closed_on.julian, >, finding->raised_on.julian);
    }
}

static TambourAccount *
find_account (GPtrArray  *accounts,
              const char *code)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      TambourAccount *account = g_ptr_array_index (accounts, i);

      if (g_strcmp0 (account->short_code, code) == 0)
        return account;
    }

  g_assert_not_reached ();
}

/* The accounts differ: plans, renewal, one that has only begun. */
static void
test_accounts (Portfolio     *self,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) accounts = list_all (self->store, TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) agreements = list_all (self->store, TAMBOUR_TYPE_AGREEMENT);
  TambourAccount *risky = find_account (accounts, "SKA");
  TambourAccount *thin = find_account (accounts, "CBV");

  g_assert_cmpuint (accounts->len, ==, 8);
  g_assert_cmpuint (risky->status, ==, TAMBOUR_ACCOUNT_STATUS_AT_RISK);
  g_assert_cmpuint (thin->status, ==, TAMBOUR_ACCOUNT_STATUS_ONBOARDING);

  for (guint i = 0; i < agreements->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (agreements, i);

      g_assert_cmpuint (agreement->start.julian, <, agreement->end.julian);
      if (g_str_equal (TAMBOUR_RECORD (agreement)->account_id.id, TAMBOUR_RECORD (risky)->id))
        g_assert_false (agreement->auto_renew);
    }
}

static void
count_cb (const char *what,
          guint64     done,
          guint64     total,
          gpointer    user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (total, >=, done);
  *last = done;
}

static void
test_scale (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tambour-demo-XXXXXX", NULL);
  g_autoptr(TambourStore) store = open_in (folder, "large.tambour");
  TambourDemoSettings settings = { .accounts = 12, .records = 45000, .seed = 3 };
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) accounts = NULL;
  g_autoptr(GPtrArray) wrong = NULL;
  g_autoptr(GError) error = NULL;
  guint64 last = 0;

  g_assert_true (tambour_demo_write (store, &settings, count_cb, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (last, >=, 45000);
  g_assert_cmpuint (last, <, 45010);

  accounts = list_all (store, TAMBOUR_TYPE_ACCOUNT);
  g_assert_cmpuint (accounts->len, ==, 12);
  for (guint i = 0; i < accounts->len; i++)
    g_assert_true (g_hash_table_add (names, ((TambourAccount *) g_ptr_array_index (accounts, i))->name));

  wrong = tambour_store_check (store, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wrong->len, ==, 0);

  tambour_store_close (store);
  remove_folder (folder);
}

static void
test_cancel (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tambour-demo-XXXXXX", NULL);
  g_autoptr(TambourStore) store = open_in (folder, "none.tambour");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  TambourDemoSettings settings = TAMBOUR_DEMO_SETTINGS_INIT;
  g_autoptr(GPtrArray) accounts = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tambour_demo_write (store, &settings, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  accounts = list_all (store, TAMBOUR_TYPE_ACCOUNT);
  g_assert_cmpuint (accounts->len, ==, 0);
  tambour_store_close (store);
  remove_folder (folder);
}

#define ADD(path, func) g_test_add (path, Portfolio, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/the-same-seed-tells-the-same", test_seed);
  g_test_add_func ("/demo/accounts-and-records-scale", test_scale);
  g_test_add_func ("/demo/a-cancelled-one-leaves-nothing", test_cancel);
  ADD ("/demo/every-kind-is-there", test_every_kind);
  ADD ("/demo/the-portfolio-is-whole", test_whole);
  ADD ("/demo/references-and-texts-are-settled", test_records);
  ADD ("/demo/cases-run-from-opening-to-close", test_courses);
  ADD ("/demo/events-lie-within-their-case", test_events);
  ADD ("/demo/clocks-agree-with-cases", test_clocks);
  ADD ("/demo/what-is-done-has-a-date", test_work);
  ADD ("/demo/accounts-differ", test_accounts);

  return g_test_run ();
}
