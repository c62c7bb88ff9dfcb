/* test-cards.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "desk-portfolio.h"
#include "tambour-card-import.h"
#include "tambour-duplicates.h"

#define CARD(lines) "BEGIN:VCARD\r\nVERSION:3.0\r\n" lines "END:VCARD\r\n"

typedef struct
{
  DeskPortfolio *portfolio;
  GString       *rejects;
  const char    *account_id;
} Fixture;

static void
reject_cb (guint64     line,
           const char *reason,
           gpointer    user_data)
{
  g_string_append_printf (user_data, "%d %s\n", (int) line, reason);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->portfolio = desk_portfolio_new ();
  fixture->rejects = g_string_new (NULL);
  desk_set (fixture->portfolio->account, "name", "Varnholt GmbH");
  desk_portfolio_put (fixture->portfolio, fixture->portfolio->account);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_string_free (fixture->rejects, TRUE);
  desk_portfolio_free (fixture->portfolio);
}

static void
import (Fixture    *fixture,
        const char *text,
        guint       created,
        guint       updated,
        guint       unchanged,
        guint       rejected)
{
  TambourCardOrder order = { .account_id = fixture->account_id, .author = "Maya", .reject = reject_cb, .reject_data = fixture->rejects };
  TambourImportCounts counts = { 0 };
  g_autoptr(GError) error = NULL;

  g_string_truncate (fixture->rejects, 0);
  tambour_card_import_text (fixture->portfolio->store, &order, text, strlen (text), &counts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.created, ==, created);
  g_assert_cmpuint (counts.updated, ==, updated);
  g_assert_cmpuint (counts.unchanged, ==, unchanged);
  g_assert_cmpuint (counts.rejected, ==, rejected);
  g_assert_cmpuint (counts.read, ==, created + updated + unchanged + rejected);
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(GError) error = NULL;
  GPtrArray *found;

  tambour_query_order (query, "name", FALSE, NULL);
  found = tambour_store_list (fixture->portfolio->store, query, NULL, &error);
  g_assert_no_error (error);

  return found;
}

static void
assert_contacts (Fixture    *fixture,
                 const char *expected)
{
  g_autoptr(GPtrArray) contacts = list (fixture);
  g_autoptr(GString) shown = g_string_new (NULL);

  for (guint i = 0; i < contacts->len; i++)
    {
      TambourContact *contact = contacts->pdata[i];

      g_string_append_printf (shown, "%s%s|%s|%s|%s", i ? "\n" : "", contact->name, contact->email ? contact->email : "",
                              contact->phone ? contact->phone : "", contact->title ? contact->title : "");
    }

  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  const char *text = CARD ("UID:a\r\nFN:Anna Varnholt\r\nORG:varnholt;IT\r\nEMAIL:anna@varnholt.example\r\nTZ:Europe/Berlin\r\nLANG:de\r\nNOTE:Likes cake\r\n")
    CARD ("UID:b\r\nFN:Bo\r\nEMAIL:bo@varnholt.example\r\n") CARD ("FN:Cem\r\nORG:Elsewhere\r\n");
  g_autoptr(GPtrArray) contacts = NULL;
  TambourContact *anna;

  /* Bo’s domain is nobody’s until Anna is there. */
  import (fixture, text, 1, 0, 0, 2);
  import (fixture, text, 1, 0, 1, 1);
  import (fixture, text, 0, 0, 2, 1);
  g_assert_nonnull (strstr (fixture->rejects->str, "Cem"));
  contacts = list (fixture);
  anna = contacts->pdata[0];
  g_assert_cmpstr (anna->tz, ==, "Europe/Berlin");
  g_assert_cmpstr (anna->language, ==, "de");
  g_assert_cmpstr (TAMBOUR_RECORD (anna)->note, ==, "Likes cake");
  g_assert_cmpstr (TAMBOUR_RECORD (anna)->account_id.id, ==, TAMBOUR_RECORD (fixture->portfolio->account)->id);
  fixture->account_id = TAMBOUR_RECORD (fixture->portfolio->account)->id;
  import (fixture, text, 1, 0, 2, 0);
}

static void
test_there (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TambourContact) anna = desk_portfolio_contact (fixture->portfolio, "Anna Varnholt");
  g_autoptr(TambourContact) bo = desk_portfolio_contact (fixture->portfolio, "Dr. Bo Müller");

  desk_set (anna, "email", "Anna@varnholt.example");
  desk_set (anna, "title", "Boss");
  desk_portfolio_put (fixture->portfolio, anna);
  desk_portfolio_put (fixture->portfolio, bo);

  /* By address, and by name; what is there stays. */
  import (fixture, CARD ("UID:a\r\nFN:A. Varnholt\r\nTITLE:Head of IT\r\nTEL:+49 1\r\nEMAIL:old@varnholt.example\r\nEMAIL:anna@varnholt.example\r\n")
            CARD ("UID:b\r\nFN:Muller\\, Bo\r\nORG:Varnholt GmbH\r\nEMAIL:bo@varnholt.example\r\n") CARD ("FN:Bo Müller\r\nORG:Varnholt\r\nTEL:+49 2\r\n"),
          0, 3, 0, 0);
  assert_contacts (fixture, "Anna Varnholt|Anna@varnholt.example|+49 1|Boss\nDr. Bo Müller|bo@varnholt.example|+49 2|");

  /* The same card says something else: where it spoke before, it may; where a person did, not. */
  import (fixture, CARD ("UID:a\r\nFN:A. Varnholt\r\nTITLE:Head of IT\r\nTEL:+49 9\r\nEMAIL:anna@varnholt.example\r\n"), 0, 1, 0, 0);
  assert_contacts (fixture, "Anna Varnholt|Anna@varnholt.example|+49 9|Boss\nDr. Bo Müller|bo@varnholt.example|+49 2|");
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  const char *text = CARD ("UID:a\r\nFN:Anna\r\nORG:Varnholt\r\n");
  g_autoptr(TambourChange) change = tambour_change_new ("Maya", "Remove");
  g_autoptr(GPtrArray) contacts = NULL;
  g_autoptr(GError) error = NULL;

  import (fixture, text, 1, 0, 0, 0);
  contacts = list (fixture);
  tambour_change_remove (change, contacts->pdata[0]);
  g_assert_true (tambour_store_commit (fixture->portfolio->store, change, &error));
  import (fixture, text, 0, 0, 1, 0);
  assert_contacts (fixture, "");
}

static void
test_duplicates (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const people[][2] = {
    { "Anna Müller", "anna@a.example" }, { "MULLER, Anna", "other@a.example" }, { "A. M.", "OTHER@a.example " }, { "Bo", NULL }, { "Cem", "cem@a.example" }
  };
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  TambourDuplicate *duplicate;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(TambourContact) contact = desk_portfolio_contact (fixture->portfolio, people[i][0]);

      g_set_str (&contact->email, people[i][1]);
      desk_portfolio_put (fixture->portfolio, contact);
    }

  found = tambour_duplicates_list (fixture->portfolio->store, TAMBOUR_RECORD (fixture->portfolio->account)->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  duplicate = found->pdata[0];
  g_assert_cmpuint (duplicate->contacts->len, ==, 3);
  g_assert_true (duplicate->is_same_address);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/cards/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("a-card-becomes-a-contact-once", test_new);
  ADD ("who-is-there-gets-what-was-not-known", test_there);
  ADD ("who-was-removed-does-not-come-back", test_removed);
  ADD ("who-may-be-one-person-is-listed", test_duplicates);
#undef ADD

  return g_test_run ();
}
