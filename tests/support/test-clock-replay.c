/* test-clock-replay.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "tambour-clock-replay.h"

/* Cases of November 2026 in London, where wall time is UTC; 23 is a Monday. An
 * event is `DAY HH:MM KIND ACTOR [public] [auto] [from=X] [to=X] [recorded=DAYTHH:MM]`.
 * A clock is `KIND PRIORITY CHANNEL START > DUE STATE [STOP] COVERED+PAUSED+CLOSED`
 * in minutes.
 */
typedef struct
{
  const char *title;
  const char *priority;
  const char *channel;
  const char *opened;
  const char *events;
  const char *as_of;
  const char *clocks;
} Story;

static const char catalogue_text[] =
  "{\"valid_from\":\"2026-01-01\",\"calendars\":{"
  "\"24x7\":{\"always\":true},"
  "\"8x5\":{\"zone\":\"Europe/London\",\"weekly\":[[\"Mon 09:00\",\"Mon 17:00\"],[\"Tue 09:00\",\"Tue 17:00\"],"
  "[\"Wed 09:00\",\"Wed 17:00\"],[\"Thu 09:00\",\"Thu 17:00\"],[\"Fri 09:00\",\"Fri 17:00\"]]},"
  "\"tam\":{\"zone\":\"Europe/London\",\"weekly\":[[\"Mon 10:00\",\"Mon 16:00\"],[\"Tue 10:00\",\"Tue 16:00\"]]}},"
  "\"plans\":[{\"id\":\"p\",\"targets\":["
  "{\"kind\":\"first_response\",\"priority\":\"P1\",\"channels\":[\"phone\"],\"minutes\":30,\"calendar\":\"24x7\"},"
  "{\"kind\":\"first_response\",\"priority\":\"P1\",\"channels\":[\"email\",\"portal\"],\"minutes\":120,\"calendar\":\"8x5\"},"
  "{\"kind\":\"first_response\",\"priority\":\"P2\",\"business_days\":1,\"calendar\":\"8x5\"},"
  "{\"kind\":\"next_response\",\"priority\":\"P2\",\"minutes\":240,\"calendar\":\"8x5\"},"
  "{\"kind\":\"plan_or_resolution\",\"priority\":\"P2\",\"business_days\":3,\"calendar\":\"8x5\"},"
  "{\"kind\":\"restore\",\"priority\":\"P1\",\"minutes\":240,\"calendar\":\"24x7\"},"
  "{\"kind\":\"tam_acknowledgement\",\"priority\":\"P3\",\"minutes\":120,\"calendar\":\"tam\"}]}]}";

static const Story stories[] = {
  /* Rule 5. */
  { "an answer in time", "P1", "email", "23 10:00", "23 11:30 our_msg us public", "30 00:00",
    "first_response P1 email 23 10:00 > 23 12:00 met 23 11:30 90+0+0; restore P1 email 23 10:00 > 23 14:00 missed - 9480+0+0" },
  { "an answer when it is due", "P1", "email", "23 10:00", "23 12:00 our_msg us public; 23 12:00 restored us", "30 00:00",
    "first_response P1 email 23 10:00 > 23 12:00 met 23 12:00 120+0+0; restore P1 email 23 10:00 > 23 14:00 met 23 12:00 120+0+0" },
  { "an answer too late", "P2", "portal", "23 10:00", "24 10:01 our_msg us public; 24 10:01 resolved us", "30 00:00",
    "first_response P2 portal 23 10:00 > 24 10:00 missed 24 10:01 481+0+960; "
    "plan_or_resolution P2 portal 23 10:00 > 26 10:00 met 24 10:01 481+0+960" },
  { "an answer before the clock starts", "P1", "email", "21 10:00", "22 12:00 our_msg us public; 22 13:00 restored us", "30 00:00",
    "first_response P1 email 23 09:00 > 23 11:00 met 22 12:00 0+0+0; restore P1 email 21 10:00 > 21 14:00 missed 22 13:00 1620+0+0" },
  { "no answer", "P2", "portal", "23 10:00", "23 10:00 our_msg system public auto; 23 10:05 our_msg us public auto; "
                                             "23 10:06 our_msg us; 23 10:07 internal_note us; 23 10:08 plan_proposed us; 23 12:00 closed us",
    "24 10:00",
    "first_response P2 portal 23 10:00 > 24 10:00 missed - 480+0+960; plan_or_resolution P2 portal 23 10:00 > 26 10:00 running - 480+0+960" },
  { "not due yet", "P2", "portal", "23 10:00", "", "23 11:00",
    "first_response P2 portal 23 10:00 > 24 10:00 running - 60+0+0; plan_or_resolution P2 portal 23 10:00 > 26 10:00 running - 60+0+0" },
  { "not opened yet", "P2", "portal", "23 10:00", "23 11:00 our_msg us public", "23 09:59", "" },
  { "what is known later does not exist", "P2", "portal", "23 10:00",
    "23 11:00 our_msg us public; 23 12:00 resolved us", "23 10:30",
    "first_response P2 portal 23 10:00 > 24 10:00 running - 30+0+0; plan_or_resolution P2 portal 23 10:00 > 26 10:00 running - 30+0+0" },
  { "a late entry is not known before it is recorded", "P1", "phone", "23 10:00",
    "23 10:10 our_msg us public recorded=24T09:00; 23 10:30 restored us", "23 12:00",
    "first_response P1 phone 23 10:00 > 23 10:30 missed - 120+0+0; restore P1 phone 23 10:00 > 23 14:00 met 23 10:30 30+0+0" },
  { "a late entry counts from the time that it is for", "P1", "phone", "23 10:00",
    "23 10:10 our_msg us public recorded=24T09:00; 23 10:30 restored us", "24 09:00",
    "first_response P1 phone 23 10:00 > 23 10:30 met 23 10:10 10+0+0; restore P1 phone 23 10:00 > 23 14:00 met 23 10:30 30+0+0" },
  { "no promise", "none", "email", "23 10:00", "23 11:00 our_msg us public", "30 00:00", "" },

  /* Rule 4. */
  { "a pause by event", "P1", "email", "23 10:00",
    "23 10:30 paused us; 23 11:30 resumed us; 23 12:45 our_msg us public; 23 12:45 restored us", "30 00:00",
    "first_response P1 email 23 10:00 > 23 13:00 met 23 12:45 105+60+0; restore P1 email 23 10:00 > 23 15:00 met 23 12:45 105+60+0" },
  { "a pause by status, over the night", "P1", "email", "23 16:00",
    "23 16:30 status us to=waiting_customer; 24 09:30 status us to=open; 24 11:00 our_msg us public; 24 11:00 resolved us", "30 00:00",
    "first_response P1 email 23 16:00 > 24 11:00 met 24 11:00 120+60+960; restore P1 email 23 16:00 > 24 13:00 met 24 11:00 120+1020+0" },
  { "the customer writes and is no longer waited for", "P1", "email", "23 10:00",
    "23 10:30 status us to=waiting_customer; 23 11:00 customer_msg customer; 23 12:40 our_msg us public; 23 12:50 restored us", "30 00:00",
    "first_response P1 email 23 10:00 > 23 12:30 missed 23 12:40 130+30+0; restore P1 email 23 10:00 > 23 14:30 met 23 12:50 140+30+0" },
  { "the customer's automatic reply ends no pause", "P1", "email", "23 10:00",
    "23 10:30 paused us; 23 11:00 customer_msg customer auto; 23 12:30 our_msg us public; 23 12:30 restored us", "30 00:00",
    "first_response P1 email 23 10:00 > 23 14:00 met 23 12:30 30+120+0; restore P1 email 23 10:00 > 23 16:00 met 23 12:30 30+120+0" },
  { "a pause that lasts", "P1", "email", "23 10:00", "23 10:30 paused us", "24 09:00",
    "first_response P1 email 23 10:00 > - paused - 30+390+960; restore P1 email 23 10:00 > - paused - 30+1350+0" },
  { "a pause after the due time", "P1", "email", "23 10:00", "23 12:00 paused us", "23 13:00",
    "first_response P1 email 23 10:00 > 23 12:00 missed - 120+60+0; restore P1 email 23 10:00 > - paused - 120+60+0" },
  { "a pause that begins with the answer", "P2", "email", "23 10:00",
    "23 10:30 our_msg us public; 23 10:30 status us to=waiting_customer; 23 14:30 resolved us", "30 00:00",
    "first_response P2 email 23 10:00 > 24 10:00 met 23 10:30 30+0+0; plan_or_resolution P2 email 23 10:00 > 26 14:00 met 23 14:30 30+240+0" },

  /* Rule 6. */
  { "a P1 by email that is phoned in", "P1", "email", "23 18:00", "23 20:00 called_in customer; 23 20:20 our_msg us public; 23 21:00 restored us", "30 00:00",
    "first_response P1 email 24 09:00 > 24 11:00 met 23 20:20 0+0+0; restore P1 email 23 18:00 > 23 22:00 met 23 21:00 180+0+0; "
    "first_response P1 phone 23 20:00 > 23 20:30 met 23 20:20 20+0+0" },
  { "a second call starts no third clock", "P1", "email", "23 18:00", "23 20:00 called_in customer; 23 20:40 called_in customer; 23 21:00 restored us", "23 21:00",
    "first_response P1 email 24 09:00 > 24 11:00 running - 0+0+0; restore P1 email 23 18:00 > 23 22:00 met 23 21:00 180+0+0; "
    "first_response P1 phone 23 20:00 > 23 20:30 missed - 60+0+0" },
  { "a call that one of us answers", "P1", "portal", "23 18:00", "23 20:00 called_in us; 23 21:00 restored us", "30 00:00",
    "first_response P1 portal 24 09:00 > 24 11:00 met 23 20:00 0+0+0; restore P1 portal 23 18:00 > 23 22:00 met 23 21:00 180+0+0; "
    "first_response P1 phone 23 20:00 > 23 20:30 met 23 20:00 0+0+0" },
  { "a P1 that came by phone has one clock", "P1", "phone", "23 18:00", "23 18:10 called_in customer; 23 18:20 our_msg us public; 23 18:30 restored us", "30 00:00",
    "first_response P1 phone 23 18:00 > 23 18:30 met 23 18:20 20+0+0; restore P1 phone 23 18:00 > 23 22:00 met 23 18:30 30+0+0" },
  { "a call after the answer asks for another", "P2", "email", "23 10:00",
    "23 10:30 our_msg us public; 23 11:00 called_in customer; 23 12:00 our_msg us public; 23 13:00 plan_agreed us", "30 00:00",
    "first_response P2 email 23 10:00 > 24 10:00 met 23 10:30 30+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 met 23 13:00 180+0+0; "
    "next_response P2 phone 23 11:00 > 23 15:00 met 23 12:00 60+0+0" },
  { "a higher priority cancels and starts from the opening", "P1", "email", "23 10:00",
    "23 11:00 priority us from=P2 to=P1; 23 11:30 our_msg us public; 23 12:00 restored us", "30 00:00",
    "first_response P2 email 23 10:00 > 24 10:00 cancelled - 60+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 cancelled - 60+0+0; "
    "first_response P1 email 23 10:00 > 23 12:00 met 23 11:30 90+0+0; restore P1 email 23 10:00 > 23 14:00 met 23 12:00 120+0+0" },
  { "a missed clock is decided", "P2", "email", "23 10:00",
    "23 12:30 priority us from=P1 to=P2; 23 13:00 our_msg us public; 23 13:00 resolved us", "30 00:00",
    "first_response P1 email 23 10:00 > 23 12:00 missed 23 13:00 180+0+0; restore P1 email 23 10:00 > 23 14:00 cancelled - 150+0+0; "
    "first_response P2 email 23 10:00 > 24 10:00 met 23 13:00 180+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 met 23 13:00 180+0+0" },
  { "a met clock stays as it is", "P3", "email", "23 10:00",
    "23 10:30 our_msg us public; 23 11:00 resolved us; 23 12:00 priority us from=P2 to=P3; 23 12:00 closed us", "23 13:00",
    "first_response P2 email 23 10:00 > 24 10:00 met 23 10:30 30+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 met 23 11:00 60+0+0; "
    "tam_acknowledgement P3 email 23 10:00 > 23 12:00 missed - 180+0+0" },
  { "there and back again", "P2", "email", "23 10:00",
    "23 10:10 priority us from=P2 to=P1; 23 10:20 priority us from=P1 to=P2; 23 11:00 our_msg us public; 23 11:00 resolved us", "30 00:00",
    "first_response P2 email 23 10:00 > 24 10:00 cancelled - 10+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 cancelled - 10+0+0; "
    "first_response P1 email 23 10:00 > 23 12:00 cancelled - 20+0+0; restore P1 email 23 10:00 > 23 14:00 cancelled - 20+0+0; "
    "first_response P2 email 23 10:00 > 24 10:00 met 23 11:00 60+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 met 23 11:00 60+0+0" },
  { "phoned in before it was a P1", "P1", "email", "23 18:00",
    "23 19:00 called_in customer; 23 19:05 priority us from=P2 to=P1; 23 19:20 our_msg us public; 23 19:20 restored us", "30 00:00",
    "first_response P2 email 24 09:00 > 25 09:00 cancelled - 0+0+0; plan_or_resolution P2 email 24 09:00 > 27 09:00 cancelled - 0+0+0; "
    "first_response P1 email 24 09:00 > 24 11:00 met 23 19:20 0+0+0; restore P1 email 23 18:00 > 23 22:00 met 23 19:20 80+0+0; "
    "first_response P1 phone 23 19:00 > 23 19:30 met 23 19:20 20+0+0" },
  { "a triaged case starts from the opening", "P2", "email", "23 10:00",
    "23 11:00 priority us to=P2; 23 12:00 our_msg us public; 23 12:00 resolved us", "30 00:00",
    "first_response P2 email 23 10:00 > 24 10:00 met 23 12:00 120+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 met 23 12:00 120+0+0" },

  /* Rule 8. */
  { "every message after the first answer has a clock", "P2", "email", "23 10:00",
    "23 10:10 customer_msg customer; 23 10:30 our_msg us public; 23 11:00 customer_msg customer; 23 12:00 customer_msg customer; "
    "23 13:00 our_msg us public; 23 16:00 customer_msg customer; 24 12:30 our_msg us public; 24 12:30 resolved us", "30 00:00",
    "first_response P2 email 23 10:00 > 24 10:00 met 23 10:30 30+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 met 24 12:30 630+0+960; "
    "next_response P2 email 23 11:00 > 23 15:00 met 23 13:00 120+0+0; next_response P2 email 23 16:00 > 24 12:00 missed 24 12:30 270+0+960" },
  { "a reopened case is answered and resolved again", "P2", "email", "23 10:00",
    "23 10:30 our_msg us public; 23 11:00 resolved us; 24 09:00 reopened customer; 24 10:00 our_msg us public; 24 11:00 resolved us", "30 00:00",
    "first_response P2 email 23 10:00 > 24 10:00 met 23 10:30 30+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 met 23 11:00 60+0+0; "
    "plan_or_resolution P2 email 24 09:00 > 27 09:00 met 24 11:00 120+0+0; next_response P2 email 24 09:00 > 24 13:00 met 24 10:00 60+0+0" },
  { "a status says it as well", "P2", "email", "23 10:00",
    "23 10:30 our_msg us public; 23 11:00 status us to=plan_agreed", "30 00:00",
    "first_response P2 email 23 10:00 > 24 10:00 met 23 10:30 30+0+0; plan_or_resolution P2 email 23 10:00 > 26 10:00 met 23 11:00 60+0+0" },
  { "the TAM acknowledges within the TAM's hours", "P3", "email", "23 18:00", "24 11:30 acknowledged us", "30 00:00",
    "tam_acknowledgement P3 email 24 10:00 > 24 12:00 met 24 11:30 90+0+0" },
};

static TambourInstant
read_time (const char *text)
{
  g_autofree char *whole = g_strdup_printf ("2026-11-%.2sT%.5s:00Z", text, text + 3);
  TambourInstant instant;

  if (!tambour_instant_parse (whole, &instant))
    g_error ("%s", text);

  return instant;
}

static void
read_word (TambourCaseEvent *event,
           const char       *word)
{
  if (g_str_equal (word, "public"))
    event->public_update = TRUE;
  else if (g_str_equal (word, "auto"))
    event->automatic = TRUE;
  else if (g_str_has_prefix (word, "from="))
    event->from = g_strdup (word + 5);
  else if (g_str_has_prefix (word, "to="))
    event->to = g_strdup (word + 3);
  else if (g_str_has_prefix (word, "recorded="))
    event->recorded_at = read_time (word + 9);
  else
    g_error ("%s", word);
}

static TambourRecord *
read_event (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  TambourCaseEvent *event;

  if (g_str_equal (words[2], "acknowledged"))
    {
      TambourAcknowledgement *acknowledgement = TAMBOUR_ACKNOWLEDGEMENT (tambour_record_new (TAMBOUR_TYPE_ACKNOWLEDGEMENT, NULL));

      acknowledgement->at = read_time (text);
      return TAMBOUR_RECORD (acknowledgement);
    }

  event = TAMBOUR_CASE_EVENT (tambour_record_new (TAMBOUR_TYPE_CASE_EVENT, NULL));
  event->at = read_time (text);
  if (!tambour_choice_from_nick (TAMBOUR_TYPE_EVENT_KIND, words[2], &event->kind) ||
      !tambour_choice_from_nick (TAMBOUR_TYPE_ACTOR, words[3], &event->actor))
    g_error ("%s", text);

  for (guint i = 4; words[i]; i++)
    read_word (event, words[i]);

  return TAMBOUR_RECORD (event);
}

static GPtrArray *
read_events (const char *text)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) parts = g_strsplit (text, "; ", -1);

  for (guint i = 0; parts[i] && *parts[i]; i++)
    g_ptr_array_add (events, read_event (parts[i]));

  return events;
}

static TambourCase *
read_case (const Story *story)
{
  TambourCase *support_case = TAMBOUR_CASE (tambour_record_new (TAMBOUR_TYPE_CASE, "01933e5c-0000-7000-8000-000000000001"));

  TAMBOUR_RECORD (support_case)->account_id.id = g_strdup ("account");
  support_case->opened_at = read_time (story->opened);
  g_assert_true (tambour_choice_from_nick (TAMBOUR_TYPE_PRIORITY, story->priority, &support_case->priority));
  g_assert_true (tambour_choice_from_nick (TAMBOUR_TYPE_CHANNEL, story->channel, &support_case->channel));

  return support_case;
}

static char *
write_time (TambourInstant instant)
{
  g_autofree char *text = tambour_instant_dup_text (instant);

  return text ? g_strdup_printf ("%.2s %.5s", text + 8, text + 11) : g_strdup ("-");
}

static char *
write_clock (TambourResponseClock *clock)
{
  g_autofree char *start = write_time (clock->start);
  g_autofree char *due = write_time (clock->due);
  g_autofree char *stop = write_time (clock->stop);

  return g_strdup_printf ("%s %s %s %s > %s %s %s %d+%d+%d",
                          tambour_choice_nick (TAMBOUR_TYPE_CLOCK_KIND, clock->kind),
                          tambour_choice_nick (TAMBOUR_TYPE_PRIORITY, clock->priority),
                          tambour_choice_nick (TAMBOUR_TYPE_CHANNEL, clock->channel), start, due,
                          tambour_choice_nick (TAMBOUR_TYPE_CLOCK_STATE, clock->state), stop,
                          (int) (clock->covered_seconds / 60), (int) (clock->paused_seconds / 60),
                          (int) (clock->closed_seconds / 60));
}

static char *
write_clocks (GPtrArray *clocks)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  for (guint i = 0; i < clocks->len; i++)
    g_strv_builder_take (builder, write_clock (g_ptr_array_index (clocks, i)));

  texts = g_strv_builder_end (builder);

  return g_strjoinv ("; ", texts);
}

static TambourCatalogue *
load_catalogue (void)
{
  g_autoptr(GError) error = NULL;
  TambourCatalogue *catalogue = tambour_catalogue_new (catalogue_text, &error);

  g_assert_no_error (error);

  return catalogue;
}

static void
check_pauses (TambourCatalogue     *catalogue,
              TambourResponseClock *clock,
              TambourCase          *support_case,
              GPtrArray            *events,
              TambourInstant        as_of)
{
  g_autoptr(GPtrArray) pauses = tambour_clock_list_pauses (catalogue, clock, support_case, events, as_of);
  gint64 covered = 0;

  for (guint i = 0; i < pauses->len; i++)
    {
      TambourClockPause *pause = g_ptr_array_index (pauses, i);

      g_assert_cmpstr (pause->clock_id.id, ==, TAMBOUR_RECORD (clock)->id);
      g_assert_true (tambour_record_check (TAMBOUR_RECORD (pause), NULL));
      covered += pause->covered_seconds;
    }

  g_assert_cmpint (covered, ==, clock->paused_seconds);
}

/* What holds for every clock, whatever the story. */
static void
check_clock (TambourResponseClock *clock)
{
  g_assert_true (tambour_record_check (TAMBOUR_RECORD (clock), NULL));
  g_assert_nonnull (clock->reason);
  g_assert_true (g_str_has_suffix (clock->reason, "."));
  g_assert_null (strchr (clock->reason, '{'));
  g_assert_cmpint (clock->covered_seconds, >=, 0);
  g_assert_cmpint (clock->paused_seconds, >=, 0);
  g_assert_cmpint (clock->closed_seconds, >=, 0);
  if (tambour_instant_is_stated (clock->stop))
    g_assert_cmpint (clock->covered_seconds + clock->paused_seconds + clock->closed_seconds, ==,
                     MAX (0, clock->stop.seconds - clock->start.seconds));
}

static void
check_story (const Story      *story,
             TambourCatalogue *catalogue)
{
  g_autoptr(TambourCase) support_case = read_case (story);
  g_autoptr(GPtrArray) events = read_events (story->events);
  TambourInstant as_of = read_time (story->as_of);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) clocks = tambour_clock_replay (catalogue, "p", support_case, events, as_of, &error);
  g_autofree char *written = NULL;
  g_autoptr(GPtrArray) again = NULL;

  g_assert_no_error (error);
  written = write_clocks (clocks);
  if (!g_str_equal (written, story->clocks))
    g_error ("%s\nexpected %s\nreplayed %s", story->title, story->clocks, written);

  again = tambour_clock_replay (catalogue, "p", support_case, events, as_of, NULL);
  for (guint i = 0; i < clocks->len; i++)
    {
      TambourResponseClock *clock = g_ptr_array_index (clocks, i);

      g_test_message ("%s: %s", story->title, clock->reason);
      check_clock (clock);
      check_pauses (catalogue, clock, support_case, events, as_of);
      g_assert_true (tambour_record_equal (TAMBOUR_RECORD (clock), g_ptr_array_index (again, i)));
      g_assert_cmpstr (TAMBOUR_RECORD (clock)->id, ==, TAMBOUR_RECORD (g_ptr_array_index (again, i))->id);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (TAMBOUR_RECORD (clock)->id, !=, TAMBOUR_RECORD (g_ptr_array_index (clocks, j))->id);
    }
}

static void
test_stories (void)
{
  g_autoptr(TambourCatalogue) catalogue = load_catalogue ();

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    check_story (&stories[i], catalogue);
}

/* Changes places with the event before it, unless both are of the same minute:
 * what was recorded first comes first.
 */
static void
swap_events (GPtrArray *events,
             guint      i)
{
  TambourRecord *one = g_ptr_array_index (events, i - 1);
  TambourRecord *other = g_ptr_array_index (events, i);

  if (!TAMBOUR_IS_CASE_EVENT (one) || !TAMBOUR_IS_CASE_EVENT (other) ||
      TAMBOUR_CASE_EVENT (one)->at.seconds == TAMBOUR_CASE_EVENT (other)->at.seconds)
    return;

  g_ptr_array_index (events, i - 1) = other;
  g_ptr_array_index (events, i) = one;
}

static void
test_order_of_events (void)
{
  g_autoptr(TambourCatalogue) catalogue = load_catalogue ();
  g_autoptr(GRand) random = g_rand_new_with_seed (8);

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr(TambourCase) support_case = read_case (&stories[i]);
      g_autoptr(GPtrArray) events = read_events (stories[i].events);
      g_autoptr(GPtrArray) clocks = NULL;
      g_autofree char *written = NULL;

      for (guint j = 0; events->len > 1 && j < 30; j++)
        swap_events (events, (guint) g_rand_int_range (random, 1, (gint32) events->len));

      clocks = tambour_clock_replay (catalogue, "p", support_case, events, read_time (stories[i].as_of), NULL);
      written = write_clocks (clocks);
      g_assert_cmpstr (written, ==, stories[i].clocks);
    }
}

static void
check_reason (const char *events,
              const char *as_of,
              guint       index,
              const char *reason)
{
  static const Story p1 = { .priority = "P1", .channel = "email", .opened = "23 10:00" };
  g_autoptr(TambourCatalogue) catalogue = load_catalogue ();
  g_autoptr(TambourCase) support_case = read_case (&p1);
  g_autoptr(GPtrArray) list = read_events (events);
  g_autoptr(GPtrArray) clocks = tambour_clock_replay (catalogue, "p", support_case, list, read_time (as_of), NULL);
  TambourResponseClock *clock = g_ptr_array_index (clocks, index);

  g_assert_cmpstr (clock->reason, ==, reason);
}

static void
test_reasons (void)
{
  check_reason ("23 11:30 our_msg us public", "30 00:00", 0,
                "Met: a person answered on 2026-11-23 11:30 (London), and the first response was due on 2026-11-23 12:00 (London).");
  check_reason ("23 13:05 our_msg us public", "30 00:00", 0,
                "Missed: a person answered on 2026-11-23 13:05 (London), 1:05 after the first response was due on 2026-11-23 12:00 (London).");
  check_reason ("", "30 00:00", 0, "Missed: nobody has answered, and the first response was due on 2026-11-23 12:00 (London).");
  check_reason ("", "23 11:00", 0, "Running: the first response is due on 2026-11-23 12:00 (London).");
  check_reason ("23 10:30 paused us", "23 11:00", 0,
                "Paused: the customer has been waited for since 2026-11-23 10:30 (London), after 0:30 of covered time.");
  check_reason ("23 10:45 priority us from=P1 to=P2", "23 11:00", 0,
                "Cancelled: the priority was changed from P1 to P2 on 2026-11-23 10:45 (London), after 0:45 of covered time.");
  check_reason ("", "23 11:00", 1, "Running: the service is due to be restored by 2026-11-23 14:00 (UTC).");
}

/* The case's own times stand in for events that a tool does not give. */
static void
test_own_times (void)
{
  static const Story p1 = { .priority = "P1", .channel = "email", .opened = "23 10:00" };
  g_autoptr(TambourCatalogue) catalogue = load_catalogue ();
  g_autoptr(TambourCase) support_case = read_case (&p1);
  g_autoptr(GPtrArray) events = read_events ("");
  g_autoptr(GPtrArray) automatic = read_events ("23 11:00 our_msg system public auto");
  g_autoptr(GPtrArray) clocks = NULL;
  g_autoptr(GPtrArray) unanswered = NULL;
  g_autofree char *written = NULL;

  support_case->first_response_at = read_time ("23 11:00");
  support_case->resolved_at = read_time ("23 12:00");

  clocks = tambour_clock_replay (catalogue, "p", support_case, events, read_time ("30 00:00"), NULL);
  written = write_clocks (clocks);
  g_assert_cmpstr (written, ==, "first_response P1 email 23 10:00 > 23 12:00 met 23 11:00 60+0+0; "
                                "restore P1 email 23 10:00 > 23 14:00 met 23 12:00 120+0+0");

  unanswered = tambour_clock_replay (catalogue, "p", support_case, automatic, read_time ("30 00:00"), NULL);
  g_assert_cmpint (((TambourResponseClock *) g_ptr_array_index (unanswered, 0))->state, ==, TAMBOUR_CLOCK_STATE_MISSED);
}

/* One that went on in another case; not one that another went on in. */
static void
test_merged (void)
{
  static const Story p2 = { .priority = "P2", .channel = "email", .opened = "23 10:00" };
  g_autoptr(TambourCatalogue) catalogue = load_catalogue ();
  g_autoptr(TambourCase) support_case = read_case (&p2);
  g_autoptr(GPtrArray) events = read_events ("23 10:30 merged us");
  g_autoptr(GPtrArray) survivor = tambour_clock_replay (catalogue, "p", support_case, events, read_time ("23 11:00"), NULL);
  g_autoptr(GPtrArray) merged = NULL;
  TambourResponseClock *clock;

  g_assert_cmpint (((TambourResponseClock *) g_ptr_array_index (survivor, 0))->state, ==, TAMBOUR_CLOCK_STATE_RUNNING);

  support_case->merged_into_id.id = g_strdup ("another");
  merged = tambour_clock_replay (catalogue, "p", support_case, events, read_time ("23 11:00"), NULL);
  clock = g_ptr_array_index (merged, 0);
  g_assert_cmpint (clock->state, ==, TAMBOUR_CLOCK_STATE_CANCELLED);
  g_assert_cmpint (clock->covered_seconds, ==, 1800);
  g_assert_cmpstr (clock->reason, ==, "Cancelled: the case went on in another from 2026-11-23 10:30 (London), after 0:30 of covered time.");
}

static void
test_versions (void)
{
  static const Story p1 = { .priority = "P1", .channel = "phone", .opened = "23 10:00" };
  g_autoptr(TambourCatalogueSet) versions = tambour_catalogue_set_new ();
  g_autoptr(TambourCatalogue) first = load_catalogue ();
  g_autoptr(TambourCatalogue) later = tambour_catalogue_new (
    "{\"valid_from\":\"2026-11-24\",\"calendars\":{\"24x7\":{\"always\":true}},\"plans\":[{\"id\":\"p\",\"targets\":["
    "{\"kind\":\"first_response\",\"priority\":\"P1\",\"minutes\":10,\"calendar\":\"24x7\"}]}]}",
    NULL);
  g_autoptr(TambourCase) support_case = read_case (&p1);
  g_autoptr(GPtrArray) events = read_events ("23 10:20 our_msg us public");
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) clocks = NULL;
  g_autoptr(GPtrArray) what_if = NULL;
  TambourInstant as_of = read_time ("30 00:00");
  TambourResponseClock *clock;

  none = tambour_clock_replay_versions (versions, "p", support_case, events, as_of, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  tambour_catalogue_set_add (versions, later);
  tambour_catalogue_set_add (versions, first);
  clocks = tambour_clock_replay_versions (versions, "p", support_case, events, as_of, NULL);
  clock = g_ptr_array_index (clocks, 0);
  g_assert_cmpint (clock->state, ==, TAMBOUR_CLOCK_STATE_MET);
  g_assert_cmpstr (clock->catalogue, ==, "2026-01-01");

  what_if = tambour_clock_replay (later, "p", support_case, events, as_of, NULL);
  clock = g_ptr_array_index (what_if, 0);
  g_assert_cmpint (clock->state, ==, TAMBOUR_CLOCK_STATE_MISSED);
}

static void
test_unknown_plan (void)
{
  static const Story p1 = { .priority = "P1", .channel = "phone", .opened = "23 10:00" };
  g_autoptr(TambourCatalogue) catalogue = load_catalogue ();
  g_autoptr(TambourCase) support_case = read_case (&p1);
  g_autoptr(GPtrArray) events = read_events ("");
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_clock_replay (catalogue, "iron", support_case, events, read_time ("30 00:00"), &error));
  g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NO_TARGET);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock-replay/a-case-has-the-clocks-that-its-events-say", test_stories);
  g_test_add_func ("/clock-replay/events-may-come-in-any-order", test_order_of_events);
  g_test_add_func ("/clock-replay/a-clock-says-why-in-one-sentence", test_reasons);
  g_test_add_func ("/clock-replay/the-cases-own-times-stand-in-for-events", test_own_times);
  g_test_add_func ("/clock-replay/a-merged-case-cancels-its-clocks", test_merged);
  g_test_add_func ("/clock-replay/a-later-version-rewrites-nothing", test_versions);
  g_test_add_func ("/clock-replay/an-unknown-plan-is-an-error", test_unknown_plan);

  return g_test_run ();
}
