/* tambour-markup.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The tag of links. */
#define TAMBOUR_MARKUP_LINK "a"

/**
 * TambourMarkup:
 *
 * Markup for a label that is well-formed however it came about: what is added is
 * text, and tags end in the order that markup asks for.
 */
typedef struct
{
  /*< private >*/
  GString *text;
  GQueue   tags; /* those that are open, the innermost first */
} TambourMarkup;

void     tambour_markup_init      (TambourMarkup *self);
void     tambour_markup_clear     (TambourMarkup *self);

gboolean tambour_markup_is_empty  (TambourMarkup *self);
gboolean tambour_markup_is_in     (TambourMarkup *self,
                                   const char    *tag);
void     tambour_markup_add       (TambourMarkup *self,
                                   const char    *text,
                                   gssize         length);
void     tambour_markup_open      (TambourMarkup *self,
                                   const char    *tag);
void     tambour_markup_open_link (TambourMarkup *self,
                                   const char    *scheme,
                                   const char    *target,
                                   gssize         length);
void     tambour_markup_close     (TambourMarkup *self,
                                   const char    *tag);
void     tambour_markup_chomp     (TambourMarkup *self);
void     tambour_markup_show      (TambourMarkup *self,
                                   GtkLabel      *label);

G_END_DECLS
