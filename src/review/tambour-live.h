/* tambour-live.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"
#include "tambour-text.h"

G_BEGIN_DECLS

/**
 * TambourLiveKind:
 * @TAMBOUR_LIVE_TEXT: what was typed
 * @TAMBOUR_LIVE_FIGURE: the value of a figure
 * @TAMBOUR_LIVE_UNKNOWN: a figure that is not there, or that is not measured
 */
typedef enum
{
  TAMBOUR_LIVE_TEXT,
  TAMBOUR_LIVE_FIGURE,
  TAMBOUR_LIVE_UNKNOWN,
} TambourLiveKind;

/**
 * TambourLive:
 * @from: where it begins in what was typed, in bytes; @length: how long it is there
 * @text: how it is shown
 * @fact: (nullable): the figure
 *
 * A stretch of a text with live figures. A figure is named by its key, `{cases.opened.p1}`, or by its
 * metric and what it is of, `{M01.P1}`; `{cases.opened:before}` is what it was the year before.
 */
typedef struct
{
  TambourLiveKind  kind;
  gsize            from;
  gsize            length;
  char            *text;
  TambourFact     *fact;
} TambourLive;

void tambour_live_free (TambourLive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourLive, tambour_live_free)

GPtrArray   *tambour_live_split      (const char   *typed,
                                      TambourFacts *facts);
char        *tambour_live_show       (const char   *typed,
                                      TambourFacts *facts);
TambourFact *tambour_live_find       (TambourFacts *facts,
                                      const char   *reference);
char        *tambour_live_find_stale (const char   *title,
                                      const char   *written_then,
                                      const char   *written_now);

/**
 * TambourParagraph:
 * @is_item: it is a point of a list
 */
typedef struct
{
  gboolean     is_item;
  TambourRich *text;
} TambourParagraph;

void tambour_paragraph_free (TambourParagraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourParagraph, tambour_paragraph_free)

GPtrArray *tambour_live_paragraphs (const char   *narrative,
                                    TambourFacts *facts);

G_END_DECLS
