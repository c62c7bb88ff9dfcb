/* tambour-choices.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CHOICES (tambour_choices_get_type ())
G_DECLARE_FINAL_TYPE (TambourChoices, tambour_choices, TAMBOUR, CHOICES, AdwBin)

void tambour_choices_clear (TambourChoices *self);
void tambour_choices_add   (TambourChoices *self,
                            const char     *icon,
                            const char     *title,
                            const char     *subtitle,
                            const char     *action,
                            const char     *target);

G_END_DECLS
