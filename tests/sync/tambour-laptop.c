/* tambour-laptop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-laptop.h"

/**
 * tambour_laptop_new:
 * @base: the address of a server
 * @database: a database there
 *
 * Returns: (transfer full): a laptop with an empty portfolio
 */
TambourLaptop *
tambour_laptop_new (const char *base,
                    const char *database)
{
  TambourLaptop *self = g_new0 (TambourLaptop, 1);
  g_autofree char *url = g_strdup_printf ("%s/%s", base, database);
  g_autoptr(GError) error = NULL;

  self->file = tambour_test_file_new ();
  self->store = tambour_test_create (self->file);
  self->server = tambour_server_new (url, NULL, &error);
  g_assert_no_error (error);

  return self;
}

/**
 * tambour_laptop_free:
 * @self: (transfer full): a laptop
 */
void
tambour_laptop_free (TambourLaptop *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->server, tambour_server_free);
  g_clear_pointer (&self->file, tambour_test_file_free);
  g_free (self);
}

/**
 * tambour_laptop_sync:
 * @self: a laptop
 *
 * Keeps it in step, which must go well.
 */
void
tambour_laptop_sync (TambourLaptop *self)
{
  g_autoptr(GError) error = NULL;

  tambour_sync_once (self->store, self->server, NULL, NULL, NULL, NULL, &self->outcome, &error);
  g_assert_no_error (error);
}

/**
 * tambour_laptop_fail:
 * @self: a laptop
 * @domain: an error's
 * @code: an error's
 *
 * Tries to keep it in step, which must fail so.
 */
void
tambour_laptop_fail (TambourLaptop *self,
                     GQuark         domain,
                     int            code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_sync_once (self->store, self->server, NULL, NULL, NULL, NULL, &self->outcome, &error));
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
}

/**
 * tambour_laptop_add:
 * @self: a laptop
 * @number: of a case
 * @title: of a case
 *
 * Returns: (transfer full): a case that is made there
 */
TambourRecord *
tambour_laptop_add (TambourLaptop *self,
                    const char    *number,
                    const char    *title)
{
  TambourRecord *record = TAMBOUR_RECORD (tambour_test_case_new (number, title));

  tambour_test_put (self->store, record);

  return record;
}

static TambourRecord *
find (TambourLaptop *self,
      const char    *id)
{
  g_autoptr(GError) error = NULL;
  TambourRecord *record = tambour_store_find (self->store, id, &error);

  g_assert_no_error (error);

  return record;
}

/**
 * tambour_laptop_set:
 * @self: a laptop
 * @id: of a record
 * @field: one of its fields
 * @value: (nullable): what somebody writes there
 */
void
tambour_laptop_set (TambourLaptop *self,
                    const char    *id,
                    const char    *field,
                    const char    *value)
{
  g_autoptr(TambourRecord) record = find (self, id);
  g_autoptr(GError) error = NULL;

  tambour_record_set_text (record, field, value, &error);
  g_assert_no_error (error);
  tambour_test_put (self->store, record);
}

/**
 * tambour_laptop_remove:
 * @self: a laptop
 * @id: of a record that somebody removes
 */
void
tambour_laptop_remove (TambourLaptop *self,
                       const char    *id)
{
  g_autoptr(TambourRecord) record = find (self, id);

  tambour_test_remove (self->store, record);
}

/**
 * tambour_laptop_get:
 * @self: a laptop
 * @id: of a record
 * @field: one of its fields
 *
 * Returns: (transfer full) (nullable): what it says there
 */
char *
tambour_laptop_get (TambourLaptop *self,
                    const char    *id,
                    const char    *field)
{
  g_autoptr(TambourRecord) record = find (self, id);

  return tambour_field_dup_text (tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), field), record);
}

/**
 * tambour_laptop_assert:
 * @self: a laptop
 * @id: of a record
 * @field: one of its fields
 * @value: (nullable): what it has to say there
 */
void
tambour_laptop_assert (TambourLaptop *self,
                       const char    *id,
                       const char    *field,
                       const char    *value)
{
  g_autofree char *found = tambour_laptop_get (self, id, field);

  g_assert_cmpstr (found, ==, value);
}

/**
 * tambour_laptop_count:
 * @self: a laptop
 * @type: a kind
 *
 * Returns: how many records of that kind there are
 */
guint
tambour_laptop_count (TambourLaptop *self,
                      GType          type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;
  gint64 count = tambour_store_count (self->store, query, &error);

  g_assert_no_error (error);

  return (guint) count;
}
