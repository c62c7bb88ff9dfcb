/* tambour-portal-parse.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-map-private.h"

G_BEGIN_DECLS

/*
 * TambourPortalParse:
 *
 * The reading of a map. What is wrong is noted, and the reading goes on, so that
 * all of it is told at once.
 */
typedef struct
{
  TambourPortalMap *map;
  GPtrArray        *faults;   /* of char * */
  JsonObject       *values;   /* (nullable): the tables that have a name */
  GStrv             lookups;  /* the names of those that there are */
} TambourPortalParse;

void                   tambour_portal_parse_refuse   (TambourPortalParse   *self,
                                                      const char           *place,
                                                      const char           *key,
                                                      const char           *expected);
void                   tambour_portal_parse_keys     (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char * const   *known);
JsonObject            *tambour_portal_parse_object   (TambourPortalParse   *self,
                                                      JsonNode             *node,
                                                      const char           *place);
JsonObject            *tambour_portal_parse_member   (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key);
char                  *tambour_portal_parse_text     (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key,
                                                      gboolean              is_needed);
GStrv                  tambour_portal_parse_texts    (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key);
gboolean               tambour_portal_parse_flag     (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key);
gint64                 tambour_portal_parse_number   (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key,
                                                      gint64                otherwise,
                                                      gint64                least,
                                                      gint64                most);
guint                  tambour_portal_parse_choice   (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key,
                                                      GType                 choice,
                                                      guint                 otherwise);
TambourJsonPointer    *tambour_portal_parse_pointer  (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key,
                                                      const char           *otherwise);
TambourPortalPlace    *tambour_portal_parse_place    (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key);
TambourPortalTemplate *tambour_portal_parse_template (TambourPortalParse   *self,
                                                      JsonNode             *node,
                                                      const char           *place,
                                                      const char * const   *names);
TambourPortalRequest  *tambour_portal_parse_request  (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char * const   *names);
void                   tambour_portal_parse_listing  (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char * const   *names,
                                                      TambourPortalListing *listing);
GPtrArray             *tambour_portal_parse_tests    (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key);
GPtrArray             *tambour_portal_parse_any      (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key);
TambourPortalRule     *tambour_portal_parse_rule     (TambourPortalParse   *self,
                                                      JsonNode             *node,
                                                      const char           *place,
                                                      const TambourField   *field,
                                                      GType                 choice);
TambourPortalRule     *tambour_portal_parse_rule_at  (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      const char           *key,
                                                      gboolean              is_needed);
GPtrArray             *tambour_portal_parse_fields   (TambourPortalParse   *self,
                                                      JsonObject           *object,
                                                      const char           *place,
                                                      TambourRecordClass   *klass,
                                                      GType                 steps);
void                   tambour_portal_parse_kinds    (TambourPortalParse   *self,
                                                      JsonObject           *object);

G_END_DECLS
