/* tambour-timeline-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-status.h"
#include "tambour-timeline-cell.h"
#include "tambour-timeline-model.h"
#include "tambour-timeline-section.h"
#include "tambour-timeline-text.h"

/* How many screens before its end the list reads on. */
#define SCREENS_AHEAD 2

/**
 * TambourTimelineSection:
 *
 * All that happened with an account, by months, as far back as somebody scrolls;
 * of all kinds, or of one.
 */
struct _TambourTimelineSection
{
  TambourSection        parent_instance;

  TambourTimelineModel *model;
  TambourTimelineKinds  kinds;
  char                 *account_id;  /* whose timeline the model has */
  gboolean              is_other;    /* than what is still shown */

  /* Template widgets */
  GtkBox               *chips;
  GtkStack             *stack;
  GtkScrolledWindow    *scrolled;
  GtkListView          *list_view;
  AdwStatusPage        *status_page;
  GtkButton            *status_button;
};

G_DEFINE_FINAL_TYPE (TambourTimelineSection, tambour_timeline_section, TAMBOUR_TYPE_SECTION)

static const TambourTimelineKinds filters[] = {
  TAMBOUR_TIMELINE_ALL,
  TAMBOUR_TIMELINE_CASES,
  TAMBOUR_TIMELINE_CALLS,
  TAMBOUR_TIMELINE_NOTES,
  TAMBOUR_TIMELINE_AUDITS,
  TAMBOUR_TIMELINE_GOALS,
  TAMBOUR_TIMELINE_REQUESTS,
  TAMBOUR_TIMELINE_PEOPLE,
  TAMBOUR_TIMELINE_AGREEMENTS,
  TAMBOUR_TIMELINE_CHANGES,
};

/* --- the list ------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gtk_list_item_set_child (item, tambour_fact_cell_new (tambour_timeline_cell_new_dot (), TRUE));
}

static void
bind_cb (TambourTimelineSection   *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  TambourFactCell *cell = TAMBOUR_FACT_CELL (gtk_list_item_get_child (item));
  TambourTimelineEntry *entry = gtk_list_item_get_item (item);
  g_autofree char *name = NULL;

  tambour_timeline_cell_show (cell, tambour_timeline_entry_get_item (entry), tambour_section_get_portfolio (TAMBOUR_SECTION (self)));
  name = tambour_fact_cell_dup_name (cell);
  gtk_list_item_set_accessible_label (item, name);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header,
                 gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header,
                gpointer                  user_data)
{
  TambourDate month = tambour_timeline_entry_get_month (gtk_list_header_get_item (header));
  g_autofree char *name = tambour_account_text_month (month);
  g_autofree char *text = NULL;
  int year, number, day;

  tambour_date_split (month, &year, &number, &day);

  /* Translators: a month and a year: "November 2026" */
  text = g_strdup_printf (_("%1$s %2$d"), name, year);
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
activated_cb (TambourTimelineSection *self,
              guint                   position)
{
  g_autoptr(TambourTimelineEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  TambourRecord *record = entry ? tambour_timeline_entry_get_item (entry)->record : NULL;

  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id);
}

/* --- reading -------------------------------------------------------------- */

static void
show_status (TambourTimelineSection *self,
             const char             *icon,
             const char             *title,
             const char             *text,
             gboolean                can_try_again)
{
  tambour_status_say (self->status_page, icon, title, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), can_try_again);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
read_on (TambourTimelineSection *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double end = gtk_adjustment_get_value (adjustment) + (1 + SCREENS_AHEAD) * gtk_adjustment_get_page_size (adjustment);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->list_view)) && end >= gtk_adjustment_get_upper (adjustment))
    tambour_timeline_model_load_more (self->model);
}

static void
show_loaded (TambourTimelineSection *self)
{
  const GError *error = tambour_timeline_model_get_error (self->model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (error != NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      show_status (self, "dialog-error-symbolic", _("The Timeline Could Not Be Read"), reason, TRUE);
      return;
    }

  if (n == 0)
    {
      show_status (self, "document-open-recent-symbolic", _("Nothing Has Happened Yet"),
                   self->kinds == TAMBOUR_TIMELINE_ALL ? _("Cases, calls, notes and audits gather here")
                                                       : _("Nothing of this kind, at least"),
                   FALSE);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "list");
  if (self->is_other)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
  self->is_other = FALSE;
  read_on (self);
}

static void
loaded_cb (TambourTimelineSection *self)
{
  tambour_section_set_ready (TAMBOUR_SECTION (self));
  show_loaded (self);
}

/* What is there stays until there is something else. */
static void
show_model (TambourTimelineSection *self)
{
  TambourSection *section = TAMBOUR_SECTION (self);

  self->is_other = TRUE;
  tambour_timeline_model_show (self->model, tambour_section_get_portfolio (section), tambour_section_get_account (section), self->kinds);
}

static void
tambour_timeline_section_refresh (TambourSection *section)
{
  TambourTimelineSection *self = TAMBOUR_TIMELINE_SECTION (section);
  const char *account_id = tambour_section_get_account (section);

  if (account_id == NULL)
    return;

  if (g_set_str (&self->account_id, account_id) || !tambour_timeline_model_is_loaded (self->model))
    show_model (self);
  else
    tambour_timeline_model_reload (self->model);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  show_model (TAMBOUR_TIMELINE_SECTION (widget));
}

/* --- the filter ----------------------------------------------------------- */

static void
chip_toggled_cb (TambourTimelineSection *self,
                 GtkToggleButton        *chip)
{
  if (gtk_toggle_button_get_active (chip))
    tambour_timeline_section_set_kinds (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "tambour-kinds")));
}

static void
add_chips (TambourTimelineSection *self)
{
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const char *text = filters[i] == TAMBOUR_TIMELINE_ALL ? _("All") : tambour_timeline_text_kind (filters[i]);
      GtkWidget *chip = gtk_toggle_button_new_with_label (text);

      g_object_set_data (G_OBJECT (chip), "tambour-kinds", GUINT_TO_POINTER (filters[i]));
      gtk_widget_add_css_class (chip, "smallbtn");
      gtk_widget_add_css_class (chip, "filterchip");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), first);
      first = first ? first : GTK_TOGGLE_BUTTON (chip);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), filters[i] == self->kinds);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->chips, chip);
    }
}

static GtkWidget *
find_active_chip (TambourTimelineSection *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  while (chip != NULL && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
    chip = gtk_widget_get_next_sibling (chip);

  return chip;
}

static void
tambour_timeline_section_filter (TambourSection *section)
{
  GtkWidget *chip = find_active_chip (TAMBOUR_TIMELINE_SECTION (section));

  if (chip != NULL)
    gtk_widget_grab_focus (chip);
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourTimelineSection *self = TAMBOUR_TIMELINE_SECTION (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  gtk_widget_set_margin_start (GTK_WIDGET (self->chips), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->chips), margin);
  gtk_widget_set_halign (GTK_WIDGET (self->chips), breadth >= TAMBOUR_BREADTH_SMALL ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
}

static void
tambour_timeline_section_dispose (GObject *object)
{
  TambourTimelineSection *self = TAMBOUR_TIMELINE_SECTION (object);

  if (self->model != NULL)
    tambour_timeline_model_close (self->model);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_TIMELINE_SECTION);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tambour_timeline_section_parent_class)->dispose (object);
}

static void
tambour_timeline_section_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_TIMELINE_SECTION (object)->account_id, g_free);

  G_OBJECT_CLASS (tambour_timeline_section_parent_class)->finalize (object);
}

static void
tambour_timeline_section_class_init (TambourTimelineSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_timeline_section_dispose;
  object_class->finalize = tambour_timeline_section_finalize;
  TAMBOUR_SECTION_CLASS (klass)->refresh = tambour_timeline_section_refresh;
  TAMBOUR_SECTION_CLASS (klass)->filter = tambour_timeline_section_filter;

  gtk_widget_class_install_action (widget_class, "timeline.try-again", NULL, try_again_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-timeline-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourTimelineSection, chips);
  gtk_widget_class_bind_template_child (widget_class, TambourTimelineSection, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourTimelineSection, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TambourTimelineSection, list_view);
  gtk_widget_class_bind_template_child (widget_class, TambourTimelineSection, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourTimelineSection, status_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
tambour_timeline_section_init (TambourTimelineSection *self)
{
  GtkAdjustment *adjustment;

  self->kinds = TAMBOUR_TIMELINE_ALL;
  self->model = tambour_timeline_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chips (self);

  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model)))));
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (read_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (read_on), self, G_CONNECT_SWAPPED);
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_timeline_section_set_kinds:
 * @self: a timeline section
 * @kinds: what it shows
 */
void
tambour_timeline_section_set_kinds (TambourTimelineSection *self,
                                    TambourTimelineKinds    kinds)
{
  g_return_if_fail (TAMBOUR_IS_TIMELINE_SECTION (self));

  if (self->kinds == kinds)
    return;

  self->kinds = kinds;
  if (tambour_section_get_account (TAMBOUR_SECTION (self)) != NULL)
    show_model (self);
}
