/* tambour-shown.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"
#include "tambour-facts.h"

G_BEGIN_DECLS

/**
 * TambourShownText:
 * @page: (nullable): the label of the page, or what the place is called; %NULL for what stands
 *   around the pages
 * @text: plain text, whole: never a part of a sentence that is broken into lines
 */
typedef struct
{
  char *page;
  char *text;
} TambourShownText;

/**
 * TambourShown:
 *
 * Every text that a finished review shows or carries, whatever its format: what the audience
 * wall looks at. Each writer that shows more than the pages adds what it shows.
 */
typedef struct _TambourShown TambourShown;

TambourShown           *tambour_shown_new          (void);
void                    tambour_shown_free         (TambourShown    *self);
void                    tambour_shown_add          (TambourShown    *self,
                                                    const char      *page,
                                                    const char      *text);
void                    tambour_shown_add_document (TambourShown    *self,
                                                    TambourDocument *document);
void                    tambour_shown_add_facts    (TambourShown    *self,
                                                    TambourFacts    *facts);
guint                   tambour_shown_get_n        (TambourShown    *self);
const TambourShownText *tambour_shown_get          (TambourShown    *self,
                                                    guint            index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourShown, tambour_shown_free)

/**
 * TambourGuardFunc:
 * @shown: what is about to be written
 * @user_data: of the settings
 * @error: return location
 *
 * Returns: %FALSE to stop: nothing is written then
 */
typedef gboolean (*TambourGuardFunc) (TambourShown  *shown,
                                      gpointer       user_data,
                                      GError       **error);

G_END_DECLS
