/* portal-play.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "portal-play.h"

#include "tambour-portal-changes.h"

/* A portal that says the same to everything. */

#define MAX_REQUESTS 24

typedef struct
{
  JsonNode *answer;
  guint     n_asked;
} Play;

static JsonNode *
answer_cb (const char  *address,
           gpointer     user_data,
           GError     **error)
{
  Play *self = user_data;

  g_assert_true (g_utf8_validate (address, -1, NULL));
  g_assert_null (strpbrk (address, "\r\n"));
  if (++self->n_asked <= MAX_REQUESTS)
    return json_node_copy (self->answer);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  return NULL;
}

static void
check_record (TambourRecord *record)
{
  for (guint i = 0; i < TAMBOUR_RECORD_GET_CLASS (record)->n_fields; i++)
    {
      g_autofree char *text = tambour_field_dup_text (&TAMBOUR_RECORD_GET_CLASS (record)->fields[i], record);

      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    }
}

static gboolean
item_cb (TambourPortalItem  *item,
         gpointer            user_data,
         GError            **error)
{
  g_assert_nonnull (item->external_id);
  g_assert_true ((item->record != NULL) == (item->fate == TAMBOUR_PORTAL_FATE_PRESENT));
  if (item->record != NULL)
    check_record (item->record);
  for (guint i = 0; i < item->events->len; i++)
    {
      check_record (item->events->pdata[i]);
      g_assert_true (g_str_has_prefix (TAMBOUR_RECORD (item->events->pdata[i])->external_id, item->external_id));
    }
  for (guint i = 0; i < item->people->len; i++)
    check_record (item->people->pdata[i]);
  for (guint i = 0; i < item->faults->len; i++)
    g_assert_true (g_utf8_validate (item->faults->pdata[i], -1, NULL));

  return TRUE;
}

static gboolean
page_cb (const char  *cursor,
         guint        n_read,
         gpointer     user_data,
         GError     **error)
{
  const char *system = user_data;
  g_autoptr(GError) failure = NULL;
  g_autoptr(TambourPortalCursor) parsed = tambour_portal_cursor_parse (cursor, system, &failure);

  g_assert_no_error (failure);

  return TRUE;
}

void
portal_play (TambourPortalMap *map,
             JsonNode         *answer)
{
  g_autoptr(TambourPortalCursor) cursor = tambour_portal_cursor_new ();
  g_autoptr(TambourPortalWire) wire = tambour_portal_wire_new (map, "https://portal.example.org/api", NULL, NULL, NULL);
  g_auto(TambourPortalReader) reader = { NULL };
  g_autoptr(GError) error = NULL;
  Play play = { answer, 0 };
  gboolean is_done;

  wire->answer = answer_cb;
  wire->answer_data = &play;
  tambour_portal_reader_init (&reader, wire, NULL);
  is_done = tambour_portal_changes_read (&reader, cursor, item_cb, page_cb, (gpointer) tambour_portal_map_get_system (map), &error);
  g_assert_true (is_done == (error == NULL));
}
