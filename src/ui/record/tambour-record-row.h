/* tambour-record-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-record.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_RECORD_ROW (tambour_record_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourRecordRow, tambour_record_row, TAMBOUR, RECORD_ROW, GtkWidget)

/**
 * TambourRecordRowFunc:
 * @row: a row that is looked at
 * @data: what tambour_record_row_show_when_seen() was given
 *
 * Puts the text into a row with tambour_record_row_show_text().
 */
typedef void (*TambourRecordRowFunc) (TambourRecordRow *row,
                                      gpointer          data);

GtkWidget  *tambour_record_row_new            (void);
GtkWidget  *tambour_record_row_new_ruled      (void);
void        tambour_record_row_show           (TambourRecordRow     *self,
                                               TambourRecord        *record,
                                               GHashTable           *others,
                                               TambourInstant        now);
void        tambour_record_row_show_text      (TambourRecordRow     *self,
                                               const char           *title,
                                               const char           *line,
                                               const char           *when);
void        tambour_record_row_show_when_seen (TambourRecordRow     *self,
                                               TambourRecordRowFunc  fill,
                                               gpointer              data);
void        tambour_record_row_mark           (TambourRecordRow     *self,
                                               PangoAttrList        *title,
                                               PangoAttrList        *line);
const char *tambour_record_row_get_title      (TambourRecordRow     *self);
const char *tambour_record_row_get_line       (TambourRecordRow     *self);
char       *tambour_record_row_dup_name       (TambourRecordRow     *self);
GtkWidget  *tambour_record_row_in_list        (TambourRecord        *record,
                                               GHashTable           *others,
                                               TambourInstant        now);

G_END_DECLS
