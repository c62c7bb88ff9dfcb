/* tambour-checklist-page-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-checklist-page-private.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-question-dialog.h"
#include "tambour-template-versions.h"

/* What one can do about a checklist that is shown. */

static TambourPortfolio *
get_portfolio (TambourChecklistPage *self)
{
  return tambour_page_get_portfolio (TAMBOUR_PAGE (self));
}

/* --- writing it further ---------------------------------------------------- */

static guint
get_chosen (TambourChecklistPage *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

/* A step is done: it is kept, and the keyboard is where it was done. */
static void
step (TambourChecklistPage *self,
      guint                 position)
{
  tambour_checklist_page_keep (self);
  tambour_checklist_page_choose (self, position);
}

static void
keep_question (GtkWidget           *widget,
               guint                position,
               TambourTemplateItem *item)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (widget);

  tambour_checklist_draft_put (self->draft, position, item);
  step (self, position);
}

static void
insert_question (GtkWidget           *widget,
                 guint                position,
                 TambourTemplateItem *item)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (widget);

  tambour_checklist_draft_insert (self->draft, position, item);
  step (self, position);
}

/* Below the one that is chosen, and of its section. */
static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (widget);
  TambourTemplateItem *above = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr(TambourTemplateItem) item = TAMBOUR_TEMPLATE_ITEM (tambour_record_new (TAMBOUR_TYPE_TEMPLATE_ITEM, NULL));
  guint n = g_list_model_get_n_items (tambour_checklist_draft_get_model (self->draft));

  g_set_str (&item->section, above ? above->section : NULL);
  item->severity = TAMBOUR_SEVERITY_MEDIUM;
  item->weight = 3;
  item->revision = 1;
  tambour_question_dialog_present (widget, item, NULL, above ? get_chosen (self) + 1 : n, insert_question);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (widget);
  TambourTemplateItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    tambour_question_dialog_present (widget, item, tambour_checklist_draft_find_stored (self->draft, item), get_chosen (self), keep_question);
}

static void
move_chosen (TambourChecklistPage *self,
             int                   by)
{
  guint position = get_chosen (self);

  if (position != GTK_INVALID_LIST_POSITION && tambour_checklist_draft_move (self->draft, position, by))
    step (self, (guint) ((int) position + by));
}

static void
up_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  move_chosen (TAMBOUR_CHECKLIST_PAGE (widget), -1);
}

static void
down_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  move_chosen (TAMBOUR_CHECKLIST_PAGE (widget), 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (widget);
  guint position = get_chosen (self);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  tambour_checklist_draft_remove (self->draft, position);
  step (self, position);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (widget);
  guint position = get_chosen (self);

  tambour_checklist_draft_undo (self->draft);
  step (self, position == GTK_INVALID_LIST_POSITION ? 0 : position);
}

/* --- publishing ------------------------------------------------------------ */

/* What is published, on its way to a thread and back. */
typedef struct
{
  char      *template_id;
  GPtrArray *wanted;
  char      *new_id;
} Publishing;

static void
publishing_free (Publishing *publishing)
{
  g_clear_pointer (&publishing->template_id, g_free);
  g_clear_pointer (&publishing->wanted, g_ptr_array_unref);
  g_clear_pointer (&publishing->new_id, g_free);
  g_free (publishing);
}

static gboolean
fill_version (TambourChange   *change,
              TambourStore    *store,
              TambourInstant   now,
              gpointer         data,
              GError         **error)
{
  Publishing *publishing = data;

  return tambour_template_publish (store, publishing->template_id, publishing->wanted, change, &publishing->new_id, error);
}

/* Who published it, and what is then known of it. */
typedef struct
{
  TambourChecklistPage *self;
  Publishing           *publishing;
} Published;

static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Published *published = user_data;
  g_autoptr(TambourChecklistPage) self = published->self;
  g_autoptr(GError) error = NULL;

  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    tambour_feedback_fail (GTK_WIDGET (self), error);
  else
    {
      tambour_feedback_offer_undo (GTK_WIDGET (self), _("Version published"));
      tambour_checklist_page_forget (self);
      g_set_str (&self->template_id, published->publishing->new_id);
      tambour_checklist_draft_set_stored (self->draft, published->publishing->wanted);
      tambour_page_invalidate (TAMBOUR_PAGE (self));
    }

  publishing_free (published->publishing);
}

static void
publish_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (widget);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (get_portfolio (self), _("Publish checklist"));
  Published *published = g_new0 (Published, 1);

  published->self = g_object_ref (self);
  published->publishing = g_new0 (Publishing, 1);
  published->publishing->template_id = g_strdup (self->template_id);
  published->publishing->wanted = tambour_checklist_draft_dup_items (self->draft);
  tambour_fill_async (get_portfolio (self), change, fill_version, published->publishing, NULL, NULL, published_cb, published);
}

static void
show_version_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (widget);

  if (g_strcmp0 (self->template_id, g_variant_get_string (parameter, NULL)) != 0)
    gtk_widget_activate_action (widget, "win.open-record", "(ss)", "audit_template", g_variant_get_string (parameter, NULL));
}

static void
all_fields_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-fields", "(ss)", "audit_template", TAMBOUR_CHECKLIST_PAGE (widget)->template_id);
}

/**
 * tambour_checklist_page_install_actions:
 * @widget_class: the class of pages of checklists
 */
void
tambour_checklist_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "checklist.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "checklist.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "checklist.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "checklist.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "checklist.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "checklist.publish", NULL, publish_action);
  gtk_widget_class_install_action (widget_class, "checklist.show-version", "s", show_version_action);
  gtk_widget_class_install_action (widget_class, "checklist.all-fields", NULL, all_fields_action);
  gtk_widget_class_install_action (widget_class, "checklist.try-again", NULL, tambour_page_try_again_action);
}

static void
add_key (GtkEventController *keys,
         const char         *trigger,
         const char         *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action)));
}

/**
 * tambour_checklist_page_add_keys:
 * @self: a page of a checklist
 *
 * The list knows arrow keys as well: these come first.
 */
void
tambour_checklist_page_add_keys (TambourChecklistPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "<Alt>Up", "checklist.up");
  add_key (keys, "<Alt>Down", "checklist.down");
  add_key (keys, "Delete", "checklist.remove");
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
}
