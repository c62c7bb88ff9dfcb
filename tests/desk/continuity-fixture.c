/* continuity-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "continuity-fixture.h"

#include "tambour-kinds.h"

/* Items of a portal, as they are when they have been read. */

TambourInstant
continuity_time (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

DeskPortfolio *
continuity_portfolio (void)
{
  DeskPortfolio *desk = desk_portfolio_new ();

  desk_set (desk->account, "name", "Orion Foods");
  desk_set (desk->account, "short_code", "ORI");
  desk_portfolio_put (desk, desk->account);

  return desk;
}

TambourConnector *
continuity_connector (void)
{
  TambourConnector *connector = tambour_connector_new ("Support");

  connector->address = g_strdup ("https://portal.example.org");
  connector->system = g_strdup ("portal");

  return connector;
}

TambourPortalItem *
continuity_item (const char *number,
                 const char *title,
                 const char *opened)
{
  TambourPortalItem *item = tambour_portal_item_new (number);
  g_autofree char *url = g_strconcat ("https://portal.example.org/", number, NULL);
  g_autofree char *name = g_strconcat (number, "/1", NULL);

  item->record = tambour_record_new (TAMBOUR_TYPE_CASE, NULL);
  desk_set (item->record, "number", number);
  desk_set (item->record, "title", title);
  desk_set (item->record, "opened_at", opened);
  desk_set (item->record, "priority", "P2");
  desk_set (item->record, "channel", "portal");
  desk_set (item->record, "status", "open");
  desk_set (item->record, "visibility", "customer");
  desk_set (item->record, "url", url);
  item->changed_at = continuity_time (opened);
  continuity_event (item, name, "opened", opened, "customer");
  tambour_portal_item_hint (item, "organisation", "Orion Foods");

  return item;
}

TambourRecord *
continuity_event (TambourPortalItem *item,
                  const char        *name,
                  const char        *kind,
                  const char        *at,
                  const char        *actor)
{
  TambourRecord *event = tambour_record_new (TAMBOUR_TYPE_CASE_EVENT, NULL);

  desk_set (event, "external_id", name);
  desk_set (event, "kind", kind);
  desk_set (event, "at", at);
  desk_set (event, "actor", actor);
  desk_set (event, "visibility", "customer");
  g_ptr_array_add (item->events, event);
  item->changed_at.seconds = MAX (item->changed_at.seconds, continuity_time (at).seconds);

  return event;
}

void
continuity_message (TambourPortalItem *item,
                    const char        *name,
                    const char        *at,
                    const char        *actor)
{
  TambourRecord *event = continuity_event (item, name, g_str_equal (actor, "us") ? "our_msg" : "customer_msg", at, actor);

  desk_set (event, "text", "Hello");
  desk_set (event, "public_update", "true");
}

/* All of them are one page; they are freed. */
TambourConnectCounts
continuity_run (TambourStore            *store,
                const TambourConnector  *connector,
                const char              *cursor,
                TambourPortalItem      **items,
                guint                    n_items)
{
  g_autoptr(GError) error = NULL;
  TambourRecordClass *klass = tambour_kinds_find (connector->kind ? connector->kind : "case");
  g_autoptr(TambourContinuity) continuity = tambour_continuity_new (store, connector, klass, "Mira Solberg", NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_items; i++)
    {
      tambour_continuity_take (continuity, items[i], &error);
      g_assert_no_error (error);
      tambour_portal_item_free (items[i]);
    }

  tambour_continuity_end_page (continuity, cursor, &error);
  g_assert_no_error (error);
  tambour_continuity_finish (continuity, NULL, &error);
  g_assert_no_error (error);

  return *tambour_continuity_get_counts (continuity);
}

TambourCase *
continuity_case (TambourStore *store,
                 const char   *number)
{
  g_autoptr(GError) error = NULL;
  TambourRecord *record = tambour_store_get_external (store, tambour_kinds_find ("case"), "portal", number, &error);

  g_assert_no_error (error);

  return TAMBOUR_CASE (record);
}

GPtrArray *
continuity_events (TambourStore *store,
                   TambourCase  *record)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE_EVENT);
  g_autoptr(GError) error = NULL;
  GPtrArray *events;

  tambour_query_where (query, "case_id", TAMBOUR_IS, TAMBOUR_RECORD (record)->id, &error);
  tambour_query_order (query, "at", FALSE, &error);
  events = tambour_store_list (store, query, NULL, &error);
  g_assert_no_error (error);

  return events;
}
