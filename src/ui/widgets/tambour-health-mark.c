/* tambour-health-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-health-mark.h"
#include "tambour-tooltip.h"

/* Each level has a shape of its own: colour never stands alone (DESIGN.md section 4). */
static const struct
{
  const char *icon;
  const char *style;
  const char *name;
} marks[] = {
  [TAMBOUR_HEALTH_NONE] = { "tambour-health-none-symbolic", "dimmed", N_("Health not known yet") },
  [TAMBOUR_HEALTH_GOOD] = { "tambour-health-good-symbolic", "success", N_("Good health") },
  [TAMBOUR_HEALTH_ATTENTION] = { "tambour-health-attention-symbolic", "warning", N_("Needs attention") },
  [TAMBOUR_HEALTH_RISK] = { "tambour-health-risk-symbolic", "error", N_("At risk") },
};

/**
 * tambour_health_mark_name:
 * @level: how an account stands
 *
 * Returns: (transfer none): what people call it
 */
const char *
tambour_health_mark_name (TambourHealthLevel level)
{
  return _(marks[level].name);
}

/**
 * tambour_health_mark_set:
 * @image: an image
 * @level: how an account stands
 *
 * Shows the mark of @level, with its name as tooltip and for screen readers.
 */
void
tambour_health_mark_set (GtkImage           *image,
                         TambourHealthLevel  level)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (image), marks[i].style);

  gtk_image_set_from_icon_name (image, marks[level].icon);
  gtk_widget_add_css_class (GTK_WIDGET (image), marks[level].style);
  tambour_tooltip_set (image, tambour_health_mark_name (level));
  gtk_accessible_update_property (GTK_ACCESSIBLE (image),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tambour_health_mark_name (level),
                                  -1);
}
