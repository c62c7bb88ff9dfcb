/* tambour-pull.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pull.h"

#include "tambour-couch-read.h"
#include "tambour-arrivals.h"

/* How many requests are under way at once: more gain nothing (PERFORMANCE.md). */
#define MOST_FLIGHTS 4

/* Rows of a page of changes; how far a pull is is written down after each page. */
#define PAGE 2000

/* Documents of one request: as many as make an answer of about so many bytes. What
 * the first will weigh nobody knows.
 */
#define MOST_DOCUMENTS 500
#define FIRST_DOCUMENTS 50
#define ANSWER_SIZE (1024 * 1024)

/* Where a server has no `_bulk_get`, so many documents are asked for one by one. */
#define SINGLES 50

/* A page of changes, of which @n_open requests are under way. */
typedef struct
{
  GPtrArray *lacking;
  guint      next;
  guint      n_open;
  guint      n_rows;
  char      *last_seq;
} Page;

/* Some of a page's documents, on their way. */
typedef struct
{
  Page      *page;
  GPtrArray *rows;
  GPtrArray *calls;
  gboolean   is_bulk;
} Flight;

/* What is under way: a page of changes, documents of those before, and what is here
 * is stored meanwhile.
 */
typedef struct
{
  TambourPeer      *peer;
  TambourCouchCall *feed;
  char             *since;
  gboolean          is_at_end;
  GQueue            pages;
  GQueue            flights;
  guint             n_documents;
  gboolean          has_weighed;
} Pull;

static void
page_free (Page *page)
{
  g_clear_pointer (&page->lacking, g_ptr_array_unref);
  g_clear_pointer (&page->last_seq, g_free);
  g_free (page);
}

static void
flight_free (Flight *flight)
{
  g_clear_pointer (&flight->rows, g_ptr_array_unref);
  g_clear_pointer (&flight->calls, g_ptr_array_unref);
  g_free (flight);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flight, flight_free)

static void
pull_clear (Pull *self)
{
  g_clear_pointer (&self->feed, tambour_couch_call_free);
  g_clear_pointer (&self->since, g_free);
  g_queue_clear_full (&self->flights, (GDestroyNotify) flight_free);
  g_queue_clear_full (&self->pages, (GDestroyNotify) page_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pull, pull_clear)

static guint
count_waiting (Pull *self)
{
  guint n_waiting = 0;

  for (GList *l = self->pages.head; l; l = l->next)
    {
      const Page *page = l->data;

      n_waiting += page->lacking->len - page->next;
    }

  return n_waiting;
}

static Page *
find_waiting (Pull *self)
{
  for (GList *l = self->pages.head; l; l = l->next)
    {
      Page *page = l->data;

      if (page->next < page->lacking->len)
        return page;
    }

  return NULL;
}

static GPtrArray *
take_rows (Page  *page,
           guint  n_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_row_free);

  for (; page->next < page->lacking->len && rows->len < n_rows; page->next++)
    g_ptr_array_add (rows, g_steal_pointer (&g_ptr_array_index (page->lacking, page->next)));

  return rows;
}

/* Begins to fetch @rows. */
static void
send_flight (Pull      *self,
             Page      *page,
             GPtrArray *rows)
{
  Flight *flight = g_new0 (Flight, 1);

  flight->page = page;
  flight->rows = rows;
  flight->is_bulk = !self->peer->lacks_bulk_get;
  flight->calls = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_call_free);
  if (flight->is_bulk)
    g_ptr_array_add (flight->calls, tambour_couch_begin_bulk_get (self->peer->couch, rows));
  for (guint i = 0; !flight->is_bulk && i < rows->len; i++)
    g_ptr_array_add (flight->calls, tambour_couch_begin_leaves (self->peer->couch, g_ptr_array_index (rows, i), TRUE));

  page->n_open++;
  g_queue_push_tail (&self->flights, flight);
}

/* The first goes alone, to tell what documents weigh here. */
static void
send_flights (Pull *self)
{
  guint most = self->has_weighed || self->peer->lacks_bulk_get ? MOST_FLIGHTS : 1;
  Page *page;

  while (g_queue_get_length (&self->flights) < most && (page = find_waiting (self)))
    send_flight (self, page, take_rows (page, self->peer->lacks_bulk_get ? SINGLES : self->n_documents));
}

static gboolean
has_landed (Flight *flight)
{
  for (guint i = 0; i < flight->calls->len; i++)
    if (!tambour_couch_call_is_done (g_ptr_array_index (flight->calls, i)))
      return FALSE;

  return TRUE;
}

static Flight *
take_landed (Pull *self)
{
  for (GList *l = self->flights.head; l; l = l->next)
    if (has_landed (l->data))
      {
        Flight *flight = l->data;

        g_queue_delete_link (&self->flights, l);
        return flight;
      }

  return NULL;
}

/* Large documents are asked for in smaller numbers. */
static void
weigh (Pull  *self,
       guint  n_rows,
       gsize  size)
{
  gsize each = MAX (size / MAX (n_rows, 1), 1);

  self->has_weighed = TRUE;
  self->n_documents = CLAMP (MIN (ANSWER_SIZE / each, self->n_documents * 4), 1, MOST_DOCUMENTS);
}

/* The one by one calls of a flight; one that fails does not take the others with it. */
static GPtrArray *
end_singles (Flight  *flight,
             GError **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_leaf_free);

  for (guint i = 0; i < flight->calls->len; i++)
    {
      const TambourCouchRow *row = g_ptr_array_index (flight->rows, i);
      g_autoptr(GError) failure = NULL;
      g_autoptr(GPtrArray) leaves = tambour_couch_end_leaves (g_steal_pointer (&g_ptr_array_index (flight->calls, i)), &failure);

      if (leaves != NULL)
        {
          g_ptr_array_extend_and_steal (all, g_steal_pointer (&leaves));
        }
      else if (g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND))
        {
          g_ptr_array_add (all, tambour_couch_leaf_new_gone (row->id, row->revs[0], failure->message));
        }
      else
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return g_steal_pointer (&all);
}

/* Sends what was refused for what it was, in another way. */
static gboolean
send_again (Pull   *self,
            Flight *flight,
            GError *failure)
{
  if (tambour_couch_lacks_bulk_get (failure))
    {
      self->peer->lacks_bulk_get = TRUE;
      flight->page->n_open--;
      send_flight (self, flight->page, g_steal_pointer (&flight->rows));
      return TRUE;
    }

  if (g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_TOO_LARGE) && flight->rows->len > 1)
    {
      guint half = flight->rows->len / 2;
      GPtrArray *rest = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_row_free);

      self->n_documents = half;
      while (flight->rows->len > half)
        g_ptr_array_add (rest, g_ptr_array_steal_index (flight->rows, half));
      flight->page->n_open--;
      send_flight (self, flight->page, g_steal_pointer (&flight->rows));
      send_flight (self, flight->page, rest);
      return TRUE;
    }

  return FALSE;
}

/* One page more than is being fetched. */
static void
ask_for_page (Pull *self)
{
  if (self->feed == NULL && !self->is_at_end && count_waiting (self) < PAGE)
    self->feed = tambour_couch_begin_changes (self->peer->couch, self->since, PAGE, FALSE);
}

/* Asks for what comes next before what is here is stored. */
static void
ask_ahead (Pull *self)
{
  ask_for_page (self);
  send_flights (self);
  tambour_couch_keep_going (self->peer->couch);
}

/* Stores what @flight has brought. */
static gboolean
land (Pull    *self,
      Flight  *flight,
      GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GPtrArray) leaves = NULL;
  gsize size = 0;

  if (self->has_weighed)
    ask_ahead (self);
  if (flight->is_bulk)
    leaves = tambour_couch_end_bulk_get (g_steal_pointer (&g_ptr_array_index (flight->calls, 0)), &size, &failure);
  else
    leaves = end_singles (flight, &failure);

  if (leaves == NULL && flight->is_bulk && send_again (self, flight, failure))
    return TRUE;

  if (leaves == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (flight->is_bulk)
    weigh (self, flight->rows->len, size);
  ask_ahead (self);
  flight->page->n_open--;

  return tambour_arrivals_store (self->peer, leaves, error);
}

static gboolean
add_page (Pull                 *self,
          TambourCouchChanges  *changes,
          GError              **error)
{
  g_autoptr(TambourCouchChanges) owned = changes;
  GPtrArray *lacking = tambour_arrivals_list_lacking (self->peer, changes, error);
  TambourSyncOutcome *outcome = &self->peer->outcome;
  Page *page;

  if (lacking == NULL)
    return FALSE;

  if (changes->pending >= 0 && outcome->total < 0)
    outcome->total = outcome->done + changes->rows->len + changes->pending;

  self->is_at_end = changes->rows->len == 0 || changes->pending == 0 || g_strcmp0 (changes->last_seq, self->since) == 0 ||
                    (changes->pending < 0 && changes->rows->len < PAGE);
  g_set_str (&self->since, changes->last_seq);

  page = g_new0 (Page, 1);
  page->lacking = lacking;
  page->n_rows = changes->rows->len;
  page->last_seq = g_steal_pointer (&changes->last_seq);
  g_queue_push_tail (&self->pages, page);

  return TRUE;
}

/* What could not be had the last time. */
static gboolean
add_retries (Pull    *self,
             GError **error)
{
  GPtrArray *lacking = tambour_arrivals_list_again (self->peer, error);
  Page *page;

  if (lacking == NULL)
    return FALSE;

  page = g_new0 (Page, 1);
  page->lacking = lacking;
  g_queue_push_tail (&self->pages, page);

  return TRUE;
}

/* What could not be had and did not come later is to be asked for the next time. */
static gboolean
end (Pull    *self,
     GError **error)
{
  g_autoptr(GPtrArray) again = tambour_arrivals_list_again (self->peer, error);

  if (again == NULL)
    return FALSE;

  self->peer->outcome.n_failed = again->len;

  return tambour_peer_save_retries (self->peer, error);
}

static gboolean
is_complete (Page *page)
{
  return page->n_open == 0 && page->next == page->lacking->len;
}

/* Everything until the end of the pages that are complete is stored. */
static gboolean
note_complete (Pull    *self,
               GError **error)
{
  g_autofree char *place = NULL;
  Page *page;

  while ((page = g_queue_peek_head (&self->pages)) && is_complete (page))
    {
      g_queue_pop_head (&self->pages);
      self->peer->outcome.done += page->n_rows;
      if (page->last_seq != NULL)
        g_set_str (&place, page->last_seq);
      page_free (page);
    }

  if (place == NULL)
    return TRUE;

  tambour_peer_tell (self->peer, TAMBOUR_SYNC_DIRECTION_PULL);

  return tambour_peer_advance (self->peer, TAMBOUR_SYNC_DIRECTION_PULL, place, error);
}

/* A server that was moved or restored may not know its own places any more: then everything
 * is looked at once more, which changes nothing.
 */
static gboolean
is_lost (Pull         *self,
         const GError *failure)
{
  return g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_REFUSED) &&
         g_strcmp0 (tambour_net_error_get_word (failure), "bad_request") == 0 && !g_str_equal (self->since, "0");
}

static gboolean
take_page (Pull    *self,
           GError **error)
{
  g_autoptr(GError) failure = NULL;
  TambourCouchChanges *changes = tambour_couch_end_changes (g_steal_pointer (&self->feed), &failure);

  if (changes != NULL)
    return add_page (self, changes, error);

  if (is_lost (self, failure))
    {
      g_set_str (&self->since, "0");
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
take_step (Pull    *self,
           GError **error)
{
  g_autoptr(Flight) flight = NULL;

  if (self->feed != NULL && tambour_couch_call_is_done (self->feed))
    return take_page (self, error);

  flight = take_landed (self);
  if (flight != NULL)
    return land (self, flight, error);

  tambour_couch_wait (self->peer->couch);

  return TRUE;
}

/**
 * tambour_pull_run:
 * @peer: a portfolio and its team's database, which have met
 * @first: (transfer full) (nullable): a page of changes that is here already, after
 *   the place where @peer is
 * @error: return location for an error; what is written down is stored, and the next
 *   pull goes on from there
 *
 * Fetches what the portfolio lacks, and stores it. What comes twice or in another
 * order changes nothing.
 *
 * Returns: %TRUE if the portfolio has all that the server had
 */
gboolean
tambour_pull_run (TambourPeer          *peer,
                  TambourCouchChanges  *first,
                  GError              **error)
{
  g_auto(Pull) self = { .peer = peer, .n_documents = FIRST_DOCUMENTS };

  self.since = g_strdup (peer->sides[TAMBOUR_SYNC_DIRECTION_PULL].place);
  g_queue_init (&self.pages);
  g_queue_init (&self.flights);

  if (first == NULL ? !add_retries (&self, error) : !add_page (&self, first, error))
    return FALSE;

  do
    {
      ask_ahead (&self);
      if (!note_complete (&self, error))
        return FALSE;
      if (self.feed == NULL && self.pages.length == 0)
        return end (&self, error);
    }
  while (take_step (&self, error));

  return FALSE;
}
