/* tambour-record-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

char       *tambour_field_words        (const TambourField *field,
                                        TambourRecord      *record,
                                        GHashTable         *others,
                                        TambourInstant      now);
char       *tambour_record_words_title (TambourRecord      *record,
                                        GHashTable         *others,
                                        TambourInstant      now);
char       *tambour_record_words_short (TambourRecord      *record,
                                        GHashTable         *others,
                                        TambourInstant      now);
char       *tambour_record_words_line  (TambourRecord      *record,
                                        GHashTable         *others,
                                        TambourInstant      now);
char       *tambour_record_words_when  (TambourRecord      *record,
                                        TambourInstant      now);
char       *tambour_words_moment       (TambourInstant      instant,
                                        TambourInstant      now);
char       *tambour_words_lately       (TambourInstant      instant,
                                        TambourInstant      now);
char       *tambour_words_weekday      (TambourDate         date,
                                        TambourInstant      now);
const char *tambour_words_who          (const char         *name,
                                        const char         *me);
gboolean    tambour_words_have         (const char         *text,
                                        const char         *folded);
char       *tambour_words_isolate      (const char         *text);
char       *tambour_words_first_line   (const char         *text);
char       *tambour_words_shorten      (const char         *text);

G_END_DECLS
