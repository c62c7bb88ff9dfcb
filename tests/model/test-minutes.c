/* test-minutes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-minutes.h"

/* The call is on Monday 23 November 2026. What is expected: the kind, a colon and
 * the text, then @owner, !due, #cases, ~amount, ?what is no date, and “done”; NULL
 * if the line is only text.
 */
static const struct
{
  const char *line;
  const char *expected;
} rows[] = {
  /* The picture of Log Call */
  { "Ruth opened with the renewal: signed, same scope.", NULL },
  { "- [ ] Send query volume by hospital @me !fri", "action: Send query volume by hospital @me !2026-11-27" },
  { "- [ ] Open the change for Birch Street @marcus !2026-12-04", "action: Open the change for Birch Street @marcus !2026-12-04" },
  { "? Alert when a forwarder goes silent", "request: Alert when a forwarder goes silent" },
  { "#4117 stays open until 4.2; tablets off the pair", "case: #4117 stays open until 4.2; tablets off the pair #4117" },
  { "Guest Wi-Fi moves to 15 Jan because of the freeze.", NULL },
  { "- [ ] Name a second approver @dora !tue", "action: Name a second approver @dora !2026-11-24" },
  { "goal \"Guest Wi-Fi on its own policy\" due 2027-01-15", "goal: Guest Wi-Fi on its own policy !2027-01-15" },

  /* Marks of lines */
  { "> We deliver by May @me !2027-05-01", "commitment: We deliver by May @me !2027-05-01" },
  { "= Keep both appliances @ruth", "decision: Keep both appliances @ruth" },
  { "~ 4500 EUR saved by the new rollout", "value: saved by the new rollout ~4500.00 EUR" },
  { "* [ ] With an asterisk", "action: With an asterisk" },
  { "+ [ ] With a plus", "action: With a plus" },
  { "[ ] Without a bullet", "action: Without a bullet" },
  { "[] In a hurry", "action: In a hurry" },
  { "- [] In a hurry", "action: In a hurry" },
  { "- [x] Sent already @me", "action: Sent already @me done" },
  { "- [X] Sent already", "action: Sent already done" },
  { "   - [ ] Below another", "action: Below another" },
  { "\t- [ ] Behind a tab", "action: Behind a tab" },
  { "-  [ ]  Two spaces", "action: Two spaces" },
  { ">  Two spaces", "commitment: Two spaces" },
  { "  ? Below another", "request: Below another" },
  { "? Arabic: سؤال", "request: Arabic: سؤال" },
  { "= 決定", "decision: 決定" },

  /* What is no mark */
  { "", NULL },
  { "   ", NULL },
  { "-", NULL },
  { "- a point of a list", NULL },
  { "- [ ]", NULL },
  { "- [ ] ", NULL },
  { "- [ ]Stuck to it", NULL },
  { "- [y] No box", NULL },
  { "-[ ] No box", NULL },
  { "[x", NULL },
  { "?", NULL },
  { "? ", NULL },
  { "?!", NULL },
  { "?What", NULL },
  { "> ", NULL },
  { ">quoted", NULL },
  { ">> quoted twice", NULL },
  { "=== heading ===", NULL },
  { "==", NULL },
  { "~5 people came", NULL },
  { "~~struck~~", NULL },
  { "Was it slow? Yes", NULL },
  { "a > b = c ~ d", NULL },
  { "# Heading", NULL },
  { "## Heading", NULL },
  { "1. First", NULL },
  { "---", NULL },
  { "| a | b |", NULL },
  { "👍", NULL },

  /* Owners */
  { "- [ ] @anna calls back", "action: calls back @anna" },
  { "- [ ] Ask @anna about it", "action: Ask about it @anna" },
  { "- [ ] Call back (@anna)", "action: Call back () @anna" },
  { "- [ ] Call back, @anna", "action: Call back, @anna" },
  { "- [ ] Call back @anna.", "action: Call back. @anna" },
  { "- [ ] Call back @anna, soon", "action: Call back, soon @anna" },
  { "- [ ] Call back @anna!", "action: Call back! @anna" },
  { "- [ ] Call back @ruth_adeyemi", "action: Call back @ruth adeyemi" },
  { "- [ ] Call back @ruth.adeyemi", "action: Call back @ruth.adeyemi" },
  { "- [ ] Call back @\"Ruth Adeyemi\" !fri", "action: Call back @Ruth Adeyemi !2026-11-27" },
  { "- [ ] Call back @“Ruth Adeyemi”", "action: Call back @Ruth Adeyemi" },
  { "- [ ] Call back @o'neill", "action: Call back @o'neill" },
  { "- [ ] Call back @jean-luc", "action: Call back @jean-luc" },
  { "- [ ] Call back @Ørsted", "action: Call back @Ørsted" },
  { "- [ ] اتصل @محمد", "action: اتصل @محمد" },
  { "- [ ] Ask @anna and @marcus", "action: Ask and @marcus @anna" },
  { "- [ ] Mail anna@example.com", "action: Mail anna@example.com" },
  { "- [ ] Meet @ noon", "action: Meet @ noon" },
  { "- [ ] Meet @9", "action: Meet @9" },
  { "- [ ] @", "action: @" },
  { "- [ ] @anna", NULL },
  { "- [ ] Ask @\"\"", "action: Ask @\"\"" },
  { "? Alert when silent @priya", "request: Alert when silent @priya" },
  { "~ 100 EUR less @marcus", "value: less @marcus ~100.00 EUR" },
  { "Talked to @anna about it", NULL },

  /* Dates, as said on a Monday */
  { "- [ ] Do !today", "action: Do !2026-11-23" },
  { "- [ ] Do !tomorrow", "action: Do !2026-11-24" },
  { "- [ ] Do !mon", "action: Do !2026-11-30" },
  { "- [ ] Do !tue", "action: Do !2026-11-24" },
  { "- [ ] Do !friday", "action: Do !2026-11-27" },
  { "- [ ] Do !FRI", "action: Do !2026-11-27" },
  { "- [ ] Do !sun", "action: Do !2026-11-29" },
  { "- [ ] Do !+3d", "action: Do !2026-11-26" },
  { "- [ ] Do !+3", "action: Do !2026-11-26" },
  { "- [ ] Do !+2w", "action: Do !2026-12-07" },
  { "- [ ] Do !+1m", "action: Do !2026-12-23" },
  { "- [ ] Do !+1y", "action: Do !2027-11-23" },
  { "- [ ] Do !12-04", "action: Do !2026-12-04" },
  { "- [ ] Do !2026-12-04", "action: Do !2026-12-04" },
  { "- [ ] Do !\"4 Dec\"", "action: Do !2026-12-04" },
  { "- [ ] Do !\"Dec 4\"", "action: Do !2026-12-04" },
  { "- [ ] Do !4dec", "action: Do !2026-12-04" },
  { "- [ ] Do !01-15", "action: Do !2027-01-15" },
  { "- [ ] Do !11-22", "action: Do !2027-11-22" },
  { "- [ ] Do !11-23", "action: Do !2026-11-23" },
  { "- [ ] Do !10-30", "action: Do !2027-10-30" },
  { "- [ ] Do !2026-10-30", "action: Do !2026-10-30" },
  { "- [ ] Do !02-29", "action: Do !2028-02-29" },
  { "- [ ] Do !2028-02-29", "action: Do !2028-02-29" },
  { "- [ ] Do !2027-02-29", "action: Do !2027-02-29 ?2027-02-29" },
  { "- [ ] Do !31-12", "action: Do !2026-12-31" },
  { "- [ ] !fri do it", "action: do it !2026-11-27" },
  { "- [ ] Do it !fri, please", "action: Do it, please !2026-11-27" },
  { "- [ ] Do it (!fri)", "action: Do it () !2026-11-27" },
  { "- [ ] Do it !fri.", "action: Do it. !2026-11-27" },
  { "- [ ] Do it !fri !tue", "action: Do it !tue !2026-11-27" },
  { "- [ ] Do it !soon", "action: Do it !soon ?soon" },
  { "- [ ] Do it !soon !fri", "action: Do it !soon !2026-11-27" },
  { "- [ ] Do it !soon !later", "action: Do it !soon !later ?soon" },
  { "- [ ] Do it!", "action: Do it!" },
  { "- [ ] Do it !", "action: Do it !" },
  { "- [ ] Do it !!", "action: Do it !!" },
  { "- [ ] Do it !!!", "action: Do it !!!" },
  { "- [ ] Compare a != b", "action: Compare a != b" },
  { "- [ ] Wow!fri", "action: Wow!fri" },
  { "- [ ] !fri", NULL },
  { "> Deliver !+1w", "commitment: Deliver !2026-11-30" },
  { "= Decided !fri", "decision: Decided !fri" },
  { "? Wanted !fri", "request: Wanted !fri" },
  { "Next call !fri", NULL },

  /* Several marks in a line */
  { "- [ ] !fri @me send #4117 and #4126", "action: send #4117 and #4126 @me !2026-11-27 #4117 #4126" },
  { "- [ ] @me !fri", NULL },
  { "- [ ] Close #4117 @me !fri, then #4117 again", "action: Close #4117, then #4117 again @me !2026-11-27 #4117" },
  { "> Fix #4117 by then @me !12-04", "commitment: Fix #4117 by then @me !2026-12-04 #4117" },
  { "? Alert, as in #4126 @priya", "request: Alert, as in #4126 @priya #4126" },
  { "= #4117 waits", "decision: #4117 waits #4117" },
  { "- [ ] - [ ] twice", "action: - [ ] twice" },
  { "- [ ] > promised", "action: > promised" },
  { "? ? really", "request: ? really" },

  /* Cases */
  { "Talked about #4117, #4126 and #4108.", "case: Talked about #4117, #4126 and #4108. #4117 #4126 #4108" },
  { "- #4117 is closed", "case: #4117 is closed #4117" },
  { "(#4117)", "case: (#4117) #4117" },
  { "#INC-12 and #im0004", "case: #INC-12 and #im0004 #INC-12 #im0004" },
  { "#4117-", "case: #4117- #4117" },
  { "#4117: done", "case: #4117: done #4117" },
  { "#4117é", NULL },
  { "#abc", NULL },
  { "#", NULL },
  { "##4117", NULL },
  { "a#4117", NULL },
  { "C# 8", NULL },

  /* Quotes */
  { "- [ ] Ask \"who is @marcus?\" @priya", "action: Ask \"who is @marcus?\" @priya" },
  { "- [ ] Say \"!fri\" !tue", "action: Say \"!fri\" !2026-11-24" },
  { "- [ ] Say “#4117 @me !fri”", "action: Say “#4117 @me !fri”" },
  { "- [ ] Sag „@me !fri“ @anna", "action: Sag „@me !fri“ @anna" },
  { "- [ ] A 5\" disk @me", "action: A 5\" disk @me" },
  { "- [ ] Open \" quote @me", "action: Open \" quote @me" },
  { "She said \"#4117 is fine\"", NULL },

  /* Code */
  { "- [ ] Run `dig @me !fri #4117` @anna", "action: Run `dig @me !fri #4117` @anna" },
  { "- [ ] Run ``dig ` @me`` @anna", "action: Run ``dig ` @me`` @anna" },
  { "- [ ] Run `dig @anna", "action: Run `dig @anna" },
  { "`#4117`", NULL },
  { "`- [ ] no`", NULL },
  { "See `a` #4117 `b`", "case: See `a` #4117 `b` #4117" },

  /* Links */
  { "- [ ] Read https://example.com/@me/#4117 @anna", "action: Read https://example.com/@me/#4117 @anna" },
  { "- [ ] Read [the @me page](https://example.com/ @x) @anna", "action: Read [the @me page](https://example.com/ @x) @anna" },
  { "- [ ] Read [[note @me #4117]] @anna", "action: Read [[note @me #4117]] @anna" },
  { "- [ ] Read <https://example.com/#4117> @anna", "action: Read <https://example.com/#4117> @anna" },
  { "- [ ] Read [#4117] @anna", "action: Read [#4117] @anna" },
  { "See https://example.com/a #4117", "case: See https://example.com/a #4117 #4117" },
  { "www.example.com/#4117", NULL },
  { "mailto:anna@example.com", NULL },
  { "[a](#4117)", NULL },
  { "[[#4117]]", NULL },

  /* Backslashes */
  { "\\- [ ] no action", NULL },
  { "\\? no request", NULL },
  { "- [ ] Mail \\@me @anna", "action: Mail @me @anna" },
  { "- [ ] Say \\!fri", "action: Say !fri" },
  { "\\#4117", NULL },
  { "- [ ] C:\\temp", "action: C:\\temp" },

  /* Values */
  { "~ EUR 4500 saved", "value: saved ~4500.00 EUR" },
  { "~ 4 500 EUR saved", "value: saved ~4500.00 EUR" },
  { "~ 4 500,50 EUR saved", "value: saved ~4500.50 EUR" },
  { "~ 4.500,50 EUR saved", "value: saved ~4500.50 EUR" },
  { "~ 4,500.50 USD saved", "value: saved ~4500.50 USD" },
  { "~ 4.500 EUR saved", "value: saved ~4500.00 EUR" },
  { "~ 4.5 EUR saved", "value: saved ~4.50 EUR" },
  { "~ 4'500 CHF saved", "value: saved ~4500.00 CHF" },
  { "~ 1,234,567 JPY saved", "value: saved ~1234567 JPY" },
  { "~ 12 API keys retired", "value: 12 API keys retired" },
  { "~ 12 cases fewer", "value: 12 cases fewer" },
  { "~ 4 hours a week", "value: 4 hours a week" },
  { "~ 4500 EUR", "value: 4500 EUR" },
  { "~ less trouble", "value: less trouble" },
  { "~ 99999999999999999999 EUR saved", "value: 99999999999999999999 EUR saved" },

  /* Goals */
  { "Goal \"Two sites\" due fri", "goal: Two sites !2026-11-27" },
  { "goal \"Two sites\" due 15 Jan", "goal: Two sites !2027-01-15" },
  { "goal \"Two sites\" due 15 Jan.", "goal: Two sites !2027-01-15" },
  { "goal \"Two sites\" !01-15", "goal: Two sites !2027-01-15" },
  { "goal “Two sites” due 2027-01-15", "goal: Two sites !2027-01-15" },
  { "  goal \"Two sites\" due +1m", "goal: Two sites !2026-12-23" },
  { "goal \"Two sites\" due whenever", "goal: Two sites ?whenever" },
  { "goal \"Two sites\" due", NULL },
  { "goal \"Two sites\" due ", NULL },
  { "goal \"Two sites\"", NULL },
  { "goal \"\" due fri", NULL },
  { "goal Two sites due fri", NULL },
  { "goals \"Two sites\" due fri", NULL },
  { "The goal \"Two sites\" due fri", NULL },
  { "goal \"Two sites due fri", NULL },
};

static void
append_date (GString     *text,
             TambourDate  date)
{
  g_autofree char *due = tambour_date_dup_text (date);

  if (due != NULL)
    g_string_append_printf (text, " !%s", due);
}

static char *
describe (TambourMinutes *minutes)
{
  static const char * const kinds[] = { "action", "commitment", "decision", "value", "request", "case", "goal" };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < minutes->items->len; i++)
    {
      TambourMinutesItem *item = g_ptr_array_index (minutes->items, i);
      g_autofree char *amount = tambour_money_dup_text (item->amount);

      g_string_append_printf (text, "%s%s: %s", i ? "\n" : "", kinds[item->kind], item->text);
      if (item->owner != NULL)
        g_string_append_printf (text, " @%s", item->owner);
      append_date (text, item->due);
      for (guint n = 0; n < item->cases->len; n++)
        g_string_append_printf (text, " #%s", (char *) g_ptr_array_index (item->cases, n));
      if (amount != NULL)
        g_string_append_printf (text, " ~%s", amount);
      if (item->wrong_due != NULL)
        g_string_append_printf (text, " ?%s", item->wrong_due);
      g_string_append (text, item->is_done ? " done" : "");
    }

  return text->len ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
read_on (const char *text,
         int         year,
         int         month,
         int         day)
{
  g_autoptr(TambourMinutes) minutes = tambour_minutes_parse (text, tambour_date_new (year, month, day));

  return describe (minutes);
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = read_on (rows[i].line, 2026, 11, 23);

      if (g_strcmp0 (found, rows[i].expected) != 0)
        {
          g_test_message ("“%s”\n  is       %s\n  and not  %s", rows[i].line, found, rows[i].expected);
          g_test_fail ();
        }
    }

  g_assert_cmpuint (G_N_ELEMENTS (rows), >=, 150);
}

/* A date counts from the day of the call, over the end of a year, of February, and
 * over the days on which clocks are changed.
 */
static void
test_days (void)
{
  static const struct
  {
    int         year, month, day;
    const char *due;
    const char *expected;
  } days[] = {
    { 2026, 12, 28, "fri", "2027-01-01" },
    { 2026, 12, 28, "01-04", "2027-01-04" },
    { 2026, 12, 31, "tomorrow", "2027-01-01" },
    { 2026, 12, 31, "+3d", "2027-01-03" },
    { 2026, 12, 31, "+2m", "2027-02-28" },
    { 2027, 1, 5, "12-30", "2027-12-30" },
    { 2027, 1, 5, "\"20 Dec\"", "2027-12-20" },
    { 2028, 2, 28, "tomorrow", "2028-02-29" },
    { 2028, 2, 28, "+2d", "2028-03-01" },
    { 2027, 2, 28, "tomorrow", "2027-03-01" },
    { 2026, 10, 24, "tomorrow", "2026-10-25" },
    { 2026, 10, 24, "mon", "2026-10-26" },
    { 2026, 10, 31, "tomorrow", "2026-11-01" },
    { 2026, 10, 31, "+2d", "2026-11-02" },
    { 2027, 3, 13, "+1w", "2027-03-20" },
    { 2027, 3, 27, "sun", "2027-03-28" },
    { 2026, 11, 29, "sun", "2026-12-06" },
    { 2026, 11, 29, "today", "2026-11-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *line = g_strdup_printf ("- [ ] Do !%s", days[i].due);
      g_autofree char *expected = g_strdup_printf ("action: Do !%s", days[i].expected);
      g_autofree char *found = read_on (line, days[i].year, days[i].month, days[i].day);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_code_between_fences_is_text (void)
{
  g_autofree char *found = read_on ("- [ ] Before\n```\n- [ ] In it\n? In it\n````\n- [ ] Between\n~~~\n- [ ] In it\n```\n~~~\n"
                                    "- [ ] After\n```sh\n- [ ] Never ended",
                                    2026, 11, 23);

  g_assert_cmpstr (found, ==, "action: Before\naction: Between\naction: After");
}

/* Not an item, and not code. */
static void
test_the_first_text_sums_it_up (void)
{
  TambourDate day = tambour_date_new (2026, 11, 23);
  g_autoptr(TambourMinutes) minutes = tambour_minutes_parse ("\n- [ ] One\n```\ncode\n```\n  Signed, same scope. \r\nMore", day);
  g_autoptr(TambourMinutes) without = tambour_minutes_parse ("- [ ] One\n? Two\n", day);
  g_autoptr(TambourMinutes) prepared = tambour_minutes_parse_prepared ("1. Budget\n 2. Audit: done\r\n", "1. Budget\n2. Audit\n", day);
  g_autoptr(TambourMinutes) untouched = tambour_minutes_parse_prepared ("1. Budget\n- [ ] One\n", "1. Budget\n", day);

  g_assert_cmpstr (minutes->summary, ==, "Signed, same scope.");
  g_assert_null (without->summary);
  g_assert_cmpstr (prepared->summary, ==, "2. Audit: done");
  g_assert_null (untouched->summary);
}

static void
test_lines_are_counted (void)
{
  g_autoptr(TambourMinutes) minutes = tambour_minutes_parse ("One\r\n- [ ] Two\n\n? Four\r> Five", tambour_date_new (2026, 11, 23));
  const guint lines[] = { 1, 3, 4 };

  g_assert_cmpuint (minutes->items->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (((TambourMinutesItem *) g_ptr_array_index (minutes->items, i))->line, ==, lines[i]);
}

static void
test_spans_show_what_means_something (void)
{
  static const char text[] = "Hé\n- [ ] Send #4117 @me !fri\nTo @nobody\n- [ ] @me";
  static const char * const expected[] = { "- [ ]", "#4117", "@me", "!fri" };
  g_autoptr(TambourMinutes) minutes = tambour_minutes_parse (text, tambour_date_new (2026, 11, 23));

  g_assert_cmpuint (minutes->spans->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      TambourMinutesSpan *span = &g_array_index (minutes->spans, TambourMinutesSpan, i);
      g_autofree char *part = g_strndup (text + span->start, span->end - span->start);

      g_assert_cmpstr (part, ==, expected[i]);
    }
}

/* What is pasted in is text. */
static void
test_long_lines_are_text (void)
{
  g_autofree char *words = g_strnfill (100000, 'x');
  g_autofree char *line = g_strconcat ("- [ ] ", words, " @me", NULL);
  g_autofree char *found = read_on (line, 2026, 11, 23);

  g_assert_null (found);
}

/* | is the cursor; what is expected is the part of the line that is typed there. */
static const struct
{
  const char *line;
  const char *expected;
} typings[] = {
  { "- [ ] Open the change @mar|", "@mar" },
  { "@|", "@" },
  { "- [ ] Open @mar|cus !fri", "@marcus" },
  { "- [ ] Open @marcus |", NULL },
  { "- [ ] Open @marcus_fe|", "@marcus_fe" },
  { "- [ ] Öffnen (@mül|)", "@mül" },
  { "? For @ruth,@pri|", "@pri" },
  { "#41|", "#41" },
  { "Said of #AB-4|1.", "#AB-41" },
  { "#4117 stays| open", NULL },
  { "# Agenda|", NULL },
  { "mail to x@y|", NULL },
  { "\\@mar|", NULL },
  { "`x @mar|", NULL },
  { "`x` @mar|", "@mar" },
  { "- [ ] Öffnen #41ü|", NULL },
  { "|@mar", NULL },
  { "", NULL },
};

static void
test_what_is_typed_is_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typings); i++)
    {
      g_auto(GStrv) parts = g_strsplit (typings[i].line, "|", 2);
      g_autofree char *line = g_strjoinv ("", parts);
      g_autofree char *found = NULL;
      TambourMinutesTyping typing;

      if (tambour_minutes_find_typing (line, parts[0] ? strlen (parts[0]) : 0, &typing))
        found = g_strndup (line + typing.start, typing.end - typing.start);
      g_assert_cmpstr (found, ==, typings[i].expected);
    }
}

/* Whoever is written behind an @ is read as the same person. */
static void
test_names_are_written_so_that_they_are_read (void)
{
  static const char * const names[] = { "Marcus", "Ruth Adeyemi", "J. R.", "O’Brien", "a_b", "Jo \"The\" Lee", "3M desk", "مريم", "Ann-", NULL };

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *written = tambour_minutes_dup_written (names[i]);
      g_autofree char *line = g_strdup_printf ("- [ ] Do it @%s !fri", written);
      g_autoptr(TambourMinutes) minutes = tambour_minutes_parse (line, tambour_date_new (2026, 11, 23));

      g_assert_cmpuint (minutes->items->len, ==, 1);
      g_assert_cmpstr (((TambourMinutesItem *) g_ptr_array_index (minutes->items, 0))->owner, ==, names[i]);
      g_assert_cmpstr (((TambourMinutesItem *) g_ptr_array_index (minutes->items, 0))->text, ==, "Do it");
    }
}

static void
test_a_name_is_changed_everywhere (void)
{
  g_autofree char *renamed = tambour_minutes_dup_renamed ("- [ ] One @dora !tue\ndora said `@dora`\n? Two @Dora, soon\n= @doran",
                                                          tambour_date_new (2026, 11, 23), "dora", "\"Dora Lind\"");
  g_autofree char *same = tambour_minutes_dup_renamed ("No mark @dora", tambour_date_new (2026, 11, 23), "dora", "x");

  g_assert_cmpstr (renamed, ==, "- [ ] One @\"Dora Lind\" !tue\ndora said `@dora`\n? Two @\"Dora Lind\", soon\n= @doran");
  g_assert_cmpstr (same, ==, "No mark @dora");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/minutes/lines", test_lines);
  g_test_add_func ("/minutes/days-count-from-the-call", test_days);
  g_test_add_func ("/minutes/code-between-fences-is-text", test_code_between_fences_is_text);
  g_test_add_func ("/minutes/the-first-text-sums-it-up", test_the_first_text_sums_it_up);
  g_test_add_func ("/minutes/lines-are-counted", test_lines_are_counted);
  g_test_add_func ("/minutes/spans-show-what-means-something", test_spans_show_what_means_something);
  g_test_add_func ("/minutes/long-lines-are-text", test_long_lines_are_text);
  g_test_add_func ("/minutes/what-is-typed-is-found", test_what_is_typed_is_found);
  g_test_add_func ("/minutes/names-are-written-so-that-they-are-read", test_names_are_written_so_that_they_are_read);
  g_test_add_func ("/minutes/a-name-is-changed-everywhere", test_a_name_is_changed_everywhere);

  return g_test_run ();
}
