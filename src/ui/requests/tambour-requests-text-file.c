/* tambour-requests-text-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-requests-text.h"

#include "tambour-roadmap-text.h"
#include "tambour-today-text.h"
#include "tambour-when.h"

/* What the page of one request says. */

/**
 * tambour_requests_text_days:
 * @line: a request
 * @today: the day that is today
 *
 * Returns: (transfer full): how long it took until it was answered, or takes; "" if nobody
 *   knows
 */
char *
tambour_requests_text_days (const TambourRequestLine *line,
                            TambourDate               today)
{
  int days = tambour_request_line_get_days (line, today);

  if (days < 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
}

/**
 * tambour_requests_text_said:
 * @file: the file of a request
 * @evidence: one of what was said of it
 *
 * Returns: (transfer full): who said it, when and where
 */
char *
tambour_requests_text_said (TambourRequestFile *file,
                            TambourFrEvidence  *evidence)
{
  const TambourRequestAsker *asker = tambour_request_file_find_asker (file, evidence);
  TambourContact *contact = tambour_request_file_find_contact (file, evidence);
  g_autofree char *day = tambour_when_date (evidence->on, file->today);

  return tambour_today_text_join (asker && asker->name ? asker->name : _("Former customer"),
                                  contact && contact->name ? contact->name : "", day, evidence->source ? evidence->source : "", NULL);
}

/**
 * tambour_requests_text_asked_as:
 * @file: the file of a request
 * @evidence: one of what was said of it
 *
 * Returns: (transfer full) (nullable): what it was asked as, if that was something else
 */
char *
tambour_requests_text_asked_as (TambourRequestFile *file,
                                TambourFrEvidence  *evidence)
{
  TambourFeatureRequest *asked_as = tambour_request_file_find_asked_as (file, evidence);

  /* Translators: %s is the title of a request that was merged into another */
  return asked_as ? g_strdup_printf (_("asked as “%s”"), asked_as->title ? asked_as->title : "") : NULL;
}

/**
 * tambour_requests_text_step:
 * @step: something that happened to a request
 *
 * Returns: (transfer full): what happened
 */
char *
tambour_requests_text_step (const TambourRequestStep *step)
{
  if (step->merged != NULL)
    /* Translators: %s is the title of a request that was merged into this one */
    return g_strdup_printf (_("Merged: %s"), step->merged->title ? step->merged->title : "");

  return g_strdup (tambour_roadmap_text_step (step->event->status));
}

/**
 * tambour_requests_text_listener:
 * @listener: who asked
 *
 * Returns: (transfer none): what that one is called
 */
const char *
tambour_requests_text_listener (const TambourRequestListener *listener)
{
  if (listener->name != NULL && *listener->name != '\0')
    return listener->name;

  return listener->asker->name ? listener->asker->name : _("Nobody named");
}

/**
 * tambour_requests_text_told:
 * @listener: who asked
 * @today: the day that is today
 *
 * Returns: (transfer full): the account, and what it was told last, when and by whom
 */
char *
tambour_requests_text_told (const TambourRequestListener *listener,
                            TambourDate                   today)
{
  const char *account = listener->name && listener->asker->name ? listener->asker->name : "";
  g_autofree char *day = tambour_when_date (listener->told_on, today);
  g_autofree char *told = NULL;

  if (!tambour_date_is_stated (listener->told_on))
    told = g_strdup (listener->must_be_told ? _("not told yet") : _("nothing to tell"));
  else if (listener->told_by != NULL)
    /* Translators: what somebody was told of a request, such as "Planned", when and by whom */
    told = g_strdup_printf (_("told “%1$s” %2$s by %3$s"), tambour_roadmap_text_step (listener->told_status), day, listener->told_by);
  else
    /* Translators: what somebody was told of a request, such as "Planned", and when */
    told = g_strdup_printf (_("told “%1$s” %2$s"), tambour_roadmap_text_step (listener->told_status), day);

  return tambour_today_text_join (account, told, NULL);
}

/* Where it stands, in a sentence to a customer. */
static char *
say_where (const TambourFeatureRequest *request)
{
  const char *release = request->target_release && *request->target_release ? request->target_release : NULL;

  switch ((TambourRequestStatus) request->status)
    {
    case TAMBOUR_REQUEST_STATUS_CAPTURED:
      return g_strdup (_("We have written it down and will bring it to the product team."));
    case TAMBOUR_REQUEST_STATUS_SUBMITTED:
      return g_strdup (_("It is with the product team now."));
    case TAMBOUR_REQUEST_STATUS_UNDER_REVIEW:
      return g_strdup (_("The product team is looking at it."));
    case TAMBOUR_REQUEST_STATUS_PLANNED:
      /* Translators: %s is a release or a quarter, such as "Q1 2027" */
      return release ? g_strdup_printf (_("It is planned for %s."), release) : g_strdup (_("It is planned."));
    case TAMBOUR_REQUEST_STATUS_IN_WORK:
      /* Translators: %s is a release or a quarter, such as "Q1 2027" */
      return release ? g_strdup_printf (_("It is being built, for %s."), release) : g_strdup (_("It is being built."));
    case TAMBOUR_REQUEST_STATUS_SHIPPED:
      /* Translators: %s is a release or a quarter, such as "Q1 2027" */
      return release ? g_strdup_printf (_("It is there, with %s."), release) : g_strdup (_("It is there."));
    case TAMBOUR_REQUEST_STATUS_DECLINED:
      return g_strdup (_("The product team has decided against it."));
    case TAMBOUR_REQUEST_STATUS_DUPLICATE:
      return g_strdup (_("It goes on together with another request."));
    }

  g_return_val_if_reached (g_strdup (""));
}

/**
 * tambour_requests_text_message:
 * @file: the file of a request
 * @listener: who asked for it
 *
 * What the customer may read of it, and nothing else: neither its weight nor what others
 * said.
 *
 * Returns: (transfer full): a message in plain text that tells where it stands
 */
char *
tambour_requests_text_message (const TambourRequestFile     *file,
                               const TambourRequestListener *listener)
{
  const TambourRequestLine *line = file->line;
  g_autofree char *day = tambour_when_full_day (listener->asked_on);
  g_autofree char *where = say_where (line->request);
  const char *alternative = line->request->alternative;
  GString *text = g_string_new (NULL);

  /* Translators: the beginning of a message to a contact */
  g_string_append_printf (text, _("Hello %s,"), tambour_requests_text_listener (listener));
  g_string_append (text, "\n\n");
  if (tambour_date_is_stated (listener->asked_on))
    /* Translators: what somebody asked for, and when */
    g_string_append_printf (text, _("On %2$s you asked for “%1$s”."), line->request->title ? line->request->title : "", day);
  else
    /* Translators: what somebody asked for */
    g_string_append_printf (text, _("You asked for “%s”."), line->request->title ? line->request->title : "");
  g_string_append_printf (text, " %s", where);
  if (line->reason != NULL && *line->reason != '\0')
    g_string_append_printf (text, "\n\n%s", line->reason);
  if (line->request->status == TAMBOUR_REQUEST_STATUS_DECLINED && alternative != NULL && *alternative != '\0')
    {
      g_string_append (text, "\n\n");
      /* Translators: %s is what one can do instead of what was asked for */
      g_string_append_printf (text, _("What you can do instead: %s"), alternative);
    }
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}
