/* tambour-library-text-programmes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-library-text.h"

#include "tambour-choice-words.h"
#include "tambour-when.h"

/* What the library says of programmes and of who comes. */

/* Puts one fact behind another. */
static void
add_fact (GString    *line,
          const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, fact);
}

static char *
take_line (GString **line)
{
  return g_string_free (g_steal_pointer (line), FALSE);
}

/**
 * tambour_library_text_programme_kind:
 * @programme: a programme
 *
 * Returns: (transfer none): what kind of thing it is
 */
const char *
tambour_library_text_programme_kind (TambourProgramme *programme)
{
  return _(tambour_choice_get_words (TAMBOUR_TYPE_PROGRAMME_KIND, programme->kind));
}

/**
 * tambour_library_text_when:
 * @programme: a programme
 * @today: the day that is today
 *
 * Returns: (transfer full): from when to when it is
 */
char *
tambour_library_text_when (TambourProgramme *programme,
                           TambourDate       today)
{
  g_autofree char *first = tambour_when_date (programme->starts, today);
  g_autofree char *last = tambour_when_date (programme->ends, today);

  if (*first == '\0' || *last == '\0' || programme->starts.julian == programme->ends.julian)
    return g_strdup (*first != '\0' ? first : last);

  /* Translators: from one day to another */
  return g_strdup_printf (_("%1$s to %2$s"), first, last);
}

/**
 * tambour_library_text_seats:
 * @programme: a programme
 * @n_seated: how many have a seat
 *
 * Returns: (transfer full): how many seats are taken
 */
char *
tambour_library_text_seats (TambourProgramme *programme,
                            gint64            n_seated)
{
  if (programme->seats == TAMBOUR_NO_COUNT)
    return g_strdup_printf (ngettext ("%d comes", "%d come", (gulong) n_seated), (int) n_seated);

  /* Translators: how many seats are taken, and how many there are */
  return g_strdup_printf (ngettext ("%1$d of %2$d seat taken", "%1$d of %2$d seats taken", (gulong) programme->seats),
                          (int) n_seated, (int) programme->seats);
}

/* In a list there is less room. */
static char *
say_seats (TambourProgramme *programme,
           gint64            n_seated)
{
  if (programme->seats == TAMBOUR_NO_COUNT)
    return tambour_library_text_seats (programme, n_seated);

  /* Translators: how many seats are taken, and how many there are */
  return g_strdup_printf (ngettext ("%1$d of %2$d seat", "%1$d of %2$d seats", (gulong) programme->seats), (int) n_seated, (int) programme->seats);
}

/**
 * tambour_library_text_programme:
 * @line: a programme in a list
 * @today: the day that is today
 *
 * Returns: (transfer full): its seats, and who waits, else by when to answer
 */
char *
tambour_library_text_programme (const TambourLibraryLine *line,
                                TambourDate               today)
{
  TambourProgramme *programme = TAMBOUR_PROGRAMME (line->record);
  g_autofree char *seats = say_seats (programme, line->n_seated);
  g_autofree char *waiting = NULL;
  g_autofree char *day = NULL;
  g_autofree char *by = NULL;
  GString *text = g_string_new (NULL);

  add_fact (text, seats);
  if (line->n_waiting > 0)
    waiting = g_strdup_printf (ngettext ("%d waiting", "%d waiting", (gulong) line->n_waiting), (int) line->n_waiting);
  add_fact (text, waiting);
  if (!line->is_over && line->n_waiting == 0 && tambour_date_is_stated (programme->answer_by) && programme->answer_by.julian >= today.julian)
    {
      day = tambour_when_date (programme->answer_by, today);
      /* Translators: %s is a day */
      by = g_strdup_printf (_("answer by %s"), day);
    }
  add_fact (text, by);

  return take_line (&text);
}

static const TambourGuest *
find_next (const TambourProgrammeFile *file)
{
  for (guint i = 0; i < file->guests->len; i++)
    {
      const TambourGuest *guest = g_ptr_array_index (file->guests, i);

      if (guest->place == 1)
        return guest;
    }

  return NULL;
}

/**
 * tambour_library_text_warning:
 * @file: a programme and its guests
 *
 * Returns: (transfer full) (nullable): that there are too few seats, or that somebody
 *   waits though one is free
 */
char *
tambour_library_text_warning (const TambourProgrammeFile *file)
{
  const TambourGuest *next = find_next (file);

  if (file->n_free < 0)
    return g_strdup_printf (ngettext ("%d seat too few: somebody must be told", "%d seats too few: somebody must be told", (gulong) -file->n_free),
                            (int) -file->n_free);
  if (file->n_free > 0 && next != NULL)
    /* Translators: %s is a customer who waits for a seat */
    return g_strdup_printf (_("A seat is free: %s is next in line"), next->account_name ? next->account_name : _("somebody"));
  if (file->n_free == 0)
    return g_strdup (_("No seat is free: who accepts now waits, by priority"));

  return NULL;
}

static char *
say_follow_up (const TambourGuest *guest,
               TambourDate         today)
{
  g_autofree char *day = NULL;

  if (!tambour_date_is_stated (guest->follow_up_on) || tambour_date_is_stated (guest->followed_up_on))
    return NULL;

  day = guest->follow_up_on.julian == today.julian ? g_strdup (_("today")) : tambour_when_date (guest->follow_up_on, today);

  /* Translators: %1$s is a day, %2$s what is to be done then */
  return g_strdup_printf (_("%1$s: %2$s"), day, guest->follow_up ? guest->follow_up : "");
}

static char *
say_answer (const TambourGuest *guest,
            TambourDate         today)
{
  g_autofree char *invited = tambour_when_date (guest->invited_on, today);
  g_autofree char *answered = tambour_when_date (guest->answered_on, today);

  if (guest->state == TAMBOUR_GUEST_ASKED || *answered == '\0')
    /* Translators: %s is a day */
    return *invited != '\0' ? g_strdup_printf (_("invited %s"), invited) : NULL;

  /* Translators: %s is a day */
  return g_strdup_printf (_("answered %s"), answered);
}

/**
 * tambour_library_text_guest:
 * @guest: who was invited
 * @today: the day that is today
 *
 * Returns: (transfer full): who there, and what is to be followed up, else since when
 */
char *
tambour_library_text_guest (const TambourGuest *guest,
                            TambourDate         today)
{
  g_autofree char *answer = say_answer (guest, today);
  g_autofree char *follow_up = say_follow_up (guest, today);
  GString *line = g_string_new (NULL);

  add_fact (line, guest->contact_name);
  add_fact (line, follow_up ? follow_up : answer);

  return take_line (&line);
}

/**
 * tambour_library_text_state:
 * @guest: who was invited
 *
 * Returns: (transfer full): how that stands, in a word
 */
char *
tambour_library_text_state (const TambourGuest *guest)
{
  switch (guest->state)
    {
    case TAMBOUR_GUEST_SEATED:
      return g_strdup (guest->came ? C_("guest", "Came") : C_("guest", "Seat"));
    case TAMBOUR_GUEST_WAITING:
      /* Translators: %u is the place in a line of those who wait */
      return guest->place > 0 ? g_strdup_printf (_("Waiting, %u"), guest->place) : g_strdup (C_("guest", "Waiting"));
    case TAMBOUR_GUEST_ASKED:
      return g_strdup (C_("guest", "No answer"));
    case TAMBOUR_GUEST_DECLINED:
      return g_strdup (C_("guest", "Declined"));
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_library_text_state_style:
 * @guest: who was invited
 *
 * Returns: (transfer none) (nullable): the class of that word
 */
const char *
tambour_library_text_state_style (const TambourGuest *guest)
{
  switch (guest->state)
    {
    case TAMBOUR_GUEST_SEATED:
      return "success";
    case TAMBOUR_GUEST_WAITING:
      return "warning";
    case TAMBOUR_GUEST_ASKED:
      return "accent";
    case TAMBOUR_GUEST_DECLINED:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}
