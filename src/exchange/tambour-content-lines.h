/* tambour-content-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourContentLine:
 * @number: where it begins in the file, from 1
 * @text: what it says, in UTF-8, as one line
 *
 * One line of an iCalendar or vCard file, however many lines it was folded into.
 */
typedef struct
{
  guint  number;
  char  *text;
} TambourContentLine;

/**
 * TambourContentParameter:
 * @name: in capitals
 * @value: without quotes
 */
typedef struct
{
  char *name;
  char *value;
} TambourContentParameter;

/**
 * TambourContentProperty:
 * @group: (nullable): what stands before the dot, as in “item1.EMAIL”
 * @name: in capitals
 * @parameters: (element-type TambourContentParameter): one for each value
 * @value: in UTF-8; quoted-printable is undone, escapes are not
 */
typedef struct
{
  guint      line;
  char      *group;
  char      *name;
  GPtrArray *parameters;
  char      *value;
} TambourContentProperty;

GPtrArray              *tambour_content_lines_read        (const char                   *bytes,
                                                           gsize                         length);
TambourContentProperty *tambour_content_property_parse    (const TambourContentLine     *line);
void                    tambour_content_property_free     (TambourContentProperty       *self);
const char             *tambour_content_property_get      (const TambourContentProperty *self,
                                                           const char                   *parameter);
gboolean                tambour_content_property_says     (const TambourContentProperty *self,
                                                           const char                   *parameter,
                                                           const char                   *value);
GPtrArray              *tambour_content_property_split    (const TambourContentProperty *self,
                                                           char                          separator);
char                   *tambour_content_dup_uid           (const char                   *text,
                                                           gsize                         length);
char                   *tambour_content_property_dup_text (const TambourContentProperty *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourContentProperty, tambour_content_property_free)

G_END_DECLS
