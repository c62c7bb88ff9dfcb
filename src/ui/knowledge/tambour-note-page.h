/* tambour-note-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_NOTE_PAGE (tambour_note_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourNotePage, tambour_note_page, TAMBOUR, NOTE_PAGE, TambourPage)

TambourNotePage *tambour_note_page_new (TambourPortfolio   *portfolio,
                                        TambourRecordClass *klass,
                                        const char         *id,
                                        const char         *account_id);

G_END_DECLS
