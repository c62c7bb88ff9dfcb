/* tambour-test-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-ui.h"
#include "tambour-tooltip.h"

/* What a person does something with: a screen reader must be able to say what it is. */
static gboolean
is_control (GtkWidget *widget)
{
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_COMBO_BOX:
    case GTK_ACCESSIBLE_ROLE_IMG:
    case GTK_ACCESSIBLE_ROLE_LINK:
    case GTK_ACCESSIBLE_ROLE_METER:
    case GTK_ACCESSIBLE_ROLE_RADIO:
    case GTK_ACCESSIBLE_ROLE_SEARCH_BOX:
    case GTK_ACCESSIBLE_ROLE_SPIN_BUTTON:
    case GTK_ACCESSIBLE_ROLE_SWITCH:
    case GTK_ACCESSIBLE_ROLE_TEXT_BOX:
    case GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
has_text_below (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (has_text_below (child))
      return TRUE;

  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         tambour_tooltip_get (widget) != NULL ||
         has_text_below (widget);
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (; widget; widget = gtk_widget_get_parent (widget))
    g_string_append_printf (path, "%s%s", path->len ? " in " : "", G_OBJECT_TYPE_NAME (widget));

  return g_string_free (path, FALSE);
}

/* Parts of a widget of GTK's own are named by that. */
static gboolean
is_part (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent; parent = gtk_widget_get_parent (parent))
    if ((GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_ENTRY (parent) || GTK_IS_SEARCH_ENTRY (parent) ||
         ADW_IS_ENTRY_ROW (parent) || ADW_IS_COMBO_ROW (parent) || ADW_IS_SWITCH_ROW (parent) || GTK_IS_SPIN_BUTTON (parent)) &&
        is_named (parent))
      return TRUE;

  return FALSE;
}

/**
 * tambour_test_assert_named:
 * @root: a widget
 *
 * Fails if a control on the screen below @root has no name for screen readers.
 */
void
tambour_test_assert_named (gpointer root)
{
  GtkWidget *widget = root;

  if (!gtk_widget_get_mapped (widget))
    return;

  if (is_control (widget) && !is_named (widget) && !is_part (widget))
    {
      g_autofree char *path = describe (widget);

      g_error ("a control without a name: %s", path);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    tambour_test_assert_named (child);
}
