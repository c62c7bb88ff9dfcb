/* test-record-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-drafts.h"
#include "tambour-kinds.h"
#include "tambour-record-begin.h"
#include "tambour-record-view.h"
#include "tambour-references.h"
#include "tambour-test-records.h"

static TambourCase *
own_case (DeskPortfolio *portfolio,
          const char    *number,
          const char    *title)
{
  TambourCase *one = desk_portfolio_own (portfolio, TAMBOUR_TYPE_CASE);

  g_set_str (&one->number, number);
  g_set_str (&one->title, title);
  one->opened_at.seconds = 1790000000;
  desk_portfolio_put (portfolio, one);

  return one;
}

static TambourRecordView *
load (DeskPortfolio *portfolio,
      gpointer       record)
{
  g_autoptr(GError) error = NULL;
  TambourRecordView *view = tambour_record_view_load (portfolio->store, TAMBOUR_RECORD_GET_CLASS (record),
                                                      TAMBOUR_RECORD (record)->id, &error);

  g_assert_no_error (error);

  return view;
}

static void
test_history_is_told_backwards (void)
{
  g_autoptr(DeskPortfolio) portfolio = desk_portfolio_new ();
  g_autoptr(TambourCase) one = own_case (portfolio, "1", "First");
  g_autoptr(TambourRecordView) view = NULL;
  const TambourRecordStep *newest, *middle, *oldest;

  g_set_str (&one->title, "Second");
  one->status = TAMBOUR_CASE_STATUS_OPEN;
  desk_portfolio_put (portfolio, one);
  g_set_str (&one->title, "Third");
  desk_portfolio_put (portfolio, one);

  view = load (portfolio, one);
  g_assert_cmpuint (view->steps->len, ==, 3);
  newest = g_ptr_array_index (view->steps, 0);
  middle = g_ptr_array_index (view->steps, 1);
  oldest = g_ptr_array_index (view->steps, 2);

  g_assert_cmpstr (newest->action, ==, "changed");
  g_assert_cmpstr (TAMBOUR_CASE (newest->before)->title, ==, "Second");
  g_assert_cmpstr (TAMBOUR_CASE (newest->after)->title, ==, "Third");
  g_assert_cmpuint (newest->fields->len, ==, 1);
  g_assert_cmpstr (TAMBOUR_CASE (middle->before)->title, ==, "First");
  g_assert_cmpstr (TAMBOUR_CASE (middle->after)->title, ==, "Second");
  g_assert_cmpuint (middle->fields->len, ==, 2);
  g_assert_cmpstr (oldest->action, ==, "created");
  g_assert_null (oldest->before);
  g_assert_cmpstr (TAMBOUR_CASE (oldest->after)->title, ==, "First");
  g_assert_cmpuint (TAMBOUR_CASE (oldest->after)->status, ==, TAMBOUR_CASE_STATUS_NEW);
}

/* Every step of a random history is what was stored then. */
static void
test_history_is_exact (void)
{
  g_autoptr(DeskPortfolio) portfolio = desk_portfolio_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(TambourCase) one = own_case (portfolio, "1", "First");
  g_autoptr(GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TambourRecordView) view = NULL;
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (one);

  for (guint i = 0; i < 40; i++)
    {
      const TambourField *field = &klass->fields[g_rand_int_range (random, klass->n_common, klass->n_fields)];

      g_ptr_array_add (versions, desk_portfolio_get (portfolio, one));
      if (field->kind == TAMBOUR_KIND_REF || (field->flags & TAMBOUR_FIELD_REQUIRED))
        {
          g_ptr_array_remove_index (versions, versions->len - 1);
          continue;
        }
      tambour_test_change_field (field, one, random);
      desk_portfolio_put (portfolio, one);
    }

  view = load (portfolio, one);
  g_assert_cmpuint (view->steps->len, ==, versions->len + 1);
  for (guint i = 0; i < versions->len; i++)
    {
      const TambourRecordStep *step = g_ptr_array_index (view->steps, i);
      TambourRecord *version = g_ptr_array_index (versions, versions->len - 1 - i);

      for (guint j = klass->n_common; j < klass->n_fields; j++)
        g_assert_true (tambour_field_equal (&klass->fields[j], step->before, version));
    }
}

static void
test_a_removed_record_is_there (void)
{
  g_autoptr(DeskPortfolio) portfolio = desk_portfolio_new ();
  g_autoptr(TambourCase) one = own_case (portfolio, "1", "First");
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Remove");
  g_autoptr(TambourRecordView) view = NULL;
  g_autoptr(GError) error = NULL;

  tambour_change_remove (change, TAMBOUR_RECORD (one));
  g_assert_true (tambour_store_commit (portfolio->store, change, NULL));
  view = load (portfolio, one);
  g_assert_true (tambour_record_is_deleted (view->record));
  g_assert_cmpstr (((TambourRecordStep *) g_ptr_array_index (view->steps, 0))->action, ==, "removed");

  g_assert_null (tambour_record_view_load (portfolio->store, TAMBOUR_RECORD_GET_CLASS (one), "nothing", &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

static void
test_what_it_mentions_is_known (void)
{
  g_autoptr(DeskPortfolio) portfolio = desk_portfolio_new ();
  g_autoptr(TambourContact) contact = desk_portfolio_name (portfolio, "Marcus Feld", NULL, NULL);
  g_autoptr(TambourPerson) person = desk_portfolio_person (portfolio, "Mira Solberg");
  g_autoptr(TambourTeamRole) role = desk_portfolio_own (portfolio, TAMBOUR_TYPE_TEAM_ROLE);
  g_autoptr(TambourCase) one = own_case (portfolio, "1", "First");
  g_autoptr(TambourInfraNote) note = desk_portfolio_own (portfolio, TAMBOUR_TYPE_INFRA_NOTE);
  g_autoptr(TambourRecordView) view = NULL;
  g_autoptr(GHashTable) others = tambour_others_new ();
  const char *tags[] = { TAMBOUR_RECORD (one)->id, "plain", NULL };

  desk_portfolio_put (portfolio, contact);
  g_set_str (&one->reporter_id.id, TAMBOUR_RECORD (contact)->id);
  desk_portfolio_put (portfolio, one);
  g_clear_pointer (&one->reporter_id.id, g_free);
  desk_portfolio_put (portfolio, one);

  /* The history still mentions who is gone from the record. */
  view = load (portfolio, one);
  g_assert_true (g_hash_table_contains (view->others, TAMBOUR_RECORD (portfolio->account)->id));
  g_assert_true (g_hash_table_contains (view->others, TAMBOUR_RECORD (contact)->id));

  /* An id among labels, and what a role is called by. */
  note->tags = g_strdupv ((GStrv) tags);
  tambour_others_add (others, portfolio->store, TAMBOUR_RECORD (note));
  g_assert_true (g_hash_table_contains (others, TAMBOUR_RECORD (one)->id));
  g_set_str (&role->person_id.id, TAMBOUR_RECORD (person)->id);
  tambour_others_add (others, portfolio->store, TAMBOUR_RECORD (role));
  g_assert_true (g_hash_table_contains (others, TAMBOUR_RECORD (person)->id));
}

static void
test_what_refers_to_it_is_found_and_counted (void)
{
  g_autoptr(DeskPortfolio) portfolio = desk_portfolio_new ();
  g_autoptr(TambourCase) one = own_case (portfolio, "1", "First");
  g_autoptr(TambourCase) other = own_case (portfolio, "2", "Second");
  g_autoptr(GPtrArray) all = NULL;
  const TambourReferrers *events = NULL;

  for (guint i = 0; i < 7; i++)
    {
      g_autoptr(TambourCaseEvent) event = desk_portfolio_own (portfolio, TAMBOUR_TYPE_CASE_EVENT);

      g_set_str (&event->case_id.id, TAMBOUR_RECORD (i < 6 ? one : other)->id);
      event->at.seconds = 1790000000 + i;
      desk_portfolio_put (portfolio, event);
    }

  all = tambour_record_view_referrers (portfolio->store, TAMBOUR_RECORD (one), 4, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  events = g_ptr_array_index (all, 0);
  g_assert_cmpstr (events->klass->kind, ==, "case_event");
  g_assert_cmpstr (events->field->name, ==, "case_id");
  g_assert_cmpint (events->n, ==, 6);
  g_assert_cmpuint (events->records->len, ==, 4);
  g_assert_cmpint (TAMBOUR_CASE_EVENT (g_ptr_array_index (events->records, 0))->at.seconds, ==, 1790000005);
}

static gint64
count_of (GArray     *counts,
          const char *kind)
{
  for (guint i = 0; i < counts->len; i++)
    if (g_str_equal (g_array_index (counts, TambourKindCount, i).klass->kind, kind))
      return g_array_index (counts, TambourKindCount, i).n;

  return -1;
}

static void
test_an_account_is_counted_by_kind (void)
{
  g_autoptr(DeskPortfolio) portfolio = desk_portfolio_new ();
  g_autoptr(TambourCase) one = own_case (portfolio, "1", "First");
  g_autoptr(TambourCase) other = own_case (portfolio, "2", "Second");
  g_autoptr(GArray) counts = tambour_record_view_counts (portfolio->store, TAMBOUR_RECORD (portfolio->account)->id, NULL, NULL);

  g_assert_cmpint (count_of (counts, "case"), ==, 2);
  g_assert_cmpint (count_of (counts, "goal"), ==, 0);
  g_assert_cmpint (count_of (counts, "account"), ==, -1);
}

static TambourReferences *
find (DeskPortfolio *portfolio,
      const char    *kind,
      const char    *account_id,
      const char    *text)
{
  g_autoptr(TambourReferencesWanted) wanted = tambour_references_wanted_new (kind, account_id, text);
  g_autoptr(GError) error = NULL;
  TambourReferences *found = tambour_references_find (portfolio->store, wanted, NULL, &error);

  g_assert_no_error (error);

  return found;
}

static void
test_references_are_of_the_same_account_first (void)
{
  g_autoptr(DeskPortfolio) portfolio = desk_portfolio_new ();
  g_autoptr(TambourContact) own = desk_portfolio_name (portfolio, "Marcus Feld", NULL, NULL);
  g_autoptr(TambourAccount) account = TAMBOUR_ACCOUNT (tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL));
  g_autoptr(TambourContact) stranger = TAMBOUR_CONTACT (tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL));
  const char *id = TAMBOUR_RECORD (portfolio->account)->id;
  g_autoptr(TambourReferences) found = NULL, only = NULL, any = NULL, accounts = NULL;

  desk_portfolio_put (portfolio, own);
  g_set_str (&account->name, "Another");
  desk_portfolio_put (portfolio, account);
  g_set_str (&TAMBOUR_RECORD (stranger)->account_id.id, TAMBOUR_RECORD (account)->id);
  g_set_str (&stranger->name, "Marta Stranger");
  desk_portfolio_put (portfolio, stranger);

  found = find (portfolio, "contact", id, "mar");
  g_assert_cmpuint (found->records->len, ==, 1);
  g_assert_cmpstr (TAMBOUR_CONTACT (g_ptr_array_index (found->records, 0))->name, ==, "Marcus Feld");
  only = find (portfolio, "contact", id, "stranger");
  g_assert_cmpuint (only->records->len, ==, 1);
  any = find (portfolio, "contact", NULL, "mar");
  g_assert_cmpuint (any->records->len, ==, 2);
  accounts = find (portfolio, "account", id, "");
  g_assert_cmpuint (accounts->records->len, ==, 2);
}

static void
test_a_new_record_knows_what_can_be_known (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("America/Los_Angeles");
  TambourInstant now = { 1795453923 };
  g_autoptr(TambourRecord) event = tambour_record_begin (tambour_kinds_find ("case_event"), "a", "me", now, zone);
  g_autoptr(TambourRecord) owned = tambour_record_begin (tambour_kinds_find ("case"), "a", "me", now, zone);
  g_autoptr(TambourRecord) call = tambour_record_begin (tambour_kinds_find ("engagement"), NULL, NULL, now, zone);

  g_assert_cmpstr (event->account_id.id, ==, "a");
  g_assert_cmpint (TAMBOUR_CASE_EVENT (event)->at.seconds, ==, 1795453920);
  g_assert_cmpstr (TAMBOUR_CASE (owned)->owner_id.id, ==, "me");
  g_assert_null (call->account_id.id);
  g_assert_false (tambour_instant_is_stated (TAMBOUR_ENGAGEMENT (call)->planned_start));
}

static void
test_a_new_record_is_begun_within_another (void)
{
  g_autoptr(TambourRecord) component = tambour_record_new (TAMBOUR_TYPE_COMPONENT, NULL);
  g_autoptr(TambourRecord) other = tambour_record_new (TAMBOUR_TYPE_COMPONENT, NULL);

  tambour_record_begin_within (component, "environment_id=e-1");
  g_assert_cmpstr (TAMBOUR_COMPONENT (component)->environment_id.id, ==, "e-1");
  tambour_record_begin_within (component, NULL);
  g_assert_cmpstr (TAMBOUR_COMPONENT (component)->environment_id.id, ==, "e-1");

  /* A text says what it is of; what it has no field for is left out. */
  tambour_record_begin_within (other, "case_id=c-1");
  tambour_record_begin_within (other, "environment_id");
  tambour_record_begin_within (other, "product=Resolver=2");
  g_assert_cmpstr (TAMBOUR_COMPONENT (other)->product, ==, "Resolver=2");
  g_assert_null (TAMBOUR_COMPONENT (other)->environment_id.id);
}

/* What is planned from a list of reviews is one. */
static void
test_a_new_record_is_begun_as_one_of_a_kind (void)
{
  g_autoptr(TambourRecord) call = tambour_record_new (TAMBOUR_TYPE_ENGAGEMENT, NULL);

  tambour_record_begin_within (call, "kind=roadmap_review");
  g_assert_cmpuint (TAMBOUR_ENGAGEMENT (call)->kind, ==, TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW);
  tambour_record_begin_within (call, "kind=nothing like that");
  g_assert_cmpuint (TAMBOUR_ENGAGEMENT (call)->kind, ==, TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW);
}

static void
test_a_draft_knows_what_it_is_begun_within (void)
{
  g_autoptr(TambourDraft) plain = tambour_draft_new ("component", NULL, "a-1");
  g_autoptr(TambourDraft) edit = tambour_draft_new ("component", "x=y", NULL);
  g_autoptr(TambourDraft) within = tambour_draft_new_within ("component", "a-1", "environment_id=e-1");
  g_autoptr(TambourDraft) another = tambour_draft_new_within ("component", "a-1", "environment_id=e-2");
  g_autoptr(TambourDraft) nobodys = tambour_draft_new_within ("component", NULL, "environment_id=e-1");

  g_assert_cmpstr (tambour_draft_get_within (within), ==, "environment_id=e-1");
  g_assert_cmpstr (tambour_draft_get_within (nobodys), ==, "environment_id=e-1");
  g_assert_null (tambour_draft_get_within (plain));
  g_assert_null (tambour_draft_get_within (edit));
  g_assert_cmpstr (within->key, !=, plain->key);
  g_assert_cmpstr (within->key, !=, another->key);
  g_assert_cmpstr (within->account_id, ==, "a-1");
}

static void
test_a_copy_is_nobody_elses (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (12);
  g_autoptr(TambourRecord) record = tambour_test_record_new (TAMBOUR_TYPE_CASE, random);
  g_autoptr(TambourRecord) copy = tambour_record_begin_copy (record);
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  g_assert_cmpstr (copy->id, !=, record->id);
  g_assert_null (copy->external_id);
  g_assert_null (copy->rev);
  g_assert_false (tambour_record_is_deleted (copy));
  for (guint i = klass->n_common; i < klass->n_fields; i++)
    g_assert_true (tambour_field_equal (&klass->fields[i], record, copy));
}

static void
test_drafts_are_kept_and_listed (void)
{
  g_autoptr(DeskPortfolio) portfolio = desk_portfolio_new ();
  g_autoptr(TambourCase) one = own_case (portfolio, "1", "<b>%s</b> القاهرة 🥁");
  g_autoptr(TambourDraft) draft = tambour_draft_new ("case", TAMBOUR_RECORD (one)->id, NULL);
  g_autoptr(TambourDraft) other = tambour_draft_new ("goal", NULL, "account");
  g_autofree char *text = NULL, *other_text = NULL;
  g_autoptr(GPtrArray) drafts = NULL;
  const TambourDraft *first;

  draft->title = g_strdup (one->title);
  draft->at.seconds = 1790000000;
  draft->base = g_object_ref (TAMBOUR_RECORD (one));
  draft->fields = json_object_new ();
  json_object_set_string_member (draft->fields, "title", "typed\n\"so\" far");
  other->title = g_strdup ("New");
  other->at.seconds = 1790000001;
  other->fields = json_object_new ();
  text = tambour_draft_pack (draft);
  other_text = tambour_draft_pack (other);
  g_assert_true (tambour_store_set_setting (portfolio->store, draft->key, text, NULL));
  g_assert_true (tambour_store_set_setting (portfolio->store, other->key, other_text, NULL));
  g_assert_true (tambour_store_set_setting (portfolio->store, "draft:case:broken", "{\"fields\":1", NULL));
  g_assert_true (tambour_store_set_setting (portfolio->store, "draft:unicorn:1", "{\"kind\":\"unicorn\",\"title\":\"\",\"fields\":{}}", NULL));

  drafts = tambour_drafts_list (portfolio->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  first = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (first->kind, ==, "goal");
  g_assert_cmpstr (first->account_id, ==, "account");
  g_assert_null (first->id);
  first = g_ptr_array_index (drafts, 1);
  g_assert_cmpstr (first->id, ==, TAMBOUR_RECORD (one)->id);
  g_assert_cmpstr (first->title, ==, one->title);
  g_assert_cmpint (first->at.seconds, ==, 1790000000);
  tambour_test_assert_equal (first->base, TAMBOUR_RECORD (one));
  g_assert_cmpstr (json_object_get_string_member (first->fields, "title"), ==, "typed\n\"so\" far");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-view/history-is-told-backwards", test_history_is_told_backwards);
  g_test_add_func ("/record-view/history-is-exact", test_history_is_exact);
  g_test_add_func ("/record-view/a-removed-record-is-there", test_a_removed_record_is_there);
  g_test_add_func ("/record-view/what-it-mentions-is-known", test_what_it_mentions_is_known);
  g_test_add_func ("/record-view/what-refers-to-it-is-found-and-counted", test_what_refers_to_it_is_found_and_counted);
  g_test_add_func ("/record-view/an-account-is-counted-by-kind", test_an_account_is_counted_by_kind);
  g_test_add_func ("/references/are-of-the-same-account-first", test_references_are_of_the_same_account_first);
  g_test_add_func ("/record-begin/a-new-record-knows-what-can-be-known", test_a_new_record_knows_what_can_be_known);
  g_test_add_func ("/record-begin/a-new-record-is-begun-within-another", test_a_new_record_is_begun_within_another);
  g_test_add_func ("/record-begin/a-new-record-is-begun-as-one-of-a-kind", test_a_new_record_is_begun_as_one_of_a_kind);
  g_test_add_func ("/record-begin/a-draft-knows-what-it-is-begun-within", test_a_draft_knows_what_it_is_begun_within);
  g_test_add_func ("/record-begin/a-copy-is-nobody-elses", test_a_copy_is_nobody_elses);
  g_test_add_func ("/drafts/are-kept-and-listed", test_drafts_are_kept_and_listed);

  return g_test_run ();
}
