/* tambour-checklist-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-checklist-page-private.h"
#include "tambour-choice-words.h"
#include "tambour-feedback.h"
#include "tambour-growth.h"
#include "tambour-marked-row.h"
#include "tambour-menu-button.h"
#include "tambour-record-row.h"
#include "tambour-status.h"
#include "tambour-template-versions.h"

#define SIDE_WIDTH 252

/**
 * TambourChecklistPage:
 *
 * A checklist: its questions, and its versions with what was new in each. The newest
 * can be written further: that makes the next version, and leaves those that audits
 * go by as they are.
 */
G_DEFINE_FINAL_TYPE (TambourChecklistPage, tambour_checklist_page, TAMBOUR_TYPE_PAGE)

static TambourPortfolio *
get_portfolio (TambourChecklistPage *self)
{
  return tambour_page_get_portfolio (TAMBOUR_PAGE (self));
}

static TambourAuditTemplate *
get_shown (TambourChecklistPage *self)
{
  for (guint i = 0; self->versions != NULL && i < self->versions->len; i++)
    {
      const TambourTemplateVersion *version = g_ptr_array_index (self->versions, i);

      if (g_strcmp0 (TAMBOUR_RECORD (version->record)->id, self->template_id) == 0)
        return version->record;
    }

  return NULL;
}

/**
 * tambour_checklist_page_get_name:
 * @self: a page of a checklist
 *
 * Returns: (transfer none): what the checklist is called
 */
const char *
tambour_checklist_page_get_name (TambourChecklistPage *self)
{
  TambourAuditTemplate *shown = get_shown (self);

  return shown != NULL && shown->name != NULL ? shown->name : _("Checklist");
}

/* Only the newest version is written further. */
static gboolean
can_write (TambourChecklistPage *self)
{
  TambourAuditTemplate *shown = get_shown (self);

  return shown != NULL && shown->replaced_by_id.id == NULL && !tambour_portfolio_is_read_only (get_portfolio (self));
}

/* --- questions ------------------------------------------------------------- */

static const char *
say_state (TambourChecklistPage *self,
           TambourTemplateItem  *item)
{
  TambourTemplateItem *stored = tambour_checklist_draft_find_stored (self->draft, item);

  if (stored == item)
    return "";
  if (stored == NULL)
    return C_("question", "New");

  return stored->revision != item->revision ? _("Asks something else") : C_("question", "Edited");
}

static char *
say_line (TambourTemplateItem *item)
{
  const char *severity = _(tambour_choice_get_words (TAMBOUR_TYPE_SEVERITY, item->severity));
  g_autofree char *weight = g_strdup_printf (_("weight %g"), item->weight);

  return item->section && *item->section ? g_strjoin (" · ", item->section, severity, weight, NULL) : g_strjoin (" · ", severity, weight, NULL);
}

static void
setup_cb (TambourChecklistPage     *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  gtk_list_item_set_child (item, tambour_record_row_new ());
}

static void
bind_cb (TambourChecklistPage     *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  TambourRecordRow *row = TAMBOUR_RECORD_ROW (gtk_list_item_get_child (item));
  TambourTemplateItem *question = gtk_list_item_get_item (item);
  g_autofree char *line = say_line (question);
  g_autofree char *name = NULL;

  tambour_record_row_show_text (row, question->text ? question->text : "", line, say_state (self, question));
  name = tambour_record_row_dup_name (row);
  gtk_list_item_set_accessible_label (item, name);
}

static void
activated_cb (TambourChecklistPage *self,
              guint                 position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "checklist.edit", NULL);
}

/**
 * tambour_checklist_page_update:
 * @self: a page of a checklist
 *
 * Offers what can be done about what is chosen.
 */
void
tambour_checklist_page_update (TambourChecklistPage *self)
{
  static const char * const about_one[] = { "checklist.edit", "checklist.up", "checklist.down", "checklist.remove" };
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = g_list_model_get_n_items (tambour_checklist_draft_get_model (self->draft));
  gboolean is_chosen = gtk_single_selection_get_selected_item (self->selection) != NULL;
  g_autofree char *count = g_strdup_printf ("%u", n);

  for (guint i = 0; i < G_N_ELEMENTS (about_one); i++)
    gtk_widget_action_set_enabled (widget, about_one[i], can_write (self) && is_chosen);
  gtk_widget_action_set_enabled (widget, "page.new", can_write (self));
  gtk_widget_action_set_enabled (widget, "checklist.publish", can_write (self) && tambour_checklist_draft_is_changed (self->draft));
  gtk_widget_action_set_enabled (widget, "checklist.undo", tambour_checklist_draft_can_undo (self->draft));
  gtk_widget_set_visible (self->new_button, can_write (self));
  gtk_widget_set_visible (self->publish_button, can_write (self) && tambour_checklist_draft_is_changed (self->draft));
  gtk_widget_set_visible (self->undo_button, tambour_checklist_draft_can_undo (self->draft));
  tambour_heading_set_remark (self->heading, n > 0 ? count : "");
}

/**
 * tambour_checklist_page_choose:
 * @self: a page of a checklist
 * @position: which question
 *
 * Brings the keyboard there, or to the last one.
 */
void
tambour_checklist_page_choose (TambourChecklistPage *self,
                               guint                 position)
{
  guint n = g_list_model_get_n_items (tambour_checklist_draft_get_model (self->draft));

  if (n > 0)
    {
      tambour_growth_reach (self->slice, MIN (position, n - 1));
      gtk_list_view_scroll_to (self->list_view, MIN (position, n - 1), GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
    }
  tambour_checklist_page_update (self);
}

/* --- versions -------------------------------------------------------------- */

static char *
say_version (const TambourTemplateVersion *version)
{
  g_autofree char *audits = g_strdup_printf (ngettext ("%d audit", "%d audits", (int) version->n_audits), (int) version->n_audits);
  g_autofree char *added = version->n_added ? g_strdup_printf (ngettext ("%d new", "%d new", (int) version->n_added), (int) version->n_added) : NULL;
  g_autofree char *changed = version->n_changed ? g_strdup_printf (ngettext ("%d changed", "%d changed", (int) version->n_changed), (int) version->n_changed) : NULL;
  g_autofree char *removed = version->n_removed ? g_strdup_printf (ngettext ("%d removed", "%d removed", (int) version->n_removed), (int) version->n_removed) : NULL;
  const char *facts[] = { added, changed, removed, audits };
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", facts[i]);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
show_versions (TambourChecklistPage *self)
{
  gtk_list_box_remove_all (self->version_list);
  for (guint i = 0; i < self->versions->len; i++)
    {
      const TambourTemplateVersion *version = g_ptr_array_index (self->versions, i);
      gboolean is_shown = version->record == get_shown (self);
      const char *number = version->record->version && *version->record->version ? version->record->version : "1";
      g_autofree char *title = g_strdup_printf (_("Version %s"), number);
      g_autofree char *line = say_version (version);
      GtkWidget *row = tambour_marked_row_new ("view-list-symbolic", is_shown ? "accent" : NULL, title, line, "");

      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", TAMBOUR_RECORD (version->record)->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "checklist.show-version");
      gtk_list_box_append (self->version_list, row);
    }
}

static void
show_title (TambourChecklistPage *self)
{
  TambourAuditTemplate *shown = get_shown (self);
  g_autofree char *version = g_strdup_printf (_("Version %s"), shown->version && *shown->version ? shown->version : "1");
  const char *remark = shown->replaced_by_id.id ? _("replaced, audits keep it") : NULL;
  g_autofree char *subtitle = g_strjoin (" · ", version, remark, NULL);

  adw_window_title_set_title (self->window_title, tambour_checklist_page_get_name (self));
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/* --- reading --------------------------------------------------------------- */

typedef struct
{
  GPtrArray    *versions;
  GPtrArray    *items;
  TambourDraft *draft;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->versions, g_ptr_array_unref);
  g_clear_pointer (&loaded->items, g_ptr_array_unref);
  g_clear_pointer (&loaded->draft, tambour_draft_free);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load (TambourStore    *store,
      const char      *me,
      TambourInstant   now,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr(Loaded) loaded = g_new0 (Loaded, 1);
  g_autofree char *key = tambour_checklist_page_dup_draft_key (data);
  g_autofree char *text = tambour_store_dup_setting (store, key);

  loaded->draft = text ? tambour_draft_unpack (key, text) : NULL;
  if (!(loaded->versions = tambour_template_versions_load (store, data, cancellable, error)) ||
      !(loaded->items = tambour_template_list_items (store, data, error)))
    return NULL;

  return g_steal_pointer (&loaded);
}

static void
show_status (TambourChecklistPage *self,
             const GError         *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);

  tambour_status_say (self->status_page, "dialog-error-symbolic", _("This Checklist Cannot Be Shown"), reason);
  tambour_status_offer (self->status_button, _("_Try Again"), "checklist.try-again");
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
take (TambourChecklistPage *self,
      Loaded               *loaded)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->versions);

  if (before == NULL)
    tambour_growth_begin (self->slice, self->list_view);
  self->versions = g_steal_pointer (&loaded->versions);
  tambour_checklist_draft_set_stored (self->draft, loaded->items);
  if (can_write (self))
    tambour_checklist_page_take_draft (self, loaded->draft);
  show_title (self);
  show_versions (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
  tambour_checklist_page_update (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourChecklistPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Loaded) loaded = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->selection == NULL)
    return;

  if (loaded == NULL)
    show_status (self, error);
  else
    take (self, loaded);

  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

/* What is being written is not thrown away by what others do elsewhere. */
static void
tambour_checklist_page_refresh (TambourPage *page)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (page);

  if (self->versions != NULL && tambour_checklist_draft_is_changed (self->draft))
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load, g_strdup (self->template_id), g_free,
                                (GDestroyNotify) loaded_free, self->loading, loaded_cb, g_object_ref (self));
}

/* --- the page -------------------------------------------------------------- */

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_header (self->header_bar, breadth);
  adw_button_content_set_label (self->publish_content, breadth >= TAMBOUR_BREADTH_SMALL ? "" : _("Publish Version"));
  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth <= TAMBOUR_BREADTH_MEDIUM);
  gtk_widget_set_margin_start (GTK_WIDGET (self->columns), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->columns), margin);
}

static void
tambour_checklist_page_dispose (GObject *object)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CHECKLIST_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (tambour_checklist_page_parent_class)->dispose (object);
}

static void
tambour_checklist_page_finalize (GObject *object)
{
  TambourChecklistPage *self = TAMBOUR_CHECKLIST_PAGE (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->template_id, g_free);

  G_OBJECT_CLASS (tambour_checklist_page_parent_class)->finalize (object);
}

static void
tambour_checklist_page_class_init (TambourChecklistPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_checklist_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_checklist_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_checklist_page_refresh;
  tambour_checklist_page_install_actions (widget_class);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-checklist-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, checklist_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, publish_button);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, publish_content);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, heading);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, side);
  gtk_widget_class_bind_template_child (widget_class, TambourChecklistPage, version_list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
tambour_checklist_page_init (TambourChecklistPage *self)
{
  self->draft = tambour_checklist_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->checklist_menu);

  self->slice = gtk_slice_list_model_new (g_object_ref (tambour_checklist_draft_get_model (self->draft)), 0, G_MAXUINT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (tambour_checklist_page_update), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  tambour_checklist_page_add_keys (self);
  tambour_checklist_page_update (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_checklist_page_new:
 * @portfolio: a portfolio
 * @template_id: the id of a version of a checklist in it
 *
 * Returns: (transfer floating): a page that shows it
 */
TambourChecklistPage *
tambour_checklist_page_new (TambourPortfolio *portfolio,
                            const char       *template_id)
{
  TambourChecklistPage *self = g_object_new (TAMBOUR_TYPE_CHECKLIST_PAGE, NULL);

  self->template_id = g_strdup (template_id);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}
