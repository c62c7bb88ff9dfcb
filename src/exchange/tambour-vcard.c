/* tambour-vcard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-content-lines.h"
#include "tambour-vcard.h"

/* Of one card, no more is told. */
#define MOST_FAULTS 20

/* vCard 2.1 to 4.0: the versions differ in how they write a value, which the lines have
 * undone, and in how they say which one is preferred.
 */
typedef struct
{
  TambourVcards *result;
  TambourVcard  *card;         /* (nullable): the one that is being read */
  guint          depth;        /* of cards in cards */
  guint          n_faults;
  gboolean       is_in_bytes;  /* a picture, written over lines that say nothing */
  gboolean       is_person;
  char          *full_name;
  char          *parts;        /* of the name */
  char          *nickname;
  char          *role;
  int            email_rank;
  int            phone_rank;
  int            name_rank;
  int            language_rank;
} Reading;

static void
card_free (gpointer data)
{
  TambourVcard *card = data;

  g_free (card->uid);
  g_free (card->name);
  g_ptr_array_unref (card->emails);
  g_free (card->phone);
  g_free (card->title);
  g_free (card->organisation);
  g_free (card->zone);
  g_free (card->language);
  g_free (card->note);
  g_free (card);
}

static void
fault_free (gpointer data)
{
  TambourVcardFault *fault = data;

  g_free (fault->name);
  g_free (fault->reason);
  g_free (fault);
}

static void
add_fault (Reading    *reading,
           guint       line,
           const char *reason,
           gboolean    is_lost)
{
  TambourVcardFault *fault;

  if (!is_lost && ++reading->n_faults > MOST_FAULTS)
    return;

  fault = g_new0 (TambourVcardFault, 1);
  fault->line = line;
  fault->name = g_strdup (reading->full_name);
  fault->reason = g_strdup (reason);
  fault->is_lost = is_lost;
  g_ptr_array_add (reading->result->faults, fault);
}

/* --- what is preferred ----------------------------------------------------- */

static gboolean
has_type (const TambourContentProperty *property,
          const char                   *type)
{
  return tambour_content_property_says (property, "TYPE", type);
}

/* The smaller, the better: 1 to 100 is what the card says, 0 is “preferred” of old. */
static int
rank (const TambourContentProperty *property,
      int                           otherwise)
{
  const char *said = tambour_content_property_get (property, "PREF");
  gint64 number = said ? g_ascii_strtoll (said, NULL, 10) : 0;

  if (has_type (property, "PREF"))
    return 0;

  return number >= 1 && number <= 100 ? (int) number : otherwise;
}

static int
rank_phone (const TambourContentProperty *property)
{
  static const char * const others[] = { "FAX", "PAGER", "MODEM", "BBS", "TELEX", "TEXTPHONE" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (has_type (property, others[i]))
      return 1000;

  return rank (property, has_type (property, "WORK") ? 200 : has_type (property, "CELL") ? 300
                                                                                         : 400);
}

/* --- values ---------------------------------------------------------------- */

static char *
dup_value (const TambourContentProperty *property)
{
  g_autofree char *text = tambour_content_property_dup_text (property);

  return *text ? g_steal_pointer (&text) : NULL;
}

static void
take_first (char                         **member,
            const TambourContentProperty  *property)
{
  if (*member == NULL)
    *member = dup_value (property);
}

static char *
dup_without (const char *text,
             const char *scheme)
{
  return g_strdup (g_ascii_strncasecmp (text, scheme, strlen (scheme)) == 0 ? text + strlen (scheme) : text);
}

static void
read_full_name (Reading                      *reading,
                const TambourContentProperty *property)
{
  g_autofree char *name = dup_value (property);
  int how = rank (property, 200);

  if (name == NULL || (reading->full_name != NULL && how >= reading->name_rank))
    return;

  g_set_str (&reading->full_name, name);
  reading->name_rank = how;
}

/* Family;Given;Additional;Prefixes;Suffixes, each perhaps several with commas. */
static void
read_parts (Reading                      *reading,
            const TambourContentProperty *property)
{
  static const guint order[] = { 3, 1, 2, 0, 4 };
  g_autoptr(GPtrArray) parts = tambour_content_property_split (property, ';');
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *part = order[i] < parts->len ? parts->pdata[order[i]] : "";
      g_auto(GStrv) words = g_strsplit (part, ",", -1);
      g_autofree char *all = g_strjoinv (" ", words);

      if (*all)
        g_string_append_printf (name, "%s%s", name->len ? " " : "", all);
    }

  if (name->len > 0 && reading->parts == NULL)
    reading->parts = g_strdup (name->str);
}

static void
read_email (Reading                      *reading,
            const TambourContentProperty *property)
{
  g_autofree char *value = dup_value (property);
  g_autofree char *email = value ? dup_without (value, "mailto:") : NULL;
  int how = rank (property, has_type (property, "X400") ? 1000 : 200);
  GPtrArray *emails = reading->card->emails;

  if (email == NULL || strchr (email, '@') == NULL || g_ptr_array_find_with_equal_func (emails, email, g_str_equal, NULL))
    return;

  if (emails->len == 0 || how < reading->email_rank)
    {
      reading->email_rank = how;
      g_ptr_array_insert (emails, 0, g_steal_pointer (&email));
    }
  else
    g_ptr_array_add (emails, g_steal_pointer (&email));
}

static void
read_phone (Reading                      *reading,
            const TambourContentProperty *property)
{
  g_autofree char *value = dup_value (property);
  g_autofree char *phone = value ? dup_without (value, "tel:") : NULL;
  int how = rank_phone (property);

  if (phone == NULL)
    return;

  phone[strcspn (phone, ";")] = '\0';
  if (*phone == '\0' || (reading->card->phone != NULL && how >= reading->phone_rank))
    return;

  g_set_str (&reading->card->phone, phone);
  reading->phone_rank = how;
}

/* Of “-05:00; EST; America/New_York”, the name. An offset is no zone. */
static void
read_zone (Reading                      *reading,
           const TambourContentProperty *property)
{
  g_autoptr(GPtrArray) parts = tambour_content_property_split (property, ';');

  for (guint i = 0; i < parts->len && reading->card->zone == NULL; i++)
    {
      g_autoptr(GTimeZone) zone = tambour_zone_lookup (parts->pdata[i]);

      if (zone != NULL)
        reading->card->zone = g_strdup (parts->pdata[i]);
    }
}

static gboolean
is_language (const char *text)
{
  gsize length = strlen (text);

  for (const char *c = text; *c; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;

  return length >= 2 && length <= 35 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]);
}

static void
read_language (Reading                      *reading,
               const TambourContentProperty *property)
{
  g_autofree char *value = dup_value (property);
  int how = rank (property, 200);

  if (value == NULL || !is_language (value) || (reading->card->language != NULL && how >= reading->language_rank))
    return;

  g_set_str (&reading->card->language, value);
  reading->language_rank = how;
}

static void
read_note (Reading                      *reading,
           const TambourContentProperty *property)
{
  g_autofree char *note = dup_value (property);
  g_autofree char *before = g_steal_pointer (&reading->card->note);

  if (note != NULL && before != NULL)
    reading->card->note = g_strjoin ("\n\n", before, note, NULL);
  else
    reading->card->note = note ? g_steal_pointer (&note) : g_steal_pointer (&before);
}

/* 20260504T100000Z, 2026-05-04T10:00:00Z, or a day. */
static void
read_revision (Reading                      *reading,
               const TambourContentProperty *property)
{
  g_autofree char *value = dup_value (property);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = value ? g_date_time_new_from_iso8601 (value, utc) : NULL;

  if (time != NULL)
    reading->card->revised = (TambourInstant) { g_date_time_to_unix (time) };
}

static void
read_kind (Reading                      *reading,
           const TambourContentProperty *property)
{
  static const char * const others[] = { "group", "org", "location", "application", "device" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_ascii_strcasecmp (property->value, others[i]) == 0)
      reading->is_person = FALSE;
}

static void
read_organisation (Reading                      *reading,
                   const TambourContentProperty *property)
{
  g_autoptr(GPtrArray) parts = tambour_content_property_split (property, ';');

  if (reading->card->organisation == NULL && *(char *) parts->pdata[0])
    reading->card->organisation = g_strdup (parts->pdata[0]);
}

static void
read_uid (Reading                      *reading,
          const TambourContentProperty *property)
{
  g_autofree char *value = dup_value (property);

  if (value != NULL && reading->card->uid == NULL)
    reading->card->uid = dup_without (value, "urn:uuid:");
}

static void
read_title (Reading                      *reading,
            const TambourContentProperty *property)
{
  take_first (&reading->card->title, property);
}

static void
read_role (Reading                      *reading,
           const TambourContentProperty *property)
{
  take_first (&reading->role, property);
}

static void
read_nickname (Reading                      *reading,
               const TambourContentProperty *property)
{
  take_first (&reading->nickname, property);
}

/* --- cards ----------------------------------------------------------------- */

static const struct
{
  const char *name;
  void (*read) (Reading                      *reading,
                const TambourContentProperty *property);
} readers[] = {
  { "FN", read_full_name },
  { "N", read_parts },
  { "NICKNAME", read_nickname },
  { "EMAIL", read_email },
  { "TEL", read_phone },
  { "TITLE", read_title },
  { "ROLE", read_role },
  { "ORG", read_organisation },
  { "TZ", read_zone },
  { "LANG", read_language },
  { "NOTE", read_note },
  { "UID", read_uid },
  { "REV", read_revision },
  { "KIND", read_kind },
  { "X-ADDRESSBOOKSERVER-KIND", read_kind },
};

static void
begin_card (Reading *reading,
            guint    line)
{
  reading->card = g_new0 (TambourVcard, 1);
  reading->card->line = line;
  reading->card->emails = g_ptr_array_new_with_free_func (g_free);
  reading->card->revised.seconds = TAMBOUR_NEVER;
  reading->is_person = TRUE;
  reading->is_in_bytes = FALSE;
  reading->n_faults = 0;
  reading->depth = 1;
}

/* Whoever has no name is called as they are written to. */
static char *
dup_name (Reading *reading)
{
  TambourVcard *card = reading->card;

  if (reading->full_name != NULL)
    return g_strdup (reading->full_name);
  if (reading->parts != NULL)
    return g_strdup (reading->parts);
  if (reading->nickname != NULL)
    return g_strdup (reading->nickname);

  return card->emails->len > 0 ? g_strdup (card->emails->pdata[0]) : NULL;
}

static void
end_card (Reading  *reading,
          gboolean  is_cut)
{
  TambourVcard *card = reading->card;

  if (card == NULL)
    return;

  card->name = dup_name (reading);
  if (card->title == NULL)
    card->title = g_steal_pointer (&reading->role);
  if (is_cut)
    add_fault (reading, card->line, _("it has no end; what stands there is taken"), FALSE);
  if (!reading->is_person)
    add_fault (reading, card->line, _("it is no person’s card"), TRUE);
  else if (card->name == NULL)
    add_fault (reading, card->line, _("it names nobody"), TRUE);

  if (reading->is_person && card->name != NULL)
    g_ptr_array_add (reading->result->cards, card);
  else
    card_free (card);
  reading->card = NULL;
  g_clear_pointer (&reading->full_name, g_free);
  g_clear_pointer (&reading->parts, g_free);
  g_clear_pointer (&reading->nickname, g_free);
  g_clear_pointer (&reading->role, g_free);
}

static gboolean
is_binary (const TambourContentProperty *property)
{
  return tambour_content_property_says (property, "ENCODING", "BASE64") || tambour_content_property_says (property, "ENCODING", "B");
}

static void
read_property (Reading                  *reading,
               const TambourContentLine *line)
{
  g_autoptr(TambourContentProperty) property = tambour_content_property_parse (line);
  g_autofree char *reason = NULL;

  if (property == NULL)
    {
      reason = g_strdup_printf (_("line %u says nothing, and is left out"), line->number);
      if (!reading->is_in_bytes)
        add_fault (reading, line->number, reason, FALSE);
      return;
    }

  reading->is_in_bytes = is_binary (property);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (property->name, readers[i].name))
      readers[i].read (reading, property);
}

static gboolean
says (const TambourContentLine *line,
      const char               *words)
{
  g_autofree char *text = g_strstrip (g_strdup (line->text));

  return g_ascii_strcasecmp (text, words) == 0;
}

/* A card may hold another, of an assistant, who is somebody else; but what begins where
 * nothing holds it, begins because the one before was cut.
 */
static void
read_line (Reading                  *reading,
           const TambourContentLine *line,
           const TambourContentLine *before)
{
  if (says (line, "BEGIN:VCARD"))
    {
      gboolean is_inner = reading->card != NULL && before != NULL && g_ascii_strncasecmp (before->text, "AGENT", 5) == 0;

      if (is_inner)
        reading->depth++;
      else
        {
          end_card (reading, TRUE);
          begin_card (reading, line->number);
        }
    }
  else if (says (line, "END:VCARD"))
    {
      if (reading->card != NULL && --reading->depth == 0)
        end_card (reading, FALSE);
    }
  else if (reading->card != NULL && reading->depth == 1)
    read_property (reading, line);
}

/**
 * tambour_vcards_free:
 * @self: (transfer full): cards
 */
void
tambour_vcards_free (TambourVcards *self)
{
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

/**
 * tambour_vcards_looks_like_one:
 * @text: the beginning of a file
 * @length: how much of it that is
 *
 * Returns: whether that is a vCard file
 */
gboolean
tambour_vcards_looks_like_one (const char *text,
                               gsize       length)
{
  g_autoptr(GPtrArray) lines = tambour_content_lines_read (text, MIN (length, 1024));

  return lines->len > 0 && says (lines->pdata[0], "BEGIN:VCARD");
}

/**
 * tambour_vcards_parse:
 * @text: a file of vCard 2.1, 3.0 or 4.0, in whatever encoding
 * @length: its length in bytes
 * @error: return location for %G_IO_ERROR_INVALID_DATA
 *
 * The people of an address book. What cannot be read is listed, and takes nothing else
 * with it.
 *
 * Returns: (transfer full) (nullable): them, or %NULL if this is no vCard file
 */
TambourVcards *
tambour_vcards_parse (const char  *text,
                      gsize        length,
                      GError     **error)
{
  g_autoptr(GPtrArray) lines = tambour_content_lines_read (text, length);
  g_autoptr(TambourVcards) result = g_new0 (TambourVcards, 1);
  Reading reading = { .result = result };
  gboolean is_vcard = FALSE;

  result->cards = g_ptr_array_new_with_free_func (card_free);
  result->faults = g_ptr_array_new_with_free_func (fault_free);
  for (guint i = 0; i < lines->len; i++)
    {
      is_vcard = is_vcard || says (lines->pdata[i], "BEGIN:VCARD");
      read_line (&reading, lines->pdata[i], i > 0 ? lines->pdata[i - 1] : NULL);
    }
  end_card (&reading, TRUE);

  if (is_vcard)
    return g_steal_pointer (&result);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This is no vCard file: BEGIN:VCARD is missing"));

  return NULL;
}
