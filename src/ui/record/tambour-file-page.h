/* tambour-file-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FILE_PAGE (tambour_file_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TambourFilePage, tambour_file_page, TAMBOUR, FILE_PAGE, TambourPage)

/**
 * TambourFileReading:
 * @kind: the kind of record, as "case"
 * @load: reads the file of one; its data is the id
 * @free_file: frees that
 * @all_fields: the name of the action that shows all fields of the record
 * @try_again: the name of the action that reads it anew
 *
 * What a page reads, and what it offers besides.
 */
typedef struct
{
  const char      *kind;
  TambourLoadFunc  load;
  GDestroyNotify   free_file;
  const char      *all_fields;
  const char      *try_again;
} TambourFileReading;

/**
 * TambourFilePageClass:
 * @reading: what tambour_file_page_class_read() was told
 * @show: shows the file, which lives until another was read and shown; or, with
 *   %NULL, that there is none, beside what the page says of that itself
 * @is_busy: whether what was just read is older than what is seen, and is read once
 *   more; %NULL if that is never so
 */
struct _TambourFilePageClass
{
  TambourPageClass parent_class;

  const TambourFileReading *reading;

  void     (*show)    (TambourFilePage *self,
                gpointer file);
  gboolean (*is_busy) (TambourFilePage *self);
};

void        tambour_file_page_class_read  (TambourFilePageClass     *klass,
                                           const TambourFileReading *reading);
gpointer    tambour_file_page_new         (GType                     type,
                                           TambourPortfolio         *portfolio,
                                           const char               *id);
const char *tambour_file_page_get_id      (gpointer                  self);
void        tambour_file_page_set_id      (TambourFilePage          *self,
                                           const char               *id);
void        tambour_file_page_edit_action (GtkWidget                *widget,
                                           const char               *action_name,
                                           GVariant                 *parameter);

G_END_DECLS
