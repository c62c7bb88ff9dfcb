/* tambour-people-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PEOPLE_SECTION (tambour_people_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourPeopleSection, tambour_people_section, TAMBOUR, PEOPLE_SECTION, TambourSection)

GtkWidget *tambour_people_section_new (void);

G_END_DECLS
