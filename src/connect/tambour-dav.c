/* tambour-dav.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-dav.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-dav-private.h"

#define TIMEOUT_S 60

/* Objects that are asked for at once: their texts stand in memory together. */
#define BATCH 50

/* An answer that is not whole is asked for again from where it ended. */
#define MOST_ROUNDS 1000

#define XML_TYPE "application/xml; charset=utf-8"
#define HEAD     "<?xml version=\"1.0\" encoding=\"utf-8\"?>"

/**
 * TambourDav:
 *
 * The calendars or address books of a person on a server (RFC 4791, RFC 6352), and what
 * has changed in one (RFC 6578). Stores nothing. One thread at a time uses it.
 */
G_DEFINE_FINAL_TYPE (TambourDav, tambour_dav, G_TYPE_OBJECT)

static void
tambour_dav_finalize (GObject *object)
{
  TambourDav *self = TAMBOUR_DAV (object);

  if (self->session != NULL)
    {
      g_main_context_push_thread_default (self->context);
      tambour_session_close (self->session);
      g_clear_object (&self->session);
      g_main_context_pop_thread_default (self->context);
    }
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->server, tambour_server_free);
  g_free (self->root);

  G_OBJECT_CLASS (tambour_dav_parent_class)->finalize (object);
}

static void
tambour_dav_class_init (TambourDavClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tambour_dav_finalize;
}

static void
tambour_dav_init (TambourDav *self)
{
  self->context = g_main_context_new ();
}

/**
 * tambour_dav_new:
 * @kind: calendars or address books
 * @server: the service, and who signs in
 * @secret: (nullable): with which password
 * @error: return location for an error of %TAMBOUR_NET_ERROR
 *
 * Nothing is asked yet.
 *
 * Returns: (transfer full) (nullable): the way there
 */
TambourDav *
tambour_dav_new (TambourDavKind        kind,
                 const TambourServer  *server,
                 const char           *secret,
                 GError              **error)
{
  g_autoptr(TambourDav) self = g_object_new (TAMBOUR_TYPE_DAV, NULL);

  g_return_val_if_fail (server != NULL, NULL);

  self->kind = kind;
  self->server = tambour_server_copy (server);
  self->root = tambour_server_dup_root (server);
  g_main_context_push_thread_default (self->context);
  self->session = tambour_session_new (server, secret, error);
  g_main_context_pop_thread_default (self->context);

  return self->session ? g_steal_pointer (&self) : NULL;
}

/* --- asking ---------------------------------------------------------------- */

static gboolean
refuse_elsewhere (TambourDav  *self,
                  const char  *path,
                  GError     **error)
{
  g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_ELSEWHERE,
               _("%s names an address on another server (%.200s): if that is the right one, enter it instead"),
               tambour_session_get_place (self->session), path);

  return FALSE;
}

/*
 * tambour_dav_dup_path:
 * @self: the way to a server
 * @href: what it calls a place
 * @error: return location for %TAMBOUR_NET_ERROR_ELSEWHERE
 *
 * Returns: (transfer full) (nullable): the path of that below its root
 */
char *
tambour_dav_dup_path (TambourDav  *self,
                      const char  *href,
                      GError     **error)
{
  gsize length = strlen (self->root);

  if (*href == '/' && href[1] != '/')
    return g_strdup (href);
  if (g_ascii_strncasecmp (href, self->root, length) == 0 && href[length] == '/')
    return g_strdup (href + length);

  refuse_elsewhere (self, href, error);

  return NULL;
}

/*
 * tambour_dav_ask:
 * @self: the way to a server
 * @method: PROPFIND or REPORT
 * @path: of what
 * @depth: how far below
 * @body: what is asked, in XML
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %TAMBOUR_NET_ERROR
 *
 * Returns: (transfer full) (nullable): what it says
 */
TambourDavAnswer *
tambour_dav_ask (TambourDav    *self,
                 const char    *method,
                 const char    *path,
                 const char    *depth,
                 const char    *body,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *text = g_strconcat (HEAD, body, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GBytes) answer = NULL;

  tambour_session_set_header (self->session, "Depth", depth);
  tambour_session_set_header (self->session, "Accept", "application/xml, text/xml");
  g_main_context_push_thread_default (self->context);
  answer = tambour_session_call (self->session, method, path, bytes, XML_TYPE, TIMEOUT_S, cancellable, error);
  g_main_context_pop_thread_default (self->context);

  return answer ? tambour_dav_answer_parse (answer, tambour_session_get_place (self->session), error) : NULL;
}

/* --- what has changed ------------------------------------------------------ */

typedef struct
{
  TambourDav           *self;
  const char           *path;
  GHashTable           *known;    /* (nullable): path → etag */
  GHashTable           *there;    /* what is there, when it is asked for from the beginning */
  GPtrArray            *wanted;   /* paths */
  GHashTable           *gone;     /* paths */
  TambourDavObjectFunc  func;
  gpointer              user_data;
  GCancellable         *cancellable;
} Changes;

static gboolean
is_itself (Changes    *changes,
           const char *path)
{
  gsize length = strlen (changes->path);
  gsize other = strlen (path);

  while (length > 1 && changes->path[length - 1] == '/')
    length--;
  while (other > 1 && path[other - 1] == '/')
    other--;

  return length == other && strncmp (changes->path, path, length) == 0;
}

/* Returns: whether the answer was not whole */
static gboolean
note_parts (Changes                *changes,
            const TambourDavAnswer *answer)
{
  gboolean is_cut = FALSE;

  for (guint i = 0; i < answer->parts->len; i++)
    {
      const TambourDavPart *part = answer->parts->pdata[i];
      g_autofree char *path = part->path ? tambour_dav_dup_path (changes->self, part->path, NULL) : NULL;
      const char *before = path && changes->known ? g_hash_table_lookup (changes->known, path) : NULL;

      if (path == NULL || is_itself (changes, path))
        {
          is_cut = is_cut || part->status == 507;
          continue;
        }
      if (part->status == 404 || part->status == 410)
        {
          if (changes->known == NULL || g_hash_table_contains (changes->known, path))
            g_hash_table_add (changes->gone, g_steal_pointer (&path));
          continue;
        }
      if (part->status >= 400 || g_str_has_suffix (path, "/"))
        continue;

      g_hash_table_add (changes->there, g_strdup (path));
      if (part->etag == NULL || g_strcmp0 (before, part->etag) != 0)
        g_ptr_array_add (changes->wanted, g_steal_pointer (&path));
    }

  return is_cut;
}

static TambourDavAnswer *
ask_changes (Changes     *changes,
             const char  *token,
             GError     **error)
{
  g_autofree char *escaped = g_markup_escape_text (token ? token : "", -1);
  g_autofree char *body = g_strdup_printf ("<D:sync-collection" SPACES "><D:sync-token>%s</D:sync-token><D:sync-level>1</D:sync-level>"
                                           "<D:prop><D:getetag/></D:prop></D:sync-collection>",
                                           escaped);

  return tambour_dav_ask (changes->self, "REPORT", changes->path, "0", body, changes->cancellable, error);
}

/* Round by round, as a server may tell only so many changes at once. */
static gboolean
follow_changes (Changes  *changes,
                char    **token,
                GError  **error)
{
  gboolean is_cut = TRUE;

  for (guint round = 0; is_cut && round < MOST_ROUNDS; round++)
    {
      g_autoptr(TambourDavAnswer) answer = ask_changes (changes, *token, error);

      if (answer == NULL)
        return FALSE;

      is_cut = note_parts (changes, answer) && answer->token != NULL && g_strcmp0 (answer->token, *token) != 0;
      g_set_str (token, answer->token);
    }

  return TRUE;
}

static gboolean
list_all (Changes  *changes,
          GError  **error)
{
  g_autoptr(TambourDavAnswer) answer =
    tambour_dav_ask (changes->self, "PROPFIND", changes->path, "1",
                     "<D:propfind" SPACES "><D:prop><D:getetag/><D:resourcetype/></D:prop></D:propfind>", changes->cancellable, error);

  if (answer != NULL)
    note_parts (changes, answer);

  return answer != NULL;
}

static void
changes_forget (Changes *changes)
{
  g_hash_table_remove_all (changes->there);
  g_ptr_array_set_size (changes->wanted, 0);
  g_hash_table_remove_all (changes->gone);
}

/* Whatever was known and is not there is gone. */
static void
note_gone (Changes *changes)
{
  GHashTableIter iter;
  gpointer path;

  if (changes->known == NULL)
    return;

  g_hash_table_iter_init (&iter, changes->known);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_hash_table_contains (changes->there, path))
      g_hash_table_add (changes->gone, g_strdup (path));
}

/* A token that the server does not know any more, or a server that knows none. */
static gboolean
is_about_token (const GError *error)
{
  return g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FORBIDDEN) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_CONFLICT) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_REFUSED) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SERVER);
}

/* From the token; or from the beginning; or by comparing everything. */
static gboolean
find_changes (Changes  *changes,
              char    **token,
              GError  **error)
{
  for (guint tries = 0; tries < 2; tries++)
    {
      gboolean is_beginning = *token == NULL;
      g_autoptr(GError) reason = NULL;

      if (follow_changes (changes, token, &reason))
        {
          if (is_beginning)
            note_gone (changes);
          return TRUE;
        }
      if (!is_about_token (reason))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }

      changes_forget (changes);
      g_clear_pointer (token, g_free);
      if (is_beginning)
        break;
    }

  if (!list_all (changes, error))
    return FALSE;

  note_gone (changes);

  return TRUE;
}

static gboolean
hand_over (Changes                 *changes,
           const TambourDavAnswer  *answer,
           GError                 **error)
{
  for (guint i = 0; i < answer->parts->len; i++)
    {
      const TambourDavPart *part = answer->parts->pdata[i];
      g_autofree char *path = part->path ? tambour_dav_dup_path (changes->self, part->path, NULL) : NULL;
      TambourDavObject object = { path, part->etag, part->text };

      if (path != NULL && part->text != NULL && !changes->func (&object, changes->user_data, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fetch (Changes  *changes,
       guint     from,
       guint     n,
       GError  **error)
{
  gboolean is_calendar = changes->self->kind == TAMBOUR_DAV_CALENDARS;
  const char *report = is_calendar ? "C:calendar-multiget" : "A:addressbook-multiget";
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(TambourDavAnswer) answer = NULL;

  g_string_append_printf (body, "<%s" SPACES "><D:prop><D:getetag/>%s</D:prop>", report, is_calendar ? "<C:calendar-data/>" : "<A:address-data/>");
  for (guint i = from; i < from + n; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (changes->wanted->pdata[i], -1);

      g_string_append_printf (body, "<D:href>%s</D:href>", escaped);
    }
  g_string_append_printf (body, "</%s>", report);

  answer = tambour_dav_ask (changes->self, "REPORT", changes->path, "1", body->str, changes->cancellable, error);

  return answer != NULL && hand_over (changes, answer, error);
}

/**
 * tambour_dav_read_changes:
 * @self: the way to a server
 * @path: a calendar or an address book there
 * @token: (inout) (nullable): from where changes are counted: %NULL for all of it, and
 *   from then on what was given out the last time; %NULL comes out where a server counts none
 * @known: (nullable) (element-type utf8 utf8): path → etag of what is known: what is there
 *   in the same version is not fetched again
 * @func: gets what has changed, and then what is gone
 * @user_data: for @func
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %TAMBOUR_NET_ERROR, or of @func
 *
 * A token that the server has forgotten is none: all of it is compared then.
 *
 * Returns: %FALSE if it ended early; then @token must not be kept
 */
gboolean
tambour_dav_read_changes (TambourDav            *self,
                          const char            *path,
                          char                 **token,
                          GHashTable            *known,
                          TambourDavObjectFunc   func,
                          gpointer               user_data,
                          GCancellable          *cancellable,
                          GError               **error)
{
  g_autoptr(GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer lost;
  Changes changes = { self, path, known, there, wanted, gone, func, user_data, cancellable };

  g_return_val_if_fail (TAMBOUR_IS_DAV (self) && path != NULL && token != NULL && func != NULL, FALSE);

  if (!find_changes (&changes, token, error))
    return FALSE;

  for (guint from = 0; from < wanted->len; from += BATCH)
    if (!fetch (&changes, from, MIN (BATCH, wanted->len - from), error))
      return FALSE;

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &lost, NULL))
    {
      TambourDavObject object = { lost, NULL, NULL };

      if (!func (&object, user_data, error))
        return FALSE;
    }

  return TRUE;
}
