/* tambour-answer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TAMBOUR_ANSWER_ERROR (tambour_answer_error_quark ())

/**
 * TambourAnswerError:
 * @TAMBOUR_ANSWER_ERROR_SHAPE: what a server said is not what the protocol has it say
 */
typedef enum
{
  TAMBOUR_ANSWER_ERROR_SHAPE,
} TambourAnswerError;

GQuark      tambour_answer_error_quark (void);

void        tambour_answer_fail        (GError     **error,
                                        const char  *where,
                                        const char  *what);
JsonObject *tambour_answer_as_object   (JsonNode    *node,
                                        const char  *where,
                                        GError     **error);
JsonArray  *tambour_answer_as_array    (JsonNode    *node,
                                        const char  *where,
                                        GError     **error);
JsonArray  *tambour_answer_get_array   (JsonObject  *object,
                                        const char  *member,
                                        const char  *where,
                                        GError     **error);
const char *tambour_answer_get_text    (JsonObject  *object,
                                        const char  *member,
                                        const char  *where,
                                        GError     **error);
const char *tambour_answer_as_text     (JsonNode    *node);
const char *tambour_answer_peek_text   (JsonObject  *object,
                                        const char  *member);
gint64      tambour_answer_peek_int    (JsonObject  *object,
                                        const char  *member,
                                        gint64       otherwise);
GStrv       tambour_answer_dup_texts   (JsonNode    *node,
                                        const char  *where,
                                        GError     **error);
char       *tambour_answer_dup_place   (JsonNode    *node);

G_END_DECLS
