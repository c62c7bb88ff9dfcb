/* shots-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "audit-shots.h"
#include "shots.h"
#include "tambour-audit.h"
#include "tambour-kinds.h"
#include "tambour-pack-page.h"
#include "tambour-test-ui.h"

/* Every page of the window, and how one comes to it. */

#define ACCOUNT "name = \"Saint Orla Hospitals\""

char *
shots_dup_id (Shots      *shots,
              GType       type,
              const char *expression)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  tambour_query_limit (query, 1, 0);
  if (!tambour_query_parse (query, expression, &error) || !(found = tambour_store_list (shots->store, query, NULL, &error)))
    g_error ("%s: %s", expression, error->message);
  if (found->len == 0)
    g_error ("the demonstration has no %s", expression);

  return g_strdup (tambour_record_get_id (g_ptr_array_index (found, 0)));
}

/* The account that most pages are of. */
char *
shots_dup_account (Shots *shots)
{
  return shots_dup_id (shots, TAMBOUR_TYPE_ACCOUNT, ACCOUNT);
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

void
shots_wait_dialog (Shots *shots)
{
  tambour_test_wait (has_dialog, shots->window);
  tambour_test_settle ();
}

void
shots_open_section (Shots      *shots,
                    const char *section)
{
  g_autofree char *id = shots_dup_account (shots);

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-section", "(ss)", id, section);
}

/* @what: a kind, a space, and which record of it */
void
shots_open_record (Shots      *shots,
                   const char *what)
{
  g_auto(GStrv) words = g_strsplit (what, " ", 2);
  TambourRecordClass *klass = tambour_kinds_find (words[0]);
  g_autofree char *id = shots_dup_id (shots, G_TYPE_FROM_CLASS (klass), words[1]);

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-record", "(ss)", klass->kind, id);
}

/* Another list of a place. */
static void
toggle (Shots      *shots,
        const char *name)
{
  tambour_test_settle ();
  adw_toggle_group_set_active_name (tambour_test_find (tambour_window_get_page (shots->window), ADW_TYPE_TOGGLE_GROUP, NULL), name);
}

static void
show_place (Shots      *shots,
            const char *place)
{
  tambour_window_go_place (shots->window, place);
}

/* An action that needs to be told nothing. */
static void
show_action (Shots      *shots,
             const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), action, NULL);
}

/* @what: a place, a space, and which of its lists */
static void
show_toggled (Shots      *shots,
              const char *what)
{
  g_auto(GStrv) words = g_strsplit (what, " ", 2);

  show_place (shots, words[0]);
  toggle (shots, words[1]);
}

/* The audit of the picture: all but three checks are answered. */
static void
show_audit (Shots      *shots,
            const char *what)
{
  g_autofree char *account = shots_dup_account (shots);
  g_autofree char *checklist = shots_dup_id (shots, TAMBOUR_TYPE_AUDIT_TEMPLATE, "name = Architecture");
  g_autofree char *id = audit_shots_begin (shots->store, tambour_portfolio_now (shots->portfolio), account, checklist);

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-record", "(ss)", "audit", id);
}

static void
show_usage (Shots      *shots,
            const char *what)
{
  g_autofree char *id = shots_dup_account (shots);

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-usage", "s", id);
  tambour_test_wait_text (shots->window, _("turn into action"));
}

/* Figures that are counted come later than the table. */
static void
show_reports (Shots      *shots,
              const char *what)
{
  show_place (shots, "reports");
  tambour_test_wait_text (shots->window, _("first answers in target"));
  tambour_test_wait_no_text (shots->window, _("is being counted"));
}

/* As on a telephone: what there is of an account comes from below. */
static void
show_sections (Shots      *shots,
               const char *what)
{
  AdwBottomSheet *sheet;

  shots_open_section (shots, "overview");
  tambour_test_settle ();
  sheet = tambour_test_find (shots->window, ADW_TYPE_BOTTOM_SHEET, NULL);
  if (adw_bottom_sheet_get_reveal_bottom_bar (sheet))
    adw_bottom_sheet_set_open (sheet, TRUE);
}

static void
show_list (Shots      *shots,
           const char *what)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-list", "(sss)", "case", "", "");
}

static void
show_plain (Shots      *shots,
            const char *what)
{
  g_autofree char *id = shots_dup_id (shots, TAMBOUR_TYPE_CASE, "number = 4117");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.show-fields", "(ss)", "case", id);
}

static void
show_reading (Shots      *shots,
              const char *what)
{
  shots_open_section (shots, "knowledge");
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.edit", NULL);
}

static void
show_pack (Shots      *shots,
           const char *what)
{
  g_autofree char *id = shots_dup_account (shots);

  tambour_window_push (shots->window, TAMBOUR_PAGE (tambour_pack_page_new (shots->portfolio, id)));
}

/* A page that is built is a line here. */
const ShotsPage shots_pages[] = {
  { "today", show_place, "today" },
  { "sidebar", show_action, "win.back" },
  { "account-overview", shots_open_section, "overview" },
  { "account-sections", show_sections, NULL },
  { "account-people", shots_open_section, "people" },
  { "account-cases", shots_open_section, "cases" },
  { "account-calls", shots_open_section, "calls" },
  { "account-roadmap", shots_open_section, "roadmap" },
  { "audit", show_audit, NULL },
  { "account-audits", shots_open_section, "audits" },
  { "account-usage", show_usage, NULL },
  { "account-review", shots_open_section, "review" },
  { "review-builder", shots_show_review, "service" },
  { "review-narrative", shots_show_review, "narrative" },
  { "review-checks", shots_show_review, "checks" },
  { "review-report", shots_show_review, "report" },
  { "account-enablement", shots_open_section, "enablement" },
  { "account-timeline", shots_open_section, "timeline" },
  { "account-records", shots_open_section, "records" },
  { "account-pack", show_pack, NULL },
  { "list", show_list, NULL },
  { "cases", show_place, "cases" },
  { "requests", show_place, "requests" },
  { "requests-champion", show_toggled, "requests champion" },
  { "request", shots_open_record, "feature_request title = \"Per-site block pages\"" },
  { "case", shots_open_record, "case number = 4117" },
  { "case-hand-over", shots_show_hand_over, NULL },
  { "escalations", show_toggled, "cases escalated" },
  { "change-postpone", shots_show_postpone, NULL },
  { "library", show_place, "library" },
  { "library-item", shots_open_record, "library_item title = \"Failover tests that people dare to run\"" },
  { "library-share", shots_show_library_share, NULL },
  { "programmes", show_toggled, "library programmes" },
  { "reports", show_reports, NULL },
  { "programme", shots_open_record, "programme title = \"Policy from directory groups\"" },
  { "knowledge", shots_open_section, "knowledge" },
  { "knowledge-read", show_reading, NULL },
  { "note", shots_open_record, "infra_note title = \"Clinic forwarders\"" },
  { "contact", shots_open_record, "contact name = \"Marcus Feld\"" },
  { "known-issues", show_action, "win.open-known-issues" },
  { "known-issue", shots_open_record, "known_issue title ~ KI-88" },
  { "match-issues", shots_show_match_issues, NULL },
  { "checklist", shots_open_record, "audit_template name = Architecture" },
  { "safeguard", shots_show_safeguard, NULL },
  { "actions", show_action, "win.open-actions" },
  { "action-withdraw", shots_show_withdraw, NULL },
  { "commitment", shots_open_record, "commitment status = open" },
  { "record", show_plain, NULL },
  { "record-form", shots_show_form, NULL },
  { "search", shots_show_search, NULL },
  { "log-call", shots_show_call, NULL },
  { "prep-sheet", shots_show_prep_sheet, NULL },
  { "conflict", shots_show_conflict, NULL },
  { "conflict-another", shots_show_conflict, "another" },
  { "join-team", shots_show_join, NULL },
  { "join-team-certificates", shots_show_join, "certificates" },
  { "team-settings", shots_show_team, NULL },
  { "sync-synced", shots_show_sync, "synced" },
  { "sync-refused", shots_show_sync, "refused" },
  { "sync-failed", shots_show_sync, "failed" },
  { "sync-offline", shots_show_sync, "offline" },
  { "offline", shots_show_offline, NULL },
  { "refused", shots_show_refused, NULL },
  { "sync-details", shots_show_sync_details, "synced" },
  { "sync-details-receiving", shots_show_sync_details, "receiving" },
  { "sync-details-refused", shots_show_refused, "refused" },
  { "sync-details-failed", shots_show_sync_details, "failed" },
  { "first-run", shots_show_first_run, NULL },
  { "error-damaged", shots_show_trouble, "damaged" },
  { "error-busy", shots_show_trouble, "busy" },
  { "error-newer", shots_show_trouble, "newer" },
  { "error-not-a-portfolio", shots_show_trouble, "not-a-portfolio" },
  { "error-read-only", shots_show_trouble, "unwritable" },
  { "connectors", shots_show_connectors, NULL },
  { "connector", shots_show_connector, NULL },
  { "map-editor", shots_show_connector, "map" },
  { "inbox", shots_show_inbox, NULL },
  { NULL, NULL, NULL },
};
