/* test-call-offers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-call-offers.h"
#include "tambour-case.h"

typedef struct
{
  DeskPortfolio  *desk;
  TambourPerson  *mira;
  TambourContact *marcus;
  TambourContact *priya;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->desk = desk_portfolio_new ();
  self->mira = desk_portfolio_person (self->desk, "Mira Solberg");
  self->marcus = desk_portfolio_contact (self->desk, "Marcus Feld");
  self->priya = desk_portfolio_contact (self->desk, "Priya Raman");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->mira);
  g_clear_object (&self->marcus);
  g_clear_object (&self->priya);
  g_clear_pointer (&self->desk, desk_portfolio_free);
}

static TambourCallOffers *
load_offers (Fixture            *self,
             const char * const *newcomers)
{
  g_autoptr(GError) error = NULL;
  TambourCallOffers *offers = tambour_call_offers_load (self->desk->store, tambour_record_get_id (TAMBOUR_RECORD (self->desk->account)),
                                                        tambour_record_get_id (TAMBOUR_RECORD (self->mira)), newcomers,
                                                        tambour_date_new (2026, 11, 23), NULL, &error);

  g_assert_no_error (error);

  return offers;
}

static char *
dup_list (GPtrArray *found)
{
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      TambourCallOffer *offer = g_ptr_array_index (found, i);

      g_strv_builder_take (titles, g_strdup_printf ("%s=%s", offer->title, offer->written));
    }
  all = g_strv_builder_end (titles);

  return g_strjoinv ("; ", all);
}

#define assert_people(offers, typed, present, expected) \
  G_STMT_START { \
    g_autoptr(GPtrArray) found_ = tambour_call_offers_match_people (offers, typed, present, 8); \
    g_autofree char *list_ = dup_list (found_); \
    g_assert_cmpstr (list_, ==, expected); \
  } G_STMT_END

/* Who can be meant, and how they are written so that nobody else is. */
static void
test_people_are_offered (Fixture       *self,
                         gconstpointer  data)
{
  const char * const present[] = { "priya", NULL };
  const char * const newcomers[] = { "Dora Lind", NULL };
  g_autoptr(TambourContact) other = desk_portfolio_contact (self->desk, "Marcus Olsen");
  g_autoptr(TambourContact) left = desk_portfolio_contact (self->desk, "Marco Gone");
  g_autoptr(TambourCallOffers) offers = NULL;
  g_autoptr(GPtrArray) two = NULL;

  desk_set (left, "left_on", "2026-10-01");
  desk_portfolio_put (self->desk, left);
  offers = load_offers (self, newcomers);
  assert_people (offers, "mar", NULL, "Marcus Feld=\"Marcus Feld\"; Marcus Olsen=\"Marcus Olsen\"");
  assert_people (offers, "fel", NULL, "Marcus Feld=\"Marcus Feld\"");
  assert_people (offers, "marcus_o", NULL, "Marcus Olsen=\"Marcus Olsen\"");
  assert_people (offers, "me", NULL, "Mira Solberg=me");
  assert_people (offers, "d", NULL, "Dora Lind=Dora");
  assert_people (offers, "zz", NULL, "");

  two = tambour_call_offers_match_people (offers, "", present, 2);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (((TambourCallOffer *) g_ptr_array_index (two, 0))->title, ==, "Priya Raman");
}

static void
add_case (Fixture    *self,
          const char *number,
          const char *title,
          const char *status,
          const char *opened)
{
  g_autoptr(TambourRecord) one = desk_portfolio_own (self->desk, TAMBOUR_TYPE_CASE);

  desk_set (one, "number", number);
  desk_set (one, "title", title);
  desk_set (one, "status", status);
  desk_set (one, "opened_at", opened);
  desk_portfolio_put (self->desk, one);
}

#define assert_cases(offers, typed, expected) \
  G_STMT_START { \
    g_autoptr(GPtrArray) found_ = tambour_call_offers_match_cases (offers, typed, 8); \
    g_autofree char *list_ = dup_list (found_); \
    g_assert_cmpstr (list_, ==, expected); \
  } G_STMT_END

static void
test_cases_are_offered (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(TambourCallOffers) offers = NULL;

  add_case (self, "4117", "Restarts nightly", "open", "2026-11-10T10:00:00Z");
  add_case (self, "4118", "Over", "closed", "2026-11-20T10:00:00Z");
  add_case (self, "4090", "Export stops", "waiting_customer", "2026-11-12T10:00:00Z");
  offers = load_offers (self, NULL);
  assert_cases (offers, "", "Export stops=4090; Restarts nightly=4117; Over=4118");
  assert_cases (offers, "411", "Restarts nightly=4117; Over=4118");
  assert_cases (offers, "night", "Restarts nightly=4117");
  assert_cases (offers, "5", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/call-offers/people", Fixture, NULL, set_up, test_people_are_offered, tear_down);
  g_test_add ("/call-offers/cases", Fixture, NULL, set_up, test_cases_are_offered, tear_down);

  return g_test_run ();
}
