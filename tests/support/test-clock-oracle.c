/* test-clock-oracle.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "clock-oracle.h"
#include "tambour-clock-lines.h"
#include "tambour-clock-rules.h"

/* Random calendars, promises and pauses, near the clock changes of many zones:
 * the answers of `tambourctl clock` against those of an oracle that walks minute
 * by minute. The seed is fixed; TAMBOUR_TEST_SEED and TAMBOUR_TEST_CASES change it.
 */
#define SEED    20261123
#define N_CASES 2400

static const char * const zones[] = {
  "America/Los_Angeles", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Kathmandu",
  "Europe/London", "America/St_Johns", "America/Sao_Paulo", "Asia/Tehran",
  "Antarctica/Troll", "America/Havana", "Pacific/Apia", "Africa/Casablanca",
};

static const char * const rule_names[] = { NULL, "same_time", "covered", "end_of_day" };
static const char * const weekday_names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

typedef struct
{
  GRand  *random;
  Oracle  oracle;
  char   *zone_name;
  gint64  received;
  char   *document;
  char   *line;
} Trial;

static void
clear_trial (Trial *trial)
{
  g_clear_pointer (&trial->oracle.zone, g_time_zone_unref);
  g_clear_pointer (&trial->oracle.holidays, g_hash_table_unref);
  g_clear_pointer (&trial->document, g_free);
  g_clear_pointer (&trial->line, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trial, clear_trial)

/* A minute in the days before or after one of the zone's clock changes. */
static gint64
choose_received (Trial *trial)
{
  gint64 first = 1104537600 + (gint64) g_rand_int_range (trial->random, 0, 21 * 366) * 86400;
  int interval = g_time_zone_find_interval (trial->oracle.zone, G_TIME_TYPE_UNIVERSAL, first);
  gint64 low = first;
  gint64 high = first + 400 * 86400;

  if (g_rand_int_range (trial->random, 0, 5) > 0 &&
      g_time_zone_find_interval (trial->oracle.zone, G_TIME_TYPE_UNIVERSAL, high) != interval)
    {
      while (high - low > 1)
        {
          gint64 middle = (low + high) / 2;

          if (g_time_zone_find_interval (trial->oracle.zone, G_TIME_TYPE_UNIVERSAL, middle) == interval)
            low = middle;
          else
            high = middle;
        }

      first = high;
    }

  return first / 60 * 60 + (gint64) g_rand_int_range (trial->random, -4 * 1440, 1440) * 60;
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* One to four intervals that may run over midnight, several days, and the week's end. */
static void
choose_weekly (Trial *trial)
{
  int n = g_rand_int_range (trial->random, 1, 5);
  int edges[8];
  gboolean wrap = g_rand_boolean (trial->random);

  for (int i = 0; i < 2 * n; i++)
    {
      edges[i] = g_rand_int_range (trial->random, 0, 10080);
      if (g_rand_boolean (trial->random))
        edges[i] = edges[i] / 1440 * 1440;
      for (int j = 0; j < i; j++)
        if (edges[j] == edges[i])
          {
            i--;
            break;
          }
    }

  qsort (edges, (gsize) (2 * n), sizeof (int), compare_minutes);
  trial->oracle.n_weekly = (guint) n;
  for (int i = 0; i < n; i++)
    {
      int opens = edges[2 * i + wrap];
      int closes = edges[(2 * i + 1 + wrap) % (2 * n)];

      trial->oracle.weekly[i] = (OracleRange) { opens, closes > opens ? closes : closes + 10080 };
    }
}

static void
choose_holidays (Trial *trial)
{
  gint64 today = trial->received / 86400 + 719163;

  trial->oracle.holidays = g_hash_table_new (NULL, NULL);
  for (gint64 day = today - 3; day < today + 30; day++)
    if (g_rand_int_range (trial->random, 0, 7) == 0)
      g_hash_table_add (trial->oracle.holidays, GINT_TO_POINTER (day));
}

static void
choose_promise (Trial *trial)
{
  Oracle *oracle = &trial->oracle;
  gboolean usual = g_rand_boolean (trial->random);

  for (int i = 0; i < 7; i++)
    oracle->business[i] = usual ? i < 5 : g_rand_int_range (trial->random, 0, 3) > 0;
  oracle->business[g_rand_int_range (trial->random, 0, 5)] = TRUE;

  oracle->day_minutes = g_rand_boolean (trial->random) ? 1440 : g_rand_int_range (trial->random, 30, 1441);
  oracle->rule = (OracleRule) g_rand_int_range (trial->random, 0, 4);
  oracle->amount = oracle->rule == ORACLE_MINUTES ? g_rand_int_range (trial->random, 1, 2500) : g_rand_int_range (trial->random, 1, 4);
}

static void
choose_pauses (Trial *trial)
{
  Oracle *oracle = &trial->oracle;

  oracle->n_pauses = g_rand_boolean (trial->random) ? 0 : (guint) g_rand_int_range (trial->random, 1, 6);
  for (guint i = 0; i < oracle->n_pauses; i++)
    {
      gint64 from = trial->received + (gint64) g_rand_int_range (trial->random, -600, 6000) * 60;

      oracle->pauses[i].from = from;
      oracle->pauses[i].to = from + (gint64) g_rand_int_range (trial->random, 0, 2000) * 60;
      if (g_rand_int_range (trial->random, 0, 25) == 0)
        oracle->pauses[i].to = ORACLE_NEVER;
    }
}

static void
append_week_time (GString  *text,
                  gint64    minute,
                  gboolean  closing)
{
  gint64 day = minute / 1440 % 7;

  if (closing && minute % 1440 == 0)
    g_string_append_printf (text, "\"%s 24:00\"", weekday_names[(day + 6) % 7]);
  else
    g_string_append_printf (text, "\"%s %02d:%02d\"", weekday_names[day],
                            (int) (minute % 1440 / 60), (int) (minute % 60));
}

static char *
write_document (Trial *trial)
{
  const Oracle *oracle = &trial->oracle;
  GString *text = g_string_new ("{\"valid_from\":\"2000-01-01\",\"calendars\":{\"c\":{");
  GHashTableIter iter;
  const char *separator = "";
  gpointer julian;

  g_string_append_printf (text, "\"zone\":\"%s\",\"weekly\":[", trial->zone_name);
  for (guint i = 0; i < oracle->n_weekly; i++)
    {
      g_string_append (text, i ? ",[" : "[");
      append_week_time (text, oracle->weekly[i].from, FALSE);
      g_string_append_c (text, ',');
      append_week_time (text, oracle->weekly[i].to, TRUE);
      g_string_append_c (text, ']');
    }

  g_string_append (text, "],\"holidays\":[");
  g_hash_table_iter_init (&iter, oracle->holidays);
  while (g_hash_table_iter_next (&iter, &julian, NULL))
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, GPOINTER_TO_UINT (julian));
      g_string_append_printf (text, "%s\"%04d-%02d-%02d\"", separator, g_date_get_year (&date),
                              g_date_get_month (&date), g_date_get_day (&date));
      separator = ",";
    }

  g_string_append (text, "],\"business_weekdays\":[");
  separator = "";
  for (int i = 0; i < 7; i++)
    if (oracle->business[i])
      {
        g_string_append_printf (text, "%s\"%s\"", separator, weekday_names[i]);
        separator = ",";
      }

  g_string_append_printf (text, "],\"business_day_minutes\":%d}},\"plans\":[{\"id\":\"p\",\"targets\":["
                                "{\"kind\":\"first_response\",\"priority\":\"P2\",\"calendar\":\"c\",",
                          (int) oracle->day_minutes);
  if (oracle->rule == ORACLE_MINUTES)
    g_string_append_printf (text, "\"minutes\":%d}]}]}", (int) oracle->amount);
  else
    g_string_append_printf (text, "\"business_days\":%d,\"rule\":\"%s\"}]}]}",
                            (int) oracle->amount, rule_names[oracle->rule]);

  return g_string_free_and_steal (text);
}

/* Some as UTC, some with an offset. */
static char *
write_instant (Trial  *trial,
               gint64  seconds)
{
  int offset = g_rand_boolean (trial->random) ? 0 : g_rand_int_range (trial->random, -57, 57) * 15;
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (offset * 60);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);

  return offset ? g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z") : g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

static char *
write_line (Trial *trial)
{
  g_autofree char *received = write_instant (trial, trial->received);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"plan\":\"p\",\"priority\":\"P2\",\"channel\":\"email\",\"received\":\"%s\",\"pauses\":[", received);
  for (guint i = 0; i < trial->oracle.n_pauses; i++)
    {
      const OracleRange *pause = &trial->oracle.pauses[i];
      g_autofree char *from = write_instant (trial, pause->from);
      g_autofree char *to = pause->to == ORACLE_NEVER ? NULL : write_instant (trial, pause->to);

      g_string_append_printf (text, "%s[\"%s\",%s%s%s]", i ? "," : "", from,
                              to ? "\"" : "", to ? to : "null", to ? "\"" : "");
    }

  g_string_append (text, "]}");

  return g_string_free_and_steal (text);
}

static void
choose_trial (Trial *trial,
              GRand *random)
{
  trial->random = random;
  trial->zone_name = (char *) zones[g_rand_int_range (random, 0, G_N_ELEMENTS (zones))];
  trial->oracle.zone = g_time_zone_new_identifier (trial->zone_name);
  g_assert_nonnull (trial->oracle.zone);
  trial->received = choose_received (trial);
  choose_weekly (trial);
  choose_holidays (trial);
  choose_promise (trial);
  choose_pauses (trial);
  trial->document = write_document (trial);
  trial->line = write_line (trial);
}

static char *
write_utc (gint64 seconds)
{
  g_autoptr(GDateTime) utc = seconds == ORACLE_NEVER ? NULL : g_date_time_new_from_unix_utc (seconds);

  return utc ? g_date_time_format (utc, "\"%Y-%m-%dT%H:%M:%SZ\"") : g_strdup ("null");
}

static char *
write_expected (Trial *trial)
{
  gint64 start = ORACLE_NEVER;
  gint64 due = ORACLE_NEVER;
  g_autofree char *start_text = NULL;
  g_autofree char *due_text = NULL;

  if (!oracle_find_due (&trial->oracle, trial->received, &start, &due))
    return g_strdup ("error");

  start_text = write_utc (start);
  due_text = write_utc (due);

  return g_strdup_printf ("%.*s,\"start\":%s,\"due\":%s}", (int) strlen (trial->line) - 1,
                          trial->line, start_text, due_text);
}

static void
check_trial (GRand *random,
             guint  number)
{
  g_auto(Trial) trial = { 0 };
  g_autoptr(TambourCatalogue) catalogue = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *answer = NULL;

  choose_trial (&trial, random);
  catalogue = tambour_catalogue_new (trial.document, &error);
  if (catalogue == NULL)
    g_error ("case %u: %s\n%s", number, error->message, trial.document);

  expected = write_expected (&trial);
  answer = tambour_clock_answer_line (catalogue, trial.line);
  if (g_str_equal (expected, "error") ? strstr (answer, "\"error\":") == NULL : !g_str_equal (expected, answer))
    g_error ("case %u\ncatalogue %s\nexpected  %s\nanswered  %s", number, trial.document, expected, answer);
}

static int
read_setting (const char *name,
              int         fallback)
{
  const char *text = g_getenv (name);

  return text ? atoi (text) : fallback;
}

static void
test_agrees_with_the_oracle (void)
{
  int seed = read_setting ("TAMBOUR_TEST_SEED", SEED);
  int n_cases = read_setting ("TAMBOUR_TEST_CASES", N_CASES);
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) seed);

  g_test_message ("seed %d, %d cases", seed, n_cases);
  for (int i = 0; i < n_cases; i++)
    check_trial (random, (guint) i);
}

/* Whatever the times, to the second. */
static void
check_sums (Trial           *trial,
            TambourCalendar *calendar)
{
  gint64 a = trial->received + g_rand_int_range (trial->random, -400000, 400000);
  gint64 b = a + g_rand_int_range (trial->random, 0, 3000000);
  gint64 c = b + g_rand_int_range (trial->random, 0, 3000000);
  gint64 ab = tambour_calendar_covered_time (calendar, (TambourInstant) { a }, (TambourInstant) { b });
  gint64 bc = tambour_calendar_covered_time (calendar, (TambourInstant) { b }, (TambourInstant) { c });
  gint64 ac = tambour_calendar_covered_time (calendar, (TambourInstant) { a }, (TambourInstant) { c });
  TambourInstant reached;

  g_assert_cmpint (ab + bc, ==, ac);
  g_assert_cmpint (ab, <=, b - a);
  g_assert_cmpint (tambour_calendar_covered_time (calendar, (TambourInstant) { a }, (TambourInstant) { a + 1 }), ==,
                   tambour_calendar_is_covered (calendar, (TambourInstant) { a }));
  g_assert_cmpint (oracle_is_covered (&trial->oracle, a), ==,
                   tambour_calendar_is_covered (calendar, (TambourInstant) { a }));

  if (ab > 0)
    {
      g_assert_true (tambour_calendar_advance (calendar, (TambourInstant) { a }, ab, &reached));
      g_assert_cmpint (reached.seconds, <=, b);
      g_assert_cmpint (tambour_calendar_covered_time (calendar, (TambourInstant) { a }, reached), ==, ab);
      g_assert_true (tambour_calendar_is_covered (calendar, (TambourInstant) { reached.seconds - 1 }));
    }
}

static void
check_later_is_not_sooner (Trial               *trial,
                           const TambourTarget *target)
{
  TambourInstant received = { trial->received };
  TambourInstant last = { TAMBOUR_NEVER };
  TambourInstant start, due;

  for (int i = 0; i < 20; i++)
    {
      if (!tambour_clock_due (target, received, NULL, 0, &start, &due, NULL))
        return;

      g_assert_cmpint (start.seconds, >=, received.seconds);
      g_assert_cmpint (due.seconds, >, start.seconds);
      if (target->rule == TAMBOUR_RULE_MINUTES || target->rule == TAMBOUR_RULE_COVERED)
        g_assert_cmpint (due.seconds, >=, last.seconds);

      last = due;
      received.seconds += g_rand_int_range (trial->random, 0, 20000);
    }
}

static void
test_invariants_hold_to_the_second (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED + 1);

  for (guint i = 0; i < 400; i++)
    {
      g_auto(Trial) trial = { 0 };
      g_autoptr(TambourCatalogue) catalogue = NULL;
      const TambourTarget *target;

      choose_trial (&trial, random);
      catalogue = tambour_catalogue_new (trial.document, NULL);
      target = tambour_catalogue_find_target (catalogue, "p", TAMBOUR_CLOCK_KIND_FIRST_RESPONSE,
                                              TAMBOUR_PRIORITY_P2, TAMBOUR_CHANNEL_EMAIL, NULL);
      for (guint j = 0; j < 20; j++)
        check_sums (&trial, target->calendar);

      check_later_is_not_sooner (&trial, target);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/agrees-with-an-oracle-that-walks-minute-by-minute", test_agrees_with_the_oracle);
  g_test_add_func ("/clock/covered-time-adds-up-to-the-second", test_invariants_hold_to_the_second);

  return g_test_run ();
}
