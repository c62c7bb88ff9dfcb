/* tambour-records-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-heading.h"
#include "tambour-kind-words.h"
#include "tambour-record-view.h"
#include "tambour-records-section.h"
#include "tambour-when.h"

/**
 * TambourRecordsSection:
 *
 * All records of an account, by kind: what there is, and what could be.
 */
struct _TambourRecordsSection
{
  TambourSection  parent_instance;

  GCancellable   *loading;

  /* Template widgets */
  GtkWidget      *used_box;
  TambourHeading *used_heading;
  GtkListBox     *used;
  GtkWidget      *unused_box;
  GtkListBox     *unused;
};

G_DEFINE_FINAL_TYPE (TambourRecordsSection, tambour_records_section, TAMBOUR_TYPE_SECTION)

static GtkWidget *
new_add_button (TambourRecordsSection *self,
                TambourRecordClass    *klass)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "list-add-symbolic",
                                    "tooltip-text", _(tambour_kind_get_words (klass)->add),
                                    "valign", GTK_ALIGN_CENTER,
                                    "css-classes", (const char *[]) { "flat", "smallbtn", NULL },
                                    "action-name", "win.new-record",
                                    NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", klass->kind, tambour_section_get_account (TAMBOUR_SECTION (self)));

  return button;
}

static GtkWidget *
new_row (TambourRecordsSection  *self,
         const TambourKindCount *count)
{
  const char *title = _(tambour_kind_get_words (count->klass)->plural);
  g_autofree char *number = tambour_when_number (count->n);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, number);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "css-classes", (const char *[]) { "cell", NULL }, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-classes", (const char *[]) { "cell-box", "tight", NULL }, "spacing", 9, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_box_append (GTK_BOX (box), label);
  if (count->n > 0)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", number, "css-classes", (const char *[]) { "dimmed", "numeric", NULL }, NULL));
  if (!(count->klass->traits & TAMBOUR_RECORD_DERIVED))
    gtk_box_append (GTK_BOX (box), new_add_button (self, count->klass));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", count->klass->kind, tambour_section_get_account (TAMBOUR_SECTION (self)), "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
show_counts (TambourRecordsSection *self,
             GArray                *counts)
{
  gint64 total = 0;
  g_autofree char *number = NULL;

  gtk_list_box_remove_all (self->used);
  gtk_list_box_remove_all (self->unused);
  for (guint i = 0; i < counts->len; i++)
    {
      const TambourKindCount *count = &g_array_index (counts, TambourKindCount, i);

      total += count->n;
      if (count->n > 0)
        gtk_list_box_append (self->used, new_row (self, count));
      else if (!(count->klass->traits & TAMBOUR_RECORD_DERIVED))
        gtk_list_box_append (self->unused, new_row (self, count));
    }

  number = tambour_when_number (total);
  tambour_heading_set_remark (self->used_heading, number);
  gtk_widget_set_visible (self->used_box, total > 0);
  gtk_widget_set_visible (self->unused_box, gtk_list_box_get_row_at_index (self->unused, 0) != NULL);
}

static gpointer
load_counts (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  return tambour_record_view_counts (store, data, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourRecordsSection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) counts = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (counts != NULL)
    show_counts (self, counts);
  else
    tambour_feedback_fail (GTK_WIDGET (self), error);

  tambour_section_set_ready (TAMBOUR_SECTION (self));
}

static void
tambour_records_section_refresh (TambourSection *section)
{
  TambourRecordsSection *self = TAMBOUR_RECORDS_SECTION (section);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_section_get_portfolio (section), load_counts,
                                g_strdup (tambour_section_get_account (section)), g_free,
                                (GDestroyNotify) g_array_unref, self->loading, loaded_cb, g_object_ref (self));
}

static void
tambour_records_section_dispose (GObject *object)
{
  TambourRecordsSection *self = TAMBOUR_RECORDS_SECTION (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_RECORDS_SECTION);

  G_OBJECT_CLASS (tambour_records_section_parent_class)->dispose (object);
}

static void
tambour_records_section_class_init (TambourRecordsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_records_section_dispose;
  TAMBOUR_SECTION_CLASS (klass)->refresh = tambour_records_section_refresh;

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-records-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRecordsSection, used_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordsSection, used_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordsSection, used);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordsSection, unused_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRecordsSection, unused);
}

static void
tambour_records_section_init (TambourRecordsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_records_section_new:
 *
 * Returns: (transfer floating): the records of no account yet
 */
GtkWidget *
tambour_records_section_new (void)
{
  return g_object_new (TAMBOUR_TYPE_RECORDS_SECTION, NULL);
}
