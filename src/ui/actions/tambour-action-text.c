/* tambour-action-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-action-text.h"
#include "tambour-today-text.h"
#include "tambour-when.h"

static const char * const groups[] = {
  [TAMBOUR_ACTION_GROUP_OVERDUE] = N_("Overdue"),
  [TAMBOUR_ACTION_GROUP_TODAY] = N_("Today"),
  [TAMBOUR_ACTION_GROUP_WEEK] = N_("This Week"),
  [TAMBOUR_ACTION_GROUP_LATER] = N_("Later"),
  [TAMBOUR_ACTION_GROUP_UNDATED] = N_("No Date"),
  [TAMBOUR_ACTION_GROUP_OVER] = N_("Done"),
};

/**
 * tambour_action_text_group:
 * @line: something to do
 *
 * Returns: what the heading says that it stands below
 */
const char *
tambour_action_text_group (const TambourActionLine *line)
{
  if (line->kind == TAMBOUR_ACTION_KIND_DECISION && line->group == TAMBOUR_ACTION_GROUP_OVER)
    return _("Decided");

  return _(groups[line->group]);
}

static const char *
say_action (TambourActionStatus status)
{
  switch (status)
    {
    case TAMBOUR_ACTION_STATUS_OPEN:
      return "";
    case TAMBOUR_ACTION_STATUS_BLOCKED:
      return _("blocked");
    case TAMBOUR_ACTION_STATUS_DONE:
      return _("done");
    case TAMBOUR_ACTION_STATUS_DROPPED:
      return _("dropped");
    }

  g_return_val_if_reached ("");
}

static const char *
say_commitment (TambourCommitmentStatus status)
{
  switch (status)
    {
    case TAMBOUR_COMMITMENT_STATUS_OPEN:
      return "";
    case TAMBOUR_COMMITMENT_STATUS_KEPT:
      return _("kept");
    case TAMBOUR_COMMITMENT_STATUS_LATE:
      return _("kept late");
    case TAMBOUR_COMMITMENT_STATUS_WITHDRAWN:
      return _("withdrawn");
    }

  g_return_val_if_reached ("");
}

/**
 * tambour_action_text_state:
 * @line: something to do
 *
 * Returns: how it stands, in a word; "" while it is simply open
 */
const char *
tambour_action_text_state (const TambourActionLine *line)
{
  switch (line->kind)
    {
    case TAMBOUR_ACTION_KIND_ACTION:
      return say_action (line->status);
    case TAMBOUR_ACTION_KIND_COMMITMENT:
      return say_commitment (line->status);
    case TAMBOUR_ACTION_KIND_DECISION:
      return "";
    }

  g_return_val_if_reached ("");
}

static char *
say_promise (const TambourActionLine *line)
{
  if (line->kind != TAMBOUR_ACTION_KIND_COMMITMENT)
    return g_strdup ("");

  /* Translators: %s is a person */
  return line->to && *line->to ? g_strdup_printf (_("promised to %s"), line->to) : g_strdup (_("promised"));
}

/* Whose it is, unless it is one’s own. */
static char *
say_owner (const TambourActionLine *line)
{
  gboolean is_decided = line->kind == TAMBOUR_ACTION_KIND_DECISION && line->group == TAMBOUR_ACTION_GROUP_OVER;

  if (line->is_own || line->owner == NULL)
    return g_strdup ("");

  /* Translators: %s is who decided something */
  return is_decided ? g_strdup_printf (_("decided by %s"), line->owner) : g_strdup (line->owner);
}

/**
 * tambour_action_text_source:
 * @line: something to do
 * @now: the time that is "now"
 *
 * Returns: (transfer full): whose it is, how it stands and where it comes from
 */
char *
tambour_action_text_source (const TambourActionLine *line,
                            TambourInstant           now)
{
  const char *account = line->work->account.name ? line->work->account.name : "";
  gboolean is_withdrawn = line->kind == TAMBOUR_ACTION_KIND_COMMITMENT && line->status == TAMBOUR_COMMITMENT_STATUS_WITHDRAWN;
  g_autofree char *promise = say_promise (line);
  g_autofree char *owner = say_owner (line);
  g_autofree char *origin = tambour_today_text_origin (line->work, now);
  g_autofree char *reason = g_strdup (line->reason ? line->reason : "");

  return tambour_today_text_join (tambour_action_text_state (line), is_withdrawn ? g_strdelimit (reason, "\n", ' ') : "",
                                  account, owner, promise, origin, NULL);
}

/**
 * tambour_action_text_when:
 * @line: something to do
 * @now: the time that is "now"
 *
 * Returns: (transfer full): when it is due, or was done; "" if nobody said
 */
char *
tambour_action_text_when (const TambourActionLine *line,
                          TambourInstant           now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  if (line->group != TAMBOUR_ACTION_GROUP_OVER)
    return tambour_today_text_due (line->work, now);
  if (!tambour_instant_is_stated (line->settled_at))
    return g_strdup ("");

  return tambour_when_date (tambour_zone_date_of (here, line->settled_at), tambour_zone_date_of (here, now));
}

/**
 * tambour_action_text_plain:
 * @line: something to do
 * @now: the time that is "now"
 *
 * Returns: (transfer full): it in one line of text, for a letter or a list
 */
char *
tambour_action_text_plain (const TambourActionLine *line,
                           TambourInstant           now)
{
  g_autofree char *when = tambour_action_text_when (line, now);
  g_autofree char *source = tambour_action_text_source (line, now);
  g_autofree char *facts = tambour_today_text_join (when, source, NULL);
  const char *title = line->work->title ? line->work->title : "";

  return *facts ? g_strdup_printf ("%s (%s)", title, facts) : g_strdup (title);
}
