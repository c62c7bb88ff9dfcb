/* tambour-flow.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

/**
 * TambourFlowWords:
 * @name: what the document is called by readers
 * @subject: for whom it is
 * @account: whose it is
 * @running: the end of the running head
 * @label: what stands above the title
 * @title: a sentence: what it says in short
 * @shorter: (nullable): another wording for when @title does not fit
 * @again: (nullable): the title of the other pages; without one their label says that it goes on
 * @footer: what stands below
 * @source: (nullable): what stands behind it
 * @paper: which
 * @created: when it was read, in seconds since the epoch
 *
 * The words around the pages of a document that flows.
 */
typedef struct
{
  const char   *name;
  const char   *subject;
  const char   *account;
  const char   *running;
  const char   *label;
  const char   *title;
  const char   *shorter;
  const char   *again;
  const char   *footer;
  const char   *source;
  TambourPaper  paper;
  gint64        created;
} TambourFlowWords;

/**
 * TambourFlow:
 * @words: around its pages
 * @document: where pages are added
 * @canvas: the page that is drawn
 * @x: where its body begins
 * @top: where its text begins
 * @y: where it goes on
 * @bottom: where it ends
 *
 * A document of one column, a few pages long, that goes on from page to page; each says which of
 * how many it is. Laid out twice: only then is known how many there are, and what begins on which.
 */
typedef struct
{
  const TambourFlowWords *words;
  TambourDocument        *document;
  TambourCanvas          *canvas;
  double                  x;
  double                  top;
  double                  y;
  double                  bottom;

  /*< private >*/
  GPtrArray              *begins;
  GPtrArray              *begun;
} TambourFlow;

/**
 * TambourFlowFunc:
 * @flow: on its first page, or on one where something goes on
 * @user_data: what was given with it
 *
 * Draws what comes.
 */
typedef void (*TambourFlowFunc) (TambourFlow *flow,
                                 gpointer     user_data);

TambourDocument *tambour_flow_layout (const TambourFlowWords  *words,
                                      TambourFlowFunc          draw,
                                      gpointer                 user_data,
                                      GError                 **error);
void             tambour_flow_note   (TambourFlow             *self,
                                      const char              *title);
void             tambour_flow_need   (TambourFlow             *self,
                                      double                   height);
void             tambour_flow_table  (TambourFlow             *self,
                                      TambourTable            *table,
                                      double                   below,
                                      TambourFlowFunc          again,
                                      gpointer                 user_data);
char            *tambour_flow_short  (const char              *text);

G_END_DECLS
