/* tambour-document.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

/**
 * TambourDocument:
 *
 * Pages laid out as marks, with what a reader shows around them. Writers walk
 * it; nothing in it depends on the clock or the host.
 */
typedef struct _TambourDocument TambourDocument;

/**
 * TambourPageWatch:
 * @page: that is about to be written, counted from 1
 * @n_pages: how many there are
 * @user_data: what was given with it
 *
 * Told of each page that a writer writes; called from the thread that writes.
 */
typedef void (*TambourPageWatch) (guint    page,
                                  guint    n_pages,
                                  gpointer user_data);

/**
 * TambourPageInfo:
 * @label: what the page is called by readers: "1", "A1"
 * @outline: its line in the outline, or %NULL for none
 * @canvas: the page's marks
 * @notes: (element-type utf8): what the speaker is told: how each figure was computed
 */
typedef struct
{
  char          *label;
  char          *outline;
  TambourCanvas *canvas;
  GPtrArray     *notes;
} TambourPageInfo;

/**
 * TambourPageHeading:
 * @page: on which it stands, from 0
 * @title: its line in the outline
 * @y: where it begins, in points from the top
 *
 * What begins further down a page, below something else.
 */
typedef struct
{
  guint  page;
  char  *title;
  double y;
} TambourPageHeading;

/**
 * TambourPageFigure:
 * @page: which tells it, from 0
 * @anchor: the row that defines it
 * @name: what it is called
 */
typedef struct
{
  guint  page;
  char  *anchor;
  char  *name;
} TambourPageFigure;

TambourDocument          *tambour_document_new          (TambourFonts       *fonts,
                                                         const TambourTheme *theme,
                                                         TambourPaper        paper,
                                                         gboolean            rtl);
void                      tambour_document_free         (TambourDocument    *self);

void                      tambour_document_set_title    (TambourDocument    *self,
                                                         const char         *title);
void                      tambour_document_set_author   (TambourDocument    *self,
                                                         const char         *author);
void                      tambour_document_set_subject  (TambourDocument    *self,
                                                         const char         *subject);
void                      tambour_document_set_language (TambourDocument    *self,
                                                         const char         *language);
void                      tambour_document_set_created  (TambourDocument    *self,
                                                         gint64              seconds);
void                      tambour_document_set_watch    (TambourDocument    *self,
                                                         TambourPageWatch    watch,
                                                         gpointer            user_data);
void                      tambour_document_tell_page    (TambourDocument    *self,
                                                         guint               page);
const char               *tambour_document_get_title    (TambourDocument    *self);
const char               *tambour_document_get_author   (TambourDocument    *self);
const char               *tambour_document_get_subject  (TambourDocument    *self);
const char               *tambour_document_get_language (TambourDocument    *self);
gint64                    tambour_document_get_created  (TambourDocument    *self);
const TambourTheme       *tambour_document_get_theme    (TambourDocument    *self);
gboolean                  tambour_document_get_rtl      (TambourDocument    *self);
double                    tambour_document_get_width    (TambourDocument    *self);
double                    tambour_document_get_height   (TambourDocument    *self);

TambourCanvas            *tambour_document_add_page     (TambourDocument    *self,
                                                         const char         *label,
                                                         const char         *outline);
void                      tambour_document_add_note     (TambourDocument    *self,
                                                         guint               index,
                                                         const char         *note);
guint                     tambour_document_get_n_pages  (TambourDocument    *self);
const TambourPageInfo    *tambour_document_get_page     (TambourDocument    *self,
                                                         guint               index);

void                      tambour_document_add_heading  (TambourDocument    *self,
                                                         const char         *title,
                                                         double              y);
const TambourPageHeading *tambour_document_get_headings (TambourDocument    *self,
                                                         guint              *n_headings);

void                      tambour_document_add_figure   (TambourDocument    *self,
                                                         guint               page,
                                                         const char         *anchor,
                                                         const char         *name);
const TambourPageFigure  *tambour_document_get_figures  (TambourDocument    *self,
                                                         guint              *n_figures);
GHashTable               *tambour_document_list_anchors (TambourDocument    *self);
void                      tambour_document_settle_links (TambourDocument    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourDocument, tambour_document_free)

G_END_DECLS
