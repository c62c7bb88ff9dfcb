/* told-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "told-fixture.h"

#include "tambour-kinds.h"

static GString *told;

static void
send (const char        *id,
      const TambourNews *news,
      gpointer           user_data)
{
  g_autofree char *body = g_strdelimit (g_strdup (news->body), "\n", '/');

  g_assert_true (g_utf8_validate (news->title, -1, NULL) && g_utf8_validate (news->body, -1, NULL));
  g_string_append_printf (told, "%s%s: %s | %s%s\n", news->is_urgent ? "!" : "", id, news->title, body, news->case_id ? " (case)" : "");
}

static void
withdraw (const char *id,
          gpointer    user_data)
{
  g_string_append_printf (told, "-%s\n", id);
}

void
told_begin (void)
{
  static const TambourNotifier notifier = { .send = send, .withdraw = withdraw };

  told = g_string_new (NULL);
  tambour_notifier_use (&notifier);
}

void
told_end (void)
{
  tambour_notifier_use (NULL);
  g_string_free (g_steal_pointer (&told), TRUE);
}

/* What was told since this was asked last. */
char *
told_take (void)
{
  char *text = g_strdup (told->str);

  g_string_truncate (told, 0);

  return text;
}

/* Whether something was told that has @part in it. */
gboolean
told_has (gpointer part)
{
  return strstr (told->str, part) != NULL;
}

static void
put (TambourStore *store,
     const char   *kind,
     const char   *id,
     ...)
{
  g_autoptr(TambourRecord) record = tambour_record_new (G_TYPE_FROM_CLASS (tambour_kinds_find (kind)), id);
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Test");
  g_autoptr(GError) error = NULL;
  const char *name;
  va_list fields;

  va_start (fields, id);
  while ((name = va_arg (fields, const char *)))
    g_assert_true (tambour_record_set_text (record, name, va_arg (fields, const char *), NULL));
  va_end (fields);

  tambour_change_put (change, record);
  tambour_store_commit (store, change, &error);
  g_assert_no_error (error);
}

/* One that @me, if it is not NULL, is the TAM of. */
void
told_put_account (TambourStore *store,
                  const char   *me)
{
  put (store, "plan", "platinum", "code", "platinum", "name", "Platinum", NULL);
  put (store, "account", "kestrel", "name", "Kestrel Rail", "short_code", "KR", "plan_id", "platinum", "report_tz", "Europe/London", NULL);
  if (me != NULL)
    put (store, "team_role", NULL, "person_id", me, "account_id", "kestrel", "role", "tam", NULL);
}

void
told_put_case (TambourStore *store,
               const char   *number,
               const char   *priority,
               const char   *opened)
{
  g_autofree char *title = g_strconcat ("Case ", number, NULL);

  put (store, "case", number, "number", number, "title", title, "account_id", "kestrel", "priority", priority, "channel", "phone",
       "opened_at", opened, NULL);
}
