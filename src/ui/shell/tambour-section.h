/* tambour-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SECTION (tambour_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (TambourSection, tambour_section, TAMBOUR, SECTION, AdwBin)

/**
 * TambourSectionClass:
 * @refresh: reads anew, off the main loop, what the section shows: when it comes
 *   to the screen, after the portfolio changed, and for another account
 * @filter: shows the section's filter, for Ctrl+F; %NULL if it has none
 * @edit: edits what is chosen in the section, for Ctrl+E, unless there is nothing;
 *   %NULL where the account is edited
 */
struct _TambourSectionClass
{
  AdwBinClass parent_class;

  void     (*refresh) (TambourSection *self);
  void     (*filter)  (TambourSection *self);
  gboolean (*edit)    (TambourSection *self);
};

TambourPortfolio *tambour_section_get_portfolio (TambourSection   *self);
const char       *tambour_section_get_account   (TambourSection   *self);
void              tambour_section_show          (TambourSection   *self,
                                                 TambourPortfolio *portfolio,
                                                 const char       *account_id);
void              tambour_section_prepare       (TambourSection   *self);
gboolean          tambour_section_is_ready      (TambourSection   *self);
void              tambour_section_set_ready     (TambourSection   *self);
gboolean          tambour_section_filter        (TambourSection   *self);
gboolean          tambour_section_edit          (TambourSection   *self);

G_END_DECLS
