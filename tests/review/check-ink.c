/* check-ink.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include "draw-check.h"
#include "tambour-kinds.h"
#include "tambour-plans.h"
#include "tambour-review.h"

/* check-ink PORTFOLIO FROM TO [LANGUAGE [LAYOUT]]: lays out the deck (or, where LAYOUT is `report`,
 * the annual value report) of every account and measures the ink of every page. Prints what leaves
 * its place, lies on something else or is cut; exits with 1 if anything does. An empty LANGUAGE is
 * that of each account.
 */

typedef struct
{
  TambourStore        *store;
  TambourCatalogueSet *plans;
  TambourDate          from;
  TambourDate          to;
  TambourReviewSettings settings;
  guint                n_pages;
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
    g_print ("%u accounts, %u pages, %u findings\n", accounts->len, self->n_pages, self->n_findings);

  return accounts != NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourCatalogueSet) plans = NULL;
  Check self = { 0 };
  gboolean checked;

  setlocale (LC_ALL, "");
  if (g_getenv ("TAMBOUR_LOCALE_DIR") != NULL)
    bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TAMBOUR_LOCALE_DIR"));

  if (argc < 4 || !tambour_date_parse (argv[2], &self.from) || !tambour_date_parse (argv[3], &self.to))
    {
      g_printerr ("usage: check-ink PORTFOLIO FROM TO [LANGUAGE [LAYOUT]]\n");
      return 2;
    }

  self.settings.language = argc > 4 ? argv[4] : NULL;
  if (argc > 5 && g_str_equal (argv[5], "report"))
    self.settings.layout = TAMBOUR_REVIEW_LAYOUT_REPORT;
  store = self.store = tambour_store_open (argv[1], TAMBOUR_STORE_READ_ONLY, &error);
  plans = self.plans = store != NULL ? tambour_plans_load (store, &error) : NULL;
  checked = plans != NULL && check_all (&self, &error);
  if (!checked)
    g_printerr ("check-ink: %s\n", error->message);
  if (store != NULL)
    tambour_store_close (store);

  return checked && self.n_findings == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
