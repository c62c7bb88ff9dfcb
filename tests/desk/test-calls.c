/* test-calls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-calls.h"

/* Returns: (transfer full): a record of the account, with the fields that are named */
static gpointer
add (DeskPortfolio *desk,
     GType          type,
     ...)
{
  gpointer record = desk_portfolio_own (desk, type);
  const char *field;
  va_list words;

  va_start (words, type);
  while ((field = va_arg (words, const char *)))
    desk_set (record, field, va_arg (words, const char *));
  va_end (words);
  desk_portfolio_put (desk, record);

  return record;
}

static TambourRecord *
add_call (DeskPortfolio *desk,
          const char    *start,
          const char    *status,
          const char    *summary)
{
  return add (desk, TAMBOUR_TYPE_ENGAGEMENT, "kind", "cadence_call", "planned_start", start, "status", status, "summary", summary, NULL);
}

static void
attend (DeskPortfolio *desk,
        TambourRecord *call,
        TambourRecord *contact,
        const char    *name)
{
  g_autoptr(TambourRecord) attendance = add (desk, TAMBOUR_TYPE_ATTENDANCE, "engagement_id", call->id, "name", name,
                                             contact ? "contact_id" : "role", contact ? contact->id : "guest", NULL);

  g_assert_nonnull (attendance);
}

static TambourCalls *
load (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  TambourCalls *calls = tambour_calls_load (desk->store, TAMBOUR_RECORD (desk->account)->id, desk_portfolio_now (), NULL, &error);

  g_assert_no_error (error);

  return calls;
}

static TambourTalks *
load_talks (DeskPortfolio *desk,
            TambourRecord *contact)
{
  g_autoptr(GError) error = NULL;
  TambourTalks *talks = tambour_talks_load (desk->store, contact->id, desk_portfolio_now (), NULL, &error);

  g_assert_no_error (error);

  return talks;
}

static const char *
summary_at (GPtrArray *views,
            guint      i)
{
  return ((TambourCallView *) g_ptr_array_index (views, i))->call->summary;
}

static void
test_none (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourCalls) calls = load (desk);

  g_assert_cmpuint (calls->planned->len, ==, 0);
  g_assert_cmpuint (calls->past->len, ==, 0);
  g_assert_cmpuint (calls->cadences->len, ==, 0);
}

static void
test_planned_and_past (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) later = add_call (desk, "2026-12-07T18:00:00Z", "planned", "later");
  g_autoptr(TambourRecord) untold = add_call (desk, "2026-11-09T18:00:00Z", "planned", "untold");
  g_autoptr(TambourRecord) next = add_call (desk, "2026-11-30T18:00:00Z", "planned", "next");
  g_autoptr(TambourRecord) held = add_call (desk, "2026-11-16T18:00:00Z", "held", "held");
  g_autoptr(TambourRecord) away = add_call (desk, "2026-11-20T18:00:00Z", "no_show", "away");
  g_autoptr(TambourRecord) old = add_call (desk, "2024-11-20T18:00:00Z", "held", "old");
  g_autoptr(TambourRecord) cadence = add (desk, TAMBOUR_TYPE_CADENCE, "kind", "cadence_call", "interval_days", "14", NULL);
  g_autoptr(TambourRecord) other = add (desk, TAMBOUR_TYPE_CADENCE, "kind", "ebr", "interval_days", "90", NULL);
  g_autoptr(TambourCalls) calls = NULL;
  const TambourCallView *view;

  attend (desk, held, NULL, "Priya");
  attend (desk, held, NULL, "Marcus");
  calls = load (desk);
  g_assert_cmpuint (calls->planned->len, ==, 3);
  g_assert_cmpstr (summary_at (calls->planned, 0), ==, "untold");
  g_assert_cmpstr (summary_at (calls->planned, 1), ==, "next");
  g_assert_cmpuint (calls->past->len, ==, 3);
  g_assert_cmpint (calls->n_past, ==, 3);
  g_assert_cmpstr (summary_at (calls->past, 0), ==, "away");
  g_assert_cmpint (calls->n_lately[TAMBOUR_ENGAGEMENT_STATUS_HELD], ==, 1);
  g_assert_cmpint (calls->n_lately[TAMBOUR_ENGAGEMENT_STATUS_NO_SHOW], ==, 1);
  g_assert_cmpint (calls->n_lately[TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US], ==, 0);

  view = g_ptr_array_index (calls->past, 1);
  g_assert_cmpuint (g_strv_length (view->attendees), ==, 2);
  g_assert_cmpstr (view->attendees[0], ==, "Marcus");

  for (guint i = 0; i < calls->cadences->len; i++)
    {
      const TambourCadenceView *one = g_ptr_array_index (calls->cadences, i);
      gboolean is_call = one->cadence->kind == TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL;

      g_assert_cmpint (tambour_instant_is_stated (one->next), ==, is_call);
      if (is_call)
        {
          g_assert_cmpint (one->next.seconds, ==, TAMBOUR_ENGAGEMENT (next)->planned_start.seconds);
          g_assert_cmpint (one->last.seconds, ==, TAMBOUR_ENGAGEMENT (held)->planned_start.seconds);
        }
    }
}

/* What was talked about with one, and what that one promised. */
static void
test_talks (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) marcus = add (desk, TAMBOUR_TYPE_CONTACT, "name", "Marcus Feld", NULL);
  g_autoptr(TambourRecord) priya = add (desk, TAMBOUR_TYPE_CONTACT, "name", "Priya Raman", NULL);
  g_autoptr(TambourRecord) first = add_call (desk, "2026-11-02T18:00:00Z", "held", "first");
  g_autoptr(TambourRecord) second = add_call (desk, "2026-11-16T18:00:00Z", "held", "second");
  g_autoptr(TambourRecord) missed = add_call (desk, "2026-11-18T18:00:00Z", "no_show", "missed");
  g_autoptr(TambourRecord) kept = add (desk, TAMBOUR_TYPE_COMMITMENT, "text", "Kept", "side", "customer", "to_contact_id", marcus->id,
                                       "due", "2026-11-10", "status", "kept", NULL);
  g_autoptr(TambourRecord) late = add (desk, TAMBOUR_TYPE_COMMITMENT, "text", "Late", "side", "customer", "to_contact_id", marcus->id,
                                       "due", "2026-11-12", NULL);
  g_autoptr(TambourRecord) ours = add (desk, TAMBOUR_TYPE_COMMITMENT, "text", "Ours", "side", "us", "to_contact_id", marcus->id, NULL);
  g_autoptr(TambourRecord) action = add (desk, TAMBOUR_TYPE_ACTION_ITEM, "title", "Open it", "side", "customer", "owner", "Marcus Feld",
                                         "due", "2026-12-04", NULL);
  g_autoptr(TambourTalks) talks = NULL;
  g_autoptr(TambourTalks) others = load_talks (desk, priya);

  attend (desk, first, marcus, "Marcus Feld");
  attend (desk, second, marcus, "Marcus Feld");
  attend (desk, second, marcus, "Marcus Feld");
  attend (desk, missed, marcus, "Marcus Feld");
  talks = load_talks (desk, marcus);
  g_assert_cmpuint (talks->calls->len, ==, 2);
  g_assert_cmpstr (summary_at (talks->calls, 0), ==, "second");
  g_assert_cmpstr (summary_at (talks->calls, 1), ==, "first");

  g_assert_cmpuint (talks->promises->len, ==, 3);
  g_assert_cmpstr (TAMBOUR_RECORD (g_ptr_array_index (talks->promises, 0))->id, ==, late->id);
  g_assert_cmpstr (TAMBOUR_RECORD (g_ptr_array_index (talks->promises, 1))->id, ==, action->id);
  g_assert_cmpstr (TAMBOUR_RECORD (g_ptr_array_index (talks->promises, 2))->id, ==, kept->id);
  g_assert_true (tambour_promise_is_open (action));
  g_assert_false (tambour_promise_is_open (kept));

  g_assert_cmpuint (others->calls->len, ==, 0);
  g_assert_cmpuint (others->promises->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calls/none", test_none);
  g_test_add_func ("/calls/planned-and-past", test_planned_and_past);
  g_test_add_func ("/calls/talks", test_talks);

  return g_test_run ();
}
