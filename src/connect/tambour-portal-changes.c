/* tambour-portal-changes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-changes.h"

#include <glib/gi18n-lib.h>

/* No portal has anything from before. */
#define EARLIEST TAMBOUR_DAY

/* A portal that is told minutes is asked for a little more than is missing. */
#define SLACK_S (5 * TAMBOUR_MINUTE)

/* One reading of what has changed. */
typedef struct
{
  TambourPortalReader         *reader;
  TambourPortalCursor         *cursor;
  TambourPortalItemFunc        item;
  TambourPortalPageFunc        page;
  gpointer                     user_data;
  gint64                       began;   /* by our clock */
  guint                        n_read;
  guint                        n_lists;   /* that may be read */
  GError                      *withheld;  /* why another may not */

  /* of the list that is being read */
  const TambourPortalChanges  *changes;
  GHashTable                  *seen;    /* what was handed over: id and time → when it changed */
  TambourInstant               last;    /* when the last entry of a page changed */
  gboolean                     is_past; /* all that follows changed too long ago */
} Reading;

static gboolean
tell_page (Reading  *self,
           GError  **error)
{
  g_autofree char *text = tambour_portal_cursor_write (self->cursor, self->reader->wire->map->system);

  return self->page == NULL || self->page (text, self->n_read, self->user_data, error);
}

static gboolean
hand_over (Reading     *self,
           const char  *id,
           JsonNode    *node,
           GError     **error)
{
  g_autoptr(TambourPortalItem) item = tambour_portal_reader_read (self->reader, id, node, error);

  if (item == NULL || g_cancellable_set_error_if_cancelled (self->reader->cancellable, error))
    return FALSE;

  self->n_read++;

  return self->item (item, self->user_data, error);
}

/* What an entry is called, and when it changed; FALSE if that cannot be told. */
static gboolean
identify (Reading         *self,
          JsonNode        *entry,
          char           **id,
          TambourInstant  *changed)
{
  const TambourPortalMap *map = self->reader->wire->map;
  const TambourPortalChanges *changes = self->changes;
  TambourPortalContext context = { .item = entry, .entry = entry, .here = entry, .zone = map->zone };
  const TambourPortalRule *when = changes->changed != NULL ? changes->changed : changes->is_whole ? map->changed
                                                                                                  : NULL;

  *id = tambour_portal_rule_read (changes->id != NULL ? changes->id : map->id, &context);

  return tambour_portal_rule_read_instant (when, &context, changed) && *id != NULL;
}

static gboolean
is_meant (Reading  *self,
          JsonNode *entry)
{
  TambourPortalContext context = { .item = entry, .entry = entry, .here = entry, .zone = self->reader->wire->map->zone };

  return tambour_portal_tests_hold (self->changes->when, &context);
}

/* Before what is asked for: what comes newest first ends there. */
static gboolean
is_too_old (Reading        *self,
            TambourInstant  changed)
{
  TambourInstant since = self->cursor->since;

  return tambour_instant_is_stated (since) && tambour_instant_is_stated (changed) && changed.seconds < since.seconds - SLACK_S;
}

static gboolean
take_entry (Reading   *self,
            JsonNode  *entry,
            GError   **error)
{
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  TambourInstant changed = { TAMBOUR_NEVER };

  if (!identify (self, entry, &id, &changed))
    {
      g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SHAPE,
                   _("%s lists something without an id, or with a time that is not understood (%s in the map): check the map"),
                   self->reader->wire->place, self->changes->listing.place);
      return FALSE;
    }

  if (tambour_instant_is_stated (changed))
    self->last = changed;
  self->is_past = self->changes->is_newest_first && is_too_old (self, changed);
  if (self->is_past)
    return TRUE;
  key = g_strdup_printf ("%s\n%" G_GINT64_FORMAT, id, self->changes->is_whole ? changed.seconds : 0);
  if (g_hash_table_contains (self->seen, key) || !is_meant (self, entry))
    return TRUE;

  g_hash_table_insert (self->seen, g_steal_pointer (&key), g_memdup2 (&changed.seconds, sizeof changed.seconds));

  return hand_over (self, self->changes->is_whole ? NULL : id, self->changes->is_whole ? entry : NULL, error);
}

static gboolean
take_page (Reading    *self,
           JsonArray  *entries,
           GError    **error)
{
  self->last.seconds = TAMBOUR_NEVER;
  self->is_past = FALSE;
  for (guint i = 0; !self->is_past && i < json_array_get_length (entries); i++)
    if (!take_entry (self, json_array_get_element (entries, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
is_before (gpointer key,
           gpointer changed,
           gpointer limit)
{
  return *(gint64 *) changed < *(gint64 *) limit;
}

static void
set_since (Reading            *self,
           TambourPortalPages *pages)
{
  const TambourPortalMap *map = self->reader->wire->map;
  TambourInstant since = tambour_instant_is_stated (self->cursor->reached) ? self->cursor->reached : self->cursor->since;
  g_autofree char *text = NULL;

  if (!tambour_instant_is_stated (since) || since.seconds < EARLIEST)
    since.seconds = EARLIEST;

  text = tambour_portal_time_format (self->changes->since, map->zone, since, tambour_portal_wire_now (self->reader->wire));
  tambour_portal_pages_set (pages, "since", text);
}

/* Pages that are counted slip when something in them changes: what is in order of its change is
 * gone on with from the last change instead, as long as that is later than where this began.
 */
static void
move_on (Reading            *self,
         TambourPortalPages *pages)
{
  TambourInstant reached = self->last;
  TambourInstant from = tambour_instant_is_stated (self->cursor->reached) ? self->cursor->reached : self->cursor->since;

  if (self->changes->is_ordered && tambour_instant_is_stated (reached))
    {
      gint64 forgotten;

      reached = tambour_portal_time_round (self->changes->since, reached);
      forgotten = reached.seconds - SLACK_S;
      if (!tambour_instant_is_stated (from) || reached.seconds > from.seconds)
        {
          self->cursor->reached = reached;
          g_clear_pointer (&pages->position, g_free);
          set_since (self, pages);
          g_hash_table_foreach_remove (self->seen, is_before, &forgotten);
        }
    }
  else if (!self->changes->is_ordered)
    g_hash_table_remove_all (self->seen);

  g_set_str (&self->cursor->position, pages->position);
}

static gboolean
is_withheld (const GError *error)
{
  return g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FORBIDDEN) ||
         g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND) || tambour_net_error_get_status (error) == 410;
}

static gboolean
read_list (Reading  *self,
           GError  **error)
{
  TambourPortalCursor *cursor = self->cursor;
  const TambourPortalListing *listing = &self->changes->listing;
  g_auto(TambourPortalPages) pages = { NULL };

  tambour_portal_pages_init (&pages, self->reader->wire, listing, NULL);
  pages.position = g_strdup (cursor->position != NULL ? cursor->position : tambour_portal_cursor_kept (cursor, cursor->list));
  set_since (self, &pages);

  while (!pages.is_over)
    {
      g_autoptr(GError) failure = NULL;
      JsonArray *entries = tambour_portal_pages_read (&pages, self->reader->cancellable, &failure);

      if (self->changes->is_optional && is_withheld (failure))
        {
          g_clear_error (&self->withheld);
          self->withheld = g_steal_pointer (&failure);
          return TRUE;
        }
      if (entries == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      self->n_lists += pages.n_pages == 1;
      if (!tambour_instant_is_stated (cursor->start))
        cursor->start.seconds = self->began + self->reader->wire->skew;
      if (!take_page (self, entries, error))
        return FALSE;
      if (pages.is_over || self->is_past)
        break;
      move_on (self, &pages);
      if (!tell_page (self, error))
        return FALSE;
    }

  if (listing->lasts)
    tambour_portal_cursor_keep (cursor, cursor->list, pages.position);

  return TRUE;
}

/* Each list, from where the cursor is. One that may not be read is left out, but not all of them. */
static gboolean
read_lists (Reading  *self,
            GError  **error)
{
  TambourPortalCursor *cursor = self->cursor;
  const GPtrArray *lists = self->reader->wire->map->changes;

  for (; cursor->list < lists->len; cursor->list++)
    {
      gboolean is_read;

      self->changes = lists->pdata[cursor->list];
      self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      is_read = read_list (self, error);
      g_hash_table_unref (self->seen);
      if (!is_read)
        return FALSE;
      g_clear_pointer (&cursor->position, g_free);
      cursor->reached.seconds = TAMBOUR_NEVER;
    }

  if (self->n_lists > 0 || self->withheld == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->withheld));

  return FALSE;
}

/*
 * tambour_portal_changes_read:
 * @reader: a reader of a way that is open
 * @cursor: where to begin; it moves on
 * @item: takes each item
 * @page: (nullable): keeps the cursor
 * @user_data: for both
 * @error: return location for an error, as of tambour_portal_read_changes()
 *
 * Reads the lists of changes, one after the other.
 *
 * Returns: %FALSE if it ended early
 */
gboolean
tambour_portal_changes_read (TambourPortalReader    *reader,
                             TambourPortalCursor    *cursor,
                             TambourPortalItemFunc   item,
                             TambourPortalPageFunc   page,
                             gpointer                user_data,
                             GError                **error)
{
  Reading self = { .reader = reader, .cursor = cursor, .item = item, .page = page, .user_data = user_data };
  gboolean is_read;

  self.began = g_get_real_time () / G_USEC_PER_SEC;
  is_read = read_lists (&self, error);
  g_clear_error (&self.withheld);
  if (!is_read)
    return FALSE;

  /* What changes from now on, and a little before: clocks differ, and an answer is a moment old. */
  cursor->since = cursor->start;
  if (tambour_instant_is_stated (cursor->since))
    cursor->since.seconds -= reader->wire->map->overlap;
  cursor->start.seconds = TAMBOUR_NEVER;
  cursor->list = 0;

  return tell_page (&self, error);
}
