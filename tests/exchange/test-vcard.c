/* test-vcard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-vcard.h"

#define CARD(lines) "BEGIN:VCARD\r\n" lines "END:VCARD\r\n"

static TambourVcards *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  TambourVcards *cards = tambour_vcards_parse (text, strlen (text), &error);

  g_assert_no_error (error);

  return cards;
}

/* “Anna <anna@a.example> +49 1 / Head of IT @ Acme” */
static char *
show (const TambourVcards *cards)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < cards->cards->len; i++)
    {
      const TambourVcard *card = cards->cards->pdata[i];

      g_string_append_printf (shown, "%s%s", shown->len ? "\n" : "", card->name);
      for (guint n = 0; n < card->emails->len; n++)
        g_string_append_printf (shown, " <%s>", (char *) card->emails->pdata[n]);
      if (card->phone != NULL)
        g_string_append_printf (shown, " %s", card->phone);
      if (card->title != NULL)
        g_string_append_printf (shown, " / %s", card->title);
      if (card->organisation != NULL)
        g_string_append_printf (shown, " @ %s", card->organisation);
    }

  return g_string_free_and_steal (shown);
}

static void
assert_shows (const TambourVcards *cards,
              const char          *expected)
{
  g_autofree char *shown = show (cards);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_reads (const char *text,
              const char *expected)
{
  g_autoptr(TambourVcards) cards = read_text (text);

  assert_shows (cards, expected);
  g_assert_cmpuint (cards->faults->len, ==, 0);
}

static void
test_versions (void)
{
  assert_reads (CARD ("VERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\r\n"
                      "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=B6rg =\r\nM=C3=BCller\r\n"
                      "TEL;HOME;VOICE:+49 1\r\nTEL;WORK;FAX:+49 2\r\nTEL;WORK;VOICE:+49 3\r\n"
                      "EMAIL;INTERNET:j@acme.example\r\nEMAIL;PREF;INTERNET:joerg@acme.example\r\nORG:Acme;Sales\r\nROLE:Buyer\r\n"
                      "PHOTO;JPEG;ENCODING=BASE64:\r\n /9j/4AAQ\r\n SkZJRg==\r\n\r\n")
                  CARD ("VERSION:3.0\r\nFN:Anna Varnholt\r\nN:Varnholt;Anna;;Dr.;\r\nORG:Varnholt\\, Sons & Co;IT\r\nTITLE:Head of IT\\; EMEA\r\n"
                        "item1.EMAIL;type=INTERNET;type=pref:anna@varnholt.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n"
                        "TEL;type=CELL;type=VOICE;type=pref:+49 170 1\r\nTEL;type=WORK:+49 30 1\r\n")
                    CARD ("VERSION:4.0\r\nFN;PREF=2:Second\r\nFN;PREF=1:Bo\r\n  Li\r\nEMAIL;PREF=50:bo@old.example\r\nEMAIL;PREF=1:bo@new.example\r\n"
                          "TEL;VALUE=uri;TYPE=\"voice,work\":tel:+1-555-1;ext=5\r\n"),
                "Jörg Müller <joerg@acme.example> <j@acme.example> +49 3 / Buyer @ Acme\n"
                "Anna Varnholt <anna@varnholt.example> +49 170 1 / Head of IT; EMEA @ Varnholt, Sons & Co\n"
                "Bo Li <bo@new.example> <bo@old.example> +1-555-1");
}

static void
test_members (void)
{
  g_autoptr(TambourVcards) cards =
    read_text (CARD ("VERSION:4.0\r\nFN:Anna\r\nUID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\r\nREV:20260504T100000Z\r\nTZ:Europe/Berlin\r\nLANG;PREF=2:en\r\nLANG;PREF=1:de\r\nNOTE:One\\nTwo\r\nNOTE:Three\r\n")
                 CARD ("VERSION:3.0\r\nFN:Bo\r\nTZ;VALUE=text:-05:00; EST; America/New_York\r\nUID:x\r\n")
                   CARD ("VERSION:3.0\r\nFN:Cem\r\nTZ:-05:00\r\nLANG:no language\r\nREV:when\r\n"));
  const TambourVcard *anna = cards->cards->pdata[0], *bo = cards->cards->pdata[1], *cem = cards->cards->pdata[2];
  g_autofree char *revised = tambour_instant_dup_text (anna->revised);

  g_assert_cmpstr (anna->uid, ==, "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1");
  g_assert_cmpstr (revised, ==, "2026-05-04T10:00:00Z");
  g_assert_cmpstr (anna->zone, ==, "Europe/Berlin");
  g_assert_cmpstr (anna->language, ==, "de");
  g_assert_cmpstr (anna->note, ==, "One\nTwo\n\nThree");
  g_assert_cmpstr (bo->zone, ==, "America/New_York");
  g_assert_cmpstr (bo->uid, ==, "x");
  g_assert_null (cem->zone);
  g_assert_null (cem->language);
  g_assert_false (tambour_instant_is_stated (cem->revised));
}

static void
test_names (void)
{
  assert_reads (CARD ("VERSION:2.1\r\nN:Varnholt;Anna;Maria,Eva;Dr.;MBA\r\n") CARD ("VERSION:3.0\r\nNICKNAME:Bo\r\n")
                  CARD ("VERSION:3.0\r\nEMAIL:cem@acme.example\r\n"),
                "Dr. Anna Maria Eva Varnholt MBA\nBo\ncem@acme.example <cem@acme.example>");
}

static void
test_inner_card (void)
{
  assert_reads ("BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Anna\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Assistant\r\nEND:VCARD\r\nTITLE:Boss\r\nEND:VCARD\r\n", "Anna / Boss");
}

static void
test_faults (void)
{
  g_autoptr(TambourVcards) cards = read_text (CARD ("VERSION:3.0\r\nNOTE:Nobody\r\n") CARD ("VERSION:4.0\r\nKIND:group\r\nFN:All\r\n")
                                                CARD ("VERSION:3.0\r\nFN:Bo\r\nthis says nothing\r\n") "BEGIN:VCARD\r\nFN:Cut\r\n" CARD ("FN:Dora\r\n") "BEGIN:VCARD\r\nFN:Last");
  static const struct
  {
    guint       line;
    gboolean    is_lost;
    const char *name;
  } expected[] = { { 1, TRUE, NULL }, { 5, TRUE, "All" }, { 13, FALSE, "Bo" }, { 15, FALSE, "Cut" }, { 20, FALSE, "Last" } };

  assert_shows (cards, "Bo\nCut\nDora\nLast");
  g_assert_cmpuint (cards->faults->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TambourVcardFault *fault = cards->faults->pdata[i];

      g_assert_cmpuint (fault->line, ==, expected[i].line);
      g_assert_cmpint (fault->is_lost, ==, expected[i].is_lost);
      g_assert_cmpstr (fault->name, ==, expected[i].name);
    }
}

static void
test_other_file (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_vcards_parse ("name,email\n", 11, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (tambour_vcards_looks_like_one ("\r\nbegin:vcard \r\n", 16));
  g_assert_false (tambour_vcards_looks_like_one ("name,email\n", 11));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vcard/every-version-is-read", test_versions);
  g_test_add_func ("/vcard/zone-language-note-and-revision", test_members);
  g_test_add_func ("/vcard/whoever-has-no-full-name-is-called-by-another", test_names);
  g_test_add_func ("/vcard/an-assistant-is-somebody-else", test_inner_card);
  g_test_add_func ("/vcard/what-cannot-be-read-is-listed", test_faults);
  g_test_add_func ("/vcard/another-file-is-refused", test_other_file);

  return g_test_run ();
}
