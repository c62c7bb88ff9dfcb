/* tambour-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-plot.h"
#include "tambour-text.h"

G_BEGIN_DECLS

/**
 * TambourSign:
 *
 * A status as a sign: its shape says it, its colour helps, a word stands
 * beside it.
 */
typedef enum
{
  TAMBOUR_SIGN_MET,
  TAMBOUR_SIGN_NEARLY,
  TAMBOUR_SIGN_MISSED,
  TAMBOUR_SIGN_NOT_MEASURED,
} TambourSign;

typedef enum
{
  TAMBOUR_MARK_RECT,
  TAMBOUR_MARK_LINE,
  TAMBOUR_MARK_PATH,
  TAMBOUR_MARK_CIRCLE,
  TAMBOUR_MARK_SIGN,
  TAMBOUR_MARK_TEXT,
  TAMBOUR_MARK_BEGIN,
  TAMBOUR_MARK_END,
} TambourMarkKind;

/**
 * TambourTag:
 * @TAMBOUR_TAG_LINK: leads to the row with its anchor: a figure to its definition
 *
 * What a group of marks is to a reader that does not see the page.
 */
typedef enum
{
  TAMBOUR_TAG_TITLE,
  TAMBOUR_TAG_HEAD,
  TAMBOUR_TAG_PARAGRAPH,
  TAMBOUR_TAG_LIST,
  TAMBOUR_TAG_ITEM,
  TAMBOUR_TAG_TABLE,
  TAMBOUR_TAG_ROW,
  TAMBOUR_TAG_HEAD_CELL,
  TAMBOUR_TAG_CELL,
  TAMBOUR_TAG_FIGURE,
  TAMBOUR_TAG_LINK,
  TAMBOUR_TAG_ARTIFACT,
} TambourTag;

typedef struct
{
  double x;
  double y;
} TambourPoint;

/**
 * TambourMark:
 * @stroke_width: in points; 0 is no stroke
 * @dash: lengths of dash and gap in points; the first 0 is a solid line
 * @round: round caps and joins
 * @plot: the number of the plot on its page that it is drawn from, counted from 1; 0 is none
 *
 * One thing on a page, in points from its upper left corner. All of it is
 * already mirrored if the page is.
 */
typedef struct
{
  TambourMarkKind kind;
  TambourTone     fill;
  TambourTone     stroke;
  double          stroke_width;
  double          dash[2];
  gboolean        round;
  guint           plot;

  union
  {
    struct
    {
      double x, y, width, height;
    } rect;

    struct
    {
      double x1, y1, x2, y2;
    } line;

    struct
    {
      TambourPoint *points;
      guint         n_points;
      gboolean      closed;
    } path;

    struct
    {
      double x, y, radius;
    } circle;

    struct
    {
      TambourSign sign;
      double      x, y, radius;
    } sign;

    /* The box of the text; lines stand in it as @align says. @turned: reads upwards,
     * the box being as it looks on the page. */
    struct
    {
      TambourShape *shape;
      TambourAlign  align;
      gboolean      turned;
      double        x, y, width, height;
    } text;

    /* @anchor: what a row is called by links, and where a link leads; NULL is nowhere.
     * @area is where a table, its rows and cells lie; it is empty for other groups. */
    struct
    {
      TambourTag         tag;
      char              *alternative;
      char              *anchor;
      cairo_rectangle_t  area;
    } group;
  };
} TambourMark;

void tambour_mark_clear  (TambourMark       *self);
void tambour_mark_bounds (const TambourMark *self,
                          cairo_rectangle_t *bounds);

G_END_DECLS
