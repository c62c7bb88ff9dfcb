/* tambour-application.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_APPLICATION (tambour_application_get_type ())
G_DECLARE_FINAL_TYPE (TambourApplication, tambour_application, TAMBOUR, APPLICATION, AdwApplication)

TambourApplication *tambour_application_new (GApplicationFlags flags);

G_END_DECLS
