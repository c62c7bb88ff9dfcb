/* test-template-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "desk-portfolio.h"
#include "tambour-audit-file.h"
#include "tambour-audit-moves.h"
#include "tambour-audits.h"
#include "tambour-checks.h"
#include "tambour-imports.h"
#include "tambour-kinds.h"
#include "tambour-template-versions.h"

static TambourInstant
instant (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

/* --- by hand --------------------------------------------------------------- */

static void
add_item (DeskPortfolio *desk,
          const char    *template_id,
          const char    *key,
          const char    *position)
{
  g_autoptr(TambourRecord) item = tambour_record_new (TAMBOUR_TYPE_TEMPLATE_ITEM, NULL);

  desk_set (item, "template_id", template_id);
  desk_set (item, "item_key", key);
  desk_set (item, "revision", "1");
  desk_set (item, "section", "Resolvers");
  desk_set (item, "text", key);
  desk_set (item, "severity", "high");
  desk_set (item, "position", position);
  desk_portfolio_put (desk, item);
}

static char *
add_checklist (DeskPortfolio *desk)
{
  g_autoptr(TambourRecord) checklist = tambour_record_new (TAMBOUR_TYPE_AUDIT_TEMPLATE, NULL);

  desk_set (checklist, "name", "Architecture");
  desk_set (checklist, "version", "6");
  desk_portfolio_put (desk, checklist);
  add_item (desk, checklist->id, "two-sites", "1");
  add_item (desk, checklist->id, "restart", "2");
  add_item (desk, checklist->id, "clock", "3");

  return g_strdup (checklist->id);
}

static GPtrArray *
list_items (DeskPortfolio *desk,
            const char    *template_id)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *items = tambour_template_list_items (desk->store, template_id, &error);

  g_assert_no_error (error);

  return items;
}

/* Returns: (nullable): the id of the new version, or %NULL where it was refused */
static char *
publish (DeskPortfolio *desk,
         const char    *template_id,
         GPtrArray     *wanted)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Publish checklist");
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  if (!tambour_template_publish (desk->store, template_id, wanted, change, &id, &error))
    {
      g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
      return NULL;
    }

  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&id);
}

static TambourTemplateItem *
find_item (GPtrArray  *items,
           const char *key)
{
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((TambourTemplateItem *) g_ptr_array_index (items, i))->item_key, key) == 0)
      return g_ptr_array_index (items, i);

  return NULL;
}

/* "restart" asks something else, "clock" is gone, "drill" is new and comes first. */
static char *
publish_next (DeskPortfolio *desk,
              const char    *template_id)
{
  g_autoptr(GPtrArray) wanted = list_items (desk, template_id);
  g_autoptr(TambourRecord) drill = tambour_record_new (TAMBOUR_TYPE_TEMPLATE_ITEM, NULL);

  desk_set (drill, "item_key", "drill");
  desk_set (drill, "text", "A drill within a year");
  g_set_str (&find_item (wanted, "restart")->text, "Restart test within half a year");
  g_ptr_array_remove (wanted, find_item (wanted, "clock"));
  g_ptr_array_insert (wanted, 0, g_object_ref (drill));

  return publish (desk, template_id, wanted);
}

static void
test_a_new_version_leaves_the_old_one (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autofree char *old = add_checklist (desk);
  g_autofree char *new = publish_next (desk, old);
  g_autofree char *again = publish_next (desk, old);
  g_autoptr(GPtrArray) before = list_items (desk, old);
  g_autoptr(GPtrArray) after = list_items (desk, new);

  g_assert_cmpuint (before->len, ==, 3);
  g_assert_cmpstr (find_item (before, "restart")->text, ==, "restart");
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_cmpstr (((TambourTemplateItem *) g_ptr_array_index (after, 0))->item_key, ==, "drill");
  g_assert_cmpint (find_item (after, "drill")->revision, ==, 1);
  g_assert_cmpint (find_item (after, "two-sites")->revision, ==, 1);
  g_assert_cmpint (find_item (after, "restart")->revision, ==, 2);
  g_assert_null (find_item (after, "clock"));

  /* Only the newest has a next one. */
  g_assert_null (again);
}

static void
test_what_is_the_same_is_no_version (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autofree char *old = add_checklist (desk);
  g_autoptr(GPtrArray) wanted = list_items (desk, old);
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  g_autofree char *same = publish (desk, old, wanted);
  g_autofree char *empty = publish (desk, old, nothing);

  g_assert_null (same);
  g_assert_null (empty);
}

static void
test_a_misspelling_is_no_revision_unless_one_says_so (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autofree char *old = add_checklist (desk);
  g_autoptr(GPtrArray) wanted = list_items (desk, old);
  g_autoptr(GPtrArray) after = NULL;
  g_autofree char *new = NULL;

  g_set_str (&find_item (wanted, "clock")->why, "Because");
  find_item (wanted, "two-sites")->revision = 2;
  new = publish (desk, old, wanted);
  after = list_items (desk, new);
  g_assert_cmpint (find_item (after, "clock")->revision, ==, 1);
  g_assert_cmpint (find_item (after, "two-sites")->revision, ==, 2);
}

static void
test_versions_say_what_is_new (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autofree char *old = add_checklist (desk);
  g_autofree char *new = publish_next (desk, old);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) versions = tambour_template_versions_load (desk->store, old, NULL, &error);
  const TambourTemplateVersion *first, *last;

  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 2);
  first = g_ptr_array_index (versions, 0);
  last = g_ptr_array_index (versions, 1);
  g_assert_cmpstr (TAMBOUR_RECORD (first->record)->id, ==, new);
  g_assert_cmpstr (first->record->version, ==, "7");
  g_assert_cmpuint (first->n_items, ==, 3);
  g_assert_cmpuint (first->n_added, ==, 1);
  g_assert_cmpuint (first->n_removed, ==, 1);
  g_assert_cmpuint (first->n_changed, ==, 1);
  g_assert_cmpuint (last->n_added + last->n_removed + last->n_changed, ==, 0);
}

static void
test_the_number_at_the_end_counts (void)
{
  static const char * const numbers[][2] = { { "6", "7" }, { "2026.9", "2026.10" }, { "draft", "draft 2" }, { "", "2" } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *next = tambour_template_next_version (numbers[i][0]);

      g_assert_cmpstr (next, ==, numbers[i][1]);
    }
}

/* --- audits ---------------------------------------------------------------- */

static void
do_move (DeskPortfolio    *desk,
         TambourAuditMove *move,
         const char       *at)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Audit");
  g_autoptr(GError) error = NULL;

  tambour_audit_move_fill (move, desk->store, instant (at), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);
}

static char *
begin (DeskPortfolio *desk,
       const char    *template_id,
       const char    *at)
{
  g_autofree char *id = tambour_id_new ();
  g_autoptr(TambourAuditMove) move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_BEGIN, id, "Mira");

  move->of = g_strdup (template_id);
  move->account_id = g_strdup (TAMBOUR_RECORD (desk->account)->id);
  do_move (desk, move, at);

  return g_steal_pointer (&id);
}

static TambourAuditFile *
load (DeskPortfolio *desk,
      const char    *audit_id,
      const char    *at)
{
  g_autoptr(GError) error = NULL;
  TambourAuditFile *file = tambour_audit_file_load (desk->store, audit_id, instant (at), NULL, &error);

  g_assert_no_error (error);

  return file;
}

static void
answer (DeskPortfolio *desk,
        const char    *audit_id,
        const char    *key,
        TambourAnswer  says,
        const char    *at)
{
  g_autoptr(TambourAuditFile) file = load (desk, audit_id, at);

  for (guint i = 0; i < file->checks->len; i++)
    {
      const TambourAuditCheck *check = g_ptr_array_index (file->checks, i);
      g_autoptr(TambourAuditMove) move = NULL;

      if (g_strcmp0 (check->answer->item_key, key) != 0)
        continue;

      move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_ANSWER, TAMBOUR_RECORD (check->answer)->id, "Mira");
      move->answer = says;
      do_move (desk, move, at);
      return;
    }

  g_assert_not_reached ();
}

static void
finish (DeskPortfolio *desk,
        const char    *audit_id,
        const char    *at)
{
  g_autoptr(TambourAuditMove) move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_FINISH, audit_id, "Mira");

  do_move (desk, move, at);
}

/* Of three questions, only the one that both ask in the same words counts (M42). */
static void
test_audits_are_compared_over_what_both_ask (void)
{
  static const char *then = "2026-05-23T17:12:00Z";
  static const char *now = "2026-11-23T17:12:00Z";
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autofree char *old = add_checklist (desk);
  g_autofree char *first = begin (desk, old, then);
  g_autofree char *new = publish_next (desk, old);
  g_autofree char *second = NULL;
  g_autoptr(TambourAuditFile) running = load (desk, first, then);
  g_autoptr(TambourAuditFile) file = NULL;

  /* The one that runs keeps its version. */
  g_assert_cmpuint (running->checks->len, ==, 3);
  g_assert_cmpstr (running->checklist->version, ==, "6");
  answer (desk, first, "two-sites", TAMBOUR_ANSWER_GAP, then);
  answer (desk, first, "restart", TAMBOUR_ANSWER_MET, then);
  answer (desk, first, "clock", TAMBOUR_ANSWER_MET, then);
  finish (desk, first, then);

  second = begin (desk, new, now);
  answer (desk, second, "two-sites", TAMBOUR_ANSWER_PARTIAL, now);
  answer (desk, second, "restart", TAMBOUR_ANSWER_GAP, now);
  answer (desk, second, "drill", TAMBOUR_ANSWER_GAP, now);
  finish (desk, second, now);
  file = load (desk, second, now);
  g_assert_nonnull (file->entry->before);
  g_assert_cmpfloat_with_epsilon (file->entry->change, 50, .001);
}

static void
test_questions_of_an_audit_stay (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autofree char *old = add_checklist (desk);
  g_autoptr(GPtrArray) items = list_items (desk, old);
  TambourRecord *item = g_ptr_array_index (items, 0);
  g_autofree char *audit = NULL;
  g_autoptr(GError) error = NULL;

  desk_set (item, "text", "Something else");
  g_assert_true (tambour_template_check_used (desk->store, item, &error));
  audit = begin (desk, old, "2026-11-23T17:12:00Z");
  g_assert_false (tambour_template_check_used (desk->store, item, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
}

static void
test_one_begins_with_the_newest (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autofree char *old = add_checklist (desk);
  g_autofree char *new = publish_next (desk, old);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourAudits) audits = tambour_audits_load (desk->store, TAMBOUR_RECORD (desk->account)->id, instant ("2026-11-23T17:12:00Z"), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (audits->checklists->len, ==, 1);
  g_assert_cmpstr (tambour_record_get_id (g_ptr_array_index (audits->checklists, 0)), ==, new);
}

/* --- from a file ----------------------------------------------------------- */

/* One question a word: its text, after its guid and a colon. */
static guint64
import (DeskPortfolio *desk,
        const char    *questions)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_TEMPLATE_ITEM);
  g_autofree char *path = g_build_filename (desk->folder, "checklist.json", NULL);
  g_autoptr(GString) text = g_string_new ("{\"items\": [");
  g_auto(GStrv) words = g_strsplit (questions, " ", -1);
  const TambourImportOrder order = { .klass = klass, .path = path, .author = "Mira" };
  TambourImportCounts counts;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (words[i], ":", 2);

      g_string_append_printf (text, "%s{\"guid\": \"%s\", \"category\": \"A\", \"subcategory\": \"B\", \"text\": \"%s\", \"description\": \"\", "
                                    "\"graph\": \"\", \"severity\": \"High\", \"link\": \"\"}",
                              i ? ", " : "", parts[0], parts[1]);
    }
  g_string_append (text, "], \"metadata\": {\"name\": \"Review\"}}");
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);

  tambour_imports_run (desk->store, &order, &counts, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.rejected, ==, 0);

  return counts.created + counts.updated;
}

static GPtrArray *
load_versions (DeskPortfolio *desk)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT_TEMPLATE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = tambour_store_list (desk->store, query, NULL, &error);
  GPtrArray *versions;

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, >, 0);
  versions = tambour_template_versions_load (desk->store, tambour_record_get_id (g_ptr_array_index (all, 0)), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, all->len);

  return versions;
}

static void
test_a_changed_file_is_a_new_version (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(GPtrArray) one = NULL;
  g_autoptr(GPtrArray) two = NULL;
  g_autoptr(GPtrArray) three = NULL;
  g_autoptr(GPtrArray) items = NULL;
  const TambourTemplateVersion *newest;

  g_assert_cmpuint (import (desk, "a:first b:second c:third"), ==, 3);
  g_assert_cmpuint (import (desk, "a:first b:second c:third"), ==, 0);
  one = load_versions (desk);
  g_assert_cmpuint (one->len, ==, 1);

  /* "b" asks something else, "c" is gone, "d" is new. */
  g_assert_cmpuint (import (desk, "a:first b:other d:fourth"), ==, 2);
  two = load_versions (desk);
  g_assert_cmpuint (two->len, ==, 2);
  newest = g_ptr_array_index (two, 0);
  g_assert_cmpuint (newest->n_items, ==, 3);
  g_assert_cmpuint (newest->n_added, ==, 1);
  g_assert_cmpuint (newest->n_removed, ==, 1);
  g_assert_cmpuint (newest->n_changed, ==, 1);
  items = list_items (desk, TAMBOUR_RECORD (newest->record)->id);
  g_assert_cmpint (find_item (items, "a")->revision, ==, 1);
  g_assert_cmpint (find_item (items, "b")->revision, ==, 2);

  /* The same file again finds its own version; then only "d" goes. */
  g_assert_cmpuint (import (desk, "a:first b:other d:fourth"), ==, 0);
  g_clear_pointer (&two, g_ptr_array_unref);
  two = load_versions (desk);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (import (desk, "a:first b:other"), ==, 0);
  three = load_versions (desk);
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_cmpuint (((TambourTemplateVersion *) g_ptr_array_index (three, 0))->n_removed, ==, 1);
  g_assert_cmpuint (((TambourTemplateVersion *) g_ptr_array_index (three, 2))->n_items, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-versions/a-new-version-leaves-the-old-one", test_a_new_version_leaves_the_old_one);
  g_test_add_func ("/template-versions/what-is-the-same-is-no-version", test_what_is_the_same_is_no_version);
  g_test_add_func ("/template-versions/a-misspelling-is-no-revision-unless-one-says-so", test_a_misspelling_is_no_revision_unless_one_says_so);
  g_test_add_func ("/template-versions/versions-say-what-is-new", test_versions_say_what_is_new);
  g_test_add_func ("/template-versions/the-number-at-the-end-counts", test_the_number_at_the_end_counts);
  g_test_add_func ("/template-versions/audits-are-compared-over-what-both-ask", test_audits_are_compared_over_what_both_ask);
  g_test_add_func ("/template-versions/questions-of-an-audit-stay", test_questions_of_an_audit_stay);
  g_test_add_func ("/template-versions/one-begins-with-the-newest", test_one_begins_with_the_newest);
  g_test_add_func ("/template-versions/a-changed-file-is-a-new-version", test_a_changed_file_is_a_new_version);

  return g_test_run ();
}
