/* tambour-environment-pane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-choice-words.h"
#include "tambour-environment-file.h"
#include "tambour-environment-pane.h"
#include "tambour-feedback.h"
#include "tambour-heading.h"
#include "tambour-linked-row.h"
#include "tambour-status.h"
#include "tambour-when.h"

/**
 * TambourEnvironmentPane:
 *
 * A place where a customer's components run: what they are, in which version, how
 * many, until when they are supported, and when somebody last looked.
 */
struct _TambourEnvironmentPane
{
  AdwBin                  parent_instance;

  TambourPortfolio       *portfolio;
  char                   *id;
  TambourEnvironmentFile *file;
  GListStore             *store;
  GCancellable           *loading;

  /* Template widgets */
  GtkWidget              *back_button;
  GtkLabel               *title_label;
  GtkLabel               *facts_label;
  GtkStack               *stack;
  GtkColumnView          *view;
  AdwStatusPage          *status_page;
  GtkButton              *status_button;
  GtkLabel               *narrative_label;
  GtkWidget              *linked_box;
  GtkListBox             *linked_list;
};

G_DEFINE_FINAL_TYPE (TambourEnvironmentPane, tambour_environment_pane, ADW_TYPE_BIN)

/* --- columns --------------------------------------------------------------- */

static char *
say_product (TambourEnvironmentPane  *self,
             TambourComponent        *component,
             const char             **style)
{
  const char *vendor = component->vendor && *component->vendor ? component->vendor : NULL;

  return vendor ? g_strdup_printf ("%s · %s", component->product, vendor) : g_strdup (component->product);
}

static char *
say_version (TambourEnvironmentPane  *self,
             TambourComponent        *component,
             const char             **style)
{
  return g_strdup (component->version ? component->version : "");
}

static char *
say_count (TambourEnvironmentPane  *self,
           TambourComponent        *component,
           const char             **style)
{
  return component->count == TAMBOUR_NO_COUNT ? g_strdup ("") : tambour_when_number (component->count);
}

static char *
say_end (TambourEnvironmentPane  *self,
         TambourComponent        *component,
         const char             **style)
{
  g_autofree char *day = NULL;

  if (component->end_of_support.julian == 0)
    return g_strdup ("");

  day = tambour_when_date (component->end_of_support, self->file->today);
  if (!tambour_component_is_over (component, self->file->today))
    return g_steal_pointer (&day);

  *style = "error";

  /* Translators: %s is the day on which support ended */
  return g_strdup_printf (_("Over since %s"), day);
}

static char *
say_verified (TambourEnvironmentPane  *self,
              TambourComponent        *component,
              const char             **style)
{
  g_autofree char *day = NULL;

  if (tambour_component_is_stale (component, self->file->today))
    *style = "warning";
  if (component->verified_on.julian == 0)
    return g_strdup (_("Never"));

  day = tambour_when_date (component->verified_on, self->file->today);

  /* Translators: %s is a day */
  return *style ? g_strdup_printf (_("%s, long ago"), day) : g_steal_pointer (&day);
}

static const struct
{
  const char *title;
  char       *(*say) (TambourEnvironmentPane  *self,
                TambourComponent *component,
                const char **style);
  gboolean    is_number;
  gboolean    expands;
} columns[] = {
  { N_("Product"), say_product, FALSE, TRUE },
  { N_("Version"), say_version, FALSE, FALSE },
  { N_("Count"), say_count, TRUE, FALSE },
  { N_("End of support"), say_end, FALSE, FALSE },
  { N_("Verified"), say_verified, FALSE, FALSE },
};

static guint
column_of (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cb (TambourEnvironmentPane   *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  gboolean is_number = columns[column_of (factory)].is_number;

  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", is_number ? 1.0 : 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_cb (TambourEnvironmentPane   *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *style = NULL;
  g_autofree char *text = columns[column_of (factory)].say (self, gtk_list_item_get_item (item), &style);
  const char *classes[] = { "numeric", style, NULL };

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_css_classes (label, classes);
}

static void
add_columns (TambourEnvironmentPane *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
      column = gtk_column_view_column_new (_(columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expands);
      gtk_column_view_append_column (self->view, column);
    }
}

/* --- reading --------------------------------------------------------------- */

static void
show_status (TambourEnvironmentPane *self,
             const char             *icon,
             const char             *title,
             const char             *text,
             const char             *button,
             const char             *action)
{
  tambour_status_say (self->status_page, icon, title, text);
  tambour_status_offer (self->status_button, button, action);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
show_linked (TambourEnvironmentPane *self)
{
  GPtrArray *linked = self->file->linked_from;

  gtk_list_box_remove_all (self->linked_list);
  for (guint i = 0; i < linked->len; i++)
    gtk_list_box_append (self->linked_list, tambour_linked_row_new (g_ptr_array_index (linked, i), self->file->others,
                                                                    tambour_portfolio_now (self->portfolio)));

  gtk_widget_set_visible (self->linked_box, linked->len > 0);
}

static void
show_file (TambourEnvironmentPane *self)
{
  TambourEnvironment *record = self->file->record;
  const char *kind = _(tambour_choice_get_words (TAMBOUR_TYPE_ENVIRONMENT_KIND, record->kind));
  g_autofree char *facts = record->site && *record->site ? g_strdup_printf ("%s · %s", kind, record->site) : g_strdup (kind);

  gtk_label_set_text (self->title_label, record->name);
  gtk_label_set_text (self->facts_label, facts);
  gtk_label_set_text (self->narrative_label, record->narrative ? record->narrative : "");
  gtk_widget_set_visible (GTK_WIDGET (self->narrative_label), record->narrative && *record->narrative);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       self->file->components->pdata, self->file->components->len);
  show_linked (self);
  if (self->file->components->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_status (self, "view-list-symbolic", _("No Component Is Known"), _("Write down what runs here, in which version, and until when it is supported."),
                 _("_Add Component…"), "environment.add");
}

static gpointer
load_file (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  return tambour_environment_file_load (store, data, now, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourEnvironmentPane) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourEnvironmentFile) file = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (file == NULL)
    {
      reason = tambour_feedback_dup_reason (error);
      show_status (self, "dialog-error-symbolic", _("The Environment Could Not Be Read"), reason, _("_Try Again"), "environment.try-again");
      return;
    }

  g_clear_pointer (&self->file, tambour_environment_file_free);
  self->file = g_steal_pointer (&file);
  show_file (self);
}

static void
refresh (TambourEnvironmentPane *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, load_file, g_strdup (self->id), g_free, (GDestroyNotify) tambour_environment_file_free,
                                self->loading, loaded_cb, g_object_ref (self));
}

/* --- what one can do ------------------------------------------------------- */

static void
activated_cb (TambourEnvironmentPane *self,
              guint                   position)
{
  TambourRecord *component = g_ptr_array_index (self->file->components, position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "component", component->id);
}

static void
linked_activated_cb (TambourEnvironmentPane *self,
                     GtkListBoxRow          *row)
{
  TambourRecord *record = g_ptr_array_index (self->file->linked_from, gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourEnvironmentPane *self = TAMBOUR_ENVIRONMENT_PANE (widget);
  g_autofree char *within = g_strconcat ("environment_id=", self->id, NULL);

  if (self->file != NULL)
    gtk_widget_activate_action (widget, "win.new-record-within", "(sss)", "component", TAMBOUR_RECORD (self->file->record)->account_id.id, within);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-record", "(ss)", "environment", TAMBOUR_ENVIRONMENT_PANE (widget)->id);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  refresh (TAMBOUR_ENVIRONMENT_PANE (widget));
}

static void
tambour_environment_pane_dispose (GObject *object)
{
  TambourEnvironmentPane *self = TAMBOUR_ENVIRONMENT_PANE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ENVIRONMENT_PANE);
  g_clear_object (&self->store);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_environment_pane_parent_class)->dispose (object);
}

static void
tambour_environment_pane_finalize (GObject *object)
{
  TambourEnvironmentPane *self = TAMBOUR_ENVIRONMENT_PANE (object);

  g_clear_pointer (&self->file, tambour_environment_file_free);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (tambour_environment_pane_parent_class)->finalize (object);
}

static void
tambour_environment_pane_class_init (TambourEnvironmentPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_environment_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_environment_pane_finalize;
  g_type_ensure (TAMBOUR_TYPE_HEADING);

  gtk_widget_class_install_action (widget_class, "environment.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "environment.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "environment.try-again", NULL, try_again_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-environment-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, facts_label);
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, view);
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, status_button);
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, narrative_label);
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, linked_box);
  gtk_widget_class_bind_template_child (widget_class, TambourEnvironmentPane, linked_list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, linked_activated_cb);
}

static void
tambour_environment_pane_init (TambourEnvironmentPane *self)
{
  g_autoptr(GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (TAMBOUR_TYPE_COMPONENT);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  add_columns (self);
}

/**
 * tambour_environment_pane_show:
 * @self: a pane
 * @portfolio: a portfolio
 * @id: an environment
 *
 * Shows that environment, as it is now.
 */
void
tambour_environment_pane_show (TambourEnvironmentPane *self,
                               TambourPortfolio       *portfolio,
                               const char             *id)
{
  gboolean can_write = !tambour_portfolio_is_read_only (portfolio);

  g_return_if_fail (TAMBOUR_IS_ENVIRONMENT_PANE (self));

  g_set_object (&self->portfolio, portfolio);
  g_set_str (&self->id, id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "environment.add", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "environment.edit", can_write);
  refresh (self);
}

/**
 * tambour_environment_pane_set_alone:
 * @self: a pane
 * @is_alone: whether the list that it belongs to is another page
 */
void
tambour_environment_pane_set_alone (TambourEnvironmentPane *self,
                                    gboolean                is_alone)
{
  g_return_if_fail (TAMBOUR_IS_ENVIRONMENT_PANE (self));

  gtk_widget_set_visible (self->back_button, is_alone);
}
