/* tambour-dav-find.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-dav-private.h"

/* Which calendars or address books a person has, from whatever address is known. */

static const TambourDavPart *
get_first (const TambourDavAnswer *answer)
{
  return answer->parts->len > 0 ? answer->parts->pdata[0] : NULL;
}

/* Not every address leads to a person; the one that every server has for that may. */
static gboolean
is_another_way (const GError *error)
{
  return g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_REFUSED) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_GARBAGE);
}

static TambourDavAnswer *
ask_who (TambourDav    *self,
         const char    *path,
         GCancellable  *cancellable,
         GError       **error)
{
  return tambour_dav_ask (self, "PROPFIND", path, "0",
                          "<D:propfind" SPACES "><D:prop><D:current-user-principal/><D:resourcetype/><D:displayname/>"
                          "<C:calendar-home-set/><A:addressbook-home-set/></D:prop></D:propfind>",
                          cancellable, error);
}

static const char *
get_home (TambourDav           *self,
          const TambourDavPart *part)
{
  return self->kind == TAMBOUR_DAV_CALENDARS ? part->calendar_home : part->book_home;
}

static gboolean
is_collection (TambourDav           *self,
               const TambourDavPart *part)
{
  return self->kind == TAMBOUR_DAV_CALENDARS ? part->is_calendar && part->holds_events : part->is_book;
}

/* Where the person's calendars are, from whatever address was entered: the server's, the
 * person's, or a calendar's own. (nullable): the address itself is a calendar.
 */
static gboolean
find_home (TambourDav    *self,
           char         **home,
           GCancellable  *cancellable,
           GError       **error)
{
  const char *known = self->kind == TAMBOUR_DAV_CALENDARS ? "/.well-known/caldav" : "/.well-known/carddav";
  g_autoptr(GError) reason = NULL;
  g_autoptr(TambourDavAnswer) answer = ask_who (self, "", cancellable, &reason);
  const TambourDavPart *part = answer ? get_first (answer) : NULL;
  g_autofree char *principal = NULL;

  if (part != NULL && is_collection (self, part))
    return TRUE;
  if (answer == NULL && !is_another_way (reason))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  if (part == NULL || (part->principal == NULL && get_home (self, part) == NULL))
    {
      g_clear_pointer (&answer, tambour_dav_answer_free);
      if (!(answer = ask_who (self, known, cancellable, error)))
        return FALSE;
      part = get_first (answer);
    }

  if (part != NULL && get_home (self, part) == NULL && part->principal != NULL)
    {
      if (!(principal = tambour_dav_dup_path (self, part->principal, error)))
        return FALSE;
      g_clear_pointer (&answer, tambour_dav_answer_free);
      if (!(answer = ask_who (self, principal, cancellable, error)))
        return FALSE;
      part = get_first (answer);
    }

  if (part != NULL && get_home (self, part) != NULL)
    return (*home = tambour_dav_dup_path (self, get_home (self, part), error)) != NULL;

  g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND,
               _("%s does not say where your calendars or address books are: enter the address of one of them"),
               tambour_session_get_place (self->session));

  return FALSE;
}

/**
 * tambour_dav_collection_free:
 * @self: (transfer full): a collection
 */
void
tambour_dav_collection_free (TambourDavCollection *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/* A name for what has none: the end of its path. */
static char *
dup_name (const TambourDavPart *part,
          const char           *path)
{
  g_autofree char *trimmed = g_strdup (path);
  g_autofree char *last = NULL;
  gsize length = strlen (trimmed);
  char *plain;

  if (part->name != NULL)
    return g_strdup (part->name);

  while (length > 1 && trimmed[length - 1] == '/')
    trimmed[--length] = '\0';
  last = g_path_get_basename (trimmed);
  plain = g_uri_unescape_string (last, NULL);

  return plain ? plain : g_steal_pointer (&last);
}

static int
compare_collections (gconstpointer a,
                     gconstpointer b)
{
  return g_utf8_collate ((*(TambourDavCollection * const *) a)->name, (*(TambourDavCollection * const *) b)->name);
}

/**
 * tambour_dav_list_collections:
 * @self: the way to a server
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %TAMBOUR_NET_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type TambourDavCollection): the person's
 *   calendars or address books, by name
 */
GPtrArray *
tambour_dav_list_collections (TambourDav    *self,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_dav_collection_free);
  g_autofree char *home = NULL;
  g_autoptr(TambourDavAnswer) answer = NULL;

  g_return_val_if_fail (TAMBOUR_IS_DAV (self), NULL);

  if (!find_home (self, &home, cancellable, error) ||
      !(answer = tambour_dav_ask (self, "PROPFIND", home ? home : "", home ? "1" : "0",
                                  "<D:propfind" SPACES "><D:prop><D:resourcetype/><D:displayname/>"
                                  "<C:supported-calendar-component-set/></D:prop></D:propfind>",
                                  cancellable, error)))
    return NULL;

  for (guint i = 0; i < answer->parts->len; i++)
    {
      const TambourDavPart *part = answer->parts->pdata[i];
      g_autofree char *path = part->path && is_collection (self, part) ? tambour_dav_dup_path (self, part->path, NULL) : NULL;
      TambourDavCollection *collection;

      if (path == NULL)
        continue;

      collection = g_new0 (TambourDavCollection, 1);
      collection->name = dup_name (part, path);
      collection->path = g_steal_pointer (&path);
      g_ptr_array_add (found, collection);
    }
  g_ptr_array_sort (found, compare_collections);

  return g_steal_pointer (&found);
}
