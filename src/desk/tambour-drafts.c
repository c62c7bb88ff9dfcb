/* tambour-drafts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-drafts.h"
#include "tambour-kinds.h"
#include "tambour-record-json.h"

/* The portfolio keeps drafts among its settings, so that they go where it goes. */
#define PREFIX TAMBOUR_STORE_DRAFTS

/**
 * tambour_draft_dup_key:
 * @kind: a kind of record
 * @id: (nullable): the id of the record that is edited, or %NULL for a new one
 * @account_id: (nullable): the account that a new one is for
 *
 * Returns: (transfer full): where its draft is kept: one for each record, and one
 *   for each kind of new record and account
 */
char *
tambour_draft_dup_key (const char *kind,
                       const char *id,
                       const char *account_id)
{
  if (id != NULL)
    return g_strdup_printf (PREFIX "%s:%s", kind, id);

  return g_strdup_printf (PREFIX "%s:new:%s", kind, account_id ? account_id : "");
}

/**
 * tambour_draft_new:
 * @kind: a kind of record
 * @id: (nullable): the id of the record that is edited, or %NULL for a new one
 * @account_id: (nullable): the account that a new one is for
 *
 * Returns: (transfer full): a draft in which nothing is typed
 */
TambourDraft *
tambour_draft_new (const char *kind,
                   const char *id,
                   const char *account_id)
{
  TambourDraft *self = g_new0 (TambourDraft, 1);

  self->key = tambour_draft_dup_key (kind, id, account_id);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->account_id = g_strdup (account_id);
  self->at.seconds = TAMBOUR_NEVER;

  return self;
}

/* What a new record is begun in stands at the end of its key. */
#define NEW ":new:"

/**
 * tambour_draft_new_within:
 * @kind: a kind of record
 * @account_id: (nullable): the account that a new one is for
 * @within: what it is begun in, as tambour_record_begin_within() wants it
 *
 * There is one for each place that something new can be begun in.
 *
 * Returns: (transfer full): a draft in which nothing is typed
 */
TambourDraft *
tambour_draft_new_within (const char *kind,
                          const char *account_id,
                          const char *within)
{
  TambourDraft *self = tambour_draft_new (kind, NULL, account_id);
  g_autofree char *own = g_steal_pointer (&self->key);

  self->key = g_strconcat (own, ":", within, NULL);

  return self;
}

/**
 * tambour_draft_get_within:
 * @self: a draft
 *
 * Returns: (nullable): what its record is begun in
 */
const char *
tambour_draft_get_within (const TambourDraft *self)
{
  const char *place = self->id == NULL ? strstr (self->key, NEW) : NULL;
  const char *within = place ? strchr (place + strlen (NEW), ':') : NULL;

  return within && strchr (within, '=') ? within + 1 : NULL;
}

/* A call that is being logged is more than the record that it makes. */
#define CALL "call"

/**
 * tambour_draft_new_call:
 * @key: (nullable): where it is kept already
 * @account_id: with whom the call was
 *
 * There may be several for one account: none takes the place of another.
 *
 * Returns: (transfer full): a draft of a call that is being logged
 */
TambourDraft *
tambour_draft_new_call (const char *key,
                        const char *account_id)
{
  TambourDraft *self = tambour_draft_new ("engagement", NULL, account_id);
  g_autofree char *id = tambour_id_new ();

  g_free (self->key);
  self->key = key ? g_strdup (key) : tambour_draft_dup_key (CALL, NULL, id);

  return self;
}

/**
 * tambour_draft_is_call:
 * @self: a draft
 *
 * Returns: whether it is of a call that is being logged, with its minutes
 */
gboolean
tambour_draft_is_call (const TambourDraft *self)
{
  return g_str_has_prefix (self->key, PREFIX CALL ":");
}

/* What is to be done about a case is none of its fields. */
#define MOVE "move"

/**
 * tambour_draft_new_move:
 * @case_id: a case
 * @account_id: (nullable): whose it is
 * @move: the #TambourCaseMoveKind
 *
 * Returns: (transfer full): a draft of what is to be done about the case
 */
TambourDraft *
tambour_draft_new_move (const char *case_id,
                        const char *account_id,
                        guint       move)
{
  TambourDraft *self = tambour_draft_new ("case", case_id, account_id);

  g_free (self->key);
  self->key = g_strdup_printf (PREFIX MOVE ":%s:%u", case_id, move);

  return self;
}

/* The number at the end of the key of a draft that begins so. */
static gboolean
read_number (const TambourDraft *self,
             const char         *prefix,
             guint              *number)
{
  const char *last = strrchr (self->key, ':');
  guint64 found;

  if (!g_str_has_prefix (self->key, prefix) ||
      !g_ascii_string_to_unsigned (last + 1, 10, 0, G_MAXUINT, &found, NULL))
    return FALSE;

  *number = (guint) found;

  return TRUE;
}

/**
 * tambour_draft_is_move:
 * @self: a draft
 * @move: (out): the #TambourCaseMoveKind
 *
 * Returns: whether it is of what is to be done about its case
 */
gboolean
tambour_draft_is_move (const TambourDraft *self,
                       guint              *move)
{
  return read_number (self, PREFIX MOVE ":", move);
}

/* Nor is what is to be done about an action or a commitment. */
#define STEP "step"

/**
 * tambour_draft_new_step:
 * @kind: the kind of an action or a commitment
 * @id: its id
 * @account_id: (nullable): whose it is
 * @step: the #TambourActionMoveKind
 *
 * Returns: (transfer full): a draft of what is to be done about it
 */
TambourDraft *
tambour_draft_new_step (const char *kind,
                        const char *id,
                        const char *account_id,
                        guint       step)
{
  TambourDraft *self = tambour_draft_new (kind, id, account_id);

  g_free (self->key);
  self->key = g_strdup_printf (PREFIX STEP ":%s:%s:%u", kind, id, step);

  return self;
}

/**
 * tambour_draft_is_step:
 * @self: a draft
 * @step: (out): the #TambourActionMoveKind
 *
 * Returns: whether it is of what is to be done about its action or commitment
 */
gboolean
tambour_draft_is_step (const TambourDraft *self,
                       guint              *step)
{
  return read_number (self, PREFIX STEP ":", step);
}

/* What asks before something is done has drafts of its own. Those of a roadmap were the first. */
static const struct
{
  const char *family;
  const char *prefix;
} asks[] = {
  { "roadmap", PREFIX "ask:" },
  { "request", PREFIX "request:" },
  { "service", PREFIX "service:" },
  { "value", PREFIX "value:" },
  { "library", PREFIX "library:" },
};

/**
 * tambour_draft_new_ask:
 * @family: what kind of question it is: roadmap, request, service, value or library
 * @kind: the kind of the record that is asked about, or of an account
 * @id: its id
 * @account_id: the customer that it is about: what one says is nothing to another; "" for
 *   none
 * @move: which question of its family
 *
 * Returns: (transfer full): a draft of what is to be done about it
 */
TambourDraft *
tambour_draft_new_ask (const char *family,
                       const char *kind,
                       const char *id,
                       const char *account_id,
                       guint       move)
{
  TambourDraft *self = tambour_draft_new (kind, id, account_id);

  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (g_str_equal (asks[i].family, family))
      {
        g_free (self->key);
        self->key = g_strdup_printf ("%s%s:%s:%s:%u", asks[i].prefix, kind, id, account_id, move);
      }

  return self;
}

/**
 * tambour_draft_is_ask:
 * @self: a draft
 * @family: (out) (transfer none): what kind of question it is
 * @move: (out): which one of its family
 *
 * Returns: whether it is of something that asks before it is done
 */
gboolean
tambour_draft_is_ask (const TambourDraft  *self,
                      const char         **family,
                      guint               *move)
{
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (read_number (self, asks[i].prefix, move))
      {
        *family = asks[i].family;
        return TRUE;
      }

  return FALSE;
}

/* The text of a note is written beside its other fields. */
#define TEXT "text"

/**
 * tambour_draft_new_text:
 * @kind: a kind of note
 * @id: (nullable): the id of the note, or %NULL for a new one
 * @account_id: (nullable): the account that a new one is for
 *
 * Returns: (transfer full): a draft of the text of a note
 */
TambourDraft *
tambour_draft_new_text (const char *kind,
                        const char *id,
                        const char *account_id)
{
  TambourDraft *self = tambour_draft_new (kind, id, account_id);
  g_autofree char *own = g_steal_pointer (&self->key);

  self->key = g_strconcat (PREFIX TEXT ":", own + strlen (PREFIX), NULL);

  return self;
}

/**
 * tambour_draft_is_text:
 * @self: a draft
 *
 * Returns: whether it is of the text of a note
 */
gboolean
tambour_draft_is_text (const TambourDraft *self)
{
  return g_str_has_prefix (self->key, PREFIX TEXT ":");
}

/* What is to be raised in a call is none of its fields. */
#define PREP "prep"

/**
 * tambour_draft_new_prep:
 * @account_id: an account
 * @meeting_id: (nullable): its call that is prepared, or %NULL for one that is not
 *   planned
 *
 * Returns: (transfer full): a draft of what a person changed of the prep sheet
 */
TambourDraft *
tambour_draft_new_prep (const char *account_id,
                        const char *meeting_id)
{
  TambourDraft *self = tambour_draft_new ("engagement", meeting_id, account_id);

  g_free (self->key);
  self->key = g_strconcat (PREFIX PREP ":", meeting_id ? meeting_id : account_id, NULL);

  return self;
}

/**
 * tambour_draft_is_prep:
 * @self: a draft
 *
 * Returns: whether it is of what is to be raised in a call
 */
gboolean
tambour_draft_is_prep (const TambourDraft *self)
{
  return g_str_has_prefix (self->key, PREFIX PREP ":");
}

/* What two have written of a record, and a third value for it, is not yet in its fields. */
#define CONFLICT "conflict"

/**
 * tambour_draft_dup_conflict_key:
 * @id: the id of a record
 *
 * Returns: (transfer full): where it is kept what somebody writes to settle its conflicts
 */
char *
tambour_draft_dup_conflict_key (const char *id)
{
  return g_strconcat (PREFIX CONFLICT ":", id, NULL);
}

/**
 * tambour_draft_new_conflict:
 * @kind: a kind of record
 * @id: the id of a record that has conflicts
 * @account_id: (nullable): whose it is
 *
 * Returns: (transfer full): a draft of what somebody writes to settle them
 */
TambourDraft *
tambour_draft_new_conflict (const char *kind,
                            const char *id,
                            const char *account_id)
{
  TambourDraft *self = tambour_draft_new (kind, id, account_id);

  g_free (self->key);
  self->key = tambour_draft_dup_conflict_key (id);

  return self;
}

/**
 * tambour_draft_is_conflict:
 * @self: a draft
 *
 * Returns: whether it is of what settles the conflicts of its record
 */
gboolean
tambour_draft_is_conflict (const TambourDraft *self)
{
  return g_str_has_prefix (self->key, PREFIX CONFLICT ":");
}

/**
 * tambour_draft_free:
 * @self: (transfer full): a draft
 */
void
tambour_draft_free (TambourDraft *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->base);
  g_clear_pointer (&self->fields, json_object_unref);
  g_free (self);
}

/**
 * tambour_draft_pack:
 * @self: a draft in which something is typed
 *
 * Returns: (transfer full): it as text
 */
char *
tambour_draft_pack (const TambourDraft *self)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);
  g_autofree char *at = tambour_instant_dup_text (self->at);

  json_object_set_string_member (object, "kind", self->kind);
  if (self->id != NULL)
    json_object_set_string_member (object, "id", self->id);
  if (self->account_id != NULL)
    json_object_set_string_member (object, "account", self->account_id);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "at", at);
  if (self->base != NULL)
    json_object_set_member (object, "base", tambour_record_pack (self->base));
  json_object_set_object_member (object, "fields", json_object_ref (self->fields));

  return json_to_string (root, FALSE);
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static TambourRecord *
unpack_base (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "base");

  return node ? tambour_record_unpack (node, NULL) : NULL;
}

/**
 * tambour_draft_unpack:
 * @key: where the portfolio keeps it
 * @text: what tambour_draft_pack() gave
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL if @text is none
 */
TambourDraft *
tambour_draft_unpack (const char *key,
                      const char *text)
{
  g_autoptr(JsonNode) node = json_from_string (text, NULL);
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *fields = object ? json_object_get_member (object, "fields") : NULL;
  g_autoptr(TambourDraft) self = NULL;

  if (fields == NULL || !JSON_NODE_HOLDS_OBJECT (fields))
    return NULL;

  self = g_new0 (TambourDraft, 1);
  self->key = g_strdup (key);
  self->kind = dup_member (object, "kind");
  self->id = dup_member (object, "id");
  self->account_id = dup_member (object, "account");
  self->title = dup_member (object, "title");
  self->at.seconds = TAMBOUR_NEVER;
  tambour_instant_parse (json_object_get_string_member_with_default (object, "at", ""), &self->at);
  self->base = unpack_base (object);
  self->fields = json_object_ref (json_node_get_object (fields));
  if (self->kind == NULL || self->title == NULL || tambour_kinds_find (self->kind) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

static int
compare_drafts (gconstpointer a,
                gconstpointer b)
{
  const TambourDraft *first = *(const TambourDraft * const *) a;
  const TambourDraft *second = *(const TambourDraft * const *) b;

  return first->at.seconds < second->at.seconds ? 1 : first->at.seconds > second->at.seconds ? -1
                                                                                             : 0;
}

/**
 * tambour_drafts_list:
 * @store: a store
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourDraft): what is typed
 *   and not saved, the newest first
 */
GPtrArray *
tambour_drafts_list (TambourStore  *store,
                     GError       **error)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_draft_free);
  g_auto(GStrv) names = tambour_store_list_settings (store, PREFIX, error);

  if (names == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = tambour_store_dup_setting (store, names[i]);
      TambourDraft *draft = text ? tambour_draft_unpack (names[i], text) : NULL;

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  g_ptr_array_sort (drafts, compare_drafts);

  return g_steal_pointer (&drafts);
}
