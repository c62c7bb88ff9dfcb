/* pages-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages-fixture.h"

#include <glib/gstdio.h>

#include "tambour-kinds.h"
#include "tambour-record-json.h"
#include "tambour-time.h"

static PagesFixture *
make_fixture (void)
{
  g_autoptr(GError) error = NULL;
  PagesFixture *self = g_new0 (PagesFixture, 1);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("tambour-pages-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "pages.tambour", NULL);
  self->store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);

  return self;
}

static void
commit (PagesFixture  *self,
        TambourChange *change)
{
  g_autoptr(GError) error = NULL;

  tambour_store_commit (self->store, change, &error);
  g_assert_no_error (error);
}

static char *
find_file (const char *name)
{
  return g_build_filename (g_getenv ("TAMBOUR_SOURCE_DIR"), "tests", "fixtures", name, NULL);
}

/* The portfolio of REPORT-DESIGN.md, as far as @filter keeps it. */
PagesFixture *
pages_fixture_varnholt (PagesFilter filter)
{
  PagesFixture *self = make_fixture ();
  g_autoptr(TambourChange) change = tambour_change_new ("test", "Fixture");
  g_autoptr(GError) error = NULL;
  g_autofree char *path = find_file ("varnholt.jsonl");
  g_autofree char *catalogue = find_file ("varnholt-catalogue.json");
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] && *lines[i]; i++)
    {
      g_autoptr(JsonNode) node = json_from_string (lines[i], NULL);
      g_autoptr(TambourRecord) record = tambour_record_unpack (node, &error);

      g_assert_no_error (error);
      if (TAMBOUR_IS_ACCOUNT (record))
        self->account = g_strdup (tambour_record_get_id (record));
      if (filter == NULL || filter (record))
        tambour_change_put (change, record);
    }
  commit (self, change);

  self->catalogue = tambour_catalogue_load (catalogue, &error);
  g_assert_no_error (error);
  self->from = tambour_date_new (2025, 10, 1);
  self->to = tambour_date_new (2026, 10, 1);
  tambour_instant_parse ("2026-10-02T06:00:00Z", &self->as_of);

  return self;
}

static void
put_case (TambourChange *change,
          const char    *account,
          GRand         *random,
          guint          i)
{
  static const char * const CATEGORIES[] = {
    "Category 26", "Category 42", "Category 26", "Category 53", "Category 9", "Category 42", "Category 20",
  };
  TambourCase *support_case = TAMBOUR_CASE (tambour_record_new (TAMBOUR_TYPE_CASE, NULL));
  g_autoptr(TambourRecord) record = TAMBOUR_RECORD (support_case);
  gint64 opened = g_rand_int_range (random, 0, 364);

  record->account_id.id = g_strdup (account);
  record->external_system = g_strdup ("service-desk");
  record->external_id = g_strdup_printf ("INC%07u", i);
  support_case->number = g_strdup (record->external_id);
  support_case->title = g_strdup (CATEGORIES[i % G_N_ELEMENTS (CATEGORIES)]);
  support_case->category = g_strdup (CATEGORIES[i % G_N_ELEMENTS (CATEGORIES)]);
  support_case->priority = i % 40 == 0 ? TAMBOUR_PRIORITY_P1 : i % 5 == 0 ? TAMBOUR_PRIORITY_P2
                                                                          : TAMBOUR_PRIORITY_P3;
  support_case->status = TAMBOUR_CASE_STATUS_CLOSED;
  support_case->opened_at.seconds = 1456790400 + opened * TAMBOUR_DAY + g_rand_int_range (random, 25000, 60000);
  support_case->resolved_at.seconds = support_case->opened_at.seconds + g_rand_int_range (random, 600, 900000);
  support_case->closed_at.seconds = support_case->resolved_at.seconds + 5 * TAMBOUR_DAY;
  tambour_change_put (change, record);
}

/* An account as an import makes it: cases alone, without a plan, calls, goals or responses. */
PagesFixture *
pages_fixture_thin (guint n_cases)
{
  PagesFixture *self = make_fixture ();
  g_autoptr(TambourChange) change = tambour_change_new ("test", "Fixture");
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (204);

  TAMBOUR_ACCOUNT (account)->name = g_strdup ("Location 204");
  TAMBOUR_ACCOUNT (account)->report_tz = g_strdup ("UTC");
  tambour_change_put (change, account);
  self->account = g_strdup (tambour_record_get_id (account));
  for (guint i = 0; i < n_cases; i++)
    put_case (change, self->account, random, i);
  commit (self, change);

  self->from = tambour_date_new (2016, 3, 1);
  self->to = tambour_date_new (2017, 3, 1);
  tambour_instant_parse ("2017-03-02T06:00:00Z", &self->as_of);

  return self;
}

void
pages_fixture_free (PagesFixture *self)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  if (self->store)
    tambour_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->catalogue);
  while (folder && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->account, g_free);
  g_free (self);
}

TambourFacts *
pages_fixture_facts (PagesFixture *self)
{
  g_autoptr(TambourCatalogueSet) plans = self->catalogue ? tambour_catalogue_set_new_always (self->catalogue) : NULL;
  g_autoptr(GError) error = NULL;
  TambourFacts *facts = tambour_facts_new (self->store, self->account, self->from, self->to, self->as_of, plans,
                                           NULL, &error);

  g_assert_no_error (error);

  return facts;
}

/* A catalogue with nothing in it but its header: the language is spoken, if barely. */
char *
pages_fixture_install_language (const char *folder,
                                const char *language)
{
  static const guint32 words[] = { 0x950412de, 0, 1, 28, 36, 0, 0, 0, 44, 43, 45 };
  static const char texts[] = "\0Plural-Forms: nplurals=2; plural=(n != 1);\n";
  g_autofree char *path = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *file = g_build_filename (path, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_byte_array_append (bytes, (const guint8 *) &(guint32) { GUINT32_TO_LE (words[i]) }, 4);
  g_byte_array_append (bytes, (const guint8 *) texts, sizeof texts);
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, (const char *) bytes->data, bytes->len, NULL));

  return g_steal_pointer (&file);
}

/* No agreement from before the period: the first agreement year. */
gboolean
pages_fixture_first_year (TambourRecord *record)
{
  TambourDate begin = tambour_date_new (2025, 10, 1);

  if (TAMBOUR_IS_AGREEMENT (record))
    {
      TambourAgreement *agreement = TAMBOUR_AGREEMENT (record);

      agreement->start.julian = MAX (agreement->start.julian, begin.julian);
      agreement->end.julian = MAX (agreement->end.julian, agreement->start.julian);
    }

  return TRUE;
}
