/* tambour-calendars-run.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-calendar-import.h"
#include "tambour-calendars-private.h"
#include "tambour-card-import.h"
#include "tambour-content-lines.h"
#include "tambour-people.h"
#include "tambour-secrets.h"

/* So many objects are merged at once. */
#define BATCH 200

/* Of what ended before, nothing is wanted. */
#define DAYS_BACK 31

/* Recurrences are followed only so far ahead: then all of it is read again. */
#define DAYS_WHOLE 30

/* An object in the text that is merged next. */
typedef struct
{
  char     *path;
  char     *etag;
  char     *uid;
  guint     last_line;
  gboolean  is_rejected;  /* nobody knows whose it is: it is looked at again */
} Object;

typedef struct
{
  TambourStore           *store;
  const TambourDavSource *source;
  const TambourDavOrder  *order;
  TambourImportCounts    *counts;
  TambourProgressFunc     progress;
  gpointer                user_data;
  GCancellable           *cancellable;
  GPtrArray              *batch;
  GString                *text;
  guint                   n_lines;
  GPtrArray              *gone;      /* uids */
  JsonObject             *objects;   /* path → [etag, uid], of this collection */
} Run;

static void
object_free (gpointer data)
{
  Object *object = data;

  g_free (object->path);
  g_free (object->etag);
  g_free (object->uid);
  g_free (object);
}

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->batch, g_ptr_array_unref);
  g_clear_pointer (&run->gone, g_ptr_array_unref);
  if (run->text != NULL)
    g_string_free (run->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* --- merging --------------------------------------------------------------- */

static void
reject_cb (guint64     line,
           const char *reason,
           gpointer    user_data)
{
  Run *run = user_data;
  guint i = 0;

  while (i < run->batch->len && ((Object *) run->batch->pdata[i])->last_line < line)
    i++;
  if (i < run->batch->len)
    ((Object *) run->batch->pdata[i])->is_rejected = TRUE;
  if (run->order->reject != NULL)
    run->order->reject (0, reason, run->order->reject_data);
}

static TambourCalendarOrder
calendar_order (Run *run)
{
  return (TambourCalendarOrder) {
    .account_id = run->source->account_id,
    .from = { run->order->now.seconds - DAYS_BACK * TAMBOUR_DAY },
    .until = { TAMBOUR_NEVER },
    .now = run->order->now,
    .zone = run->order->zone,
    .author = run->order->author,
    .reject = reject_cb,
    .reject_data = run,
  };
}

static gboolean
merge_text (Run     *run,
            GError **error)
{
  const TambourCalendarOrder calendar = calendar_order (run);
  const TambourCardOrder card = { .account_id = run->source->account_id, .author = run->order->author, .reject = reject_cb, .reject_data = run };

  return run->source->kind == TAMBOUR_DAV_CALENDARS
           ? tambour_calendar_import_text (run->store, &calendar, run->text->str, run->text->len, run->counts, run->cancellable, error)
           : tambour_card_import_text (run->store, &card, run->text->str, run->text->len, run->counts, run->cancellable, error);
}

static void
note_object (Run          *run,
             const Object *object)
{
  JsonArray *array = json_array_new ();

  json_array_add_string_element (array, object->is_rejected || object->etag == NULL ? "" : object->etag);
  json_array_add_string_element (array, object->uid ? object->uid : "");
  json_object_set_array_member (run->objects, object->path, array);
}

static gboolean
flush (Run     *run,
       GError **error)
{
  if (run->batch->len == 0)
    return TRUE;
  if (!merge_text (run, error))
    return FALSE;

  for (guint i = 0; i < run->batch->len; i++)
    note_object (run, run->batch->pdata[i]);
  g_ptr_array_set_size (run->batch, 0);
  g_string_truncate (run->text, 0);
  run->n_lines = 0;
  if (run->progress != NULL)
    run->progress (run->source->name, run->counts->read, 0, run->user_data);

  return TRUE;
}

/* What a server gives out as an object may be anything. */
static gboolean
looks_right (Run        *run,
             const char *text)
{
  return run->source->kind == TAMBOUR_DAV_CALENDARS ? tambour_ical_looks_like_one (text, strlen (text))
                                                    : tambour_vcards_looks_like_one (text, strlen (text));
}

static void
append_object (Run                    *run,
               const TambourDavObject *object)
{
  Object *one = g_new0 (Object, 1);

  for (const char *c = object->text; *c; c++)
    if (*c != '\r')
      {
        run->n_lines += *c == '\n';
        g_string_append_c (run->text, *c);
      }
  g_string_append_c (run->text, '\n');
  run->n_lines++;

  one->path = g_strdup (object->path);
  one->etag = g_strdup (object->etag);
  one->uid = tambour_content_dup_uid (object->text, strlen (object->text));
  one->last_line = run->n_lines;
  g_ptr_array_add (run->batch, one);
}

static gboolean
object_cb (const TambourDavObject  *object,
           gpointer                 user_data,
           GError                 **error)
{
  Run *run = user_data;

  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;

  if (object->text == NULL)
    {
      JsonArray *known = json_object_has_member (run->objects, object->path) ? json_object_get_array_member (run->objects, object->path) : NULL;

      if (known != NULL && json_array_get_length (known) > 1)
        g_ptr_array_add (run->gone, g_strdup (json_array_get_string_element (known, 1)));
      json_object_remove_member (run->objects, object->path);
      return TRUE;
    }

  if (looks_right (run, object->text))
    append_object (run, object);

  return run->batch->len < BATCH || flush (run, error);
}

/* Whoever is in an address book no more stays here: what we know of them is ours. */
static gboolean
cancel_gone (Run     *run,
             GError **error)
{
  const TambourCalendarOrder order = calendar_order (run);

  if (run->gone->len == 0 || run->source->kind != TAMBOUR_DAV_CALENDARS)
    return TRUE;

  g_ptr_array_add (run->gone, NULL);

  return tambour_calendar_cancel (run->store, &order, (const char * const *) run->gone->pdata, run->counts, run->cancellable, error);
}

/* --- a collection ---------------------------------------------------------- */

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  if (!json_object_has_member (object, name) || !JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, name)))
    json_object_set_object_member (object, name, json_object_new ());

  return json_object_get_object_member (object, name);
}

/* path → etag; @has_rejected: whether some wait until more people are known */
static GHashTable *
list_known (JsonObject *objects,
            gboolean   *has_rejected)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonObjectIter iter;
  const char *path;
  JsonNode *node;

  *has_rejected = FALSE;
  json_object_iter_init (&iter, objects);
  while (json_object_iter_next (&iter, &path, &node))
    {
      JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      const char *etag = array && json_array_get_length (array) > 0 ? json_array_get_string_element (array, 0) : "";

      *has_rejected = *has_rejected || *etag == '\0';
      g_hash_table_insert (known, g_strdup (path), g_strdup (etag));
    }

  return known;
}

static gboolean
run_collection (Run         *run,
                TambourDav  *dav,
                JsonObject  *state,
                const char  *path,
                gboolean     has_new_people,
                GError     **error)
{
  JsonObject *collection = get_object (get_object (state, "collections"), path);
  g_autofree char *token = g_strdup (json_object_get_string_member_with_default (collection, "token", NULL));
  g_autoptr(GHashTable) known = NULL;
  gboolean has_rejected;

  run->objects = get_object (collection, "objects");
  known = list_known (run->objects, &has_rejected);
  if (has_rejected && has_new_people)
    g_clear_pointer (&token, g_free);

  g_ptr_array_set_size (run->gone, 0);
  if (!tambour_dav_read_changes (dav, path, &token, known, object_cb, run, run->cancellable, error) ||
      !flush (run, error) || !cancel_gone (run, error))
    return FALSE;

  if (token != NULL)
    json_object_set_string_member (collection, "token", token);
  else
    json_object_remove_member (collection, "token");

  return TRUE;
}

static GPtrArray *
list_paths (Run         *run,
            TambourDav  *dav,
            GError     **error)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) collections = NULL;

  if (run->source->path != NULL)
    {
      g_ptr_array_add (paths, g_strdup (run->source->path));
      return g_steal_pointer (&paths);
    }

  if (!(collections = tambour_dav_list_collections (dav, run->cancellable, error)))
    return NULL;

  for (guint i = 0; i < collections->len; i++)
    g_ptr_array_add (paths, g_strdup (((TambourDavCollection *) collections->pdata[i])->path));

  return g_steal_pointer (&paths);
}

/* What changes when somebody becomes known. */
static char *
dup_people (TambourStore *store)
{
  g_autoptr(TambourQuery) all = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(TambourQuery) newest = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(GPtrArray) found = NULL;
  gint64 n = tambour_store_count (store, all, NULL);

  tambour_query_order (newest, "updated_at", TRUE, NULL);
  tambour_query_limit (newest, 1, 0);
  found = tambour_store_list (store, newest, NULL, NULL);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, n,
                          found && found->len > 0 ? TAMBOUR_RECORD (found->pdata[0])->updated_at.seconds : 0);
}

static gboolean
run_all (Run         *run,
         TambourDav  *dav,
         JsonObject  *state,
         GError     **error)
{
  g_autofree char *people = dup_people (run->store);
  gboolean has_new_people = g_strcmp0 (people, json_object_get_string_member_with_default (state, "people", NULL)) != 0;
  g_autoptr(GPtrArray) paths = list_paths (run, dav, error);

  for (guint i = 0; paths && i < paths->len; i++)
    if (!run_collection (run, dav, state, paths->pdata[i], has_new_people, error))
      return FALSE;

  if (paths != NULL)
    json_object_set_string_member (state, "people", people);

  return paths != NULL;
}

/* --- a run ----------------------------------------------------------------- */

/* Of what is long ago, nothing counts: the recurrences that are near by now were not. */
static void
forget_old (JsonObject     *state,
            TambourInstant  now)
{
  TambourInstant whole;
  const char *text = json_object_get_string_member_with_default (state, "whole_at", NULL);
  g_autofree char *said = tambour_instant_dup_text (now);

  if (text != NULL && tambour_instant_parse (text, &whole) && now.seconds - whole.seconds < DAYS_WHOLE * TAMBOUR_DAY)
    return;

  json_object_remove_member (state, "collections");
  json_object_set_string_member (state, "whole_at", said);
}

static TambourDav *
open_dav (Run     *run,
          GError **error)
{
  g_autoptr(TambourServer) server = tambour_dav_source_dup_server (run->source, error);
  char *kept = NULL;
  TambourDav *dav;

  if (server == NULL ||
      (run->order->secret == NULL && server->user != NULL && !(kept = tambour_secrets_lookup (server, run->cancellable, error)) && error && *error))
    return NULL;

  dav = tambour_dav_new (run->source->kind, server, run->order->secret ? run->order->secret : kept, error);
  g_clear_pointer (&kept, tambour_secrets_free);

  return dav;
}

static gboolean
keep (Run           *run,
      JsonObject    *state,
      gboolean       is_finished,
      const GError  *failure,
      GError       **error)
{
  g_autofree char *now = tambour_instant_dup_text (run->order->now);

  json_object_set_string_member (state, "started_at", now);
  json_object_remove_member (state, "finished_at");
  json_object_remove_member (state, "error");
  if (is_finished)
    json_object_set_string_member (state, "finished_at", now);
  else if (failure != NULL)
    json_object_set_string_member (state, "error", failure->message);
  tambour_calendars_pack_counts (state, run->counts);

  return tambour_calendars_write_setting (run->store, TAMBOUR_DAV_STATE, run->source->name, state, error);
}

/**
 * tambour_calendars_offer:
 * @source: a server, and who signs in
 * @secret: (nullable): the password
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %TAMBOUR_NET_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type TambourDavCollection): the calendars
 *   or address books that are there to choose from
 */
GPtrArray *
tambour_calendars_offer (const TambourDavSource  *source,
                         const char              *secret,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  const TambourDavOrder order = { .secret = secret };
  Run run = { .source = source, .order = &order, .cancellable = cancellable };
  g_autoptr(TambourDav) dav = open_dav (&run, error);

  return dav ? tambour_dav_list_collections (dav, cancellable, error) : NULL;
}

/**
 * tambour_calendars_run:
 * @store: a portfolio
 * @name: what is read
 * @order: how
 * @counts: (out caller-allocates): what became of the events or people, also after an error
 * @progress: (nullable): told a few times a second
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable; what was merged stays
 * @error: return location for an error of %TAMBOUR_NET_ERROR, or a #TambourStoreError
 *
 * Reads what has changed there since the last run, and merges it as
 * tambour_calendar_import_text() and tambour_card_import_text() do: a run that ended early
 * is done again by the next. Events that are gone are cancelled as long as they are ahead;
 * people who are gone stay.
 *
 * Returns: %FALSE if it ended early
 */
gboolean
tambour_calendars_run (TambourStore           *store,
                       const char             *name,
                       const TambourDavOrder  *order,
                       TambourImportCounts    *counts,
                       TambourProgressFunc     progress,
                       gpointer                user_data,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_autoptr(TambourDavSource) source = tambour_calendars_get (store, name, error);
  g_autoptr(JsonObject) state = tambour_calendars_read_setting (store, TAMBOUR_DAV_STATE, name);
  g_autoptr(JsonObject) before = tambour_calendars_read_setting (store, TAMBOUR_DAV_STATE, name);
  g_auto(Run) run = { store, source, order, counts, progress, user_data, cancellable };
  g_autoptr(TambourDav) dav = NULL;
  g_autoptr(GError) failure = NULL;

  *counts = (TambourImportCounts) { 0 };
  if (source == NULL)
    return FALSE;

  run.batch = g_ptr_array_new_with_free_func (object_free);
  run.gone = g_ptr_array_new_with_free_func (g_free);
  run.text = g_string_new (NULL);
  if (state == NULL)
    state = json_object_new ();
  if (before == NULL)
    before = json_object_new ();
  forget_old (state, order->now);

  if ((dav = open_dav (&run, &failure)) && run_all (&run, dav, state, &failure))
    return keep (&run, state, TRUE, NULL, error);

  keep (&run, before, FALSE, failure, NULL);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
