/* tambour-preferences.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PREFERENCES (tambour_preferences_get_type ())
G_DECLARE_FINAL_TYPE (TambourPreferences, tambour_preferences, TAMBOUR, PREFERENCES, AdwPreferencesDialog)

void tambour_preferences_present            (GtkWidget        *parent,
                                             TambourPortfolio *portfolio);
void tambour_preferences_present_team       (GtkWidget        *parent,
                                             TambourPortfolio *portfolio);
void tambour_preferences_present_connectors (GtkWidget        *parent,
                                             TambourPortfolio *portfolio);
void tambour_preferences_present_inbox      (GtkWidget        *parent,
                                             TambourPortfolio *portfolio);

G_END_DECLS
