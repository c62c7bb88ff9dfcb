/* test-library.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-audit.h"
#include "tambour-enablement.h"
#include "tambour-library-list.h"
#include "tambour-usage.h"

/* A record whose fields are told in pairs; %NULL ends them. */
static TambourRecord *G_GNUC_NULL_TERMINATED
put (DeskPortfolio *desk,
     TambourRecord *record,
     ...)
{
  const char *field;
  va_list fields;

  va_start (fields, record);
  while ((field = va_arg (fields, const char *)) != NULL)
    desk_set (record, field, va_arg (fields, const char *));
  va_end (fields);
  desk_portfolio_put (desk, record);

  return record;
}

static TambourRecord *
own (DeskPortfolio *desk,
     GType          type)
{
  return desk_portfolio_own (desk, type);
}

static TambourEnablement *
load (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  TambourEnablement *sheet = tambour_enablement_load (desk->store, TAMBOUR_RECORD (desk->account)->id, desk_portfolio_now (), NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

/* An item that answers what was found and one that fits what they run. */
static void
test_what_is_suggested_for_an_account_and_whom_it_is_for (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) item = put (desk, tambour_record_new (TAMBOUR_TYPE_LIBRARY_ITEM, NULL), "title", "Failover", "answers_to", "6.2\nTLS", NULL);
  g_autoptr(TambourRecord) other = put (desk, tambour_record_new (TAMBOUR_TYPE_LIBRARY_ITEM, NULL), "title", "Servers", "products", "Windows Server", NULL);
  g_autoptr(TambourRecord) unfit = put (desk, tambour_record_new (TAMBOUR_TYPE_LIBRARY_ITEM, NULL), "title", "Boats", "tags", "Shipping", NULL);
  g_autoptr(TambourRecord) checklist = put (desk, tambour_record_new (TAMBOUR_TYPE_AUDIT_TEMPLATE, NULL), "name", "Architecture", NULL);
  g_autoptr(TambourRecord) check = put (desk, tambour_record_new (TAMBOUR_TYPE_TEMPLATE_ITEM, NULL), "template_id", checklist->id, "item_key", "6.2", "text", "Failover was tested", NULL);
  g_autoptr(TambourRecord) audit = put (desk, own (desk, TAMBOUR_TYPE_AUDIT), "title", "Audit", "template_id", checklist->id, "on", "2026-09-01", NULL);
  g_autoptr(TambourRecord) answer = put (desk, own (desk, TAMBOUR_TYPE_AUDIT_ANSWER), "audit_id", audit->id, "item_id", check->id, "item_key", "6.2", "answer", "gap", NULL);
  g_autoptr(TambourRecord) finding = put (desk, own (desk, TAMBOUR_TYPE_FINDING), "audit_id", audit->id, "answer_id", answer->id, "title", "Untested", "section", "Resilience", "severity", "high", "status", "open", "raised_on", "2026-09-01", NULL);
  g_autoptr(TambourRecord) fixed = put (desk, own (desk, TAMBOUR_TYPE_FINDING), "audit_id", audit->id, "title", "Old TLS", "severity", "high", "status", "fixed", "raised_on", "2026-09-01", NULL);
  g_autoptr(TambourRecord) component = put (desk, own (desk, TAMBOUR_TYPE_COMPONENT), "type", "Operating system", "product", "Windows Server 2025", NULL);
  g_autoptr(TambourEnablement) sheet = load (desk);
  g_autoptr(TambourLibraryFile) file = NULL;
  g_autoptr(TambourEnablement) later = NULL;
  g_autoptr(TambourRecord) share = NULL;
  g_autoptr(GError) error = NULL;
  TambourSuggestion *first;

  g_assert_cmpuint (sheet->suggestions->len, ==, 2);
  first = g_ptr_array_index (sheet->suggestions, 0);
  g_assert_cmpstr (TAMBOUR_RECORD (first->item)->id, ==, item->id);
  g_assert_cmpuint (first->n_findings, ==, 1);
  g_assert_cmpstr (first->about, ==, "Resilience");

  file = tambour_library_file_load (desk->store, item->id, desk_portfolio_now (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->fits->len, ==, 1);
  g_assert_cmpuint (file->shares->len, ==, 0);
  g_clear_pointer (&file, tambour_library_file_free);

  /* Who has it needs no suggestion. */
  share = put (desk, own (desk, TAMBOUR_TYPE_CONTENT_SHARE), "title", "Failover", "on", "2026-11-01", "library_item_id", item->id, "opened", "true", NULL);
  later = load (desk);
  g_assert_cmpuint (later->suggestions->len, ==, 1);
  g_assert_cmpuint (later->shares->len, ==, 1);
  file = tambour_library_file_load (desk->store, item->id, desk_portfolio_now (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->fits->len, ==, 0);
  g_assert_cmpint (file->n_shares, ==, 1);
  g_assert_cmpint (file->n_opened, ==, 1);
  g_assert_cmpint (file->n_discussed, ==, 0);
  g_assert_cmpstr (((TambourLibraryShare *) g_ptr_array_index (file->shares, 0))->account_name, ==, desk->account->name);
}

static void
test_the_list_is_counted_and_in_order (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) retired = put (desk, tambour_record_new (TAMBOUR_TYPE_LIBRARY_ITEM, NULL), "title", "Old", "retired", "true", NULL);
  g_autoptr(TambourRecord) webinar = put (desk, tambour_record_new (TAMBOUR_TYPE_LIBRARY_ITEM, NULL), "title", "Webinar", "kind", "webinar", NULL);
  g_autoptr(TambourRecord) before = put (desk, tambour_record_new (TAMBOUR_TYPE_LIBRARY_ITEM, NULL), "title", "A", "published", "2025-01-01", NULL);
  g_autoptr(TambourRecord) newest = put (desk, tambour_record_new (TAMBOUR_TYPE_LIBRARY_ITEM, NULL), "title", "B", "published", "2026-01-01", NULL);
  g_autoptr(TambourRecord) share = put (desk, own (desk, TAMBOUR_TYPE_CONTENT_SHARE), "title", "B", "on", "2026-11-01", "library_item_id", newest->id, NULL);
  g_autoptr(TambourRecord) over = put (desk, tambour_record_new (TAMBOUR_TYPE_PROGRAMME, NULL), "title", "Over", "starts", "2026-10-01", "ends", "2026-10-02", NULL);
  g_autoptr(TambourRecord) next = put (desk, tambour_record_new (TAMBOUR_TYPE_PROGRAMME, NULL), "title", "Next", "starts", "2027-01-01", NULL);
  g_autoptr(TambourRecord) now_on = put (desk, tambour_record_new (TAMBOUR_TYPE_PROGRAMME, NULL), "title", "Now", "starts", "2026-11-01", "ends", "2026-12-01", NULL);
  g_autoptr(TambourRecord) seated = put (desk, own (desk, TAMBOUR_TYPE_EARLY_ACCESS), "programme", "Now", "programme_id", now_on->id, "joined_on", "2026-11-02", NULL);
  g_autoptr(TambourRecord) waiting = put (desk, own (desk, TAMBOUR_TYPE_INVITATION), "event", "Now", "invited_on", "2026-11-02", "programme_id", now_on->id, "answer", "accepted", NULL);
  g_autoptr(TambourRecord) declined = put (desk, own (desk, TAMBOUR_TYPE_INVITATION), "event", "Now", "invited_on", "2026-11-02", "programme_id", now_on->id, "answer", "declined", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourLibraryList) list = tambour_library_list_load (desk->store, desk_portfolio_now (), NULL, &error);
  const TambourRecord *items[] = { newest, before, webinar, retired };
  const TambourRecord *programmes[] = { now_on, next, over };
  const TambourLibraryLine *line;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_assert_cmpstr (((TambourLibraryLine *) g_ptr_array_index (list->items, i))->record->id, ==, items[i]->id);
  for (guint i = 0; i < G_N_ELEMENTS (programmes); i++)
    g_assert_cmpstr (((TambourLibraryLine *) g_ptr_array_index (list->programmes, i))->record->id, ==, programmes[i]->id);

  g_assert_cmpint (((TambourLibraryLine *) g_ptr_array_index (list->items, 0))->n_shared, ==, 1);
  line = g_ptr_array_index (list->programmes, 0);
  g_assert_cmpint (line->n_invited, ==, 3);
  g_assert_cmpint (line->n_seated, ==, 1);
  g_assert_cmpint (line->n_waiting, ==, 1);
}

/* METRICS.md M24: person-hours beside how many trainings they are counted from. */
static void
test_trainings_are_summed_over_the_agreement_year (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) agreement = put (desk, own (desk, TAMBOUR_TYPE_AGREEMENT), "title", "2026", "start", "2026-02-01", "end", "2027-01-31", NULL);
  g_autoptr(TambourRecord) before = put (desk, own (desk, TAMBOUR_TYPE_TRAINING), "topic", "Before", "on", "2026-01-31", "hours", "2", "attended", "100", NULL);
  g_autoptr(TambourRecord) first = put (desk, own (desk, TAMBOUR_TYPE_TRAINING), "topic", "First", "on", "2026-02-01", "hours", "1.5", "attended", "10", "check_passed", "8", NULL);
  g_autoptr(TambourRecord) named = put (desk, own (desk, TAMBOUR_TYPE_TRAINING), "topic", "Named", "on", "2026-06-01", "hours", "2", "attendees", "Ann\nBo\nCy", NULL);
  g_autoptr(TambourRecord) blank = put (desk, own (desk, TAMBOUR_TYPE_TRAINING), "topic", "Blank", "on", "2026-07-01", NULL);
  g_autoptr(TambourRecord) to_come = put (desk, own (desk, TAMBOUR_TYPE_TRAINING), "topic", "To come", "on", "2026-12-24", "hours", "2", "attended", "5", NULL);
  g_autoptr(TambourEnablement) sheet = load (desk);

  g_assert_true (sheet->sum.is_agreement);
  g_assert_cmpuint (sheet->trainings->len, ==, 5);
  g_assert_cmpuint (sheet->sum.n, ==, 3);
  g_assert_cmpuint (sheet->sum.n_counted, ==, 2);
  g_assert_cmpint (sheet->sum.n_people, ==, 13);
  g_assert_cmpfloat (sheet->sum.hours, ==, 1.5 * 10 + 2 * 3);
  g_assert_cmpint (sheet->sum.n_passed, ==, 8);
  g_assert_cmpint (sheet->sum.n_checked, ==, 10);
}

/* METRICS.md M32: of what is entitled and agreed relevant. */
static void
test_adoption_is_of_what_is_theirs_and_relevant (void)
{
  static const struct
  {
    const char *feature, *entitled, *relevant, *in_use;
  } features[] = {
    { "A", "true", "true", "true" },
    { "B", "true", "true", "false" },
    { "C", "true", "false", "true" },
    { "D", "false", "true", "true" },
  };
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourEnablement) sheet = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    {
      g_autoptr(TambourRecord) feature = put (desk, own (desk, TAMBOUR_TYPE_FEATURE_ADOPTION), "feature", features[i].feature, "entitled", features[i].entitled,
                                              "relevant", features[i].relevant, "in_use", features[i].in_use, NULL);

      g_assert_nonnull (feature);
    }
  sheet = load (desk);

  g_assert_cmpuint (sheet->features->len, ==, 2);
  g_assert_cmpuint (sheet->n_in_use, ==, 1);
  g_assert_cmpstr (TAMBOUR_FEATURE_ADOPTION (g_ptr_array_index (sheet->features, 0))->feature, ==, "B");
}

static void
test_nothing_yet (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourEnablement) sheet = load (desk);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourLibraryList) list = tambour_library_list_load (desk->store, desk_portfolio_now (), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->items->len + list->programmes->len, ==, 0);
  g_assert_cmpuint (sheet->suggestions->len + sheet->shares->len + sheet->trainings->len + sheet->guests->len + sheet->features->len, ==, 0);
  g_assert_false (sheet->sum.is_agreement);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/what-is-suggested-for-an-account-and-whom-it-is-for", test_what_is_suggested_for_an_account_and_whom_it_is_for);
  g_test_add_func ("/library/the-list-is-counted-and-in-order", test_the_list_is_counted_and_in_order);
  g_test_add_func ("/library/trainings-are-summed-over-the-agreement-year", test_trainings_are_summed_over_the_agreement_year);
  g_test_add_func ("/library/adoption-is-of-what-is-theirs-and-relevant", test_adoption_is_of_what_is_theirs_and_relevant);
  g_test_add_func ("/library/nothing-yet", test_nothing_yet);

  return g_test_run ();
}
