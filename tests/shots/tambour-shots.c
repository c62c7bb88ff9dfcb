/* tambour-shots.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: tambour-shots PORTFOLIO FOLDER VARIANT [PAGE...]
 *
 * Writes a PNG of every page, or of those that are named, into FOLDER, as PAGE-VARIANT.png. The variant says
 * how the window is: light, dark, contrast, narrow, german, rtl or large. What a
 * variant needs of the environment (locale, colour scheme) is set by the script.
 */

#include <locale.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "audit-shots.h"
#include "tambour-account-page.h"
#include "tambour-action-moves.h"
#include "tambour-attendees.h"
#include "tambour-audit.h"
#include "tambour-case-moves.h"
#include "tambour-demo.h"
#include "tambour-environment.h"
#include "tambour-exposure-moves.h"
#include "tambour-kinds.h"
#include "tambour-library-moves.h"
#include "tambour-pack-page.h"
#include "tambour-roadmap.h"
#include "tambour-service-moves.h"
#include "tambour-start-page.h"
#include "tambour-starter.h"
#include "tambour-test-ui.h"
#include "tambour-trouble-page.h"
#include "tambour-ui.h"

typedef struct
{
  TambourStore      *store;
  TambourPortfolios *portfolios;
  TambourPortfolio  *portfolio;
  TambourWindow     *window;
  const char        *folder;
  const char        *variant;
} Shots;

/**
 * Page:
 * @name: of the picture
 * @show: brings it onto the screen
 */
typedef struct
{
  const char *name;
  void      (*show) (Shots *shots);
} Page;

static char *
dup_id (Shots      *shots,
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

static void
show_today (Shots *shots)
{
  tambour_window_go_place (shots->window, "today");
}

static void
show_section (Shots      *shots,
              const char *section)
{
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  tambour_window_open_account (shots->window, id);
  tambour_account_page_show_section (TAMBOUR_ACCOUNT_PAGE (tambour_window_get_page (shots->window)), section);
}

static void
show_overview (Shots *shots)
{
  show_section (shots, "overview");
}

static void
show_people (Shots *shots)
{
  show_section (shots, "people");
}

static void
show_calls (Shots *shots)
{
  show_section (shots, "calls");
}

static void
show_service (Shots *shots)
{
  show_section (shots, "cases");
}

static void
show_roadmap (Shots *shots)
{
  show_section (shots, "roadmap");
}

static void
show_review (Shots *shots)
{
  show_section (shots, "review");
}

static void
show_audits (Shots *shots)
{
  show_section (shots, "audits");
}

/* The audit of the picture: all but three checks are answered. */
static void
show_audit (Shots *shots)
{
  g_autofree char *account = dup_id (shots, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  g_autofree char *checklist = dup_id (shots, TAMBOUR_TYPE_AUDIT_TEMPLATE, "name = Architecture");
  g_autofree char *id = audit_shots_begin (shots->store, tambour_portfolio_now (shots->portfolio), account, checklist);

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-record", "(ss)", "audit", id);
}

static void
show_timeline (Shots *shots)
{
  show_section (shots, "timeline");
}

static void
show_usage (Shots *shots)
{
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-usage", "s", id);
  tambour_test_wait_text (shots->window, "turn into action");
}

static void
show_records (Shots *shots)
{
  show_section (shots, "records");
}

/* As on a telephone: what there is of an account comes from below. */
static void
show_sections (Shots *shots)
{
  AdwBottomSheet *sheet;

  show_overview (shots);
  tambour_test_settle ();
  sheet = tambour_test_find (shots->window, ADW_TYPE_BOTTOM_SHEET, NULL);
  if (adw_bottom_sheet_get_reveal_bottom_bar (sheet))
    adw_bottom_sheet_set_open (sheet, TRUE);
}

static void
show_list (Shots *shots)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-list", "(sss)", "case", "", "");
}

static void
show_record (Shots      *shots,
             GType       type,
             const char *expression)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);
  g_autofree char *id = dup_id (shots, type, expression);

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-record", "(ss)", klass->kind, id);
}

static void
show_case (Shots *shots)
{
  show_record (shots, TAMBOUR_TYPE_CASE, "number = 4117");
}

static void
show_contact (Shots *shots)
{
  show_record (shots, TAMBOUR_TYPE_CONTACT, "name = \"Marcus Feld\"");
}

static void
show_cases (Shots *shots)
{
  tambour_window_go_place (shots->window, "cases");
}

static void
show_requests (Shots *shots)
{
  tambour_window_go_place (shots->window, "requests");
}

static void
show_champion (Shots *shots)
{
  show_requests (shots);
  tambour_test_settle ();
  adw_toggle_group_set_active_name (tambour_test_find (tambour_window_get_page (shots->window), ADW_TYPE_TOGGLE_GROUP, NULL), "champion");
}

static void
show_request (Shots *shots)
{
  show_record (shots, TAMBOUR_TYPE_FEATURE_REQUEST, "title = \"Per-site block pages\"");
}

static void
show_escalations (Shots *shots)
{
  show_cases (shots);
  tambour_test_settle ();
  adw_toggle_group_set_active_name (tambour_test_find (shots->window, ADW_TYPE_TOGGLE_GROUP, NULL), "escalated");
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static void
show_postpone (Shots *shots)
{
  g_autofree char *account = dup_id (shots, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_PLANNED_CHANGE, "title = \"New certificate on the block page\"");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.ask-service", "(uss)", (guint) TAMBOUR_SERVICE_MOVE_POSTPONE, id, account);
  tambour_test_wait (has_dialog, shots->window);
}

static void
show_plain (Shots *shots)
{
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_CASE, "number = 4117");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.show-fields", "(ss)", "case", id);
}

static void
show_hand_over (Shots *shots)
{
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_CASE, "number = 4117");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.move-case", "(su)", id, TAMBOUR_CASE_MOVE_HAND_OVER);
  tambour_test_wait (has_dialog, shots->window);
}

static void
show_enablement (Shots *shots)
{
  show_section (shots, "enablement");
}

static void
show_library (Shots *shots)
{
  tambour_window_go_place (shots->window, "library");
}

static void
show_programmes (Shots *shots)
{
  show_library (shots);
  tambour_test_settle ();
  adw_toggle_group_set_active_name (tambour_test_find (tambour_window_get_page (shots->window), ADW_TYPE_TOGGLE_GROUP, NULL), "programmes");
}

static void
show_library_item (Shots *shots)
{
  show_record (shots, TAMBOUR_TYPE_LIBRARY_ITEM, "title = \"Failover tests that people dare to run\"");
}

static void
show_programme (Shots *shots)
{
  show_record (shots, TAMBOUR_TYPE_PROGRAMME, "title = \"Policy from directory groups\"");
}

/* What is shared with whom, from the page of an account. */
static void
show_library_share (Shots *shots)
{
  g_autofree char *account = dup_id (shots, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  g_autofree char *item = dup_id (shots, TAMBOUR_TYPE_LIBRARY_ITEM, "title = \"Guest networks of clinics\"");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.ask-library", "(uss)", TAMBOUR_LIBRARY_MOVE_SHARE, item, account);
  tambour_test_wait (has_dialog, shots->window);
}

static void
show_knowledge (Shots *shots)
{
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-section", "(ss)", id, "knowledge");
}

static void
show_reading (Shots *shots)
{
  show_knowledge (shots);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.edit", NULL);
}

static void
show_note (Shots *shots)
{
  show_record (shots, TAMBOUR_TYPE_INFRA_NOTE, "title = \"Clinic forwarders\"");
}

static void
show_actions (Shots *shots)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-actions", NULL);
}

static void
show_known_issues (Shots *shots)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-known-issues", NULL);
}

static void
show_known_issue (Shots *shots)
{
  show_record (shots, TAMBOUR_TYPE_KNOWN_ISSUE, "title ~ KI-88");
}

static void
show_checklist (Shots *shots)
{
  show_record (shots, TAMBOUR_TYPE_AUDIT_TEMPLATE, "name = Architecture");
}

static void
show_match_issues (Shots *shots)
{
  show_known_issues (shots);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (tambour_window_get_page (shots->window)), "issues.match", NULL);
  tambour_test_wait (has_dialog, shots->window);
}

static void
show_safeguard (Shots *shots)
{
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_EXPOSURE, "state = exposed");

  show_known_issue (shots);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.ask-step", "(ssu)", "exposure", id, TAMBOUR_EXPOSURE_MOVE_MITIGATE);
  tambour_test_wait (has_dialog, shots->window);
}

static void
show_withdraw (Shots *shots)
{
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_COMMITMENT, "status = open");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.ask-step", "(ssu)", "commitment", id, TAMBOUR_ACTION_MOVE_WITHDRAW);
  tambour_test_wait (has_dialog, shots->window);
}

static void
show_commitment (Shots *shots)
{
  show_record (shots, TAMBOUR_TYPE_COMMITMENT, "status = open");
}

static void
show_form (Shots *shots)
{
  show_case (shots);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.edit", NULL);
}

static void
show_pack (Shots *shots)
{
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  tambour_window_push (shots->window, TAMBOUR_PAGE (tambour_pack_page_new (shots->portfolio, id)));
}

static void
show_search (Shots *shots)
{
  AdwDialog *dialog;

  if (!gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL))
    return;

  tambour_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  gtk_editable_set_text (tambour_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "orla");
}

/* The call of the picture; what is typed is what somebody types in any language. */
static void
show_call (Shots *shots)
{
  static const char * const attendees[] = { "ruth", "marcus", "priya", "dora", NULL };
  AdwDialog *dialog;

  show_overview (shots);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.log-call", NULL);
  tambour_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  tambour_attendees_set_typed (tambour_test_find (dialog, TAMBOUR_TYPE_ATTENDEES, NULL), attendees);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (tambour_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL)),
                            "Ruth opened with the renewal: signed, same scope.\n\n"
                            "- [ ] Send query volume by hospital @me !fri\n"
                            "- [ ] Open the change for Birch Street @marcus !2026-12-04\n"
                            "? Alert when a forwarder goes silent\n"
                            "#4117 stays open until 4.2; tablets off the pair\n"
                            "Guest Wi-Fi moves to 15 Jan because of the freeze.\n"
                            "- [ ] Name a second approver @dora !tue\n"
                            "goal \"Guest Wi-Fi on its own policy\" due 2027-01-15",
                            -1);
  tambour_test_wait_text (dialog, "#4117 Clinic appliance restarts nightly");
}

/* The next call of the day, with the keyboard on its first point. */
static void
show_prep_sheet (Shots *shots)
{
  g_autofree char *id = dup_id (shots, TAMBOUR_TYPE_ACCOUNT, "name = \"Ellery & Marsh Bank\"");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.prep-sheet", "(ss)", id, "");
  tambour_test_wait_text (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window)), _("Who Joins"));
}

static void
show_sidebar (Shots *shots)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.back", NULL);
}

/* What stands in the window where there is no portfolio. */
static void
show_first_run (Shots *shots)
{
  const char * const recent[] = { NULL };

  tambour_window_show_start (shots->window, tambour_start_page_new (recent));
}

static void
show_trouble (Shots              *shots,
              TambourTroubleKind  kind)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new ();
  const TambourTrouble trouble = {
    .kind = kind,
    .path = (char *) "Documents/portfolio.tambour",
    .reason = (char *) "The file cannot be read.",
    .format = 9,
    .known_format = 1,
    .holder = (char *) "rsync",
    .holder_pid = 4117,
    .backups = backups,
  };

  tambour_window_show_start (shots->window, tambour_trouble_page_new (&trouble, FALSE));
}

static void
show_damaged (Shots *shots)
{
  show_trouble (shots, TAMBOUR_TROUBLE_DAMAGED);
}

static void
show_busy (Shots *shots)
{
  show_trouble (shots, TAMBOUR_TROUBLE_BUSY);
}

static void
show_newer (Shots *shots)
{
  show_trouble (shots, TAMBOUR_TROUBLE_NEWER);
}

static void
show_not_a_portfolio (Shots *shots)
{
  show_trouble (shots, TAMBOUR_TROUBLE_NOT_A_PORTFOLIO);
}

static void
show_unwritable (Shots *shots)
{
  show_trouble (shots, TAMBOUR_TROUBLE_UNWRITABLE);
}

/* A page that is built is a line here. */
static const Page pages[] = {
  { "today", show_today },
  { "sidebar", show_sidebar },
  { "account-overview", show_overview },
  { "account-sections", show_sections },
  { "account-people", show_people },
  { "account-cases", show_service },
  { "account-calls", show_calls },
  { "account-roadmap", show_roadmap },
  { "audit", show_audit },
  { "account-audits", show_audits },
  { "account-usage", show_usage },
  { "account-review", show_review },
  { "account-enablement", show_enablement },
  { "account-timeline", show_timeline },
  { "account-records", show_records },
  { "account-pack", show_pack },
  { "list", show_list },
  { "cases", show_cases },
  { "requests", show_requests },
  { "requests-champion", show_champion },
  { "request", show_request },
  { "case", show_case },
  { "case-hand-over", show_hand_over },
  { "escalations", show_escalations },
  { "change-postpone", show_postpone },
  { "library", show_library },
  { "library-item", show_library_item },
  { "library-share", show_library_share },
  { "programmes", show_programmes },
  { "programme", show_programme },
  { "knowledge", show_knowledge },
  { "knowledge-read", show_reading },
  { "note", show_note },
  { "contact", show_contact },
  { "known-issues", show_known_issues },
  { "known-issue", show_known_issue },
  { "match-issues", show_match_issues },
  { "checklist", show_checklist },
  { "safeguard", show_safeguard },
  { "actions", show_actions },
  { "action-withdraw", show_withdraw },
  { "commitment", show_commitment },
  { "record", show_plain },
  { "record-form", show_form },
  { "search", show_search },
  { "log-call", show_call },
  { "prep-sheet", show_prep_sheet },
  { "first-run", show_first_run },
  { "error-damaged", show_damaged },
  { "error-busy", show_busy },
  { "error-newer", show_newer },
  { "error-not-a-portfolio", show_not_a_portfolio },
  { "error-read-only", show_unwritable },
};

static gboolean
is_variant (Shots      *shots,
            const char *name)
{
  return g_str_equal (shots->variant, name);
}

/* What the person’s own desktop would say. */
static void
set_up_desktop (Shots *shots)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings,
                "gtk-decoration-layout", is_variant (shots, "narrow") ? ":close" : ":minimize,maximize,close",
                "gtk-xft-dpi", (is_variant (shots, "large") ? 192 : 96) * 1024,
                NULL);
  if (is_variant (shots, "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

static void
open_portfolio (Shots      *shots,
                const char *path)
{
  g_autoptr(GError) error = NULL;
  TambourInstant now;

  if (!tambour_instant_parse (TAMBOUR_DEMO_AS_OF, &now))
    g_assert_not_reached ();

  shots->store = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);
  if (shots->store == NULL)
    g_error ("%s", error->message);

  shots->portfolio = tambour_portfolio_new (shots->store);
  tambour_portfolio_set_now (shots->portfolio, now);

  /* Every window opens it, and closes it. */
  shots->portfolios = tambour_portfolios_new ();
  tambour_portfolios_hold (shots->portfolios, shots->portfolio);
}

static void
open_window (Shots *shots)
{
  gboolean is_narrow = is_variant (shots, "narrow");

  TambourStarter *starter = tambour_starter_new (NULL, shots->portfolios);

  shots->window = tambour_starter_get_window (starter);
  gtk_window_set_default_size (GTK_WINDOW (shots->window), is_narrow ? 360 : 1280, is_narrow ? 720 : 820);
  tambour_starter_share (starter, shots->portfolio);
  gtk_window_present (GTK_WINDOW (shots->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shots->window));
}

/* Every page has a window of its own: nothing is left over from the one before. */
static void
take (Shots      *shots,
      const Page *page)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", page->name, shots->variant);

  open_window (shots);
  page->show (shots);
  tambour_test_picture (shots->window, name);
  printf ("%s/%s.png\n", shots->folder, name);
  fflush (stdout);
  gtk_window_destroy (GTK_WINDOW (shots->window));
  tambour_test_settle ();
}

static void
set_up_language (void)
{
  const char *folder = g_getenv ("TAMBOUR_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Without names, all. */
static gboolean
is_wanted (const Page         *page,
           const char * const *names)
{
  return *names == NULL || g_strv_contains (names, page->name);
}

int
main (int    argc,
      char **argv)
{
  Shots shots = { 0 };
  const char *portfolio;

  if (argc < 4)
    {
      fputs ("usage: tambour-shots PORTFOLIO FOLDER VARIANT [PAGE...]\n", stderr);
      return 2;
    }

  portfolio = argv[1];
  shots.folder = argv[2];
  shots.variant = argv[3];
  g_setenv ("TAMBOUR_PICTURES", shots.folder, TRUE);
  set_up_language ();
  tambour_test_ui_init (&argc, &argv);
  set_up_desktop (&shots);
  open_portfolio (&shots, portfolio);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (is_wanted (&pages[i], (const char * const *) argv + 4))
      take (&shots, &pages[i]);

  tambour_portfolios_release (shots.portfolios, shots.portfolio);
  g_clear_object (&shots.portfolios);
  g_clear_object (&shots.portfolio);
  g_clear_object (&shots.store);

  return 0;
}
