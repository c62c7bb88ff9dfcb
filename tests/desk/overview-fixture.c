/* overview-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "overview-fixture.h"

/* A record of @account, put with the others by commit(). */
gpointer
add (Fixture        *fixture,
     TambourAccount *account,
     GType           type)
{
  TambourRecord *record = tambour_record_new (type, NULL);

  if (account != NULL)
    record->account_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (account)));
  record->created_at = record->updated_at = (TambourInstant) { fixture->now.seconds - 900 * TAMBOUR_DAY };
  tambour_change_put (fixture->change, record);
  g_object_set_data_full (G_OBJECT (fixture->change), record->id, record, g_object_unref);

  return record;
}

void
commit (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  tambour_change_set_time (fixture->change, fixture->now);
  tambour_store_commit (fixture->store, fixture->change, &error);
  g_assert_no_error (error);
  g_set_object (&fixture->change, NULL);
  fixture->change = tambour_change_new ("Mira Solberg", "Test");
}

TambourAccount *
add_account (Fixture    *fixture,
             const char *name)
{
  TambourAccount *account = add (fixture, NULL, TAMBOUR_TYPE_ACCOUNT);

  account->name = g_strdup (name);
  account->status = TAMBOUR_ACCOUNT_STATUS_ACTIVE;
  account->report_tz = g_strdup ("America/Chicago");
  account->plan_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (fixture->plan)));

  return g_object_ref (account);
}

void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_instant_parse (NOW, &fixture->now));
  fixture->folder = g_dir_make_tmp ("tambour-overview-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "test.tambour", NULL);
  fixture->store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);

  fixture->change = tambour_change_new ("Mira Solberg", "Test");
  fixture->plan = g_object_ref (add (fixture, NULL, TAMBOUR_TYPE_PLAN));
  fixture->plan->code = g_strdup ("platinum");
  fixture->plan->name = g_strdup ("Platinum");
  fixture->plan->named_contact_limit = 5;
  fixture->account = add_account (fixture, "Saint Orla Hospitals");
  fixture->other = add_account (fixture, "Another");
  commit (fixture);
}

void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->change);
  g_clear_object (&fixture->account);
  g_clear_object (&fixture->other);
  g_clear_object (&fixture->plan);
  tambour_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

TambourOverview *
load (Fixture        *fixture,
      TambourAccount *account)
{
  g_autoptr(GError) error = NULL;
  TambourOverview *overview = tambour_overview_load (fixture->store, tambour_record_get_id (TAMBOUR_RECORD (account)),
                                                     fixture->now, NULL, &error);

  g_assert_no_error (error);

  return overview;
}

TambourInstant
days_ago (Fixture *fixture,
          double   days)
{
  return (TambourInstant) { fixture->now.seconds - days * TAMBOUR_DAY };
}

TambourAgreement *
add_agreement (Fixture        *fixture,
               TambourAccount *account,
               TambourDate     start,
               TambourDate     end)
{
  TambourAgreement *agreement = add (fixture, account, TAMBOUR_TYPE_AGREEMENT);

  agreement->title = g_strdup ("Platinum");
  agreement->start = start;
  agreement->end = end;

  return agreement;
}

TambourCase *
add_case (Fixture        *fixture,
          TambourAccount *account,
          const char     *number,
          double          days,
          double          solved)
{
  TambourCase *one = add (fixture, account, TAMBOUR_TYPE_CASE);

  one->number = g_strdup (number);
  one->title = g_strdup_printf ("Case %s", number);
  one->priority = TAMBOUR_PRIORITY_P2;
  one->channel = TAMBOUR_CHANNEL_PORTAL;
  one->opened_at = days_ago (fixture, days);
  if (!isnan (solved))
    {
      one->resolved_at = one->closed_at = days_ago (fixture, solved);
      one->status = TAMBOUR_CASE_STATUS_CLOSED;
    }

  return one;
}

TambourEngagement *
add_call (Fixture                 *fixture,
          TambourAccount          *account,
          double                   days,
          TambourEngagementKind    kind,
          TambourEngagementStatus  status)
{
  TambourEngagement *call = add (fixture, account, TAMBOUR_TYPE_ENGAGEMENT);

  call->title = g_strdup ("Fortnightly call");
  call->kind = kind;
  call->status = status;
  call->planned_start = days_ago (fixture, days);
  call->minutes = 28;

  return call;
}

TambourContact *
add_contact (Fixture        *fixture,
             TambourAccount *account,
             const char     *name,
             gboolean        is_named)
{
  TambourContact *contact = add (fixture, account, TAMBOUR_TYPE_CONTACT);

  contact->name = g_strdup (name);
  contact->is_named = is_named;

  return contact;
}

void
add_attendance (Fixture           *fixture,
                TambourEngagement *call,
                TambourContact    *contact)
{
  TambourAttendance *attendance = add (fixture, NULL, TAMBOUR_TYPE_ATTENDANCE);

  attendance->engagement_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (call)));
  attendance->contact_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (contact)));
  attendance->name = g_strdup (contact->name);
}

/* --- the overview --------------------------------------------------------- */
