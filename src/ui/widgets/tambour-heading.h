/* tambour-heading.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_HEADING (tambour_heading_get_type ())
G_DECLARE_FINAL_TYPE (TambourHeading, tambour_heading, TAMBOUR, HEADING, AdwBin)

void tambour_heading_set_remark (TambourHeading *self,
                                 const char     *remark);
void tambour_heading_set_part   (TambourHeading *self,
                                 guint           shown,
                                 guint           all,
                                 const char     *remark);

G_END_DECLS
