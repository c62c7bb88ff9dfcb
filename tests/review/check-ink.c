/* check-ink.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "draw-check.h"
#include "pages-fixture.h"
#include "tambour-kinds.h"
#include "tambour-plans.h"
#include "tambour-review.h"

/* check-ink PORTFOLIO FROM TO [LANGUAGE [LAYOUT]]: lays out the deck (or, where LAYOUT is `report`,
 * the annual value report) of every account and measures the ink of every page. Prints what leaves
 * its place, lies on something else or is cut; exits with 1 if anything does. An empty LANGUAGE is
 * that of each account. A LANGUAGE that nobody translated has its numbers, its dates and its
 * direction, and English words.
 */

typedef struct
{
  TambourStore        *store;
  TambourCatalogueSet *plans;
  TambourDate          from;
  TambourDate          to;
  TambourReviewSettings settings;
  guint                n_pages;
  guint                n_mirrored;
  guint                n_findings;
} Check;

static gboolean
check_account (Check           *self,
               TambourAccount  *account,
               GError         **error)
{
  TambourInstant as_of = { (self->to.julian - 2440588) * G_GINT64_CONSTANT (86400) };
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourDocument) document = NULL;
  g_autoptr(GPtrArray) findings = NULL;

  facts = tambour_facts_new (self->store, tambour_record_get_id (TAMBOUR_RECORD (account)), self->from, self->to, as_of,
                             self->plans, NULL, error);
  if (facts == NULL)
    return FALSE;

  document = tambour_review_layout (facts, &self->settings, error);
  if (document == NULL)
    return FALSE;

  findings = draw_check_find_all (document);
  for (guint i = 0; i < findings->len; i++)
    g_print ("%s: %s\n", account->name, (const char *) findings->pdata[i]);
  self->n_pages += tambour_document_get_n_pages (document);
  self->n_mirrored += tambour_document_get_rtl (document) ? tambour_document_get_n_pages (document) : 0;
  self->n_findings += findings->len;

  return TRUE;
}

static gboolean
check_all (Check   *self,
           GError **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = NULL;

  if (!tambour_query_order (query, "name", FALSE, error))
    return FALSE;

  accounts = tambour_store_list (self->store, query, NULL, error);
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    if (!check_account (self, accounts->pdata[i], error))
      return FALSE;

  if (accounts != NULL)
    g_print ("%u accounts, %u pages, %u of them from right to left, %u findings\n", accounts->len, self->n_pages, self->n_mirrored,
             self->n_findings);

  return accounts != NULL;
}

/* Without a catalogue a review is English as a whole, and nothing would be mirrored.
 *
 * Returns: (transfer full) (nullable): an empty one, made for @language
 */
static char *
bind_language (const char *language)
{
  const char *translations = g_getenv ("TAMBOUR_LOCALE_DIR");
  g_autofree char *there =
    translations ? g_build_filename (translations, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL) : NULL;
  g_autofree char *folder = NULL;

  if (translations != NULL)
    bindtextdomain (GETTEXT_PACKAGE, translations);
  if (*language == '\0' || g_str_has_prefix (language, "en") || (there && g_file_test (there, G_FILE_TEST_EXISTS)))
    return NULL;

  folder = g_dir_make_tmp ("tambour-ink-XXXXXX", NULL);
  g_assert_nonnull (folder);
  bindtextdomain (GETTEXT_PACKAGE, folder);

  return pages_fixture_install_language (folder, language);
}

/* The file, and the folders it was made with: language, messages, all. */
static void
remove_catalogue (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *above = g_path_get_dirname (folder);

      g_rmdir (folder);
      g_set_str (&folder, above);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *catalogue = NULL;
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourCatalogueSet) plans = NULL;
  Check self = { 0 };
  gboolean checked;

  setlocale (LC_ALL, "");
  if (argc < 4 || !tambour_date_parse (argv[2], &self.from) || !tambour_date_parse (argv[3], &self.to))
    {
      g_printerr ("usage: check-ink PORTFOLIO FROM TO [LANGUAGE [LAYOUT]]\n");
      return 2;
    }

  self.settings.language = argc > 4 ? argv[4] : NULL;
  catalogue = bind_language (argc > 4 ? argv[4] : "");
  if (argc > 5 && g_str_equal (argv[5], "report"))
    self.settings.layout = TAMBOUR_REVIEW_LAYOUT_REPORT;
  store = self.store = tambour_store_open (argv[1], TAMBOUR_STORE_READ_ONLY, &error);
  plans = self.plans = store != NULL ? tambour_plans_load (store, &error) : NULL;
  checked = plans != NULL && check_all (&self, &error);
  if (!checked)
    g_printerr ("check-ink: %s\n", error->message);
  if (store != NULL)
    tambour_store_close (store);
  if (catalogue != NULL)
    remove_catalogue (catalogue);

  return checked && self.n_findings == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
