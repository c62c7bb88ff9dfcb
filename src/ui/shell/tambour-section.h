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
 * TambourSectionReading:
 * @load: reads what the section shows; its data is the id of the account
 * @free_loaded: frees what that returned
 * @unread: what is said when it cannot be read, not translated yet
 * @try_again: the name of the action that reads it anew
 * @writing: (nullable) (array zero-terminated=1): the actions that change something,
 *   which a portfolio that is only read does not have
 *
 * What a section reads, and what it says and offers besides.
 */
typedef struct
{
  TambourLoadFunc             load;
  GDestroyNotify              free_loaded;
  const char                 *unread;
  const char                 *try_again;
  const char * const         *writing;
} TambourSectionReading;

/**
 * TambourSectionClass:
 * @reading: (nullable): what tambour_section_class_read() was told
 * @show_loaded: shows what was read, which lives until something else was read and
 *   shown; for sections that have a @reading
 * @refresh: reads anew, off the main loop, what the section shows: when it comes
 *   to the screen, after the portfolio changed, and for another account; sections
 *   that have a @reading need none of their own
 * @filter: shows the section's filter, for Ctrl+F; %NULL if it has none
 * @edit: edits what is chosen in the section, for Ctrl+E, unless there is nothing;
 *   %NULL where the account is edited
 */
struct _TambourSectionClass
{
  AdwBinClass parent_class;

  const TambourSectionReading *reading;

  void     (*show_loaded) (TambourSection *self,
                       gpointer loaded);
  void     (*refresh)     (TambourSection *self);
  void     (*filter)      (TambourSection *self);
  gboolean (*edit)        (TambourSection *self);
};

void              tambour_section_class_read    (TambourSectionClass         *klass,
                                                 const TambourSectionReading *reading);
TambourPortfolio *tambour_section_get_portfolio (TambourSection              *self);
const char       *tambour_section_get_account   (TambourSection              *self);
void              tambour_section_show          (TambourSection              *self,
                                                 TambourPortfolio            *portfolio,
                                                 const char                  *account_id);
void              tambour_section_prepare       (TambourSection              *self);
gboolean          tambour_section_is_ready      (TambourSection              *self);
void              tambour_section_set_ready     (TambourSection              *self);
gboolean          tambour_section_filter        (TambourSection              *self);
gboolean          tambour_section_edit          (TambourSection              *self);
gboolean          tambour_section_can_write     (TambourSection              *self);
void              tambour_section_add_action    (GtkWidget                   *widget,
                                                 const char                  *action_name,
                                                 GVariant                    *parameter);
void              tambour_section_list_action   (GtkWidget                   *widget,
                                                 const char                  *action_name,
                                                 GVariant                    *parameter);

G_END_DECLS
