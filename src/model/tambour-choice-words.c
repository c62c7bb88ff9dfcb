/* tambour-choice-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-choice-words.h"
#include "tambour-kinds.h"

/* What the values of each enumeration are called by people, in their order. The
 * codes that are stored never change; these words may.
 */

static const char * const account_status[] = {
  N_("Onboarding"), N_("Active"), N_("At risk"), N_("Leaving"), N_("Archived"),
};

static const char * const entitlement_kind[] = {
  N_("Calls"), N_("Audits"), N_("Training hours"), N_("TAM hours"), N_("Onsite days"), N_("Business reviews"),
  N_("Early access"), N_("Named contacts"),
};

static const char * const severity[] = {
  N_("Low"), N_("Medium"), N_("High"),
};

static const char * const audit_status[] = {
  N_("Draft"), N_("In review"), N_("Final"),
};

static const char * const answer[] = {
  N_("Not verified"), N_("Met"), N_("Partly met"), N_("Gap"), N_("Not required"), N_("Not applicable"),
};

static const char * const finding_status[] = {
  N_("Open"), N_("Planned"), N_("Fixed"), N_("Risk accepted"), N_("Not valid"),
};

static const char * const remedy[] = {
  N_("None yet"), N_("Action"), N_("Project"), N_("Case"), N_("Risk accepted"),
};

static const char * const exposure_state[] = {
  N_("Suspected"), N_("Exposed"), N_("Mitigated"), N_("Risk accepted"), N_("Not affected"),
};

static const char * const priority[] = {
  N_("None"), N_("P1"), N_("P2"), N_("P3"),
};

static const char * const channel[] = {
  N_("Not known"), N_("Phone"), N_("Email"), N_("Portal"), N_("Chat"), N_("TAM"),
};

static const char * const case_status[] = {
  N_("New"), N_("Open"), N_("Waiting for customer"), N_("Waiting for engineering"), N_("Waiting for vendor"),
  N_("Restored"), N_("Plan agreed"), N_("Resolved"), N_("Closed"),
};

static const char * const case_exclusion[] = {
  N_("Counts"), N_("Duplicate"), N_("Merged"), N_("Spam"), N_("Test"), N_("Deleted in the portal"),
};

static const char * const actor[] = {
  N_("System"), N_("Customer"), N_("Us"),
};

static const char * const event_kind[] = {
  N_("Opened"), N_("Message from the customer"), N_("Message from us"), N_("Internal note"), N_("Status changed"),
  N_("Priority changed"), N_("Owner changed"), N_("Paused"), N_("Resumed"), N_("Service restored"),
  N_("Plan proposed"), N_("Plan agreed"), N_("Resolved"), N_("Closed"), N_("Reopened"), N_("Merged"),
  N_("Customer called in"), N_("Note for the next owner"), N_("Note read"), N_("Linked to another case"), N_("Known issue"),
  N_("Update promised"), N_("Root cause set"),
};

static const char * const cause_class[] = {
  N_("Not known"), N_("Product defect"), N_("Configuration"), N_("Capacity"), N_("Third party"), N_("Human error"),
};

static const char * const raised_by[] = {
  N_("Not known"), N_("TAM"), N_("Customer"), N_("Support"),
};

static const char * const clock_kind[] = {
  N_("First answer"), N_("Next answer"), N_("Plan or resolution"), N_("Service restored"), N_("Seen by the TAM"),
};

static const char * const clock_state[] = {
  N_("Running"), N_("Paused"), N_("Met"), N_("Missed"), N_("Cancelled"),
};

static const char * const engagement_kind[] = {
  N_("Regular call"), N_("Extra call"), N_("Onsite visit"), N_("Roadmap review"), N_("Audit session"), N_("Training"),
  N_("Business review"), N_("Executive call"),
};

static const char * const engagement_status[] = {
  N_("Planned"), N_("Held"), N_("Cancelled by us"), N_("Cancelled by the customer"), N_("Nobody came"),
};

static const char * const side[] = {
  N_("Us"), N_("Customer"),
};

static const char * const action_status[] = {
  N_("Open"), N_("Blocked"), N_("Done"), N_("Dropped"),
};

static const char * const commitment_status[] = {
  N_("Open"), N_("Kept"), N_("Kept late"), N_("Withdrawn"),
};

static const char * const environment_kind[] = {
  N_("Production"), N_("Staging"), N_("Disaster recovery"), N_("Lab"),
};

static const char * const change_state[] = {
  N_("Planned"), N_("Done"), N_("Failed"), N_("Rolled back"), N_("Cancelled"),
};

static const char * const goal_status[] = {
  N_("Draft"), N_("Agreed"), N_("On track"), N_("At risk"), N_("Met"), N_("Missed"), N_("Dropped"),
};

static const char * const goal_rule[] = {
  N_("Reach the target"), N_("Stay at or below the target"), N_("Keep all"),
};

static const char * const contact_role[] = {
  N_("User"), N_("Executive sponsor"), N_("Economic buyer"), N_("Champion"), N_("Technical lead"), N_("Administrator"),
  N_("Security"),
};

static const char * const sentiment[] = {
  N_("Not known"), N_("Supporter"), N_("Neutral"), N_("Critic"),
};

static const char * const person_role[] = {
  N_("TAM"), N_("Backup TAM"), N_("Manager"), N_("Specialist"), N_("Engineer"), N_("Product"),
};

static const char * const visibility[] = {
  N_("Internal"), N_("For the customer"),
};

static const char * const origin[] = {
  N_("Entered by hand"), N_("Imported"), N_("Synced"), N_("Computed"),
};

static const char * const report_kind[] = {
  N_("Executive business review"), N_("Quarterly review"), N_("Annual review"),
};

static const char * const report_state[] = {
  N_("Draft"), N_("Final"), N_("Superseded"),
};

static const char * const confidence[] = {
  N_("Idea"), N_("Planned"), N_("In work"), N_("Shipped"),
};

static const char * const request_status[] = {
  N_("Captured"), N_("Submitted"), N_("Under review"), N_("Planned"), N_("In work"), N_("Shipped"), N_("Declined"),
  N_("Duplicate"),
};

static const char * const request_impact[] = {
  N_("Nice to have"), N_("Costly without it"), N_("Blocker"),
};

static const char * const survey_kind[] = {
  N_("Satisfaction"), N_("Recommendation"), N_("Business review feedback"),
};

static const char * const insight_state[] = {
  N_("Raised"), N_("Dismissed"),
};

static const char * const insight_ground[] = {
  N_("Noticed"), N_("New level"), N_("Trend"), N_("Gap"), N_("Target crossed"), N_("Record"),
};

static const char * const metric_kind[] = {
  N_("Count per day"), N_("Level on the day"), N_("Value of a month"),
};

static const char * const value_class[] = {
  N_("Not quantified"), N_("Downtime avoided"), N_("Faster restore"), N_("Time saved"), N_("Cost avoided"),
  N_("Risk reduced"), N_("Revenue enabled"), N_("Less outage"), N_("Retired items"), N_("Fewer infections"),
  N_("Issues avoided"), N_("Fewer cases"),
};

static const char * const value_state[] = {
  N_("Draft"), N_("Proposed"), N_("Accepted"), N_("Rejected"),
};

static const char * const project_status[] = {
  N_("Idea"), N_("Proposed"), N_("Agreed"), N_("In work"), N_("Done"), N_("Dropped"),
};

static const char * const library_kind[] = {
  N_("Best practice"), N_("Webinar"), N_("Article"), N_("White paper"), N_("Training"),
};

static const char * const programme_kind[] = {
  N_("Early access"), N_("Event"),
};

static const char * const reply[] = {
  N_("No answer yet"), N_("Accepted"), N_("Declined"),
};

#define CHOICE(name) { tambour_##name##_get_type, name, G_N_ELEMENTS (name) }

static const struct
{
  GType             (*get_type) (void);
  const char * const *words;
  guint               n_words;
} choices[] = {
  CHOICE (account_status), CHOICE (entitlement_kind), CHOICE (severity), CHOICE (audit_status), CHOICE (answer),
  CHOICE (finding_status), CHOICE (remedy), CHOICE (exposure_state), CHOICE (priority), CHOICE (channel),
  CHOICE (case_status), CHOICE (case_exclusion), CHOICE (actor), CHOICE (event_kind), CHOICE (cause_class),
  CHOICE (raised_by), CHOICE (clock_kind), CHOICE (clock_state), CHOICE (engagement_kind), CHOICE (engagement_status),
  CHOICE (side), CHOICE (action_status), CHOICE (commitment_status), CHOICE (environment_kind), CHOICE (change_state),
  CHOICE (goal_status), CHOICE (goal_rule), CHOICE (contact_role), CHOICE (sentiment), CHOICE (person_role), CHOICE (visibility),
  CHOICE (origin), CHOICE (report_kind), CHOICE (report_state), CHOICE (confidence), CHOICE (request_status),
  CHOICE (request_impact), CHOICE (survey_kind), CHOICE (value_class), CHOICE (value_state), CHOICE (project_status),
  CHOICE (insight_state), CHOICE (insight_ground), CHOICE (metric_kind),
  CHOICE (library_kind), CHOICE (programme_kind), CHOICE (reply),
};

/**
 * tambour_choice_get_words:
 * @choice: an enumeration
 * @value: one of its values
 *
 * Returns: (transfer none): what people call @value, untranslated; its code if
 *   it has no words
 */
const char *
tambour_choice_get_words (GType choice,
                          guint value)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].get_type () == choice && value < choices[i].n_words)
      return choices[i].words[value];

  return tambour_choice_nick (choice, value);
}
