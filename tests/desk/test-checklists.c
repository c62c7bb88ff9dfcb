/* test-checklists.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-audit-file.h"
#include "tambour-audit-moves.h"
#include "tambour-imports.h"

static guint64
import (DeskPortfolio *self,
        const char    *name)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_TEMPLATE_ITEM);
  g_autofree char *path = g_build_filename (g_getenv ("TAMBOUR_SHARED"), "data", "checklists", name, NULL);
  g_autofree char *map = g_build_filename (g_getenv ("TAMBOUR_DATA_DIR"), "maps", "review-checklist.json", NULL);
  const TambourImportOrder order = { .klass = klass, .path = path, .map = map, .author = "Mira" };
  TambourImportCounts counts;
  g_autoptr(GError) error = NULL;

  tambour_imports_run (self->store, &order, &counts, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.rejected, ==, 0);

  return counts.created;
}

static gint64
count (DeskPortfolio *self,
       GType          type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;
  gint64 n = tambour_store_count (self->store, query, &error);

  g_assert_no_error (error);

  return n;
}

static TambourTemplateItem *
find_item (DeskPortfolio *self,
           const char    *key)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_TEMPLATE_ITEM);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;

  g_assert_true (tambour_query_where (query, "item_key", TAMBOUR_IS, key, &error));
  found = tambour_store_list (self->store, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (g_ptr_array_index (found, 0));
}

static TambourInstant
get_now (void)
{
  TambourInstant now;

  g_assert_true (tambour_instant_parse ("2026-11-23T17:12:00Z", &now));

  return now;
}

static char *
begin (DeskPortfolio *self,
       const char    *checklist)
{
  g_autofree char *id = tambour_id_new ();
  g_autoptr(TambourAuditMove) move = tambour_audit_move_new (TAMBOUR_AUDIT_MOVE_BEGIN, id, "Mira");
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Begin audit");
  g_autoptr(GError) error = NULL;

  move->of = g_strdup (checklist);
  move->account_id = g_strdup (TAMBOUR_RECORD (self->account)->id);
  tambour_audit_move_fill (move, self->store, get_now (), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (self->store, change, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&id);
}

static void
test_checklists (void)
{
  g_autoptr(DeskPortfolio) self = desk_portfolio_new ();
  g_autoptr(TambourTemplateItem) item = NULL;
  g_autoptr(TambourTemplateItem) told = NULL;
  g_autoptr(TambourTemplateItem) shown = NULL;
  g_autoptr(TambourAuditFile) file = NULL;
  g_autofree char *audit = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (import (self, "alz_checklist.en.json"), ==, 243);
  g_assert_cmpuint (import (self, "dns_checklist.en.json"), ==, 7);
  g_assert_cmpuint (import (self, "security_checklist.en.json"), ==, 157);
  g_assert_cmpint (count (self, TAMBOUR_TYPE_TEMPLATE_ITEM), ==, 407);
  g_assert_cmpint (count (self, TAMBOUR_TYPE_AUDIT_TEMPLATE), ==, 3);

  item = find_item (self, "70c15989-c726-42c7-b0d3-24b7375b9201");
  g_assert_cmpstr (item->section, ==, "Azure Billing and Microsoft Entra ID Tenants / Microsoft Entra ID Tenants");
  g_assert_cmpuint (item->severity, ==, TAMBOUR_SEVERITY_MEDIUM);
  g_assert_true (g_str_has_prefix (item->text, "Use one Entra tenant"));
  g_assert_true (g_str_has_prefix (item->link, "https://learn.microsoft.com/"));
  g_assert_cmpint (item->position, ==, 1);

  /* Of some it is said why, and what would show it. */
  told = find_item (self, "cacf55bc-e4e4-46be-96bc-57a5f23a269a");
  g_assert_true (g_str_has_prefix (told->why, "Consider using the A"));
  shown = find_item (self, "4348bf81-7573-4512-8f46-9061cc198fea");
  g_assert_nonnull (shown->evidence_hint);

  /* It is one that an audit can go by, in its order; and once is enough. */
  audit = begin (self, item->template_id.id);
  file = tambour_audit_file_load (self->store, audit, get_now (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (file->checklist->name, ==, "Azure Landing Zone Review");
  g_assert_cmpuint (file->checks->len, ==, 243);
  g_assert_cmpuint (file->parts->len, ==, 38);
  g_assert_cmpuint (import (self, "dns_checklist.en.json"), ==, 0);
  g_assert_cmpint (count (self, TAMBOUR_TYPE_TEMPLATE_ITEM), ==, 407);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checklists/those-of-a-review-come-in-whole", test_checklists);

  return g_test_run ();
}
