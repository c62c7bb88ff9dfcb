/* tambour-call-dialog-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-call-dialog-private.h"
#include "tambour-call-doubt-card.h"

/* Who and what is named: it is offered while somebody types, and asked about when
 * nobody knows who that is.
 */

/* --- what can be named ----------------------------------------------------- */

typedef struct
{
  char        *account_id;
  GStrv        newcomers;
  TambourDate  day;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->newcomers, g_strfreev);
  g_free (wanted);
}

static gpointer
load_offers (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Wanted *wanted = data;

  return tambour_call_offers_load (store, wanted->account_id, me, (const char * const *) wanted->newcomers, wanted->day,
                                   cancellable, error);
}

static void
give_offers (TambourCallDialog *self)
{
  tambour_attendees_set_offers (self->attendees, self->offers);
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->doubts)); card; card = gtk_widget_get_next_sibling (card))
    tambour_call_doubt_card_set_offers (TAMBOUR_CALL_DOUBT_CARD (card), self->offers);
}

/* Without them nothing is offered; the call can be told all the same. */
static void
offers_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(TambourCallDialog) self = user_data;
  TambourCallOffers *before = self->offers;
  TambourCallOffers *offers = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (offers == NULL)
    return;

  tambour_completion_close (self->completion);
  self->offers = offers;
  give_offers (self);
  g_clear_pointer (&before, tambour_call_offers_free);
  tambour_call_dialog_offer (self);
}

/**
 * tambour_call_dialog_load_offers:
 * @self: a dialog
 *
 * Reads anew what can be named in a call with the account that is chosen.
 */
void
tambour_call_dialog_load_offers (TambourCallDialog *self)
{
  const char *account_id = tambour_call_dialog_get_account (self);
  Wanted *wanted;

  g_cancellable_cancel (self->loading_offers);
  g_clear_object (&self->loading_offers);
  if (account_id == NULL)
    return;

  wanted = g_new0 (Wanted, 1);
  wanted->account_id = g_strdup (account_id);
  wanted->newcomers = tambour_call_dialog_dup_newcomers (self);
  wanted->day = tambour_zone_date_of (self->zone, tambour_portfolio_now (self->portfolio));
  self->loading_offers = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, load_offers, wanted, wanted_free, (GDestroyNotify) tambour_call_offers_free,
                                self->loading_offers, offers_loaded_cb, g_object_ref (self));
}

/* --- while somebody types -------------------------------------------------- */

/* Returns: whether the cursor stands in a name or a number; @start and @end are its
 * ends, and @typed what stands before the cursor
 */
static gboolean
find_typing (TambourCallDialog       *self,
             TambourMinutesSpanKind  *kind,
             GtkTextIter             *start,
             GtkTextIter             *end,
             char                   **typed)
{
  GtkTextIter cursor, first, last;
  TambourMinutesTyping typing;
  g_autofree char *line = NULL;
  gsize at;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  first = last = cursor;
  gtk_text_iter_set_line_offset (&first, 0);
  if (!gtk_text_iter_ends_line (&last))
    gtk_text_iter_forward_to_line_end (&last);

  line = gtk_text_iter_get_slice (&first, &last);
  at = (gsize) gtk_text_iter_get_line_index (&cursor);
  if (!tambour_minutes_find_typing (line, at, &typing))
    return FALSE;

  *kind = typing.kind;
  *start = *end = first;
  gtk_text_iter_set_line_index (start, (int) typing.start);
  gtk_text_iter_set_line_index (end, (int) typing.end);
  if (typed != NULL)
    *typed = g_strndup (line + typing.start + 1, at - typing.start - 1);

  return TRUE;
}

static GdkRectangle
find_place (TambourCallDialog *self,
            const GtkTextIter *iter)
{
  GdkRectangle place;

  gtk_text_view_get_iter_location (self->minutes_view, iter, &place);
  gtk_text_view_buffer_to_window_coords (self->minutes_view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  place.width = MAX (place.width, 1);

  return place;
}

/* Whoever has typed all of the only one that is meant needs no help. */
static gboolean
is_complete (GPtrArray  *found,
             const char *typed)
{
  const TambourCallOffer *only = found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
  g_autofree char *wanted = g_utf8_casefold (typed, -1);
  g_autofree char *written = only ? g_utf8_casefold (only->written, -1) : NULL;

  return g_strcmp0 (wanted, written) == 0;
}

/**
 * tambour_call_dialog_offer:
 * @self: a dialog
 *
 * Offers whom or what the word can mean in which the cursor stands.
 */
void
tambour_call_dialog_offer (TambourCallDialog *self)
{
  TambourMinutesSpanKind kind;
  GtkTextIter start, end;
  g_autofree char *typed = NULL;
  g_auto(GStrv) present = NULL;
  g_autoptr(GPtrArray) found = NULL;
  GdkRectangle place;

  if (self->offers == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->minutes_view)) ||
      !find_typing (self, &kind, &start, &end, &typed))
    {
      tambour_completion_close (self->completion);
      return;
    }

  present = tambour_attendees_dup_typed (self->attendees);
  found = kind == TAMBOUR_MINUTES_SPAN_CASE
            ? tambour_call_offers_match_cases (self->offers, typed, TAMBOUR_COMPLETION_SHOWN)
            : tambour_call_offers_match_people (self->offers, typed, (const char * const *) present, TAMBOUR_COMPLETION_SHOWN);
  if (is_complete (found, typed))
    g_ptr_array_set_size (found, 0);
  place = find_place (self, &start);
  tambour_completion_offer (self->completion, found, &place);
}

/* Whoever goes elsewhere with the cursor has no more use for what is offered. */
static void
cursor_moved_cb (TambourCallDialog *self)
{
  TambourMinutesSpanKind kind;
  GtkTextIter start, end;

  if (!find_typing (self, &kind, &start, &end, NULL))
    tambour_completion_close (self->completion);
}

/* What stands there already says where one word ends. */
static void
chosen_cb (TambourCallDialog      *self,
           const TambourCallOffer *offer)
{
  g_autofree char *written = g_strdup (offer->written);
  TambourMinutesSpanKind kind;
  GtkTextIter start, end;

  if (!find_typing (self, &kind, &start, &end, NULL))
    return;

  gtk_text_iter_forward_char (&start);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, written, -1);
  if (gtk_text_iter_ends_line (&start))
    gtk_text_buffer_insert (self->buffer, &start, " ", -1);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_text_buffer_end_user_action (self->buffer);
}

/**
 * tambour_call_dialog_add_completion:
 * @self: a dialog
 *
 * Has the minutes offer what can be named.
 */
void
tambour_call_dialog_add_completion (TambourCallDialog *self)
{
  self->completion = tambour_completion_new (GTK_WIDGET (self->minutes_view));
  g_signal_connect_object (self->completion, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
}

/* --- who that is ----------------------------------------------------------- */

/* Whoever was called so is called otherwise from now on, wherever that stands. */
static void
rename_person (TambourCallDialog *self,
               const char        *typed,
               const char        *name,
               const char        *written)
{
  g_autofree char *text = tambour_call_dialog_dup_text (self);
  TambourDate today = tambour_zone_date_of (self->zone, tambour_portfolio_now (self->portfolio));
  g_autofree char *renamed = tambour_minutes_dup_renamed (text, today, typed, written);

  tambour_attendees_rename (self->attendees, typed, name);
  if (!g_str_equal (text, renamed))
    {
      GtkTextIter start, end;

      /* Setting the text would take undo away. */
      gtk_text_buffer_begin_user_action (self->buffer);
      gtk_text_buffer_get_bounds (self->buffer, &start, &end);
      gtk_text_buffer_delete (self->buffer, &start, &end);
      gtk_text_buffer_insert (self->buffer, &start, renamed, -1);
      gtk_text_buffer_end_user_action (self->buffer);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->minutes_view));
}

static void
person_added_cb (TambourCallDialog    *self,
                 const char           *name,
                 TambourCallDoubtCard *card)
{
  g_autofree char *typed = g_strdup (tambour_call_doubt_card_get_typed (card));
  g_autofree char *written = tambour_minutes_dup_written (name);

  g_ptr_array_add (self->newcomers, g_strdup (name));
  rename_person (self, typed, name, written);
  tambour_call_dialog_load_offers (self);
  tambour_call_dialog_changed (self);
}

static void
person_chosen_cb (TambourCallDialog      *self,
                  const TambourCallOffer *offer,
                  TambourCallDoubtCard   *card)
{
  g_autofree char *typed = g_strdup (tambour_call_doubt_card_get_typed (card));

  rename_person (self, typed, offer->title, offer->written);
}

static gboolean
is_of_person (const TambourCallEntry *entry)
{
  return entry->doubt == TAMBOUR_CALL_NOBODY || entry->doubt == TAMBOUR_CALL_SEVERAL;
}

/* Returns: (transfer container) (element-type TambourCallEntry): one of each name */
static GPtrArray *
find_doubts (TambourCallDialog *self)
{
  GPtrArray *doubts = g_ptr_array_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->plan->entries->len; i++)
    {
      TambourCallEntry *entry = g_ptr_array_index (self->plan->entries, i);

      if (is_of_person (entry) && g_hash_table_add (seen, g_utf8_casefold (entry->typed, -1)))
        g_ptr_array_add (doubts, entry);
    }

  return doubts;
}

/* A card that stays is not made anew: somebody may be at work in it. */
static gboolean
is_shown (TambourCallDialog *self,
          GPtrArray         *doubts)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->doubts));

  for (guint i = 0; i < doubts->len; i++, card = gtk_widget_get_next_sibling (card))
    {
      const TambourCallEntry *entry = g_ptr_array_index (doubts, i);

      if (card == NULL || !g_str_equal (tambour_call_doubt_card_get_typed (TAMBOUR_CALL_DOUBT_CARD (card)), entry->typed) ||
          GPOINTER_TO_INT (g_object_get_data (G_OBJECT (card), "doubt")) != (int) entry->doubt)
        return FALSE;
    }

  return card == NULL;
}

/**
 * tambour_call_dialog_show_doubts:
 * @self: a dialog
 *
 * Says of whom it is not known who that is.
 */
void
tambour_call_dialog_show_doubts (TambourCallDialog *self)
{
  g_autoptr(GPtrArray) doubts = find_doubts (self);
  GtkWidget *card;

  if (is_shown (self, doubts))
    return;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->doubts))))
    gtk_box_remove (self->doubts, card);

  for (guint i = 0; i < doubts->len; i++)
    {
      const TambourCallEntry *entry = g_ptr_array_index (doubts, i);

      card = tambour_call_doubt_card_new (entry);
      g_object_set_data (G_OBJECT (card), "doubt", GINT_TO_POINTER ((int) entry->doubt));
      tambour_call_doubt_card_set_offers (TAMBOUR_CALL_DOUBT_CARD (card), self->offers);
      g_signal_connect_object (card, "added", G_CALLBACK (person_added_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "chosen", G_CALLBACK (person_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->doubts, card);
    }
}
