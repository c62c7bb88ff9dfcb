/* tambour-account-sections.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-sections.h"
#include "tambour-audits-section.h"
#include "tambour-calls-section.h"
#include "tambour-enablement-section.h"
#include "tambour-knowledge-section.h"
#include "tambour-overview-section.h"
#include "tambour-people-section.h"
#include "tambour-records-section.h"
#include "tambour-roadmap-section.h"
#include "tambour-service-section.h"
#include "tambour-timeline-section.h"
#include "tambour-value-section.h"

#define SETTINGS "io.github.tambour.Tambour"
#define SECTIONS "account-sections"

/* More accounts than these are not remembered. */
#define MAX_REMEMBERED 500

static gint64
count_notes (const TambourAccountCounts *counts)
{
  return counts->n_notes;
}

static gint64
count_cases (const TambourAccountCounts *counts)
{
  return counts->n_cases;
}

static gint64
count_calls (const TambourAccountCounts *counts)
{
  return counts->n_calls;
}

static gint64
count_goals (const TambourAccountCounts *counts)
{
  return counts->n_goals;
}

static gint64
count_audits (const TambourAccountCounts *counts)
{
  return counts->n_audits;
}

static gint64
count_shares (const TambourAccountCounts *counts)
{
  return counts->n_shares;
}

static gint64
count_reviews (const TambourAccountCounts *counts)
{
  return counts->n_reviews;
}

/* In the order of the switcher. A section that is built is a line here. */
static const TambourAccountSection sections[] = {
  { TAMBOUR_ACCOUNT_SECTION_OVERVIEW, N_("Overview"), "view-grid-symbolic", tambour_overview_section_get_type, NULL },
  { "knowledge", N_("Knowledge"), "tambour-note-symbolic", tambour_knowledge_section_get_type, count_notes },
  { "cases", N_("Cases"), "tambour-cases-symbolic", tambour_service_section_get_type, count_cases },
  { "calls", N_("Calls"), "tambour-call-symbolic", tambour_calls_section_get_type, count_calls },
  { "roadmap", N_("Roadmap"), "tambour-goal-symbolic", tambour_roadmap_section_get_type, count_goals },
  { "audits", N_("Audits"), "tambour-audit-symbolic", tambour_audits_section_get_type, count_audits },
  { "enablement", N_("Enablement"), "tambour-library-symbolic", tambour_enablement_section_get_type, count_shares },
  { "review", N_("Review"), "tambour-reports-symbolic", tambour_value_section_get_type, count_reviews },
};

/* What is looked up: a page of its own, pushed over what one was at. */
static const TambourAccountSection asides[] = {
  { "people", N_("People"), "tambour-people-symbolic", tambour_people_section_get_type, NULL },
  { "timeline", N_("Timeline"), "document-open-recent-symbolic", tambour_timeline_section_get_type, NULL },
  { "records", N_("Records"), "view-list-symbolic", tambour_records_section_get_type, NULL },
};

/**
 * tambour_account_sections_get_n:
 *
 * Returns: how many sections the switcher has
 */
guint
tambour_account_sections_get_n (void)
{
  return G_N_ELEMENTS (sections);
}

/**
 * tambour_account_sections_get:
 * @position: which one, from 0
 *
 * Returns: (transfer none) (nullable): the section
 */
const TambourAccountSection *
tambour_account_sections_get (guint position)
{
  return position < G_N_ELEMENTS (sections) ? &sections[position] : NULL;
}

/**
 * tambour_account_sections_find:
 * @name: its id, or its number from 1 as text
 *
 * Returns: (transfer none) (nullable): the section of the switcher
 */
const TambourAccountSection *
tambour_account_sections_find (const char *name)
{
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (sections[i].id, name) == 0)
      return &sections[i];

  return g_ascii_string_to_unsigned (name, 10, 1, G_N_ELEMENTS (sections), &number, NULL) ? &sections[number - 1] : NULL;
}

/**
 * tambour_account_sections_find_aside:
 * @id: the id of what is looked up of an account
 *
 * Returns: (transfer none) (nullable): the section that has a page of its own
 */
const TambourAccountSection *
tambour_account_sections_find_aside (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (asides); i++)
    if (g_strcmp0 (asides[i].id, id) == 0)
      return &asides[i];

  return NULL;
}

/**
 * tambour_account_sections_recall:
 * @account_id: an account
 *
 * Returns: (transfer full) (nullable): the section that was shown last, unless
 *   that is the first one
 */
char *
tambour_account_sections_recall (const char *account_id)
{
  g_autoptr(GSettings) settings = g_settings_new (SETTINGS);
  g_autoptr(GVariant) remembered = g_settings_get_value (settings, SECTIONS);
  char *section = NULL;

  g_variant_lookup (remembered, account_id, "s", &section);

  return section;
}

/**
 * tambour_account_sections_remember:
 * @account_id: an account
 * @section: the section that is shown
 */
void
tambour_account_sections_remember (const char *account_id,
                                   const char *section)
{
  g_autoptr(GSettings) settings = g_settings_new (SETTINGS);
  g_autoptr(GVariant) remembered = g_settings_get_value (settings, SECTIONS);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id, *name;
  guint n = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  if (!g_str_equal (section, TAMBOUR_ACCOUNT_SECTION_OVERVIEW))
    g_variant_builder_add (&builder, "{ss}", account_id, section);

  g_variant_iter_init (&iter, remembered);
  while (g_variant_iter_next (&iter, "{&s&s}", &id, &name))
    if (!g_str_equal (id, account_id) && n++ < MAX_REMEMBERED)
      g_variant_builder_add (&builder, "{ss}", id, name);

  g_settings_set_value (settings, SECTIONS, g_variant_builder_end (&builder));
}
