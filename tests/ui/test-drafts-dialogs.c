/* test-drafts-dialogs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-action-moves.h"
#include "tambour-case-moves.h"
#include "tambour-exposure-moves.h"
#include "tambour-service-moves.h"

#define ACCOUNT "name = \"Saint Orla Hospitals\""

/* A dialog in which somebody types, and what opens it. */
typedef struct
{
  const char *name;
  const char *action;
  GVariant *(*new_target) (TambourTestUi *ui);
} Typed;

static char *
dup_id (TambourTestUi *ui,
        GType          type,
        const char    *expression)
{
  g_autoptr(TambourRecord) record = record_fixture_find (ui, type, expression);

  return g_strdup (record->id);
}

static GVariant *
new_edit (TambourTestUi *ui)
{
  g_autofree char *id = dup_id (ui, TAMBOUR_TYPE_CASE, "number = 4117");

  return g_variant_new ("(ss)", "case", id);
}

static GVariant *
new_record (TambourTestUi *ui)
{
  g_autofree char *id = dup_id (ui, TAMBOUR_TYPE_ACCOUNT, ACCOUNT);

  return g_variant_new ("(ss)", "action_item", id);
}

static GVariant *
new_move (TambourTestUi *ui)
{
  g_autofree char *id = dup_id (ui, TAMBOUR_TYPE_CASE, "number = 4117");

  return g_variant_new ("(su)", id, (guint) TAMBOUR_CASE_MOVE_NOTE);
}

static GVariant *
new_withdrawal (TambourTestUi *ui)
{
  g_autofree char *id = dup_id (ui, TAMBOUR_TYPE_COMMITMENT, "status = open");

  return g_variant_new ("(ssu)", "commitment", id, (guint) TAMBOUR_ACTION_MOVE_WITHDRAW);
}

static GVariant *
new_safeguard (TambourTestUi *ui)
{
  g_autofree char *id = dup_id (ui, TAMBOUR_TYPE_EXPOSURE, "state = exposed");

  return g_variant_new ("(ssu)", "exposure", id, (guint) TAMBOUR_EXPOSURE_MOVE_MITIGATE);
}

static GVariant *
new_question (TambourTestUi *ui)
{
  g_autofree char *account = dup_id (ui, TAMBOUR_TYPE_ACCOUNT, ACCOUNT);
  g_autofree char *id = dup_id (ui, TAMBOUR_TYPE_PLANNED_CHANGE, "title = \"New certificate on the block page\"");

  return g_variant_new ("(uss)", (guint) TAMBOUR_SERVICE_MOVE_POSTPONE, id, account);
}

static GVariant *
new_call (TambourTestUi *ui)
{
  g_autofree char *id = dup_id (ui, TAMBOUR_TYPE_ACCOUNT, ACCOUNT);

  return g_variant_new_string (id);
}

static const Typed typed[] = {
  { "edit", "win.edit-record", new_edit },
  { "new", "win.new-record", new_record },
  { "move", "win.move-case", new_move },
  { "step", "win.ask-step", new_withdrawal },
  { "safeguard", "win.ask-step", new_safeguard },
  { "question", "win.ask-service", new_question },
  { "call", "win.log-call-with", new_call },
};

static gboolean
has_dialog (gpointer data)
{
  return record_fixture_dialog (data) != NULL;
}

static void
leave (TambourTestUi *ui)
{
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);
}

static TambourTestUi *
leave_draft (const Typed *one)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 1000);
  g_autoptr(GVariant) target = g_variant_ref_sink (one->new_target (ui));

  tambour_test_ui_present (ui);
  gtk_widget_activate_action_variant (GTK_WIDGET (ui->window), one->action, target);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_type (ui->window, "Half a sentence");
  leave (ui);

  return ui;
}

static void
freed_cb (gpointer data)
{
  gboolean *is_freed = data;

  *is_freed = TRUE;
}

/* From the list of drafts; @is_freed is told when the dialog has been freed: to be disposed of
 * is not enough.
 */
static void
open_draft (TambourTestUi *ui,
            gboolean      *is_freed)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  page = GTK_WIDGET (tambour_window_get_page (ui->window));
  tambour_test_settle ();
  gtk_widget_activate (gtk_widget_get_ancestor (tambour_test_find (page, GTK_TYPE_BUTTON, "Discard This Draft"), GTK_TYPE_LIST_BOX_ROW));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  *is_freed = FALSE;
  g_object_set_data_full (G_OBJECT (record_fixture_dialog (ui)), "test-freed", is_freed, freed_cb);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* What was closed is not there any more. */
static void
test_go_when_they_are_closed (gconstpointer data)
{
  g_autoptr(TambourTestUi) ui = leave_draft (data);
  gboolean is_freed;

  open_draft (ui, &is_freed);
  leave (ui);
  tambour_test_wait (is_true, &is_freed);
}

/* Meanwhile the list has become another one. */
static void
test_go_when_something_was_typed (gconstpointer data)
{
  g_autoptr(TambourTestUi) ui = leave_draft (data);
  gboolean is_freed;

  open_draft (ui, &is_freed);
  tambour_test_type (ui->window, "More");
  leave (ui);
  tambour_test_wait (is_true, &is_freed);
}

static void
test_go_with_their_window (gconstpointer data)
{
  TambourTestUi *ui = leave_draft (data);
  gboolean is_freed;

  open_draft (ui, &is_freed);
  tambour_test_ui_free (ui);
  tambour_test_wait (is_true, &is_freed);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *closed = g_strdup_printf ("/drafts-dialogs/go-when-they-are-closed/%s", typed[i].name);
      g_autofree char *window = g_strdup_printf ("/drafts-dialogs/go-with-their-window/%s", typed[i].name);

      g_autofree char *more = g_strdup_printf ("/drafts-dialogs/go-when-something-was-typed/%s", typed[i].name);

      g_test_add_data_func (closed, &typed[i], test_go_when_they_are_closed);
      g_test_add_data_func (more, &typed[i], test_go_when_something_was_typed);
      g_test_add_data_func (window, &typed[i], test_go_with_their_window);
    }

  return g_test_run ();
}
