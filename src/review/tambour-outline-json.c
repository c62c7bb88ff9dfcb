/* tambour-outline-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-outline.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-record-json.h"

#define DOCUMENT "tambour-outline"
#define FORMAT   1

/* What is not the deck. */
static const char * const LAYOUTS[] = { "report", NULL };

/* By TambourReviewPaper, but for the usual one, of which nothing is said. */
static const char * const PAPERS[] = { "a4", "letter", NULL };

/* --- reading ------------------------------------------------------------------ */

/* Takes the text of a member, so that what is left of @object is what nobody knows. */
static char *
take_text (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  text = g_strdup (json_node_get_string (node));
  json_object_remove_member (object, name);

  return text;
}

static gboolean
take_flag (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  gboolean flag;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;

  flag = json_node_get_boolean (node);
  json_object_remove_member (object, name);

  return flag;
}

/* Takes a member that says one of a few words. Returns: which of @words, counted from 1; 0 is none of them */
static guint
take_word (JsonObject         *object,
           const char         *name,
           const char * const *words)
{
  const char *word = NULL;
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    word = json_node_get_string (node);

  for (guint i = 0; word && words[i]; i++)
    if (g_str_equal (words[i], word))
      {
        json_object_remove_member (object, name);
        return i + 1;
      }

  return 0;
}

static char *
dup_object (JsonObject *object)
{
  g_autoptr(JsonNode) node = NULL;

  if (json_object_get_size (object) == 0)
    return NULL;

  node = json_node_init_object (json_node_alloc (), object);

  return json_to_string (node, FALSE);
}

static gboolean
is_listed (const guint *order,
           guint        n,
           guint        chapter)
{
  for (guint i = 0; i < n; i++)
    if (order[i] == chapter)
      return TRUE;

  return FALSE;
}

/* A chapter that was written down twice, or that only a newer version knows. */
static void
keep_unknown (TambourOutline *self,
              JsonNode       *node)
{
  g_ptr_array_add (self->unknown, json_to_string (node, FALSE));
}

static void
read_part (TambourOutline *self,
           JsonNode       *node,
           guint          *order,
           guint          *n)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *name = object ? json_object_get_member (object, "chapter") : NULL;
  TambourOutlinePart *part;
  TambourChapter chapter;

  if (name == NULL || !JSON_NODE_HOLDS_VALUE (name) || json_node_get_value_type (name) != G_TYPE_STRING ||
      !tambour_chapter_find (json_node_get_string (name), &chapter) || is_listed (order, *n, chapter))
    {
      keep_unknown (self, node);
      return;
    }

  json_object_remove_member (object, "chapter");
  order[(*n)++] = chapter;
  part = &self->parts[chapter];
  part->is_out = take_flag (object, "out");
  part->title = take_text (object, "title");
  part->written = take_text (object, "written");
  part->is_of_report = take_word (object, "written_in", LAYOUTS) > 0;
  part->narrative = take_text (object, "narrative");
  part->extra = dup_object (object);
}

static void
insert_at (guint *order,
           guint  n,
           guint  position,
           guint  chapter)
{
  memmove (order + position + 1, order + position, (n - position) * sizeof *order);
  order[position] = chapter;
}

/* Chapters that were not written down stand where they stand by themselves: behind the one before. */
static void
set_order (TambourOutline *self,
           guint          *order,
           guint           n)
{
  TambourOutlinePart parts[TAMBOUR_N_CHAPTERS];

  for (guint chapter = 0; chapter < TAMBOUR_N_CHAPTERS; chapter++)
    {
      guint position = 0;

      if (is_listed (order, n, chapter))
        continue;

      for (guint i = 0; i < n; i++)
        if (chapter > 0 && order[i] == chapter - 1)
          position = i + 1;
      insert_at (order, n++, position, chapter);
    }

  memcpy (parts, self->parts, sizeof parts);
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    self->parts[i] = parts[order[i]];

  tambour_outline_move (self, TAMBOUR_CHAPTER_COVER, 0);
  tambour_outline_move (self, TAMBOUR_CHAPTER_APPENDIX, TAMBOUR_N_CHAPTERS - 1);
}

/* Takes a member that is a list. Returns: (transfer full) (nullable): it */
static JsonArray *
take_list (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *list;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  list = json_array_ref (json_node_get_array (node));
  json_object_remove_member (object, name);

  return list;
}

static void
read_parts (TambourOutline *self,
            JsonObject     *object)
{
  g_autoptr(JsonArray) list = take_list (object, "chapters");
  guint order[TAMBOUR_N_CHAPTERS + 1];
  guint n = 0;

  for (guint i = 0; list && i < json_array_get_length (list); i++)
    read_part (self, json_array_get_element (list, i), order, &n);

  set_order (self, order, n);
}

/* What somebody looked at is no text that was typed: one that cannot be read is not kept. */
static void
read_checks (TambourOutline *self,
             JsonObject     *object)
{
  g_autoptr(JsonArray) list = take_list (object, "checked");

  for (guint i = 0; list && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      g_autofree char *key = entry ? take_text (entry, "key") : NULL;
      g_autofree char *text = entry ? take_text (entry, "text") : NULL;
      g_autofree char *at = entry ? take_text (entry, "at") : NULL;
      g_autofree char *by = entry ? take_text (entry, "by") : NULL;
      TambourInstant when;

      if (key != NULL && text != NULL && at != NULL && tambour_instant_parse (at, &when))
        tambour_outline_check (self, key, text, when, by);
    }
}

static JsonObject *
parse_object (const char *text)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, text, -1, NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  object = json_node_get_object (root);
  if (g_strcmp0 (json_object_get_string_member_with_default (object, "document", NULL), DOCUMENT) != 0)
    return NULL;

  return json_object_ref (object);
}

/**
 * tambour_outline_parse:
 * @text: (nullable): the narrative of a report
 * @error: return location for %TAMBOUR_OUTLINE_ERROR_NEWER
 *
 * Returns: (transfer full) (nullable): what was composed; of any other text the narrative of
 *   the year is that text. %NULL if a newer version wrote it
 */
TambourOutline *
tambour_outline_parse (const char  *text,
                       GError     **error)
{
  g_autoptr(TambourOutline) self = tambour_outline_new ();
  g_autoptr(JsonObject) object = text && *text == '{' ? parse_object (text) : NULL;

  if (object == NULL)
    {
      tambour_outline_set_narrative (self, TAMBOUR_CHAPTER_YEAR, text);
      return g_steal_pointer (&self);
    }

  if (json_object_get_int_member_with_default (object, "format", 1) > FORMAT)
    {
      g_set_error_literal (error, TAMBOUR_OUTLINE_ERROR, TAMBOUR_OUTLINE_ERROR_NEWER,
                           _("The review was composed with a newer version of Tambour. Update to open it."));
      return NULL;
    }

  json_object_remove_member (object, "document");
  json_object_remove_member (object, "format");
  self->paper = take_word (object, "paper", PAPERS);
  read_parts (self, object);
  read_checks (self, object);
  self->extra = dup_object (object);

  return g_steal_pointer (&self);
}

/* --- writing ------------------------------------------------------------------ */

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

/* Members of a newer version, or of a shape that is none of ours. */
static void
set_extra (JsonObject *object,
           const char *extra)
{
  g_autoptr(JsonNode) node = extra ? json_from_string (extra, NULL) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node == NULL)
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!json_object_has_member (object, name))
      json_object_set_member (object, name, json_node_copy (member));
}

static JsonArray *
write_parts (TambourOutline *self)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      const TambourOutlinePart *part = &self->parts[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "chapter", tambour_chapter_nick (part->chapter));
      if (part->is_out)
        json_object_set_boolean_member (object, "out", TRUE);
      set_text (object, "title", part->title);
      set_text (object, "written", part->written);
      set_text (object, "written_in", part->is_of_report ? LAYOUTS[0] : NULL);
      set_text (object, "narrative", part->narrative);
      set_extra (object, part->extra);
      json_array_add_object_element (list, object);
    }
  for (guint i = 0; i < self->unknown->len; i++)
    json_array_add_element (list, json_from_string (g_ptr_array_index (self->unknown, i), NULL));

  return list;
}

static JsonArray *
write_checks (TambourOutline *self)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    {
      const TambourOutlineCheck *check = g_ptr_array_index (self->checks, i);
      g_autofree char *at = tambour_instant_dup_text (check->at);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "key", check->key);
      json_object_set_string_member (object, "text", check->text);
      json_object_set_string_member (object, "at", at);
      set_text (object, "by", check->by);
      json_array_add_object_element (list, object);
    }

  return list;
}

/**
 * tambour_outline_write:
 * @self: an outline
 *
 * Returns: (transfer full): what is kept of it; see #TambourOutline
 */
char *
tambour_outline_write (TambourOutline *self)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = NULL;

  json_object_set_string_member (object, "document", DOCUMENT);
  json_object_set_int_member (object, "format", FORMAT);
  set_text (object, "paper", self->paper != TAMBOUR_REVIEW_PAPER_USUAL ? PAPERS[self->paper - 1] : NULL);
  json_object_set_array_member (object, "chapters", write_parts (self));
  if (self->checks->len > 0)
    json_object_set_array_member (object, "checked", write_checks (self));
  set_extra (object, self->extra);
  node = json_node_init_object (json_node_alloc (), object);

  return json_to_string (node, FALSE);
}
