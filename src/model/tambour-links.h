/* tambour-links.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourLinkKind:
 * @TAMBOUR_LINK_CASE: “#4117”
 * @TAMBOUR_LINK_ISSUE: “KI-88”, a known issue
 * @TAMBOUR_LINK_NOTE: “[[Change calendar]]”, a note of the same account, or an environment
 * @TAMBOUR_LINK_ADDRESS: an address of the web or of mail, with or without words
 *
 * What a link in a note leads to.
 */
typedef enum
{
  TAMBOUR_LINK_CASE,
  TAMBOUR_LINK_ISSUE,
  TAMBOUR_LINK_NOTE,
  TAMBOUR_LINK_ADDRESS,
} TambourLinkKind;

/**
 * TambourLink:
 * @start: where it begins, in bytes
 * @end: where it ends
 * @target: the number, title or address alone
 *
 * A link in a text.
 */
typedef struct
{
  TambourLinkKind  kind;
  gsize            start;
  gsize            end;
  char            *target;
} TambourLink;

GPtrArray *tambour_links_parse        (const char      *text);
gboolean   tambour_links_have         (const char      *text,
                                       TambourLinkKind  kind,
                                       const char      *target);
char      *tambour_links_dup_word     (TambourLinkKind  kind,
                                       const char      *target);
void       tambour_links_append_words (GString         *words,
                                       const char      *text);
gboolean   tambour_links_is_openable  (const char      *address);

G_END_DECLS
