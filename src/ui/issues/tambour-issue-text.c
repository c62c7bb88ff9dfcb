/* tambour-issue-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-choice-words.h"
#include "tambour-issue-text.h"
#include "tambour-when.h"

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Those that are said, with a point between them. */
static char *
join_facts (const char *first,
            const char *second,
            const char *third)
{
  const char *facts[] = { first, second, third };
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (!is_said (facts[i]))
        continue;
      if (joined->len > 0)
        g_string_append (joined, " · ");
      g_string_append (joined, facts[i]);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/**
 * tambour_issue_text_title:
 * @issue: (nullable): a known issue
 *
 * Returns: (transfer none): what it is called
 */
const char *
tambour_issue_text_title (TambourKnownIssue *issue)
{
  return issue != NULL && is_said (issue->title) ? issue->title : _("Untitled known issue");
}

/**
 * tambour_issue_text_severity:
 * @severity: how bad something is
 *
 * Returns: (nullable): the class of its mark
 */
const char *
tambour_issue_text_severity (TambourSeverity severity)
{
  switch (severity)
    {
    case TAMBOUR_SEVERITY_HIGH:
      return "error";
    case TAMBOUR_SEVERITY_MEDIUM:
      return "warning";
    case TAMBOUR_SEVERITY_LOW:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_issue_text_source:
 * @issue: a known issue
 *
 * Returns: (transfer full): in which versions of what it is: "Forwarder 4.0 · fixed in 4.1"
 */
char *
tambour_issue_text_source (TambourKnownIssue *issue)
{
  /* Translators: %s is a version */
  g_autofree char *fixed = is_said (issue->fixed_in) ? g_strdup_printf (_("fixed in %s"), issue->fixed_in) : g_strdup (_("no fix yet"));

  return join_facts (issue->product, issue->version_range, fixed);
}

/**
 * tambour_issue_text_concerns:
 * @line: a known issue
 * @style: (out): the class of the tag, %NULL for none
 *
 * Returns: (transfer full) (nullable): how many accounts the worst of it is for
 */
char *
tambour_issue_text_concerns (const TambourIssueLine  *line,
                             const char             **style)
{
  guint exposed = line->n_accounts[TAMBOUR_EXPOSURE_STATE_EXPOSED];
  guint suspected = line->n_accounts[TAMBOUR_EXPOSURE_STATE_SUSPECTED];
  guint safe = line->n_accounts[TAMBOUR_EXPOSURE_STATE_MITIGATED] + line->n_accounts[TAMBOUR_EXPOSURE_STATE_ACCEPTED];

  *style = NULL;
  if (exposed > 0)
    {
      *style = "error";
      /* Translators: how many accounts a known issue can hit */
      return g_strdup_printf (ngettext ("%d exposed", "%d exposed", (int) exposed), (int) exposed);
    }

  if (suspected > 0)
    {
      *style = "warning";
      /* Translators: how many accounts a known issue may hit */
      return g_strdup_printf (ngettext ("%d suspected", "%d suspected", (int) suspected), (int) suspected);
    }

  if (safe == 0)
    return NULL;

  *style = "success";

  /* Translators: how many accounts a known issue can no longer hit */
  return g_strdup_printf (ngettext ("%d safe", "%d safe", (int) safe), (int) safe);
}

/**
 * tambour_issue_text_accounts:
 * @line: a known issue
 *
 * Returns: (transfer full): how many accounts are in which state, the worst first
 */
char *
tambour_issue_text_accounts (const TambourIssueLine *line)
{
  guint n[] = { line->n_accounts[TAMBOUR_EXPOSURE_STATE_EXPOSED], line->n_accounts[TAMBOUR_EXPOSURE_STATE_SUSPECTED],
                line->n_accounts[TAMBOUR_EXPOSURE_STATE_ACCEPTED], line->n_accounts[TAMBOUR_EXPOSURE_STATE_MITIGATED] };
  g_autofree char *exposed = n[0] ? g_strdup_printf (ngettext ("%d account exposed", "%d accounts exposed", (int) n[0]), (int) n[0]) : NULL;
  g_autofree char *suspected = n[1] ? g_strdup_printf (ngettext ("%d account suspected", "%d accounts suspected", (int) n[1]), (int) n[1]) : NULL;
  g_autofree char *accepted = n[2] ? g_strdup_printf (ngettext ("accepted by %d account", "accepted by %d accounts", (int) n[2]), (int) n[2]) : NULL;
  g_autofree char *safe = n[3] ? g_strdup_printf (ngettext ("safeguard at %d account", "safeguards at %d accounts", (int) n[3]), (int) n[3]) : NULL;
  g_autofree char *open = join_facts (exposed, suspected, accepted);
  g_autofree char *all = join_facts (open, safe, NULL);

  return is_said (all) ? g_steal_pointer (&all) : g_strdup (_("No account is concerned"));
}

/**
 * tambour_issue_text_count:
 * @file: a known issue
 *
 * Returns: (transfer full): how many of its exposures are shown; "" without any
 */
char *
tambour_issue_text_count (const TambourIssueFile *file)
{
  g_autofree char *all = tambour_when_number (file->n_lines);
  g_autofree char *shown = tambour_when_number (file->lines->len);

  if (file->n_lines == 0)
    return g_strdup ("");

  /* Translators: how many of something are shown, and how many there are */
  return file->n_lines > file->lines->len ? g_strdup_printf (_("%1$s of %2$s"), shown, all) : g_steal_pointer (&all);
}

/* --- exposures ------------------------------------------------------------- */

/**
 * tambour_issue_text_state:
 * @state: what an exposure is
 * @style: (out): the class of the tag, %NULL for none
 *
 * Returns: (transfer none): how that is called
 */
const char *
tambour_issue_text_state (TambourExposureState   state,
                          const char           **style)
{
  static const char * const styles[] = {
    [TAMBOUR_EXPOSURE_STATE_SUSPECTED] = "warning",
    [TAMBOUR_EXPOSURE_STATE_EXPOSED] = "error",
    [TAMBOUR_EXPOSURE_STATE_MITIGATED] = "success",
    [TAMBOUR_EXPOSURE_STATE_ACCEPTED] = "accent",
    [TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED] = NULL,
  };

  *style = state < G_N_ELEMENTS (styles) ? styles[state] : NULL;

  return _(tambour_choice_get_words (TAMBOUR_TYPE_EXPOSURE_STATE, state));
}

/**
 * tambour_issue_text_component:
 * @component: (nullable): a component
 *
 * Returns: (transfer full): what it is, with its version
 */
char *
tambour_issue_text_component (TambourComponent *component)
{
  const char *name;

  if (component == NULL)
    return g_strdup (_("No component is named"));

  name = is_said (component->product) ? component->product : _("Component");

  /* Translators: a product and its version */
  return is_said (component->version) ? g_strdup_printf (_("%1$s %2$s"), name, component->version) : g_strdup (name);
}

static char *
say_since (const TambourExposureLine *line)
{
  g_autofree char *day = tambour_when_date (line->exposure->since, line->today);

  /* Translators: %s is a date */
  return *day ? g_strdup_printf (_("since %s"), day) : g_strdup ("");
}

/* What is planned against it comes before what was done in part. */
static char *
say_open (const TambourExposureLine *line)
{
  g_autofree char *due = line->action ? tambour_when_date (line->action->due, line->today) : NULL;

  if (line->action == NULL)
    return g_strdup (line->exposure->safeguard);
  if (!is_said (due))
    return g_strdup (line->action->title);

  /* Translators: something to do, and until when */
  return g_strdup_printf (_("%1$s, due %2$s"), line->action->title ? line->action->title : "", due);
}

static char *
say_accepted (const TambourExposureLine *line)
{
  g_autofree char *until = tambour_when_date (line->exposure->accepted_until, line->today);

  if (!is_said (line->exposure->accepted_by))
    return g_strdup (line->exposure->reason);
  if (!is_said (until))
    /* Translators: %s is a person */
    return g_strdup_printf (_("accepted by %s"), line->exposure->accepted_by);

  /* Translators: a person and a date */
  return g_strdup_printf (_("accepted by %1$s until %2$s"), line->exposure->accepted_by, until);
}

/**
 * tambour_issue_text_line:
 * @line: an exposure
 *
 * Returns: (transfer full): what it is about, and what matters of it where it stands
 */
char *
tambour_issue_text_line (const TambourExposureLine *line)
{
  g_autofree char *component = tambour_issue_text_component (line->component);
  g_autofree char *since = NULL;
  g_autofree char *what = NULL;

  switch ((TambourExposureState) line->exposure->state)
    {
    case TAMBOUR_EXPOSURE_STATE_SUSPECTED:
    case TAMBOUR_EXPOSURE_STATE_EXPOSED:
      since = say_since (line);
      what = say_open (line);
      break;
    case TAMBOUR_EXPOSURE_STATE_MITIGATED:
      what = g_strdup (line->exposure->safeguard);
      break;
    case TAMBOUR_EXPOSURE_STATE_ACCEPTED:
      what = say_accepted (line);
      break;
    case TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED:
      what = g_strdup (is_said (line->exposure->reason) ? line->exposure->reason : line->exposure->safeguard);
      break;
    }

  return join_facts (component, since, what);
}

/* --- matches --------------------------------------------------------------- */

/**
 * tambour_issue_text_matches:
 * @n: how many matches are not recorded
 *
 * Returns: (transfer full): that there are so many
 */
char *
tambour_issue_text_matches (guint n)
{
  return g_strdup_printf (ngettext ("%d match with a component is not recorded", "%d matches with components are not recorded", (int) n), (int) n);
}

/**
 * tambour_issue_text_summary:
 * @matches: what was found
 *
 * Returns: (transfer full): how many of which
 */
char *
tambour_issue_text_summary (const TambourMatches *matches)
{
  guint other = matches->hits->len - matches->n_new - matches->n_over;
  g_autofree char *new = matches->n_new ? g_strdup_printf (ngettext ("%d new", "%d new", (int) matches->n_new), (int) matches->n_new) : NULL;
  g_autofree char *confirmed = other ? g_strdup_printf (ngettext ("%d confirmed", "%d confirmed", (int) other), (int) other) : NULL;
  /* Translators: how many exposures have ended, because another version is in use */
  g_autofree char *over = matches->n_over ? g_strdup_printf (ngettext ("%d over", "%d over", (int) matches->n_over), (int) matches->n_over) : NULL;

  return matches->hits->len > 0 ? join_facts (new, confirmed, over) : g_strdup (_("Everything that the versions say is recorded"));
}

/**
 * tambour_issue_text_hit:
 * @hit: what the versions say
 *
 * Returns: (transfer full): of which known issue and which component
 */
char *
tambour_issue_text_hit (const TambourExposureHit *hit)
{
  g_autofree char *component = tambour_issue_text_component (hit->component);

  return join_facts (tambour_issue_text_title (hit->issue), component, NULL);
}

/**
 * tambour_issue_text_change:
 * @hit: what the versions say
 * @style: (out): the class of the mark, %NULL for none
 *
 * Returns: (transfer none): what recording it changes
 */
const char *
tambour_issue_text_change (const TambourExposureHit  *hit,
                           const char               **style)
{
  *style = tambour_issue_text_severity (hit->issue->severity);
  if (hit->state == TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED)
    {
      *style = "success";
      return C_("exposure", "Over");
    }

  if (hit->exposure != NULL)
    return C_("exposure", "Confirmed");

  return hit->state == TAMBOUR_EXPOSURE_STATE_SUSPECTED ? _("New, suspected") : _("New, exposed");
}

/**
 * tambour_issue_text_news:
 * @news: what came up for an account
 *
 * Returns: (transfer full): how many known issues concern it
 */
char *
tambour_issue_text_news (const TambourExposureNews *news)
{
  const char *account = news->account ? news->account : "";

  /* Translators: how many known issues, and the name of an account */
  return g_strdup_printf (ngettext ("%1$d known issue concerns %2$s", "%1$d known issues concern %2$s", (int) news->n), (int) news->n, account);
}

/**
 * tambour_issue_text_news_source:
 * @news: what came up for an account
 *
 * Returns: (transfer full): which is the worst, and whether it is recorded
 */
char *
tambour_issue_text_news_source (const TambourExposureNews *news)
{
  return join_facts (is_said (news->issue) ? news->issue : _("Untitled known issue"), news->is_recorded ? NULL : _("not recorded yet"), NULL);
}
