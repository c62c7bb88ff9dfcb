/* tambour-test-team.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-team.h"

#include "tambour-couch-document.h"
#include "tambour-record-json.h"
#include "tambour-replica.h"
#include "tambour-test-records.h"

/* More rounds than anybody needs to learn what all the others know. */
#define MOST_PASSES 12

/**
 * tambour_test_team_new:
 * @couch: a server
 * @n_members: how many belong to the team
 *
 * Returns: (transfer full): a team with a fresh database and empty portfolios
 */
TambourTestTeam *
tambour_test_team_new (TambourTestCouch *couch,
                       guint             n_members)
{
  TambourTestTeam *self = g_new0 (TambourTestTeam, 1);

  self->couch = couch;
  self->database = tambour_test_couch_add (couch);
  self->laptops = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_laptop_free);
  for (guint i = 0; i < n_members; i++)
    g_ptr_array_add (self->laptops, tambour_laptop_new (couch->proxy, self->database));

  return self;
}

/**
 * tambour_test_team_free:
 * @self: (transfer full): a team
 */
void
tambour_test_team_free (TambourTestTeam *self)
{
  g_autoptr(JsonNode) removed = tambour_test_couch_call (self->couch, "DELETE", self->database, NULL);

  g_ptr_array_unref (self->laptops);
  g_free (self->database);
  g_free (self);
}

/**
 * tambour_test_team_get:
 * @self: a team
 * @member: one of it, from 0
 *
 * Returns: (transfer none): their laptop
 */
TambourLaptop *
tambour_test_team_get (TambourTestTeam *self,
                       guint            member)
{
  return g_ptr_array_index (self->laptops, member);
}

/**
 * tambour_test_team_dup_name:
 * @member: a member of a team, from 0
 *
 * Returns: (transfer full): what they are called
 */
char *
tambour_test_team_dup_name (guint member)
{
  return g_strdup_printf ("Member %u", member + 1);
}

/**
 * tambour_test_team_restart:
 * @self: a team
 * @member: one of it
 *
 * Ends their program and starts it again.
 */
void
tambour_test_team_restart (TambourTestTeam *self,
                           guint            member)
{
  TambourLaptop *laptop = tambour_test_team_get (self, member);

  tambour_store_close (laptop->store);
  g_object_unref (laptop->store);
  laptop->store = tambour_test_open (laptop->file);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
close_lid_cb (gpointer user_data)
{
  g_subprocess_force_exit (user_data);

  return G_SOURCE_REMOVE;
}

/**
 * tambour_test_team_glance:
 * @self: a team
 * @member: one of it
 * @worker: the program sync-worker
 * @milliseconds: how long their laptop is open
 *
 * Keeps the member in step as far as that comes: a program that is not done by then
 * is killed, and one that fails is none to speak of.
 */
void
tambour_test_team_glance (TambourTestTeam *self,
                          guint            member,
                          const char      *worker,
                          guint            milliseconds)
{
  TambourLaptop *laptop = tambour_test_team_get (self, member);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, worker,
                                                     tambour_store_get_path (laptop->store), laptop->server->url, NULL);
  gboolean has_ended = FALSE;
  guint lid;

  g_assert_no_error (error);
  lid = g_timeout_add_full (G_PRIORITY_DEFAULT, milliseconds, close_lid_cb, g_object_ref (process), g_object_unref);
  g_subprocess_wait_async (process, NULL, ended_cb, &has_ended);
  while (!has_ended)
    g_main_context_iteration (NULL, TRUE);

  if (g_main_context_find_source_by_id (NULL, lid) != NULL)
    g_source_remove (lid);
}

/* Returns: whether the server had nothing new to learn from anybody, so that all have
 * got the same from it
 */
static gboolean
is_quiet (TambourTestTeam *self)
{
  gboolean quiet = TRUE;

  for (guint i = 0; i < self->laptops->len; i++)
    {
      TambourLaptop *laptop = tambour_test_team_get (self, i);

      tambour_laptop_sync (laptop);
      g_assert_cmpint (laptop->outcome.n_failed, ==, 0);
      g_assert_cmpint (laptop->outcome.n_refused, ==, 0);
      quiet = quiet && laptop->outcome.n_sent == 0;
    }

  return quiet;
}

/**
 * tambour_test_team_settle:
 * @self: a team
 *
 * Without faults everybody keeps in step until all have the same.
 */
void
tambour_test_team_settle (TambourTestTeam *self)
{
  tambour_test_couch_disturb (self->couch, "{}");

  for (guint i = 0; i < MOST_PASSES; i++)
    if (is_quiet (self))
      return;

  g_error ("After %u passes there is still something new", MOST_PASSES);
}

/* All that a portfolio has, what was removed too. */
static GPtrArray *
list_records (TambourStore *store)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);
      g_autoptr(TambourQuery) query = tambour_query_new (types[i]);
      g_autoptr(GPtrArray) records = NULL;
      g_autoptr(GError) error = NULL;

      if (klass->traits & TAMBOUR_RECORD_DERIVED)
        continue;

      tambour_query_with_deleted (query);
      records = tambour_store_list (store, query, NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&records));
    }

  return all;
}

static void
tell_history (TambourStore *store,
              const char   *id)
{
  g_autoptr(GPtrArray) history = tambour_store_history (store, id, NULL);

  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      TambourHistoryEntry *entry = history->pdata[i];
      g_autoptr(JsonNode) node = entry->before ? json_node_init_object (json_node_alloc (), entry->before) : NULL;
      g_autofree char *before = node ? json_to_string (node, FALSE) : NULL;

      g_test_message ("  %" G_GINT64_FORMAT " %s by %s, “%s”, before: %s", entry->change, entry->action, entry->by, entry->label, before);
    }
}

static void
tell_member (TambourTestTeam *self,
             guint            member,
             const char      *id)
{
  const char *ids[] = { id, NULL };
  TambourStore *store = tambour_test_team_get (self, member)->store;
  g_autofree char *name = tambour_test_team_dup_name (member);
  g_autoptr(GPtrArray) entries = tambour_replica_read (store, ids, NULL);
  TambourReplicaEntry *entry = entries->pdata[0];
  g_autoptr(JsonNode) node = entry->record ? tambour_record_pack (entry->record) : NULL;
  g_autofree char *text = node ? json_to_string (node, FALSE) : NULL;

  g_test_message ("%s: change %" G_GINT64_FORMAT ", revision %s of %s, refused: %s, says %s",
                  name, entry->change, entry->rev, entry->tree, entry->refused, text);
  tell_history (store, id);
}

/**
 * tambour_test_team_tell:
 * @self: a team
 * @id: of a record that is not as it should be
 *
 * Tells all that is known of it, for the one who looks for the reason.
 */
void
tambour_test_team_tell (TambourTestTeam *self,
                        const char      *id)
{
  g_autofree char *url = g_strdup_printf ("%s/%s/%s?open_revs=all&revs=true", self->couch->server, self->database, id);
  g_autoptr(JsonNode) leaves = NULL;
  g_autofree char *text = NULL;

  tambour_test_couch_try (self->couch, "GET", url, NULL, &leaves);
  text = leaves ? json_to_string (leaves, FALSE) : NULL;
  g_test_message ("Server: %s", text);
  for (guint i = 0; i < self->laptops->len; i++)
    tell_member (self, i, id);
}

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (index, record->id, record);
    }

  return index;
}

/* What was removed before it came is not there; the rest of what was removed is each
 * laptop's own.
 */
static gboolean
is_same (TambourRecord *a,
         TambourRecord *b)
{
  if (b == NULL || tambour_record_is_deleted (a))
    return tambour_record_is_deleted (a) && (b == NULL || tambour_record_is_deleted (b));

  g_set_str (&a->rev, NULL);
  g_set_str (&b->rev, NULL);

  return tambour_record_equal (a, b);
}

static void
assert_contains (TambourTestTeam *self,
                 guint            member,
                 GPtrArray       *records,
                 GPtrArray       *others)
{
  g_autoptr(GHashTable) index = index_records (others);

  for (guint i = 0; i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);

      if (is_same (record, g_hash_table_lookup (index, record->id)))
        continue;
      tambour_test_team_tell (self, record->id);
      g_error ("Member %u and the server do not say the same of %s %s", member + 1, TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id);
    }
}

/* As a browser shows them. */
static GPtrArray *
list_documents (TambourTestTeam *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = g_strdup_printf ("%s/_all_docs?include_docs=true&conflicts=true", self->database);
  g_autoptr(JsonNode) answer = tambour_test_couch_call (self->couch, "GET", path, NULL);
  JsonArray *rows = json_object_get_array_member (json_node_get_object (answer), "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *document = json_object_get_object_member (json_array_get_object_element (rows, i), "doc");
      g_autoptr(GError) error = NULL;

      if (g_str_has_prefix (json_object_get_string_member (document, "_id"), "_design/"))
        continue;

      g_assert_false (json_object_has_member (document, "_conflicts"));
      g_ptr_array_add (records, tambour_couch_document_unpack (document, &error));
      g_assert_no_error (error);
    }

  return records;
}

/**
 * tambour_test_team_assert_equal:
 * @self: a team that has settled
 *
 * All portfolios say the same, and so does the server, where no branches are
 * left over.
 */
void
tambour_test_team_assert_equal (TambourTestTeam *self)
{
  g_autoptr(GPtrArray) documents = list_documents (self);

  for (guint i = 0; i < self->laptops->len; i++)
    {
      g_autoptr(GPtrArray) records = list_records (tambour_test_team_get (self, i)->store);

      assert_contains (self, i, records, documents);
      assert_contains (self, i, documents, records);
    }
}

/**
 * tambour_test_team_assert_clean:
 * @self: a team
 *
 * Every portfolio is sound.
 */
void
tambour_test_team_assert_clean (TambourTestTeam *self)
{
  for (guint i = 0; i < self->laptops->len; i++)
    tambour_test_assert_clean (tambour_test_team_get (self, i)->store);
}
