/* tambour-mail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-addresses.h"
#include "tambour-case-course.h"
#include "tambour-case-moves.h"
#include "tambour-case.h"
#include "tambour-eml.h"
#include "tambour-environment.h"
#include "tambour-files.h"
#include "tambour-mail.h"

/* A number of a case has so many characters at least, or a word of a subject would be one. */
#define SHORTEST_NUMBER 3

typedef struct
{
  TambourStore           *store;
  const TambourMailOrder *order;
  TambourEml             *mail;
  TambourAddresses       *addresses;
  char                   *account_id;
  TambourCase            *support_case;
  TambourChange          *change;
  TambourFiledMail       *filed;
  GStrvBuilder           *left_out;
  GCancellable           *cancellable;
} Filing;

static void
filing_clear (Filing *filing)
{
  g_clear_pointer (&filing->mail, tambour_eml_free);
  g_clear_pointer (&filing->addresses, tambour_addresses_free);
  g_clear_pointer (&filing->account_id, g_free);
  g_clear_object (&filing->support_case);
  g_clear_object (&filing->change);
  g_clear_pointer (&filing->filed, tambour_filed_mail_free);
  g_clear_pointer (&filing->left_out, g_strv_builder_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filing, filing_clear)

/**
 * tambour_filed_mail_free:
 * @self: (transfer full): what has become of a mail
 */
void
tambour_filed_mail_free (TambourFiledMail *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->support_case);
  g_clear_pointer (&self->left_out, g_strfreev);
  g_free (self);
}

/* --- where it goes --------------------------------------------------------- */

static void
add_emails (GPtrArray *emails,
            GPtrArray *addresses)
{
  for (guint i = 0; i < addresses->len; i++)
    g_ptr_array_add (emails, ((TambourEmlAddress *) addresses->pdata[i])->email);
}

static gboolean
find_account (Filing  *filing,
              GError **error)
{
  g_autoptr(GPtrArray) emails = g_ptr_array_new ();
  g_autofree char *why = NULL;

  if (filing->support_case != NULL)
    filing->account_id = g_strdup (TAMBOUR_RECORD (filing->support_case)->account_id.id);
  else if (filing->order->account_id != NULL)
    filing->account_id = g_strdup (filing->order->account_id);
  if (filing->account_id != NULL)
    return TRUE;

  add_emails (emails, filing->mail->from);
  add_emails (emails, filing->mail->to);
  add_emails (emails, filing->mail->cc);
  g_ptr_array_add (emails, NULL);
  filing->account_id = g_strdup (tambour_addresses_find_account (filing->addresses, (const char * const *) emails->pdata, &why));
  if (filing->account_id == NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, _("The mail “%.80s” cannot be filed: %s"), filing->mail->subject, why);

  return filing->account_id != NULL;
}

/* Returns: %FALSE on error; whether it is a case of the account, @found says */
static gboolean
find_numbered (Filing      *filing,
               const char  *number,
               GError     **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) cases = NULL;

  tambour_query_account (query, filing->account_id);
  if (!tambour_query_where (query, "number", TAMBOUR_IS, number, error) ||
      !(cases = tambour_store_list (filing->store, query, filing->cancellable, error)))
    return FALSE;

  if (cases->len == 1)
    filing->support_case = g_object_ref (cases->pdata[0]);

  return TRUE;
}

static gboolean
has_digit (const char *word)
{
  return word[strcspn (word, "0123456789")] != '\0';
}

/* “Re: [4093] no login”, “Case #4093:”, “INC-4093”. */
static gboolean
find_case (Filing  *filing,
           GError **error)
{
  g_auto(GStrv) words = g_strsplit_set (filing->mail->subject, " \t[](){}<>#:;,.!?\"'“”„", -1);

  for (guint i = 0; words[i] && filing->support_case == NULL; i++)
    if (strlen (words[i]) >= SHORTEST_NUMBER && has_digit (words[i]) && !find_numbered (filing, words[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
get_case (Filing  *filing,
          GError **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_CASE);

  if (filing->order->case_id == NULL)
    return TRUE;

  filing->support_case = (TambourCase *) tambour_store_get (filing->store, klass, filing->order->case_id, error);

  return filing->support_case != NULL;
}

/* --- what it becomes ------------------------------------------------------- */

/* Once each: of the account, and of each case. */
static char *
dup_external_id (Filing *filing)
{
  return g_strdup_printf ("%s/%s", filing->mail->id, filing->support_case ? TAMBOUR_RECORD (filing->support_case)->id : filing->account_id);
}

static gboolean
find_there (Filing      *filing,
            GType        type,
            const char  *external_id,
            GError     **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);
  GError *failure = NULL;

  filing->filed->record = tambour_store_get_external (filing->store, klass, TAMBOUR_MAIL_SYSTEM, external_id, &failure);
  if (filing->filed->record != NULL || g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND))
    {
      g_clear_error (&failure);
      return TRUE;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static char *
dup_people (GPtrArray *addresses)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < addresses->len; i++)
    {
      const TambourEmlAddress *one = addresses->pdata[i];

      g_string_append_printf (all, "%s%s", i ? ", " : "", one->name ? one->name : one->email);
      if (one->name != NULL)
        g_string_append_printf (all, " (%s)", one->email);
    }

  return g_string_free_and_steal (g_steal_pointer (&all));
}

static void
append_line (GString    *body,
             const char *line)
{
  const char *begin = line + strspn (line, " \t");

  if (*begin == '-' || *begin == '=' || *begin == '+')
    g_string_append_c (body, '\\');
  for (const char *c = begin; *c; c++)
    {
      if (strchr ("\\`*_[]<&#|~$", *c))
        g_string_append_c (body, '\\');
      g_string_append_c (body, *c);
    }
  g_string_append (body, *begin ? "  \n" : "\n");
}

/* A note is Markdown; what somebody wrote in a mail is none. */
static char *
dup_as_markdown (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *body = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    append_line (body, lines[i]);

  return g_strchomp (g_string_free_and_steal (body));
}

/* Who wrote to whom, what about, and what. */
static char *
dup_body (Filing   *filing,
          gboolean  is_note)
{
  g_autofree char *from = dup_people (filing->mail->from);
  g_autofree char *to = dup_people (filing->mail->to);
  g_autofree char *date = tambour_instant_dup_text (filing->mail->date);
  GString *body = g_string_new (NULL);
  g_autofree char *plain = NULL;

  /* Translators: who sent a mail */
  g_string_append_printf (body, _("From: %s"), from);
  g_string_append (body, "\n");
  if (is_note)
    {
      g_string_append (body, "\n");
      /* Translators: to whom a mail was sent */
      g_string_append_printf (body, _("To: %s"), to);
      g_string_append (body, "\n\n");
      if (date != NULL)
        g_string_append_printf (body, "%s\n\n", date);
    }
  else if (*filing->mail->subject)
    g_string_append_printf (body, "%s\n\n", filing->mail->subject);
  g_string_append (body, filing->mail->text);

  if (!is_note)
    return g_string_free_and_steal (body);

  plain = g_string_free_and_steal (body);

  return dup_as_markdown (plain);
}

static TambourRecord *
make_note (Filing *filing)
{
  static const char * const tags[] = { "mail", NULL };
  TambourInfraNote *note = TAMBOUR_INFRA_NOTE (tambour_record_new (TAMBOUR_TYPE_INFRA_NOTE, NULL));

  note->title = g_strdup (*filing->mail->subject ? filing->mail->subject : _("Mail without a subject"));
  note->body = dup_body (filing, TRUE);
  note->tags = g_strdupv ((char **) tags);

  return TAMBOUR_RECORD (note);
}

static gboolean
is_ours (Filing *filing)
{
  for (guint i = 0; i < filing->mail->from->len; i++)
    {
      const char *email = ((TambourEmlAddress *) filing->mail->from->pdata[i])->email;

      if (!tambour_addresses_is_customer (filing->addresses, email, filing->account_id) && tambour_addresses_is_ours (filing->addresses, email))
        return TRUE;
    }

  return FALSE;
}

/* A reply of ours may be the first: what follows from that is counted in one place. */
static gboolean
answer (Filing            *filing,
        TambourCaseEvent  *event,
        GError           **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE_EVENT);
  g_autoptr(TambourCase) changed = TAMBOUR_CASE (tambour_record_dup (TAMBOUR_RECORD (filing->support_case)));
  g_autoptr(GPtrArray) events = NULL;
  TambourCaseCourse course;

  if (!tambour_query_where (query, "case_id", TAMBOUR_IS, TAMBOUR_RECORD (filing->support_case)->id, error) ||
      !(events = tambour_store_list (filing->store, query, filing->cancellable, error)))
    return FALSE;

  g_ptr_array_add (events, g_object_ref (event));
  tambour_case_course_read (&course, filing->support_case, events);
  if (tambour_instant_is_stated (course.first_response) && course.first_response.seconds != changed->first_response_at.seconds)
    {
      changed->first_response_at = course.first_response;
      tambour_change_put (filing->change, TAMBOUR_RECORD (changed));
    }

  return TRUE;
}

static TambourRecord *
make_event (Filing  *filing,
            GError **error)
{
  gboolean ours = is_ours (filing);
  TambourInstant at = tambour_instant_is_stated (filing->mail->date) ? filing->mail->date : filing->order->now;
  TambourCaseEvent *event = tambour_case_event_new (filing->support_case, ours ? TAMBOUR_EVENT_KIND_OUR_MSG : TAMBOUR_EVENT_KIND_CUSTOMER_MSG, at);

  event->actor = ours ? TAMBOUR_ACTOR_US : TAMBOUR_ACTOR_CUSTOMER;
  event->recorded_at = filing->order->now;
  event->public_update = ours;
  TAMBOUR_RECORD (event)->visibility = TAMBOUR_VISIBILITY_CUSTOMER;
  g_free (event->text);
  event->text = dup_body (filing, FALSE);
  if (!ours || answer (filing, event, error))
    return TAMBOUR_RECORD (event);

  g_object_unref (event);

  return NULL;
}

/* What is too large to keep does not keep the rest away. */
static gboolean
add_files (Filing  *filing,
           GError **error)
{
  for (guint i = 0; i < filing->mail->files->len; i++)
    {
      const TambourEmlFile *file = filing->mail->files->pdata[i];
      g_autoptr(TambourRecord) added = NULL;

      if (g_bytes_get_size (file->bytes) > TAMBOUR_STORE_MOST_CONTENT)
        {
          g_strv_builder_add (filing->left_out, file->name);
          continue;
        }
      if (!filing->order->dry_run && !(added = tambour_files_add (filing->store, filing->change, filing->filed->record, file->name, file->bytes, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make (Filing      *filing,
      const char  *external_id,
      GError     **error)
{
  TambourRecord *record = filing->support_case ? make_event (filing, error) : make_note (filing);

  if (record == NULL)
    return FALSE;

  filing->filed->record = record;
  filing->filed->is_new = TRUE;
  record->origin = TAMBOUR_ORIGIN_IMPORT;
  g_set_str (&record->account_id.id, filing->account_id);
  g_set_str (&record->external_system, TAMBOUR_MAIL_SYSTEM);
  g_set_str (&record->external_id, external_id);
  tambour_change_put (filing->change, record);
  if (!add_files (filing, error))
    return FALSE;
  if (filing->order->dry_run)
    return TRUE;
  if (!tambour_store_commit (filing->store, filing->change, error))
    return FALSE;

  filing->filed->change = tambour_change_get_number (filing->change);

  return TRUE;
}

/**
 * tambour_mail_file:
 * @store: a portfolio
 * @order: where it goes
 * @bytes: a mail as it was saved
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_INVALID_DATA for what is no mail
 *
 * A mail of an account becomes one of its notes; one of a case, which the order or the
 * number in the subject names, a message of the customer’s or ours in its history, at the
 * time when it was sent. Its attachments become files of that. A mail that was filed
 * there before is not filed again.
 *
 * Returns: (transfer full) (nullable): what has become of it
 */
TambourFiledMail *
tambour_mail_file (TambourStore            *store,
                   const TambourMailOrder  *order,
                   GBytes                  *bytes,
                   GCancellable            *cancellable,
                   GError                 **error)
{
  g_auto(Filing) filing = { store, order, .cancellable = cancellable };
  g_autofree char *external_id = NULL;

  filing.change = tambour_change_new (order->author, "File mail");
  tambour_change_set_continues (filing.change, order->continues);
  filing.filed = g_new0 (TambourFiledMail, 1);
  filing.left_out = g_strv_builder_new ();
  if (!(filing.mail = tambour_eml_parse (bytes, error)) ||
      !(filing.addresses = tambour_addresses_load (store, cancellable, error)) ||
      !get_case (&filing, error) || !find_account (&filing, error) ||
      (filing.support_case == NULL && !find_case (&filing, error)))
    return NULL;

  external_id = dup_external_id (&filing);
  if (!find_there (&filing, filing.support_case ? TAMBOUR_TYPE_CASE_EVENT : TAMBOUR_TYPE_INFRA_NOTE, external_id, error) ||
      (filing.filed->record == NULL && !make (&filing, external_id, error)))
    return NULL;

  filing.filed->left_out = g_strv_builder_end (filing.left_out);
  filing.filed->support_case = filing.support_case ? TAMBOUR_RECORD (g_object_ref (filing.support_case)) : NULL;

  return g_steal_pointer (&filing.filed);
}
