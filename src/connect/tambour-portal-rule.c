/* tambour-portal-rule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-rule.h"

#include <glib/gi18n-lib.h>

#include "tambour-html-text.h"
#include "tambour-portal-time.h"

/* More than a person writes into one field. */
#define MOST_BYTES (1024 * 1024)

/* Of what a fault quotes. */
#define MOST_QUOTED 80

/**
 * tambour_portal_test_new:
 *
 * Returns: (transfer full): a test that always holds
 */
TambourPortalTest *
tambour_portal_test_new (void)
{
  return g_new0 (TambourPortalTest, 1);
}

/**
 * tambour_portal_test_free:
 * @self: (transfer full): a test
 *
 * Frees it.
 */
void
tambour_portal_test_free (TambourPortalTest *self)
{
  g_clear_pointer (&self->place, tambour_portal_place_free);
  g_clear_pointer (&self->then, tambour_json_pointer_free);
  g_clear_pointer (&self->same_as, tambour_portal_place_free);
  g_strfreev (self->is);
  g_strfreev (self->isnt);
  g_strfreev (self->domain);
  g_free (self->lookup);
  g_free (self);
}

/* What a lookup has for what was read; without a lookup that itself. */
static JsonNode *
follow (JsonNode                   *node,
        const char                 *lookup,
        const TambourJsonPointer   *then,
        const TambourPortalContext *context)
{
  g_autofree char *key = NULL;

  if (lookup == NULL)
    return node;

  key = tambour_portal_node_dup_text (node);
  node = key != NULL && context->lookup != NULL ? context->lookup (lookup, key, context->user_data) : NULL;

  return then != NULL ? tambour_json_pointer_find (then, node) : node;
}

static gboolean
is_something (JsonNode *node)
{
  g_autofree char *text = tambour_portal_node_dup_text (node);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node))
    return text != NULL && !g_str_equal (text, "false");

  return JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_size (json_node_get_object (node)) > 0
                                       : json_array_get_length (json_node_get_array (node)) > 0;
}

static gboolean
has_domain (const char         *address,
            const char * const *domains)
{
  const char *at = address != NULL ? strrchr (address, '@') : NULL;

  for (guint i = 0; at != NULL && domains[i] != NULL; i++)
    if (g_ascii_strcasecmp (at + 1, domains[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
holds (const TambourPortalTest    *self,
       const TambourPortalContext *context)
{
  JsonNode *node = follow (tambour_portal_place_find (self->place, context), self->lookup, self->then, context);
  g_autofree char *text = tambour_portal_node_dup_text (node);
  const char *said = text != NULL ? text : "";

  if (self->there != 0 && is_something (node) != (self->there > 0))
    return FALSE;
  if (self->is != NULL && !g_strv_contains ((const char * const *) self->is, said))
    return FALSE;
  if (self->isnt != NULL && g_strv_contains ((const char * const *) self->isnt, said))
    return FALSE;
  if (self->domain != NULL && !has_domain (text, (const char * const *) self->domain))
    return FALSE;
  if (self->same_as != NULL)
    {
      g_autofree char *other = tambour_portal_node_dup_text (tambour_portal_place_find (self->same_as, context));

      return text != NULL && g_strcmp0 (text, other) == 0;
    }

  return TRUE;
}

/**
 * tambour_portal_tests_hold:
 * @tests: (nullable) (element-type TambourPortalTest): tests
 * @context: what they are read against
 *
 * Returns: whether all of them hold
 */
gboolean
tambour_portal_tests_hold (GPtrArray                  *tests,
                           const TambourPortalContext *context)
{
  for (guint i = 0; tests != NULL && i < tests->len; i++)
    if (!holds (tests->pdata[i], context))
      return FALSE;

  return TRUE;
}

/**
 * tambour_portal_rule_new:
 * @place: where it stands in the map
 * @field: (nullable): of which field it is
 *
 * Returns: (transfer full): a rule that says nothing
 */
TambourPortalRule *
tambour_portal_rule_new (const char         *place,
                         const TambourField *field)
{
  TambourPortalRule *self = g_new0 (TambourPortalRule, 1);

  self->place = g_strdup (place);
  self->field = field;

  return self;
}

/**
 * tambour_portal_rule_free:
 * @self: (transfer full): a rule
 *
 * Frees it.
 */
void
tambour_portal_rule_free (TambourPortalRule *self)
{
  g_clear_pointer (&self->when, g_ptr_array_unref);
  g_clear_pointer (&self->text, tambour_portal_template_free);
  g_clear_pointer (&self->at, tambour_portal_place_free);
  g_clear_pointer (&self->in, tambour_portal_place_free);
  g_clear_pointer (&self->where, g_ptr_array_unref);
  g_clear_pointer (&self->then, tambour_json_pointer_free);
  g_clear_pointer (&self->html, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->alternatives, g_ptr_array_unref);
  g_free (self->place);
  g_free (self->constant);
  g_free (self->lookup);
  g_free (self->join);
  g_free (self->otherwise);
  g_free (self);
}

/* Text from outside: valid, of a bounded length, without what ends a text in C. */
static char *
tidy (const TambourPortalRule    *self,
      JsonNode                   *found,
      JsonNode                   *text_node,
      const TambourPortalContext *context)
{
  TambourPortalContext inside = *context;
  g_autofree char *text = tambour_portal_node_dup_text (text_node);
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;
  if (strlen (text) > MOST_BYTES)
    text[MOST_BYTES] = '\0';

  valid = g_utf8_make_valid (text, -1);
  inside.here = found;
  if (self->html != NULL && tambour_portal_tests_hold (self->html, &inside))
    {
      g_free (text);
      text = tambour_html_dup_paragraphs (valid);
      return *text != '\0' ? g_steal_pointer (&text) : NULL;
    }

  return g_steal_pointer (&valid);
}

static char *
read_one (const TambourPortalRule    *self,
          const TambourPortalContext *context)
{
  JsonNode *node = self->at != NULL ? tambour_portal_place_find (self->at, context) : context->here;
  JsonNode *found = follow (node, self->lookup, NULL, context);
  JsonNode *text = self->then != NULL ? tambour_json_pointer_find (self->then, found) : found;
  TambourPortalContext inside = *context;

  inside.here = found;
  if (self->text != NULL)
    return found != NULL ? tambour_portal_template_expand (self->text, NULL, &inside, FALSE) : NULL;

  return tidy (self, self->lookup != NULL ? found : context->here, text, context);
}

/* What it is here. Without a table it is what it is there. */
static char *
translate (const TambourPortalRule *self,
           const char              *text)
{
  const char *known = self->values != NULL && text != NULL ? g_hash_table_lookup (self->values, text) : NULL;

  if (known != NULL)
    return g_strdup (known);
  if (self->otherwise != NULL)
    return g_strdup (self->otherwise);

  return self->values != NULL && self->is_strict ? NULL : g_strdup (text);
}

/* The elements of a list: all, or the first that says something that has a translation. */
static char *
read_list (const TambourPortalRule    *self,
           const TambourPortalContext *context)
{
  JsonNode *node = tambour_portal_place_find (self->in, context);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr(GString) joined = g_string_new (NULL);
  TambourPortalContext inside = *context;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *text = NULL;

      inside.here = json_array_get_element (array, i);
      if (!tambour_portal_tests_hold (self->where, &inside))
        continue;

      text = read_one (self, &inside);
      if (text == NULL || (self->join == NULL && self->values != NULL && !g_hash_table_contains (self->values, text)))
        continue;
      if (self->join == NULL)
        return translate (self, text);

      g_string_append (joined, joined->len > 0 ? self->join : "");
      g_string_append (joined, text);
    }

  return joined->len > 0 ? g_string_free (g_steal_pointer (&joined), FALSE) : translate (self, NULL);
}

/**
 * tambour_portal_rule_read:
 * @self: (nullable): a rule
 * @context: what it is read against
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL for nothing
 */
char *
tambour_portal_rule_read (const TambourPortalRule    *self,
                          const TambourPortalContext *context)
{
  g_autofree char *text = NULL;

  if (self == NULL || !tambour_portal_tests_hold (self->when, context))
    return NULL;

  for (guint i = 0; self->alternatives != NULL && text == NULL && i < self->alternatives->len; i++)
    text = tambour_portal_rule_read (self->alternatives->pdata[i], context);
  if (self->alternatives != NULL)
    return g_steal_pointer (&text);
  if (self->constant != NULL)
    return g_strdup (self->constant);
  if (self->in != NULL)
    return read_list (self, context);

  text = self->text != NULL && self->lookup == NULL ? tambour_portal_template_expand (self->text, NULL, context, FALSE) : read_one (self, context);

  return translate (self, text);
}

/**
 * tambour_portal_rule_read_instant:
 * @self: (nullable): a rule that says a time
 * @context: what it is read against
 * @instant: (out): the time; %TAMBOUR_NEVER if it says none
 *
 * Returns: %FALSE if it says something that is no time
 */
gboolean
tambour_portal_rule_read_instant (const TambourPortalRule    *self,
                                  const TambourPortalContext *context,
                                  TambourInstant             *instant)
{
  g_autofree char *text = tambour_portal_rule_read (self, context);

  instant->seconds = TAMBOUR_NEVER;

  return text == NULL || tambour_portal_time_parse (text, context->zone, instant);
}

static gboolean
set_time (const TambourPortalRule    *self,
          const TambourPortalContext *context,
          TambourRecord              *record,
          const char                 *text)
{
  TambourInstant instant;

  if (!tambour_portal_time_parse (text, context->zone, &instant))
    return FALSE;

  if (self->field->kind == TAMBOUR_KIND_INSTANT)
    TAMBOUR_FIELD_AT (self->field, record, TambourInstant) = instant;
  else
    TAMBOUR_FIELD_AT (self->field, record, TambourDate) = tambour_zone_date_of (context->zone, instant);

  return TRUE;
}

/* An address may be told as one below the portal's. Nothing but a page of the web is one. */
static gboolean
make_address (char       **text,
              const char  *base)
{
  g_autofree char *folder = g_strconcat (base, "/", NULL);
  g_autofree char *full = g_uri_resolve_relative (folder, *text, G_URI_FLAGS_ENCODED, NULL);
  const char *scheme = full != NULL ? g_uri_peek_scheme (full) : NULL;

  g_set_str (text, full);

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

/**
 * tambour_portal_rule_fill:
 * @self: a rule of a field
 * @context: what it is read against
 * @record: a record that has the field, which stays as it is if the rule says nothing
 *
 * Returns: (transfer full) (nullable): a sentence about what the field cannot hold, or
 *   %NULL if all is well
 */
char *
tambour_portal_rule_fill (const TambourPortalRule    *self,
                          const TambourPortalContext *context,
                          TambourRecord              *record)
{
  g_autofree char *text = tambour_portal_rule_read (self, context);
  g_autofree char *quoted = NULL;
  gboolean fits;

  if (text == NULL)
    return NULL;
  if (context->base != NULL && g_str_equal (self->field->name, "url") && !make_address (&text, context->base))
    return NULL;

  if (self->field->kind == TAMBOUR_KIND_INSTANT || self->field->kind == TAMBOUR_KIND_DATE)
    fits = set_time (self, context, record, text);
  else
    fits = tambour_field_set_text (self->field, record, text, NULL);
  if (fits)
    return NULL;

  quoted = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_QUOTED));

  return g_strdup_printf (_("“%s” is no value of %s (%s in the map)"), quoted, self->field->name, self->place);
}
