/* tambour-record-related.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-heading.h"
#include "tambour-kind-words.h"
#include "tambour-record-related.h"
#include "tambour-record-row.h"
#include "tambour-when.h"

static GtkWidget *
new_all_button (const TambourReferrers *referrers,
                TambourRecord          *record)
{
  g_autofree char *number = tambour_when_number (referrers->n);
  /* Translators: %s is a number of records: "All 12" */
  g_autofree char *label = g_strdup_printf (_("All %s"), number);
  g_autofree char *where = g_strdup_printf ("%s = \"%s\"", referrers->field->name, record->id);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "label", label,
                                    "css-classes", (const char *[]) { "flat", "smallbtn", NULL },
                                    "action-name", "win.open-list",
                                    NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", referrers->klass->kind, "", where);

  return button;
}

/* Two references of one kind are told apart by the name of the field. */
static gboolean
is_alone (GPtrArray              *all,
          const TambourReferrers *referrers)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((TambourReferrers *) g_ptr_array_index (all, i))->klass == referrers->klass;

  return n == 1;
}

static GtkWidget *
new_section (GPtrArray              *all,
             const TambourReferrers *referrers,
             TambourRecord          *record,
             TambourInstant          now)
{
  const char *title = _(tambour_kind_get_words (referrers->klass)->plural);
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX,
                                  "selection-mode", GTK_SELECTION_NONE,
                                  "css-classes", (const char *[]) { "boxed-list", "compact", NULL },
                                  NULL);
  TambourHeading *heading = g_object_new (TAMBOUR_TYPE_HEADING, "title", title, NULL);
  GtkBuildable *buildable = GTK_BUILDABLE (heading);

  if (!is_alone (all, referrers))
    tambour_heading_set_remark (heading, _(referrers->field->label));
  if (referrers->n > referrers->records->len)
    GTK_BUILDABLE_GET_IFACE (buildable)->add_child (buildable, NULL, G_OBJECT (new_all_button (referrers, record)), "action");

  for (guint i = 0; i < referrers->records->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), tambour_record_row_in_list (g_ptr_array_index (referrers->records, i), referrers->others, now));

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (heading));
  gtk_box_append (GTK_BOX (section), list);

  return section;
}

/**
 * tambour_record_related_show:
 * @box: a box
 * @record: a record
 * @all: (element-type TambourReferrers): what refers to it
 * @now: the time that is "now"
 *
 * Shows a few records of each kind that refer to @record, and leads to the rest.
 */
void
tambour_record_related_show (GtkBox         *box,
                             TambourRecord  *record,
                             GPtrArray      *all,
                             TambourInstant  now)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);

  for (guint i = 0; i < all->len; i++)
    gtk_box_append (box, new_section (all, g_ptr_array_index (all, i), record, now));

  gtk_widget_set_visible (GTK_WIDGET (box), all->len > 0);
}
