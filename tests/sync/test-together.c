/* test-together.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-laptop.h"
#include "tambour-test-couch.h"

static TambourTestCouch *couch;

typedef struct
{
  TambourLaptop *laptops[2];
  TambourSync   *syncs[2];
} Team;

static void
team_set_up (Team          *team,
             gconstpointer  data)
{
  g_autofree char *database = tambour_test_couch_add (couch);

  for (guint i = 0; i < 2; i++)
    {
      team->laptops[i] = tambour_laptop_new (couch->server, database);
      team->syncs[i] = tambour_sync_new (team->laptops[i]->store, team->laptops[i]->server, NULL);
      tambour_sync_start (team->syncs[i]);
    }
}

static void
team_tear_down (Team          *team,
                gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      tambour_sync_stop (team->syncs[i]);
      g_assert_finalize_object (team->syncs[i]);
      tambour_test_assert_clean (team->laptops[i]->store);
      g_clear_pointer (&team->laptops[i], tambour_laptop_free);
    }
}

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
says (TambourLaptop *laptop,
      const char    *id,
      const char    *field,
      const char    *value)
{
  g_autoptr(TambourRecord) record = tambour_store_find (laptop->store, id, NULL);
  g_autofree char *found = NULL;

  if (record == NULL)
    return FALSE;

  found = tambour_field_dup_text (tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), field), record);

  return g_strcmp0 (found, value) == 0;
}

static void
wait_until_says (TambourLaptop *laptop,
                 const char    *id,
                 const char    *field,
                 const char    *value)
{
  guint source = g_timeout_add (20, wake_up, NULL);

  while (!says (laptop, id, field, value))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

static void
test_to_and_fro (Team          *team,
                 gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (team->laptops[0], "SR-1", "The bus stalls");

  wait_until_says (team->laptops[1], record->id, "title", "The bus stalls");
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("Edit %u", i);

      tambour_laptop_set (team->laptops[(i + 1) % 2], record->id, "title", title);
      wait_until_says (team->laptops[i % 2], record->id, "title", title);
    }
}

static void
test_at_once (Team          *team,
              gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (team->laptops[0], "SR-1", "The bus stalls");

  wait_until_says (team->laptops[1], record->id, "title", "The bus stalls");
  tambour_laptop_set (team->laptops[0], record->id, "title", "The bus stops");
  tambour_laptop_set (team->laptops[1], record->id, "note", "Since Monday");
  for (guint i = 0; i < 2; i++)
    {
      wait_until_says (team->laptops[i], record->id, "title", "The bus stops");
      wait_until_says (team->laptops[i], record->id, "note", "Since Monday");
    }
}

static gboolean
knows_of (TambourSync *sync,
          const char  *who)
{
  g_autoptr(TambourSyncStatus) status = tambour_sync_dup_status (sync);

  return status->people != NULL && g_strv_contains ((const char * const *) status->people, who);
}

static void
test_people (Team          *team,
             gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (team->laptops[0], "SR-1", "The bus stalls");
  guint source = g_timeout_add (20, wake_up, NULL);

  while (!knows_of (team->syncs[1], "Tester"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (knows_of (team->syncs[0], "Somebody"));

  g_source_remove (source);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  couch = tambour_test_couch_new ();

  g_test_add ("/together/an-edit-is-on-the-other-laptop-by-itself", Team, NULL, team_set_up, test_to_and_fro, team_tear_down);
  g_test_add ("/together/edits-at-once-go-together-by-themselves", Team, NULL, team_set_up, test_at_once, team_tear_down);
  g_test_add ("/together/who-edits-is-seen", Team, NULL, team_set_up, test_people, team_tear_down);

  status = g_test_run ();
  tambour_test_couch_free (couch);

  return status;
}
