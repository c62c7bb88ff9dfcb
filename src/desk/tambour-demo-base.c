/* tambour-demo-base.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

/**
 * tambour_demo_chance:
 * @demo: a demonstration
 *
 * Returns: a number in [0, 1)
 */
double
tambour_demo_chance (TambourDemo *demo)
{
  return g_rand_double (demo->random);
}

/**
 * tambour_demo_between:
 * @demo: a demonstration
 * @least: the smallest number
 * @most: the largest number
 *
 * Returns: one of them
 */
int
tambour_demo_between (TambourDemo *demo,
                      int          least,
                      int          most)
{
  return least >= most ? least : g_rand_int_range (demo->random, least, most + 1);
}

/**
 * tambour_demo_skewed:
 * @demo: a demonstration
 * @median: half of all numbers are below it
 * @spread: 0 for no spread; about 1 for times to resolve
 *
 * Log-normal by the sum of uniform numbers, within two and a half deviations.
 *
 * Returns: a positive number
 */
double
tambour_demo_skewed (TambourDemo *demo,
                     double       median,
                     double       spread)
{
  double sum = -6;

  for (guint i = 0; i < 12; i++)
    sum += tambour_demo_chance (demo);

  return median * exp (spread * CLAMP (sum, -2.5, 2.5));
}

/**
 * tambour_demo_at:
 * @self: an account
 * @date: a day
 * @minute: of the day, on the account's clock
 *
 * Returns: the instant
 */
TambourInstant
tambour_demo_at (TambourDemoAccount *self,
                 TambourDate         date,
                 int                 minute)
{
  return (TambourInstant) { tambour_zone_start_of_day (self->zone, date).seconds + minute * TAMBOUR_MINUTE };
}

/**
 * tambour_demo_later:
 * @instant: an instant
 * @minutes: how many
 *
 * Returns: @minutes after @instant
 */
TambourInstant
tambour_demo_later (TambourInstant instant,
                    gint64         minutes)
{
  return (TambourInstant) { instant.seconds + minutes * TAMBOUR_MINUTE };
}

/**
 * tambour_demo_date:
 * @self: an account
 * @instant: an instant
 *
 * Returns: its date in the account's zone
 */
TambourDate
tambour_demo_date (TambourDemoAccount *self,
                   TambourInstant      instant)
{
  return tambour_zone_date_of (self->zone, instant);
}

/**
 * tambour_demo_days:
 * @date: a date
 * @days: how many, may be negative
 *
 * Returns: @days after @date
 */
TambourDate
tambour_demo_days (TambourDate date,
                   int         days)
{
  return (TambourDate) { date.julian + days };
}

/**
 * tambour_demo_record:
 * @demo: a demonstration
 * @type: a kind
 * @made: when it was written down
 * @by: who wrote it
 *
 * The record waits for tambour_demo_commit() and may be filled until then.
 *
 * Returns: (transfer none): a record
 */
gpointer
tambour_demo_record (TambourDemo    *demo,
                     GType           type,
                     TambourInstant  made,
                     const char     *by)
{
  g_autofree char *id = tambour_id_new_at (made.seconds * 1000, demo->random);
  TambourRecord *record = tambour_record_new (type, id);

  record->created_at = made;
  record->updated_at = made;
  record->created_by = g_strdup (by);
  record->updated_by = g_strdup (by);
  g_ptr_array_add (demo->pending, record);

  return record;
}

/**
 * tambour_demo_own:
 * @self: an account
 * @type: a kind
 * @made: when it was written down
 *
 * Returns: (transfer none): a record of the account, written by its TAM
 */
gpointer
tambour_demo_own (TambourDemoAccount *self,
                  GType               type,
                  TambourInstant      made)
{
  TambourRecord *record = tambour_demo_record (self->demo, type, made, self->tam_name);

  self->now = made;
  tambour_demo_set_ref (&record->account_id, self->id);

  return record;
}

/**
 * tambour_demo_set_ref:
 * @ref: a reference
 * @id: (nullable): what it shall lead to
 */
void
tambour_demo_set_ref (TambourRef *ref,
                      const char *id)
{
  g_set_str (&ref->id, id);
}

/**
 * tambour_demo_money:
 * @self: an account
 * @units: whole units of its currency
 *
 * Returns: the amount
 */
TambourMoney
tambour_demo_money (TambourDemoAccount *self,
                    gint64              units)
{
  TambourMoney money = { units * 100, "" };

  g_strlcpy (money.currency, self->account->currency, sizeof money.currency);

  return money;
}

/**
 * tambour_demo_pool:
 * @demo: a demonstration
 * @pool: the name of a list in words.json
 *
 * Returns: (transfer none): the list
 */
JsonArray *
tambour_demo_pool (TambourDemo *demo,
                   const char  *pool)
{
  JsonArray *array = json_object_get_array_member (demo->words, pool);

  g_assert (array != NULL && json_array_get_length (array) > 0);

  return array;
}

/**
 * tambour_demo_pick:
 * @demo: a demonstration
 * @array: a list of texts
 *
 * Returns: one of them
 */
const char *
tambour_demo_pick (TambourDemo *demo,
                   JsonArray   *array)
{
  return json_array_get_string_element (array, tambour_demo_between (demo, 0, json_array_get_length (array) - 1));
}

/* A case of the six weeks before the record that is being filled. */
static char *
dup_case_number (TambourDemoAccount *self)
{
  TambourCase *found = NULL;
  guint n = 0;

  for (guint i = 0; i < self->cases->len; i++)
    {
      TambourCase *candidate = g_ptr_array_index (self->cases, i);
      gint64 age = self->now.seconds - candidate->opened_at.seconds;

      if (candidate->number != NULL && age > 0 && age < 42 * TAMBOUR_DAY && tambour_demo_between (self->demo, 0, n++) == 0)
        found = candidate;
    }

  return found ? g_strdup_printf ("case %s", found->number) : g_strdup ("the last open case");
}

static char *
fill_slot (TambourDemoAccount *self,
           const char         *slot)
{
  TambourDemo *demo = self->demo;

  if (g_hash_table_contains (self->chosen, slot))
    return g_strdup (g_hash_table_lookup (self->chosen, slot));
  if (g_str_equal (slot, "account"))
    return g_strdup (self->account->name);
  if (g_str_equal (slot, "tam"))
    return g_strdup (self->tam_name);
  if (g_str_equal (slot, "n"))
    return g_strdup_printf ("%d", tambour_demo_between (demo, 2, 48));
  if (g_str_equal (slot, "case"))
    return dup_case_number (self);
  if (g_str_equal (slot, "person"))
    return g_strdup (tambour_demo_pick_contact (self)->name);
  if (g_hash_table_contains (self->people, slot))
    return g_strdup (g_hash_table_lookup (self->people, slot));
  if (json_object_has_member (self->life, slot))
    return g_strdup (tambour_demo_pick (demo, json_object_get_array_member (self->life, slot)));

  return g_strdup (tambour_demo_pick (demo, tambour_demo_pool (demo, slot)));
}

static char *
start_with_capital (const char *text)
{
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/**
 * tambour_demo_expand:
 * @self: an account
 * @text: a text with slots such as “{site}”
 *
 * A slot is a person of the story, one of the account's lists, or one of the
 * common pools.
 *
 * Returns: (transfer full): the text with the slots filled
 */
char *
tambour_demo_expand (TambourDemoAccount *self,
                     const char         *text)
{
  g_autoptr(GString) string = g_string_new (NULL);
  gboolean starts_with_slot = *text == '{';

  while (*text != '\0')
    {
      const char *open = strchr (text, '{');
      const char *close = open ? strchr (open, '}') : NULL;
      g_autofree char *slot = close ? g_strndup (open + 1, close - open - 1) : NULL;
      g_autofree char *filled = slot ? fill_slot (self, slot) : NULL;

      if (slot == NULL)
        {
          g_string_append (string, text);
          break;
        }

      g_string_append_len (string, text, open - text);
      g_string_append (string, filled);
      text = close + 1;
    }

  return starts_with_slot ? start_with_capital (string->str) : g_strdup (string->str);
}

/**
 * tambour_demo_choose:
 * @self: an account
 *
 * From now on texts speak of the same place, thing and number, until the next
 * call.
 */
void
tambour_demo_choose (TambourDemoAccount *self)
{
  static const char * const slots[] = { "site", "thing", "n" };

  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      char *filled = fill_slot (self, slots[i]);

      g_hash_table_insert (self->chosen, g_strdup (slots[i]), filled);
    }
}

/**
 * tambour_demo_pick_story:
 * @self: an account
 * @area: what a case is about
 *
 * Returns: (transfer none): title, report, answer and solution of one case
 */
JsonArray *
tambour_demo_pick_story (TambourDemoAccount *self,
                         JsonObject         *area)
{
  JsonArray *told = json_object_get_array_member (area, "stories");

  return json_array_get_array_element (told, tambour_demo_between (self->demo, 0, json_array_get_length (told) - 1));
}

/**
 * tambour_demo_say_story:
 * @self: an account
 * @story: what tambour_demo_pick_story() gave
 * @part: which of the four texts
 *
 * Returns: (transfer full): the text, its slots filled
 */
char *
tambour_demo_say_story (TambourDemoAccount *self,
                        JsonArray          *story,
                        guint               part)
{
  return tambour_demo_expand (self, json_array_get_string_element (story, part));
}

/**
 * tambour_demo_say:
 * @self: an account
 * @pool: the name of a list in words.json
 *
 * Returns: (transfer full): one of the texts, its slots filled
 */
char *
tambour_demo_say (TambourDemoAccount *self,
                  const char         *pool)
{
  return tambour_demo_expand (self, tambour_demo_pick (self->demo, tambour_demo_pool (self->demo, pool)));
}

/**
 * tambour_demo_pick_contact:
 * @self: an account
 *
 * Returns: (transfer none): one of its contacts
 */
TambourContact *
tambour_demo_pick_contact (TambourDemoAccount *self)
{
  return g_ptr_array_index (self->contacts, tambour_demo_between (self->demo, 0, self->contacts->len - 1));
}

/**
 * tambour_demo_life_count:
 * @self: an account
 * @name: a member of its life
 * @otherwise: what to say where the life says nothing
 *
 * Returns: the number
 */
gint64
tambour_demo_life_count (TambourDemoAccount *self,
                         const char         *name,
                         gint64              otherwise)
{
  return json_object_get_int_member_with_default (self->life, name, otherwise);
}

static int
compare_made (gconstpointer a,
              gconstpointer b)
{
  const TambourRecord *left = *(const TambourRecord **) a;
  const TambourRecord *right = *(const TambourRecord **) b;

  return (left->created_at.seconds > right->created_at.seconds) -
         (left->created_at.seconds < right->created_at.seconds);
}

/**
 * tambour_demo_report:
 * @demo: a demonstration
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Says how far it is, counting what waits for its commit.
 *
 * Returns: %FALSE if nobody wants it any more
 */
gboolean
tambour_demo_report (TambourDemo  *demo,
                     GError      **error)
{
  guint64 made = demo->written + demo->pending->len;

  if (demo->progress)
    demo->progress (NULL, made, MAX (demo->total, made), demo->progress_data);

  return !g_cancellable_set_error_if_cancelled (demo->cancellable, error);
}

/**
 * tambour_demo_commit:
 * @demo: a demonstration
 * @label: what was done, for the history
 * @error: return location
 *
 * Commits what is pending, the oldest first, so that what is new is found
 * first.
 *
 * Returns: %FALSE on error; nothing of the pending records is then kept
 */
gboolean
tambour_demo_commit (TambourDemo  *demo,
                     const char   *label,
                     GError      **error)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", label);
  g_autoptr(GPtrArray) records = g_steal_pointer (&demo->pending);

  demo->pending = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_cancellable_set_error_if_cancelled (demo->cancellable, error))
    return FALSE;

  g_ptr_array_sort (records, compare_made);
  for (guint i = 0; i < records->len; i++)
    tambour_change_put (change, g_ptr_array_index (records, i));

  tambour_change_set_time (change, demo->as_of);
  if (!tambour_store_commit (demo->store, change, error))
    return FALSE;

  demo->written += records->len;

  return tambour_demo_report (demo, error);
}
