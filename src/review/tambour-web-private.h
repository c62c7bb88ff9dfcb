/* tambour-web-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"

G_BEGIN_DECLS

/**
 * TambourWeb:
 * @text: the page's elements so far
 * @rules: style rules of single charts
 * @anchors: (element-type utf8 utf8): the rows that links can lead to
 * @page: from 0, the page of the document that is being written
 * @marks: of that page
 * @n_charts: written so far, so that each has a name of its own
 * @strong: what is written is bold already
 *
 * A document while it is written as a web page. All that is shown comes from
 * the marks, so that no number can differ from those on the pages.
 */
typedef struct
{
  TambourDocument   *document;
  GString           *text;
  GString           *rules;
  GHashTable        *anchors;
  guint              page;
  const TambourMark *marks;
  guint              n_marks;
  guint              n_charts;
  gboolean           rtl;
  gboolean           strong;
} TambourWeb;

/**
 * TambourWebBlock:
 * @start: its first mark
 * @end: the mark after its last one
 * @box: what it covers
 * @ruled: of a head: the rule above it, or %TAMBOUR_TONE_NONE
 * @on_panel: stands on an area in the accent colour
 *
 * What stands by itself on a page: a head, a paragraph, a list, a table, a figure.
 */
typedef struct
{
  guint             start;
  guint             end;
  cairo_rectangle_t box;
  TambourTone       ruled;
  gboolean          on_panel;
} TambourWebBlock;

guint    tambour_web_after      (TambourWeb             *self,
                                 guint                   start);
gboolean tambour_web_bounds     (TambourWeb             *self,
                                 guint                   start,
                                 guint                   end,
                                 cairo_rectangle_t      *box);
gboolean tambour_web_has_text   (TambourWeb             *self,
                                 guint                   start,
                                 guint                   end);

void     tambour_web_escape     (GString                *out,
                                 const char             *text);
void     tambour_web_attribute  (GString                *out,
                                 const char             *name,
                                 const char             *value);
void     tambour_web_number     (GString                *out,
                                 double                  value);
void     tambour_web_words      (TambourWeb             *self,
                                 const TambourShape     *shape);

void     tambour_web_picture    (TambourWeb             *self,
                                 guint                   start,
                                 guint                   end,
                                 const char             *alternative);
void     tambour_web_chart      (TambourWeb             *self,
                                 guint                   start,
                                 guint                   end,
                                 const char             *alternative);
void     tambour_web_sign       (TambourWeb             *self,
                                 const TambourMark      *mark);
gboolean tambour_web_begin_link (TambourWeb             *self,
                                 guint                   start);
void     tambour_web_block      (TambourWeb             *self,
                                 const TambourWebBlock  *block);
void     tambour_web_table      (TambourWeb             *self,
                                 guint                   start,
                                 guint                   end);
void     tambour_web_page       (TambourWeb             *self);

char    *tambour_web_style      (const TambourTheme     *theme,
                                 double                  width,
                                 double                  height,
                                 const char             *families);
char    *tambour_web_fonts      (TambourDocument        *document,
                                 const char             *text,
                                 char                  **families);

G_END_DECLS
