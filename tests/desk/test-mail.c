/* test-mail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "desk-portfolio.h"
#include "tambour-case.h"
#include "tambour-environment.h"
#include "tambour-files.h"
#include "tambour-mail.h"

#define THEIRS "From: Anna <anna@varnholt.example>\r\nTo: maya@tambour.example\r\n"
#define OURS   "From: Maya <maya@tambour.example>\r\nTo: anna@varnholt.example\r\n"
#define DATED  "Date: Mon, 04 May 2026 12:00:00 +0200\r\n"

typedef struct
{
  DeskPortfolio *portfolio;
  TambourCase   *support_case;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TambourContact) anna = NULL;
  g_autoptr(TambourPerson) maya = NULL;

  fixture->portfolio = desk_portfolio_new ();
  anna = desk_portfolio_contact (fixture->portfolio, "Anna");
  desk_set (anna, "email", "anna@varnholt.example");
  desk_portfolio_put (fixture->portfolio, anna);
  maya = desk_portfolio_person (fixture->portfolio, "Maya");
  desk_set (maya, "email", "maya@tambour.example");
  desk_portfolio_put (fixture->portfolio, maya);
  fixture->support_case = desk_portfolio_own (fixture->portfolio, TAMBOUR_TYPE_CASE);
  desk_set (fixture->support_case, "number", "4093");
  desk_set (fixture->support_case, "title", "No login");
  desk_set (fixture->support_case, "opened_at", "2026-05-04T08:00:00Z");
  desk_portfolio_put (fixture->portfolio, fixture->support_case);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_object_unref (fixture->support_case);
  desk_portfolio_free (fixture->portfolio);
}

static TambourFiledMail *
file_mail (Fixture    *fixture,
           const char *text,
           const char *case_id)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  TambourMailOrder order = { .case_id = case_id, .author = "Maya" };
  g_autoptr(GError) error = NULL;
  TambourFiledMail *filed;

  g_assert_true (tambour_instant_parse ("2026-05-05T08:00:00Z", &order.now));
  filed = tambour_mail_file (fixture->portfolio->store, &order, bytes, NULL, &error);
  g_assert_no_error (error);

  return filed;
}

static void
test_note (Fixture       *fixture,
           gconstpointer  data)
{
  const char *text = THEIRS DATED "Message-ID: <n@x>\r\nSubject: Our *plans*\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n"
                                  "--m\r\nContent-Type: text/plain\r\n\r\nWe <b>move</b>.\r\nSoon\r\n---\r\n--m\r\nContent-Type: text/csv; name=\"../plan.csv\"\r\n"
                                  "Content-Disposition: attachment\r\n\r\na,b\r\n--m--\r\n";
  g_autoptr(TambourFiledMail) filed = file_mail (fixture, text, NULL);
  g_autoptr(TambourFiledMail) again = file_mail (fixture, text, NULL);
  g_autoptr(GPtrArray) files = tambour_files_list (fixture->portfolio->store, filed->record->id, NULL, NULL);
  TambourInfraNote *note = TAMBOUR_INFRA_NOTE (filed->record);

  g_assert_true (filed->is_new);
  g_assert_cmpint (filed->change, >, 0);
  g_assert_cmpstr (note->title, ==, "Our *plans*");
  g_assert_nonnull (strstr (note->body, "From: Anna (anna@varnholt.example)"));
  g_assert_nonnull (strstr (note->body, "We \\<b>move\\</b>.  \nSoon  \n\\---"));
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (TAMBOUR_ATTACHMENT (files->pdata[0])->name, ==, "plan.csv");
  g_assert_false (again->is_new);
  g_assert_cmpstr (again->record->id, ==, filed->record->id);
}

static void
test_messages (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TambourFiledMail) theirs = file_mail (fixture, THEIRS "Date: Mon, 04 May 2026 11:00:00 +0200\r\nSubject: Re: [#4093] login\r\n\r\nHelp.\r\n", NULL);
  g_autoptr(TambourFiledMail) ours = file_mail (fixture, OURS DATED "Subject: Your mail\r\n\r\nWe look.\r\n", TAMBOUR_RECORD (fixture->support_case)->id);
  g_autoptr(TambourFiledMail) again = file_mail (fixture, OURS DATED "Subject: Your mail\r\n\r\nWe look.\r\n", TAMBOUR_RECORD (fixture->support_case)->id);
  g_autoptr(TambourCase) support_case = desk_portfolio_get (fixture->portfolio, fixture->support_case);
  TambourCaseEvent *event = TAMBOUR_CASE_EVENT (theirs->record);
  g_autofree char *at = tambour_instant_dup_text (event->at);
  g_autofree char *recorded = tambour_instant_dup_text (event->recorded_at);
  g_autofree char *first = tambour_instant_dup_text (support_case->first_response_at);

  g_assert_cmpint (event->kind, ==, TAMBOUR_EVENT_KIND_CUSTOMER_MSG);
  g_assert_cmpint (event->actor, ==, TAMBOUR_ACTOR_CUSTOMER);
  g_assert_cmpstr (at, ==, "2026-05-04T09:00:00Z");
  g_assert_cmpstr (recorded, ==, "2026-05-05T08:00:00Z");
  g_assert_nonnull (strstr (event->text, "Help."));
  g_assert_cmpstr (theirs->support_case->id, ==, TAMBOUR_RECORD (fixture->support_case)->id);
  g_assert_cmpint (TAMBOUR_CASE_EVENT (ours->record)->kind, ==, TAMBOUR_EVENT_KIND_OUR_MSG);
  g_assert_cmpstr (first, ==, "2026-05-04T10:00:00Z");
  g_assert_false (again->is_new);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("From: x@elsewhere.example\nSubject: Hi\n\nHi\n", 42);
  TambourMailOrder order = { .author = "Maya" };
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_mail_file (fixture->portfolio->store, &order, bytes, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Hi"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/mail/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("a-mail-of-an-account-is-a-note-once", test_note);
  ADD ("a-mail-of-a-case-is-a-message-at-its-time", test_messages);
  ADD ("nobodys-mail-is-refused", test_refused);
#undef ADD

  return g_test_run ();
}
