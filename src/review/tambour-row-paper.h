/* tambour-row-paper.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"

G_BEGIN_DECLS

/**
 * TambourPaperRow:
 * @record: the kind of record that it tells of, such as "case"
 * @id: that record
 * @lead: (nullable): a word or two in front, such as "P1"
 * @title: what it is
 * @lines: (element-type utf8): what there is to know of it, below
 * @end: (nullable): until when, or since when
 * @is_urgent: whether that has passed, or must not wait
 */
typedef struct
{
  const char *record;
  char       *id;
  char       *lead;
  char       *title;
  GPtrArray  *lines;
  char       *end;
  gboolean    is_urgent;
} TambourPaperRow;

TambourPaperRow *tambour_paper_row_new  (const char      *record,
                                         const char      *id,
                                         const char      *title);
void             tambour_paper_row_free (TambourPaperRow *self);
void             tambour_paper_row_line (TambourPaperRow *self,
                                         const char      *line);

/**
 * TambourPaperFact:
 * @name: a word for it
 * @value: what it is
 */
typedef struct
{
  char *name;
  char *value;
} TambourPaperFact;

TambourPaperFact *tambour_paper_fact_new  (const char       *name,
                                           const char       *value);
void              tambour_paper_fact_free (TambourPaperFact *self);

/**
 * TambourPaperPart:
 * @title: its head
 * @remark: (nullable): what stands behind the head
 * @empty: what is said where there is nothing
 * @rows: (element-type TambourPaperRow): its rows
 */
typedef struct
{
  const char *title;
  const char *remark;
  const char *empty;
  GPtrArray  *rows;
} TambourPaperPart;

/**
 * TambourRowPaper:
 * @name: what the document is called by readers
 * @subject: for whom it is
 * @account: whose it is
 * @running: the end of the running head
 * @label: what stands above the title
 * @title: a sentence: what it says in short
 * @again: the title of the other pages
 * @footer: what stands below
 * @language: which language the texts are in
 * @paper: which
 * @created: when it was read, in seconds since the epoch
 * @facts: (element-type TambourPaperFact): what it is about in short
 * @parts: its parts
 *
 * A document of rows under heads, a few pages long.
 */
typedef struct
{
  const char             *name;
  const char             *subject;
  const char             *account;
  const char             *running;
  const char             *label;
  const char             *title;
  const char             *again;
  const char             *footer;
  const char             *language;
  TambourPaper            paper;
  gint64                  created;
  GPtrArray              *facts;
  const TambourPaperPart *parts;
  guint                   n_parts;
} TambourRowPaper;

TambourDocument *tambour_row_paper_layout (const TambourRowPaper  *self,
                                           GError                **error);

G_END_DECLS
