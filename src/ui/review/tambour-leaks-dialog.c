/* tambour-leaks-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-leaks-dialog.h"
#include "tambour-record-row.h"
#include "tambour-wall.h"

/**
 * TambourLeaksDialog:
 *
 * What stopped a review from leaving: the words, where they stand, and the record that they come
 * from, which a row opens.
 */
struct _TambourLeaksDialog
{
  AdwDialog   parent_instance;

  GPtrArray  *leaks;

  /* Template widgets */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TambourLeaksDialog, tambour_leaks_dialog, ADW_TYPE_DIALOG)

static void
activated_cb (TambourLeaksDialog *self,
              GtkListBoxRow      *row)
{
  const TambourLeak *leak = g_ptr_array_index (self->leaks, gtk_list_box_row_get_index (row));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (leak->record_kind == NULL || leak->record_id == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (root), "win.open-record", "(ss)", leak->record_kind, leak->record_id);
}

static void
tambour_leaks_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_LEAKS_DIALOG);

  G_OBJECT_CLASS (tambour_leaks_dialog_parent_class)->dispose (object);
}

static void
tambour_leaks_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_LEAKS_DIALOG (object)->leaks, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_leaks_dialog_parent_class)->finalize (object);
}

static void
tambour_leaks_dialog_class_init (TambourLeaksDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_leaks_dialog_dispose;
  object_class->finalize = tambour_leaks_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-leaks-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourLeaksDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
tambour_leaks_dialog_init (TambourLeaksDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_reason (TambourLeakKind kind)
{
  switch (kind)
    {
    case TAMBOUR_LEAK_INTERNAL:
      return _("Stands in an internal field");
    case TAMBOUR_LEAK_ACCOUNT:
      return _("Name of another account");
    case TAMBOUR_LEAK_ROADMAP:
      return _("Confidential plan, not released to this account");
    }

  return NULL;
}

static GtkWidget *
new_row (const TambourLeak *leak)
{
  /* Translators: %s is the number of a page */
  g_autofree char *page = leak->page ? g_strdup_printf (_("page %s"), leak->page) : NULL;
  GtkWidget *child = tambour_record_row_new ();
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", child, "css-classes", (const char *[]) { "cell", NULL }, NULL);
  g_autofree char *name = NULL;

  tambour_record_row_show_text (TAMBOUR_RECORD_ROW (child), leak->text, get_reason (leak->kind), page ? page : "");
  name = tambour_record_row_dup_name (TAMBOUR_RECORD_ROW (child));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/**
 * tambour_leaks_dialog_new:
 * @leaks: (element-type TambourLeak): what must not leave
 *
 * Returns: (transfer floating): a dialog that lists it
 */
AdwDialog *
tambour_leaks_dialog_new (GPtrArray *leaks)
{
  TambourLeaksDialog *self = g_object_new (TAMBOUR_TYPE_LEAKS_DIALOG, NULL);

  self->leaks = g_ptr_array_ref (leaks);
  for (guint i = 0; i < leaks->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (leaks, i)));

  return ADW_DIALOG (self);
}
