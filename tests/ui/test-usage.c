/* test-usage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-account-page.h"
#include "tambour-engagement.h"
#include "tambour-insight-row.h"
#include "tambour-insights.h"
#include "tambour-line-chart.h"
#include "tambour-metric-row.h"
#include "tambour-usage-card.h"
#include "tambour-usage-page.h"

#define ACCOUNT "Saint Orla Hospitals"
#define CHANGED "Timed-out lookups rose from about"

static GtkWidget *
get_page (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_USAGE_PAGE, NULL);
}

/* Returns: (nullable): a label whose text begins so */
static GtkWidget *
find_begin (GtkWidget  *widget,
            const char *begin)
{
  if (widget == NULL || !gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), begin))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_begin (child, begin);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  TambourTestUi *ui;
  const char    *begin;
  gboolean       is_there;
} Awaited;

static gboolean
is_as_awaited (gpointer data)
{
  Awaited *awaited = data;

  return (find_begin (get_page (awaited->ui), awaited->begin) != NULL) == awaited->is_there;
}

static void
wait_begin (TambourTestUi *ui,
            const char    *begin,
            gboolean       is_there)
{
  Awaited awaited = { ui, begin, is_there };

  tambour_test_wait (is_as_awaited, &awaited);
}

static TambourLineChart *
get_chart (TambourTestUi *ui)
{
  return TAMBOUR_LINE_CHART (tambour_test_find (get_page (ui), TAMBOUR_TYPE_LINE_CHART, NULL));
}

static TambourTestUi *
open_page (int width,
           int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ACCOUNT "\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-usage", "s", account->id);
  wait_begin (ui, CHANGED, TRUE);
  tambour_test_settle ();

  return ui;
}

static GtkWidget *
find_proposal (TambourTestUi *ui)
{
  GtkWidget *label = find_begin (get_page (ui), CHANGED);

  return label ? gtk_widget_get_ancestor (label, TAMBOUR_TYPE_INSIGHT_ROW) : NULL;
}

static void
choose_metric (TambourTestUi *ui,
               const char    *title)
{
  GtkWidget *label = tambour_test_find (get_page (ui), GTK_TYPE_LABEL, title);
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_ancestor (label, TAMBOUR_TYPE_METRIC_ROW));

  g_assert_true (gtk_widget_grab_focus (row));
  tambour_test_press (ui->window, "space");
  tambour_test_settle ();
}

static gboolean
reads_out (TambourTestUi *ui,
           const char    *text)
{
  const char *readout = tambour_line_chart_get_readout (get_chart (ui));

  return readout != NULL && strstr (readout, text) != NULL;
}

/* --- what it shows ------------------------------------------------------------- */

static void
test_the_metrics_of_an_account (void)
{
  g_autoptr(TambourTestUi) ui = open_page (1280, 820);
  GtkWidget *page = get_page (ui);

  tambour_test_pictures (ui->window, "usage");
  g_assert_true (tambour_test_shows (page, ACCOUNT));
  g_assert_true (tambour_test_shows (page, "Lookups per day"));
  g_assert_true (tambour_test_shows (page, "Protected users"));
  g_assert_true (tambour_test_shows (page, "New Insights"));
  tambour_test_assert_named (page);
}

static void
test_it_is_opened_from_the_overview (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ACCOUNT "\"");
  GtkWidget *card, *button;

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "overview");
  tambour_test_wait_text (ui->window, "Lookups per Day");
  card = tambour_test_find (ui->window, TAMBOUR_TYPE_USAGE_CARD, NULL);
  button = tambour_test_find (card, GTK_TYPE_BUTTON, NULL);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_begin (ui, CHANGED, TRUE);
  g_assert_cmpstr (tambour_usage_page_get_account (TAMBOUR_USAGE_PAGE (get_page (ui))), ==, account->id);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-usage", "s", account->id);
  tambour_test_settle ();
  g_assert_cmpuint (tambour_test_count (ui->window, TAMBOUR_TYPE_USAGE_PAGE), ==, 1);
}

static void
test_another_metric_is_chosen_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_page (1280, 820);

  choose_metric (ui, "Newly infected devices");
  g_assert_nonnull (find_begin (get_page (ui), "devices · "));
}

/* The arrow keys read one day after the other, Home and End the first and the last. */
static void
test_days_are_read_out (void)
{
  g_autoptr(TambourTestUi) ui = open_page (1280, 820);
  TambourLineChart *chart = get_chart (ui);
  guint32 last;

  choose_metric (ui, "Timed-out lookups");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (chart)));
  tambour_test_press (ui->window, "Right");
  last = tambour_line_chart_get_day (chart).julian;
  g_assert_cmpuint (last, ==, tambour_date_new (2026, 11, 22).julian);
  g_assert_true (reads_out (ui, "22 Nov"));
  g_assert_true (reads_out (ui, "lookups"));

  tambour_test_press (ui->window, "Left");
  g_assert_cmpuint (tambour_line_chart_get_day (chart).julian, ==, last - 1);
  tambour_test_press (ui->window, "Page_Up");
  g_assert_cmpuint (tambour_line_chart_get_day (chart).julian, ==, last - 29);
  tambour_test_press (ui->window, "Home");
  g_assert_cmpuint (tambour_line_chart_get_day (chart).julian, ==, last - 364);
  tambour_test_press (ui->window, "Left");
  g_assert_cmpuint (tambour_line_chart_get_day (chart).julian, ==, last - 364);
  tambour_test_press (ui->window, "Escape");
  g_assert_null (tambour_line_chart_get_readout (chart));
}

/* --- insights --------------------------------------------------------------------- */

static void
test_a_proposal_is_accepted (void)
{
  g_autoptr(TambourTestUi) ui = open_page (1280, 820);
  const char *raised = "metric = timeouts and state = raised";

  g_assert_true (gtk_widget_grab_focus (find_proposal (ui)));
  tambour_test_settle ();
  tambour_test_press (ui->window, "a");
  tambour_test_wait_text (ui->window, "The insight is recorded");
  wait_begin (ui, "Raised on 23 Nov", TRUE);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_INSIGHT, raised), ==, 1);

  tambour_test_press (ui->window, "<Control>z");
  wait_begin (ui, "Raised on 23 Nov", FALSE);
  wait_begin (ui, CHANGED, TRUE);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_INSIGHT, raised), ==, 0);
}

static void
test_a_proposal_is_dismissed (void)
{
  g_autoptr(TambourTestUi) ui = open_page (1280, 820);

  g_assert_true (gtk_widget_grab_focus (find_proposal (ui)));
  tambour_test_settle ();
  tambour_test_press (ui->window, "d");
  tambour_test_wait_text (get_page (ui), "1 dismissed");
  wait_begin (ui, CHANGED, FALSE);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_INSIGHT, "metric = timeouts and state = dismissed"), ==, 1);
}

static void
test_a_proposal_becomes_an_action (void)
{
  g_autoptr(TambourTestUi) ui = open_page (1280, 820);
  g_autoptr(TambourRecord) insight = NULL;
  g_autofree char *expression = NULL;

  g_assert_true (gtk_widget_grab_focus (find_proposal (ui)));
  tambour_test_settle ();
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "The insight and its action are recorded");
  insight = record_fixture_find (ui, TAMBOUR_TYPE_INSIGHT, "metric = timeouts");
  expression = g_strdup_printf ("insight_id = %s", insight->id);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, expression), ==, 1);

  tambour_test_press (ui->window, "<Control>z");
  wait_begin (ui, CHANGED, TRUE);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, expression), ==, 0);
}

/* --- settings ------------------------------------------------------------------------ */

/* What the account says of a metric is edited; of one that it says nothing of, begun. */
static void
test_a_metric_is_described (void)
{
  g_autoptr(TambourTestUi) ui = open_page (1280, 820);

  choose_metric (ui, "Protected users");
  gtk_widget_activate_action (get_page (ui), "usage.settings", NULL);
  tambour_test_wait_text (ui->window, "Save");
  record_fixture_type (ui, "target", "100");
  record_fixture_save (ui);
  record_fixture_wait_gone (ui);
  wait_begin (ui, "users · ", TRUE);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (find_begin (get_page (ui), "users · "))), "Target: at least 100"));
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_METRIC, "code = users_protected and target = 100"), ==, 1);

  choose_metric (ui, "Lookups per day");
  gtk_widget_activate_action (get_page (ui), "usage.settings", NULL);
  tambour_test_wait_text (ui->window, "Save");
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "code"), ==, "requests");
}

/* --- little room ----------------------------------------------------------------------- */

static void
test_there_is_room_on_a_telephone (void)
{
  g_autoptr(TambourTestUi) ui = open_page (360, 720);

  tambour_test_pictures (ui->window, "usage-narrow");
  g_assert_nonnull (find_begin (get_page (ui), CHANGED));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_chart (ui))));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/usage/the-metrics-of-an-account", test_the_metrics_of_an_account);
  g_test_add_func ("/usage/it-is-opened-from-the-overview", test_it_is_opened_from_the_overview);
  g_test_add_func ("/usage/another-metric-is-chosen-by-keyboard", test_another_metric_is_chosen_by_keyboard);
  g_test_add_func ("/usage/days-are-read-out", test_days_are_read_out);
  g_test_add_func ("/usage/a-proposal-is-accepted", test_a_proposal_is_accepted);
  g_test_add_func ("/usage/a-proposal-is-dismissed", test_a_proposal_is_dismissed);
  g_test_add_func ("/usage/a-proposal-becomes-an-action", test_a_proposal_becomes_an_action);
  g_test_add_func ("/usage/a-metric-is-described", test_a_metric_is_described);
  g_test_add_func ("/usage/there-is-room-on-a-telephone", test_there_is_room_on_a_telephone);

  return g_test_run ();
}
