/* tambour-person-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-contacts.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PERSON_ROW (tambour_person_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourPersonRow, tambour_person_row, TAMBOUR, PERSON_ROW, GtkListBoxRow)

GtkWidget *tambour_person_row_new          (void);
void       tambour_person_row_show_contact (TambourPersonRow         *self,
                                            const TambourContactView *view,
                                            const TambourContacts    *contacts,
                                            TambourInstant            now,
                                            gboolean                  is_narrow);
void       tambour_person_row_show_team    (TambourPersonRow         *self,
                                            const TambourTeamView    *view,
                                            TambourDate               today);
void       tambour_person_row_open         (TambourPersonRow         *self);

G_END_DECLS
