/* tambour-priority-label.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-priority-label.h"

#include "tambour-clock-text.h"

/**
 * tambour_priority_label_show:
 * @label: a label
 * @priority: how urgent a case is
 *
 * Has @label say it, in its colour.
 *
 * Returns: %FALSE if the case has no priority, and the label nothing to say
 */
gboolean
tambour_priority_label_show (GtkLabel        *label,
                             TambourPriority  priority)
{
  static const char * const styles[] = {
    [TAMBOUR_PRIORITY_NONE] = "p3", [TAMBOUR_PRIORITY_P1] = "p1", [TAMBOUR_PRIORITY_P2] = "p2", [TAMBOUR_PRIORITY_P3] = "p3",
  };
  const char *classes[] = { "priority", "numeric", styles[MIN (priority, TAMBOUR_PRIORITY_P3)], NULL };
  const char *name = tambour_clock_text_priority (priority);

  gtk_label_set_text (label, name);
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);

  return *name != '\0';
}
