/* tambour-records-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_RECORDS_SECTION (tambour_records_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourRecordsSection, tambour_records_section, TAMBOUR, RECORDS_SECTION, TambourSection)

GtkWidget *tambour_records_section_new (void);

G_END_DECLS
