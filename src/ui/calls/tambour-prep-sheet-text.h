/* tambour-prep-sheet-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-prep-sheet.h"

G_BEGIN_DECLS

/* What a prep sheet says, on the screen and on paper, in the language of the person. */
char       *tambour_prep_text_subtitle (const TambourPrepSheet  *sheet,
                                        TambourInstant           now);
char       *tambour_prep_text_title    (const TambourPrepPoint  *point);
char       *tambour_prep_text_line     (const TambourPrepPoint  *point,
                                        const TambourPrepSheet  *sheet,
                                        TambourInstant           now);
char       *tambour_prep_text_tag      (const TambourPrepPoint  *point);
char       *tambour_prep_text_owner    (const TambourTodayWork  *work,
                                        const TambourPrepSheet  *sheet,
                                        gboolean                 is_ours);
char       *tambour_prep_text_due      (TambourDate              on,
                                        gboolean                 is_overdue,
                                        TambourDate              today);
char       *tambour_prep_text_since    (const TambourPrepSheet  *sheet);
char       *tambour_prep_text_change   (const TambourPrepSheet  *sheet);
const char *tambour_prep_text_metric   (const char              *metric);
char       *tambour_prep_text_person   (const TambourPrepPerson *person,
                                        TambourDate              today);
char       *tambour_prep_text_share    (const TambourPrepShare  *share,
                                        TambourDate              today);
char       *tambour_prep_text_minutes  (const TambourPrepSheet  *sheet);
char       *tambour_prep_text_agenda   (GPtrArray               *points);

G_END_DECLS
