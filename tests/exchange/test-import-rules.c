/* test-import-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-import.h"
#include "tambour-kinds.h"
#include "tambour-memory-target.h"
#include "tambour-usage.h"

/* One import of a text into a target, and the rejects that it gave. */
typedef struct
{
  TambourMemoryTarget *target;
  TambourImportCounts  counts;
  char                *rejects;
  char                *error;
} Run;

static void
run_clear (Run *run)
{
  g_clear_object (&run->target);
  g_clear_pointer (&run->rejects, g_free);
  g_clear_pointer (&run->error, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static TambourCsvReader *
open_text (const char *csv)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (csv, strlen (csv), NULL);
  g_autoptr(GError) error = NULL;
  TambourCsvReader *reader = tambour_csv_reader_new (stream, '\0', NULL, &error);

  g_assert_no_error (error);

  return reader;
}

static void
import_map (Run              *run,
            TambourImportMap *map,
            TambourCsvReader *reader,
            const char       *account)
{
  g_autoptr(GOutputStream) rejects = g_memory_output_stream_new_resizable ();
  g_autoptr(TambourImport) import = NULL;
  g_autoptr(GError) error = NULL;

  if (run->target == NULL)
    run->target = tambour_memory_target_new ();

  import = tambour_import_new (TAMBOUR_IMPORT_TARGET (run->target), map);
  tambour_import_set_rejects (import, rejects);
  tambour_import_set_account (import, account);
  tambour_import_run (import, reader, &run->counts, NULL, &error);

  g_free (run->rejects);
  run->rejects = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (rejects)),
                            g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (rejects)));
  g_free (run->error);
  run->error = error ? g_strdup (error->message) : NULL;
}

static void
import_text (Run        *run,
             const char *json,
             const char *csv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourImportMap) map = tambour_import_map_parse (json, -1, &error);
  g_autoptr(TambourCsvReader) reader = open_text (csv);

  g_assert_no_error (error);
  import_map (run, map, reader, NULL);
}

static void
import_plain (Run        *run,
              const char *kind,
              const char *csv,
              const char *account)
{
  g_autoptr(TambourCsvReader) reader = open_text (csv);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourImportMap) map =
    tambour_import_map_new_plain (tambour_kinds_find (kind), tambour_csv_reader_get_header (reader), &error);

  g_assert_no_error (error);
  import_map (run, map, reader, account);
}

static void
assert_counts (Run        *run,
               const char *expected)
{
  g_autofree char *counts = g_strdup_printf ("%d read, %d created, %d updated, %d unchanged, %d rejected",
                                             (int) run->counts.read, (int) run->counts.created,
                                             (int) run->counts.updated, (int) run->counts.unchanged,
                                             (int) run->counts.rejected);

  g_assert_cmpstr (run->error, ==, NULL);
  g_assert_cmpstr (counts, ==, expected);
}

static TambourRecord *
get_record (Run        *run,
            const char *kind,
            guint       index)
{
  g_autoptr(GPtrArray) list = tambour_memory_target_list (run->target, tambour_kinds_find (kind));

  g_assert_cmpuint (index, <, list->len);

  return g_object_ref (list->pdata[index]);
}

#define HEAD \
  "{\"kind\": \"case\", \"system\": \"s\", \"id\": \"no\", \"zone\": \"Europe/Berlin\", \"missing\": \"?\", " \
  "\"dates\": [\"dd.mm.yyyy HH:MM\", \"dd.mm.yyyy\"], \"account\": {\"column\": \"who\", \"create_accounts\": true}, "
#define FIELDS \
  "\"fields\": {\"number\": \"no\", \"title\": {\"columns\": [\"a\", \"b\"], \"join\": \", \"}, \"opened_at\": \"at\", " \
  "\"priority\": {\"column\": \"prio\", \"values\": {\"high\": \"P1\", \"low\": \"P3\"}}}"
#define MAP HEAD FIELDS "}"

static void
test_a_row_becomes_a_record (void)
{
  g_auto(Run) run = { NULL };
  g_autoptr(TambourRecord) record = NULL;
  TambourCase *one;

  import_text (&run, MAP, "no;who;a;b;at;prio\n7; Acme ;x;?;01.07.2026 12:00;high\n8;Acme;?;?;01.07.2026;?\n");
  assert_counts (&run, "2 read, 2 created, 0 updated, 0 unchanged, 0 rejected");

  record = get_record (&run, "case", 0);
  one = TAMBOUR_CASE (record);
  g_assert_cmpstr (one->number, ==, "7");
  g_assert_cmpstr (one->title, ==, "x");
  g_assert_cmpint (one->priority, ==, TAMBOUR_PRIORITY_P1);
  g_assert_cmpint (one->opened_at.seconds, ==, 1782900000);
  g_assert_cmpstr (record->external_id, ==, "7");
  g_assert_cmpuint (tambour_memory_target_count (run.target, tambour_kinds_find ("account")), ==, 1);
}

static void
test_rejects_can_be_mended (void)
{
  g_auto(Run) run = { NULL };
  g_autofree char *mended = NULL;
  g_auto(GStrv) parts = NULL;

  import_text (&run, MAP,
               "no,who,a,b,at,prio\n"
               "1,Acme,x,y,01.07.2026,high\n"
               "2,?,x,y,01.07.2026,high\n"
               "3,Acme,\"=x\",y,?,high\n"
               "4,Acme,x,y,1.7.26,high\n"
               "5,Acme,x,y,01.07.2026,urgent\n"
               "6,Acme,x,y\n"
               "7,Acme,x,y,01.07.2026,low,8\n"
               "1,Acme,again,y,01.07.2026,high\n"
               "?,Acme,x,y,01.07.2026,high\n"
               "9,Acme,x,y,01.07.2026,low,,\n");

  assert_counts (&run, "10 read, 2 created, 0 updated, 0 unchanged, 8 rejected");
  g_assert_true (g_str_has_prefix (run.rejects, "reject_line,reject_reason,no,who,a,b,at,prio\r\n3,"));
  g_assert_nonnull (strstr (run.rejects, "\r\n4,"));
  g_assert_nonnull (strstr (run.rejects, "Column “prio”: the map has no translation for “urgent”"));
  g_assert_nonnull (strstr (run.rejects, "Line 2 is about the same record"));
  g_assert_nonnull (strstr (run.rejects, "'=x"));
  g_assert_nonnull (strstr (run.rejects, "Column “at” says nothing, and opened_at is needed"));

  /* Mended, the file that it wrote comes in by the same map. */
  parts = g_strsplit (run.rejects, ",urgent\r\n", 2);
  mended = g_strjoinv (",low\r\n", parts);
  import_text (&run, MAP, mended);
  g_assert_cmpuint (run.counts.created, ==, 1);
  g_assert_cmpuint (run.counts.read, ==, 8);
}

static void
test_guards_are_taken_off_rejects (void)
{
  g_auto(Run) run = { NULL };
  g_autoptr(TambourRecord) record = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *mended = NULL;

  import_text (&run, MAP, "no,who,a,b,at,prio\n3,Acme,=x,y,?,high\n");
  import_text (&run, MAP, run.rejects);
  assert_counts (&run, "1 read, 0 created, 0 updated, 0 unchanged, 1 rejected");

  parts = g_strsplit (run.rejects, "'=x,y,?", 2);
  mended = g_strjoinv ("'=x,y,02.07.2026", parts);
  import_text (&run, MAP, mended);
  assert_counts (&run, "1 read, 1 created, 0 updated, 0 unchanged, 0 rejected");
  record = get_record (&run, "case", 0);
  g_assert_cmpstr (TAMBOUR_CASE (record)->title, ==, "=x, y");
}

static void
test_only_mapped_fields_are_touched (void)
{
  g_auto(Run) run = { NULL };
  g_autoptr(TambourRecord) record = NULL;
  const char *csv = "no,who,a,b,at,prio\n1,Acme,x,y,01.07.2026,high\n2,Acme,x,y,01.07.2026,low\n";

  import_text (&run, MAP, csv);
  record = get_record (&run, "case", 0);
  g_set_str (&record->note, "ours");
  g_set_str (&TAMBOUR_CASE (record)->impact, "nobody can work");

  import_text (&run, MAP, csv);
  assert_counts (&run, "2 read, 0 created, 0 updated, 2 unchanged, 0 rejected");

  import_text (&run, MAP, "no,who,a,b,at,prio\n1,Acme,other,y,01.07.2026,high\n2,Acme,x,y,01.07.2026,low\n");
  assert_counts (&run, "2 read, 0 created, 1 updated, 1 unchanged, 0 rejected");
  g_assert_cmpstr (record->note, ==, "ours");
  g_assert_cmpstr (TAMBOUR_CASE (record)->title, ==, "other, y");
}

static void
test_what_was_removed_stays_removed (void)
{
  g_auto(Run) run = { NULL };
  g_autoptr(TambourRecord) record = NULL;
  const char *csv = "no,who,a,b,at,prio\n1,Acme,x,y,01.07.2026,high\n";

  import_text (&run, MAP, csv);
  record = get_record (&run, "case", 0);
  record->deleted_at.seconds = 1;
  import_text (&run, MAP, csv);
  assert_counts (&run, "1 read, 0 created, 0 updated, 1 unchanged, 0 rejected");
}

#define EVENTS \
  ", \"children\": [{\"kind\": \"case_event\", \"parent\": \"case_id\", \"id\": \"resolved\", \"fields\": " \
  "{\"at\": \"end\", \"kind\": {\"constant\": \"resolved\"}}}]}"

static void
test_a_later_time_is_one_event_more (void)
{
  g_auto(Run) run = { NULL };
  g_autoptr(TambourRecord) first = NULL, second = NULL;
  const char *map = HEAD FIELDS EVENTS;

  import_text (&run, map, "no,who,a,b,at,prio,end\n1,Acme,x,y,01.07.2026,high,?\n");
  g_assert_cmpuint (tambour_memory_target_count (run.target, tambour_kinds_find ("case_event")), ==, 0);

  import_text (&run, map, "no,who,a,b,at,prio,end\n1,Acme,x,y,01.07.2026,high,02.07.2026\n");
  assert_counts (&run, "1 read, 0 created, 1 updated, 0 unchanged, 0 rejected");
  import_text (&run, map, "no,who,a,b,at,prio,end\n1,Acme,x,y,01.07.2026,high,02.07.2026\n");
  assert_counts (&run, "1 read, 0 created, 0 updated, 1 unchanged, 0 rejected");
  import_text (&run, map, "no,who,a,b,at,prio,end\n1,Acme,x,y,01.07.2026,high,05.07.2026\n");
  assert_counts (&run, "1 read, 0 created, 1 updated, 0 unchanged, 0 rejected");
  import_text (&run, map, "no,who,a,b,at,prio,end\n1,Acme,x,y,01.07.2026,high,05.07.2026\n");
  assert_counts (&run, "1 read, 0 created, 0 updated, 1 unchanged, 0 rejected");

  first = get_record (&run, "case_event", 0);
  second = get_record (&run, "case_event", 1);
  g_assert_cmpstr (first->external_id, ==, "1/resolved");
  g_assert_cmpstr (second->external_id, ==, "1/resolved/2");
}

static void
test_a_row_is_imported_whole_or_not_at_all (void)
{
  g_auto(Run) run = { NULL };

  import_text (&run, HEAD FIELDS EVENTS, "no,who,a,b,at,prio,end\n1,Acme,x,y,01.07.2026,high,yesterday\n");
  assert_counts (&run, "1 read, 0 created, 0 updated, 0 unchanged, 1 rejected");
  g_assert_cmpuint (tambour_memory_target_count (run.target, tambour_kinds_find ("case")), ==, 0);
}

static void
test_rows_without_account_go_to_the_inbox (void)
{
  g_auto(Run) run = { NULL };
  g_autoptr(TambourRecord) account = NULL;

  import_text (&run,
               "{\"kind\": \"case\", \"system\": \"s\", \"id\": \"no\", \"zone\": \"UTC\", \"dates\": \"d.m.yyyy\", "
               "\"account\": {\"column\": \"who\", \"create_accounts\": true, \"inbox\": \"Nobody yet\"}, "
               "\"fields\": {\"number\": \"no\", \"opened_at\": \"at\"}}",
               "no,who,at\n1,,1.7.2026\n");
  assert_counts (&run, "1 read, 1 created, 0 updated, 0 unchanged, 0 rejected");
  account = get_record (&run, "account", 0);
  g_assert_cmpstr (TAMBOUR_ACCOUNT (account)->name, ==, "Nobody yet");
  g_assert_cmpstr (TAMBOUR_ACCOUNT (account)->short_code, ==, "NY");
}

static void
test_plain_files_are_recognised_by_title (void)
{
  g_auto(Run) run = { NULL };
  const char *csv = "Account,Name,Email\nAcme,Ann,a@x.org\nAcme,Bob,b@x.org\nOther,Ann,c@x.org\nNone,Ann,d@x.org\n";

  import_plain (&run, "accounts", "name,short_code\nAcme,AC\nOther,OT\n", NULL);
  assert_counts (&run, "2 read, 2 created, 0 updated, 0 unchanged, 0 rejected");
  import_plain (&run, "contacts", csv, NULL);
  assert_counts (&run, "4 read, 3 created, 0 updated, 0 unchanged, 1 rejected");
  import_plain (&run, "contacts", csv, NULL);
  assert_counts (&run, "4 read, 0 created, 0 updated, 3 unchanged, 1 rejected");
  import_plain (&run, "contacts", "name,email\nAnn,new@x.org\n", "AC");
  assert_counts (&run, "1 read, 0 created, 1 updated, 0 unchanged, 0 rejected");
}

static void
test_an_unknown_account_stops_at_once (void)
{
  g_auto(Run) run = { NULL };

  import_plain (&run, "contacts", "name\nAnn\n", "Nowhere");
  g_assert_nonnull (strstr (run.error, "Nowhere"));
  g_assert_cmpuint (run.counts.read, ==, 0);
}

static void
test_rows_without_a_title_are_told_by_their_text (void)
{
  g_auto(Run) run = { NULL };
  const char *csv = "account,metric,date,value\nAcme,requests,2026-07-01,5\nAcme,requests,2026-07-02,5\n";

  import_plain (&run, "accounts", "name\nAcme\n", NULL);
  import_plain (&run, "usage_samples", csv, NULL);
  assert_counts (&run, "2 read, 2 created, 0 updated, 0 unchanged, 0 rejected");
  import_plain (&run, "usage_samples", csv, NULL);
  assert_counts (&run, "2 read, 0 created, 0 updated, 2 unchanged, 0 rejected");
}

/* Counts above 2^32, months, gaps, and a second file that corrects the first: nothing is
 * there twice, and the same day of another customer, metric or part is another value.
 */
static void
test_values_are_corrected (void)
{
  g_auto(Run) run = { NULL };
  g_autoptr(TambourRecord) first = NULL, second = NULL;

  import_plain (&run, "accounts", "name\nAcme\nOther\n", NULL);
  import_plain (&run, "usage_samples",
                "account,metric,dimension,date,value\nAcme,requests,,2026-07-01,8589934593\nAcme,requests,Lyon,2026-07-01,1\n"
                "Other,requests,,2026-07-01,2\nAcme,licences,,2026-07-31,3\nAcme,licences,,2026-08-31,\n",
                NULL);
  assert_counts (&run, "5 read, 5 created, 0 updated, 0 unchanged, 0 rejected");
  first = get_record (&run, "usage_sample", 0);
  g_assert_cmpfloat (TAMBOUR_USAGE_SAMPLE (first)->value, ==, 8589934593.0);

  import_plain (&run, "usage_samples",
                "account,metric,dimension,date,value\nAcme,requests,,2026-07-01,8589934600\nAcme,requests,Lyon,2026-07-01,1\n"
                "Acme,requests,,2026-07-02,5\nAcme,licences,,2026-08-31,4\n",
                NULL);
  assert_counts (&run, "4 read, 1 created, 2 updated, 1 unchanged, 0 rejected");
  second = get_record (&run, "usage_sample", 0);
  g_assert_cmpfloat (TAMBOUR_USAGE_SAMPLE (second)->value, ==, 8589934600.0);
}

static void
test_numbers_may_have_a_comma (void)
{
  g_auto(Run) run = { NULL };
  g_autoptr(TambourRecord) sample = NULL, agreement = NULL;

  import_text (&run,
               "{\"kind\": \"usage_sample\", \"decimal_comma\": true, \"dates\": \"d.m.yyyy\", "
               "\"fields\": {\"metric\": \"what\", \"on\": \"day\", \"value\": \"n\"}}",
               "what;day;n\nload;1.7.2026;1.234,5\nload;2.7.2026;7\nload;3.7.2026;seven\n");
  assert_counts (&run, "3 read, 2 created, 0 updated, 0 unchanged, 1 rejected");
  sample = get_record (&run, "usage_sample", 0);
  g_assert_cmpfloat (TAMBOUR_USAGE_SAMPLE (sample)->value, ==, 1234.5);

  import_text (&run,
               "{\"kind\": \"agreement\", \"decimal_comma\": true, \"dates\": \"d.m.yyyy\", \"fields\": {\"title\": \"t\", "
               "\"start\": \"a\", \"end\": \"b\", \"fee\": {\"column\": \"fee\", \"currency\": \"EUR\"}}}",
               "t;a;b;fee\nyear;1.1.2026;31.12.2026;120.000,50\n");
  assert_counts (&run, "1 read, 1 created, 0 updated, 0 unchanged, 0 rejected");
  agreement = get_record (&run, "agreement", 0);
  g_assert_cmpint (TAMBOUR_AGREEMENT (agreement)->fee.minor, ==, 12000050);
  g_assert_cmpstr (TAMBOUR_AGREEMENT (agreement)->fee.currency, ==, "EUR");
}

static void
test_labels_are_split (void)
{
  g_auto(Run) run = { NULL };
  g_autoptr(TambourRecord) note = NULL;

  import_text (&run,
               "{\"kind\": \"infra_note\", \"fields\": {\"title\": \"t\", \"tags\": {\"column\": \"tags\", \"split\": \"/\"}}}",
               "t,tags\nx,dns / mail\n");
  assert_counts (&run, "1 read, 1 created, 0 updated, 0 unchanged, 0 rejected");
  note = get_record (&run, "infra_note", 0);
  g_assert_cmpstr (TAMBOUR_INFRA_NOTE (note)->tags[1], ==, "mail");
}

static void
cancel_cb (const TambourImportCounts *counts,
           double                     fraction,
           gpointer                   user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_an_import_can_be_stopped (void)
{
  g_autoptr(GString) csv = g_string_new ("name\n");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  g_autoptr(TambourCsvReader) reader = NULL;
  g_autoptr(TambourImportMap) map = NULL;
  g_autoptr(TambourImport) import = NULL;
  g_autoptr(GError) error = NULL;
  TambourImportCounts counts;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (csv, "account %u\n", i);

  reader = open_text (csv->str);
  map = tambour_import_map_new_plain (tambour_kinds_find ("account"), tambour_csv_reader_get_header (reader), NULL);
  import = tambour_import_new (TAMBOUR_IMPORT_TARGET (target), map);
  tambour_import_set_progress_func (import, cancel_cb, cancellable);

  g_assert_false (tambour_import_run (import, reader, &counts, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (counts.created, ==, 500);
}

/* The part of a text between two marks. */
static char *
cut_out (const char *text,
         const char *begin,
         const char *end)
{
  const char *start = strstr (text, begin);
  const char *stop = start ? strstr (start + strlen (begin), end) : NULL;

  g_assert_nonnull (stop);

  return g_strndup (start + strlen (begin), stop - start - strlen (begin));
}

static void
test_the_documented_example_works (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TAMBOUR_DATA_DIR"), "maps", "README.md", NULL);
  g_autofree char *text = NULL, *map = NULL, *csv = NULL;
  g_autoptr(TambourRecord) record = NULL, event = NULL;
  g_auto(Run) run = { NULL };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  map = cut_out (text, "```json\n", "```");
  csv = cut_out (text, "```csv\n", "```");

  import_text (&run, map, csv);
  assert_counts (&run, "1 read, 1 created, 0 updated, 0 unchanged, 0 rejected");
  record = get_record (&run, "case", 0);
  event = get_record (&run, "case_event", 0);
  g_assert_cmpstr (TAMBOUR_CASE (record)->title, ==, "VPN: Nobody gets in");
  g_assert_cmpstr (event->external_id, ==, "4711/opened");

  import_text (&run, map, csv);
  assert_counts (&run, "1 read, 0 created, 0 updated, 1 unchanged, 0 rejected");
}

#define DAYS(with) \
  "{\"kind\": \"usage_sample\", \"system\": \"s\", \"id\": [\"at\", \"site\"], \"dates\": [\"dd.mm.yyyy HH:MM\"], " \
  "\"missing\": \"?\", \"account\": {\"constant\": \"Acme\", \"create_accounts\": true}, " \
  "\"fields\": {\"on\": \"at\", \"metric\": {\"constant\": \"requests\"}, \"dimension\": \"site\", \"value\": \"n\"}, " \
  "\"days\": {\"date\": \"on\", \"value\": \"value\", \"at_least\": 2, \"with\": \"" with "\"}}"

static void
assert_value (Run        *run,
              guint       index,
              const char *date,
              const char *site,
              double      value)
{
  g_autoptr(TambourRecord) record = get_record (run, "usage_sample", index);
  TambourUsageSample *sample = TAMBOUR_USAGE_SAMPLE (record);
  g_autofree char *on = tambour_date_dup_text (sample->on);

  g_assert_cmpstr (on, ==, date);
  g_assert_cmpstr (sample->dimension, ==, site);
  g_assert_cmpfloat (sample->value, ==, value);
}

static void
test_the_rows_of_a_day_become_one (void)
{
  static const char csv[] =
    "at,site,n,remark\n"
    "01.07.2026 00:05,north,3000000000,a\n"
    "01.07.2026 00:10,north,5000000000,b\n"
    "01.07.2026 23:55,north,?,c\n"
    "01.07.2026 00:05,south,1.5,d\n"
    "01.07.2026 00:10,south,2,e\n"
    "02.07.2026 00:05,south,9,f\n"
    "04.07.2026 00:05,south,7,g\n"
    "04.07.2026 00:05,south,many,h\n"
    "04.07.2026 00:15,south,5,i\n";
  static const struct
  {
    const char *map;
    double      values[3];
  } all[] = {
    { DAYS ("sum"), { 8000000000.0, 3.5, 12 } },
    { DAYS ("mean"), { 4000000000.0, 1.75, 6 } },
    { DAYS ("least"), { 3000000000.0, 1.5, 5 } },
    { DAYS ("most"), { 5000000000.0, 2, 7 } },
    { DAYS ("last"), { 5000000000.0, 2, 5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_auto(Run) run = { NULL };

      /* A day of one value is a gap, and a word is no number. */
      import_text (&run, all[i].map, csv);
      assert_counts (&run, "9 read, 3 created, 0 updated, 0 unchanged, 2 rejected");
      assert_value (&run, 0, "2026-07-01", "north", all[i].values[0]);
      assert_value (&run, 1, "2026-07-01", "south", all[i].values[1]);
      assert_value (&run, 2, "2026-07-04", "south", all[i].values[2]);
      g_assert_nonnull (strstr (run.rejects, "The day has 1 value, and the map wants 2"));
      g_assert_nonnull (strstr (run.rejects, "2026-07-02,south,9,f"));

      import_text (&run, all[i].map, csv);
      assert_counts (&run, "9 read, 0 created, 0 updated, 3 unchanged, 2 rejected");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/a-row-becomes-a-record", test_a_row_becomes_a_record);
  g_test_add_func ("/import/rejects-can-be-mended", test_rejects_can_be_mended);
  g_test_add_func ("/import/guards-are-taken-off-rejects", test_guards_are_taken_off_rejects);
  g_test_add_func ("/import/only-mapped-fields-are-touched", test_only_mapped_fields_are_touched);
  g_test_add_func ("/import/what-was-removed-stays-removed", test_what_was_removed_stays_removed);
  g_test_add_func ("/import/a-later-time-is-one-event-more", test_a_later_time_is_one_event_more);
  g_test_add_func ("/import/a-row-is-imported-whole-or-not-at-all", test_a_row_is_imported_whole_or_not_at_all);
  g_test_add_func ("/import/rows-without-account-go-to-the-inbox", test_rows_without_account_go_to_the_inbox);
  g_test_add_func ("/import/plain-files-are-recognised-by-title", test_plain_files_are_recognised_by_title);
  g_test_add_func ("/import/an-unknown-account-stops-at-once", test_an_unknown_account_stops_at_once);
  g_test_add_func ("/import/rows-without-a-title-are-told-by-their-text", test_rows_without_a_title_are_told_by_their_text);

  g_test_add_func ("/import/values-are-corrected", test_values_are_corrected);
  g_test_add_func ("/import/numbers-may-have-a-comma", test_numbers_may_have_a_comma);
  g_test_add_func ("/import/labels-are-split", test_labels_are_split);
  g_test_add_func ("/import/an-import-can-be-stopped", test_an_import_can_be_stopped);
  g_test_add_func ("/import/the-documented-example-works", test_the_documented_example_works);

  g_test_add_func ("/import/the-rows-of-a-day-become-one", test_the_rows_of_a_day_become_one);

  return g_test_run ();
}
