/* tambour-problem.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-problem.h"

/**
 * tambour_problem_mark:
 * @row: what shows that something is wrong
 * @editor: where one types it; may be @row
 * @is_wrong: whether what is typed cannot be taken
 *
 * Marks it for the eye and for screen readers; what is wrong is said elsewhere.
 */
void
tambour_problem_mark (GtkWidget *row,
                      GtkWidget *editor,
                      gboolean   is_wrong)
{
  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (GTK_IS_WIDGET (editor));

  if (is_wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
