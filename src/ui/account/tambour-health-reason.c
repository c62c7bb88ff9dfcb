/* tambour-health-reason.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-health-reason.h"
#include "tambour-health-text.h"
#include "tambour-tooltip.h"

/* A row of a list box that says what a part of an account's health says, and
 * leads to the records that it was counted from.
 */

#define TARGET "tambour-target"

/* More ids than these make no expression that the store takes. */
#define MAX_IDS 190

/* Where a reason leads. */
typedef struct
{
  const char *kind;
  char       *id;     /* of the only record */
  char       *account_id;
  char       *where;  /* of several */
} Target;

static void
target_free (Target *target)
{
  g_clear_pointer (&target->id, g_free);
  g_clear_pointer (&target->account_id, g_free);
  g_clear_pointer (&target->where, g_free);
  g_free (target);
}

static char *
dup_where (GPtrArray *ids)
{
  g_autoptr(GString) where = g_string_new (NULL);

  for (guint i = 0; i < MIN (ids->len, MAX_IDS); i++)
    g_string_append_printf (where, "%sid = \"%s\"", i > 0 ? " or " : "", (const char *) g_ptr_array_index (ids, i));

  return g_string_free (g_steal_pointer (&where), FALSE);
}

/**
 * tambour_health_reason_bind:
 * @row: a row
 * @part: a part of an account's health
 * @account_id: the account
 *
 * Has @row lead to the records of @part; one without records leads nowhere.
 */
void
tambour_health_reason_bind (GtkListBoxRow           *row,
                            const TambourHealthPart *part,
                            const char              *account_id)
{
  Target *target;

  if (part->record == NULL || part->ids->len == 0)
    {
      gtk_list_box_row_set_activatable (row, FALSE);
      return;
    }

  target = g_new0 (Target, 1);
  target->kind = part->record;
  target->account_id = g_strdup (account_id);
  target->id = part->ids->len == 1 ? g_strdup (g_ptr_array_index (part->ids, 0)) : NULL;
  target->where = part->ids->len > 1 ? dup_where (part->ids) : NULL;
  g_object_set_data_full (G_OBJECT (row), TARGET, target, (GDestroyNotify) target_free);
}

/**
 * tambour_health_reason_open:
 * @row: a row
 * @from: a widget of the window
 *
 * Shows the records that the reason was counted from: the record itself, or a
 * list of just these.
 */
void
tambour_health_reason_open (GtkListBoxRow *row,
                            GtkWidget     *from)
{
  const Target *target = g_object_get_data (G_OBJECT (row), TARGET);

  if (target == NULL)
    return;

  if (target->id != NULL)
    gtk_widget_activate_action (from, "win.open-record", "(ss)", target->kind, target->id);
  else
    gtk_widget_activate_action (from, "win.open-list", "(sss)", target->kind, target->account_id, target->where);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "small");

  return label;
}

static GtkWidget *
new_row (const char *icon,
         const char *style,
         const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", icon,
                                   "pixel-size", 12,
                                   NULL);

  gtk_widget_add_css_class (image, style);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), new_label (text));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  tambour_tooltip_set (row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return row;
}

/**
 * tambour_health_reason_new:
 * @part: a part of an account's health
 * @account_id: the account
 * @today: the day that is today
 *
 * Returns: (transfer floating): a row that says what @part says
 */
GtkWidget *
tambour_health_reason_new (const TambourHealthPart *part,
                           const char              *account_id,
                           TambourDate              today)
{
  g_autofree char *text = tambour_health_text_reason (part, today);
  GtkWidget *row = new_row (tambour_health_text_icon (part), tambour_health_text_style (part), text);

  tambour_health_reason_bind (GTK_LIST_BOX_ROW (row), part, account_id);

  return row;
}

/**
 * tambour_health_reason_new_empty:
 *
 * Returns: (transfer floating): a row that says that nothing is known
 */
GtkWidget *
tambour_health_reason_new_empty (void)
{
  GtkWidget *row = new_row ("tambour-health-none-symbolic", "dimmed", _("Cases, goals, calls and usage will tell"));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}
